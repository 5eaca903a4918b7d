//! The three survey cards: views of one card by its position. No data is moved.

use super::Group;
use crate::domain::choice::choices;
use crate::domain::position::Position;

choices! {
    /// A view of a card.
    pub enum CardView {
        Prospect = "prospect", ["prospect card", "潜在客户调查卡", "潛在客戶調查卡"];
        Current = "current", ["customer card", "现有客户调查卡", "現有客戶調查卡"];
        Former = "former", ["former card", "旧客户调查卡", "舊客戶調查卡"];
    }
}

impl CardView {
    /// The view for a position: actual customers and lost ones have their own, everybody else is a prospect.
    pub fn of(position: Position) -> CardView {
        match position {
            Position::Actual => CardView::Current,
            Position::Lost => CardView::Former,
            _ => CardView::Prospect,
        }
    }

    /// The groups in the order of the view's blocks. Who it is and how to reach it stand first in each; then a
    /// prospect asks where it came from, who decides, what is needed and who competes; a customer asks who is
    /// there, what was bought and on what terms; a former one why it left, what is unsolved and who still talks.
    pub fn order(self) -> &'static [Group] {
        use Group::{
            Business, Competition, Dealings, Identity, Legal, Notes, Own, People, Qualification, Reach,
            Source, Traits, Visit,
        };
        match self {
            CardView::Prospect => &[
                Identity,
                Reach,
                Source,
                People,
                Traits,
                Business,
                Competition,
                Qualification,
                Visit,
                Legal,
                Dealings,
                Notes,
                Own,
            ],
            CardView::Current => &[
                Identity,
                Reach,
                People,
                Dealings,
                Legal,
                Traits,
                Business,
                Competition,
                Qualification,
                Visit,
                Source,
                Notes,
                Own,
            ],
            CardView::Former => &[
                Identity,
                Reach,
                Competition,
                Dealings,
                People,
                Business,
                Qualification,
                Visit,
                Traits,
                Legal,
                Source,
                Notes,
                Own,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;

    #[test]
    fn every_view_shows_every_group_once() {
        for view in CardView::ALL {
            let mut groups = view.order().to_vec();
            groups.sort();
            assert_eq!(groups, Group::ALL, "{view:?}");
        }
    }
}
