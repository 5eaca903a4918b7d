//! How fast cards are found, sorted, shown and saved among a thousand, a hundred thousand and a million, beside
//! references, in one run.
//!
//! `cargo bench --features benchmarks --bench search`, and `-- 1000 100000` behind it for these sizes only. A million
//! cards take some minutes to invent and 2 GiB of disk: `-- 1000 million.fieldcard` measures a card file made
//! before with `fieldcard demo --cards 1000000 --write million.fieldcard`, and leaves a hundred cards in it.

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
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use fieldcard::domain::column::{Column, SortKey};
use fieldcard::domain::draft::NewCard;
use fieldcard::domain::policy::Policies;
use fieldcard::domain::query::{Query, Strictness};
use fieldcard::store::{Act, Opening, Order, Sort, Source, Store};
use figures::Times;
use program::{Program, Side};
use tempfile::TempDir;

const CARDS: [usize; 3] = [1_000, 100_000, 1_000_000];
/// Rows of a page.
const ROWS: usize = 50;
const STARTS: usize = 11;
const PRESSES: usize = 60;
const SAVED: usize = 100;
const SPAWNED: usize = 15;
/// Ends the empty program at once when it is its argument: what any program costs to start.
const NOTHING: &str = "--nothing";

/// What is typed: names, pinyin, initials, numbers, words of notes; common, rare and nowhere.
const TYPED: [&str; 14] = [
    "张伟",
    "有限公司",
    "科技有限公司",
    "zhangwei",
    "zw",
    "printing ltd",
    "8000",
    "13800001234",
    "报价",
    "a",
    "e",
    "西区 张",
    "zhang伟",
    "qqqzzz",
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let mut asked: Vec<Asked> =
        arguments.iter().skip(1).filter_map(|argument| Asked::read(argument)).collect();
    if asked.is_empty() {
        asked = CARDS.map(Asked::Invented).into();
    }
    let mut smallest = None;
    for asked in asked {
        let folder = TempDir::new().expect("a folder");
        let (file, cards) = match asked {
            Asked::Invented(cards) => (fill(&folder, cards), cards),
            Asked::Made(file) => {
                let cards = open(&file).count(&Query::default(), day()).expect("it is counted");
                (file, cards)
            }
        };
        figures::head(&format!("{cards} cards"), "reference");
        println!("  file: {} MiB", std::fs::metadata(&file).expect("the file is there").len() >> 20);
        let mut store = open(&file);
        typing(&store, cards);
        counting(&store, &file);
        sorting(&store);
        saving(&mut store);
        drop(store);
        listing(&file);
        screen(&file, &mut smallest);
    }
}

/// What is measured.
enum Asked {
    /// So many invented cards.
    Invented(usize),
    /// A card file that is there.
    Made(PathBuf),
}

impl Asked {
    /// Reads an argument; `cargo bench` adds its own, which are neither.
    fn read(argument: &str) -> Option<Asked> {
        let number = argument.parse().ok().map(Asked::Invented);
        number.or_else(|| Some(PathBuf::from(argument)).filter(|path| path.is_file()).map(Asked::Made))
    }
}

/// A card file with so many invented cards.
fn fill(folder: &TempDir, cards: usize) -> PathBuf {
    let file = folder.path().join("cards.fieldcard");
    let mut command = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
    command.args(["demo", "--lang", "zh-Hans", "--cards", &cards.to_string(), "--seed", "1", "--write"]);
    assert!(command.arg(&file).status().expect("fieldcard runs").success());
    file
}

fn open(file: &Path) -> Store {
    let opening = Opening { source: Source::Command, policies: Policies::default(), day: day() };
    Store::open_existing(file, opening).expect("the card file opens")
}

fn day() -> NaiveDate {
    fieldcard::clock::today()
}

fn query(text: &str) -> Query {
    Query::parse(text, day(), Strictness::Screen).expect("a query on the screen is always read").0
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    drop(work());
    began.elapsed()
}

/// The first page after every key of a search.
fn typing(store: &Store, cards: usize) {
    let mut times = Times::default();
    let mut worst = (Duration::ZERO, String::new());
    for typed in TYPED {
        let ends = typed.char_indices().map(|(at, letter)| at + letter.len_utf8());
        for end in ends {
            let query = query(&typed[..end]);
            let page = || {
                let order = Order::Closest(Sort::default());
                store.first_page(&query, &order, day(), ROWS, &|| false).expect("it is searched")
            };
            let time = timed(page).min(timed(page));
            times.add(time);
            if time > worst.0 {
                worst = (time, typed[..end].to_owned());
            }
        }
    }
    let bound = if cards > 100_000 { 33 } else { 16 };
    figures::within("a key of a search, median", times.median(), Duration::from_millis(8));
    let named = format!("the slowest ({})", worst.1);
    figures::within(&named, times.percentile(100), Duration::from_millis(bound));
}

/// The exact count, against SQLite looking through names and companies only.
fn counting(store: &Store, file: &Path) {
    #[expect(clippy::disallowed_methods, reason = "the reference reads the same rows without fieldcard")]
    let connection = rusqlite::Connection::open(file).expect("SQLite opens it");
    let (mut own, mut scan) = (Times::default(), Times::default());
    let (mut first, mut again) = ((Duration::ZERO, ""), (Duration::ZERO, ""));
    for typed in TYPED {
        let query = query(typed);
        let count = || store.count(&query, day()).expect("it is counted");
        for worst in [&mut first, &mut again] {
            let time = timed(count);
            own.add(time);
            *worst = (*worst).max((time, typed));
        }
        scan.add(timed(|| {
            let sql = "SELECT count(*) FROM card WHERE instr(name, ?1) + instr(company, ?1) > 0";
            connection.query_row(sql, [typed], |row| row.get::<_, i64>(0)).expect("it is counted")
        }));
    }
    figures::against("the exact count, against a scan", &own, &scan, 1.0);
    for (when, (time, typed)) in [("the first time", first), ("again", again)] {
        figures::within(&format!("the slowest count {when} ({typed})"), time, Duration::from_millis(100));
    }
}

/// The first page in every order there is.
fn sorting(store: &Store) {
    let mut worst = (Duration::ZERO, String::new());
    let mut whole = Times::default();
    let columns = Column::all(&[], &Policies::default().privacy);
    for key in columns.iter().map(SortKey::from) {
        for reverse in [false, true] {
            let sort = Sort { key: key.clone(), reverse };
            let page = || store.list(&Query::default(), &sort, day(), Some(ROWS)).expect("it is sorted");
            let time = timed(page).min(timed(page));
            if time > worst.0 {
                worst = (time, key.key().to_owned());
            }
        }
        let sort = Sort { key, reverse: false };
        whole.add(timed(|| store.list(&Query::default(), &sort, day(), None).expect("it is sorted")));
    }
    let named = format!("first page sorted, slowest ({})", worst.1);
    figures::within(&named, worst.0, Duration::from_millis(33));
    figures::within("the whole order, median", whole.median(), Duration::from_secs(1));
}

fn saving(store: &mut Store) {
    let mut times = Times::default();
    for number in 0..SAVED {
        let new = NewCard { company: "海虹印刷".into(), ..NewCard::named(format!("王小明 {number}")) };
        times.add(timed(|| store.write(Act::Add, "", |door| door.add_card(&new)).expect("it is saved")));
    }
    figures::within("one card saved, 99 in 100 within", times.percentile(99), Duration::from_millis(5));
}

/// A whole process, against one that does nothing.
fn listing(file: &Path) {
    let (mut own, mut nothing) = (Times::default(), Times::default());
    for _ in 0..SPAWNED {
        own.add(timed(|| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
            command.args(["list", "张", "--limit", "50", "--json", "--file"]).arg(file);
            assert!(command.output().expect("fieldcard runs").status.success());
        }));
        nothing.add(timed(|| {
            Command::new(env!("CARGO_BIN_EXE_empty-program")).arg(NOTHING).output().expect("it runs")
        }));
    }
    figures::against("list 张 --limit 50 --json", &own, &nothing, 3.0);
}

/// Start and keys, against the empty program; how much slower than with the fewest cards.
fn screen(file: &Path, smallest: &mut Option<[Times; 5]>) {
    let (mut own, mut others) = (Times::default(), Times::default());
    for _ in 0..STARTS {
        own.add(Program::start(Side::Fieldcard(file)).1);
        others.add(Program::start(Side::Empty).1);
    }
    figures::against("start to first cards", &own, &others, 2.0);
    let (mut fieldcard, _) = Program::start(Side::Fieldcard(file));
    let (mut empty, _) = Program::start(Side::Empty);
    report_memory("private memory after the start, MiB", &fieldcard, 16.0);
    fieldcard.rest();
    let mut all = vec![own];
    for (name, key) in [("j", "j"), ("PageDown", "\x1b[6~"), ("G", "G"), ("] inside a card", "]")] {
        fieldcard.press("\x1b[H");
        if key == "]" {
            fieldcard.press("\r");
        }
        let (mut own, mut others) = (Times::default(), Times::default());
        for _ in 0..PRESSES {
            own.add(fieldcard.press(key));
            others.add(empty.press("j"));
            if key == "G" {
                fieldcard.press("\x1b[H");
            }
        }
        figures::against(name, &own, &others, 3.0);
        figures::within(&format!("{name}, 99 in 100 within"), own.percentile(99), Duration::from_millis(5));
        all.push(own);
    }
    fieldcard.press("\x1b");
    typed_on_screen(&mut fieldcard);
    report_memory("private memory after searching, MiB", &fieldcard, 64.0);
    let Ok(all) = <[Times; 5]>::try_from(all) else { return };
    if let Some(smallest) = smallest {
        for ((name, own), few) in ["start", "j", "PageDown", "G", "]"].into_iter().zip(&all).zip(smallest) {
            figures::against(&format!("{name}, against the fewest cards"), own, few, 1.2);
        }
    } else {
        *smallest = Some(all);
    }
}

/// From a key of a search to the last byte of the picture.
fn typed_on_screen(fieldcard: &mut Program) {
    let mut times = Times::default();
    for typed in ["张伟", "zhangwei", "8000", "报价"] {
        fieldcard.press("/");
        for letter in typed.chars() {
            times.add(fieldcard.press(&letter.to_string()));
        }
        fieldcard.press("\x1b");
        fieldcard.rest();
    }
    figures::within("a key of a search on the screen", times.median(), Duration::from_millis(33));
}

/// What the process has for itself alone, where the system says.
fn report_memory(what: &str, program: &Program, bound: f64) {
    let Some(kib) = program.private_kib() else {
        println!("  {what}: this system does not say");
        return;
    };
    figures::at_most(what, kib as f64 / 1024.0, bound);
}
