//! Phone numbers among the words of a line, with their extensions.

use super::label::{self, Label};
use super::words::Begins;
use super::{PartKind, Reader};
use crate::domain::phone::{self, PhoneCheck};
use crate::domain::reach::PhoneKind;
use crate::domain::spec;
use crate::domain::text::fold::fold;

/// Shorter numbers are part of a name: `Hotel 1898`.
const SHORTEST_PHONE: usize = 5;
/// No phone number in the world has more digits.
const LONGEST_PHONE: usize = 15;
/// With so many digits a number may be whole, and a group with a zero before it begins another one.
const WHOLE_PHONE: usize = 9;
/// As before, where the digits of the country are counted too.
const WHOLE_PHONE_ABROAD: usize = 11;
/// No extension has more digits.
const LONGEST_EXTENSION: usize = 6;

/// Words before an extension, folded.
const WORDS: &[&str] = &["extension", "ext", "转", "分机", "内线"];
/// Marks before an extension, folded.
const MARKS: &[&str] = &["x", "#", "-"];

impl Reader<'_> {
    /// The place after a phone number that begins at a word; groups of digits belong together until they make
    /// a whole mobile number, and no comma stands between them. An extension belongs to it.
    pub(super) fn phone_end(&self, at: usize, from: usize) -> Option<usize> {
        let mut end = at;
        let mut digits = 0;
        let mut is_whole = false;
        while let Some(group) = self.group(end).filter(|_| end == from || self.goes_on(end)) {
            let limit = if self.text(at).contains('+') { WHOLE_PHONE_ABROAD } else { WHOLE_PHONE };
            let begins_another = match group.start {
                Start::Abroad => true,
                Start::Zero => digits >= limit,
                Start::Digit => false,
            };
            if digits > 0 && (digits + group.digits > LONGEST_PHONE || begins_another) {
                break;
            }
            digits += group.digits;
            end += 1;
            let whole = &self.line[self.place(at, end)];
            is_whole = phone::read(whole).is_ok_and(|read| read.check == PhoneCheck::Good);
            if is_whole || group.end == End::Extension {
                break;
            }
        }
        let end = if is_whole { end } else { self.extension_end(end) };
        (digits >= SHORTEST_PHONE).then_some(end)
    }

    /// The place after the extension that begins at a word, or that place where none does.
    fn extension_end(&self, at: usize) -> usize {
        if at == 0 || at >= self.words.len() {
            return at;
        }
        let folded = fold(self.text(at));
        let word = folded.trim_end_matches(['.', ':']);
        let is_behind_comma = self.words[at].begins == Begins::Anew;
        let is_extension = |at: usize| self.words.get(at).is_some_and(|_| is_extension(&fold(self.text(at))));
        if WORDS.contains(&word) || (!is_behind_comma && MARKS.contains(&word)) {
            return if is_extension(at + 1) { at + 2 } else { at };
        }
        let marks = MARKS.iter().filter(|_| !is_behind_comma);
        let rest = WORDS.iter().chain(marks).find_map(|start| folded.strip_prefix(start));
        let has_number = rest.is_some_and(is_extension_number);
        if has_number { at + 1 } else { at }
    }

    fn goes_on(&self, at: usize) -> bool {
        self.words[at].begins == Begins::GoesOn && label::at_start(self.text(at)).is_none()
    }

    fn group(&self, at: usize) -> Option<Group> {
        self.words.get(at).and_then(|_| group(self.text(at)))
    }

    /// Takes the phone number between two words.
    pub(super) fn take_phone(&mut self, kind: Option<PhoneKind>, at: usize, end: usize) -> usize {
        let labelled = label::at_start(self.text(at));
        let mut place = self.place(at, end);
        if let Some((_, rest)) = labelled {
            place.start = self.words[at].place.end - rest.len();
        }
        let kind = kind.or(match labelled {
            Some((Label::Phone(kind), _)) => kind,
            _ => None,
        });
        self.parts.phones.push((kind, &self.line[place]));
        self.span(at, end, PartKind::Phone);
        end
    }
}

/// A group of digits of a phone number.
struct Group {
    digits: usize,
    start: Start,
    end: End,
}

/// How a group of digits begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// With the `+` before a country.
    Abroad,
    /// With the zero before an area.
    Zero,
    /// With any other digit.
    Digit,
}

/// What a group of digits ends with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The number of an extension.
    Extension,
    /// Its last digit.
    Digit,
}

/// The group that a word is when it has nothing but digits and their separators, perhaps behind a label and
/// before an extension.
fn group(word: &str) -> Option<Group> {
    let number = match label::at_start(word) {
        Some((Label::Phone(_), number)) => number,
        Some(_) => return None,
        None => match word.split_once([':', '：']) {
            Some((_, number)) if spec::phone(word).is_ok_and(|read| read.number == number) => number,
            _ => word,
        },
    };
    let folded = fold(number);
    let cut = WORDS.iter().chain(&["x", "#"]).find_map(|start| {
        folded.split_once(start).filter(|(main, rest)| !main.is_empty() && is_extension_number(rest))
    });
    let main = cut.map_or(folded.as_str(), |(main, _)| main);
    let digits = phone::digits(main).len();
    let is_plain = main.chars().all(|letter| letter.is_ascii_digit() || "+-().".contains(letter));
    let start = match main.chars().next() {
        Some('+') => Start::Abroad,
        Some('0') => Start::Zero,
        _ => Start::Digit,
    };
    let end = if cut.is_some() { End::Extension } else { End::Digit };
    (is_plain && digits > 0).then_some(Group { digits, start, end })
}

/// Whether what stands behind the word for an extension is one: `7`, `. 7`, `：12`.
fn is_extension_number(text: &str) -> bool {
    is_extension(text.trim_start_matches(['.', ':']))
}

fn is_extension(text: &str) -> bool {
    (1..=LONGEST_EXTENSION).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
