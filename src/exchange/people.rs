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
        for part in parts(entry, &[';', '；', '、', '\n']) {
            let said = part.split_once('=').map(|(key, value)| (key.trim(), value.trim()));
            let understood = match (said, of_entry.last_mut()) {
                (Some((key, value)), Some(person)) => say(person, key, value),
                _ => None,
            };
            if understood.is_none() {
                of_entry.push(NewPerson { name: unescaped(part), ..NewPerson::default() });
            }
        }
        people.append(&mut of_entry);
    }
    people
}

fn say(person: &mut NewPerson, key: &str, value: &str) -> Option<()> {
    match key {
        "title" => person.title = unescaped(value),
        "role" => {
            let roles: Option<Vec<Role>> = parts(value, &[',']).into_iter().map(Role::from_word).collect();
            person.roles = roles?;
        }
        "phone" => person.phones.push(reaches::phones(None, &unescaped(value)).pop()?.ok()?),
        "email" => person.emails.push(reaches::emails(None, &unescaped(value)).pop()?.ok()?),
        "from" => person.from = Some(day::day(value)?),
        "to" => person.to = Some(day::day(value)?),
        _ => return None,
    }
    Some(())
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
