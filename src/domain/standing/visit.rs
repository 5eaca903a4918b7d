//! Our visits: the last one, and how many there were lately.

use chrono::{Months, NaiveDate};

use crate::domain::contact::{Contact, ContactKind};

/// For so many months a visit counts among those made lately.
const COUNTED_FOR: Months = Months::new(12);

fn visits(contacts: &[Contact]) -> impl Iterator<Item = NaiveDate> {
    contacts.iter().filter(|contact| contact.kind == ContactKind::Visit).map(|contact| contact.on)
}

/// The first day on which a visit does not count any more; `None`: it counts as long as there are days.
fn end(visit: NaiveDate) -> Option<NaiveDate> {
    visit.checked_add_months(COUNTED_FOR)
}

/// The last visit until a day.
pub(super) fn last(contacts: &[Contact], day: NaiveDate) -> Option<NaiveDate> {
    visits(contacts).filter(|visit| *visit <= day).max()
}

/// How many visits were made in the twelve months up to a day.
pub(super) fn lately(contacts: &[Contact], day: NaiveDate) -> u32 {
    let counts = |visit: &NaiveDate| *visit <= day && end(*visit).is_none_or(|end| day < end);
    u32::try_from(visits(contacts).filter(counts).count()).unwrap_or(u32::MAX)
}

/// The days on which visits cease to count.
pub(super) fn ends(contacts: &[Contact]) -> impl Iterator<Item = Option<NaiveDate>> {
    visits(contacts).map(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::specimen::{contact, day};

    #[test]
    fn a_visit_counts_from_its_day_until_a_year_is_over() {
        let visit = |on| contact(0, day(on), ContactKind::Visit, &[]);
        let contacts = [
            visit("2024-02-29"),
            visit("2025-06-30"),
            visit("2025-07-01"),
            contact(0, day("2026-01-05"), ContactKind::VisitIn, &[]),
            visit("2026-06-30"),
        ];
        for (on, last_on, count) in [
            ("2024-02-28", None, 0),
            ("2024-02-29", Some("2024-02-29"), 1),
            ("2025-02-27", Some("2024-02-29"), 1),
            ("2025-02-28", Some("2024-02-29"), 0),
            ("2026-06-29", Some("2025-07-01"), 2),
            ("2026-06-30", Some("2026-06-30"), 2),
            ("2027-07-01", Some("2026-06-30"), 0),
        ] {
            assert_eq!(
                (last(&contacts, day(on)), lately(&contacts, day(on))),
                (last_on.map(day), count),
                "{on}"
            );
        }
        assert_eq!(lately(&[visit("+262142-12-31")], NaiveDate::MAX), 1);
    }
}
