//! The bin: cards out of the list and back.

use rusqlite::types::Value;

use crate::domain::id::CardId;
use crate::store::door::Door;
use crate::store::error::Result;
use crate::store::record::RecordKind;

const IN_THE_LIST: i64 = 0;
const IN_THE_BIN: i64 = 1;

impl Door<'_> {
    /// Moves a card to the bin.
    pub fn bin(&mut self, card: CardId) -> Result<()> {
        self.must_exist(card)?;
        self.set(RecordKind::Card, card.0, "state", Value::Integer(IN_THE_BIN))
    }

    /// Takes a card out of the bin.
    pub fn unbin(&mut self, card: CardId) -> Result<()> {
        self.must_exist(card)?;
        self.set(RecordKind::Card, card.0, "state", Value::Integer(IN_THE_LIST))
    }
}
