//! How fast Today is where very much is due: half of the invented cards are.
//!
//! `cargo bench --features benchmarks --bench today -- 40000 200000`, or with the path of a card file to use that one.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and ends when it cannot run"
)]

#[allow(dead_code, reason = "some of it only the other benchmarks need")]
mod figures;
#[allow(dead_code, reason = "some of it only the other benchmarks need")]
mod program;
#[allow(dead_code, reason = "some of it only the tests of the terminal need")]
#[path = "../terminal/pty.rs"]
mod pty;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use figures::Times;
use program::{CURSOR, Program, Side};
use tempfile::TempDir;

/// Of 40,000 invented cards some 20,000 are due.
const CARDS: [u64; 2] = [1_000, 40_000];

const PRESSES: usize = 40;
const RUNS: usize = 15;

const PAGE_DOWN: &str = "\x1b[6~";
const ESCAPE: &str = "\x1b";

const KEY_BOUND: f64 = 3.0;
const COMMAND_BOUND: f64 = 2.0;
const FRAME: Duration = Duration::from_millis(16);
/// Until how much is due in all is shown.
const COUNTED: Duration = Duration::from_millis(100);

fn main() {
    let asked: Vec<u64> = std::env::args().skip(1).filter_map(|cards| cards.parse().ok()).collect();
    if let Some(file) = std::env::args().skip(1).map(PathBuf::from).find(|path| path.is_file()) {
        figures::head(&format!("Today, {}, 120x36", file.display()), "empty");
        keys(&file);
        return command(&file);
    }
    for cards in if asked.is_empty() { CARDS.to_vec() } else { asked } {
        let folder = TempDir::new().expect("a folder");
        let file = fill(&folder, cards);
        figures::head(&format!("Today, {cards} cards, 120x36"), "empty");
        keys(&file);
        command(&file);
    }
}

/// A card file with so many invented cards.
fn fill(folder: &TempDir, cards: u64) -> PathBuf {
    let file = folder.path().join("cards.fieldcard");
    let mut command = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
    command.args(["demo", "--cards", &cards.to_string(), "--seed", "1", "--write"]).arg(&file);
    assert!(command.status().expect("fieldcard runs").success());
    file
}

fn keys(file: &Path) {
    let (mut fieldcard, _) = Program::start(Side::Fieldcard(file));
    let (mut empty, _) = Program::start(Side::Empty);
    for program in [&mut fieldcard, &mut empty] {
        program.rest();
    }
    // There and back: each key is measured by itself.
    let (mut rows, mut all, mut brief) = (Times::default(), Times::default(), Times::default());
    let first = fieldcard.press_until("2", has_rows);
    for _ in 0..PRESSES {
        fieldcard.press("1");
        rows.add(fieldcard.press_until("2", has_rows));
        fieldcard.rest();
    }
    for _ in 0..PRESSES {
        fieldcard.press("1");
        all.add(fieldcard.press_to_the_end("2"));
        brief.add(fieldcard.press_until("b", has_brief));
        fieldcard.press(ESCAPE);
    }
    figures::within("2 for the first time, its first rows", first, FRAME);
    for (name, times, bound) in [
        ("2, its first rows", &rows, FRAME),
        ("2, all counted", &all, COUNTED),
        ("b, the brief", &brief, FRAME),
    ] {
        figures::within(&format!("{name}, median"), times.median(), bound);
        figures::within(&format!("{name}, 99 in 100 within"), times.percentile(99), bound);
    }
    for (name, key) in [("j", "j"), ("PageDown", PAGE_DOWN)] {
        let (mut own, mut others) = (Times::default(), Times::default());
        for _ in 0..PRESSES {
            own.add(fieldcard.press(key));
            others.add(empty.press(key));
        }
        figures::against(&format!("{name}, median"), &own, &others, KEY_BOUND);
    }
}

/// Whether cards that are due are shown.
fn has_rows(picture: &str) -> bool {
    picture.contains("─ Today ─") && picture.contains(CURSOR)
}

/// Whether the sheet before a visit is open. What is due may be counted on behind it.
fn has_brief(picture: &str) -> bool {
    picture.contains("e prepare")
}

/// What is due, and the list, each as a command with fifty lines.
fn command(file: &Path) {
    let run = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
        command.args([name, "--limit", "50", "--json", "--file"]).arg(file).stdout(Stdio::null());
        let began = Instant::now();
        assert!(command.status().expect("fieldcard runs").success());
        began.elapsed()
    };
    let (mut today, mut list) = (Times::default(), Times::default());
    for _ in 0..RUNS {
        today.add(run("today"));
        list.add(run("list"));
    }
    figures::against("today --limit 50 against list", &today, &list, COMMAND_BOUND);
}
