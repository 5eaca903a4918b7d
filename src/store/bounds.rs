//! What all standings of the file have in common: with it, whether they serve a day is known without looking at
//! each of them.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::cell::day_text;
use super::error::Result;

/// What all standings have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bounds {
    /// The latest day any of them begins on, as it is kept.
    newest: String,
    /// The policy of all of them; empty when there are several.
    policy: Option<String>,
}

impl Bounds {
    /// Those of a file.
    pub(super) fn of(connection: &Connection) -> Result<Bounds> {
        let mut statement = connection.prepare_cached("SELECT newest, policy FROM standing_bounds")?;
        Ok(statement.query_row([], |row| Ok(Bounds { newest: row.get(0)?, policy: row.get(1)? }))?)
    }

    /// Whether no standing begins after a day.
    pub(super) fn begin_until(&self, day: NaiveDate) -> bool {
        self.newest <= day_text(day)
    }

    /// Whether all standings are of a policy.
    pub(super) fn all_of(&self, policy: &str) -> bool {
        self.policy.as_deref().is_none_or(|common| common == policy && !policy.is_empty())
    }
}

/// Heeds a standing that is kept: the day it begins on, and its policy.
pub(super) fn widen(connection: &Connection, [from, policy]: [&Value; 2]) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE standing_bounds
             SET newest = max(newest, ?1), policy = iif(ifnull(policy, ?2) = ?2, ?2, '')
             WHERE newest < ?1 OR policy IS NULL OR (policy <> ?2 AND policy <> '')",
        )?
        .execute([from, policy])?;
    Ok(())
}

/// Heeds the standings of some cards that are kept as they were folded beside the file.
pub(super) fn widen_to_folded(connection: &Connection, above: i64, last: i64) -> Result<()> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT from_day, policy FROM temp.folded WHERE card > ?1 AND card <= ?2")?;
    let mut rows = statement.query([above, last])?;
    while let Some(row) = rows.next()? {
        widen(connection, [&row.get(0)?, &row.get(1)?])?;
    }
    Ok(())
}

/// Every standing was found to be of a policy.
pub(super) fn settle(connection: &Connection, policy: &str) -> Result<()> {
    connection.prepare_cached("UPDATE standing_bounds SET policy = ?1")?.execute([policy])?;
    Ok(())
}
