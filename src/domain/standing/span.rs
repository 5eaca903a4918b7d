//! The interval of days for which a standing holds.

use chrono::NaiveDate;

use super::{Facts, visit};
use crate::domain::dormancy::dormant_from;
use crate::domain::policy::Policies;
use crate::domain::when::day_after;

/// The days around one in which nothing changes by the passing of time: `from` included, `until` not.
pub(super) struct Span {
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
}

impl Span {
    pub(super) fn around(day: NaiveDate, facts: &Facts<'_>, policies: &Policies) -> Span {
        let mut span = Span { from: NaiveDate::MIN, until: NaiveDate::MAX };
        for assertion in facts.assertions {
            span.cut(day, Some(assertion.on));
            let limit = policies.stale_limits.limit(assertion.letter, assertion.answer);
            span.cut(day, limit.and_then(|limit| day_after(assertion.on, u64::from(limit) + 1)));
        }
        for person in facts.people {
            span.cut(day, person.from);
            span.cut(day, person.to.and_then(|to| day_after(to, 1)));
        }
        span.cut(day, dormant_from(facts.contacts, facts.moves, day, &policies.follow_up));
        facts.contacts.iter().for_each(|contact| span.cut(day, Some(contact.on)));
        visit::ends(facts.contacts).for_each(|end| span.cut(day, end));
        facts.moves.iter().for_each(|change| span.cut(day, Some(change.on)));
        facts.assessments.iter().for_each(|assessment| span.cut(day, Some(assessment.on)));
        span
    }

    /// Something changes at the start of `boundary`.
    fn cut(&mut self, day: NaiveDate, boundary: Option<NaiveDate>) {
        match boundary {
            Some(boundary) if boundary <= day => self.from = self.from.max(boundary),
            Some(boundary) => self.until = self.until.min(boundary),
            None => {}
        }
    }
}
