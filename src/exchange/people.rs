//! People in one cell: `NAME;title=…;role=decider,…;phone=…;email=…;from=DAY;to=DAY`, joined by ` ::: `.
//! Names alone, separated as people do it, are understood too.

use super::cell::{ENTRY_JOINT, entries, escaped, parts, unescaped};
use super::{day, reaches};
use crate::domain::choice::Choice;
use crate::domain::draft::NewPerson;
use crate::domain::person::{Person, Role};

/// The people of a cell. What is said of a person and not understood stays behind the title.
pub fn read(cell: &str) -> Vec<NewPerson> {
    let mut people: Vec<NewPerson> = Vec::new();
    for entry in entries(cell) {
        let mut of_entry: Vec<NewPerson> = Vec::new();
        let mut unread: Vec<(usize, String)> = Vec::new();
        for part in parts(entry, |sign| matches!(sign, ';' | '；' | '、' | '\n')) {
            let said = part.split_once('=').map(|(key, value)| (key.trim(), value.trim()));
            let place = of_entry.len();
            match (said, of_entry.last_mut()) {
                (Some((key, value)), Some(person)) => {
                    if say(person, key, value).is_none() {
                        unread.push((place - 1, unescaped(part)));
                    }
                }
                _ => of_entry.push(NewPerson { name: unescaped(part), ..NewPerson::default() }),
            }
        }
        // Only now: a title may be said behind what was not understood.
        for (place, text) in unread {
            let title = &mut of_entry[place].title;
            *title = if title.is_empty() { text } else { format!("{title}; {text}") };
        }
        people.append(&mut of_entry);
    }
    people
}

fn say(person: &mut NewPerson, key: &str, value: &str) -> Option<()> {
    match key {
        "title" => person.title = unescaped(value),
        "role" => {
            let roles: Option<Vec<Role>> =
                parts(value, |sign| sign == ',').into_iter().map(Role::from_word).collect();
            person.roles = roles?;
        }
        "phone" => person.phones.extend(all(reaches::phones(None, value))?),
        "email" => person.emails.extend(all(reaches::emails(None, value))?),
        "from" => person.from = Some(day::day(value)?),
        "to" => person.to = Some(day::day(value)?),
        _ => return None,
    }
    Some(())
}

/// All that were read; nothing where there is none, or one that could not be.
fn all<T, E>(read: Vec<Result<T, E>>) -> Option<Vec<T>> {
    read.into_iter().collect::<Result<Vec<T>, E>>().ok().filter(|all| !all.is_empty())
}

/// The cell for these people.
pub fn written(people: &[Person]) -> String {
    people.iter().map(entry).collect::<Vec<_>>().join(ENTRY_JOINT)
}

fn entry(person: &Person) -> String {
    let mut entry = escaped(&person.name);
    let mut say = |key: &str, value: &str| {
        if !value.is_empty() {
            entry.push_str(&format!(";{key}={value}"));
        }
    };
    say("title", &escaped(&person.title));
    say("role", &person.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(","));
    for phone in &person.phones {
        say("phone", &format!("{}:{}", phone.kind.code(), escaped(&phone.number)));
    }
    for email in &person.emails {
        say("email", &format!("{}:{}", email.kind.code(), escaped(&email.address)));
    }
    say("from", &person.from.map(|day| day.to_string()).unwrap_or_default());
    say("to", &person.to.map(|day| day.to_string()).unwrap_or_default());
    entry
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_a_person_is_read() {
        for (cell, numbers) in [
            ("周立;phone=021-88886666/021-77776666", vec!["021-88886666", "021-77776666"]),
            (r"周立;phone=work:021-88886666\,12", vec!["021-88886666,12"]),
            ("周立;phone=13800000000;phone=13900000000", vec!["13800000000", "13900000000"]),
        ] {
            let people = read(cell);
            let read: Vec<&str> = people[0].phones.iter().map(|phone| phone.number.as_str()).collect();
            assert_eq!((people.len(), read), (1, numbers), "{cell}");
        }
    }

    #[test]
    fn what_is_not_understood_stays_behind_the_title_and_makes_no_person() {
        for (cell, title) in [
            ("周立;role=king;title=厂长", "厂长; role=king"),
            ("周立;phone=1.38E+10;born=1980", "phone=1.38E+10; born=1980"),
            ("周立;from=soon", "from=soon"),
        ] {
            let people = read(cell);
            assert_eq!((people.len(), people[0].title.as_str()), (1, title), "{cell}");
        }
        assert_eq!(read("周立、陈敏").len(), 2);
    }
}
