//! Taking back and putting back entries of the journal.
//!
//! An entry is taken back only where every value still is what the entry made of it, so that nothing of a
//! later change is lost without a word. Putting back asks the same of the values before.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, TransactionBehavior, params};

use super::error::{Result, StoreError};
use super::journal::{self, Change, ENTRY_COLUMNS, JournalEntry, entry_of};
use super::record::{self, EXISTS, RecordKind};
use super::{Opening, Store, batch, derived, door};
use crate::clock;
use crate::domain::id::{CardId, JournalId};

/// Which way an entry is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From the values after to the values before.
    Back,
    /// From the values before to the values after.
    Forth,
}

impl Store {
    /// Takes back this run's newest entry, else the file's newest; `None` when there is nothing to take back.
    pub fn undo(&mut self) -> Result<Option<JournalEntry>> {
        let path = self.path().to_path_buf();
        self.step(Way::Back).map_err(|error| error.at(&path))
    }

    /// Puts back what this run took back last, else what was taken back last in the file; `None` when there
    /// is nothing.
    pub fn redo(&mut self) -> Result<Option<JournalEntry>> {
        let path = self.path().to_path_buf();
        self.step(Way::Forth).map_err(|error| error.at(&path))
    }

    fn step(&mut self, way: Way) -> Result<Option<JournalEntry>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Some(entry) = next_entry(&transaction, way, self.session.id())? else { return Ok(None) };
        let stepping = Stepping { connection: &transaction, opening: &self.opening, today: self.today };
        stepping.go(&entry, way)?;
        batch::step(&transaction, &entry, way)?;
        mark(&transaction, entry.id, way, self.session.id())?;
        transaction.commit()?;
        Ok(Some(JournalEntry { undone: way == Way::Back, ..entry }))
    }

    /// Takes back what an import under way has changed of cards that were there before it.
    pub(super) fn take_back_updates(&mut self, entry: JournalId) -> Result<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let entry = journal::entry(&transaction, entry)?;
        let stepping = Stepping { connection: &transaction, opening: &self.opening, today: self.today };
        stepping.go(&entry, Way::Back)?;
        Ok(transaction.commit()?)
    }
}

/// What going through an entry needs.
struct Stepping<'store> {
    connection: &'store Connection,
    opening: &'store Opening,
    today: NaiveDate,
}

impl Stepping<'_> {
    /// Goes through the values of an entry, and works out again what is derived of the cards touched.
    fn go(&self, entry: &JournalEntry, way: Way) -> Result<()> {
        // The records of an entry go and come in any order; all is sound again at its end.
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let changes = journal::changes(self.connection, entry.id)?;
        must_stand(self.connection, entry, &changes, way)?;
        apply(self.connection, &changes, way).map_err(|error| match error {
            // A code was given to another card meanwhile.
            StoreError::Sqlite(error)
                if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) =>
            {
                blocked(entry, None)
            }
            other => other,
        })?;
        must_not_be_pointed_at(self.connection, entry, &changes)?;
        let now = clock::now();
        let touched: BTreeSet<CardId> = changes.iter().filter_map(|change| change.card).collect();
        for card in touched {
            door::raise_revision(self.connection, card, now)?;
            derived::renew(self.connection, card, self.today, &self.opening.policies)?;
        }
        Ok(())
    }
}

/// The entry that is next to be taken back or put back: this run's own first.
fn next_entry(connection: &Connection, way: Way, session: &str) -> Result<Option<JournalEntry>> {
    let queries = match way {
        Way::Back => [
            "WHERE state = 'done' AND session = ?1 ORDER BY id DESC LIMIT 1",
            "WHERE state = 'done' AND ?1 <> '' ORDER BY id DESC LIMIT 1",
        ],
        Way::Forth => [
            "WHERE undone_seq IS NOT NULL AND undone_by = ?1 ORDER BY undone_seq DESC LIMIT 1",
            "WHERE undone_seq IS NOT NULL AND ?1 <> '' ORDER BY undone_seq DESC LIMIT 1",
        ],
    };
    for query in queries {
        let sql = format!("SELECT {ENTRY_COLUMNS} FROM journal {query}");
        let mut statement = connection.prepare_cached(&sql)?;
        if let Some(row) = statement.query([session])?.next()? {
            return entry_of(row).map(Some);
        }
    }
    Ok(None)
}

/// When a card last changed: moved by every write, taking back included, so it stands for nothing here.
const UPDATED_AT: &str = "updated_at";

/// Refuses when a value is no longer what the entry left.
fn must_stand(connection: &Connection, entry: &JournalEntry, changes: &[Change], way: Way) -> Result<()> {
    for change in changes.iter().filter(|change| change.field != UPDATED_AT) {
        let expected = match way {
            Way::Back => &change.after,
            Way::Forth => &change.before,
        };
        if record::read(connection, change.kind, change.record, &change.field)? != *expected {
            let later = later_value_entry(connection, entry.id, change)?;
            return Err(blocked(entry, later));
        }
        if change.kind == RecordKind::Card && change.field == EXISTS && way == Way::Back {
            let later = later_card_entry(connection, entry.id, CardId(change.record))?;
            if later.is_some() {
                return Err(blocked(entry, later));
            }
        }
    }
    Ok(())
}

/// Refuses when a record that is now gone is still spoken of by others of its card.
fn must_not_be_pointed_at(connection: &Connection, entry: &JournalEntry, changes: &[Change]) -> Result<()> {
    for change in changes {
        let Some(card) = change.card.filter(|_| change.field == EXISTS) else { continue };
        let gone = record::read(connection, change.kind, change.record, EXISTS)? == Value::Null;
        if gone && record::is_pointed_at(connection, card, change.kind, change.record)? {
            return Err(blocked(entry, later_card_entry(connection, entry.id, card)?));
        }
    }
    Ok(())
}

pub(super) fn blocked(entry: &JournalEntry, later: Option<JournalEntry>) -> StoreError {
    StoreError::UndoBlocked { entry: Box::new(entry.clone()), later: later.map(Box::new) }
}

/// Brings every value to where it was, or to where it went. Changes of one record stand together.
fn apply(connection: &Connection, changes: &[Change], way: Way) -> Result<()> {
    let mut records: Vec<&[Change]> =
        changes.chunk_by(|one, other| one.kind == other.kind && one.record == other.record).collect();
    if way == Way::Back {
        records.reverse();
    }
    for changes in records {
        let targets = || {
            changes.iter().map(|change| {
                let target = match way {
                    Way::Back => &change.before,
                    Way::Forth => &change.after,
                };
                (change.field.as_str(), target)
            })
        };
        let [first, ..] = changes else { continue };
        match targets().find(|(field, _)| *field == EXISTS) {
            Some((_, Value::Null)) => record::delete(connection, first.kind, first.record)?,
            Some(_) => {
                let fields = targets().filter(|(field, _)| *field != EXISTS);
                record::insert(connection, first.kind, Some(first.record), fields)?;
            }
            None => {
                for (field, target) in targets() {
                    record::write(connection, first.kind, first.record, field, target)?;
                }
            }
        }
    }
    Ok(())
}

/// The newest other entry that changed the same value and stands.
fn later_value_entry(
    connection: &Connection,
    entry: JournalId,
    change: &Change,
) -> Result<Option<JournalEntry>> {
    use crate::domain::choice::Choice;
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state = 'done' AND id <> ?1 AND id IN
             (SELECT journal FROM journal_value WHERE record_kind = ?2 AND record = ?3 AND field IN (?4, ?5))
         ORDER BY id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows =
        statement.query(params![entry.0, change.kind.code(), change.record, change.field, EXISTS])?;
    rows.next()?.map(entry_of).transpose()
}

/// The newest other entry that changed anything of the card and stands.
fn later_card_entry(connection: &Connection, entry: JournalId, card: CardId) -> Result<Option<JournalEntry>> {
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state = 'done' AND id <> ?1 AND id IN
             (SELECT journal FROM journal_value WHERE card = ?2)
         ORDER BY id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![entry.0, card.0])?;
    rows.next()?.map(entry_of).transpose()
}

fn mark(connection: &Connection, entry: JournalId, way: Way, session: &str) -> Result<()> {
    let sql = match way {
        Way::Back => {
            "UPDATE journal SET state = 'undone', undone_by = ?2,
                 undone_seq = (SELECT coalesce(max(undone_seq), 0) + 1 FROM journal) WHERE id = ?1"
        }
        Way::Forth => {
            "UPDATE journal SET state = 'done', undone_by = NULL, undone_seq = NULL
             WHERE id = ?1 AND ?2 <> ''"
        }
    };
    connection.prepare_cached(sql)?.execute(params![entry.0, session])?;
    Ok(())
}
