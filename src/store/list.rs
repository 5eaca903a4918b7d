//! Which cards match a query, and in which order.

use chrono::NaiveDate;

use super::Store;
use super::code;
use super::error::Result;
use super::matching::Matching;
use super::search::Stop;
use crate::domain::column::SortKey;
use crate::domain::id::CardId;
use crate::domain::query::Query;
use crate::domain::text::fold::{fold, same};

/// By what a list is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sort {
    /// By which column.
    pub key: SortKey,
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

/// The word before a code that may be taken for an id.
const CODE: &str = "code";

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

    /// Cards that match, sorted or the closest first, at most `limit`.
    pub fn in_order(
        &self,
        query: &Query,
        order: &Order,
        day: NaiveDate,
        limit: Option<usize>,
    ) -> Result<Vec<CardId>> {
        match limit {
            Some(limit) => self.in_one_read(|| {
                if let Order::Closest(_) = order
                    && let Some(ids) = self.closest_few(query, limit, NEVER)?
                {
                    return Ok(ids);
                }
                Ok(self.first_page(query, order, day, limit, NEVER)?.ids)
            }),
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
                && let Some(listed) = self.closest_page(query, day, rows, stop)?
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

    /// The card meant by an id (all digits), a code, or words that match exactly one card of the list. A code
    /// of digits is meant where no card has that id, and by `code:12` where one has.
    pub fn resolve(&self, words: &str) -> Result<Resolution> {
        let words = words.trim();
        let number = fold(words);
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        // A number is written without zeros before it: those are a code's.
        let id = number.parse::<i64>().ok().filter(|id| id.to_string() == number);
        if let Some(card) = id.filter(|_| is_number)
            && self.is_there(card)?
        {
            return Ok(Resolution::One(CardId(card)));
        }
        let named = words.split_once([':', '：']).filter(|(field, _)| same(field, CODE));
        let code = named.map_or(words, |(_, code)| code.trim());
        if let Some((card, _)) = code::holder(&self.connection, code)? {
            return Ok(Resolution::One(card));
        }
        if is_number || named.is_some() {
            return Ok(Resolution::None);
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

    /// Whether a card of this id is in the list or in the bin.
    fn is_there(&self, card: i64) -> Result<bool> {
        let sql = "SELECT 1 FROM card WHERE id = ?1 AND state < 2";
        Ok(self.connection.prepare_cached(sql)?.exists([card])?)
    }

    fn name(&self, card: CardId) -> Result<String> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM card WHERE id = ?1")?;
        Ok(statement.query_row([card.0], |row| row.get(0))?)
    }
}
