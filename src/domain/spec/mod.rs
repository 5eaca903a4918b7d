//! The small languages of command arguments: a person, a phone, an e-mail address, a postal address, a next
//! action, an assignment to a field.

mod address;
mod person;

pub use address::{address, addresses};
pub use person::{person, person_part};

use chrono::NaiveDate;

use super::choice::Choice;
use super::contact::{ContactKind, NextAction};
use super::draft::{NewEmail, NewPhone};
use super::field_parse::FieldError;
use super::nearest::near;
use super::phone::{self, PhoneCheck, PhoneError};
use super::reach::{EmailKind, PhoneKind};
use super::time_of_day::time_of_day;
use super::when::{self, WhenError};

/// Why an argument cannot be read. Texts are as typed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpecError {
    /// A person without a name.
    #[error("no name")]
    NoName,
    /// A part that says nothing.
    #[error("{part}: empty")]
    Empty {
        /// The part, or what the whole argument is.
        part: &'static str,
    },
    /// A part that the argument does not have.
    #[error("unknown part {part}")]
    UnknownPart {
        /// As typed.
        part: String,
        /// The part that looks most like it.
        nearest: &'static str,
    },
    /// A value that the part's list does not have.
    #[error("{part}: unknown value {value}")]
    UnknownValue {
        /// The part.
        part: &'static str,
        /// As typed.
        value: String,
        /// The code that was probably meant.
        nearest: Option<&'static str>,
        /// All codes of the list.
        allowed: Vec<&'static str>,
    },
    /// A value that is no date, or no such day.
    #[error("{part}: {value}: {reason}")]
    WrongDay {
        /// The part.
        part: &'static str,
        /// As typed.
        value: String,
        /// What is wrong with it.
        reason: WhenError,
    },
    /// What is to be done cannot lie in the past.
    #[error("{on} is before {as_of}")]
    PastDay {
        /// The day named.
        on: NaiveDate,
        /// The as-of date.
        as_of: NaiveDate,
    },
    /// The last day lies before the first.
    #[error("{to} is before {from}")]
    EndBeforeStart {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// A value that is no phone number.
    #[error("{value}: {reason}")]
    WrongPhone {
        /// As typed.
        value: String,
        /// What is wrong with it.
        reason: PhoneError,
    },
    /// A value that is no whole number.
    #[error("{part}: {value} is no number")]
    WrongNumber {
        /// The part.
        part: &'static str,
        /// As typed.
        value: String,
    },
    /// A value that a part of a detail cannot hold.
    #[error("{part}: {value}: {error}")]
    WrongPart {
        /// The part.
        part: &'static str,
        /// As typed.
        value: String,
        /// What is wrong with it.
        error: Box<FieldError>,
    },
    /// Not of the form `field=value`.
    #[error("no assignment: {text}")]
    NoAssignment {
        /// As typed.
        text: String,
    },
}

type Result<T> = std::result::Result<T, SpecError>;

/// `138…` or `mobile:138…`. Without a kind it is a mobile number when it looks like one, else one at work.
///
/// # Errors
/// What is no number, and a word before a colon that is no kind.
pub fn phone(text: &str) -> Result<NewPhone> {
    let (kind, number) = with_kind::<PhoneKind>(text);
    if kind.is_none()
        && let Some((word, _)) = number.split_once([':', '：'])
        && !word.is_empty()
        && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
    {
        choice::<PhoneKind>("phone", word)?;
    }
    if number.is_empty() {
        return Err(SpecError::Empty { part: "phone" });
    }
    let read =
        phone::read(number).map_err(|reason| SpecError::WrongPhone { value: number.to_owned(), reason })?;
    let by_form = if read.check == PhoneCheck::Good { PhoneKind::Mobile } else { PhoneKind::Work };
    Ok(NewPhone { kind: kind.unwrap_or(by_form), number: number.to_owned() })
}

/// `ana@x.example` or `home:ana@x.example`; at work when nothing is said. An odd form is only worth a
/// warning, see [`email::check`](super::email::check).
pub fn email(text: &str) -> Result<NewEmail> {
    let (kind, address) = with_kind::<EmailKind>(text);
    if address.is_empty() {
        return Err(SpecError::Empty { part: "email" });
    }
    Ok(NewEmail { kind: kind.unwrap_or(EmailKind::Work), address: address.to_owned() })
}

/// `DATE [kind] [note]`: `fri call about the price`, `下周三 拜访 带样品`, `周五送样品`. A time of day may stand before
/// the kind, `fri 10:00 visit`; it belongs to the note.
///
/// # Errors
/// What begins with no day, and a day that has passed.
pub fn next(text: &str, as_of: NaiveDate) -> Result<NextAction> {
    let next = next_on_any_day(text, as_of)?;
    Ok(NextAction { on: to_come(next.on, as_of)?, ..next })
}

/// As [`next`], for many cards: a distance counts from the day of each, and only then is it known whether that has
/// passed.
pub fn next_of_many(text: &str, as_of: NaiveDate) -> Result<NextAction> {
    if counts_on(text, as_of) { next_on_any_day(text, as_of) } else { next(text, as_of) }
}

/// A day on which something is to be done.
///
/// # Errors
/// One that has passed.
pub fn to_come(on: NaiveDate, as_of: NaiveDate) -> Result<NaiveDate> {
    if on < as_of { Err(SpecError::PastDay { on, as_of }) } else { Ok(on) }
}

/// A day on which something is to be done, and no words with it.
///
/// # Errors
/// What is no day, and one that has passed.
pub fn day_to_come(text: &str, as_of: NaiveDate) -> Result<NaiveDate> {
    to_come(day("date", text.trim(), as_of)?, as_of)
}

fn next_on_any_day(text: &str, as_of: NaiveDate) -> Result<NextAction> {
    let (on, rest) = leading_day(text.trim(), as_of)?;
    let (first, after) = first_word(rest);
    let (second, last) = first_word(after);
    let (kind, note) = match (ContactKind::from_word(first), ContactKind::from_word(second)) {
        (Some(kind), _) => (Some(kind), after.to_owned()),
        (None, Some(kind)) if time_of_day(first).is_some() => (Some(kind), format!("{first} {last}")),
        _ => (None, rest.to_owned()),
    };
    Ok(NextAction { on, kind, note: note.trim().to_owned() })
}

/// As [`next`], where something is to be done already: a distance, `+3d`, moves it by so many days, or one that has
/// passed from today on; a day alone keeps its way and its words. The day that stands may have passed: its words can
/// be changed.
///
/// # Errors
/// What begins with no day, and another day that has passed.
pub fn put_off(present: Option<&NextAction>, text: &str, as_of: NaiveDate) -> Result<NextAction> {
    let text = text.trim();
    let Some(present) = present else { return next(text, as_of) };
    let counted_from = if counts_on(text, as_of) { present.on.max(as_of) } else { as_of };
    let typed = next_on_any_day(text, counted_from)?;
    if typed.on != present.on {
        to_come(typed.on, as_of)?;
    }
    let says_day_alone = typed.kind.is_none() && typed.note.is_empty();
    Ok(if says_day_alone { NextAction { on: typed.on, ..present.clone() } } else { typed })
}

/// Whether what is to be done next is given by a distance, which [`put_off`] counts from the day that stands.
pub fn counts_on(text: &str, as_of: NaiveDate) -> bool {
    let text = text.trim();
    let written = leading_day(text, as_of).ok().and_then(|(_, rest)| text.strip_suffix(rest));
    written.is_some_and(|written| when::is_distance(written.trim_end()))
}

/// The first word of a text, and what follows it.
fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

/// How an assignment changes a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// `field=value`: the value instead of what is there; no value empties the field.
    Replace,
    /// `field+=value`: the value beside what is there.
    Add,
    /// `field-=value`: what is there without the value.
    Take,
}

/// `field=value`, `field+=value` or `field-=value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assignment<'text> {
    /// The field's key or name, as typed.
    pub field: &'text str,
    /// How it is changed.
    pub change: Change,
    /// The value, as typed.
    pub value: &'text str,
}

/// Reads an assignment.
pub fn assignment(text: &str) -> Result<Assignment<'_>> {
    let no_assignment = || SpecError::NoAssignment { text: text.to_owned() };
    let (field, value) = split_pair(text).ok_or_else(no_assignment)?;
    let (field, change) = if let Some(field) = field.strip_suffix('+') {
        (field.trim_end(), Change::Add)
    } else if let Some(field) = field.strip_suffix('-') {
        (field.trim_end(), Change::Take)
    } else {
        (field, Change::Replace)
    };
    if field.is_empty() { Err(no_assignment()) } else { Ok(Assignment { field, change, value }) }
}

fn split_pair(text: &str) -> Option<(&str, &str)> {
    text.split_once(['=', '＝']).map(|(key, value)| (key.trim(), value.trim()))
}

fn choice<T: Choice>(part: &'static str, value: &str) -> Result<T> {
    T::from_word(value).ok_or_else(|| SpecError::UnknownValue {
        part,
        value: value.to_owned(),
        nearest: near(value, T::ALL.iter().map(|choice| choice.code())),
        allowed: T::ALL.iter().map(|choice| choice.code()).collect(),
    })
}

fn day(part: &'static str, value: &str, as_of: NaiveDate) -> Result<NaiveDate> {
    when::day(value, as_of).map_err(|reason| SpecError::WrongDay { part, value: value.to_owned(), reason })
}

/// The kind before a colon, or before a space as it is shown, and what follows.
fn with_kind<T: Choice>(text: &str) -> (Option<T>, &str) {
    let text = text.trim();
    let parts = text.split_once([':', '：']).or_else(|| text.split_once(char::is_whitespace));
    let named = parts.and_then(|(word, rest)| Some((T::from_word(word)?, rest.trim())));
    named.map_or((None, text), |(kind, rest)| (Some(kind), rest))
}

/// The date of up to three words at the start, and what follows.
fn leading_day(text: &str, as_of: NaiveDate) -> Result<(NaiveDate, &str)> {
    const MOST_WORDS: usize = 3;
    let spaces = text.match_indices(char::is_whitespace).map(|(at, _)| at);
    let mut ends: Vec<usize> = spaces.take(MOST_WORDS).collect();
    if ends.len() < MOST_WORDS {
        ends.push(text.len());
    }
    let first = ends.first().copied().unwrap_or_default();
    let whole =
        ends.iter().rev().find_map(|end| Some((when::day(&text[..*end], as_of).ok()?, text[*end..].trim())));
    let begun = || when::day_at_start(text, as_of).map(|(on, rest)| (on, when::after_ending(rest)));
    if let Some(found) = whole.or_else(begun) {
        return Ok((found.0, found.1.trim()));
    }
    day("date", &text[..first], as_of).map(|on| (on, text[first..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn as_of() -> NaiveDate {
        date("2026-11-18")
    }

    #[test]
    fn a_next_action_is_put_off_by_days_or_to_a_day() {
        let present =
            |on: &str| NextAction { on: date(on), kind: Some(ContactKind::Visit), note: "samples".into() };
        for (before, typed, expected) in [
            ("2026-12-01", "+3d", "2026-12-04 visit samples"),
            ("2026-12-01", "三天后", "2026-12-04 visit samples"),
            ("2026-12-01", "-2d", "2026-11-29 visit samples"),
            ("2026-12-01", "+1w call prices", "2026-12-08 phone prices"),
            ("2026-12-01", "fri", "2026-11-20 visit samples"),
            ("2026-12-01", "tomorrow", "2026-11-19 visit samples"),
            ("2026-12-01", "next wed", "2026-11-25 visit samples"),
            ("2026-11-18", "+3d", "2026-11-21 visit samples"),
            // What is overdue is put off from today.
            ("2026-11-02", "+3d", "2026-11-21 visit samples"),
        ] {
            let next = put_off(Some(&present(before)), typed, as_of()).unwrap();
            let kind = next.kind.map(Choice::code).unwrap_or_default();
            assert_eq!(format!("{} {kind} {}", next.on, next.note), expected, "{typed} from {before}");
        }
        assert_eq!(put_off(None, "+3d", as_of()).unwrap().on, date("2026-11-21"));
        assert!(put_off(Some(&present("9999-12-30")), "+3d", as_of()).is_err());
    }

    #[test]
    fn a_day_that_has_passed_is_no_next_action() {
        let past = |on: &str| Err(SpecError::PastDay { on: date(on), as_of: as_of() });
        let present =
            |on: &str| NextAction { on: date(on), kind: Some(ContactKind::Visit), note: "samples".into() };
        for (text, on) in
            [("yesterday call", "2026-11-17"), ("2026-06-01", "2026-06-01"), ("-3d", "2026-11-15")]
        {
            assert_eq!(next(text, as_of()), past(on), "{text}");
            assert_eq!(put_off(None, text, as_of()), past(on), "{text}");
        }
        assert!(next("today visit", as_of()).is_ok());
        assert_eq!(day_to_come("fri", as_of()), Ok(date("2026-11-20")));
        assert!(day_to_come("fri call", as_of()).is_err(), "its words would be lost");
        // From a day to come it may be brought forward, as long as today.
        assert!(put_off(Some(&present("2026-11-20")), "-2d", as_of()).is_ok());
        assert_eq!(put_off(Some(&present("2026-11-20")), "-3d", as_of()), past("2026-11-17"));
        // The day that stands has passed already: only its words are changed.
        let told = put_off(Some(&present("2026-11-02")), "2026-11-02 call prices", as_of()).unwrap();
        assert_eq!((told.on, told.note.as_str()), (date("2026-11-02"), "prices"));
        assert_eq!(put_off(Some(&present("2026-11-02")), "2026-11-03", as_of()), past("2026-11-03"));
        assert!(next_of_many("-3d", as_of()).is_ok());
        assert_eq!(next_of_many("2026-06-01", as_of()), past("2026-06-01"));
    }

    #[test]
    fn a_next_action_is_a_date_a_kind_and_a_note() {
        use ContactKind::{Phone, Sample, Visit};
        for (text, on, kind, note) in [
            ("2026-12-01", "2026-12-01", None, ""),
            ("fri call about the price", "2026-11-20", Some(Phone), "about the price"),
            ("next fri visit", "2026-11-27", Some(Visit), ""),
            ("in 3 days bring samples", "2026-11-21", None, "bring samples"),
            ("下周三 拜访 带样品", "2026-11-25", Some(Visit), "带样品"),
            ("周五送样品", "2026-11-20", Some(Sample), ""),
            ("周五拜访", "2026-11-20", Some(Visit), ""),
            ("月底前 拜访", "2026-11-30", Some(Visit), ""),
            ("周五之前送样品", "2026-11-20", Some(Sample), ""),
            ("3天内 拜访", "2026-11-21", Some(Visit), ""),
        ] {
            let expected = NextAction { on: date(on), kind, note: note.into() };
            assert_eq!(next(text, as_of()), Ok(expected), "{text}");
        }
    }

    #[test]
    fn an_assignment_replaces_adds_or_takes() {
        for (text, field, change, value) in [
            ("kind=enterprise", "kind", Change::Replace, "enterprise"),
            ("note=a=b", "note", Change::Replace, "a=b"),
            ("note=", "note", Change::Replace, ""),
            ("tags+=vip", "tags", Change::Add, "vip"),
            ("tags -= vip", "tags", Change::Take, "vip"),
            ("标签＝vip", "标签", Change::Replace, "vip"),
        ] {
            assert_eq!(assignment(text), Ok(Assignment { field, change, value }), "{text}");
        }
        for text in ["", "kind", "=x", "+=x"] {
            assert_eq!(assignment(text), Err(SpecError::NoAssignment { text: text.into() }), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let day = |part, value: &str, reason| SpecError::WrongDay { part, value: value.into(), reason };
        assert_eq!(next("soon call", as_of()), Err(day("date", "soon", WhenError::Unreadable)));
        assert_eq!(next("2026-06-31", as_of()), Err(day("date", "2026-06-31", WhenError::NoSuchDay)));
        assert_eq!(next("", as_of()), Err(day("date", "", WhenError::Unreadable)));
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in any::<String>()) {
            let _ = (person(&text, as_of()), address(&text, as_of()), next(&text, as_of()));
            let _ = (phone(&text), email(&text), assignment(&text));
        }
    }
}
