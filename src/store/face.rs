//! What a list shows of cards beyond their rows: only what its columns ask for is read, and no history.

use super::error::Result;
use super::{Store, read};
use crate::domain::card::Card;
use crate::domain::column::Part;
use crate::domain::id::CardId;

/// What a list shows of one card beyond its row: no history is in it, and what was not asked for is empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Face {
    /// The card without its history, and without what the privacy policy switches off.
    pub card: Card,
}

impl Store {
    /// These parts of these cards, in the same order; cards that are gone are left out.
    pub fn faces(&self, ids: &[CardId], parts: &[Part]) -> Result<Vec<Face>> {
        self.in_one_read(|| {
            let mut faces = Vec::with_capacity(ids.len());
            for id in ids {
                let Some(mut card) = read::parts(&self.connection, *id, parts)? else { continue };
                self.opening.policies.privacy.strip(&mut card);
                faces.push(Face { card });
            }
            Ok(faces)
        })
    }
}
