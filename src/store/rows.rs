//! What a list shows of a card, and its standing on a day.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Statement};

use super::cell::{choice, optional_choice, optional_day};
use super::error::Result;
use super::{Store, read, standing};
use crate::domain::card::{Card, CardState};
use crate::domain::contact::NextAction;
use crate::domain::field::{CATALOGUE, FieldType};
use crate::domain::id::CardId;
use crate::domain::position::Position;
use crate::domain::standing::{Standing, fold};

/// What a list shows of one card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The card.
    pub id: CardId,
    /// The user's own number for it.
    pub code: String,
    /// The name.
    pub name: String,
    /// What people call it for short.
    pub short_name: String,
    /// The company of an individual.
    pub company: String,
    /// First phone number, as typed.
    pub phone: String,
    /// What is to be done next.
    pub next_action: Option<NextAction>,
    /// Everything derived. Its letters carry no evidence when it was kept in the file.
    pub standing: Standing,
}

impl Store {
    /// The position of a card; `None` when there is no such card.
    pub fn position(&self, card: CardId) -> Result<Option<Position>> {
        let mut statement = self.connection.prepare_cached("SELECT position FROM card WHERE id = ?1")?;
        let code: Option<String> = statement.query_row([card.0], |row| row.get(0)).optional()?;
        code.map(|code| choice(&code)).transpose()
    }

    /// A card, whole but for what the privacy policy switches off; `None` when there is none or it was withdrawn.
    pub fn card(&self, id: CardId) -> Result<Option<Card>> {
        let mut card = self.in_one_read(|| read::card(&self.connection, id))?;
        if let Some(card) = &mut card {
            self.opening.policies.privacy.strip(card);
        }
        Ok(card.filter(|card| card.state != CardState::Withdrawn))
    }

    /// These cards, as [`Store::card`] gives them, all of one moment; those that are gone are left out.
    pub fn cards(&self, ids: &[CardId]) -> Result<Vec<Card>> {
        self.in_one_read(|| {
            let cards = ids.iter().map(|id| self.card(*id));
            Ok(cards.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
        })
    }

    /// Names of the cards that the fields of a card point at: who introduced it, the group it belongs to.
    pub fn names_on(&self, card: &Card) -> Result<HashMap<CardId, String>> {
        let mut names = HashMap::new();
        for field in CATALOGUE.iter().filter(|field| matches!(field.kind, FieldType::Card)) {
            for id in card.field_texts(field.key).iter().filter_map(|id| id.parse().ok().map(CardId)) {
                names.extend(self.name_of(id)?.map(|name| (id, name)));
            }
        }
        Ok(names)
    }

    /// The name of a card, without reading it whole; `None` when there is no such card.
    pub fn name_of(&self, card: CardId) -> Result<Option<String>> {
        let mut statement =
            self.connection.prepare_cached("SELECT name FROM card WHERE id = ?1 AND state < 2")?;
        Ok(statement.query_row([card.0], |row| row.get(0)).optional()?)
    }

    /// The standing of a card on a day, with its evidence.
    pub fn standing(&self, card: &Card, day: NaiveDate) -> Standing {
        fold(card, day, &self.opening.policies)
    }

    /// What a list shows of these cards, in the same order; cards that are gone are left out.
    pub fn rows(&self, ids: &[CardId], day: NaiveDate) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT card.code, card.name, card.short_name, card.company,
                    coalesce((SELECT number FROM phone WHERE phone.card = card.id ORDER BY id LIMIT 1), ''),
                    card.next_on, card.next_kind, card.next_note, {}
             FROM card LEFT JOIN standing ON standing.card = card.id
             WHERE card.id = ?1 AND card.state < 2",
            standing::COLUMNS
        );
        self.in_one_read(|| {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = Vec::with_capacity(ids.len());
            for &id in ids {
                rows.extend(self.row(&mut statement, id, day)?);
            }
            Ok(rows)
        })
    }

    fn row(&self, statement: &mut Statement<'_>, id: CardId, day: NaiveDate) -> Result<Option<Row>> {
        /// The columns before those of the standing.
        const OWN_COLUMNS: usize = 8;
        let found = statement.query_row([id.0], |row| {
            let kept = standing::of_row(row, OWN_COLUMNS, day, &self.policy);
            let next = (row.get(5)?, row.get(6)?, row.get::<_, String>(7)?);
            let texts: [String; 5] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
            Ok((texts, next, kept))
        });
        let Some(([code, name, short_name, company, phone], next, kept)) = found.optional()? else {
            return Ok(None);
        };
        let next_action = match optional_day(next.0)? {
            Some(on) => Some(NextAction { on, kind: optional_choice(next.1)?, note: next.2 }),
            None => None,
        };
        let standing = match kept? {
            Some(standing) => standing,
            None => match read::with_history(&self.connection, id)? {
                Some(card) => self.standing(&card, day),
                None => return Ok(None),
            },
        };
        Ok(Some(Row { id, code, name, short_name, company, phone, next_action, standing }))
    }
}
