//! The tree of introductions, in words.

use super::Words;
use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::domain::referral::ReferralTree;

/// What the branches of a tree are drawn with: on and past, to one with more after it, to the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Branches {
    /// A branch that passes by.
    pub passing: &'static str,
    /// To one with more after it.
    pub one_of: &'static str,
    /// To the last one.
    pub last: &'static str,
}

/// Drawn with lines.
pub const DRAWN: Branches = Branches { passing: "│ ", one_of: "├ ", last: "└ " };
/// In plain ASCII.
pub const ASCII: Branches = Branches { passing: "| ", one_of: "|-", last: "`-" };

/// The branches before the name of a card of the tree.
pub fn stem(tree: &ReferralTree, place: usize, branches: Branches) -> String {
    let levels = tree.branches(place);
    let last = levels.len().saturating_sub(1);
    let part = |(level, follows): (usize, &bool)| match (level == last, follows) {
        (true, true) => branches.one_of,
        (true, false) => branches.last,
        (false, true) => branches.passing,
        (false, false) => "  ",
    };
    levels.iter().enumerate().map(part).collect()
}

/// Beside the name: the position, and by when the introducer is to be thanked.
pub fn beside(tree: &ReferralTree, place: usize, words: &Words, language: Language) -> String {
    let Some(card) = tree.cards.get(place) else { return String::new() };
    let thanks = card.thank_on.map(|on| words.referral_thank(&on)).unwrap_or_default();
    [card.position.name(language), &thanks].join("  ").trim_end().to_owned()
}

/// What the card the tree is about has brought, in one line.
pub fn brought(tree: &ReferralTree, words: &Words) -> String {
    let brought = tree.brought();
    match brought.size {
        0 => words.referral_none(),
        size => words.referral_brought(&brought.introduced, &size, &brought.converted, &brought.depth),
    }
}
