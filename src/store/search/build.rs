//! The postings of a whole chunk of cards, made in memory.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::gram::{self, Gram, Take};
use super::kept::Growing;
use super::posting::Place;
use crate::domain::card_set::split;

/// Makes the postings of one chunk. Memory: what the postings of the chunk take, some 10 MiB.
#[derive(Debug)]
pub(super) struct Builder {
    chunk: i64,
    postings: Vec<(Gram, Growing)>,
    /// Where the posting of a gram with a [`Gram::slot`] stands, counted from 1. Nearly all grams of a list
    /// have one, and a look at a place takes a fifth of a look into a map. Pages nobody looks at take no memory.
    by_slot: Vec<u32>,
    /// Where those of all other grams stand.
    by_gram: HashMap<Gram, usize, BuildHasherDefault<Spread>>,
}

impl Builder {
    pub(super) fn new(chunk: i64) -> Builder {
        Builder { chunk, postings: Vec::new(), by_slot: vec![0; Gram::SLOTS], by_gram: HashMap::default() }
    }

    /// Takes the text of a card of the chunk; cards come in rising order.
    pub(super) fn push(&mut self, card: i64, text: &str) {
        let (_, place) = split(card);
        gram::take_text(text, &mut Card { builder: self, place });
    }

    /// The postings in the form kept, in the order of their rows.
    pub(super) fn finish(self) -> Vec<(Place, Vec<u8>)> {
        let chunk = self.chunk;
        let mut kept: Vec<(Place, Vec<u8>)> =
            self.postings.into_iter().map(|(gram, cards)| (Place::of(chunk, gram), cards.kept())).collect();
        kept.sort_unstable_by_key(|(place, _)| *place);
        kept
    }
}

/// A card whose grams are taken.
struct Card<'builder> {
    builder: &'builder mut Builder,
    place: u16,
}

impl Take for Card<'_> {
    #[inline]
    fn slot(&mut self, slot: usize) {
        let Builder { postings, by_slot, .. } = self.builder;
        let found = &mut by_slot[slot];
        if *found == 0 {
            postings.push((Gram::of_slot(slot), Growing::default()));
            // Fewer than there are slots.
            *found = postings.len() as u32;
        }
        postings[*found as usize - 1].1.push(self.place);
    }

    fn gram(&mut self, gram: Gram) {
        if let Some(slot) = gram.slot() {
            return self.slot(slot);
        }
        let Builder { postings, by_gram, .. } = self.builder;
        let found = *by_gram.entry(gram).or_insert(postings.len());
        if found == postings.len() {
            postings.push((gram, Growing::default()));
        }
        postings[found].1.push(self.place);
    }
}

/// A hasher for grams: nobody gains anything by two that meet.
#[derive(Debug, Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(self.0 << 8 ^ u64::from(*byte)));
    }

    fn write_u64(&mut self, number: u64) {
        let product = u128::from(number ^ self.0) * 0x9e37_79b9_7f4a_7c15;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}
