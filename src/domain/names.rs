//! What a term is called.

use super::language::{Language, Written};
use super::text::fold::same;

/// The names of a term as its row gives them: one in each of the written languages.
pub type Row = [&'static str; Written::COUNT];

/// The names of a term in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names(Row);

impl Names {
    /// The names of a row.
    pub const fn of(row: Row) -> Names {
        Names(row)
    }

    /// The English name, which files hold where a term has no code.
    pub const fn english(&self) -> &'static str {
        let [english, ..] = self.0;
        english
    }

    /// The name in a language.
    pub fn in_language(&self, language: Language) -> &'static str {
        language.in_row(self.0)
    }

    /// The names in all languages.
    pub fn all(self) -> impl Iterator<Item = &'static str> {
        Language::ALL.iter().map(move |language| self.in_language(*language))
    }

    /// Whether a word is one of them, in whatever language.
    pub fn hold(&self, word: &str) -> bool {
        self.all().any(|name| same(name, word))
    }
}
