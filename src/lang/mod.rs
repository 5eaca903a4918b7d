//! The words: every sentence a person reads. Names of terms stand with the terms, in `domain`.

pub mod advice;
pub mod agenda;
pub mod brief;
mod catalogue;
pub mod dates;
pub mod doubt;
mod en;
pub mod entry;
pub mod errors;
pub mod fields;
pub mod moves;
pub mod problem;
pub mod query_help;
pub mod referral;
mod zh_hans;
mod zh_hant;

use crate::domain::language::Language;

pub use en::commands::CommandWords;
pub use en::errors::ErrorWords;
pub use en::keys::KeyWords;
pub use en::screen::ScreenWords;
pub use en::today::TodayWords;
pub use en::views::ViewWords;

/// Every sentence a person reads, in one language: the words of all places.
pub trait Words:
    ScreenWords + KeyWords + TodayWords + ViewWords + CommandWords + ErrorWords + std::fmt::Debug + Sync
{
    /// The language these words are in.
    fn language(&self) -> Language;
}

/// The catalogue of a language.
pub fn words(language: Language) -> &'static dyn Words {
    match language {
        Language::English => &en::English,
        Language::Simplified => &zh_hans::Simplified,
        Language::Traditional => &zh_hant::Traditional,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_takes_its_arguments_in_every_language() {
        assert_eq!(words(Language::English).done_added(&"Ana"), "Added Ana.");
        assert_eq!(words(Language::Simplified).done_added(&"林薇"), "已添加 林薇。");
        assert_eq!(words(Language::Traditional).done_added(&"林薇"), "已新增 林薇。");
    }
}
