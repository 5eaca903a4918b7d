//! Fields of a card that have no column: typed values, and the keys they sort and compare by.

use chrono::NaiveDate;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, params, params_from_iter};

use super::cell;
use super::error::Result;
use super::own_fields;
use crate::domain::email;
use crate::domain::field::{FieldType, built_in};
use crate::domain::id::CardId;
use crate::domain::money;
use crate::domain::phone;
use crate::domain::text::sort_key::sort_key;

/// Wide enough that whole numbers sort as text.
const NUMBER_WIDTH: usize = 19;

/// The values of a field, in their order.
pub(super) fn read(connection: &Connection, card: CardId, field: &str) -> Result<Vec<String>> {
    let mut statement =
        connection.prepare_cached("SELECT text FROM value WHERE card = ?1 AND field = ?2 ORDER BY seq")?;
    let texts = statement.query_map(params![card.0, field], |row| row.get(0))?;
    Ok(texts.collect::<rusqlite::Result<_>>()?)
}

/// Puts these values in place of a field's present ones.
pub(super) fn write(connection: &Connection, card: CardId, field: &str, values: &[String]) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM value WHERE card = ?1 AND field = ?2")?
        .execute(params![card.0, field])?;
    append(connection, card, field, values)
}

/// Writes the values of a field that has none yet.
pub(super) fn append(connection: &Connection, card: CardId, field: &str, values: &[String]) -> Result<()> {
    let mut statement =
        connection.prepare_cached(&format!("INSERT INTO {COLUMNS} VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"))?;
    let kind = match kind_of(field) {
        Some(kind) => Some(kind),
        None => own_fields::kind(connection, field)?,
    };
    for row in rows_of(field, kind, values) {
        statement.execute(params_from_iter(row.cells(card).map(ToSqlOutput::Borrowed)))?;
    }
    Ok(())
}

/// The table with its columns.
pub(super) const COLUMNS: &str = "value (card, field, seq, text, number, day, sort_key)";
/// How many parameters a value takes.
const WIDTH: usize = 7;

/// One value of a field, with what is computed from it.
#[derive(Debug, Clone)]
pub(super) struct ValueRow<'text> {
    field: &'text str,
    seq: i64,
    text: &'text str,
    number: Option<i64>,
    day: Option<String>,
    sort_key: String,
}

impl ValueRow<'_> {
    /// The parameters, in the order of [`COLUMNS`].
    pub(super) fn cells(&self, card: CardId) -> [ValueRef<'_>; WIDTH] {
        [
            ValueRef::Integer(card.0),
            ValueRef::Text(self.field.as_bytes()),
            ValueRef::Integer(self.seq),
            ValueRef::Text(self.text.as_bytes()),
            self.number.map_or(ValueRef::Null, ValueRef::Integer),
            self.day.as_ref().map_or(ValueRef::Null, |day| ValueRef::Text(day.as_bytes())),
            ValueRef::Text(self.sort_key.as_bytes()),
        ]
    }
}

/// The values of a field as they are kept.
pub(super) fn rows_of<'text>(
    field: &'text str,
    kind: Option<FieldType>,
    values: &'text [String],
) -> impl Iterator<Item = ValueRow<'text>> {
    (0..).zip(values).map(move |(seq, text)| {
        let Keys { number, day, sort_key } = keys(kind, text);
        ValueRow { field, seq, text, number, day, sort_key }
    })
}

/// The type of a field of the catalogue.
pub(super) fn kind_of(field: &str) -> Option<FieldType> {
    built_in(field).map(|field| field.kind)
}

/// What is computed from a value to compare it by.
pub(super) struct Keys {
    pub(super) number: Option<i64>,
    pub(super) day: Option<String>,
    sort_key: String,
}

/// Computes them for a canonical text of a type.
pub(super) fn keys(kind: Option<FieldType>, text: &str) -> Keys {
    let by_text = |sort_key: String| Keys { number: None, day: None, sort_key };
    let by_number = |number: Option<i64>| match number {
        Some(number) => Keys { number: Some(number), ..by_text(number_key(number)) },
        None => by_text(text.to_owned()),
    };
    match kind {
        Some(FieldType::Number | FieldType::Card | FieldType::Score(..)) => by_number(text.parse().ok()),
        // Kept as hundredths, like minor units of money.
        Some(FieldType::Money(_) | FieldType::Percent) => by_number(hundredths(text)),
        Some(FieldType::Day(_)) => {
            let day = text.parse::<NaiveDate>().ok().map(cell::day_text);
            Keys { day, ..by_text(text.to_owned()) }
        }
        // Long, and hardly ever sorted by: it goes by its text as it stands.
        Some(FieldType::Note) => by_text(String::new()),
        Some(FieldType::PartialDay(_) | FieldType::Choice(_) | FieldType::Choices(_)) => {
            by_text(text.to_owned())
        }
        _ => by_text(text_sort_key(text)),
    }
}

fn hundredths(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        Some(rest) => money::parse(rest).map(|amount| -amount),
        None => money::parse(text),
    }
}

/// Whole numbers as text that sorts as they do: those below 0 first, the smallest of them in front.
pub(super) fn number_key(number: i64) -> String {
    if number >= 0 {
        return format!("{number:0width$}", width = NUMBER_WIDTH);
    }
    format!("-{:0width$}", u64::MAX - number.unsigned_abs(), width = NUMBER_WIDTH + 1)
}

/// The longest part of a text that its place in a list depends on, in characters.
const SORTED_BY: usize = 64;

/// The key a name, or any text, sorts by.
pub(super) fn text_sort_key(text: &str) -> String {
    match text.char_indices().nth(SORTED_BY) {
        Some((end, _)) => sort_key(&text[..end]),
        None => sort_key(text),
    }
}

/// The form in which phone numbers are compared; empty for what is no number.
pub(super) fn phone_normal(number: &str) -> String {
    phone::read(number).map(|phone| phone.normal).unwrap_or_default()
}

/// The form in which e-mail addresses are compared.
pub(super) fn email_normal(address: &str) -> String {
    email::normal(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_sort_as_text(one: i64, other: i64) {
            prop_assert_eq!(number_key(one).cmp(&number_key(other)), one.cmp(&other));
        }
    }
}
