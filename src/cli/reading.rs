//! What was understood of a contact, in words: shown after `log` and in a card's history.

use crate::domain::contact::{Promise, PromiseBy};
use crate::domain::man::assertion::{Answer, Letter};
use crate::lang::Words;

/// An assertion as it is typed: `+M`, `-A`, `?N`.
pub(super) fn assertion(letter: Letter, answer: Answer) -> String {
    let sign = match answer {
        Answer::Yes => '+',
        Answer::No => '-',
        Answer::Unknown => '?',
    };
    let letter = match letter {
        Letter::Money => 'M',
        Letter::Authority => 'A',
        Letter::Need => 'N',
    };
    format!("{sign}{letter}")
}

/// A promise with who made it and the day by which.
pub(super) fn promise(promise: &Promise, words: &dyn Words) -> String {
    let due = promise.due_on.map(|day| words.reading_due(&day)).unwrap_or_default();
    match promise.by {
        PromiseBy::Us => words.reading_our_promise(&promise.text, &due),
        PromiseBy::Them => words.reading_their_promise(&promise.text, &due),
    }
}
