//! Grams: the short pieces of folded text that the index knows cards by.
//!
//! A line is cut into runs: no gram crosses a space, or stands half in Chinese and half in other letters. Of a
//! run every piece of up to so many characters is a gram; a part of the card that has many common words in it
//! has longer ones. A value of a name begins with a gram that says so, so that "begins with" is a gram too.
//!
//! A gram is a number of 48 bits: the group of the line in 3, up to three characters in 15 each. Chinese and
//! ASCII have codes of their own; all other characters share what is left, so a gram with one of them may
//! stand for several texts. Four characters do not fit: what is left of them is 15 bits more, behind the others.

mod of_needle;
mod of_text;

pub(super) use self::of_needle::{Lookup, at_start, of_needle};
pub(super) use self::of_text::{Take, of_text, take_longest};
use crate::domain::text::closeness::Part;

/// Bits of a gram, without the rest of four characters.
pub(super) const GRAM_BITS: u32 = 48;
/// Bits behind it for that rest.
const REST_BITS: u32 = 16;
/// Bits of the code of a character.
const CODE_BITS: u32 = 15;
/// Bits of the characters of a gram.
const TEXT_BITS: u32 = 3 * CODE_BITS;
const TEXT: u64 = (1 << TEXT_BITS) - 1;
/// The code that stands before the first character of a value.
const START: u64 = 1;
const FIRST_IDEOGRAPH: u32 = 0x4e00;
const LAST_IDEOGRAPH: u32 = 0x9fff;
/// The code of the first ideograph; ASCII stands below it.
const IDEOGRAPHS: u64 = 128;
/// The first of the codes that all other characters share.
const SHARED: u64 = IDEOGRAPHS + (LAST_IDEOGRAPH - FIRST_IDEOGRAPH + 1) as u64;
/// Letters from here on are read one by one, as in Chinese.
const FIRST_WIDE: char = '\u{2e80}';
/// Pieces of phone numbers and of latin words have up to so many characters.
const LONGEST_PHONE: usize = 4;
const LONGEST_LATIN: usize = 3;
/// Characters of the longest grams with a [`Gram::tail`]: pieces of phone numbers.
pub(super) const LONGEST_TO_READ: u32 = LONGEST_PHONE as u32;
/// The same of words.
const LONGEST_WORD_TO_READ: usize = (TEXT_BITS / CODE_BITS) as usize;

/// A piece of text in a group of lines: no two have the same number but where characters share a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Gram(u64);

/// Bits of a letter in the slot of a gram.
const ASCII_BITS: u32 = 7;
/// Slots of one group.
const SLOTS_OF_GROUP: usize = 1 << (3 * ASCII_BITS);
/// The first slot of a piece of a phone number: behind those of the groups of words.
const FIRST_PHONE_SLOT: usize = Group::Phone as usize * SLOTS_OF_GROUP;

impl Gram {
    /// How many grams have a slot of their own: those of ASCII, and those of phone numbers.
    pub(super) const SLOTS: usize = FIRST_PHONE_SLOT + (1 << (DIGIT_BITS * LONGEST_PHONE));

    fn new(group: u64, text: u64) -> Gram {
        Gram((group << TEXT_BITS | text) << REST_BITS)
    }

    /// Its first bits, [`GRAM_BITS`] of them.
    pub(super) fn number(self) -> u64 {
        self.0 >> REST_BITS
    }

    /// What of four characters has no room in [`Gram::number`]; `None` for fewer characters.
    pub(super) fn rest(self) -> Option<u16> {
        let group = self.number() >> TEXT_BITS;
        (group > Group::Phone as u64).then_some(self.0 as u16)
    }

    /// A number below [`Gram::SLOTS`] that no other gram has, where there is one.
    pub(super) fn slot(self) -> Option<usize> {
        const ASCII: u64 = (1 << ASCII_BITS) - 1;
        const ALL_ASCII: u64 = ASCII | ASCII << CODE_BITS | ASCII << (2 * CODE_BITS);
        let (group, text) = (self.number() >> TEXT_BITS, self.number() & TEXT);
        let first = group as usize * SLOTS_OF_GROUP;
        if group == Group::Phone as u64 {
            return Some(first | text as usize);
        }
        if group > Group::Phone as u64 || text & !ALL_ASCII != 0 {
            return None;
        }
        let letter = |place: u32| (text >> (place * CODE_BITS) & ASCII) << (place * ASCII_BITS);
        Some(first | (letter(0) | letter(1) | letter(2)) as usize)
    }

    /// Of how many characters it is; not known of four, of which nothing can be read any more.
    pub(super) fn length(self) -> Option<u32> {
        Some((self.number() & TEXT).checked_ilog2()? / self.code_bits()? + 1)
    }

    /// The gram of the same characters without the first: what has this one has that one too. Nothing is left of one
    /// character, and nothing known of four.
    pub(super) fn tail(self) -> Option<Gram> {
        let text = self.number() & ((1 << (self.code_bits()? * (self.length()? - 1))) - 1);
        (text > 0).then(|| Gram::new(self.number() >> TEXT_BITS, text))
    }

    /// Bits of a character of it.
    fn code_bits(self) -> Option<u32> {
        match self.number() >> TEXT_BITS {
            group if group < Group::Phone as u64 => Some(CODE_BITS),
            group if group == Group::Phone as u64 => Some(DIGIT_BITS as u32),
            _ => None,
        }
    }

    /// The gram of a slot.
    pub(super) fn of_slot(slot: usize) -> Gram {
        let (group, text) = (slot as u64 / SLOTS_OF_GROUP as u64, slot as u64 % SLOTS_OF_GROUP as u64);
        if slot >= FIRST_PHONE_SLOT {
            return Group::Phone.gram(text);
        }
        let letter =
            |place: u32| (text >> (place * ASCII_BITS) & ((1 << ASCII_BITS) - 1)) << (place * CODE_BITS);
        Gram::new(group, letter(0) | letter(1) | letter(2))
    }
}

/// The lines a gram is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub(super) enum Group {
    Name = 0,
    Company = 1,
    Person = 2,
    Rest = 3,
    Phone = 4,
    /// Four characters of a name.
    LongName = 5,
    /// Four characters of a company.
    LongCompany = 6,
}

impl Group {
    pub(super) fn of_part(part: Part) -> Group {
        match part {
            Part::Name => Group::Name,
            Part::Company => Group::Company,
            Part::Person => Group::Person,
            Part::Rest => Group::Rest,
        }
    }

    /// Characters of the longest gram of Chinese in it.
    fn longest_wide(self) -> usize {
        match self {
            Group::Name | Group::Company => 4,
            Group::Person => 3,
            _ => 2,
        }
    }

    fn gram(self, text: u64) -> Gram {
        Gram::new(self as u64, text)
    }

    fn long(self, four: u64) -> Gram {
        let group = if self == Group::Name { Group::LongName } else { Group::LongCompany };
        let mixed = mixed(four);
        let Gram(first) = group.gram(mixed >> CODE_BITS);
        Gram(first | mixed & ((1 << CODE_BITS) - 1))
    }
}

/// Whether looking grams up is enough to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// A card that has the grams has the text.
    Sure,
    /// It may have them in other places: its text must be looked at.
    Likely,
}

const DIGIT_BITS: usize = 4;

/// One digit after others; no digit is 0, so that numbers of different lengths differ.
fn pushed_digit(last: u64, digit: u32) -> u64 {
    last << DIGIT_BITS | u64::from(digit + 1)
}

fn last_digits(last: u64, length: usize) -> u64 {
    last & ((1 << (DIGIT_BITS * length)) - 1)
}

/// The gram of the last so many characters.
fn piece(group: Group, last: u64, length: usize) -> Gram {
    let text = last & ((1 << (CODE_BITS * length as u32)) - 1);
    if length > LONGEST_WORD_TO_READ { group.long(text) } else { group.gram(text) }
}

/// The gram of the first one or two characters of a value.
fn start(group: Group, first: u64, length: usize) -> Gram {
    group.gram(START << (CODE_BITS * length as u32) | first)
}

/// The code of a character, and whether it is no other's.
fn code(letter: char) -> (u64, Proof) {
    const SHARED_CODES: u64 = (1 << CODE_BITS) - SHARED;
    let number = u32::from(letter);
    match number {
        FIRST_IDEOGRAPH..=LAST_IDEOGRAPH => (IDEOGRAPHS + u64::from(number - FIRST_IDEOGRAPH), Proof::Sure),
        // The start of a value has the code of a control character, which no folded text has.
        2..0x80 => (number.into(), Proof::Sure),
        _ => (SHARED + u64::from(number) % SHARED_CODES, Proof::Likely),
    }
}

/// Bits of four characters.
const FOUR_BITS: u32 = 4 * CODE_BITS;
const FOUR: u64 = (1 << FOUR_BITS) - 1;
const FACTORS: [u64; 2] = [0x0e37_79b9_7f4a_7c15, 0x0f58_476d_1ce4_e5b9];

/// Spreads what differs anywhere in four characters over all bits. Every number has one of its own: the factors are
/// odd, and what is folded in are the upper bits of the same number.
fn mixed(four: u64) -> u64 {
    let [first, second] = FACTORS;
    let once = four.wrapping_mul(first) & FOUR;
    let twice = (once ^ once >> (FOUR_BITS / 2)).wrapping_mul(second) & FOUR;
    twice ^ twice >> (FOUR_BITS / 2)
}

/// Letters of one kind without a space between them.
struct Run<'text> {
    text: &'text str,
    is_wide: bool,
}

impl Run<'_> {
    fn longest(&self, group: Group) -> usize {
        if self.is_wide { group.longest_wide() } else { LONGEST_LATIN }
    }
}

struct Runs<'text>(&'text str);

impl<'text> Iterator for Runs<'text> {
    type Item = Run<'text>;

    fn next(&mut self) -> Option<Run<'text>> {
        let rest = self.0.trim_start_matches(' ');
        let is_wide = rest.chars().next()? >= FIRST_WIDE;
        let end = rest.find(|letter| letter == ' ' || (letter >= FIRST_WIDE) != is_wide);
        let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
        self.0 = after;
        Some(Run { text, is_wide })
    }
}

/// Words of four characters whose grams of a name meet in one number.
#[cfg(test)]
pub(in crate::store) fn meeting(word: &str) -> impl Iterator<Item = String> {
    /// A factor that takes back what another one did: each round makes twice as many bits right.
    fn inverse(factor: u64) -> u64 {
        (0..6)
            .fold(1, |inverse: u64, _| inverse.wrapping_mul(2_u64.wrapping_sub(factor.wrapping_mul(inverse))))
    }
    fn unmixed(number: u64) -> u64 {
        let [first, second] = FACTORS.map(inverse);
        let twice = number ^ number >> (FOUR_BITS / 2);
        let once = twice.wrapping_mul(second) & FOUR;
        (once ^ once >> (FOUR_BITS / 2)).wrapping_mul(first) & FOUR
    }
    let four = word.chars().fold(0, |four, letter| four << CODE_BITS | code(letter).0);
    let first = mixed(four) >> CODE_BITS << CODE_BITS;
    (0..1 << CODE_BITS).filter_map(move |rest| {
        let other = unmixed(first | rest);
        let letter = |place: u32| {
            let number = (other >> (place * CODE_BITS) & ((1 << CODE_BITS) - 1)).checked_sub(IDEOGRAPHS)?;
            char::from_u32(FIRST_IDEOGRAPH + number as u32)
                .filter(|letter| u32::from(*letter) <= LAST_IDEOGRAPH)
        };
        Some([letter(3)?, letter(2)?, letter(1)?, letter(0)?].iter().collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::needles::Needles;
    use crate::domain::text::searchable::{name_text, phone_text, plain_text};
    use proptest::prelude::*;
    use std::collections::HashSet;

    const GROUPS: [Group; 5] = [Group::Name, Group::Company, Group::Person, Group::Rest, Group::Phone];

    fn grams(text: &str) -> HashSet<Gram> {
        let mut grams = Vec::new();
        of_text(text, |gram| grams.push(gram));
        grams.into_iter().collect()
    }

    /// Whether the grams say that a text holds a word, and whether they are sure.
    fn found(text: &str, word: &str) -> (bool, bool) {
        let grams = grams(text);
        let needles = Needles::of(word).unwrap();
        let lookups = needles.any.iter().flat_map(|needle| GROUPS.map(|group| of_needle(needle, group)));
        let mut result = (false, false);
        for lookup in lookups.flatten() {
            let has_all = lookup.grams.iter().all(|gram| grams.contains(gram));
            result.0 |= has_all;
            result.1 |= has_all && lookup.proof == Proof::Sure;
        }
        result
    }

    #[test]
    fn short_words_are_known_by_their_grams_alone() {
        let name = name_text("海虹印刷有限公司");
        for word in ["海", "海虹", "有限公司", "h", "hai", "司"] {
            assert_eq!(found(&name, word), (true, true), "{word}");
        }
        for word in ["hong", "haihongyinshua", "印刷有限公司"] {
            assert_eq!(found(&name, word), (true, false), "{word}");
        }
        for word in ["虹海", "公司有限", "hx", "1"] {
            assert_eq!(found(&name, word), (false, false), "{word}");
        }
        let phone = phone_text("138 0000 1234", "+8613800001234");
        assert_eq!(found(&phone, "1234"), (true, true));
        assert_eq!(found(&phone, "13800001234"), (true, false));
        assert!(!found(&phone, "9999").0);
    }

    #[test]
    fn the_start_of_a_value_is_a_gram_of_its_own() {
        let grams = grams(&name_text("张伟"));
        for (needle, starts) in [("张", true), ("张伟", true), ("伟", false), ("zh", true), ("w", false)]
        {
            let lookup = at_start(needle, Group::Name);
            assert_eq!(lookup.proof, Proof::Sure);
            assert_eq!(grams.contains(&lookup.grams[0]), starts, "{needle}");
        }
        assert_eq!(at_start("zha", Group::Name).proof, Proof::Likely);
        assert_eq!(at_start("z w", Group::Name).proof, Proof::Likely);
    }

    #[test]
    fn four_characters_that_meet_in_a_number_differ_in_the_rest() {
        let words: Vec<String> = meeting("有限公司").collect();
        assert!(words.len() > 1_000 && words.contains(&"有限公司".to_owned()), "{}", words.len());
        let grams: HashSet<Gram> =
            words.iter().map(|word| of_needle(word, Group::Name).unwrap().grams[0]).collect();
        assert_eq!(grams.len(), words.len());
        assert!(grams.iter().all(|gram| gram.rest().is_some()));
        assert_eq!(grams.iter().map(|gram| gram.number()).collect::<HashSet<_>>().len(), 1);
    }

    proptest! {
        #[test]
        fn what_a_text_holds_its_grams_hold(
            text in "[a-c张伟海虹ßд 1-3]{0,12}",
            word in "[a-c张伟海虹ßд 1-3]{1,5}",
        ) {
            prop_assume!(Needles::of(&word).is_some());
            for text in [plain_text(&text), name_text(&text), phone_text(&text, &text)] {
                let truly = Needles::of(&word).unwrap().any.iter().any(|needle| text.contains(needle));
                let (likely, sure) = found(&text, &word);
                prop_assert!(likely || !truly, "{:?} in {:?} is missed", word, text);
                prop_assert!(truly || !sure, "{:?} is not in {:?}", word, text);
            }
        }

        #[test]
        fn a_slot_is_of_one_gram(text in "[a-c张伟海ßд 1-3]{0,12}") {
            let texts = [plain_text(&text), name_text(&text), phone_text(&text, &text)];
            let grams: HashSet<Gram> = texts.iter().flat_map(|text| grams(text)).collect();
            for gram in grams {
                if let Some(slot) = gram.slot() {
                    prop_assert!(slot < Gram::SLOTS);
                    prop_assert_eq!(Gram::of_slot(slot), gram);
                }
            }
        }

        #[test]
        fn any_text_has_grams_of_the_width_promised(text in any::<String>()) {
            of_text(&plain_text(&text), |gram| assert!(gram.number() >> GRAM_BITS == 0));
            of_text(&name_text(&text), |gram| assert!(gram.number() >> GRAM_BITS == 0));
        }
    }
}
