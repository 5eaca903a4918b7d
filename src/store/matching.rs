//! Conditions on the text of one field: found over the whole text of a card first, then looked at closely.
//!
//! The search text of a card holds the text of all its fields. So a card where a needle is not found there
//! need not be looked at, and the few left are read and compared by the same rules as the whole.

use rusqlite::{Connection, Row, params_from_iter};

use super::error::Result;
use crate::domain::query::Condition;
use crate::domain::text::fold::fold;
use crate::domain::text::searchable::{Needles, name_text, phone_text, plain_text};

/// The rows of the cards that meet a condition on the text of a field, as a JSON list.
pub(super) fn cards(connection: &Connection, condition: &Condition) -> Result<String> {
    let name: Text = |row| Ok(name_text(row.get_ref(1)?.as_str().unwrap_or_default()));
    let plain: Text = |row| Ok(plain_text(row.get_ref(1)?.as_str().unwrap_or_default()));
    let phone: Text = |row| {
        Ok(phone_text(
            row.get_ref(1)?.as_str().unwrap_or_default(),
            row.get_ref(2)?.as_str().unwrap_or_default(),
        ))
    };
    let found = match condition {
        Condition::Zone(zones) => {
            equal(connection, "SELECT card, zone FROM address WHERE zone <> ''", zones)?
        }
        Condition::Code(codes) => equal(connection, "SELECT id, code FROM card WHERE code <> ''", codes)?,
        Condition::Phone(needles) => {
            holding(connection, "number, normal FROM search JOIN phone USING (card)", None, needles, phone)?
        }
        Condition::Email(needles) => {
            holding(connection, "address FROM search JOIN email USING (card)", None, needles, plain)?
        }
        Condition::Name(needles) => {
            let names = "name FROM search JOIN card ON card.id = search.card";
            let short_names = "short_name FROM search JOIN card ON card.id = search.card";
            let mut found = holding(connection, names, None, needles, name)?;
            found.extend(holding(connection, short_names, None, needles, name)?);
            found
        }
        Condition::Company(needles) => {
            let companies = "company FROM search JOIN card ON card.id = search.card";
            holding(connection, companies, None, needles, name)?
        }
        Condition::Person(needles) => {
            holding(connection, "name FROM search JOIN person USING (card)", None, needles, name)?
        }
        Condition::Address(needles) => {
            let mut found = Vec::new();
            for part in ["region", "street", "post_code", "zone"] {
                let places = format!("{part} FROM search JOIN address USING (card)");
                found.extend(holding(connection, &places, None, needles, plain)?);
            }
            found
        }
        Condition::Value { field, needles } => {
            let values = "value.text FROM search JOIN value USING (card)";
            holding(connection, values, Some(field.as_str()), needles, plain)?
        }
        // All others are conditions of SQL.
        _ => Vec::new(),
    };
    Ok(serde_json::Value::from(found).to_string())
}

/// The searchable text of a row: of the columns after the card.
type Text = fn(&Row<'_>) -> rusqlite::Result<String>;

/// Cards with a text in which a needle is found.
fn holding(
    connection: &Connection,
    source: &str,
    field: Option<&str>,
    needles: &Needles,
    text: Text,
) -> Result<Vec<i64>> {
    let mut parameters: Vec<&str> = needles.any.iter().map(String::as_str).collect();
    let found: Vec<String> =
        (1..=parameters.len()).map(|place| format!("instr(search.text, ?{place}) > 0")).collect();
    let mut sql = format!("SELECT search.card, {source} WHERE ({})", found.join(" OR "));
    if let Some(field) = field {
        parameters.push(field);
        sql.push_str(&format!(" AND value.field = ?{}", parameters.len()));
    }
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(parameters))?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        if needles.found_in(&text(row)?) {
            cards.push(row.get(0)?);
        }
    }
    Ok(cards)
}

/// Cards with a text that folds to one of these.
fn equal(connection: &Connection, sql: &str, folded: &[String]) -> Result<Vec<i64>> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        if folded.contains(&fold(row.get_ref(1)?.as_str().unwrap_or_default())) {
            cards.push(row.get(0)?);
        }
    }
    Ok(cards)
}
