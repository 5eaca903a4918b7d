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
    for (folder, belongs) in [("zh_hans", is_simplified as fn(char) -> bool), ("zh_hant", is_traditional)] {
        let files: Vec<PathBuf> = sources().into_iter().filter(|path| is_below(path, folder)).collect();
        assert!(files.len() > 5, "the sentences stand elsewhere: {files:?}");
        for file in files {
            assert_eq!(strangers(&text(&file), belongs), "", "{}", file.display());
        }
    }
}

fn is_below(path: &Path, folder: &str) -> bool {
    path.components().any(|part| part.as_os_str() == folder)
}

/// The names in each language that stand in a file, `["English", "简体", "繁體"]`, be it on one line or several.
fn names(text: &str) -> Vec<[&str; 3]> {
    let program = text.split("#[cfg(test)]").next().unwrap_or_default();
    // Behind `&`, or behind the names, stand words by which a thing is known too, in whatever language.
    let is_names = |before: &str| !before.ends_with('&') && !before.trim_end().ends_with("],");
    let starts = program.match_indices('[').filter(|(at, _)| is_names(&program[..*at]));
    let lists = starts.filter_map(|(at, _)| program[at + 1..].split_once(']')).map(|(list, _)| list);
    let of_three = lists.filter_map(|list| {
        let parts: Vec<&str> = list.trim().trim_end_matches(',').split(',').map(str::trim).collect();
        let names: Option<Vec<&str>> =
            parts.into_iter().map(|part| part.strip_prefix('"')?.strip_suffix('"')).collect();
        <[&str; 3]>::try_from(names?).ok()
    });
    let is_chinese = |name: &str| name.chars().any(|character| is_ideograph(&character));
    of_three.filter(|[first, second, _]| !is_chinese(first) && is_chinese(second)).collect()
}

#[test]
fn names_are_in_their_own_characters() {
    let mut rows = 0;
    for path in sources() {
        for row @ [_, simplified, traditional] in names(&text(&path)) {
            rows += 1;
            assert_eq!(strangers(simplified, is_simplified), "", "{row:?}");
            assert_eq!(strangers(traditional, is_traditional), "", "{row:?}");
        }
    }
    assert!(rows > 800, "rows are no longer written as this test reads them: {rows}");
}

#[test]
fn every_sentence_is_said_somewhere() {
    let (lang, others): (Vec<PathBuf>, Vec<PathBuf>) = sources()
        .into_iter()
        .partition(|path| ["en", "zh_hans", "zh_hant"].iter().any(|l| is_below(path, l)));
    let said: String = others.iter().map(|path| text(path)).collect();
    let mut known = 0;
    for file in lang.iter().filter(|path| is_below(path, "en")) {
        for line in text(file).lines().filter(|line| line.starts_with("    ")) {
            let Some((head, _)) = line.trim().split_once(" = ") else { continue };
            let name = head.split('(').next().unwrap_or_default();
            if name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
                known += 1;
                assert!(said.contains(&format!(".{name}(")), "nobody says {name}");
            }
        }
    }
    assert!(known > 500, "sentences are no longer written as this test reads them: {known}");
}

#[test]
fn the_characters_are_told_apart() {
    assert_eq!(strangers("Karte 客户卡", is_simplified), "");
    assert_eq!(strangers("客户", is_traditional), "户");
    assert_eq!(strangers("聯絡人", is_simplified), "聯絡");
    assert_eq!(strangers("聯絡人", is_traditional), "");
}
