//! The house keeps its order: imports go only downward, SQL stays in the store, the clock in its own room,
//! and the top level holds nothing but what belongs there.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};

/// The rooms, top floor first. A room may use those after it, and `clock`, which every room but the domain may.
const FLOORS: [&str; 7] = ["cli", "tui", "lang", "report", "exchange", "store", "domain"];

/// The rooms of the screen, top floor first: what does, what draws, what changes, what is there.
const FLOORS_OF_THE_SCREEN: [&str; 27] = [
    "run",
    "view",
    "pane",
    "update",
    "page",
    "reading",
    "forms",
    "typed",
    "app",
    "effect",
    "today",
    "listing",
    "fields",
    "shown",
    "layer",
    "long_work",
    "views",
    "pending",
    "preference",
    "editor",
    "keys",
    "action",
    "layout",
    "cells",
    "theme",
    "mouse",
    "key",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The room a source file stands in: the first folder or file name under `src`.
fn room(path: &Path) -> String {
    room_in("src", path)
}

/// The same under a folder of the house.
fn room_in(house: &str, path: &Path) -> String {
    let inside = path.strip_prefix(root().join(house)).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file without comments, so that a word in a sentence is not taken for code.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Rooms a piece of code names after a path that ends in `::`, in a path or in a braced import.
fn rooms_used(code: &str, path: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
    };
    let mut used = Vec::new();
    for (start, _) in code.match_indices(path) {
        let rest = &code[start + path.len()..];
        match rest.strip_prefix('{') {
            None => used.push(word(rest)),
            Some(list) => {
                let mut depth = 0;
                let mut item = String::new();
                for letter in list.chars() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => used.push(word(&std::mem::take(&mut item))),
                        _ => item.push(letter),
                    }
                }
                used.push(word(&item));
            }
        }
    }
    used
}

fn may_use(from: &str, to: &str) -> bool {
    if from == to || from == "lib" || from == "main" {
        return true;
    }
    let floor = |name| FLOORS.iter().position(|room| *room == name);
    match (floor(from), floor(to)) {
        (Some(from), Some(to)) => from < to,
        (Some(_), None) => to == "clock" && from != "domain",
        _ => false,
    }
}

#[test]
fn imports_are_read_in_every_form() {
    let code =
        "use crate::domain::card::Card; use crate::{lang::{words, Words}, store::Store}; crate::clock::now()";
    assert_eq!(rooms_used(code, "crate::"), ["domain", "lang", "store", "clock"]);
}

#[test]
fn imports_go_only_downward() {
    let mut wrong = Vec::new();
    for path in sources(&root().join("src")) {
        let from = room(&path);
        for to in rooms_used(&code(&path), "crate::") {
            let known = FLOORS.contains(&to.as_str()) || to == "clock";
            if known && !may_use(&from, &to) {
                wrong.push(format!("{} uses {to}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn imports_inside_the_screen_go_only_downward() {
    let floor = |name: &str| FLOORS_OF_THE_SCREEN.iter().position(|room| *room == name);
    let mut wrong = Vec::new();
    for path in sources(&root().join("src/tui")) {
        let (from, code) = (room_in("src/tui", &path), code(&path));
        if from == "mod" {
            continue;
        }
        let own = floor(&from).unwrap_or_else(|| panic!("{from} stands on no floor"));
        assert!(!code.contains("super::super::"), "{} hides which room it uses", path.display());
        for to in rooms_used(&code, "crate::tui::") {
            if floor(&to).is_none_or(|other| other < own) {
                wrong.push(format!("{} uses {to}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_store_knows_sql() {
    for path in sources(&root().join("src")) {
        if room(&path) != "store" {
            let code = code(&path);
            for sql in ["rusqlite", "SELECT ", "INSERT INTO", "DELETE FROM", "PRAGMA "] {
                assert!(!code.contains(sql), "{} knows SQL: {sql}", path.display());
            }
        }
    }
}

#[test]
fn only_the_clock_reads_the_clock() {
    for path in sources(&root().join("src")) {
        if room(&path) != "clock" {
            let code = code(&path);
            for reading in ["Local::now", "Utc::now", "SystemTime::now"] {
                assert!(!code.contains(reading), "{} reads the clock: {reading}", path.display());
            }
        }
    }
}

#[test]
fn the_domain_does_no_input_or_output() {
    for path in sources(&root().join("src/domain")) {
        let code = code(&path);
        for door in ["std::fs", "std::io", "std::env", "std::net", "std::process"] {
            assert!(!code.contains(door), "{} uses {door}", path.display());
        }
    }
}

#[test]
fn only_what_runs_the_screen_does_input_or_output() {
    for path in sources(&root().join("src/tui")) {
        if room_in("src/tui", &path) != "run" {
            let code = code(&path);
            for door in ["std::fs", "std::env", "std::net", "std::process", "directories::", "store::Store"] {
                assert!(!code.contains(door), "{} uses {door}", path.display());
            }
        }
    }
}

#[test]
fn the_top_level_holds_only_what_belongs_there() {
    let belongs = ["Cargo.toml", "Cargo.lock", "README.md", "src", "assets", "tests", "target"];
    for entry in std::fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name.starts_with('.') || belongs.contains(&name.as_str()),
            "{name} does not belong at the top"
        );
    }
}
