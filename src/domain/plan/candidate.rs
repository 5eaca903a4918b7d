//! Whom a plan may lead to, and how much he is wanted.

use std::cmp::Reverse;

use chrono::{NaiveDate, NaiveTime};

use super::VisitKind;
use crate::domain::followup::DueReason;
use crate::domain::id::CardId;
use crate::domain::position::Position;

/// A card with an address, as the plan looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The card.
    pub card: CardId,
    /// Its name.
    pub name: String,
    /// The zone of its address; empty where it has none.
    pub zone: String,
    /// Its place on the user's own route through the zone.
    pub order: Option<i64>,
    /// Its position.
    pub position: Position,
    /// What a visit on the day is worth.
    pub points: u32,
    /// The day it is due.
    pub due_on: NaiveDate,
    /// Why then.
    pub reason: DueReason,
    /// The time of day agreed upon for it.
    pub time: Option<NaiveTime>,
}

impl Candidate {
    pub(super) fn is_due(&self, day: NaiveDate) -> bool {
        self.due_on <= day
    }

    /// Those worth most first, then the most overdue, then by name.
    pub(super) fn rank(&self) -> (Reverse<u32>, NaiveDate, &str, CardId) {
        (Reverse(self.points), self.due_on, &self.name, self.card)
    }

    pub(super) fn kind(&self, day: NaiveDate) -> VisitKind {
        match (self.is_appointment(day), self.is_due(day)) {
            (true, _) => VisitKind::Appointment,
            (false, true) => VisitKind::Due,
            (false, false) => VisitKind::DropIn,
        }
    }

    /// Whether it was agreed upon for this very day.
    pub fn is_appointment(&self, day: NaiveDate) -> bool {
        self.reason == DueReason::Appointment && self.due_on == day
    }

    /// Whether it was agreed upon for an hour of this very day.
    pub fn is_agreed(&self, day: NaiveDate) -> bool {
        self.is_appointment(day) && self.time.is_some()
    }
}
