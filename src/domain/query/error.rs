//! What can be wrong with a query.

use std::ops::Range;

use crate::domain::when::WhenError;

/// Why a query, or one term of it, cannot be read. Texts are as typed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// A word before a colon that names no field.
    #[error("unknown field {field}")]
    UnknownField {
        /// As typed.
        field: String,
        /// The field that looks most like it.
        nearest: String,
    },
    /// A field with nothing after the colon.
    #[error("{field}: no value")]
    MissingValue {
        /// The field's code.
        field: String,
    },
    /// A value that the field's list does not have.
    #[error("{field}: unknown value {value}")]
    UnknownValue {
        /// The field's code.
        field: String,
        /// As typed.
        value: String,
        /// The code that was probably meant.
        nearest: Option<String>,
        /// All codes of the list.
        allowed: Vec<String>,
    },
    /// A value that is no date, or no such day.
    #[error("{field}: {value}: {reason}")]
    WrongDay {
        /// The field's code.
        field: String,
        /// As typed.
        value: String,
        /// What is wrong with it.
        reason: WhenError,
    },
    /// A value that is no number, or no length of time.
    #[error("{field}: {value} is no number")]
    WrongNumber {
        /// The field's code.
        field: String,
        /// As typed.
        value: String,
    },
    /// A pattern of letters that is not three of `M m ? *`, `A a ? *`, `N n ? *`.
    #[error("wrong letters {value}")]
    WrongLetters {
        /// As typed.
        value: String,
    },
    /// A quotation mark without its partner.
    #[error("quotation mark without its partner")]
    OpenQuote,
    /// `OR` with nothing before or after it.
    #[error("OR with nothing to choose from")]
    LooseOr,
    /// `in:` concerns the whole query and cannot be one side of `OR`.
    #[error("in: beside OR")]
    ScopeInOr,
    /// A saved filter that leads back to itself.
    #[error("@{name} leads back to itself")]
    FilterCircle {
        /// Its name.
        name: String,
    },
    /// More terms than a query may have.
    #[error("more than {most} words")]
    TooManyTerms {
        /// So many are allowed.
        most: usize,
    },
}

impl QueryError {
    /// Whether the query is read without what is wrong with it, on the screen: then it finds more than was meant. A word
    /// before a colon is text, and a quotation mark goes to the end.
    pub fn leaves_out(&self) -> bool {
        !matches!(self, QueryError::UnknownField { .. } | QueryError::OpenQuote)
    }
}

/// How strictly a query is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// In commands: what cannot be read is an error.
    Command,
    /// On the screen, letter by letter: an unknown field is text, what else cannot be read is left out,
    /// and each is told as a [`Hint`]. Never an error.
    Screen,
}

/// What the screen says about a part of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The bytes of the query it is about.
    pub span: Range<usize>,
    /// What is wrong there.
    pub problem: QueryError,
}
