//! What one writes down before a visit; the pre-visit sheet shows it.

use super::FieldType as T;
use super::{Field, Group, field};

const G: Group = Group::Visit;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "visit_objective", ["Objective", "访问目的", "訪問目的"], T::Text),
    field(G, "visit_minimum", ["At least", "最低目标", "最低目標"], T::Text),
    field(G, "visit_questions", ["Questions", "要问的", "要問的"], T::Note),
    field(G, "visit_objections", ["Objections", "可能的异议与应对", "可能的異議與應對"], T::Note),
    field(G, "visit_bring", ["To bring", "要带的", "要帶的"], T::Text),
];
