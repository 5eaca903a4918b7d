//! Everything that can go wrong and is told to a person; the words for it stand in [`errors`](super::errors).

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::field_parse::FieldError;
use crate::domain::id::CardId;
use crate::domain::query::{FilterError, QueryError};
use crate::domain::spec::SpecError;
use crate::domain::when::WhenError;
use crate::exchange::error::ExchangeError;
use crate::store::{Duplicate, StoreError};

/// Something that could not be done, with the values it is about.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The card file's own.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file brought in or taken out.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// A new card looks like cards that are there.
    #[error("{name} looks like a card that is there")]
    LikelyDuplicates {
        /// The name of the new card.
        name: String,
        /// What it looks like.
        found: Vec<Duplicate>,
    },
    /// A wrong command line.
    #[error(transparent)]
    Usage(#[from] UsageProblem),
    /// A wrong configuration.
    #[error(transparent)]
    Configuration(#[from] ConfigurationProblem),
    /// An argument in one of the small languages that cannot be read.
    #[error(transparent)]
    Spec(#[from] SpecError),
    /// A query that cannot be read.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// A query that cannot be kept under a name.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// A text that is no value of its field.
    #[error("{field}: {value}: {error}")]
    Field {
        /// The field's name or key.
        field: String,
        /// As typed.
        value: String,
        /// What is wrong with it.
        error: FieldError,
    },
    /// The platform names no folder for data, and no file was named.
    #[error("no data folder")]
    NoDataFolder,
    /// The screen was asked for where there is none.
    #[error("no terminal")]
    NoTerminal,
    /// A passphrase was named, and this version encrypts no card file.
    #[error("no encryption")]
    NoEncryption,
    /// The terminal refused to be drawn on or read.
    #[error("terminal: {0}")]
    Terminal(std::io::Error),
    /// The program itself is wrong somewhere: a panic, with its place.
    #[error("fault: {0}")]
    Fault(String),
    /// Nothing lies where a path leads.
    #[error("{path}: no file")]
    FileMissing {
        /// Where.
        path: PathBuf,
    },
    /// A file of a card is of no kind that is only read when it is opened.
    #[error("{path}: not of a kind to read")]
    FileNotToRead {
        /// Where.
        path: PathBuf,
    },
    /// Nothing here opens files.
    #[error("{path}: no opener")]
    NoOpener {
        /// The file.
        path: PathBuf,
    },
    /// No editor outside is named.
    #[error("no editor")]
    NoEditor,
    /// The editor outside gave nothing back.
    #[error("{editor}: {reason}")]
    Editor {
        /// How it is called.
        editor: String,
        /// Why not.
        reason: std::io::Error,
        /// The file that holds what was written; `None`: nothing was.
        kept: Option<PathBuf>,
    },
    /// No card is meant by a text.
    #[error("no card {text}")]
    NoSuchCard {
        /// As typed.
        text: String,
    },
    /// A text means several cards.
    #[error("{count} cards match {text}")]
    SeveralCards {
        /// As typed.
        text: String,
        /// The first of them, with their names.
        first: Vec<(CardId, String)>,
        /// How many there are.
        count: usize,
    },
    /// No person of this name is on the card.
    #[error("no person {name} on card {card}")]
    NoSuchPerson {
        /// As typed.
        name: String,
        /// The card.
        card: CardId,
        /// Who is on it.
        known: Vec<String>,
    },
    /// No card has an address in a zone.
    #[error("no zone {zone}")]
    NoSuchZone {
        /// As typed.
        zone: String,
        /// The one that looks most like it, else some of those there are.
        known: Vec<String>,
    },
    /// No open visit of a card stands in the plan kept for a day.
    #[error("{name} is not planned for {day}")]
    NotPlanned {
        /// The card's name.
        name: String,
        /// The day.
        day: NaiveDate,
    },
    /// No change is left to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// No change was taken back last.
    #[error("nothing to redo")]
    NothingToRedo,
    /// A file that would be overwritten.
    #[error("{path} exists")]
    FileExists {
        /// The file.
        path: PathBuf,
    },
    /// A file other than the card file could not be read or written.
    #[error("{path}: {reason}")]
    File {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        reason: std::io::Error,
    },
    /// The results could not be written.
    #[error("standard output: {0}")]
    Output(std::io::Error),
}

/// What is wrong with the arguments alone.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum UsageProblem {
    /// No such option here.
    #[error("unknown option {option}")]
    UnknownOption {
        /// As typed.
        option: String,
        /// The option that looks most like it.
        nearest: Option<String>,
    },
    /// No such command.
    #[error("unknown command {command}")]
    UnknownCommand {
        /// As typed.
        command: String,
        /// The command that looks most like it.
        nearest: Option<String>,
    },
    /// One argument more than the command takes.
    #[error("unexpected argument {argument}")]
    UnexpectedArgument {
        /// As typed.
        argument: String,
    },
    /// An argument that must be there is not.
    #[error("missing {argument} for {command}")]
    MissingArgument {
        /// Its name in the command's usage line.
        argument: String,
        /// The command, with the program's name.
        command: String,
    },
    /// An option without its value.
    #[error("missing value of {option}")]
    MissingValue {
        /// The option with the name of its value.
        option: String,
    },
    /// A value an option cannot take.
    #[error("{option}: wrong value {value}")]
    WrongValue {
        /// The option or argument.
        option: String,
        /// As typed.
        value: String,
        /// What it takes, when that is a closed list.
        allowed: Vec<String>,
    },
    /// Two options that exclude each other.
    #[error("{option} with {other}")]
    Conflict {
        /// The one.
        option: String,
        /// The other.
        other: String,
    },
    /// An option given twice.
    #[error("{option} twice")]
    Twice {
        /// The option.
        option: String,
    },
    /// Bytes that are not text.
    #[error("not UTF-8")]
    NotText,
    /// An option that takes a whole number, with something else, or with one that is too small or too large.
    #[error("{option}: {value}")]
    NoCount {
        /// The option.
        option: String,
        /// As typed.
        value: String,
    },
    /// An option that takes an amount, with something else.
    #[error("{option}: {value}")]
    NoAmount {
        /// The option.
        option: String,
        /// As typed.
        value: String,
    },
    /// A date that is none.
    #[error("no date: {value}")]
    NoDate {
        /// As typed.
        value: String,
        /// What is wrong with it.
        reason: WhenError,
    },
    /// A fact cannot lie after the as-of date.
    #[error("{on} is after {as_of}")]
    FutureDate {
        /// The day named.
        on: NaiveDate,
        /// The as-of date.
        as_of: NaiveDate,
    },
    /// No such field or column.
    #[error("no field: {field}")]
    UnknownField {
        /// As typed.
        field: String,
        /// The one that looks most like it.
        nearest: String,
    },
    /// A sensitive field that is switched off.
    #[error("{field} is switched off: {sensitive}")]
    SwitchedOff {
        /// The field's key.
        field: String,
        /// The code by which it is switched on.
        sensitive: &'static str,
    },
    /// A number too small to mean anything.
    #[error("{option} {value}: at least {least}")]
    TooFew {
        /// The option.
        option: String,
        /// As typed.
        value: usize,
        /// The smallest there is.
        least: usize,
    },
    /// Nothing stands in the line to log.
    #[error("empty line")]
    EmptyLine,
    /// A field of one value cannot be added to or taken from.
    #[error("{field} is no list")]
    NotAList {
        /// The field's key.
        field: String,
    },
    /// A language fieldcard does not speak.
    #[error("no language: {value}")]
    NoLanguage {
        /// As typed.
        value: String,
    },
    /// Anything else the command line's parser found, in its own words.
    #[error("{0}")]
    Other(String),
}

/// What a key of the configuration takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One of these words.
    OneOf(String),
    /// A text.
    Text,
    /// A whole number from 0 to the greatest there is.
    Number,
    /// So many whole numbers in a list.
    Numbers(usize),
    /// A list of words.
    List,
    /// A table of keys.
    Table,
    /// A word, or a table of keys.
    WordOrTable,
    /// A name that is not empty and not yet that of another.
    NameOfItsOwn,
}

/// What is wrong with the configuration file.
#[derive(Debug, thiserror::Error)]
pub enum ConfigurationProblem {
    /// It cannot be read.
    #[error("{path}: {reason}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        reason: std::io::Error,
    },
    /// A line is not written as a configuration is.
    #[error("{path}:{line}: {found}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What stands in it.
        found: String,
    },
    /// A value that its key does not take.
    #[error("{path}:{line}: {key}: {value} is not {wanted:?}")]
    WrongValue {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The key with the tables it is in.
        key: String,
        /// As typed.
        value: String,
        /// What it takes.
        wanted: Wanted,
    },
    /// A table without one of the keys it must have.
    #[error("{path}:{line}: no {key}")]
    MissingKey {
        /// The file.
        path: PathBuf,
        /// The line, from 1, in which the table stands.
        line: usize,
        /// The key with the tables it is in.
        key: String,
    },
    /// It cannot be written, or what would be written could not be read.
    #[error("{path}: {reason}")]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        reason: std::io::Error,
    },
    /// A key that is not known.
    #[error("{path}:{line}: unknown key {key}")]
    UnknownKey {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// As typed.
        key: String,
        /// The known key that looks most like it.
        nearest: String,
    },
}
