//! The cards that match a query, as a set.

use chrono::NaiveDate;
use rusqlite::params_from_iter;

use super::Store;
use super::error::Result;
use super::filter::Filter;
use super::search::{Stop, not_listed};
use crate::domain::card_set::CardSet;
use crate::domain::query::{Query, Scope};

/// The cards that match a query.
#[derive(Debug)]
pub(super) enum Matching {
    /// All but these, which are not in the list.
    AllBut(CardSet),
    /// These.
    Some(CardSet),
}

impl Matching {
    /// Whether a card is among them.
    pub(super) fn contains(&self, card: i64) -> bool {
        match self {
            Matching::AllBut(gone) => !gone.contains(card),
            Matching::Some(cards) => cards.contains(card),
        }
    }
}

impl Store {
    /// The cards that match a query.
    pub(super) fn matching(&self, query: &Query, day: NaiveDate, stop: Stop<'_>) -> Result<Matching> {
        if query.clauses.is_empty() {
            let (gone, binned) = not_listed(&self.connection)?;
            return Ok(match query.scope {
                Scope::Live => Matching::AllBut(gone),
                Scope::Bin => Matching::Some(binned),
            });
        }
        if let Some(cards) = self.matching_words(query, stop)? {
            return Ok(Matching::Some(cards));
        }
        let filter = Filter::of(self, query, day, stop)?;
        let sql = format!("SELECT card.id FROM {} WHERE {}", filter.tables(), filter.condition());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let cards = statement.query_map(params_from_iter(filter.into_parameters()), |row| row.get(0))?;
        cards.collect::<rusqlite::Result<CardSet>>().map(Matching::Some).map_err(Into::into)
    }
}
