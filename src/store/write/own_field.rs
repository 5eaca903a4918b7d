//! Fields the user adds to the catalogue, changes and removes.

use rusqlite::{OptionalExtension, params};

use crate::domain::choice::Choice;
use crate::domain::field::own_type::{self, OwnFieldSpec, OwnType};
use crate::domain::field::{OwnField, built_in};
use crate::store::cell::text;
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::own_fields;
use crate::store::record::RecordKind;

/// Whether a field that cards have values of may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// Only when no card has a value.
    WhenEmpty,
    /// All the same: the values stay in the file, unseen, and come back with the field.
    AndItsValues,
}

impl Door<'_> {
    /// Adds a field for a column of a file; one that is there already stays as it is.
    ///
    /// # Errors
    /// A key of the catalogue.
    pub fn add_own_field(&mut self, field: &OwnField) -> Result<()> {
        let key = field.key.as_str();
        if key.is_empty() || built_in(key).is_some() {
            return Err(StoreError::BadValue { field: "own field".into(), value: key.into() });
        }
        match self.own_field_row(key)? {
            Some(_) => Ok(()),
            None => self.insert_own_field(field),
        }
    }

    /// Adds a field.
    ///
    /// # Errors
    /// A key or name that means something already.
    pub fn new_own_field(&mut self, field: &OwnField) -> Result<()> {
        let own = own_fields::all(self.connection)?;
        match own_type::taken(field, &own) {
            Some((word, by)) => Err(StoreError::FieldExists { word, by }),
            None => self.insert_own_field(field),
        }
    }

    /// Changes the name of a field, or the list of a choice.
    ///
    /// # Errors
    /// No such field, another type than it has, a name that means something else, and a choice taken from the
    /// list that cards have.
    pub fn change_own_field(&mut self, spec: &OwnFieldSpec) -> Result<()> {
        let own = own_fields::all(self.connection)?;
        let Some((row, field)) =
            self.own_field_row(&spec.key)?.zip(own.iter().find(|field| field.key == spec.key))
        else {
            return Err(StoreError::NoSuchField(spec.key.clone()));
        };
        if spec.kind.is_some_and(|kind| kind != field.own_type) {
            return Err(StoreError::OwnTypeStays(field.key.clone()));
        }
        if let Some(name) = &spec.name {
            let others: Vec<OwnField> = own.iter().filter(|other| other.key != field.key).cloned().collect();
            if let Some(by) = own_type::taken_by(name, &others) {
                return Err(StoreError::FieldExists { word: name.clone(), by });
            }
            self.set(RecordKind::OwnField, row, "name", text(name))?;
        }
        let Some(options) = &spec.options else { return Ok(()) };
        if field.own_type != OwnType::Choice {
            return Err(StoreError::OwnTypeStays(field.key.clone()));
        }
        let gone =
            field.options.iter().filter(|known| options.iter().all(|option| option.code != known.code));
        for option in gone {
            let cards = self.cards_with(&field.key, Some(&option.code))?;
            if cards > 0 {
                return Err(StoreError::ChoiceInUse {
                    field: field.key.clone(),
                    code: option.code.clone(),
                    cards,
                });
            }
        }
        self.set(RecordKind::OwnField, row, "options", text(own_fields::options_text(options)))
    }

    /// Removes a field.
    ///
    /// # Errors
    /// No such field; one that cards have values of, unless it may go with them.
    pub fn remove_own_field(&mut self, key: &str, removal: Removal) -> Result<()> {
        if built_in(key).is_some() {
            return Err(StoreError::FieldOfEveryCard(key.into()));
        }
        let row = self.own_field_row(key)?.ok_or_else(|| StoreError::NoSuchField(key.into()))?;
        let cards = self.cards_with(key, None)?;
        if cards > 0 && removal == Removal::WhenEmpty {
            return Err(StoreError::FieldInUse { field: key.into(), cards });
        }
        self.delete(RecordKind::OwnField, row)
    }

    fn insert_own_field(&mut self, field: &OwnField) -> Result<()> {
        let fields = [
            ("key", text(&field.key)),
            ("name", text(&field.name)),
            ("type", text(field.own_type.code())),
            ("options", text(own_fields::options_text(&field.options))),
        ];
        self.insert(RecordKind::OwnField, &fields).map(drop)
    }

    fn own_field_row(&self, key: &str) -> Result<Option<i64>> {
        Ok(self
            .connection
            .prepare_cached("SELECT id FROM own_field WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }

    /// How many cards have a value of a field, or this one.
    fn cards_with(&self, key: &str, value: Option<&str>) -> Result<u64> {
        let count: i64 = self
            .connection
            .prepare_cached(
                "SELECT count(DISTINCT value.card) FROM value JOIN card ON card.id = value.card
                 WHERE value.field = ?1 AND (?2 IS NULL OR value.text = ?2) AND card.state < 2",
            )?
            .query_row(params![key, value], |row| row.get(0))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }
}
