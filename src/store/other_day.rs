//! Lists on a day for which the file does not hold every standing: the missing ones are folded beside it.

use std::cell::Cell;

use chrono::NaiveDate;
use rusqlite::params;

use super::bounds::Bounds;
use super::cell::day_text;
use super::error::Result;
use super::{Store, read, standing};
use crate::domain::card::CardState;
use crate::domain::id::CardId;
use crate::domain::standing::fold;

/// Whether the standings kept in the file serve a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coverage {
    /// All of them.
    Whole,
    /// The rest stands in the temporary table `folded`.
    InParts,
}

/// What was found out last, and on which state of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Covered {
    day: NaiveDate,
    data_version: i64,
    own_changes: u64,
    coverage: Coverage,
}

/// The last finding of a connection.
pub(super) type LastCovered = Cell<Option<Covered>>;

impl Store {
    /// Sees to it that every card has a standing for a day: in the file, or in the temporary table `folded`.
    /// Nothing is written to the file.
    pub(super) fn cover(&self, day: NaiveDate) -> Result<Coverage> {
        let data_version = self.data_version()?;
        let own_changes = self.connection.total_changes();
        if let Some(last) = self.covered.get()
            && last.day == day
            && last.data_version == data_version
            && last.own_changes == own_changes
        {
            return Ok(last.coverage);
        }
        let coverage = self.in_one_read(|| self.fold_missing(day))?;
        let own_changes = self.connection.total_changes();
        self.covered.set(Some(Covered { day, data_version, own_changes, coverage }));
        Ok(coverage)
    }

    /// Folds the cards whose standing in the file does not serve a day.
    fn fold_missing(&self, day: NaiveDate) -> Result<Coverage> {
        let missing = self.uncovered(day)?;
        let coverage = if missing.is_empty() { Coverage::Whole } else { Coverage::InParts };
        if coverage == Coverage::InParts {
            self.connection.execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS folded AS SELECT * FROM standing LIMIT 0;
                 CREATE UNIQUE INDEX IF NOT EXISTS temp.folded_by_card ON folded (card);
                 DELETE FROM temp.folded;",
            )?;
            for id in missing {
                if let Some(card) = read::with_history(&self.connection, id)?
                    && card.state != CardState::Withdrawn
                {
                    let folded = fold(&card, day, &self.opening.policies);
                    standing::keep_in(&self.connection, "temp.folded", id, &folded)?;
                }
            }
        }
        Ok(coverage)
    }

    fn uncovered(&self, day: NaiveDate) -> Result<Vec<CardId>> {
        let bounds = Bounds::of(&self.connection)?;
        // Those that end are few and have an index; all others are looked at only where they may differ.
        let sql = if bounds.begin_until(day) && bounds.all_of(&self.policy) {
            "SELECT card FROM standing WHERE until_day <= ?1 AND until_day < '9999-12-31' AND ?2 <> ''"
        } else {
            "SELECT card FROM standing WHERE from_day > ?1 OR until_day <= ?1 OR policy <> ?2"
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let cards = statement.query_map(params![day_text(day), self.policy], |row| row.get(0).map(CardId))?;
        Ok(cards.collect::<rusqlite::Result<_>>()?)
    }
}
