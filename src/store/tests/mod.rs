//! The card file as its users meet it.

mod import;
mod list;
mod load;
mod opening;
mod pieces;
mod search;
mod sort;
mod together;
mod undo;

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Opening, Source, Store};
use crate::domain::id::CardId;
use crate::domain::policy::Policies;

/// A folder of a test's own, and the card file in it.
pub(crate) struct Place {
    _folder: tempfile::TempDir,
    pub(crate) file: PathBuf,
}

impl Place {
    pub(crate) fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("box/cards.fieldcard");
        Place { _folder: folder, file }
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(&self.file, opening()).unwrap()
    }

    /// Makes every standing one of another policy, as a migration does that changes what is folded.
    pub(crate) fn make_standings_void(&self) {
        self.behind_the_back("UPDATE standing SET policy = 'old'; UPDATE standing_bounds SET policy = ''");
    }

    /// Makes the standing of a card say other letters than its history.
    pub(crate) fn change_kept_letters(&self, card: CardId) {
        self.behind_the_back(&format!("UPDATE standing SET code = 'MAN' WHERE card = {card}"));
    }

    /// Gives the next card the row after this one.
    pub(crate) fn fill_cards_up_to(&self, row: i64) {
        self.behind_the_back(&format!("INSERT INTO sqlite_sequence (name, seq) VALUES ('card', {row})"));
    }

    fn behind_the_back(&self, sql: &str) {
        #[expect(clippy::disallowed_methods, reason = "it is written behind the back of the program")]
        let connection = rusqlite::Connection::open(&self.file).unwrap();
        connection.execute_batch(sql).unwrap();
    }
}

pub(super) fn opening() -> Opening {
    Opening { source: Source::Command, policies: Policies::default(), day: day("2026-06-30") }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
