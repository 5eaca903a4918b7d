//! Which card has a code. A code is the same however its letters are written: `hh-001` is `HH-001`.

use rusqlite::{Connection, params};

use super::error::Result;
use super::value::text_sort_key;
use crate::domain::id::CardId;
use crate::domain::text::fold::same;

/// The card in the list or in the bin that has a code, and its name; one with the very same letters first, as
/// files of earlier versions may hold several.
pub(super) fn holder(connection: &Connection, code: &str) -> Result<Option<(CardId, String)>> {
    let key = text_sort_key(code);
    if key.is_empty() {
        return Ok(None);
    }
    // Its key leaves signs out, so what it finds is compared.
    let mut statement = connection.prepare_cached(
        "SELECT id, name, code FROM card WHERE code_key = ?1 AND code_key <> '' AND state < 2
         ORDER BY code <> ?2, id",
    )?;
    let mut rows = statement.query(params![key, code])?;
    while let Some(row) = rows.next()? {
        if same(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?, code) {
            return Ok(Some((CardId(row.get(0)?), row.get(1)?)));
        }
    }
    Ok(None)
}
