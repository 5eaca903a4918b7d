//! What a day offers while nothing is due.

use chrono::NaiveDate;
use rusqlite::params;

use super::table;
use crate::domain::id::CardId;
use crate::store::Store;
use crate::store::error::Result;

impl Store {
    /// The prospects most worth a contact while nothing is due, at most `limit`: the best class first, a
    /// certain one before one that may still be; then who is due soonest.
    pub fn best_prospects(&self, day: NaiveDate, limit: usize) -> Result<Vec<CardId>> {
        self.offered(
            day,
            limit,
            "standing.due_on IS NOT NULL AND standing.position IN ('potential', 'target')
             ORDER BY standing.best_rank, standing.class = 'investigate', standing.due_on, standing.card",
        )
    }

    /// Cards in drift, which no day ever names, at most `limit`: first those of which a letter is known, the best
    /// class first, then the others as they came in.
    pub fn drifting(&self, day: NaiveDate, limit: usize) -> Result<Vec<CardId>> {
        // In two steps: of the others there may be as many as cards, and they need no sorting.
        let mut cards = self.offered(
            day,
            limit,
            "standing.position = 'drift' AND standing.code <> '???' AND standing.class <> 'stop'
             ORDER BY standing.best_rank, standing.class = 'investigate', standing.card",
        )?;
        let left = limit - cards.len();
        cards.extend(self.offered(
            day,
            left,
            "standing.position = 'drift' AND standing.code = '???' ORDER BY card.id",
        )?);
        Ok(cards)
    }

    fn offered(&self, day: NaiveDate, limit: usize, which: &str) -> Result<Vec<CardId>> {
        let sql = format!(
            "SELECT standing.card FROM {} AS standing
             JOIN card ON card.id = standing.card AND card.state = 0
             WHERE {which} LIMIT ?1",
            table(self.cover(day)?),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let cards = statement.query_map(params![limit], |row| row.get(0).map(CardId))?;
        Ok(cards.collect::<rusqlite::Result<_>>()?)
    }
}
