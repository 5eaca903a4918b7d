//! A line in words: what stands between spaces and commas.

use std::ops::Range;

use super::label::is_of_two;
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

/// The words of a line. A line break parts them like a comma. A legal form goes on behind its comma: `Acme Co., Ltd`.
pub(super) fn split(line: &str) -> Vec<Word> {
    let separates = |letter: char| letter.is_whitespace() || is_comma(letter);
    let mut words: Vec<Word> = Vec::new();
    let mut begins = Begins::Anew;
    let mut start = 0;
    for (at, mark) in line.match_indices(separates).chain([(line.len(), "")]) {
        let text = &line[start..at];
        if start < at && text.chars().all(parts_alone) {
            begins = Begins::Anew;
        } else if start < at && !fold(text).is_empty() {
            match words.last_mut() {
                Some(last) if begins == Begins::GoesOn && is_of_two(&line[last.place.clone()], text) => {
                    last.place.end = at;
                }
                last => {
                    let joined = last.is_some() && is_legal_form(text);
                    words.push(Word {
                        place: start..at,
                        begins: if joined { Begins::GoesOn } else { begins },
                    });
                }
            }
            begins = Begins::GoesOn;
        }
        if mark.chars().any(|letter| is_comma(letter) || matches!(letter, '\n' | '\r')) {
            begins = Begins::Anew;
        }
        start = at + mark.len();
    }
    words
}

/// What parts words wherever it stands.
fn is_comma(letter: char) -> bool {
    matches!(letter, ',' | '，' | '、' | ';' | '；' | '|' | '｜' | '•' | '●')
}

/// What parts words when it stands between blanks.
fn parts_alone(letter: char) -> bool {
    matches!(letter, '/' | '／' | '-' | '–' | '—' | '―' | '－' | '·' | '*' | '_' | '~')
}
