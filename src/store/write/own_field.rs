//! Fields the user adds to the catalogue.

use rusqlite::OptionalExtension;

use crate::domain::field::built_in;
use crate::store::cell::text;
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::record::RecordKind;

impl Door<'_> {
    /// Adds a field of the user's own, one text a card; one that is there already stays as it is.
    pub fn add_own_field(&mut self, key: &str, name: &str) -> Result<()> {
        if key.is_empty() || built_in(key).is_some() {
            return Err(StoreError::BadValue { field: "own field".into(), value: key.into() });
        }
        let known: Option<i64> = self
            .connection
            .prepare_cached("SELECT id FROM own_field WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?;
        if known.is_none() {
            let fields = [("key", text(key)), ("name", text(name)), ("type", text("text"))];
            self.insert(RecordKind::OwnField, &fields)?;
        }
        Ok(())
    }
}
