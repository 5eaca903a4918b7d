//! A person on a card, as an argument says them.

use chrono::NaiveDate;

use super::{Result, SpecError, choice, day, email, phone, split_pair};
use crate::domain::draft::{NewPerson, PersonChange, PersonPart};
use crate::domain::language::Language;
use crate::domain::names::Names;
use crate::domain::nearest::nearest;
use crate::domain::text::fold::fold;

/// The parts of a person, as they are typed; commands and files call them by their English names.
const PARTS: [(Names, PersonPart); 6] = [
    (Names::of(["title", "职务", "職務"]), PersonPart::Title),
    (Names::of(["role", "角色", "角色"]), PersonPart::Roles),
    (Names::of(["phone", "电话", "電話"]), PersonPart::Phones),
    (Names::of(["email", "邮箱", "電子郵件"]), PersonPart::Emails),
    (Names::of(["from", "到任", "到任"]), PersonPart::From),
    (Names::of(["to", "离任", "離任"]), PersonPart::To),
];

/// What a part of a person is called where one is typed in a language.
pub fn person_part(part: PersonPart, language: Language) -> &'static str {
    let row = PARTS.iter().find(|(_, known)| *known == part).unwrap_or(&PARTS[0]);
    row.0.in_language(language)
}

/// `NAME[;title=…][;role=decider,…][;phone=…][;email=…][;from=DATE][;to=DATE]`; phones and e-mails may
/// come more than once. A part with nothing behind its `=` is to be emptied.
pub fn person(text: &str, as_of: NaiveDate) -> Result<PersonChange> {
    let mut parts = text.split([';', '；']).map(str::trim);
    let name = parts.next().filter(|name| !fold(name).is_empty()).ok_or(SpecError::NoName)?;
    let mut person = NewPerson { name: name.to_owned(), ..NewPerson::default() };
    let mut emptied = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let (key, value) = split_pair(part).map_or((part, None), |(key, value)| (key, Some(value)));
        let (key, part) = part_named(key)?;
        let value = value.ok_or(SpecError::Empty { part: key })?;
        if value.is_empty() {
            emptied.push(part);
            continue;
        }
        match part {
            PersonPart::Title => person.title = value.to_owned(),
            PersonPart::Roles => {
                let roles = value.split([',', '，', '、']).map(str::trim).filter(|role| !role.is_empty());
                person.roles = roles.map(|role| choice(key, role)).collect::<Result<_>>()?;
            }
            PersonPart::Phones => person.phones.push(phone(value)?),
            PersonPart::Emails => person.emails.push(email(value)?),
            PersonPart::From => person.from = Some(day(key, value, as_of)?),
            PersonPart::To => person.to = Some(day(key, value, as_of)?),
        }
    }
    match (person.from, person.to) {
        (Some(from), Some(to)) if to < from => Err(SpecError::EndBeforeStart { from, to }),
        _ => Ok(PersonChange { person, emptied }),
    }
}

fn part_named(word: &str) -> Result<(&'static str, PersonPart)> {
    let found =
        PARTS.iter().find(|(names, _)| names.hold(word)).map(|(names, part)| (names.english(), *part));
    found.ok_or_else(|| SpecError::UnknownPart {
        part: word.to_owned(),
        nearest: nearest(word, PARTS.iter().map(|(names, _)| names.english())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::draft::{NewEmail, NewPhone};
    use crate::domain::person::Role;
    use crate::domain::phone::PhoneError;
    use crate::domain::reach::{EmailKind, PhoneKind};
    use crate::domain::when::WhenError;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn as_of() -> NaiveDate {
        date("2026-11-18")
    }

    #[test]
    fn a_person_is_a_name_and_parts() {
        let named = NewPerson { name: "周立".into(), ..NewPerson::default() };
        assert_eq!(person(" 周立 ", as_of()), Ok(PersonChange { person: named, emptied: Vec::new() }));
        let whole = "周立; title=厂长；role=decider,使用者;phone=mobile:138 0000 0000;phone=010-62345678;email=home:z@x.y;\
                     from=2026-03-18;to=+1m";
        let expected = NewPerson {
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
        };
        assert_eq!(person(whole, as_of()), Ok(PersonChange { person: expected, emptied: Vec::new() }));
    }

    #[test]
    fn a_part_with_nothing_behind_it_is_emptied() {
        let change = person("周立;title=;phone= ; to=;role=user", as_of()).unwrap();
        assert_eq!(change.emptied, [PersonPart::Title, PersonPart::Phones, PersonPart::To]);
        assert_eq!(change.person.roles, [Role::User]);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let day = |part, value: &str, reason| SpecError::WrongDay { part, value: value.into(), reason };
        for (text, error) in [
            ("", SpecError::NoName),
            (";title=x", SpecError::NoName),
            ("A;titel=x", SpecError::UnknownPart { part: "titel".into(), nearest: "title" }),
            ("A;boss", SpecError::UnknownPart { part: "boss".into(), nearest: "role" }),
            ("A;title", SpecError::Empty { part: "title" }),
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
            ("A;from=soon", day("from", "soon", WhenError::Unreadable)),
            ("A;to=2026-06-31", day("to", "2026-06-31", WhenError::NoSuchDay)),
            (
                "A;from=2026-06-02;to=2026-06-01",
                SpecError::EndBeforeStart { from: date("2026-06-02"), to: date("2026-06-01") },
            ),
        ] {
            assert_eq!(person(text, as_of()), Err(error), "{text}");
        }
    }
}
