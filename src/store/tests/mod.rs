//! The card file as its users meet it.

mod import;
mod list;
mod load;
mod opening;
mod pieces;
mod search;
mod together;
mod undo;

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Opening, Source, Store};
use crate::domain::policy::Policies;

/// A folder of a test's own, and the card file in it.
pub(super) struct Place {
    _folder: tempfile::TempDir,
    pub(super) file: PathBuf,
}

impl Place {
    pub(super) fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("box/cards.fieldcard");
        Place { _folder: folder, file }
    }

    pub(super) fn open(&self) -> Store {
        Store::open(&self.file, opening()).unwrap()
    }
}

pub(super) fn opening() -> Opening {
    Opening { source: Source::Command, policies: Policies::default(), day: day("2026-06-30") }
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
