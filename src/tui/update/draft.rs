//! Half-typed text: kept at most a second after a key, so that a killed program offers it again.

use std::time::Duration;

use super::super::app::App;
use super::super::effect::Effect;
use super::super::layer::{HalfTyped, Layer, Written};
use crate::store::Draft;

/// How long after a key its text is kept at the latest.
const KEEP_WITHIN: Duration = Duration::from_millis(700);

impl App {
    /// Remembers that something was typed which is not kept yet.
    pub(super) fn note_typing(&mut self) {
        if self.typing.unsaved.is_none() {
            self.typing.unsaved = Some(self.now + KEEP_WITHIN);
        }
    }

    /// Keeps what stands in the line being typed.
    pub(super) fn keep_typed(&mut self) {
        if self.typing.unsaved.take().is_none() {
            return;
        }
        let draft = match self.layers.last() {
            Some(Layer::Line(line)) => line.draft(),
            Some(Layer::Writing(writing)) => match (&writing.what, self.layers.iter().rev().nth(1)) {
                (Written::InForm(..), Some(Layer::Form(form))) => {
                    Some(form.draft_with(&writing.editor.text.whole()))
                }
                _ => writing.draft(),
            },
            Some(Layer::Form(form)) => Some(form.draft()),
            _ => None,
        };
        if let Some(draft) = draft {
            self.typing.remember(draft.clone());
            self.effects.push(Effect::KeepDraft(draft));
        }
    }

    /// Keeps what was half typed into something that is closed now, and says so.
    pub(super) fn put_away(&mut self, draft: Draft) {
        if !draft.text.is_empty() {
            self.say(self.words().kept_as_draft());
        }
        self.typing.unsaved = None;
        self.typing.remember(draft.clone());
        self.effects.push(Effect::KeepDraft(draft));
    }

    /// Drops what was kept of the line that is closed now: it was taken.
    pub(super) fn drop_typed(&mut self, half_typed: Option<HalfTyped>) {
        self.typing.unsaved = None;
        if let Some(half_typed) = half_typed {
            let draft = half_typed.draft(String::new());
            self.typing.remember(draft.clone());
            self.effects.push(Effect::KeepDraft(draft));
        }
    }
}
