//! Finding cards by words, among a million within one frame.
//!
//! Each card has a folded text ([`searchable`]). The index keeps, for every gram of these texts, the cards that
//! have it, in chunks of rows. A word is looked up by all its grams; where those do not prove that the word
//! stands there, the texts of the cards are looked at. Every card whose text changes is noted; until the index is
//! brought up to them, these are looked at one by one. So a search is exact at any time.
//!
//! A file of some thousand cards has no index at all: everything in it is looked at one by one.

mod build;
mod find;
mod found;
mod gram;
mod kept;
mod loading;
mod posting;
mod texts;
mod upkeep;

use rusqlite::Connection;

use super::error::Result;
use super::read;
use crate::domain::card_set::CardSet;
use crate::domain::id::CardId;
use crate::domain::text::searchable::searchable;

pub use find::Stop;
pub(super) use find::Word;
pub(super) use found::Found;
#[cfg(test)]
pub(super) use gram::meeting;
pub(super) use loading::Loading;
use texts::Becomes;
pub(super) use upkeep::{Build, WORTH_A_BUILD};

/// Keeps the texts cards are found by, in the order of their rows.
pub(super) fn keep_all(connection: &Connection, cards: &[(CardId, Option<&str>)]) -> Result<()> {
    texts::put(connection, cards)
}

/// Forgets the texts of cards, in the order of their rows.
pub(super) fn forget(connection: &Connection, cards: &[CardId]) -> Result<()> {
    let none: Vec<(CardId, Option<&str>)> = cards.iter().map(|card| (*card, None)).collect();
    texts::put(connection, &none)
}

/// Hands over all texts that cards are found by.
#[cfg(test)]
pub(super) fn each_text(connection: &Connection, take: impl FnMut(i64, &str)) -> Result<()> {
    texts::each(connection, 0, i64::MAX, take)
}

/// What changes at the end of the text a card is found by: its last lines, and those put in their place.
pub(super) type End<'lines> = (CardId, &'lines str, &'lines str);

/// Puts other lines in place of the last ones of the texts that cards are found by, in the order of their rows.
/// Gives the cards whose text does not end with them: nothing is done to those.
pub(super) fn change_ends(connection: &Connection, ends: &[End<'_>]) -> Result<Vec<CardId>> {
    let mut others = Vec::new();
    texts::rewrite(
        connection,
        ends,
        |(card, ..)| *card,
        |(card, before, after), text| match text.and_then(|text| text.strip_suffix(before)) {
            Some(_) if before == after => Becomes::Same,
            Some(rest) => Becomes::Other(Some(format!("{rest}{after}").into())),
            None => {
                others.push(*card);
                Becomes::Same
            }
        },
    )?;
    Ok(others)
}

/// What of the search a migration has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Renewed {
    /// What the texts of cards are, and with them the index.
    TextsAndIndex,
    /// The form of the index.
    Index,
}

/// Makes anew what a migration has changed for all cards. Else whoever asks next would wait for each search until a
/// screen had brought the index up.
pub(super) fn renew(connection: &Connection, what: Renewed, worth_a_build: i64) -> Result<()> {
    // Nobody needs to note what an index knew that is not kept.
    upkeep::forget_all(connection)?;
    if what == Renewed::TextsAndIndex {
        renew_texts(connection, "TRUE")?;
    }
    upkeep::make_anew(connection, worth_a_build)
}

/// Makes anew the texts of cards with a name that has a blank between Chinese characters.
pub(super) fn renew_names_with_gaps(connection: &Connection) -> Result<()> {
    let has_gap = |name: &str| format!("{name} GLOB '*[㐀-鿿][ \u{a0}\u{3000}]*[㐀-鿿]*'");
    let of_person = format!("id IN (SELECT card FROM person WHERE {})", has_gap("name"));
    let any = [has_gap("name"), has_gap("short_name"), has_gap("company"), of_person].join(" OR ");
    renew_texts(connection, &any)
}

/// Makes anew the texts of the cards of which a condition of SQL holds.
fn renew_texts(connection: &Connection, which: &str) -> Result<()> {
    let next_of_them = format!("SELECT id FROM card WHERE id > ?1 AND ({which}) ORDER BY id LIMIT ?2");
    let mut after = 0;
    loop {
        let next: Vec<CardId> = connection
            .prepare_cached(&next_of_them)?
            .query_map([after, texts::CARDS], |row| row.get(0).map(CardId))?
            .collect::<rusqlite::Result<_>>()?;
        let Some(last) = next.last() else { return Ok(()) };
        after = last.0;
        let mut made = Vec::with_capacity(next.len());
        for card in next {
            made.extend(read::card(connection, card)?.map(|card| (card.id, searchable(&card))));
        }
        let made: Vec<_> = made.iter().map(|(card, text)| (*card, Some(text.as_str()))).collect();
        texts::put(connection, &made)?;
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
