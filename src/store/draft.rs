//! Half-typed text, kept so that a killed program loses nothing.

use rusqlite::params;

use super::error::Result;
use super::{Store, lock};
use crate::clock;
use crate::domain::id::CardId;

/// Half-typed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form it was typed into: `log`, `add`, `note` …
    pub form: String,
    /// For which card; `None` for a form without one.
    pub card: Option<CardId>,
    /// What was typed.
    pub text: String,
}

/// Stands for "no card" in the key of a draft; no card has this row.
const NO_CARD: i64 = 0;

impl Store {
    /// Keeps half-typed text; an empty text drops it.
    pub fn keep_draft(&mut self, draft: &Draft) -> Result<()> {
        self.keep_draft_inside(draft).map_err(|error| error.at(self.path()))
    }

    fn keep_draft_inside(&self, draft: &Draft) -> Result<()> {
        self.session.must_be_in_place()?;
        let card = draft.card.map_or(NO_CARD, |card| card.0);
        if draft.text.is_empty() {
            self.connection
                .prepare_cached("DELETE FROM draft WHERE session = ?1 AND form = ?2 AND card = ?3")?
                .execute(params![self.session.id(), draft.form, card])?;
            return Ok(());
        }
        self.session.show_life()?;
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO draft (session, form, card, text, updated_at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![self.session.id(), draft.form, card, draft.text, clock::now()])?;
        Ok(())
    }

    /// Drafts of sessions that are dead; taking them makes them this session's. Of several for one form and
    /// card the newest is taken, and none where this session has its own.
    pub fn adopt_drafts(&mut self) -> Result<Vec<Draft>> {
        self.adopt_drafts_inside().map_err(|error| error.at(self.path()))
    }

    fn adopt_drafts_inside(&self) -> Result<Vec<Draft>> {
        let own = self.session.id();
        let sessions: Vec<String> = self
            .connection
            .prepare_cached("SELECT DISTINCT session FROM draft WHERE session <> ?1")?
            .query_map([own], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut dead = Vec::new();
        for session in sessions.iter().filter(|session| !lock::lives(self.path(), session)) {
            let drafts = self
                .connection
                .prepare_cached("SELECT form, card, text, updated_at FROM draft WHERE session = ?1")?
                .query_map([session], |row| {
                    let card = Some(row.get(1)?).filter(|card| *card != NO_CARD).map(CardId);
                    Ok((row.get::<_, i64>(3)?, Draft { form: row.get(0)?, card, text: row.get(2)? }))
                })?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            dead.extend(drafts.into_iter().map(|(at, draft)| (at, session, draft)));
        }
        dead.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
        let mut adopted = Vec::new();
        for (_, session, draft) in dead {
            if self.adopt(session, &draft)? {
                adopted.push(draft);
            }
        }
        Ok(adopted)
    }

    /// Makes a dead session's draft this one's; whether it was still there to be had.
    fn adopt(&self, session: &str, draft: &Draft) -> Result<bool> {
        self.session.show_life()?;
        let taken = self
            .connection
            .prepare_cached(
                "UPDATE OR IGNORE draft SET session = ?1 WHERE session = ?2 AND form = ?3 AND card = ?4",
            )?
            .execute(params![
                self.session.id(),
                session,
                draft.form,
                draft.card.map_or(NO_CARD, |card| card.0)
            ])?;
        Ok(taken > 0)
    }
}
