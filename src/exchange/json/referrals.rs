//! The tree of introductions around a card, as JSON: the card's object with what it has brought beside it.

use serde::Serialize;

use super::card::CardJson;
use super::written::Day;
use crate::domain::choice::Choice;
use crate::domain::referral::{Referral, ReferralTree};

/// A card with its tree.
#[derive(Debug, Serialize)]
pub struct WithReferrals<'card> {
    #[serde(flatten)]
    card: CardJson<'card>,
    referrals: ReferralsJson<'card>,
}

/// A card's object with the tree around it.
pub fn with_referrals<'card>(card: CardJson<'card>, tree: &'card ReferralTree) -> WithReferrals<'card> {
    WithReferrals { card, referrals: ReferralsJson::of(tree) }
}

#[derive(Debug, Serialize)]
struct ReferralsJson<'card> {
    /// Cards it introduced itself.
    introduced: usize,
    /// All cards below it.
    size: usize,
    /// Those of them that became customers.
    converted: usize,
    /// The longest chain of introductions below it.
    depth: usize,
    /// Whether there are more cards than the tree holds.
    cut: bool,
    /// From the first introducer down; each before those it introduced.
    tree: Vec<ReferralJson<'card>>,
}

#[derive(Debug, Serialize)]
struct ReferralJson<'card> {
    id: i64,
    name: &'card str,
    position: &'static str,
    /// The card that introduced it, of the tree.
    introducer: Option<i64>,
    /// Introductions between it and the first one of the tree.
    depth: usize,
    thank_by: Option<Day>,
}

impl<'card> ReferralsJson<'card> {
    fn of(tree: &'card ReferralTree) -> ReferralsJson<'card> {
        let brought = tree.brought();
        let above = |place: usize| {
            let card: &Referral = &tree.cards[place];
            tree.cards[..place].iter().rfind(|before| before.depth < card.depth).map(|before| before.card.0)
        };
        let cards = tree.cards.iter().enumerate().map(|(place, card)| ReferralJson {
            id: card.card.0,
            name: &card.name,
            position: card.position.code(),
            introducer: above(place),
            depth: card.depth,
            thank_by: card.thank_on.map(Day),
        });
        ReferralsJson {
            introduced: brought.introduced,
            size: brought.size,
            converted: brought.converted,
            depth: brought.depth,
            cut: tree.is_cut,
            tree: cards.collect(),
        }
    }
}
