//! How fast the screen is, against an empty program on the same foundation, in turns.
//!
//! `cargo bench --features benchmarks --bench screen`

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and ends when it cannot run"
)]

mod big_card;
mod figures;
#[allow(dead_code, reason = "some of it only the other benchmarks need")]
mod program;
#[allow(dead_code, reason = "some of it only the tests of the terminal need")]
#[path = "../terminal/pty.rs"]
mod pty;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use figures::Times;
use program::{Program, Side};
use tempfile::TempDir;

const CARDS: [u64; 2] = [1_000, 100_000];

const STARTS: usize = 15;
const PRESSES: usize = 200;
/// After so many the cursor goes home, so that no list is too short; after `G` at once.
const PRESSES_A_JOURNEY: usize = 20;
const QUEUES: usize = 7;
const QUEUED: usize = 1_000;
const IDLE: Duration = Duration::from_secs(6);

/// Contacts of the card that is opened, and how often it is.
const CONTACTS: u64 = 1_000;
const OPENINGS: usize = 50;
const FRAME: Duration = Duration::from_millis(16);

const ESCAPE: &str = "\x1b";
const HOME: &str = "\x1b[H";
const PAGE_DOWN: &str = "\x1b[6~";

const START_BOUND: f64 = 2.0;
const KEY_BOUND: f64 = 3.0;
const KEY_WORST_BOUND: Duration = Duration::from_millis(5);
const QUEUE_BOUND: f64 = 2.0;
const WAKEUPS_BOUND: f64 = 4.0;

fn main() {
    for cards in CARDS {
        let folder = TempDir::new().expect("a folder");
        let file = fill(&folder, cards);
        figures::head(&format!("{cards} cards, 120x36"), "empty");
        start(&file);
        keys(&file);
        open_big_card(&file);
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

fn start(file: &Path) {
    let (mut fieldcard, mut reading, mut empty) = (Times::default(), Times::default(), Times::default());
    for _ in 0..STARTS {
        fieldcard.add(Program::start(Side::Fieldcard(file)).1);
        reading.add(Program::start(Side::Reading(file)).1);
        empty.add(Program::start(Side::Empty).1);
    }
    figures::against("start to first cards", &fieldcard, &empty, START_BOUND);
    figures::beside("  the empty program reads one card", &reading, &empty);
}

fn keys(file: &Path) {
    let (mut fieldcard, _) = Program::start(Side::Fieldcard(file));
    let (mut empty, _) = Program::start(Side::Empty);
    for program in [&mut fieldcard, &mut empty] {
        program.rest();
    }
    for (name, key, journey) in
        [("j", "j", PRESSES_A_JOURNEY), ("PageDown", PAGE_DOWN, PRESSES_A_JOURNEY), ("G", "G", 1)]
    {
        let (mut own, mut others) = (Times::default(), Times::default());
        for press in 0..PRESSES {
            own.add(fieldcard.press(key));
            others.add(empty.press(key));
            if (press + 1) % journey == 0 {
                fieldcard.press(HOME);
                empty.press(HOME);
            }
        }
        figures::against(&format!("{name}, median"), &own, &others, KEY_BOUND);
        figures::within(&format!("{name}, 99 in 100 within"), own.percentile(99), KEY_WORST_BOUND);
    }
    queued(&mut fieldcard, &mut empty);
    idle(&mut fieldcard);
}

/// A card with a value in every field and many contacts: come upon, and opened.
fn open_big_card(file: &Path) {
    big_card::put(file, CONTACTS);
    let (mut fieldcard, _) = Program::start(Side::Fieldcard(file));
    fieldcard.rest();
    fieldcard.type_at_once(&format!("/{}\r", big_card::WORD));
    assert!(
        fieldcard.picture().contains("2/2") || fieldcard.picture().contains("1/2"),
        "{}",
        fieldcard.picture()
    );
    let (mut come_upon, mut opened) = (Times::default(), Times::default());
    for _ in 0..OPENINGS {
        fieldcard.press("k");
        let down = fieldcard.press("j");
        let up = fieldcard.press("k");
        // One of the two is the big one.
        come_upon.add(down.max(up));
        let first = fieldcard.press("\r");
        fieldcard.press(ESCAPE);
        fieldcard.press("j");
        let second = fieldcard.press("\r");
        fieldcard.press(ESCAPE);
        opened.add(first.max(second));
    }
    for (name, times) in [("come upon", &come_upon), ("opened", &opened)] {
        figures::within(&format!("a card with {CONTACTS} contacts {name}, median"), times.median(), FRAME);
        figures::within("  99 in 100 within", times.percentile(99), FRAME);
    }
}

fn queued(fieldcard: &mut Program, empty: &mut Program) {
    let keys = "j".repeat(QUEUED);
    let (mut own, mut others) = (Times::default(), Times::default());
    for _ in 0..QUEUES {
        own.add(fieldcard.type_at_once(&keys));
        others.add(empty.type_at_once(&keys));
        fieldcard.press(HOME);
        empty.press(HOME);
    }
    figures::against(&format!("{QUEUED} queued j"), &own, &others, QUEUE_BOUND);
}

fn idle(fieldcard: &mut Program) {
    fieldcard.rest();
    let (bytes, woken) = fieldcard.idle(IDLE);
    match woken {
        Some(woken) => {
            figures::at_most("idle, wakeups a second", woken as f64 / IDLE.as_secs_f64(), WAKEUPS_BOUND);
        }
        None => println!("  idle: this system does not say how often a program wakes"),
    }
    figures::at_most("idle, bytes written", bytes as f64, 0.0);
}
