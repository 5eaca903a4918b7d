//! Taking back gives the earlier file back, value for value.

use super::Place;
use crate::domain::draft::NewCard;
use crate::domain::id::CardId;
use crate::store::{Act, Store};

/// All that a person could miss: every table but the journal, without revisions and instants of change.
pub(super) fn dump(store: &Store) -> Vec<String> {
    let tables = [
        "SELECT id, uid, state, batch, code, name, short_name, company, party, kind, position, sort_key,
                next_on, next_kind, next_note, added_on, created_at FROM card ORDER BY id",
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
        "SELECT * FROM own_field ORDER BY id",
        "SELECT * FROM standing ORDER BY card",
        "SELECT * FROM search ORDER BY card",
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
