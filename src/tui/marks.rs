//! Cards marked for bulk work: a set that stays small and quick at a million cards.

use std::collections::BTreeMap;

use crate::domain::id::CardId;

/// Bits of a block, as a power of two: rows of cards that stand near each other share a block.
const BLOCK_BITS: u32 = 16;
const BLOCK_WORDS: usize = (1 << BLOCK_BITS) / WORD_BITS;
const WORD_BITS: usize = u64::BITS as usize;

/// A set of cards: one bit a card, in blocks by row number. A million cards take 128 KB.
#[derive(Debug, Default)]
pub struct Marks {
    blocks: BTreeMap<i64, Box<[u64; BLOCK_WORDS]>>,
    count: usize,
}

impl Marks {
    /// How many cards are marked.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether a card is marked.
    pub fn has(&self, card: CardId) -> bool {
        let (block, word, bit) = place(card);
        self.blocks.get(&block).is_some_and(|words| words[word] & bit != 0)
    }

    /// Marks a card.
    pub fn mark(&mut self, card: CardId) {
        let (block, word, bit) = place(card);
        let word = &mut self.blocks.entry(block).or_insert_with(|| Box::new([0; BLOCK_WORDS]))[word];
        self.count += usize::from(*word & bit == 0);
        *word |= bit;
    }

    /// Takes the mark off a card.
    pub fn unmark(&mut self, card: CardId) {
        let (block, word, bit) = place(card);
        if let Some(words) = self.blocks.get_mut(&block) {
            self.count -= usize::from(words[word] & bit != 0);
            words[word] &= !bit;
        }
    }

    /// Takes all marks off.
    pub fn clear(&mut self) {
        *self = Marks::default();
    }

    /// The cards marked, by row.
    pub fn cards(&self) -> Vec<CardId> {
        let mut cards = Vec::with_capacity(self.count);
        for (block, words) in &self.blocks {
            for (place, word) in words.iter().enumerate().filter(|(_, word)| **word != 0) {
                let first = (block << BLOCK_BITS) | (place * WORD_BITS) as i64;
                let bits = (0..u64::BITS).filter(|bit| word & (1 << bit) != 0);
                cards.extend(bits.map(|bit| CardId(first | i64::from(bit))));
            }
        }
        cards
    }
}

/// Block, word and bit of a card.
fn place(card: CardId) -> (i64, usize, u64) {
    let within = (card.0 & ((1 << BLOCK_BITS) - 1)) as usize;
    (card.0 >> BLOCK_BITS, within / WORD_BITS, 1 << (within % WORD_BITS))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn marks_are_a_set(steps in prop::collection::vec((any::<bool>(), prop_oneof![0..200_i64, any::<i64>()]), 0..200)) {
            let (mut marks, mut set) = (Marks::default(), BTreeSet::new());
            for (marked, card) in steps {
                if marked {
                    marks.mark(CardId(card));
                    set.insert(card);
                } else {
                    marks.unmark(CardId(card));
                    set.remove(&card);
                }
                prop_assert_eq!(marks.count(), set.len());
                prop_assert_eq!(marks.has(CardId(card)), marked);
            }
            prop_assert_eq!(marks.cards().into_iter().map(|card| card.0).collect::<Vec<_>>(), set.into_iter().collect::<Vec<_>>());
        }
    }
}
