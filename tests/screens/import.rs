//! A list brought in on the screen: what would come is seen before anything is changed.

use fieldcard::domain::language::Language;

use crate::player::Player;

const LIST: &str =
    "Name,Mobile,Shoe size\nAna Torres,13800000001,38\nBen Smith,13800000002,\n,,\nCy,1.38E+10,\n";

/// A list in a folder of its own, and the keys that type its path as a terminal does it for a file dragged there.
fn list(text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    std::fs::write(&path, text).expect("the list is written");
    let keys = format!("I '{}' Enter", path.display());
    (folder, keys)
}

#[test]
fn a_list_is_brought_in_once_it_was_seen_and_can_be_taken_back() {
    let (folder, keys) = list(LIST);
    let mut player = Player::empty(80, 24, Language::English);
    player.keys(&keys);
    let seen = player.picture();
    for told in [
        "list.csv: 3 rows (utf-8)",
        "bring in 2 cards",
        "1 row is refused: it goes to a file beside the list",
        "  line 5: a spreadsheet has cut the phone number: 1.38E+10",
        "Mobile → Phone (mobile)",
        "Shoe size → own field Shoe size",
    ] {
        assert!(seen.contains(told), "{told}: {seen}");
    }
    assert!(player.keys("Esc").picture().contains("No cards yet"), "nothing was changed");
    player.keys("I").keys("Ctrl-U").keys(keys.trim_start_matches("I ")).keys("Enter");
    let done = player.picture();
    assert!(done.contains("Ana Torres") && done.contains("Ben Smith"), "{done}");
    assert!(done.contains("Brought in 2; 1 refused, in list-rejects.csv. u takes it back."), "{done}");
    assert!(folder.path().join("list-rejects.csv").exists());
    assert!(player.keys("u").picture().contains("No cards yet"));
}

#[test]
fn cards_that_are_there_are_left_filled_in_or_doubled_as_one_says() {
    for (choice, told) in [
        ("Enter", "Brought in 1, left 1 already there."),
        ("Down Enter", "Brought in 1, filled in 1."),
        ("Down Down Enter", "Brought in 2."),
    ] {
        let (_folder, keys) =
            list("Name,Mobile,Company\nAna Torres,13800000001,Northwind\nBen,13800000002,\n");
        let mut player = Player::empty(80, 24, Language::English);
        let done = player.keys("a 'Ana Torres 13800000001' Enter").keys(&keys).keys(choice).picture();
        assert!(done.contains(told), "{choice}: {done}");
    }
}

#[test]
fn what_looks_odd_is_told_before_it_comes_in() {
    let (_folder, keys) = list("Name,Mobile\nAna Torres,12-abc\n");
    let mut player = Player::empty(80, 24, Language::English);
    let seen = player.keys(&keys).picture();
    assert!(seen.contains("12-abc") && seen.contains("1 odd value"), "{seen}");
}

#[test]
fn a_file_that_is_not_there_leaves_its_path_to_be_mended() {
    let mut player = Player::empty(80, 24, Language::Simplified);
    let seen = player.keys("I '/nowhere/list.csv' Enter").picture();
    assert!(seen.contains("/nowhere/list.csv 不存在"), "{seen}");
}
