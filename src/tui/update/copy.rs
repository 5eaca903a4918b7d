//! Copies what the cursor stands on; where it stands on a card, its phone number.

use crate::domain::choice::Choice;
use crate::domain::field::FieldType;
use crate::domain::text::safe;
use crate::lang::{entry, moves};
use crate::tui::app::{App, Pane, Tab};
use crate::tui::effect::Effect;
use crate::tui::fields::{self, FieldRow};
use crate::tui::reading::{row, score};
use crate::tui::shown::Shown;

impl App {
    /// Copies what the cursor stands on, or says that there is nothing.
    pub(super) fn copy(&mut self) {
        match self.text_under_cursor() {
            Ok(text) => self.effects.push(Effect::Copy(safe::to_paste(&text))),
            Err(nothing) => self.refuse(nothing),
        }
    }

    /// What is copied, or why nothing is.
    fn text_under_cursor(&self) -> Result<String, String> {
        let words = self.words();
        let shown = self.current().ok_or_else(|| words.no_card_here())?;
        let (text, nothing) = match (self.opened, self.pane) {
            (Some(Tab::Card), _) => (self.field_to_copy(shown), words.field_is_empty()),
            (Some(Tab::Contacts), _) | (None, Pane::Contacts) => {
                (self.contact_to_copy(shown), words.no_contact_here())
            }
            (Some(Tab::Credit), _) | (None, Pane::Credit) => {
                (self.score_to_copy(shown), words.field_is_empty())
            }
            (Some(Tab::Files), _) => match self.file_to_copy() {
                Some(path) => (path, words.file_has_no_path()),
                None => return Err(words.no_file_here()),
            },
            (Some(Tab::Positions), _) => (self.move_to_copy(shown), words.history_empty()),
            (Some(Tab::Referrals), _) => (self.referral_to_copy(), words.referral_none()),
            (Some(Tab::Log), _) => (self.entry_to_copy(), words.no_entries()),
            (None, Pane::List | Pane::Man) => (fields::first_phone(&shown.card), words.nothing_to_copy()),
        };
        if text.trim().is_empty() { Err(nothing) } else { Ok(text) }
    }

    /// The row as it is read; of several numbers or addresses the first one alone, ready for use.
    fn field_to_copy(&self, shown: &Shown) -> String {
        let card = &shown.card;
        match self.field_rows().into_iter().nth(self.cursors.field) {
            Some(FieldRow::Field(field)) => match field.kind() {
                FieldType::Phones => fields::first_phone(card),
                FieldType::Emails => fields::first_email(card),
                FieldType::Note => fields::edit_text(card, &field, self.setting.language),
                _ => row::text_of(self, shown, &FieldRow::Field(field)),
            },
            Some(FieldRow::Person(person)) => {
                let reached = fields::person_phone(card, person);
                if reached.is_empty() {
                    row::text_of(self, shown, &FieldRow::Person(person))
                } else {
                    reached
                }
            }
            // What they offer is no text of the card.
            Some(FieldRow::NewPerson | FieldRow::NewDetail(_)) | None => String::new(),
            Some(row @ (FieldRow::Fact(_) | FieldRow::Detail(..))) => row::text_of(self, shown, &row),
        }
    }

    /// What was said; of a contact of which nothing was written down, its day and kind.
    fn contact_to_copy(&self, shown: &Shown) -> String {
        let contact = shown.card.contacts.get(self.cursors.contact);
        let told = contact.map(|contact| match contact.note.as_str() {
            "" => fields::contact_title(contact, self.setting.language),
            note => note.to_owned(),
        });
        told.unwrap_or_default()
    }

    /// Points and note of a factor.
    fn score_to_copy(&self, shown: &Shown) -> String {
        let scores = shown.five_c(self.setting.day);
        let text = scores.get(self.cursors.factor).map(|known| (known, score::score_text(known)));
        let named = text.filter(|(_, text)| !text.is_empty());
        named
            .map(|(known, text)| format!("{} {text}", known.factor.name(self.setting.language)))
            .unwrap_or_default()
    }

    /// A change of position with what was recorded of it.
    fn move_to_copy(&self, shown: &Shown) -> String {
        let (words, language) = (self.words(), self.setting.language);
        let change = shown.card.moves.iter().rev().nth(self.cursors.change);
        let told = change.map(|change| {
            let told = moves::record(change, words, language).join(&words.between_parts());
            format!("{}  {}  {told}", change.on, moves::course(change, language)).trim_end().to_owned()
        });
        told.unwrap_or_default()
    }

    fn referral_to_copy(&self) -> String {
        let card = self.tree().and_then(|tree| tree.cards.get(self.cursors.referral));
        card.map(|card| card.name.clone()).unwrap_or_default()
    }

    fn entry_to_copy(&self) -> String {
        let log = self.seen.log.as_ref().filter(|log| Some(log.card) == self.listing.selected());
        let made = log.and_then(|log| log.entries.get(self.cursors.entry));
        made.map(|made| entry::named(made, &self.known.own, self.words(), self.setting.language))
            .unwrap_or_default()
    }
}
