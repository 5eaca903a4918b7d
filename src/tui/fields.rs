//! The rows of an opened card: which fields in which order, and their text in a line.

use chrono::NaiveDate;

use super::effect::Shown;
use super::layer::{Item, Pick};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::{Contact, ContactKind, NextAction};
use crate::domain::detail::{Detail, DetailGroup, GROUPS, text};
use crate::domain::field::{CardField, CardView, Editing, FieldType, Group, OwnField};
use crate::domain::id::{EntryId, PersonId};
use crate::domain::language::Language;
use crate::domain::person::{Person, Role};
use crate::domain::policy::PrivacyPolicy;

/// A row of an opened card.
#[derive(Debug, Clone)]
pub enum FieldRow {
    /// A field.
    Field(CardField),
    /// A person on the card.
    Person(PersonId),
    /// Room for one more person.
    NewPerson,
    /// A detail of a repeating group.
    Detail(EntryId, &'static DetailGroup),
    /// Room for one more detail.
    NewDetail(&'static DetailGroup),
}

/// Which fields of a card are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FieldRange {
    /// Those with a value, and those with which a card in its position is begun.
    #[default]
    Usual,
    /// All that a card of its party can have.
    Whole,
}

/// The rows of a card: the catalogue in its order, people where its people field stands, then the user's own
/// fields.
pub fn rows(shown: &Shown, own: &[OwnField], range: FieldRange, privacy: &PrivacyPolicy) -> Vec<FieldRow> {
    let card = &shown.card;
    let view = CardView::of(shown.standing.position);
    let fields: Vec<CardField> =
        CardField::all(own).filter(|field| privacy.shows(field.sensitive())).collect();
    let mut rows = Vec::new();
    for group in view.order() {
        for field in fields.iter().filter(|field| field.group() == *group) {
            if matches!(field.kind(), FieldType::People) {
                rows.extend(card.people.iter().map(|person| FieldRow::Person(person.id)));
                rows.push(FieldRow::NewPerson);
            } else if is_shown(field, card, view, range) {
                rows.push(FieldRow::Field(field.clone()));
            }
        }
        for details in GROUPS.iter().filter(|details| details.group == *group) {
            rows.extend(detail_rows(details, card, range));
        }
    }
    rows
}

/// The details of a group, and room for one more where all is shown.
fn detail_rows(
    group: &'static DetailGroup,
    card: &Card,
    range: FieldRange,
) -> impl Iterator<Item = FieldRow> {
    let held = card.details.iter().filter(|detail| detail.group == group);
    let room = range == FieldRange::Whole && group.is_for(card.party);
    held.map(|detail| FieldRow::Detail(detail.id, group))
        .chain(room.then_some(FieldRow::NewDetail(group)))
        .collect::<Vec<_>>()
        .into_iter()
}

fn is_shown(field: &CardField, card: &Card, view: CardView, range: FieldRange) -> bool {
    let CardField::Known(known) = field else { return true };
    let wanted = match range {
        FieldRange::Usual => known.group.begins_a_card() && known.first.contains(&view),
        FieldRange::Whole => true,
    };
    (wanted && known.is_for(card.party)) || !card.field_texts(known.key).is_empty()
}

/// The group a row stands in.
pub fn group_of(row: &FieldRow) -> Group {
    match row {
        FieldRow::Field(field) => field.group(),
        FieldRow::Person(_) | FieldRow::NewPerson => Group::People,
        FieldRow::Detail(_, group) | FieldRow::NewDetail(group) => group.group,
    }
}

/// What stands between the values of one field in a line.
pub const BETWEEN: &str = ", ";

/// A field as it is edited in a line: canonical values, separated by commas.
pub fn edit_text(card: &Card, field: &CardField) -> String {
    card.field_texts(field.key()).join(BETWEEN)
}

/// A field as it is read.
pub fn shown_text(card: &Card, field: &CardField, language: Language) -> String {
    card.shown_texts(field, language, |_| None).join(BETWEEN)
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

/// The detail of a card in this row.
pub fn detail(card: &Card, id: EntryId) -> Option<&Detail> {
    card.details.iter().find(|detail| detail.id == id)
}

/// The name of the person a detail is of.
pub fn detail_person<'card>(card: &'card Card, detail: &Detail) -> Option<&'card str> {
    let person = card.people.iter().find(|person| Some(person.id) == detail.person);
    person.map(|person| person.name.as_str())
}

/// A detail as it is edited in a line: `HEAD;part=value;…`.
pub fn detail_text(card: &Card, detail: &Detail) -> String {
    text::written(detail, detail_person(card, detail))
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
    CardField::all(own).filter(|field| {
        field.editing() == Editing::Free
            && field.is_one_line()
            && !matches!(field.kind(), FieldType::Card)
            && !matches!(field.key(), "name" | "code" | "tags")
    })
}

/// A contact in a title: its day and kind.
pub fn contact_title(contact: &Contact, language: Language) -> String {
    format!("{} {}", contact.on, contact.kind.name(language))
}
