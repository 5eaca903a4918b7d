//! The one place that reads the clock.

#![allow(clippy::disallowed_methods, reason = "this is the home of the clock")]

use chrono::{Local, NaiveDate, NaiveTime, TimeZone, Utc};

/// The present instant: UTC, milliseconds since 1970. For recording times only.
pub fn now() -> i64 {
    Utc::now().timestamp_millis()
}

/// The instant at which a local day begins: UTC, milliseconds since 1970. Where clocks are put forward at
/// midnight, that of the first hour there is.
pub fn start_of(day: NaiveDate) -> i64 {
    let midnight = day.and_time(NaiveTime::MIN);
    let local = Local.from_local_datetime(&midnight).earliest();
    local.map_or_else(|| midnight.and_utc().timestamp_millis(), |instant| instant.timestamp_millis())
}

/// The local date: the default as-of date, and the day for which the card file keeps standings.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}
