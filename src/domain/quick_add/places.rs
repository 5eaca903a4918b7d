//! Postal addresses among the words of a line.

use super::kinds_of_words::{goes_on_with_place, is_address, is_post_code, is_region, is_street};
use super::label;
use super::words::Begins;
use super::{Behind, PartKind, Reader};

/// Digits of the longest area of a phone number that is shorter than a post code of the mainland.
const LONGEST_AREA: usize = 5;

impl Reader<'_> {
    /// Whether a Chinese address begins at a word: one by itself, or a part of the country or a post code with one
    /// behind it.
    pub(super) fn begins_place(&self, at: usize) -> bool {
        let text = self.text(at);
        let leads = is_region(text) || (is_post_code(text) && !self.follows_address(at));
        is_address(text) || (leads && at + 1 < self.words.len() && is_address(self.text(at + 1)))
    }

    /// The end of a Chinese address that begins at a word, with its house number and floor.
    pub(super) fn place_end(&self, at: usize) -> usize {
        let goes_on = |at: &usize| self.words[*at].begins == Begins::GoesOn && self.continues_place(*at);
        (at + 1..self.words.len()).take_while(goes_on).last().map_or(at + 1, |last| last + 1)
    }

    /// The end of the address that a label announces at a word: all up to the next mark.
    pub(super) fn labelled_place_end(&self, at: usize) -> usize {
        let goes_on = |at: &usize| {
            self.words[*at].begins == Begins::GoesOn && (self.continues_place(*at) || !self.is_marked(*at))
        };
        (at + 1..self.words.len()).take_while(goes_on).last().map_or(at + 1, |last| last + 1)
    }

    /// A number is the house's only with its unit behind it: `100 號`.
    pub(super) fn continues_place(&self, at: usize) -> bool {
        let text = self.text(at);
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let has_unit = || self.words.get(at + 1).is_some_and(|_| goes_on_with_place(self.text(at + 1)));
        let is_place = is_address(text) || goes_on_with_place(text) || (is_number && has_unit());
        is_place && label::at_start(text).is_none()
    }

    /// Takes the words of an address. What follows another address goes on with it, whatever stands between.
    pub(super) fn take_place(&mut self, from: usize, end: usize) -> usize {
        let place = self.place(from, end);
        match self.follows_address(from) {
            true => {
                let before = self.words[from - 1].place.end;
                // A post code stands in a field of its own, and what is left of its place is a comma.
                let between =
                    if self.behind == Behind::PostCode { "" } else { &self.line[before..place.start] };
                self.parts.continue_address(between, &self.line[place]);
            }
            false => self.parts.addresses.push(self.line[place].to_owned()),
        }
        self.behind = Behind::Other;
        self.span(from, end, PartKind::Address);
        end
    }

    /// Whether a word behind an address is its post code, and no area before a phone number: `0117 555 0142`.
    pub(super) fn is_post_code_here(&self, at: usize) -> bool {
        let text = self.text(at);
        let may_be_area = text.starts_with('0') && text.len() <= LONGEST_AREA;
        let begins_a_number = || self.phone_end(at, at).is_some_and(|end| end > at + 1);
        is_post_code(text) && !(may_be_area && begins_a_number())
    }

    /// Takes the post code behind or before an address.
    pub(super) fn take_post_code(&mut self, at: usize) -> usize {
        self.parts.post_code = Some(self.text(at));
        self.behind = Behind::PostCode;
        self.span(at, at + 1, PartKind::Address);
        at + 1
    }

    /// Whether the words before one were an address.
    pub(super) fn follows_address(&self, at: usize) -> bool {
        let before = self.spans.last().filter(|(_, kind)| *kind == PartKind::Address);
        let has_one = !self.parts.addresses.is_empty();
        at > 0 && has_one && before.is_some_and(|(place, _)| place.end == self.words[at - 1].place.end)
    }

    pub(super) fn has_street(&self, from: usize, end: usize) -> bool {
        let has_number = (from..end).any(|at| self.text(at).chars().any(|letter| letter.is_ascii_digit()));
        has_number && (from..end).any(|at| is_street(self.text(at)))
    }
}
