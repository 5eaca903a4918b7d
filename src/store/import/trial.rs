//! Trying an import: every row is decided as an import would decide it, and nothing of it is kept.

use std::ops::Range;

use super::piece::Piece;
use super::{OnDuplicate, RowOutcome};
use crate::clock;
use crate::domain::field::OwnField;
use crate::domain::id::{CardId, JournalId};
use crate::store::Store;
use crate::store::duplicate::{Duplicate, DuplicateBy};
use crate::store::error::{Result, StoreError};
use crate::store::journal::{self, Act, Heading};
use crate::store::load::{Keys, Known, Preparer, Ready};
use crate::store::open_entry::OpenEntry;
use crate::store::record::{self, RecordKind};

/// The batch of all that is tried: no import has it.
const BATCH: i64 = i64::MAX;

/// An import that is tried.
#[derive(Debug)]
pub struct Trial {
    import: OpenEntry,
    /// What is known of the cards there are and of those the rows before would have made.
    known: Known,
    /// The first card that would be made.
    first: CardId,
    /// The next one.
    next: CardId,
}

impl Store {
    /// Begins to try an import; nothing is written.
    pub fn begin_trial(&mut self) -> Result<Trial> {
        let above = record::next_row(&self.connection, RecordKind::Card)? - 1;
        let import = OpenEntry { batch: BATCH, journal: JournalId(0), above, at: clock::now() };
        let known = Known::load(&self.connection, Keys::default())?;
        Ok(Trial { import, known, first: CardId(above + 1), next: CardId(above + 1) })
    }

    /// What makes the rows to be tried ready.
    pub fn trial_preparer(&self, trial: &Trial) -> Result<Preparer> {
        self.preparer_with(trial.import, trial.known.keys().clone())
    }

    /// What would become of some rows, best [`Store::rows_at_once`] of them, in a file that has these own fields
    /// too. They are brought in and at once taken back, so that nobody ever sees them.
    pub fn try_rows(
        &mut self,
        mut trial: Trial,
        fields: &[OwnField],
        rows: &mut [Ready],
    ) -> Result<(Trial, Vec<RowOutcome>)> {
        if !trial.known.is_current(&self.connection)? {
            trial.known = Known::load(&self.connection, trial.known.keys().clone())?;
        }
        let transaction = self.session.begin(&mut self.connection)?;
        let heading = Heading {
            session: self.session.id(),
            source: self.opening.source,
            act: Act::Import,
            subject: "",
            card: None,
            count: 0,
            at: trial.import.at,
            state: "open",
        };
        let journal = journal::enter(&transaction, &heading)?;
        transaction
            .prepare_cached("INSERT INTO batch (id, journal, above, state) VALUES (?1, ?2, ?3, 'open')")?
            .execute([BATCH, journal.0, trial.import.above])?;
        let import = OpenEntry { journal, ..trial.import };
        let mut piece = Piece::new(&transaction, &self.opening, self.today, import, trial.known, fields)?;
        piece.next_card = trial.next.0;
        let before = trial.first..trial.next;
        let refusals: Vec<Option<StoreError>> = rows.iter_mut().map(|ready| ready.refusal.take()).collect();
        let mut outcomes = Vec::with_capacity(rows.len());
        for (ready, refusal) in rows.iter().zip(refusals) {
            let earlier = || earlier(&piece.known, &before, ready);
            outcomes.push(match refusal.map(RowOutcome::Refused).or_else(earlier) {
                Some(outcome) => outcome,
                None => piece.decide(ready)?,
            });
        }
        let (known, next) = (piece.known, CardId(piece.next_card));
        transaction.rollback()?;
        self.give_way()?;
        Ok((Trial { known, next, ..trial }, outcomes))
    }
}

/// What becomes of a row that is the twin of one tried before, whose card is in no file.
fn earlier(known: &Known, before: &Range<CardId>, ready: &Ready) -> Option<RowOutcome> {
    let is_tried = |card: &CardId| before.contains(card);
    let twin = || known.likely(&ready.fingerprint, &ready.keys).filter(is_tried);
    let who = ready.who();
    let (code, name) = (who.code.to_owned(), who.name.to_owned());
    match ready.on_duplicate {
        OnDuplicate::Skip => {
            twin().map(|card| RowOutcome::Skipped(Duplicate { card, name, by: DuplicateBy::Row }))
        }
        OnDuplicate::Update => twin().map(RowOutcome::Updated),
        OnDuplicate::Keep if code.is_empty() => None,
        OnDuplicate::Keep => {
            let card = known.coded(&code).filter(is_tried)?;
            Some(RowOutcome::Refused(StoreError::CodeTaken { code, card, name }))
        }
    }
}
