//! Small things a card file remembers about how it is used: the last import's mapping, the last kind of contact.

use rusqlite::{OptionalExtension, params};

use super::Store;
use super::error::Result;

impl Store {
    /// What is remembered under a key.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Remembers something under a key. Not journalled: nobody would take it back.
    pub fn keep_setting(&mut self, key: &str, value: &str) -> Result<()> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)")?
            .execute(params![key, value])?;
        Ok(())
    }
}
