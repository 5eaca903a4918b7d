//! How fast a customer list comes in, against `sqlite3 .import` of the same file, in turns: into a new card
//! file, and into one that has as many cards already. Beside it what SQLite alone takes to write the same rows
//! and indexes, the memory used, and the size of the file.
//!
//! `cargo bench --features benchmarks --bench import`, and `-- 1000000` behind it for another number of rows;
//! needs the program `sqlite3`.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and ends when it cannot run"
)]

#[allow(dead_code, reason = "the table has rows that only the screen needs")]
mod figures;

use std::fmt::Write;
use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use figures::Times;
use tempfile::TempDir;

const ROWS: usize = 100_000;
const ROUNDS: usize = 3;
/// Times as long as `.import` takes.
const FIRST_BOUND: f64 = 5.0;
const SECOND_BOUND: f64 = 10.0;
/// In MiB.
const MEMORY_BOUND: f64 = 256.0;
/// Times as large as the list.
const SIZE_BOUND: f64 = 6.0;
/// How often the memory is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);

fn main() {
    if Command::new("sqlite3").arg("-version").stdout(Stdio::null()).status().is_err() {
        println!("import: skipped, the program sqlite3 is not installed");
        return;
    }
    let rows = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(ROWS);
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let (list, more, file) = (at("list.csv"), at("more.csv"), at("cards.fieldcard"));
    std::fs::write(&list, customers(0..rows)).expect("the list is written");
    std::fs::write(&more, customers(rows..2 * rows)).expect("the list is written");
    let [mut first, mut second, mut alone, mut sqlite] = std::array::from_fn(|_| Times::default());
    let (mut memory, mut size) = (0.0_f64, 0.0);
    for _ in 0..ROUNDS {
        for made in ["cards.fieldcard", "alone.sqlite", "list.sqlite"] {
            // The first time there is none.
            drop(std::fs::remove_file(at(made)));
        }
        let (time, used) = with_fieldcard(&list, &file, rows);
        first.add(time);
        memory = memory.max(used);
        size = file.metadata().expect("the card file is there").len() as f64;
        sqlite.add(with_sqlite(&list, &at("list.sqlite")));
        alone.add(rows_alone(&file, &at("alone.sqlite")));
        second.add(with_fieldcard(&more, &file, rows).0);
    }
    let list_size = list.metadata().expect("the list is there").len() as f64;
    figures::head(&format!("import of {rows} rows, seven columns"), "sqlite3");
    figures::against("into a new card file", &first, &sqlite, FIRST_BOUND);
    figures::against("into one with as many cards", &second, &sqlite, SECOND_BOUND);
    figures::beside("the same rows, by SQLite alone", &alone, &sqlite);
    figures::at_most("memory of its own, MiB", memory, MEMORY_BOUND);
    figures::at_most("card file, times the list", size / list_size, SIZE_BOUND);
}

/// Brings a list in; the time it took, and the most memory of its own it had, in MiB.
fn with_fieldcard(list: &Path, file: &Path, rows: usize) -> (Duration, f64) {
    let began = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
    command.args(["import", "--json"]).arg(list).env_clear().stdout(Stdio::piped());
    command.env("FIELDCARD_FILE", file).env("FIELDCARD_LANG", "en").env("HOME", file.with_extension("home"));
    let mut child = command.spawn().expect("fieldcard runs");
    let mut memory = 0.0_f64;
    while child.try_wait().expect("it can be waited for").is_none() {
        memory = memory.max(memory_of(child.id()));
        std::thread::sleep(LOOK_EVERY);
    }
    let time = began.elapsed();
    let imported = child.wait_with_output().expect("fieldcard runs");
    let said = String::from_utf8_lossy(&imported.stdout);
    assert!(said.contains(&format!("\"added\":{rows}")), "{imported:?}");
    (time, memory)
}

/// The memory of a process that is no part of a file, in MiB; 0 where the system does not tell.
fn memory_of(process: u32) -> f64 {
    let told = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}

fn with_sqlite(list: &Path, file: &Path) -> Duration {
    sqlite(file, &[".mode csv", &format!(".import '{}' customers", list.display())]).0
}

/// Writes all rows and indexes of a card file into another file.
fn rows_alone(card_file: &Path, file: &Path) -> Duration {
    let schema = |kind: &str, what: &str| {
        let sql = format!(
            "SELECT {what} FROM sqlite_schema WHERE type = '{kind}' AND sql NOT NULL AND name NOT LIKE 'sqlite_%'"
        );
        sqlite(card_file, &[&sql]).1
    };
    let tables = schema("table", "sql || ';'");
    // The condition keeps SQLite from copying the rows as they stand in their pages.
    let rows =
        schema("table", "'INSERT INTO main.' || name || ' SELECT * FROM other.' || name || ' WHERE 1;'");
    let indexes = schema("index", "sql || ';'");
    let attached = format!("ATTACH '{}' AS other; BEGIN;", card_file.display());
    let settings = "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;";
    sqlite(file, &[settings, &tables, &attached, &rows, &indexes, "COMMIT;"]).0
}

/// Runs commands by the program `sqlite3`; the time it took, and what it said.
fn sqlite(file: &Path, commands: &[&str]) -> (Duration, String) {
    let began = Instant::now();
    let ran = Command::new("sqlite3").arg(file).args(commands).output().expect("sqlite3 runs");
    let time = began.elapsed();
    assert!(ran.status.success(), "{ran:?}");
    (time, String::from_utf8_lossy(&ran.stdout).into_owned())
}

/// The list as a salesperson would have it.
fn customers(rows: Range<usize>) -> String {
    const FIRST: [&str; 8] = ["Ana", "伟", "Mei", "磊", "Tom", "秀英", "Nora", "建国"];
    const LAST: [&str; 7] = ["Torres", "张", "Hu", "王", "Marsh", "李", "Bell"];
    const TRADE: [&str; 5] = ["Printing", "食品有限公司", "Logistics", "包装材料厂", "Hotels"];
    const TAG: [&str; 4] = ["vip", "fair", "老客户", "north; quick to pay"];
    const NOTE: [&str; 4] =
        ["wants a price for 500 boxes", "上次说要样品，月底再打", "asked twice, \"no budget\" this year", ""];
    let mut list = String::from("Name,Company,Phone,E-mail,Address,Tags,Notes\n");
    for row in rows {
        let (first, last, trade) = (FIRST[row % 8], LAST[row % 7], TRADE[row % 5]);
        let (tag, note) = (TAG[row % 4], NOTE[row / 4 % 4].replace('"', "\"\""));
        let company = row / 3;
        writeln!(
            list,
            "{last} {first} {row},{trade} {company},138{row:08},c{row}@example.com,\"{company} Mill Road, {last}\",{tag},\"{note}\"",
        )
        .expect("text can be written to");
    }
    list
}
