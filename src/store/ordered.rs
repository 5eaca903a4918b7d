//! Cards in order: few are sorted by what they have, many are met in order on the way through an index.

use chrono::NaiveDate;
use rusqlite::params_from_iter;

use super::Store;
use super::error::{Result, StoreError};
use super::filter::Filter;
use super::list::Sort;
use super::matching::Matching;
use super::other_day::Coverage;
use super::search::Stop;
use super::sort::{Key, Statement};
use crate::domain::card_set::CardSet;
use crate::domain::id::CardId;

/// After so many cards it is asked whether somebody still waits.
const ASKED_EVERY: usize = 4096;

impl Store {
    /// Some cards in order, at most so many.
    pub(super) fn sort(
        &self,
        matching: Matching,
        sort: &Sort,
        day: NaiveDate,
        limit: usize,
        stop: Stop<'_>,
    ) -> Result<Vec<CardId>> {
        let is_few = matches!(&matching, Matching::Some(cards) if cards.few().is_some());
        if !is_few {
            let mut none = Filter::of_cards(self, CardSet::default(), day, stop);
            let key = Key::of(sort, &mut none)?;
            let is_kept = !key.is_of_standings() || self.cover(day)? == Coverage::Whole;
            if is_kept {
                return self.met_in_order(&matching, &key.statements(sort), key.way(sort), limit, stop);
            }
        }
        let cards = match matching {
            Matching::Some(cards) => cards,
            Matching::AllBut(gone) => self.all_but(&gone)?,
        };
        let mut filter = Filter::of_cards(self, cards, day, stop);
        let order = Key::of(sort, &mut filter)?.order(sort);
        let limit = i64::try_from(limit).unwrap_or(-1);
        let sql = format!(
            "SELECT card.id FROM {} WHERE {} ORDER BY {order} LIMIT {limit}",
            filter.tables(),
            filter.condition()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let ids =
            statement.query_map(params_from_iter(filter.into_parameters()), |row| row.get(0).map(CardId))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Goes through the cards that have a value, then through all others, until there are enough.
    fn met_in_order(
        &self,
        matching: &Matching,
        statements: &[Statement],
        way: &str,
        limit: usize,
        stop: Stop<'_>,
    ) -> Result<Vec<CardId>> {
        let others = Statement::plain(format!("SELECT id FROM card ORDER BY id {way}"));
        let (mut met, mut number) = (CardSet::default(), 0_usize);
        // A list of all cards that grew would leave its smaller forms behind in memory.
        let mut ids = Vec::with_capacity(limit.min(self.at_most(matching)?));
        for statement in statements.iter().chain([&others]) {
            if ids.len() == limit {
                break;
            }
            let sql = self.quicker(statement, matching, limit)?;
            let mut prepared = self.connection.prepare_cached(sql)?;
            let mut rows = prepared.query(params_from_iter(&statement.parameters))?;
            while ids.len() < limit
                && let Some(row) = rows.next()?
            {
                number += 1;
                if number.is_multiple_of(ASKED_EVERY) && stop() {
                    return Err(StoreError::Stopped);
                }
                let card = row.get(0)?;
                if matching.contains(card) && met.insert(card) {
                    ids.push(CardId(card));
                }
            }
        }
        Ok(ids)
    }

    /// The way of a statement on which the first cards come sooner. In passing, one of its cards is met among as many
    /// as there are cards to one of them; on the other way all of its cards are fetched first.
    fn quicker<'statement>(
        &self,
        statement: &'statement Statement,
        matching: &Matching,
        limit: usize,
    ) -> Result<&'statement str> {
        // Of a part of the cards it is not known how many of them have the value.
        if let (Some(in_passing), Matching::AllBut(_)) = (&statement.in_passing, matching) {
            let passed = self.at_most(matching)?.saturating_mul(limit);
            let worthwhile = i64::try_from(passed.isqrt()).unwrap_or(i64::MAX);
            let sql = format!("SELECT count(*) > ?1 FROM ({} LIMIT ?1 + 1)", in_passing.each);
            if self.connection.prepare_cached(&sql)?.query_row([worthwhile], |row| row.get(0))? {
                return Ok(&in_passing.sql);
            }
        }
        Ok(&statement.sql)
    }

    /// How many cards match at most.
    fn at_most(&self, matching: &Matching) -> Result<usize> {
        match matching {
            Matching::Some(cards) => Ok(cards.len()),
            Matching::AllBut(gone) => {
                let sql = "SELECT coalesce(max(id), 0) FROM card";
                let last: i64 = self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
                Ok(usize::try_from(last).unwrap_or_default().saturating_sub(gone.len()))
            }
        }
    }

    fn all_but(&self, gone: &CardSet) -> Result<CardSet> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM card")?;
        let mut all = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<CardSet>>()?;
        all.minus(gone);
        Ok(all)
    }

    /// How SQLite would go about a sort of many cards, in its own words.
    #[cfg(test)]
    pub(super) fn plan_of_sort(&self, sort: &Sort) -> Result<Vec<String>> {
        let mut none = Filter::of_cards(self, CardSet::default(), self.opening.day, &|| false);
        let statements = Key::of(sort, &mut none)?.statements(sort);
        let mut plan = Vec::new();
        for Statement { sql, parameters, .. } in statements {
            let mut explained = self.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let steps = explained.query_map(params_from_iter(parameters), |row| row.get::<_, String>(3))?;
            plan.extend(steps.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        Ok(plan)
    }
}
