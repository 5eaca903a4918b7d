//! Text tables: comma, semicolon or tab separated.

pub mod cells;
pub mod delimiter;
pub mod records;
pub mod rows;
pub mod write;

/// A row that could not be brought in, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// The line of the file it begins on, counted from 1.
    pub line: u64,
    /// Why.
    pub reason: RejectReason,
    /// Its cells as far as they could be told apart; one cell with the whole line where they could not.
    pub cells: Vec<String>,
}

/// Why a row could not be brought in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RejectReason {
    /// It has another number of cells than the header.
    #[error("{found} cells, {expected} expected")]
    CellCount {
        /// Cells of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// A quotation mark is opened and never closed.
    #[error("unclosed quotation mark")]
    UnclosedQuote,
    /// It holds a zero byte: the file is damaged, or no text.
    #[error("zero byte")]
    ZeroByte,
    /// Nothing in it gives a name.
    #[error("no name")]
    NoName,
    /// A spreadsheet has shortened a phone number and its last digits are gone: `1.38E+10`.
    #[error("phone damaged by a spreadsheet: {0}")]
    DamagedPhone(String),
    /// A field cannot hold its value.
    #[error("{value:?} is no value for {field}")]
    BadValue {
        /// Key of the field.
        field: String,
        /// What stood in the file.
        value: String,
    },
    /// The card file refused it for another reason.
    #[error("{0}")]
    Refused(String),
    /// Another card has the same customer code.
    #[error("code taken: {0}")]
    CodeTaken(String),
    /// Another import makes the card just now, of this name, and may yet be taken back.
    #[error("being brought in by another import: {0}")]
    BeingImported(String),
}
