//! A card with a long history and a value in every field, for the benchmarks.

use std::path::Path;

use chrono::{Days, NaiveDate};
use fieldcard::clock;
use fieldcard::domain::contact::{ContactKind, Outcome};
use fieldcard::domain::detail::{GROUPS, NewDetail};
use fieldcard::domain::draft::{NewCard, NewContact, NewPerson};
use fieldcard::domain::field::{CATALOGUE, CardField, Editing, Field, FieldType};
use fieldcard::domain::party::Party;
use fieldcard::domain::policy::Policies;
use fieldcard::store::{Act, Door, Opening, Source, Store, StoreError};

/// The word by which it and its neighbour are found.
pub const WORD: &str = "Zzbigcard";

/// Puts it into a card file, and beside it a card of one line.
pub fn put(file: &Path, contacts: u64) {
    let opening = Opening { source: Source::Command, policies: Policies::default(), day: clock::today() };
    let mut store = Store::open(file, opening).expect("the card file opens");
    let name = format!("{WORD} small");
    store.write(Act::Add, &name, |door| door.add_card(&NewCard::named(&name))).expect("a small card");
    store.write(Act::Add, WORD, |door| big(door, contacts)).expect("a big card");
}

fn big(door: &mut Door<'_>, contacts: u64) -> Result<(), StoreError> {
    let people = (1..=10).map(|count| NewPerson { name: format!("Person {count}"), ..NewPerson::default() });
    let card = door.add_card(&NewCard {
        party: Party::Organisation,
        people: people.collect(),
        ..NewCard::named(WORD)
    })?;
    for field in CATALOGUE.iter().filter(|field| is_filled(field)) {
        if let Some(value) = value(field) {
            door.set_field(card, field.key, &[value])?;
        }
    }
    for group in GROUPS {
        let parts = group.parts.iter().filter_map(|part| Some((part.key, vec![value(part)?])));
        let person = Some("Person 1".to_owned());
        door.add_detail(card, &NewDetail { group, person, parts: parts.collect() })?;
    }
    for ago in 0..contacts {
        let on = clock::today() - Days::new(ago);
        door.log(card, &contact(on))?;
    }
    Ok(())
}

fn is_filled(field: &'static Field) -> bool {
    let free = CardField::Known(field).editing() == Editing::Free;
    free && field.sensitive.is_none()
        && field.is_for(Party::Organisation)
        && !matches!(field.key, "name" | "party")
}

/// A value of a field; nothing for what has a door of its own.
fn value(field: &Field) -> Option<String> {
    Some(match field.kind {
        FieldType::Text | FieldType::Name | FieldType::Note | FieldType::Tags => {
            "some words of it".to_owned()
        }
        FieldType::Number => "12".to_owned(),
        FieldType::Score(least, _) => least.to_string(),
        FieldType::Percent => "10".to_owned(),
        FieldType::Money(_) => "52000.00".to_owned(),
        FieldType::Day(_) | FieldType::PartialDay(_) => "2020-05-01".to_owned(),
        FieldType::Choice(list) | FieldType::Choices(list) | FieldType::Open(list) => {
            (list.codes)().first().map(|code| (*code).to_owned())?
        }
        FieldType::Region => "330106".to_owned(),
        _ => return None,
    })
}

fn contact(on: NaiveDate) -> NewContact {
    let kind = ContactKind::Phone;
    NewContact {
        on,
        kind,
        direction: kind.usual_direction(),
        person: None,
        outcomes: vec![Outcome::Interested],
        note: "talked about the order, the samples and the price of both".to_owned(),
        promises: Vec::new(),
        assertions: Vec::new(),
        next_action: None,
    }
}
