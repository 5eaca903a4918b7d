//! The list of a day: which cards are due, each by its foremost matter, in the order of the list.
//!
//! Every matter is read by an index of its own, so that the list takes time by what is due and not by how
//! many cards there are.

mod dated;

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use crate::domain::agenda::{
    CLASS_STEP, CUSTOMER_POINTS, DATED, Entry, Horizon, MOST_OVERDUE_POINTS, Matter, OTHER_POINTS,
    PROSPECT_POINTS, ToThankFor, entries,
};
use crate::domain::card::{Card, CardState};
use crate::domain::choice::Choice;
use crate::domain::contact::PromiseBy;
use crate::domain::followup::DueReason;
use crate::domain::id::CardId;
use crate::domain::policy::FollowUpPolicy;
use crate::domain::position::Position;
use crate::domain::standing::Standing;
use crate::store::cell::{code, day as read_day, day_text};
use crate::store::error::Result;
use crate::store::other_day::Coverage;
use crate::store::{Store, read};

/// A card on the list of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueCard {
    /// The card.
    pub card: CardId,
    /// Its foremost matter.
    pub matter: Matter,
    /// The day of that.
    pub on: NaiveDate,
}

/// How sure the first rows of a list must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Every standing is of the day, however long that takes.
    Exact,
    /// As the file has them: a standing whose days are over is set right by the exact list that follows.
    AsKept,
}

/// How many more entries are looked at than are wanted: some cards have several, some are in the bin.
const SPARE: usize = 2;

/// What is read together, in the order of the list: once enough cards were found, what comes later is not read.
const STEPS: [&[Matter]; 8] = [
    &[Matter::OurPromise, Matter::TheirPromise],
    &[Matter::Appointment, Matter::FollowUp],
    &[Matter::Thanks],
    &[Matter::Review],
    &[Matter::Lapsed],
    &[Matter::Anniversary],
    &[Matter::Ending],
    &[Matter::Lent],
];

/// Days and codes are bound as parameters, gathered here.
struct Sources {
    parts: Vec<String>,
    parameters: Vec<Value>,
    standing: &'static str,
}

/// The list as far as it was read.
struct Listed {
    limit: Option<usize>,
    seen: HashSet<CardId>,
    found: Vec<DueCard>,
}

impl Listed {
    /// How many cards are missing; `None`: all there are.
    fn missing(&self) -> Option<usize> {
        self.limit.map(|limit| limit.saturating_sub(self.found.len()))
    }

    fn is_full(&self) -> bool {
        self.missing() == Some(0)
    }

    fn add(&mut self, due: DueCard) {
        if !self.is_full() && self.seen.insert(due.card) {
            self.found.push(due);
        }
    }
}

impl Store {
    /// The cards of a day's list, best first inside each matter, each card once; at most `limit`.
    pub fn due_cards(
        &self,
        horizon: Horizon,
        day: NaiveDate,
        freshness: Freshness,
        limit: Option<usize>,
    ) -> Result<Vec<DueCard>> {
        self.in_one_read(|| self.due_cards_inside(horizon, day, freshness, limit))
    }

    fn due_cards_inside(
        &self,
        horizon: Horizon,
        day: NaiveDate,
        freshness: Freshness,
        limit: Option<usize>,
    ) -> Result<Vec<DueCard>> {
        let coverage = match freshness {
            Freshness::Exact => self.cover(day)?,
            Freshness::AsKept => Coverage::Whole,
        };
        let mut listed = Listed { limit, seen: HashSet::new(), found: Vec::new() };
        match horizon {
            Horizon::Today => {
                for step in STEPS {
                    if !listed.is_full() {
                        self.add_in_order(step, horizon, day, coverage, &mut listed)?;
                    }
                }
            }
            Horizon::Week | Horizon::Month => {
                self.add_in_order(Matter::ALL, horizon, day, coverage, &mut listed)?;
            }
        }
        Ok(listed.found)
    }

    /// Adds the cards of some matters in the order of the list.
    fn add_in_order(
        &self,
        matters: &[Matter],
        horizon: Horizon,
        day: NaiveDate,
        coverage: Coverage,
        listed: &mut Listed,
    ) -> Result<()> {
        let mut sources =
            Sources::of(matters, horizon, day, &self.opening.policies.follow_up, table(coverage));
        let today = sources.bind(Value::Text(day_text(day)));
        let long_ago = day.checked_sub_days(Days::new(MOST_OVERDUE_POINTS.unsigned_abs())).unwrap_or(day);
        let long_ago = sources.bind(Value::Text(day_text(long_ago)));
        let order = match horizon {
            Horizon::Today => "matter, points DESC, on_day, card",
            Horizon::Week | Horizon::Month => "on_day, matter, points DESC, card",
        };
        let points = points(&today, &long_ago);
        let outer = order.replace("card", "entry.card").replace("on_day", "entry.on_day");
        let mut most = listed.missing().map(|missing| missing.saturating_mul(SPARE));
        loop {
            let limit = most.map_or(-1, |most| i64::try_from(most).unwrap_or(i64::MAX));
            // Of each source no more than all of them shall give together: else every entry of every one of them
            // is put aside before the first is given.
            let of_part = |part: &String| {
                let entries = format!("SELECT card, matter, on_day, {points} AS points FROM ({part})");
                match most {
                    Some(_) => format!("SELECT * FROM ({entries} ORDER BY {order} LIMIT {limit})"),
                    None => entries,
                }
            };
            let entries = sources.parts.iter().map(of_part).collect::<Vec<_>>().join(" UNION ALL ");
            let sql = format!(
                "SELECT entry.card, entry.matter, entry.on_day, card.state = 0
                 FROM (SELECT * FROM ({entries}) ORDER BY {order} LIMIT {limit}) AS entry
                 CROSS JOIN card ON card.id = entry.card ORDER BY {outer}"
            );
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(&sources.parameters))?;
            let mut read = 0;
            while let Some(row) = rows.next()? {
                read += 1;
                if row.get(3)? {
                    listed.add(due_card(row)?);
                }
            }
            // So many of them were no further cards that there may be more: they are read again with more after
            // them, and those that are listed stay.
            match most {
                Some(looked_at) if read == looked_at && !listed.is_full() => {
                    most = Some(looked_at.saturating_mul(SPARE).saturating_mul(SPARE));
                }
                _ => return Ok(()),
            }
        }
    }

    /// A card with its standing on a day and everything the list of that day says of it, read in one moment.
    pub fn due_card(
        &self,
        id: CardId,
        horizon: Horizon,
        day: NaiveDate,
    ) -> Result<Option<(Card, Standing, Vec<Entry>)>> {
        self.in_one_read(|| {
            let Some(card) = self.card(id)? else { return Ok(None) };
            let standing = self.standing(&card, day);
            let entries = self.entries_of(&card, &standing, horizon, day)?;
            Ok(Some((card, standing, entries)))
        })
    }

    /// The same of some cards; those that are gone are left out.
    pub fn due_whole(
        &self,
        ids: &[CardId],
        horizon: Horizon,
        day: NaiveDate,
    ) -> Result<Vec<(Card, Standing, Vec<Entry>)>> {
        self.in_one_read(|| {
            let found = ids.iter().map(|id| self.due_card(*id, horizon, day));
            Ok(found.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
        })
    }

    /// Everything the list of a day says of these cards, all of one moment; those that are gone are left out. No
    /// reason rests on phones, e-mails and addresses: they are not read.
    pub fn reasons(
        &self,
        ids: &[CardId],
        horizon: Horizon,
        day: NaiveDate,
    ) -> Result<Vec<(CardId, Vec<Entry>)>> {
        self.in_one_read(|| {
            let mut found = Vec::with_capacity(ids.len());
            for id in ids {
                let card = read::with_history(&self.connection, *id)?;
                let Some(mut card) = card.filter(|card| card.state != CardState::Withdrawn) else { continue };
                card.details = read::details(&self.connection, *id)?;
                self.opening.policies.privacy.strip(&mut card);
                found.push((*id, self.entries(&card, horizon, day)?));
            }
            Ok(found)
        })
    }

    /// Everything the list of a day says of a card.
    pub fn entries(&self, card: &Card, horizon: Horizon, day: NaiveDate) -> Result<Vec<Entry>> {
        self.entries_of(card, &self.standing(card, day), horizon, day)
    }

    /// Everything the list of a day says of a card whose standing on the day is known.
    pub fn entries_of(
        &self,
        card: &Card,
        standing: &Standing,
        horizon: Horizon,
        day: NaiveDate,
    ) -> Result<Vec<Entry>> {
        let to_thank_for = self.to_thank_for(card.id, day)?;
        Ok(entries(card, standing, &to_thank_for, horizon, day, &self.opening.policies))
    }

    /// Those introduced by a card whose introduction it was not thanked for yet.
    fn to_thank_for(&self, introducer: CardId, day: NaiveDate) -> Result<Vec<ToThankFor>> {
        let introduced = self.introduced_by(introducer)?;
        let rows = self.rows(&introduced, day)?;
        let thanks = rows.into_iter().filter_map(|row| {
            let on = row.standing.thank_on?;
            Some(ToThankFor { name: row.name, on })
        });
        Ok(thanks.collect())
    }

    /// The cards in the list that a card introduced, oldest first.
    pub fn introduced_by(&self, introducer: CardId) -> Result<Vec<CardId>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT value.card FROM value JOIN card ON card.id = value.card AND card.state = 0
             WHERE value.field = 'introducer' AND value.text = ?1 ORDER BY value.card",
        )?;
        let cards = statement.query_map([introducer.to_string()], |row| row.get(0).map(CardId))?;
        Ok(cards.collect::<rusqlite::Result<_>>()?)
    }

    /// The prospects most worth a contact while nothing is due, at most `limit`: the best class first, a
    /// certain one before one that may still be; then who is due soonest.
    pub fn best_prospects(&self, day: NaiveDate, limit: usize) -> Result<Vec<CardId>> {
        let sql = format!(
            "SELECT standing.card FROM {} AS standing
             JOIN card ON card.id = standing.card AND card.state = 0
             WHERE standing.due_on IS NOT NULL AND standing.position IN ('potential', 'target')
             ORDER BY standing.best_rank, standing.class = 'investigate', standing.due_on, standing.card
             LIMIT ?1",
            table(self.cover(day)?),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let cards = statement.query_map(params![limit], |row| row.get(0).map(CardId))?;
        Ok(cards.collect::<rusqlite::Result<_>>()?)
    }
}

fn due_card(row: &Row<'_>) -> Result<DueCard> {
    let place: i64 = row.get(1)?;
    let matter = usize::try_from(place).ok().and_then(|place| Matter::ALL.get(place)).copied();
    Ok(DueCard {
        card: CardId(row.get(0)?),
        matter: matter.ok_or_else(|| crate::store::cell::damaged("matter", &place.to_string()))?,
        on: read_day(&row.get::<_, String>(2)?)?,
    })
}

/// Where standings of the day are read from.
pub(in crate::store) fn table(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Whole => "standing",
        Coverage::InParts => {
            "(SELECT * FROM temp.folded UNION ALL
              SELECT * FROM standing WHERE card NOT IN (SELECT card FROM temp.folded))"
        }
    }
}

/// [`points`](crate::domain::agenda::points) of an entry, told in SQL. Days are compared as texts as far as that
/// goes: to count the days between two takes as long as all the rest.
fn points(today: &str, long_ago: &str) -> String {
    let codes = |positions: &[Position]| {
        let quoted: Vec<String> = positions.iter().map(|position| format!("'{}'", position.code())).collect();
        quoted.join(", ")
    };
    format!(
        "CASE WHEN position IN ({}) THEN {PROSPECT_POINTS} - {CLASS_STEP} * best_rank
              WHEN position IN ({}) THEN {CUSTOMER_POINTS} ELSE {OTHER_POINTS} END
         + CASE WHEN on_day <= {long_ago} THEN {MOST_OVERDUE_POINTS} WHEN on_day >= {today} THEN 0
              ELSE julianday({today}) - julianday(on_day) END",
        codes(&[Position::Potential, Position::Target]),
        codes(&[Position::Actual]),
    )
}

impl Sources {
    /// Where the entries of matters are read from.
    fn of(
        matters: &[Matter],
        horizon: Horizon,
        day: NaiveDate,
        policy: &FollowUpPolicy,
        standing: &'static str,
    ) -> Sources {
        let mut sources = Sources { parts: Vec::new(), parameters: Vec::new(), standing };
        for matter in matters {
            let days = horizon.days(*matter, day, policy);
            sources.add(*matter, (days.from, days.to), day);
            for dated in DATED.iter().filter(|dated| dated.matter == *matter) {
                sources.dated(dated, dated.days(horizon, day, policy), day, policy);
            }
        }
        sources
    }

    fn bind(&mut self, value: Value) -> String {
        self.parameters.push(value);
        format!("?{}", self.parameters.len())
    }

    fn between(&mut self, column: &str, (from, to): (NaiveDate, NaiveDate)) -> String {
        let to = self.bind(Value::Text(day_text(to)));
        if from == NaiveDate::MIN {
            return format!("{column} IS NOT NULL AND {column} <= {to}");
        }
        let from = self.bind(Value::Text(day_text(from)));
        format!("{column} IS NOT NULL AND {column} BETWEEN {from} AND {to}")
    }

    /// Adds where the entries of a matter are read from.
    fn add(&mut self, matter: Matter, days: (NaiveDate, NaiveDate), day: NaiveDate) {
        match matter {
            Matter::OurPromise => self.promises(PromiseBy::Us, matter, days, day),
            Matter::TheirPromise => self.promises(PromiseBy::Them, matter, days, day),
            // Read together with what follows it: both stand in one index.
            Matter::Appointment => {}
            Matter::FollowUp => self.follow_ups(days),
            Matter::Thanks => self.thanks(days),
            Matter::Review => self.derived("review_on", matter, days),
            Matter::Lapsed => self.derived("lapsed_on", matter, days),
            Matter::Anniversary | Matter::Ending | Matter::Lent => {}
        }
    }

    /// Open ones by their index, and those settled later than the day: on the day they were open.
    fn promises(&mut self, by: PromiseBy, matter: Matter, days: (NaiveDate, NaiveDate), day: NaiveDate) {
        let by = self.bind(code(by));
        let today = self.bind(Value::Text(day_text(day)));
        let due = self.between("promise.due_on", days);
        for open in ["promise.settled_on IS NULL".to_owned(), format!("promise.settled_on > {today}")] {
            self.parts.push(format!(
                "SELECT promise.card AS card, {} AS matter, promise.due_on AS on_day,
                        standing.position AS position, standing.best_rank AS best_rank
                 FROM promise CROSS JOIN {} AS standing ON standing.card = promise.card
                 CROSS JOIN contact ON contact.id = promise.contact
                 WHERE promise.owed_by = {by} AND {due} AND {open} AND contact.day <= {today}",
                matter as usize, self.standing,
            ));
        }
    }

    fn follow_ups(&mut self, days: (NaiveDate, NaiveDate)) {
        let due = self.between("due_on", days);
        let appointment = self.bind(code(DueReason::Appointment));
        self.parts.push(format!(
            "SELECT card, CASE WHEN due_reason = {appointment} THEN {} ELSE {} END AS matter, due_on AS on_day,
                    position, best_rank
             FROM {} WHERE {due}",
            Matter::Appointment as usize,
            Matter::FollowUp as usize,
            self.standing,
        ));
    }

    /// The list names the introducer: it is to him that one speaks. Those with a day are few, and so come first:
    /// left to itself, SQLite would go through all cards of the list and look whether they have one.
    fn thanks(&mut self, days: (NaiveDate, NaiveDate)) {
        let due = self.between("met.thank_on", days);
        self.parts.push(format!(
            "SELECT standing.card AS card, {} AS matter, met.thank_on AS on_day,
                    standing.position AS position, standing.best_rank AS best_rank
             FROM {} AS met
             CROSS JOIN card AS introduced ON introduced.id = met.card AND introduced.state = 0
             CROSS JOIN value ON value.card = met.card AND value.field = 'introducer'
             CROSS JOIN {} AS standing ON standing.card = CAST(value.text AS INTEGER)
             WHERE {due}",
            Matter::Thanks as usize,
            self.standing,
            self.standing,
        ));
    }

    fn derived(&mut self, column: &str, matter: Matter, days: (NaiveDate, NaiveDate)) {
        let due = self.between(column, days);
        self.parts.push(format!(
            "SELECT card, {} AS matter, {column} AS on_day, position, best_rank FROM {} WHERE {due}",
            matter as usize, self.standing,
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{Place, day};

    /// Indexes that every card stands in: whoever goes through one of them goes through all cards.
    const OF_ALL_CARDS: [&str; 1] = ["card_by_name"];

    #[test]
    fn every_matter_is_read_by_an_index_that_only_its_cards_stand_in() {
        let store = Place::new().open();
        let policies = &store.opening.policies.follow_up;
        for horizon in [Horizon::Today, Horizon::Week, Horizon::Month] {
            for matter in Matter::ALL {
                let today = day("2026-06-30");
                let sources = Sources::of(&[*matter], horizon, today, policies, table(Coverage::Whole));
                for part in &sources.parts {
                    let mut explained =
                        store.connection.prepare(&format!("EXPLAIN QUERY PLAN {part}")).unwrap();
                    // Every source takes some of the parameters.
                    let bound = sources.parameters.iter().take(explained.parameter_count());
                    let plan: Vec<String> = explained
                        .query_map(params_from_iter(bound), |row| row.get(3))
                        .unwrap()
                        .collect::<rusqlite::Result<_>>()
                        .unwrap();
                    let through_all = plan.iter().find(|step| {
                        step.starts_with("SCAN") || OF_ALL_CARDS.iter().any(|index| step.contains(index))
                    });
                    assert_eq!(through_all, None, "{horizon:?} {matter:?}: {plan:?}");
                }
            }
        }
    }
}
