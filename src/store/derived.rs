//! What is kept derived of a card, renewed in the transaction of every write: its standing, its search text.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::error::{Result, StoreError};
use super::journal::Change;
use super::undo::Way;
use super::{cell, read, retag, search, standing};
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

/// Works out again what is derived of a card of which a part has changed; nothing when it is gone.
pub(super) fn renew_after(
    connection: &Connection,
    card: CardId,
    changes: &[&Change],
    today: NaiveDate,
    policies: &Policies,
    way: Way,
) -> Result<()> {
    if let [tags] = changes
        && retag::is_of_tags(tags)
    {
        let (from, to) = match way {
            Way::Forth => (&tags.before, &tags.after),
            Way::Back => (&tags.after, &tags.before),
        };
        if change_tags(connection, card, from, to)? {
            return Ok(());
        }
    }
    renew(connection, card, today, policies)
}

/// Works out what other tags change of what is derived of a card: no standing rests on tags, and in the text a
/// card is found by they are the last lines. Nothing is done, and `false` given, where the text does not end
/// with the tags there were.
fn change_tags(connection: &Connection, card: CardId, before: &Value, after: &Value) -> Result<bool> {
    let lines = |tags: &Value| Ok::<String, StoreError>(retag::lines(&cell::list_of(tags)?));
    Ok(search::change_ends(connection, &[(card, &lines(before)?, &lines(after)?)])?.is_empty())
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
