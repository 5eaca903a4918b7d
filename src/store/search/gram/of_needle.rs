//! The grams a word that is searched for is looked up by.

use super::{
    CODE_BITS, Gram, Group, LONGEST_PHONE, Proof, Runs, code, last_digits, piece, pushed_digit, start,
};
use crate::domain::text::searchable::phone_digit;

/// What a text is looked up by in one group: all of the grams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store::search) struct Lookup {
    pub(in crate::store::search) grams: Vec<Gram>,
    pub(in crate::store::search) proof: Proof,
}

/// What a needle is looked up by in a group; `None` when nothing of the group can hold it.
pub(in crate::store::search) fn of_needle(needle: &str, group: Group) -> Option<Lookup> {
    let is_phone = needle.starts_with(|first| phone_digit(first).is_some());
    match (is_phone, group) {
        (true, Group::Phone) => Some(of_digits(needle)),
        (false, Group::Name | Group::Company | Group::Person | Group::Rest) => Some(of_words(needle, group)),
        _ => None,
    }
}

/// What a needle at the start of a value is looked up by beside [`of_needle`]: one gram more.
pub(in crate::store::search) fn at_start(needle: &str, group: Group) -> Lookup {
    let (mut last, mut length, mut proof) = (0, 0, Proof::Sure);
    if let Some(run) = Runs(needle).next() {
        for letter in run.text.chars().take(2) {
            last = last << CODE_BITS | code(letter).0;
            length += 1;
        }
        if run.text.chars().count() > length || run.text.len() < needle.len() || !is_exact(needle) {
            proof = Proof::Likely;
        }
    }
    Lookup { grams: vec![start(group, last, length)], proof }
}

fn of_words(needle: &str, group: Group) -> Lookup {
    let mut lookup = Lookup { grams: Vec::new(), proof: Proof::Sure };
    for run in Runs(needle) {
        let longest = run.longest(group);
        let letters = run.text.chars().count();
        let mut last = 0;
        for (place, letter) in run.text.chars().enumerate() {
            last = last << CODE_BITS | code(letter).0;
            if place + 1 >= longest.min(letters) {
                lookup.grams.push(piece(group, last, longest.min(letters)));
            }
        }
        if run.text.len() < needle.len() || letters > longest || !is_exact(needle) {
            lookup.proof = Proof::Likely;
        }
    }
    lookup.grams.sort_unstable();
    lookup.grams.dedup();
    lookup
}

fn of_digits(needle: &str) -> Lookup {
    let digits: Vec<u32> = needle.chars().filter_map(phone_digit).collect();
    let length = digits.len().min(LONGEST_PHONE);
    let mut grams: Vec<Gram> = digits
        .windows(length.max(1))
        .map(|piece| {
            let last = piece.iter().fold(0, |last, digit| pushed_digit(last, *digit));
            Group::Phone.gram(last_digits(last, length))
        })
        .collect();
    grams.sort_unstable();
    grams.dedup();
    let proof = if digits.len() <= LONGEST_PHONE { Proof::Sure } else { Proof::Likely };
    Lookup { grams, proof }
}

fn is_exact(needle: &str) -> bool {
    needle.chars().all(|letter| code(letter).1 == Proof::Sure)
}
