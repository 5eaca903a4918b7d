//! The place Today: what its list holds beyond the cards themselves.

use std::collections::HashMap;

use crate::domain::agenda::{Entry, Horizon, Matter};
use crate::domain::id::CardId;

/// A place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The list of cards.
    #[default]
    Cards,
    /// What is due.
    Today,
}

/// What the list of a day offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offer {
    /// The cards that are due.
    #[default]
    Due,
    /// Nothing is due: the best prospects.
    Prospects,
}

/// How many cards are due, by their foremost matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DueCounts(pub Vec<(Matter, usize)>);

impl DueCounts {
    /// All of them.
    pub fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

/// What is known of the list of a day beside its cards.
#[derive(Debug, Default)]
pub struct Today {
    /// What the list offers.
    pub offer: Offer,
    /// How many cards are due; `None` until they were counted.
    pub counts: Option<DueCounts>,
    reasons: HashMap<CardId, Vec<Entry>>,
}

impl Today {
    /// Why a card is on the list, when that was read; nothing for one that is only offered.
    pub fn reasons(&self, card: CardId) -> &[Entry] {
        self.reasons.get(&card).map(Vec::as_slice).unwrap_or_default()
    }

    /// Takes reasons that were read. Those of the rows on the screen are kept only.
    pub fn take_reasons(&mut self, reasons: Vec<(CardId, Vec<Entry>)>, visible: &[CardId]) {
        self.reasons.retain(|card, _| visible.contains(card));
        self.reasons.extend(reasons);
    }
}

/// What a question to the list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Listed {
    /// Cards that answer a query.
    #[default]
    Cards,
    /// Cards with something due.
    Due(Horizon),
}
