//! An entry of the journal that is open while it is written in pieces: an import, a change of many cards.

use rusqlite::params;
use rusqlite::types::Value;

use super::Store;
use super::batch::Batch;
use super::error::Result;
use super::journal::{self, Act, Heading};
use super::record::{self, RecordKind};
use crate::clock;
use crate::domain::id::JournalId;

/// An entry that is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenEntry {
    pub(super) batch: i64,
    pub(super) journal: JournalId,
    /// The last row of a card before it.
    pub(super) above: i64,
    /// When it began.
    pub(super) at: i64,
}

impl OpenEntry {
    /// The batch of the cards it makes.
    pub(super) fn batch(self) -> Batch {
        Batch { id: self.batch, above: self.above }
    }
}

impl Store {
    /// Opens an entry that is written in pieces. It is taken back if the program dies before its end.
    pub(super) fn open_entry(&mut self, act: Act, subject: &str) -> Result<OpenEntry> {
        let transaction = self.session.begin(&mut self.connection)?;
        let heading = Heading {
            session: self.session.id(),
            source: self.opening.source,
            act,
            subject,
            card: None,
            count: 0,
            at: clock::now(),
            state: "open",
        };
        let journal = journal::enter(&transaction, &heading)?;
        let above = record::next_row(&transaction, RecordKind::Card)? - 1;
        transaction
            .prepare_cached("INSERT INTO batch (journal, above, state) VALUES (?1, ?2, 'open')")?
            .execute([journal.0, above])?;
        let batch = transaction.last_insert_rowid();
        transaction.commit()?;
        Ok(OpenEntry { batch, journal, above, at: heading.at })
    }

    /// Closes an entry that was written in pieces; `None` when it changed nothing.
    pub(super) fn close_entry(&mut self, entry: OpenEntry) -> Result<Option<JournalId>> {
        let transaction = self.session.begin(&mut self.connection)?;
        let made = transaction
            .prepare_cached("SELECT count(*) FROM card WHERE batch = ?1 AND id > ?2")?
            .query_row([entry.batch, entry.above], |row| row.get::<_, i64>(0))?;
        // A card made by this entry may be changed by it too: linked to the one that introduced it.
        let changed = transaction
            .prepare_cached(
                "SELECT count(DISTINCT card) FROM
                     (SELECT card FROM journal_value WHERE journal = ?1
                      UNION ALL SELECT card FROM journal_alike_value WHERE journal = ?1)
                 WHERE card <= ?2",
            )?
            .query_row([entry.journal.0, entry.above], |row| row.get::<_, i64>(0))?;
        let values = journal::next_value(&transaction, entry.journal)?;
        let closed = if made == 0 && values == 0 {
            transaction.execute("DELETE FROM batch WHERE id = ?1", [entry.batch])?;
            transaction.execute("DELETE FROM journal WHERE id = ?1", [entry.journal.0])?;
            None
        } else {
            transaction.execute("UPDATE batch SET state = 'done' WHERE id = ?1", [entry.batch])?;
            transaction.execute(
                "UPDATE journal SET state = 'done', count = ?2 WHERE id = ?1",
                params![entry.journal.0, Value::Integer(made + changed)],
            )?;
            Some(entry.journal)
        };
        transaction.commit()?;
        Ok(closed)
    }
}
