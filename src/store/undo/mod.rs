//! Taking back and putting back entries of the journal.
//!
//! An entry is taken back only where every value still is what the entry made of it, so that nothing of a
//! later change is lost without a word. Putting back asks the same of the values before.

mod later;
pub(super) mod pointing;
mod stepping;

use rusqlite::{Connection, Params, params};

use super::bulk::{Going, Watch};
use super::error::Result;
use super::journal::{self, ENTRY_COLUMNS, JournalEntry, entry_of};
use super::{Store, batch};
use crate::domain::id::JournalId;

pub(super) use later::blocked;
pub(super) use stepping::{Met, Stepping, by_card};

/// What came of taking back or putting back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stepped {
    /// This entry was gone through.
    Through(JournalEntry),
    /// There was none.
    Nowhere,
    /// It was stopped, and all is as it was.
    Stopped,
}

/// Which way an entry is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From the values after to the values before.
    Back,
    /// From the values before to the values after.
    Forth,
}

/// What is gone through, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which way.
    pub way: Way,
    /// This entry, as long as it can be gone through; `None`: the one that is next.
    pub entry: Option<JournalId>,
}

impl From<Way> for Step {
    fn from(way: Way) -> Step {
        Step { way, entry: None }
    }
}

impl Way {
    /// The other one.
    pub fn turned(self) -> Way {
        match self {
            Way::Back => Way::Forth,
            Way::Forth => Way::Back,
        }
    }

    /// The state of an entry that was gone through.
    pub(super) fn leads_to(self) -> &'static str {
        match self {
            Way::Back => "undone",
            Way::Forth => "done",
        }
    }
}

impl Store {
    /// Takes back this run's newest entry, else the file's newest; `None` when there is nothing to take back.
    pub fn undo(&mut self) -> Result<Option<JournalEntry>> {
        self.step_to_the_end(Way::Back)
    }

    /// Puts back what this run took back last, else what was taken back last in the file; `None` when there
    /// is nothing.
    pub fn redo(&mut self) -> Result<Option<JournalEntry>> {
        self.step_to_the_end(Way::Forth)
    }

    fn step_to_the_end(&mut self, way: Way) -> Result<Option<JournalEntry>> {
        match self.step(way, &mut |_| Going::On)? {
            Stepped::Through(entry) => Ok(Some(entry)),
            Stepped::Nowhere | Stepped::Stopped => Ok(None),
        }
    }

    /// Whether there is anything to take back, or to put back.
    pub fn can_step(&self, way: Way) -> Result<bool> {
        next_entry(&self.connection, way, self.session.id()).map(|entry| entry.is_some())
    }

    /// How many cards taking back or putting back would go through now, where that goes in pieces and a person
    /// may have to wait; `None` where it is done at once.
    pub fn long_step(&self, step: impl Into<Step>) -> Result<Option<u64>> {
        let entry = entry_of_step(&self.connection, step.into(), self.session.id())?;
        let Some(entry) = entry else { return Ok(None) };
        Ok(batch::of(&self.connection, entry.id)?.map(|_| entry.count))
    }

    /// Takes back, or puts back, one entry. `watch` is told how many cards are done of one that goes in pieces,
    /// and says whether to go on.
    pub fn step(&mut self, step: impl Into<Step>, watch: Watch<'_>) -> Result<Stepped> {
        let path = self.path().to_path_buf();
        self.step_inside(step.into(), watch).map_err(|error| error.at(&path))
    }

    fn step_inside(&mut self, step: Step, watch: Watch<'_>) -> Result<Stepped> {
        let way = step.way;
        loop {
            let transaction = self.session.begin(&mut self.connection)?;
            let Some(mut entry) = entry_of_step(&transaction, step, self.session.id())? else {
                return Ok(Stepped::Nowhere);
            };
            let batch = batch::of(&transaction, entry.id)?;
            if batch.is_none() {
                let stepping = Stepping::begin(&transaction, &self.opening, self.today)?;
                let changes = journal::changes(&transaction, entry.id)?;
                stepping.go(&entry, &changes, way)?;
                entry.wrote = journal::written_to(&changes);
                mark(&transaction, entry.id, way, self.session.id())?;
            }
            transaction.commit()?;
            let gone = match batch {
                Some(batch) => self.step_in_pieces(&entry, batch, way, &mut *watch)?,
                None => Some(Going::On),
            };
            match gone {
                Some(Going::On) => {
                    return Ok(Stepped::Through(JournalEntry { undone: way == Way::Back, ..entry }));
                }
                Some(Going::Back) => return Ok(Stepped::Stopped),
                // Another program was faster: what is next now?
                None => {}
            }
        }
    }
}

/// The entry that a step goes through. One that another program was faster with stands in nobody's way any more: the
/// next one is meant.
fn entry_of_step(connection: &Connection, step: Step, session: &str) -> Result<Option<JournalEntry>> {
    let named = match step.entry {
        Some(entry) => {
            let state = step.way.turned().leads_to();
            first_entry(connection, "WHERE id = ?1 AND state = ?2", params![entry.0, state])?
        }
        None => None,
    };
    match named {
        Some(entry) => Ok(Some(entry)),
        None => next_entry(connection, step.way, session),
    }
}

/// The entry that is next to be taken back or put back: this run's own first.
fn next_entry(connection: &Connection, way: Way, session: &str) -> Result<Option<JournalEntry>> {
    let (own, any) = match way {
        Way::Back => (
            "WHERE state = 'done' AND session = ?1 ORDER BY id DESC LIMIT 1",
            "WHERE state = 'done' ORDER BY id DESC LIMIT 1",
        ),
        Way::Forth => (
            "WHERE undone_seq IS NOT NULL AND state = 'undone' AND undone_by = ?1 ORDER BY undone_seq DESC LIMIT 1",
            "WHERE undone_seq IS NOT NULL AND state = 'undone' ORDER BY undone_seq DESC LIMIT 1",
        ),
    };
    match first_entry(connection, own, [session])? {
        Some(entry) => Ok(Some(entry)),
        None => first_entry(connection, any, []),
    }
}

fn first_entry(
    connection: &Connection,
    condition: &str,
    parameters: impl Params,
) -> Result<Option<JournalEntry>> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {ENTRY_COLUMNS} FROM journal {condition}"))?;
    statement.query(parameters)?.next()?.map(entry_of).transpose()
}

/// Writes down that an entry was gone through.
pub(super) fn mark(connection: &Connection, entry: JournalId, way: Way, session: &str) -> Result<()> {
    match way {
        Way::Back => connection
            .prepare_cached(
                "UPDATE journal SET state = 'undone', undone_by = ?2,
                     undone_seq = (SELECT coalesce(max(undone_seq), 0) + 1 FROM journal) WHERE id = ?1",
            )?
            .execute(params![entry.0, session])?,
        Way::Forth => connection
            .prepare_cached(
                "UPDATE journal SET state = 'done', undone_by = NULL, undone_seq = NULL WHERE id = ?1",
            )?
            .execute([entry.0])?,
    };
    Ok(())
}
