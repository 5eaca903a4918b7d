//! A detail in one line: `HEAD;part=value;…`, as it is typed and as it is edited.
//!
//! A `\` takes the meaning from a `;` behind it, so that every text can be said.

use chrono::NaiveDate;

use super::{Detail, DetailGroup, NewDetail, Whose};
use crate::domain::field::{CardField, Field};
use crate::domain::language::Language;
use crate::domain::names::Names;
use crate::domain::nearest::nearest;
use crate::domain::spec::{Change, SpecError};
use crate::domain::text::fold::fold;

/// The part that names the person a detail is of.
pub const PERSON: Names = Names::of(["person", "人员", "人員"]);
const ESCAPE: char = '\\';
const BETWEEN: [char; 2] = [';', '；'];
/// Between several values of one part.
const LIST: &str = ", ";

/// A detail that a command names: what is done, and to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// Put in (a record of the same head is changed), put beside, or taken away.
    pub change: Change,
    /// The detail.
    pub detail: NewDetail,
}

/// Reads `competitor=甲厂;product=…`: the group by its key or name, then the detail. `+=` puts a record
/// beside one of the same head, `-=` takes it away.
///
/// # Errors
/// No such group or part, or a value that the part cannot hold.
pub fn assigned(text: &str, as_of: NaiveDate) -> Result<Assigned, SpecError> {
    let assignment = crate::domain::spec::assignment(text)?;
    let group = DetailGroup::meant(assignment.field).ok_or_else(|| SpecError::UnknownPart {
        part: assignment.field.to_owned(),
        nearest: nearest(assignment.field, super::GROUPS.iter().map(|group| group.key)),
    })?;
    Ok(Assigned { change: assignment.change, detail: read(group, assignment.value, as_of)? })
}

/// Reads `HEAD;part=value;…`; parts that are not named are not said.
///
/// # Errors
/// No such part, or a value that it cannot hold.
pub fn read(group: &'static DetailGroup, text: &str, as_of: NaiveDate) -> Result<NewDetail, SpecError> {
    let mut detail = NewDetail { group, person: None, parts: Vec::new() };
    for (place, piece) in pieces(text).into_iter().enumerate() {
        let pair = piece.split_once(['=', '＝']).map(|(part, value)| (part.trim(), value.trim()));
        // A head that holds `=` is one unless what stands before it names a part.
        let named = pair.and_then(|(word, value)| Some((meant(group, word)?, value)));
        match (named, pair) {
            (Some((Meant::Part(part), value)), _) => say(&mut detail, part, value, as_of)?,
            (Some((Meant::Person, value)), _) => detail.person = Some(value.to_owned()),
            (None, _) if place == 0 => say(&mut detail, group.head(), piece.trim(), as_of)?,
            (None, pair) => {
                let word = pair.map_or(piece.trim(), |(word, _)| word);
                let known = group.parts.iter().map(|part| part.key);
                let nearest = nearest(word, known);
                return Err(SpecError::UnknownPart { part: word.to_owned(), nearest });
            }
        }
    }
    if detail.head().is_empty() && group.whose != Whose::Person {
        return Err(SpecError::Empty { part: group.head().key });
    }
    Ok(detail)
}

impl SpecError {
    /// The same, with the parts of a group called as they are in a language.
    #[must_use]
    pub fn naming(self, group: &DetailGroup, language: Language) -> SpecError {
        let name = |part: &'static str| group.part(part).map_or(part, |part| part.name(language));
        match self {
            SpecError::Empty { part } => SpecError::Empty { part: name(part) },
            SpecError::UnknownPart { part, nearest } => {
                SpecError::UnknownPart { part, nearest: name(nearest) }
            }
            SpecError::WrongPart { part, value, error } => {
                SpecError::WrongPart { part: name(part), value, error }
            }
            other => other,
        }
    }
}

/// A detail as files hold it, by keys and codes; `person` is the name of whom it is of.
pub fn written(detail: &Detail, person: Option<&str>) -> String {
    in_line(detail, person.map(|name| (PERSON.english(), name)), |part| (part.key, canonical(detail, part)))
}

/// A detail as it is edited in a language, by the names of its parts and terms. Both are read back in any language.
pub fn typed(detail: &Detail, person: Option<&str>, language: Language, as_of: NaiveDate) -> String {
    let of_person = PERSON.in_language(language);
    in_line(detail, person.map(|name| (of_person, name)), |part| {
        (part.name(language), named(detail, part, language, as_of))
    })
}

/// The head, and every other part that says something, after what it is called.
fn in_line(
    detail: &Detail,
    person: Option<(&str, &str)>,
    said: impl Fn(&'static Field) -> (&'static str, String),
) -> String {
    let (_, mut text) = said(detail.group.head());
    text = escaped(&text);
    for part in &detail.group.parts[1..] {
        if !detail.values(part.key).is_empty() {
            let (name, value) = said(part);
            text.push_str(&format!(";{name}={}", escaped(&value)));
        }
    }
    if let Some((word, name)) = person {
        text.push_str(&format!(";{word}={}", escaped(name)));
    }
    text
}

fn canonical(detail: &Detail, part: &Field) -> String {
    detail.values(part.key).join(LIST)
}

/// The values of a part with its terms by name, where the names alone say the same.
fn named(detail: &Detail, part: &'static Field, language: Language, as_of: NaiveDate) -> String {
    let values = detail.values(part.key);
    if part.kind.list().is_none() {
        return canonical(detail, part);
    }
    let field = CardField::Known(part);
    let names: Vec<_> = values.iter().map(|value| field.shown(value, language)).collect();
    let named = names.join(LIST);
    match part.parse(&named, as_of) {
        Ok(read) if read == values => named,
        Ok(_) | Err(_) => canonical(detail, part),
    }
}

enum Meant {
    Part(&'static Field),
    Person,
}

fn meant(group: &'static DetailGroup, word: &str) -> Option<Meant> {
    if group.whose != Whose::Card && PERSON.hold(word) {
        return Some(Meant::Person);
    }
    group.part(word).map(Meant::Part)
}

fn say(detail: &mut NewDetail, part: &'static Field, value: &str, as_of: NaiveDate) -> Result<(), SpecError> {
    let values = part.parse(value, as_of).map_err(|error| SpecError::WrongPart {
        part: part.key,
        value: value.to_owned(),
        error: Box::new(error),
    })?;
    detail.parts.retain(|(known, _)| *known != part.key);
    detail.parts.push((part.key, values));
    Ok(())
}

/// The pieces between separators that keep their meaning; empty ones are left out, but for the head.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == ESCAPE && letters.peek().is_some_and(|next| is_special(*next));
        match (letters.next_if(|_| escapes), pieces.last_mut()) {
            (Some(plain), Some(piece)) => piece.push(plain),
            (None, _) if BETWEEN.contains(&letter) => pieces.push(String::new()),
            (None, Some(piece)) => piece.push(letter),
            (_, None) => {}
        }
    }
    let mut place = 0;
    pieces.retain(|piece| {
        place += 1;
        place == 1 || !fold(piece).is_empty()
    });
    pieces
}

fn is_special(letter: char) -> bool {
    letter == ESCAPE || BETWEEN.contains(&letter)
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_special(letter) {
            safe.push(ESCAPE);
        }
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field_parse::FieldError;
    use crate::domain::id::{EntryId, Uid};
    use proptest::prelude::*;

    fn as_of() -> NaiveDate {
        "2026-06-30".parse().unwrap()
    }

    #[test]
    fn a_detail_is_a_head_and_parts() {
        let read =
            assigned("competitor=甲厂;product=模切机；满意度=2;contract_end=2026-12-31", as_of()).unwrap();
        assert_eq!((read.change, read.detail.group.key), (Change::Replace, "competitor"));
        let part = |key: &'static str, value: &str| (key, vec![value.to_owned()]);
        assert_eq!(
            read.detail.parts,
            [
                part("name", "甲厂"),
                part("product", "模切机"),
                part("satisfaction", "2"),
                part("contract_end", "2026-12-31")
            ]
        );
        let relation = assigned("relation+=林薇;tie=同学;person=周立", as_of()).unwrap();
        assert_eq!((relation.change, relation.detail.person.as_deref()), (Change::Add, Some("周立")));
        assert_eq!(assigned("需求=a=b;weight=5", as_of()).unwrap().detail.head(), "a=b");
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (text, error) in [
            ("competitr=x", SpecError::UnknownPart { part: "competitr".into(), nearest: "competitor" }),
            ("need=x;wieght=1", SpecError::UnknownPart { part: "wieght".into(), nearest: "weight" }),
            ("need=;weight=1", SpecError::Empty { part: "item" }),
            (
                "need=x;weight=9",
                SpecError::WrongPart {
                    part: "weight",
                    value: "9".into(),
                    error: Box::new(FieldError::OutOfRange { least: 1, most: 5 }),
                },
            ),
        ] {
            assert_eq!(assigned(text, as_of()), Err(error), "{text}");
        }
    }

    #[test]
    fn a_detail_is_edited_in_the_words_of_the_language_and_read_back_in_any() {
        let line = "File copy;class=2;path=a.pdf;returned=2026-01-02";
        let group = DetailGroup::with_key("file").unwrap();
        let new = read(group, line, as_of()).unwrap();
        let parts = new.parts.iter().map(|(part, values)| ((*part).to_owned(), values.clone())).collect();
        let detail = Detail { id: EntryId(1), uid: Uid::nil(), group, person: None, parts };
        for (language, expected) in [
            (Language::English, "File copy;class=contracts and orders;path=a.pdf;returned on=2026-01-02"),
            (Language::Simplified, "File copy;类别=合同、订单;路径=a.pdf;归还日期=2026-01-02"),
        ] {
            assert_eq!(typed(&detail, None, language, as_of()), expected);
        }
        for language in Language::ALL {
            assert_eq!(read(group, &typed(&detail, None, *language, as_of()), as_of()), Ok(new.clone()));
        }
    }

    #[test]
    fn every_part_is_known_by_its_name_in_every_language() {
        for group in crate::domain::detail::GROUPS {
            for part in group.parts {
                for name in part.names.all() {
                    assert_eq!(
                        group.part(name).map(|found| found.key),
                        Some(part.key),
                        "{} {name}",
                        group.key
                    );
                }
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(head in "[^\\s=＝][^=＝\\p{C}\\s]{0,8}", value in "[^\\p{C}\\s]{1,9}") {
            let group = DetailGroup::with_key("need").unwrap();
            let (head, value) = (head.trim().to_owned(), value.trim().to_owned());
            prop_assume!(!fold(&head).is_empty() && !fold(&value).is_empty());
            let mut detail =
                Detail { id: EntryId(1), uid: Uid::nil(), group, person: None, parts: Default::default() };
            detail.parts.insert("item".into(), vec![head.clone()]);
            let group = DetailGroup::with_key("relation").unwrap();
            let relation = Detail {
                group,
                parts: [("to".to_owned(), vec![head.clone()]), ("note".to_owned(), vec![value.clone()])].into(),
                ..detail.clone()
            };
            let again = read(detail.group, &written(&detail, None), as_of()).unwrap();
            prop_assert_eq!(again.head(), head.as_str());
            let read = read(group, &written(&relation, Some(&value)), as_of()).unwrap();
            prop_assert_eq!(read.parts, [("to", vec![head]), ("note", vec![value.clone()])]);
            prop_assert_eq!(read.person, Some(value));
        }
    }
}
