//! Finding cards by words, among a million within one frame.
//!
//! Each card has a folded text ([`searchable`]). The index keeps, for every gram of these texts, the cards that
//! have it, in chunks of rows. A word is looked up by all its grams; where those do not prove that the word
//! stands there, the texts of the cards are looked at. Triggers note every card whose text has changed; until
//! the index is brought up to them, these are looked at one by one. So a search is exact at any time.
//!
//! A file of some thousand cards has no index at all: everything in it is looked at one by one.

mod build;
mod find;
mod found;
mod gram;
mod kept;
mod loading;
mod upkeep;

use rusqlite::{Connection, OptionalExtension, params};

use super::error::Result;
use super::read;
use crate::domain::card::Card;
use crate::domain::card_set::CardSet;
use crate::domain::id::CardId;
use crate::domain::text::searchable::searchable;

pub use find::Stop;
pub(super) use find::Word;
pub(super) use found::Found;
pub(super) use loading::Loading;
pub(super) use upkeep::{Build, WORTH_A_BUILD};

/// Keeps the text a card is found by.
pub(super) fn keep(connection: &Connection, card: &Card) -> Result<()> {
    connection
        .prepare_cached(&format!(
            "INSERT INTO search ({KEPT}) VALUES (?1, ?2)
             ON CONFLICT (card) DO UPDATE SET text = excluded.text WHERE text <> excluded.text"
        ))?
        .execute(params![card.id.0, searchable(card)])?;
    Ok(())
}

/// Puts other lines in place of the last ones of the text a card is found by; `false` when it does not end with
/// them.
pub(super) fn change_end(connection: &Connection, card: CardId, before: &str, after: &str) -> Result<bool> {
    let text: Option<String> = connection
        .prepare_cached("SELECT text FROM search WHERE card = ?1")?
        .query_row([card.0], |row| row.get(0))
        .optional()?;
    let Some(mut text) = text.filter(|text| text.ends_with(before)) else { return Ok(false) };
    text.truncate(text.len() - before.len());
    text.push_str(after);
    connection
        .prepare_cached("UPDATE search SET text = ?2 WHERE card = ?1")?
        .execute(params![card.0, text])?;
    Ok(true)
}

/// Does the same for a list of cards, and gives those whose text ended with the lines.
pub(super) fn change_ends(
    connection: &Connection,
    cards: &str,
    before: &str,
    after: &str,
) -> Result<Vec<CardId>> {
    let mut statement = connection.prepare_cached(
        "UPDATE search SET text = substr(text, 1, length(text) - ?2) || ?4
         WHERE card IN (SELECT value FROM json_each(?1)) AND (?2 = 0 OR substr(text, -?2) = ?3)
         RETURNING card",
    )?;
    let length = i64::try_from(before.chars().count()).unwrap_or(i64::MAX);
    let changed = statement.query_map(params![cards, length, before, after], |row| row.get(0).map(CardId))?;
    Ok(changed.collect::<rusqlite::Result<_>>()?)
}

/// The columns the text is kept in: its card, and itself.
pub(super) const KEPT: &str = "card, text";

/// Makes the texts of all cards anew: a migration has changed what they are.
pub(super) fn renew_texts(connection: &Connection) -> Result<()> {
    let mut after = 0;
    loop {
        let next: Option<i64> = connection
            .prepare_cached("SELECT min(id) FROM card WHERE id > ?1")?
            .query_row([after], |row| row.get(0))?;
        let Some(next) = next else { return Ok(()) };
        if let Some(card) = read::card(connection, CardId(next))? {
            keep(connection, &card)?;
        }
        after = next;
    }
}

/// The cards that are not in the list, and those of them that are in the bin.
pub(super) fn not_listed(connection: &Connection) -> Result<(CardSet, CardSet)> {
    let mut statement = connection.prepare_cached("SELECT id, state FROM card WHERE state <> 0")?;
    let mut rows = statement.query([])?;
    let (mut gone, mut binned) = (CardSet::default(), CardSet::default());
    while let Some(row) = rows.next()? {
        gone.insert(row.get(0)?);
        if row.get::<_, i64>(1)? == 1 {
            binned.insert(row.get(0)?);
        }
    }
    Ok((gone, binned))
}
