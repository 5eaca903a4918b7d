//! What was read of the card under the cursor, and of the cards a key may lead to.

use std::collections::HashMap;

use super::CardLog;
use crate::domain::id::CardId;
use crate::domain::referral::ReferralTree;
use crate::domain::zone::ZoneTotals;
use crate::tui::effect::Lies;
use crate::tui::shown::Shown;

/// What was read of the card under the cursor. It may be of the card before it until the next one has come.
#[derive(Debug, Default)]
pub struct Seen {
    /// The card, once it has been read.
    pub card: Option<Box<Shown>>,
    /// Its journal, once the tab has asked for it.
    pub log: Option<CardLog>,
    /// The tree of introductions around it, once the tab has asked for it.
    pub referrals: Option<(CardId, ReferralTree)>,
    /// The zone whose sums the table of addresses shows, and what they are once they were counted.
    pub zone: Option<(String, Option<ZoneTotals>)>,
    /// What is known of its files.
    pub files: Option<FilesSeen>,
    /// The card that was asked for last.
    pub(super) asked_for: Option<CardId>,
    /// The card whose rows the cursors beside the list stand in.
    pub(super) cursors_of: Option<CardId>,
    /// Cards that were read before the cursor came to them, or when it left them; `None` of one that is gone.
    pub(super) ahead: HashMap<CardId, Option<Box<Shown>>>,
}

/// What is known of the files of a card.
#[derive(Debug)]
pub struct FilesSeen {
    /// The paths that are looked for.
    pub looked_for: Vec<String>,
    /// What lies at those of which an answer has come.
    pub found: HashMap<String, Lies>,
}

impl Seen {
    /// Forgets what stands beside the card: something was written.
    pub(in crate::tui) fn forget_beside(&mut self) {
        (self.log, self.referrals, self.zone) = (None, None, None);
    }

    /// Looks at the card under the cursor as if it had never been read, and at those beside it.
    pub(in crate::tui) fn look_again(&mut self) {
        self.asked_for = None;
        self.ahead.clear();
    }

    /// Keeps a card that was read for when the cursor comes to it.
    pub(in crate::tui) fn keep_ahead(&mut self, card: CardId, shown: Option<Box<Shown>>) {
        self.ahead.insert(card, shown);
    }
}
