//! Two programs on one file, and what a dead one leaves.

use super::{Place, day};
use crate::domain::contact::{ContactKind, Direction, Kept, Promise, PromiseBy};
use crate::domain::draft::{NewAssertion, NewCard, NewContact, NextChange};
use crate::domain::field::OwnField;
use crate::domain::id::CardId;
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::domain::standing::fold;
use crate::store::{Act, Draft, Progress, Store, StoreError};

fn add(store: &mut Store, name: &str) -> CardId {
    store.write(Act::Add, "", |door| door.add_card(&NewCard::named(name))).unwrap().value
}

#[test]
fn each_sees_what_the_other_writes() {
    let place = Place::new();
    let (mut one, other) = (place.open(), place.open());
    let before = other.data_version().unwrap();
    let card = add(&mut one, "Ana");
    assert_ne!(other.data_version().unwrap(), before);
    assert_eq!(other.card(card).unwrap().unwrap().name, "Ana");
    assert_eq!(one.another().unwrap().card(card).unwrap().unwrap().name, "Ana");
}

#[test]
fn crossing_edits_of_one_field_are_told_and_of_two_are_not() {
    let place = Place::new();
    let (mut one, mut other) = (place.open(), place.open());
    let card = add(&mut one, "Ana");
    other.write(Act::Edit, "", |door| door.set_field(card, "company", &["theirs".into()])).unwrap();
    one.write(Act::Edit, "", |door| door.set_field_from(card, "short_name", &[], &["An".into()])).unwrap();
    let crossed =
        one.write(Act::Edit, "", |door| door.set_field_from(card, "company", &[], &["ours".into()]));
    match crossed {
        Err(StoreError::Crossed { theirs, ours, .. }) => {
            assert_eq!((theirs, ours), (vec!["theirs".into()], vec!["ours".into()]))
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(one.card(card).unwrap().unwrap().company, "theirs");
}

fn phone_call() -> NewContact {
    NewContact {
        on: day("2026-06-30"),
        kind: ContactKind::Phone,
        direction: Direction::Out,
        person: None,
        outcomes: Vec::new(),
        note: String::new(),
        promises: Vec::new(),
        assertions: Vec::new(),
        next_action: None,
    }
}

#[test]
fn a_promise_that_another_program_took_away_is_not_taken_for_the_one_behind_it() {
    let place = Place::new();
    let (mut one, mut other) = (place.open(), place.open());
    let card = add(&mut one, "Ana");
    let promises = |said: &[&str]| {
        let made = said.iter().map(|text| Promise::open(PromiseBy::Us, *text, Some(day("2026-07-03"))));
        NewContact { promises: made.collect(), ..phone_call() }
    };
    let logged = one.write(Act::Log, "", |door| door.log(card, &promises(&["sample", "price"]))).unwrap();
    let sample = one.card(card).unwrap().unwrap().contacts[0].promises[0].id.unwrap();
    other
        .write(Act::Correct, "", |door| {
            door.correct(card, logged.value, &promises(&["price"]), &NextChange::Keep)
        })
        .unwrap();
    let settled = one.write(Act::Settle, "", |door| door.settle_promise(card, sample, Kept::Kept));
    assert!(matches!(settled, Err(StoreError::NoSuchPromise(_))), "{settled:?}");
    let left = one.card(card).unwrap().unwrap().contacts[0].promises.clone();
    assert_eq!((left.len(), left[0].settled), (1, None));
}

#[test]
fn drafts_of_the_dead_are_offered_and_those_of_the_living_are_not() {
    let place = Place::new();
    let draft = |text: &str| Draft { form: "log".into(), card: None, text: text.into() };
    let mut dead = place.open();
    dead.keep_draft(&draft("call 8000 报价")).unwrap();
    let mut living = place.open();
    living.keep_draft(&Draft { form: "add".into(), ..draft("Northwind") }).unwrap();
    let mut next = place.open();
    assert_eq!(next.adopt_drafts().unwrap(), []);
    drop(dead);
    assert_eq!(next.adopt_drafts().unwrap(), [draft("call 8000 报价")]);
    assert_eq!(next.adopt_drafts().unwrap(), [], "they are this session's now");
    next.keep_draft(&draft("")).unwrap();
    drop(next);
    assert_eq!(place.open().adopt_drafts().unwrap(), []);
}

#[test]
fn standings_settle_on_a_later_day_and_serve_every_other() {
    let place = Place::new();
    let mut store = place.open();
    let cards: Vec<CardId> = (0..20).map(|number| add(&mut store, &format!("card {number}"))).collect();
    for (number, &card) in (0..).zip(&cards) {
        let assertion = NewAssertion {
            letter: [Letter::Money, Letter::Authority, Letter::Need][number % 3],
            answer: [Answer::Yes, Answer::No][number % 2],
            on: day("2026-05-01") + chrono::Days::new(number as u64 * 9),
            person: None,
            strength: Strength::Said,
            contact: None,
            note: String::new(),
        };
        store.write(Act::Assert, "", |door| door.assert(card, &assertion)).unwrap();
    }
    for today in ["2027-01-15", "2029-06-30", "2027-06-30", "2026-06-01"] {
        let today = day(today);
        while store.refresh_some(today).unwrap() == Progress::More {}
        let rows = store.rows(&cards, today).unwrap();
        for (row, &card) in rows.iter().zip(&cards) {
            let card = store.card(card).unwrap().unwrap();
            let rebuilt = fold(&card, today, &store.opening.policies);
            let seen = |standing: &crate::domain::standing::Standing| {
                (standing.letters.code(), standing.class, standing.due_on, standing.last_contact_on)
            };
            assert_eq!(seen(&row.standing), seen(&rebuilt), "{} on {today}", card.name);
        }
    }
    let outdated: i64 = store
        .connection
        .query_row("SELECT count(*) FROM standing WHERE until_day <= '2029-06-30'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(outdated, 0);
}

#[cfg(unix)]
#[test]
fn a_file_that_was_taken_away_is_not_written_into_the_void() {
    let place = Place::new();
    let mut store = place.open();
    add(&mut store, "Ana");
    std::fs::rename(&place.file, place.file.with_extension("old")).unwrap();
    let moved = |refused: Option<StoreError>| matches!(refused, Some(StoreError::Moved { .. }));
    assert!(moved(store.write(Act::Add, "", |door| door.add_card(&NewCard::named("Bo"))).err()));
    assert!(moved(store.undo().err()));
    assert!(moved(store.begin_import("list.csv").err()));
    assert!(moved(store.keep_draft(&Draft { form: "log".into(), card: None, text: "call".into() }).err()));
    std::fs::rename(place.file.with_extension("old"), &place.file).unwrap();
    add(&mut store, "Bo");
}

#[test]
fn what_a_newer_program_has_taken_on_meanwhile_is_not_written_to() {
    let place = Place::new();
    let mut store = place.open();
    let ana = add(&mut store, "Ana");
    let newer = place.open();
    newer.connection.pragma_update(None, "user_version", 9_999).unwrap();
    let refused = |refused: Option<StoreError>| matches!(refused, Some(StoreError::Newer { .. }));
    assert!(refused(store.write(Act::Remove, "", |door| door.bin(ana)).err()));
    assert!(refused(store.undo().err()));
    assert_eq!(store.card(ana).unwrap().unwrap().name, "Ana");
}

fn is_blocked_by(store: &mut Store, act: Act) -> bool {
    match store.undo() {
        Err(StoreError::UndoBlocked { later: Some(later), .. }) => later.act == act,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_card_that_another_program_made_somebodys_introducer_stays() {
    let place = Place::new();
    let (mut one, mut other) = (place.open(), place.open());
    let ana = add(&mut other, "Ana");
    let bo = add(&mut one, "Bo");
    other.write(Act::Edit, "", |door| door.set_field(ana, "introducer", &[bo.to_string()])).unwrap();
    assert!(is_blocked_by(&mut one, Act::Edit));
    assert_eq!(one.card(ana).unwrap().unwrap().introducer, Some(bo));
    other.undo().unwrap().unwrap();
    one.undo().unwrap().unwrap();
    assert!(one.card(bo).unwrap().is_none());
}

#[test]
fn a_field_that_another_program_uses_stays() {
    let place = Place::new();
    let (mut one, mut other) = (place.open(), place.open());
    let ana = add(&mut other, "Ana");
    let pet = OwnField::text("pet", "Pet");
    one.write(Act::Field, "Pet", |door| door.new_own_field(&pet)).unwrap();
    other.write(Act::Edit, "", |door| door.set_field(ana, "pet", &["cat".into()])).unwrap();
    assert!(is_blocked_by(&mut one, Act::Edit));
    assert_eq!(one.own_fields().unwrap(), [pet]);
    other.undo().unwrap().unwrap();
    one.undo().unwrap().unwrap();
    assert_eq!(one.own_fields().unwrap(), []);
    one.redo().unwrap().unwrap();
}

#[test]
fn a_contact_that_another_program_took_back_is_not_corrected() {
    let place = Place::new();
    let (mut one, mut other) = (place.open(), place.open());
    let card = add(&mut one, "Ana");
    let contact = other.write(Act::Log, "", |door| door.log(card, &phone_call())).unwrap().value;
    other.undo().unwrap().unwrap();
    let corrected =
        one.write(Act::Correct, "", |door| door.correct(card, contact, &phone_call(), &NextChange::Keep));
    assert!(matches!(corrected, Err(StoreError::NoSuchContact(_))), "{corrected:?}");
    let noted = one.write(Act::Edit, "", |door| door.set_contact_note(card, contact, "", "asks for 8000"));
    assert!(matches!(noted, Err(StoreError::NoSuchContact(_))), "{noted:?}");
    assert_eq!(one.undo().unwrap().unwrap().act, Act::Add, "nothing stands in the way of undo");
}
