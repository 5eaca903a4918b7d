//! A text of several lines being written: a note of a card, or of a contact.

use super::HalfTyped;
use crate::domain::field::CardField;
use crate::domain::id::{CardId, ContactId};
use crate::store::Draft;
use crate::tui::editor::Editor;

/// What is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// A field of this card.
    Field(CardId, CardField),
    /// A line of the form below, on a card: its name.
    InForm(CardId, String),
    /// What was said in a contact of this card.
    ContactNote(CardId, ContactId),
}

impl Written {
    /// The card.
    pub fn card(&self) -> CardId {
        match self {
            Written::Field(card, _) | Written::InForm(card, _) | Written::ContactNote(card, _) => *card,
        }
    }

    /// What text half written here is kept as; `None` where the form below keeps it.
    pub fn half_typed(&self) -> Option<HalfTyped> {
        match self {
            Written::Field(card, field) => Some(HalfTyped::Field(*card, field.key().to_owned())),
            Written::InForm(..) => None,
            Written::ContactNote(card, contact) => Some(HalfTyped::ContactNote(*card, *contact)),
        }
    }
}

/// A text being written.
#[derive(Debug)]
pub struct Writing {
    /// What it is.
    pub what: Written,
    /// The text and the window on it.
    pub editor: Editor,
    /// What the card file held when it was opened: a text that still is that is no draft. Not known while the
    /// card of a text that was found half written is still to be read.
    pub original: Option<String>,
    /// Why it was not taken, until the next change.
    pub refused: Option<String>,
}

impl Writing {
    /// Whether it is another text than the card file held.
    pub fn is_changed(&self) -> bool {
        self.original.as_ref().is_some_and(|original| !self.editor.text.is(original))
    }

    /// What is kept of it should the program die now: nothing when nothing was changed. `None` where the form
    /// below keeps it.
    pub fn draft(&self) -> Option<Draft> {
        let text = self.editor.text.whole();
        let text = if Some(&text) == self.original.as_ref() { String::new() } else { text };
        Some(self.what.half_typed()?.draft(text))
    }
}
