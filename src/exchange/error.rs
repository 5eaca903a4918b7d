//! What can go wrong with a file as a whole. What is wrong with one row is a [`Reject`](super::csv::Reject).

use std::io;
use std::path::PathBuf;

use super::csv::RejectReason;
use super::foreign::Foreign;

/// Why a file could not be read or written at all.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// No such file.
    #[error("no such file: {}", .0.display())]
    Missing(PathBuf),
    /// A directory stands where a file should.
    #[error("a directory: {}", .0.display())]
    Directory(PathBuf),
    /// A card file, or a file kept beside one: nothing else is written there.
    #[error("a card file: {}", .0.display())]
    CardFile(PathBuf),
    /// The file that is read: nothing is written there at the same time.
    #[error("read and written at once: {}", .0.display())]
    ReadAndWritten(PathBuf),
    /// The file has no content.
    #[error("empty file")]
    Empty,
    /// The file holds something other than a text table.
    #[error("no table: {0:?}")]
    NoTable(Foreign),
    /// The file has a header row and nothing below it.
    #[error("only a header row")]
    HeaderOnly,
    /// The header row is broken.
    #[error("broken header: {0}")]
    BadHeader(RejectReason),
    /// `--encoding` names nothing known.
    #[error("unknown encoding: {0}")]
    UnknownEncoding(String),
    /// No column can give a card its name.
    #[error("no column gives a name: {0:?}")]
    NoNameColumn(Vec<String>),
    /// `--map` names a column the file does not have.
    #[error("no such column: {column}")]
    NoSuchColumn {
        /// The column that is named.
        column: String,
        /// The one of the file that is nearest to it, where one is near.
        nearest: Option<String>,
    },
    /// `--map` names a field there is not; and the one nearest to it.
    #[error("no such field: {field}")]
    NoSuchField {
        /// The word for a field.
        field: String,
        /// The key nearest to it.
        nearest: String,
    },
    /// An item of `--map` is not `column=field`, or its column was named before.
    #[error("not column=field: {0}")]
    BadMapping(String),
    /// The table of sample cards inside the program is damaged.
    #[error("sample cards: {0}")]
    Samples(String),
    /// The watcher stopped it; nothing is left of it.
    #[error("cancelled")]
    Cancelled,
    /// The card file refused.
    #[error(transparent)]
    Store(#[from] crate::store::StoreError),
    /// Reading or writing failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Result of reading or writing a file.
pub type Result<T> = std::result::Result<T, ExchangeError>;
