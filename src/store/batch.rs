//! The cards of an import, withdrawn and brought back as one.

use rusqlite::{Connection, ErrorCode, OptionalExtension, params};

use super::error::Result;
use super::journal::{ENTRY_COLUMNS, JournalEntry, entry_of};
use super::undo::{Way, blocked};

/// Withdraws the cards an entry brought in, or brings them back; nothing for an entry that was no import.
///
/// Its fingerprints stay, but count only while the batch stands.
pub(super) fn step(connection: &Connection, entry: &JournalEntry, way: Way) -> Result<()> {
    let batch: Option<i64> = connection
        .prepare_cached("SELECT id FROM batch WHERE journal = ?1")?
        .query_row([entry.id.0], |row| row.get(0))
        .optional()?;
    let Some(batch) = batch else { return Ok(()) };
    let (from, to, state) = match way {
        Way::Back => (0, 2, "undone"),
        Way::Forth => (2, 0, "done"),
    };
    if way == Way::Back
        && let Some(later) = later_entry(connection, entry, batch)?
    {
        return Err(blocked(entry, Some(later)));
    }
    let flipped = connection
        .prepare_cached(
            "UPDATE card SET state = ?2 WHERE batch = ?1 AND state = ?3
                 AND id > (SELECT above FROM batch WHERE id = ?1)",
        )?
        .execute(params![batch, to, from]);
    match flipped {
        // A code was given to another card meanwhile.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            return Err(blocked(entry, None));
        }
        other => other?,
    };
    connection.prepare_cached("UPDATE batch SET state = ?2 WHERE id = ?1")?.execute(params![batch, state])?;
    Ok(())
}

/// The newest later entry that stands and changed one of the cards.
fn later_entry(connection: &Connection, entry: &JournalEntry, batch: i64) -> Result<Option<JournalEntry>> {
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state <> 'undone' AND id > ?1 AND EXISTS
             (SELECT 1 FROM journal_value JOIN card ON card.id = journal_value.card
              WHERE journal_value.journal = journal.id AND card.batch = ?2)
         ORDER BY id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![entry.id.0, batch])?;
    rows.next()?.map(entry_of).transpose()
}
