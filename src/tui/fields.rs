//! The rows of an opened card: which fields in which order, and their text in a line.

use chrono::NaiveDate;

use super::layer::{Item, Pick};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, NextAction};
use crate::domain::field::{CATALOGUE, Editing, Field, FieldType, OwnField};
use crate::domain::id::PersonId;
use crate::domain::language::Language;
use crate::domain::person::{Person, Role};

/// A field of a card: of the catalogue, or the user's own, which is one line of text.
#[derive(Debug, Clone, PartialEq)]
pub enum CardField {
    /// Of the catalogue.
    Known(&'static Field),
    /// The user's own.
    Own(OwnField),
}

impl CardField {
    /// The stable key.
    pub fn key(&self) -> &str {
        match self {
            CardField::Known(field) => field.key,
            CardField::Own(field) => &field.key,
        }
    }

    /// Its name for people.
    pub fn name(&self, language: Language) -> &str {
        match self {
            CardField::Known(field) => field.name(language),
            CardField::Own(field) => &field.name,
        }
    }

    /// What it holds.
    pub fn kind(&self) -> FieldType {
        match self {
            CardField::Known(field) => field.kind,
            CardField::Own(_) => FieldType::Text,
        }
    }
}

/// A row of an opened card.
#[derive(Debug, Clone)]
pub enum FieldRow {
    /// A field.
    Field(CardField),
    /// A person on the card.
    Person(PersonId),
    /// Room for one more person.
    NewPerson,
}

/// The rows of a card: the catalogue in its order, people where its people field stands, then the user's own
/// fields.
pub fn rows(card: &Card, own: &[OwnField]) -> Vec<FieldRow> {
    let mut rows = Vec::new();
    for field in CATALOGUE {
        if matches!(field.kind, FieldType::People) {
            rows.extend(card.people.iter().map(|person| FieldRow::Person(person.id)));
            rows.push(FieldRow::NewPerson);
        } else {
            rows.push(FieldRow::Field(CardField::Known(field)));
        }
    }
    rows.extend(own.iter().cloned().map(|field| FieldRow::Field(CardField::Own(field))));
    rows
}

/// What stands between the values of one field in a line.
pub const BETWEEN: &str = ", ";

/// A field as it is edited in a line: canonical values, separated by commas.
pub fn edit_text(card: &Card, field: &CardField) -> String {
    card.field_texts(field.key()).join(BETWEEN)
}

/// A field as it is read: choices by name, phones and e-mails without their kind when they have the usual one.
pub fn shown_text(card: &Card, field: &CardField, language: Language) -> String {
    match field.kind() {
        FieldType::Choice(list) => {
            let texts = card.field_texts(field.key());
            let name =
                |code: &String| (list.name_of)(code, language).map_or_else(|| code.clone(), str::to_owned);
            texts.iter().map(name).collect::<Vec<_>>().join(BETWEEN)
        }
        FieldType::Phones => {
            let shown =
                card.phones.iter().map(|phone| format!("{} {}", phone.kind.name(language), phone.number));
            shown.collect::<Vec<_>>().join(BETWEEN)
        }
        FieldType::Emails => {
            card.emails.iter().map(|email| email.address.clone()).collect::<Vec<_>>().join(BETWEEN)
        }
        FieldType::Addresses => {
            let shown = card.addresses.iter().map(|address| {
                let place = &address.place;
                let order = place.order.map(|order| order.to_string()).unwrap_or_default();
                let parts = [&place.region, &place.street, &place.post_code, &place.zone, &order];
                let given: Vec<&str> =
                    parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                given.join(" ")
            });
            shown.collect::<Vec<_>>().join(BETWEEN)
        }
        _ => edit_text(card, field),
    }
}

/// A field as it is copied: the first number or address alone, else the whole text.
pub fn plain_text(card: &Card, field: &CardField) -> String {
    match field.kind() {
        FieldType::Phones => first_phone(card),
        FieldType::Emails => card.emails.first().map(|email| email.address.clone()).unwrap_or_default(),
        _ => edit_text(card, field),
    }
}

/// The number to call: the card's first one, else the first one of its people.
pub fn first_phone(card: &Card) -> String {
    let people = card.people.iter().flat_map(|person| &person.phones);
    card.phones.iter().chain(people).next().map(|phone| phone.number.clone()).unwrap_or_default()
}

/// The number or e-mail address by which a person is reached.
pub fn person_phone(card: &Card, person: PersonId) -> String {
    let person = card.people.iter().find(|known| known.id == person);
    let phone = person.and_then(|person| person.phones.first()).map(|phone| phone.number.clone());
    let email = || person.and_then(|person| person.emails.first()).map(|email| email.address.clone());
    phone.or_else(email).unwrap_or_default()
}

/// A person as it is edited in a line: `NAME;title=…;role=…;phone=…`.
pub fn person_text(person: &Person) -> String {
    let roles: Vec<&str> = person.roles.iter().map(|role| role.code()).collect();
    let mut text = person.name.clone();
    let mut part = |name: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!(";{name}={value}"));
        }
    };
    part("title", &person.title);
    part("role", &roles.join(","));
    for phone in &person.phones {
        part("phone", &format!("{}:{}", phone.kind.code(), phone.number));
    }
    for email in &person.emails {
        part("email", &format!("{}:{}", email.kind.code(), email.address));
    }
    part("from", &person.from.map(|day| day.to_string()).unwrap_or_default());
    part("to", &person.to.map(|day| day.to_string()).unwrap_or_default());
    text
}

/// The parts a person plays, by name.
pub fn roles_text(person: &Person, language: Language) -> String {
    person.roles.iter().map(|role| role.name(language)).collect::<Vec<_>>().join(BETWEEN)
}

/// The next action as it is edited in a line.
pub fn next_action_text(next: &NextAction, language: Language) -> String {
    // A name of two words would be read as kind and note.
    let word = |kind: ContactKind| {
        Some(kind.name(language)).filter(|name| !name.contains(' ')).unwrap_or(kind.code())
    };
    let kind = next.kind.map(word).unwrap_or_default();
    [next.on.to_string().as_str(), kind, &next.note]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a person's part in a purchase lets them speak for the organisation.
pub fn speaks_for(person: &Person) -> bool {
    person.roles.iter().any(|role| matches!(role, Role::Decider | Role::Approver | Role::Buyer))
}

/// The people who are there on a day, as rows of a picker.
pub fn person_items(card: &Card, day: NaiveDate) -> Vec<Item> {
    let present = card.people.iter().filter(|person| person.present_on(day));
    present
        .map(|person| Item {
            label: person.name.clone(),
            detail: person.title.clone(),
            pick: Pick::Person(person.id),
        })
        .collect()
}

/// The fields that many cards may be given at once: what is one card's own, its name and its code, is not
/// among them.
pub fn for_many(own: &[OwnField]) -> impl Iterator<Item = CardField> {
    let known = CATALOGUE.iter().filter(|field| {
        field.editing == Editing::Free
            && field.is_one_line()
            && !matches!(field.kind, FieldType::Tags | FieldType::Card)
            && !matches!(field.key, "name" | "code")
    });
    known.map(CardField::Known).chain(own.iter().cloned().map(CardField::Own))
}
