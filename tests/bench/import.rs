//! How fast a customer list comes in, against `sqlite3 .import` of the same file, in turns.
//!
//! `cargo bench --bench import`; needs the program `sqlite3`.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and ends when it cannot run"
)]

#[allow(dead_code, reason = "the table has rows that only the screen needs")]
mod figures;

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use figures::Times;
use tempfile::TempDir;

const ROWS: usize = 100_000;
const ROUNDS: usize = 3;
const BOUND: f64 = 6.0;

fn main() {
    if Command::new("sqlite3").arg("-version").stdout(Stdio::null()).status().is_err() {
        println!("import: skipped, the program sqlite3 is not installed");
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let list = folder.path().join("list.csv");
    std::fs::write(&list, customers()).expect("the list is written");
    let (mut fieldcard, mut sqlite) = (Times::default(), Times::default());
    for round in 0..ROUNDS {
        fieldcard.add(with_fieldcard(&list, &folder.path().join(format!("{round}.fieldcard"))));
        sqlite.add(with_sqlite(&list, &folder.path().join(format!("{round}.sqlite"))));
    }
    figures::head(&format!("import of {ROWS} rows"), "sqlite3");
    figures::against("CSV, seven columns", &fieldcard, &sqlite, BOUND);
}

fn with_fieldcard(list: &Path, file: &Path) -> Duration {
    let began = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
    command.args(["import", "--json"]).arg(list).env_clear();
    command.env("FIELDCARD_FILE", file).env("FIELDCARD_LANG", "en").env("HOME", file.with_extension("home"));
    let imported = command.output().expect("fieldcard runs");
    let time = began.elapsed();
    let said = String::from_utf8_lossy(&imported.stdout);
    assert!(said.contains(&format!("\"added\":{ROWS}")), "{imported:?}");
    time
}

fn with_sqlite(list: &Path, file: &Path) -> Duration {
    let began = Instant::now();
    let mut command = Command::new("sqlite3");
    command.arg(file).arg(".mode csv").arg(format!(".import '{}' customers", list.display()));
    assert!(command.status().expect("sqlite3 runs").success());
    began.elapsed()
}

/// The list as a salesperson would have it.
fn customers() -> String {
    const FIRST: [&str; 8] = ["Ana", "伟", "Mei", "磊", "Tom", "秀英", "Nora", "建国"];
    const LAST: [&str; 7] = ["Torres", "张", "Hu", "王", "Marsh", "李", "Bell"];
    const TRADE: [&str; 5] = ["Printing", "食品有限公司", "Logistics", "包装材料厂", "Hotels"];
    const TAG: [&str; 4] = ["vip", "fair", "老客户", "north; quick to pay"];
    const NOTE: [&str; 4] =
        ["wants a price for 500 boxes", "上次说要样品，月底再打", "asked twice, \"no budget\" this year", ""];
    let mut list = String::from("Name,Company,Phone,E-mail,Address,Tags,Notes\n");
    for row in 0..ROWS {
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
