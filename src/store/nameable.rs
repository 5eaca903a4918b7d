//! What queries can name beside the fields: saved filters and tags, as the file has them.

use rusqlite::Connection;

use super::Store;
use super::error::Result;
use crate::domain::field::{OwnField, key};
use crate::domain::query::{SavedFilter, Vocabulary};

/// What queries can name in a card file, beside the fields of the catalogue.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Nameable {
    /// The user's own fields.
    pub own: Vec<OwnField>,
    /// The saved filters, by name.
    pub saved: Vec<SavedFilter>,
}

impl Nameable {
    /// What the parser of queries is to know of it.
    pub fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary { own: &self.own, saved: &self.saved }
    }
}

impl Store {
    /// What queries can name in this file.
    pub fn nameable(&self) -> Result<Nameable> {
        Ok(Nameable { own: self.own_fields()?, saved: saved_filters(&self.connection)? })
    }

    /// Tags in use, at most so many, in order: of each card the first. Every tag costs one look into the
    /// index, however many cards have it.
    pub fn tags(&self, most: usize) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "WITH RECURSIVE tag (sort_key) AS (
                 SELECT min(sort_key) FROM value WHERE field = ?1 AND seq = 0 AND sort_key <> ''
                 UNION ALL
                 SELECT (SELECT min(sort_key) FROM value
                         WHERE field = ?1 AND seq = 0 AND sort_key <> '' AND sort_key > tag.sort_key)
                 FROM tag WHERE tag.sort_key IS NOT NULL LIMIT ?2)
             SELECT (SELECT text FROM value WHERE field = ?1 AND seq = 0 AND sort_key <> ''
                     AND value.sort_key = tag.sort_key LIMIT 1)
             FROM tag WHERE tag.sort_key IS NOT NULL",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let tags = statement.query_map((key::TAGS, most), |row| row.get(0))?;
        tags.collect::<rusqlite::Result<_>>().map_err(Into::into)
    }
}

fn saved_filters(connection: &Connection) -> Result<Vec<SavedFilter>> {
    let mut statement =
        connection.prepare_cached("SELECT name, query FROM saved_filter ORDER BY name_key, id")?;
    let filters = statement.query_map([], |row| Ok(SavedFilter { name: row.get(0)?, text: row.get(1)? }))?;
    filters.collect::<rusqlite::Result<_>>().map_err(Into::into)
}
