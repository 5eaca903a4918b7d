//! A line in words: what stands between spaces and commas.

use std::ops::Range;

use crate::domain::company::is_legal_form;
use crate::domain::text::fold::fold;

/// A word of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Its bytes.
    pub place: Range<usize>,
    /// Whether a comma stands before it, and not only a space: what is before and behind belongs less together.
    pub begins: Begins,
}

/// How a word follows the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    /// Behind a comma, or at the start of the line.
    Anew,
    /// Behind a space.
    GoesOn,
}

/// The words of a line. A legal form goes on behind its comma: `Acme Co., Ltd`.
pub(super) fn split(line: &str) -> Vec<Word> {
    let is_comma = |letter: char| matches!(letter, ',' | '，' | '、' | ';' | '；' | '|' | '｜' | '/' | '／');
    let separates = |letter: char| {
        letter.is_whitespace() || (is_comma(letter) && !matches!(letter, '/' | '／' | '|' | '｜'))
    };
    let mut words: Vec<Word> = Vec::new();
    let mut begins = Begins::Anew;
    let mut start = 0;
    for (at, mark) in line.match_indices(separates).chain([(line.len(), "")]) {
        let text = &line[start..at];
        if start < at && text.chars().all(is_comma) {
            begins = Begins::Anew;
        } else if start < at && !fold(text).is_empty() {
            let joined = !words.is_empty() && is_legal_form(text);
            words.push(Word { place: start..at, begins: if joined { Begins::GoesOn } else { begins } });
            begins = Begins::GoesOn;
        }
        if mark.chars().any(is_comma) {
            begins = Begins::Anew;
        }
        start = at + mark.len();
    }
    words
}
