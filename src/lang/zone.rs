//! What the cards of a zone come to, in words.

use super::Words;
use crate::domain::zone::ZoneTotals;

/// Cards, how many are due, and the way to them where it is known.
pub fn told(zone: &str, totals: &ZoneTotals, words: &Words) -> String {
    match totals.minutes {
        Some(minutes) => words.zone_totals(&zone, &totals.cards, &totals.due, &minutes),
        None => words.zone_totals_without_way(&zone, &totals.cards, &totals.due),
    }
}
