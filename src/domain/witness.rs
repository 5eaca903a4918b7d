//! Why a card was found: the value in which a word stands.

use super::card::Card;
use super::field::key;
use super::text::needles::Needles;
use super::text::searchable::{name_text, phone_text, plain_text};

/// A value in which a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness<'card> {
    /// Where it stands.
    pub place: WitnessPlace<'card>,
    /// The value.
    pub text: &'card str,
}

/// Where a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WitnessPlace<'card> {
    /// In a field, by its key.
    Field(&'card str),
    /// In what was noted at a contact.
    Contact,
    /// In what is to be done next.
    NextAction,
}

/// The first value of a card in which a word stands, in the order in which a reader would look.
pub fn witness<'card>(card: &'card Card, needles: &Needles) -> Option<Witness<'card>> {
    let in_name = |text: &&str| needles.found_in(&name_text(text));
    let in_text = |text: &&str| needles.found_in(&plain_text(text));
    let field = |key, text| Witness { place: WitnessPlace::Field(key), text };
    let names = [("name", &card.name), ("short_name", &card.short_name), ("company", &card.company)];
    for (key, text) in names {
        if let Some(text) = Some(text.as_str()).filter(in_name) {
            return Some(field(key, text));
        }
    }
    if let Some(code) = Some(card.code.as_str()).filter(in_text) {
        return Some(field("code", code));
    }
    for person in &card.people {
        if let Some(text) = Some(person.name.as_str()).filter(in_name) {
            return Some(field("people", text));
        }
        if let Some(text) = Some(person.title.as_str()).filter(in_text) {
            return Some(field("people", text));
        }
    }
    let phones = card.phones.iter().chain(card.people.iter().flat_map(|person| &person.phones));
    for phone in phones {
        if needles.found_in(&phone_text(&phone.number, &phone.normal)) {
            return Some(field("phones", &phone.number));
        }
    }
    let emails = card.emails.iter().chain(card.people.iter().flat_map(|person| &person.emails));
    let emails = emails.map(|email| ("emails", email.address.as_str()));
    let places = card.addresses.iter().flat_map(|address| {
        let place = &address.place;
        [&place.region, &place.street, &place.post_code, &place.zone].map(|part| ("addresses", part.as_str()))
    });
    let tags = card.tags.iter().map(|tag| (key::TAGS, tag.as_str()));
    let values = card.values.iter();
    let values = values.flat_map(|(key, texts)| texts.iter().map(|text| (key.as_str(), text.as_str())));
    for (key, text) in emails.chain(places).chain(tags).chain(values) {
        if in_text(&text) {
            return Some(field(key, text));
        }
    }
    let next = card.next_action.as_ref().map(|next| next.note.as_str()).filter(in_text);
    if let Some(text) = next {
        return Some(Witness { place: WitnessPlace::NextAction, text });
    }
    let contacts = card.contacts.iter().flat_map(|contact| {
        let promises = contact.promises.iter().map(|promise| promise.text.as_str());
        std::iter::once(contact.note.as_str()).chain(promises)
    });
    contacts.into_iter().find(in_text).map(|text| Witness { place: WitnessPlace::Contact, text })
}
