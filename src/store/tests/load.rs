//! What many cards at once must have in common with one card after another.

use std::collections::BTreeSet;

use super::import::bring_in;
use super::{Place, day};
use crate::domain::channel::Channel;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, NextAction};
use crate::domain::draft::{NewCard, NewEmail, NewPerson, NewPhone};
use crate::domain::party::{CustomerKind, Party};
use crate::domain::person::Role;
use crate::domain::position::Position;
use crate::domain::reach::{AddressKind, EmailKind, PhoneKind, Place as Address};
use crate::store::{Act, ImportRow, NameSource, OnDuplicate, Preparer, Ready, RowOutcome, Store};

fn phone(number: &str) -> NewPhone {
    NewPhone { kind: PhoneKind::Mobile, number: number.into() }
}

fn email(address: &str) -> NewEmail {
    NewEmail { kind: EmailKind::Work, address: address.into() }
}

fn registered(number: &str) -> NewCard {
    NewCard { values: vec![("registration".into(), vec![number.into()])], ..NewCard::named("x") }
}

/// Cards that together have everything a row can give.
fn cards() -> Vec<NewCard> {
    let person = NewPerson {
        name: "王芳".into(),
        title: "采购".into(),
        roles: vec![Role::ALL[0], Role::ALL[1]],
        from: Some(day("2024-02-01")),
        to: Some(day("2027-02-01")),
        phones: vec![phone("139 0000 0001"), phone("021-5555 0001")],
        emails: vec![email("Wang@Example.com")],
    };
    let full = NewCard {
        code: "K-7".into(),
        short_name: "海虹".into(),
        company: "海虹集团".into(),
        party: Party::Organisation,
        kind: Some(CustomerKind::ALL[0]),
        position: Position::Target,
        channel: Some(Channel::ALL[1]),
        tags: vec!["VIP".into(), "春季".into()],
        phones: vec![phone("+86 138-0013-8000"), phone("no number"), phone("0571 8888 0000")],
        emails: vec![email("A@b.example"), email("c@d.example")],
        addresses: vec![Address {
            kind: AddressKind::Office,
            region: "杭州".into(),
            street: "中山路 1".into(),
            post_code: "310000".into(),
            zone: "西湖".into(),
            order: Some(3),
            minutes: Some(25),
            from: Some(day("2026-01-01")),
            to: None,
            access: "gate 2".into(),
        }],
        people: vec![NewPerson { name: "Ana".into(), ..NewPerson::default() }, person],
        next_action: Some(NextAction {
            on: day("2026-07-01"),
            kind: Some(ContactKind::Visit),
            note: "bring samples".into(),
        }),
        values: vec![
            ("note".into(), vec!["met at the fair\n第二行".into()]),
            ("industry".into(), vec!["印刷".into()]),
            ("registration".into(), vec!["91350100M000100Y43".into()]),
            ("website".into(), Vec::new()),
        ],
        ..NewCard::named("海虹印刷")
    };
    let mut cards = vec![NewCard::named("Ana"), full, NewCard::named("\u{202e}O'Brien\u{7}")];
    // Enough for statements of many rows and a rest.
    cards.extend((0..100).map(|number| {
        let mut card = NewCard::named(format!("card {number}"));
        card.position = Position::Drift;
        card.phones = vec![phone(&format!("1370000{number:04}"))];
        card.people = vec![NewPerson {
            phones: vec![phone(&format!("1360000{number:04}"))],
            ..NewPerson { name: format!("person {number}"), ..NewPerson::default() }
        }];
        card.tags = vec![format!("tag {number}")];
        card
    }));
    cards
}

/// Every column of every table of cards, but those that differ between any two cards or imports.
fn tables(store: &Store) -> Vec<String> {
    let mut lines = Vec::new();
    for table in ["card", "person", "phone", "email", "address", "value", "move", "standing"] {
        let mut statement = store.connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values = names.iter().enumerate().filter_map(|(column, name)| {
                let differs = ["uid", "batch", "created_at", "updated_at"].contains(&name.as_str());
                (!differs).then(|| format!("{name}={:?}", row.get_ref(column).unwrap()))
            });
            lines.push(format!("{table} {}", values.collect::<Vec<_>>().join(" ")));
        }
    }
    lines
}

fn rows(cards: &[NewCard], on_duplicate: OnDuplicate) -> Vec<ImportRow> {
    let row = |(number, card): (usize, &NewCard)| ImportRow {
        card: card.clone(),
        named: NameSource::Name,
        fingerprint: (number as u128).to_be_bytes(),
        on_duplicate,
    };
    cards.iter().enumerate().map(row).collect()
}

fn import(store: &mut Store, rows: &[ImportRow]) -> Vec<RowOutcome> {
    let import = store.begin_import("list.csv").unwrap();
    store.set_indexes_aside(0).unwrap();
    let outcomes = bring_in(store, import, rows);
    store.finish_import(import).unwrap();
    outcomes
}

fn indexes(store: &Store) -> BTreeSet<String> {
    let mut statement = store
        .connection
        .prepare("SELECT name || coalesce(sql, '') FROM sqlite_schema WHERE type = 'index'")
        .unwrap();
    let found = statement.query_map([], |row| row.get(0)).unwrap();
    found.collect::<rusqlite::Result<_>>().unwrap()
}

#[test]
fn a_card_brought_in_equals_the_same_card_added() {
    let (one, many) = (Place::new(), Place::new());
    let (mut one, mut many) = (one.open(), many.open());
    for card in cards() {
        one.write(Act::Add, "", |door| door.add_card(&card)).unwrap();
    }
    let outcomes = import(&mut many, &rows(&cards(), OnDuplicate::Keep));
    assert!(outcomes.iter().all(|outcome| matches!(outcome, RowOutcome::Added(_))), "{outcomes:#?}");
    let (one, many) = (tables(&one), tables(&many));
    for (one, many) in one.iter().zip(&many) {
        assert_eq!(one, many);
    }
    assert_eq!(one.len(), many.len());
}

fn journal_mode(store: &Store) -> String {
    store.connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap()
}

#[test]
fn no_record_of_an_import_points_at_nothing_although_nobody_watches() {
    let place = Place::new();
    let mut store = place.open();
    import(&mut store, &rows(&cards(), OnDuplicate::Keep));
    import(&mut store, &rows(&cards(), OnDuplicate::Update));
    let astray =
        |store: &Store| store.connection.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
    assert!(!astray(&store));
    store.connection.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM card WHERE name = 'Ana'").unwrap();
    assert!(astray(&store), "the check can fail");
}

#[test]
fn a_load_leaves_every_index_there_was_however_it_ends() {
    let place = Place::new();
    let mut store = place.open();
    let all = indexes(&store);
    assert_eq!(journal_mode(&store), "wal");
    let away = |store: &mut Store| {
        let import = store.begin_import("list.csv").unwrap();
        store.set_indexes_aside(0).unwrap();
        assert!(indexes(store).len() < all.len());
        assert_ne!(journal_mode(store), "wal");
        bring_in(store, import, &rows(&cards(), OnDuplicate::Skip));
        import
    };
    let import = away(&mut store);
    store.cancel_import(import).unwrap();
    assert_eq!((indexes(&store), journal_mode(&store).as_str()), (all.clone(), "wal"), "stopped");
    away(&mut store);
    let other = place.open();
    assert!(indexes(&other).len() < all.len(), "left alone while its program lives");
    drop((store, other));
    let mut store = place.open();
    assert_eq!((indexes(&store), journal_mode(&store).as_str()), (all.clone(), "wal"), "died");
    let import = away(&mut store);
    store.finish_import(import).unwrap();
    assert_eq!((indexes(&store), journal_mode(&store).as_str()), (all, "wal"), "done");
}

#[test]
fn indexes_stay_while_somebody_else_may_write() {
    let place = Place::new();
    let mut store = place.open();
    let all = indexes(&store);
    let other = place.open();
    store.set_indexes_aside(0).unwrap();
    assert_eq!(indexes(&store), all, "another program");
    drop(other);
    let worker = store.another().unwrap();
    store.set_indexes_aside(0).unwrap();
    assert_eq!(indexes(&store), all, "another connection of this run");
    drop(worker);
    store.set_indexes_aside(0).unwrap();
    assert!(indexes(&store).len() < all.len());
}

/// How many rows each table has.
fn counts(store: &Store) -> Vec<(String, i64)> {
    let sql =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut statement = store.connection.prepare(sql).unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<Vec<String>>>();
    let count = |name: String| {
        let sql = format!("SELECT count(*) FROM {name}");
        let count = store.connection.query_row(&sql, [], |row| row.get(0)).unwrap();
        (name, count)
    };
    names.unwrap().into_iter().map(count).collect()
}

#[test]
fn a_load_that_is_stopped_leaves_no_row_behind() {
    let place = Place::new();
    let mut store = place.open();
    import(&mut store, &rows(&cards(), OnDuplicate::Keep));
    let before = (counts(&store), tables(&store));
    let import = store.begin_import("list.csv").unwrap();
    store.set_indexes_aside(0).unwrap();
    let many: Vec<NewCard> = (0..5000).map(|number| NewCard::named(format!("Name {number}"))).collect();
    bring_in(&mut store, import, &rows(&many, OnDuplicate::Keep));
    bring_in(&mut store, import, &rows(&cards(), OnDuplicate::Update));
    assert_ne!(counts(&store), before.0);
    store.cancel_import(import).unwrap();
    assert_eq!((counts(&store), tables(&store)), before);
    assert_eq!(store.journal(None, 9).unwrap().len(), 1, "the stopped one is no entry");
}

#[test]
fn a_card_written_to_before_its_load_was_stopped_stays_with_that() {
    let place = Place::new();
    let (mut store, mut other) = (place.open(), place.open());
    let import = store.begin_import("list.csv").unwrap();
    let outcomes = bring_in(&mut store, import, &rows(&cards()[..3], OnDuplicate::Keep));
    let RowOutcome::Added(card) = outcomes[0] else { panic!("{outcomes:?}") };
    other.write(Act::Edit, "", |door| door.set_field(card, "company", &["Later".into()])).unwrap();
    store.cancel_import(import).unwrap();
    let left: Vec<(i64, i64)> = {
        let mut statement = store.connection.prepare("SELECT id, state FROM card").unwrap();
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(left, [(card.0, 2)]);
}

#[test]
fn indexes_stay_where_a_file_has_more_cards_than_are_to_come() {
    let place = Place::new();
    let mut store = place.open();
    let all = indexes(&store);
    let many: Vec<NewCard> = (0..1100).map(|number| NewCard::named(format!("Name {number}"))).collect();
    import(&mut store, &rows(&many, OnDuplicate::Keep));
    store.set_indexes_aside(100).unwrap();
    assert_eq!(indexes(&store), all);
    store.set_indexes_aside(2000).unwrap();
    assert!(indexes(&store).len() < all.len());
    store.restore_indexes().unwrap();
    assert_eq!(indexes(&store), all);
}

#[test]
fn memory_finds_the_twins_the_card_file_finds() {
    let place = Place::new();
    let mut store = place.open();
    import(&mut store, &rows(&cards(), OnDuplicate::Keep));
    let looked_for: Vec<NewCard> = [
        NewCard { code: "K-7".into(), ..NewCard::named("x") },
        NewCard { company: "海虹集团".into(), ..NewCard::named("海虹印刷") },
        NewCard { company: "other".into(), ..NewCard::named("海虹印刷") },
        NewCard { phones: vec![phone("13800138000")], ..NewCard::named("x") },
        NewCard { phones: vec![phone("057188880000")], ..NewCard::named("x") },
        NewCard { phones: vec![phone("057188880000")], ..NewCard::named("海虹印刷") },
        NewCard { phones: vec![phone("13900000001")], ..NewCard::named("x") },
        registered("91350100M000100Y43"),
        registered("9135 0100 m000 100y 43"),
        registered("91350100M000100Y44"),
        registered("none"),
        registered("00000000"),
        NewCard { phones: vec![phone("no number")], ..NewCard::named("海虹印刷") },
        NewCard { emails: vec![email("a@B.example")], ..NewCard::named("x") },
        NewCard { emails: vec![email("wang@example.com")], ..NewCard::named("x") },
        NewCard { emails: vec![email(" ")], ..NewCard::named("x") },
        NewCard::named("Ana"),
    ]
    .into();
    for new in looked_for {
        let expected = crate::store::duplicate::twin(&store.connection, &new).unwrap();
        let row = ImportRow {
            card: new,
            named: NameSource::Name,
            fingerprint: [0xff; 16],
            on_duplicate: OnDuplicate::Skip,
        };
        let import = store.begin_import("list.csv").unwrap();
        let found = match bring_in(&mut store, import, std::slice::from_ref(&row)).remove(0) {
            RowOutcome::Skipped(twin) => Some(twin),
            RowOutcome::Added(_) => None,
            other => panic!("{other:?}"),
        };
        store.cancel_import(import).unwrap();
        assert_eq!(found, expected, "{:?}", row.card);
    }
}

#[test]
fn a_row_made_in_the_memory_of_others_equals_one_made_in_its_own() {
    let (one, many) = (Place::new(), Place::new());
    let (mut one, mut many) = (one.open(), many.open());
    let rows = rows(&cards(), OnDuplicate::Keep);
    import(&mut one, &rows);
    let import = many.begin_import("list.csv").unwrap();
    let mut preparer = many.preparer(import).unwrap();
    let ready = |preparer: &mut Preparer, row: &ImportRow| preparer.ready(row.clone()).unwrap();
    let others: Vec<Ready> = rows.iter().rev().map(|row| ready(&mut preparer, row)).collect();
    others.into_iter().for_each(|other| preparer.reuse(other));
    assert!(preparer.spare.len() >= rows.len() / 2);
    let mut rows: Vec<Ready> = rows.iter().map(|row| ready(&mut preparer, row)).collect();
    many.import_piece(import, &[], &mut rows, &|| false).unwrap();
    many.finish_import(import).unwrap();
    for (one, many) in tables(&one).iter().zip(&tables(&many)) {
        assert_eq!(one, many);
    }
}

#[test]
fn no_memory_of_long_rows_is_kept() {
    let place = Place::new();
    let mut store = place.open();
    let import = store.begin_import("list.csv").unwrap();
    let mut preparer = store.preparer(import).unwrap();
    let note = |length: usize| NewCard {
        values: vec![("note".into(), vec!["long ".repeat(length / 5)])],
        ..NewCard::named("Ana")
    };
    for (length, kept) in [(50, 1), (2000, 0), (50, 1)] {
        let row = rows(&[note(length)], OnDuplicate::Keep).remove(0);
        let ready = preparer.ready(row).unwrap();
        preparer.reuse(ready);
        assert_eq!(preparer.spare.len(), kept, "{length}");
    }
    store.cancel_import(import).unwrap();
}

#[test]
fn rows_of_one_piece_know_each_other_and_what_others_wrote_meanwhile() {
    let place = Place::new();
    let mut store = place.open();
    let mut other = place.open();
    let with_code = |code: &str, name: &str| NewCard { code: code.into(), ..NewCard::named(name) };
    let import = store.begin_import("list.csv").unwrap();
    let piece = [
        with_code("K1", "Ana"),
        with_code("K1", "Bo"),
        NewCard { phones: vec![phone("13800138000")], ..NewCard::named("Cy") },
    ];
    let outcomes = bring_in(&mut store, import, &rows(&piece, OnDuplicate::Skip));
    assert!(
        matches!(&outcomes[..], [RowOutcome::Added(_), RowOutcome::Skipped(_), RowOutcome::Added(_)]),
        "{outcomes:?}"
    );
    other.write(Act::Add, "", |door| door.add_card(&with_code("K2", "Di"))).unwrap();
    let outcomes = bring_in(
        &mut store,
        import,
        &rows(&[with_code("K2", "Ed"), with_code("K1", "Fo")], OnDuplicate::Keep),
    );
    assert!(outcomes.iter().all(|outcome| matches!(outcome, RowOutcome::Refused(_))), "{outcomes:?}");
    store.finish_import(import).unwrap();
}
