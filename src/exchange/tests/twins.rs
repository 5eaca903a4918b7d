//! Rows whose card is there already, or seems to be.

use super::*;
use crate::domain::id::CardId;
use crate::store::Act;

impl File {
    fn note(&self, card: i64) -> String {
        self.store.card(CardId(card)).unwrap().unwrap().values["note"].join("\n")
    }

    fn phones(&self) -> Vec<Vec<String>> {
        let numbers = |card: &Card| card.phones.iter().map(|phone| phone.number.clone()).collect();
        self.cards().iter().map(numbers).collect()
    }

    fn update_from(&mut self, text: &str) -> ImportReport {
        self.import_as(text.as_bytes(), OnDuplicate::Update, &Unwatched).unwrap()
    }

    fn bin(&mut self, card: i64) {
        self.store.write(Act::Remove, "", |door| door.bin(CardId(card))).unwrap();
    }
}

#[test]
fn a_note_is_compared_by_whole_lines() {
    let mut file = File::new();
    file.import("name,phone,note\nAna,13800000001,hello world\n");
    assert_eq!(counts(&file.update_from("name,phone,note\nAna,13800000001,hello\n")), [1, 0, 1, 0, 0]);
    assert_eq!(file.note(1), "hello");
    // Two rows of one card: what the second says stands below, also when both come again.
    let two = "name,phone,note\nBo,13800000002,one\nBo,13800000002,on\n";
    file.update_from(two);
    assert_eq!(file.note(2), "one\non");
    assert_eq!(counts(&file.update_from(two)), [2, 0, 0, 2, 0]);
}

#[test]
fn a_number_written_twice_in_a_row_is_one() {
    let mut file = File::new();
    file.import("name,mobile,phone\nAna,13800000001,138-0000-0001\n");
    assert_eq!(file.phones(), [["13800000001"]]);
    file.update_from("name,mobile,phone,work phone\nAna,13800000001,0571-88880000,0571 8888 0000\n");
    assert_eq!(file.phones(), [["13800000001", "0571-88880000"]]);
    let extensions = "name,mobile,phone,work phone\nAna,13800000001,0571-88880000转12,0571-88880000转15\n";
    file.update_from(extensions);
    assert_eq!(file.phones()[0][2..], ["0571-88880000转12", "0571-88880000转15"]);
    assert_eq!(counts(&file.update_from(extensions)), [1, 0, 0, 1, 0]);
}

#[test]
fn a_card_in_the_bin_swallows_no_row() {
    for on_duplicate in [OnDuplicate::Skip, OnDuplicate::Update] {
        let mut file = File::new();
        let text = "name,phone\nAna,\nBo,13800000002\n";
        file.import(text);
        file.bin(1);
        file.bin(2);
        let again = file.import_as(text.as_bytes(), on_duplicate, &Unwatched).unwrap();
        assert_eq!(counts(&again), [2, 2, 0, 0, 0], "{on_duplicate:?}");
        assert_eq!(file.names(), ["Ana", "Bo"]);
        assert_eq!(
            counts(&file.import_as(text.as_bytes(), on_duplicate, &Unwatched).unwrap()),
            [2, 0, 0, 2, 0]
        );
    }
}

#[test]
fn a_code_of_a_card_in_the_bin_is_taken() {
    for on_duplicate in [OnDuplicate::Skip, OnDuplicate::Update] {
        let mut file = File::new();
        file.import("name,code\nAna,HH-1\n");
        file.bin(1);
        let again = file.import_as(b"name,code,tags\nAna,HH-1,vip\n", on_duplicate, &Unwatched).unwrap();
        assert_eq!(counts(&again), [1, 0, 0, 0, 1], "{on_duplicate:?}");
        assert!(file.rejects().contains("HH-1"), "{}", file.rejects());
    }
}

#[test]
fn a_field_is_made_by_the_first_row_that_brings_a_value_of_it() {
    let mut file = File::new();
    file.import("name,phone\nAna,13800000001\n");
    let text = "name,phone,Pet\nAna,13800000001,cat\n";
    let report = file.import(text);
    assert_eq!((counts(&report), report.journal), ([1, 0, 0, 1, 0], None));
    assert_eq!((report.own_fields, file.store.own_fields().unwrap()), (vec![], vec![]));
    let report = file.update_from(text);
    assert_eq!((counts(&report), report.own_fields), ([1, 0, 1, 0, 0], vec!["Pet".to_owned()]));
    file.store.undo().unwrap().unwrap();
    assert_eq!(file.store.own_fields().unwrap(), []);
}
