//! The JSON object of a card: what `show`, `list` and `export` print. Keys are stable; new ones may be added.
//!
//! What has no value is `null`, never 0 and never left out.

mod derived;
mod reach;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::details::{self, DetailJson};
use super::history::HistoryJson;
use super::written::{Day, given, instant};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::policy::Policies;
use crate::domain::standing::Standing;
use derived::{CreditJson, ManJson, ValueJson};
use reach::{AddressJson, EmailJson, PersonJson, PhoneJson};

/// Whether the object carries the card's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// Contacts, assertions, moves and assessments too.
    With,
    /// The card and its standing alone.
    Without,
}

/// The object of a card with its standing on a day. Serialize it to get the keys in their order.
pub fn card_json<'card>(
    card: &'card Card,
    standing: &'card Standing,
    day: NaiveDate,
    policies: &Policies,
    history: History,
) -> CardJson<'card> {
    CardJson {
        id: card.id.0,
        uid: card.uid.to_string(),
        code: given(&card.code),
        name: &card.name,
        short_name: given(&card.short_name),
        company: given(&card.company),
        party: card.party.code(),
        kind: card.kind.map(Choice::code),
        position: standing.position.code(),
        tags: &card.tags,
        channel: card.channel.map(Choice::code),
        introducer: card.introducer.map(|introducer| introducer.0),
        phones: card.phones.iter().map(PhoneJson::of).collect(),
        emails: card.emails.iter().map(EmailJson::of).collect(),
        addresses: card.addresses.iter().map(AddressJson::of).collect(),
        people: card.people.iter().map(|person| PersonJson::of(person, card, day, policies)).collect(),
        man: ManJson::of(standing),
        credit: CreditJson::of(card, day, policies),
        value: ValueJson::of(card),
        last_contact_on: standing.last_contact_on.map(Day),
        next_action: card.next_action.as_ref().map(NextJson::of),
        due_on: standing.due_on.map(Day),
        overdue_days: standing.due_on.map(|due| (day - due).num_days()).filter(|days| *days > 0),
        fields: &card.values,
        details: details::by_group(card),
        history: (history == History::With).then(|| HistoryJson::of(card, day, policies)),
        created_at: instant(card.created_at),
        updated_at: instant(card.updated_at),
    }
}

/// A card.
#[derive(Debug, Serialize)]
pub struct CardJson<'card> {
    id: i64,
    uid: String,
    code: Option<&'card str>,
    name: &'card str,
    short_name: Option<&'card str>,
    company: Option<&'card str>,
    party: &'static str,
    kind: Option<&'static str>,
    position: &'static str,
    tags: &'card [String],
    channel: Option<&'static str>,
    introducer: Option<i64>,
    phones: Vec<PhoneJson<'card>>,
    emails: Vec<EmailJson<'card>>,
    addresses: Vec<AddressJson<'card>>,
    people: Vec<PersonJson<'card>>,
    man: ManJson<'card>,
    credit: CreditJson,
    value: ValueJson,
    last_contact_on: Option<Day>,
    next_action: Option<NextJson<'card>>,
    due_on: Option<Day>,
    overdue_days: Option<i64>,
    fields: &'card BTreeMap<String, Vec<String>>,
    details: BTreeMap<&'static str, Vec<DetailJson<'card>>>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    history: Option<HistoryJson<'card>>,
    created_at: String,
    updated_at: String,
}

#[derive(Debug, Serialize)]
struct NextJson<'card> {
    on: Day,
    kind: Option<&'static str>,
    note: Option<&'card str>,
}

impl<'card> NextJson<'card> {
    fn of(next: &'card NextAction) -> NextJson<'card> {
        NextJson { on: Day(next.on), kind: next.kind.map(Choice::code), note: given(&next.note) }
    }
}
