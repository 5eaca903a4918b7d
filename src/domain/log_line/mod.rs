//! The one-line log: what a line typed after a contact says, in English and Chinese.
//!
//! A line is words between spaces. Some words are understood (the kind of contact, outcomes, assertions,
//! the next action, promises); everything else is the note, kept as typed. What is not understood is note
//! and never guessed. Every step looks at each word a fixed number of times, so that a very long line is
//! read in a time that grows with its length only.

mod agreement;
mod contact;
mod denial;
mod doubt;
mod glued;
mod named;
mod note;
mod opening;
mod outcome;
mod told;
mod words;

use std::ops::Range;

use chrono::NaiveDate;

use super::contact::{ContactKind, NextAction, Outcome, Promise};
use super::id::PersonId;
use super::man::assertion::{Answer, Letter};
use super::person::Person;
use super::text::fold::fold;
use agreement::Agreements;
use opening::Opening;
use outcome::outcome;
use words::{Word, split};

pub use contact::{LeftOut, Recordable};
pub use doubt::Doubt;
pub use told::promised;

/// What a part of the line was understood as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// The kind of contact.
    Kind,
    /// The day it took place.
    Day,
    /// What came of it.
    Outcome,
    /// A statement about a letter.
    Assertion,
    /// The next action.
    Next,
    /// A promise of ours or of theirs.
    Promise,
    /// Whom it was with.
    Person,
}

/// A line of the log, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogReading {
    /// The day it took place, where the line opens with one that has been; today where it does not.
    pub on: Option<NaiveDate>,
    /// The kind, when the first word names one, or the first behind the day.
    pub kind: Option<ContactKind>,
    /// Outcomes in the order of the line, each once.
    pub outcomes: Vec<Outcome>,
    /// Statements in the order of the line; of two about one letter only the later.
    pub assertions: Vec<(Letter, Answer)>,
    /// The first next action of the line.
    pub next: Option<NextAction>,
    /// Promises in the order of the line.
    pub promises: Vec<Promise>,
    /// Whom it was with: a word `@name` that names one person of the card.
    pub person: Option<PersonId>,
    /// Everything else, as typed.
    pub note: String,
    /// Which bytes of the line were understood as what, in order, without overlap.
    pub spans: Vec<(Range<usize>, SpanKind)>,
    /// What looks as if it was meant and was not understood; it is in the note.
    pub doubts: Vec<(Range<usize>, Doubt)>,
}

/// Where the day of a contact is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayTold {
    /// The line may open with it: there is no other place.
    InLine,
    /// Beside the line: no day is looked for at its beginning, which is a kind or text.
    Beside,
}

/// Reads a line; relative dates count from `today`.
pub fn read(line: &str, today: NaiveDate) -> LogReading {
    read_among(&[], line, today, DayTold::InLine)
}

/// Reads a line about a card with these people, so that `@name` is understood.
pub fn read_among(people: &[Person], line: &str, today: NaiveDate, told: DayTold) -> LogReading {
    let words = named::cut(line, split(line), people);
    let (words, mut opening) = match told {
        DayTold::InLine => opening::cut(line, words, today),
        DayTold::Beside => (words, Opening::default()),
    };
    let mut words = glued::cut(line, words, opening.kind_at, today);
    if told == DayTold::InLine
        && opening.day.is_none()
        && words.first().is_some_and(|first| kind(line, *first).is_some())
    {
        opening.day = opening::cut_after_kind(line, &mut words, today);
    }
    let agreements = Agreements::new(line, &words, today);
    let mut reader = Reader { opening, ..Reader::default() };
    let mut at = 0;
    while at < words.len() {
        at = reader.step(line, &words, at, &agreements, people);
    }
    reader.reading.note = note::note(line, &reader.taken);
    let known = |at: usize| named::person(line, &words, at, people).is_some();
    let promises = |at: usize| agreements.opening(at).is_some() && !agreements.is_denied(at);
    reader.reading.doubts =
        doubt::doubts(line, &words, &reader.taken, reader.reading.next.as_ref(), known, promises, today);
    reader.reading
}

/// A reading in the making.
#[derive(Default)]
struct Reader {
    reading: LogReading,
    opening: Opening,
    /// Spans that are taken out of the note; outcomes inside a sentence stay in it.
    taken: Vec<Range<usize>>,
    /// Words before this place are promised without a day by which: nothing came of them yet.
    promised_until: usize,
}

impl Reader {
    /// Understands what begins at a word, and returns the place of the next word to look at.
    fn step(
        &mut self,
        line: &str,
        words: &[Word],
        at: usize,
        agreements: &Agreements<'_>,
        people: &[Person],
    ) -> usize {
        let word = words[at].text(line);
        if self.reading.person.is_none()
            && let Some((person, after)) = named::person(line, words, at, people)
        {
            self.reading.person = Some(person);
            return self.take(words, at..after, SpanKind::Person);
        }
        if let Some((on, understood)) = self.opening.day.take_if(|(_, said)| said.start == at) {
            self.reading.on = Some(on);
            return self.take(words, understood, SpanKind::Day);
        }
        if at == self.opening.kind_at
            && let Some(kind) = kind(line, words[at])
        {
            self.reading.kind = Some(kind);
            if glued::goes_on(line, words, at) && !self.is_understood(line, words, at + 1, agreements, people)
            {
                self.reading.spans.push((words[at].start..words[at].end, SpanKind::Kind));
                return at + 1;
            }
            return self.take(words, at..at + 1, SpanKind::Kind);
        }
        if at == self.opening.kind_at
            && let Some(kind) = glued::kind_at_end(word)
        {
            self.reading.kind = Some(kind);
            self.reading.spans.push((words[at].start..words[at].end, SpanKind::Kind));
            return at + 1;
        }
        if let Some((letter, answer)) = assertion(word) {
            self.reading.assertions.retain(|said| said.0 != letter);
            self.reading.assertions.push((letter, answer));
            return self.take(words, at..at + 1, SpanKind::Assertion);
        }
        if self.reading.next.is_none()
            && let Some((next, after)) = agreements.next_action(at)
        {
            self.reading.next = Some(next);
            return self.take(words, at..after, SpanKind::Next);
        }
        if let Some((promise, after)) = agreements.promise(at) {
            self.reading.promises.push(promise);
            return self.take(words, at..after, SpanKind::Promise);
        }
        if at >= self.promised_until && agreements.opening(at).is_some() {
            let ends = words[at..].iter().position(|word| word.ends_clause);
            self.promised_until = ends.map_or(words.len(), |end| at + end + 1);
        }
        if at >= self.promised_until
            && let Some((outcome, after)) = outcome(line, words, at)
        {
            if !self.reading.outcomes.contains(&outcome) {
                self.reading.outcomes.push(outcome);
            }
            if outcome::in_sentence(line, words, at, self.taken.last()) {
                self.reading.spans.push((words[at].start..words[after - 1].end, SpanKind::Outcome));
                return after;
            }
            return self.take(words, at..after, SpanKind::Outcome);
        }
        at + 1
    }

    /// Whether something is understood at a word behind the kind.
    fn is_understood(
        &self,
        line: &str,
        words: &[Word],
        at: usize,
        agreements: &Agreements<'_>,
        people: &[Person],
    ) -> bool {
        self.opening.day.as_ref().is_some_and(|(_, said)| said.start == at)
            || named::person(line, words, at, people).is_some()
            || assertion(words[at].text(line)).is_some()
            || agreements.next_action(at).is_some()
            || agreements.promise(at).is_some()
            || outcome(line, words, at).is_some()
    }

    /// Takes words out of the note, and returns the place of the word after them.
    fn take(&mut self, words: &[Word], understood: Range<usize>, kind: SpanKind) -> usize {
        let span = words[understood.start].start..words[understood.end - 1].end;
        self.reading.spans.push((span.clone(), kind));
        self.taken.push(span);
        understood.end
    }
}

/// The kind that a word names.
fn kind(line: &str, word: Word) -> Option<ContactKind> {
    words::choice(line, &[word])
}

/// `+M`, `-A`, `M+`, `A-` in either case and any width; `?N` withdraws. `N?` is a question in the text.
fn assertion(word: &str) -> Option<(Letter, Answer)> {
    // A sign and a letter, in the widest writing that folds to one character each.
    const LONGEST: usize = 8;
    if word.len() > LONGEST {
        return None;
    }
    let folded = fold(word);
    let (first, second) = match *folded.as_bytes() {
        [first, second] => (first, second),
        _ => return None,
    };
    let answer = |sign| match sign {
        b'+' => Some(Answer::Yes),
        b'-' => Some(Answer::No),
        _ => None,
    };
    let letter = |byte: u8| match byte {
        b'm' => Some(Letter::Money),
        b'a' => Some(Letter::Authority),
        b'n' => Some(Letter::Need),
        _ => None,
    };
    if first == b'?' {
        return Some((letter(second)?, Answer::Unknown));
    }
    match (letter(first), letter(second)) {
        (None, Some(letter)) => Some((letter, answer(first)?)),
        (Some(letter), None) => Some((letter, answer(second)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
