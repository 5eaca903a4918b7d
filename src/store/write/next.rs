//! What is to be done next with a card.

use chrono::NaiveDate;
use rusqlite::params;
use rusqlite::types::Value;

use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::id::CardId;
use crate::store::cell::{choice, day_text, optional, optional_day, text};
use crate::store::door::Door;
use crate::store::error::Result;
use crate::store::record::RecordKind;

impl Door<'_> {
    /// What is to be done next with a card as it stands.
    pub(in crate::store) fn next_of(&self, card: CardId) -> Result<Option<NextAction>> {
        let mut statement =
            self.connection.prepare_cached("SELECT next_on, next_kind, next_note FROM card WHERE id = ?1")?;
        let mut rows = statement.query([card.0])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let Some(on) = optional_day(row.get(0)?)? else { return Ok(None) };
        let kind: Option<String> = row.get(1)?;
        let kind = kind.map(|kind| choice(&kind)).transpose()?;
        Ok(Some(NextAction { on, kind, note: row.get(2)? }))
    }

    /// Sets or clears the next action, as agreed upon on the as-of date.
    pub fn set_next(&mut self, card: CardId, next: Option<&NextAction>) -> Result<()> {
        self.agree_on_next(card, next, self.opening.day)
    }

    /// Sets or clears the next action, as agreed upon on a day.
    pub(super) fn agree_on_next(
        &mut self,
        card: CardId,
        next: Option<&NextAction>,
        agreed: NaiveDate,
    ) -> Result<()> {
        self.must_exist(card)?;
        if self.next_of(card)?.as_ref() == next {
            return Ok(());
        }
        let kind = next.and_then(|next| next.kind).map(|kind| kind.code().to_owned());
        let fields: [(&str, Value); 4] = [
            ("next_on", optional(next.map(|next| day_text(next.on)))),
            ("next_kind", optional(kind)),
            ("next_note", text(next.map(|next| next.note.as_str()).unwrap_or_default())),
            ("next_set_on", optional(next.map(|_| day_text(agreed)))),
        ];
        for (field, value) in fields {
            self.set(RecordKind::Card, card.0, field, value)?;
        }
        Ok(())
    }

    /// Whether the open next action was agreed upon after a day, as far as that is known.
    pub(super) fn next_is_newer_than(&self, card: CardId, day: NaiveDate) -> Result<bool> {
        let mut statement = self.connection.prepare_cached(
            "SELECT 1 FROM card WHERE id = ?1 AND next_on IS NOT NULL AND next_set_on > ?2",
        )?;
        Ok(statement.exists(params![card.0, day_text(day)])?)
    }
}
