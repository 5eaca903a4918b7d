//! Letters and points being set by repeated key presses: shown as pending, recorded once, a moment after the
//! last press or with the next other key.

use std::time::Duration;

use crate::domain::credit::{Factor, FactorScore};
use crate::domain::id::{CardId, PersonId};
use crate::domain::man::assertion::Letter;

/// How long after the last press the change is recorded by itself.
pub const PATIENCE: Duration = Duration::from_millis(1_500);

/// Presses of one letter key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presses {
    /// Which letter.
    pub letter: Letter,
    /// How often its key was pressed.
    pub count: usize,
    /// Whose authority, for that letter of an organisation.
    pub person: Option<PersonId>,
}

/// What is being set on one card and not yet recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The card.
    pub card: CardId,
    /// Letters, in the order in which they were first pressed.
    pub letters: Vec<Presses>,
    /// Credit scores as they will stand; empty when none was touched.
    pub scores: Vec<FactorScore>,
    /// When it is recorded by itself: time since the program began.
    pub due: Duration,
}

impl Pending {
    /// Nothing yet on this card.
    pub fn on(card: CardId, now: Duration) -> Pending {
        Pending { card, letters: Vec::new(), scores: Vec::new(), due: now + PATIENCE }
    }

    /// How often the key of a letter was pressed.
    pub fn presses(&self, letter: Letter) -> Option<&Presses> {
        self.letters.iter().find(|presses| presses.letter == letter)
    }

    /// One more press of a letter key.
    pub fn press(&mut self, letter: Letter, person: Option<PersonId>, now: Duration) {
        self.due = now + PATIENCE;
        match self.letters.iter_mut().find(|presses| presses.letter == letter) {
            Some(presses) => presses.count += 1,
            None => self.letters.push(Presses { letter, count: 1, person }),
        }
    }

    /// The score of a factor, when it was touched.
    pub fn score(&self, factor: Factor) -> Option<&FactorScore> {
        self.scores.iter().find(|score| score.factor == factor)
    }
}
