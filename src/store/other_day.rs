//! Lists on a day for which the file does not hold every standing: the missing ones are folded beside it.

use std::cell::Cell;

use chrono::NaiveDate;
use rusqlite::params;

use super::bounds::{self, Bounds};
use super::cell::day_text;
use super::error::Result;
use super::standing::KEPT;
use super::{Store, read, standing};
use crate::domain::card::CardState;
use crate::domain::id::CardId;
use crate::domain::standing::fold;

/// Standings that are kept in one go, so that nobody waits for the file.
const KEPT_AT_ONCE: i64 = 500;

/// Standings that end before a day, in the words of their index.
const ENDED: &str = "until_day <= ?1 AND until_day < '9999-12-31'";

/// Whether the standings kept in the file serve a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coverage {
    /// All of them.
    Whole,
    /// The rest stands in the temporary table `folded`.
    InParts,
}

/// What was found out last, and on which state of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Covered {
    day: NaiveDate,
    data_version: i64,
    own_changes: u64,
    coverage: Coverage,
}

/// The last finding of a connection.
pub(super) type LastCovered = Cell<Option<Covered>>;

impl Store {
    /// Sees to it that every card has a standing for a day: in the file, or in the temporary table `folded`.
    /// Nothing is written to the file.
    pub(super) fn cover(&self, day: NaiveDate) -> Result<Coverage> {
        let data_version = self.data_version()?;
        let own_changes = self.connection.total_changes();
        if let Some(last) = self.covered.get()
            && last.day == day
            && last.data_version == data_version
            && last.own_changes == own_changes
        {
            return Ok(last.coverage);
        }
        let coverage = self.in_one_read(|| self.fold_missing(day))?;
        let own_changes = self.connection.total_changes();
        self.covered.set(Some(Covered { day, data_version, own_changes, coverage }));
        Ok(coverage)
    }

    /// Whether the file itself has every standing for a day, as far as a glance tells: where more than a glance is needed,
    /// it has not.
    pub fn has_standings_of(&self, day: NaiveDate) -> Result<bool> {
        let bounds = Bounds::of(&self.connection)?;
        let ended = format!("SELECT 1 FROM standing WHERE {ENDED}");
        Ok(bounds.begin_until(day)
            && bounds.all_of(&self.policy)
            && !self.connection.prepare_cached(&ended)?.exists([day_text(day)])?)
    }

    /// Keeps in the file what was folded beside it for the local day, so that the next program need not fold it again:
    /// in pieces, and only as long as nobody else writes. Of another day nothing is kept.
    pub fn keep_folded(&mut self) -> Result<()> {
        let covered = self.covered.get();
        let Some(covered) = covered.filter(|last| last.day == self.today) else { return Ok(()) };
        // The day of the file moves only forward.
        if covered.coverage == Coverage::Whole || !Bounds::of(&self.connection)?.begin_until(self.today) {
            return Ok(());
        }
        let mut above = 0;
        loop {
            let transaction = self.session.begin(&mut self.connection)?;
            let version: i64 = transaction.query_row("PRAGMA data_version", [], |row| row.get(0))?;
            if version != covered.data_version {
                return Ok(());
            }
            let last: Option<i64> = transaction
                .prepare_cached(
                    "SELECT max(card) FROM
                         (SELECT card FROM temp.folded WHERE card > ?1 ORDER BY card LIMIT ?2)",
                )?
                .query_row([above, KEPT_AT_ONCE], |row| row.get(0))?;
            let Some(last) = last else { break };
            bounds::widen_to_folded(&transaction, above, last)?;
            transaction
                .prepare_cached(&format!(
                    "INSERT OR REPLACE INTO standing ({KEPT})
                     SELECT {KEPT} FROM temp.folded WHERE card > ?1 AND card <= ?2"
                ))?
                .execute([above, last])?;
            transaction.commit()?;
            above = last;
            self.give_way()?;
        }
        // The next look finds the file whole, or what is still missing.
        self.covered.set(None);
        let is_other = "SELECT 1 FROM standing WHERE policy <> ?1";
        if !self.connection.prepare(is_other)?.exists([&self.policy])? {
            self.note_settled(covered.data_version)?;
        }
        Ok(())
    }

    /// Folds the cards whose standing in the file does not serve a day.
    fn fold_missing(&self, day: NaiveDate) -> Result<Coverage> {
        let missing = self.uncovered(day)?;
        let coverage = if missing.is_empty() { Coverage::Whole } else { Coverage::InParts };
        if coverage == Coverage::InParts {
            self.connection.execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS folded AS SELECT * FROM standing LIMIT 0;
                 CREATE UNIQUE INDEX IF NOT EXISTS temp.folded_by_card ON folded (card);
                 DELETE FROM temp.folded;",
            )?;
            for id in missing {
                if let Some(card) = read::with_history(&self.connection, id)?
                    && card.state != CardState::Withdrawn
                {
                    let folded = fold(&card, day, &self.opening.policies);
                    standing::keep_in(&self.connection, "temp.folded", id, &folded)?;
                }
            }
        }
        Ok(coverage)
    }

    fn uncovered(&self, day: NaiveDate) -> Result<Vec<CardId>> {
        let bounds = Bounds::of(&self.connection)?;
        // Those that end are few and have an index; all others are looked at only where they may differ.
        let sql = if bounds.begin_until(day) && bounds.all_of(&self.policy) {
            format!("SELECT card FROM standing WHERE {ENDED} AND ?2 <> ''")
        } else {
            "SELECT card FROM standing WHERE from_day > ?1 OR until_day <= ?1 OR policy <> ?2".to_owned()
        };
        let mut statement = self.connection.prepare_cached(&sql)?;
        let cards = statement.query_map(params![day_text(day), self.policy], |row| row.get(0).map(CardId))?;
        Ok(cards.collect::<rusqlite::Result<_>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::Horizon;
    use crate::domain::draft::{NewAssertion, NewCard};
    use crate::domain::man::assertion::{Answer, Letter, Strength};
    use crate::store::tests::Place;
    use crate::store::{Act, Freshness};
    use chrono::Duration;

    #[test]
    fn what_was_folded_beside_the_file_for_today_is_kept_and_of_another_day_it_is_not() {
        let place = Place::new();
        let mut store = place.open();
        for number in 0..700 {
            store.write(Act::Add, "", |door| door.add_card(&NewCard::named(number.to_string()))).unwrap();
        }
        place.make_standings_void();
        let today = store.today;
        for (asked, missing) in [(today.succ_opt().unwrap(), 700), (today, 0)] {
            let mut store = place.open();
            store.due_cards(Horizon::Today, asked, Freshness::Exact, None).unwrap();
            store.keep_folded().unwrap();
            assert_eq!(store.uncovered(today).unwrap().len(), missing, "{asked}");
        }
        let later = place.open();
        assert_eq!(later.cover(later.today).unwrap(), Coverage::Whole);
        assert!(Bounds::of(&later.connection).unwrap().all_of(&later.policy));
    }

    #[test]
    fn the_file_has_the_standings_of_a_day_until_one_of_them_ends_or_is_void() {
        let place = Place::new();
        let mut store = place.open();
        let today = store.today;
        let said = NewAssertion {
            letter: Letter::Need,
            answer: Answer::Yes,
            on: today,
            person: None,
            strength: Strength::Said,
            contact: None,
            note: String::new(),
        };
        store
            .write(Act::Add, "", |door| {
                let card = door.add_card(&NewCard::named("Ana"))?;
                door.assert(card, &said)
            })
            .unwrap();
        for (after, has) in [(-1, false), (0, true), (2, true), (400, false)] {
            let day = today + Duration::days(after);
            assert_eq!(store.has_standings_of(day).unwrap(), has, "{after}");
            assert_eq!(store.uncovered(day).unwrap().is_empty(), has, "{after}");
        }
        place.make_standings_void();
        assert!(!place.open().has_standings_of(today).unwrap());
    }
}
