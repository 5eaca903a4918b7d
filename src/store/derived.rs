//! What is kept derived of a card, renewed in the transaction of every write: its standing, its search text.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::error::Result;
use super::{cell, read, search, standing};
use crate::domain::card::Card;
use crate::domain::id::CardId;
use crate::domain::policy::Policies;
use crate::domain::standing::fold;
use crate::domain::text::searchable::plain_text;

/// Works out again what is derived of a card; nothing when it is gone.
pub(super) fn renew(
    connection: &Connection,
    card: CardId,
    today: NaiveDate,
    policies: &Policies,
) -> Result<()> {
    match read::card(connection, card)? {
        Some(card) => keep(connection, &card, today, policies),
        None => Ok(()),
    }
}

/// Works out what new tags change of what is derived of a card: no standing rests on tags, and the text a card
/// is found by gets a line for each at its end. Nothing is done, and `false` given, where tags were taken off or
/// changed places.
pub(super) fn add_tags(connection: &Connection, card: CardId, before: &Value, after: &Value) -> Result<bool> {
    let (before, after) = (cell::list_of(before)?, cell::list_of(after)?);
    let Some(new) = after.strip_prefix(before.as_slice()) else { return Ok(false) };
    let lines: String = new.iter().map(|tag| plain_text(tag).trim_start_matches('\n').to_owned()).collect();
    search::append(connection, card, &lines)
}

/// Keeps what is derived of a card as it stands.
pub(super) fn keep(
    connection: &Connection,
    card: &Card,
    today: NaiveDate,
    policies: &Policies,
) -> Result<()> {
    standing::keep(connection, card.id, &fold(card, today, policies))?;
    search::keep(connection, card)
}
