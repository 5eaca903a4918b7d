//! What other cards have of a record that is to go: another program may have written it since.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::choice::Choice;
use crate::domain::field::{CATALOGUE, FieldType};
use crate::domain::id::{CardId, JournalId};
use crate::store::error::Result;
use crate::store::journal::{Act, Change, JournalEntry};
use crate::store::own_fields;
use crate::store::record::{self, EXISTS, RecordKind};
use crate::store::value;

/// What the entry itself has written of a value is no hindrance: that goes too.
const BY_OTHERS: &str = "card.state < 2 AND NOT EXISTS (
    SELECT 1 FROM journal_value WHERE journal_value.journal = ?2 AND journal_value.record_kind = ?3
    AND journal_value.record = value.card AND journal_value.field = value.field)";

/// A card that still speaks of a record which an entry made, and which is gone now.
pub(super) fn card_with(
    connection: &Connection,
    entry: &JournalEntry,
    changes: &[Change],
) -> Result<Option<CardId>> {
    for change in changes.iter().filter(|change| change.field == EXISTS) {
        if record::read(connection, change.kind, change.record, EXISTS)? != Value::Null {
            continue;
        }
        let card = match change.kind {
            RecordKind::Card => naming(connection, entry.id, CardId(change.record))?,
            // The cards of an import are gone by then, which may be all that have its fields: that would be long to find
            // out while others wait to write.
            RecordKind::OwnField if entry.act != Act::Import => {
                let of_it = |other: &&Change| other.kind == change.kind && other.record == change.record;
                let key = changes.iter().filter(of_it).find(|other| other.field == "key");
                match key.map(|key| &key.after) {
                    Some(Value::Text(key)) if !had_left_values(connection, entry.id, key)? => {
                        having(connection, entry.id, key)?
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        if card.is_some() {
            return Ok(card);
        }
    }
    Ok(None)
}

/// Whether a field of this key was removed before an entry. Its values may have been kept then, and are kept again.
fn had_left_values(connection: &Connection, entry: JournalId, key: &str) -> Result<bool> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM journal_value JOIN journal ON journal.id = journal_value.journal
         WHERE record_kind = ?1 AND field = 'key' AND before_value = ?2 AND after_value IS NULL
         AND journal.id < ?3 AND state = 'done'",
    )?;
    Ok(statement.exists(params![RecordKind::OwnField.code(), key, entry.0])?)
}

/// A card in one of whose fields another one is named.
fn naming(connection: &Connection, entry: JournalId, named: CardId) -> Result<Option<CardId>> {
    let own = own_fields::all(connection)?;
    let known = CATALOGUE.iter().filter(|field| matches!(field.kind, FieldType::Card)).map(|field| field.key);
    let added = own.iter().filter(|field| matches!(field.kind(), FieldType::Card));
    let sql = format!(
        "SELECT value.card FROM value JOIN card ON card.id = value.card
         WHERE value.field = ?1 AND value.seq = 0 AND value.sort_key = ?4 AND value.sort_key <> '' AND {BY_OTHERS}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    for field in known.chain(added.map(|field| field.key.as_str())) {
        let key = value::number_key(named.0);
        let found = statement
            .query_row(params![field, entry.0, RecordKind::Card.code(), key], |row| row.get(0))
            .optional()?;
        if found.is_some() {
            return Ok(found.map(CardId));
        }
    }
    Ok(None)
}

/// A card that has a value of a field.
pub(in crate::store) fn having(
    connection: &Connection,
    entry: JournalId,
    field: &str,
) -> Result<Option<CardId>> {
    // Each part is read off an index of its own.
    let part = |which: &str| {
        format!(
            "SELECT value.card FROM value CROSS JOIN card ON card.id = value.card
             WHERE value.field = ?1 AND value.seq = 0 AND value.sort_key {which} '' AND {BY_OTHERS}"
        )
    };
    let sql = format!("{} UNION ALL {} LIMIT 1", part("<>"), part("="));
    let parameters = params![field, entry.0, RecordKind::Card.code()];
    Ok(connection.prepare_cached(&sql)?.query_row(parameters, |row| row.get(0).map(CardId)).optional()?)
}
