//! Sets of cards: bits, in chunks of rows that follow each other, and the form in which a chunk of a set is kept.

use std::collections::BTreeMap;

use crate::domain::id::CardId;

/// Cards of a chunk: so many that two sets of them kept bit by bit fill a page of the card file.
pub(super) const CHUNK: i64 = 32_000;
const WORDS: usize = CHUNK as usize / 64;
/// Bytes of a chunk kept bit by bit.
const BITMAP_BYTES: usize = CHUNK as usize / 8;

/// The cards of one chunk, by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits(Box<[u64; WORDS]>);

/// A set of cards.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::store) struct CardSet {
    chunks: BTreeMap<i64, Bits>,
}

/// The chunk of a card, and its place there.
pub(super) fn split(card: i64) -> (i64, u16) {
    (card.div_euclid(CHUNK), card.rem_euclid(CHUNK) as u16)
}

impl Bits {
    pub(super) fn none() -> Bits {
        Bits(Box::new([0; WORDS]))
    }

    pub(super) fn all() -> Bits {
        Bits(Box::new([u64::MAX; WORDS]))
    }

    /// Takes out what stands after a place.
    pub(super) fn cut_after(&mut self, last: u16) {
        let (word, bit) = (usize::from(last) / 64, last % 64);
        self.0[word] &= u64::MAX >> (63 - bit);
        self.0[word + 1..].fill(0);
    }

    pub(super) fn insert(&mut self, place: u16) {
        self.0[usize::from(place) / 64] |= 1 << (place % 64);
    }

    pub(super) fn remove(&mut self, place: u16) {
        self.0[usize::from(place) / 64] &= !(1 << (place % 64));
    }

    pub(super) fn contains(&self, place: u16) -> bool {
        self.0[usize::from(place) / 64] >> (place % 64) & 1 == 1
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn and(&mut self, other: &Bits) {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(word, other)| *word &= other);
    }

    pub(super) fn or(&mut self, other: &Bits) {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(word, other)| *word |= other);
    }

    fn minus(&mut self, other: &Bits) {
        self.0.iter_mut().zip(other.0.iter()).for_each(|(word, other)| *word &= !other);
    }

    fn iter(&self) -> impl Iterator<Item = u16> {
        self.0.iter().enumerate().flat_map(|(number, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest = rest.checked_sub(1)? & rest;
                Some((number * 64) as u16 + bit as u16)
            })
        })
    }

    /// The form kept: the gaps between places in groups of seven bits, or all bits where that is shorter. A
    /// list of gaps is never as long as the bits.
    pub(super) fn kept(&self) -> Vec<u8> {
        let mut growing = Growing::default();
        self.iter().for_each(|place| growing.push(place));
        growing.kept()
    }

    /// Reads what [`Bits::kept`] made.
    pub(super) fn of_kept(bytes: &[u8]) -> Bits {
        if bytes.len() != BITMAP_BYTES {
            return Bits::of_gaps(bytes);
        }
        let mut bits = Bits::none();
        let (words, _) = bytes.as_chunks::<8>();
        for (word, bytes) in bits.0.iter_mut().zip(words) {
            *word = u64::from_le_bytes(*bytes);
        }
        bits
    }

    fn of_gaps(bytes: &[u8]) -> Bits {
        /// No gap takes more groups of seven bits.
        const WIDEST: u32 = 21;
        let mut bits = Bits::none();
        let (mut next, mut gap, mut shift) = (0_u32, 0_u32, 0);
        for byte in bytes {
            gap |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                // A damaged list may lead anywhere.
                next = (next + gap) % CHUNK as u32;
                bits.insert(next as u16);
                (next, gap, shift) = (next + 1, 0, 0);
            } else {
                shift = (shift + 7).min(WIDEST);
            }
        }
        bits
    }
}

/// Places that come in rising order, in the form they will be kept in.
#[derive(Debug)]
pub(super) enum Growing {
    /// The gaps so far, and the place after the last one.
    Gaps(Vec<u8>, u32),
    /// All bits: the gaps would take more.
    All(Bits),
}

impl Default for Growing {
    fn default() -> Growing {
        Growing::Gaps(Vec::new(), 0)
    }
}

impl Growing {
    /// Takes a place; the one taken last may come again.
    pub(super) fn push(&mut self, place: u16) {
        let (bytes, next) = match self {
            Growing::All(bits) => return bits.insert(place),
            Growing::Gaps(bytes, next) => (bytes, next),
        };
        let place = u32::from(place);
        if place + 1 == *next {
            return;
        }
        let mut gap = place - *next;
        *next = place + 1;
        while gap >= 0x80 {
            bytes.push(gap as u8 | 0x80);
            gap >>= 7;
        }
        bytes.push(gap as u8);
        if bytes.len() >= BITMAP_BYTES {
            *self = Growing::All(Bits::of_gaps(bytes));
        }
    }

    /// The form kept.
    pub(super) fn kept(self) -> Vec<u8> {
        match self {
            Growing::Gaps(bytes, _) => bytes,
            Growing::All(bits) => bits.0.iter().flat_map(|word| word.to_le_bytes()).collect(),
        }
    }
}

impl CardSet {
    pub(super) fn with(chunk: i64, bits: Bits) -> CardSet {
        CardSet { chunks: BTreeMap::from([(chunk, bits)]) }
    }

    /// Puts a card in; whether it was not there before.
    pub(in crate::store) fn insert(&mut self, card: i64) -> bool {
        let (chunk, place) = split(card);
        let bits = self.chunks.entry(chunk).or_insert_with(Bits::none);
        let is_new = !bits.contains(place);
        bits.insert(place);
        is_new
    }

    pub(in crate::store) fn contains(&self, card: i64) -> bool {
        let (chunk, place) = split(card);
        self.chunks.get(&chunk).is_some_and(|bits| bits.contains(place))
    }

    pub(in crate::store) fn len(&self) -> usize {
        self.chunks.values().map(Bits::len).sum()
    }

    pub(in crate::store) fn is_empty(&self) -> bool {
        self.chunks.values().all(Bits::is_empty)
    }

    pub(in crate::store) fn or(&mut self, other: &CardSet) {
        for (chunk, bits) in &other.chunks {
            match self.chunks.get_mut(chunk) {
                Some(own) => own.or(bits),
                None => drop(self.chunks.insert(*chunk, bits.clone())),
            }
        }
    }

    pub(in crate::store) fn and(&mut self, other: &CardSet) {
        self.chunks.retain(|chunk, bits| match other.chunks.get(chunk) {
            Some(others) => {
                bits.and(others);
                true
            }
            None => false,
        });
    }

    pub(in crate::store) fn minus(&mut self, other: &CardSet) {
        for (chunk, bits) in &mut self.chunks {
            if let Some(others) = other.chunks.get(chunk) {
                bits.minus(others);
            }
        }
    }

    /// Its cards, in the order of their rows.
    pub(in crate::store) fn iter(&self) -> impl Iterator<Item = CardId> {
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

    fn bits(places: &BTreeSet<u16>) -> Bits {
        let mut bits = Bits::none();
        places.iter().for_each(|place| bits.insert(*place));
        bits
    }

    #[test]
    fn dense_sets_are_kept_bit_by_bit_and_sparse_ones_by_their_gaps() {
        let every = |step: usize| (0..CHUNK as u16).step_by(step).collect::<BTreeSet<_>>();
        for (places, length) in [
            (BTreeSet::new(), 0),
            (BTreeSet::from([5]), 1),
            (BTreeSet::from([300]), 2),
            (every(1), BITMAP_BYTES),
            (every(8), BITMAP_BYTES),
            (every(9), 3556),
        ] {
            let kept = bits(&places).kept();
            assert_eq!(kept.len(), length);
            assert_eq!(Bits::of_kept(&kept), bits(&places));
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_again(places in prop::collection::btree_set(0..CHUNK as u16, 0..200)) {
            let set = bits(&places);
            let read = Bits::of_kept(&set.kept());
            prop_assert_eq!(read.iter().collect::<Vec<_>>(), places.into_iter().collect::<Vec<_>>());
        }

        #[test]
        fn damaged_bytes_do_no_harm(bytes in any::<Vec<u8>>()) {
            Bits::of_kept(&bytes);
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
