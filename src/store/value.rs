//! Fields of a card that have no column: typed values, and the keys they sort and compare by.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::cell;
use super::error::Result;
use crate::domain::field::{FieldType, built_in};
use crate::domain::id::CardId;
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
    let mut statement = connection.prepare_cached(
        "INSERT INTO value (card, field, seq, text, number, day, sort_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (seq, text) in (0_i64..).zip(values) {
        let typed = Typed::of(field, text);
        statement.execute(params![card.0, field, seq, text, typed.number, typed.day, typed.sort_key])?;
    }
    Ok(())
}

struct Typed {
    number: Option<i64>,
    day: Option<String>,
    sort_key: String,
}

impl Typed {
    fn of(field: &str, text: &str) -> Typed {
        let untyped = |sort_key| Typed { number: None, day: None, sort_key };
        match built_in(field).map(|field| field.kind) {
            Some(FieldType::Number | FieldType::Card) => match text.parse::<i64>() {
                Ok(number) => Typed {
                    number: Some(number),
                    day: None,
                    sort_key: format!("{number:0width$}", width = NUMBER_WIDTH),
                },
                Err(_) => untyped(text.into()),
            },
            Some(FieldType::Day) => Typed {
                number: None,
                day: text.parse::<NaiveDate>().ok().map(cell::day_text),
                sort_key: text.into(),
            },
            Some(FieldType::PartialDay | FieldType::Choice(_)) => untyped(text.into()),
            _ => untyped(text_sort_key(text)),
        }
    }
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
    address.trim().to_lowercase()
}
