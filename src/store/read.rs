//! Reading a card, whole.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::cell::{choice, choices, damaged, day, optional_choice, optional_day};
use super::error::Result;
use crate::domain::card::{Card, CardState};
use crate::domain::circumstances::Circumstances;
use crate::domain::column::Part;
use crate::domain::contact::{Contact, NextAction, Promise, Settlement};
use crate::domain::credit::{Assessment, FactorScore};
use crate::domain::detail::{Detail, DetailGroup};
use crate::domain::field::key;
use crate::domain::id::{
    AssertionId, AssessmentId, CardId, ContactId, EntryId, MoveId, PersonId, PromiseId, Uid,
};
use crate::domain::man::assertion::Assertion;
use crate::domain::person::Person;
use crate::domain::position::{Move, Parting};
use crate::domain::reach::{Address, EmailEntry, PhoneEntry, Place};
use crate::domain::reason::Reason;

/// Rows of a card, each made into something.
fn all<T>(
    connection: &Connection,
    sql: &str,
    card: CardId,
    mut make: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([card.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(make(row)?);
    }
    Ok(found)
}

/// A card with its history; `None` when there is no such row.
pub(super) fn card(connection: &Connection, id: CardId) -> Result<Option<Card>> {
    let Some(mut card) = with_history(connection, id)? else { return Ok(None) };
    reach(connection, &mut card)?;
    card.details = details(connection, id)?;
    Ok(Some(card))
}

/// A card with all that its standing is folded from, and no more: neither phones, e-mails and addresses, nor
/// details. `None` when there is no such row.
pub(super) fn with_history(connection: &Connection, id: CardId) -> Result<Option<Card>> {
    let Some(mut card) = row(connection, id)? else { return Ok(None) };
    values(connection, &mut card)?;
    card.people = people(connection, id)?;
    card.contacts = contacts(connection, id)?;
    card.assertions = assertions(connection, id)?;
    add_moves(connection, &mut card)?;
    card.assessments = assessments(connection, id)?;
    Ok(Some(card))
}

/// A card with these parts of it and no history; `None` when there is no such row.
pub(super) fn parts(connection: &Connection, id: CardId, parts: &[Part]) -> Result<Option<Card>> {
    let Some(mut card) = row(connection, id)? else { return Ok(None) };
    if parts.contains(&Part::Values) {
        values(connection, &mut card)?;
    }
    if parts.contains(&Part::Reach) {
        card.people = people(connection, id)?;
        reach(connection, &mut card)?;
    }
    if parts.contains(&Part::Details) {
        card.details = details(connection, id)?;
    }
    Ok(Some(card))
}

/// What stands in the row of a card; `None` when there is none.
fn row(connection: &Connection, id: CardId) -> Result<Option<Card>> {
    let mut statement = connection.prepare_cached(
        "SELECT uid, rev, state, code, name, short_name, company, party, kind, position,
                next_on, next_kind, next_note, added_on, created_at, updated_at, started_in, next_set_on
         FROM card WHERE id = ?1",
    )?;
    statement.query_row([id.0], |row| Ok(bare_card(id, row))).optional()?.transpose()
}

fn bare_card(id: CardId, row: &Row<'_>) -> Result<Card> {
    let next_on = optional_day(row.get(10)?)?;
    let next_action = match next_on {
        Some(on) => Some(NextAction { on, kind: optional_choice(row.get(11)?)?, note: row.get(12)? }),
        None => None,
    };
    let (added_on, created_at) = (day(&row.get::<_, String>(13)?)?, row.get(14)?);
    Ok(Card {
        id,
        uid: uid(row, 0)?,
        rev: row.get(1)?,
        state: match row.get(2)? {
            0 => CardState::Live,
            1 => CardState::Binned,
            _ => CardState::Withdrawn,
        },
        code: row.get(3)?,
        name: row.get(4)?,
        short_name: row.get(5)?,
        company: row.get(6)?,
        party: choice(&row.get::<_, String>(7)?)?,
        kind: optional_choice(row.get(8)?)?,
        position: choice(&row.get::<_, String>(9)?)?,
        channel: None,
        introducer: None,
        tags: Vec::new(),
        phones: Vec::new(),
        emails: Vec::new(),
        addresses: Vec::new(),
        people: Vec::new(),
        details: Vec::new(),
        next_action,
        agreed_on: optional_day(row.get(17)?)?,
        contacts: Vec::new(),
        assertions: Vec::new(),
        moves: vec![Move::start(choice(&row.get::<_, String>(16)?)?, added_on, created_at)],
        assessments: Vec::new(),
        values: BTreeMap::new(),
        added_on,
        created_at,
        updated_at: row.get(15)?,
    })
}

pub(super) fn uid(row: &Row<'_>, column: usize) -> Result<Uid> {
    let bytes: Vec<u8> = row.get(column)?;
    Uid::from_slice(&bytes).map_err(|_| damaged("uid", &format!("{bytes:?}")))
}

/// Fields without a column; three of them have a place of their own on the card.
fn values(connection: &Connection, card: &mut Card) -> Result<()> {
    let sql = "SELECT field, text FROM value WHERE card = ?1 ORDER BY field, seq";
    let found =
        all(connection, sql, card.id, |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    for (field, text) in found {
        match field.as_str() {
            key::CHANNEL => card.channel = Some(choice(&text)?),
            key::INTRODUCER => {
                card.introducer = Some(CardId(text.parse().map_err(|_| damaged(key::INTRODUCER, &text))?));
            }
            key::TAGS => card.tags.push(text),
            _ => card.values.entry(field).or_default().push(text),
        }
    }
    Ok(())
}

fn people(connection: &Connection, card: CardId) -> Result<Vec<Person>> {
    let sql = "SELECT id, uid, name, title, roles, from_day, to_day FROM person WHERE card = ?1 ORDER BY id";
    all(connection, sql, card, |row| {
        Ok(Person {
            id: PersonId(row.get(0)?),
            uid: uid(row, 1)?,
            name: row.get(2)?,
            title: row.get(3)?,
            roles: choices(&row.get::<_, String>(4)?)?,
            from: optional_day(row.get(5)?)?,
            to: optional_day(row.get(6)?)?,
            phones: Vec::new(),
            emails: Vec::new(),
        })
    })
}

/// Phones, e-mails and addresses, each to the card or to its person.
fn reach(connection: &Connection, card: &mut Card) -> Result<()> {
    let sql = "SELECT id, kind, number, normal, person FROM phone WHERE card = ?1 ORDER BY id";
    let phones = all(connection, sql, card.id, |row| {
        let phone = PhoneEntry {
            id: EntryId(row.get(0)?),
            kind: choice(&row.get::<_, String>(1)?)?,
            number: row.get(2)?,
            normal: row.get(3)?,
        };
        Ok((phone, row.get::<_, Option<i64>>(4)?.map(PersonId)))
    })?;
    for (phone, person) in phones {
        match person {
            None => card.phones.push(phone),
            Some(id) => on_person(&mut card.people, id, |person| person.phones.push(phone)),
        }
    }
    let sql = "SELECT id, kind, address, person FROM email WHERE card = ?1 ORDER BY id";
    let emails = all(connection, sql, card.id, |row| {
        let email = EmailEntry {
            id: EntryId(row.get(0)?),
            kind: choice(&row.get::<_, String>(1)?)?,
            address: row.get(2)?,
        };
        Ok((email, row.get::<_, Option<i64>>(3)?.map(PersonId)))
    })?;
    for (email, person) in emails {
        match person {
            None => card.emails.push(email),
            Some(id) => on_person(&mut card.people, id, |person| person.emails.push(email)),
        }
    }
    let sql = "SELECT id, kind, region, street, post_code, zone, route, minutes, from_day, to_day, access FROM address
               WHERE card = ?1 ORDER BY id";
    card.addresses = all(connection, sql, card.id, |row| {
        Ok(Address {
            id: EntryId(row.get(0)?),
            place: Place {
                kind: choice(&row.get::<_, String>(1)?)?,
                region: row.get(2)?,
                street: row.get(3)?,
                post_code: row.get(4)?,
                zone: row.get(5)?,
                order: row.get(6)?,
                minutes: row.get(7)?,
                from: optional_day(row.get(8)?)?,
                to: optional_day(row.get(9)?)?,
                access: row.get(10)?,
            },
        })
    })?;
    Ok(())
}

fn on_person(people: &mut [Person], id: PersonId, work: impl FnOnce(&mut Person)) {
    if let Some(person) = people.iter_mut().find(|person| person.id == id) {
        work(person);
    }
}

/// The details of a card. Those of a group that this version does not know are left where they are.
pub(super) fn details(connection: &Connection, card: CardId) -> Result<Vec<Detail>> {
    let sql = "SELECT id, uid, group_key, person FROM detail WHERE card = ?1 ORDER BY id";
    let mut details: Vec<Detail> = Vec::new();
    let known = all(connection, sql, card, |row| {
        let Some(group) = DetailGroup::with_key(&row.get::<_, String>(2)?) else { return Ok(None) };
        let person = row.get::<_, Option<i64>>(3)?.map(PersonId);
        let (id, uid) = (EntryId(row.get(0)?), uid(row, 1)?);
        Ok(Some(Detail { id, uid, group, person, parts: BTreeMap::new() }))
    })?;
    details.extend(known.into_iter().flatten());
    if details.is_empty() {
        return Ok(details);
    }
    let sql = "SELECT detail, field, text FROM detail_value WHERE card = ?1 ORDER BY detail, field, seq";
    let values = all(connection, sql, card, |row| {
        Ok((EntryId(row.get(0)?), row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    })?;
    for (id, part, text) in values {
        if let Ok(place) = details.binary_search_by_key(&id, |detail| detail.id) {
            details[place].parts.entry(part).or_default().push(text);
        }
    }
    Ok(details)
}

fn contacts(connection: &Connection, card: CardId) -> Result<Vec<Contact>> {
    let sql = "SELECT id, uid, day, recorded_at, kind, direction, person, outcomes, note
               FROM contact WHERE card = ?1 ORDER BY day DESC, id DESC";
    let mut contacts = all(connection, sql, card, |row| {
        Ok(Contact {
            id: ContactId(row.get(0)?),
            uid: uid(row, 1)?,
            on: day(&row.get::<_, String>(2)?)?,
            recorded_at: row.get(3)?,
            kind: choice(&row.get::<_, String>(4)?)?,
            direction: choice(&row.get::<_, String>(5)?)?,
            person: row.get::<_, Option<i64>>(6)?.map(PersonId),
            outcomes: choices(&row.get::<_, String>(7)?)?,
            note: row.get(8)?,
            promises: Vec::new(),
        })
    })?;
    if contacts.is_empty() {
        return Ok(contacts);
    }
    let sql = "SELECT contact, owed_by, text, due_on, settled_on, settled_as, id FROM promise
               WHERE card = ?1 ORDER BY id";
    let promises = all(connection, sql, card, |row| {
        let promise = Promise {
            id: Some(PromiseId(row.get(6)?)),
            by: choice(&row.get::<_, String>(1)?)?,
            text: row.get(2)?,
            due_on: optional_day(row.get(3)?)?,
            settled: optional_day(row.get(4)?)?
                .zip(optional_choice(row.get(5)?)?)
                .map(|(on, kept)| Settlement { on, kept }),
        };
        Ok((ContactId(row.get(0)?), promise))
    })?;
    for (id, promise) in promises {
        if let Some(contact) = contacts.iter_mut().find(|contact| contact.id == id) {
            contact.promises.push(promise);
        }
    }
    Ok(contacts)
}

fn assertions(connection: &Connection, card: CardId) -> Result<Vec<Assertion>> {
    let sql = "SELECT id, letter, answer, day, recorded_at, person, strength, contact, note
               FROM assertion WHERE card = ?1 ORDER BY day, id";
    all(connection, sql, card, |row| {
        Ok(Assertion {
            id: AssertionId(row.get(0)?),
            letter: choice(&row.get::<_, String>(1)?)?,
            answer: choice(&row.get::<_, String>(2)?)?,
            on: day(&row.get::<_, String>(3)?)?,
            recorded_at: row.get(4)?,
            person: row.get::<_, Option<i64>>(5)?.map(PersonId),
            strength: choice(&row.get::<_, String>(6)?)?,
            contact: row.get::<_, Option<i64>>(7)?.map(ContactId),
            note: row.get(8)?,
        })
    })
}

/// The moves after the first, in the order of their days; the first comes before others of its day.
fn add_moves(connection: &Connection, card: &mut Card) -> Result<()> {
    let sql =
        "SELECT id, from_position, to_position, day, recorded_at, reason, note, contact, amount, recoverable,
                      rival, offer, cost, letters, class, policy, channel, introducer, first_contact_on, contacts,
                      last_order_on, product, contributing, historic_value, receivables, second_life
               FROM move WHERE card = ?1 ORDER BY day, id";
    card.moves.extend(all(connection, sql, card.id, |row| {
        let reason: Option<String> = row.get(5)?;
        let reason = match reason {
            Some(code) => Some(Reason::from_code(&code).ok_or_else(|| damaged("reason", &code))?),
            None => None,
        };
        Ok(Move {
            id: MoveId(row.get(0)?),
            from: optional_choice(row.get(1)?)?,
            to: choice(&row.get::<_, String>(2)?)?,
            on: day(&row.get::<_, String>(3)?)?,
            recorded_at: row.get(4)?,
            reason,
            note: row.get(6)?,
            contact: row.get::<_, Option<i64>>(7)?.map(ContactId),
            amount: row.get(8)?,
            product: row.get(21)?,
            parting: Parting {
                contributing: choices(&row.get::<_, String>(22)?)?,
                historic_value: row.get(23)?,
                receivables: row.get(24)?,
                second_life: row.get(25)?,
            },
            recoverable: choice(&row.get::<_, String>(9)?)?,
            rival: row.get(10)?,
            offer: row.get(11)?,
            cost: row.get(12)?,
            circumstances: circumstances(row)?,
        })
    })?);
    // A customer is met before there is a card: what is known of earlier days comes after the start.
    let first = card.moves.iter().filter(|change| change.from.is_some()).map(|change| change.on).min();
    let start = card.moves.iter_mut().find(|change| change.from.is_none());
    if let (Some(first), Some(start)) = (first, start) {
        start.on = start.on.min(first);
    }
    // A stable sort.
    card.moves.sort_by_key(|change| change.on);
    Ok(())
}

/// What was known when a card was moved; nothing in rows of earlier versions.
fn circumstances(row: &Row<'_>) -> Result<Option<Circumstances>> {
    let (Some(letters), Some(class)) = (row.get(13)?, optional_choice(row.get(14)?)?) else {
        return Ok(None);
    };
    Ok(Some(Circumstances {
        letters,
        class,
        policy: row.get::<_, Option<String>>(15)?.unwrap_or_default(),
        channel: optional_choice(row.get(16)?)?,
        introducer: row.get::<_, Option<i64>>(17)?.map(CardId),
        first_contact_on: optional_day(row.get(18)?)?,
        contacts: row.get::<_, Option<u32>>(19)?.unwrap_or_default(),
        last_order_on: optional_day(row.get(20)?)?,
    }))
}

fn assessments(connection: &Connection, card: CardId) -> Result<Vec<Assessment>> {
    let sql = "SELECT id, uid, standard, day, recorded_at, knock_out FROM assessment WHERE card = ?1 ORDER BY day, id";
    let mut assessments = all(connection, sql, card, |row| {
        Ok(Assessment {
            id: AssessmentId(row.get(0)?),
            uid: uid(row, 1)?,
            standard: choice(&row.get::<_, String>(2)?)?,
            on: day(&row.get::<_, String>(3)?)?,
            recorded_at: row.get(4)?,
            scores: Vec::new(),
            knock_out: optional_choice(row.get(5)?)?,
        })
    })?;
    if assessments.is_empty() {
        return Ok(assessments);
    }
    let sql = "SELECT assessment, factor, points, note FROM score WHERE card = ?1 ORDER BY id";
    let scores = all(connection, sql, card, |row| {
        let score = FactorScore {
            factor: choice(&row.get::<_, String>(1)?)?,
            points: row.get(2)?,
            note: row.get(3)?,
        };
        Ok((AssessmentId(row.get(0)?), score))
    })?;
    for (id, score) in scores {
        if let Some(assessment) = assessments.iter_mut().find(|assessment| assessment.id == id) {
            assessment.scores.push(score);
        }
    }
    Ok(assessments)
}
