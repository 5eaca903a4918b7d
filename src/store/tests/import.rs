//! Bringing many cards in, taking them back, and knowing them again.

use super::undo::dump;
use super::{Place, day};
use crate::domain::draft::{NewCard, NewPhone};
use crate::domain::field::OwnField;
use crate::domain::id::CardId;
use crate::domain::query::Query;
use crate::domain::reach::PhoneKind;
use crate::store::{
    Act, ImportRow, NameSource, OnDuplicate, OpenEntry, Ready, RowOutcome, Sort, Store, StoreError,
};

fn row(number: u8, name: &str, on_duplicate: OnDuplicate) -> ImportRow {
    ImportRow { card: NewCard::named(name), named: NameSource::Name, fingerprint: [number; 16], on_duplicate }
}

fn with_phone(number: u8, name: &str, phone: &str, on_duplicate: OnDuplicate) -> ImportRow {
    let mut row = row(number, name, on_duplicate);
    row.card.phones.push(NewPhone { kind: PhoneKind::Mobile, number: phone.into() });
    row
}

pub(super) fn bring_in(store: &mut Store, import: OpenEntry, rows: &[ImportRow]) -> Vec<RowOutcome> {
    let mut preparer = store.preparer(import).unwrap();
    let mut rows: Vec<Ready> = rows.iter().map(|row| preparer.ready(row.clone()).unwrap()).collect();
    store.import_piece(import, &[], &mut rows, &|| false).unwrap()
}

fn outcomes(store: &mut Store, rows: &[ImportRow]) -> String {
    let import = store.begin_import("list.csv").unwrap();
    let outcomes = bring_in(store, import, rows);
    store.finish_import(import).unwrap();
    outcomes
        .iter()
        .map(|outcome| match outcome {
            RowOutcome::Added(_) => 'a',
            RowOutcome::Updated(_) => 'u',
            RowOutcome::Skipped(_) => 's',
            RowOutcome::Refused(_) => 'r',
        })
        .collect()
}

fn names(store: &Store) -> Vec<String> {
    let ids = store.list(&Query::default(), &Sort::default(), day("2026-06-30"), None).unwrap();
    store.rows(&ids, day("2026-06-30")).unwrap().into_iter().map(|row| row.name).collect()
}

#[test]
fn the_same_file_again_adds_nothing() {
    use OnDuplicate::{Keep, Skip, Update};
    let place = Place::new();
    let mut store = place.open();
    let rows = |how| vec![row(1, "Ana", how), with_phone(2, "Bo", "13800138000", how)];
    for (how, expected, entries) in [(Skip, "aa", 1), (Skip, "ss", 1), (Update, "ss", 1), (Keep, "aa", 2)] {
        assert_eq!(outcomes(&mut store, &rows(how)), expected, "{how:?}");
        assert_eq!(store.journal(None, 99).unwrap().len(), entries, "{how:?}");
    }
}

#[test]
fn rows_are_known_again_after_their_import_was_taken_back_and_put_back() {
    let place = Place::new();
    let mut store = place.open();
    let rows = [row(1, "Ana", OnDuplicate::Skip)];
    assert_eq!(outcomes(&mut store, &rows), "a");
    store.undo().unwrap().unwrap();
    assert_eq!(names(&store), Vec::<String>::new());
    store.redo().unwrap().unwrap();
    assert_eq!(outcomes(&mut store, &rows), "s");
    store.undo().unwrap().unwrap();
    assert_eq!(outcomes(&mut store, &rows), "a");
    assert_eq!(names(&store), ["Ana"]);
}

#[test]
fn an_import_that_could_not_be_ended_is_waited_for_by_nobody() {
    let place = Place::new();
    let mut store = place.open();
    let rows = [row(1, "Ana", OnDuplicate::Skip)];
    let left = store.begin_import("list.csv").unwrap();
    bring_in(&mut store, left, &rows);
    let again = store.begin_import("list.csv").unwrap();
    let mut preparer = store.preparer(again).unwrap();
    let mut ready = [preparer.ready(rows[0].clone()).unwrap()];
    let outcomes = store.import_piece(again, &[], &mut ready, &|| true).unwrap();
    assert!(matches!(outcomes[..], [RowOutcome::Added(_)]), "{outcomes:?}");
    store.finish_import(again).unwrap();
    assert_eq!((names(&store), store.journal(None, 99).unwrap().len()), (vec!["Ana".to_owned()], 1));
}

#[test]
fn an_import_is_taken_back_whole_with_what_it_updated() {
    let place = Place::new();
    let mut store = place.open();
    store.write(Act::Add, "", |door| door.add_card(&row(0, "Old", OnDuplicate::Keep).card)).unwrap();
    let mut old = store.list(&Query::default(), &Sort::default(), day("2026-06-30"), None).unwrap();
    let old = old.remove(0);
    store.write(Act::Edit, "", |door| door.set_field(old, "code", &["K1".into()])).unwrap();
    let before = dump(&store);
    let mut update = with_phone(1, "Renamed", "13800138000", OnDuplicate::Update);
    update.card.code = "K1".into();
    update.card.values.push(("note".into(), vec!["met at the fair".into()]));
    assert_eq!(outcomes(&mut store, &[update, row(2, "New", OnDuplicate::Update)]), "ua");
    assert_eq!(names(&store), ["New", "Renamed"]);
    let entry = store.undo().unwrap().unwrap();
    assert_eq!((entry.subject.as_str(), entry.count), ("list.csv", 2));
    let after: Vec<String> = dump(&store).into_iter().filter(|line| !line.contains("New")).collect();
    assert!(before.iter().all(|line| after.contains(line)), "{before:#?}\n{after:#?}");
    assert_eq!(names(&store), ["Old"]);
    store.redo().unwrap().unwrap();
    assert_eq!(names(&store), ["New", "Renamed"]);
}

#[test]
fn a_note_is_replaced_by_the_list_that_wrote_it_and_by_no_other() {
    let noted = |number: u8, note: &str| {
        let mut row = with_phone(number, "Ana", "13800138000", OnDuplicate::Update);
        row.card.values.push(("note".into(), vec![note.into()]));
        row
    };
    let place = Place::new();
    let mut store = place.open();
    let note = |store: &Store| store.card(CardId(1)).unwrap().unwrap().values["note"].join("\n");
    outcomes(&mut store, &[noted(1, "met at the fair")]);
    outcomes(&mut store, &[noted(2, "visits in June")]);
    assert_eq!(note(&store), "visits in June", "the same list says something else now");
    outcomes(&mut store, &[noted(3, "one row"), noted(4, "and the next")]);
    assert_eq!(note(&store), "one row\nand the next", "two rows of one list do not outdo each other");
    let import = store.begin_import("other.csv").unwrap();
    bring_in(&mut store, import, &[noted(5, "asks for prices")]);
    store.finish_import(import).unwrap();
    assert_eq!(note(&store), "one row\nand the next\nasks for prices", "another list adds to it");
    store.undo().unwrap();
    store.write(Act::Edit, "", |door| door.set_field(CardId(1), "note", &["my own".into()])).unwrap();
    outcomes(&mut store, &[noted(6, "met at the fair")]);
    assert_eq!(note(&store), "my own\nmet at the fair", "what a person wrote stays");
}

#[test]
fn a_refused_row_leaves_nothing_and_stops_nobody() {
    let place = Place::new();
    let mut store = place.open();
    let mut unknown_field = row(1, "Half", OnDuplicate::Keep);
    unknown_field.card.values.push(("shoe".into(), vec!["42".into()]));
    let rows = [row(0, " ", OnDuplicate::Keep), unknown_field, row(2, "Whole", OnDuplicate::Keep)];
    assert_eq!(outcomes(&mut store, &rows), "rra");
    assert_eq!(names(&store), ["Whole"]);
}

#[test]
fn a_refused_row_that_meets_a_card_leaves_no_field_of_its_own_behind() {
    let place = Place::new();
    let mut store = place.open();
    outcomes(&mut store, &[with_phone(1, "Bo", "13900139000", OnDuplicate::Update)]);
    let card = CardId(1);
    let field = OwnField::text("shoe", "Shoe");
    let mut crossing = with_phone(2, "Bo", "13900139000", OnDuplicate::Update);
    crossing.card.values.push(("shoe".into(), vec!["42".into()]));
    crossing.card.introducer = Some(card);
    let import = store.begin_import("list.csv").unwrap();
    let mut preparer = store.preparer(import).unwrap();
    let mut ready = [preparer.ready(crossing).unwrap()];
    let outcomes = store.import_piece(import, &[field], &mut ready, &|| false).unwrap();
    assert!(matches!(outcomes[..], [RowOutcome::Refused(_)]), "{outcomes:?}");
    assert_eq!(store.own_fields().unwrap(), Vec::new());
    assert_eq!(store.finish_import(import).unwrap(), None);
}

#[test]
fn what_another_program_wrote_between_two_pieces_is_not_taken_back_with_the_import() {
    let place = Place::new();
    let mut store = place.open();
    let renamed = |number, name| with_phone(number, name, "13800138000", OnDuplicate::Update);
    outcomes(&mut store, &[renamed(1, "Ana")]);
    let import = store.begin_import("list.csv").unwrap();
    bring_in(&mut store, import, &[renamed(2, "First")]);
    let mut other = place.open();
    other.write(Act::Edit, "", |door| door.set_field(CardId(1), "name", &["Theirs".into()])).unwrap();
    bring_in(&mut store, import, &[renamed(3, "Second")]);
    store.finish_import(import).unwrap();
    assert_eq!(names(&store), ["Second"]);
    store.undo().unwrap();
    assert_eq!(names(&store), ["Theirs"]);
    store.redo().unwrap();
    assert_eq!(names(&store), ["Second"]);
}

#[test]
fn an_import_of_a_dead_program_is_taken_back_at_the_next_opening() {
    let place = Place::new();
    let mut store = place.open();
    let import = store.begin_import("list.csv").unwrap();
    bring_in(&mut store, import, &[row(1, "Ana", OnDuplicate::Skip)]);
    assert_eq!(names(&place.open()), ["Ana"], "its program lives");
    drop(store);
    let store = place.open();
    assert_eq!(names(&store), Vec::<String>::new());
    assert!(store.journal(None, 9).unwrap().iter().all(|entry| entry.undone));
}

#[test]
fn an_import_stands_when_its_cards_were_worked_on() {
    let place = Place::new();
    let mut store = place.open();
    outcomes(&mut store, &[row(1, "Ana", OnDuplicate::Skip)]);
    let card = store.list(&Query::default(), &Sort::default(), day("2026-06-30"), None).unwrap()[0];
    let mut other = place.open();
    other.write(Act::Edit, "", |door| door.set_field(card, "company", &["Northwind".into()])).unwrap();
    match store.undo() {
        Err(StoreError::UndoBlocked { later: Some(later), .. }) => assert_eq!(later.act, Act::Edit),
        other => panic!("{other:?}"),
    }
    assert_eq!(names(&store), ["Ana"]);
}

#[test]
fn what_is_derived_of_imported_cards_equals_what_reading_them_gives() {
    let place = Place::new();
    let mut store = place.open();
    let mut rich = with_phone(1, "张伟", "+86 138-0013-8000", OnDuplicate::Keep);
    rich.card.tags = vec!["VIP".into()];
    rich.card.values.push(("industry".into(), vec!["印刷".into()]));
    outcomes(&mut store, &[rich]);
    let kept = dump(&store);
    let card = store.list(&Query::default(), &Sort::default(), day("2026-06-30"), None).unwrap()[0];
    store.write(Act::Edit, "", |door| door.set_field(card, "company", &["x".into()])).unwrap();
    store.undo().unwrap();
    assert_eq!(dump(&store), kept);
}
