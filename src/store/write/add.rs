//! Making a card, with all that hangs on it.

use chrono::NaiveDate;

use crate::domain::choice::Choice;
use crate::domain::draft::{NewCard, NewPerson};
use crate::domain::field::key;
use crate::domain::id::{CardId, PersonId, Uid};
use crate::store::cell::{Given, choices_text, day_text, given, owned};
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
        let card = CardId(self.insert(RecordKind::Card, &owned(card_fields(new, &making)))?);
        if let Some(channel) = new.channel {
            self.set_value(card, key::CHANNEL, &[channel.code().into()])?;
        }
        if let Some(introducer) = new.introducer {
            self.set_field(card, key::INTRODUCER, &[introducer.to_string()])?;
        }
        if !new.tags.is_empty() {
            self.set_value(card, key::TAGS, &new.tags)?;
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
        let uid = self.new_uid();
        let id = PersonId(self.insert(RecordKind::Person, &owned(person_fields(card, person, &uid)))?);
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
pub(in crate::store) fn card_fields<'new>(
    new: &'new NewCard,
    making: &'new Making,
) -> [(&'static str, Given<'new>); 18] {
    let next = new.next_action.as_ref();
    [
        ("uid", making.uid.as_bytes().as_slice().into()),
        ("state", 0.into()),
        ("batch", given(making.batch)),
        ("code", new.code.as_str().into()),
        ("name", new.name.as_str().into()),
        ("short_name", new.short_name.as_str().into()),
        ("company", new.company.as_str().into()),
        ("party", new.party.code().into()),
        ("kind", given(new.kind.map(|kind| kind.code()))),
        ("started_in", new.position.code().into()),
        ("position", new.position.code().into()),
        ("next_on", given(next.map(|next| day_text(next.on)))),
        ("next_kind", given(next.and_then(|next| next.kind).map(|kind| kind.code()))),
        ("next_note", next.map(|next| next.note.as_str()).unwrap_or_default().into()),
        ("next_set_on", given(next.map(|_| day_text(making.day)))),
        ("added_on", day_text(making.day).into()),
        ("created_at", making.now.into()),
        ("updated_at", making.now.into()),
    ]
}

/// The columns of a person in the making.
pub(in crate::store) fn person_fields<'new>(
    card: CardId,
    person: &'new NewPerson,
    uid: &'new Uid,
) -> [(&'static str, Given<'new>); 7] {
    [
        ("uid", uid.as_bytes().as_slice().into()),
        ("card", card.0.into()),
        ("name", person.name.as_str().into()),
        ("title", person.title.as_str().into()),
        ("roles", choices_text(&person.roles).into()),
        ("from", given(person.from.map(day_text))),
        ("to", given(person.to.map(day_text))),
    ]
}
