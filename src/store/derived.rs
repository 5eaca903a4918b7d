//! What is kept derived of a card, renewed in the transaction of every write: its standing, its search text.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::error::Result;
use super::{read, search, standing};
use crate::domain::card::Card;
use crate::domain::id::CardId;
use crate::domain::policy::Policies;
use crate::domain::standing::fold;

/// Works out again what is derived of a card; nothing when it is gone.
pub(super) fn renew(
    connection: &Connection,
    card: CardId,
    today: NaiveDate,
    policies: &Policies,
) -> Result<()> {
    match read::card(connection, card)? {
        Some(card) => keep(connection, &card, today, policies),
        None => Ok(()),
    }
}

/// Keeps what is derived of a card as it stands.
pub(super) fn keep(
    connection: &Connection,
    card: &Card,
    today: NaiveDate,
    policies: &Policies,
) -> Result<()> {
    standing::keep(connection, card.id, &fold(card, today, policies))?;
    search::keep(connection, card)
}
