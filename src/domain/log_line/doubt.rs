//! What looks as if it was meant to be understood and was not. It stays in the note; the screen says so.

use std::ops::Range;

use chrono::NaiveDate;

use super::words::Word;
use crate::domain::contact::NextAction;
use crate::domain::text::fold::fold;
use crate::domain::when::{day, day_at_start};

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
    /// A day to come that stands alone, on a line without a next action: only `next` makes it one.
    DayAlone,
}

/// No word that could be meant is longer in bytes.
const LONGEST: usize = 48;

/// The doubts of a line: of its words outside the spans that were understood.
pub(super) fn doubts(
    line: &str,
    words: &[Word],
    taken: &[Range<usize>],
    next: Option<&NextAction>,
    today: NaiveDate,
) -> Vec<(Range<usize>, Doubt)> {
    let mut found = Vec::new();
    let mut may_stand_alone = next.is_none();
    let mut taken = taken.iter().peekable();
    for (at, word) in words.iter().enumerate() {
        while taken.next_if(|span| span.end <= word.start).is_some() {}
        let understood = taken.peek().is_some_and(|span| span.contains(&word.start));
        if understood || word.end - word.start > LONGEST {
            continue;
        }
        let text = fold(word.text(line));
        let following = words.get(at + 1).filter(|next| next.end - next.start <= LONGEST);
        if let Some(doubt) = doubt(&text, following.map(|next| next.text(line)), today) {
            let end = if doubt.takes_the_next_word() {
                following.map_or(word.end, |next| next.end)
            } else {
                word.end
            };
            found.push((word.start..end, doubt));
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

impl Doubt {
    fn takes_the_next_word(self) -> bool {
        matches!(self, Doubt::NoSuchDay | Doubt::PastDay | Doubt::SecondNext)
    }
}

fn doubt(word: &str, following: Option<&str>, today: NaiveDate) -> Option<Doubt> {
    let mut letters = word.chars();
    match (letters.next()?, letters.next(), letters.next()) {
        ('+' | '-', Some(letter), None) if letter.is_ascii_alphabetic() => {
            return Some(Doubt::NoSuchLetter);
        }
        ('@', Some(_), _) => return Some(Doubt::NoSuchPerson),
        _ => {}
    }
    let following = following.filter(|_| matches!(word, "next" | "下次"))?;
    match day(following, today) {
        Ok(on) if on < today => Some(Doubt::PastDay),
        Ok(_) => Some(Doubt::SecondNext),
        // A word with a figure in it was meant to be a day: "next week" is not.
        Err(_) => following.contains(|letter: char| letter.is_ascii_digit()).then_some(Doubt::NoSuchDay),
    }
}
