//! Cards and what their day says, on 2026-06-30.

use super::*;
use crate::domain::contact::{Contact, ContactKind, Kept, Promise, Settlement};
use crate::domain::party::Party;
use crate::domain::policy::Policies;
use crate::domain::specimen::{PrintingHouse, card, contact, day, next_action};
use crate::domain::standing::fold;

fn today() -> NaiveDate {
    day("2026-06-30")
}

/// The printing house, last spoken to on the ninth of June.
fn printing_house() -> Card {
    let PrintingHouse { people, assertions, contacts } = PrintingHouse::new();
    Card { assertions, contacts, added_on: day("2026-01-12"), ..card(Party::Organisation, people) }
}

fn on_list(card: &Card, horizon: Horizon) -> Vec<(Matter, String)> {
    let policies = Policies::default();
    let standing = fold(card, today(), &policies);
    let found = entries(card, &standing, &[], horizon, today(), &policies);
    found.into_iter().map(|entry| (entry.matter, entry.on.to_string())).collect()
}

fn promised(by: PromiseBy, due_on: &str, settled: Option<&str>) -> Contact {
    let settled = settled.map(|on| Settlement { on: day(on), kept: Kept::Kept });
    let promise = Promise { settled, ..Promise::open(by, "样品", Some(day(due_on))) };
    Contact { promises: vec![promise], ..contact(9, day("2026-06-09"), ContactKind::Mail, &[]) }
}

#[test]
fn an_ideal_prospect_is_due_a_week_after_the_last_visit() {
    let mut house = printing_house();
    assert_eq!(on_list(&house, Horizon::Today), [(Matter::FollowUp, "2026-06-16".into())]);
    house.next_action = Some(next_action(day("2026-07-03")));
    assert_eq!(on_list(&house, Horizon::Today), []);
    assert_eq!(on_list(&house, Horizon::Week), [(Matter::FollowUp, "2026-07-03".into())]);
}

#[test]
fn promises_come_before_appointments_and_those_before_the_rest() {
    let mut house = printing_house();
    house.next_action = Some(NextAction { kind: Some(ContactKind::Visit), ..next_action(today()) });
    house.contacts.push(promised(PromiseBy::Them, "2026-06-20", None));
    house.contacts.push(promised(PromiseBy::Us, "2026-06-29", None));
    house.values.insert("birth_date".into(), vec!["1988-07-02".into()]);
    let matters: Vec<Matter> = on_list(&house, Horizon::Today).into_iter().map(|entry| entry.0).collect();
    assert_eq!(matters, [Matter::OurPromise, Matter::TheirPromise, Matter::Appointment, Matter::Anniversary]);
}

#[test]
fn a_promise_is_on_the_list_until_it_is_settled() {
    for (due_on, settled, expected) in [
        ("2026-06-20", None, 1),
        ("2026-06-30", None, 1),
        ("2026-07-01", None, 0),
        ("2026-06-20", Some("2026-06-30"), 0),
        ("2026-06-20", Some("2026-07-01"), 1),
    ] {
        let mut house = printing_house();
        house.contacts.push(promised(PromiseBy::Us, due_on, settled));
        let count =
            on_list(&house, Horizon::Today).iter().filter(|entry| entry.0 == Matter::OurPromise).count();
        assert_eq!(count, expected, "{due_on} {settled:?}");
    }
}

#[test]
fn anniversaries_are_seen_a_week_ahead_and_then_forgotten() {
    for (born, expected) in [
        ("1988-06-29", None),
        ("1988-06-30", Some("2026-06-30")),
        ("1988-07-07", Some("2026-07-07")),
        ("1988-07-08", None),
        ("1988-07", None),
    ] {
        let mut house = printing_house();
        house.values.insert("birth_date".into(), vec![born.into()]);
        let found = on_list(&house, Horizon::Today);
        let day = found.iter().find(|entry| entry.0 == Matter::Anniversary).map(|entry| entry.1.as_str());
        assert_eq!(day, expected, "{born}");
    }
}

#[test]
fn letters_that_were_all_yes_are_to_be_confirmed_when_the_first_grows_old() {
    let policies = Policies::default();
    let house = printing_house();
    for (on, expected) in
        [("2026-09-07", None), ("2026-09-08", Some("2026-09-08")), ("2026-12-01", Some("2026-09-08"))]
    {
        let standing = fold(&house, day(on), &policies);
        assert_eq!(standing.lapsed_on.map(|on| on.to_string()).as_deref(), expected, "{on}");
    }
}
