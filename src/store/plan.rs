//! Cards with an address, as the plan of a day looks at them.

use chrono::NaiveDate;
use rusqlite::{Params, params};

use super::Store;
use super::agenda::table;
use super::cell::{choice, day as read_day, day_text};
use super::error::Result;
use super::value::text_sort_key;
use crate::domain::id::CardId;
use crate::domain::plan::{Candidate, DayPlan, Frame, plan};
use crate::domain::time_of_day::first_time;

impl Store {
    /// The visits that are best made on a day. The zones are chosen by what is due; what else lies in them fills the
    /// day.
    pub fn propose_plan(&self, frame: &Frame, day: NaiveDate) -> Result<DayPlan> {
        let policy = &self.opening.policies.visits;
        let due_cards = self.due_with_address(day)?;
        let DayPlan { chosen, others, .. } = plan(&due_cards, frame, day, policy);
        let is_chosen = |zone: &str| chosen.iter().any(|(chosen, _)| chosen == zone);
        let mut candidates = Vec::new();
        for (zone, _) in chosen.iter().filter(|(zone, _)| !zone.is_empty()) {
            candidates.extend(self.inside(zone, day)?);
        }
        // Without a zone nobody lies on the way: who is due there is all there is. Elsewhere an appointment counts.
        let is_without = |candidate: &Candidate| candidate.zone.is_empty() && is_chosen("");
        let is_elsewhere =
            |candidate: &Candidate| candidate.is_appointment(day) && !is_chosen(&candidate.zone);
        let further =
            due_cards.into_iter().filter(|candidate| is_without(candidate) || is_elsewhere(candidate));
        for mut candidate in further {
            candidate.name = self.name_of(candidate.card)?.unwrap_or_default();
            candidates.push(candidate);
        }
        self.put_times(&mut candidates, day)?;
        let whole = plan(&candidates, frame, day, policy);
        Ok(DayPlan { chosen, others, ..whole })
    }

    /// The hours that were agreed upon for appointments of the day.
    fn put_times(&self, candidates: &mut [Candidate], day: NaiveDate) -> Result<()> {
        let mut statement = self.connection.prepare_cached("SELECT next_note FROM card WHERE id = ?1")?;
        for candidate in candidates.iter_mut().filter(|candidate| candidate.is_appointment(day)) {
            let note: String = statement.query_row([candidate.card.0], |row| row.get(0))?;
            candidate.time = first_time(&note);
        }
        Ok(())
    }

    /// Whether a card of the list has an address in a zone.
    pub fn has_zone(&self, zone: &str) -> Result<bool> {
        let mut statement = self.connection.prepare_cached(
            "SELECT 1 FROM address JOIN card ON card.id = address.card AND card.state = 0
             WHERE address.zone_key = ?2 AND address.zone_key <> '' AND address.zone = ?1 LIMIT 1",
        )?;
        Ok(statement.exists([zone, &text_sort_key(zone)])?)
    }

    /// The zones of all addresses, in order.
    pub fn zones(&self) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT address.zone FROM address JOIN card ON card.id = address.card AND card.state = 0
             WHERE address.zone_key <> '' ORDER BY address.zone_key",
        )?;
        let zones = statement.query_map([], |row| row.get(0))?;
        Ok(zones.collect::<rusqlite::Result<_>>()?)
    }

    /// How many cards are due on a day and cannot be visited: they have no address.
    pub fn due_without_address(&self, day: NaiveDate) -> Result<usize> {
        let sql = format!(
            "SELECT count(*) FROM {} AS standing
             WHERE standing.due_on IS NOT NULL AND standing.due_on <= ?1 AND {LISTED}
               AND NOT EXISTS (SELECT 1 FROM address WHERE address.card = standing.card)",
            table(self.cover(day)?),
        );
        let count: i64 =
            self.connection.prepare_cached(&sql)?.query_row([day_text(day)], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Every card that is due on a day and has an address, without its name. Of several addresses the first one
    /// counts.
    fn due_with_address(&self, day: NaiveDate) -> Result<Vec<Candidate>> {
        let sql = format!(
            "SELECT standing.card, '', {COLUMNS} FROM {} AS standing
             CROSS JOIN address ON address.card = standing.card
             WHERE standing.due_on IS NOT NULL AND standing.due_on <= ?1 AND {LISTED} AND {FIRST}",
            table(self.cover(day)?),
        );
        self.candidates(&sql, params![day_text(day)], day)
    }

    /// Every card with its first address in a zone that is due some time.
    fn inside(&self, zone: &str, day: NaiveDate) -> Result<Vec<Candidate>> {
        // The zone has few cards, all others many: its index comes first.
        let sql = format!(
            "SELECT card.id, card.name, {COLUMNS} FROM address
             CROSS JOIN card ON card.id = address.card AND card.state = 0
             CROSS JOIN {} AS standing ON standing.card = card.id
             WHERE address.zone_key = ?2 AND address.zone_key <> '' AND address.zone = ?1
               AND standing.due_on IS NOT NULL AND {FIRST}",
            table(self.cover(day)?),
        );
        self.candidates(&sql, params![zone, text_sort_key(zone)], day)
    }

    fn candidates(&self, sql: &str, about: impl Params, day: NaiveDate) -> Result<Vec<Candidate>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(about)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let due_on = read_day(&row.get::<_, String>(6)?)?;
            let overdue_days = (day - due_on).num_days();
            found.push(Candidate {
                card: CardId(row.get(0)?),
                name: row.get(1)?,
                zone: row.get(2)?,
                order: row.get(3)?,
                position: choice(&row.get::<_, String>(4)?)?,
                points: self.opening.policies.points.after(row.get(5)?, overdue_days),
                due_on,
                reason: choice(&row.get::<_, String>(7)?)?,
                time: None,
            });
        }
        Ok(found)
    }
}

/// What [`Store::candidates`] reads after the card and its name: all of a standing of it stands in the index of what is due.
const COLUMNS: &str = "address.zone, address.route, standing.position, standing.worth, standing.due_on,
    standing.due_reason";

const FIRST: &str = "address.id = (SELECT min(id) FROM address AS first WHERE first.card = standing.card)";

/// The card is in the list: those that are not are few, and are not looked up one by one.
const LISTED: &str = "standing.card NOT IN (SELECT id FROM card WHERE state <> 0)";
