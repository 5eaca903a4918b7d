//! A contact of the history read whole: what was said, what came of it, what it changed.

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::{Contact, Promise, PromiseBy};
use crate::domain::position::Move;
use crate::lang::dates;
use crate::store::Act;
use crate::tui::app::App;
use crate::tui::cells::{pad, width};
use crate::tui::fields;
use crate::tui::layer::form::ContactPart;
use crate::tui::layer::{Layer, Reading, Subject};

impl App {
    /// Shows the contact under the cursor.
    pub(super) fn read_contact(&mut self) {
        let Some((card, contact)) = self.current().and_then(|shown| {
            let contact = shown.card.contacts.get(self.cursors.contact)?;
            Some((&shown.card, contact))
        }) else {
            self.refuse(self.words().no_contact_here());
            return;
        };
        let title = fields::contact_title(contact, self.setting.language);
        let text = self.contact_text(card, contact);
        self.layers.push(Layer::Reading(Reading::of(Subject::Text(title, text))));
    }

    /// Its parts, one a line, then what was said.
    fn contact_text(&self, card: &Card, contact: &Contact) -> String {
        let (words, language) = (self.words(), self.setting.language);
        let between = words.between_list();
        let person = contact.person.and_then(|id| card.people.iter().find(|person| person.id == id));
        let outcomes: Vec<&str> = contact.outcomes.iter().map(|outcome| outcome.name(language)).collect();
        let said = card.assertions.iter().filter(|said| said.contact == Some(contact.id));
        let letters = said.map(|said| {
            let (letter, answer) = (said.letter.code().to_uppercase(), said.answer.name(language));
            format!("{letter} {answer}")
        });
        let promises = |by: PromiseBy| {
            let made = contact.promises.iter().filter(|promise| promise.by == by);
            made.map(|promise| self.promise_text(promise)).collect::<Vec<_>>().join(&between)
        };
        let moved = card.moves.iter().filter(|change| change.contact == Some(contact.id));
        let moved = moved.map(|change| self.move_text(change)).collect::<Vec<_>>();
        let weekday = dates::weekday(contact.on, language);
        let part = |part: ContactPart, text: String| (part.name(language).to_owned(), text);
        let parts = [
            part(ContactPart::Day, format!("{} {weekday}", contact.on)),
            part(ContactPart::Kind, contact.kind.name(language).to_owned()),
            part(ContactPart::Person, person.map(|person| person.name.clone()).unwrap_or_default()),
            part(ContactPart::Outcomes, outcomes.join(&between)),
            part(ContactPart::Letters, letters.collect::<Vec<_>>().join(&between)),
            part(ContactPart::Promise, promises(PromiseBy::Us)),
            part(ContactPart::TheirPromise, promises(PromiseBy::Them)),
            part(ContactPart::Next, self.next_after(card, contact)),
            (Act::Move.name(language).to_owned(), moved.join(&between)),
            (words.contact_recorded(), dates::moment(contact.recorded_at)),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let widest = parts.iter().map(|(name, _)| width(name)).max().unwrap_or_default();
        let mut lines: Vec<String> =
            parts.iter().map(|(name, text)| format!("{}  {text}", pad(name, widest))).collect();
        if !contact.note.is_empty() {
            lines.extend([String::new(), contact.note.clone()]);
        }
        lines.join("\n")
    }

    /// A promise, the day by which, and how it was settled.
    fn promise_text(&self, promise: &Promise) -> String {
        let language = self.setting.language;
        let due = promise.due_on.map(|due| dates::day(due, self.setting.day, language)).unwrap_or_default();
        let settled = promise.settled.map(|settled| settled.kept.name(language)).unwrap_or_default();
        [&promise.text, due.as_str(), settled].join(" ").trim().to_owned()
    }

    /// From which position the card moved to which by this contact.
    fn move_text(&self, change: &Move) -> String {
        let language = self.setting.language;
        let from = change.from.map(|from| from.name(language)).unwrap_or_default();
        format!("{from} → {}", change.to.name(language)).trim().to_owned()
    }

    /// What is to be done next, where no later contact stands between.
    fn next_after(&self, card: &Card, contact: &Contact) -> String {
        let is_latest = card.contacts.first().is_some_and(|latest| latest.id == contact.id);
        let next = card.next_action.as_ref().filter(|_| is_latest);
        next.map(|next| fields::next_action_text(next, self.setting.language)).unwrap_or_default()
    }
}
