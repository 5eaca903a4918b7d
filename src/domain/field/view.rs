//! The three survey cards: views of one card by its position. No data is moved.

use crate::domain::choice::choices;
use crate::domain::position::Position;

choices! {
    /// A view of a card.
    pub enum CardView {
        Prospect = "prospect", ["prospect card", "潜在客户调查卡", "潛在客戶調查卡"];
        Current = "current", ["customer card", "现有客户调查卡", "現有客戶調查卡"];
        Former = "former", ["former customer card", "旧客户调查卡", "舊客戶調查卡"];
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
}
