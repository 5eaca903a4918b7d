//! Who introduced the cards an import has brought in, where the introducer comes after them or nowhere.

use std::time::Instant;

use crate::domain::field::key;
use crate::domain::id::CardId;
use crate::store::Store;
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::open_entry::OpenEntry;

/// Who introduced a card, as it is known when all cards of the file are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduction {
    /// The card.
    pub card: CardId,
    /// Who introduced it, where there is a card of them.
    pub introducer: Option<CardId>,
    /// What its note says instead where there is none, or one that cannot be its introducer.
    pub otherwise: String,
}

impl Store {
    /// Links cards to their introducers, and says of each whether that changed it.
    pub fn import_introductions(
        &mut self,
        import: OpenEntry,
        introductions: &[Introduction],
    ) -> Result<Vec<bool>> {
        if !introductions.is_empty() {
            // Changing cards reads them whole.
            self.restore_indexes()?;
        }
        let mut changed = Vec::with_capacity(introductions.len());
        let mut left = introductions;
        while !left.is_empty() {
            let (some, rest) = left.split_at(self.pace.rows().min(left.len()));
            let began = Instant::now();
            let transaction = self.session.begin(&mut self.connection)?;
            for introduction in some {
                let mut door = Door::of_batch(&transaction, &self.opening, self.today, import.batch);
                door.introduce(introduction)?;
                changed.push(door.close_into(import.journal)? > 0);
            }
            transaction.commit()?;
            self.pace.took(some.len(), began.elapsed());
            self.give_way()?;
            left = rest;
        }
        Ok(changed)
    }
}

impl Door<'_> {
    fn introduce(&mut self, introduction: &Introduction) -> Result<()> {
        let Introduction { card, introducer, otherwise } = introduction;
        let introduced = match introducer {
            Some(introducer) => self.set_field(*card, key::INTRODUCER, &[introducer.to_string()]),
            None => self.add_to_note(*card, otherwise),
        };
        match introduced {
            Err(StoreError::Circle { .. }) => self.add_to_note(*card, otherwise),
            // Another program has taken one of the two out of the file meanwhile.
            Err(StoreError::NoSuchCard(gone)) if gone == *card => Ok(()),
            Err(StoreError::NoSuchCard(_)) => self.add_to_note(*card, otherwise),
            other => other,
        }
    }
}
