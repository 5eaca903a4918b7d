//! Competition at the customer. Each competitor is a record of its own; here stands what is said of all.

use super::FieldType as T;
use super::{Field, Group, P, field};

const G: Group = Group::Competition;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "main_competitor", ["Main competitor", "主要竞争对手", "主要競爭對手"], T::Text).first(P)
        .headed(&["competitors", "对手"]),
    field(G, "our_answer", ["Our answer to rivals", "竞争对策", "競爭對策"], T::Text).first(P),
];
