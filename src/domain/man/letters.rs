//! The letters of a card on a day, with the evidence each rests on.

use chrono::NaiveDate;

use super::assertion::{Answer, Letter, Strength};
use crate::domain::id::{ContactId, PersonId};

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
    /// Whether the answer comes from roles alone (authority of an organisation).
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

    /// One of the three.
    pub fn get(&self, letter: Letter) -> &LetterState {
        match letter {
            Letter::Money => &self.money,
            Letter::Authority => &self.authority,
            Letter::Need => &self.need,
        }
    }

    /// The three-character code in the places M, A, N: capital is yes, small is no, `?` is unknown.
    pub fn code(&self) -> String {
        let place = |state: &LetterState, yes, no| match state.answer {
            Answer::Yes => yes,
            Answer::No => no,
            Answer::Unknown => '?',
        };
        [place(&self.money, 'M', 'm'), place(&self.authority, 'A', 'a'), place(&self.need, 'N', 'n')]
            .iter()
            .collect()
    }
}
