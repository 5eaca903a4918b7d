//! Other tags for many cards at a time: one statement for all cards that go from the same tags to the same
//! others, where a door would need eight a card. What it leaves is what the door would leave.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, params};

use super::alike::{self, Alike, list_of};
use super::error::Result;
use super::journal::Change;
use super::record::RecordKind;
use super::{Opening, cell, derived, read, search, value};
use crate::domain::field::key;
use crate::domain::id::{CardId, JournalId, Uid};
use crate::domain::text::searchable::plain_text;

/// The tags of a card.
#[derive(Debug)]
pub(super) struct Tagged {
    pub(super) card: CardId,
    pub(super) uid: Uid,
    /// Whether it left with its import.
    pub(super) is_withdrawn: bool,
    pub(super) tags: Vec<String>,
}

/// The tags of those of these cards that there are, the tags of each together.
pub(super) fn present(connection: &Connection, cards: impl Iterator<Item = CardId>) -> Result<Vec<Tagged>> {
    // Not ordered by SQL, which would put all of them aside first: the rows of a card come together.
    let mut statement = connection.prepare_cached(
        "SELECT card.id, card.state = 2, card.uid, value.seq, value.text FROM json_each(?1) AS wanted
         CROSS JOIN card ON card.id = wanted.value LEFT JOIN value ON value.card = card.id AND value.field = ?2",
    )?;
    let mut rows = statement.query(params![list_of(cards), key::TAGS])?;
    let mut found: Vec<(Tagged, Vec<(i64, String)>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let card = CardId(row.get(0)?);
        let tag = match row.get(3)? {
            Some(seq) => Some((seq, row.get(4)?)),
            None => None,
        };
        match found.last_mut() {
            Some((last, tags)) if last.card == card => tags.extend(tag),
            _ => {
                let tagged =
                    Tagged { card, uid: read::uid(row, 2)?, is_withdrawn: row.get(1)?, tags: Vec::new() };
                found.push((tagged, tag.into_iter().collect()));
            }
        }
    }
    let in_order = |(tagged, mut tags): (Tagged, Vec<(i64, String)>)| {
        tags.sort_unstable();
        Tagged { tags: tags.into_iter().map(|(_, tag)| tag).collect(), ..tagged }
    };
    Ok(found.into_iter().map(in_order).collect())
}

/// Cards that all go from the same tags to the same others.
type Groups = BTreeMap<(Vec<String>, Vec<String>), Vec<(CardId, Uid)>>;

/// Other tags for many cards.
#[derive(Debug, Default)]
pub(super) struct Retagging(Groups);

impl Retagging {
    /// Adds a card that goes from its tags to others.
    pub(super) fn push(&mut self, tagged: Tagged, to: Vec<String>) {
        let Tagged { card, uid, tags: from, .. } = tagged;
        self.0.entry((from, to)).or_default().push((card, uid));
    }

    /// Gives the cards their tags, and works out what is derived of them.
    pub(super) fn write(
        &self,
        connection: &Connection,
        opening: &Opening,
        today: NaiveDate,
        now: i64,
    ) -> Result<()> {
        let lines: Vec<_> =
            self.0.iter().map(|((from, to), cards)| (lines(from), lines(to), cards)).collect();
        for ((from, to), cards) in &self.0 {
            let list = list_of(cards.iter().map(|(card, _)| *card));
            write_values(connection, &list, from, to)?;
            connection
                .prepare_cached(
                    // Without FAIL SQLite would copy every page aside, to take back this statement alone: whoever
                    // meets an error takes back all of the transaction.
                    "UPDATE OR FAIL card SET rev = rev + 1, updated_at = ?2
                     WHERE id IN (SELECT value FROM json_each(?1))",
                )?
                .execute(params![list, now])?;
        }
        // No standing rests on tags.
        let ends = lines.iter().flat_map(|(from, to, cards)| {
            cards.iter().map(move |(card, _)| (*card, from.as_str(), to.as_str()))
        });
        let mut ends: Vec<search::End<'_>> = ends.collect();
        ends.sort_unstable_by_key(|(card, ..)| *card);
        let others = search::change_ends(connection, &ends)?;
        derived::renew(connection, others.into_iter(), today, &opening.policies)
    }

    /// Enters it into the journal.
    pub(super) fn enter(&self, connection: &Connection, entry: JournalId) -> Result<()> {
        let changes = self.0.iter().map(|((from, to), cards)| Alike {
            field: key::TAGS,
            before: cell::list(from),
            after: cell::list(to),
            cards,
        });
        alike::enter(connection, entry, changes)
    }
}

/// Whether a change is one of the tags of a card.
pub(super) fn is_of_tags(change: &Change) -> bool {
    change.kind == RecordKind::Card && change.field == key::TAGS
}

/// Whether it is all that has changed of a card.
pub(super) fn is_all(changes: &[Change]) -> bool {
    matches!(changes, [tags] if is_of_tags(tags))
}

/// The lines of tags at the end of the text a card is found by.
pub(super) fn lines(tags: &[String]) -> String {
    tags.iter().map(|tag| plain_text(tag).trim_start_matches('\n').to_owned()).collect()
}

/// Values of a field are numbered from 0 on: those that stay are not touched.
fn write_values(connection: &Connection, cards: &str, from: &[String], to: &[String]) -> Result<()> {
    let kept = from.iter().zip(to).take_while(|(from, to)| from == to).count();
    if from.len() > kept {
        connection
            .prepare_cached(
                "DELETE FROM value WHERE card IN (SELECT value FROM json_each(?1)) AND field = ?2 AND seq >= ?3",
            )?
            .execute(params![cards, key::TAGS, kept as i64])?;
    }
    let sql = format!(
        "INSERT OR FAIL INTO {} SELECT value, ?2, ?3, ?4, ?5, ?6, ?7 FROM json_each(?1)",
        value::COLUMNS
    );
    let mut statement = connection.prepare_cached(&sql)?;
    for row in value::rows_of(key::TAGS, value::kind_of(key::TAGS), to).skip(kept) {
        let mut cells = row.cells(CardId(0));
        cells[0] = ValueRef::Text(cards.as_bytes());
        statement.execute(rusqlite::params_from_iter(cells.map(ToSqlOutput::Borrowed)))?;
    }
    Ok(())
}
