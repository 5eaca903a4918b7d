//! How single values are written.

use chrono::{DateTime, NaiveDate, SecondsFormat};
use serde::{Serialize, Serializer};

/// A text that has a value.
pub(super) fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// A recording time: UTC, to the millisecond.
pub(super) fn instant(at: i64) -> String {
    DateTime::from_timestamp_millis(at).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A day as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day(pub(super) NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
