//! The list of a day: which cards are due, each by its foremost matter, in the order of the list.
//!
//! Every matter is read by an index of its own, so that the list takes time by what is due and not by how
//! many cards there are.

mod dated;
mod offered;
mod ranking;
mod source;
mod walk;

use chrono::NaiveDate;

use self::ranking::Ranking;
use self::source::Source;
use self::walk::Walk;
use crate::domain::agenda::{Entry, Horizon, Matter, ToThankFor, entries};
use crate::domain::card::{Card, CardState};
use crate::domain::choice::Choice;
use crate::domain::id::CardId;
use crate::domain::standing::Standing;
use crate::store::error::Result;
use crate::store::other_day::Coverage;
use crate::store::{Store, read};

/// A card on the list of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueCard {
    /// The card.
    pub card: CardId,
    /// Its foremost matter.
    pub matter: Matter,
    /// The day of that.
    pub on: NaiveDate,
}

/// How sure the first rows of a list must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Every standing is of the day, however long that takes.
    Exact,
    /// As the file has them: a standing whose days are over is set right by the exact list that follows.
    AsKept,
}

impl Store {
    /// The cards of a day's list, best first inside each matter, each card once; at most `limit`.
    pub fn due_cards(
        &self,
        horizon: Horizon,
        day: NaiveDate,
        freshness: Freshness,
        limit: Option<usize>,
    ) -> Result<Vec<DueCard>> {
        self.in_one_read(|| {
            let coverage = match freshness {
                Freshness::Exact => self.cover(day)?,
                Freshness::AsKept => Coverage::Whole,
            };
            let mut ranking = Ranking::new(horizon, day, limit, &self.opening.policies.points);
            for matter in Matter::ALL {
                match horizon {
                    // It goes from matter to matter: once enough cards were found, what comes later is not read.
                    Horizon::Today if ranking.is_full() => break,
                    Horizon::Today => {
                        self.rank(*matter, coverage, &mut ranking)?;
                        ranking.close();
                    }
                    Horizon::Week | Horizon::Month => self.rank(*matter, coverage, &mut ranking)?,
                }
            }
            Ok(ranking.into_cards())
        })
    }

    /// Adds the cards for which a matter is a reason.
    fn rank(&self, matter: Matter, coverage: Coverage, ranking: &mut Ranking<'_>) -> Result<()> {
        let source = Source::of(matter, coverage, ranking, &self.opening.policies.follow_up);
        self.add_all(&source, ranking)?;
        Walk::of(matter).map_or(Ok(()), |walk| self.walk(&walk, coverage, ranking))
    }

    /// A card with its standing on a day and everything the list of that day says of it, read in one moment.
    pub fn due_card(
        &self,
        id: CardId,
        horizon: Horizon,
        day: NaiveDate,
    ) -> Result<Option<(Card, Standing, Vec<Entry>)>> {
        self.in_one_read(|| {
            let Some(card) = self.card(id)? else { return Ok(None) };
            let standing = self.standing(&card, day);
            let entries = self.entries_of(&card, &standing, horizon, day)?;
            Ok(Some((card, standing, entries)))
        })
    }

    /// The same of some cards; those that are gone are left out.
    pub fn due_whole(
        &self,
        ids: &[CardId],
        horizon: Horizon,
        day: NaiveDate,
    ) -> Result<Vec<(Card, Standing, Vec<Entry>)>> {
        self.in_one_read(|| {
            let found = ids.iter().map(|id| self.due_card(*id, horizon, day));
            Ok(found.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
        })
    }

    /// Everything the list of a day says of these cards, all of one moment; those that are gone are left out. No
    /// reason rests on phones, e-mails and addresses: they are not read.
    pub fn reasons(
        &self,
        ids: &[CardId],
        horizon: Horizon,
        day: NaiveDate,
    ) -> Result<Vec<(CardId, Vec<Entry>)>> {
        self.in_one_read(|| {
            let mut found = Vec::with_capacity(ids.len());
            for id in ids {
                let card = read::with_history(&self.connection, *id)?;
                let Some(mut card) = card.filter(|card| card.state != CardState::Withdrawn) else { continue };
                card.details = read::details(&self.connection, *id)?;
                self.opening.policies.privacy.strip(&mut card);
                found.push((*id, self.entries(&card, horizon, day)?));
            }
            Ok(found)
        })
    }

    /// Everything the list of a day says of a card.
    pub fn entries(&self, card: &Card, horizon: Horizon, day: NaiveDate) -> Result<Vec<Entry>> {
        self.entries_of(card, &self.standing(card, day), horizon, day)
    }

    /// Everything the list of a day says of a card whose standing on the day is known.
    pub fn entries_of(
        &self,
        card: &Card,
        standing: &Standing,
        horizon: Horizon,
        day: NaiveDate,
    ) -> Result<Vec<Entry>> {
        let to_thank_for = self.to_thank_for(card.id, day)?;
        Ok(entries(card, standing, &to_thank_for, horizon, day, &self.opening.policies))
    }

    /// Those introduced by a card whose introduction it was not thanked for yet.
    fn to_thank_for(&self, introducer: CardId, day: NaiveDate) -> Result<Vec<ToThankFor>> {
        let introduced = self.introduced_by(introducer)?;
        let rows = self.rows(&introduced, day)?;
        let thanks = rows.into_iter().filter_map(|row| {
            let on = row.standing.thank_on?;
            Some(ToThankFor { name: row.name, on })
        });
        Ok(thanks.collect())
    }

    /// The cards in the list that a card introduced, oldest first.
    pub fn introduced_by(&self, introducer: CardId) -> Result<Vec<CardId>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT value.card FROM value JOIN card ON card.id = value.card AND card.state = 0
             WHERE value.field = 'introducer' AND value.text = ?1 ORDER BY value.card",
        )?;
        let cards = statement.query_map([introducer.to_string()], |row| row.get(0).map(CardId))?;
        Ok(cards.collect::<rusqlite::Result<_>>()?)
    }
}

/// Where standings of the day are read from.
pub(in crate::store) fn table(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Whole => "standing",
        Coverage::InParts => {
            "(SELECT * FROM temp.folded UNION ALL
              SELECT * FROM standing WHERE card NOT IN (SELECT card FROM temp.folded))"
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::params_from_iter;
    use rusqlite::types::Value;

    use super::*;
    use crate::store::tests::{Place, day};

    /// Indexes that every card stands in: whoever goes through one of them goes through all cards.
    const OF_ALL_CARDS: [&str; 1] = ["card_by_name"];

    /// How SQLite goes about a statement.
    fn plan(store: &Store, sql: &str) -> Vec<String> {
        let mut explained = store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let nothing = vec![Value::Null; explained.parameter_count()];
        let plan = explained.query_map(params_from_iter(nothing), |row| row.get(3)).unwrap();
        plan.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn every_matter_is_read_by_an_index_that_only_its_cards_stand_in() {
        let store = Place::new().open();
        let policies = &store.opening.policies;
        let today = day("2026-06-30");
        for horizon in [Horizon::Today, Horizon::Week, Horizon::Month] {
            let ranking = Ranking::new(horizon, today, None, &policies.points);
            for matter in Matter::ALL {
                let source = Source::of(*matter, Coverage::Whole, &ranking, &policies.follow_up);
                let walk = Walk::of(*matter).map(|walk| [walk.next(), walk.rows(Coverage::Whole)]);
                assert!(!source.parts.is_empty() || walk.is_some(), "{matter:?}");
                for sql in source.parts.iter().chain(walk.iter().flatten()) {
                    let plan = plan(&store, sql);
                    let through_all = plan.iter().find(|step| {
                        step.starts_with("SCAN") || OF_ALL_CARDS.iter().any(|index| step.contains(index))
                    });
                    assert_eq!(through_all, None, "{horizon:?} {matter:?}: {plan:?}");
                }
            }
        }
    }

    #[test]
    fn what_was_folded_is_walked_through_best_first_without_sorting() {
        let store = Place::new().open();
        for matter in Matter::ALL {
            let Some(walk) = Walk::of(*matter) else { continue };
            let plan = plan(&store, &walk.rows(Coverage::Whole));
            assert!(plan.iter().any(|step| step.contains("(worth=? AND")), "{matter:?}: {plan:?}");
            assert!(!plan.iter().any(|step| step.contains("ORDER BY")), "{matter:?}: {plan:?}");
        }
    }
}
