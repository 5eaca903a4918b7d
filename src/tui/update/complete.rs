//! Completing the word being typed: in a search a field, a value or a saved filter, in a log line the kind of
//! contact or a person.

use super::super::app::App;
use super::super::layer::line::Edited;
use super::super::layer::{Layer, Purpose};
use crate::domain::choice::Choice;
use crate::domain::contact::ContactKind;
use crate::domain::query::completion;
use crate::domain::text::fold::fold;

impl App {
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
        let whole = if begun.len() == typed.len() { self.kind_meant(&begun) } else { None };
        let Some(whole) = whole.or_else(|| self.person_meant(&begun)) else { return };
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

    /// A person of the card, as `@name`, whose name begins as this word does behind its `@`.
    fn person_meant(&self, begun: &str) -> Option<String> {
        let name = fold(begun.strip_prefix(['@', '＠'])?);
        let day = self.setting.day;
        let mut present = self.current()?.card.people.iter().filter(|person| person.present_on(day));
        let person = present.find(|person| fold(&person.name).starts_with(&name))?;
        Some(format!("@{}", person.name.replace(' ', "-")))
    }

    /// The kind of contact that a word begins.
    fn kind_meant(&self, begun: &str) -> Option<String> {
        let begun = fold(begun);
        if begun.is_empty() {
            return None;
        }
        let names = ContactKind::ALL.iter().flat_map(|kind| [kind.name(self.setting.language), kind.code()]);
        let mut words = names.filter(|name| !name.contains([' ', ',']));
        words.find(|name| fold(name).starts_with(&begun)).map(str::to_owned)
    }
}
