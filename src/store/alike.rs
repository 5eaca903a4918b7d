//! What many cards went through alike, in the journal: the value before and after once for those of a block of
//! cards, not once a card with its places in three indexes.

use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::error::Result;
use super::journal;
use crate::domain::id::{CardId, JournalId, Uid};

/// Cards that follow each other stand together: so few that the changes of one are found in a moment.
const BLOCK: i64 = 1_024;

/// One field of many cards, and what it went from and to.
pub(super) struct Alike<'change> {
    pub(super) field: &'change str,
    pub(super) before: Value,
    pub(super) after: Value,
    /// Best in the order of their rows.
    pub(super) cards: &'change [(CardId, Uid)],
}

/// Where the changes of a card are, for the column `block` of the view `journal_alike_value`.
pub(super) fn block_of(card: CardId) -> i64 {
    card.0.div_euclid(BLOCK)
}

/// Writes them behind the values that an entry has.
pub(super) fn enter<'change>(
    connection: &Connection,
    entry: JournalId,
    changes: impl Iterator<Item = Alike<'change>>,
) -> Result<()> {
    let mut seq = journal::next_value(connection, entry)?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO journal_alike (journal, seq, block, cards, uids, field, before_value, after_value)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for Alike { field, before, after, cards } in changes {
        for cards in cards.chunk_by(|(one, _), (next, _)| block_of(*one) == block_of(*next)) {
            let [(first, _), ..] = cards else { continue };
            let uids: Vec<u8> = cards.iter().flat_map(|(_, uid)| *uid.as_bytes()).collect();
            let list = list_of(cards.iter().map(|(card, _)| *card));
            statement.execute(params![entry.0, seq, block_of(*first), list, uids, field, before, after])?;
            seq += cards.len() as i64;
        }
    }
    Ok(())
}

/// Cards as a list that SQL reads.
pub(super) fn list_of(cards: impl Iterator<Item = CardId>) -> String {
    serde_json::Value::from(cards.map(|card| card.0).collect::<Vec<i64>>()).to_string()
}
