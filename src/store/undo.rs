//! Taking back and putting back entries of the journal.
//!
//! An entry is taken back only where every value still is what the entry made of it, so that nothing of a
//! later change is lost without a word. Putting back asks the same of the values before.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, params};

use super::bulk::{Going, Watch};
use super::error::{Result, StoreError};
use super::journal::{self, Change, ENTRY_COLUMNS, JournalEntry, entry_of};
use super::record::{self, EXISTS, RecordKind};
use super::retag::{self, Retagging, Tagged};
use super::{Opening, Store, alike, batch, cell, derived, door};
use crate::clock;
use crate::domain::id::{CardId, JournalId};

/// What came of taking back or putting back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stepped {
    /// This entry was gone through.
    Through(JournalEntry),
    /// There was none.
    Nowhere,
    /// It was stopped, and all is as it was.
    Stopped,
}

/// Which way an entry is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From the values after to the values before.
    Back,
    /// From the values before to the values after.
    Forth,
}

impl Way {
    /// The other one.
    pub(super) fn turned(self) -> Way {
        match self {
            Way::Back => Way::Forth,
            Way::Forth => Way::Back,
        }
    }

    /// The state of an entry that was gone through.
    pub(super) fn leads_to(self) -> &'static str {
        match self {
            Way::Back => "undone",
            Way::Forth => "done",
        }
    }
}

/// What is done about a value that is not where it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    /// Nothing more is gone through: the entry is refused.
    Refuse,
    /// Its card is left as it is.
    Leave,
}

/// How long one piece may change cards; the card under way is finished. What is derived of them takes as long
/// again, and in all a piece shall hold the file for 20 ms at most.
const BRINGING_AT_MOST: Duration = Duration::from_millis(8);

impl Store {
    /// Takes back this run's newest entry, else the file's newest; `None` when there is nothing to take back.
    pub fn undo(&mut self) -> Result<Option<JournalEntry>> {
        self.step_to_the_end(Way::Back)
    }

    /// Puts back what this run took back last, else what was taken back last in the file; `None` when there
    /// is nothing.
    pub fn redo(&mut self) -> Result<Option<JournalEntry>> {
        self.step_to_the_end(Way::Forth)
    }

    fn step_to_the_end(&mut self, way: Way) -> Result<Option<JournalEntry>> {
        match self.step(way, &mut |_| Going::On)? {
            Stepped::Through(entry) => Ok(Some(entry)),
            Stepped::Nowhere | Stepped::Stopped => Ok(None),
        }
    }

    /// How many cards taking back or putting back would go through now, where that goes in pieces and a person
    /// may have to wait; `None` where it is done at once.
    pub fn long_step(&self, way: Way) -> Result<Option<u64>> {
        let Some(entry) = next_entry(&self.connection, way, self.session.id())? else { return Ok(None) };
        Ok(batch::of(&self.connection, entry.id)?.map(|_| entry.count))
    }

    /// Takes back, or puts back, one entry. `watch` is told how many cards are done of one that goes in pieces,
    /// and says whether to go on.
    pub fn step(&mut self, way: Way, watch: Watch<'_>) -> Result<Stepped> {
        let path = self.path().to_path_buf();
        self.step_inside(way, watch).map_err(|error| error.at(&path))
    }

    fn step_inside(&mut self, way: Way, watch: Watch<'_>) -> Result<Stepped> {
        loop {
            let transaction = self.session.begin(&mut self.connection)?;
            let Some(mut entry) = next_entry(&transaction, way, self.session.id())? else {
                return Ok(Stepped::Nowhere);
            };
            let batch = batch::of(&transaction, entry.id)?;
            if batch.is_none() {
                let stepping = Stepping::begin(&transaction, &self.opening, self.today)?;
                let changes = journal::changes(&transaction, entry.id)?;
                stepping.go(&entry, &changes, way)?;
                entry.wrote = journal::written_to(&changes);
                mark(&transaction, entry.id, way, self.session.id())?;
            }
            transaction.commit()?;
            let gone = match batch {
                Some(batch) => self.step_in_pieces(&entry, batch, way, &mut *watch)?,
                None => Some(Going::On),
            };
            match gone {
                Some(Going::On) => {
                    return Ok(Stepped::Through(JournalEntry { undone: way == Way::Back, ..entry }));
                }
                Some(Going::Back) => return Ok(Stepped::Stopped),
                // Another program was faster: what is next now?
                None => {}
            }
        }
    }
}

/// The changes of an entry by card, in the order in which the cards are gone through. What is of no card, the
/// user's own fields, is there as long as any card needs it.
pub(super) fn by_card(changes: Vec<Change>, way: Way) -> Vec<Vec<Change>> {
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
pub(super) struct Stepping<'store> {
    connection: &'store Connection,
    opening: &'store Opening,
    today: NaiveDate,
}

impl<'store> Stepping<'store> {
    /// Begins in a transaction. The records of an entry go and come in any order; all is sound again at the
    /// end of it. Said once, because SQLite then compiles every statement anew.
    pub(super) fn begin(
        connection: &'store Connection,
        opening: &'store Opening,
        today: NaiveDate,
    ) -> Result<Self> {
        connection.pragma_update(None, "defer_foreign_keys", "ON")?;
        Ok(Stepping::of_values(connection, opening, today))
    }

    /// Begins where no record goes or comes, only values of cards.
    pub(super) fn of_values(
        connection: &'store Connection,
        opening: &'store Opening,
        today: NaiveDate,
    ) -> Self {
        Stepping { connection, opening, today }
    }

    /// Goes through as many cards as fit into the time of one piece, one at least, and gives their number.
    /// Those that are where they should come to are passed over.
    pub(super) fn go_some(
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
    pub(super) fn go_through_tags(
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
                        return Err(blocked(entry, later_value_entry(self.connection, entry.id, change)?));
                    }
                }
            }
        }
        retagging.write(self.connection, self.opening, self.today, clock::now())
    }

    /// Goes through values of an entry, and works out again what is derived of the cards touched.
    fn go(&self, entry: &JournalEntry, changes: &[Change], way: Way) -> Result<()> {
        self.bring(entry, changes, way)?;
        self.renew(changes.iter(), way)
    }

    /// Goes through values of an entry.
    fn bring(&self, entry: &JournalEntry, changes: &[Change], way: Way) -> Result<()> {
        must_stand(self.connection, entry, changes, way)?;
        apply(self.connection, changes, way).map_err(|error| match error {
            // A code was given to another card meanwhile.
            StoreError::Sqlite(error)
                if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) =>
            {
                blocked(entry, None)
            }
            other => other,
        })?;
        must_not_be_pointed_at(self.connection, entry, changes)?;
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

/// The entry that is next to be taken back or put back: this run's own first.
fn next_entry(connection: &Connection, way: Way, session: &str) -> Result<Option<JournalEntry>> {
    let queries = match way {
        Way::Back => [
            "WHERE state = 'done' AND session = ?1 ORDER BY id DESC LIMIT 1",
            "WHERE state = 'done' AND ?1 <> '' ORDER BY id DESC LIMIT 1",
        ],
        Way::Forth => [
            "WHERE undone_seq IS NOT NULL AND state = 'undone' AND undone_by = ?1 ORDER BY undone_seq DESC LIMIT 1",
            "WHERE undone_seq IS NOT NULL AND state = 'undone' AND ?1 <> '' ORDER BY undone_seq DESC LIMIT 1",
        ],
    };
    for query in queries {
        let sql = format!("SELECT {ENTRY_COLUMNS} FROM journal {query}");
        let mut statement = connection.prepare_cached(&sql)?;
        if let Some(row) = statement.query([session])?.next()? {
            return entry_of(row).map(Some);
        }
    }
    Ok(None)
}

/// When a card last changed: moved by every write, taking back included, so it stands for nothing here.
const UPDATED_AT: &str = "updated_at";

/// Where a change must have been left for it to be gone through this way.
fn start_of(change: &Change, way: Way) -> &Value {
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
            let later = later_value_entry(connection, entry.id, change)?;
            return Err(blocked(entry, later));
        }
        if change.kind == RecordKind::Card && change.field == EXISTS && way == Way::Back {
            let later = later_card_entry(connection, entry.id, CardId(change.record))?;
            if later.is_some() {
                return Err(blocked(entry, later));
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
            return Err(blocked(entry, later_card_entry(connection, entry.id, card)?));
        }
    }
    Ok(())
}

pub(super) fn blocked(entry: &JournalEntry, later: Option<JournalEntry>) -> StoreError {
    StoreError::UndoBlocked { entry: Box::new(entry.clone()), later: later.map(Box::new) }
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

/// The newest other entry that changed the same value and stands.
fn later_value_entry(
    connection: &Connection,
    entry: JournalId,
    change: &Change,
) -> Result<Option<JournalEntry>> {
    use crate::domain::choice::Choice;
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state = 'done' AND id <> ?1 AND id IN
             (SELECT journal FROM journal_value WHERE record_kind = ?2 AND record = ?3 AND field IN (?4, ?5)
              UNION ALL
              SELECT journal FROM journal_alike_value
              WHERE block = ?6 AND record_kind = ?2 AND record = ?3 AND field = ?4)
         ORDER BY id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![
        entry.0,
        change.kind.code(),
        change.record,
        change.field,
        EXISTS,
        alike::block_of(CardId(change.record)),
    ])?;
    rows.next()?.map(entry_of).transpose()
}

/// The newest other entry that changed anything of the card and stands.
fn later_card_entry(connection: &Connection, entry: JournalId, card: CardId) -> Result<Option<JournalEntry>> {
    let sql = format!(
        "SELECT {ENTRY_COLUMNS} FROM journal WHERE state = 'done' AND id <> ?1 AND id IN
             (SELECT journal FROM journal_value WHERE card = ?2
              UNION ALL SELECT journal FROM journal_alike_value WHERE block = ?3 AND card = ?2)
         ORDER BY id DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![entry.0, card.0, alike::block_of(card)])?;
    rows.next()?.map(entry_of).transpose()
}

pub(super) fn mark(connection: &Connection, entry: JournalId, way: Way, session: &str) -> Result<()> {
    let sql = match way {
        Way::Back => {
            "UPDATE journal SET state = 'undone', undone_by = ?2,
                 undone_seq = (SELECT coalesce(max(undone_seq), 0) + 1 FROM journal) WHERE id = ?1"
        }
        Way::Forth => {
            "UPDATE journal SET state = 'done', undone_by = NULL, undone_seq = NULL
             WHERE id = ?1 AND ?2 <> ''"
        }
    };
    connection.prepare_cached(sql)?.execute(params![entry.0, session])?;
    Ok(())
}
