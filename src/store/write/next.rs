//! What is to be done next with a card.

use rusqlite::types::Value;

use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::id::CardId;
use crate::store::cell::{day_text, optional, text};
use crate::store::door::Door;
use crate::store::error::Result;
use crate::store::record::RecordKind;

impl Door<'_> {
    /// Sets or clears the next action.
    pub fn set_next(&mut self, card: CardId, next: Option<&NextAction>) -> Result<()> {
        self.must_exist(card)?;
        let kind = next.and_then(|next| next.kind).map(|kind| kind.code().to_owned());
        let fields: [(&str, Value); 3] = [
            ("next_on", optional(next.map(|next| day_text(next.on)))),
            ("next_kind", optional(kind)),
            ("next_note", text(next.map(|next| next.note.as_str()).unwrap_or_default())),
        ];
        for (field, value) in fields {
            self.set(RecordKind::Card, card.0, field, value)?;
        }
        Ok(())
    }
}
