//! What is due by something that was folded: it may be much, and stands in indexes by what it is worth and its day.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::ranking::{Found, Ranking};
use crate::domain::agenda::Matter;
use crate::domain::choice::Choice;
use crate::domain::followup::DueReason;
use crate::domain::id::CardId;
use crate::store::Store;
use crate::store::cell::{day as read_day, day_text};
use crate::store::error::Result;
use crate::store::other_day::Coverage;

/// A matter whose day stands in the standing.
pub(super) struct Walk {
    matter: Matter,
    /// The column with the day.
    column: &'static str,
    /// Which standings have one: the condition of an index over worth and day.
    condition: String,
}

impl Walk {
    /// The way through a matter; `None` for one whose day stands elsewhere.
    pub(super) fn of(matter: Matter) -> Option<Walk> {
        let appointment = DueReason::Appointment.code();
        let (column, condition) = match matter {
            Matter::Appointment => ("due_on", format!("due_reason = '{appointment}'")),
            Matter::FollowUp => ("due_on", format!("due_reason <> '{appointment}'")),
            Matter::Review => ("review_on", "review_on IS NOT NULL".to_owned()),
            Matter::Lapsed => ("lapsed_on", "lapsed_on IS NOT NULL".to_owned()),
            Matter::OurPromise
            | Matter::TheirPromise
            | Matter::Thanks
            | Matter::Anniversary
            | Matter::Ending
            | Matter::Lent => return None,
        };
        Some(Walk { matter, column, condition })
    }

    /// What the next cards are worth: less than so much.
    pub(super) fn next(&self) -> String {
        format!("SELECT max(worth) FROM standing WHERE {} AND worth < ?1", self.condition)
    }

    /// The cards that are worth so much, the earliest day first.
    pub(super) fn rows(&self, coverage: Coverage) -> String {
        let Walk { column, condition, .. } = self;
        let not_folded = match coverage {
            Coverage::Whole => "",
            Coverage::InParts => {
                "AND NOT EXISTS (SELECT 1 FROM temp.folded WHERE folded.card = standing.card)"
            }
        };
        format!(
            "SELECT standing.card, standing.{column} FROM standing
             CROSS JOIN card ON card.id = standing.card AND card.state = 0
             WHERE standing.{condition} AND standing.worth = ?1 AND standing.{column} BETWEEN ?2 AND ?3 {not_folded}
             ORDER BY standing.{column}, standing.card"
        )
    }

    /// Those that were folded beside the file, in any order.
    pub(super) fn folded(&self) -> String {
        let Walk { column, condition, .. } = self;
        format!(
            "SELECT folded.card, folded.{column}, folded.worth FROM temp.folded
             CROSS JOIN card ON card.id = folded.card AND card.state = 0
             WHERE folded.{condition} AND folded.{column} BETWEEN ?1 AND ?2"
        )
    }
}

impl Store {
    /// Adds what a matter has, as far as it may come among the first.
    pub(super) fn walk(&self, walk: &Walk, coverage: Coverage, ranking: &mut Ranking<'_>) -> Result<()> {
        let days = ranking.horizon.days(walk.matter, ranking.day, &self.opening.policies.follow_up);
        // What is overdue is so since any day.
        let from = if days.from == NaiveDate::MIN { String::new() } else { day_text(days.from) };
        if coverage == Coverage::InParts {
            let mut statement = self.connection.prepare_cached(&walk.folded())?;
            let mut rows = statement.query(params![from, day_text(days.to)])?;
            while let Some(row) = rows.next()? {
                let on = read_day(&row.get::<_, String>(1)?)?;
                ranking.add(Found { card: CardId(row.get(0)?), matter: walk.matter, on, worth: row.get(2)? });
            }
        }
        let mut worth = self.worth_below(walk, i64::MAX)?;
        let mut statement = self.connection.prepare_cached(&walk.rows(coverage))?;
        while let Some(present) = worth
            && let Some(latest) = ranking.latest(present)
        {
            let mut left = ranking.missing().unwrap_or(usize::MAX);
            let mut rows = statement.query(params![present, from, day_text(latest.min(days.to))])?;
            while left > 0
                && let Some(row) = rows.next()?
            {
                let on = read_day(&row.get::<_, String>(1)?)?;
                let found = Found { card: CardId(row.get(0)?), matter: walk.matter, on, worth: present };
                left -= usize::from(ranking.add(found));
            }
            worth = self.worth_below(walk, present.into())?;
        }
        Ok(())
    }

    fn worth_below(&self, walk: &Walk, worth: i64) -> Result<Option<u32>> {
        let mut statement = self.connection.prepare_cached(&walk.next())?;
        Ok(statement.query_row([worth], |row| row.get(0)).optional()?.flatten())
    }
}
