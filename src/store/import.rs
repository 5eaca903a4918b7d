//! Importing many cards: in pieces, so that other programs may write in between, under one entry.
//!
//! Cards an import makes are not copied into the journal: they carry the number of its batch, and are
//! withdrawn and brought back by it. Cards it changes are journalled value by value.

use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params};

use super::door::Door;
use super::duplicate::{self, Duplicate};
use super::error::{Result, StoreError};
use super::file::{Load, prepare_for};
use super::journal::{self, Act, Heading};
use super::{Store, lock};
use crate::clock;
use crate::domain::choice::choices;
use crate::domain::draft::NewCard;
use crate::domain::id::{CardId, JournalId};

/// How many rows make a piece that holds the file for a moment only.
pub const IMPORT_PIECE: usize = 1000;

choices! {
    /// What happens to a row whose card is already there.
    pub enum OnDuplicate {
        Skip = "skip", ["skip", "跳过"];
        Update = "update", ["update", "更新"];
        Keep = "keep", ["keep both", "保留两者"];
    }
}

/// An import under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportId {
    batch: i64,
    journal: JournalId,
}

/// One row of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// The card as the row has it.
    pub card: NewCard,
    /// What the row is known by again: a hash of its cells and their headers.
    pub fingerprint: [u8; 16],
    /// What happens when the card is already there.
    pub on_duplicate: OnDuplicate,
}

/// What became of a row.
#[derive(Debug)]
pub enum RowOutcome {
    /// It made a card.
    Added(CardId),
    /// Its card was there and was changed.
    Updated(CardId),
    /// Its card was there and stays as it was.
    Skipped(Duplicate),
    /// It cannot be a card; nothing of it was kept.
    Refused(StoreError),
}

impl Store {
    /// Begins an import; `subject` names it in the journal: the file's name. If the program dies before its
    /// end, the next opening of the card file takes it back.
    pub fn begin_import(&mut self, subject: &str) -> Result<ImportId> {
        self.session.show_life()?;
        let path = self.path().to_path_buf();
        self.begin_import_inside(subject).map_err(|error| error.at(&path))
    }

    fn begin_import_inside(&mut self, subject: &str) -> Result<ImportId> {
        prepare_for(&self.connection, Load::Heavy)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let heading = Heading {
            session: self.session.id(),
            source: self.opening.source,
            act: Act::Import,
            subject,
            card: None,
            count: 0,
            at: clock::now(),
            state: "open",
        };
        let journal = journal::enter(&transaction, &heading)?;
        transaction
            .prepare_cached("INSERT INTO batch (journal, state) VALUES (?1, 'open')")?
            .execute([journal.0])?;
        let batch = transaction.last_insert_rowid();
        transaction.commit()?;
        Ok(ImportId { batch, journal })
    }

    /// Adds a field of the user's own for a column that no field of the catalogue can hold.
    pub fn import_own_field(&mut self, import: ImportId, key: &str, name: &str) -> Result<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut door = Door::of_batch(&transaction, &self.opening, self.today, import.batch);
        door.add_own_field(key, name)?;
        door.close_into(import.journal)?;
        Ok(transaction.commit()?)
    }

    /// Brings in some rows, at best [`IMPORT_PIECE`] of them, in one transaction. A row that is refused
    /// stops nobody else.
    pub fn import_piece(&mut self, import: ImportId, rows: &[ImportRow]) -> Result<Vec<RowOutcome>> {
        let path = self.path().to_path_buf();
        self.import_piece_inside(import, rows).map_err(|error| error.at(&path))
    }

    fn import_piece_inside(&mut self, import: ImportId, rows: &[ImportRow]) -> Result<Vec<RowOutcome>> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut outcomes = Vec::with_capacity(rows.len());
        for row in rows {
            transaction.prepare_cached("SAVEPOINT import_row")?.execute([])?;
            let door = Door::of_batch(&transaction, &self.opening, self.today, import.batch);
            let outcome = match take(door, import, row) {
                Ok(outcome) => outcome,
                Err(StoreError::Sqlite(error)) => return Err(error.into()),
                Err(refusal) => {
                    transaction.prepare_cached("ROLLBACK TO import_row")?.execute([])?;
                    RowOutcome::Refused(refusal)
                }
            };
            transaction.prepare_cached("RELEASE import_row")?.execute([])?;
            outcomes.push(outcome);
        }
        transaction.commit()?;
        Ok(outcomes)
    }

    /// Does any work as one piece of an import, in one transaction: cards it makes are the batch's, with all
    /// that hangs on them.
    pub fn import_with<T>(
        &mut self,
        import: ImportId,
        work: impl FnOnce(&mut Door<'_>) -> Result<T>,
    ) -> Result<T> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut door = Door::of_batch(&transaction, &self.opening, self.today, import.batch);
        let value = work(&mut door)?;
        door.derive_made()?;
        door.close_into(import.journal)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Ends an import; its entry of the journal, `None` when it changed nothing.
    pub fn finish_import(&mut self, import: ImportId) -> Result<Option<JournalId>> {
        let path = self.path().to_path_buf();
        let entry = finish(&mut self.connection, import).map_err(|error| error.at(&path))?;
        prepare_for(&self.connection, Load::Light)?;
        Ok(entry)
    }

    /// Takes an import under way back, in pieces.
    pub fn cancel_import(&mut self, import: ImportId) -> Result<()> {
        let path = self.path().to_path_buf();
        self.cancel_import_inside(import).map_err(|error| error.at(&path))
    }

    fn cancel_import_inside(&mut self, import: ImportId) -> Result<()> {
        loop {
            let withdrawn = self
                .connection
                .prepare_cached(
                    "UPDATE card SET state = 2 WHERE id IN
                         (SELECT id FROM card WHERE batch = ?1 AND state < 2 LIMIT ?2)",
                )?
                .execute(params![import.batch, WITHDRAWN_AT_ONCE])?;
            if withdrawn == 0 {
                break;
            }
        }
        let state = match self.take_back_updates(import.journal) {
            Ok(()) => "undone",
            // Someone built on a change of the import: that stays, with its entry.
            Err(StoreError::UndoBlocked { .. }) => "done",
            Err(error) => return Err(error),
        };
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction
            .prepare_cached("UPDATE batch SET state = 'undone' WHERE id = ?1")?
            .execute([import.batch])?;
        transaction
            .prepare_cached("UPDATE journal SET state = ?2 WHERE id = ?1")?
            .execute(params![import.journal.0, state])?;
        transaction.commit()?;
        prepare_for(&self.connection, Load::Light)
    }

    /// Takes back imports whose program died on the way.
    pub(super) fn take_back_abandoned_imports(&mut self) -> Result<()> {
        let open: Vec<(ImportId, String)> = self
            .connection
            .prepare_cached(
                "SELECT batch.id, journal.id, journal.session FROM batch
                 JOIN journal ON journal.id = batch.journal WHERE batch.state = 'open'",
            )?
            .query_map([], |row| {
                Ok((ImportId { batch: row.get(0)?, journal: JournalId(row.get(1)?) }, row.get(2)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        for (import, session) in open {
            if !lock::lives(self.path(), &session) {
                self.cancel_import(import)?;
            }
        }
        Ok(())
    }
}

/// How many cards are withdrawn in one go, so that nobody waits for the file.
const WITHDRAWN_AT_ONCE: i64 = 2000;

/// Takes one row in.
fn take(mut door: Door<'_>, import: ImportId, row: &ImportRow) -> Result<RowOutcome> {
    let connection = door.connection;
    let known = match row.on_duplicate {
        OnDuplicate::Keep => None,
        OnDuplicate::Skip | OnDuplicate::Update => {
            match duplicate::by_fingerprint(connection, &row.fingerprint)? {
                Some(known) => Some(known),
                None => duplicate::twin(connection, &row.card)?,
            }
        }
    };
    let (card, outcome) = match known {
        None => {
            let card = door.add_card(&row.card)?;
            door.keep_derived_of(card, &row.card)?;
            (card, RowOutcome::Added(card))
        }
        Some(known) if row.on_duplicate == OnDuplicate::Update => {
            door.update_card(known.card, &row.card)?;
            if door.close_into(import.journal)? == 0 {
                return Ok(RowOutcome::Skipped(known));
            }
            (known.card, RowOutcome::Updated(known.card))
        }
        Some(known) => return Ok(RowOutcome::Skipped(known)),
    };
    connection
        .prepare_cached("INSERT OR IGNORE INTO fingerprint (hash, card, batch) VALUES (?1, ?2, ?3)")?
        .execute(params![row.fingerprint, card.0, import.batch])?;
    Ok(outcome)
}

fn finish(connection: &mut Connection, import: ImportId) -> Result<Option<JournalId>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let count = |sql: &str, id: i64| -> Result<i64> {
        Ok(transaction.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
    };
    let made = count("SELECT count(*) FROM card WHERE batch = ?1", import.batch)?;
    let changed =
        count("SELECT count(DISTINCT card) FROM journal_value WHERE journal = ?1", import.journal.0)?;
    let values = count("SELECT count(*) FROM journal_value WHERE journal = ?1", import.journal.0)?;
    let entry = if made == 0 && values == 0 {
        transaction.execute("DELETE FROM batch WHERE id = ?1", [import.batch])?;
        transaction.execute("DELETE FROM journal WHERE id = ?1", [import.journal.0])?;
        None
    } else {
        transaction.execute("UPDATE batch SET state = 'done' WHERE id = ?1", [import.batch])?;
        transaction.execute(
            "UPDATE journal SET state = 'done', count = ?2 WHERE id = ?1",
            params![import.journal.0, Value::Integer(made + changed)],
        )?;
        Some(import.journal)
    };
    transaction.commit()?;
    Ok(entry)
}
