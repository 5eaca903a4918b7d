//! What a change replaces whole, as its writer read it: nobody writes over what another program wrote meanwhile.

use crate::domain::card::Card;
use crate::domain::contact::{Contact, NextAction};
use crate::domain::detail::{Detail, text};
use crate::domain::id::CardId;
use crate::domain::person::Person;
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::read;

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
}

impl AsRead {
    /// The same thing as it stands on a card now; `None` where it is gone.
    fn on(&self, card: &Card) -> Option<AsRead> {
        match self {
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
        }
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
        let mut changed =
            replaced.records.iter().filter_map(|known| known.on(&present).filter(|now| now != known));
        match changed.next().map(|now| now.told()) {
            Some((field, theirs)) => {
                let field = field.to_owned();
                Err(StoreError::Crossed { card, field, theirs: vec![theirs], ours: Vec::new() })
            }
            None => Ok(()),
        }
    }
}
