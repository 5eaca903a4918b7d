//! The letter keys: what pressing the key of a letter some times stands for.

use super::assertion::Answer;
use super::letters::LetterState;

/// The answer pending after `presses` of a letter's key; `None`: the letter stays as it was.
///
/// Presses go yes, no, withdrawn, as it was, and around again. A stale letter begins with its old
/// value, so that one press confirms it.
pub fn pending_answer(letter: &LetterState, presses: usize) -> Option<Answer> {
    let old = letter.evidence.filter(|_| letter.stale).map(|evidence| evidence.answer);
    let cycle = match old {
        Some(Answer::No) => [None, Some(Answer::No), Some(Answer::Yes), Some(Answer::Unknown)],
        _ => [None, Some(Answer::Yes), Some(Answer::No), Some(Answer::Unknown)],
    };
    cycle[presses % cycle.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::man::assertion::Strength;
    use crate::domain::man::letters::Evidence;

    fn said(answer: Answer) -> LetterState {
        let on = "2026-01-12".parse().unwrap();
        let evidence = Evidence { answer, on, strength: Strength::Said, person: None, contact: None };
        LetterState { answer, evidence: Some(evidence), ..LetterState::UNKNOWN }
    }

    fn stale(answer: Answer) -> LetterState {
        LetterState { answer: Answer::Unknown, stale: true, ..said(answer) }
    }

    #[test]
    fn presses_go_through_the_answers_and_back() {
        let plain = [Some(Answer::Yes), Some(Answer::No), Some(Answer::Unknown), None, Some(Answer::Yes)];
        let old_no = [Some(Answer::No), Some(Answer::Yes), Some(Answer::Unknown), None, Some(Answer::No)];
        for (letter, expected) in [
            (LetterState::UNKNOWN, plain),
            (said(Answer::Yes), plain),
            (said(Answer::No), plain),
            (stale(Answer::Yes), plain),
            (stale(Answer::No), old_no),
        ] {
            let pressed: Vec<_> = (1..=5).map(|presses| pending_answer(&letter, presses)).collect();
            assert_eq!(pressed, expected, "{letter:?}");
            assert_eq!(pending_answer(&letter, 0), None);
        }
    }
}
