//! What is half typed, and what was typed and is not in the card file yet.

use std::collections::HashMap;
use std::time::Duration;

use crate::domain::contact::ContactKind;
use crate::domain::id::CardId;
use crate::store::Draft;
use crate::tui::layer::{HalfTyped, Layer};

/// What is half typed.
#[derive(Debug)]
pub(in crate::tui) struct Typing {
    /// By the name of what it is typed into, and its card.
    drafts: HashMap<(String, Option<CardId>), String>,
    /// Since when and until when what is being typed is not in the card file; `None` when it is.
    pub(in crate::tui) unsaved: Option<Unsaved>,
    /// The line or text that was taken last, until the card file has taken it too.
    pub(in crate::tui) taken: Option<Layer>,
    /// The kind of the contact logged last: that of one of which no kind is said.
    pub(in crate::tui) last_kind: ContactKind,
}

/// Keys that are not in the card file yet.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Unsaved {
    /// When the first of them was pressed.
    pub(in crate::tui) since: Duration,
    /// When they are kept.
    pub(in crate::tui) due: Duration,
}

impl Default for Typing {
    fn default() -> Typing {
        Typing { drafts: HashMap::new(), unsaved: None, taken: None, last_kind: ContactKind::Other }
    }
}

impl Typing {
    /// What was half typed into this before.
    pub(in crate::tui) fn draft_of(&self, half_typed: &HalfTyped) -> Option<String> {
        self.drafts.get(&(half_typed.name(), half_typed.card())).cloned()
    }

    /// Remembers what is half typed; nothing typed is no draft.
    pub(in crate::tui) fn remember(&mut self, draft: Draft) {
        let key = (draft.form, draft.card);
        if draft.text.is_empty() {
            self.drafts.remove(&key);
        } else {
            self.drafts.insert(key, draft.text);
        }
    }
}
