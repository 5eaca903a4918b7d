//! The visits of a day: who of those that are due, in which zone, in which order, at what time.
//!
//! The plan of a day is the same whenever it is made anew: nothing in it is left to chance.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::choice::choices;
use super::followup::DueReason;
use super::id::CardId;
use super::policy::VisitPolicy;
use super::position::Position;

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
    fn is_due(&self, day: NaiveDate) -> bool {
        self.due_on <= day
    }

    /// Those worth most first, then the most overdue, then by name.
    fn rank(&self) -> (Reverse<u32>, NaiveDate, &str, CardId) {
        (Reverse(self.points), self.due_on, &self.name, self.card)
    }

    fn kind(&self, day: NaiveDate) -> VisitKind {
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

/// When each visit of a route begins: one after the other, those with an hour of their own at that hour. Who does
/// not fit between them goes after them; who would be visited after the end of the day is left out.
fn timetable(route: Vec<&Candidate>, day: NaiveDate, policy: &VisitPolicy) -> Vec<Visit> {
    let opens = NaiveTime::from_hms_opt(policy.first_hour.min(LAST_HOUR), 0, 0).unwrap_or_default();
    let closes = minutes_of(opens) + policy.day_minutes;
    let visit = |whom: &Candidate| {
        let kind = whom.kind(day);
        let (whom, minutes) = (whom.clone(), policy.length(whom.position, kind));
        Visit { whom, kind, at: opens, minutes }
    };
    let (agreed, others): (Vec<Visit>, Vec<Visit>) =
        route.into_iter().map(visit).partition(|visit| visit.whom.is_agreed(day));
    let mut fixed: Vec<Visit> =
        agreed.into_iter().map(|visit| Visit { at: visit.whom.time.unwrap_or(opens), ..visit }).collect();
    fixed.sort_by_key(|visit| visit.at);
    let mut fixed = fixed.into_iter().peekable();
    // When the last visit is over.
    let mut free = 0;
    let mut visits: Vec<Visit> = Vec::new();
    for visit in others {
        loop {
            let way = visits.last().map_or(0, |last| policy.way(last, &visit));
            let begins = minutes_of(opens).max(free + way);
            let over = begins + visit.minutes;
            if let Some(next) = fixed.next_if(|next| minutes_of(next.at) < over + policy.way(&visit, next)) {
                free = free.max(minutes_of(next.at) + next.minutes);
                visits.push(next);
                continue;
            }
            if let Some(at) = time_at(begins).filter(|_| over + policy.travel_minutes <= closes) {
                visits.push(Visit { at, ..visit });
                free = over;
            }
            break;
        }
    }
    visits.extend(fixed);
    visits
}

/// A visit begins before midnight.
const LAST_HOUR: u32 = 23;
const MINUTES_OF_HOUR: u32 = 60;

/// Minutes since midnight.
fn minutes_of(at: NaiveTime) -> u32 {
    at.hour() * MINUTES_OF_HOUR + at.minute()
}

/// The time so many minutes after midnight; `None` on the next day.
fn time_at(minutes: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(minutes / MINUTES_OF_HOUR, minutes % MINUTES_OF_HOUR, 0)
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

impl VisitPolicy {
    /// How many minutes a visit takes.
    pub fn length(&self, position: Position, kind: VisitKind) -> u32 {
        match (kind, position) {
            (VisitKind::DropIn, _) => self.drop_in_minutes,
            (_, Position::Actual) => self.customer_minutes,
            _ => self.minutes,
        }
    }

    /// How many minutes the way from one visit to another takes.
    fn way(&self, from: &Visit, to: &Visit) -> u32 {
        if from.whom.zone == to.whom.zone { self.travel_minutes } else { self.zone_travel_minutes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::man::class::Class;
    use crate::domain::policy::PointsPolicy;
    use crate::domain::specimen::day;

    fn candidate(card: i64, zone: &str, order: Option<i64>, best: Class, due_on: &str) -> Candidate {
        let (policy, due_on) = (PointsPolicy::default(), day(due_on));
        let worth = policy.worth(Position::Potential, best, None);
        Candidate {
            card: CardId(card),
            name: format!("card {card}"),
            zone: zone.into(),
            order,
            position: Position::Potential,
            points: policy.after(worth, (day("2026-06-30") - due_on).num_days()),
            due_on,
            reason: DueReason::ClassInterval,
            time: None,
        }
    }

    fn planned(candidates: &[Candidate], frame: &Frame) -> (String, Vec<(i64, VisitKind, String)>) {
        let plan = plan(candidates, frame, day("2026-06-30"), &VisitPolicy::default());
        let visits = plan
            .visits
            .iter()
            .map(|visit| (visit.whom.card.0, visit.kind, visit.at.format("%H:%M").to_string()));
        let zones: Vec<&str> = plan.chosen.iter().map(|(zone, _)| zone.as_str()).collect();
        (zones.join(", "), visits.collect())
    }

    fn through(zones: &[&str]) -> Frame {
        let zones = Zones::These(zones.iter().map(|zone| (*zone).to_owned()).collect());
        Frame { zones, ..Frame::default() }
    }

    fn cards() -> Vec<Candidate> {
        vec![
            candidate(1, "west", Some(3), Class::Ideal, "2026-06-29"),
            candidate(2, "west", Some(1), Class::Nurture, "2026-06-30"),
            candidate(3, "west", Some(2), Class::Ideal, "2026-07-05"),
            candidate(4, "east", None, Class::Ideal, "2026-06-01"),
            candidate(5, "east", Some(9), Class::Nurture, "2026-07-20"),
        ]
    }

    #[test]
    fn the_best_zone_is_gone_through_along_the_route_and_filled_with_drop_in_calls() {
        let (zone, visits) = planned(&cards(), &Frame::default());
        assert_eq!(zone, "west");
        assert_eq!(
            visits,
            [
                (2, VisitKind::Due, "09:00".into()),
                (3, VisitKind::DropIn, "10:00".into()),
                (1, VisitKind::Due, "11:00".into()),
            ]
        );
    }

    #[test]
    fn with_fewer_visits_those_worth_most_are_made() {
        for (visits, expected) in [(0, vec![]), (1, vec![1]), (2, vec![2, 1])] {
            let (_, planned) = planned(&cards(), &Frame { visits: Some(visits), ..Frame::default() });
            let cards: Vec<i64> = planned.iter().map(|visit| visit.0).collect();
            assert_eq!(cards, expected, "{visits}");
        }
    }

    #[test]
    fn a_zone_may_be_named_and_who_has_no_place_on_the_route_comes_last() {
        let (zone, visits) = planned(&cards(), &through(&["east"]));
        let order: Vec<(i64, VisitKind)> = visits.iter().map(|visit| (visit.0, visit.1)).collect();
        assert_eq!((zone.as_str(), order), ("east", vec![(5, VisitKind::DropIn), (4, VisitKind::Due)]));
        let (_, nowhere) = planned(&cards(), &through(&["north"]));
        assert_eq!(nowhere, []);
        assert_eq!(planned(&[], &Frame::default()), (String::new(), vec![]));
    }

    #[test]
    fn who_is_planned_already_is_left_out_and_every_zone_with_something_due_is_named() {
        for (without, expected) in [
            (vec![], vec![("west", 2), ("east", 1)]),
            (vec![1], vec![("east", 1), ("west", 1)]),
            (vec![1, 2, 3], vec![("east", 1)]),
            (vec![1, 2, 4], vec![]),
        ] {
            let frame = Frame { without: without.iter().map(|id| CardId(*id)).collect(), ..Frame::default() };
            let plan = plan(&cards(), &frame, day("2026-06-30"), &VisitPolicy::default());
            assert_eq!(plan.zones().collect::<Vec<_>>(), expected, "{without:?}");
            assert!(plan.visits.iter().all(|visit| !without.contains(&visit.whom.card.0)));
        }
    }

    #[test]
    fn a_customer_worth_more_is_visited_before_others() {
        let mut cards = cards();
        cards[1].points = cards[0].points + 1;
        let one = Frame { visits: Some(1), ..through(&["west"]) };
        let (_, visits) = planned(&cards, &one);
        assert_eq!(visits[0].0, 2);
        cards[0].points += 2;
        let (_, visits) = planned(&cards, &one);
        assert_eq!(visits[0].0, 1);
    }

    #[test]
    fn an_appointment_of_the_day_is_kept_whoever_is_worth_more() {
        let mut cards = cards();
        cards[1].reason = DueReason::Appointment;
        let (_, visits) = planned(&cards, &Frame { visits: Some(1), ..Frame::default() });
        assert_eq!(visits, [(2, VisitKind::Appointment, "09:00".into())]);
    }

    fn agreed(candidate: &mut Candidate, time: &str) {
        candidate.due_on = day("2026-06-30");
        candidate.reason = DueReason::Appointment;
        candidate.time = Some(time.parse().unwrap());
    }

    fn hours(candidates: &[Candidate], policy: &VisitPolicy) -> Vec<(i64, String)> {
        let plan = plan(candidates, &Frame::default(), day("2026-06-30"), policy);
        let hour = |visit: &Visit| (visit.whom.card.0, visit.at.format("%H:%M").to_string());
        plan.visits.iter().map(hour).collect()
    }

    #[test]
    fn an_appointment_keeps_its_hour_and_the_route_goes_on_around_it() {
        let policy = VisitPolicy::default();
        for (time, expected) in [
            ("10:15:00", [(2, "09:00"), (1, "10:15"), (3, "11:15")]),
            ("09:30:00", [(1, "09:30"), (2, "10:30"), (3, "11:30")]),
            ("08:00:00", [(1, "08:00"), (2, "09:00"), (3, "10:00")]),
            ("19:00:00", [(2, "09:00"), (3, "10:00"), (1, "19:00")]),
        ] {
            let mut cards = cards();
            agreed(&mut cards[0], time);
            let expected = expected.map(|(card, at)| (card, at.to_owned()));
            assert_eq!(hours(&cards, &policy), expected, "{time}");
        }
        // Two at the same hour: which one is given up is not for the program to say.
        let mut cards = cards();
        agreed(&mut cards[0], "10:00:00");
        agreed(&mut cards[1], "10:00:00");
        let both: Vec<String> = hours(&cards, &policy).into_iter().map(|(_, at)| at).collect();
        assert_eq!(both, ["09:00", "10:00", "10:00"]);
    }

    #[test]
    fn visits_take_as_long_as_the_policy_says_for_whom_is_visited() {
        let policy = VisitPolicy {
            customer_minutes: 105,
            drop_in_minutes: 5,
            day_minutes: 200,
            ..VisitPolicy::default()
        };
        let mut cards = cards();
        cards[1].position = Position::Actual;
        let hours = hours(&cards, &policy);
        assert_eq!(hours, [(2, "09:00".into()), (3, "11:00".into()), (1, "11:20".into())]);
    }

    #[test]
    fn several_zones_are_gone_through_one_after_the_other() {
        for (frame, zones, expected) in [
            (
                Frame { zones: Zones::Best(2), ..Frame::default() },
                "west, east",
                vec![(2, "09:00"), (3, "10:00"), (1, "11:00"), (5, "12:15"), (4, "13:15")],
            ),
            (
                through(&["east", "west"]),
                "east, west",
                vec![(5, "09:00"), (4, "10:00"), (2, "11:15"), (3, "12:15"), (1, "13:15")],
            ),
            // All that is due comes before any drop-in call.
            (
                Frame { zones: Zones::Best(2), visits: Some(3), ..Frame::default() },
                "west, east",
                vec![(2, "09:00"), (1, "10:00"), (4, "11:15")],
            ),
            (through(&["north", "east"]), "north, east", vec![(5, "09:00"), (4, "10:00")]),
        ] {
            let (chosen, visits) = planned(&cards(), &frame);
            let told: Vec<(i64, &str)> = visits.iter().map(|(card, _, at)| (*card, at.as_str())).collect();
            assert_eq!((chosen.as_str(), told), (zones, expected), "{frame:?}");
        }
    }

    #[test]
    fn the_way_to_another_zone_takes_its_time() {
        let policy = VisitPolicy { day_minutes: 60 + 60 + 60 + 74, ..VisitPolicy::default() };
        let visits = |policy: &VisitPolicy| {
            let frame = Frame { zones: Zones::Best(2), ..Frame::default() };
            plan(&cards()[..4], &frame, day("2026-06-30"), policy).visits.len()
        };
        assert_eq!(visits(&policy), 3);
        assert_eq!(visits(&VisitPolicy { day_minutes: policy.day_minutes + 1, ..policy }), 4);
    }

    #[test]
    fn who_is_to_be_met_elsewhere_at_an_hour_is_in_the_plan_of_the_best_zone() {
        let mut cards = cards();
        agreed(&mut cards[3], "10:00:00");
        let (zones, visits) = planned(&cards, &Frame::default());
        let told: Vec<(i64, &str)> = visits.iter().map(|(card, _, at)| (*card, at.as_str())).collect();
        assert_eq!(
            (zones.as_str(), told),
            ("west", vec![(4, "10:00"), (2, "11:15"), (3, "12:15"), (1, "13:15")])
        );
        cards[3].time = None;
        let (_, without_an_hour) = planned(&cards, &Frame::default());
        assert_eq!(without_an_hour.len(), 3);
        let (_, only_there) = planned(&cards, &through(&["west"]));
        assert_eq!(only_there.len(), 3);
    }

    proptest::proptest! {
        #[test]
        fn a_plan_keeps_its_frame_whatever_the_order_of_the_cards(
            rows in proptest::collection::vec((0_usize..3, 0_i64..5, 0_usize..6, 0_u64..60), 0..30),
            visits in 0_usize..12,
            turn in 0_usize..30,
        ) {
            let mut cards: Vec<Candidate> = rows
                .iter()
                .zip(1..)
                .map(|(&(zone, order, best, days), card)| {
                    let best = [Class::Ideal, Class::AwakenNeed, Class::FindAuthority, Class::Finance, Class::Nurture, Class::Ideal][best];
                    let due = day("2026-06-01") + chrono::Days::new(days);
                    candidate(card, ["", "a", "b"][zone], (order > 0).then_some(order), best, &due.to_string())
                })
                .collect();
            let frame = Frame { visits: Some(visits), ..Frame::default() };
            let one = plan(&cards, &frame, day("2026-06-30"), &VisitPolicy::default());
            proptest::prop_assert!(one.visits.len() <= visits.min(8));
            proptest::prop_assert!(one.visits.iter().all(|visit| one.chosen[0].0 == visit.whom.zone));
            let turn = turn % cards.len().max(1);
            cards.rotate_left(turn);
            let other = plan(&cards, &frame, day("2026-06-30"), &VisitPolicy::default());
            proptest::prop_assert_eq!(one, other);
        }
    }
}
