//! Correcting a contact that was logged: what it said is replaced, its day too.

use rusqlite::params;
use rusqlite::types::Value;

use crate::domain::contact::Promise;
use crate::domain::draft::{NewAssertion, NewContact, NextChange};
use crate::domain::id::{CardId, ContactId, PersonId};
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::store::cell::{choice, choices_text, code, day_text, optional, optional_day, text};
use crate::store::door::Door;
use crate::store::error::Result;
use crate::store::record::{self, RecordKind};

impl Door<'_> {
    /// Replaces what a contact says, and the day it took place: what it says of letters was said on that day, by
    /// the person it was with. Promises and assertions that are said again stay, so that a settled promise stays
    /// settled; promises without a day stay too: a line cannot say them.
    ///
    /// # Errors
    /// [`StoreError::NoSuchContact`](crate::store::StoreError::NoSuchContact) when it was taken back.
    pub fn correct(
        &mut self,
        card: CardId,
        id: ContactId,
        contact: &NewContact,
        next: &NextChange,
    ) -> Result<()> {
        self.must_exist(card)?;
        self.must_have_contact(card, id)?;
        self.must_be_on(card, contact.person)?;
        let fields: [(&str, Value); 5] = [
            ("on", text(day_text(contact.on))),
            ("kind", code(contact.kind)),
            ("direction", code(contact.direction)),
            ("outcomes", text(choices_text(&contact.outcomes))),
            ("note", text(&contact.note)),
        ];
        for (field, value) in fields {
            self.set(RecordKind::Contact, id.0, field, value)?;
        }
        let before = self.person_with(id)?;
        if let Some(person) = contact.person {
            self.set(RecordKind::Contact, id.0, "person", Value::Integer(person.0))?;
        }
        self.correct_promises(card, id, &contact.promises)?;
        self.correct_assertions(card, id, before, contact)?;
        match next {
            NextChange::Keep => Ok(()),
            NextChange::Set(next) => self.set_next(card, Some(next)),
            NextChange::Clear => self.set_next(card, None),
        }
    }

    fn correct_promises(&mut self, card: CardId, id: ContactId, promises: &[Promise]) -> Result<()> {
        let mut kept = Vec::new();
        for (row, known) in self.promises_of(id)? {
            let same =
                |said: &&Promise| (said.by, &said.text, said.due_on) == (known.by, &known.text, known.due_on);
            if known.due_on.is_none() || promises.iter().any(|said| same(&said)) {
                kept.push(known);
            } else {
                self.delete(RecordKind::Promise, row)?;
            }
        }
        let is_kept = |said: &Promise| {
            kept.iter()
                .any(|known| (known.by, &known.text, known.due_on) == (said.by, &said.text, said.due_on))
        };
        for promise in promises.iter().filter(|said| !is_kept(said)) {
            self.insert_promise(card, id, promise)?;
        }
        Ok(())
    }

    fn promises_of(&self, id: ContactId) -> Result<Vec<(i64, Promise)>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, owed_by, text, due_on FROM promise WHERE contact = ?1 ORDER BY id")?;
        let mut rows = statement.query([id.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let by = choice(&row.get::<_, String>(1)?)?;
            let due_on = optional_day(row.get(3)?)?;
            found.push((row.get(0)?, Promise::open(by, row.get::<_, String>(2)?, due_on)));
        }
        Ok(found)
    }

    /// The person a contact is kept with.
    fn person_with(&self, id: ContactId) -> Result<Option<PersonId>> {
        match record::read(self.connection, RecordKind::Contact, id.0, "person")? {
            Value::Integer(person) => Ok(Some(PersonId(person))),
            _ => Ok(None),
        }
    }

    /// What was said by the person the contact was with before follows it to the person it is with now.
    fn correct_assertions(
        &mut self,
        card: CardId,
        id: ContactId,
        before: Option<PersonId>,
        contact: &NewContact,
    ) -> Result<()> {
        let with = contact.person.or(before);
        let mut kept: Vec<(Letter, Answer)> = Vec::new();
        for known in self.assertions_of(card, id)? {
            if !contact.assertions.contains(&known.said) {
                self.delete(RecordKind::Assertion, known.row)?;
                continue;
            }
            self.set(RecordKind::Assertion, known.row, "on", text(day_text(contact.on)))?;
            if known.person == before {
                let person = optional(with.map(|person| person.0));
                self.set(RecordKind::Assertion, known.row, "person", person)?;
            }
            kept.push(known.said);
        }
        for &(letter, answer) in contact.assertions.iter().filter(|said| !kept.contains(said)) {
            self.assert(
                card,
                &NewAssertion {
                    letter,
                    answer,
                    on: contact.on,
                    person: with,
                    strength: Strength::Said,
                    contact: Some(id),
                    note: String::new(),
                },
            )?;
        }
        Ok(())
    }

    fn assertions_of(&self, card: CardId, id: ContactId) -> Result<Vec<Known>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, letter, answer, person FROM assertion WHERE card = ?1 AND contact = ?2 ORDER BY id",
        )?;
        let mut rows = statement.query(params![card.0, id.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let letter = choice(&row.get::<_, String>(1)?)?;
            let said = (letter, choice(&row.get::<_, String>(2)?)?);
            let person = row.get::<_, Option<i64>>(3)?.map(PersonId);
            found.push(Known { row: row.get(0)?, said, person });
        }
        Ok(found)
    }
}

/// An assertion a contact made, as it is kept.
struct Known {
    row: i64,
    said: (Letter, Answer),
    person: Option<PersonId>,
}
