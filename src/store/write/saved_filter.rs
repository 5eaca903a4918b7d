//! Saved filters: kept, changed, taken away.

use rusqlite::OptionalExtension;

use crate::domain::query::SavedFilter;
use crate::domain::text::fold::fold;
use crate::store::cell::text;
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::record::RecordKind;

impl Door<'_> {
    /// Keeps a filter; one of that name takes the new query.
    pub fn save_filter(&mut self, filter: &SavedFilter) -> Result<()> {
        match self.saved_filter_row(&filter.name)? {
            Some(row) => {
                self.set(RecordKind::SavedFilter, row, "name", text(&filter.name))?;
                self.set(RecordKind::SavedFilter, row, "query", text(&filter.text))
            }
            None => {
                let fields = [("name", text(&filter.name)), ("query", text(&filter.text))];
                self.insert(RecordKind::SavedFilter, &fields).map(drop)
            }
        }
    }

    /// Takes a filter away.
    ///
    /// # Errors
    /// None of that name.
    pub fn remove_filter(&mut self, name: &str) -> Result<()> {
        let row =
            self.saved_filter_row(name)?.ok_or_else(|| StoreError::NoSuchFilter { name: name.to_owned() })?;
        self.delete(RecordKind::SavedFilter, row)
    }

    fn saved_filter_row(&self, name: &str) -> Result<Option<i64>> {
        Ok(self
            .connection
            .prepare_cached("SELECT id FROM saved_filter WHERE name_key = ?1")?
            .query_row([fold(name)], |row| row.get(0))
            .optional()?)
    }
}
