//! Which lines the screen shows: cards, and the headings of their groups.

use super::Listing;
use crate::domain::id::CardId;

/// A line of the list on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLine {
    /// The heading of a group, by its number from 0. The one the screen begins in always stands on top.
    Heading(usize),
    /// A card, by its place in the list.
    Card(usize),
}

impl Listing {
    /// The cards on the screen, from the top.
    pub fn visible(&self) -> &[CardId] {
        self.ids.get(self.top..self.end_from(self.top)).unwrap_or_default()
    }

    /// The lines on the screen, from the top.
    pub fn lines(&self) -> Vec<ListLine> {
        let mut lines = Vec::with_capacity(self.height);
        for place in self.top..self.end_from(self.top) {
            if place == self.top || self.begins_group(place) {
                lines.extend(self.group_of(place).map(ListLine::Heading));
            }
            lines.push(ListLine::Card(place));
        }
        lines
    }

    /// The group a card stands in, by its place; `None` in a list without groups.
    pub fn group_of(&self, place: usize) -> Option<usize> {
        self.groups.partition_point(|first| *first <= place).checked_sub(1)
    }

    /// The place of the first card of a group, by its number.
    pub fn first_of_group(&self, group: usize) -> Option<usize> {
        self.groups.get(group).copied()
    }

    fn begins_group(&self, place: usize) -> bool {
        self.groups.binary_search(&place).is_ok()
    }

    /// The place after the last card that the screen shows when it begins with one.
    pub(super) fn end_from(&self, top: usize) -> usize {
        let mut free = self.height;
        let mut end = top;
        while end < self.ids.len() {
            let headed = !self.groups.is_empty() && (end == top || self.begins_group(end));
            let Some(left) = free.checked_sub(1 + usize::from(headed)) else { break };
            free = left;
            end += 1;
        }
        end
    }

    /// Takes the places of the cards with which groups begin, in their order; the first one is 0.
    pub fn take_groups(&mut self, groups: Vec<usize>) {
        self.groups = groups;
        self.follow();
    }

    /// Brings the cursor onto the screen with the least scrolling; the end of the list leaves no line empty that
    /// a card could take.
    pub(super) fn follow(&mut self) {
        let count = self.ids.len();
        self.cursor = self.cursor.min(count.saturating_sub(1));
        self.top = self.top.clamp((self.cursor + 1).saturating_sub(self.height), self.cursor);
        while self.top < self.cursor && self.end_from(self.top) <= self.cursor {
            self.top += 1;
        }
        while self.top > 0 && self.end_from(self.top) == count && self.end_from(self.top - 1) == count {
            self.top -= 1;
        }
    }
}
