//! The order of a list, by any field or derived value.

use rusqlite::types::Value;

use super::error::{Result, StoreError};
use super::file::SORT_KEY_FUNCTION;
use super::filter::Filter;
use super::list::Sort;
use crate::domain::choice::Choice;
use crate::domain::field::{FieldType, built_in};
use crate::domain::man::class::Class;
use crate::domain::party::CustomerKind;
use crate::domain::position::Position;

/// Which way the values of a key go when the list is not reversed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

/// The order of a list. What has no value comes last; equal values stand by row.
pub(super) fn order(sort: &Sort, filter: &mut Filter<'_>) -> Result<String> {
    let way = |direction| if (direction == Direction::Down) != sort.reverse { "DESC" } else { "ASC" };
    let key = sort.key.as_deref().unwrap_or("name");
    if key == "name" {
        // Served by an index as it stands.
        let way = way(Direction::Up);
        return Ok(format!("card.sort_key {way}, card.id {way}"));
    }
    let (value, direction) = value_of(key, filter)?;
    let way = way(direction);
    Ok(format!("({value}) IS NULL, ({value}) {way}, card.id {way}"))
}

fn value_of(key: &str, filter: &mut Filter<'_>) -> Result<(String, Direction)> {
    use Direction::{Down, Up};
    let up = |value: &str| Ok((value.to_owned(), Up));
    match key {
        "id" => up("card.id"),
        "code" | "short_name" | "company" => up(&spoken(&format!("card.{key}"))),
        "party" => up("card.party"),
        "kind" => Ok((rank::<CustomerKind>("card.kind"), Up)),
        "next" => up("card.next_on"),
        "created" => up("card.created_at"),
        "updated" => up("card.updated_at"),
        "position" => Ok((rank::<Position>(&filter.standing("position")?), Up)),
        "class" => Ok((rank::<Class>(&filter.standing("class")?), Up)),
        "best" | "man" => Ok((filter.standing("best_rank")?, Up)),
        "grade" => Ok((filter.standing("grade")?, Up)),
        "due" | "overdue" => {
            // Most overdue first is by day of due date upwards, and so is the due list.
            Ok((filter.standing("due_on")?, if key == "due" { Up } else { Down }))
        }
        "last" => Ok((filter.standing("last_contact_on")?, Up)),
        // Few silent days first: the latest contact first.
        "silent" => Ok((filter.standing("last_contact_on")?, Down)),
        "person" | "people" => Ok((spoken(&filter.standing("main_person")?), Up)),
        "zone" | "addresses" => up(&format!(
            "SELECT min({}) FROM address WHERE address.card = card.id AND zone <> ''",
            spoken("zone")
        )),
        "phone" | "phones" => up("SELECT min(normal) FROM phone WHERE phone.card = card.id"),
        "email" | "emails" => up("SELECT min(normal) FROM email WHERE email.card = card.id"),
        _ => by_value(key, filter).map(|value| (value, Up)),
    }
}

/// The order of names, for a column that keeps no sort key.
fn spoken(column: &str) -> String {
    format!("{SORT_KEY_FUNCTION}(nullif({column}, ''))")
}

/// A field kept among the values: of the catalogue, or the user's own.
fn by_value(key: &str, filter: &mut Filter<'_>) -> Result<String> {
    let known = match built_in(key) {
        Some(field) => !matches!(field.kind, FieldType::People),
        None => filter.knows_own_field(key)?,
    };
    if !known {
        return Err(StoreError::NoSuchField(key.into()));
    }
    let field = filter.bind(Value::Text(key.into()));
    // The first of several values, by the key of the table. A note has no sort key: it goes by its text.
    Ok(format!(
        "SELECT coalesce(nullif(sort_key, ''), text) FROM value WHERE value.card = card.id AND value.field = {field} AND value.seq = 0"
    ))
}

/// The place of a code in its list.
fn rank<T: Choice>(column: &str) -> String {
    let mut cases = format!("CASE {column}");
    for (place, choice) in T::ALL.iter().enumerate() {
        // Codes are our own words, never a person's.
        cases.push_str(&format!(" WHEN '{}' THEN {place}", choice.code()));
    }
    cases + " END"
}
