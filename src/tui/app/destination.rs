//! Where the cursor is to stand once the card file has taken what was done and the list has come anew.

use std::time::Duration;

use crate::domain::id::CardId;

/// Where the cursor is to stand when the list has come anew.
#[derive(Debug, Default)]
pub(in crate::tui) struct Destination {
    /// On this card.
    pub(in crate::tui) card: Option<CardId>,
    /// The card dealt with on Today and its line: the cursor stays on the line when the card goes elsewhere.
    pub(in crate::tui) line: Option<(CardId, usize)>,
    /// The card under the cursor when another program wrote, until it is known whether it is still there.
    pub(in crate::tui) watched: Option<(CardId, String)>,
    /// Whether that card was taken away.
    pub(in crate::tui) lost_card: bool,
    /// Whether it goes on after the contact that is being logged.
    pub(in crate::tui) onward: Onward,
    /// The card of which the contact logged last is to be corrected once the card has been read, and its name.
    pub(in crate::tui) to_correct: Option<(CardId, String)>,
    /// The card that was just added on Today, where it may not be listed: the list of cards begins with it.
    pub(in crate::tui) added: Option<CardId>,
    /// When a key was last pressed that was typed for the line of a card that is gone.
    pub(in crate::tui) typed_for_lost: Option<Duration>,
}

/// Where the cursor goes when the card file has taken a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tui) enum Onward {
    /// It stays on its card.
    #[default]
    Stay,
    /// On to the next card of the list.
    GoOn,
}
