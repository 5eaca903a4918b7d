//! The fields the user added.

use super::Store;
use super::error::Result;
use crate::domain::field::OwnField;

impl Store {
    /// The user's own fields, in the order in which they were added.
    pub fn own_fields(&self) -> Result<Vec<OwnField>> {
        let mut statement = self.connection.prepare_cached("SELECT key, name FROM own_field ORDER BY id")?;
        let rows = statement
            .query_map([], |row| Ok(OwnField::text(row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
