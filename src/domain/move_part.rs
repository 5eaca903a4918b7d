//! What is asked for with a move between positions, line by line.

use super::choice::choices;
use super::position::Position;
use super::transition::{Requirement, requirements};

choices! {
    /// A line of the form a move is written down with, in the order in which they stand.
    pub enum MovePart {
        Day = "day", ["Day", "日期", "日期"];
        Reason = "reason", ["Reason", "原因", "原因"];
        Amount = "amount", ["Order amount", "订单金额", "訂單金額"];
        Note = "note", ["In words", "说明", "說明"];
        Rival = "rival", ["Went to", "流失到", "流失到"];
        Recoverable = "recoverable", ["Can be won back", "可否挽回", "可否挽回"];
        Product = "product", ["Product", "产品", "產品"];
        Contributing = "contributing", ["Why else", "其他原因", "其他原因"];
        HistoricValue = "historic-value", ["Earned so far", "历史价值", "歷史價值"];
        Receivables = "receivables", ["Still owes us", "未收款", "未收款"];
        SecondLife = "second-life", ["If won back", "挽回后价值", "挽回後價值"];
        Offer = "offer", ["Offered", "给出条件", "給出條件"];
        Cost = "cost", ["Cost", "花费", "花費"];
        Next = "next", ["Next action", "下一步", "下一步"];
    }
}

/// From where to where a card goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// Where it is.
    pub from: Position,
    /// Where it goes.
    pub to: Position,
}

/// The lines a legal move between two positions is asked for; none for a move that is not legal.
pub fn parts(from: Position, to: Position) -> Vec<MovePart> {
    let Some(needed) = requirements(Some(from), to) else { return Vec::new() };
    let mut parts = vec![MovePart::Day];
    let left = from == Position::Actual;
    let back = matches!(from, Position::Lost | Position::Non);
    for requirement in needed {
        parts.extend(match requirement {
            Requirement::LossReason | Requirement::ExclusionCode => vec![MovePart::Reason],
            Requirement::Order => vec![MovePart::Amount, MovePart::Product],
            Requirement::NextDate => vec![MovePart::Next],
            // Every move back is asked for what was offered.
            Requirement::Offer
            | Requirement::Evidence
            | Requirement::Words
            | Requirement::Plan
            | Requirement::NewEvidence => vec![],
        });
    }
    parts.push(MovePart::Note);
    if left {
        use MovePart::{Contributing, HistoricValue, Product, Receivables, Rival, SecondLife};
        parts.extend([Product, Rival, Contributing, HistoricValue, Receivables, SecondLife]);
    }
    if to == Position::Lost {
        parts.push(MovePart::Recoverable);
    }
    if back && to != Position::Non {
        parts.extend([MovePart::Offer, MovePart::Cost]);
    }
    parts.sort_by_key(|part| *part as usize);
    parts
}

/// Whether a legal move cannot be recorded without this line. An order is told by its amount or by words, an offer on
/// its own line or, beside an amount, by words too.
pub fn is_needed(from: Position, to: Position, part: MovePart) -> bool {
    let needed = requirements(Some(from), to).unwrap_or_default();
    needed.iter().any(|requirement| match requirement {
        Requirement::LossReason | Requirement::ExclusionCode => part == MovePart::Reason,
        Requirement::NextDate => part == MovePart::Next,
        Requirement::Offer => part == MovePart::Offer,
        Requirement::Words | Requirement::Plan | Requirement::NewEvidence => part == MovePart::Note,
        Requirement::Order | Requirement::Evidence => false,
    })
}

/// What a line tells that another line or the history may tell as well: of an order its amount or words, that there
/// is a need the words or a contact.
pub fn may_tell(from: Position, to: Position, part: MovePart) -> Option<Requirement> {
    let needed = requirements(Some(from), to).unwrap_or_default();
    needed.iter().copied().find(|requirement| match requirement {
        Requirement::Order => matches!(part, MovePart::Amount | MovePart::Note),
        Requirement::Evidence => part == MovePart::Note,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::transition::legal_targets;

    #[test]
    fn a_move_asks_for_what_it_must_record() {
        use MovePart::{
            Amount, Contributing, Cost, Day, HistoricValue, Next, Note, Offer, Product, Reason, Receivables,
            Recoverable, Rival, SecondLife,
        };
        use Position::{Actual, Lost, Non, Potential, Target};
        for (from, to, expected) in [
            (Potential, Target, vec![Day, Note]),
            (Target, Actual, vec![Day, Amount, Note, Product]),
            (
                Actual,
                Lost,
                vec![
                    Day,
                    Reason,
                    Note,
                    Rival,
                    Recoverable,
                    Product,
                    Contributing,
                    HistoricValue,
                    Receivables,
                    SecondLife,
                ],
            ),
            (
                Actual,
                Potential,
                vec![Day, Reason, Note, Rival, Product, Contributing, HistoricValue, Receivables, SecondLife],
            ),
            (Lost, Target, vec![Day, Note, Offer, Cost, Next]),
            (Lost, Actual, vec![Day, Amount, Note, Product, Offer, Cost]),
            (Target, Non, vec![Day, Reason, Note]),
            (Lost, Non, vec![Day, Reason, Note]),
            (Potential, Lost, vec![]),
        ] {
            assert_eq!(parts(from, to), expected, "{from:?} {to:?}");
        }
    }

    #[test]
    fn an_order_is_told_by_its_amount_or_by_words() {
        use Position::{Actual, Drift, Lost, Potential};
        for (from, to, part, expected) in [
            (Potential, Actual, MovePart::Amount, Some(Requirement::Order)),
            (Lost, Actual, MovePart::Note, Some(Requirement::Order)),
            (Potential, Actual, MovePart::Product, None),
            (Drift, Potential, MovePart::Note, Some(Requirement::Evidence)),
            (Actual, Lost, MovePart::Note, None),
        ] {
            assert_eq!(may_tell(from, to, part), expected, "{from:?} {to:?} {part:?}");
        }
    }

    #[test]
    fn what_is_needed_is_asked_for() {
        for from in Position::ALL {
            for to in legal_targets(*from) {
                let asked = parts(*from, to);
                let missed =
                    MovePart::ALL.iter().find(|part| is_needed(*from, to, **part) && !asked.contains(part));
                assert_eq!(missed, None, "{from:?} {to:?}");
            }
        }
    }
}
