//! The visits of a day: who of those that are due, in which zone, in which order, at what time.
//!
//! The plan of a day is the same whenever it is made anew: nothing in it is left to chance.

mod candidate;
#[cfg(test)]
mod tests;
mod timetable;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::choice::choices;
use super::id::CardId;
use super::policy::VisitPolicy;

pub use candidate::Candidate;
use timetable::timetable;

choices! {
    /// Why a visit is in the plan.
    pub enum VisitKind {
        Appointment = "appointment", ["appointment", "约定", "約定"];
        Due = "due", ["due", "到期", "到期"];
        DropIn = "drop-in", ["drop-in call", "顺访", "順訪"];
    }
}

/// A visit of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Whom.
    pub whom: Candidate,
    /// Why.
    pub kind: VisitKind,
    /// When it begins.
    pub at: NaiveTime,
    /// How long it takes.
    pub minutes: u32,
}

/// The zones a plan leads through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Zones {
    /// So many of those most worth going to, and wherever somebody is to be met at an hour agreed upon.
    Best(usize),
    /// These and no other, one after the other.
    These(Vec<String>),
}

impl Default for Zones {
    fn default() -> Self {
        Zones::Best(1)
    }
}

/// What a plan is to keep to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// Where it leads.
    pub zones: Zones,
    /// At most so many visits; `None`: as many as the day has room for.
    pub visits: Option<usize>,
    /// Cards that are left out: they are planned already.
    pub without: Vec<CardId>,
}

/// The visits of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayPlan {
    /// The zones in the order in which one goes, each with the number of cards due in it.
    pub chosen: Vec<(String, usize)>,
    /// In the order in which one goes.
    pub visits: Vec<Visit>,
    /// Zones that were not chosen, each with the number of due cards and their points, the best first.
    pub others: Vec<(String, usize, i64)>,
}

impl DayPlan {
    /// Every zone with something due, and how much.
    pub fn zones(&self) -> impl Iterator<Item = (&str, usize)> {
        let here = self.chosen.iter().filter(|(_, due)| *due > 0);
        here.map(|(zone, due)| (zone.as_str(), *due)).chain(self.others())
    }

    /// The zones with something due that were not chosen, and how much.
    pub fn others(&self) -> impl Iterator<Item = (&str, usize)> {
        self.others.iter().map(|(zone, count, _)| (zone.as_str(), *count))
    }
}

/// Plans a day.
///
/// The zone is the one whose due cards are worth most together. In it those worth most are chosen until the
/// visits or the minutes are used up, appointments of the day before all others; what is left over is filled
/// with drop-in calls on cards of the zone that are not due yet. They are visited in the order of the route; an
/// appointment keeps the hour that was agreed upon, and the route goes on around it.
///
/// A plan of several zones goes through them one after the other: the next one is begun when all that is due in those
/// before it is planned, and drop-in calls come after all that is due.
pub fn plan(candidates: &[Candidate], frame: &Frame, day: NaiveDate, policy: &VisitPolicy) -> DayPlan {
    let candidates = || candidates.iter().filter(|candidate| !frame.without.contains(&candidate.card));
    let mut others = zones(candidates(), day);
    let due_in = |zone: &str| others.iter().find(|(other, ..)| other == zone).map_or(0, |(_, due, _)| *due);
    let names: Vec<String> = match &frame.zones {
        Zones::Best(count) => others.iter().take(*count).map(|(zone, ..)| zone.clone()).collect(),
        Zones::These(zones) => zones.clone(),
    };
    let chosen: Vec<(String, usize)> = names.into_iter().map(|zone| (zone.clone(), due_in(&zone))).collect();
    let turn = |candidate: &Candidate| chosen.iter().position(|(zone, _)| *zone == candidate.zone);
    let goes_elsewhere = matches!(frame.zones, Zones::Best(_));
    let is_met =
        |candidate: &Candidate| turn(candidate).is_some() || goes_elsewhere && candidate.is_agreed(day);
    let mut route: Vec<&Candidate> = candidates().filter(|candidate| is_met(candidate)).collect();
    route.sort_by_key(|candidate| {
        let later = (!candidate.is_appointment(day), !candidate.is_due(day));
        (later, turn(candidate), candidate.rank())
    });
    route.truncate(fitting(&route, frame, day, policy));
    route.sort_by_key(|candidate| {
        (turn(candidate), candidate.order.is_none(), candidate.order, candidate.name.as_str(), candidate.card)
    });
    let visits = timetable(route, day, policy);
    others.retain(|(other, ..)| chosen.iter().all(|(zone, _)| zone != other));
    DayPlan { chosen, visits, others }
}

/// How many of the candidates, the most wanted first, the day has room for.
fn fitting(wanted: &[&Candidate], frame: &Frame, day: NaiveDate, policy: &VisitPolicy) -> usize {
    let mut left = policy.day_minutes;
    let mut zones: Vec<&str> = Vec::new();
    let limit = frame.visits.unwrap_or(usize::MAX);
    for (place, candidate) in wanted.iter().take(limit).enumerate() {
        let way = if zones.is_empty() || zones.contains(&candidate.zone.as_str()) {
            policy.travel_minutes
        } else {
            policy.zone_travel_minutes
        };
        zones.push(&candidate.zone);
        let taken = policy.length(candidate.position, candidate.kind(day)).saturating_add(way);
        let Some(room) = left.checked_sub(taken) else { return place };
        left = room;
    }
    wanted.len().min(limit)
}

/// Zones with something due: how many cards, how many points; the best first, then by name.
fn zones<'a>(candidates: impl Iterator<Item = &'a Candidate>, day: NaiveDate) -> Vec<(String, usize, i64)> {
    let mut found: BTreeMap<&str, (usize, i64)> = BTreeMap::new();
    for candidate in candidates.filter(|candidate| candidate.is_due(day)) {
        let (count, worth) = found.entry(&candidate.zone).or_default();
        *count += 1;
        *worth += i64::from(candidate.points);
    }
    let mut zones: Vec<(String, usize, i64)> =
        found.into_iter().map(|(zone, (count, worth))| (zone.to_owned(), count, worth)).collect();
    // A stable sort: equal ones stay by name.
    zones.sort_by_key(|(_, _, worth)| Reverse(*worth));
    zones
}
