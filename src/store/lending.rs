//! The lending log: what left the file, to whom and what for. Only ever added to.

use chrono::NaiveDate;
use rusqlite::params;

use super::Store;
use super::error::Result;
use crate::clock;

/// Something that left the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lending {
    /// The as-of date.
    pub day: NaiveDate,
    /// To whom; empty when not said.
    pub whom: String,
    /// What for; empty when not said.
    pub purpose: String,
    /// The query that chose the cards, as typed.
    pub query: String,
    /// In which format.
    pub format: String,
    /// How many cards.
    pub count: u64,
}

impl Store {
    /// Writes down that something left the file.
    pub fn record_lending(&mut self, lending: &Lending) -> Result<()> {
        let path = self.path().to_path_buf();
        let count = i64::try_from(lending.count).unwrap_or(i64::MAX);
        let row = params![
            lending.day.to_string(),
            clock::now(),
            lending.whom,
            lending.purpose,
            lending.query,
            lending.format,
            count
        ];
        let sql = "INSERT INTO lending (day, at, whom, purpose, query, format, count)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let written = self.session.begin(&mut self.connection).and_then(|transaction| {
            transaction.execute(sql, row)?;
            Ok(transaction.commit()?)
        });
        written.map_err(|error| error.at(&path))
    }
}
