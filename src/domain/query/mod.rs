//! The query language: one for the screen's `/`, `list`, `export` and saved filters.
//!
//! A query is a list of clauses that must all hold; a clause is a list of terms of which one must hold
//! (`OR`). Every value is resolved when the query is read, against the as-of date, so that whoever runs it
//! only compares plain values.

mod completion;
mod condition;
mod error;
mod field;
mod lexer;
mod parser;
mod saved;
mod term;
mod value;

pub use completion::{Completion, completion};
pub use condition::{Aspect, Bounds, Condition, Named, RegionWanted};
pub use error::{Hint, QueryError, Strictness};
pub use field::QueryField;
pub use saved::{FilterError, SavedFilter, filter_named};

use super::field::OwnField;
use super::text::needles::Needles;

/// What a query can name beside the fields of the catalogue.
#[derive(Debug, Clone, Copy, Default)]
pub struct Vocabulary<'known> {
    /// The user's own fields.
    pub own: &'known [OwnField],
    /// The saved filters.
    pub saved: &'known [SavedFilter],
}

/// A query, parsed. The empty query finds every card in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What must hold, all of it.
    pub clauses: Vec<Clause>,
    /// Which cards are looked at.
    pub scope: Scope,
}

impl Query {
    /// The cards that have each of these words somewhere; nothing in them is a field or a sign.
    pub fn of_words(words: &str) -> Query {
        let anywhere = |needles| Clause {
            any: vec![Term { sign: Sign::Holds, condition: Condition::Anywhere(needles) }],
        };
        let words: Vec<Option<&str>> = words.split_whitespace().map(Some).collect();
        let clauses = Needles::of_neighbours(&words).into_iter().flatten().map(anywhere).collect();
        Query { clauses, scope: Scope::Live }
    }

    /// Keys of the fields of the catalogue, the user's own and groups of details that it names.
    pub fn fields(&self) -> Vec<&str> {
        let mut keys = Vec::new();
        fields_of(&self.clauses, &mut keys);
        keys
    }

    /// The words that must be there, in the order in which they were typed.
    pub fn words(&self) -> impl Iterator<Item = &Needles> {
        self.clauses.iter().filter_map(|clause| match clause.any.as_slice() {
            [Term { sign: Sign::Holds, condition: Condition::Anywhere(needles) }] => Some(needles),
            _ => None,
        })
    }
}

fn fields_of<'query>(clauses: &'query [Clause], keys: &mut Vec<&'query str>) {
    for term in clauses.iter().flat_map(|clause| &clause.any) {
        match &term.condition {
            Condition::Value { field, .. } | Condition::HasField(field) => keys.push(field),
            Condition::All(clauses) => fields_of(clauses, keys),
            _ => {}
        }
    }
}

/// Where a query looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The cards in the list.
    #[default]
    Live,
    /// The cards in the bin (`in:bin`).
    Bin,
}

/// Terms of which at least one must hold; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// The terms, as they were joined by `OR`.
    pub any: Vec<Term>,
}

/// A condition or its opposite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether the condition must hold or must not.
    pub sign: Sign,
    /// What is tested.
    pub condition: Condition,
}

/// Whether a condition must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It must hold.
    Holds,
    /// It must not hold (`-` before the word, `no:`). A card without the value passes.
    Fails,
}

#[cfg(test)]
mod tests;
