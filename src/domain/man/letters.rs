//! The letters of a card on a day, with the evidence each rests on.

use chrono::NaiveDate;

use super::assertion::{Answer, Letter, Strength};
use crate::domain::id::{ContactId, PersonId};
use crate::domain::policy::combination_code;

/// The statement a letter rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// What was said.
    pub answer: Answer,
    /// The day from which it held.
    pub on: NaiveDate,
    /// How good it is.
    pub strength: Strength,
    /// Whose authority, or who said it.
    pub person: Option<PersonId>,
    /// The contact it came from.
    pub contact: Option<ContactId>,
}

/// One letter on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LetterState {
    /// The answer that counts: unknown when nothing was said, withdrawn or too old.
    pub answer: Answer,
    /// The latest statement, also when it is too old to count; `None` when there is none or it was withdrawn.
    pub evidence: Option<Evidence>,
    /// Whether the latest statement is too old to count.
    pub stale: bool,
    /// Whether a fresh opposite statement of higher strength exists.
    pub conflict: bool,
    /// Whether a role stands in for an answer nobody gave: the no of an organisation's authority
    /// rests, in part at least, on people whose roles hold none and who were not asked.
    pub from_role: bool,
}

impl LetterState {
    /// Nothing was ever said.
    pub const UNKNOWN: LetterState = LetterState {
        answer: Answer::Unknown,
        evidence: None,
        stale: false,
        conflict: false,
        from_role: false,
    };
}

/// The three letters of a card on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// Can pay, or can raise the money.
    pub money: LetterState,
    /// Has power over the purchase.
    pub authority: LetterState,
    /// Wants or requires this kind of product.
    pub need: LetterState,
}

impl Letters {
    /// Nothing was ever said.
    pub const UNKNOWN: Letters =
        Letters { money: LetterState::UNKNOWN, authority: LetterState::UNKNOWN, need: LetterState::UNKNOWN };

    /// Answers one letter, its evidence left as it is: for showing an answer that is not recorded yet.
    pub fn answer(&mut self, letter: Letter, answer: Answer) {
        let state = match letter {
            Letter::Money => &mut self.money,
            Letter::Authority => &mut self.authority,
            Letter::Need => &mut self.need,
        };
        state.answer = answer;
    }

    /// One of the three.
    pub fn get(&self, letter: Letter) -> &LetterState {
        match letter {
            Letter::Money => &self.money,
            Letter::Authority => &self.authority,
            Letter::Need => &self.need,
        }
    }

    /// The three answers in the places M, A, N.
    pub fn answers(&self) -> [Answer; 3] {
        [self.money.answer, self.authority.answer, self.need.answer]
    }

    /// The three-character code in the places M, A, N: capital is yes, small is no, `?` is unknown.
    pub fn code(&self) -> String {
        combination_code(self.answers())
    }

    /// Money and need are both yes: the filter `two-conditions`.
    pub fn two_conditions(&self) -> bool {
        self.money.answer == Answer::Yes && self.need.answer == Answer::Yes
    }

    /// All three are yes: the filter `quasi`, a customer who may sign soon.
    pub fn quasi(&self) -> bool {
        self.answers() == [Answer::Yes; 3]
    }
}
