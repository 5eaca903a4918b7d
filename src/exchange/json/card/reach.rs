//! How the parties of a card are reached: phones, e-mails, addresses, and the people.

use chrono::NaiveDate;
use serde::Serialize;

use super::super::written::{Day, given};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::man::authority::authority_of;
use crate::domain::person::Person;
use crate::domain::policy::Policies;
use crate::domain::reach::{Address, EmailEntry, PhoneEntry};

#[derive(Debug, Serialize)]
pub(super) struct PhoneJson<'card> {
    kind: &'static str,
    number: &'card str,
    normal: &'card str,
}

impl<'card> PhoneJson<'card> {
    pub(super) fn of(phone: &'card PhoneEntry) -> PhoneJson<'card> {
        PhoneJson { kind: phone.kind.code(), number: &phone.number, normal: &phone.normal }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct EmailJson<'card> {
    kind: &'static str,
    address: &'card str,
}

impl<'card> EmailJson<'card> {
    pub(super) fn of(email: &'card EmailEntry) -> EmailJson<'card> {
        EmailJson { kind: email.kind.code(), address: &email.address }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct AddressJson<'card> {
    kind: &'static str,
    region: Option<&'card str>,
    street: Option<&'card str>,
    post_code: Option<&'card str>,
    zone: Option<&'card str>,
    order: Option<i64>,
    minutes: Option<i64>,
    from: Option<Day>,
    to: Option<Day>,
    note: Option<&'card str>,
}

impl<'card> AddressJson<'card> {
    pub(super) fn of(address: &'card Address) -> AddressJson<'card> {
        let place = &address.place;
        AddressJson {
            kind: place.kind.code(),
            region: given(&place.region),
            street: given(&place.street),
            post_code: given(&place.post_code),
            zone: given(&place.zone),
            order: place.order,
            minutes: place.minutes,
            from: place.from.map(Day),
            to: place.to.map(Day),
            note: given(&place.access),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct PersonJson<'card> {
    uid: String,
    name: &'card str,
    title: Option<&'card str>,
    roles: Vec<&'static str>,
    from: Option<Day>,
    to: Option<Day>,
    authority: &'static str,
    phones: Vec<PhoneJson<'card>>,
    emails: Vec<EmailJson<'card>>,
}

impl<'card> PersonJson<'card> {
    pub(super) fn of(
        person: &'card Person,
        card: &Card,
        day: NaiveDate,
        policies: &Policies,
    ) -> PersonJson<'card> {
        PersonJson {
            uid: person.uid.to_string(),
            name: &person.name,
            title: given(&person.title),
            roles: person.roles.iter().map(|role| role.code()).collect(),
            from: person.from.map(Day),
            to: person.to.map(Day),
            authority: authority_of(Some(person), &card.assertions, day, policies).answer.code(),
            phones: person.phones.iter().map(PhoneJson::of).collect(),
            emails: person.emails.iter().map(EmailJson::of).collect(),
        }
    }
}
