//! The one-line log: correcting the last line, completing a word of it.

use super::super::app::App;
use super::super::layer::line::Edited;
use super::super::layer::{Layer, Purpose};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::{Contact, ContactKind};
use crate::domain::language::Language;
use crate::domain::log_line::LogReading;
use crate::domain::query::completion;
use crate::domain::text::fold::fold;

impl App {
    /// Opens the contact logged last as the line that would log it.
    pub(super) fn open_correction(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let card = &shown.card;
        let Some(last) = card.contacts.iter().max_by_key(|contact| (contact.recorded_at, contact.id)) else {
            self.refuse(self.words().no_contact_here());
            return;
        };
        let (purpose, text) = (Purpose::Correct(card.id, last.id), told(card, last, self.setting.language));
        self.open_line(purpose, text);
    }

    /// Completes the word before the cursor of a log line: the kind of contact, or a person after `@`.
    pub(super) fn complete_word(&mut self) {
        let Some(Layer::Line(line)) = self.layers.last() else { return };
        if matches!(line.purpose, Purpose::Search(_)) {
            let text = line.text().to_owned();
            self.complete_search(&text);
            return;
        }
        if !matches!(line.purpose, Purpose::Log(_) | Purpose::Correct(..)) {
            return;
        }
        let typed: String = line.text().chars().take(line.input.cursor()).collect();
        let rest: String = line.text().chars().skip(line.input.cursor()).collect();
        let begun = typed.rsplit(char::is_whitespace).next().unwrap_or_default().to_owned();
        let Some(whole) = self.completed(&begun, typed.len() == begun.len()) else { return };
        let text = format!("{}{whole} ", &typed[..typed.len() - begun.len()]);
        let cursor = text.chars().count();
        if let Some(Layer::Line(line)) = self.layers.last_mut() {
            line.input = tui_input::Input::new(text + &rest).with_cursor(cursor);
        }
        self.note_typing();
    }

    /// Whether a search is being typed.
    pub(super) fn is_searching(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Line(line)) if matches!(line.purpose, Purpose::Search(_)))
    }

    /// Completes the word at the end of a search: a field, a value, a saved filter.
    fn complete_search(&mut self, text: &str) {
        let known = self.known.vocabulary();
        let Some(completion) = completion(text, known, &self.tags, self.setting.language) else { return };
        let Some(word) = completion.words.first() else { return };
        let whole = format!("{}{word}", &text[..completion.replaces.start]);
        if let Some(Layer::Line(line)) = self.layers.last_mut() {
            line.input = tui_input::Input::new(whole);
            self.after_edit(Edited::Text);
        }
    }

    /// The word that one begins, when there is one.
    fn completed(&self, begun: &str, is_first: bool) -> Option<String> {
        let day = self.setting.day;
        if let Some(name) = begun.strip_prefix(['@', '＠']) {
            let people = &self.current()?.card.people;
            let name = fold(name);
            let mut present = people.iter().filter(|person| person.present_on(day));
            let person = present.find(|person| fold(&person.name).starts_with(&name))?;
            return Some(format!("@{}", person.name.replace(' ', "-")));
        }
        if !is_first || begun.is_empty() {
            return None;
        }
        let begun = fold(begun);
        let names = ContactKind::ALL.iter().flat_map(|kind| [kind.name(self.setting.language), kind.code()]);
        let mut words = names.filter(|name| !name.contains([' ', ',']));
        words.find(|name| fold(name).starts_with(&begun)).map(str::to_owned)
    }
}

/// A contact as the line that would log it. The next action belongs to it when it carries no words of its own.
fn told(card: &Card, contact: &Contact, language: Language) -> String {
    let said = card.assertions.iter().filter(|assertion| assertion.contact == Some(contact.id));
    let person = contact.person.and_then(|id| card.people.iter().find(|person| person.id == id));
    let reading = LogReading {
        kind: Some(contact.kind),
        outcomes: contact.outcomes.clone(),
        assertions: said.map(|assertion| (assertion.letter, assertion.answer)).collect(),
        next: card.next_action.clone().filter(|next| next.note.is_empty()),
        promises: contact.promises.clone(),
        note: contact.note.clone(),
        ..LogReading::default()
    };
    reading.told(person.map(|person| person.name.as_str()), language)
}
