//! Which cards match a query, and in which order.

use chrono::NaiveDate;
use rusqlite::params_from_iter;

use super::Store;
use super::error::Result;
use super::filter::Filter;
use super::sort::order;
use crate::domain::id::CardId;
use crate::domain::query::{Clause, Condition, Query, Scope, Sign, Term};
use crate::domain::text::fold::fold;
use crate::domain::text::searchable::Needles;

/// By what a list is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sort {
    /// Key of a field or of a derived column; `None`: by name.
    pub key: Option<String>,
    /// Last first. Cards without the value come last either way.
    pub reverse: bool,
}

/// The card meant by what a person typed for `CARD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// This one.
    One(CardId),
    /// Words that match several cards: the first of them by name, at most [`SEVERAL_SHOWN`].
    Several {
        /// The first ones, with their names.
        first: Vec<(CardId, String)>,
        /// How many match.
        count: usize,
    },
    /// No card.
    None,
}

/// How many of several matching cards are named.
pub const SEVERAL_SHOWN: usize = 20;

impl Store {
    /// Cards that match, in order, at most `limit`.
    pub fn list(
        &self,
        query: &Query,
        sort: &Sort,
        day: NaiveDate,
        limit: Option<usize>,
    ) -> Result<Vec<CardId>> {
        let mut filter = Filter::of(self, query, day)?;
        let order = order(sort, &mut filter)?;
        let limit = limit.and_then(|limit| i64::try_from(limit).ok()).unwrap_or(-1);
        let sql = format!(
            "SELECT card.id FROM card{} WHERE {} ORDER BY {order} LIMIT {limit}",
            filter.joins(),
            filter.condition()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let ids =
            statement.query_map(params_from_iter(filter.into_parameters()), |row| row.get(0).map(CardId))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// How many cards match.
    pub fn count(&self, query: &Query, day: NaiveDate) -> Result<usize> {
        let filter = Filter::of(self, query, day)?;
        let sql = format!("SELECT count(*) FROM card{} WHERE {}", filter.joins(), filter.condition());
        let count: i64 = self
            .connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(filter.into_parameters()), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// The card meant by an id (all digits), a code, or words that match exactly one card of the list.
    pub fn resolve(&self, words: &str) -> Result<Resolution> {
        let words = words.trim();
        let number = fold(words);
        if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.resolved_by("SELECT id FROM card WHERE id = ?1 AND state < 2", &number);
        }
        let by_code = "SELECT id FROM card WHERE code = ?1 AND code <> '' AND state < 2";
        if let Resolution::One(card) = self.resolved_by(by_code, words)? {
            return Ok(Resolution::One(card));
        }
        let clauses: Vec<Clause> = words.split_whitespace().filter_map(Needles::of).map(anywhere).collect();
        if clauses.is_empty() {
            return Ok(Resolution::None);
        }
        let query = Query { clauses, scope: Scope::Live };
        let first = self.list(&query, &Sort::default(), self.opening.day, Some(SEVERAL_SHOWN))?;
        match first.as_slice() {
            [] => Ok(Resolution::None),
            [one] => Ok(Resolution::One(*one)),
            several => Ok(Resolution::Several {
                first: several.iter().map(|id| Ok((*id, self.name(*id)?))).collect::<Result<_>>()?,
                count: self.count(&query, self.opening.day)?,
            }),
        }
    }

    fn resolved_by(&self, sql: &str, words: &str) -> Result<Resolution> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([words])?;
        match rows.next()? {
            Some(row) => Ok(Resolution::One(CardId(row.get(0)?))),
            None => Ok(Resolution::None),
        }
    }

    fn name(&self, card: CardId) -> Result<String> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM card WHERE id = ?1")?;
        Ok(statement.query_row([card.0], |row| row.get(0))?)
    }
}

fn anywhere(needles: Needles) -> Clause {
    Clause { any: vec![Term { sign: Sign::Holds, condition: Condition::Anywhere(needles) }] }
}
