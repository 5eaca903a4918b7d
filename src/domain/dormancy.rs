//! Customers who have stopped ordering without a word.

use chrono::NaiveDate;

use super::contact::{Contact, Outcome};
use super::policy::FollowUpPolicy;
use super::position::{Move, Position};
use super::when::day_after;

/// Whether a contact brought an order.
pub fn is_order(contact: &Contact) -> bool {
    contact.outcomes.iter().any(|outcome| matches!(outcome, Outcome::Order | Outcome::ContractSigned))
}

/// The first day on which the customer counts as dormant, unless it orders again before; `None` while no order is
/// known. An order is one that was logged, or the move that made a customer of it.
///
/// Who ordered often is dormant after some of the usual gaps between its orders, though never soon; who ordered once
/// or twice after a fixed time.
pub fn dormant_from(
    contacts: &[Contact],
    moves: &[Move],
    day: NaiveDate,
    policy: &FollowUpPolicy,
) -> Option<NaiveDate> {
    let logged = contacts.iter().filter(|contact| is_order(contact)).map(|contact| contact.on);
    let won = moves.iter().filter(|change| change.to == Position::Actual).map(|change| change.on);
    let mut orders: Vec<NaiveDate> = logged.chain(won).filter(|on| *on <= day).collect();
    orders.sort_unstable();
    orders.dedup();
    let last = *orders.last()?;
    let limit = if orders.len() < policy.dormant_orders as usize {
        u64::from(policy.dormant_after)
    } else {
        let gaps = u64::from(policy.dormant_gaps).saturating_mul(twice_the_median_gap(&orders)) / 2;
        u64::from(policy.dormant_least).max(gaps)
    };
    day_after(last, limit + 1)
}

/// Twice the median of the days between orders: of an even number of gaps it is the mean of the two in the middle,
/// which may be half a day.
fn twice_the_median_gap(orders: &[NaiveDate]) -> u64 {
    let mut gaps: Vec<u64> =
        orders.windows(2).map(|pair| (pair[1] - pair[0]).num_days().unsigned_abs()).collect();
    gaps.sort_unstable();
    let middle = [gaps.len().saturating_sub(1) / 2, gaps.len() / 2];
    middle.iter().filter_map(|place| gaps.get(*place)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::ContactKind;
    use crate::domain::specimen::{change, contact, day};

    #[test]
    fn who_ordered_often_is_dormant_by_its_own_rhythm() {
        for (orders, won, expected) in [
            (&[][..], None, None),
            (&["2026-01-01"], None, Some("2026-07-01")),
            (&["2026-01-01", "2026-02-01"], None, Some("2026-08-01")),
            (&["2026-01-01", "2026-01-11", "2026-01-21"], None, Some("2026-04-22")),
            // The usual gap is sixty days.
            (&["2026-01-01", "2026-03-02", "2026-05-01"], None, Some("2026-08-30")),
            // Gaps of ten and a hundred days: fifty-five is usual, twice that the limit.
            (&["2026-01-01", "2026-01-11", "2026-04-21"], None, Some("2026-08-10")),
            (&["2026-01-01", "2026-03-01", "2026-05-30"], None, Some("2026-10-27")),
            (&[], Some("2026-01-01"), Some("2026-07-01")),
            // The order that made a customer of it is one order, however it was written down.
            (&["2026-01-01"], Some("2026-01-01"), Some("2026-07-01")),
            (&["2027-01-01"], None, None),
        ] {
            let contacts: Vec<Contact> = (1..)
                .zip(orders)
                .map(|(id, on)| contact(id, day(on), ContactKind::Phone, &[Outcome::Order]))
                .collect();
            let moves: Vec<Move> = won.map(|on| change(1, day(on), Position::Actual)).into_iter().collect();
            let from = dormant_from(&contacts, &moves, day("2026-06-30"), &FollowUpPolicy::default());
            assert_eq!(from, expected.map(day), "{orders:?} {won:?}");
        }
    }
}
