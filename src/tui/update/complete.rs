//! Completing the word being typed: in a search a field, a value or a saved filter, in a log line the kind of
//! contact or a person.

use crate::domain::choice::Choice;
use crate::domain::contact::ContactKind;
use crate::domain::query::completion;
use crate::domain::text::fold::fold;
use crate::tui::app::App;
use crate::tui::layer::line::Edited;
use crate::tui::layer::{Layer, Purpose};

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
        let begun = last_word(&typed);
        let Some(whole) = self.log_completions(&typed).into_iter().next() else { return };
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

    /// What the last word of a log line may become: the first word a kind of contact, any word after `@` a person
    /// of the card. Nothing for a word that is one of these already.
    pub(in crate::tui) fn log_completions(&self, typed: &str) -> Vec<String> {
        let begun = last_word(typed);
        let found = match begun.strip_prefix(['@', '＠']) {
            Some(name) => self.people_meant(name),
            None if begun.len() == typed.len() => self.kinds_meant(begun),
            None => Vec::new(),
        };
        let is_whole = found.iter().any(|word| fold(word) == fold(begun));
        if is_whole { Vec::new() } else { found }
    }

    /// The people of the card whose name begins so, as `@name`.
    fn people_meant(&self, name: &str) -> Vec<String> {
        let (name, day) = (fold(name), self.setting.day);
        let people = self.current().map(|shown| shown.card.people.as_slice()).unwrap_or_default();
        let meant =
            people.iter().filter(|person| person.present_on(day) && fold(&person.name).starts_with(&name));
        meant.map(|person| format!("@{}", person.name.replace(' ', "-"))).collect()
    }

    /// The kinds of contact that a word begins, each once.
    fn kinds_meant(&self, begun: &str) -> Vec<String> {
        let begun = fold(begun);
        if begun.is_empty() {
            return Vec::new();
        }
        let meant = ContactKind::ALL.iter().filter_map(|kind| {
            let words = [kind.name(self.setting.language), kind.code()].into_iter();
            let mut words = words.filter(|word| !word.contains([' ', ',']));
            words.find(|word| fold(word).starts_with(&begun))
        });
        meant.map(str::to_owned).collect()
    }
}

/// The word at the end of a text.
fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}
