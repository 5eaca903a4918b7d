//! Undo and redo of large entries: those that were too long for one transaction and were written in several.
//!
//! The cards an import brought in are taken back and put back together, by the number of their batch. Values
//! that an import or a change of many cards wrote are taken back and put back one card after the other.
//!
//! Meanwhile the entry is open, as it was while it was written. If the program dies, the next opening takes the
//! whole entry back, and passes over the cards that were taken back already.

use std::time::Instant;

use rusqlite::{Connection, ErrorCode, OptionalExtension, params};

use super::Store;
use super::alike::block_of;
use super::bulk::{Going, Watch};
use super::error::{Result, StoreError};
use super::file::{Load, References, prepare_for, set_references};
use super::fingerprint;
use super::journal::{self, Change, ENTRY_COLUMNS, JournalEntry, entry_of};
use super::record::{EXISTS, RecordKind};
use super::retag;
use super::search;
use super::table;
use super::undo::{Met, Stepping, Way, blocked, by_card, mark, pointing};
use crate::domain::choice::Choice;
use crate::domain::id::{CardId, JournalId};

/// How many rows of cards are gone through in one go, so that nobody waits for the file.
const CARDS_AT_ONCE: i64 = 2000;

/// A batch: its number, and the last row of a card there was before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Batch {
    pub(super) id: i64,
    pub(super) above: i64,
}

/// The batch of an entry that was written in pieces; `None` for any other.
pub(super) fn of(connection: &Connection, entry: JournalId) -> Result<Option<Batch>> {
    let mut statement = connection.prepare_cached("SELECT id, above FROM batch WHERE journal = ?1")?;
    let batch = statement.query_row([entry.0], |row| Ok(Batch { id: row.get(0)?, above: row.get(1)? }));
    Ok(batch.optional()?)
}

/// How an entry is gone through, and how far.
pub(super) struct Walk<'caller> {
    way: Way,
    met: Met,
    /// Cards gone through.
    done: usize,
    watch: Option<Watch<'caller>>,
}

impl Walk<'_> {
    pub(super) fn unwatched(way: Way, met: Met) -> Self {
        Walk { way, met, done: 0, watch: None }
    }

    fn went(&mut self, cards: usize) -> Going {
        self.done += cards;
        self.watch.as_mut().map_or(Going::On, |watch| watch(self.done))
    }
}

impl Store {
    /// Goes through an entry that was written in pieces, or back to where it was when the watcher says so;
    /// `None` when another program was faster.
    pub(super) fn step_in_pieces(
        &mut self,
        entry: &JournalEntry,
        batch: Batch,
        way: Way,
        watch: Watch<'_>,
    ) -> Result<Option<Going>> {
        self.session.show_life()?;
        if !self.claim(entry, batch, way)? {
            return Ok(None);
        }
        prepare_for(&self.connection, Load::Changes)?;
        let walk = Walk { way, met: Met::Refuse, done: 0, watch: Some(watch) };
        let gone = self.go_or_turn_back(entry.id, batch, walk);
        prepare_for(&self.connection, Load::Light)?;
        gone.map(Some)
    }

    fn go_or_turn_back(&mut self, entry: JournalId, batch: Batch, mut walk: Walk<'_>) -> Result<Going> {
        let way = walk.way;
        let gone = self.go_in_pieces(entry, batch, &mut walk);
        if matches!(gone, Ok(Going::On)) {
            self.settle(entry, batch, way)?;
        } else {
            // What was gone through goes back, and the entry is what it was.
            self.go_in_pieces(entry, batch, &mut Walk::unwatched(way.turned(), Met::Leave))?;
            self.settle(entry, batch, way.turned())?;
        }
        gone
    }

    /// Opens the entry again for this run; `false` when it is not what it was any more.
    pub(super) fn claim(&mut self, entry: &JournalEntry, batch: Batch, way: Way) -> Result<bool> {
        let transaction = self.session.begin(&mut self.connection)?;
        if way == Way::Back
            && let Some(later) = later_entry(&transaction, entry, batch)?
        {
            return Err(blocked(entry, Some(later)));
        }
        // The rows came in again meanwhile: put back beside them, each card would have a twin.
        if way == Way::Forth
            && let Some(later) = fingerprint::in_later_import(&transaction, batch.id, entry.id)?
        {
            return Err(blocked(entry, Some(journal::entry(&transaction, later)?)));
        }
        let stands = transaction
            .prepare_cached("SELECT 1 FROM journal WHERE id = ?1 AND state = ?2")?
            .exists(params![entry.id.0, way.turned().leads_to()])?;
        if !stands {
            return Ok(false);
        }
        // With its place among what was taken back, whatever becomes of this program.
        mark(&transaction, entry.id, Way::Back, self.session.id())?;
        transaction
            .prepare_cached("UPDATE journal SET state = 'open' WHERE id = ?1")?
            .execute([entry.id.0])?;
        transaction.prepare_cached("UPDATE batch SET state = 'open' WHERE id = ?1")?.execute([batch.id])?;
        transaction.commit()?;
        Ok(true)
    }

    fn settle(&mut self, entry: JournalId, batch: Batch, way: Way) -> Result<()> {
        let transaction = self.session.begin(&mut self.connection)?;
        transaction
            .prepare_cached("UPDATE batch SET state = ?2 WHERE id = ?1")?
            .execute(params![batch.id, way.leads_to()])?;
        mark(&transaction, entry, way, self.session.id())?;
        Ok(transaction.commit()?)
    }

    /// New cards leave before values of others go back, and come again after them: a code may have gone from
    /// the one to the other.
    fn go_in_pieces(&mut self, entry: JournalId, batch: Batch, walk: &mut Walk<'_>) -> Result<Going> {
        match walk.way {
            Way::Back => match self.flip_cards(entry, batch, walk)? {
                Going::On => self.step_values(entry, walk),
                Going::Back => Ok(Going::Back),
            },
            Way::Forth => match self.step_values(entry, walk)? {
                Going::On => self.flip_cards(entry, batch, walk),
                Going::Back => Ok(Going::Back),
            },
        }
    }

    /// Withdraws the cards of a batch, or brings them back. Their fingerprints stay, but count only while the
    /// batch stands.
    pub(super) fn flip_cards(
        &mut self,
        entry: JournalId,
        batch: Batch,
        walk: &mut Walk<'_>,
    ) -> Result<Going> {
        let sql = match walk.way {
            Way::Back => "UPDATE card SET state = 2 WHERE batch = ?1 AND state < 2 AND id > ?2 AND id <= ?3",
            Way::Forth => "UPDATE card SET state = 0 WHERE batch = ?1 AND state = 2 AND id > ?2 AND id <= ?3",
        };
        let mut above = batch.above;
        loop {
            let Some(last) = self.last_of_some(above)? else { return Ok(Going::On) };
            let transaction = self.session.begin(&mut self.connection)?;
            let flipped = transaction.prepare_cached(sql)?.execute([batch.id, above, last]);
            let flipped = match flipped {
                // A code was given to another card meanwhile.
                Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                    return Err(blocked(&journal::entry(&transaction, entry)?, None));
                }
                other => other?,
            };
            transaction.commit()?;
            above = last;
            if walk.went(flipped) == Going::Back {
                return Ok(Going::Back);
            }
            self.give_way()?;
        }
    }

    /// Goes through the values of an entry, some cards at a time.
    pub(super) fn step_values(&mut self, entry: JournalId, walk: &mut Walk<'_>) -> Result<Going> {
        let entry = journal::entry(&self.connection, entry)?;
        let cards = by_card(journal::changes(&self.connection, entry.id)?, walk.way);
        if !cards.iter().all(|changes| retag::is_all(changes)) {
            return self.step_cards(&entry, &cards, walk);
        }
        set_references(&self.connection, References::LookedUp)?;
        let gone = self.step_cards(&entry, &cards, walk);
        set_references(&self.connection, References::Checked)?;
        gone
    }

    fn step_cards(
        &mut self,
        entry: &JournalEntry,
        cards: &[Vec<Change>],
        walk: &mut Walk<'_>,
    ) -> Result<Going> {
        let mut left = cards;
        while !left.is_empty() {
            let transaction = self.session.begin(&mut self.connection)?;
            let began = Instant::now();
            let tagged =
                left.iter().take(self.pace.rows()).take_while(|changes| retag::is_all(changes)).count();
            let count = if tagged > 0 {
                let stepping = Stepping::of_values(&transaction, &self.opening, self.today);
                stepping.go_through_tags(entry, &left[..tagged], walk.way, walk.met)?;
                tagged
            } else {
                let stepping = Stepping::begin(&transaction, &self.opening, self.today)?;
                stepping.go_some(entry, left, walk.way, walk.met)?
            };
            transaction.commit()?;
            if tagged > 0 {
                self.pace.took(tagged, began.elapsed());
            }
            left = &left[count..];
            if walk.went(count) == Going::Back {
                return Ok(Going::Back);
            }
            self.give_way()?;
        }
        Ok(Going::On)
    }

    /// Deletes the cards of an import that was never whole and can never be put back, with all that hangs on
    /// them. One that somebody has written to meanwhile stays, withdrawn. Gives the space back where hardly
    /// anything else was in the file.
    pub(super) fn delete_withdrawn(&mut self, entry: JournalId, batch: Batch) -> Result<()> {
        let (mut above, mut deleted) = (batch.above, 0);
        let transaction = self.session.begin(&mut self.connection)?;
        transaction.execute("DELETE FROM journal_value WHERE journal = ?1", [entry.0])?;
        transaction.execute("DELETE FROM journal_alike WHERE journal = ?1", [entry.0])?;
        transaction.commit()?;
        while let Some(last) = self.last_of_some(above)? {
            let transaction = self.session.begin(&mut self.connection)?;
            let leaving = "SELECT id FROM card WHERE batch = ?1 AND state = 2 AND id > ?2 AND id <= ?3
                 AND NOT EXISTS (SELECT 1 FROM journal_value WHERE journal_value.card = card.id)
                 AND id NOT IN (SELECT card FROM journal_alike_value WHERE block BETWEEN ?4 AND ?5)";
            let range = [batch.id, above, last, block_of(CardId(above)), block_of(CardId(last))];
            let cards: Vec<CardId> = transaction
                .prepare_cached(&format!("{leaving} ORDER BY id"))?
                .query_map(range, |row| row.get(0).map(CardId))?
                .collect::<rusqlite::Result<_>>()?;
            search::forget(&transaction, &cards)?;
            for (table, card) in table::of_a_card().map(|table| (table, "card")).chain([("card", "id")]) {
                let sql = format!("DELETE FROM {table} WHERE {card} IN ({leaving})");
                deleted += transaction.prepare_cached(&sql)?.execute(range)?;
            }
            transaction.commit()?;
            above = last;
            self.give_way()?;
        }
        let transaction = self.session.begin(&mut self.connection)?;
        transaction.execute("DELETE FROM fingerprint WHERE batch = ?1", [batch.id])?;
        if !transaction.prepare("SELECT 1 FROM card WHERE batch = ?1")?.exists([batch.id])? {
            transaction.execute("DELETE FROM batch WHERE id = ?1", [batch.id])?;
            transaction.execute("DELETE FROM journal WHERE id = ?1", [entry.0])?;
        }
        transaction.commit()?;
        if deleted > 0 && self.forget_index_of_few()? && self.is_alone()? {
            self.connection.execute_batch("VACUUM")?;
        }
        Ok(())
    }

    /// The last of the next rows of cards that are gone through in one go.
    fn last_of_some(&self, above: i64) -> Result<Option<i64>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT max(id) FROM (SELECT id FROM card WHERE id > ?1 ORDER BY id LIMIT ?2)")?;
        Ok(statement.query_row([above, CARDS_AT_ONCE], |row| row.get(0))?)
    }

    /// Takes back what an entry has changed that will never be whole: of an import that was stopped, or of a
    /// program that died.
    pub(super) fn take_back_open(&mut self, entry: JournalId, batch: Batch) -> Result<()> {
        let mut back = Walk::unwatched(Way::Back, Met::Refuse);
        self.flip_cards(entry, batch, &mut back)?;
        self.let_go_of_fields_in_use(entry)?;
        let state = match self.step_values(entry, &mut back) {
            Ok(_) => "undone",
            // Someone built on a change of the entry: that stays, with its entry.
            Err(StoreError::UndoBlocked { .. }) => {
                self.step_values(entry, &mut Walk::unwatched(Way::Forth, Met::Leave))?;
                "done"
            }
            Err(error) => return Err(error),
        };
        let transaction = self.session.begin(&mut self.connection)?;
        transaction.prepare_cached("UPDATE batch SET state = 'undone' WHERE id = ?1")?.execute([batch.id])?;
        transaction
            .prepare_cached("UPDATE journal SET state = ?2, undone_by = NULL WHERE id = ?1")?
            .execute(params![entry.0, state])?;
        Ok(transaction.commit()?)
    }
}

impl Store {
    /// Fields of the user's own that an entry made, and that cards of others have values of by now, stay: they are no
    /// more of it.
    fn let_go_of_fields_in_use(&mut self, entry: JournalId) -> Result<()> {
        let made: Vec<(i64, String)> = self
            .connection
            .prepare_cached(
                "SELECT own_field.id, own_field.key FROM own_field WHERE id IN
                     (SELECT record FROM journal_value WHERE journal = ?1 AND record_kind = ?2 AND field = ?3)",
            )?
            .query_map(params![entry.0, RecordKind::OwnField.code(), EXISTS], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        for (field, key) in made {
            if pointing::having(&self.connection, entry, &key)?.is_some() {
                let transaction = self.session.begin(&mut self.connection)?;
                transaction.execute(
                    "DELETE FROM journal_value WHERE journal = ?1 AND record_kind = ?2 AND record = ?3",
                    params![entry.0, RecordKind::OwnField.code(), field],
                )?;
                transaction.commit()?;
            }
        }
        Ok(())
    }
}

/// The newest later entry that stands and changed one of the cards.
fn later_entry(connection: &Connection, entry: &JournalEntry, batch: Batch) -> Result<Option<JournalEntry>> {
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state <> 'undone' AND id > ?1 AND
             (EXISTS (SELECT 1 FROM journal_value JOIN card ON card.id = journal_value.card
                      WHERE journal_value.journal = journal.id AND card.batch = ?2)
              OR EXISTS (SELECT 1 FROM journal_alike_value AS alike JOIN card ON card.id = alike.card
                         WHERE alike.journal = journal.id AND card.batch = ?2))
         ORDER BY id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![entry.id.0, batch.id])?;
    rows.next()?.map(entry_of).transpose()
}
