//! A window in which a text of several lines is edited.

mod history;
mod text;
mod wrap;

use std::ops::Range;

use crossterm::event::{KeyCode, KeyModifiers};

pub use text::{Motion, Place, Selecting, Text};
pub use wrap::shown_width;

use crate::tui::key::Key;

/// A text being edited, and the part of it that is seen.
#[derive(Debug)]
pub struct Editor {
    /// The text.
    pub text: Text,
    /// The first row seen.
    top: RowPlace,
    /// Columns and rows of the window.
    columns: usize,
    height: usize,
    /// The column the cursor tries to keep while it moves up and down.
    wished: Option<usize>,
    /// What was cut or copied last.
    held: String,
}

/// A row of the screen: which one of which line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct RowPlace {
    line: usize,
    row: usize,
}

/// A row as it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenRow {
    /// The line.
    pub line: usize,
    /// The bytes of it that stand in the row.
    pub bytes: Range<usize>,
}

/// What a key did to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touched {
    /// The text has changed.
    Text,
    /// The cursor or the selection at most.
    View,
}

impl Editor {
    /// A window on a text, the cursor at its end.
    pub fn new(text: &str, columns: u16, height: u16) -> Editor {
        let mut editor = Editor {
            text: Text::new(text),
            top: RowPlace::default(),
            columns: columns.into(),
            height: usize::from(height).max(1),
            wished: None,
            held: String::new(),
        };
        editor.follow();
        editor
    }

    /// Takes another size of the window.
    pub fn resize(&mut self, columns: u16, height: u16) {
        (self.columns, self.height) = (columns.into(), usize::from(height).max(1));
        self.top.row = 0;
        self.follow();
    }

    /// Takes an editing key.
    pub fn edit(&mut self, key: Key) -> Touched {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let selecting =
            if key.modifiers.contains(KeyModifiers::SHIFT) { Selecting::Yes } else { Selecting::No };
        let rows = |rows: usize| isize::try_from(rows).unwrap_or(isize::MAX);
        let page = rows(self.height.saturating_sub(1).max(1));
        let motion = match key.code {
            KeyCode::Up => return self.go_rows(-1, selecting),
            KeyCode::Down => return self.go_rows(1, selecting),
            KeyCode::PageUp => return self.go_rows(-page, selecting),
            KeyCode::PageDown => return self.go_rows(page, selecting),
            KeyCode::Left if control || alt => Motion::WordBack,
            KeyCode::Right if control || alt => Motion::WordOn,
            KeyCode::Left => Motion::Back,
            KeyCode::Right => Motion::On,
            KeyCode::Home if control => Motion::Start,
            KeyCode::End if control => Motion::End,
            KeyCode::Home => Motion::LineStart,
            KeyCode::End => Motion::LineEnd,
            KeyCode::Char('b') if alt => Motion::WordBack,
            KeyCode::Char('f') if alt => Motion::WordOn,
            KeyCode::Char('e') if control => Motion::LineEnd,
            _ => return self.change(key),
        };
        self.text.go(motion, selecting);
        self.moved(Touched::View)
    }

    fn change(&mut self, key: Key) -> Touched {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Enter => self.text.type_in('\n'),
            KeyCode::Char(typed) if !control && !alt => self.text.type_in(typed),
            KeyCode::Backspace if control || alt => self.text.delete(Motion::WordBack),
            KeyCode::Backspace => self.text.delete(Motion::Back),
            KeyCode::Delete if control => self.text.delete(Motion::WordOn),
            KeyCode::Delete => self.text.delete(Motion::On),
            KeyCode::Char('w') if control => self.text.delete(Motion::WordBack),
            KeyCode::Char('d') if alt => self.text.delete(Motion::WordOn),
            KeyCode::Char('u') if control => self.text.delete(Motion::LineStart),
            KeyCode::Char('k') if control => self.text.delete(Motion::LineEnd),
            KeyCode::Char('x') if control => {
                self.hold();
                self.text.delete(Motion::On);
            }
            KeyCode::Char('v') if control => {
                let held = std::mem::take(&mut self.held);
                self.text.insert(&held);
                self.held = held;
            }
            _ => return Touched::View,
        }
        self.moved(Touched::Text)
    }

    /// Puts the cursor where a hand points: row and column of the window, both from 0.
    pub fn point(&mut self, row: usize, column: usize) {
        let Some(SeenRow { line, bytes }) = self.seen().into_iter().nth(row) else { return };
        let row = row_at(&self.rows_of(line), bytes.start);
        let at = self.at_column(RowPlace { line, row }, column);
        self.text.go_to(Place { line, at }, Selecting::No);
        self.moved(Touched::View);
    }

    /// Moves the cursor down by rows, or up when negative.
    pub fn roll(&mut self, rows: isize) {
        self.go_rows(rows, Selecting::No);
    }

    /// Puts pasted text in place of the selection.
    pub fn paste(&mut self, text: &str) {
        self.text.insert(text);
        self.moved(Touched::Text);
    }

    /// Puts another text in the place of all of it, as one step of undo.
    pub fn replace(&mut self, text: &str) {
        self.text.select_all();
        self.paste(text);
    }

    /// Takes back the last change.
    pub fn undo(&mut self) {
        self.text.undo();
        self.moved(Touched::Text);
    }

    /// Puts back what was taken back last.
    pub fn redo(&mut self) {
        self.text.redo();
        self.moved(Touched::Text);
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.text.select_all();
        self.moved(Touched::View);
    }

    /// Keeps the selection to be put in elsewhere, and gives it; nothing when nothing is selected.
    pub fn hold(&mut self) -> Option<String> {
        let selected = self.text.selected()?;
        self.held.clone_from(&selected);
        Some(selected)
    }

    fn moved(&mut self, touched: Touched) -> Touched {
        self.wished = None;
        self.follow();
        touched
    }

    fn rows_of(&self, line: usize) -> Vec<Range<usize>> {
        wrap::rows(&self.text.lines()[line], self.columns)
    }

    /// The row of the screen the cursor stands in.
    fn cursor_row(&self) -> RowPlace {
        let Place { line, at } = self.text.cursor();
        RowPlace { line, row: row_at(&self.rows_of(line), at) }
    }

    fn go_rows(&mut self, rows: isize, selecting: Selecting) -> Touched {
        let place = self.text.cursor();
        let here = self.rows_of(place.line);
        let row = row_at(&here, place.at);
        let text = &self.text.lines()[place.line];
        let column = self.wished.unwrap_or_else(|| shown_width(&text[here[row].start..place.at]));
        let target = self.row_away(RowPlace { line: place.line, row }, rows);
        let at = match target {
            Some(target) => Place { line: target.line, at: self.at_column(target, column) },
            None if rows < 0 => Place::default(),
            None => {
                let line = self.text.lines().len() - 1;
                Place { line, at: self.text.lines()[line].len() }
            }
        };
        self.text.go_to(at, selecting);
        self.follow();
        self.wished = Some(column);
        Touched::View
    }

    /// The byte of a row that stands in a column, or the last one before it.
    fn at_column(&self, place: RowPlace, column: usize) -> usize {
        let rows = self.rows_of(place.line);
        let bytes = rows[place.row].clone();
        let is_last = place.row + 1 == rows.len();
        let text = &self.text.lines()[place.line][bytes.clone()];
        let mut used = 0;
        for (offset, cluster) in unicode_segmentation::UnicodeSegmentation::grapheme_indices(text, true) {
            used += shown_width(cluster);
            // The end of a row that goes on below is the beginning of the next one.
            if used > column || (!is_last && offset + cluster.len() == text.len()) {
                return bytes.start + offset;
            }
        }
        bytes.end
    }

    /// The row so many rows below, or above; nothing beyond the ends.
    fn row_away(&self, from: RowPlace, rows: isize) -> Option<RowPlace> {
        let mut place = from;
        let mut left = rows.unsigned_abs();
        loop {
            if rows < 0 {
                if place.row >= left {
                    return Some(RowPlace { row: place.row - left, ..place });
                }
                left -= place.row + 1;
                let line = place.line.checked_sub(1)?;
                place = RowPlace { line, row: self.rows_of(line).len() - 1 };
            } else {
                let below = self.rows_of(place.line).len() - 1 - place.row;
                if below >= left {
                    return Some(RowPlace { row: place.row + left, ..place });
                }
                left -= below + 1;
                if place.line + 1 == self.text.lines().len() {
                    return None;
                }
                place = RowPlace { line: place.line + 1, row: 0 };
            }
        }
    }

    /// Brings the cursor into the window with the least scrolling.
    fn follow(&mut self) {
        let cursor = self.cursor_row();
        let last_line = self.text.lines().len() - 1;
        self.top.line = self.top.line.min(last_line);
        self.top.row = self.top.row.min(self.rows_of(self.top.line).len() - 1);
        let lowest = isize::try_from(self.height - 1).unwrap_or(isize::MAX);
        let highest = self.row_away(cursor, -lowest).unwrap_or_default();
        self.top = self.top.clamp(highest.min(cursor), cursor);
    }

    /// The rows in the window, from the top.
    pub fn seen(&self) -> Vec<SeenRow> {
        let mut seen = Vec::with_capacity(self.height);
        let mut skipped = self.top.row;
        for line in self.top.line..self.text.lines().len() {
            let rows = self.rows_of(line).into_iter().skip(std::mem::take(&mut skipped));
            seen.extend(rows.take(self.height - seen.len()).map(|bytes| SeenRow { line, bytes }));
            if seen.len() == self.height {
                break;
            }
        }
        seen
    }

    /// Row and column of the cursor in the window, both from 0.
    pub fn cursor_seen(&self) -> (usize, usize) {
        let Place { line, at } = self.text.cursor();
        let row = self.cursor_row();
        let rows = self.rows_of(line);
        let start = rows[row.row].start;
        let above = (self.top.line..line).map(|line| self.rows_of(line).len()).sum::<usize>();
        (above + row.row - self.top.row, shown_width(&self.text.lines()[line][start..at]))
    }
}

/// Which of the rows a byte of a line stands in.
fn row_at(rows: &[Range<usize>], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seen(editor: &Editor) -> Vec<&str> {
        editor.seen().into_iter().map(|row| &editor.text.lines()[row.line][row.bytes]).collect()
    }

    fn press(editor: &mut Editor, code: KeyCode) {
        editor.edit(Key::plain(code));
    }

    #[test]
    fn the_window_follows_the_cursor_over_broken_lines() {
        let mut editor = Editor::new("one two three four\n五六七八九十\nend", 10, 3);
        assert_eq!(seen(&editor), ["五六七八九", "十", "end"]);
        press(&mut editor, KeyCode::Up);
        press(&mut editor, KeyCode::Up);
        assert_eq!((editor.cursor_seen(), editor.text.cursor()), ((0, 2), Place { line: 1, at: 3 }));
        press(&mut editor, KeyCode::Up);
        assert_eq!(seen(&editor), ["three four", "五六七八九", "十"]);
        press(&mut editor, KeyCode::PageUp);
        assert_eq!((seen(&editor)[0], editor.text.cursor().line), ("one two ", 0));
        editor.edit(Key { code: KeyCode::End, modifiers: KeyModifiers::CONTROL });
        assert_eq!(seen(&editor), ["五六七八九", "十", "end"]);
    }

    #[test]
    fn a_hand_points_to_the_character_it_sees() {
        let mut editor = Editor::new("one two three four\n五六七八九十\nend", 10, 9);
        for (row, column, line, at) in
            [(0, 4, 0, 4), (1, 2, 0, 10), (2, 3, 1, 3), (3, 9, 1, 18), (4, 1, 2, 1)]
        {
            editor.point(row, column);
            assert_eq!(editor.text.cursor(), Place { line, at }, "{row} {column}");
        }
        editor.point(8, 0);
        assert_eq!(editor.text.cursor(), Place { line: 2, at: 1 }, "below the text");
    }

    #[test]
    fn the_column_is_kept_over_short_lines() {
        let mut editor = Editor::new("a long line\n\nanother one", 40, 5);
        press(&mut editor, KeyCode::Up);
        press(&mut editor, KeyCode::Up);
        assert_eq!(editor.text.cursor(), Place { line: 0, at: 11 });
    }

    #[test]
    fn ten_thousand_lines_and_ten_megabytes_are_pasted_and_taken_back() {
        let lines = "客户说下周要样品\n".repeat(10_000);
        let heap = "x".repeat(10 << 20);
        for pasted in [&lines, &heap] {
            let mut editor = Editor::new("before", 76, 20);
            editor.paste(pasted);
            assert_eq!(editor.text.whole().len(), "before".len() + pasted.len());
            press(&mut editor, KeyCode::Up);
            press(&mut editor, KeyCode::PageUp);
            assert_eq!(editor.seen().len(), 20);
            editor.undo();
            assert_eq!(seen(&editor), ["before"]);
        }
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_in_the_window(
            text in "(\\PC|\n|\t| ){0,80}",
            keys in prop::collection::vec(0_usize..9, 0..30),
            columns in 2_u16..12,
            height in 1_u16..5,
        ) {
            let mut editor = Editor::new(&text, columns, height);
            let codes = [KeyCode::Up, KeyCode::Down, KeyCode::PageUp, KeyCode::PageDown, KeyCode::Left,
                KeyCode::Right, KeyCode::Home, KeyCode::Enter, KeyCode::Backspace];
            for key in keys {
                press(&mut editor, codes[key]);
                let (row, _) = editor.cursor_seen();
                prop_assert!(row < usize::from(height), "{row}");
                let Place { line, at } = editor.text.cursor();
                prop_assert!(editor.text.lines()[line].is_char_boundary(at));
            }
        }
    }
}
