//! What was done to a text, to be undone: what is typed in one go is one step.

use super::text::Place;

/// A change of the text: what stood there, and what stands there now.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub at: Place,
    pub removed: String,
    pub inserted: String,
    pub source: Source,
}

/// Where a change comes from: what is typed in one go is undone in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Typed,
    Done,
}

/// The changes of a text, those that were taken back behind the others.
#[derive(Debug, Default)]
pub(super) struct History {
    past: Vec<Edit>,
    future: Vec<Edit>,
}

impl History {
    /// Remembers a change. What was taken back before it is gone.
    pub fn note(&mut self, edit: Edit) {
        self.future.clear();
        if let Some(last) = self.past.last_mut()
            && edit.source == Source::Typed
            && last.source == Source::Typed
            && edit.removed.is_empty()
            && behind_all(last.at, &last.inserted) == edit.at
            && goes_on(&last.inserted, &edit.inserted)
        {
            last.inserted.push_str(&edit.inserted);
            return;
        }
        self.past.push(edit);
    }

    /// The last change, which is taken back now.
    pub fn back(&mut self) -> Option<&Edit> {
        self.future.push(self.past.pop()?);
        self.future.last()
    }

    /// The change that was taken back last, which is put back now.
    pub fn forth(&mut self) -> Option<&Edit> {
        self.past.push(self.future.pop()?);
        self.past.last()
    }

    /// How many steps can be taken back.
    #[cfg(test)]
    pub fn steps(&self) -> usize {
        self.past.len()
    }
}

/// The place behind a text that begins at a place.
pub(super) fn behind_all(at: Place, text: &str) -> Place {
    match text.rfind('\n') {
        Some(last) => {
            Place { line: at.line + text.matches('\n').count(), at: text.len() - last - '\n'.len_utf8() }
        }
        None => Place { line: at.line, at: at.at + text.len() },
    }
}

/// Whether a typed character goes on with the word typed before it.
fn goes_on(typed: &str, next: &str) -> bool {
    let is_blank = |text: Option<char>| text.is_none_or(char::is_whitespace);
    next != "\n" && (!is_blank(typed.chars().next_back()) || is_blank(next.chars().next()))
}
