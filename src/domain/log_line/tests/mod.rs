//! Lines as people type them. 2026-11-18 is a Wednesday.

mod agreements;
mod lines;
mod properties;
mod words;

use super::*;
use crate::domain::contact::PromiseBy;
use Answer::{No, Unknown, Yes};
use Letter::{Authority, Money, Need};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    date("2026-11-18")
}

fn next(on: &str, kind: Option<ContactKind>) -> Option<NextAction> {
    Some(NextAction { on: date(on), kind, note: String::new() })
}

fn promise(by: PromiseBy, text: &str, due_on: &str) -> Promise {
    Promise::open(by, text, Some(date(due_on)))
}
