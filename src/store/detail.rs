//! The parts of details: typed values, as those of a card's fields.

use rusqlite::{Connection, OptionalExtension, params};

use super::cell;
use super::error::Result;
use super::value;
use crate::domain::detail::DetailGroup;
use crate::domain::id::EntryId;

/// The values of a part, in their order.
pub(super) fn read(connection: &Connection, detail: EntryId, part: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(
        "SELECT text FROM detail_value
         WHERE card = (SELECT card FROM detail WHERE id = ?1) AND detail = ?1 AND field = ?2 ORDER BY seq",
    )?;
    let texts = statement.query_map(params![detail.0, part], |row| row.get(0))?;
    Ok(texts.collect::<rusqlite::Result<_>>()?)
}

/// Puts these values in place of a part's present ones; the detail must be there.
pub(super) fn write(connection: &Connection, detail: EntryId, part: &str, values: &[String]) -> Result<()> {
    let owner: Option<(i64, String)> = connection
        .prepare_cached("SELECT card, group_key FROM detail WHERE id = ?1")?
        .query_row([detail.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((card, group)) = owner else { return Err(cell::damaged("detail", &detail.to_string())) };
    connection
        .prepare_cached("DELETE FROM detail_value WHERE card = ?1 AND detail = ?2 AND field = ?3")?
        .execute(params![card, detail.0, part])?;
    let kind = DetailGroup::with_key(&group).and_then(|group| group.part(part)).map(|part| part.kind);
    let mut insert = connection.prepare_cached(
        "INSERT INTO detail_value (card, detail, group_key, field, seq, text, number, day)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (seq, text) in (0_i64..).zip(values) {
        let keys = value::keys(kind, text);
        insert.execute(params![card, detail.0, group, part, seq, text, keys.number, keys.day])?;
    }
    Ok(())
}

/// Deletes all parts of a detail.
pub(super) fn delete(connection: &Connection, detail: EntryId) -> Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM detail_value WHERE card = (SELECT card FROM detail WHERE id = ?1) AND detail = ?1",
        )?
        .execute([detail.0])?;
    Ok(())
}

/// The parts of a detail that have values.
pub(super) fn parts(connection: &Connection, detail: EntryId) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT field FROM detail_value
         WHERE card = (SELECT card FROM detail WHERE id = ?1) AND detail = ?1",
    )?;
    let parts = statement.query_map([detail.0], |row| row.get(0))?;
    Ok(parts.collect::<rusqlite::Result<_>>()?)
}
