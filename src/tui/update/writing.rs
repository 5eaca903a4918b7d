//! Texts of several lines: opened, taken, handed to an editor outside and back.

use crate::domain::field::CardField;
use crate::domain::id::CardId;
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::editor::Editor;
use crate::tui::effect::{Change, Effect};
use crate::tui::layer::{Layer, Writing, Written};
use crate::tui::layout::writing_inside;
use crate::tui::typed;

impl App {
    /// Opens a text with what it holds, or with what was half written into it before.
    pub(super) fn open_writing(&mut self, what: Written) {
        let original = self.kept_text(&what);
        let typed = what.half_typed().and_then(|half_typed| self.typing.draft_of(&half_typed));
        let typed = typed.or_else(|| original.clone()).unwrap_or_default();
        let editor = self.editor_on(&typed);
        self.open_layer(Layer::Writing(Box::new(Writing { what, editor, original, refused: None })));
    }

    /// A window on a text, as large as there is room.
    pub(super) fn editor_on(&self, text: &str) -> Editor {
        let area = writing_inside(self.size);
        Editor::new(text, area.width, area.height)
    }

    /// Opens a note of the card shown.
    pub(super) fn open_note(&mut self, card: CardId, field: CardField) {
        self.open_writing(Written::Field(card, field));
    }

    /// What the card file holds of a text, once its card has been read.
    fn kept_text(&self, what: &Written) -> Option<String> {
        let card = &self.current().filter(|shown| shown.card.id == what.card())?.card;
        match what {
            Written::Field(_, field) => Some(card.field_texts(field.key()).join("\n")),
            Written::InForm(..) => None,
            Written::ContactNote(_, contact) => {
                card.contacts.iter().find(|known| known.id == *contact).map(|contact| contact.note.clone())
            }
        }
    }

    /// Learns what the card file holds of a text that was found half written, now that its card has been read.
    pub(super) fn learn_original(&mut self) {
        let unknown = match self.layers.last() {
            Some(Layer::Writing(writing)) if writing.original.is_none() => writing.what.clone(),
            _ => return,
        };
        let original = self.kept_text(&unknown);
        if let Some(Layer::Writing(writing)) = self.layers.last_mut() {
            writing.original = original;
        }
    }

    /// Opens the note of the contact under the cursor.
    pub(super) fn open_contact_note(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        match shown.card.contacts.get(self.cursors.contact) {
            Some(contact) => self.open_writing(Written::ContactNote(shown.card.id, contact.id)),
            None => self.refuse(self.words().no_contact_here()),
        }
    }

    /// Takes a text, or puts it back with the reason why not.
    pub(super) fn accept_writing(&mut self, mut writing: Box<Writing>) {
        let text = writing.editor.text.whole();
        if let Some(name) = self.left_list(Some(writing.what.card())) {
            writing.refused = Some(self.words().card_left(&name));
            self.layers.push(Layer::Writing(writing));
            return;
        }
        let change = match &writing.what {
            Written::InForm(..) => {
                self.take_into_form(&text);
                return;
            }
            Written::Field(card, field) => {
                typed::field_change(self, *card, field, &text).map(|change| (*card, change))
            }
            Written::ContactNote(card, contact) => match writing.original.clone() {
                Some(before) => {
                    Ok((*card, Change::ContactNote { card: *card, contact: *contact, before, note: text }))
                }
                None => Err(self.words().no_contact_here()),
            },
        };
        match change {
            Ok((card, change)) => {
                self.drop_typed(writing.what.half_typed());
                self.typing.taken = Some(Layer::Writing(writing));
                self.write_on(card, change);
            }
            Err(refusal) => {
                writing.refused = Some(refusal);
                self.layers.push(Layer::Writing(writing));
            }
        }
    }

    /// Hands the text to the editor the user has chosen outside.
    pub(super) fn write_outside(&mut self) {
        if let Some(Layer::Writing(writing)) = self.layers.last() {
            self.effects.push(Effect::WriteOutside(writing.editor.text.whole()));
        }
    }

    /// Takes the text back from the editor outside.
    pub(super) fn take_written_outside(&mut self, text: &str) {
        if let Some(Layer::Writing(writing)) = self.layers.last_mut() {
            // Editors end a file with a line feed that nobody typed.
            let text = text.strip_suffix('\n').unwrap_or(text);
            if text != writing.editor.text.whole() {
                writing.editor.replace(text);
                self.note_typing();
            }
        }
    }

    /// Copies what is selected, or goes back when nothing is.
    pub(super) fn copy_or_back(&mut self) {
        let held = match self.layers.last_mut() {
            Some(Layer::Writing(writing)) => writing.editor.hold(),
            _ => None,
        };
        match held {
            Some(text) => self.effects.push(Effect::Copy(safe::to_paste(&text))),
            None => self.back(),
        }
    }

    /// Does something to the text being written.
    pub(super) fn with_editor(&mut self, work: impl FnOnce(&mut Editor)) {
        if let Some(Layer::Writing(writing)) = self.layers.last_mut() {
            work(&mut writing.editor);
            writing.refused = None;
            self.note_typing();
        }
    }
}
