//! Later entries of the journal that stand in the way of an earlier one.

use rusqlite::{Connection, OptionalExtension, params};

use super::Way;
use super::stepping::start_of;
use crate::domain::choice::Choice;
use crate::domain::id::{CardId, JournalId};
use crate::store::alike;
use crate::store::error::{Result, StoreError};
use crate::store::journal::{Change, ENTRY_COLUMNS, JournalEntry, entry_of};
use crate::store::record::{EXISTS, RecordKind};

/// An entry that cannot be gone through, and what stands in its way.
pub(in crate::store) fn blocked(entry: &JournalEntry, later: Option<JournalEntry>) -> StoreError {
    StoreError::UndoBlocked { entry: Box::new(entry.clone()), later: later.map(Box::new) }
}

/// The newest other entry that changed the same value and stands.
pub(super) fn of_value(
    connection: &Connection,
    entry: JournalId,
    change: &Change,
) -> Result<Option<JournalEntry>> {
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state = 'done' AND id <> ?1 AND id IN
             (SELECT journal FROM journal_value WHERE record_kind = ?2 AND record = ?3 AND field IN (?4, ?5)
              UNION ALL
              SELECT journal FROM journal_alike_value
              WHERE block = ?6 AND record_kind = ?2 AND record = ?3 AND field = ?4)
         ORDER BY id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![
        entry.0,
        change.kind.code(),
        change.record,
        change.field,
        EXISTS,
        alike::block_of(CardId(change.record)),
    ])?;
    rows.next()?.map(entry_of).transpose()
}

/// The newest other entry that changed anything of the card and stands.
pub(super) fn of_card(
    connection: &Connection,
    entry: JournalId,
    card: CardId,
) -> Result<Option<JournalEntry>> {
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state = 'done' AND id <> ?1 AND id IN
             (SELECT journal FROM journal_value WHERE card = ?2
              UNION ALL SELECT journal FROM journal_alike_value WHERE block = ?3 AND card = ?2)
         ORDER BY id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![entry.0, card.0, alike::block_of(card)])?;
    rows.next()?.map(entry_of).transpose()
}

/// The newest entry that gave another card a code which these changes would bring back, gone through this way.
pub(super) fn of_code(
    connection: &Connection,
    entry: JournalId,
    changes: &[Change],
    way: Way,
) -> Result<Option<JournalEntry>> {
    let is_code = |change: &&Change| change.kind == RecordKind::Card && change.field == "code";
    for change in changes.iter().filter(is_code) {
        let mut statement = connection.prepare_cached(
            "SELECT id FROM card WHERE code = ?1 AND code <> '' AND state < 2 AND id <> ?2",
        )?;
        let holder: Option<i64> = statement
            .query_row(params![start_of(change, way.turned()), change.record], |row| row.get(0))
            .optional()?;
        if let Some(holder) = holder {
            let given = Change { record: holder, card: Some(CardId(holder)), ..change.clone() };
            return of_value(connection, entry, &given);
        }
    }
    Ok(None)
}
