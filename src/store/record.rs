//! Records by kind and field, whatever columns they are kept in.
//!
//! The journal speaks of kinds, fields and values only, so that a migration may move columns about. Writing
//! through here also keeps what is computed from a value beside it: sort keys, comparable phone numbers.

use std::sync::OnceLock;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::cell;
use super::detail;
use super::error::{Result, StoreError};
use super::search;
pub use super::table::RecordKind;
use super::table::{BESIDE_RECORDS, Column, Derived, Table, table};
use super::value;
use crate::domain::choice::Choice;
use crate::domain::id::{CardId, EntryId};

/// The field that says whether a record exists: 1 or nothing.
pub(super) const EXISTS: &str = "exists";

/// The place of the first field among the parameters of a record; before it stands its row.
const FIRST_FIELD: usize = 2;

/// Whether a card keeps this field in a column of its own, not among its values.
pub(super) fn is_card_column(field: &str) -> bool {
    table(RecordKind::Card).columns.iter().any(|column| column.field == field)
}

fn column(kind: RecordKind, field: &str) -> Result<&'static Column> {
    table(kind).columns.iter().find(|column| column.field == field).ok_or_else(|| unknown(kind, field))
}

/// That a kind has no such field.
pub(super) fn unknown(kind: RecordKind, field: &str) -> StoreError {
    cell::damaged("journal field", &format!("{}.{field}", kind.code()))
}

/// Where a field is kept.
enum Keeping {
    /// In a column of the record's table, or as the record itself.
    Column,
    /// Among the values of a card.
    CardValue,
    /// Among the parts of a detail.
    DetailPart,
}

fn keeping(kind: RecordKind, field: &str) -> Keeping {
    let in_column = field == EXISTS || table(kind).columns.iter().any(|column| column.field == field);
    match kind {
        RecordKind::Card if !in_column => Keeping::CardValue,
        RecordKind::Detail if !in_column => Keeping::DetailPart,
        _ => Keeping::Column,
    }
}

/// Reads a field of a record; nothing when either is missing.
pub(super) fn read(connection: &Connection, kind: RecordKind, id: i64, field: &str) -> Result<Value> {
    match keeping(kind, field) {
        Keeping::CardValue => return Ok(cell::list(&value::read(connection, CardId(id), field)?)),
        Keeping::DetailPart => return Ok(cell::list(&detail::read(connection, EntryId(id), field)?)),
        Keeping::Column => {}
    }
    let name = table(kind).name;
    let sql = if field == EXISTS {
        format!("SELECT 1 FROM {name} WHERE id = ?1")
    } else {
        format!("SELECT {} FROM {name} WHERE id = ?1", column(kind, field)?.column)
    };
    let found = connection.prepare_cached(&sql)?.query_row([id], |row| row.get::<_, Value>(0)).optional()?;
    Ok(found.unwrap_or(Value::Null))
}

/// Writes a field of a record that exists, and what is computed from it.
pub(super) fn write(
    connection: &Connection,
    kind: RecordKind,
    id: i64,
    field: &str,
    new: &Value,
) -> Result<()> {
    match keeping(kind, field) {
        Keeping::CardValue => return value::write(connection, CardId(id), field, &cell::list_of(new)?),
        Keeping::DetailPart => {
            detail::write(connection, EntryId(id), field, &cell::list_of(new)?)?;
            let sql = format!("UPDATE {} SET rev = rev + 1 WHERE id = ?1", table(kind).name);
            connection.prepare_cached(&sql)?.execute([id])?;
            return Ok(());
        }
        Keeping::Column => {}
    }
    let column = column(kind, field)?;
    let mut values = vec![Value::Integer(id), new.clone()];
    let mut sets = format!("{} = ?2", column.column);
    if let Some(derived) = &column.derived {
        sets.push_str(&format!(", {} = ?3", derived.column));
        values.push(derive(derived, new));
    }
    if kind.has_revision() {
        sets.push_str(", rev = rev + 1");
    }
    let sql = format!("UPDATE {} SET {sets} WHERE id = ?1", table(kind).name);
    connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Makes a record of these fields and gives its row; under its row of old when one is put back.
///
/// Fields not named are empty; one statement serves every record of a kind.
pub(super) fn insert<'value>(
    connection: &Connection,
    kind: RecordKind,
    id: Option<i64>,
    fields: impl IntoIterator<Item = (&'value str, &'value Value)>,
) -> Result<i64> {
    let mut statement = connection.prepare_cached(insertion(kind))?;
    for place in 1..=statement.parameter_count() {
        statement.raw_bind_parameter(place, rusqlite::types::Null)?;
    }
    statement.raw_bind_parameter(1, id)?;
    let mut values = Vec::new();
    for (field, new) in fields {
        if !matches!(keeping(kind, field), Keeping::Column) {
            values.push((field, new));
            continue;
        }
        let (place, column) = place(kind, field)?;
        statement.raw_bind_parameter(place, new)?;
        if let Some(derived) = &column.derived {
            statement.raw_bind_parameter(place + 1, derive(derived, new))?;
        }
    }
    statement.raw_execute()?;
    let id = connection.last_insert_rowid();
    for (field, new) in values {
        write(connection, kind, id, field, new)?;
    }
    Ok(id)
}

/// The statement that makes a record of a kind.
fn insertion(kind: RecordKind) -> &'static str {
    static STATEMENTS: OnceLock<Vec<String>> = OnceLock::new();
    &STATEMENTS.get_or_init(|| RecordKind::ALL.iter().map(|kind| insertion_text(table(*kind))).collect())
        [kind as usize]
}

/// The columns of a record's statement: its row, then its columns, each with what is computed from it.
fn parameters(table: &Table) -> impl Iterator<Item = &'static str> {
    let columns = table.columns.iter().flat_map(|column| {
        std::iter::once(column.column).chain(column.derived.as_ref().map(|derived| derived.column))
    });
    std::iter::once("id").chain(columns)
}

fn insertion_text(table: &Table) -> String {
    let names: Vec<&str> = parameters(table).collect();
    let places = vec!["?"; names.len()];
    format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), places.join(", "))
}

/// The table of a kind with its columns, in the order of the parameters of a record: its row, then its fields, each
/// with what is computed from it.
pub(super) fn columns(kind: RecordKind) -> String {
    let table = table(kind);
    let names: Vec<&str> = parameters(table).collect();
    format!("{} ({})", table.name, names.join(", "))
}

/// The row the next record of a kind gets.
pub(super) fn next_row(connection: &Connection, kind: RecordKind) -> Result<i64> {
    let last: Option<i64> = connection
        .prepare_cached("SELECT seq FROM sqlite_sequence WHERE name = ?1")?
        .query_row([table(kind).name], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or(0) + 1)
}

/// Where a field stands among the parameters of a record, its row being the first.
pub(super) fn offset(kind: RecordKind, field: &str) -> Result<usize> {
    Ok(place(kind, field)?.0 - 1)
}

/// Where a field stands among the parameters of [`insertion`].
fn place(kind: RecordKind, field: &str) -> Result<(usize, &'static Column)> {
    let mut place = FIRST_FIELD;
    for column in table(kind).columns {
        if column.field == field {
            return Ok((place, column));
        }
        place += 1 + usize::from(column.derived.is_some());
    }
    Err(unknown(kind, field))
}

/// Deletes a record, with everything derived from it.
pub(super) fn delete(connection: &Connection, kind: RecordKind, id: i64) -> Result<()> {
    if kind == RecordKind::Card {
        search::forget(connection, &[CardId(id)])?;
        for table in BESIDE_RECORDS {
            connection.prepare_cached(&format!("DELETE FROM {table} WHERE card = ?1"))?.execute([id])?;
        }
    }
    if kind == RecordKind::Detail {
        detail::delete(connection, EntryId(id))?;
    }
    connection.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table(kind).name))?.execute([id])?;
    Ok(())
}

/// All fields of a record that have a value: in the order of its table, then the parts of a detail.
pub(super) fn fields(connection: &Connection, kind: RecordKind, id: i64) -> Result<Vec<(String, Value)>> {
    let columns = table(kind).columns;
    let mut found = Vec::with_capacity(columns.len());
    for column in columns {
        let value = read(connection, kind, id, column.field)?;
        if value != Value::Null {
            found.push((column.field.to_owned(), value));
        }
    }
    if kind == RecordKind::Detail {
        for part in detail::parts(connection, EntryId(id))? {
            let value = read(connection, kind, id, &part)?;
            found.push((part, value));
        }
    }
    Ok(found)
}

/// The card a record belongs to.
pub(super) fn card_of(connection: &Connection, kind: RecordKind, id: i64) -> Result<Option<CardId>> {
    if kind == RecordKind::Card {
        return Ok(Some(CardId(id)));
    }
    if !kind.is_of_a_card() {
        return Ok(None);
    }
    match read(connection, kind, id, "card")? {
        Value::Integer(card) => Ok(Some(CardId(card))),
        _ => Ok(None),
    }
}

/// Whether any record of the card still points at one that is gone.
pub(super) fn is_pointed_at(
    connection: &Connection,
    card: CardId,
    kind: RecordKind,
    id: i64,
) -> Result<bool> {
    for (pointing, field) in kind.pointers() {
        let sql = format!(
            "SELECT 1 FROM {} WHERE card = ?1 AND {} = ?2",
            table(*pointing).name,
            column(*pointing, field)?.column
        );
        if connection.prepare_cached(&sql)?.exists([card.0, id])? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn derive(derived: &Derived, from: &Value) -> Value {
    match from {
        Value::Text(text) => Value::Text((derived.of)(text)),
        _ => Value::Null,
    }
}
