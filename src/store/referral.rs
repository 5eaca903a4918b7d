//! The tree of introductions, read along the fields that name an introducer.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::Store;
use super::error::Result;
use super::rows::Row;
use crate::domain::id::CardId;
use crate::domain::referral::{Referral, ReferralTree};

/// Most cards of a tree that are read: nobody walks through more.
const MOST: usize = 2_000;

impl Store {
    /// The tree of introductions around a card. Cards in the bin are left out, with all below them.
    pub fn referrals(&self, card: CardId, day: NaiveDate) -> Result<ReferralTree> {
        let mut above = vec![card];
        let mut seen = HashSet::from([card]);
        // An imported file may say that two cards introduced each other: then the chain ends there.
        while let Some(introducer) = self.introducer_of(above[above.len() - 1])?
            && seen.insert(introducer)
        {
            above.push(introducer);
        }
        above.reverse();
        let own = above.len() - 1;
        let mut placed: Vec<(CardId, usize)> =
            above.iter().copied().enumerate().map(|(depth, card)| (card, depth)).collect();
        let mut waiting: Vec<(CardId, usize)> = self.below(card, own, &mut seen)?;
        while let Some((next, depth)) = waiting.pop() {
            if placed.len() >= MOST {
                break;
            }
            placed.push((next, depth));
            waiting.extend(self.below(next, depth, &mut seen)?);
        }
        let is_cut = !waiting.is_empty();
        let ids: Vec<CardId> = placed.iter().map(|(card, _)| *card).collect();
        let rows: HashMap<CardId, Row> = self.rows(&ids, day)?.into_iter().map(|row| (row.id, row)).collect();
        let cards = placed.into_iter().filter_map(|(card, depth)| {
            let row = rows.get(&card)?;
            Some(Referral {
                card,
                name: row.name.clone(),
                position: row.standing.position,
                thank_on: row.standing.thank_on,
                depth,
            })
        });
        Ok(ReferralTree { cards: cards.collect(), own, is_cut })
    }

    /// Those a card introduced, the first one last, so that it is taken first.
    fn below(&self, card: CardId, depth: usize, seen: &mut HashSet<CardId>) -> Result<Vec<(CardId, usize)>> {
        let introduced = self.introduced_by(card)?.into_iter().filter(|next| seen.insert(*next));
        let mut below: Vec<(CardId, usize)> = introduced.map(|next| (next, depth + 1)).collect();
        below.reverse();
        Ok(below)
    }

    fn introducer_of(&self, card: CardId) -> Result<Option<CardId>> {
        use rusqlite::OptionalExtension;
        let mut statement = self.connection.prepare_cached(
            "SELECT introducer.id FROM value
             JOIN card AS introducer ON introducer.id = CAST(value.text AS INTEGER) AND introducer.state = 0
             WHERE value.card = ?1 AND value.field = 'introducer' AND value.seq = 0",
        )?;
        Ok(statement.query_row([card.0], |row| row.get(0).map(CardId)).optional()?)
    }
}
