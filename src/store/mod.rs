//! The card file: the only place that knows SQL.

mod agenda;
mod alike;
mod batch;
mod bounds;
mod bulk;
mod cell;
mod chain;
mod closest;
mod code;
mod derived;
mod detail;
mod door;
mod draft;
mod duplicate;
mod error;
mod face;
mod field_match;
mod file;
mod filter;
mod fingerprint;
mod guard;
mod head;
mod import;
mod journal;
mod lending;
mod list;
mod list_view;
mod load;
mod lock;
mod matching;
mod nameable;
mod new_card;
mod open_entry;
mod ordered;
mod other_day;
mod own_fields;
mod plan;
mod read;
mod record;
mod referral;
mod refresh;
mod retag;
mod rows;
mod search;
mod session;
mod sort;
mod standing;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod trace;
mod undo;
mod value;
mod visits;
mod warm;
mod write;
mod zone;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::clock;
use crate::domain::id::CardId;
use crate::domain::policy::Policies;
use file::Pages;
use load::Known;
use other_day::LastCovered;
use session::Session;

pub use agenda::{DueCard, Freshness};
pub use bulk::{BulkChange, BulkDone, Going, Watch};
pub use door::{Door, Written};
pub use draft::Draft;
pub use duplicate::{Duplicate, DuplicateBy};
pub use error::{Result, StoreError};
pub use face::Face;
pub use file::{WhenMissing, opens_slowly};
pub use guard::{is_card_file, is_same_file};
pub use import::{IMPORT_PIECE, ImportRow, Introduction, NameSource, OnDuplicate, RowOutcome, Trial};
pub use journal::{Act, JournalEntry, Source, WrittenTo};
pub use lending::Lending;
pub use list::{Count, FirstCards, Order, Resolution, SEVERAL_SHOWN, Sort};
pub use list_view::Arrangement;
pub use load::{Preparer, Ready};
pub use lock::Holder;
pub use nameable::Nameable;
pub use open_entry::OpenEntry;
pub use record::RecordKind;
pub use refresh::Progress;
pub use rows::Row;
pub use search::Stop;
pub use trace::{Origin, Traced, Wrote};
pub use undo::{Step, Stepped, Way};
pub use write::{AsRead, Removal, Replaced};

/// How a card file is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Who will write.
    pub source: Source,
    /// The policies standings are folded with.
    pub policies: Policies,
    /// The as-of date: the day of every default date and derived value.
    pub day: NaiveDate,
}

/// An open card file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    opening: Opening,
    /// The name of the policies in force.
    policy: String,
    /// The local day for which the file keeps standings; moves only forward.
    today: NaiveDate,
    session: Arc<Session>,
    covered: LastCovered,
    /// Standings to be folded again when nobody waits.
    outdated: refresh::Outdated,
    /// What an import under way knows of the cards there are.
    known: Option<Known>,
    /// How fast it goes while others may write.
    pace: import::Pace,
    /// The sets that a list under way asks.
    found: search::Found,
    /// The search index in the making.
    build: Option<search::Build>,
    /// The search index of the cards that are being brought in.
    loading: Option<search::Loading>,
    /// How many cards the search index may lag behind.
    worth_a_build: i64,
}

/// Breaks off the statement a connection is at: it fails, and nothing of it stays.
pub struct Interrupter(rusqlite::InterruptHandle);

impl Interrupter {
    /// Does it; nothing when no statement is under way.
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

impl std::fmt::Debug for Interrupter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Interrupter")
    }
}

impl Store {
    /// Opens a card file, making it and its folder when it is missing.
    pub fn open(path: &Path, opening: Opening) -> Result<Store> {
        Store::open_or(path, opening, WhenMissing::Make)
    }

    /// Opens a card file that must be there.
    pub fn open_existing(path: &Path, opening: Opening) -> Result<Store> {
        Store::open_or(path, opening, WhenMissing::Refuse)
    }

    fn open_or(path: &Path, opening: Opening, when_missing: WhenMissing) -> Result<Store> {
        let found = file::find(path, when_missing)?;
        // The locks stand beside the file itself, whichever link it was reached by.
        let real = fs::canonicalize(path).map_err(|error| StoreError::io(path, error).at(path))?;
        let session = Session::start(&real, found.head).map_err(|error| error.at(path))?;
        let pages = match opening.source {
            Source::Screen => Pages::Mapped,
            _ => Pages::Copied,
        };
        let connection = file::connect(path, found.made, pages)?;
        let policy = opening.policies.name();
        let found = search::Found::of(&connection)?;
        let mut store = Store {
            connection,
            opening,
            policy,
            today: clock::today(),
            session: Arc::new(session),
            covered: LastCovered::default(),
            outdated: refresh::Outdated::default(),
            known: None,
            pace: import::Pace::default(),
            found,
            build: None,
            loading: None,
            worth_a_build: search::WORTH_A_BUILD,
        };
        store.take_back_abandoned_imports()?;
        store.repair_indexes()?;
        Ok(store)
    }

    /// The policies standings are folded with.
    pub fn policies(&self) -> &Policies {
        &self.opening.policies
    }

    /// Opens a second connection to the same file wherever it is called, so that a worker can do it on its
    /// own thread; its writes are this run's.
    pub fn opener(&self) -> impl FnOnce() -> Result<Store> + Send + use<> {
        let (opening, policy, today) = (self.opening.clone(), self.policy.clone(), self.today);
        let (session, worth_a_build) = (Arc::clone(&self.session), self.worth_a_build);
        move || {
            let path = session.path();
            let connection = file::attach(path, Pages::Copied).map_err(|error| error.at(path))?;
            let found = search::Found::of(&connection)?;
            Ok(Store {
                connection,
                opening,
                policy,
                today,
                session,
                covered: LastCovered::default(),
                outdated: refresh::Outdated::default(),
                known: None,
                pace: import::Pace::default(),
                found,
                build: None,
                loading: None,
                worth_a_build,
            })
        }
    }

    /// A second connection to the same file; its writes are this run's.
    pub fn another(&self) -> Result<Store> {
        self.opener()()
    }

    /// What breaks off the statement this connection is at, from another thread.
    pub fn interrupter(&self) -> Interrupter {
        Interrupter(self.connection.get_interrupt_handle())
    }

    /// To be called once the screen shows its first cards: whatever may happen to the disk under the file is an error
    /// from now on, not the program's end.
    pub fn has_begun(&self) -> Result<()> {
        file::take_pages(&self.connection, Pages::Copied)
    }

    /// Reads in one transaction: all of one moment, and the file's locks taken once instead of for every
    /// statement.
    fn in_one_read<T>(&self, read: impl FnOnce() -> Result<T>) -> Result<T> {
        if !self.connection.is_autocommit() {
            return read();
        }
        let transaction = self.connection.unchecked_transaction()?;
        let found = read()?;
        transaction.commit()?;
        Ok(found)
    }

    /// The card file.
    pub fn path(&self) -> &Path {
        self.session.path()
    }

    /// The as-of date: the day of every default date from now on. It moves on when midnight does.
    pub fn set_day(&mut self, day: NaiveDate) {
        self.opening.day = day;
    }

    /// Whether nobody else may be writing: no other program, and no other connection of this run.
    fn is_alone(&self) -> Result<bool> {
        Ok(Arc::strong_count(&self.session) == 1 && self.session.is_alone()?)
    }

    /// Between two pieces of long work: leaves the file for a moment to whoever may be waiting for it.
    fn give_way(&self) -> Result<()> {
        if !self.is_alone()? {
            thread::sleep(file::GIVEN_WAY);
        }
        Ok(())
    }

    /// Changes when another connection has written.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
    }

    /// Changes when this connection has written.
    pub fn own_changes(&self) -> u64 {
        self.connection.total_changes()
    }

    /// The journal, newest first; of one card when one is named.
    pub fn journal(&self, card: Option<CardId>, limit: usize) -> Result<Vec<JournalEntry>> {
        journal::entries(&self.connection, card, limit)
    }
}
