//! A card just made, as reading it would give it: so that many can be folded without being read again.

use chrono::NaiveDate;

use crate::domain::card::{Card, CardState};
use crate::domain::detail::{Detail, NewDetail};
use crate::domain::draft::{NewCard, NewEmail, NewPerson, NewPhone};
use crate::domain::id::{CardId, EntryId, PersonId, Uid};
use crate::domain::person::Person;
use crate::domain::position::Move;
use crate::domain::reach::{Address, EmailEntry, PhoneEntry};

/// The card a draft has become. The rows of its records are not known here, and neither fold nor search
/// looks at them.
pub(super) fn as_card(id: CardId, new: NewCard, day: NaiveDate, now: i64) -> Card {
    let mut values = new.values;
    values.retain(|(_, values)| !values.is_empty());
    Card {
        id,
        uid: Uid::nil(),
        rev: 1,
        state: CardState::Live,
        code: new.code,
        name: new.name,
        short_name: new.short_name,
        company: new.company,
        party: new.party,
        kind: new.kind,
        position: new.position,
        channel: new.channel,
        introducer: new.introducer,
        tags: new.tags,
        phones: phones(new.phones),
        emails: emails(new.emails),
        addresses: new.addresses.into_iter().map(|place| Address { id: EntryId(0), place }).collect(),
        people: new.people.into_iter().map(person).collect(),
        details: new.details.into_iter().map(detail).collect(),
        agreed_on: new.next_action.as_ref().map(|_| day),
        next_action: new.next_action,
        contacts: Vec::new(),
        assertions: Vec::new(),
        moves: vec![Move::start(new.position, day, now)],
        assessments: Vec::new(),
        values: values.into_iter().collect(),
        added_on: day,
        created_at: now,
        updated_at: now,
    }
}

fn person(new: NewPerson) -> Person {
    Person {
        id: PersonId(0),
        uid: Uid::nil(),
        name: new.name,
        title: new.title,
        roles: new.roles,
        from: new.from,
        to: new.to,
        phones: phones(new.phones),
        emails: emails(new.emails),
    }
}

fn detail(new: NewDetail) -> Detail {
    let said = new.parts.into_iter().filter(|(_, values)| !values.is_empty());
    Detail {
        id: EntryId(0),
        uid: Uid::nil(),
        group: new.group,
        // Whom it is of is known when the people have their rows.
        person: None,
        parts: said.map(|(part, values)| (part.to_owned(), values)).collect(),
    }
}

fn phones(phones: Vec<NewPhone>) -> Vec<PhoneEntry> {
    let entry = |phone: NewPhone| PhoneEntry {
        id: EntryId(0),
        kind: phone.kind,
        normal: super::value::phone_normal(&phone.number),
        number: phone.number,
    };
    phones.into_iter().map(entry).collect()
}

fn emails(emails: Vec<NewEmail>) -> Vec<EmailEntry> {
    let entry = |email: NewEmail| EmailEntry { id: EntryId(0), kind: email.kind, address: email.address };
    emails.into_iter().map(entry).collect()
}
