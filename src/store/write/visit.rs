//! The visits of a day: planned, put off, dropped.

use chrono::NaiveDate;
use rusqlite::params;
use rusqlite::types::Value;

use crate::domain::contact::{ContactKind, NextAction};
use crate::domain::id::{CardId, VisitId};
use crate::domain::plan::Visit;
use crate::domain::planned_visit::Fate;
use crate::store::cell::{code, day_text, text};
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::read;
use crate::store::record::RecordKind;
use crate::store::visits::{self, TIME};

impl Door<'_> {
    /// Keeps the visits of a day. They take the place of those planned for it before of which nothing became
    /// yet; who was visited, dropped or put off is not planned again.
    pub fn keep_plan(&mut self, day: NaiveDate, visits: &[Visit]) -> Result<()> {
        let mut settled = Vec::new();
        for visit in visits::planned_for(self.connection, day)? {
            let card = read::with_history(self.connection, visit.card)?;
            match card.map(|card| visit.fate(&card.contacts)) {
                None | Some(Fate::Planned) => self.delete(RecordKind::Visit, visit.id.0)?,
                Some(Fate::Made | Fate::Moved | Fate::Dropped) => settled.push(visit.card),
            }
        }
        for visit in visits.iter().filter(|visit| !settled.contains(&visit.whom.card)) {
            let at = visit.at.format(TIME).to_string();
            self.plan_visit(visit.whom.card, day, &at, code(visit.kind))?;
        }
        Ok(())
    }

    /// As [`keep_plan`](Self::keep_plan), in the place of these visits, which are those that were read.
    ///
    /// # Errors
    /// [`StoreError::PlanChanged`] when another program keeps others now.
    pub fn keep_plan_from(&mut self, day: NaiveDate, before: &[VisitId], visits: &[Visit]) -> Result<()> {
        let known = visits::planned_for(self.connection, day)?;
        if known.iter().map(|visit| visit.id).ne(before.iter().copied()) {
            return Err(StoreError::PlanChanged(day));
        }
        self.keep_plan(day, visits)
    }

    /// Puts a planned visit off to another day; the next action of the card goes with it.
    pub fn move_visit(&mut self, card: CardId, id: VisitId, to: NaiveDate) -> Result<()> {
        let (at, kind) = self.visit_of(card, id)?;
        self.set(RecordKind::Visit, id.0, "moved_to", text(day_text(to)))?;
        self.plan_visit(card, to, &at, Value::Text(kind))?;
        let note = read::card(self.connection, card)?.and_then(|card| card.next_action);
        let note = note.map(|next| next.note).unwrap_or_default();
        self.set_next(card, Some(&NextAction { on: to, kind: Some(ContactKind::Visit), note }))
    }

    /// Drops a planned visit, with the reason why.
    pub fn drop_visit(&mut self, card: CardId, id: VisitId, why: &str) -> Result<()> {
        self.visit_of(card, id)?;
        self.set(RecordKind::Visit, id.0, "dropped", text(why))
    }

    fn plan_visit(&mut self, card: CardId, on: NaiveDate, at: &str, kind: Value) -> Result<()> {
        self.must_exist(card)?;
        let fields =
            [("card", Value::Integer(card.0)), ("on", text(day_text(on))), ("at", text(at)), ("kind", kind)];
        self.insert(RecordKind::Visit, &fields).map(drop)
    }

    /// Time and kind of a visit of a card.
    fn visit_of(&self, card: CardId, id: VisitId) -> Result<(String, String)> {
        use rusqlite::OptionalExtension;
        let found = self
            .connection
            .prepare_cached("SELECT at, kind FROM planned_visit WHERE id = ?1 AND card = ?2")?
            .query_row(params![id.0, card.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        found.ok_or(StoreError::NoSuchVisit(id))
    }
}
