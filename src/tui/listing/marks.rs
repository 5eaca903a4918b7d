//! Which cards are marked for bulk work.

use super::Listing;
use crate::domain::card_set::CardSet;
use crate::domain::id::CardId;

impl Listing {
    /// The cards marked, in this result or not.
    pub fn marks(&self) -> &CardSet {
        &self.marks
    }

    /// Marks the card under the cursor, or takes its mark off.
    pub fn toggle_mark(&mut self) {
        match self.selected() {
            Some(card) if self.marks.contains(card.0) => self.marks.remove(card.0),
            _ => self.mark_here(),
        }
    }

    /// Marks the card under the cursor.
    pub fn mark_here(&mut self) {
        if let Some(card) = self.selected() {
            self.marks.insert(card.0);
            self.anchor = Some(card);
        }
    }

    /// Marks all from the card marked last to the cursor, where that card is in this result.
    pub fn mark_range(&mut self) {
        let anchor = self.anchor.and_then(|anchor| self.ids.iter().position(|card| *card == anchor));
        let from = anchor.unwrap_or(self.cursor);
        let (first, last) = (from.min(self.cursor), from.max(self.cursor));
        for card in self.ids.iter().skip(first).take(last - first + 1) {
            self.marks.insert(card.0);
        }
        self.anchor = self.selected();
    }

    /// Marks all of this result; takes these marks off when all are marked already.
    pub fn toggle_all(&mut self) {
        let all = self.ids.iter().all(|card| self.marks.contains(card.0));
        for card in &self.ids {
            if all {
                self.marks.remove(card.0);
            } else {
                self.marks.insert(card.0);
            }
        }
    }

    /// Marks a card.
    pub fn mark_card(&mut self, card: CardId) {
        self.marks.insert(card.0);
    }

    /// Takes all marks off.
    pub fn unmark_all(&mut self) {
        self.marks = CardSet::default();
        self.anchor = None;
    }
}
