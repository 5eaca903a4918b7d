//! What a person can point at.

use super::{Pane, Tab};
use crate::tui::action::Action;

/// What lies at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The name of an action: a key in the footer, a place in the header.
    Does(Action),
    /// A pane of the workbench, and the row of its list, counted from the first one there is.
    Pane(Pane, Option<usize>),
    /// The name of a tab.
    Tab(Tab),
    /// A row of the opened tab.
    Row(usize),
    /// A row of a list of choices.
    Choice(usize),
    /// The line being typed: columns from its first character.
    Text(usize),
    /// The text of several lines being written: row and column of its window.
    Written(usize, usize),
    /// A line of a form.
    FormLine(usize),
    /// Beside the top layer.
    Beside,
    /// Nothing that can be meant.
    Nothing,
}
