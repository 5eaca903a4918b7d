//! Correcting the contact logged last.

use std::time::Duration;

use chrono::NaiveDate;

use crate::domain::card::Card;
use crate::domain::contact::{Contact, NextAction};
use crate::domain::draft::NextChange;
use crate::domain::id::{CardId, ContactId};
use crate::domain::language::Language;
use crate::domain::log_line::{self, LogReading, Recordable};
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::layer::Purpose;
use crate::tui::today::Place;

/// Keys that follow one another faster are one text being typed; slower, the message was read.
const TYPED_ON: Duration = Duration::from_millis(600);

impl App {
    /// Opens the contact logged last as the line that would log it: straight after it was logged, of that card, which
    /// the cursor has left for the next one; else of the card under the cursor.
    pub(super) fn open_correction(&mut self) {
        let here = self.current().map(|shown| shown.card.id);
        match self.just_logged.take().filter(|(card, _)| Some(*card) != here) {
            Some((card, name)) => self.go_back_to_correct(card, name),
            None => self.correct_here(),
        }
    }

    /// Something else is done than correcting what was logged just now.
    pub(super) fn do_something_else(&mut self) {
        (self.just_logged, self.destination.to_correct) = (None, None);
    }

    /// Goes back to a card to correct its contact. On Today it may be due no more: the list of cards has it.
    fn go_back_to_correct(&mut self, card: CardId, name: String) {
        self.destination.to_correct = Some((card, name));
        if self.listing.select(card).is_some() {
            return;
        }
        self.destination.card = Some(card);
        match self.place {
            Place::Cards => self.ask_anew(),
            Place::Today => self.go_to(Place::Cards),
        }
    }

    /// Opens the contact of the card that was gone back to, now that it has been read.
    pub(super) fn correct_once_read(&mut self, card: CardId) {
        if self.destination.to_correct.as_ref().is_none_or(|(wanted, _)| *wanted != card) {
            return;
        }
        if self.current().is_none() {
            self.miss_the_corrected();
            return;
        }
        self.destination.to_correct = None;
        self.correct_here();
    }

    /// Says that the card to be corrected is there no more; what is typed for its line must not meet another one.
    pub(super) fn miss_the_corrected(&mut self) {
        let Some((_, name)) = self.destination.to_correct.take() else { return };
        self.destination.lost_card = true;
        self.destination.typed_for_lost = Some(self.now);
        self.refuse(self.words().card_gone(&name));
    }

    /// Whether a key belongs to what is being typed for a card that is gone: without its line every letter would be a
    /// key of its own.
    pub(super) fn is_typed_for_lost(&mut self, now: Duration) -> bool {
        let before = self.destination.typed_for_lost.take();
        self.destination.typed_for_lost =
            before.filter(|before| now.saturating_sub(*before) < TYPED_ON).map(|_| now);
        self.destination.typed_for_lost.is_some()
    }

    fn correct_here(&mut self) {
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
        self.open_line_or_form(purpose, text);
    }

    /// The change that makes of a contact what is said now.
    pub(super) fn correction(&self, card: CardId, id: ContactId, mut said: Recordable) -> Change {
        let told = self.present_text(&Purpose::Correct(card, id));
        let before = told.and_then(|told| self.contact(card, &told));
        // The same day as was told is the contact's own; none any more is today.
        if before.as_ref().is_some_and(|before| before.contact.on == said.contact.on)
            && let Some(on) = self.day_of(card, id)
        {
            said.contact.on = on;
        }
        let told_next = before.is_some_and(|before| before.contact.next_action.is_some());
        let next = match &said.contact.next_action {
            Some(next) => NextChange::Set(next.clone()),
            None if told_next && self.present_next(card).is_some() => NextChange::Clear,
            None => NextChange::Keep,
        };
        Change::Correct(card, id, Box::new(said), next)
    }

    /// The day of a contact of a card on the screen.
    fn day_of(&self, card: CardId, contact: ContactId) -> Option<NaiveDate> {
        let card = &self.current().filter(|shown| shown.card.id == card)?.card;
        card.contacts.iter().find(|known| known.id == contact).map(|known| known.on)
    }
}

/// A contact as the line that would log it, with its day where the line would be taken for another's. The next
/// action belongs to it when it carries no words of its own but a time of day, and has not passed: a line can set
/// none of the past.
pub(super) fn told(card: &Card, contact: &Contact, day: NaiveDate, language: Language) -> String {
    let can_be_said = |next: &NextAction| next.can_be_said_in_a_line() && next.on >= day;
    let said = card.assertions.iter().filter(|assertion| assertion.contact == Some(contact.id));
    let person = contact.person.and_then(|id| card.people.iter().find(|person| person.id == id));
    let mut reading = LogReading {
        on: Some(contact.on).filter(|on| *on < day),
        kind: Some(contact.kind),
        outcomes: contact.outcomes.clone(),
        assertions: said.map(|assertion| (assertion.letter, assertion.answer)).collect(),
        next: card.next_action.clone().filter(can_be_said),
        promises: contact.promises.clone(),
        note: contact.note.clone(),
        ..LogReading::default()
    };
    let person = person.map(|person| person.name.as_str());
    let line = reading.told(person, language);
    if log_line::read_among(&card.people, &line, day, log_line::DayTold::InLine).on == reading.on {
        return line;
    }
    // What was said begins with a day: the contact's own before it keeps that where it is.
    reading.on = Some(contact.on);
    reading.told(person, language)
}
