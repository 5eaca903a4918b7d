//! Each Chinese is written in its own characters: a sentence converted badly, or copied from the other
//! column, is found here before a reader finds it.

#![allow(clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use encoding_rs::{BIG5, GBK};
use fieldcard::domain::language::Language;

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

fn texts() -> Vec<String> {
    sources().iter().map(|path| text(path)).collect()
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

/// The names of a term that stand in a file, `["English", "简体", "繁體"]`, be it on one line or several.
fn names(text: &str) -> Vec<[&str; 3]> {
    let program = text.split("#[cfg(test)]").next().unwrap_or_default();
    // Behind `&`, or behind the names, stand words by which a thing is known too, in whatever language.
    let is_names = |before: &str| {
        !before.ends_with('&') && !before.trim_end().ends_with("],") && !before.ends_with("in_row(")
    };
    let starts = program.match_indices('[').filter(|(at, _)| is_names(&program[..*at]));
    let of_three = starts.filter_map(|(at, _)| <[&str; 3]>::try_from(literals(&program[at + 1..])?).ok());
    let is_chinese = |name: &str| name.chars().any(|character| is_ideograph(&character));
    of_three
        .filter(|[first, second, _]| !is_chinese(first) && (is_chinese(second) || first == second))
        .collect()
}

/// The names of all terms.
fn rows(texts: &[String]) -> Vec<[&str; 3]> {
    texts.iter().flat_map(|text| names(text)).collect()
}

/// The texts of a list, when it holds nothing else.
fn literals(list: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = list.trim_start();
    while let Some(inside) = rest.strip_prefix('"') {
        let (text, behind) = inside.split_once('"')?;
        found.push(text);
        let behind = behind.trim_start();
        rest = behind.strip_prefix(',').unwrap_or(behind).trim_start();
    }
    rest.starts_with(']').then_some(found)
}

#[test]
fn names_are_in_their_own_characters() {
    let texts = texts();
    let rows = rows(&texts);
    assert!(rows.len() > 900, "rows are no longer written as this test reads them: {}", rows.len());
    for row @ [_, simplified, traditional] in rows {
        assert_eq!(strangers(simplified, is_simplified), "", "{row:?}");
        assert_eq!(strangers(traditional, is_traditional), "", "{row:?}");
    }
}

/// What is wrong with the table of terms of a language that has no place in the rows: lines to be added or taken away.
fn amiss(terms: &str, rows: &[[&str; 3]]) -> Vec<String> {
    let lines: Vec<(&str, &str)> = terms.lines().filter_map(|line| line.split_once('\t')).collect();
    let mut amiss = Vec::new();
    if lines.len() < terms.lines().count() || !terms.lines().is_sorted() {
        amiss.push("not one term a line with its name behind a tab, as `LC_ALL=C sort` puts them".to_owned());
    }
    let of_row =
        |[english, simplified, _]: &[&str; 3]| [english.to_string(), format!("{english}|{simplified}")];
    let wanted: BTreeSet<String> = rows.iter().flat_map(of_row).collect();
    let known: BTreeSet<&str> = lines.iter().map(|(term, _)| *term).collect();
    let lacking = rows.iter().filter(|row| !of_row(row).iter().any(|term| known.contains(term.as_str())));
    let lacking: BTreeSet<String> = lacking.map(|[english, ..]| format!("lacks: {english}")).collect();
    amiss.extend(lacking);
    amiss.extend(known.iter().filter(|term| !wanted.contains(**term)).map(|term| format!("no term: {term}")));
    amiss
}

#[test]
fn a_language_without_a_place_in_the_rows_names_every_term() {
    let texts = texts();
    let rows = rows(&texts);
    for language in Language::ALL {
        let amiss = language.terms().map(|terms| amiss(terms, &rows)).unwrap_or_default();
        assert!(amiss.is_empty(), "the terms of {}:\n{}", language.tag(), amiss.join("\n"));
    }
}

#[test]
fn a_table_of_terms_is_held_against_the_rows() {
    let rows = [["No", "否", "否"], ["fair", "展会", "展覽"], ["fair", "一般", "一般"], ["a, b", "甲", "甲"]];
    assert_eq!(amiss("No\tNein\na, b\tx\nfair\tMesse\nfair|一般\tmittel\n", &rows), [""; 0]);
    let amiss = amiss("fair|一般\tmittel\nYes\tJa\nno\n", &rows);
    assert!(amiss[0].starts_with("not one term a line"), "{amiss:?}");
    assert_eq!(amiss[1..], ["lacks: No", "lacks: a, b", "lacks: fair", "no term: Yes"]);
}

#[test]
fn every_sentence_is_said_somewhere() {
    let folders = Language::ALL.iter().map(|language| language.tag().to_lowercase().replace('-', "_"));
    let folders: Vec<String> = folders.collect();
    let (lang, others): (Vec<PathBuf>, Vec<PathBuf>) =
        sources().into_iter().partition(|path| folders.iter().any(|folder| is_below(path, folder)));
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
