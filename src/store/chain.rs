//! Chains of cards that each name the next one in the same field: who introduced whom, what belongs to which group.

use std::collections::HashSet;

use rusqlite::Connection;

use super::cell::list_of;
use super::error::Result;
use super::record::{self, RecordKind};
use crate::domain::id::CardId;

/// Whether a chain that begins with one card comes to another. A chain that runs in a circle ends where it has been.
pub(super) fn leads_to(connection: &Connection, field: &str, first: CardId, card: CardId) -> Result<bool> {
    let mut seen = HashSet::new();
    let mut above = Some(first);
    while let Some(present) = above.filter(|present| seen.insert(*present)) {
        if present == card {
            return Ok(true);
        }
        above = named(connection, field, present)?;
    }
    Ok(false)
}

/// The card that a card names in a field.
pub(super) fn named(connection: &Connection, field: &str, card: CardId) -> Result<Option<CardId>> {
    let named = record::read(connection, RecordKind::Card, card.0, field)?;
    Ok(list_of(&named)?.first().and_then(|id| id.parse().ok()).map(CardId))
}
