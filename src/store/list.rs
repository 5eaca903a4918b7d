//! Which cards match a query, and in which order.

use chrono::NaiveDate;

use super::Store;
use super::error::Result;
use super::matching::Matching;
use super::search::Stop;
use crate::domain::id::CardId;
use crate::domain::query::Query;
use crate::domain::text::fold::fold;

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

/// In which order cards are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// By a field or derived column.
    By(Sort),
    /// Those first in which the first word of the query lies closest: a name before a company before a person
    /// before the rest, a start before the inside. A query without words goes by the sort.
    Closest(Sort),
}

impl Order {
    /// The sort that holds where no word does.
    pub fn sort(&self) -> &Sort {
        match self {
            Order::By(sort) | Order::Closest(sort) => sort,
        }
    }
}

/// How many cards match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exact(usize),
    /// Not more than so many: some of them have yet to be looked at.
    About(usize),
}

/// The first cards of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstCards {
    /// The cards, in order.
    pub ids: Vec<CardId>,
    /// How many there are in all; `None` when that would take longer than the first cards.
    pub count: Option<Count>,
}

/// For whoever waits to the end.
const NEVER: Stop<'static> = &|| false;

impl Store {
    /// Cards that match, in order, at most `limit`.
    pub fn list(
        &self,
        query: &Query,
        sort: &Sort,
        day: NaiveDate,
        limit: Option<usize>,
    ) -> Result<Vec<CardId>> {
        self.in_one_read(|| self.sorted(query, sort, day, limit, NEVER))
    }

    /// Cards that match, in any order, at most `limit`.
    pub fn in_order(
        &self,
        query: &Query,
        order: &Order,
        day: NaiveDate,
        limit: Option<usize>,
    ) -> Result<Vec<CardId>> {
        match limit {
            Some(limit) => Ok(self.first_page(query, order, day, limit, NEVER)?.ids),
            None => self.whole_list(query, order, day, NEVER),
        }
    }

    /// The first cards of a list, as soon as they can be had.
    ///
    /// # Errors
    /// [`StoreError::Stopped`](super::StoreError::Stopped) when `stop` says that nobody waits any more.
    pub fn first_page(
        &self,
        query: &Query,
        order: &Order,
        day: NaiveDate,
        rows: usize,
        stop: Stop<'_>,
    ) -> Result<FirstCards> {
        self.in_one_read(|| {
            if let Order::Closest(_) = order
                && let Some(listed) = self.closest_page(query, rows, stop)?
            {
                return Ok(listed);
            }
            let ids = self.sorted(query, order.sort(), day, Some(rows), stop)?;
            let count = (ids.len() < rows).then_some(Count::Exact(ids.len()));
            Ok(FirstCards { ids, count })
        })
    }

    /// All cards of a list.
    ///
    /// # Errors
    /// [`StoreError::Stopped`](super::StoreError::Stopped) when `stop` says that nobody waits any more.
    pub fn whole_list(
        &self,
        query: &Query,
        order: &Order,
        day: NaiveDate,
        stop: Stop<'_>,
    ) -> Result<Vec<CardId>> {
        self.in_one_read(|| {
            if let Order::Closest(_) = order
                && let Some(ids) = self.closest_all(query, day, stop)?
            {
                return Ok(ids);
            }
            self.sorted(query, order.sort(), day, None, stop)
        })
    }

    fn sorted(
        &self,
        query: &Query,
        sort: &Sort,
        day: NaiveDate,
        limit: Option<usize>,
        stop: Stop<'_>,
    ) -> Result<Vec<CardId>> {
        let matching = self.matching(query, day, stop)?;
        let limit = limit.unwrap_or(usize::MAX);
        self.sort(matching, sort, day, limit, stop)
    }

    /// How many cards match.
    pub fn count(&self, query: &Query, day: NaiveDate) -> Result<usize> {
        self.in_one_read(|| match self.matching(query, day, NEVER)? {
            Matching::Some(cards) => Ok(cards.len()),
            Matching::AllBut(_) => {
                let sql = "SELECT count(*) FROM card WHERE state = 0";
                let count: i64 = self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
                Ok(usize::try_from(count).unwrap_or_default())
            }
        })
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
        let query = Query::of_words(words);
        if query.clauses.is_empty() {
            return Ok(Resolution::None);
        }
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
