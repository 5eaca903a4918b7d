//! Small records for the tests of the rules, with what a test does not care about left empty.

use chrono::{Days, NaiveDate};

use super::card::{Card, CardState};
use super::contact::{Contact, ContactKind, Direction, NextAction, Outcome};
use super::id::{AssertionId, CardId, ContactId, MoveId, PersonId, Uid};
use super::man::assertion::{Answer, Assertion, Letter, Strength};
use super::party::Party;
use super::person::{Person, Role};
use super::position::{Move, Position};
use super::standing::{Facts, Introduction};

/// A day as tests write it.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day so many days after the first of 2026.
pub(crate) fn nth_day(days: u64) -> NaiveDate {
    day("2026-01-01") + Days::new(days)
}

/// A card of a party with these people and nothing else.
pub(crate) fn card(party: Party, people: Vec<Person>) -> Card {
    Card {
        id: CardId(1),
        uid: Uid::nil(),
        rev: 1,
        state: CardState::Live,
        code: String::new(),
        name: "海虹印刷".into(),
        short_name: String::new(),
        company: String::new(),
        party,
        kind: None,
        position: Position::Potential,
        channel: None,
        introducer: None,
        tags: Vec::new(),
        phones: Vec::new(),
        emails: Vec::new(),
        addresses: Vec::new(),
        people,
        details: Vec::new(),
        next_action: None,
        agreed_on: None,
        contacts: Vec::new(),
        assertions: Vec::new(),
        moves: Vec::new(),
        assessments: Vec::new(),
        values: Default::default(),
        added_on: nth_day(0),
        created_at: 0,
        updated_at: 0,
    }
}

pub(crate) fn person(id: i64, name: &str, roles: &[Role]) -> Person {
    Person {
        id: PersonId(id),
        uid: Uid::nil(),
        name: name.into(),
        title: String::new(),
        roles: roles.to_vec(),
        from: None,
        to: None,
        phones: Vec::new(),
        emails: Vec::new(),
    }
}

/// Said by the customer; recorded in the order of the ids.
pub(crate) fn said(id: i64, on: NaiveDate, letter: Letter, answer: Answer, person: Option<i64>) -> Assertion {
    Assertion {
        id: AssertionId(id),
        letter,
        answer,
        on,
        recorded_at: id,
        person: person.map(PersonId),
        strength: Strength::Said,
        contact: None,
        note: String::new(),
    }
}

/// Recorded in the order of the ids.
pub(crate) fn contact(id: i64, on: NaiveDate, kind: ContactKind, outcomes: &[Outcome]) -> Contact {
    Contact {
        id: ContactId(id),
        uid: Uid::nil(),
        on,
        recorded_at: id,
        kind,
        direction: Direction::Out,
        person: None,
        outcomes: outcomes.to_vec(),
        note: String::new(),
        promises: Vec::new(),
    }
}

/// Recorded in the order of the ids.
pub(crate) fn change(id: i64, on: NaiveDate, to: Position) -> Move {
    Move {
        id: MoveId(id),
        from: None,
        to,
        on,
        recorded_at: id,
        reason: None,
        note: String::new(),
        contact: None,
        amount: None,
        product: String::new(),
        parting: Default::default(),
        recoverable: Answer::Unknown,
        rival: String::new(),
        offer: String::new(),
        cost: None,
        circumstances: None,
    }
}

pub(crate) fn next_action(on: NaiveDate) -> NextAction {
    NextAction { on, kind: None, note: String::new() }
}

/// A prospect made on the first of 2026, about whom nothing is known.
pub(crate) fn unknown_prospect() -> Facts<'static> {
    Facts {
        party: Party::Individual,
        position: Position::Potential,
        added_on: day("2026-01-01"),
        next_action: None,
        people: &[],
        contacts: &[],
        assertions: &[],
        moves: &[],
        assessments: &[],
        channel: None,
        introduction: Introduction::None,
        cadence: None,
        tier: None,
    }
}

/// A printing house with a user (陈敏, 1) and a decider (周立, 2), as it was told over half a year.
pub(crate) struct PrintingHouse {
    pub people: Vec<Person>,
    pub assertions: Vec<Assertion>,
    pub contacts: Vec<Contact>,
}

impl PrintingHouse {
    pub(crate) fn new() -> PrintingHouse {
        let chen_min = Person { from: Some(day("2026-01-12")), ..person(1, "陈敏", &[Role::User]) };
        let zhou_li = Person { from: Some(day("2026-03-18")), ..person(2, "周立", &[Role::Decider]) };
        PrintingHouse {
            people: vec![chen_min, zhou_li],
            assertions: vec![
                said(1, day("2026-01-12"), Letter::Need, Answer::Yes, Some(1)),
                said(2, day("2026-02-03"), Letter::Authority, Answer::No, Some(1)),
                said(3, day("2026-03-18"), Letter::Money, Answer::Yes, Some(2)),
                said(4, day("2026-03-18"), Letter::Authority, Answer::Yes, Some(2)),
                said(5, day("2026-04-22"), Letter::Need, Answer::No, Some(1)),
                said(6, day("2026-06-09"), Letter::Need, Answer::Yes, Some(2)),
            ],
            contacts: vec![
                contact(1, day("2026-01-12"), ContactKind::Phone, &[]),
                contact(2, day("2026-02-03"), ContactKind::Visit, &[]),
                contact(3, day("2026-03-18"), ContactKind::Fair, &[]),
                contact(4, day("2026-04-22"), ContactKind::Phone, &[]),
                contact(5, day("2026-06-09"), ContactKind::Visit, &[]),
            ],
        }
    }

    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts {
            party: Party::Organisation,
            people: &self.people,
            assertions: &self.assertions,
            contacts: &self.contacts,
            added_on: day("2026-01-12"),
            ..unknown_prospect()
        }
    }
}
