//! Bringing the values of an entry to where they were, or to where they went.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode};

use super::{Way, later, pointing};
use crate::clock;
use crate::domain::field::{FieldType, built_in};
use crate::domain::id::CardId;
use crate::store::error::{Result, StoreError};
use crate::store::journal::{self, Change, JournalEntry};
use crate::store::record::{self, EXISTS, RecordKind};
use crate::store::retag::{self, Retagging, Tagged};
use crate::store::{Opening, cell, chain, derived, door, own_fields};

/// What is done about a value that is not where it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Met {
    /// Nothing more is gone through: the entry is refused.
    Refuse,
    /// Its card is left as it is.
    Leave,
}

/// How long one piece may change cards; the card under way is finished. What is derived of them takes as long
/// again, and in all a piece shall hold the file for 20 ms at most.
const BRINGING_AT_MOST: Duration = Duration::from_millis(8);

/// The changes of an entry by card, in the order in which the cards are gone through. What is of no card, the
/// user's own fields, is there as long as any card needs it.
pub(in crate::store) fn by_card(changes: Vec<Change>, way: Way) -> Vec<Vec<Change>> {
    let mut cards: BTreeMap<Option<CardId>, Vec<Change>> = BTreeMap::new();
    for change in changes {
        cards.entry(change.card).or_default().push(change);
    }
    match way {
        Way::Back => cards.into_values().rev().collect(),
        Way::Forth => cards.into_values().collect(),
    }
}

/// What going through an entry needs.
pub(in crate::store) struct Stepping<'store> {
    connection: &'store Connection,
    opening: &'store Opening,
    today: NaiveDate,
}

impl<'store> Stepping<'store> {
    /// Begins in a transaction. The records of an entry go and come in any order; all is sound again at the
    /// end of it. Said once, because SQLite then compiles every statement anew.
    pub(in crate::store) fn begin(
        connection: &'store Connection,
        opening: &'store Opening,
        today: NaiveDate,
    ) -> Result<Self> {
        connection.pragma_update(None, "defer_foreign_keys", "ON")?;
        Ok(Stepping::of_values(connection, opening, today))
    }

    /// Begins where no record goes or comes, only values of cards.
    pub(in crate::store) fn of_values(
        connection: &'store Connection,
        opening: &'store Opening,
        today: NaiveDate,
    ) -> Self {
        Stepping { connection, opening, today }
    }

    /// Goes through as many cards as fit into the time of one piece, one at least, and gives their number.
    /// Those that are where they should come to are passed over.
    pub(in crate::store) fn go_some(
        &self,
        entry: &JournalEntry,
        cards: &[Vec<Change>],
        way: Way,
        met: Met,
    ) -> Result<usize> {
        let started = Instant::now();
        let (mut count, mut gone) = (0, Vec::new());
        for changes in cards {
            if !all_stand(self.connection, changes, way.turned())?
                && (met == Met::Refuse || all_stand(self.connection, changes, way)?)
            {
                self.bring(entry, changes, way)?;
                gone.extend(changes);
            }
            count += 1;
            if started.elapsed() > BRINGING_AT_MOST {
                break;
            }
        }
        self.renew(gone.into_iter(), way)?;
        Ok(count)
    }

    /// Goes through cards of which nothing but the tags has changed, all at once.
    pub(in crate::store) fn go_through_tags(
        &self,
        entry: &JournalEntry,
        cards: &[Vec<Change>],
        way: Way,
        met: Met,
    ) -> Result<()> {
        let changes = || cards.iter().flatten();
        let present = retag::present(self.connection, changes().map(|change| CardId(change.record)))?;
        let mut present: HashMap<CardId, Tagged> =
            present.into_iter().map(|tagged| (tagged.card, tagged)).collect();
        let mut retagging = Retagging::default();
        for change in changes() {
            let card = CardId(change.record);
            let (from, to) =
                (cell::list_of(start_of(change, way))?, cell::list_of(start_of(change, way.turned()))?);
            match present.remove(&card) {
                Some(tagged) if tagged.tags == from => retagging.push(tagged, to),
                other => {
                    let tags = other.map(|tagged| tagged.tags).unwrap_or_default();
                    if tags != to && met == Met::Refuse {
                        return Err(later::blocked(
                            entry,
                            later::of_value(self.connection, entry.id, change)?,
                        ));
                    }
                }
            }
        }
        retagging.write(self.connection, self.opening, self.today, clock::now())
    }

    /// Goes through values of an entry, and works out again what is derived of the cards touched.
    pub(super) fn go(&self, entry: &JournalEntry, changes: &[Change], way: Way) -> Result<()> {
        self.bring(entry, changes, way)?;
        self.renew(changes.iter(), way)
    }

    /// Goes through values of an entry.
    fn bring(&self, entry: &JournalEntry, changes: &[Change], way: Way) -> Result<()> {
        must_stand(self.connection, entry, changes, way)?;
        match apply(self.connection, changes, way) {
            // A code was given to another card meanwhile.
            Err(StoreError::Sqlite(error))
                if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) =>
            {
                let later = later::of_code(self.connection, entry.id, changes, way)?;
                return Err(later::blocked(entry, later));
            }
            applied => applied?,
        }
        must_not_be_pointed_at(self.connection, entry, changes)?;
        must_close_no_circle(self.connection, entry, changes)?;
        if way == Way::Back
            && let Some(card) = pointing::card_with(self.connection, entry, changes)?
        {
            return Err(later::blocked(entry, later::of_card(self.connection, entry.id, card)?));
        }
        Ok(())
    }

    /// Works out again what is derived of the cards touched.
    fn renew<'change>(&self, changes: impl Iterator<Item = &'change Change>, way: Way) -> Result<()> {
        let (now, touched) = (clock::now(), journal::touched(changes));
        for card in touched.keys() {
            door::raise_revision(self.connection, *card, now)?;
        }
        derived::renew_after(self.connection, &touched, self.today, &self.opening.policies, way)
    }
}

/// When a card last changed: moved by every write, taking back included, so it stands for nothing here.
const UPDATED_AT: &str = "updated_at";

/// Where a change must have been left for it to be gone through this way.
pub(super) fn start_of(change: &Change, way: Way) -> &Value {
    match way {
        Way::Back => &change.after,
        Way::Forth => &change.before,
    }
}

/// Whether all values are where an entry is to be gone through from.
fn all_stand(connection: &Connection, changes: &[Change], way: Way) -> Result<bool> {
    for change in changes.iter().filter(|change| change.field != UPDATED_AT) {
        if record::read(connection, change.kind, change.record, &change.field)? != *start_of(change, way) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Refuses when a value is no longer what the entry left.
fn must_stand(connection: &Connection, entry: &JournalEntry, changes: &[Change], way: Way) -> Result<()> {
    for change in changes.iter().filter(|change| change.field != UPDATED_AT) {
        let present = record::read(connection, change.kind, change.record, &change.field)?;
        if present != *start_of(change, way) {
            let later = later::of_value(connection, entry.id, change)?;
            return Err(later::blocked(entry, later));
        }
        if change.kind == RecordKind::Card && change.field == EXISTS && way == Way::Back {
            let later = later::of_card(connection, entry.id, CardId(change.record))?;
            if later.is_some() {
                return Err(later::blocked(entry, later));
            }
        }
    }
    Ok(())
}

/// Refuses when a record that is now gone is still spoken of by others of its card.
fn must_not_be_pointed_at(connection: &Connection, entry: &JournalEntry, changes: &[Change]) -> Result<()> {
    for change in changes {
        let Some(card) = change.card.filter(|_| change.field == EXISTS) else { continue };
        let gone = record::read(connection, change.kind, change.record, EXISTS)? == Value::Null;
        if gone && record::is_pointed_at(connection, card, change.kind, change.record)? {
            return Err(later::blocked(entry, later::of_card(connection, entry.id, card)?));
        }
    }
    Ok(())
}

/// Refuses when a card now leads back to itself by a field that names another one: what was named since stands in
/// the way.
fn must_close_no_circle(connection: &Connection, entry: &JournalEntry, changes: &[Change]) -> Result<()> {
    for change in changes.iter().filter(|change| change.kind == RecordKind::Card) {
        let kind = match built_in(&change.field) {
            Some(field) => Some(field.kind),
            None => own_fields::kind(connection, &change.field)?,
        };
        if !matches!(kind, Some(FieldType::Card)) {
            continue;
        }
        let card = CardId(change.record);
        let Some(above) = chain::named(connection, &change.field, card)? else { continue };
        if chain::leads_to(connection, &change.field, above, card)? {
            let theirs = Change { record: above.0, card: Some(above), ..change.clone() };
            return Err(later::blocked(entry, later::of_value(connection, entry.id, &theirs)?));
        }
    }
    Ok(())
}

/// Brings every value to where it was, or to where it went. Changes of one record stand together.
fn apply(connection: &Connection, changes: &[Change], way: Way) -> Result<()> {
    let mut records: Vec<&[Change]> =
        changes.chunk_by(|one, other| one.kind == other.kind && one.record == other.record).collect();
    if way == Way::Back {
        records.reverse();
    }
    for changes in records {
        let targets = || {
            changes.iter().map(|change| {
                let target = match way {
                    Way::Back => &change.before,
                    Way::Forth => &change.after,
                };
                (change.field.as_str(), target)
            })
        };
        let [first, ..] = changes else { continue };
        match targets().find(|(field, _)| *field == EXISTS) {
            Some((_, Value::Null)) => record::delete(connection, first.kind, first.record)?,
            Some(_) => {
                let fields = targets().filter(|(field, _)| *field != EXISTS);
                record::insert(connection, first.kind, Some(first.record), fields)?;
            }
            None => {
                for (field, target) in targets() {
                    record::write(connection, first.kind, first.record, field, target)?;
                }
            }
        }
    }
    Ok(())
}
