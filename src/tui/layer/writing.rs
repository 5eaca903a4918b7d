//! A text of several lines being written: a note of a card, or of a contact.

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

/// Before the number of a contact in the name under which half-typed text is kept.
const CONTACT: &str = "contact ";

impl Written {
    /// The name under which half-typed text is kept, and for which card.
    pub fn form(&self) -> (String, CardId) {
        match self {
            Written::Field(card, field) => (field.key().to_owned(), *card),
            Written::InForm(card, name) => (name.clone(), *card),
            Written::ContactNote(card, contact) => (format!("{CONTACT}{contact}"), *card),
        }
    }

    /// The contact whose note a half-typed text is.
    pub fn contact_of(form: &str) -> Option<ContactId> {
        form.strip_prefix(CONTACT)?.parse().ok().map(ContactId)
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
    /// What is kept of it should the program die now: nothing when nothing was changed.
    pub fn draft(&self) -> Draft {
        let (form, card) = self.what.form();
        let text = self.editor.text.whole();
        let text = if Some(&text) == self.original.as_ref() { String::new() } else { text };
        Draft { form, card: Some(card), text }
    }
}
