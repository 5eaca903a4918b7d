//! The words: every sentence a person reads. Names of terms stand with the terms, in `domain`.

pub mod advice;
pub mod agenda;
pub mod brief;
mod catalogue;
pub mod dates;
pub mod doubt;
pub mod early_warning;
pub mod entry;
pub mod errors;
pub mod fields;
pub mod import;
pub mod line_help;
pub mod moves;
pub mod problem;
pub mod query_help;
pub mod referral;
pub mod zone;

use crate::domain::language::{Language, languages};

use en::commands::CommandWords;
use en::errors::ErrorWords;
use en::keys::KeyWords;
use en::screen::ScreenWords;
use en::today::TodayWords;
use en::views::ViewWords;

/// Every sentence a person reads, in one language.
///
/// One method a sentence; each place declares its own. Arguments that carry text from a card file must be made
/// safe for the terminal by whoever shows the sentence.
#[derive(Debug)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The language these words are in.
    pub fn language(&self) -> Language {
        self.language
    }
}

languages!([catalogue::folders]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_takes_its_arguments_in_every_language() {
        assert_eq!(
            words(Language::English).screen_field_added(&"Size"),
            "Added the field Size. u takes it back."
        );
        assert_eq!(words(Language::Simplified).screen_field_added(&"尺寸"), "已添加字段 尺寸。按 u 撤销。");
        assert_eq!(words(Language::Traditional).screen_field_added(&"尺寸"), "已新增欄位 尺寸。按 u 復原。");
    }
}
