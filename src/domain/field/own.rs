//! Fields the user adds, and the one face that they and those of the catalogue show.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::own_type::OwnType;
use super::{Editing, Field, FieldType, Group, Sensitive};
use crate::domain::field_parse::{self, FieldError};
use crate::domain::language::Language;
use crate::domain::money;
use crate::domain::party::Party;
use crate::domain::text::fold::same;

/// A choice of a list that the user gave with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnOption {
    /// What is kept.
    pub code: String,
    /// What is read; the same as the code unless it was named.
    pub name: String,
}

/// A field the user added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnField {
    /// The stable key.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// What it holds.
    pub own_type: OwnType,
    /// The list of a choice; else empty.
    pub options: Vec<OwnOption>,
}

impl OwnField {
    /// A field of one line of text.
    pub fn text(key: impl Into<String>, name: impl Into<String>) -> OwnField {
        OwnField { key: key.into(), name: name.into(), own_type: OwnType::Text, options: Vec::new() }
    }

    /// What it holds, as a field of the catalogue says it.
    pub fn kind(&self) -> FieldType {
        self.own_type.kind()
    }

    /// The values meant by a text, as [`Field::parse`].
    ///
    /// # Errors
    /// A text that is no value.
    pub fn parse(&self, text: &str, as_of: NaiveDate) -> Result<Vec<String>, FieldError> {
        if self.own_type != OwnType::Choice {
            return field_parse::parse(self.kind(), text, as_of);
        }
        let text = text.trim();
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let codes = || self.options.iter().map(|option| option.code.clone()).collect();
        self.code_meant(text)
            .map(|code| vec![code.to_owned()])
            .ok_or_else(|| field_parse::unknown_choice(text, codes()))
    }

    /// The code of its list that a word means.
    pub fn code_meant(&self, word: &str) -> Option<&str> {
        let meant = |option: &&OwnOption| same(&option.code, word) || same(&option.name, word);
        self.options.iter().find(meant).map(|option| option.code.as_str())
    }

    /// The name of a code of its list.
    pub fn option_name(&self, code: &str) -> Option<&str> {
        self.options.iter().find(|option| option.code == code).map(|option| option.name.as_str())
    }
}

/// A field of a card: of the catalogue, or the user's own.
#[derive(Debug, Clone, PartialEq)]
pub enum CardField {
    /// Of the catalogue.
    Known(&'static Field),
    /// The user's own.
    Own(OwnField),
}

impl CardField {
    /// Every field there is: those of the catalogue in their order, then the user's own.
    pub fn all(own: &[OwnField]) -> impl Iterator<Item = CardField> {
        super::CATALOGUE.iter().map(CardField::Known).chain(own.iter().cloned().map(CardField::Own))
    }

    /// The field with this key.
    pub fn with_key(key: &str, own: &[OwnField]) -> Option<CardField> {
        let known = super::built_in(key).map(CardField::Known);
        known.or_else(|| own.iter().find(|field| field.key == key).cloned().map(CardField::Own))
    }

    /// Whether its value is one of several.
    pub fn is_choice(&self) -> bool {
        matches!(self.kind(), FieldType::Choice(_) | FieldType::OwnChoice)
    }

    /// The stable key.
    pub fn key(&self) -> &str {
        match self {
            CardField::Known(field) => field.key,
            CardField::Own(field) => &field.key,
        }
    }

    /// Its name for people.
    pub fn name(&self, language: Language) -> &str {
        match self {
            CardField::Known(field) => field.name(language),
            CardField::Own(field) => &field.name,
        }
    }

    /// What it holds.
    pub fn kind(&self) -> FieldType {
        match self {
            CardField::Known(field) => field.kind,
            CardField::Own(field) => field.kind(),
        }
    }

    /// Whether its values stand in one line.
    pub fn is_one_line(&self) -> bool {
        !matches!(self.kind(), FieldType::Note) && !self.kind().is_records()
    }

    /// Where it stands on the card.
    pub fn group(&self) -> Group {
        match self {
            CardField::Known(field) => field.group,
            CardField::Own(_) => Group::Own,
        }
    }

    /// How it is changed.
    pub fn editing(&self) -> Editing {
        match self {
            CardField::Known(field) => field.editing,
            CardField::Own(_) => Editing::Free,
        }
    }

    /// Why it is off until it is switched on.
    pub fn sensitive(&self) -> Option<Sensitive> {
        match self {
            CardField::Known(field) => field.sensitive,
            CardField::Own(_) => None,
        }
    }

    /// Whether a card of this party is asked for it.
    pub fn is_for(&self, party: Party) -> bool {
        match self {
            CardField::Known(field) => field.is_for(party),
            CardField::Own(_) => true,
        }
    }

    /// Whether a card may be without it.
    pub fn may_be_empty(&self) -> bool {
        match self {
            CardField::Known(field) => field.may_be_empty(),
            CardField::Own(_) => true,
        }
    }

    /// The values meant by a text, in canonical form; none when the text is empty.
    ///
    /// # Errors
    /// A text that is no value, and an empty one where there must be a value.
    pub fn parse(&self, text: &str, as_of: NaiveDate) -> Result<Vec<String>, FieldError> {
        match self {
            CardField::Known(field) => field.parse(text, as_of),
            CardField::Own(field) => field.parse(text, as_of),
        }
    }

    /// Codes and names of its list, in the order in which they are offered; none when it has no list.
    pub fn options(&self, language: Language) -> Vec<(String, String)> {
        match self {
            CardField::Own(field) if !field.options.is_empty() => {
                field.options.iter().map(|option| (option.code.clone(), option.name.clone())).collect()
            }
            _ => self.kind().list().map_or_else(Vec::new, |list| {
                let named = |code| (list.name_of)(code, language).unwrap_or(code).to_owned();
                (list.codes)().into_iter().map(|code| (code.to_owned(), named(code))).collect()
            }),
        }
    }

    /// A value as it is read: choices by name, thousands of numbers and amounts set apart, everything else as it
    /// is kept.
    pub fn shown<'value>(&'value self, value: &'value str, language: Language) -> Cow<'value, str> {
        let named = match self {
            CardField::Own(field) => field.option_name(value),
            CardField::Known(_) => None,
        };
        if let Some(name) = named {
            return Cow::Borrowed(name);
        }
        match self.kind() {
            FieldType::Money(_) | FieldType::Number => money::grouped(value),
            FieldType::Region => super::region::shown(value, language),
            kind => {
                Cow::Borrowed(kind.list().and_then(|list| (list.name_of)(value, language)).unwrap_or(value))
            }
        }
    }
}
