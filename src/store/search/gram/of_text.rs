//! The grams of a searchable text.

use super::{
    ASCII_BITS, CODE_BITS, FIRST_PHONE_SLOT, Gram, Group, LONGEST_PHONE, LONGEST_WORD_TO_READ, Run, Runs,
    START, code, last_digits, piece, pushed_digit, start,
};
use crate::domain::text::closeness::Part;
use crate::domain::text::searchable::phone_digit;

/// Takes grams of a text.
pub(in crate::store::search) trait Take {
    /// One that has a [`Gram::slot`]: of nearly all texts nearly all have one.
    fn slot(&mut self, slot: usize);
    /// Any other, or one that may have a slot.
    fn gram(&mut self, gram: Gram);
}

/// Hands grams and their [tails](Gram::tail) to a function.
struct Each<F>(F);

impl<F: FnMut(Gram)> Take for Each<F> {
    fn slot(&mut self, slot: usize) {
        self.gram(Gram::of_slot(slot));
    }

    fn gram(&mut self, gram: Gram) {
        std::iter::successors(Some(gram), |gram| gram.tail()).for_each(&mut self.0);
    }
}

/// Gives every gram of a searchable text, some of them more than once.
pub(in crate::store::search) fn of_text(text: &str, give: impl FnMut(Gram)) {
    take_longest(text, &mut Each(give));
}

/// Takes grams of a searchable text: those that, with their [tails](Gram::tail) and the tails of these, are all.
pub(in crate::store::search) fn take_longest(text: &str, taker: &mut impl Take) {
    for line in text.split('\n').filter(|line| !line.is_empty()) {
        if line.starts_with(|first| phone_digit(first).is_some()) {
            let mut last = 0;
            for (place, digit) in line.chars().filter_map(phone_digit).enumerate() {
                last = pushed_digit(last, digit);
                taker.slot(FIRST_PHONE_SLOT | last_digits(last, LONGEST_PHONE.min(place + 1)) as usize);
            }
            continue;
        }
        let (part, value) = Part::of_line(line);
        let group = Group::of_part(part);
        for (number, run) in Runs(value).enumerate() {
            let has_start = number == 0 && part != Part::Rest;
            if run.text.is_ascii() {
                take_ascii(run.text.as_bytes(), group, has_start, taker);
            } else {
                take_run(&run, group, has_start, taker);
            }
        }
    }
}

/// Those of a run of ASCII: at every place the last three characters, or as many as there are, the start of a
/// value counted as one.
fn take_ascii(run: &[u8], group: Group, has_start: bool, taker: &mut impl Take) {
    const THREE: usize = (1 << (3 * ASCII_BITS)) - 1;
    let first = (group as usize) << (3 * ASCII_BITS);
    let mut last = if has_start { START as usize } else { 0 };
    for byte in run {
        last = (last << ASCII_BITS | usize::from(*byte)) & THREE;
        taker.slot(first | last);
    }
}

fn take_run(run: &Run<'_>, group: Group, has_start: bool, taker: &mut impl Take) {
    let longest = run.longest(group);
    let mut last = 0;
    for (place, letter) in run.text.chars().enumerate() {
        last = last << CODE_BITS | code(letter).0;
        let length = longest.min(place + 1);
        if has_start && place < 2 {
            taker.gram(start(group, last, place + 1));
        } else {
            taker.gram(piece(group, last, length));
        }
        if length > LONGEST_WORD_TO_READ {
            taker.gram(piece(group, last, LONGEST_WORD_TO_READ));
        }
    }
}
