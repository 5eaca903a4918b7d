//! Looking words up: candidates from the postings, verified against the folded text where grams prove too little.

use rusqlite::Connection;

use super::gram::{self, Group, Lookup, Proof};
use super::posting::{self, Place};
use super::texts::{self, Texts};
use crate::domain::card_set::{Bits, CHUNK, CardSet, split};
use crate::domain::id::CardId;
use crate::domain::text::closeness::{Closeness, Part};
use crate::domain::text::needles::Needles;
use crate::store::error::{Result, StoreError};

/// Whether anybody still waits for the answer.
pub type Stop<'caller> = &'caller dyn Fn() -> bool;

/// After so many texts it is asked again whether somebody still waits.
const ASKED_EVERY: usize = 256;

/// The cards in which a word may be found, by how close it lies.
#[derive(Debug)]
pub(in crate::store) struct Word {
    needles: Needles,
    /// Cards known by their grams, by [`Closeness`].
    indexed: [Tier; Closeness::ALL.len()],
    /// Cards whose text was looked at, by [`Closeness`].
    tested: [CardSet; Closeness::ALL.len()],
}

#[derive(Debug, Default)]
struct Tier {
    sure: CardSet,
    likely: CardSet,
}

impl Word {
    /// Looks a word up. It takes a few milliseconds among a million cards, whatever the word.
    pub(in crate::store) fn look_up(connection: &Connection, needles: &Needles) -> Result<Word> {
        Word::look_up_until(connection, needles, |_| false)
    }

    /// Looks a word up among the cards of the lowest rows, and no further than until these are enough.
    pub(in crate::store) fn look_up_until(
        connection: &Connection,
        needles: &Needles,
        is_enough: impl Fn(&Word) -> bool,
    ) -> Result<Word> {
        let mut word =
            Word { needles: needles.clone(), indexed: Default::default(), tested: Default::default() };
        let through = through(connection)?;
        let changed = changed(connection)?;
        for chunk in 0..=split(through).0 {
            let Some(mut known) = known_of_chunk(chunk, through) else { break };
            for card in &changed {
                if split(*card).0 == chunk {
                    known.remove(split(*card).1);
                }
            }
            word.look_up_chunk(&Postings { connection, chunk }, &known)?;
            if is_enough(&word) {
                break;
            }
        }
        word.test_unindexed(connection, through, &changed)?;
        Ok(word)
    }

    fn look_up_chunk(&mut self, postings: &Postings<'_>, known: &Bits) -> Result<()> {
        for part in [Part::Name, Part::Company, Part::Person, Part::Rest] {
            let group = Group::of_part(part);
            for needle in self.needles.any.clone() {
                let Some(lookup) = gram::of_needle(&needle, group) else { continue };
                let Some(found) = postings.all(&lookup, Some(known))? else { continue };
                if part != Part::Rest {
                    let first = gram::at_start(&needle, group);
                    if let Some(starting) = postings.all(&first, Some(&found))? {
                        self.put(Closeness::at_start(part), postings.chunk, starting, first.proof);
                    }
                }
                self.put(Closeness::inside(part), postings.chunk, found, lookup.proof);
            }
            self.look_up_mixed(postings, known, part)?;
        }
        for needle in self.needles.any.clone() {
            if let Some(lookup) = gram::of_needle(&needle, Group::Phone)
                && let Some(found) = postings.all(&lookup, Some(known))?
            {
                self.put(Closeness::Rest, postings.chunk, found, lookup.proof);
            }
        }
        Ok(())
    }

    /// A word for the sounds of a name: its characters and its sounds stand in one part.
    fn look_up_mixed(&mut self, postings: &Postings<'_>, known: &Bits, part: Part) -> Result<()> {
        let Some(mixed) = self.needles.mixed.clone() else { return Ok(()) };
        let group = Group::of_part(part);
        for sounds in &mixed.spelled {
            let mut found = Some(known.clone());
            for piece in mixed.written.iter().chain([sounds]) {
                let (Some(lookup), Some(so_far)) = (gram::of_needle(piece, group), &found) else { break };
                found = postings.all(&lookup, Some(so_far))?;
            }
            let Some(found) = found else { continue };
            if part != Part::Rest {
                self.put(Closeness::at_start(part), postings.chunk, found.clone(), Proof::Likely);
            }
            self.put(Closeness::inside(part), postings.chunk, found, Proof::Likely);
        }
        Ok(())
    }

    fn put(&mut self, closeness: Closeness, chunk: i64, found: Bits, proof: Proof) {
        let tier = &mut self.indexed[closeness as usize];
        let set = if proof == Proof::Sure { &mut tier.sure } else { &mut tier.likely };
        set.or(&CardSet::with(chunk, found));
    }

    /// Looks at the texts of the cards the index does not know as they are.
    fn test_unindexed(&mut self, connection: &Connection, through: i64, changed: &[i64]) -> Result<()> {
        let (needles, tested) = (&self.needles, &mut self.tested);
        let mut test = |card: i64, text: &str| {
            if let Some(closeness) = needles.closest_in(text) {
                tested[closeness as usize].insert(card);
            }
        };
        texts::each(connection, through + 1, i64::MAX, &mut test)?;
        let mut texts = Texts::of(connection)?;
        for card in changed.iter().filter(|card| **card <= through) {
            texts.look_at(CardId(*card), |text| test(*card, text))?;
        }
        Ok(())
    }

    /// Cards in which the word lies as close as it can, for certain.
    pub(in crate::store) fn closest_of_all(&self) -> &CardSet {
        let [closest, ..] = &self.indexed;
        &closest.sure
    }

    /// Cards that have the word for certain.
    pub(in crate::store) fn sure(&self) -> CardSet {
        let mut sure = CardSet::default();
        self.tested.iter().chain(self.indexed.iter().map(|tier| &tier.sure)).for_each(|set| sure.or(set));
        sure
    }

    /// Cards that may have it beside those that have it for certain.
    pub(in crate::store) fn likely(&self) -> CardSet {
        let mut likely = CardSet::default();
        self.indexed.iter().for_each(|tier| likely.or(&tier.likely));
        likely.minus(&self.sure());
        likely
    }

    /// All cards out of some that have it: every likely one is looked at.
    pub(in crate::store) fn all(
        &self,
        connection: &Connection,
        among: &CardSet,
        stop: Stop<'_>,
    ) -> Result<CardSet> {
        let (mut all, mut likely) = (self.sure(), self.likely());
        likely.and(among);
        let mut texts = Texts::of(connection)?;
        for (number, card) in likely.iter().enumerate() {
            if number % ASKED_EVERY == 0 && stop() {
                return Err(StoreError::Stopped);
            }
            if texts.holds(card, &[&self.needles])? {
                all.insert(card.0);
            }
        }
        Ok(all)
    }

    /// Looks at every likely card out of some: then all places are known for certain.
    pub(in crate::store) fn settle(
        &mut self,
        connection: &Connection,
        among: &CardSet,
        stop: Stop<'_>,
    ) -> Result<()> {
        let mut open = CardSet::default();
        for tier in &mut self.indexed {
            open.or(&std::mem::take(&mut tier.likely));
        }
        open.and(among);
        let mut texts = Texts::of(connection)?;
        for (number, card) in open.iter().enumerate() {
            if number % ASKED_EVERY == 0 && stop() {
                return Err(StoreError::Stopped);
            }
            if let Some(closeness) = texts.closeness(card, &self.needles)? {
                self.tested[closeness as usize].insert(card.0);
            }
        }
        Ok(())
    }

    /// Cards out of some, the closest first, those of the same closeness by row; at most so many. Likely ones
    /// are looked at, and whether they hold other words too.
    pub(in crate::store) fn closest(
        &self,
        connection: &Connection,
        among: &CardSet,
        others: &[&Needles],
        limit: usize,
        stop: Stop<'_>,
    ) -> Result<Vec<CardId>> {
        let mut found = Vec::with_capacity(limit.min(among.len()));
        let mut taken = CardSet::default();
        let mut texts = Texts::of(connection)?;
        let mut looked_at = 0_usize;
        for closeness in Closeness::ALL {
            let tier = &self.indexed[closeness as usize];
            let mut sure = tier.sure.clone();
            sure.or(&self.tested[closeness as usize]);
            let mut here = sure.clone();
            here.or(&tier.likely);
            here.and(among);
            here.minus(&taken);
            for card in here.iter() {
                if found.len() >= limit {
                    return Ok(found);
                }
                if !sure.contains(card.0) || !others.is_empty() {
                    looked_at += 1;
                    if looked_at.is_multiple_of(ASKED_EVERY) && stop() {
                        return Err(StoreError::Stopped);
                    }
                    let is_here =
                        sure.contains(card.0) || texts.closeness(card, &self.needles)? == Some(closeness);
                    if !is_here || !texts.holds(card, others)? {
                        continue;
                    }
                }
                taken.insert(card.0);
                found.push(card);
            }
        }
        Ok(found)
    }

    /// What is looked for.
    pub(in crate::store) fn needles(&self) -> &Needles {
        &self.needles
    }
}

/// The last card the index knows.
pub(super) fn through(connection: &Connection) -> Result<i64> {
    Ok(connection.prepare_cached("SELECT through FROM indexed")?.query_row([], |row| row.get(0))?)
}

/// Cards the index knows otherwise than they are.
fn changed(connection: &Connection) -> Result<Vec<i64>> {
    let mut statement = connection.prepare_cached("SELECT block, changed FROM unindexed ORDER BY block")?;
    let mut rows = statement.query([])?;
    let mut cards = Vec::new();
    while let Some(row) = rows.next()? {
        cards.extend(texts::cards_of(row.get(0)?, row.get(1)?));
    }
    Ok(cards)
}

/// The places of a chunk that are indexed; `None` behind the last one.
fn known_of_chunk(chunk: i64, through: i64) -> Option<Bits> {
    let first = chunk * CHUNK;
    if first > through {
        return None;
    }
    let mut known = Bits::all();
    if through - first < CHUNK - 1 {
        known.cut_after(split(through).1);
    }
    Some(known)
}

/// The postings of one chunk.
struct Postings<'store> {
    connection: &'store Connection,
    chunk: i64,
}

impl Postings<'_> {
    /// The cards that have all grams, out of some; `None` when there are none.
    fn all(&self, lookup: &Lookup, among: Option<&Bits>) -> Result<Option<Bits>> {
        let mut found: Option<Bits> = among.cloned();
        for gram in &lookup.grams {
            let posting = posting::read(self.connection, Place::of(self.chunk, *gram))?;
            let Some(cards) = posting.cards else { return Ok(None) };
            match &mut found {
                Some(found) => found.and(&cards),
                None => found = Some(cards),
            }
        }
        Ok(found.filter(|found| !found.is_empty()))
    }
}

impl Texts<'_> {
    fn closeness(&mut self, card: CardId, needles: &Needles) -> Result<Option<Closeness>> {
        Ok(self.look_at(card, |text| needles.closest_in(text))?.flatten())
    }

    fn holds(&mut self, card: CardId, all: &[&Needles]) -> Result<bool> {
        if all.is_empty() {
            return Ok(true);
        }
        let held = self.look_at(card, |text| all.iter().all(|needles| needles.found_in(text)))?;
        Ok(held.unwrap_or(false))
    }
}
