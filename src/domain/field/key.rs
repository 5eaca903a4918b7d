//! Keys of fields that more than their row in the catalogue knows: what a card keeps of them has a type of its own.

/// How the customer became known to us.
pub const CHANNEL: &str = "channel";
/// The card that introduced this one.
pub const INTRODUCER: &str = "introducer";
/// The user's own words for a card.
pub const TAGS: &str = "tags";
