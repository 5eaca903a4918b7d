//! Sets of cards: a bit for each, in chunks of rows that follow each other. A million cards take 128 KB.

use std::collections::BTreeMap;

use super::id::CardId;

/// Cards of a chunk: so many that two chunks kept bit by bit fill a page of the card file.
pub const CHUNK: i64 = 32_000;
/// Words of 64 bits of a chunk.
const WORDS: usize = CHUNK as usize / 64;

/// The cards of one chunk, by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits(Box<[u64; WORDS]>);

/// A set of cards.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CardSet {
    chunks: BTreeMap<i64, Bits>,
}

/// The chunk of a card, and its place there.
pub fn split(card: i64) -> (i64, u16) {
    (card.div_euclid(CHUNK), card.rem_euclid(CHUNK) as u16)
}

impl Bits {
    /// No card.
    pub fn none() -> Bits {
        Bits(Box::new([0; WORDS]))
    }

    /// Every card of the chunk.
    pub fn all() -> Bits {
        Bits(Box::new([u64::MAX; WORDS]))
    }

    /// Takes out what stands after a place.
    pub fn cut_after(&mut self, last: u16) {
        let (word, bit) = (usize::from(last) / 64, last % 64);
        self.0[word] &= u64::MAX >> (63 - bit);
        self.0[word + 1..].fill(0);
    }

    /// Puts a place in.
    pub fn insert(&mut self, place: u16) {
        self.0[usize::from(place) / 64] |= 1 << (place % 64);
    }

    /// Takes a place out.
    pub fn remove(&mut self, place: u16) {
        self.0[usize::from(place) / 64] &= !(1 << (place % 64));
    }

    /// Whether a place is in it.
    pub fn contains(&self, place: u16) -> bool {
        self.0[usize::from(place) / 64] >> (place % 64) & 1 == 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Its words of 64 bits, the lowest places first.
    pub fn words(&self) -> &[u64; WORDS] {
        &self.0
    }

    /// From such words; what is missing at the end is empty.
    pub fn of_words(words: impl Iterator<Item = u64>) -> Bits {
        let mut bits = Bits::none();
        bits.0.iter_mut().zip(words).for_each(|(word, other)| *word = other);
        bits
    }

    /// Leaves what both have.
    pub fn and(&mut self, other: &Bits) {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(word, other)| *word &= other);
    }

    /// Adds what the other has.
    pub fn or(&mut self, other: &Bits) {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(word, other)| *word |= other);
    }

    fn minus(&mut self, other: &Bits) {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(word, other)| *word &= !other);
    }

    /// Its places, rising.
    pub fn iter(&self) -> impl Iterator<Item = u16> {
        self.0.iter().enumerate().flat_map(|(number, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest = rest.checked_sub(1)? & rest;
                Some((number * 64) as u16 + bit as u16)
            })
        })
    }
}

impl CardSet {
    /// The cards of one chunk.
    pub fn with(chunk: i64, bits: Bits) -> CardSet {
        CardSet { chunks: BTreeMap::from([(chunk, bits)]) }
    }

    /// Puts a card in; whether it was not there before.
    pub fn insert(&mut self, card: i64) -> bool {
        let (chunk, place) = split(card);
        let bits = self.chunks.entry(chunk).or_insert_with(Bits::none);
        let is_new = !bits.contains(place);
        bits.insert(place);
        is_new
    }

    /// Takes a card out.
    pub fn remove(&mut self, card: i64) {
        let (chunk, place) = split(card);
        if let Some(bits) = self.chunks.get_mut(&chunk) {
            bits.remove(place);
        }
    }

    /// Whether a card is in it.
    pub fn contains(&self, card: i64) -> bool {
        let (chunk, place) = split(card);
        self.chunks.get(&chunk).is_some_and(|bits| bits.contains(place))
    }

    /// How many cards it has.
    pub fn len(&self) -> usize {
        self.chunks.values().map(Bits::len).sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.chunks.values().all(Bits::is_empty)
    }

    /// Adds the cards of the other.
    pub fn or(&mut self, other: &CardSet) {
        for (chunk, bits) in &other.chunks {
            match self.chunks.get_mut(chunk) {
                Some(own) => own.or(bits),
                None => drop(self.chunks.insert(*chunk, bits.clone())),
            }
        }
    }

    /// Leaves the cards both have.
    pub fn and(&mut self, other: &CardSet) {
        self.chunks.retain(|chunk, bits| match other.chunks.get(chunk) {
            Some(others) => {
                bits.and(others);
                true
            }
            None => false,
        });
    }

    /// Takes the cards of the other out.
    pub fn minus(&mut self, other: &CardSet) {
        for (chunk, bits) in &mut self.chunks {
            if let Some(others) = other.chunks.get(chunk) {
                bits.minus(others);
            }
        }
    }

    /// Its cards, in the order of their rows.
    pub fn iter(&self) -> impl Iterator<Item = CardId> {
        self.chunks
            .iter()
            .flat_map(|(chunk, bits)| bits.iter().map(|place| CardId(*chunk * CHUNK + i64::from(place))))
    }
}

impl FromIterator<i64> for CardSet {
    fn from_iter<T: IntoIterator<Item = i64>>(cards: T) -> CardSet {
        let mut set = CardSet::default();
        for card in cards {
            set.insert(card);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn cards_come_and_go(
            steps in prop::collection::vec((any::<bool>(), prop_oneof![0..200_i64, 0..i64::MAX]), 0..200),
        ) {
            let (mut set, mut oracle) = (CardSet::default(), BTreeSet::new());
            for (there, card) in steps {
                if there {
                    prop_assert_eq!(set.insert(card), oracle.insert(card));
                } else {
                    set.remove(card);
                    oracle.remove(&card);
                }
                prop_assert_eq!(set.len(), oracle.len());
                prop_assert_eq!(set.contains(card), there);
            }
            let cards: Vec<i64> = set.iter().map(|card| card.0).collect();
            prop_assert_eq!(cards, oracle.into_iter().collect::<Vec<_>>());
        }

        #[test]
        fn sets_follow_the_rules_of_sets(
            one in prop::collection::btree_set(0..200_000_i64, 0..60),
            other in prop::collection::btree_set(0..200_000_i64, 0..60),
        ) {
            let set = |cards: &BTreeSet<i64>| cards.iter().copied().collect::<CardSet>();
            let cards = |set: &CardSet| set.iter().map(|card| card.0).collect::<BTreeSet<_>>();
            let (mut both, mut either, mut rest) = (set(&one), set(&one), set(&one));
            both.and(&set(&other));
            either.or(&set(&other));
            rest.minus(&set(&other));
            prop_assert_eq!(cards(&both), &one & &other);
            prop_assert_eq!(cards(&either), &one | &other);
            prop_assert_eq!(cards(&rest), &one - &other);
            prop_assert_eq!(either.len(), (&one | &other).len());
            prop_assert_eq!(both.is_empty(), (&one & &other).is_empty());
            prop_assert!(one.iter().all(|card| either.contains(*card)));
        }
    }
}
