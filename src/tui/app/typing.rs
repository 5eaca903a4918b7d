//! What is half typed, and what was typed and is not in the card file yet.

use std::collections::HashMap;
use std::time::Duration;

use crate::domain::contact::ContactKind;
use crate::domain::id::CardId;
use crate::store::Draft;
use crate::tui::app::App;
use crate::tui::layer::{HalfTyped, Layer, Purpose};

/// What is half typed.
#[derive(Debug)]
pub(in crate::tui) struct Typing {
    /// By the name of what it is typed into, and its card.
    drafts: HashMap<(String, Option<CardId>), String>,
    /// The same of lines of which the card file keeps nothing: they are about a moment, not about a card.
    aside: Vec<(Purpose, String)>,
    /// Since when and until when what is being typed is not in the card file; `None` when it is.
    pub(in crate::tui) unsaved: Option<Unsaved>,
    /// The line or text that was taken last, until the card file has taken it too.
    pub(in crate::tui) taken: Option<Layer>,
    /// The card that is typed about, by its name: it may leave the list meanwhile.
    pub(in crate::tui) about: Option<(CardId, String)>,
    /// The kind of the contact logged last: that of one of which no kind is said.
    pub(in crate::tui) last_kind: ContactKind,
}

impl App {
    /// Opens a layer, and remembers the name of the card that is typed about.
    pub(in crate::tui) fn open_layer(&mut self, layer: Layer) {
        self.layers.push(layer);
        self.learn_name();
    }

    /// Remembers the name of the card that is typed about, while that card is the one shown.
    pub(in crate::tui) fn learn_name(&mut self) {
        let Some(card) = self.layers.last().and_then(Layer::card) else { return };
        if let Some(shown) = self.current().filter(|shown| shown.card.id == card) {
            self.typing.about = Some((card, shown.card.name.clone()));
        }
    }

    /// What a card is called that is typed about.
    pub(in crate::tui) fn name_of(&self, card: CardId) -> &str {
        let shown =
            self.current().filter(|shown| shown.card.id == card).map(|shown| shown.card.name.as_str());
        let about = self.typing.about.as_ref().filter(|(known, _)| *known == card);
        shown.or(about.map(|(_, name)| name.as_str())).unwrap_or_default()
    }

    /// The name of a card that is typed about, when it has left the list: another card stands under the cursor.
    pub(in crate::tui) fn left_list(&self, card: Option<CardId>) -> Option<&str> {
        let (about, name) = self.typing.about.as_ref()?;
        let is_here = self.current().is_some_and(|shown| shown.card.id == *about);
        (card == Some(*about) && !is_here).then_some(name)
    }
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
        Typing {
            drafts: HashMap::new(),
            aside: Vec::new(),
            unsaved: None,
            taken: None,
            about: None,
            last_kind: ContactKind::Other,
        }
    }
}

impl Typing {
    /// What was half typed into a line like this before.
    pub(in crate::tui) fn typed_into(&self, purpose: &Purpose) -> Option<String> {
        match purpose.half_typed() {
            Some(half_typed) => self.draft_of(&half_typed),
            None => self.aside.iter().find(|(known, _)| known == purpose).map(|(_, text)| text.clone()),
        }
    }

    /// Remembers until the program ends what was half typed into a line of which the card file keeps nothing;
    /// nothing typed drops it.
    pub(in crate::tui) fn put_aside(&mut self, purpose: &Purpose, text: &str) {
        self.aside.retain(|(known, _)| known != purpose);
        if !text.is_empty() {
            self.aside.push((purpose.clone(), text.to_owned()));
        }
    }

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
