//! Who introduced whom: the tree of introductions around a card.

use chrono::NaiveDate;

use super::id::CardId;
use super::position::Position;

/// A card in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// The card.
    pub card: CardId,
    /// Its name.
    pub name: String,
    /// Its position.
    pub position: Position,
    /// By when its introducer is to be thanked for it; `None` when that was done, or is not to be done yet.
    pub thank_on: Option<NaiveDate>,
    /// How many introductions lie between it and the first one of the tree.
    pub depth: usize,
}

/// The tree around a card: those it was introduced by, up to the first, and all it brought in turn. Each stands
/// before those it introduced.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReferralTree {
    /// The cards, from the first introducer down.
    pub cards: Vec<Referral>,
    /// The place of the card the tree is about.
    pub own: usize,
    /// Whether there are more cards than were read.
    pub is_cut: bool,
}

/// What a card has brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Brought {
    /// Cards it introduced itself.
    pub introduced: usize,
    /// All cards below it.
    pub size: usize,
    /// Those of them that became customers, lost ones included.
    pub converted: usize,
    /// The longest chain of introductions below it.
    pub depth: usize,
}

impl ReferralTree {
    /// What the card the tree is about has brought.
    pub fn brought(&self) -> Brought {
        let Some(own) = self.cards.get(self.own) else { return Brought::default() };
        let below = || self.cards.iter().skip(self.own + 1).take_while(|card| card.depth > own.depth);
        Brought {
            introduced: below().filter(|card| card.depth == own.depth + 1).count(),
            size: below().count(),
            converted: below()
                .filter(|card| matches!(card.position, Position::Actual | Position::Lost))
                .count(),
            depth: below().map(|card| card.depth - own.depth).max().unwrap_or_default(),
        }
    }

    /// For each step from the first introducer to a card, whether more follow on its level: what the branches
    /// before its name are drawn from. Empty for the first one.
    pub fn branches(&self, place: usize) -> Vec<bool> {
        let Some(card) = self.cards.get(place) else { return Vec::new() };
        let follows = |level: usize| {
            let later = self.cards.iter().skip(place + 1).take_while(|later| later.depth >= level);
            later.into_iter().any(|later| later.depth == level)
        };
        (1..=card.depth).map(follows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(depths: &[usize], own: usize) -> ReferralTree {
        let card = |(place, depth): (usize, &usize)| Referral {
            card: CardId(place as i64),
            name: String::new(),
            position: if place % 2 == 0 { Position::Actual } else { Position::Potential },
            thank_on: None,
            depth: *depth,
        };
        ReferralTree { cards: depths.iter().enumerate().map(card).collect(), own, is_cut: false }
    }

    #[test]
    fn what_a_card_brought_is_all_below_it() {
        for (depths, own, introduced, size, converted, depth) in [
            (vec![0], 0, 0, 0, 0, 0),
            (vec![0, 1, 2, 2, 1], 0, 2, 4, 2, 2),
            (vec![0, 1, 2, 2, 3], 1, 2, 3, 2, 2),
            (vec![0, 1, 2, 1, 2], 1, 1, 1, 1, 1),
        ] {
            let brought = Brought { introduced, size, converted, depth };
            assert_eq!(tree(&depths, own).brought(), brought, "{depths:?} {own}");
        }
        assert_eq!(ReferralTree::default().brought(), Brought::default());
    }

    #[test]
    fn branches_go_on_where_more_follow_on_their_level() {
        let tree = tree(&[0, 1, 2, 2, 1], 0);
        let drawn: Vec<Vec<bool>> = (0..5).map(|place| tree.branches(place)).collect();
        assert_eq!(drawn, [vec![], vec![true], vec![true, true], vec![true, false], vec![false]]);
    }
}
