//! The folded text of each card, in which the bare words of a query are looked for.

use rusqlite::{Connection, params};

use super::error::Result;
use crate::domain::card::Card;
use crate::domain::text::searchable::searchable;

/// Keeps the text a card is found by.
pub(super) fn keep(connection: &Connection, card: &Card) -> Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO search (card, text) VALUES (?1, ?2)")?
        .execute(params![card.id.0, searchable(card)])?;
    Ok(())
}
