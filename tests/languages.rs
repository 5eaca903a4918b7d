//! Each Chinese is written in its own characters: a sentence converted badly, or copied from the other
//! column, is found here before a reader finds it.

#![allow(clippy::expect_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};

use encoding_rs::{BIG5, GBK};

/// Every Rust file of the program.
fn sources() -> Vec<PathBuf> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                below(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a readable file")
}

fn is_ideograph(character: &char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(character)
}

/// Big5 holds what is written in Taiwan and Hong Kong.
fn is_traditional(character: char) -> bool {
    let (_, _, missing) = BIG5.encode(character.encode_utf8(&mut [0; 4]));
    !missing
}

/// GB 2312, the older half of GBK, holds what is written on the mainland.
fn is_simplified(character: char) -> bool {
    let mut room = [0; 4];
    let (bytes, _, missing) = GBK.encode(character.encode_utf8(&mut room));
    !missing && matches!(*bytes, [0xB0..=0xF7, 0xA1..=0xFE])
}

fn strangers(text: &str, belongs: fn(char) -> bool) -> String {
    text.chars().filter(is_ideograph).filter(|character| !belongs(*character)).collect()
}

#[test]
fn sentences_are_in_their_own_characters() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang");
    for place in ["commands.rs", "errors.rs", "keys.rs", "screen.rs", "today.rs"] {
        assert_eq!(strangers(&text(&folder.join("zh_hans").join(place)), is_simplified), "", "{place}");
        assert_eq!(strangers(&text(&folder.join("zh_hant").join(place)), is_traditional), "", "{place}");
    }
}

/// The names of a row: `= "code", ["English", "简体", "繁體"]`, also behind `field("key",`.
fn names(row: &str) -> Option<[&str; 3]> {
    let (_, after) = row.split_once("\", [\"")?;
    let (names, _) = after.split_once("\"]")?;
    let names: Vec<&str> = names.split("\", \"").collect();
    names.try_into().ok()
}

#[test]
fn names_are_in_their_own_characters() {
    let mut rows = 0;
    for path in sources() {
        for row in text(&path).lines() {
            if let Some([_, simplified, traditional]) = names(row) {
                rows += 1;
                assert_eq!(strangers(simplified, is_simplified), "", "{row}");
                assert_eq!(strangers(traditional, is_traditional), "", "{row}");
            }
        }
    }
    assert!(rows > 200, "rows are no longer written as this test reads them: {rows}");
}

#[test]
fn the_characters_are_told_apart() {
    assert_eq!(strangers("Karte 客户卡", is_simplified), "");
    assert_eq!(strangers("客户", is_traditional), "户");
    assert_eq!(strangers("聯絡人", is_simplified), "聯絡");
    assert_eq!(strangers("聯絡人", is_traditional), "");
}
