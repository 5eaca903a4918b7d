//! Cards with an address, as the plan of a day looks at them.

use chrono::NaiveDate;
use rusqlite::Row;
use rusqlite::params;

use super::Store;
use super::agenda::table;
use super::cell::{choice, day as read_day, day_text};
use super::error::Result;
use crate::domain::choice::Choice;
use crate::domain::id::CardId;
use crate::domain::man::class::Class;
use crate::domain::plan::Candidate;

impl Store {
    /// Every card that may be visited on a day: with an address, and due some time. Of several addresses the
    /// first one counts. In one zone also those that are not due yet; without a zone only what is due.
    pub fn candidates(&self, day: NaiveDate, zone: Option<&str>) -> Result<Vec<Candidate>> {
        let standing = table(self.cover(day)?);
        let narrowed = match zone {
            Some(_) => "address.zone = ?2",
            None => "?2 IS NULL AND standing.due_on <= ?1",
        };
        let sql = format!(
            "SELECT card.id, card.name, address.zone, address.route, standing.position, standing.best,
                    standing.due_on, standing.due_reason
             FROM {standing} AS standing
             JOIN card ON card.id = standing.card AND card.state = 0
             JOIN address ON address.card = card.id
             WHERE standing.due_on IS NOT NULL AND (?1 <> '') AND {narrowed}
               AND address.id = (SELECT min(id) FROM address AS first WHERE first.card = card.id)"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![day_text(day), zone])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(candidate(row)?);
        }
        Ok(found)
    }
}

fn candidate(row: &Row<'_>) -> Result<Candidate> {
    let best: String = row.get(5)?;
    Ok(Candidate {
        card: CardId(row.get(0)?),
        name: row.get(1)?,
        zone: row.get(2)?,
        order: row.get(3)?,
        position: choice(&row.get::<_, String>(4)?)?,
        best: Class::from_code(&best).unwrap_or(Class::Investigate),
        due_on: read_day(&row.get::<_, String>(6)?)?,
        reason: choice(&row.get::<_, String>(7)?)?,
    })
}
