//! The words of a line: what stands between spaces, without the marks around it.

use crate::domain::choice::Choice;

/// A word and its place in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Whether a comma, full stop or the like follows at once.
    pub ends_clause: bool,
}

impl Word {
    /// The word as typed.
    pub fn text(self, line: &str) -> &str {
        #[cfg(test)]
        work::count(self.end - self.start);
        &line[self.start..self.end]
    }

    /// The word as typed, if it is no longer than so many bytes.
    pub fn text_within(self, line: &str, most: usize) -> Option<&str> {
        (self.end - self.start <= most).then(|| self.text(line))
    }
}

/// Marks that end a clause. A full stop does too; it is looked for only at the end of a word.
pub(super) fn is_clause_end(mark: char) -> bool {
    is_pause(mark) || matches!(mark, '。' | '！' | '.' | '!')
}

/// Marks after which a sentence goes on.
pub(super) fn is_pause(mark: char) -> bool {
    matches!(mark, ',' | ';' | ':' | '，' | '、' | '；' | '：')
}

/// Marks that stand around words in pairs.
pub(super) const AROUND: &[(char, char)] =
    &[('(', ')'), ('"', '"'), ('\'', '\''), ('（', '）'), ('“', '”'), ('‘', '’'), ('「', '」'), ('【', '】')];

/// Whether a mark opens what another closes.
pub(super) fn opens(mark: char) -> bool {
    AROUND.iter().any(|(opens, closes)| mark == *opens && opens != closes)
}

/// Whether a mark closes what another opened.
pub(super) fn closes(mark: char) -> bool {
    AROUND.iter().any(|(opens, closes)| mark == *closes && opens != closes)
}

/// Chinese marks separate words without any space.
fn separates(mark: char) -> bool {
    matches!(mark, '，' | '、' | '；' | '：' | '。' | '！' | '…')
        || AROUND.iter().any(|(opens, closes)| !mark.is_ascii() && (mark == *opens || mark == *closes))
        || mark.is_whitespace()
}

/// Marks that belong to no word when they stand at its edge.
fn is_edge(mark: char) -> bool {
    matches!(mark, ',' | ';' | ':' | '.' | '!' | '(' | ')' | '"' | '\'')
}

/// Cuts a line into words.
pub(super) fn split(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, mark) in line.char_indices() {
        if opens_name(line, at, mark) {
            push(line, start, at, None, &mut words);
            start = at;
        }
        if !separates(mark) || is_in_a_time(line, at, mark) {
            continue;
        }
        push(line, start, at, Some(mark), &mut words);
        start = at + mark.len_utf8();
    }
    push(line, start, line.len(), None, &mut words);
    words
}

/// `@` after a Chinese character, `拜访@周立`: in latin letters it stands inside an address.
fn opens_name(line: &str, at: usize, mark: char) -> bool {
    matches!(mark, '@' | '＠') && line[..at].ends_with(|before: char| !before.is_ascii())
}

/// A full-width colon between digits, `10：30`, as Chinese keyboards write it.
fn is_in_a_time(line: &str, at: usize, mark: char) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit();
    mark == '：' && line[..at].ends_with(is_digit) && line[at + mark.len_utf8()..].starts_with(is_digit)
}

fn push(line: &str, start: usize, end: usize, after: Option<char>, words: &mut Vec<Word>) {
    let piece = &line[start..end];
    let trimmed = piece.trim_start_matches(is_edge);
    let start = end - trimmed.len();
    let text = trimmed.trim_end_matches(is_edge);
    if text.is_empty() {
        if let Some(before) = words.last_mut() {
            before.ends_clause |= after.is_some_and(is_clause_end) || piece.contains(is_clause_end);
        }
        return;
    }
    let ends_clause = trimmed[text.len()..].contains(is_clause_end) || after.is_some_and(is_clause_end);
    words.push(Word { start, end: start + text.len(), ends_clause });
}

/// The choice that a run of words names, all of them.
pub(super) fn choice<T: Choice>(line: &str, words: &[Word]) -> Option<T> {
    // No word for a choice is longer in bytes.
    const LONGEST: usize = 64;
    let (first, last) = (words.first()?, words.last()?);
    let text = Word { start: first.start, ..*last }.text(line);
    if text.len() > LONGEST { None } else { T::from_word(text) }
}

/// How many bytes of words a test has looked at: reading a line must look at each of them a fixed number of times.
#[cfg(test)]
pub(super) mod work {
    use std::cell::Cell;

    thread_local! {
        static LOOKED_AT: Cell<usize> = const { Cell::new(0) };
    }

    /// Counts bytes that are looked at.
    pub fn count(bytes: usize) {
        LOOKED_AT.set(LOOKED_AT.get() + bytes);
    }

    /// How many bytes were looked at while something was done.
    pub fn of(done: impl FnOnce()) -> usize {
        let before = LOOKED_AT.get();
        done();
        LOOKED_AT.get() - before
    }
}
