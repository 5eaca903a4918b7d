//! Position: where the party stands towards us, and the moves between positions.

use chrono::NaiveDate;

use super::choice::choices;
use super::circumstances::Circumstances;
use super::id::{ContactId, MoveId};
use super::man::assertion::Answer;
use super::reason::{LossReason, Reason};

choices! {
    /// Where the party stands towards us. Stored; each card has exactly one.
    pub enum Position {
        Drift = "drift", ["drift", "漂流", "漂流"], ["漂流客户"];
        Potential = "potential", ["potential", "潜在", "潛在"], ["prospect", "潜在客户"];
        Target = "target", ["target", "目标", "目標"], ["目标客户"];
        Actual = "actual", ["actual", "现实", "現實"], ["customer", "现实客户", "现有客户"];
        Lost = "lost", ["lost", "流失", "流失"], ["流失客户"];
        Non = "non", ["non-customer", "非客户", "非客戶"];
    }
}

/// What goes with a customer who leaves, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parting {
    /// Why else, beside the main reason.
    pub contributing: Vec<LossReason>,
    /// What was earned with the customer until then, in minor units of the book currency.
    pub historic_value: Option<i64>,
    /// What the customer still owes us, in the same.
    pub receivables: Option<i64>,
    /// What the customer may bring when won back, in the same.
    pub second_life: Option<i64>,
}

/// A dated change of position. The first one of a card gives the position it started with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Its row; later rows were recorded later.
    pub id: MoveId,
    /// The position left; `None` for a new card.
    pub from: Option<Position>,
    /// The position taken.
    pub to: Position,
    /// The day from which it holds (effective date).
    pub on: NaiveDate,
    /// When it was written down: UTC, milliseconds since 1970.
    pub recorded_at: i64,
    /// Why, from one of the two lists of reasons.
    pub reason: Option<Reason>,
    /// Why, as typed.
    pub note: String,
    /// What the move itself made as its evidence: the contact with outcome `order`.
    pub contact: Option<ContactId>,
    /// Amount of the order, in minor units of the book currency.
    pub amount: Option<i64>,
    /// What was ordered; of a customer who leaves, what he no longer buys. Empty when not said.
    pub product: String,
    /// What goes with a customer who leaves; nothing with any other move.
    pub parting: Parting,
    /// Whether a lost customer can be won back; [`Answer::Unknown`] when not said.
    pub recoverable: Answer,
    /// The competitor a lost customer went to; empty when not said.
    pub rival: String,
    /// What was offered to win the customer back; empty when not said.
    pub offer: String,
    /// What that cost, in minor units of the book currency.
    pub cost: Option<i64>,
    /// What was known of the card on that day; `None` for the start, and for moves recorded before this was kept.
    pub circumstances: Option<Circumstances>,
}

impl Move {
    /// The first one of a card: from nothing to where it starts. It has no row of its own.
    pub fn start(to: Position, on: NaiveDate, recorded_at: i64) -> Move {
        Move {
            id: MoveId(0),
            from: None,
            to,
            on,
            recorded_at,
            reason: None,
            note: String::new(),
            contact: None,
            amount: None,
            product: String::new(),
            parting: Parting::default(),
            recoverable: Answer::Unknown,
            rival: String::new(),
            offer: String::new(),
            cost: None,
            circumstances: None,
        }
    }
}

/// The move whose position holds on a day: the latest by effective date, then by recording. Before the
/// first move it is the first one, which gives the position the card started with.
pub fn move_on(moves: &[Move], day: NaiveDate) -> Option<&Move> {
    let moment = |change: &&Move| (change.on, change.recorded_at, change.id);
    let made = moves.iter().filter(|change| change.on <= day);
    made.max_by_key(moment).or_else(|| moves.iter().min_by_key(moment))
}

/// The position on a day; `None` without any move.
pub fn position_on(moves: &[Move], day: NaiveDate) -> Option<Position> {
    move_on(moves, day).map(|change| change.to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::specimen::{change, day};

    #[test]
    fn the_position_on_a_day_is_that_of_the_latest_move() {
        let moves = [
            change(3, day("2026-05-01"), Position::Actual),
            change(1, day("2026-01-10"), Position::Potential),
            change(2, day("2026-05-01"), Position::Target),
        ];
        for (on, expected) in [
            ("2025-12-31", Position::Potential),
            ("2026-01-10", Position::Potential),
            ("2026-04-30", Position::Potential),
            ("2026-05-01", Position::Actual),
            ("2030-01-01", Position::Actual),
        ] {
            assert_eq!(position_on(&moves, day(on)), Some(expected), "{on}");
        }
        assert_eq!(position_on(&[], NaiveDate::MIN), None);
    }
}
