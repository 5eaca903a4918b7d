//! The form in which the cards of a chunk are kept in the file: the gaps between places in groups of seven bits, or
//! all bits where that is shorter; either packed where that is shorter still. Lists are seldom in no order at all:
//! customers of one town, kind or source stand together.

use crate::domain::card_set::{Bits, CHUNK};

/// Bytes of a chunk kept bit by bit.
const BITMAP_BYTES: usize = CHUNK as usize / 8;

/// Shorter forms are not packed: nothing is gained.
const WORTH_PACKING: usize = 64;

/// Begins a packed form. No gap is so large that a list of gaps begins like this.
const PACKED: [u8; 3] = [0xff; 3];

/// The form kept. A list of gaps is never as long as the bits.
pub(super) fn kept(bits: &Bits) -> Vec<u8> {
    Growing::of(bits).kept()
}

/// Reads what [`kept`] made.
pub(super) fn of_kept(bytes: &[u8]) -> Bits {
    match bytes.strip_prefix(&PACKED) {
        // What cannot be unpacked is damaged, and a search may find anything then.
        Some(packed) => of_plain(&unpacked(packed).unwrap_or_default()),
        None => of_plain(bytes),
    }
}

fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = vec![0; BITMAP_BYTES];
    let length = lz4_flex::block::decompress_into(packed, &mut bytes).ok()?;
    bytes.truncate(length);
    Some(bytes)
}

/// The shorter of a form and the same packed.
fn packed(bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() < WORTH_PACKING {
        return bytes;
    }
    let packed = lz4_flex::block::compress(&bytes);
    if PACKED.len() + packed.len() < bytes.len() { [PACKED.as_slice(), &packed].concat() } else { bytes }
}

fn of_plain(bytes: &[u8]) -> Bits {
    if bytes.len() != BITMAP_BYTES {
        return of_gaps(bytes);
    }
    let (words, _) = bytes.as_chunks::<8>();
    Bits::of_words(words.iter().map(|bytes| u64::from_le_bytes(*bytes)))
}

fn of_gaps(bytes: &[u8]) -> Bits {
    let mut bits = Bits::none();
    add_gaps(bytes, &mut bits);
    bits
}

fn add_gaps(bytes: &[u8], bits: &mut Bits) {
    /// No gap takes more groups of seven bits.
    const WIDEST: u32 = 21;
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
}

fn push_gap(bytes: &mut Vec<u8>, mut gap: u32) {
    while gap >= 0x80 {
        bytes.push(gap as u8 | 0x80);
        gap >>= 7;
    }
    bytes.push(gap as u8);
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
    /// All of these.
    pub(super) fn of(bits: &Bits) -> Growing {
        let mut growing = Growing::default();
        bits.iter().for_each(|place| growing.push(place));
        growing
    }

    /// Puts them into a set.
    pub(super) fn add_to(&self, bits: &mut Bits) {
        match self {
            Growing::Gaps(bytes, _) => add_gaps(bytes, bits),
            Growing::All(all) => bits.or(all),
        }
    }

    /// Takes a place; the one taken last may come again.
    #[inline]
    pub(super) fn push(&mut self, place: u16) {
        let (bytes, next) = match self {
            Growing::All(bits) => return bits.insert(place),
            Growing::Gaps(bytes, next) => (bytes, next),
        };
        let place = u32::from(place);
        if place + 1 == *next {
            return;
        }
        let gap = place - *next;
        *next = place + 1;
        push_gap(bytes, gap);
        if bytes.len() >= BITMAP_BYTES {
            *self = Growing::All(of_gaps(bytes));
        }
    }

    /// The form kept.
    pub(super) fn kept(self) -> Vec<u8> {
        packed(match self {
            Growing::Gaps(bytes, _) => bytes,
            Growing::All(bits) => bits.words().iter().flat_map(|word| word.to_le_bytes()).collect(),
        })
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
    fn dense_sets_are_kept_bit_by_bit_sparse_ones_by_their_gaps_and_what_repeats_itself_packed() {
        let every = |step: usize| (0..CHUNK as u16).step_by(step).collect::<BTreeSet<_>>();
        // Each bit of a number that nobody foresees.
        let random = |one_in: u32| {
            let mut state = 1_u32;
            let mut is_in = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 16 & 0xfff < 0x1000 / one_in
            };
            (0..CHUNK as u16).filter(|_| is_in()).collect::<BTreeSet<_>>()
        };
        for (places, length) in [
            (BTreeSet::new(), 0..1),
            (BTreeSet::from([5]), 1..2),
            (BTreeSet::from([300]), 2..3),
            (every(1), 4..64),
            (every(9), 4..64),
            (random(2), BITMAP_BYTES..BITMAP_BYTES + 1),
            (random(256), 128..256),
        ] {
            let kept = super::kept(&bits(&places));
            assert!(length.contains(&kept.len()), "{length:?} {}", kept.len());
            assert_eq!(of_kept(&kept), bits(&places));
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_again(places in prop::collection::btree_set(0..CHUNK as u16, 0..200)) {
            let set = bits(&places);
            let read = of_kept(&kept(&set));
            prop_assert_eq!(read.iter().collect::<Vec<_>>(), places.into_iter().collect::<Vec<_>>());
        }

        #[test]
        fn damaged_bytes_do_no_harm(bytes in any::<Vec<u8>>()) {
            prop_assert!(of_kept(&bytes).iter().all(|place| i64::from(place) < CHUNK));
        }
    }
}
