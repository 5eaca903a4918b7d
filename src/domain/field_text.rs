//! What a card holds in a field of the catalogue, as canonical text: one way to read every field.

use chrono::NaiveDate;

use super::card::Card;
use super::choice::Choice;
use super::field::{CardField, FieldType, key, region};
use super::id::CardId;
use super::language::Language;
use super::reach::{EmailKind, PhoneEntry, PhoneKind, Place};

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
            key::CHANNEL => one(self.channel.map(Choice::code).unwrap_or_default()),
            key::INTRODUCER => self.introducer.map(|card| card.to_string()).into_iter().collect(),
            key::TAGS => self.tags.clone(),
            "phones" => self.phones.iter().map(|entry| phone(entry.kind, &entry.number)).collect(),
            "emails" => self.emails.iter().map(|entry| email(entry.kind, &entry.address)).collect(),
            "addresses" => self.addresses.iter().map(|address| place(&address.place)).collect(),
            "people" => self.people.iter().map(|person| person.name.clone()).collect(),
            own => self.values.get(own).cloned().unwrap_or_default(),
        }
    }
}

impl Card {
    /// The values of a field as a person reads them: terms by name, numbers with what they are for, addresses
    /// in words. `named` says what a card is called that the field points at.
    pub fn shown_texts(
        &self,
        field: &CardField,
        language: Language,
        named: impl Fn(CardId) -> Option<String>,
    ) -> Vec<String> {
        match field.kind() {
            FieldType::Phones => {
                let shown = |phone: &PhoneEntry| format!("{} {}", phone.kind.name(language), phone.number);
                self.phones.iter().map(shown).collect()
            }
            FieldType::Emails => self.emails.iter().map(|email| email.address.clone()).collect(),
            FieldType::Addresses => {
                self.addresses.iter().map(|address| address.place.shown(language)).collect()
            }
            FieldType::Card => {
                let texts = self.field_texts(field.key()).into_iter();
                texts.map(|text| text.parse().ok().and_then(|id| named(CardId(id))).unwrap_or(text)).collect()
            }
            _ => {
                let texts = self.field_texts(field.key()).into_iter();
                texts.map(|text| field.shown(&text, language).into_owned()).collect()
            }
        }
    }
}

impl Place {
    /// The address in one line: region and street, then post code, zone, order in it, minutes of
    /// travel, the days it holds and how to get in.
    pub fn shown(&self, language: Language) -> String {
        let order = self.order.map(|order| order.to_string()).unwrap_or_default();
        let minutes = self.minutes.map(|minutes| format!("{minutes}'")).unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let holds = match (self.from, self.to) {
            (None, None) => String::new(),
            (from, to) => format!("{}–{}", day(from), day(to)),
        };
        let place = self.whereabouts(language);
        let parts = [&*place, &self.post_code, &self.zone, &order, &minutes, &holds, &self.access];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Region and street, where it is: from the large to the small as in China, or in letters of the West the other
    /// way round.
    pub fn whereabouts(&self, language: Language) -> String {
        let region = region::shown(&self.region, language);
        let (parts, between) = if is_western(&region) && is_western(&self.street) {
            ([self.street.as_str(), &*region], ", ")
        } else {
            ([&*region, self.street.as_str()], " ")
        };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    }
}

/// Whether no letter of East Asia stands in a text.
fn is_western(text: &str) -> bool {
    const FIRST_OF_EAST_ASIA: char = '\u{2E80}';
    text.chars().all(|letter| letter < FIRST_OF_EAST_ASIA)
}

/// A phone number with its kind: `mobile:138 0000 0000`.
pub(super) fn phone(kind: PhoneKind, number: &str) -> String {
    format!("{}:{number}", kind.code())
}

/// An e-mail address with its kind: `work:ana@x.example`.
pub(super) fn email(kind: EmailKind, address: &str) -> String {
    format!("{}:{address}", kind.code())
}

/// A postal address by its parts: `kind=office;street=4 Dock Road`.
pub(super) fn place(place: &Place) -> String {
    let parts = place.parts();
    parts.iter().map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join(";")
}

fn one(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reach::AddressKind;

    #[test]
    fn an_address_reads_in_the_order_of_its_script() {
        let shown = |region: &str, street: &str, post_code: &str, language| {
            let (region, street, post_code) = (region.to_owned(), street.to_owned(), post_code.to_owned());
            Place { region, street, post_code, ..Place::empty(AddressKind::Office) }.shown(language)
        };
        for (region, street, post_code, language, line) in [
            ("Bristol, UK", "4 Dock Road", "BS1 6XN", Language::English, "4 Dock Road, Bristol, UK BS1 6XN"),
            ("Bristol", "4 Dock Road", "", Language::Simplified, "4 Dock Road, Bristol"),
            (
                "330106",
                "文三路12号",
                "310012",
                Language::Simplified,
                "浙江省 杭州市 西湖区 文三路12号 310012",
            ),
            ("330106", "文三路12号", "", Language::English, "Xihu, Hangzhou, Zhejiang 文三路12号"),
            ("330106", "12 Wensan Rd", "", Language::English, "12 Wensan Rd, Xihu, Hangzhou, Zhejiang"),
            ("", "4 Dock Road", "", Language::English, "4 Dock Road"),
            ("Bristol", "", "", Language::English, "Bristol"),
        ] {
            assert_eq!(shown(region, street, post_code, language), line);
        }
    }
}
