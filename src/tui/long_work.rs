//! Work that takes its time, as the screen asks for it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::id::CardId;
use crate::domain::language::Language;
use crate::domain::policy::Policies;
use crate::exchange::export::{Format, Occasion};
use crate::exchange::list_file::ListFile;
use crate::store::{BulkChange, OnDuplicate, Step};

/// Long work, as the screen asks for it.
#[derive(Debug, Clone, PartialEq)]
pub enum LongWork {
    /// One change of many cards.
    Bulk {
        /// What it is about, for the journal.
        subject: String,
        /// The change.
        change: BulkChange,
        /// The cards.
        cards: Arc<[CardId]>,
    },
    /// An entry of the journal that goes through many cards, taken back or put back.
    Step {
        /// Which one, and which of the two.
        step: Step,
        /// How many cards.
        cards: usize,
    },
    /// What would become of a list of cards on the disk.
    TryList(ListFile),
    /// A list of cards on the disk, brought in.
    BringIn {
        /// The list.
        list: ListFile,
        /// What happens to a row whose card is already there.
        on_duplicate: OnDuplicate,
        /// How many rows it has.
        rows: usize,
    },
    /// Many cards into a file.
    Export {
        /// Where to.
        path: PathBuf,
        /// The form.
        format: Format,
        /// To whom they go, and why.
        occasion: Occasion,
        /// The cards.
        cards: Arc<[CardId]>,
        /// The policies by which derived values are given.
        policies: Box<Policies>,
        /// In which terms are named.
        language: Language,
    },
}

impl LongWork {
    /// How many cards or rows it goes through, where that is known.
    pub fn extent(&self) -> Option<usize> {
        match self {
            LongWork::Bulk { cards, .. } | LongWork::Export { cards, .. } => Some(cards.len()),
            LongWork::Step { cards, .. } => Some(*cards),
            LongWork::TryList(_) => None,
            LongWork::BringIn { rows, .. } => Some(*rows),
        }
    }
}
