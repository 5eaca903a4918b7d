//! Who introduced whom: files name introducers by code or name, also such that stand further down.

use std::collections::HashMap;

use super::error::Result;
use crate::domain::id::CardId;
use crate::store::{Introduction, OnDuplicate, RowOutcome, Store};

/// The introducers an import names.
#[derive(Debug, Default)]
pub(super) struct Introducers {
    /// Cards by code or name, as far as they were looked for.
    known: HashMap<String, CardId>,
    /// Cards whose introducer was not there yet.
    waiting: Vec<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    card: CardId,
    introducer: String,
}

/// The key of the field that keeps the name of an introducer nobody knows.
const NOTE: &str = "note";
/// Under which word the name is kept there.
const INTRODUCER: &str = "introducer";

impl Introducers {
    /// The card with this code or, for want of one, this name.
    pub(super) fn resolve(&mut self, store: &mut Store, introducer: &str) -> Result<Option<CardId>> {
        if introducer.is_empty() {
            return Ok(None);
        }
        if let Some(card) = self.known.get(introducer) {
            return Ok(Some(*card));
        }
        // Looking for a card by its name needs them.
        store.restore_indexes()?;
        let card = store.card_called(introducer)?;
        if let Some(card) = card {
            self.known.insert(introducer.to_owned(), card);
        }
        Ok(card)
    }

    /// A row's card is there; `introducer` is who was not found for it, or empty.
    pub(super) fn wait(&mut self, card: CardId, introducer: String) {
        if !introducer.is_empty() {
            self.waiting.push(Waiting { card, introducer });
        }
    }

    /// Who introduced the cards that wait, now that all of the file are there.
    pub(super) fn late(&mut self, store: &mut Store) -> Result<Vec<Introduction>> {
        let waiting = std::mem::take(&mut self.waiting);
        let late = waiting.into_iter().map(|Waiting { card, introducer }| {
            let otherwise = noted(&introducer);
            Ok(Introduction { card, introducer: self.resolve(store, &introducer)?, otherwise })
        });
        late.collect()
    }
}

/// What becomes of a row that is tried, with an introducer who is not there yet: only who he is may be its news.
pub(super) fn introduced_late(
    store: &Store,
    introducer: &str,
    on_duplicate: OnDuplicate,
    outcome: RowOutcome,
) -> Result<RowOutcome> {
    let RowOutcome::Skipped(twin) = outcome else { return Ok(outcome) };
    if introducer.is_empty() || on_duplicate != OnDuplicate::Update {
        return Ok(RowOutcome::Skipped(twin));
    }
    let line = noted(introducer);
    let note = store.card(twin.card)?.and_then(|mut card| card.values.remove(NOTE)).unwrap_or_default();
    let is_noted = note.iter().flat_map(|note| note.lines()).any(|known| known == line);
    Ok(if is_noted { RowOutcome::Skipped(twin) } else { RowOutcome::Updated(twin.card) })
}

/// What a note says of an introducer whom nobody knows.
fn noted(introducer: &str) -> String {
    format!("{INTRODUCER}: {introducer}")
}
