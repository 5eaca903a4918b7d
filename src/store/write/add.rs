//! Making a card, with all that hangs on it.

use chrono::NaiveDate;
use rusqlite::types::Value;

use crate::domain::choice::Choice;
use crate::domain::draft::{NewCard, NewPerson};
use crate::domain::id::{CardId, PersonId, Uid};
use crate::store::cell::{choices_text, code, day_text, optional, text};
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::record::RecordKind;

impl Door<'_> {
    /// Makes a card and all that hangs on it.
    pub fn add_card(&mut self, new: &NewCard) -> Result<CardId> {
        if new.name.trim().is_empty() {
            return Err(StoreError::EmptyName);
        }
        self.code_must_be_free(None, &new.code)?;
        let making = Making { uid: self.new_uid(), batch: self.batch, day: self.opening.day, now: self.now };
        let card = CardId(self.insert(RecordKind::Card, &card_fields(new, &making))?);
        if let Some(channel) = new.channel {
            self.set_value(card, "channel", &[channel.code().into()])?;
        }
        if let Some(introducer) = new.introducer {
            self.set_field(card, "introducer", &[introducer.to_string()])?;
        }
        if !new.tags.is_empty() {
            self.set_value(card, "tags", &new.tags)?;
        }
        for (field, values) in &new.values {
            self.set_field(card, field, values)?;
        }
        for phone in &new.phones {
            self.insert_phone(card, None, phone)?;
        }
        for email in &new.emails {
            self.insert_email(card, None, email)?;
        }
        for place in &new.addresses {
            self.insert_address(card, place)?;
        }
        for person in &new.people {
            self.insert_person(card, person)?;
        }
        for detail in &new.details {
            self.add_detail(card, detail)?;
        }
        Ok(card)
    }

    pub(super) fn insert_person(&mut self, card: CardId, person: &NewPerson) -> Result<PersonId> {
        if person.name.trim().is_empty() {
            return Err(StoreError::EmptyName);
        }
        let fields = person_fields(card, person, self.new_uid());
        let id = PersonId(self.insert(RecordKind::Person, &fields)?);
        for phone in &person.phones {
            self.insert_phone(card, Some(id), phone)?;
        }
        for email in &person.emails {
            self.insert_email(card, Some(id), email)?;
        }
        Ok(id)
    }
}

/// What a card is made with beside its draft.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Making {
    pub(in crate::store) uid: Uid,
    /// The import it comes with.
    pub(in crate::store) batch: Option<i64>,
    /// The day of the default date.
    pub(in crate::store) day: NaiveDate,
    pub(in crate::store) now: i64,
}

/// The columns of a card in the making.
pub(in crate::store) fn card_fields(new: &NewCard, making: &Making) -> [(&'static str, Value); 17] {
    let next = new.next_action.as_ref();
    [
        ("uid", Value::Blob(making.uid.as_bytes().to_vec())),
        ("state", Value::Integer(0)),
        ("batch", optional(making.batch)),
        ("code", text(&new.code)),
        ("name", text(&new.name)),
        ("short_name", text(&new.short_name)),
        ("company", text(&new.company)),
        ("party", code(new.party)),
        ("kind", optional(new.kind.map(|kind| kind.code().to_owned()))),
        ("started_in", code(new.position)),
        ("position", code(new.position)),
        ("next_on", optional(next.map(|next| day_text(next.on)))),
        ("next_kind", optional(next.and_then(|next| next.kind).map(|kind| kind.code().to_owned()))),
        ("next_note", text(next.map(|next| next.note.as_str()).unwrap_or_default())),
        ("added_on", text(day_text(making.day))),
        ("created_at", Value::Integer(making.now)),
        ("updated_at", Value::Integer(making.now)),
    ]
}

/// The columns of a person in the making.
pub(in crate::store) fn person_fields(
    card: CardId,
    person: &NewPerson,
    uid: Uid,
) -> [(&'static str, Value); 7] {
    [
        ("uid", Value::Blob(uid.as_bytes().to_vec())),
        ("card", Value::Integer(card.0)),
        ("name", text(&person.name)),
        ("title", text(&person.title)),
        ("roles", text(choices_text(&person.roles))),
        ("from", optional(person.from.map(day_text))),
        ("to", optional(person.to.map(day_text))),
    ]
}
