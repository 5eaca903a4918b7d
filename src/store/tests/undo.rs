//! Taking back gives the earlier file back, value for value.

use proptest::prelude::*;

use super::{Place, day};
use crate::domain::channel::Channel;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Direction, NextAction, Promise, PromiseBy};
use crate::domain::credit::{Factor, FactorScore, Standard};
use crate::domain::draft::{NewAssertion, NewAssessment, NewCard, NewContact, NewMove, NewPerson, NewPhone};
use crate::domain::field::OwnField;
use crate::domain::id::{CardId, JournalId};
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::domain::person::Role;
use crate::domain::position::{Parting, Position};
use crate::domain::reach::PhoneKind;
use crate::domain::reason::{LossReason, Reason};
use crate::store::search;
use crate::store::{Act, Going, Removal, Step, Stepped, Store, StoreError, Way};

/// All that a person could miss: every table but the journal, without revisions and instants of change.
pub(super) fn dump(store: &Store) -> Vec<String> {
    let tables = [
        "SELECT id, uid, state, batch, code, name, short_name, company, party, kind, started_in, position, sort_key,
                next_on, next_kind, next_note, next_set_on, added_on, created_at FROM card ORDER BY id",
        "SELECT * FROM value ORDER BY card, field, seq",
        "SELECT id, uid, card, name, title, roles, from_day, to_day FROM person ORDER BY id",
        "SELECT * FROM phone ORDER BY id",
        "SELECT * FROM email ORDER BY id",
        "SELECT * FROM address ORDER BY id",
        "SELECT id, uid, card, person, day, recorded_at, kind, direction, outcomes, note FROM contact ORDER BY id",
        "SELECT * FROM promise ORDER BY id",
        "SELECT * FROM assertion ORDER BY id",
        "SELECT * FROM move ORDER BY id",
        "SELECT id, uid, card, standard, day, recorded_at FROM assessment ORDER BY id",
        "SELECT * FROM score ORDER BY id",
        "SELECT id, uid, card, person, group_key FROM detail ORDER BY id",
        "SELECT * FROM detail_value ORDER BY card, detail, field, seq",
        "SELECT * FROM planned_visit ORDER BY id",
        "SELECT * FROM saved_filter ORDER BY id",
        "SELECT * FROM own_field ORDER BY id",
        "SELECT * FROM standing ORDER BY card",
    ];
    let mut lines = Vec::new();
    for sql in tables {
        let mut statement = store.connection.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<String> =
                (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap())).collect();
            lines.push(format!("{} {}", &sql[..40.min(sql.len())], values.join("|")));
        }
    }
    search::each_text(&store.connection, |card, text| lines.push(format!("found by: {card} {text}")))
        .unwrap();
    lines
}

fn add(store: &mut Store, name: &str) -> CardId {
    store.write(Act::Add, name, |door| door.add_card(&NewCard::named(name))).unwrap().value
}

#[test]
fn an_added_card_goes_and_comes_back() {
    let place = Place::new();
    let mut store = place.open();
    let empty = dump(&store);
    let card = add(&mut store, "海虹印刷");
    let full = dump(&store);
    assert_eq!(store.undo().unwrap().unwrap().subject, "海虹印刷");
    assert_eq!(dump(&store), empty);
    assert!(store.card(card).unwrap().is_none());
    store.redo().unwrap().unwrap();
    assert_eq!(dump(&store), full);
    assert!(store.redo().unwrap().is_none());
}

#[derive(Debug, Clone)]
enum Change {
    Add(u8),
    Edit(u8, u8, u8),
    Tags(u8, u8),
    Phones(u8, u8),
    Person(u8, u8),
    Log(u8, u8, u8),
    Assert(u8, u8, u8),
    Next(u8, u8),
    Move(u8, u8),
    Assess(u8, u8),
    Bin(u8),
    Introduce(u8, u8),
    OwnField(u8),
    Several(u8),
}

fn change() -> impl Strategy<Value = Change> {
    let n = || 0..4u8;
    prop_oneof![
        n().prop_map(Change::Add),
        (n(), n(), n()).prop_map(|(card, field, value)| Change::Edit(card, field, value)),
        (n(), n()).prop_map(|(card, tags)| Change::Tags(card, tags)),
        (n(), n()).prop_map(|(card, phones)| Change::Phones(card, phones)),
        (n(), n()).prop_map(|(card, person)| Change::Person(card, person)),
        (n(), n(), n()).prop_map(|(card, day, kind)| Change::Log(card, day, kind)),
        (n(), n(), n()).prop_map(|(card, letter, day)| Change::Assert(card, letter, day)),
        (n(), n()).prop_map(|(card, day)| Change::Next(card, day)),
        (n(), n()).prop_map(|(card, to)| Change::Move(card, to)),
        (n(), n()).prop_map(|(card, points)| Change::Assess(card, points)),
        n().prop_map(Change::Bin),
        (n(), n()).prop_map(|(card, by)| Change::Introduce(card, by)),
        n().prop_map(Change::OwnField),
        n().prop_map(Change::Several),
    ]
}

/// Makes a change; a refused one changes nothing.
fn make(store: &mut Store, cards: &[CardId], change: &Change) -> Result<Option<JournalId>, StoreError> {
    let card = |number: u8| cards[usize::from(number) % cards.len()];
    let on = |number: u8| day("2026-06-25") + chrono::Days::new(u64::from(number));
    let written = store.write(Act::Edit, "a change", |door| match change {
        Change::Add(number) => door.add_card(&rich_card(*number)).map(drop),
        Change::Edit(id, field, value) => {
            let field = ["name", "code", "note", "kind"][usize::from(*field)];
            let values: &[&str] = match (field, value) {
                ("kind", 0) => &[],
                ("kind", 1) => &["enterprise"],
                ("kind", _) => &["agent"],
                (_, 0) => &[""],
                (_, 1) => &["x"],
                (_, 2) => &["y"],
                _ => &["张伟"],
            };
            door.set_field(card(*id), field, &values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>())
        }
        Change::Tags(id, count) => {
            let tags: Vec<String> = (0..*count).map(|tag| format!("tag {tag}")).collect();
            door.set_field(card(*id), "tags", &tags)
        }
        Change::Phones(id, count) => {
            let phone = |number| NewPhone { kind: PhoneKind::Mobile, number: format!("1380013800{number}") };
            door.put_phones(card(*id), None, &(0..*count).map(phone).collect::<Vec<_>>())
        }
        Change::Person(id, number) => {
            let name = ["周立", "陈敏"][usize::from(number % 2)].to_owned();
            let roles = vec![[Role::Decider, Role::User][usize::from(number / 2)]];
            door.put_person(card(*id), &NewPerson { name, roles, ..NewPerson::default() }).map(drop)
        }
        Change::Log(id, number, kind) => door.log(card(*id), &contact(on(*number), *kind)).map(drop),
        Change::Assert(id, letter, number) => door.assert(
            card(*id),
            &NewAssertion {
                letter: Letter::ALL[usize::from(*letter) % 3],
                answer: Answer::ALL[usize::from(*number) % 3],
                on: on(*number),
                person: None,
                strength: Strength::Said,
                contact: None,
                note: String::new(),
            },
        ),
        Change::Next(id, 0) => door.set_next(card(*id), None),
        Change::Next(id, number) => {
            let next = NextAction { on: on(*number), kind: None, note: "call".into() };
            door.set_next(card(*id), Some(&next))
        }
        Change::Move(id, to) => door.move_to(
            card(*id),
            &NewMove {
                to: [Position::Target, Position::Actual, Position::Lost, Position::Potential]
                    [usize::from(*to)],
                reason: Some(Reason::Loss(LossReason::Price)),
                note: "as agreed".into(),
                rival: "Grand".into(),
                product: "40 chairs".into(),
                parting: Parting {
                    contributing: vec![LossReason::Quality, LossReason::Staff],
                    receivables: Some(i64::from(*to)),
                    ..Parting::default()
                },
                ..NewMove::to(Position::Target, day("2026-06-30"))
            },
        ),
        Change::Assess(id, points) => {
            let score =
                FactorScore { factor: Factor::Capital, points: Some(points + 1), note: String::new() };
            let assessment = NewAssessment {
                standard: Standard::FiveC,
                on: on(*points),
                scores: vec![score],
                knock_out: None,
            };
            door.assess(card(*id), &assessment).map(drop)
        }
        Change::Bin(id) => door.bin(card(*id)),
        Change::Introduce(id, by) => door.set_field(card(*id), "introducer", &[card(*by).to_string()]),
        Change::OwnField(number) => door.add_own_field(&OwnField::text(format!("own{number}"), "Own")),
        Change::Several(number) => {
            door.set_field(card(*number), "company", &["one".into()])?;
            door.put_phones(card(*number), None, &[])?;
            door.set_field(card(*number), "company", &[format!("company {number}")])?;
            let made = door.add_card(&rich_card(*number))?;
            door.set_field(made, "short_name", &["short".into()])
        }
    })?;
    Ok(written.journal)
}

fn rich_card(number: u8) -> NewCard {
    NewCard {
        channel: Some(Channel::Fair),
        people: vec![NewPerson { name: "林薇".into(), ..NewPerson::default() }],
        values: vec![("industry".into(), vec!["print".into()])],
        ..NewCard::named(format!("card {number}"))
    }
}

fn contact(on: chrono::NaiveDate, kind: u8) -> NewContact {
    NewContact {
        on,
        kind: [ContactKind::Phone, ContactKind::Mail, ContactKind::Visit, ContactKind::Other]
            [usize::from(kind)],
        direction: Direction::Out,
        person: None,
        outcomes: Vec::new(),
        note: "报价3.2万".into(),
        promises: vec![Promise::open(PromiseBy::Us, "sample", None)],
        assertions: vec![(Letter::Need, Answer::Yes)],
        next_action: (kind == 2).then(|| NextAction { on, kind: None, note: String::new() }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_gives_every_earlier_file_back_and_redoing_every_later_one(
        changes in prop::collection::vec(change(), 1..14)
    ) {
        let place = Place::new();
        let mut store = place.open();
        let cards: Vec<CardId> = (0..3).map(|number| add(&mut store, &format!("start {number}"))).collect();
        let mut states = vec![dump(&store)];
        for change in &changes {
            match make(&mut store, &cards, change) {
                Ok(Some(_)) => states.push(dump(&store)),
                // Nothing changed, or it was refused: nothing may have changed.
                Ok(None) | Err(_) => prop_assert_eq!(&dump(&store), &states[states.len() - 1]),
            }
        }
        for earlier in states.iter().rev().skip(1) {
            store.undo().unwrap().unwrap();
            prop_assert_eq!(&dump(&store), earlier);
        }
        for later in states.iter().skip(1) {
            store.redo().unwrap().unwrap();
            prop_assert_eq!(&dump(&store), later);
        }
    }
}

#[test]
fn a_later_change_of_the_same_value_is_not_lost_and_of_another_one_does_no_harm() {
    let place = Place::new();
    let mut mine = place.open();
    let card = add(&mut mine, "Ana");
    let edit = |store: &mut Store, field: &str, value: &str| {
        store.write(Act::Edit, "", |door| door.set_field(card, field, &[value.into()])).unwrap();
    };
    edit(&mut mine, "company", "mine");
    let mut other = place.open();
    edit(&mut other, "short_name", "other field");
    assert_eq!(mine.undo().unwrap().unwrap().act, Act::Edit, "different fields never stand in the way");
    mine.redo().unwrap().unwrap();
    edit(&mut other, "company", "theirs");
    match mine.undo() {
        Err(StoreError::UndoBlocked { later: Some(later), .. }) => assert!(later.id.0 > 3),
        other => panic!("{other:?}"),
    }
    assert_eq!(mine.card(card).unwrap().unwrap().company, "theirs");
}

#[test]
fn a_new_run_takes_back_the_newest_entry_of_the_file() {
    let place = Place::new();
    add(&mut place.open(), "Ana");
    let mut next_run = place.open();
    assert_eq!(next_run.undo().unwrap().unwrap().subject, "Ana");
    assert!(next_run.undo().unwrap().is_none());
    assert_eq!(place.open().redo().unwrap().unwrap().subject, "Ana");
}

#[test]
fn what_changes_nothing_makes_no_entry() {
    let place = Place::new();
    let mut store = place.open();
    let card = add(&mut store, "Ana");
    let written = store.write(Act::Edit, "", |door| {
        door.set_field(card, "company", &["x".into()])?;
        door.set_field(card, "company", &[])
    });
    assert_eq!(written.unwrap().journal, None);
    assert_eq!(store.journal(None, 9).unwrap().len(), 1);
}

#[test]
fn the_change_that_gave_a_code_to_another_card_is_named() {
    let place = Place::new();
    let mut mine = place.open();
    let (ana, bo) = (add(&mut mine, "Ana"), add(&mut mine, "Bo"));
    let coded = |store: &mut Store, card: CardId, code: &str| {
        store.write(Act::Edit, "", |door| door.set_field(card, "code", &[code.into()])).unwrap();
    };
    coded(&mut mine, ana, "X-1");
    coded(&mut mine, ana, "X-2");
    let mut other = place.open();
    coded(&mut other, bo, "X-1");
    let blocked = mine.undo();
    let Err(StoreError::UndoBlocked { later: Some(later), .. }) = blocked else { panic!("{blocked:?}") };
    assert_eq!((later.act, later.card), (Act::Edit, Some(bo)));
    let first = Step { way: Way::Back, entry: Some(later.id) };
    assert!(matches!(mine.step(first, &mut |_| Going::On), Ok(Stepped::Through(_))));
    mine.undo().unwrap().unwrap();
    assert_eq!(mine.card(ana).unwrap().unwrap().code, "X-1");
}

#[test]
fn putting_back_an_introducer_closes_no_circle() {
    let place = Place::new();
    let (mut one, mut other) = (place.open(), place.open());
    let (ana, bob, cyd) = (add(&mut one, "Ana"), add(&mut one, "Bob"), add(&mut one, "Cyd"));
    let introduce = |store: &mut Store, card: CardId, by: CardId| {
        store.write(Act::Edit, "", |door| door.set_field(card, "introducer", &[by.to_string()])).map(drop)
    };
    introduce(&mut one, ana, bob).unwrap();
    one.undo().unwrap().unwrap();
    introduce(&mut other, bob, ana).unwrap();
    let Err(StoreError::UndoBlocked { later, .. }) = one.redo() else { panic!("a circle") };
    assert_eq!(later.unwrap().card, Some(bob));
    introduce(&mut one, cyd, ana).unwrap();
}

#[test]
fn a_circle_that_is_there_already_ends_the_chain() {
    let place = Place::new();
    let mut store = place.open();
    let (ana, bob, cyd) = (add(&mut store, "Ana"), add(&mut store, "Bob"), add(&mut store, "Cyd"));
    for (card, by) in [(ana, bob), (bob, ana)] {
        crate::store::value::write(&store.connection, card, "introducer", &[by.to_string()]).unwrap();
    }
    store.write(Act::Edit, "", |door| door.set_field(cyd, "introducer", &[ana.to_string()])).unwrap();
}

#[test]
fn a_field_made_again_after_its_values_were_kept_goes_again() {
    let place = Place::new();
    let mut store = place.open();
    let ana = add(&mut store, "Ana");
    let pet = OwnField::text("pet", "Pet");
    store.write(Act::Field, "Pet", |door| door.new_own_field(&pet)).unwrap();
    store.write(Act::Edit, "", |door| door.set_field(ana, "pet", &["cat".into()])).unwrap();
    store.write(Act::Field, "Pet", |door| door.remove_own_field("pet", Removal::AndItsValues)).unwrap();
    let removed = dump(&store);
    store.write(Act::Field, "Pet", |door| door.new_own_field(&pet)).unwrap();
    store.undo().unwrap().unwrap();
    assert_eq!(dump(&store), removed);
    for _ in 0..4 {
        store.undo().unwrap().unwrap();
    }
    assert_eq!(store.own_fields().unwrap(), []);
}
