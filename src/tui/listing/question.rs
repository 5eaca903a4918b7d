//! What the list is asked for.

use crate::domain::agenda::Horizon;
use crate::domain::plan::Zones;
use crate::domain::query::Query;
use crate::store::{Order, Sort};

/// Whether a query is still being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// It is: the closest cards come first.
    Typed,
    /// It was kept: a chosen order holds again.
    #[default]
    Kept,
}

/// What a question to the list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Listed {
    /// Cards that answer a query.
    #[default]
    Cards,
    /// Cards with something due.
    Due(Horizon),
    /// The visits of the day.
    Plan,
}

/// What the list was asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Question {
    /// The query as typed.
    pub text: String,
    /// The query as read.
    pub query: Query,
    /// The order chosen.
    pub sort: Sort,
    /// What it is about.
    pub listed: Listed,
    /// Whether the query is still being typed.
    pub stage: Stage,
    /// The zones the visits of a day are asked for.
    pub zones: Zones,
}

impl Question {
    /// The order in which its cards are listed: the closest first while it is typed, and after that unless
    /// another order was chosen.
    pub fn order(&self) -> Order {
        if self.stage == Stage::Typed || self.sort == Sort::default() {
            Order::Closest(self.sort.clone())
        } else {
            Order::By(self.sort.clone())
        }
    }
}
