//! What the cards of a sales zone come to: the sums below a table of addresses by zone.

use std::collections::BTreeMap;

/// What a zone comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ZoneTotals {
    /// Cards with an address in it.
    pub cards: u64,
    /// How many of them are due.
    pub due: u64,
    /// Minutes that the ways to these addresses take, of those of which it is known.
    pub minutes: Option<i64>,
}

/// Whether a card is due on the day of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// That day or before.
    Now,
    /// Later, or never.
    Later,
}

/// Sums zone by zone, in the order of their names.
#[derive(Debug, Default)]
pub struct Sums(BTreeMap<String, ZoneTotals>);

impl Sums {
    /// Counts a card in its zone; one without a zone is in none.
    pub fn count(&mut self, zone: &str, due: Due, minutes: Option<i64>) {
        if zone.is_empty() {
            return;
        }
        let totals = self.0.entry(zone.to_owned()).or_default();
        totals.cards += 1;
        totals.due += u64::from(due == Due::Now);
        if let Some(minutes) = minutes {
            totals.minutes = Some(totals.minutes.unwrap_or_default().saturating_add(minutes));
        }
    }

    /// The zones and what they come to.
    pub fn zones(&self) -> impl Iterator<Item = (&str, ZoneTotals)> {
        self.0.iter().map(|(zone, totals)| (zone.as_str(), *totals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_counted_in_their_zone_only() {
        let mut sums = Sums::default();
        for (zone, due, minutes) in [
            ("West", Due::Now, Some(25)),
            ("East", Due::Later, None),
            ("West", Due::Later, None),
            ("", Due::Now, Some(99)),
        ] {
            sums.count(zone, due, minutes);
        }
        let totals = |cards, due, minutes| ZoneTotals { cards, due, minutes };
        let expected = vec![("East", totals(1, 0, None)), ("West", totals(2, 1, Some(25)))];
        assert_eq!(sums.zones().collect::<Vec<_>>(), expected);
    }
}
