//! A card just made, as reading it would give it: so that many can be folded without being read again.

use chrono::NaiveDate;

use crate::domain::card::{Card, CardState};
use crate::domain::detail::{Detail, NewDetail};
use crate::domain::draft::{NewCard, NewEmail, NewPhone};
use crate::domain::id::{CardId, EntryId, PersonId, Uid};
use crate::domain::person::Person;
use crate::domain::position::Move;
use crate::domain::reach::{Address, EmailEntry, PhoneEntry};

/// The card a draft has become. The rows of its records are not known here, and neither fold nor search
/// looks at them.
pub(super) fn as_card(id: CardId, new: &NewCard, day: NaiveDate, now: i64) -> Card {
    Card {
        id,
        uid: Uid::nil(),
        rev: 1,
        state: CardState::Live,
        code: new.code.clone(),
        name: new.name.clone(),
        short_name: new.short_name.clone(),
        company: new.company.clone(),
        party: new.party,
        kind: new.kind,
        position: new.position,
        channel: new.channel,
        introducer: new.introducer,
        tags: new.tags.clone(),
        phones: phones(&new.phones),
        emails: emails(&new.emails),
        addresses: new
            .addresses
            .iter()
            .map(|place| Address { id: EntryId(0), place: place.clone() })
            .collect(),
        people: new
            .people
            .iter()
            .map(|person| Person {
                id: PersonId(0),
                uid: Uid::nil(),
                name: person.name.clone(),
                title: person.title.clone(),
                roles: person.roles.clone(),
                from: person.from,
                to: person.to,
                phones: phones(&person.phones),
                emails: emails(&person.emails),
            })
            .collect(),
        details: new.details.iter().map(detail).collect(),
        next_action: new.next_action.clone(),
        contacts: Vec::new(),
        assertions: Vec::new(),
        moves: vec![Move::start(new.position, day, now)],
        assessments: Vec::new(),
        values: new.values.iter().filter(|(_, values)| !values.is_empty()).cloned().collect(),
        added_on: day,
        created_at: now,
        updated_at: now,
    }
}

fn detail(new: &NewDetail) -> Detail {
    let said = new.parts.iter().filter(|(_, values)| !values.is_empty());
    Detail {
        id: EntryId(0),
        uid: Uid::nil(),
        group: new.group,
        // Whom it is of is known when the people have their rows.
        person: None,
        parts: said.map(|(part, values)| ((*part).to_owned(), values.clone())).collect(),
    }
}

fn phones(phones: &[NewPhone]) -> Vec<PhoneEntry> {
    let entry = |phone: &NewPhone| PhoneEntry {
        id: EntryId(0),
        kind: phone.kind,
        number: phone.number.clone(),
        normal: super::value::phone_normal(&phone.number),
    };
    phones.iter().map(entry).collect()
}

fn emails(emails: &[NewEmail]) -> Vec<EmailEntry> {
    let entry =
        |email: &NewEmail| EmailEntry { id: EntryId(0), kind: email.kind, address: email.address.clone() };
    emails.iter().map(entry).collect()
}
