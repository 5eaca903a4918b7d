//! What a term is called: in the row of the term, or in a table of a language that has no place there.

use super::language::{Language, Written};
use super::text::fold::same;
use super::text::rows::row_in;

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
        let own = language.terms().and_then(|terms| own_name(terms, self.0));
        own.unwrap_or_else(|| language.in_row(self.0))
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

/// Between a term and its name in a table of terms: before every other letter, so that such a table can be sorted by its
/// lines as they are.
const GAP: char = '\t';

/// The name of a term in the table of a language: one term a line, its English name, a tab, its name, sorted by
/// bytes. Where one English word is the name of several terms, the simplified Chinese one behind a `|` tells them apart:
/// `fair|一般`.
fn own_name(terms: &'static str, row: Row) -> Option<&'static str> {
    let [english, simplified, _] = row;
    let named = |term: &str| {
        let line = row_in(terms, |line| line.split(GAP).next().cmp(&Some(term)))?;
        line.split_once(GAP).map(|(_, name)| name)
    };
    named(&format!("{english}|{simplified}")).or_else(|| named(english))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_terms_names_what_it_holds() {
        let terms = "\
No\tNein
No (never)\tNie
fair\tMesse
fair|一般\tmittel
Überfällig\t!
";
        for (row, name) in [
            (["No", "否", "否"], Some("Nein")),
            (["No (never)", "从不", "從不"], Some("Nie")),
            (["fair", "展会", "展覽"], Some("Messe")),
            (["fair", "一般", "一般"], Some("mittel")),
            (["Überfällig", "", ""], Some("!")),
            (["fai", "", ""], None),
            (["fairs", "", ""], None),
            (["", "", ""], None),
        ] {
            assert_eq!(own_name(terms, row), name, "{row:?}");
        }
        assert_eq!(own_name("", ["No", "否", "否"]), None);
    }
}
