//! By what imported rows are known again: many to a row of the table, since imports read them all.

use std::collections::HashSet;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};

use super::error::Result;
use crate::domain::id::{CardId, JournalId};

/// Bytes of a hash.
pub(super) const HASH: usize = 16;
/// Bytes of an entry: the hash, then the row of its card.
const ENTRY: usize = HASH + size_of::<i64>();

/// Keeps the fingerprints of a piece of an import.
pub(super) fn keep(connection: &Connection, batch: i64, made: &[([u8; HASH], CardId)]) -> Result<()> {
    if made.is_empty() {
        return Ok(());
    }
    let mut entries = Vec::with_capacity(made.len() * ENTRY);
    for (hash, card) in made {
        entries.extend_from_slice(hash);
        entries.extend_from_slice(&card.0.to_be_bytes());
    }
    connection
        .prepare_cached("INSERT INTO fingerprint (batch, entries) VALUES (?1, ?2)")?
        .execute(params![batch, entries])?;
    Ok(())
}

/// The newest import after an entry that brought in a row of this batch too, and was not taken back.
pub(super) fn in_later_import(
    connection: &Connection,
    batch: i64,
    entry: JournalId,
) -> Result<Option<JournalId>> {
    const LATER: &str = "FROM fingerprint JOIN batch ON batch.id = fingerprint.batch
         WHERE batch.journal > ?1 AND batch.id <> ?2 AND batch.state <> 'undone'";
    let sql = format!("SELECT 1 {LATER}");
    if !connection.prepare_cached(&sql)?.exists(params![entry.0, batch])? {
        return Ok(None);
    }
    let mut own = HashSet::new();
    let mut statement = connection.prepare_cached("SELECT entries FROM fingerprint WHERE batch = ?1")?;
    let mut rows = statement.query([batch])?;
    while let Some(row) = rows.next()? {
        each_in(row.get_ref(0)?, |hash, _| {
            own.insert(hash);
        })?;
    }
    let sql = format!("SELECT batch.journal, entries {LATER} ORDER BY batch.journal DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![entry.0, batch])?;
    while let Some(row) = rows.next()? {
        let mut is_there = false;
        each_in(row.get_ref(1)?, |hash, _| is_there |= own.contains(&hash))?;
        if is_there {
            return Ok(Some(JournalId(row.get(0)?)));
        }
    }
    Ok(None)
}

/// Hands over the fingerprints of a row of the table.
fn each_in(entries: ValueRef<'_>, mut take: impl FnMut([u8; HASH], CardId)) -> Result<()> {
    for entry in entries.as_blob().map_err(rusqlite::Error::from)?.chunks_exact(ENTRY) {
        let (hash, card) = entry.split_at(HASH);
        let (Ok(hash), Ok(card)) = (hash.try_into(), card.try_into()) else { continue };
        take(hash, CardId(i64::from_be_bytes(card)));
    }
    Ok(())
}

/// Hands over the fingerprints of all imports that were not taken back, the oldest first.
pub(super) fn standing(connection: &Connection, mut take: impl FnMut([u8; HASH], CardId)) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT entries FROM fingerprint JOIN batch ON batch.id = fingerprint.batch AND batch.state <> 'undone'
         ORDER BY fingerprint.rowid",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each_in(row.get_ref(0)?, &mut take)?;
    }
    Ok(())
}
