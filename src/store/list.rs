//! Which cards match a query, and in which order.

use chrono::NaiveDate;
use rusqlite::params;

use super::Store;
use super::error::Result;
use crate::domain::id::CardId;
use crate::domain::query::Query;

/// By what a list is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sort {
    /// Key of a field or of a derived column; `None`: by name.
    pub key: Option<String>,
    /// Last first.
    pub reverse: bool,
}

impl Store {
    /// Cards that match, in order, at most `limit`.
    pub fn list(
        &self,
        _query: &Query,
        sort: &Sort,
        _day: NaiveDate,
        limit: Option<usize>,
    ) -> Result<Vec<CardId>> {
        let sql = if sort.reverse {
            "SELECT id FROM card WHERE state = 0 ORDER BY sort_key DESC, id DESC LIMIT ?1"
        } else {
            "SELECT id FROM card WHERE state = 0 ORDER BY sort_key, id LIMIT ?1"
        };
        let limit = limit.and_then(|limit| i64::try_from(limit).ok()).unwrap_or(-1);
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map(params![limit], |row| row.get(0).map(CardId))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
