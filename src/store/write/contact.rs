//! Logging a contact, and recording what is said of the letters of MAN.

use chrono::{Days, NaiveDate};
use rusqlite::types::Value;

use crate::domain::contact::{Exchange, Kept, Promise, exchange};
use crate::domain::draft::{NewAssertion, NewContact};
use crate::domain::id::{CardId, ContactId, PersonId, PromiseId};
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::domain::party::Party;
use crate::domain::standing::{THANKED_ON, fold};
use crate::store::cell::{choices_text, code, day_text, optional, text};
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::record::{self, RecordKind};
use crate::store::{cell, read};

impl Door<'_> {
    /// Logs a contact with its assertions, promises and next action.
    ///
    /// A two-way contact closes the open next action, unless it sets one itself, a later two-way contact is already known, or
    /// the action was agreed upon after the day of the contact.
    pub fn log(&mut self, card: CardId, contact: &NewContact) -> Result<ContactId> {
        self.must_exist(card)?;
        self.must_be_on(card, contact.person)?;
        let is_latest = self.was_silent_after(card, &day_text(contact.on))?;
        let uid = Value::Blob(self.new_uid().as_bytes().to_vec());
        let id = ContactId(self.insert(
            RecordKind::Contact,
            &[
                ("uid", uid),
                ("card", Value::Integer(card.0)),
                ("person", optional(contact.person.map(|person| person.0))),
                ("on", text(day_text(contact.on))),
                ("recorded_at", Value::Integer(self.now)),
                ("kind", code(contact.kind)),
                ("direction", code(contact.direction)),
                ("outcomes", text(choices_text(&contact.outcomes))),
                ("note", text(&contact.note)),
            ],
        )?);
        for promise in &contact.promises {
            self.insert_promise(card, id, promise)?;
        }
        for &(letter, answer) in &contact.assertions {
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
        if contact.exchange() == Exchange::TwoWay {
            self.give_thanks(card, contact.on)?;
        }
        match &contact.next_action {
            Some(next) => self.agree_on_next(card, Some(next), contact.on)?,
            None => {
                let closes = is_latest && contact.exchange() == Exchange::TwoWay;
                if closes && !self.next_is_newer_than(card, contact.on)? {
                    self.set_next(card, None)?;
                }
            }
        }
        Ok(id)
    }

    /// Says how a promise of a card was settled on the day.
    ///
    /// # Errors
    /// [`StoreError::NoSuchPromise`]: a correction of its contact took it away.
    pub fn settle_promise(&mut self, card: CardId, promise: PromiseId, kept: Kept) -> Result<()> {
        self.must_exist(card)?;
        let there = self
            .connection
            .prepare_cached("SELECT 1 FROM promise WHERE id = ?1 AND card = ?2")?
            .exists([promise.0, card.0])?;
        if !there {
            return Err(StoreError::NoSuchPromise(promise));
        }
        self.set(RecordKind::Promise, promise.0, "settled_on", text(day_text(self.opening.day)))?;
        self.set(RecordKind::Promise, promise.0, "settled_as", code(kept))
    }

    /// Who is spoken to is thanked with that for those he introduced and who were met by then.
    fn give_thanks(&mut self, introducer: CardId, on: NaiveDate) -> Result<()> {
        let introduced: Vec<i64> = self
            .connection
            .prepare_cached(
                "SELECT value.card FROM value JOIN standing ON standing.card = value.card
                 WHERE value.field = 'introducer' AND value.text = ?1 AND standing.thank_on IS NOT NULL",
            )?
            .query_map([introducer.to_string()], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let days = Days::new(self.opening.policies.follow_up.thanks.into());
        for card in introduced {
            let thank_on = read::card(self.connection, CardId(card))?
                .and_then(|card| fold(&card, on, &self.opening.policies).thank_on);
            let met_on = thank_on.and_then(|by| by.checked_sub_days(days));
            if met_on.is_some_and(|met_on| met_on <= on) {
                self.set(RecordKind::Card, card, THANKED_ON, cell::list(&[day_text(on)]))?;
            }
        }
        Ok(())
    }

    /// Changes what was said in a contact that was read with the note `before`; refused when another program
    /// changed it meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Crossed`]; [`StoreError::NoSuchContact`] when it was taken back.
    pub fn set_contact_note(
        &mut self,
        card: CardId,
        contact: ContactId,
        before: &str,
        note: &str,
    ) -> Result<()> {
        self.must_exist(card)?;
        self.must_have_contact(card, contact)?;
        let theirs = match record::read(self.connection, RecordKind::Contact, contact.0, "note")? {
            Value::Text(theirs) => theirs,
            _ => String::new(),
        };
        if theirs != before && theirs != note {
            let (field, ours) = ("note".to_owned(), vec![note.to_owned()]);
            return Err(StoreError::Crossed { card, field, theirs: vec![theirs], ours });
        }
        self.set(RecordKind::Contact, contact.0, "note", text(note))
    }

    /// Records a promise made in a contact.
    pub(super) fn insert_promise(
        &mut self,
        card: CardId,
        contact: ContactId,
        promise: &Promise,
    ) -> Result<()> {
        self.insert(
            RecordKind::Promise,
            &[
                ("contact", Value::Integer(contact.0)),
                ("card", Value::Integer(card.0)),
                ("by", code(promise.by)),
                ("text", text(&promise.text)),
                ("due_on", optional(promise.due_on.map(day_text))),
            ],
        )?;
        Ok(())
    }

    /// Records an assertion. An organisation's authority is always somebody's; what was once said of nobody can
    /// be withdrawn.
    ///
    /// # Errors
    /// [`StoreError::NobodysAuthority`].
    pub fn assert(&mut self, card: CardId, assertion: &NewAssertion) -> Result<()> {
        self.must_exist(card)?;
        self.must_be_on(card, assertion.person)?;
        if (assertion.letter, assertion.person) == (Letter::Authority, None)
            && assertion.answer != Answer::Unknown
            && self.party_of(card)? == Party::Organisation
        {
            return Err(StoreError::NobodysAuthority(card));
        }
        self.insert(
            RecordKind::Assertion,
            &[
                ("card", Value::Integer(card.0)),
                ("letter", code(assertion.letter)),
                ("answer", code(assertion.answer)),
                ("on", text(day_text(assertion.on))),
                ("recorded_at", Value::Integer(self.now)),
                ("person", optional(assertion.person.map(|person| person.0))),
                ("strength", code(assertion.strength)),
                ("contact", optional(assertion.contact.map(|contact| contact.0))),
                ("note", text(&assertion.note)),
            ],
        )?;
        Ok(())
    }

    fn party_of(&self, card: CardId) -> Result<Party> {
        let mut statement = self.connection.prepare_cached("SELECT party FROM card WHERE id = ?1")?;
        cell::choice(&statement.query_row([card.0], |row| row.get::<_, String>(0))?)
    }

    /// Refuses a contact that is not one of the card's: taken back, or with its import.
    pub(super) fn must_have_contact(&self, card: CardId, contact: ContactId) -> Result<()> {
        let there = self
            .connection
            .prepare_cached("SELECT 1 FROM contact WHERE id = ?1 AND card = ?2")?
            .exists([contact.0, card.0])?;
        if there { Ok(()) } else { Err(StoreError::NoSuchContact(contact)) }
    }

    /// Refuses a person who is not one of the card's.
    pub(super) fn must_be_on(&self, card: CardId, person: Option<PersonId>) -> Result<()> {
        let Some(person) = person else { return Ok(()) };
        let there = self
            .connection
            .prepare_cached("SELECT 1 FROM person WHERE id = ?1 AND card = ?2")?
            .exists([person.0, card.0])?;
        if there { Ok(()) } else { Err(StoreError::NoSuchPerson(person)) }
    }

    /// Whether nobody of a card was spoken to after a day: an attempt that reached nobody is no word of theirs.
    fn was_silent_after(&self, card: CardId, day: &str) -> Result<bool> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT kind, direction, outcomes FROM contact WHERE card = ?1 AND day > ?2")?;
        let mut later = statement.query(rusqlite::params![card.0, day])?;
        while let Some(row) = later.next()? {
            let (kind, direction) = (row.get::<_, String>(0)?, row.get::<_, String>(1)?);
            let outcomes = cell::choices(&row.get::<_, String>(2)?)?;
            if exchange(cell::choice(&kind)?, cell::choice(&direction)?, &outcomes) == Exchange::TwoWay {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
