//! Half-typed text: kept at most a second after a key, so that a killed program offers it again.

use std::time::Duration;

use crate::domain::choice::Choice;
use crate::domain::field::CardField;
use crate::domain::move_part::Course;
use crate::store::Draft;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::app::typing::Unsaved;
use crate::tui::cells::beginning;
use crate::tui::effect::Effect;
use crate::tui::layer::form::Filling;
use crate::tui::layer::{Choosing, Form, HalfTyped, Item, Layer, Line, Pick, Picker, Purpose, Written};

/// How long after a key its text is kept at the latest.
const KEEP_WITHIN: Duration = Duration::from_millis(700);
/// After so long without a key it is kept at once: nobody waits for the card file then.
const KEYS_REST: Duration = Duration::from_millis(150);
/// But not a text of more bytes than this: to keep it takes a moment, and keys rest often.
const LONG_TEXT: usize = 256 << 10;

impl App {
    /// Remembers that something was typed which is not kept yet: it is as soon as the keys rest, and while they do
    /// not, every so often.
    pub(super) fn note_typing(&mut self) {
        let since = self.typing.unsaved.map_or(self.now, |unsaved| unsaved.since);
        let is_long = match self.layers.last() {
            Some(Layer::Writing(writing)) => writing.editor.text.lines().iter().map(String::len).sum(),
            _ => 0,
        } > LONG_TEXT;
        let rest = if is_long { KEEP_WITHIN } else { KEYS_REST };
        let due = (since + KEEP_WITHIN).min(self.now + rest);
        self.typing.unsaved = Some(Unsaved { since, due });
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
            self.say(match self.left_list(draft.card) {
                Some(name) => self.words().kept_with(&name),
                None => self.words().kept_as_draft(),
            });
        }
        self.typing.unsaved = None;
        self.typing.remember(draft.clone());
        self.effects.push(Effect::KeepDraft(draft));
    }

    /// Keeps what was half typed into a line that is closed now, for the run where the card file does not keep it.
    pub(super) fn put_line_away(&mut self, line: &Line) {
        match line.draft() {
            Some(draft) => self.put_away(draft),
            None => {
                let typed = if line.is_changed() { line.text() } else { "" };
                self.typing.put_aside(&line.purpose, typed);
                if !typed.is_empty() {
                    self.say(self.words().kept_as_draft());
                }
            }
        }
    }

    /// Drops what was kept of a line: it was taken, or is not wanted any more.
    pub(super) fn drop_line(&mut self, purpose: &Purpose) {
        self.typing.put_aside(purpose, "");
        self.drop_typed(purpose.half_typed());
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

    /// Keeps nothing of what was typed. A line stays open as it was opened, so that what is typed on is no key of the
    /// list below; a form or a text is closed; in the offer of half-typed text goes what stands under the cursor.
    pub(super) fn throw_away(&mut self) {
        if !self.can(Action::ThrowAway) {
            return;
        }
        let half_typed = match self.layers.pop() {
            Some(Layer::Line(line)) => {
                self.drop_line(&line.purpose);
                let emptied = line.emptied();
                self.layers.push(Layer::Line(Box::new(emptied)));
                None
            }
            Some(Layer::Form(form)) => Some(HalfTyped::Form(form.filling)),
            Some(Layer::Writing(writing)) => writing.what.half_typed(),
            Some(Layer::Picker(mut picker)) => {
                let dropped = picker.take_chosen();
                if !picker.rows().is_empty() {
                    self.layers.push(Layer::Picker(picker));
                }
                match dropped {
                    Some(Pick::Draft(draft)) => Some(HalfTyped::of(&draft)),
                    _ => None,
                }
            }
            _ => None,
        };
        self.drop_typed(half_typed);
        if matches!(self.layers.last(), Some(Layer::Form(_))) {
            // What stood in the form before the text was opened is kept on.
            self.note_typing();
        }
        let is_line = matches!(self.layers.last(), Some(Layer::Line(_)));
        self.say(if is_line { self.words().thrown_away_line() } else { self.words().thrown_away() });
    }

    /// Whether something was typed that would be kept, or half-typed text is on offer.
    pub(in crate::tui) fn has_typed(&self) -> bool {
        match self.layers.last() {
            Some(Layer::Line(line)) => {
                !matches!(line.purpose, Purpose::Search(_)) && line.text() != line.as_opened()
            }
            Some(Layer::Form(form)) => form.lines.iter().any(Line::is_changed),
            Some(Layer::Writing(writing)) => writing.is_changed(),
            Some(Layer::Picker(_)) => self.offers_drafts(),
            _ => false,
        }
    }

    /// Offers half-typed text of sessions that died.
    pub fn offer_drafts(&mut self, drafts: Vec<(Draft, String)>) {
        let mut items = Vec::new();
        for (draft, name) in drafts {
            self.typing.remember(draft.clone());
            let half_typed = HalfTyped::of(&draft);
            let form = self.form_name(&half_typed);
            let detail = if name.is_empty() { form } else { format!("{form} {name}") };
            let in_form = matches!(half_typed, HalfTyped::Form(_)).then(|| Form::summary(&draft.text));
            let typed = in_form.flatten().unwrap_or_else(|| draft.text.clone());
            let label = typed.trim_start().lines().next().unwrap_or_default();
            let label = beginning(label, usize::from(self.size.columns)).to_owned();
            items.push(Item { label, detail, pick: Pick::Draft(draft) });
        }
        if !items.is_empty() {
            self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Draft, items))));
        }
    }

    /// Whether half-typed text of a session that died is on offer.
    pub(super) fn offers_drafts(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Picker(picker)) if picker.choosing == Choosing::Draft)
    }

    /// What half-typed text was typed into, for people.
    fn form_name(&self, half_typed: &HalfTyped) -> String {
        let (words, language) = (self.words(), self.setting.language);
        match half_typed {
            HalfTyped::Add => words.footer_add(),
            HalfTyped::Import => words.key_import(),
            HalfTyped::Log(_) | HalfTyped::Correct(..) | HalfTyped::Form(Filling::Contact(..)) => {
                words.footer_log()
            }
            HalfTyped::Next(_) => words.footer_next(),
            HalfTyped::Field(_, key) => match CardField::with_key(key, &self.known.own) {
                Some(field) => field.name(language).to_owned(),
                None => key.clone(),
            },
            HalfTyped::Person(..) | HalfTyped::Form(Filling::Person(..)) => words.field_person(),
            HalfTyped::Detail(_, _, group) | HalfTyped::Form(Filling::Detail(_, _, group)) => {
                group.name(language).to_owned()
            }
            HalfTyped::Factor(_, factor) => factor.name(language).to_owned(),
            HalfTyped::ContactNote(..) => words.chip_note(),
            HalfTyped::Form(Filling::Group(_, group)) => group.name(language).to_owned(),
            HalfTyped::Form(Filling::Beginning(_)) => words.tab_card(),
            HalfTyped::Form(Filling::Address(..)) => words.field_address(),
            HalfTyped::Form(Filling::Move(_, to) | Filling::MarkedMove(_, Course { to, .. })) => {
                words.title_move(&to.name(language))
            }
        }
    }
}
