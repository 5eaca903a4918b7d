//! Setting a field of a card, and what the fields may hold.

use rusqlite::types::Value;

use crate::domain::field::{Editing, FieldType, built_in, key};
use crate::domain::id::CardId;
use crate::store::cell::{list, text};
use crate::store::chain;
use crate::store::code;
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::own_fields;
use crate::store::record::{self, RecordKind};
use crate::store::value;

impl Door<'_> {
    /// Sets a field to these values (canonical text); none empties it. Repeating groups have doors of their
    /// own, and so has the position.
    pub fn set_field(&mut self, card: CardId, field: &str, values: &[String]) -> Result<()> {
        self.must_exist(card)?;
        self.check(card, field, values)?;
        if !record::is_card_column(field) {
            return self.set_value(card, field, values);
        }
        let new = match (field, values.first()) {
            // The two columns that may be without a value.
            ("kind", None) => Value::Null,
            (_, first) => text(first.cloned().unwrap_or_default()),
        };
        self.set(RecordKind::Card, card.0, field, new)
    }

    /// Puts tags on a card and takes others off; the order of those that stay is kept.
    pub fn change_tags(&mut self, card: CardId, add: &[String], take: &[String]) -> Result<()> {
        self.must_exist(card)?;
        let present = value::read(self.connection, card, key::TAGS)?;
        let tags = retagged(&present, add, take);
        if tags == present {
            return Ok(());
        }
        if self.is_unjournalled(card) {
            return value::write(self.connection, card, key::TAGS, &tags);
        }
        self.put(RecordKind::Card, card.0, key::TAGS, list(&present), list(&tags))
    }

    /// Sets a value field without asking what it may hold.
    pub(super) fn set_value(&mut self, card: CardId, field: &str, values: &[String]) -> Result<()> {
        if self.is_unjournalled(card) {
            return value::write(self.connection, card, field, values);
        }
        self.set(RecordKind::Card, card.0, field, list(values))
    }

    /// Sets a field that was read as `before`; refused when another program changed it meanwhile, so that
    /// edits of different fields never stand in each other's way.
    pub fn set_field_from(
        &mut self,
        card: CardId,
        field: &str,
        before: &[String],
        values: &[String],
    ) -> Result<()> {
        self.must_exist(card)?;
        let theirs = self.field(card, field)?;
        if theirs != before && theirs != values {
            return Err(StoreError::Crossed { card, field: field.into(), theirs, ours: values.to_vec() });
        }
        self.set_field(card, field, values)
    }

    /// The present values of a field; an empty text is no value.
    fn field(&self, card: CardId, field: &str) -> Result<Vec<String>> {
        if !record::is_card_column(field) {
            return value::read(self.connection, card, field);
        }
        Ok(match record::read(self.connection, RecordKind::Card, card.0, field)? {
            Value::Text(text) if !text.is_empty() => vec![text],
            _ => Vec::new(),
        })
    }

    fn check(&self, card: CardId, field: &str, values: &[String]) -> Result<()> {
        let kind = match built_in(field) {
            Some(known) => Some(known.kind),
            None => own_fields::kind(self.connection, field)?,
        };
        let kind = kind.ok_or_else(|| StoreError::NoSuchField(field.into()))?;
        must_fit(field, kind, values)?;
        if let (FieldType::Card, Some(above)) = (kind, values.first()) {
            let above = above.parse().map_err(|_| bad(field, above))?;
            return self.check_chain(card, field, CardId(above));
        }
        match field {
            "code" => {
                self.code_must_be_free(Some(card), values.first().map(String::as_str).unwrap_or_default())
            }
            _ => Ok(()),
        }
    }

    /// Refuses a code that another card has, in the list or in the bin.
    pub(super) fn code_must_be_free(&self, own: Option<CardId>, code: &str) -> Result<()> {
        match code::holder(self.connection, code)? {
            Some((card, name)) if Some(card) != own => {
                Err(StoreError::CodeTaken { code: code.into(), card, name })
            }
            _ => Ok(()),
        }
    }

    /// Refuses a card that leads back to this one by the same field, over however many others: nobody
    /// introduced themselves, and no group belongs to its own part.
    fn check_chain(&self, card: CardId, field: &str, first: CardId) -> Result<()> {
        self.must_exist(first)?;
        if chain::leads_to(self.connection, field, first, card)? {
            return Err(StoreError::Circle { field: field.into(), card, other: first });
        }
        Ok(())
    }
}

/// Tags with some put on and others taken off.
pub(in crate::store) fn retagged(present: &[String], add: &[String], take: &[String]) -> Vec<String> {
    let mut tags: Vec<String> = present.iter().filter(|tag| !take.contains(tag)).cloned().collect();
    tags.extend(add.iter().filter(|tag| !present.contains(tag)).cloned());
    tags
}

/// Refuses what a field of this type can never hold, whatever else there is in the card file.
pub(in crate::store) fn must_fit(field: &str, kind: FieldType, values: &[String]) -> Result<()> {
    if built_in(field).is_some_and(|known| known.editing == Editing::ByCommand) || kind.is_records() {
        return Err(StoreError::FieldHasItsOwnDoor(field.into()));
    }
    if matches!(kind, FieldType::Tags) {
        return Ok(());
    }
    if !kind.is_several() && values.len() > 1 {
        return Err(StoreError::OneValueOnly(field.into()));
    }
    if let FieldType::Choice(choices) | FieldType::Choices(choices) = kind
        && let Some(wrong) = values.iter().find(|value| !(choices.codes)().contains(&value.as_str()))
    {
        return Err(bad(field, wrong));
    }
    let value = values.first().map(String::as_str).unwrap_or_default();
    match field {
        "name" if value.trim().is_empty() => Err(StoreError::EmptyName),
        "party" if value.is_empty() => Err(bad(field, value)),
        _ => Ok(()),
    }
}

fn bad(field: &str, value: &str) -> StoreError {
    StoreError::BadValue { field: field.into(), value: value.into() }
}
