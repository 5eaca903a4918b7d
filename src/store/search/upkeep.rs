//! Bringing the index up to the cards, when nobody waits for anything else: piece by piece, so that the write
//! lock is never held long, and so that a program that dies in between leaves nothing wrong.
//!
//! While a build is under way, its cards are still looked at one by one. What a build writes depends only on
//! texts that are kept until its end, so one that was broken off is simply done again. The turn tells whether
//! another program took the build over meanwhile.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};

use super::build::Builder;
use super::gram::{self, Gram};
use super::kept::{kept, of_kept};
use super::loading::Segment;
use super::posting::{self, Place};
use super::texts::{self, Aimed, Block, Noted, place_of};
use crate::domain::card_set::{Bits, CHUNK, split};
use crate::store::Store;
use crate::store::error::Result;
use crate::store::refresh::Progress;

/// How long other programs may have to wait for the file, and the next question for the worker.
const HELD_AT_MOST: Duration = Duration::from_millis(15);

/// Fewer cards than this are looked at one by one faster than the index would be brought up to them. A file
/// with fewer cards has no index at all.
pub(in crate::store) const WORTH_A_BUILD: i64 = 2_000;

/// Changed cards that are taken in one go.
const CHANGED_AT_ONCE: i64 = 2_000;

/// A build under way.
#[derive(Debug)]
pub(in crate::store) struct Build(Step);

#[derive(Debug)]
enum Step {
    /// Cards behind the last indexed one are being read.
    Reading { turn: i64, next: i64, claimed: i64, builder: Builder },
    /// What was read is being written.
    Writing { turn: i64, left: std::vec::IntoIter<(Place, Delta)> },
}

/// What became of writing.
enum Written {
    All,
    /// There is more.
    Some(Step),
    /// Another program has taken the build over.
    Overtaken,
}

/// How the cards of one posting change.
#[derive(Debug, Default)]
struct Delta {
    removed: Vec<u16>,
    added: Vec<u16>,
    /// All of those added, in the form kept, when nothing else changes.
    built: Vec<u8>,
}

/// The claim of a load that brings cards in and indexes them itself.
pub(super) const LOADING: i64 = i64::MAX;

/// How far the index has come.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub(super) through: i64,
    pub(super) claimed: i64,
    turn: i64,
}

/// The last card of the chunk of a card.
pub(super) fn end_of_chunk(card: i64) -> i64 {
    (split(card).0 + 1) * CHUNK - 1
}

pub(super) fn state(connection: &Connection) -> Result<State> {
    let mut statement = connection.prepare_cached("SELECT through, claimed, turn FROM indexed")?;
    Ok(statement
        .query_row([], |row| Ok(State { through: row.get(0)?, claimed: row.get(1)?, turn: row.get(2)? }))?)
}

/// Forgets all the index knows.
pub(super) fn forget_all(connection: &Connection) -> Result<()> {
    posting::forget_all(connection)?;
    Ok(connection.execute_batch(
        "DELETE FROM unindexed; UPDATE indexed SET through = 0, claimed = 0, turn = turn + 1;",
    )?)
}

/// Makes the index of an exclusive transaction anew, chunk by chunk, from the texts there are: where there are enough
/// cards to be worth one.
pub(super) fn make_anew(connection: &Connection, worth_a_build: i64) -> Result<()> {
    forget_all(connection)?;
    let (count, last): (i64, i64) = connection
        .prepare_cached("SELECT count(*), coalesce(max(id), 0) FROM card")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if count < worth_a_build {
        return Ok(());
    }
    let mut next = 1;
    while next <= last {
        let end = end_of_chunk(next).min(last);
        let mut builder = Builder::new(split(next).0);
        texts::each(connection, next, end, |card, text| builder.push(card, text))?;
        for (place, built) in builder.finish() {
            posting::read(connection, place)?.replace(connection, &built)?;
        }
        next = end + 1;
    }
    connection.execute("UPDATE indexed SET through = ?1, claimed = ?1", [last])?;
    Ok(())
}

impl Store {
    /// Throws the index away where so few cards are left that all are looked at one by one; whether they are.
    pub(in crate::store) fn forget_index_of_few(&mut self) -> Result<bool> {
        let transaction = self.session.begin(&mut self.connection)?;
        let few: bool = transaction
            .prepare_cached("SELECT count(*) < ?1 FROM (SELECT 1 FROM card LIMIT ?1)")?
            .query_row([self.worth_a_build], |row| row.get(0))?;
        if few {
            forget_all(&transaction)?;
        }
        transaction.commit()?;
        Ok(few)
    }

    /// Brings the search index some way up to the cards; to be called again while there is more. Between two
    /// calls others may read and write.
    pub fn index_some(&mut self) -> Result<Progress> {
        let path = self.path().to_path_buf();
        self.index_some_inside().map_err(|error| error.at(&path))
    }

    /// Brings the search index up to the cards, however long it takes.
    pub fn index_all(&mut self) -> Result<()> {
        while self.index_some()? == Progress::More {}
        Ok(())
    }

    fn index_some_inside(&mut self) -> Result<Progress> {
        let step = match self.build.take() {
            Some(Build(step)) => Some(step),
            None => self.begin_build()?,
        };
        match step {
            None => return Ok(Progress::Settled),
            Some(Step::Reading { turn, next, claimed, builder }) => {
                let step = self.read_some(turn, next, claimed, builder)?;
                self.build = Some(Build(step));
            }
            Some(Step::Writing { turn, left }) => match self.write_some(turn, left)? {
                Written::All => {}
                Written::Some(step) => self.build = Some(Build(step)),
                // Another program is at it. To take it back would make both begin again and again.
                Written::Overtaken => return Ok(Progress::Settled),
            },
        }
        Ok(Progress::More)
    }

    /// Claims what is to be done next; nothing when the index is near enough to the cards.
    fn begin_build(&mut self) -> Result<Option<Step>> {
        let (found, worth) = (state(&self.connection)?, self.worth_a_build);
        let has_target = "SELECT 1 FROM unindexed WHERE target IS NOT NULL";
        let is_worth = "SELECT count(*) >= ?1 FROM (SELECT 1 FROM unindexed LIMIT ?1)";
        let last: Option<i64> =
            self.connection.prepare_cached("SELECT max(id) FROM card")?.query_row([], |row| row.get(0))?;
        let last = last.unwrap_or(0);
        let behind = self.behind(worth)?;
        let targets = self.connection.prepare_cached(has_target)?.exists([])?;
        let many: bool = self
            .connection
            .prepare_cached(is_worth)?
            .query_row([(worth / 2 / texts::CARDS).max(1)], |row| row.get(0))?;
        let claims = found.claimed > found.through;
        if found.claimed == LOADING || !(targets || many || claims || behind >= worth) {
            return Ok(None);
        }
        let transaction = self.session.begin(&mut self.connection)?;
        let now = state(&transaction)?;
        if now.turn != found.turn {
            // Another program was faster.
            return Ok(None);
        }
        let turn = now.turn + 1;
        let step = if targets || (many && !claims) {
            if !targets {
                transaction
                    .prepare_cached(
                        "UPDATE unindexed SET aimed = changed,
                             target = coalesce((SELECT texts FROM search WHERE search.block = unindexed.block), ?2)
                         WHERE block IN (SELECT block FROM unindexed LIMIT ?1)",
                    )?
                    .execute(params![CHANGED_AT_ONCE / texts::CARDS, Block::default().packed()])?;
            }
            let left = changes(&transaction)?;
            Step::Writing { turn, left: left.into_iter() }
        } else {
            let next = now.through + 1;
            let claimed = if claims { now.claimed } else { last.min(end_of_chunk(next)).max(next) };
            transaction.prepare_cached("UPDATE indexed SET claimed = ?1")?.execute([claimed])?;
            Step::Reading { turn, next, claimed, builder: Builder::new(split(next).0) }
        };
        transaction.prepare_cached("UPDATE indexed SET turn = ?1")?.execute([turn])?;
        transaction.commit()?;
        Ok(Some(step))
    }

    fn read_some(&self, turn: i64, mut next: i64, claimed: i64, mut builder: Builder) -> Result<Step> {
        let started = Instant::now();
        while next <= claimed {
            let (number, _) = place_of(next);
            let last = claimed.min((number + 1) * texts::CARDS - 1);
            let noted = Noted::read(&self.connection, number)?;
            let changed = noted.as_ref().map_or(0, |noted| noted.changed);
            let now = texts::read(&self.connection, number)?;
            for card in next..=last {
                let place = place_of(card).1;
                let known = if changed >> place & 1 == 1 {
                    noted.as_ref().map(|noted| &noted.block)
                } else {
                    now.as_ref()
                };
                if let Some(text) = known.and_then(|block| block.get(place)) {
                    builder.push(card, text);
                }
            }
            next = last + 1;
            if started.elapsed() > HELD_AT_MOST && next <= claimed {
                return Ok(Step::Reading { turn, next, claimed, builder });
            }
        }
        let left: Vec<(Place, Delta)> = builder
            .finish()
            .into_iter()
            .map(|(place, built)| (place, Delta { built, ..Delta::default() }))
            .collect();
        Ok(Step::Writing { turn, left: left.into_iter() })
    }

    /// Puts the postings of a load into the file, in pieces. When others have brought cards in between, the
    /// segment does not know them, and all is left to a later build.
    pub(super) fn store_segment(&mut self, segment: Segment) -> Result<()> {
        let Segment { last, count, postings } = segment;
        let State { through, claimed, .. } = state(&self.connection)?;
        let there: i64 = self
            .connection
            .prepare_cached("SELECT count(*) FROM card WHERE id > ?1 AND id <= ?2")?
            .query_row([through, last], |row| row.get(0))?;
        if there != count || claimed != LOADING {
            return self.abandon_loading();
        }
        let mut left = postings.into_iter().peekable();
        // Without the log nobody else has the file, and every piece waits for the disk.
        let held_at_most = if self.writes_with_log()? { HELD_AT_MOST } else { Duration::MAX };
        while left.peek().is_some() {
            let transaction = self.session.begin(&mut self.connection)?;
            let started = Instant::now();
            for (place, built) in left.by_ref() {
                apply(&transaction, place, &Delta { built, ..Delta::default() })?;
                if started.elapsed() > held_at_most {
                    break;
                }
            }
            if left.peek().is_none() {
                transaction.execute("UPDATE indexed SET through = ?1, turn = turn + 1", [last])?;
            }
            transaction.commit()?;
        }
        Ok(())
    }

    fn write_some(&mut self, turn: i64, mut left: std::vec::IntoIter<(Place, Delta)>) -> Result<Written> {
        let transaction = self.session.begin(&mut self.connection)?;
        if state(&transaction)?.turn != turn {
            return Ok(Written::Overtaken);
        }
        let started = Instant::now();
        let mut more = false;
        for (place, delta) in left.by_ref() {
            apply(&transaction, place, &delta)?;
            if started.elapsed() > HELD_AT_MOST {
                more = true;
                break;
            }
        }
        if !more {
            finish(&transaction)?;
        }
        transaction.commit()?;
        Ok(if more { Written::Some(Step::Writing { turn, left }) } else { Written::All })
    }
}

/// The changes of the postings that bring cards from the texts the index knows to those they are to be known by.
fn changes(connection: &Connection) -> Result<Vec<(Place, Delta)>> {
    let mut deltas: BTreeMap<Place, Delta> = BTreeMap::new();
    let grams = |text: Option<&str>| {
        let mut grams: Vec<Gram> = Vec::new();
        gram::of_text(text.unwrap_or_default(), |gram| grams.push(gram));
        grams.sort_unstable();
        grams.dedup();
        grams
    };
    for Aimed { number, aimed, target, noted } in texts::aimed(connection)? {
        for card in texts::cards_of(number, aimed) {
            let (chunk, place) = split(card);
            let within = place_of(card).1;
            let (before, after) = (grams(noted.block.get(within)), grams(target.get(within)));
            for gram in before.iter().filter(|gram| after.binary_search(gram).is_err()) {
                deltas.entry(Place::of(chunk, *gram)).or_default().removed.push(place);
            }
            for gram in after.iter().filter(|gram| before.binary_search(gram).is_err()) {
                deltas.entry(Place::of(chunk, *gram)).or_default().added.push(place);
            }
        }
    }
    Ok(deltas.into_iter().collect())
}

fn apply(connection: &Connection, place: Place, delta: &Delta) -> Result<()> {
    let mut posting = posting::read(connection, place)?;
    if posting.cards.is_none() && delta.removed.is_empty() && !delta.built.is_empty() {
        return posting.replace(connection, &delta.built);
    }
    let mut bits = posting.cards.take().unwrap_or_else(Bits::none);
    delta.removed.iter().for_each(|place| bits.remove(*place));
    delta.added.iter().for_each(|place| bits.insert(*place));
    if !delta.built.is_empty() {
        bits.or(&of_kept(&delta.built));
    }
    posting.replace(connection, &kept(&bits))
}

/// The index now knows the claimed cards, and the changed ones as they were brought to.
fn finish(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE indexed SET through = max(through, claimed), turn = turn + 1", [])?;
    texts::aimed(connection)?.into_iter().try_for_each(|aimed| aimed.reach(connection))
}
