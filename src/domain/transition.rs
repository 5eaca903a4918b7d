//! Transitions: which moves between positions are legal, and what each must record.

use chrono::NaiveDate;

use super::choice::{Choice, choices};
use super::draft::NewMove;
use super::id::ContactId;
use super::position::{Move, Position, move_on};
use super::reason::Reason;

choices! {
    /// The legal moves. `T0` is the position a new card starts with.
    pub enum Rule {
        Start = "T0", ["start", "建档", "建檔"];
        Qualification = "T1", ["qualified", "确认为潜在客户", "確認為潛在客戶"];
        Selection = "T2", ["chosen as target", "选为目标", "選為目標"];
        Deselection = "T3", ["no longer target", "取消目标", "取消目標"];
        ForwardConversion = "T4", ["forward conversion", "正向转化", "正向轉化"];
        HardReverse = "T5", ["reverse conversion, lost", "逆向转化（流失）", "逆向轉化（流失）"];
        SoftReverse = "T6", ["reverse conversion, prospect again", "逆向转化（回到潜在）", "逆向轉化（回到潛在）"];
        WinBack = "T7", ["won back", "挽回成功", "挽回成功"];
        WinBackOpened = "T8", ["win-back opened", "开始挽回", "開始挽回"];
        Exclusion = "T9", ["excluded", "排除", "排除"];
        GivenUp = "T10", ["given up", "放弃", "放棄"];
        Reinstatement = "T11", ["reinstated", "恢复", "恢復"];
        ReinstatementByOrder = "T12", ["reinstated by order", "下单恢复", "下單恢復"];
    }
}

choices! {
    /// What a move must record and did not.
    pub enum Requirement {
        Evidence = "evidence", ["a contact, or a note that shows a need or means", "联系记录，或说明需求或购买力的备注", "聯絡紀錄，或說明需求或購買力的備註"];
        Words = "words", ["a note that says why it was chosen", "写明为何选中的备注", "寫明為何選中的備註"];
        Order = "order", ["the order: a note or its amount", "订单：备注或金额", "訂單：備註或金額"];
        LossReason = "loss-reason", ["a loss reason", "流失原因", "流失原因"];
        Plan = "plan", ["a note with the plan", "写明计划的备注", "寫明計畫的備註"];
        NextDate = "next-date", ["the day of the next action", "下一步日期", "下一步日期"];
        ExclusionCode = "exclusion-code", ["an exclusion code", "排除原因", "排除原因"];
        Offer = "offer", ["what was offered", "给出的条件", "給出的條件"];
        NewEvidence = "new-evidence", ["a note with the new evidence", "写明新依据的备注", "寫明新依據的備註"];
    }
}

/// The matrix: every legal move with what it must record beyond its date. What is not here is refused.
const TRANSITIONS: &[(Option<Position>, Position, Rule, &[Requirement])] = {
    use Position::{Actual, Drift, Lost, Non, Potential, Target};
    use Requirement::{
        Evidence, ExclusionCode, LossReason, NewEvidence, NextDate, Offer, Order, Plan, Words,
    };
    &[
        (None, Drift, Rule::Start, &[]),
        (None, Potential, Rule::Start, &[]),
        (None, Target, Rule::Start, &[]),
        (None, Actual, Rule::Start, &[Order]),
        (None, Lost, Rule::Start, &[Order]),
        (None, Non, Rule::Start, &[ExclusionCode]),
        (Some(Drift), Potential, Rule::Qualification, &[Evidence]),
        (Some(Drift), Actual, Rule::ForwardConversion, &[Order]),
        (Some(Drift), Non, Rule::Exclusion, &[ExclusionCode]),
        (Some(Potential), Target, Rule::Selection, &[Words]),
        (Some(Potential), Actual, Rule::ForwardConversion, &[Order]),
        (Some(Potential), Non, Rule::Exclusion, &[ExclusionCode]),
        (Some(Target), Potential, Rule::Deselection, &[]),
        (Some(Target), Actual, Rule::ForwardConversion, &[Order]),
        (Some(Target), Non, Rule::Exclusion, &[ExclusionCode]),
        (Some(Actual), Potential, Rule::SoftReverse, &[LossReason]),
        (Some(Actual), Lost, Rule::HardReverse, &[LossReason]),
        (Some(Lost), Potential, Rule::WinBackOpened, &[Plan, NextDate]),
        (Some(Lost), Target, Rule::WinBackOpened, &[Plan, NextDate]),
        (Some(Lost), Actual, Rule::WinBack, &[Order, Offer]),
        (Some(Lost), Non, Rule::GivenUp, &[ExclusionCode]),
        (Some(Non), Potential, Rule::Reinstatement, &[NewEvidence]),
        (Some(Non), Actual, Rule::ReinstatementByOrder, &[Order]),
    ]
};

/// What was recorded with a move.
#[derive(Debug, Clone, Copy, Default)]
pub struct Supplied<'a> {
    /// Why, from one of the two lists of reasons.
    pub reason: Option<Reason>,
    /// Why, as typed.
    pub note: &'a str,
    /// Amount of the order, in minor units.
    pub amount: Option<i64>,
    /// What was offered to win the customer back.
    pub offer: &'a str,
    /// The day of the next action.
    pub next_on: Option<NaiveDate>,
    /// The contact it rests on: the card's latest until the day of the move.
    pub contact: Option<ContactId>,
}

impl<'a> Supplied<'a> {
    /// What a move says of itself, with the card's latest contact until its day.
    pub fn by(change: &'a NewMove, contact: Option<ContactId>) -> Supplied<'a> {
        Supplied {
            reason: change.reason,
            note: &change.note,
            amount: change.amount,
            offer: &change.offer,
            next_on: change.next_on,
            contact,
        }
    }

    /// Whether the amount alone tells of an order: nothing is no amount of one. What is given away is told in words.
    fn amount_tells(&self) -> bool {
        self.amount.is_some_and(|amount| amount > 0)
    }

    fn meets(&self, requirement: Requirement) -> bool {
        let note = !self.note.trim().is_empty();
        match requirement {
            Requirement::Words | Requirement::Plan | Requirement::NewEvidence => note,
            Requirement::Evidence => note || self.contact.is_some(),
            Requirement::Order => note || self.amount_tells(),
            // Where the amount tells of the order, the note is free to tell of the offer.
            Requirement::Offer => !self.offer.trim().is_empty() || note && self.amount_tells(),
            Requirement::LossReason => matches!(self.reason, Some(Reason::Loss(_))),
            Requirement::ExclusionCode => matches!(self.reason, Some(Reason::Exclusion(_))),
            Requirement::NextDate => self.next_on.is_some(),
        }
    }
}

/// What to do instead of a move that is not legal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Path {
    /// Move to this position first.
    Through(Position),
    /// Nobody is lost who was never a customer: close the quotation, the position stays.
    CloseQuotation,
}

/// Why a move is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoveRefusal {
    /// The card is there already.
    #[error("position is {position:?} already")]
    Unchanged {
        /// Where it is.
        position: Position,
    },
    /// No such arrow.
    #[error("no move from {from:?} to {to:?}")]
    Illegal {
        /// Where the card is.
        from: Position,
        /// Where it was to go.
        to: Position,
        /// Where it may go.
        legal: Vec<Position>,
        /// What to do instead, where something leads there.
        path: Option<Path>,
    },
    /// The move is legal but something it must record is missing.
    #[error("move to {to:?} lacks {missing:?}")]
    Missing {
        /// Which move it is.
        rule: Rule,
        /// Where it was to go.
        to: Position,
        /// What is missing; not empty.
        missing: Vec<Requirement>,
    },
    /// A later move was recorded already; history is not rewritten between two moves.
    #[error("move on {on} lies before the last one on {last}")]
    BeforeLast {
        /// The day of the move.
        on: NaiveDate,
        /// The day of the last recorded move.
        last: NaiveDate,
    },
}

/// Judges a move: which one it is, or why it is refused. `from` is `None` for a new card. An import
/// says a new card's position by column and is not judged.
///
/// # Errors
/// [`MoveRefusal`] when the card is there already, no such arrow exists, or something is missing.
pub fn judge(from: Option<Position>, to: Position, supplied: &Supplied<'_>) -> Result<Rule, MoveRefusal> {
    let arrow = TRANSITIONS.iter().find(|(start, end, ..)| *start == from && *end == to);
    match (arrow, from) {
        (Some((_, _, rule, requirements)), _) => {
            let missing: Vec<_> =
                requirements.iter().copied().filter(|requirement| !supplied.meets(*requirement)).collect();
            if missing.is_empty() {
                Ok(*rule)
            } else {
                Err(MoveRefusal::Missing { rule: *rule, to, missing })
            }
        }
        (None, Some(from)) if from != to => {
            Err(MoveRefusal::Illegal { from, to, legal: legal_targets(from), path: path(from, to) })
        }
        (None, _) => Err(MoveRefusal::Unchanged { position: to }),
    }
}

/// Which move leads from one position to another; `None` when there is no such move.
pub fn rule(from: Option<Position>, to: Position) -> Option<Rule> {
    TRANSITIONS.iter().find(|(start, end, ..)| *start == from && *end == to).map(|(_, _, rule, _)| *rule)
}

/// What a move must record beyond its date; `None` when there is no such move.
pub fn requirements(from: Option<Position>, to: Position) -> Option<&'static [Requirement]> {
    TRANSITIONS.iter().find(|(start, end, ..)| *start == from && *end == to).map(|(.., needed)| *needed)
}

/// Where a card may go from a position, in the order of the list of positions.
pub fn legal_targets(from: Position) -> Vec<Position> {
    Position::ALL.iter().copied().filter(|to| requirements(Some(from), *to).is_some()).collect()
}

/// Where a card goes from a position when all goes well: the next one on the way to a customer.
pub fn onward(from: Position) -> Option<Position> {
    let way = [Position::Drift, Position::Potential, Position::Target, Position::Actual];
    let here = way.iter().position(|position| *position == from)?;
    way.get(here + 1).copied()
}

/// The position a move on a day leaves.
///
/// # Errors
/// [`MoveRefusal::BeforeLast`] when a move of a later day was recorded already. The day on which a card was made
/// is no such move: what happened before can be told afterwards. A card without moves leaves `start`.
pub fn leaving(moves: &[Move], start: Position, on: NaiveDate) -> Result<Position, MoveRefusal> {
    let moved = moves.iter().filter(|change| change.from.is_some());
    match moved.map(|change| change.on).max() {
        Some(last) if on < last => Err(MoveRefusal::BeforeLast { on, last }),
        _ => Ok(move_on(moves, on).map_or(start, |change| change.to)),
    }
}

fn path(from: Position, to: Position) -> Option<Path> {
    use Position::{Actual, Drift, Lost, Non, Potential, Target};
    match (from, to) {
        (Drift | Actual | Non, Target) => Some(Path::Through(Potential)),
        (Actual, Non) => Some(Path::Through(Lost)),
        (Drift | Potential | Target, Lost) => Some(Path::CloseQuotation),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reason::{Exclusion, LossReason};
    use crate::domain::specimen::{change, day};

    /// Everything a move could need but the reason, which comes from one list or the other.
    fn all_but_reason() -> Supplied<'static> {
        Supplied {
            reason: None,
            note: "said so",
            amount: Some(3_200_000),
            offer: "ten percent",
            next_on: Some(day("2026-07-03")),
            contact: Some(ContactId(1)),
        }
    }

    fn rule_with_everything(from: Option<Position>, to: Position) -> Option<Rule> {
        [Reason::Loss(LossReason::Price), Reason::Exclusion(Exclusion::Hostile)]
            .into_iter()
            .find_map(|reason| judge(from, to, &Supplied { reason: Some(reason), ..all_but_reason() }).ok())
    }

    #[test]
    fn the_matrix() {
        // Columns: drift potential target actual lost non.
        for (from, row) in [
            (None, ["T0", "T0", "T0", "T0", "T0", "T0"]),
            (Some(Position::Drift), ["-", "T1", "-", "T4", "-", "T9"]),
            (Some(Position::Potential), ["-", "-", "T2", "T4", "-", "T9"]),
            (Some(Position::Target), ["-", "T3", "-", "T4", "-", "T9"]),
            (Some(Position::Actual), ["-", "T6", "-", "-", "T5", "-"]),
            (Some(Position::Lost), ["-", "T8", "T8", "T7", "-", "T10"]),
            (Some(Position::Non), ["-", "T11", "-", "T12", "-", "-"]),
        ] {
            for (to, expected) in Position::ALL.iter().zip(row) {
                let rule = rule_with_everything(from, *to).map_or("-", Rule::code);
                assert_eq!(rule, expected, "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn what_each_move_must_record() {
        use Position::{Actual, Drift, Lost, Non, Potential, Target};
        use Requirement::{
            Evidence, ExclusionCode, LossReason, NewEvidence, NextDate, Offer, Order, Plan, Words,
        };
        for (from, to, expected) in [
            (None, Potential, vec![]),
            (None, Actual, vec![Order]),
            (None, Lost, vec![Order]),
            (None, Non, vec![ExclusionCode]),
            (Some(Drift), Potential, vec![Evidence]),
            (Some(Potential), Target, vec![Words]),
            (Some(Target), Potential, vec![]),
            (Some(Target), Actual, vec![Order]),
            (Some(Actual), Lost, vec![LossReason]),
            (Some(Actual), Potential, vec![LossReason]),
            (Some(Lost), Actual, vec![Order, Offer]),
            (Some(Lost), Target, vec![Plan, NextDate]),
            (Some(Target), Non, vec![ExclusionCode]),
            (Some(Lost), Non, vec![ExclusionCode]),
            (Some(Non), Potential, vec![NewEvidence]),
            (Some(Non), Actual, vec![Order]),
        ] {
            let missing = match judge(from, to, &Supplied::default()) {
                Ok(_) => vec![],
                Err(MoveRefusal::Missing { missing, .. }) => missing,
                Err(other) => panic!("{from:?} to {to:?}: {other}"),
            };
            assert_eq!(missing, expected, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn a_reason_from_the_other_list_and_a_blank_note_do_not_count() {
        let excluded = Supplied { reason: Some(Reason::Exclusion(Exclusion::Man)), ..all_but_reason() };
        let lost = judge(Some(Position::Actual), Position::Lost, &excluded);
        assert!(matches!(lost, Err(MoveRefusal::Missing { rule: Rule::HardReverse, .. })), "{lost:?}");

        let blank = Supplied { note: " \t\u{3000}", ..Supplied::default() };
        let chosen = judge(Some(Position::Potential), Position::Target, &blank);
        assert!(matches!(chosen, Err(MoveRefusal::Missing { .. })), "{chosen:?}");
    }

    #[test]
    fn a_win_back_tells_of_the_order_and_of_the_offer() {
        let empty = Supplied::default();
        for (supplied, missing) in [
            (Supplied { note: "40 chairs", ..empty }, vec![Requirement::Offer]),
            (Supplied { amount: Some(100), ..empty }, vec![Requirement::Offer]),
            (Supplied { offer: "ten percent", ..empty }, vec![Requirement::Order]),
            (Supplied { amount: Some(0), ..empty }, vec![Requirement::Order, Requirement::Offer]),
            (Supplied { note: "40 chairs", offer: "ten percent", ..empty }, vec![]),
            (Supplied { note: "ten percent", amount: Some(100), ..empty }, vec![]),
        ] {
            let told = match judge(Some(Position::Lost), Position::Actual, &supplied) {
                Err(MoveRefusal::Missing { missing, .. }) => missing,
                other => other.map(|_| vec![]).unwrap_or_default(),
            };
            assert_eq!(told, missing, "{supplied:?}");
        }
    }

    #[test]
    fn a_contact_in_the_history_qualifies() {
        let talked = Supplied { contact: Some(ContactId(7)), ..Supplied::default() };
        assert_eq!(judge(Some(Position::Drift), Position::Potential, &talked), Ok(Rule::Qualification));
    }

    #[test]
    fn a_refusal_names_the_legal_path() {
        use Position::{Actual, Drift, Lost, Non, Potential, Target};
        for (from, to, expected) in [
            (Drift, Target, Some(Path::Through(Potential))),
            (Drift, Lost, Some(Path::CloseQuotation)),
            (Potential, Lost, Some(Path::CloseQuotation)),
            (Target, Lost, Some(Path::CloseQuotation)),
            (Actual, Target, Some(Path::Through(Potential))),
            (Actual, Non, Some(Path::Through(Lost))),
            (Non, Target, Some(Path::Through(Potential))),
            (Potential, Drift, None),
            (Non, Lost, None),
        ] {
            let Err(MoveRefusal::Illegal { legal, path, .. }) = judge(Some(from), to, &all_but_reason())
            else {
                panic!("{from:?} to {to:?} is legal");
            };
            assert_eq!(path, expected, "{from:?} to {to:?}");
            assert!(!legal.contains(&to) && !legal.is_empty());
            if let Some(Path::Through(middle)) = path {
                assert!(legal.contains(&middle), "{from:?} to {middle:?}");
                assert!(legal_targets(middle).contains(&to), "{middle:?} to {to:?}");
            }
        }
    }

    #[test]
    fn staying_is_no_move() {
        for &position in Position::ALL {
            let refusal = judge(Some(position), position, &all_but_reason());
            assert_eq!(refusal, Err(MoveRefusal::Unchanged { position }));
        }
    }

    #[test]
    fn history_is_not_rewritten_between_two_moves() {
        let moves = [
            change(1, day("2026-01-10"), Position::Potential),
            Move { from: Some(Position::Potential), ..change(2, day("2026-05-01"), Position::Target) },
        ];
        for (on, expected) in [
            ("2026-05-01", Ok(Position::Target)),
            ("2026-06-01", Ok(Position::Target)),
            ("2026-04-30", Err(MoveRefusal::BeforeLast { on: day("2026-04-30"), last: day("2026-05-01") })),
        ] {
            assert_eq!(leaving(&moves, Position::Drift, day(on)), expected, "{on}");
        }
        let made = [Move::start(Position::Potential, day("2026-06-30"), 0)];
        assert_eq!(leaving(&made, Position::Potential, day("2026-01-10")), Ok(Position::Potential));
        assert_eq!(leaving(&[], Position::Drift, day("2026-01-01")), Ok(Position::Drift));
    }
}
