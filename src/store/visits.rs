//! The visits that were planned.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, Row};

use super::Store;
use super::cell::{choice, damaged, day as read_day, day_text, optional_day};
use super::error::Result;
use crate::domain::id::{CardId, VisitId};
use crate::domain::planned_visit::PlannedVisit;

/// How a time of the day is kept.
pub(super) const TIME: &str = "%H:%M";

impl Store {
    /// The visits planned for a day, in the order in which one goes; those of cards in the bin are left out.
    pub fn planned_visits(&self, day: NaiveDate) -> Result<Vec<PlannedVisit>> {
        planned_for(&self.connection, day)
    }
}

/// As [`Store::planned_visits`].
pub(super) fn planned_for(connection: &Connection, day: NaiveDate) -> Result<Vec<PlannedVisit>> {
    let mut statement = connection.prepare_cached(
        "SELECT planned_visit.id, card.id, planned_visit.day, at, planned_visit.kind, moved_to, dropped
         FROM planned_visit JOIN card ON card.id = planned_visit.card AND card.state = 0
         WHERE planned_visit.day = ?1 ORDER BY at, planned_visit.id",
    )?;
    let mut rows = statement.query([day_text(day)])?;
    let mut visits = Vec::new();
    while let Some(row) = rows.next()? {
        visits.push(visit(row)?);
    }
    Ok(visits)
}

/// A planned visit as it stands; `None` when it is gone.
pub(super) fn one(connection: &Connection, id: VisitId) -> Result<Option<PlannedVisit>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, card, day, at, kind, moved_to, dropped FROM planned_visit WHERE id = ?1",
    )?;
    statement.query([id.0])?.next()?.map(visit).transpose()
}

fn visit(row: &Row<'_>) -> Result<PlannedVisit> {
    let at: String = row.get(3)?;
    Ok(PlannedVisit {
        id: VisitId(row.get(0)?),
        card: CardId(row.get(1)?),
        on: read_day(&row.get::<_, String>(2)?)?,
        at: NaiveTime::parse_from_str(&at, TIME).map_err(|_| damaged("time", &at))?,
        kind: choice(&row.get::<_, String>(4)?)?,
        moved_to: optional_day(row.get(5)?)?,
        dropped: row.get(6)?,
    })
}
