//! Setting a field of a card, and what the fields may hold.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};

use crate::domain::field::{Editing, FieldType, built_in};
use crate::domain::id::CardId;
use crate::store::cell::{list, list_of, text};
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
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
        let Some(known) = built_in(field) else {
            return self.check_own(field, values);
        };
        if known.editing == Editing::ByCommand {
            return Err(StoreError::FieldHasItsOwnDoor(field.into()));
        }
        let bad = |value: &str| StoreError::BadValue { field: field.into(), value: value.into() };
        match known.kind {
            FieldType::Phones | FieldType::Emails | FieldType::Addresses | FieldType::People => {
                return Err(StoreError::FieldHasItsOwnDoor(field.into()));
            }
            FieldType::Tags => return Ok(()),
            _ if values.len() > 1 => return Err(StoreError::OneValueOnly(field.into())),
            FieldType::Choice(choices) => {
                if let Some(wrong) = values.iter().find(|value| !(choices.codes)().contains(&value.as_str()))
                {
                    return Err(bad(wrong));
                }
            }
            FieldType::Card => {
                if let Some(introducer) = values.first() {
                    let introducer = introducer.parse().map_err(|_| bad(introducer))?;
                    self.check_introducer(card, CardId(introducer))?;
                }
            }
            _ => {}
        }
        let value = values.first().map(String::as_str).unwrap_or_default();
        match field {
            "name" if value.trim().is_empty() => Err(StoreError::EmptyName),
            "party" if value.is_empty() => Err(bad(value)),
            "code" => self.code_must_be_free(Some(card), value),
            _ => Ok(()),
        }
    }

    /// A field the user added holds one text.
    fn check_own(&self, field: &str, values: &[String]) -> Result<()> {
        let known =
            self.connection.prepare_cached("SELECT 1 FROM own_field WHERE key = ?1")?.exists([field])?;
        match values.len() {
            _ if !known => Err(StoreError::NoSuchField(field.into())),
            0 | 1 => Ok(()),
            _ => Err(StoreError::OneValueOnly(field.into())),
        }
    }

    /// Refuses a code that another card has, in the list or in the bin.
    pub(super) fn code_must_be_free(&self, own: Option<CardId>, code: &str) -> Result<()> {
        if code.is_empty() {
            return Ok(());
        }
        let holder = self
            .connection
            .prepare_cached("SELECT id, name FROM card WHERE code = ?1 AND code <> '' AND state < 2")?
            .query_row(params![code], |row| Ok((CardId(row.get(0)?), row.get(1)?)))
            .optional()?;
        match holder {
            Some((card, name)) if Some(card) != own => {
                Err(StoreError::CodeTaken { code: code.into(), card, name })
            }
            _ => Ok(()),
        }
    }

    /// Refuses an introducer that the card itself introduced, over however many others.
    fn check_introducer(&self, card: CardId, introducer: CardId) -> Result<()> {
        self.must_exist(introducer)?;
        let mut above = Some(introducer);
        while let Some(present) = above {
            if present == card {
                return Err(StoreError::IntroducerCircle { card, introducer });
            }
            let next = record::read(self.connection, RecordKind::Card, present.0, "introducer")?;
            above = list_of(&next)?.first().and_then(|id| id.parse().ok()).map(CardId);
        }
        Ok(())
    }
}
