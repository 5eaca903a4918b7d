//! What a query word is looked for as in searchable texts.

use super::closeness::{Closeness, Part};
use super::fold::fold;
use super::pinyin::{is_ideograph, spellings};
use super::searchable::in_phone_alphabet;
use crate::domain::phone;

/// What a query word is looked for as: found when one of these stands in a searchable text.
///
/// Both sides are folded, so a plain byte search answers. Never empty, and no needle is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needles {
    /// The alternatives, the word itself first.
    pub any: Vec<String>,
    /// A word of Chinese and latin letters, which may stand for the sounds of a Chinese name.
    pub mixed: Option<Mixed>,
}

/// A word such as `zhang伟`: the name it means has these characters, and sounds like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mixed {
    /// The Chinese characters, in runs.
    pub written: Vec<String>,
    /// The whole word in latin letters: full pinyin, and initials where they differ.
    pub spelled: Vec<String>,
}

/// Shorter words of digits are not read as whole phone numbers with their country.
const SHORTEST_WHOLE_NUMBER: usize = 7;

impl Needles {
    /// The needles of a bare word or quoted phrase; `None` when nothing of it can be seen.
    pub fn of(word: &str) -> Option<Needles> {
        let folded = fold(word);
        if folded.is_empty() {
            return None;
        }
        let mut any = Vec::new();
        if folded.contains('\'')
            && folded.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '\'')
        {
            any.extend(Some(folded.replace('\'', "")).filter(|joined| !joined.is_empty()));
        }
        any.extend(phone_needles(&folded));
        let mixed = Mixed::of(&folded);
        any.insert(0, folded);
        any.dedup();
        Some(Needles { any, mixed })
    }

    /// The needles of words that stand beside one another, in their order; no word where something else stands, and no
    /// needles where nothing of a word can be seen.
    ///
    /// A number with blanks in it, `+86 10 1234 5678`, is words that need not stand in it as it is kept: each word is
    /// then also looked for as the whole number.
    pub fn of_neighbours(words: &[Option<&str>]) -> Vec<Option<Needles>> {
        let mut needles: Vec<Option<Needles>> = words.iter().map(|word| word.and_then(Needles::of)).collect();
        let digits = |needles: &Option<Needles>| {
            let word = needles.as_ref()?.any.first()?;
            is_written_as_a_number(word).then(|| phone::digits(word))
        };
        let numbers: Vec<Option<String>> = needles.iter().map(digits).collect();
        let mut start = 0;
        while start < words.len() {
            let belongs = |at: &usize| {
                let begins = words[*at].is_some_and(|word| fold(word).starts_with('+'));
                numbers[*at].is_some() && (*at == start || !begins)
            };
            let end = (start..words.len()).take_while(belongs).last().map_or(start + 1, |last| last + 1);
            if end - start > 1 {
                let whole: Vec<&str> = words[start..end].iter().copied().flatten().collect();
                let pieces: Vec<&str> = numbers[start..end].iter().flatten().map(String::as_str).collect();
                let further = further_forms(&fold(&whole.join(" ")), &pieces);
                needles[start..end]
                    .iter_mut()
                    .flatten()
                    .for_each(|word| word.any.extend_from_slice(&further));
            }
            start = end;
        }
        needles
    }

    /// Whether one of the needles stands in a searchable text.
    pub fn found_in(&self, searchable: &str) -> bool {
        self.any.iter().any(|needle| searchable.contains(needle.as_str()))
            || self.mixed.as_ref().is_some_and(|mixed| mixed.closest_in(searchable).is_some())
    }

    /// The closest place in a searchable text where one of the needles stands.
    pub fn closest_in(&self, searchable: &str) -> Option<Closeness> {
        if !self.found_in(searchable) {
            return None;
        }
        let plain = searchable.split('\n').filter_map(|line| {
            let (part, value) = Part::of_line(line);
            let starts = self.any.iter().any(|needle| value.starts_with(needle.as_str()));
            let stands = || self.any.iter().any(|needle| value.contains(needle.as_str()));
            if starts { Some(Closeness::at_start(part)) } else { stands().then(|| Closeness::inside(part)) }
        });
        plain.chain(self.mixed.iter().filter_map(|mixed| mixed.closest_in(searchable))).min()
    }
}

impl Mixed {
    /// Nothing for a word that is not of both kinds of letters, or has others.
    fn of(folded: &str) -> Option<Mixed> {
        let (mut latin, mut written) = (false, Vec::<String>::new());
        let mut before_was_written = false;
        for letter in folded.chars() {
            let is_written = is_ideograph(letter);
            if is_written && before_was_written {
                written.last_mut()?.push(letter);
            } else if is_written {
                written.push(letter.to_string());
            } else if letter.is_ascii_lowercase() {
                latin = true;
            } else {
                return None;
            }
            before_was_written = is_written;
        }
        if !latin || written.is_empty() {
            return None;
        }
        // Of the spellings of a word, the second is its full pinyin in one, the third its initials.
        let mut spelled: Vec<String> = spellings(folded).into_iter().skip(1).take(2).collect();
        spelled.dedup();
        Some(Mixed { written, spelled })
    }

    /// A name as written is followed by the lines of its sounds.
    fn closest_in(&self, searchable: &str) -> Option<Closeness> {
        let mut is_written = false;
        let found = searchable.split('\n').filter_map(|line| {
            let (part, value) = Part::of_line(line);
            if value.chars().any(is_ideograph) {
                is_written = self.written.iter().all(|run| value.contains(run.as_str()));
                return None;
            }
            if !is_written {
                return None;
            }
            let starts = self.spelled.iter().any(|sounds| value.starts_with(sounds.as_str()));
            let stands = self.spelled.iter().any(|sounds| value.contains(sounds.as_str()));
            match (starts, stands) {
                (true, _) => Some(Closeness::at_start(part)),
                (false, true) => Some(Closeness::inside(part)),
                (false, false) => None,
            }
        });
        found.min()
    }
}

/// Whether a folded word is nothing but digits and what people put between them.
fn is_written_as_a_number(folded: &str) -> bool {
    let is_sign =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '(' | ')' | ' ' | '.' | '/');
    folded.bytes().any(|byte| byte.is_ascii_digit()) && folded.chars().all(is_sign)
}

/// The digits of a word that is written as a number.
fn phone_needles(folded: &str) -> Vec<String> {
    if !is_written_as_a_number(folded) {
        return Vec::new();
    }
    number_forms(folded).iter().map(|digits| in_phone_alphabet(digits)).collect()
}

/// The forms of a number whose pieces do not all stand in them, so that the pieces alone would not find it.
fn further_forms(number: &str, pieces: &[&str]) -> Vec<String> {
    let lacks = |form: &String| pieces.iter().any(|piece| !form.contains(piece));
    number_forms(number).into_iter().filter(lacks).map(|form| in_phone_alphabet(&form)).collect()
}

/// The digits of a number as they were typed, and as it may be kept.
fn number_forms(number: &str) -> Vec<String> {
    let mut forms = vec![phone::digits(number)];
    if forms[0].len() >= SHORTEST_WHOLE_NUMBER
        && let Ok(read) = phone::read(number)
    {
        let normal = phone::digits(&read.normal);
        // Kept texts may be older than the one form of a landline, and hold it as it was typed alone.
        let kept = [Some(normal), phone::with_country(&read.normal), phone::inland(&read.normal)];
        for form in kept.into_iter().flatten() {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}
