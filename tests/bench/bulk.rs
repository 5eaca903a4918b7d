//! How fast one tag is put on many cards, against the plain SQL statement with its index, in turns; and how
//! long marking a million cards takes.
//!
//! `cargo bench --features benchmarks --bench bulk`

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark prints, and ends when it cannot run"
)]

#[allow(dead_code, reason = "the table has rows that only the screen needs")]
mod figures;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use fieldcard::domain::card_set::CardSet;
use fieldcard::domain::policy::Policies;
use fieldcard::domain::query::Query;
use fieldcard::store::{BulkChange, Going, Opening, Sort, Source, Store};
use figures::Times;
use tempfile::TempDir;

const CARDS: usize = 10_000;
const ROUNDS: usize = 5;
const BOUND: f64 = 3.0;
const MILLION: i64 = 1_000_000;

fn main() {
    let folder = TempDir::new().expect("a folder");
    let (ours, plain) = (folder.path().join("ours.fieldcard"), folder.path().join("plain.fieldcard"));
    let mut demo = Command::new(env!("CARGO_BIN_EXE_fieldcard"));
    demo.args(["demo", "--cards", &CARDS.to_string(), "--write"]).arg(&ours).env("HOME", folder.path());
    assert!(demo.output().expect("fieldcard runs").status.success());
    std::fs::copy(&ours, &plain).expect("a copy");

    let (mut fieldcard, mut sql, mut back) = (Times::default(), Times::default(), Times::default());
    for round in 0..ROUNDS {
        let tag = format!("round{round}");
        let (there, again) = with_fieldcard(&ours, &tag);
        fieldcard.add(there);
        back.add(again);
        sql.add(with_sql(&plain, &tag));
    }
    figures::head(&format!("a tag on {CARDS} cards"), "plain SQL");
    figures::against("put on", &fieldcard, &sql, BOUND);
    figures::against("taken back", &back, &sql, BOUND);

    let mut marks = CardSet::default();
    let began = Instant::now();
    // Row numbers as a list by name has them: in no order.
    for row in 0..MILLION {
        marks.insert(row * 7_919 % MILLION);
    }
    figures::within("a million cards marked", began.elapsed(), Duration::from_millis(16));
    assert_eq!(marks.len(), 1_000_000);
}

fn with_fieldcard(file: &Path, tag: &str) -> (Duration, Duration) {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let opening = Opening { source: Source::Screen, policies: Policies::default(), day };
    let mut store = Store::open(file, opening).expect("the card file opens");
    let cards = store.list(&Query::default(), &Sort::default(), day, None).expect("a list");
    let change = BulkChange::Tags { add: vec![tag.to_owned()], take: Vec::new() };
    let began = Instant::now();
    let done = store.change_many(tag, &cards, &change, &mut |_| Going::On).expect("the cards are tagged");
    let there = began.elapsed();
    assert_eq!(done.taken, cards.len());
    let began = Instant::now();
    store.undo().expect("the tag is taken back");
    (there, began.elapsed())
}

fn with_sql(file: &Path, tag: &str) -> Duration {
    let mut connection = rusqlite::Connection::open(file).expect("the copy opens");
    connection
        .execute_batch(
            // As durable as fieldcard, and the log is written back as seldom.
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000;
             CREATE INDEX IF NOT EXISTS by_value ON value (field, sort_key, card)",
        )
        .expect("the index stands");
    let began = Instant::now();
    let transaction = connection.transaction().expect("a transaction");
    transaction
        .execute(
            "INSERT INTO value (card, field, seq, text, sort_key)
             SELECT id, 'tags', (SELECT count(*) FROM value WHERE card = id AND field = 'tags'), ?1, ?1 FROM card",
            [tag],
        )
        .expect("the tag is put on");
    transaction.commit().expect("committed");
    began.elapsed()
}
