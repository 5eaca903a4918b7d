//! Entries written in pieces, gone through in pieces: whole in the end, whatever comes in between.

use super::Place;
use super::import::bring_in;
use super::undo::dump;
use crate::domain::draft::NewCard;
use crate::domain::id::CardId;
use crate::store::batch::{self, Walk};
use crate::store::search;
use crate::store::undo::{Met, Way};
use crate::store::{
    Act, Going, ImportRow, JournalEntry, NameSource, OnDuplicate, Stepped, Store, StoreError,
};

/// Cards there were before, changed by the import, and more than one piece of new ones.
const OLD: usize = 3;
const NEW: usize = 2500;

fn coded(code: String, name: &str) -> NewCard {
    NewCard { code, ..NewCard::named(name) }
}

/// A file with an import in it, and what the file held before and holds after.
fn imported(place: &Place) -> (Store, Vec<String>, Vec<String>) {
    let mut store = place.open();
    store
        .write(Act::Add, "old", |door| {
            (0..OLD).try_for_each(|number| door.add_card(&coded(format!("K{number}"), "Old")).map(drop))
        })
        .unwrap();
    let before = listed(&store);
    let rows: Vec<ImportRow> = (0..OLD + NEW)
        .map(|number| ImportRow {
            card: coded(format!("K{number}"), &format!("Name {number}")),
            named: NameSource::Name,
            fingerprint: (number as u128).to_be_bytes(),
            on_duplicate: OnDuplicate::Update,
        })
        .collect();
    let import = store.begin_import("list.csv").unwrap();
    bring_in(&mut store, import, &rows);
    store.finish_import(import).unwrap();
    let after = dump(&store);
    (store, before, after)
}

/// What a person could miss of the cards in the list.
fn listed(store: &Store) -> Vec<String> {
    let live = |card: i64| {
        let mut statement =
            store.connection.prepare("SELECT name, code FROM card WHERE id = ?1 AND state = 0")?;
        let names = |row: &rusqlite::Row<'_>| {
            Ok(format!("{} {}", row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        };
        rusqlite::OptionalExtension::optional(statement.query_row([card], names))
    };
    let mut lines = Vec::new();
    search::each_text(&store.connection, |card, text| {
        lines.extend(live(card).unwrap().map(|names| format!("{card} {names} {text}")));
    })
    .unwrap();
    lines
}

fn newest(store: &Store) -> JournalEntry {
    store.journal(None, 1).unwrap().remove(0)
}

#[test]
fn an_import_of_several_pieces_goes_and_comes_back_whole() {
    let place = Place::new();
    let (mut store, before, after) = imported(&place);
    let gone = store.undo().unwrap().unwrap();
    assert!(gone.undone && newest(&store).undone);
    assert_eq!(listed(&store), before);
    store.redo().unwrap().unwrap();
    assert_eq!(dump(&store), after);
    assert!(!newest(&store).undone);
}

#[test]
fn what_a_killed_program_began_to_take_back_is_taken_back_at_the_next_opening() {
    for (way, values_too) in [(Way::Back, false), (Way::Back, true), (Way::Forth, false), (Way::Forth, true)]
    {
        let place = Place::new();
        let (mut store, before, after) = imported(&place);
        if way == Way::Forth {
            store.undo().unwrap().unwrap();
        }
        let entry = newest(&store);
        let part = batch::of(&store.connection, entry.id).unwrap().unwrap();
        assert!(store.claim(&entry, part, way).unwrap());
        if values_too {
            store.step_values(entry.id, &mut Walk::unwatched(way, Met::Refuse)).unwrap();
        } else if way == Way::Back {
            store.flip_cards(entry.id, part, &mut Walk::unwatched(way, Met::Refuse)).unwrap();
        }
        assert!(
            !place.open().journal(None, 9).unwrap().iter().any(|entry| entry.act == Act::Import),
            "its program lives"
        );
        drop(store);
        let mut store = place.open();
        assert_eq!(listed(&store), before, "{way:?} {values_too}");
        assert!(newest(&store).undone);
        store.redo().unwrap().unwrap();
        assert_eq!(dump(&store), after, "{way:?} {values_too}");
    }
}

#[test]
fn a_change_met_on_the_way_leaves_the_entry_as_it_was() {
    let place = Place::new();
    let (mut store, before, _) = imported(&place);
    let renamed = store.write(Act::Edit, "", |door| door.set_field(CardId(2), "name", &["Later".into()]));
    renamed.unwrap();
    let after = dump(&store);
    let entry = store.journal(None, 2).unwrap().remove(1);
    let part = batch::of(&store.connection, entry.id).unwrap().unwrap();
    match store.step_in_pieces(&entry, part, Way::Back, &mut |_| Going::On) {
        Err(StoreError::UndoBlocked { later: Some(later), .. }) => assert_eq!(later.act, Act::Edit),
        other => panic!("{other:?}"),
    }
    assert_eq!(dump(&store), after);
    assert!(!store.journal(None, 2).unwrap()[1].undone);
    store.undo().unwrap().unwrap();
    store.undo().unwrap().unwrap();
    assert_eq!(listed(&store), before);
}

#[test]
fn stopped_on_the_way_an_entry_is_what_it_was() {
    let place = Place::new();
    let (mut store, before, after) = imported(&place);
    let mut told = Vec::new();
    let stopped = store.step(Way::Back, &mut |done| {
        told.push(done);
        if done > NEW { Going::Back } else { Going::On }
    });
    assert_eq!(stopped.unwrap(), Stepped::Stopped);
    assert!(told.is_sorted() && told.len() > 1, "{told:?}");
    assert_eq!(dump(&store), after);
    assert!(!newest(&store).undone);
    assert_eq!(store.long_step(Way::Back).unwrap(), Some((OLD + NEW) as u64));
    store.undo().unwrap().unwrap();
    assert_eq!(listed(&store), before);
    assert_eq!(store.long_step(Way::Back).unwrap(), None, "a few cards at once");
}
