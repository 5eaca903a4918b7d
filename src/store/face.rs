//! What a list shows of cards beyond their rows: only what its columns ask for is read, and no history.

use chrono::{Months, NaiveDate};
use rusqlite::params;

use super::cell::{day_text, optional_day};
use super::error::Result;
use super::{Store, read};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::column::Part;
use crate::domain::contact::ContactKind;
use crate::domain::id::CardId;

/// The span in which visits are counted.
pub(super) const VISITS_OVER: u32 = 12;

/// What a list shows of one card beyond its row. What was not asked for is empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Face {
    /// The card without its history, and without what the privacy policy switches off.
    pub card: Card,
    /// When it was visited.
    pub visits: Visits,
}

/// The visits of a card up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Visits {
    /// The last one.
    pub last_on: Option<NaiveDate>,
    /// How many in the twelve months up to that day.
    pub made: u32,
}

impl Store {
    /// These parts of these cards, in the same order; cards that are gone are left out.
    pub fn faces(&self, ids: &[CardId], parts: &[Part], day: NaiveDate) -> Result<Vec<Face>> {
        self.in_one_read(|| {
            let mut faces = Vec::with_capacity(ids.len());
            for id in ids {
                let Some(mut card) = read::parts(&self.connection, *id, parts)? else { continue };
                self.opening.policies.privacy.strip(&mut card);
                let visits = match parts.contains(&Part::Visits) {
                    true => self.visits(*id, day)?,
                    false => Visits::default(),
                };
                faces.push(Face { card, visits });
            }
            Ok(faces)
        })
    }

    fn visits(&self, card: CardId, day: NaiveDate) -> Result<Visits> {
        let since = day.checked_sub_months(Months::new(VISITS_OVER)).unwrap_or(NaiveDate::MIN);
        let mut statement = self.connection.prepare_cached(
            "SELECT max(day), count(*) FILTER (WHERE day > ?4) FROM contact
             WHERE card = ?1 AND kind = ?2 AND day <= ?3",
        )?;
        let kind = ContactKind::Visit.code();
        let found = statement.query_row(params![card.0, kind, day_text(day), day_text(since)], |row| {
            Ok((row.get::<_, Option<String>>(0)?, row.get(1)?))
        })?;
        Ok(Visits { last_on: optional_day(found.0)?, made: found.1 })
    }
}
