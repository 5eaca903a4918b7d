//! What a change replaces whole, as its writer read it: nobody writes over what another program wrote meanwhile.

use rusqlite::Connection;

use crate::domain::card::Card;
use crate::domain::contact::{Contact, NextAction};
use crate::domain::detail::{Detail, text};
use crate::domain::id::CardId;
use crate::domain::person::Person;
use crate::domain::planned_visit::PlannedVisit;
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::{read, visits};

/// What a change of a card replaces, as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Replaced {
    /// The card.
    pub card: CardId,
    /// What of it.
    pub records: Vec<AsRead>,
}

/// Something of a card as it was read before it is changed.
#[derive(Debug, Clone, PartialEq)]
pub enum AsRead {
    /// A person.
    Person(Box<Person>),
    /// A detail.
    Detail(Box<Detail>),
    /// A contact.
    Contact(Box<Contact>),
    /// What is to be done next.
    Next(Option<NextAction>),
    /// A planned visit.
    Visit(Box<PlannedVisit>),
}

impl AsRead {
    /// The same thing as it stands now, of a card as it is; `None` where it is gone.
    fn now(&self, connection: &Connection, card: &Card) -> Result<Option<AsRead>> {
        Ok(match self {
            AsRead::Person(person) => {
                let known = card.people.iter().find(|known| known.id == person.id);
                known.map(|known| AsRead::Person(Box::new(known.clone())))
            }
            AsRead::Detail(detail) => {
                let known = card.details.iter().find(|known| known.id == detail.id);
                known.map(|known| AsRead::Detail(Box::new(known.clone())))
            }
            AsRead::Contact(contact) => {
                let known = card.contacts.iter().find(|known| known.id == contact.id);
                known.map(|known| AsRead::Contact(Box::new(known.clone())))
            }
            AsRead::Next(_) => Some(AsRead::Next(card.next_action.clone())),
            AsRead::Visit(visit) => {
                visits::one(connection, visit.id)?.map(|visit| AsRead::Visit(Box::new(visit)))
            }
        })
    }

    /// The key of the field it stands for, and what it says in short.
    fn told(&self) -> (&'static str, String) {
        match self {
            AsRead::Person(person) => ("people", person.name.clone()),
            AsRead::Detail(detail) => (detail.group.key, text::written(detail, None)),
            AsRead::Contact(contact) => ("note", contact.note.clone()),
            AsRead::Next(next) => {
                let told = next.as_ref().map(|next| format!("{} {}", next.on, next.note).trim().to_owned());
                ("next", told.unwrap_or_default())
            }
            AsRead::Visit(visit) => ("visit", visit.became().unwrap_or_else(|| visit.on.to_string())),
        }
    }
}

impl Door<'_> {
    /// Sees that everything a change is about to replace stands as its writer read it. What is gone is for the
    /// change itself to tell.
    ///
    /// # Errors
    /// [`StoreError::Crossed`] with what stands there now.
    pub fn must_stand(&self, replaced: &Replaced) -> Result<()> {
        let card = replaced.card;
        let Some(mut present) = read::card(self.connection, card)? else { return Ok(()) };
        self.opening.policies.privacy.strip(&mut present);
        for known in &replaced.records {
            if let Some(now) = known.now(self.connection, &present)?.filter(|now| now != known) {
                let (field, theirs) = now.told();
                let field = field.to_owned();
                return Err(StoreError::Crossed { card, field, theirs: vec![theirs], ours: Vec::new() });
            }
        }
        Ok(())
    }
}
