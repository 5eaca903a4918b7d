//! The index of many cards while they are brought in: made on a thread of its own, chunk by chunk, and put into
//! the file between the pieces of the import.
//!
//! From its beginning to its end every card is claimed, so that the texts that others change meanwhile are noted
//! with the text the card was brought in with. A load that dies leaves a claim, which the next build takes up.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SendError, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;

use rusqlite::Connection;

use super::build::Builder;
use super::posting::Place;
use super::texts;
use super::upkeep::{LOADING, end_of_chunk, state};
use crate::domain::card_set::{CHUNK, split};
use crate::domain::id::CardId;
use crate::store::Store;
use crate::store::error::Result;

/// Pieces of cards that may wait for the thread.
const WAITING: usize = 8;

/// How far the thread stays behind, in bytes of text: what it leaves until the last card is in, it does while the
/// indexes of the file are made again, which one thread does alone.
const LEFT_FOR_LATER: usize = 6 << 20;

/// A load of many cards under way. Dropping it ends the thread and leaves the rest to [`Store::index_some`].
#[derive(Debug)]
pub(in crate::store) struct Loading {
    cards: Option<SyncSender<Texts>>,
    segments: Receiver<Segment>,
    thread: Option<JoinHandle<()>>,
}

/// Folded texts of cards, one after the other in one piece: a text of its own for every card, given from thread
/// to thread, is a piece of memory that the threads wait for each other to get and to give back.
#[derive(Debug, Default)]
struct Texts {
    joined: String,
    /// Where that of each card ends.
    ends: Vec<(CardId, usize)>,
}

impl Texts {
    fn push(&mut self, card: CardId, text: &str) {
        self.joined.push_str(text);
        self.ends.push((card, self.joined.len()));
    }

    fn iter(&self) -> impl Iterator<Item = (CardId, &str)> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|(_, end)| *end));
        starts.zip(&self.ends).map(|(start, (card, end))| (*card, &self.joined[start..*end]))
    }
}

/// The postings of cards that follow each other in one chunk.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) last: i64,
    pub(super) count: i64,
    pub(super) postings: Vec<(Place, Vec<u8>)>,
}

impl Loading {
    /// Starts on the cards that are not indexed yet.
    fn start(behind: Texts) -> Loading {
        let (cards, waiting) = sync_channel(WAITING);
        let (made, segments) = channel();
        let thread = std::thread::spawn(move || {
            let mut indexing = Indexing { making: None, made };
            let (mut left, mut bytes) = (VecDeque::new(), 0);
            for texts in std::iter::once(behind).chain(waiting) {
                bytes += texts.joined.len();
                left.push_back(texts);
                while bytes > LEFT_FOR_LATER
                    && let Some(texts) = left.pop_front()
                {
                    bytes -= texts.joined.len();
                    if indexing.take(&texts).is_err() {
                        return;
                    }
                }
            }
            // Nobody may want them any more: the load has failed.
            if left.iter().try_for_each(|texts| indexing.take(texts)).is_ok() {
                drop(indexing.finish());
            }
        });
        Loading { cards: Some(cards), segments, thread: Some(thread) }
    }

    /// Takes cards that stand in the file now with their folded texts, in the order of their rows.
    fn take(&self, cards: Texts) {
        if let Some(sender) = &self.cards {
            // A thread that is gone leaves the cards to a later build.
            drop(sender.send(cards));
        }
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.cards = None;
        if let Some(thread) = self.thread.take() {
            // What it did not do is done by a later build.
            drop(thread.join());
        }
    }
}

/// What the thread does with the cards.
struct Indexing {
    making: Option<Making>,
    made: Sender<Segment>,
}

impl Indexing {
    /// Takes more cards.
    ///
    /// # Errors
    /// When nobody waits for segments any more.
    fn take(&mut self, texts: &Texts) -> std::result::Result<(), SendError<Segment>> {
        for (card, text) in texts.iter() {
            let chunk = split(card.0).0;
            if let Some(full) = self.making.take_if(|making| making.chunk != chunk) {
                self.made.send(full.segment())?;
            }
            self.making.get_or_insert_with(|| Making::new(chunk)).push(card, text);
        }
        Ok(())
    }

    /// Gives the last segment away.
    fn finish(self) -> std::result::Result<(), SendError<Segment>> {
        self.making.map_or(Ok(()), |last| self.made.send(last.segment()))
    }
}

/// A segment in the making.
struct Making {
    chunk: i64,
    last: i64,
    count: i64,
    builder: Builder,
}

impl Making {
    fn new(chunk: i64) -> Making {
        Making { chunk, last: 0, count: 0, builder: Builder::new(chunk) }
    }

    fn push(&mut self, card: CardId, text: &str) {
        self.builder.push(card.0, text);
        self.last = card.0;
        self.count += 1;
    }

    fn segment(self) -> Segment {
        Segment { last: self.last, count: self.count, postings: self.builder.finish() }
    }
}

impl Store {
    /// Takes cards that were brought in, with their folded texts, in the order of their rows. Once they are
    /// many, they are indexed as they come.
    pub(in crate::store) fn index_brought_in<'text>(
        &mut self,
        cards: impl Iterator<Item = (CardId, &'text str)>,
    ) -> Result<()> {
        if let Some(loading) = &self.loading {
            let mut texts = Texts::default();
            cards.for_each(|(card, text)| texts.push(card, text));
            loading.take(texts);
            return self.store_loaded();
        }
        let behind = self.behind(CHUNK)?;
        if behind >= self.worth_a_build && behind < CHUNK { self.begin_loading() } else { Ok(()) }
    }

    /// How many cards are not indexed yet, counted up to a limit.
    pub(super) fn behind(&self, limit: i64) -> Result<i64> {
        let through = state(&self.connection)?.through;
        let mut statement = self
            .connection
            .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM card WHERE id > ?1 LIMIT ?2)")?;
        Ok(statement.query_row([through, limit], |row| row.get(0))?)
    }

    fn begin_loading(&mut self) -> Result<()> {
        let transaction = self.session.begin(&mut self.connection)?;
        let state = state(&transaction)?;
        let has_build =
            transaction.prepare_cached("SELECT 1 FROM unindexed WHERE target IS NOT NULL")?.exists([])?;
        if state.claimed > state.through || has_build {
            // Another program is at it.
            return Ok(());
        }
        let behind = behind(&transaction, state.through)?;
        transaction.execute("UPDATE indexed SET claimed = ?1, turn = turn + 1", [LOADING])?;
        transaction.commit()?;
        self.loading = Some(Loading::start(behind));
        Ok(())
    }

    /// Puts what has been made into the file. It takes as long as many pieces, but holds it for none of them.
    fn store_loaded(&mut self) -> Result<()> {
        while let Some(loading) = &self.loading
            && let Ok(segment) = loading.segments.try_recv()
        {
            self.store_segment(segment)?;
        }
        Ok(())
    }

    /// After the last cards: the thread goes on to the end, while other things may be done.
    pub(in crate::store) fn take_no_more(&mut self) {
        if let Some(loading) = &mut self.loading {
            loading.cards = None;
        }
    }

    /// After the last cards: puts the rest into the file, but for a few cards that are not worth it.
    pub(in crate::store) fn end_loading(&mut self) -> Result<()> {
        self.take_no_more();
        let Some(loading) = self.loading.take() else { return Ok(()) };
        let mut rest: Vec<Segment> = loading.segments.iter().collect();
        rest.pop_if(|last| last.count < self.worth_a_build);
        self.loading = Some(loading);
        for segment in rest {
            // One that does not fit ends the load.
            if self.loading.is_some() {
                self.store_segment(segment)?;
            }
        }
        if self.loading.take().is_none() {
            return Ok(());
        }
        // Every segment stands in the file whole, or not at all.
        self.connection
            .execute("UPDATE indexed SET claimed = through, turn = turn + 1 WHERE claimed = ?1", [LOADING])?;
        Ok(())
    }

    /// Gives up a load: its cards are indexed later.
    pub(in crate::store) fn abandon_loading(&mut self) -> Result<()> {
        self.loading = None;
        self.release_claim()
    }

    /// Leaves of the claim of a load what a segment may have been written for in part.
    fn release_claim(&self) -> Result<()> {
        let found = state(&self.connection)?;
        if found.claimed == LOADING {
            self.connection.execute(
                "UPDATE indexed SET claimed = max(through, min(?1, (SELECT coalesce(max(id), 0) FROM card))),
                        turn = turn + 1 WHERE claimed = ?2",
                [end_of_chunk(found.through + 1), LOADING],
            )?;
        }
        Ok(())
    }
}

/// The cards behind the last one indexed.
fn behind(connection: &Connection, through: i64) -> Result<Texts> {
    let mut cards = Texts::default();
    texts::each(connection, through + 1, i64::MAX, |card, text| cards.push(CardId(card), text))?;
    Ok(cards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_is_far_behind_makes_segments_before_the_last_card_is_in() {
        let mut texts = Texts::default();
        texts.push(CardId(1), "in the first chunk");
        texts.push(CardId(CHUNK), "in the second");
        let loading = Loading::start(texts);
        let mut more = Texts::default();
        more.push(CardId(CHUNK + 1), &"a".repeat(LEFT_FOR_LATER));
        loading.take(more);
        let first = loading.segments.recv().expect("a segment");
        assert_eq!((first.last, first.count), (1, 1));
    }
}
