//! A text of several lines being edited: cursor, selection, and what was done, to be undone.
//!
//! Lines end with a line feed; places are bytes of whole characters as a person sees them, so that a letter
//! with its accents goes as one.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::history::{Edit, History, Source, behind_all};

/// A place in a text: before the byte `at` of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The line, from 0.
    pub line: usize,
    /// The byte of it.
    pub at: usize,
}

/// A text being edited.
#[derive(Debug)]
pub struct Text {
    lines: Vec<String>,
    cursor: Place,
    /// The other end of what is selected.
    anchor: Option<Place>,
    history: History,
}

/// Whether a move takes the selection along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selecting {
    /// From where the cursor stands to where it goes.
    Yes,
    /// Nothing is selected afterwards.
    No,
}

/// A move inside the text; moves by rows of the screen belong to the [`Editor`](super::Editor).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One character back.
    Back,
    /// One character on.
    On,
    /// To the beginning of the word.
    WordBack,
    /// To the end of the word.
    WordOn,
    /// To the beginning of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// To the beginning of the text.
    Start,
    /// To its end.
    End,
}

impl Text {
    /// A text with the cursor at its end.
    pub fn new(text: &str) -> Text {
        let lines: Vec<String> = unified(text).split('\n').map(str::to_owned).collect();
        let mut text = Text { lines, cursor: Place::default(), anchor: None, history: History::default() };
        text.cursor = text.end();
        text
    }

    /// Its lines, one at least.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The whole text.
    pub fn whole(&self) -> String {
        self.lines.join("\n")
    }

    /// Whether the whole text is this one.
    pub fn is(&self, text: &str) -> bool {
        text.split('\n').eq(self.lines.iter().map(String::as_str))
    }

    /// Where the cursor stands.
    pub fn cursor(&self) -> Place {
        self.cursor
    }

    /// Puts the cursor somewhere.
    pub fn go_to(&mut self, place: Place, selecting: Selecting) {
        match selecting {
            Selecting::Yes => {
                self.anchor.get_or_insert(self.cursor);
            }
            Selecting::No => self.anchor = None,
        }
        self.cursor = place;
    }

    /// What is selected, from its first to behind its last character; nothing when that is empty.
    pub fn selection(&self) -> Option<(Place, Place)> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some((anchor.min(self.cursor), anchor.max(self.cursor)))
    }

    /// The text selected.
    pub fn selected(&self) -> Option<String> {
        self.selection().map(|(from, to)| self.between(from, to))
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.anchor = Some(Place::default());
        self.cursor = self.end();
    }

    /// Moves the cursor. Without selecting, a move out of a selection leaves at its end on that side.
    pub fn go(&mut self, motion: Motion, selecting: Selecting) {
        if selecting == Selecting::No
            && let Some((from, to)) = self.selection()
            && matches!(motion, Motion::Back | Motion::On)
        {
            self.go_to(if motion == Motion::Back { from } else { to }, Selecting::No);
            return;
        }
        let place = self.after(motion);
        self.go_to(place, selecting);
    }

    fn after(&self, motion: Motion) -> Place {
        let Place { line, at } = self.cursor;
        let text = self.lines[line].as_str();
        match motion {
            Motion::Back | Motion::WordBack if at == 0 => match line.checked_sub(1) {
                Some(above) => Place { line: above, at: self.lines[above].len() },
                None => self.cursor,
            },
            Motion::On | Motion::WordOn if at == text.len() => {
                if line + 1 < self.lines.len() {
                    Place { line: line + 1, at: 0 }
                } else {
                    self.cursor
                }
            }
            Motion::Back => Place { line, at: before(text, at) },
            Motion::On => Place { line, at: behind(text, at) },
            Motion::WordBack => {
                let mut words = text[..at].split_word_bound_indices().rev();
                let start = words.find(|(_, word)| !word.trim().is_empty()).map_or(0, |(start, _)| start);
                Place { line, at: start }
            }
            Motion::WordOn => {
                let mut words = text[at..].split_word_bound_indices();
                let word = words.find(|(_, word)| !word.trim().is_empty());
                Place { line, at: word.map_or(text.len(), |(start, word)| at + start + word.len()) }
            }
            Motion::LineStart => Place { line, at: 0 },
            Motion::LineEnd => Place { line, at: text.len() },
            Motion::Start => Place::default(),
            Motion::End => self.end(),
        }
    }

    /// Puts a typed character in place of the selection.
    pub fn type_in(&mut self, typed: char) {
        let mut text = [0; 4];
        self.put(typed.encode_utf8(&mut text), Source::Typed);
    }

    /// Puts a text in place of the selection, as one step of undo.
    pub fn insert(&mut self, text: &str) {
        self.put(&unified(text), Source::Done);
    }

    fn put(&mut self, text: &str, source: Source) {
        let (from, to) = self.selection().unwrap_or((self.cursor, self.cursor));
        self.change(from, to, text, source);
    }

    /// Deletes the selection, else all up to where a motion leads.
    pub fn delete(&mut self, motion: Motion) {
        let (from, to) = match self.selection() {
            Some(selection) => selection,
            None => {
                let other = self.after(motion);
                (other.min(self.cursor), other.max(self.cursor))
            }
        };
        if from != to {
            self.change(from, to, "", Source::Done);
        }
    }

    fn change(&mut self, from: Place, to: Place, text: &str, source: Source) {
        let removed = self.replace(from, to, text);
        self.history.note(Edit { at: from, removed, inserted: text.to_owned(), source });
    }

    /// Takes back the last change.
    pub fn undo(&mut self) {
        if let Some(Edit { at, removed, inserted, .. }) = self.history.back().cloned() {
            self.replace(at, behind_all(at, &inserted), &removed);
        }
    }

    /// Puts back what was taken back last.
    pub fn redo(&mut self) {
        if let Some(Edit { at, removed, inserted, .. }) = self.history.forth().cloned() {
            self.replace(at, behind_all(at, &removed), &inserted);
        }
    }

    /// Puts a text in place of another, the cursor behind it; gives what stood there.
    fn replace(&mut self, from: Place, to: Place, text: &str) -> String {
        let removed = self.between(from, to);
        let tail = self.lines[to.line].split_off(to.at);
        self.lines[from.line].truncate(from.at);
        let mut pieces = text.split('\n');
        self.lines[from.line].push_str(pieces.next().unwrap_or_default());
        let below = pieces.map(str::to_owned);
        self.lines.splice(from.line + 1..to.line + 1, below);
        self.cursor = behind_all(from, text);
        self.lines[self.cursor.line].push_str(&tail);
        self.anchor = None;
        removed
    }

    fn between(&self, from: Place, to: Place) -> String {
        if from.line == to.line {
            return self.lines[from.line][from.at..to.at].to_owned();
        }
        let mut text = self.lines[from.line][from.at..].to_owned();
        for line in &self.lines[from.line + 1..to.line] {
            text.push('\n');
            text.push_str(line);
        }
        text.push('\n');
        text.push_str(&self.lines[to.line][..to.at]);
        text
    }

    fn end(&self) -> Place {
        let line = self.lines.len() - 1;
        Place { line, at: self.lines[line].len() }
    }
}

/// Line ends of all systems as line feeds.
fn unified(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

fn before(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

fn behind(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(text: &mut Text, typed: &str) {
        typed.chars().for_each(|letter| text.type_in(letter));
    }

    #[test]
    fn characters_go_whole_with_their_accents() {
        let mut text = Text::new("海e\u{301}👩\u{200d}🔧");
        for left in ["海e\u{301}", "海", "", ""] {
            text.delete(Motion::Back);
            assert_eq!(text.whole(), left);
        }
    }

    #[test]
    fn a_word_typed_is_undone_as_one_and_a_paste_as_one() {
        let mut text = Text::new("");
        typed(&mut text, "first word");
        text.insert("\r\npasted\rlines");
        for expected in ["first word\npasted\nlines", "first word", "first ", "", ""] {
            assert_eq!(text.whole(), expected);
            text.undo();
        }
        (0..5).for_each(|_| text.redo());
        assert_eq!(text.whole(), "first word\npasted\nlines");
    }

    #[test]
    fn what_is_selected_is_replaced() {
        let mut text = Text::new("one two\nthree");
        text.go(Motion::WordBack, Selecting::Yes);
        assert_eq!(text.selected().as_deref(), Some("three"));
        text.go(Motion::Back, Selecting::Yes);
        text.type_in(' ');
        assert_eq!(text.whole(), "one two ");
        text.select_all();
        text.delete(Motion::Back);
        assert_eq!((text.whole().as_str(), text.lines().len()), ("", 1));
        text.undo();
        text.undo();
        assert_eq!(text.whole(), "one two\nthree");
    }

    #[test]
    fn words_are_stepped_over_in_both_scripts() {
        let mut text = Text::new("call 海虹 back");
        text.go(Motion::LineStart, Selecting::No);
        let mut stops = Vec::new();
        for _ in 0..5 {
            text.go(Motion::WordOn, Selecting::No);
            stops.push(text.cursor().at);
        }
        assert_eq!(stops, [4, 8, 11, 16, 16]);
        text.go(Motion::WordBack, Selecting::No);
        assert_eq!(text.cursor().at, 12);
    }

    #[derive(Debug, Clone)]
    enum Step {
        Type(char),
        Insert(String),
        Delete(usize),
        Go(usize, bool),
        Undo,
        Redo,
    }

    const MOTIONS: [Motion; 8] = [
        Motion::Back,
        Motion::On,
        Motion::WordBack,
        Motion::WordOn,
        Motion::LineStart,
        Motion::LineEnd,
        Motion::Start,
        Motion::End,
    ];

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            any::<char>().prop_map(Step::Type),
            "(\\PC|\n|\r|\t){0,12}".prop_map(Step::Insert),
            (0..MOTIONS.len()).prop_map(Step::Delete),
            ((0..MOTIONS.len()), any::<bool>()).prop_map(|(motion, selecting)| Step::Go(motion, selecting)),
            Just(Step::Undo),
            Just(Step::Redo),
        ]
    }

    proptest! {
        #[test]
        fn any_keys_leave_a_sound_text_and_undo_leads_back(steps in prop::collection::vec(step(), 0..60)) {
            let first = "海虹\ne\u{301}x";
            let mut text = Text::new(first);
            for step in steps {
                match step {
                    Step::Type(letter) => text.type_in(letter),
                    Step::Insert(piece) => text.insert(&piece),
                    Step::Delete(motion) => text.delete(MOTIONS[motion]),
                    Step::Go(motion, true) => text.go(MOTIONS[motion], Selecting::Yes),
                    Step::Go(motion, false) => text.go(MOTIONS[motion], Selecting::No),
                    Step::Undo => text.undo(),
                    Step::Redo => text.redo(),
                }
                let Place { line, at } = text.cursor();
                prop_assert!(text.lines()[line].is_char_boundary(at));
                prop_assert!(text.lines().iter().all(|line| !line.contains('\n')));
            }
            let (last, steps) = (text.whole(), text.history.steps());
            (0..steps).for_each(|_| text.undo());
            prop_assert_eq!(text.whole(), first);
            (0..steps).for_each(|_| text.redo());
            prop_assert_eq!(text.whole(), last);
        }
    }
}
