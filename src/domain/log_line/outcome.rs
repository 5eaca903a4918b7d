//! Outcomes of a line: whole words, never denied ones.

use std::ops::Range;

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

/// Whether a place stands after a word that denies: right after it, or after words that only weaken it, `not an order`.
fn is_denied(line: &str, words: &[Word], at: usize) -> bool {
    const WEAKEN: &[&str] = &[
        "a",
        "an",
        "the",
        "any",
        "yet",
        "really",
        "very",
        "so",
        "too",
        "that",
        "longer",
        "much",
        "sure",
        "quite",
        "even",
        "currently",
        "很",
        "太",
        "真的",
        "马上",
        "完全",
        "怎么",
        "特别",
    ];
    const MOST_WEAKENING: usize = 3;
    let before = words[..at].iter().rev().take(MOST_WEAKENING + 1).enumerate();
    for (distance, word) in before {
        if distance > 0 && word.ends_clause {
            return false;
        }
        let Some(text) = word.text_within(line, LONGEST_DENIAL).map(fold) else { return false };
        if is_negation(&text) {
            return true;
        }
        if word.ends_clause || !WEAKEN.contains(&text.as_str()) {
            return false;
        }
    }
    false
}

/// No word that denies is longer in bytes.
const LONGEST_DENIAL: usize = 32;

/// Whether a folded word denies what follows it.
fn is_negation(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "no", "not", "never", "without", "cannot", "nobody", "none", "nothing", "neither", "nor", "hardly",
        "dont", "doesnt", "didnt", "wont", "cant", "isnt", "wasnt", "wouldnt", "无", "没有",
    ];
    const BEGINNINGS: &[&str] = &[
        "不一定",
        "不会",
        "不想",
        "不能",
        "不肯",
        "不愿",
        "不要",
        "不打算",
        "不准备",
        "不考虑",
        "不太",
        "不再",
        "不是",
        "不可能",
        "不见得",
        "不确定",
        "不敢",
        "未必",
        "未曾",
        "没有",
        "没想",
        "没打算",
        "没能",
        "没法",
        "没说",
        "没要",
        "无意",
        "无法",
        "并非",
        "难以",
    ];
    const ENDINGS: &[&str] = &["n't", "n’t", "没", "未", "不", "别", "勿", "不会", "没有", "未必"];
    WORDS.contains(&word)
        || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
        || ENDINGS.iter().any(|ending| word.ends_with(ending))
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
