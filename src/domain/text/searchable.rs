//! The text a card is found by, and the needles a query word is turned into.

/// What a query word is looked for as: found when one of these stands in a searchable text.
///
/// Both sides are folded, so a plain byte search (`instr`) answers. Never empty, and no needle is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needles {
    /// The alternatives.
    pub any: Vec<String>,
}
