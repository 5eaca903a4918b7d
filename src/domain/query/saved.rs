//! Saved filters: queries kept under a name, used as `@name` inside other queries.

use super::{Query, Vocabulary};
use super::{QueryError, Strictness};
use crate::domain::text::fold::{fold, same};
use chrono::NaiveDate;

/// A query kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its name, without `@`; unique however it is written.
    pub name: String,
    /// The query as it was typed.
    pub text: String,
}

/// Why a query cannot be kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// A name of nothing, too long, or with spaces, quotation marks, colons or `@` in it.
    #[error("no name: {name}")]
    Name {
        /// As typed.
        name: String,
    },
    /// The query finds every card, or cannot be read.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// A query without a condition.
    #[error("the query asks for nothing")]
    Empty,
}

/// No name has more characters.
const LONGEST_NAME: usize = 40;
/// What a name cannot have: it would not be one word of a query.
const NOT_IN_NAMES: &[char] = &['"', '“', '”', '＂', '「', '」', '『', '』', ':', '：', '@', '＠', ',', '，'];

impl SavedFilter {
    /// A filter ready to be kept: its name is one word, and its query can be read, with those kept already.
    pub fn checked(
        name: &str,
        text: &str,
        vocabulary: Vocabulary<'_>,
        as_of: NaiveDate,
    ) -> Result<SavedFilter, FilterError> {
        let name = name.trim().trim_start_matches(['@', '＠']);
        let is_word = !fold(name).is_empty()
            && name.chars().count() <= LONGEST_NAME
            && !name.contains(|letter: char| letter.is_whitespace() || letter.is_control())
            && !name.contains(NOT_IN_NAMES);
        if !is_word {
            return Err(FilterError::Name { name: name.to_owned() });
        }
        let filter = SavedFilter { name: name.to_owned(), text: text.trim().to_owned() };
        // With itself in the vocabulary, so that a circle is seen.
        let mut saved: Vec<SavedFilter> =
            vocabulary.saved.iter().filter(|other| !same(&other.name, name)).cloned().collect();
        saved.push(filter.clone());
        let vocabulary = Vocabulary { saved: &saved, ..vocabulary };
        let (query, _) = Query::parse_knowing(vocabulary, &format!("@{name}"), as_of, Strictness::Command)?;
        if query == Query::default() { Err(FilterError::Empty) } else { Ok(filter) }
    }
}

/// The saved filter of this name, however it is written.
pub fn filter_named<'saved>(saved: &'saved [SavedFilter], name: &str) -> Option<&'saved SavedFilter> {
    saved.iter().find(|filter| same(&filter.name, name))
}
