//! What looks as if it was meant to be understood and was not. It stays in the note; the screen says so.

use std::ops::Range;

use chrono::NaiveDate;

use super::agreement::{MOST_DATE_WORDS, NEXT, next_opening};
use super::words::Word;
use crate::domain::contact::NextAction;
use crate::domain::text::fold::fold;
use crate::domain::when::{WhenError, day, day_at_start, day_or_by, written_at_start};

/// Why a part of a line was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// A statement about a letter that does not exist.
    NoSuchLetter,
    /// A next action on a day that does not exist.
    NoSuchDay,
    /// A next action on a day that has passed.
    PastDay,
    /// A second next action: one card has one.
    SecondNext,
    /// A person who is not on the card.
    NoSuchPerson,
    /// A promise without a day by which.
    NoDeadline,
    /// A day to come that stands alone, on a line without a next action: only `next` makes it one.
    DayAlone,
}

/// No word that could be meant is longer in bytes.
const LONGEST: usize = 48;

/// The doubts of a line: of its words outside the spans that were understood. `known` says of the place of a word
/// whether it names a person of the card, `promises` whether it opens a promise.
pub(super) fn doubts(
    line: &str,
    words: &[Word],
    taken: &[Range<usize>],
    next: Option<&NextAction>,
    known: impl Fn(usize) -> bool,
    promises: impl Fn(usize) -> bool,
    today: NaiveDate,
) -> Vec<(Range<usize>, Doubt)> {
    let mut found = Vec::new();
    let mut may_stand_alone = next.is_none();
    let mut taken = taken.iter().peekable();
    for (at, word) in words.iter().enumerate() {
        while taken.next_if(|span| span.end <= word.start).is_some() {}
        let understood = taken.peek().is_some_and(|span| span.contains(&word.start));
        if !understood && promises(at) {
            found.push((word.start..word.end, Doubt::NoDeadline));
        }
        if understood || promises(at) || word.end - word.start > LONGEST {
            continue;
        }
        let text = fold(word.text(line));
        if let Some(doubt) = doubt(&text).filter(|_| !known(at)) {
            found.push((word.start..word.end, doubt));
        } else if let Some((doubt, end)) = date_doubt(&text, line, &words[at + 1..], today) {
            found.push((word.start..end, doubt));
        } else if let Some(length) = no_day_behind_next(word.text(line), today) {
            found.push((word.start..word.start + length, Doubt::NoSuchDay));
        } else if may_stand_alone && let Some(length) = day_ahead(word.text(line), today) {
            found.push((word.start..word.start + length, Doubt::DayAlone));
            may_stand_alone = false;
        }
    }
    found
}

/// How many bytes of a word are a day to come: all of it, or its beginning in Chinese, which is written
/// without spaces.
fn day_ahead(word: &str, today: NaiveDate) -> Option<usize> {
    let ahead = |on: NaiveDate| on > today;
    if day(word, today).is_ok_and(ahead) {
        return Some(word.len());
    }
    let chinese = word.chars().any(|letter| DAY_LETTERS.contains(letter));
    let (_, rest) = day_at_start(word, today).filter(|(on, _)| chinese && ahead(*on))?;
    Some(word.len() - rest.len())
}

/// A Chinese day has one of these letters.
const DAY_LETTERS: &str = "周週星禮礼今明后後天日号號月";

fn doubt(word: &str) -> Option<Doubt> {
    let mut letters = word.chars();
    match (letters.next()?, letters.next(), letters.next()) {
        ('+' | '-', Some(letter), None) if letter.is_ascii_alphabetic() => Some(Doubt::NoSuchLetter),
        ('@', Some(_), _) => Some(Doubt::NoSuchPerson),
        _ => None,
    }
}

/// How many bytes of a Chinese word open a next action on a day that does not exist: `下次6月31日拜访`.
fn no_day_behind_next(word: &str, today: NaiveDate) -> Option<usize> {
    let opened = next_opening(word)?;
    let (on, rest) = written_at_start(&word[opened..], today)?;
    (on == Err(WhenError::NoSuchDay)).then(|| word.len() - rest.len())
}

/// What is wrong with the day behind a word that opens a next action, and where that day ends: the longest run of
/// words that is written as a day, else a word with a figure in it. `next week` was not meant to be one.
fn date_doubt(word: &str, line: &str, following: &[Word], today: NaiveDate) -> Option<(Doubt, usize)> {
    let first = following.first().filter(|_| NEXT.contains(&word))?;
    let runs = (1..=following.len().min(MOST_DATE_WORDS)).rev().map(|count| following[count - 1].end);
    for end in runs.filter(|end| end - first.start <= LONGEST) {
        match day_or_by(&line[first.start..end], today) {
            Ok(on) if on < today => return Some((Doubt::PastDay, end)),
            Ok(_) => return Some((Doubt::SecondNext, end)),
            Err(WhenError::NoSuchDay) => return Some((Doubt::NoSuchDay, end)),
            Err(WhenError::Unreadable) => {}
        }
    }
    let has_figure = first.end - first.start <= LONGEST
        && first.text(line).contains(|letter: char| letter.is_ascii_digit());
    has_figure.then_some((Doubt::NoSuchDay, first.end))
}
