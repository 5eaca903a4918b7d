//! What a line says, in parts, and the card they make.

use super::label::Label;
use super::town::{self, Western};
use crate::domain::detail::{DetailGroup, NewDetail};
use crate::domain::draft::{NewCard, NewPerson, NewPhone};
use crate::domain::field::region::{Leading, leading};
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
    /// Accounts; before each the service, where it is not the usual one of the place.
    pub messengers: Vec<String>,
    /// A street, and what follows it: the town.
    pub addresses: Vec<String>,
    /// The numbers under which the firm is registered or taxed, with their labels and without.
    pub registrations: Vec<(&'line str, &'line str)>,
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
            Label::Address => self.addresses.push(text.to_owned()),
            Label::Company => text.clone_into(&mut self.company),
            Label::Name => self.take_person(text),
            Label::PostCode => self.post_code = Some(text),
            Label::Title => self.titles.push(text),
            Label::Department => self.department = Some(text),
            Label::Phone(_) | Label::Messenger | Label::Registration | Label::Known => self.notes.push(text),
        }
    }

    /// Takes a name that is said to be a person's: what was the name before is the company's.
    fn take_person(&mut self, name: &'line str) {
        match (self.name.is_empty(), self.company.is_empty()) {
            (false, true) => self.company = self.name.join(" "),
            (false, false) => return self.notes.push(name),
            (true, _) => {}
        }
        self.name = vec![name];
    }

    /// Takes what goes on with the address before it; `between` is what was typed between the two.
    pub(super) fn continue_address(&mut self, between: &str, text: &str) {
        let is_plain = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '，' | '、');
        let is_of_one_line = !between.contains(['\n', '\r']) && between.chars().all(is_plain);
        if let Some(address) = self.addresses.last_mut() {
            address.push_str(if is_of_one_line && !between.is_empty() { between } else { BETWEEN });
            address.push_str(text);
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
        let code_alone =
            Some(String::new()).filter(|_| self.addresses.is_empty() && self.post_code.is_some());
        let streets = self.addresses.iter().chain(&code_alone);
        let places = streets.enumerate().map(|(place, address)| {
            let post_code = self.post_code.filter(|_| place == 0).unwrap_or_default().to_owned();
            let place = in_parts(address);
            if post_code.is_empty() { place } else { Place { post_code, ..place } }
        });
        places.collect()
    }

    /// The card; nothing while neither a person nor a company is named.
    pub(super) fn card(mut self) -> Option<NewCard> {
        if self.company.is_empty() {
            // Only a firm has a field for them.
            self.notes.extend(self.registrations.drain(..).map(|(labelled, _)| labelled));
        }
        let name = self.name.join(" ");
        let title = self.titles.join(BETWEEN);
        let (phones, addresses) = (self.phones(), self.addresses());
        let emails = self.emails.iter().filter_map(|email| spec::email(email).ok()).collect();
        let mut values: Vec<(&str, &str)> = Vec::new();
        values.extend(self.website.map(|website| ("website", website)));
        let messengers = self.messengers.join(BETWEEN);
        values.extend(Some(("messenger", messengers.as_str())).filter(|(_, accounts)| !accounts.is_empty()));
        let mut registrations = self.registrations.iter().map(|(_, number)| *number);
        values.extend(registrations.next().map(|number| ("registration", number)));
        let further: Vec<String> = registrations.map(str::to_owned).collect();
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
        card.values.extend(
            Some(("further_registrations".to_owned(), further)).filter(|(_, numbers)| !numbers.is_empty()),
        );
        card.addresses = addresses;
        Some(card)
    }
}

/// An address as it was written, its region and its post code parted from the street where they are known.
fn in_parts(address: &str) -> Place {
    let empty = Place::empty(AddressKind::Office);
    if let Some(Leading { region, end }) = leading(address) {
        let is_sign = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '，' | '、');
        return Place { region, street: address[end..].trim_start_matches(is_sign).to_owned(), ..empty };
    }
    match town::parted(address) {
        Some(Western { town, street, post_code }) => Place { region: town, street, post_code, ..empty },
        None => Place { street: address.to_owned(), ..empty },
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
