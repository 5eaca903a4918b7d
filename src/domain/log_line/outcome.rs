//! Outcomes of a line: whole words, never denied ones.

use std::ops::Range;

use super::denial::{LONGEST_DENIAL, is_denied, is_negation};
use super::words::{self, Word};
use crate::domain::contact::Outcome;
use crate::domain::text::fold::fold;

/// The outcome that begins at a word, and the place of the word after it. The longest name counts:
/// `order postponed` is not `order`. `no` and its like never begin one: `not interested` is a sentence, the
/// outcome is `not-interested`. Only that nobody was reached can be said no other way: `no answer`.
pub(super) fn outcome(line: &str, words: &[Word], at: usize) -> Option<(Outcome, usize)> {
    const MOST_WORDS: usize = 4;
    let before = at.checked_sub(1).map(|before| words[before]);
    let is_read = before.is_none_or(|before| {
        !is_denied(line, words, at) && (before.ends_clause || !is_ours(before.text(line)))
    });
    if !is_read {
        return None;
    }
    let denies = words[at].text_within(line, LONGEST_DENIAL).is_some_and(|word| is_negation(&fold(word)));
    let longest = words.len().min(at + MOST_WORDS);
    (at + 1..=longest)
        .rev()
        .find_map(|after| Some((words::choice::<Outcome>(line, &words[at..after])?, after)))
        .filter(|(_, after)| words[at..*after - 1].iter().all(|word| !word.ends_clause))
        .filter(|(outcome, after)| !denies || *after == at + 1 || *outcome == Outcome::NotReached)
}

/// Words after which the sentence is about us: `I'll call back` is not what the customer asked for.
fn is_ours(word: &str) -> bool {
    let (subject, _) = word.split_once(['\'', '’']).unwrap_or((word, ""));
    subject.eq_ignore_ascii_case("i") || subject.eq_ignore_ascii_case("we")
}

/// Whether an outcome is part of a sentence in latin letters, "wants to order": then its words are left in
/// the note too, where the sentence needs them.
pub(super) fn in_sentence(line: &str, words: &[Word], at: usize, taken: Option<&Range<usize>>) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| words[before]) else { return false };
    let is_note = taken.is_none_or(|span| span.end <= before.start);
    is_note
        && !before.ends_clause
        && before
            .text(line)
            .chars()
            .all(|letter| letter.is_ascii_alphabetic() || matches!(letter, '\'' | '’'))
}
