//! The order of the list of a day.

use std::cmp::Reverse;
use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use super::DueCard;
use crate::domain::agenda::{Horizon, Matter};
use crate::domain::id::CardId;
use crate::domain::policy::PointsPolicy;

/// A reason for a card to be on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The card.
    pub(super) card: CardId,
    /// The reason.
    pub(super) matter: Matter,
    /// The day of it.
    pub(super) on: NaiveDate,
    /// Points of a contact with the card on that day.
    pub(super) worth: u32,
}

/// The list as far as it was read.
pub(super) struct Ranking<'policies> {
    pub(super) horizon: Horizon,
    pub(super) day: NaiveDate,
    /// How many cards are wanted; `None`: all there are.
    limit: Option<usize>,
    points: &'policies PointsPolicy,
    /// Cards that have their place.
    listed: Vec<DueCard>,
    seen: HashSet<CardId>,
    /// What was found since, in any order.
    found: Vec<Found>,
}

impl Ranking<'_> {
    pub(super) fn new(
        horizon: Horizon,
        day: NaiveDate,
        limit: Option<usize>,
        points: &PointsPolicy,
    ) -> Ranking<'_> {
        Ranking { horizon, day, limit, points, listed: Vec::new(), seen: HashSet::new(), found: Vec::new() }
    }

    /// How many cards are missing; `None`: all there are.
    pub(super) fn missing(&self) -> Option<usize> {
        self.limit.map(|limit| limit.saturating_sub(self.listed.len()))
    }

    pub(super) fn is_full(&self) -> bool {
        self.missing() == Some(0)
    }

    /// Takes a reason in; gives whether it may be the one its card is listed by.
    pub(super) fn add(&mut self, found: Found) -> bool {
        let is_new = !self.seen.contains(&found.card);
        if is_new {
            self.found.push(found);
        }
        is_new
    }

    /// The last day of a reason that can still come among the first, if the card is worth so much on that day; `None`:
    /// no day can, nor one of a card worth less. Ties are among them.
    pub(super) fn latest(&mut self, worth: u32) -> Option<NaiveDate> {
        let Some(last) = self.last_wanted() else { return Some(NaiveDate::MAX) };
        match self.horizon {
            Horizon::Week | Horizon::Month => Some(last.on),
            Horizon::Today => {
                let needed = self.points_of(&last).saturating_sub(worth);
                match needed {
                    0 => Some(NaiveDate::MAX),
                    needed if needed > self.points.overdue => None,
                    needed => self.day.checked_sub_days(Days::new(needed.into())),
                }
            }
        }
    }

    /// What was found so far gets its place: nothing that comes later comes before it.
    pub(super) fn close(&mut self) {
        self.put_in_order();
        let listed = self.found.drain(..).map(|Found { card, matter, on, .. }| DueCard { card, matter, on });
        self.listed.extend(listed.inspect(|due| {
            self.seen.insert(due.card);
        }));
    }

    /// The list.
    pub(super) fn into_cards(mut self) -> Vec<DueCard> {
        self.close();
        self.listed
    }

    /// The last of those that are wanted, once there are enough.
    fn last_wanted(&mut self) -> Option<Found> {
        let missing = self.missing()?;
        if self.found.len() < missing {
            return None;
        }
        self.put_in_order();
        self.found.get(missing.checked_sub(1)?).copied()
    }

    /// Each card by its first reason, and no more than are wanted.
    fn put_in_order(&mut self) {
        let mut found = std::mem::take(&mut self.found);
        let points = |found: &Found| Reverse(self.points_of(found));
        match self.horizon {
            Horizon::Today => {
                found
                    .sort_by_cached_key(|found| (found.matter as usize, points(found), found.on, found.card));
            }
            Horizon::Week | Horizon::Month => {
                found
                    .sort_by_cached_key(|found| (found.on, found.matter as usize, points(found), found.card));
            }
        }
        let mut cards = HashSet::with_capacity(found.len());
        found.retain(|found| cards.insert(found.card));
        found.truncate(self.missing().unwrap_or(usize::MAX));
        self.found = found;
    }

    fn points_of(&self, found: &Found) -> u32 {
        self.points.after(found.worth, (self.day - found.on).num_days())
    }
}
