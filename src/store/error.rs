//! Everything that can go wrong with a card file, as data. The words for it stand in `lang`.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::ErrorCode;

use super::journal::JournalEntry;
use super::lock::Holder;
use crate::domain::id::{CardId, ContactId, EntryId, PersonId, PromiseId, VisitId};
use crate::domain::transition::MoveRefusal;

/// Everything that can go wrong with a card file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite's own, not told apart further.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The system refused a file operation.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// The system's answer.
        source: std::io::Error,
    },
    /// The card file was moved, deleted or replaced while it was open; nothing was changed.
    #[error("{} is no longer the file that was opened", path.display())]
    Moved {
        /// Where it was.
        path: PathBuf,
    },
    /// There is no such card file, and none was to be made.
    #[error("{} does not exist", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The file is something else: text, a picture, another program's database.
    #[error("{} is no card file", path.display())]
    NotACardFile {
        /// Which file.
        path: PathBuf,
    },
    /// A directory stands at the path.
    #[error("{} is a directory", path.display())]
    Directory {
        /// Which directory.
        path: PathBuf,
    },
    /// The card file is encrypted.
    #[error("{} is encrypted", path.display())]
    Encrypted {
        /// Which file.
        path: PathBuf,
    },
    /// A newer fieldcard made the file.
    #[error("{} has version {found}, known is {known}", path.display())]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The file may not be written to.
    #[error("{} is read-only", path.display())]
    ReadOnly {
        /// Which file.
        path: PathBuf,
    },
    /// The folder of the card file may not be written to, and what is kept beside the file is.
    #[error("the folder {} of {} is read-only", folder.display(), path.display())]
    FolderReadOnly {
        /// The card file.
        path: PathBuf,
        /// Its folder, or the nearest one that is there.
        folder: PathBuf,
    },
    /// No room is left on the disk; nothing was changed.
    #[error("no room left for {}", path.display())]
    DiskFull {
        /// Which file.
        path: PathBuf,
    },
    /// Another program held the file for too long; nothing was changed.
    #[error("{} is busy", path.display())]
    Busy {
        /// Which file.
        path: PathBuf,
    },
    /// Another program needs the file for itself alone.
    #[error("{} is held by another program", path.display())]
    Held {
        /// Which file.
        path: PathBuf,
        /// The programs that have it open; empty where that is not known.
        by: Vec<Holder>,
    },
    /// Something in the file does not have the form it must have.
    #[error("damaged: {what}")]
    Damaged {
        /// Table and value, for a bug report.
        what: String,
    },
    /// There is no such card.
    #[error("no card {0}")]
    NoSuchCard(CardId),
    /// There is no such person on the card.
    #[error("no person {0} on the card")]
    NoSuchPerson(PersonId),
    /// Authority was said of an organisation with nobody on its card whose it could be.
    #[error("nobody's authority on card {0}")]
    NobodysAuthority(CardId),
    /// The history speaks of the person, who can leave the customer but not the card.
    #[error("the history speaks of person {0}")]
    PersonHasHistory(PersonId),
    /// There is no such field.
    #[error("no field {0}")]
    NoSuchField(String),
    /// A field of the catalogue: only those of the user's own are removed.
    #[error("field of the catalogue: {0}")]
    FieldOfEveryCard(String),
    /// No saved filter of this name.
    #[error("no saved filter {name}")]
    NoSuchFilter {
        /// As typed.
        name: String,
    },
    /// The field is not set by value: it has a door of its own (position, people, phones …).
    #[error("field {0} is not set by value")]
    FieldHasItsOwnDoor(String),
    /// The field takes one value, several were given.
    #[error("field {0} takes one value")]
    OneValueOnly(String),
    /// The value is not one the field can hold.
    #[error("{value:?} is no value for {field}")]
    BadValue {
        /// Which field.
        field: String,
        /// What was given.
        value: String,
    },
    /// Nobody waits for the answer any more: a newer question has come.
    #[error("stopped")]
    Stopped,
    /// A name may not be empty.
    #[error("empty name")]
    EmptyName,
    /// Another card has this code.
    #[error("code {code} is taken by card {card}")]
    CodeTaken {
        /// The code.
        code: String,
        /// Who has it.
        card: CardId,
        /// Its name.
        name: String,
    },
    /// The card of a row is one that another import makes, which may yet be taken back.
    #[error("{0} is being brought in by another import")]
    BeingImported(String),
    /// The move between positions is refused.
    #[error(transparent)]
    Move(#[from] MoveRefusal),
    /// A visit that is planned no more.
    #[error("no visit {0}")]
    NoSuchVisit(VisitId),
    /// A key or name for an own field that means something already.
    #[error("{word} is {by}")]
    FieldExists {
        /// The key or name.
        word: String,
        /// The key of what it means.
        by: String,
    },
    /// The type of an own field stays as it is.
    #[error("type of {0} stays")]
    OwnTypeStays(String),
    /// A choice that cards have cannot be taken from its list.
    #[error("{code} of {field} is on {cards} cards")]
    ChoiceInUse {
        /// The field's key.
        field: String,
        /// The choice.
        code: String,
        /// On how many cards.
        cards: u64,
    },
    /// A field that cards have values of.
    #[error("{field} is on {cards} cards")]
    FieldInUse {
        /// The field's key.
        field: String,
        /// On how many cards.
        cards: u64,
    },
    /// No such contact on the card.
    #[error("no contact {0}")]
    NoSuchContact(ContactId),
    /// No such promise on the card.
    #[error("no promise {0}")]
    NoSuchPromise(PromiseId),
    /// No such detail on the card.
    #[error("no detail {0}")]
    NoSuchDetail(EntryId),
    /// A detail of a group of which every record is of a person, and none is named.
    #[error("{group} of nobody on card {card}")]
    DetailOfNobody {
        /// The card.
        card: CardId,
        /// The key of the group.
        group: &'static str,
    },
    /// No person of this name is on the card.
    #[error("no person {name} on card {card}")]
    NoPersonOfName {
        /// The card.
        card: CardId,
        /// As typed.
        name: String,
    },
    /// A card that leads back to itself by a field that names another card.
    #[error("card {other} leads back to card {card} by {field}")]
    Circle {
        /// The field's key.
        field: String,
        /// The card that was to be changed.
        card: CardId,
        /// The card it was to name.
        other: CardId,
    },
    /// Another program changed the value since it was read; nothing was changed.
    #[error("{field} of card {card} was changed meanwhile")]
    Crossed {
        /// Which card.
        card: CardId,
        /// Which field.
        field: String,
        /// What stands there now.
        theirs: Vec<String>,
        /// What was to be written.
        ours: Vec<String>,
    },
    /// Another program keeps other visits for this day by now; nothing was changed.
    #[error("the plan of {0} was changed meanwhile")]
    PlanChanged(NaiveDate),
    /// A later change stands on the one that was to be taken back or put back.
    #[error("entry {} cannot be taken back or put back", entry.id)]
    UndoBlocked {
        /// What was to be taken back or put back.
        entry: Box<JournalEntry>,
        /// The later change; `None` when it cannot be told.
        later: Option<Box<JournalEntry>>,
    },
}

/// What the store's functions give.
pub type Result<T> = std::result::Result<T, StoreError>;

impl StoreError {
    /// Puts a name to the causes that a person can do something about.
    pub(super) fn at(self, path: &Path) -> StoreError {
        let path = path.to_path_buf();
        match self {
            StoreError::Sqlite(ref error) => match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase) => StoreError::NotACardFile { path },
                Some(ErrorCode::ReadOnly) => StoreError::ReadOnly { path },
                Some(ErrorCode::DiskFull) => StoreError::DiskFull { path },
                // What is shared beside the file finds no room: even to read is not possible then.
                _ if error.sqlite_error().is_some_and(is_without_room) => StoreError::DiskFull { path },
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path },
                Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged { what: error.to_string() },
                _ => self,
            },
            StoreError::Io { path: at, source } => match source.kind() {
                std::io::ErrorKind::NotFound => StoreError::Missing { path: at },
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                    // What stands in the way of the file itself is told of it.
                    let folder = path.ancestors().skip(1).find(|folder| folder.is_dir());
                    match folder.filter(|_| at != path || !path.exists()) {
                        Some(folder) => StoreError::FolderReadOnly { folder: folder.to_path_buf(), path },
                        None => StoreError::ReadOnly { path: at },
                    }
                }
                std::io::ErrorKind::StorageFull => StoreError::DiskFull { path: at },
                _ => StoreError::Io { path: at, source },
            },
            other => other,
        }
    }

    pub(super) fn io(path: &Path, source: std::io::Error) -> StoreError {
        StoreError::Io { path: path.to_path_buf(), source }
    }
}

/// Whether the index of the write-ahead log could not be made as long as it must be, which SQLite does not call a
/// full disk though nothing else is the cause.
fn is_without_room(error: &rusqlite::ffi::Error) -> bool {
    error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::*;

    #[test]
    fn a_shared_index_that_finds_no_room_is_a_full_disk() {
        let path = Path::new("cards.fieldcard");
        let told = |code| {
            let failure = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
            StoreError::from(failure).at(path)
        };
        assert!(matches!(told(rusqlite::ffi::SQLITE_IOERR_SHMSIZE), StoreError::DiskFull { .. }));
        assert!(matches!(told(rusqlite::ffi::SQLITE_IOERR_READ), StoreError::Sqlite(_)));
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_told_with_the_card_file_in_it() {
        let place = tempfile::tempdir().unwrap();
        let (folder, path) = (place.path(), place.path().join("cards.fieldcard"));
        let told = |at: &Path| StoreError::io(at, Error::from(ErrorKind::PermissionDenied)).at(&path);
        let is_of_folder = |error: StoreError| matches!(error, StoreError::FolderReadOnly { path: file, folder: of } if file == path && of == folder);
        assert!(is_of_folder(told(&path)), "the card file is not there yet");
        std::fs::write(&path, "").unwrap();
        assert!(matches!(told(&path), StoreError::ReadOnly { path: file } if file == path));
        assert!(is_of_folder(told(&folder.join("cards.fieldcard-lock"))));
    }
}
