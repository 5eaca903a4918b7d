//! The rows that were read: those of the cards that were on the screen lately.

use super::Listing;
use crate::domain::id::CardId;
use crate::store::{Face, Row};

/// Rows kept before those not on the screen are dropped.
const ROWS_KEPT: usize = 1_000;

impl Listing {
    /// The row of a card, when it has been read.
    pub fn row(&self, card: CardId) -> Option<&Row> {
        self.rows.get(&card)
    }

    /// What the columns show of a card beyond its row, where they show more.
    pub fn face(&self, card: CardId) -> Option<&Face> {
        self.faces.get(&card)
    }

    /// Cards on the screen whose rows are not there and have not been asked for; asked for from now on.
    pub fn ask_missing_rows(&mut self) -> Vec<CardId> {
        let absent = |card: &CardId| !self.rows.contains_key(card);
        let missing: Vec<CardId> = self.visible().iter().copied().filter(absent).collect();
        if missing == self.asked {
            return Vec::new();
        }
        self.asked.clone_from(&missing);
        missing
    }

    /// The cards of the next page, of the one before, of the first and of the last whose rows are not there, at
    /// most so many; those asked for last are not asked for again.
    pub fn ask_rows_ahead(&mut self, most: usize) -> Vec<CardId> {
        let visible = self.top..self.end_from(self.top);
        let after = visible.end..(visible.end + self.height).min(self.ids.len());
        let before = visible.start.saturating_sub(self.height)..visible.start;
        let first = 0..self.height.min(self.ids.len());
        let last = self.ids.len().saturating_sub(self.height)..self.ids.len();
        let beside = [after, before, first, last].map(|places| self.ids.get(places).unwrap_or_default());
        let mut missing: Vec<CardId> = Vec::new();
        for card in beside.concat() {
            if !self.rows.contains_key(&card)
                && !missing.contains(&card)
                && !self.ids[visible.clone()].contains(&card)
            {
                missing.push(card);
            }
        }
        missing.truncate(most);
        if missing == self.asked_ahead {
            return Vec::new();
        }
        self.asked_ahead.clone_from(&missing);
        missing
    }

    /// The cards one key leads to from the one under the cursor: one line, a page, all the way.
    pub fn a_key_away(&self) -> Vec<CardId> {
        let last = self.ids.len().saturating_sub(1);
        let (one, page) = (1, self.height);
        let down = [one, page].map(|lines| self.cursor.saturating_add(lines).min(last));
        let up = [one, page].map(|lines| self.cursor.saturating_sub(lines));
        let places = [down, up, [0, last]].concat();
        let mut near = Vec::new();
        for card in places.into_iter().filter_map(|place| self.ids.get(place).copied()) {
            if Some(card) != self.selected() && !near.contains(&card) {
                near.push(card);
            }
        }
        near
    }

    /// Takes rows that were read.
    pub fn take_rows(&mut self, rows: Vec<Row>, faces: Vec<Face>) {
        if self.rows.len() > ROWS_KEPT {
            self.rows.clear();
            self.faces.clear();
        }
        self.rows.extend(rows.into_iter().map(|row| (row.id, row)));
        self.faces.extend(faces.into_iter().map(|face| (face.card.id, face)));
    }

    /// Forgets the row of a card that was written.
    pub fn forget(&mut self, card: CardId) {
        self.rows.remove(&card);
        self.asked.clear();
    }

    /// Forgets all rows.
    pub fn forget_all(&mut self) {
        self.rows.clear();
        self.faces.clear();
        self.asked.clear();
        self.asked_ahead.clear();
    }
}
