//! The folded text of each card, in which the bare words of a query are looked for.

use rusqlite::{Connection, params};

use super::error::Result;
use crate::domain::card::Card;
use crate::domain::text::searchable::searchable;

/// Keeps the text a card is found by.
pub(super) fn keep(connection: &Connection, card: &Card) -> Result<()> {
    connection
        .prepare_cached(&format!("INSERT OR REPLACE INTO search ({KEPT}) VALUES (?1, ?2)"))?
        .execute(params![card.id.0, searchable(card)])?;
    Ok(())
}

/// The columns the text is kept in: its card, and itself.
pub(super) const KEPT: &str = "card, text";
