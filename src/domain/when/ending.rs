//! What Chinese puts behind a day: `周五前`, `月底之前`, `3天内`, `周五左右`.

use chrono::NaiveDate;

use super::{Result, day};

/// Endings of a day that make it a deadline; longer ones first.
pub(in crate::domain) const DEADLINE_ENDINGS: &[&str] = &["下班之前", "下班前", "之前", "以前", "前"];
/// Endings that leave it the day it is.
const LOOSE_ENDINGS: &[&str] = &["左右", "当天", "當天", "那天"];
/// Words that begin like an ending and are none: `下次周五前台见`.
const NO_ENDINGS: &[&str] = &["前台", "前臺", "前往", "前去", "前面", "前厅", "前廳", "前门", "前門"];
/// A distance that ends so is a deadline by itself.
const WITHIN: [char; 2] = ['内', '內'];

/// What follows a day, without an ending of that day.
pub(in crate::domain) fn after_ending(rest: &str) -> &str {
    if NO_ENDINGS.iter().any(|word| rest.starts_with(word)) {
        return rest;
    }
    endings().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest)
}

/// A day with or without an ending: the day itself, or that by which something is to be.
pub(in crate::domain) fn day_or_by(text: &str, today: NaiveDate) -> Result<NaiveDate> {
    day(text, today).or_else(|error| {
        let bare = endings().find_map(|ending| text.strip_suffix(ending)).ok_or(error)?;
        day(bare, today)
    })
}

/// Whether a text that is a day says by when: `3天内`.
pub(in crate::domain) fn is_within(text: &str) -> bool {
    text.ends_with(WITHIN)
}

fn endings() -> impl Iterator<Item = &'static &'static str> {
    DEADLINE_ENDINGS.iter().chain(LOOSE_ENDINGS)
}
