//! Two imports at once, of which one is taken back.

use std::sync::Mutex;

use super::*;
use crate::domain::draft::NewCard;
use crate::domain::field::OwnField;
use crate::store::{ImportRow, NameSource, OpenEntry, RowOutcome, StoreError};

/// An import of another program, under way.
struct Other {
    store: Store,
    import: OpenEntry,
}

impl Other {
    fn begin(file: &File) -> Other {
        let opening = Opening { source: Source::Import, policies: Policies::default(), day: day() };
        let mut store = Store::open(&file.folder.path().join("cards.fieldcard"), opening).unwrap();
        let import = store.begin_import("other.csv").unwrap();
        Other { store, import }
    }

    /// Brings in somebody of a company, with a pet.
    fn bring_in(&mut self, name: &str) -> RowOutcome {
        let mut card = NewCard::named(name);
        card.company = "Northgate".into();
        card.values.push(("pet".into(), vec!["cat".into()]));
        let (named, on_duplicate) = (NameSource::Name, OnDuplicate::Skip);
        let row = ImportRow { card, named, fingerprint: [name.len() as u8; 16], on_duplicate };
        let ready = self.store.preparer(self.import).unwrap().ready(row).unwrap();
        let pet = [OwnField::text("pet", "Pet")];
        self.store.import_piece(self.import, &pet, &mut [ready], &|| false).unwrap().remove(0)
    }
}

/// Ends another import when it is asked for the second time whether to go on: at the first piece it is asked once, and
/// then only by who waits.
struct EndsOther(Mutex<(usize, Option<Other>)>, fn(Other));

impl Watch for EndsOther {
    fn count(&self, _: u64) {}

    fn cancelled(&self) -> bool {
        let mut inside = self.0.lock().unwrap();
        inside.0 += 1;
        if inside.0 > 1
            && let Some(other) = inside.1.take()
        {
            (self.1)(other);
        }
        false
    }
}

const ROWS: &str = "name,company,Pet\nAna,Northgate,dog\nBob,Northgate,owl\n";

#[test]
fn rows_of_cards_that_another_import_makes_wait_for_its_end() {
    let take_back = |mut other: Other| other.store.cancel_import(other.import).unwrap();
    let finish = |mut other: Other| {
        other.store.finish_import(other.import).unwrap();
    };
    for (end, expected, pets) in
        [(take_back as fn(Other), [2, 2, 0, 0, 0], ["dog", "owl"]), (finish, [2, 1, 0, 1, 0], ["cat", "owl"])]
    {
        let mut file = File::new();
        let mut other = Other::begin(&file);
        assert!(matches!(other.bring_in("Ana"), RowOutcome::Added(_)));
        let watch = EndsOther(Mutex::new((0, Some(other))), end);
        let report = file.import_as(ROWS.as_bytes(), OnDuplicate::Skip, &watch).unwrap();
        assert_eq!(counts(&report), expected);
        assert_eq!(file.cards().iter().map(|card| card.values["pet"][0].as_str()).collect::<Vec<_>>(), pets);
        assert_eq!(file.store.own_fields().unwrap(), [OwnField::text("pet", "Pet")]);
    }
}

#[test]
fn who_waits_for_another_import_can_be_stopped() {
    let mut file = File::new();
    let mut other = Other::begin(&file);
    other.bring_in("Ana");
    struct Impatient(AtomicU64);
    impl Watch for Impatient {
        fn count(&self, _: u64) {}

        fn cancelled(&self) -> bool {
            self.0.fetch_add(1, Ordering::Relaxed) > 0
        }
    }
    let stopped = file.import_as(ROWS.as_bytes(), OnDuplicate::Skip, &Impatient(AtomicU64::new(0))).err();
    assert!(matches!(stopped, Some(ExchangeError::Cancelled)));
    other.store.finish_import(other.import).unwrap();
    assert_eq!(file.names(), ["Ana"]);
}

#[test]
fn the_earlier_of_two_imports_refuses_what_the_later_one_is_making() {
    let file = File::new();
    let mut earlier = Other::begin(&file);
    let mut later = Other::begin(&file);
    assert!(matches!(later.bring_in("Ana"), RowOutcome::Added(_)));
    match earlier.bring_in("Ana") {
        RowOutcome::Refused(StoreError::BeingImported(name)) => assert_eq!(name, "Ana"),
        other => panic!("{other:?}"),
    }
    later.store.finish_import(later.import).unwrap();
    assert!(matches!(earlier.bring_in("Ana"), RowOutcome::Skipped(_)));
    earlier.store.finish_import(earlier.import).unwrap();
    assert_eq!(file.names(), ["Ana"]);
}

#[test]
fn a_field_stays_that_cards_of_another_import_have() {
    let mut file = File::new();
    let mut other = Other::begin(&file);
    other.bring_in("Zoe");
    let report = file.import_as(ROWS.as_bytes(), OnDuplicate::Skip, &Unwatched).unwrap();
    assert_eq!(counts(&report), [2, 2, 0, 0, 0]);
    other.store.cancel_import(other.import).unwrap();
    assert_eq!(file.names(), ["Ana", "Bob"]);
    assert_eq!(file.store.own_fields().unwrap(), [OwnField::text("pet", "Pet")]);
}
