//! Visits that were planned, and what became of them.

use chrono::{NaiveDate, NaiveTime};

use super::choice::choices;
use super::contact::{Contact, Exchange};
use super::id::{CardId, VisitId};
use super::plan::VisitKind;

choices! {
    /// What became of a planned visit.
    pub enum Fate {
        Planned = "planned", ["planned", "待访", "待訪"];
        Made = "made", ["made", "已访", "已訪"];
        Moved = "moved", ["moved", "改期", "改期"];
        Dropped = "dropped", ["dropped", "取消", "取消"];
    }
}

/// A visit that was planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedVisit {
    /// Its row.
    pub id: VisitId,
    /// Whom.
    pub card: CardId,
    /// The day.
    pub on: NaiveDate,
    /// When it begins.
    pub at: NaiveTime,
    /// Why it was planned.
    pub kind: VisitKind,
    /// The day it was put off to.
    pub moved_to: Option<NaiveDate>,
    /// Why it was dropped.
    pub dropped: Option<String>,
}

impl PlannedVisit {
    /// What was said of it instead: why it was dropped, or the day it was put off to; `None` while it stands.
    pub fn became(&self) -> Option<String> {
        self.dropped.clone().or_else(|| self.moved_to.map(|day| day.to_string()))
    }

    /// What became of it. It was made when the customer was met on its day, whatever was planned later.
    pub fn fate(&self, contacts: &[Contact]) -> Fate {
        let met = |contact: &Contact| {
            contact.on == self.on && contact.kind.is_meeting() && contact.exchange() == Exchange::TwoWay
        };
        match (&self.dropped, self.moved_to) {
            _ if contacts.iter().any(met) => Fate::Made,
            (Some(_), _) => Fate::Dropped,
            (None, Some(_)) => Fate::Moved,
            (None, None) => Fate::Planned,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::{ContactKind, Outcome};
    use crate::domain::specimen::{contact, day};

    #[test]
    fn a_visit_is_made_when_the_customer_was_met_on_its_day() {
        let (visit, phone) = (ContactKind::Visit, ContactKind::Phone);
        for (moved_to, dropped, contacts, expected) in [
            (None, None, vec![], Fate::Planned),
            (None, None, vec![contact(1, day("2026-06-30"), visit, &[])], Fate::Made),
            (None, None, vec![contact(1, day("2026-06-29"), visit, &[])], Fate::Planned),
            (None, None, vec![contact(1, day("2026-06-30"), phone, &[])], Fate::Planned),
            (None, None, vec![contact(1, day("2026-06-30"), visit, &[Outcome::NotReached])], Fate::Planned),
            (Some("2026-07-03"), None, vec![], Fate::Moved),
            (None, Some("ill"), vec![], Fate::Dropped),
            (None, Some("ill"), vec![contact(1, day("2026-06-30"), visit, &[])], Fate::Made),
        ] {
            let planned = PlannedVisit {
                id: VisitId(1),
                card: CardId(1),
                on: day("2026-06-30"),
                at: NaiveTime::default(),
                kind: VisitKind::Due,
                moved_to: moved_to.map(day),
                dropped: dropped.map(str::to_owned),
            };
            assert_eq!(planned.fate(&contacts), expected, "{moved_to:?} {dropped:?} {contacts:?}");
        }
    }
}
