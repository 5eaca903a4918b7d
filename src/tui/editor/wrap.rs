//! The rows a line of an edited text takes on the screen: where each begins and ends, as bytes.

use std::ops::Range;

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::safe;
use crate::tui::cells::{is_plain, width};

/// Longer lines are broken where the row ends, whatever stands there: looking for words in them would be felt
/// at every key.
const BROKEN_BY_WORDS: usize = 32 << 10;

/// The rows of a line, one at least.
pub fn rows(line: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(2);
    if is_plain(line) && (line.len() <= columns || line.len() > BROKEN_BY_WORDS) {
        let starts = (0..line.len().max(1)).step_by(columns);
        return starts.map(|start| start..(start + columns).min(line.len())).collect();
    }
    let mut rows = Vec::new();
    let mut row = Row::default();
    if line.len() > BROKEN_BY_WORDS {
        row.take(line, 0, columns, &mut rows);
    } else {
        let mut start = 0;
        for (end, _) in linebreaks(line) {
            let piece = &line[start..end];
            if row.used > 0 && row.used + shown_width(piece.trim_end()) > columns {
                rows.push(row.close(start));
            }
            row.take(piece, start, columns, &mut rows);
            start = end;
        }
    }
    rows.push(row.close(line.len()));
    rows
}

/// A row being filled.
#[derive(Default)]
struct Row {
    start: usize,
    used: usize,
}

impl Row {
    /// Takes a piece of the line that begins at `at`; what does not fit begins a new row. Blanks may hang over
    /// the end.
    fn take(&mut self, piece: &str, at: usize, columns: usize, rows: &mut Vec<Range<usize>>) {
        for (offset, cluster) in piece.grapheme_indices(true) {
            let wide = shown_width(cluster);
            if self.used + wide > columns && !cluster.trim().is_empty() {
                rows.push(self.close(at + offset));
            }
            self.used += wide;
        }
    }

    fn close(&mut self, end: usize) -> Range<usize> {
        let row = self.start..end;
        *self = Row { start: end, used: 0 };
        row
    }
}

/// Columns a text takes as it is shown, control characters by their pictures.
pub fn shown_width(text: &str) -> usize {
    width(&safe::line(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn broken(line: &str, columns: usize) -> Vec<&str> {
        rows(line, columns).into_iter().map(|row| &line[row]).collect()
    }

    #[test]
    fn lines_break_between_words_and_between_chinese_characters() {
        for (line, expected) in [
            ("", vec![""]),
            ("short", vec!["short"]),
            ("two words here", vec!["two words ", "here"]),
            ("报价三万二要样品", vec!["报价三万二", "要样品"]),
            ("abcdefghijklm", vec!["abcdefghij", "klm"]),
        ] {
            assert_eq!(broken(line, 10), expected);
        }
    }

    #[test]
    fn a_line_of_megabytes_is_broken_at_the_edge() {
        let line = "x".repeat(1 << 20);
        assert_eq!(rows(&line, 80).len(), (1 << 20) / 80 + 1);
        let line = "海".repeat(1 << 16);
        assert_eq!(rows(&line, 80).len(), (1 << 16) / 40 + 1);
    }

    proptest! {
        #[test]
        fn rows_hold_the_whole_line_and_nothing_twice(line in "\\PC{0,60}", columns in 2_usize..20) {
            prop_assert_eq!(broken(&line, columns).concat(), line);
        }
    }
}
