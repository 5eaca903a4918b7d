//! Correcting the contact logged last.

use chrono::NaiveDate;

use crate::domain::card::Card;
use crate::domain::contact::{Contact, NextAction};
use crate::domain::language::Language;
use crate::domain::log_line::LogReading;
use crate::tui::app::App;
use crate::tui::layer::Purpose;

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
        let (purpose, text) =
            (Purpose::Correct(card.id, last.id), told(card, last, self.setting.day, self.setting.language));
        self.open_line(purpose, text);
    }
}

/// A contact as the line that would log it. The next action belongs to it when it carries no words of its own but a
/// time of day, and has not passed: a line can set none of the past.
fn told(card: &Card, contact: &Contact, day: NaiveDate, language: Language) -> String {
    let can_be_said = |next: &NextAction| next.can_be_said_in_a_line() && next.on >= day;
    let said = card.assertions.iter().filter(|assertion| assertion.contact == Some(contact.id));
    let person = contact.person.and_then(|id| card.people.iter().find(|person| person.id == id));
    let reading = LogReading {
        kind: Some(contact.kind),
        outcomes: contact.outcomes.clone(),
        assertions: said.map(|assertion| (assertion.letter, assertion.answer)).collect(),
        next: card.next_action.clone().filter(can_be_said),
        promises: contact.promises.clone(),
        note: contact.note.clone(),
        ..LogReading::default()
    };
    reading.told(person.map(|person| person.name.as_str()), language)
}
