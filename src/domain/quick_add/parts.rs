//! What a line says, in parts, and the card they make.

use super::label::Label;
use crate::domain::detail::{DetailGroup, NewDetail};
use crate::domain::draft::{NewCard, NewPerson, NewPhone};
use crate::domain::party::Party;
use crate::domain::reach::{AddressKind, PhoneKind, Place};
use crate::domain::spec;
use crate::domain::text::fold::same;

/// Between two parts of one value.
const BETWEEN: &str = ", ";

/// What a line says, in parts.
#[derive(Default)]
pub(super) struct Parts<'line> {
    pub name: Vec<&'line str>,
    pub company: String,
    pub phones: Vec<(Option<PhoneKind>, &'line str)>,
    pub emails: Vec<&'line str>,
    pub tags: Vec<String>,
    pub titles: Vec<&'line str>,
    pub department: Option<&'line str>,
    pub website: Option<&'line str>,
    pub messenger: Option<&'line str>,
    /// A street, and what follows it: the town, the post code.
    pub addresses: Vec<Vec<&'line str>>,
    pub post_code: Option<&'line str>,
    pub notes: Vec<&'line str>,
}

impl<'line> Parts<'line> {
    pub(super) fn tag(&mut self, tag: &str) {
        if !self.tags.iter().any(|known| same(known, tag)) {
            self.tags.push(tag.to_owned());
        }
    }

    /// Takes a text that a label announced.
    pub(super) fn take_labelled(&mut self, label: Label, text: &'line str) {
        match label {
            Label::Messenger => self.messenger = Some(text),
            Label::Address => self.addresses.push(vec![text]),
            Label::Company => text.clone_into(&mut self.company),
            Label::Name => self.name = vec![text],
            Label::Title => self.titles.push(text),
            Label::Department => self.department = Some(text),
            Label::Phone(_) | Label::Known => self.notes.push(text),
        }
    }

    fn phones(&self) -> Vec<NewPhone> {
        let read = |(kind, number): &(Option<PhoneKind>, &str)| {
            let phone = spec::phone(number).ok()?;
            Some(NewPhone { kind: kind.unwrap_or(phone.kind), ..phone })
        };
        self.phones.iter().filter_map(read).collect()
    }

    fn addresses(&self) -> Vec<Place> {
        let places = self.addresses.iter().enumerate().map(|(place, lines)| {
            let post_code =
                if place == 0 { self.post_code.unwrap_or_default().to_owned() } else { String::new() };
            Place { street: lines.join(BETWEEN), post_code, ..Place::empty(AddressKind::Office) }
        });
        places.collect()
    }

    /// The card; nothing while neither a person nor a company is named.
    pub(super) fn card(self) -> Option<NewCard> {
        let name = self.name.join(" ");
        let title = self.titles.join(BETWEEN);
        let (phones, addresses) = (self.phones(), self.addresses());
        let emails = self.emails.iter().filter_map(|email| spec::email(email).ok()).collect();
        let mut values: Vec<(&str, &str)> = Vec::new();
        values.extend(self.website.map(|website| ("website", website)));
        values.extend(self.messenger.map(|messenger| ("messenger", messenger)));
        let notes = self.notes.join("\n");
        values.extend(Some(("note", notes.as_str())).filter(|(_, notes)| !notes.is_empty()));
        let mut card = match (name.is_empty(), self.company.is_empty()) {
            (true, true) => return None,
            (false, true) => {
                values.extend(Some(("title", title.as_str())).filter(|(_, title)| !title.is_empty()));
                values.extend(self.department.map(|department| ("department", department)));
                NewCard { phones, emails, ..NewCard::named(name) }
            }
            (true, false) => {
                NewCard { party: Party::Organisation, phones, emails, ..NewCard::named(self.company) }
            }
            (false, false) => {
                let details = self.department.and_then(|department| profile(&name, department));
                let person = NewPerson { name, title, phones, emails, ..NewPerson::default() };
                NewCard {
                    party: Party::Organisation,
                    people: vec![person],
                    details: details.into_iter().collect(),
                    ..NewCard::named(self.company)
                }
            }
        };
        card.tags = self.tags;
        card.values =
            values.into_iter().map(|(key, value)| (key.to_owned(), vec![value.to_owned()])).collect();
        card.addresses = addresses;
        Some(card)
    }
}

/// The department of a person, as the record of a person keeps it.
fn profile(person: &str, department: &str) -> Option<NewDetail> {
    let group = DetailGroup::with_key("profile")?;
    let part = group.part("department")?.key;
    Some(NewDetail {
        group,
        person: Some(person.to_owned()),
        parts: vec![(part, vec![department.to_owned()])],
    })
}
