//! Imports of other programs that are not done yet: nobody knows whether the cards they make will stay.

use std::thread;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::id::CardId;
use crate::store::error::{Result, StoreError};
use crate::store::search::Stop;
use crate::store::{Store, lock};

/// How often it is asked whether another import is done.
const ASKED_EVERY: Duration = Duration::from_millis(20);

/// An import that is under way, by its batch: one that began later has a higher one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct UnderWay(i64);

impl UnderWay {
    /// Whether it began before that of a batch. Only who came later waits: else two could wait for each other.
    pub(super) fn is_before(self, batch: i64) -> bool {
        self.0 < batch
    }
}

/// All that are under way but that of a batch.
pub(super) fn others(connection: &Connection, own: i64) -> Result<Vec<UnderWay>> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM batch WHERE state = 'open' AND id <> ?1")?;
    let others = statement.query_map([own], |row| row.get(0).map(UnderWay))?;
    Ok(others.collect::<rusqlite::Result<_>>()?)
}

/// The one of these that makes a card.
pub(super) fn making(connection: &Connection, others: &[UnderWay], card: CardId) -> Result<Option<UnderWay>> {
    if others.is_empty() {
        return Ok(None);
    }
    let mut statement = connection.prepare_cached("SELECT batch FROM card WHERE id = ?1")?;
    let batch: Option<Option<i64>> = statement.query_row([card.0], |row| row.get(0)).optional()?;
    Ok(batch.flatten().map(UnderWay).filter(|batch| others.contains(batch)))
}

impl Store {
    /// Waits until another import is done or taken back.
    pub(super) fn wait_for(&self, other: UnderWay, stop: Stop<'_>) -> Result<()> {
        while let Some(session) = self.session_of(other)? {
            if stop() {
                return Err(StoreError::Stopped);
            }
            if !lock::lives(self.path(), &session) {
                // Its program died: every opening takes back what it left.
                drop(Store::open_existing(self.path(), self.opening.clone())?);
            }
            thread::sleep(ASKED_EVERY);
        }
        Ok(())
    }

    /// Who is at an import; nobody when it is done.
    fn session_of(&self, import: UnderWay) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT coalesce(journal.undone_by, journal.session) FROM batch
             JOIN journal ON journal.id = batch.journal WHERE batch.id = ?1 AND batch.state = 'open'",
        )?;
        Ok(statement.query_row([import.0], |row| row.get(0)).optional()?)
    }
}
