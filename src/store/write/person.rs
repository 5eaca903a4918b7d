//! The people on a card.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use crate::domain::draft::{NewPerson, PersonChange, PersonPart};
use crate::domain::id::{CardId, PersonId};
use crate::domain::person::{self, Role};
use crate::store::cell::{choices_text, day_text, text};
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::read;
use crate::store::record::{self, RecordKind};

impl Door<'_> {
    /// Puts a person on a card; one of the same name is changed instead, in what is said of them here.
    pub fn put_person(&mut self, card: CardId, person: &NewPerson) -> Result<PersonId> {
        self.must_exist(card)?;
        let Some(known) = self.person_named(card, &person.name)? else {
            return self.insert_person(card, person);
        };
        let mut fields: Vec<(&str, Value)> = Vec::new();
        if !person.title.is_empty() {
            fields.push(("title", text(&person.title)));
        }
        if !person.roles.is_empty() {
            fields.push(("roles", text(choices_text(&person.roles))));
        }
        fields.extend(person.from.map(|day| ("from", text(day_text(day)))));
        fields.extend(person.to.map(|day| ("to", text(day_text(day)))));
        for (field, value) in fields {
            self.set(RecordKind::Person, known.0, field, value)?;
        }
        if !person.phones.is_empty() {
            self.put_phones(card, Some(known), &person.phones)?;
        }
        if !person.emails.is_empty() {
            self.put_emails(card, Some(known), &person.emails)?;
        }
        Ok(known)
    }

    /// The person of a card who bears a name, however it is written.
    pub(super) fn person_named(&self, card: CardId, name: &str) -> Result<Option<PersonId>> {
        let mut statement =
            self.connection.prepare_cached("SELECT id, name FROM person WHERE card = ?1 ORDER BY id")?;
        let people: Vec<(PersonId, String)> = statement
            .query_map([card.0], |row| Ok((PersonId(row.get(0)?), row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(person::named(&people, name, |(_, name)| name).map(|(id, _)| *id))
    }

    /// The person who came on a card first.
    pub fn first_person(&self, card: CardId) -> Result<Option<PersonId>> {
        let mut statement =
            self.connection.prepare_cached("SELECT id FROM person WHERE card = ?1 ORDER BY id LIMIT 1")?;
        Ok(statement.query_row([card.0], |row| row.get(0).map(PersonId)).optional()?)
    }

    /// Puts a person on a card, or changes the one of the same name, and empties what is to be emptied.
    pub fn change_person(&mut self, card: CardId, change: &PersonChange) -> Result<PersonId> {
        let id = self.put_person(card, &change.person)?;
        for part in &change.emptied {
            match part {
                PersonPart::Title => self.set(RecordKind::Person, id.0, "title", text(""))?,
                PersonPart::Roles => {
                    self.set(RecordKind::Person, id.0, "roles", text(choices_text(&[] as &[Role])))?
                }
                PersonPart::From => self.set(RecordKind::Person, id.0, "from", Value::Null)?,
                PersonPart::To => self.set(RecordKind::Person, id.0, "to", Value::Null)?,
                PersonPart::Phones => self.put_phones(card, Some(id), &change.person.phones)?,
                PersonPart::Emails => self.put_emails(card, Some(id), &change.person.emails)?,
            }
        }
        Ok(id)
    }

    /// Changes everything of a person to what is said here; what is not said is emptied.
    pub fn edit_person(&mut self, card: CardId, id: PersonId, person: &NewPerson) -> Result<()> {
        self.must_be_on(card, Some(id))?;
        if person.name.trim().is_empty() {
            return Err(StoreError::EmptyName);
        }
        let day = |day: Option<_>| day.map_or(Value::Null, |day| text(day_text(day)));
        let fields = [
            ("name", text(&person.name)),
            ("title", text(&person.title)),
            ("roles", text(choices_text(&person.roles))),
            ("from", day(person.from)),
            ("to", day(person.to)),
        ];
        for (field, value) in fields {
            self.set(RecordKind::Person, id.0, field, value)?;
        }
        self.put_phones(card, Some(id), &person.phones)?;
        self.put_emails(card, Some(id), &person.emails)
    }

    /// Takes a person off a card. Refused when the history speaks of them: give them a last day instead.
    pub fn remove_person(&mut self, card: CardId, id: PersonId) -> Result<()> {
        self.must_be_on(card, Some(id))?;
        self.put_phones(card, Some(id), &[])?;
        self.put_emails(card, Some(id), &[])?;
        for detail in read::details(self.connection, card)? {
            if detail.person == Some(id) {
                self.delete(RecordKind::Detail, detail.id.0)?;
            }
        }
        if record::is_pointed_at(self.connection, card, RecordKind::Person, id.0)? {
            return Err(StoreError::PersonHasHistory(id));
        }
        self.delete(RecordKind::Person, id.0)
    }
}
