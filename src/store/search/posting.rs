//! Postings in the file: of every gram the cards of a chunk that have it, each in a row of its own.
//!
//! The number of a row has room for the chunk and for the number of the gram. What is left of four characters stands at
//! the beginning of the posting. Two of them that meet in one row are one in ten million; the one that comes later then
//! stands in a table of its own, so that no card is ever taken for one that has the other.

use rusqlite::{Connection, OptionalExtension, params};

use super::gram::{GRAM_BITS, Gram};
use super::kept::of_kept;
use crate::domain::card_set::Bits;
use crate::store::error::Result;

/// Of which gram a posting is, and of which chunk; in the order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    key: i64,
    rest: Option<u16>,
}

/// Where a posting stands, or would stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// In the row of its number.
    Own,
    /// Beside it: another gram stands there.
    Beside,
}

/// A posting as it stands.
pub(super) struct Posting {
    place: Place,
    row: Row,
    /// Its cards; `None` where there is none.
    pub(super) cards: Option<Bits>,
}

impl Place {
    pub(super) fn of(chunk: i64, gram: Gram) -> Place {
        Place { key: chunk << GRAM_BITS | gram.number() as i64, rest: gram.rest() }
    }
}

/// Reads a posting.
pub(super) fn read(connection: &Connection, place: Place) -> Result<Posting> {
    let is_own = |bytes: &[u8]| match place.rest {
        None => Some(of_kept(bytes)),
        Some(rest) => bytes.strip_prefix(&rest.to_le_bytes()).map(of_kept),
    };
    let found: Option<Option<Bits>> = connection
        .prepare_cached("SELECT cards FROM posting WHERE key = ?1")?
        .query_row([place.key], |row| Ok(is_own(row.get_ref(0)?.as_blob()?)))
        .optional()?;
    match found {
        None => Ok(Posting { place, row: Row::Own, cards: None }),
        Some(Some(cards)) => Ok(Posting { place, row: Row::Own, cards: Some(cards) }),
        Some(None) => {
            let cards = connection
                .prepare_cached("SELECT cards FROM posting_beside WHERE key = ?1 AND rest = ?2")?
                .query_row(params![place.key, place.rest], |row| Ok(of_kept(row.get_ref(0)?.as_blob()?)))
                .optional()?;
            Ok(Posting { place, row: Row::Beside, cards })
        }
    }
}

impl Posting {
    /// Keeps other cards in its place, in the form kept; one without cards is none.
    pub(super) fn replace(&self, connection: &Connection, cards: &[u8]) -> Result<()> {
        let Place { key, rest } = self.place;
        match (self.row, cards.is_empty()) {
            (Row::Own, false) => put_own(connection, self.place, cards),
            (Row::Own, true) => {
                connection.prepare_cached("DELETE FROM posting WHERE key = ?1")?.execute([key])?;
                if rest.is_some() { move_in(connection, key) } else { Ok(()) }
            }
            (Row::Beside, false) => {
                connection
                    .prepare_cached(
                        "INSERT OR REPLACE INTO posting_beside (key, rest, cards) VALUES (?1, ?2, ?3)",
                    )?
                    .execute(params![key, rest, cards])?;
                Ok(())
            }
            (Row::Beside, true) => {
                connection
                    .prepare_cached("DELETE FROM posting_beside WHERE key = ?1 AND rest = ?2")?
                    .execute(params![key, rest])?;
                Ok(())
            }
        }
    }
}

/// Forgets all of them.
pub(super) fn forget_all(connection: &Connection) -> Result<()> {
    Ok(connection.execute_batch("DELETE FROM posting; DELETE FROM posting_beside;")?)
}

fn put_own(connection: &Connection, Place { key, rest }: Place, cards: &[u8]) -> Result<()> {
    let mut statement =
        connection.prepare_cached("INSERT OR REPLACE INTO posting (key, cards) VALUES (?1, ?2)")?;
    match rest {
        None => statement.execute(params![key, cards])?,
        Some(rest) => statement.execute(params![key, [&rest.to_le_bytes(), cards].concat()])?,
    };
    Ok(())
}

/// One that stands beside a row that is free now takes it.
fn move_in(connection: &Connection, key: i64) -> Result<()> {
    let beside: Option<(u16, Vec<u8>)> = connection
        .prepare_cached("SELECT rest, cards FROM posting_beside WHERE key = ?1 LIMIT 1")?
        .query_row([key], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((rest, cards)) = beside else { return Ok(()) };
    connection
        .prepare_cached("DELETE FROM posting_beside WHERE key = ?1 AND rest = ?2")?
        .execute(params![key, rest])?;
    put_own(connection, Place { key, rest: Some(rest) }, &cards)
}
