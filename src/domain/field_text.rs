//! What a card holds in a field of the catalogue, as canonical text: one way to read every field.

use super::card::Card;
use super::choice::Choice;

impl Card {
    /// The values of the field with this key, in the form that commands and files take back: codes for
    /// choices, `kind:number` for phones and e-mails, names for people. Empty when the field has no value or
    /// there is no such field.
    pub fn field_texts(&self, key: &str) -> Vec<String> {
        match key {
            "name" => one(&self.name),
            "code" => one(&self.code),
            "short_name" => one(&self.short_name),
            "company" => one(&self.company),
            "party" => one(self.party.code()),
            "kind" => one(self.kind.map(Choice::code).unwrap_or_default()),
            "position" => one(self.position.code()),
            "channel" => one(self.channel.map(Choice::code).unwrap_or_default()),
            "introducer" => self.introducer.map(|card| card.to_string()).into_iter().collect(),
            "tags" => self.tags.clone(),
            "phones" => {
                self.phones.iter().map(|phone| format!("{}:{}", phone.kind.code(), phone.number)).collect()
            }
            "emails" => {
                self.emails.iter().map(|email| format!("{}:{}", email.kind.code(), email.address)).collect()
            }
            "addresses" => self
                .addresses
                .iter()
                .map(|address| {
                    let place = &address.place;
                    let order = place.order.map(|order| order.to_string()).unwrap_or_default();
                    let parts = [
                        ("kind", place.kind.code()),
                        ("region", &place.region),
                        ("street", &place.street),
                        ("post_code", &place.post_code),
                        ("zone", &place.zone),
                        ("order", &order),
                    ];
                    let given = parts.iter().filter(|(_, text)| !text.is_empty());
                    given.map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join(";")
                })
                .collect(),
            "people" => self.people.iter().map(|person| person.name.clone()).collect(),
            own => self.values.get(own).cloned().unwrap_or_default(),
        }
    }
}

fn one(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}
