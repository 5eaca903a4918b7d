//! The one place that reads the clock.

#![allow(clippy::disallowed_methods, reason = "this is the home of the clock")]

use chrono::{Local, NaiveDate, Utc};

/// The present instant: UTC, milliseconds since 1970. For recording times only.
pub fn now() -> i64 {
    Utc::now().timestamp_millis()
}

/// The local date: the default as-of date, and the day for which the card file keeps standings.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}
