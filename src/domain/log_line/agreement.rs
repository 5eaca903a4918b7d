//! What was agreed: the next action and promises.

use chrono::NaiveDate;

use super::denial;
use super::words::{Word, choice};
use crate::domain::contact::{ContactKind, NextAction, Promise, PromiseBy};
use crate::domain::text::fold::fold;
use crate::domain::time_of_day::time_of_day;
use crate::domain::when::{DEADLINE_ENDINGS, day_at_end, day_or_by, is_weekday, is_within};

/// A date has at most so many words.
pub(super) const MOST_DATE_WORDS: usize = 3;
/// A time of day has at most so many words: `3 pm`.
const MOST_TIME_WORDS: usize = 2;
/// No word that opens an agreement, and no date, is longer in bytes.
const LONGEST_WORD: usize = 48;

/// Words that open a next action.
pub(super) const NEXT: &[&str] = &["next", "下次", "下一步", "下回"];

/// Words that open a promise; those of them first, since one ends like one of ours.
const PROMISES: &[(&str, PromiseBy)] = &[
    ("they-promised", PromiseBy::Them),
    ("they-promise", PromiseBy::Them),
    ("promised", PromiseBy::Us),
    ("promise", PromiseBy::Us),
    ("对方承诺", PromiseBy::Them),
    ("對方承諾", PromiseBy::Them),
    ("客户承诺", PromiseBy::Them),
    ("对方答应", PromiseBy::Them),
    ("對方答應", PromiseBy::Them),
    ("客户答应", PromiseBy::Them),
    ("客戶答應", PromiseBy::Them),
    ("我方答应", PromiseBy::Us),
    ("我方答應", PromiseBy::Us),
    ("我们答应", PromiseBy::Us),
    ("我們答應", PromiseBy::Us),
    ("客戶承諾", PromiseBy::Them),
    ("我方承诺", PromiseBy::Us),
    ("我方承諾", PromiseBy::Us),
    ("承诺", PromiseBy::Us),
    ("承諾", PromiseBy::Us),
];

/// Who stands before `promise` or `promised` where it is not ours.
const OTHERS: &[&str] = &["they", "he", "she"];

/// The end of a promise: how its text ends, its day, and the word after it.
#[derive(Debug, Clone, Copy)]
struct Deadline {
    text_end: usize,
    on: NaiveDate,
    after: usize,
}

/// What stands beside the date of a next action.
#[derive(Debug, Default)]
struct Beside<'line> {
    kind: Option<ContactKind>,
    time: Option<&'line str>,
}

/// The length of the Chinese words that open a next action at the start of a word.
pub(super) fn next_opening(word: &str) -> Option<usize> {
    let opens = |opening: &&&str| !opening.is_ascii() && word.starts_with(**opening);
    NEXT.iter().find(opens).map(|opening| opening.len())
}

/// The length of the Chinese words that open a promise at the start of a word.
pub(super) fn promise_opening(word: &str) -> Option<usize> {
    let opens = |opening: &&str| !opening.is_ascii() && word.starts_with(*opening);
    PROMISES.iter().map(|(opening, _)| *opening).find(opens).map(str::len)
}

/// Agreements of a line. Deadlines are looked up from the end of the line once, so that no promise has to
/// look for its own.
pub(super) struct Agreements<'line> {
    line: &'line str,
    words: &'line [Word],
    today: NaiveDate,
    /// For each word the nearest deadline at or after it, before any other promise opens.
    deadlines: Vec<Option<Deadline>>,
}

impl<'line> Agreements<'line> {
    pub fn new(line: &'line str, words: &'line [Word], today: NaiveDate) -> Self {
        let mut agreements = Agreements { line, words, today, deadlines: vec![None; words.len()] };
        let mut nearest = None;
        for at in (0..words.len()).rev() {
            nearest = agreements.deadline(at).or(nearest);
            agreements.deadlines[at] = nearest;
            if agreements.opening(at).is_some() {
                nearest = None;
            }
        }
        agreements
    }

    /// `next DATE`, `下次 DATE`, with a kind and a time of day on either side of the date: the action and the place
    /// of the word after it. A day that has passed is none.
    pub fn next_action(&self, at: usize) -> Option<(NextAction, usize)> {
        if !NEXT.contains(&fold(self.text(at)?).as_str()) {
            return None;
        }
        let mut beside = Beside::default();
        let date_at = self.beside(at + 1, &mut beside);
        let (on, after) = self.date(date_at).filter(|(on, _)| *on >= self.today)?;
        let after = self.beside(after, &mut beside);
        let note = beside.time.unwrap_or_default().to_owned();
        Some((NextAction { on, kind: beside.kind, note }, after))
    }

    /// Takes in kind and time at a place in the clause, and gives the place after them.
    fn beside(&self, mut at: usize, beside: &mut Beside<'line>) -> usize {
        while at < self.words.len() && !self.words[at - 1].ends_clause {
            if beside.kind.is_none()
                && let Some(kind) = choice::<ContactKind>(self.line, &self.words[at..=at])
            {
                beside.kind = Some(kind);
                at += 1;
            } else if beside.time.is_none()
                && let Some((time, after)) = self.time(at)
            {
                beside.time = Some(time);
                at = after;
            } else {
                break;
            }
        }
        at
    }

    /// The time of day at a place, as typed, and the place of the word after it.
    fn time(&self, at: usize) -> Option<(&'line str, usize)> {
        let at = if self.text(at)?.eq_ignore_ascii_case("at") { at + 1 } else { at };
        let longest = self.words.len().min(at + MOST_TIME_WORDS);
        (at + 1..=longest).rev().find_map(|after| {
            let written = &self.line[self.words.get(at)?.start..self.words.get(after - 1)?.end];
            time_of_day(written).map(|_| (written, after))
        })
    }

    /// `promise TEXT by DATE`, `they-promise …`, `承诺 … DATE前`, `承诺 DATE前 …`, `对方承诺 …`: the promise and the
    /// place of the word after it. What was not promised is none.
    pub fn promise(&self, at: usize) -> Option<(Promise, usize)> {
        let (by, opened) = self.opening(at).filter(|_| !self.is_denied(at))?;
        let text_start = self.words[at].start + opened;
        let glued = text_start < self.words[at].end;
        let Deadline { text_end, on, after } =
            self.deadlines.get(if glued { at } else { at + 1 }).copied()??;
        let text = self.line.get(text_start..text_end).map(str::trim).unwrap_or_default();
        if !text.is_empty() {
            return Some((Promise::open(by, text, Some(on)), after));
        }
        // The deadline comes first: the promise is the rest of the clause.
        let mut end = after;
        while end < self.words.len() && !self.words[end - 1].ends_clause && !self.opens_anything(end) {
            end += 1;
        }
        if end == after {
            return None;
        }
        let text = self.line[self.words[after].start..self.words[end - 1].end].to_owned();
        Some((Promise::open(by, text, Some(on)), end))
    }

    fn opens_anything(&self, at: usize) -> bool {
        self.opening(at).is_some()
            || super::assertion(self.words[at].text(self.line)).is_some()
            || self.next_action(at).is_some()
    }

    /// Who promises, and how many bytes from the start of the word say so.
    pub fn opening(&self, at: usize) -> Option<(PromiseBy, usize)> {
        let word = self.words[at].text(self.line);
        if OTHERS.iter().any(|other| word.eq_ignore_ascii_case(other))
            && let Some("promise" | "promised") = self.text(at + 1).map(fold).as_deref()
        {
            return Some((PromiseBy::Them, self.words[at + 1].end - self.words[at].start));
        }
        let opens = |opening: &str| {
            if opening.is_ascii() { word.eq_ignore_ascii_case(opening) } else { word.starts_with(opening) }
        };
        let (opening, by) = PROMISES.iter().find(|(opening, _)| opens(opening))?;
        Some((*by, opening.len()))
    }

    /// Whether the clause denies what begins at a word: `did not promise`.
    pub fn is_denied(&self, at: usize) -> bool {
        let follows = at.checked_sub(1).is_some_and(|before| !self.words[before].ends_clause);
        follows && denial::is_denied(self.line, self.words, at)
    }

    /// A deadline that begins at or inside this word.
    fn deadline(&self, at: usize) -> Option<Deadline> {
        let word = self.words[at];
        let text = word.text(self.line);
        if text.eq_ignore_ascii_case("by") {
            let (on, after) = self.date(self.behind_next(at + 1))?;
            return Some(Deadline { text_end: word.start, on, after });
        }
        let before = DEADLINE_ENDINGS.iter().find_map(|ending| text.strip_suffix(ending));
        if let Some(before) = before.or_else(|| is_within(text).then_some(text)) {
            let (rest, on) = day_at_end(before, self.today)?;
            let opened = self.opening(at).map_or(0, |(_, opened)| opened);
            let text_end = word.start + rest.len().max(opened);
            return Some(Deadline { text_end, on, after: at + 1 });
        }
        None
    }

    /// The place of a weekday behind `next`, which is the coming one in the whole of a line; else the place itself.
    fn behind_next(&self, at: usize) -> usize {
        let is_next = self.text(at).is_some_and(|word| word.eq_ignore_ascii_case("next"));
        let is_next_weekday = is_next && self.text(at + 1).is_some_and(is_weekday);
        at + usize::from(is_next_weekday)
    }

    /// The longest date that begins at a word, and the place of the word after it.
    fn date(&self, at: usize) -> Option<(NaiveDate, usize)> {
        let longest = self.words.len().min(at + MOST_DATE_WORDS);
        (at + 1..=longest).rev().find_map(|after| {
            let written = self.words.get(at)?.start..self.words.get(after - 1)?.end;
            if written.len() > LONGEST_WORD {
                return None;
            }
            Some((day_or_by(&self.line[written], self.today).ok()?, after))
        })
    }

    fn text(&self, at: usize) -> Option<&'line str> {
        let text = self.words.get(at)?.text(self.line);
        (text.len() <= LONGEST_WORD).then_some(text)
    }
}
