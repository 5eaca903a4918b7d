//! Sets of cards that a statement of SQL can ask.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::domain::card_set::CardSet;
use crate::store::error::Result;

/// In SQL, whether a card is in a set: its number, then the card.
const FUNCTION: &str = "is_found";

/// The sets that statements of one connection ask.
#[derive(Debug, Clone, Default)]
pub(in crate::store) struct Found(Arc<Mutex<Vec<CardSet>>>);

impl Found {
    /// Makes the function known to a connection.
    pub(in crate::store) fn of(connection: &Connection) -> Result<Found> {
        let found = Found::default();
        let sets = found.clone();
        connection.create_scalar_function(FUNCTION, 2, FunctionFlags::SQLITE_UTF8, move |context| {
            let (number, card): (u32, i64) = (context.get(0)?, context.get(1)?);
            let sets = sets.0.lock().unwrap_or_else(PoisonError::into_inner);
            Ok(sets.get(number as usize).is_some_and(|set| set.contains(card)))
        })?;
        Ok(found)
    }

    /// Puts sets in place of those before; each is known by its place.
    pub(in crate::store) fn put(&self, sets: Vec<CardSet>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = sets;
    }

    /// The condition of SQL that the card of a column is in a set.
    pub(in crate::store) fn condition(number: usize, card: &str) -> String {
        format!("{FUNCTION}({number}, {card})")
    }
}

/// So many cards are read one by one faster than they are met on the way through all cards.
const FEW: usize = 10_000;

impl CardSet {
    /// Its cards as a list that `json_each` reads, when they are few.
    pub(in crate::store) fn few(&self) -> Option<String> {
        (self.len() <= FEW).then(|| {
            let cards: Vec<i64> = self.iter().map(|card| card.0).collect();
            serde_json::Value::from(cards).to_string()
        })
    }
}
