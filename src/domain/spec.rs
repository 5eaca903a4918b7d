//! The small languages of command arguments: a person, a phone, an e-mail address, a postal address, a next
//! action, an assignment to a field.

use chrono::NaiveDate;

use super::choice::Choice;
use super::contact::{ContactKind, NextAction};
use super::draft::{NewEmail, NewPerson, NewPhone};
use super::field_parse::FieldError;
use super::nearest::{near, nearest};
use super::phone::{self, PhoneCheck, PhoneError};
use super::reach::{AddressKind, EmailKind, PhoneKind, Place};
use super::text::fold::fold;
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

const PERSON_PARTS: [&str; 6] = ["title", "role", "phone", "email", "from", "to"];
const ADDRESS_PARTS: [&str; 7] = ["kind", "region", "street", "post_code", "zone", "order", "minutes"];

/// `NAME[;title=…][;role=decider,…][;phone=…][;email=…][;from=DATE][;to=DATE]`; phones and e-mails may
/// come more than once.
pub fn person(text: &str, as_of: NaiveDate) -> Result<NewPerson> {
    let mut parts = text.split([';', '；']).map(str::trim);
    let name = parts.next().filter(|name| !fold(name).is_empty()).ok_or(SpecError::NoName)?;
    let mut person = NewPerson { name: name.to_owned(), ..NewPerson::default() };
    for part in parts.filter(|part| !part.is_empty()) {
        let (key, value) = split_pair(part).unwrap_or((part, ""));
        match known(key, &PERSON_PARTS)? {
            "title" => person.title = value.to_owned(),
            "role" => {
                let roles = value.split([',', '，', '、']).map(str::trim).filter(|role| !role.is_empty());
                person.roles = roles.map(|role| choice("role", role)).collect::<Result<_>>()?;
            }
            "phone" => person.phones.push(phone(value)?),
            "email" => person.emails.push(email(value)?),
            "from" => person.from = Some(day("from", value, as_of)?),
            _ => person.to = Some(day("to", value, as_of)?),
        }
    }
    match (person.from, person.to) {
        (Some(from), Some(to)) if to < from => Err(SpecError::EndBeforeStart { from, to }),
        _ => Ok(person),
    }
}

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

/// `kind=office;region=…;street=…;post_code=…;zone=…;order=4;minutes=25`; what is not named is empty, the kind office.
/// A part without a name is the street.
pub fn address(text: &str) -> Result<Place> {
    let mut place = Place::empty(AddressKind::Office);
    let mut is_empty = true;
    for part in text.split([';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        is_empty = false;
        let (key, value) = match split_pair(part) {
            Some(pair) => pair,
            None if place.street.is_empty() => ("street", part),
            None => return Err(SpecError::NoAssignment { text: part.to_owned() }),
        };
        match known(key, &ADDRESS_PARTS)? {
            "kind" => place.kind = choice("kind", value)?,
            "region" => place.region = value.to_owned(),
            "street" => place.street = value.to_owned(),
            "post_code" => place.post_code = value.to_owned(),
            "zone" => place.zone = value.to_owned(),
            "minutes" => place.minutes = Some(whole("minutes", value)?),
            _ => place.order = Some(whole("order", value)?),
        }
    }
    if is_empty { Err(SpecError::Empty { part: "address" }) } else { Ok(place) }
}

fn whole(part: &'static str, value: &str) -> Result<i64> {
    let number = fold(value).parse::<u32>();
    number.map(i64::from).map_err(|_| SpecError::WrongNumber { part, value: value.to_owned() })
}

/// `DATE [kind] [note]`: `fri call about the price`, `下周三 拜访 带样品`, `周五送样品`. A time of day may stand before
/// the kind, `fri 10:00 visit`; it belongs to the note.
pub fn next(text: &str, as_of: NaiveDate) -> Result<NextAction> {
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

fn known(key: &str, parts: &[&'static str]) -> Result<&'static str> {
    let unknown =
        || SpecError::UnknownPart { part: key.to_owned(), nearest: nearest(key, parts.iter().copied()) };
    parts.iter().copied().find(|part| *part == fold(key)).ok_or_else(unknown)
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
    if let Some(found) = whole.or_else(|| when::day_at_start(text, as_of)) {
        return Ok((found.0, found.1.trim()));
    }
    day("date", &text[..first], as_of).map(|on| (on, text[first..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Role;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn as_of() -> NaiveDate {
        date("2026-11-18")
    }

    #[test]
    fn a_person_is_a_name_and_parts() {
        assert_eq!(person(" 周立 ", as_of()), Ok(NewPerson { name: "周立".into(), ..NewPerson::default() }));
        let whole = "周立; title=厂长；role=decider,使用者;phone=mobile:138 0000 0000;phone=010-62345678;email=home:z@x.y;\
                     from=2026-03-18;to=+1m";
        assert_eq!(
            person(whole, as_of()),
            Ok(NewPerson {
                name: "周立".into(),
                title: "厂长".into(),
                roles: vec![Role::Decider, Role::User],
                from: Some(date("2026-03-18")),
                to: Some(date("2026-12-18")),
                phones: vec![
                    NewPhone { kind: PhoneKind::Mobile, number: "138 0000 0000".into() },
                    NewPhone { kind: PhoneKind::Work, number: "010-62345678".into() },
                ],
                emails: vec![NewEmail { kind: EmailKind::Home, address: "z@x.y".into() }],
            })
        );
    }

    #[test]
    fn an_address_is_parts() {
        let place =
            address("kind=plant;region=浙江;street=1 Main St;post_code=310000;zone=西区;order=4").unwrap();
        assert_eq!((place.kind, place.order), (AddressKind::Plant, Some(4)));
        assert_eq!(
            [&place.region, &place.street, &place.post_code, &place.zone],
            ["浙江", "1 Main St", "310000", "西区"]
        );
        assert_eq!(address("北京路 1 号").unwrap().street, "北京路 1 号");
    }

    #[test]
    fn a_next_action_is_a_date_a_kind_and_a_note() {
        use ContactKind::{Phone, Visit};
        for (text, on, kind, note) in [
            ("2026-12-01", "2026-12-01", None, ""),
            ("fri call about the price", "2026-11-20", Some(Phone), "about the price"),
            ("next fri visit", "2026-11-27", Some(Visit), ""),
            ("in 3 days bring samples", "2026-11-21", None, "bring samples"),
            ("下周三 拜访 带样品", "2026-11-25", Some(Visit), "带样品"),
            ("周五送样品", "2026-11-20", None, "送样品"),
            ("周五拜访", "2026-11-20", Some(Visit), ""),
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
        for (text, error) in [
            ("", SpecError::NoName),
            (";title=x", SpecError::NoName),
            ("A;titel=x", SpecError::UnknownPart { part: "titel".into(), nearest: "title" }),
            ("A;boss", SpecError::UnknownPart { part: "boss".into(), nearest: "role" }),
            (
                "A;role=decidr",
                SpecError::UnknownValue {
                    part: "role",
                    value: "decidr".into(),
                    nearest: Some("decider"),
                    allowed: Role::ALL.iter().map(|role| role.code()).collect(),
                },
            ),
            ("A;phone=none", SpecError::WrongPhone { value: "none".into(), reason: PhoneError::NoDigits }),
            ("A;phone=", SpecError::Empty { part: "phone" }),
            ("A;from=soon", day("from", "soon", WhenError::Unreadable)),
            ("A;to=2026-06-31", day("to", "2026-06-31", WhenError::NoSuchDay)),
            (
                "A;from=2026-06-02;to=2026-06-01",
                SpecError::EndBeforeStart { from: date("2026-06-02"), to: date("2026-06-01") },
            ),
        ] {
            assert_eq!(person(text, as_of()), Err(error), "{text}");
        }
        assert_eq!(next("soon call", as_of()), Err(day("date", "soon", WhenError::Unreadable)));
        assert_eq!(next("2026-06-31", as_of()), Err(day("date", "2026-06-31", WhenError::NoSuchDay)));
        assert_eq!(next("", as_of()), Err(day("date", "", WhenError::Unreadable)));
        assert_eq!(address(" ; "), Err(SpecError::Empty { part: "address" }));
        let number = SpecError::WrongNumber { part: "order", value: "first".into() };
        assert_eq!(address("order=first"), Err(number));
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in any::<String>()) {
            let _ = (person(&text, as_of()), address(&text), next(&text, as_of()));
            let _ = (phone(&text), email(&text), assignment(&text));
        }
    }
}
