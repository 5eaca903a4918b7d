//! Who introduced whom: files name introducers by code or name, also such that stand further down.

use std::collections::HashMap;

use super::error::Result;
use crate::domain::draft::NewCard;
use crate::domain::id::CardId;
use crate::store::{DuplicateBy, ImportRow, NameSource, OnDuplicate, Ready, Store};

/// The introducers an import names.
#[derive(Debug, Default)]
pub(super) struct Introducers {
    /// Cards by code or name, as far as they were looked for.
    known: HashMap<String, CardId>,
    /// Rows whose introducer was not there yet.
    waiting: Vec<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    fingerprint: [u8; 16],
    name: String,
    introducer: String,
}

/// The field that keeps the name of an introducer nobody knows.
const NOTE: &str = "note";
/// Under which word it is kept there.
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
        let wanted = NewCard { code: introducer.to_owned(), ..NewCard::named(introducer) };
        // Looking for a card by its name needs them.
        store.restore_indexes()?;
        let found = store.likely_duplicates(&wanted)?;
        let by = |by: DuplicateBy| found.iter().find(|card| card.by == by).map(|card| card.card);
        let card = by(DuplicateBy::Code).or_else(|| by(DuplicateBy::Name));
        if let Some(card) = card {
            self.known.insert(introducer.to_owned(), card);
        }
        Ok(card)
    }

    /// A row has made or changed a card; `introducer` is who was not found for it, or empty.
    pub(super) fn made(&mut self, row: &Ready, introducer: String) {
        if !introducer.is_empty() {
            let (fingerprint, name) = (row.fingerprint(), row.name().to_owned());
            self.waiting.push(Waiting { fingerprint, name, introducer });
        }
    }

    /// Rows that say the introducers found now that all cards are there. Who is not found even now is noted.
    pub(super) fn late_rows(&mut self, store: &mut Store) -> Result<Vec<ImportRow>> {
        let waiting = std::mem::take(&mut self.waiting);
        let rows = waiting.into_iter().map(|row| {
            let mut card = NewCard::named(row.name);
            card.introducer = self.resolve(store, &row.introducer)?;
            if card.introducer.is_none() {
                card.values.push((NOTE.to_owned(), vec![format!("{INTRODUCER}: {}", row.introducer)]));
            }
            let (named, on_duplicate) = (NameSource::Name, OnDuplicate::Update);
            Ok(ImportRow { card, named, fingerprint: row.fingerprint, on_duplicate })
        });
        rows.collect()
    }
}
