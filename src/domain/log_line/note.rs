//! The note: what is left of a line when what was understood is taken out.

use std::ops::Range;

use super::words;

/// The line without the spans taken out, and without the spaces and marks that stood around them alone.
pub(super) fn note(line: &str, taken: &[Range<usize>]) -> String {
    let taken = &with_marks_around(line, taken);
    let mut note = String::with_capacity(line.len());
    let ends = taken.iter().map(|span| span.start).chain([line.len()]);
    let starts = [0].into_iter().chain(taken.iter().map(|span| span.end));
    for (start, end) in starts.zip(ends) {
        let mut part = line[start..end].trim();
        if start > 0 && (note.is_empty() || note.ends_with(words::is_clause_end)) {
            part = part.trim_start_matches(|mark: char| words::is_clause_end(mark) || mark.is_whitespace());
        }
        let joins = part.starts_with(words::is_clause_end);
        if !part.is_empty() {
            let is_spaced = note.ends_with(|mark: char| !mark.is_ascii() && words::is_clause_end(mark));
            let is_inside = note.ends_with(words::opens) || part.starts_with(words::closes);
            if !note.is_empty() && !joins && !is_spaced && !is_inside {
                note.push(' ');
            }
            note.push_str(part);
        }
    }
    if !taken.is_empty() {
        let is_rest = |mark: char| words::is_pause(mark) || mark.is_whitespace();
        note.truncate(note.trim_end_matches(is_rest).len());
    }
    note
}

/// The spans with the pairs of marks that stand around them and nothing else: `(+M, -A)`.
fn with_marks_around(line: &str, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::with_capacity(taken.len());
    let mut following = taken;
    while let Some((span, rest)) = following.split_first() {
        let from = spans.last().map_or(0, |before| before.end);
        let mut span = span.clone();
        following = rest;
        while let Some((around, rest)) = between_marks(line, from, &span, following) {
            (span, following) = (around, rest);
        }
        spans.push(span);
    }
    spans
}

/// Where a mark opens right before a span and closes behind it, or behind others with nothing between: all that
/// stands from mark to mark, and the spans after it.
fn between_marks<'spans>(
    line: &str,
    from: usize,
    span: &Range<usize>,
    mut following: &'spans [Range<usize>],
) -> Option<(Range<usize>, &'spans [Range<usize>])> {
    let before = line[from..span.start].trim_end();
    let (opens, closes) = words::AROUND.iter().find(|(opens, _)| before.ends_with(*opens))?;
    let mut end = span.end;
    loop {
        let behind = &line[end..following.first().map_or(line.len(), |next| next.start)];
        let rest = behind.trim_start_matches(|mark: char| words::is_clause_end(mark) || mark.is_whitespace());
        if rest.starts_with(*closes) {
            let end = end + behind.len() - rest.len() + closes.len_utf8();
            return Some((from + before.len() - opens.len_utf8()..end, following));
        }
        let (next, after) = following.split_first().filter(|_| rest.is_empty())?;
        (end, following) = (next.end, after);
    }
}
