//! The postings of a whole chunk of cards, made in memory.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::gram::{self, Gram, Take};
use super::kept::Growing;
use super::posting::Place;
use crate::domain::card_set::{Bits, split};

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
        gram::take_longest(text, &mut Card { builder: self, place });
    }

    /// The postings in the form kept, in the order of their rows.
    pub(super) fn finish(mut self) -> Vec<(Place, Vec<u8>)> {
        self.add_tails();
        let chunk = self.chunk;
        let mut kept: Vec<(Place, Vec<u8>)> =
            self.postings.into_iter().map(|(gram, cards)| (Place::of(chunk, gram), cards.kept())).collect();
        kept.sort_unstable_by_key(|(place, _)| *place);
        kept
    }

    /// Adds to every gram the cards of those it is the tail of. Cards come with their longest grams only: to look
    /// three places up for one that tells of all three takes longer than to add up what is there in the end.
    fn add_tails(&mut self) {
        for length in (2..=gram::LONGEST_TO_READ).rev() {
            let of_length =
                self.postings.iter().enumerate().filter(|(_, (gram, _))| gram.length() == Some(length));
            let mut longer: Vec<(Gram, usize)> =
                of_length.filter_map(|(place, (gram, _))| Some((gram.tail()?, place))).collect();
            longer.sort_unstable();
            for same in longer.chunk_by(|(one, _), (next, _)| one == next) {
                let tail = self.place_of(same[0].0);
                let mut cards = Bits::none();
                for place in same.iter().map(|(_, place)| *place).chain([tail]) {
                    self.postings[place].1.add_to(&mut cards);
                }
                self.postings[tail].1 = Growing::of(&cards);
            }
        }
    }

    /// Where the posting of a gram stands; an empty one where there was none.
    fn place_of(&mut self, gram: Gram) -> usize {
        if let Some(slot) = gram.slot() {
            return self.place_of_slot(slot);
        }
        let Builder { postings, by_gram, .. } = self;
        let found = *by_gram.entry(gram).or_insert(postings.len());
        if found == postings.len() {
            postings.push((gram, Growing::default()));
        }
        found
    }

    #[inline]
    fn place_of_slot(&mut self, slot: usize) -> usize {
        let Builder { postings, by_slot, .. } = self;
        let found = &mut by_slot[slot];
        if *found == 0 {
            postings.push((Gram::of_slot(slot), Growing::default()));
            // Fewer than there are slots.
            *found = postings.len() as u32;
        }
        *found as usize - 1
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
        let found = self.builder.place_of_slot(slot);
        self.builder.postings[found].1.push(self.place);
    }

    fn gram(&mut self, gram: Gram) {
        let found = self.builder.place_of(gram);
        self.builder.postings[found].1.push(self.place);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::searchable::{name_text, phone_text, plain_text};
    use crate::store::search::kept;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn every_gram_of_every_card_is_in_its_posting(
            words in prop::collection::vec("[a-c张伟海虹ßд 1-3]{0,9}", 1..20),
        ) {
            let mut builder = Builder::new(0);
            let mut all: BTreeMap<Gram, BTreeSet<u16>> = BTreeMap::new();
            for (card, word) in (0_i64..).zip(&words) {
                let text = [name_text(word), plain_text(word), phone_text(word, word)].join("\n");
                builder.push(card, &text);
                gram::of_text(&text, |gram| {
                    all.entry(gram).or_default().insert(card as u16);
                });
            }
            let built: BTreeMap<Place, BTreeSet<u16>> = builder.finish().into_iter()
                .map(|(place, cards)| (place, kept::of_kept(&cards).iter().collect())).collect();
            let all = all.into_iter().map(|(gram, cards)| (Place::of(0, gram), cards)).collect();
            prop_assert_eq!(built, all);
        }
    }
}
