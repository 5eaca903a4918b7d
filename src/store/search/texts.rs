//! The folded texts of cards, as they stand in the file: those of 32 cards that follow each other in one row,
//! packed together, because what stands in a list stands in many of its rows. That is a third of what single
//! texts take, and of what has to be written when many cards change.
//!
//! Every change passes through [`put`], which also notes what the index does not know yet: of which cards the
//! text has changed since, and what it was.

use std::borrow::Cow;

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params};

use super::upkeep::{LOADING, state};
use crate::domain::id::CardId;
use crate::store::cell::damaged;
use crate::store::error::Result;

/// Cards whose texts stand in one row: one bit each of a mask.
pub(super) const CARDS: i64 = 32;

/// The most bytes that one byte can be unpacked to: more is damage.
const MOST_UNPACKED: usize = 255;

/// Bytes of a length, and of the mask of those that are there.
const NUMBER: usize = 4;

/// The row of a card, and its place there.
pub(super) fn place_of(card: i64) -> (i64, usize) {
    (card.div_euclid(CARDS), card.rem_euclid(CARDS) as usize)
}

/// The cards of a mask.
pub(super) fn cards_of(block: i64, mask: u32) -> impl Iterator<Item = i64> {
    (0..CARDS).filter(move |place| mask >> place & 1 == 1).map(move |place| block * CARDS + place)
}

/// The texts of cards that follow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    joined: String,
    spans: Spans,
}

impl Block {
    /// The text at a place.
    pub(super) fn get(&self, place: usize) -> Option<&str> {
        let (start, end) = self.spans.get(place).copied().flatten()?;
        self.joined.get(start..end)
    }

    fn is_empty(&self) -> bool {
        self.spans.iter().all(Option::is_none)
    }

    /// The block with some of its texts chosen anew.
    pub(super) fn map<'text>(
        &'text self,
        text: impl Fn(usize, Option<&'text str>) -> Option<&'text str>,
    ) -> Block {
        let mut made = Block { joined: String::with_capacity(self.joined.len() * 2), ..Block::default() };
        for place in 0..CARDS as usize {
            made.spans[place] = text(place, self.get(place)).map(|text| {
                let start = made.joined.len();
                made.joined.push_str(text);
                (start, made.joined.len())
            });
        }
        made
    }

    /// The form kept: packed, a mask of the texts there are, the length of each, then all of them.
    pub(super) fn packed(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(NUMBER * (1 + CARDS as usize) + self.joined.len());
        let mask = (0..)
            .zip(&self.spans)
            .filter(|(_, span)| span.is_some())
            .fold(0, |mask, (place, _)| mask | 1_u32 << place);
        bytes.extend_from_slice(&mask.to_le_bytes());
        for (start, end) in self.spans.iter().flatten() {
            // A text is never longer than SQLite takes.
            let length = u32::try_from(end - start).unwrap_or(u32::MAX);
            bytes.extend_from_slice(&length.to_le_bytes());
        }
        bytes.extend_from_slice(self.joined.as_bytes());
        lz4_flex::block::compress_prepend_size(&bytes)
    }

    /// Reads what [`Block::packed`] made.
    pub(super) fn of_packed(packed: &[u8]) -> Result<Block> {
        Block::unpacked(packed).ok_or_else(|| damaged("search text", ""))
    }

    fn unpacked(packed: &[u8]) -> Option<Block> {
        let Unpacked { mut bytes, head, spans } = Unpacked::of_packed(packed)?;
        bytes.drain(..head);
        Some(Block { joined: String::from_utf8(bytes).ok()?, spans })
    }
}

/// Where each of the texts stands that are joined; nothing where there is no such card.
type Spans = [Option<(usize, usize)>; CARDS as usize];

/// A block of which single texts are wanted: only those are looked at.
struct Unpacked {
    bytes: Vec<u8>,
    /// Bytes before the first text.
    head: usize,
    spans: Spans,
}

impl Unpacked {
    fn of_packed(packed: &[u8]) -> Option<Unpacked> {
        let size = u32::from_le_bytes(packed.get(..NUMBER)?.try_into().ok()?) as usize;
        if size > packed.len().saturating_mul(MOST_UNPACKED) {
            return None;
        }
        let bytes = lz4_flex::block::decompress_size_prepended(packed).ok()?;
        let mut numbers =
            bytes.chunks_exact(NUMBER).filter_map(|four| four.try_into().ok()).map(u32::from_le_bytes);
        let mask = numbers.next()?;
        let mut spans = Spans::default();
        let mut end = 0;
        for place in (0..CARDS as usize).filter(|place| mask >> place & 1 == 1) {
            let start = end;
            end += numbers.next()? as usize;
            spans[place] = Some((start, end));
        }
        let head = NUMBER * (1 + mask.count_ones() as usize);
        (head + end == bytes.len()).then_some(Unpacked { bytes, head, spans })
    }

    /// The text at a place.
    fn get(&self, place: usize) -> Result<Option<&str>> {
        let Some((start, end)) = self.spans.get(place).copied().flatten() else { return Ok(None) };
        let text = self.bytes.get(self.head + start..self.head + end).unwrap_or_default();
        std::str::from_utf8(text).map(Some).map_err(|_| damaged("search text", ""))
    }
}

/// The row of a block as it stands, and unpacked.
struct Kept {
    packed: Vec<u8>,
    block: Block,
}

fn read_kept(connection: &Connection, block: i64) -> Result<Option<Kept>> {
    let packed: Option<Vec<u8>> = connection
        .prepare_cached("SELECT texts FROM search WHERE block = ?1")?
        .query_row([block], |row| row.get(0))
        .optional()?;
    packed.map(|packed| Ok(Kept { block: Block::of_packed(&packed)?, packed })).transpose()
}

/// What becomes of the text of a card.
pub(super) enum Becomes<'text> {
    /// It stays as it is.
    Same,
    /// This one; none where the card is gone.
    Other(Option<Cow<'text, str>>),
}

/// Puts texts in place of those of cards, in the order of their rows; none where a card is gone.
pub(super) fn put(connection: &Connection, texts: &[(CardId, Option<&str>)]) -> Result<()> {
    rewrite(
        connection,
        texts,
        |(card, _)| *card,
        |(_, text), old| {
            if old == *text { Becomes::Same } else { Becomes::Other(text.map(Cow::Borrowed)) }
        },
    )
}

/// Says of every text of some cards what becomes of it, in the order of their rows. Those that stand in one row
/// are read and written once.
pub(super) fn rewrite<'text, T>(
    connection: &Connection,
    cards: &'text [T],
    card: impl Fn(&T) -> CardId,
    mut becomes: impl FnMut(&'text T, Option<&str>) -> Becomes<'text>,
) -> Result<()> {
    if cards.is_empty() {
        return Ok(());
    }
    let state = state(connection)?;
    // While a load is under way, what is new is indexed as it comes.
    let known_new = if state.claimed == LOADING { state.through } else { state.claimed };
    for cards in cards.chunk_by(|one, next| place_of(card(one).0).0 == place_of(card(next).0).0) {
        let [first, ..] = cards else { continue };
        let (number, _) = place_of(card(first).0);
        let before = read_kept(connection, number)?;
        let mut after: [Option<Option<Cow<'text, str>>>; CARDS as usize] = Default::default();
        let mut changed = 0_u32;
        for one in cards {
            let id = card(one);
            let place = place_of(id.0).1;
            let old = before.as_ref().and_then(|kept| kept.block.get(place));
            let Becomes::Other(text) = becomes(one, old) else { continue };
            after[place] = Some(text);
            if id.0 <= if old.is_none() { known_new } else { state.claimed } {
                changed |= 1 << place;
            }
        }
        if after.iter().all(Option::is_none) {
            continue;
        }
        if changed != 0 {
            note(connection, number, changed, before.as_ref())?;
        }
        let none = Block::default();
        let block = before.as_ref().map_or(&none, |kept| &kept.block);
        let block = block.map(|place, old| after[place].as_ref().map_or(old, Option::as_deref));
        if block.is_empty() {
            connection.prepare_cached("DELETE FROM search WHERE block = ?1")?.execute([number])?;
        } else {
            connection
                .prepare_cached("INSERT OR REPLACE INTO search (block, texts) VALUES (?1, ?2)")?
                .execute(params![number, block.packed()])?;
        }
    }
    Ok(())
}

/// Notes which texts of a block the index does not know as they will be, and what they are now.
fn note(connection: &Connection, number: i64, changed: u32, now: Option<&Kept>) -> Result<()> {
    let nothing = Block::default();
    let block = now.map_or(&nothing, |kept| &kept.block);
    // What is noted already is not unpacked.
    let noted_already: Option<u32> = connection
        .prepare_cached("SELECT changed FROM unindexed WHERE block = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()?;
    if noted_already.is_some_and(|noted| changed & !noted == 0) {
        return Ok(());
    }
    let Some(noted) = Noted::read(connection, number)? else {
        let empty;
        let packed = match now {
            Some(kept) => &kept.packed,
            None => {
                empty = nothing.packed();
                &empty
            }
        };
        connection
            .prepare_cached("INSERT INTO unindexed (block, changed, texts) VALUES (?1, ?2, ?3)")?
            .execute(params![number, changed, packed])?;
        return Ok(());
    };
    let newly = changed & !noted.changed;
    let is_new = |place: usize| newly >> place & 1 == 1;
    let known = noted.block.map(|place, known| if is_new(place) { block.get(place) } else { known });
    connection
        .prepare_cached("UPDATE unindexed SET changed = ?2, texts = ?3 WHERE block = ?1")?
        .execute(params![number, noted.changed | changed, known.packed()])?;
    Ok(())
}

/// What is noted of a block.
pub(super) struct Noted {
    /// The cards whose texts have changed since.
    pub(super) changed: u32,
    /// The texts the index knows these by.
    pub(super) block: Block,
}

impl Noted {
    pub(super) fn read(connection: &Connection, block: i64) -> Result<Option<Noted>> {
        let noted: Option<(u32, Vec<u8>)> = connection
            .prepare_cached("SELECT changed, texts FROM unindexed WHERE block = ?1")?
            .query_row([block], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        noted.map(|(changed, texts)| Ok(Noted { changed, block: Block::of_packed(&texts)? })).transpose()
    }
}

/// The texts of a block.
pub(super) fn read(connection: &Connection, block: i64) -> Result<Option<Block>> {
    Ok(read_kept(connection, block)?.map(|kept| kept.block))
}

/// A block of which the index is being brought up to some texts.
pub(super) struct Aimed {
    pub(super) number: i64,
    /// The cards these are of.
    pub(super) aimed: u32,
    pub(super) target: Block,
    pub(super) noted: Noted,
}

/// All of them, in the order of cards.
pub(super) fn aimed(connection: &Connection) -> Result<Vec<Aimed>> {
    let mut statement = connection.prepare_cached(
        "SELECT block, aimed, target, changed, texts FROM unindexed WHERE target IS NOT NULL ORDER BY block",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let block = |column| Block::of_packed(row.get_ref(column)?.as_blob().map_err(rusqlite::Error::from)?);
        let noted = Noted { changed: row.get(3)?, block: block(4)? };
        found.push(Aimed { number: row.get(0)?, aimed: row.get(1)?, target: block(2)?, noted });
    }
    Ok(found)
}

impl Aimed {
    /// The index knows the cards by their target now: what is the same as the texts there are is known.
    pub(super) fn reach(&self, connection: &Connection) -> Result<()> {
        let is_aimed = |place: usize| self.aimed >> place & 1 == 1;
        let known =
            self.noted.block.map(|place, old| if is_aimed(place) { self.target.get(place) } else { old });
        let now = read(connection, self.number)?.unwrap_or_default();
        let differs =
            |place: &usize| self.noted.changed >> place & 1 == 1 && known.get(*place) != now.get(*place);
        let changed = (0..CARDS as usize).filter(differs).fold(0, |mask, place| mask | 1_u32 << place);
        if changed == 0 {
            connection.prepare_cached("DELETE FROM unindexed WHERE block = ?1")?.execute([self.number])?;
        } else {
            connection
                .prepare_cached(
                    "UPDATE unindexed SET changed = ?2, texts = ?3, aimed = 0, target = NULL WHERE block = ?1",
                )?
                .execute(params![self.number, changed, known.packed()])?;
        }
        Ok(())
    }
}

/// Hands over the texts of cards by row, the first and the last included.
pub(super) fn each(
    connection: &Connection,
    first: i64,
    last: i64,
    mut take: impl FnMut(i64, &str),
) -> Result<()> {
    let mut statement = connection
        .prepare_cached("SELECT block, texts FROM search WHERE block BETWEEN ?1 AND ?2 ORDER BY block")?;
    let mut rows = statement.query([place_of(first).0, place_of(last).0])?;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let block = Block::of_packed(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?;
        for card in cards_of(number, u32::MAX).filter(|card| (first..=last).contains(card)) {
            if let Some(text) = block.get(place_of(card).1) {
                take(card, text);
            }
        }
    }
    Ok(())
}

/// Looks at texts one by one; those that stand in one row are read once where they follow each other.
pub(super) struct Texts<'store> {
    statement: CachedStatement<'store>,
    /// The row read last; without a block where there is none.
    block: Option<(i64, Option<Unpacked>)>,
}

impl<'store> Texts<'store> {
    pub(super) fn of(connection: &'store Connection) -> Result<Self> {
        let statement = connection.prepare_cached("SELECT texts FROM search WHERE block = ?1")?;
        Ok(Texts { statement, block: None })
    }

    /// Looks at the text of a card; nothing when there is none.
    pub(super) fn look_at<T>(&mut self, card: CardId, look: impl FnOnce(&str) -> T) -> Result<Option<T>> {
        let (number, place) = place_of(card.0);
        if self.block.as_ref().is_none_or(|(last, _)| *last != number) {
            let unpack = |row: &Row<'_>| Ok(Unpacked::of_packed(row.get_ref(0)?.as_blob()?));
            let block = match self.statement.query_row([number], unpack).optional()? {
                Some(None) => return Err(damaged("search text", "")),
                found => found.flatten(),
            };
            self.block = Some((number, block));
        }
        let Some((_, Some(block))) = &self.block else { return Ok(None) };
        Ok(block.get(place)?.map(look))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_read_again(
            texts in prop::collection::vec(prop::option::of("[a-c张\\n ]{0,12}"), CARDS as usize),
        ) {
            let block = Block::default().map(|place, _| texts[place].as_deref());
            let packed = block.packed();
            prop_assert_eq!(&Block::of_packed(&packed).unwrap(), &block);
            let unpacked = Unpacked::of_packed(&packed).unwrap();
            for (place, text) in texts.iter().enumerate() {
                prop_assert_eq!(block.get(place), text.as_deref());
                prop_assert_eq!(unpacked.get(place).unwrap(), text.as_deref());
            }
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_and_do_no_harm(bytes in any::<Vec<u8>>(), place in 0..64_usize) {
            for bytes in [&bytes, &lz4_flex::block::compress_prepend_size(&bytes)] {
                if let Ok(block) = Block::of_packed(bytes) {
                    block.get(place);
                }
                if let Some(block) = Unpacked::of_packed(bytes) {
                    drop(block.get(place));
                }
            }
        }
    }
}
