//! The details of a card: competitors, needs, files and what else comes more than once.

use rusqlite::types::Value;

use crate::domain::detail::{NewDetail, Whose};
use crate::domain::id::{CardId, EntryId, PersonId};
use crate::domain::text::fold::same;
use crate::store::cell::{list, optional, text};
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::record::RecordKind;
use crate::store::{detail, read};

impl Door<'_> {
    /// Puts a detail on a card; one of the same head, or the one of the same person where there is one for each,
    /// is changed instead, in what is said of it here.
    ///
    /// # Errors
    /// A person who is not on the card.
    pub fn put_detail(&mut self, card: CardId, new: &NewDetail) -> Result<EntryId> {
        match self.alike(card, new)? {
            Some(known) => {
                self.say_of(known, new)?;
                Ok(known)
            }
            None => self.add_detail(card, new),
        }
    }

    /// Puts a detail on a card, beside one of the same head.
    ///
    /// # Errors
    /// As [`put_detail`](Self::put_detail).
    pub fn add_detail(&mut self, card: CardId, new: &NewDetail) -> Result<EntryId> {
        self.must_exist(card)?;
        let person = self.person_of(card, new)?;
        let mut fields = vec![
            ("uid", Value::Blob(self.new_uid().as_bytes().to_vec())),
            ("card", Value::Integer(card.0)),
            ("person", optional(person.map(|person| person.0))),
            ("group", text(new.group.key)),
        ];
        let said = new.parts.iter().filter(|(_, values)| !values.is_empty());
        fields.extend(said.map(|(part, values)| (*part, list(values))));
        self.insert(RecordKind::Detail, &fields).map(EntryId)
    }

    /// Changes everything of a detail to what is said here; what is not said is emptied.
    ///
    /// # Errors
    /// A detail that is not on the card, and as [`put_detail`](Self::put_detail).
    pub fn edit_detail(&mut self, card: CardId, id: EntryId, new: &NewDetail) -> Result<()> {
        self.must_have_detail(card, id)?;
        let person = self.person_of(card, new)?;
        self.set(RecordKind::Detail, id.0, "person", optional(person.map(|person| person.0)))?;
        for part in detail::parts(self.connection, id)? {
            let privacy = &self.opening.policies.privacy;
            let known = new.group.part(&part);
            // What is switched off was not seen, so it was not emptied.
            let seen = known.is_none_or(|known| privacy.shows(known.sensitive));
            if seen && !new.parts.iter().any(|(said, _)| *said == part) {
                self.set(RecordKind::Detail, id.0, &part, Value::Null)?;
            }
        }
        self.say_of(id, new)
    }

    /// Takes a detail off a card.
    ///
    /// # Errors
    /// A detail that is not on the card.
    pub fn remove_detail(&mut self, card: CardId, id: EntryId) -> Result<()> {
        self.must_have_detail(card, id)?;
        self.delete(RecordKind::Detail, id.0)
    }

    /// The detail that a new one would change: of the same group, person and head.
    ///
    /// # Errors
    /// As [`put_detail`](Self::put_detail).
    pub fn alike(&self, card: CardId, new: &NewDetail) -> Result<Option<EntryId>> {
        let person = self.person_of(card, new)?;
        let head = new.head();
        let one_for_each = new.group.whose == Whose::Person;
        let known = read::details(self.connection, card)?;
        let alike = known.into_iter().find(|known| {
            known.group == new.group && known.person == person && (one_for_each || same(known.head(), head))
        });
        Ok(alike.map(|known| known.id))
    }

    fn say_of(&mut self, id: EntryId, new: &NewDetail) -> Result<()> {
        new.parts.iter().try_for_each(|(part, values)| self.set(RecordKind::Detail, id.0, part, list(values)))
    }

    fn person_of(&self, card: CardId, new: &NewDetail) -> Result<Option<PersonId>> {
        let Some(name) = &new.person else {
            return match new.group.whose {
                Whose::Person => Err(StoreError::DetailOfNobody { card, group: new.group.key }),
                Whose::Card | Whose::CardOrPerson => Ok(None),
            };
        };
        match self.person_named(card, name)? {
            Some(person) => Ok(Some(person)),
            None => Err(StoreError::NoPersonOfName { card, name: name.clone() }),
        }
    }

    fn must_have_detail(&self, card: CardId, id: EntryId) -> Result<()> {
        let there = self
            .connection
            .prepare_cached("SELECT 1 FROM detail WHERE id = ?1 AND card = ?2")?
            .exists([id.0, card.0])?;
        if there { Ok(()) } else { Err(StoreError::NoSuchDetail(id)) }
    }
}
