//! Half-typed text: kept at most a second after a key, so that a killed program offers it again.

use std::time::Duration;

use super::super::app::App;
use super::super::effect::Effect;
use super::super::layer::Layer;

/// How long after a key its text is kept at the latest.
const KEEP_WITHIN: Duration = Duration::from_millis(700);

impl App {
    /// Remembers that something was typed which is not kept yet.
    pub(super) fn note_typing(&mut self) {
        if self.unsaved.is_none() {
            self.unsaved = Some(self.now + KEEP_WITHIN);
        }
    }

    /// Keeps what stands in the line being typed.
    pub(super) fn keep_typed(&mut self) {
        if self.unsaved.take().is_none() {
            return;
        }
        let draft = match self.layers.last() {
            Some(Layer::Line(line)) => line.draft(),
            _ => None,
        };
        if let Some(draft) = draft {
            self.remember(draft.clone());
            self.effects.push(Effect::KeepDraft(draft));
        }
    }

    /// Drops what was kept of the line that is closed now: it was taken.
    pub(super) fn drop_typed(&mut self, form: Option<(String, Option<crate::domain::id::CardId>)>) {
        self.unsaved = None;
        if let Some((form, card)) = form {
            let draft = crate::store::Draft { form, card, text: String::new() };
            self.remember(draft.clone());
            self.effects.push(Effect::KeepDraft(draft));
        }
    }
}
