//! Keeping the standings of the file up with the days and the policies, a few cards at a time.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::bounds::{self, Bounds};
use super::cell::day_text;
use super::error::Result;
use super::{Store, read, standing};
use crate::domain::id::CardId;
use crate::domain::standing::fold;

/// How long other programs may have to wait for the file.
const HELD_AT_MOST: Duration = Duration::from_millis(25);

/// How many cards are looked up for one go.
const LOOKED_UP: i64 = 500;

/// What a go of refreshing has left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Some standings are not of the day yet.
    More,
    /// All are.
    Settled,
}

impl Store {
    /// Brings some standings up to the local day; to be called again while there are more. Between two
    /// calls other programs may write. The day moves only forward: an earlier one changes nothing.
    pub fn refresh_some(&mut self, today: NaiveDate) -> Result<Progress> {
        self.today = self.today.max(today);
        let path = self.path().to_path_buf();
        self.refresh_some_inside().map_err(|error| error.at(&path))
    }

    fn refresh_some_inside(&mut self) -> Result<Progress> {
        let version = self.data_version()?;
        if self.outdated.cards.is_empty() {
            self.outdated.look_up(&self.connection, self.today, &self.policy)?;
        }
        if self.outdated.cards.is_empty() {
            self.note_settled(version)?;
            return Ok(Progress::Settled);
        }
        let transaction = self.session.begin(&mut self.connection)?;
        let (started, mut news) = (Instant::now(), 0);
        while let Some(card) = self.outdated.cards.pop_front() {
            // The text it is found by is the same on every day.
            if let Some(card) = read::with_history(&transaction, card)? {
                let folded = fold(&card, self.today, &self.opening.policies);
                news += u64::from(standing::is_news(&transaction, card.id, &folded)?);
                standing::keep(&transaction, card.id, &folded)?;
            }
            if started.elapsed() > HELD_AT_MOST {
                break;
            }
        }
        transaction.commit()?;
        self.outdated.news += news;
        Ok(Progress::More)
    }

    /// How many of the standings that were brought up to the day by this connection say something else than before.
    pub fn news(&self) -> u64 {
        self.outdated.news
    }

    /// Keeps that all standings are of the policy in force, as found at a version of the file: unless another
    /// program has written since.
    pub(super) fn note_settled(&mut self, version: i64) -> Result<()> {
        if Bounds::of(&self.connection)?.all_of(&self.policy) {
            return Ok(());
        }
        let transaction = self.session.begin(&mut self.connection)?;
        let now: i64 = transaction.query_row("PRAGMA data_version", [], |row| row.get(0))?;
        if now == version {
            bounds::settle(&transaction, &self.policy)?;
        }
        Ok(transaction.commit()?)
    }
}

/// Cards whose standings are to be folded again.
#[derive(Debug, Default)]
pub(super) struct Outdated {
    cards: VecDeque<CardId>,
    /// Up to this card all policies were looked at: nobody goes through a million standings for every few.
    looked_at: i64,
    /// How many were found to say something else than before.
    news: u64,
}

impl Outdated {
    /// Looks some up: whose standing ends before the day, or else is of other policies; none when there are none.
    fn look_up(&mut self, connection: &Connection, today: NaiveDate, policy: &str) -> Result<()> {
        let mut statement = connection.prepare_cached(
            "SELECT card FROM standing WHERE until_day <= ?1 AND until_day < '9999-12-31' LIMIT ?2",
        )?;
        let ended = statement.query_map(params![day_text(today), LOOKED_UP], |row| row.get(0).map(CardId))?;
        self.cards = ended.collect::<rusqlite::Result<_>>()?;
        if !self.cards.is_empty() || Bounds::of(connection)?.all_of(policy) {
            return Ok(());
        }
        let mut statement = connection.prepare_cached(
            "SELECT card FROM standing WHERE card > ?1 AND policy <> ?2 ORDER BY card LIMIT ?3",
        )?;
        // What others have written behind our back is found from the beginning on.
        for after in [self.looked_at, 0] {
            let other =
                statement.query_map(params![after, policy, LOOKED_UP], |row| row.get(0).map(CardId))?;
            self.cards = other.collect::<rusqlite::Result<_>>()?;
            self.looked_at = self.cards.back().map_or(0, |card| card.0);
            if !self.cards.is_empty() || after == 0 {
                break;
            }
        }
        Ok(())
    }
}
