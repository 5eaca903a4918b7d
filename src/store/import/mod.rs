//! Importing many cards: in pieces, so that other programs may write in between, under one entry.
//!
//! Cards an import makes are not copied into the journal: they carry the number of its batch, and are
//! withdrawn and brought back by it. Cards it changes are journalled value by value.

mod introduction;
mod pace;
mod piece;
mod trial;
mod under_way;

use std::sync::Arc;
use std::time::Instant;

pub use self::introduction::Introduction;
pub(super) use self::pace::Pace;
use self::piece::{Decision, Piece};
pub use self::trial::Trial;
use self::under_way::UnderWay;
use super::door::{Door, new_uid};
use super::duplicate::Duplicate;
use super::error::{Result, StoreError};
use super::file::{Load, prepare_for};
use super::journal::Act;
use super::load::{Keys, Known, Preparer, Ready};
use super::open_entry::OpenEntry;
use super::search::Stop;
use super::{Store, lock};
use crate::domain::choice::choices;
use crate::domain::draft::NewCard;
use crate::domain::field::OwnField;
use crate::domain::id::{CardId, JournalId};

/// How many rows make a piece that holds the file for a moment only.
pub const IMPORT_PIECE: usize = 1000;

choices! {
    /// What happens to a row whose card is already there.
    pub enum OnDuplicate {
        Skip = "skip", ["skip", "跳过", "跳過"];
        Update = "update", ["update", "更新", "更新"];
        Keep = "keep", ["keep both", "保留两者", "兩者都保留"];
    }
}

/// What the name of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameSource {
    /// What the row says the name is: it renames a card that is there.
    Name,
    /// Its company, for want of a name: on a card that is there it is the company.
    Company,
    /// A phone number or the like, for want of both: it renames nothing.
    StandIn,
}

/// One row of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// The card as the row has it.
    pub card: NewCard,
    /// What its name is.
    pub named: NameSource,
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
    pub fn begin_import(&mut self, subject: &str) -> Result<OpenEntry> {
        self.session.show_life()?;
        let path = self.path().to_path_buf();
        self.begin_import_inside(subject).map_err(|error| error.at(&path))
    }

    fn begin_import_inside(&mut self, subject: &str) -> Result<OpenEntry> {
        self.take_back_abandoned_imports()?;
        prepare_for(&self.connection, Load::Heavy)?;
        self.open_entry(Act::Import, subject).inspect_err(|_| {
            // What is written from here on is watched again; the error that matters is the first.
            let _ = prepare_for(&self.connection, Load::Light);
        })
    }

    /// What makes rows of an import ready, on any thread.
    pub fn preparer(&mut self, import: OpenEntry) -> Result<Preparer> {
        let keys = self.known(Keys::default())?.keys().clone();
        self.preparer_with(import, keys)
    }

    fn preparer_with(&self, import: OpenEntry, keys: Keys) -> Result<Preparer> {
        let own = self.own_fields()?.into_iter().map(|field| (field.kind(), field.key));
        Ok(Preparer {
            keys,
            own: Arc::new(own.map(|(kind, key)| (key, kind)).collect()),
            opening: self.opening.clone(),
            today: self.today,
            batch: import.batch,
            now: import.at,
            next_uid: new_uid(import.at),
            last: None,
            spare: Vec::new(),
        })
    }

    /// What is known of the cards there are, read when it is not known or not true any more.
    fn known(&mut self, keys: Keys) -> Result<&mut Known> {
        let known = match self.known.take() {
            Some(known) if known.is_current(&self.connection)? => known,
            Some(old) => Known::load(&self.connection, old.keys().clone())?,
            None => Known::load(&self.connection, keys)?,
        };
        Ok(self.known.insert(known))
    }

    /// Brings in some rows, best [`Store::rows_at_once`] of them. A row that is refused stops nobody else. The
    /// rows are of a [`Preparer`] of this import. Of the fields those are made that a row needs and that are not there.
    ///
    /// A row of a card that an import before this one brings in just now waits for the end of that one.
    ///
    /// # Errors
    /// [`StoreError::Stopped`] when it was waited no longer.
    pub fn import_piece(
        &mut self,
        import: OpenEntry,
        fields: &[OwnField],
        rows: &mut [Ready],
        stop: Stop<'_>,
    ) -> Result<Vec<RowOutcome>> {
        let path = self.path().to_path_buf();
        let mut outcomes = Vec::with_capacity(rows.len());
        let mut left = rows;
        while !left.is_empty() {
            let at_once = if self.is_alone()? { left.len() } else { self.pace.rows().min(left.len()) };
            let began = Instant::now();
            let inside = self.import_piece_inside(import, fields, &mut left[..at_once]);
            let (mut decided, under_way) = inside.map_err(|error| error.at(&path))?;
            left = &mut left[decided.len()..];
            self.pace.took(decided.len(), began.elapsed());
            outcomes.append(&mut decided);
            self.give_way()?;
            if let Some(other) = under_way {
                self.wait_for(other, stop)?;
            }
        }
        Ok(outcomes)
    }

    /// Decides on rows, up to the first that waits for another import, and names that one.
    fn import_piece_inside(
        &mut self,
        import: OpenEntry,
        fields: &[OwnField],
        rows: &mut [Ready],
    ) -> Result<(Vec<RowOutcome>, Option<UnderWay>)> {
        if rows.iter().any(|ready| ready.on_duplicate == OnDuplicate::Update) {
            // Changing cards reads them whole.
            self.restore_indexes()?;
        }
        // Before the transaction, so that nobody waits for it.
        self.known(Keys::default())?;
        let transaction = self.session.begin(&mut self.connection)?;
        let known = match self.known.take() {
            Some(known) if known.is_current(&transaction)? => known,
            other => Known::load(&transaction, other.map(|known| known.keys().clone()).unwrap_or_default())?,
        };
        let mut piece = Piece::new(&transaction, &self.opening, self.today, import, known, fields)?;
        let mut refusals: Vec<Option<StoreError>> =
            rows.iter_mut().map(|ready| ready.refusal.take()).collect();
        let (mut outcomes, mut under_way) = (Vec::with_capacity(rows.len()), None);
        for (ready, refusal) in rows.iter().zip(&mut refusals) {
            let decision = match refusal.take() {
                Some(refusal) => Decision::Outcome(RowOutcome::Refused(refusal)),
                None => piece.take(ready)?,
            };
            match decision {
                Decision::Outcome(outcome) => outcomes.push(outcome),
                Decision::Waits(other) => {
                    under_way = Some(other);
                    break;
                }
            }
        }
        let known = piece.close()?;
        transaction.commit()?;
        for (ready, refusal) in rows.iter_mut().zip(refusals) {
            ready.refusal = refusal;
        }
        // Only now: what a failed piece has learnt is not so.
        self.known = Some(known);
        let added = rows.iter().zip(&outcomes).filter_map(|(ready, outcome)| match outcome {
            RowOutcome::Added(card) => Some((*card, ready.search_text())),
            _ => None,
        });
        self.index_brought_in(added)?;
        Ok((outcomes, under_way))
    }

    /// Does any work as one piece of an import, in one transaction: cards it makes are the batch's, with all
    /// that hangs on them.
    pub fn import_with<T>(
        &mut self,
        import: OpenEntry,
        work: impl FnOnce(&mut Door<'_>) -> Result<T>,
    ) -> Result<T> {
        let transaction = self.session.begin(&mut self.connection)?;
        let mut door = Door::of_batch(&transaction, &self.opening, self.today, import.batch);
        let value = work(&mut door)?;
        door.derive_made()?;
        door.close_into(import.journal)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Ends an import; its entry of the journal, `None` when it changed nothing.
    pub fn finish_import(&mut self, import: OpenEntry) -> Result<Option<JournalId>> {
        let path = self.path().to_path_buf();
        let finished = self.finish_import_inside(import);
        // Whatever came of it: what is written from here on is watched again.
        let watched = prepare_for(&self.connection, Load::Light);
        let entry = finished.map_err(|error| error.at(&path))?;
        watched?;
        Ok(entry)
    }

    fn finish_import_inside(&mut self, import: OpenEntry) -> Result<Option<JournalId>> {
        self.known = None;
        self.take_no_more();
        let entry = self.close_entry(import)?;
        self.restore_indexes()?;
        self.end_loading()?;
        self.index_all()?;
        self.write_with_log()?;
        Ok(entry)
    }

    /// Takes an import under way back, in pieces.
    pub fn cancel_import(&mut self, import: OpenEntry) -> Result<()> {
        let path = self.path().to_path_buf();
        self.cancel_import_inside(import).map_err(|error| error.at(&path))
    }

    fn cancel_import_inside(&mut self, import: OpenEntry) -> Result<()> {
        self.known = None;
        self.abandon_loading()?;
        // Taking back deletes, and that is watched.
        prepare_for(&self.connection, Load::Light)?;
        let batch = import.batch();
        self.take_back_open(import.journal, batch)?;
        let can_come_back = self
            .connection
            .prepare_cached(
                "SELECT 1 FROM journal WHERE id = ?1 AND (undone_seq IS NOT NULL OR state = 'done')",
            )?
            .exists([import.journal.0])?;
        if !can_come_back {
            self.delete_withdrawn(import.journal, batch)?;
        }
        self.restore_indexes()?;
        self.write_with_log()
    }

    /// Whether an import is under way, or its program died on the way.
    pub(super) fn has_open_import(&self) -> Result<bool> {
        Ok(self.connection.prepare_cached("SELECT 1 FROM batch WHERE state = 'open'")?.exists([])?)
    }

    /// Takes back imports whose program died on the way, and such as this program could not end, for want of room on
    /// the disk: the next one would wait for them.
    pub(super) fn take_back_abandoned_imports(&mut self) -> Result<()> {
        // There is nearly never one, and every opening waits for the answer: the short question first.
        if !self.has_open_import()? {
            return Ok(());
        }
        let open: Vec<(OpenEntry, String)> = self
            .connection
            .prepare_cached(
                "SELECT batch.id, journal.id, coalesce(journal.undone_by, journal.session), batch.above,
                        journal.at FROM batch
                 JOIN journal ON journal.id = batch.journal WHERE batch.state = 'open'",
            )?
            .query_map([], |row| {
                let (above, at) = (row.get(3)?, row.get(4)?);
                Ok((
                    OpenEntry { batch: row.get(0)?, journal: JournalId(row.get(1)?), above, at },
                    row.get(2)?,
                ))
            })?
            .collect::<rusqlite::Result<_>>()?;
        for (import, session) in open {
            if session == self.session.id() || !lock::lives(self.path(), &session) {
                self.cancel_import(import)?;
            }
        }
        Ok(())
    }
}
