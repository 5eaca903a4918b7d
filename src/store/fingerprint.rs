//! By what imported rows are known again: many to a row of the table, since imports read them all.

use rusqlite::{Connection, params};

use super::error::Result;
use crate::domain::id::CardId;

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

/// Hands over the fingerprints of all imports that were not taken back, the oldest first.
pub(super) fn standing(connection: &Connection, mut take: impl FnMut([u8; HASH], CardId)) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT entries FROM fingerprint JOIN batch ON batch.id = fingerprint.batch AND batch.state <> 'undone'
         ORDER BY fingerprint.rowid",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for entry in row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?.chunks_exact(ENTRY) {
            let (hash, card) = entry.split_at(HASH);
            let (Ok(hash), Ok(card)) = (hash.try_into(), card.try_into()) else { continue };
            take(hash, CardId(i64::from_be_bytes(card)));
        }
    }
    Ok(())
}
