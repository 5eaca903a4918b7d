//! Lists in the order of closeness: what is shown while a search is typed.

use chrono::NaiveDate;

use super::Store;
use super::error::Result;
use super::list::{Count, FirstCards};
use super::matching::Matching;
use super::search::{Stop, Word, not_listed};
use crate::domain::card_set::CardSet;
use crate::domain::id::CardId;
use crate::domain::query::{Query, Scope};
use crate::domain::text::needles::Needles;

/// The words of a query that is nothing but words, each of which must be there.
fn only_words(query: &Query) -> Option<Vec<&Needles>> {
    let words: Vec<&Needles> = query.words().collect();
    (!words.is_empty() && words.len() == query.clauses.len()).then_some(words)
}

impl Store {
    /// The first cards of a query with a word that must be there, with the count; `None` for any other query.
    pub(super) fn closest_page(
        &self,
        query: &Query,
        day: NaiveDate,
        rows: usize,
        stop: Stop<'_>,
    ) -> Result<Option<FirstCards>> {
        if let Some(words) = self.look_up(query)? {
            return self.page_of(query, &words, rows, stop).map(Some);
        }
        let Some((word, among)) = self.narrowed(query, day, stop)? else { return Ok(None) };
        let ids = word.closest(&self.connection, &among, &[], rows, stop)?;
        Ok(Some(FirstCards { ids, count: Some(Count::Exact(among.len())) }))
    }

    /// The first cards of a query of one word, without the count; `None` for any other query. Where the name of very
    /// many begins with it, most of the index is not read.
    pub(super) fn closest_few(
        &self,
        query: &Query,
        rows: usize,
        stop: Stop<'_>,
    ) -> Result<Option<Vec<CardId>>> {
        let words = only_words(query).unwrap_or_default();
        let [needles] = words.as_slice() else { return Ok(None) };
        let (gone, _) = not_listed(&self.connection)?;
        let is_enough = |word: &Word| {
            let mut closest = word.closest_of_all().clone();
            closest.minus(&gone);
            query.scope == Scope::Live && closest.len() >= rows
        };
        let word = Word::look_up_until(&self.connection, needles, is_enough)?;
        Ok(Some(self.page_of(query, &[word], rows, stop)?.ids))
    }

    fn page_of(&self, query: &Query, words: &[Word], rows: usize, stop: Stop<'_>) -> Result<FirstCards> {
        let (sure, either) = self.common(query, words)?;
        let [first, others @ ..] = words else { return Ok(FirstCards { ids: Vec::new(), count: None }) };
        // A word that is certain wherever it may be needs no second look.
        let is_open = |word: &&Word| {
            let mut likely = word.likely();
            likely.and(&either);
            !likely.is_empty()
        };
        let open: Vec<&Needles> = others.iter().filter(is_open).map(Word::needles).collect();
        let ids = first.closest(&self.connection, &either, &open, rows, stop)?;
        let count = if sure.len() == either.len() {
            Count::Exact(sure.len())
        } else if ids.len() < rows {
            Count::Exact(ids.len())
        } else {
            Count::About(either.len())
        };
        Ok(FirstCards { ids, count: Some(count) })
    }

    /// All cards of a query with a word that must be there, the closest first; `None` for any other query.
    pub(super) fn closest_all(
        &self,
        query: &Query,
        day: NaiveDate,
        stop: Stop<'_>,
    ) -> Result<Option<Vec<CardId>>> {
        if let Some(mut words) = self.look_up(query)? {
            let (_, among) = self.common(query, &words)?;
            for word in &mut words {
                word.settle(&self.connection, &among, stop)?;
            }
            let (among, _) = self.common(query, &words)?;
            let [first, ..] = words.as_slice() else { return Ok(None) };
            return first.closest(&self.connection, &among, &[], usize::MAX, stop).map(Some);
        }
        let Some((mut word, among)) = self.narrowed(query, day, stop)? else { return Ok(None) };
        word.settle(&self.connection, &among, stop)?;
        word.closest(&self.connection, &among, &[], usize::MAX, stop).map(Some)
    }

    /// The first word that must be there of a query that is more than words, and the cards that match it; `None` where
    /// there is no such word.
    fn narrowed(&self, query: &Query, day: NaiveDate, stop: Stop<'_>) -> Result<Option<(Word, CardSet)>> {
        let Some(needles) = query.words().next() else { return Ok(None) };
        let Matching::Some(among) = self.matching(query, day, stop)? else { return Ok(None) };
        Ok(Some((Word::look_up(&self.connection, needles)?, among)))
    }

    /// The cards that match a query of words; `None` for any other query.
    pub(super) fn matching_words(&self, query: &Query, stop: Stop<'_>) -> Result<Option<CardSet>> {
        let Some(words) = self.look_up(query)? else { return Ok(None) };
        let (sure, mut either) = self.common(query, &words)?;
        if sure.len() != either.len() {
            for word in &words {
                either.and(&word.all(&self.connection, &either, stop)?);
            }
        }
        Ok(Some(either))
    }

    fn look_up(&self, query: &Query) -> Result<Option<Vec<Word>>> {
        let Some(words) = only_words(query) else { return Ok(None) };
        words
            .into_iter()
            .map(|needles| Word::look_up(&self.connection, needles))
            .collect::<Result<_>>()
            .map(Some)
    }

    /// The cards of the query's scope that have all words for certain, and those that may have them.
    fn common(&self, query: &Query, words: &[Word]) -> Result<(CardSet, CardSet)> {
        let mut common: Option<(CardSet, CardSet)> = None;
        for word in words {
            let sure = word.sure();
            let mut either = word.likely();
            either.or(&sure);
            common = Some(match common.take() {
                Some((mut all_sure, mut all_either)) => {
                    all_sure.and(&sure);
                    all_either.and(&either);
                    (all_sure, all_either)
                }
                None => (sure, either),
            });
        }
        let (mut sure, mut either) = common.unwrap_or_default();
        let (gone, binned) = not_listed(&self.connection)?;
        for set in [&mut sure, &mut either] {
            match query.scope {
                Scope::Live => set.minus(&gone),
                Scope::Bin => set.and(&binned),
            }
        }
        Ok((sure, either))
    }
}
