//! Correcting a contact that was logged: what it said is replaced, its day too.

use rusqlite::params;
use rusqlite::types::Value;

use crate::domain::contact::Promise;
use crate::domain::draft::{NewAssertion, NewContact, NextChange};
use crate::domain::id::{CardId, ContactId};
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::store::cell::{choice, choices_text, code, day_text, optional_day, text};
use crate::store::door::Door;
use crate::store::error::Result;
use crate::store::record::RecordKind;

impl Door<'_> {
    /// Replaces what a contact says, and the day it took place: what it says of letters was said on that day. Promises and assertions that are said again stay as they are, so that a
    /// settled promise stays settled; promises without a day stay too: a line cannot say them.
    pub fn correct(
        &mut self,
        card: CardId,
        id: ContactId,
        contact: &NewContact,
        next: &NextChange,
    ) -> Result<()> {
        self.must_exist(card)?;
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
        if let Some(person) = contact.person {
            self.set(RecordKind::Contact, id.0, "person", Value::Integer(person.0))?;
        }
        self.correct_promises(card, id, &contact.promises)?;
        self.correct_assertions(card, id, contact)?;
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

    fn correct_assertions(&mut self, card: CardId, id: ContactId, contact: &NewContact) -> Result<()> {
        let mut kept: Vec<(Letter, Answer)> = Vec::new();
        for (row, said) in self.assertions_of(card, id)? {
            if contact.assertions.contains(&said) {
                self.set(RecordKind::Assertion, row, "on", text(day_text(contact.on)))?;
                kept.push(said);
            } else {
                self.delete(RecordKind::Assertion, row)?;
            }
        }
        for &(letter, answer) in contact.assertions.iter().filter(|said| !kept.contains(said)) {
            self.assert(
                card,
                &NewAssertion {
                    letter,
                    answer,
                    on: contact.on,
                    person: contact.person,
                    strength: Strength::Said,
                    contact: Some(id),
                    note: String::new(),
                },
            )?;
        }
        Ok(())
    }

    fn assertions_of(&self, card: CardId, id: ContactId) -> Result<Vec<(i64, (Letter, Answer))>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, letter, answer FROM assertion WHERE card = ?1 AND contact = ?2 ORDER BY id",
        )?;
        let mut rows = statement.query(params![card.0, id.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let letter = choice(&row.get::<_, String>(1)?)?;
            found.push((row.get(0)?, (letter, choice(&row.get::<_, String>(2)?)?)));
        }
        Ok(found)
    }
}
