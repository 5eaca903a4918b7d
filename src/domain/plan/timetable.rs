//! How long visits take, and when each begins.

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::{Candidate, Visit, VisitKind};
use crate::domain::policy::VisitPolicy;
use crate::domain::position::Position;

/// When each visit of a route begins: one after the other, those with an hour of their own at that hour. Who does
/// not fit between them goes after them; who would be visited after the end of the day is left out.
pub(super) fn timetable(route: Vec<&Candidate>, day: NaiveDate, policy: &VisitPolicy) -> Vec<Visit> {
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
