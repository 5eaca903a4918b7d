//! What is kept derived of a card, renewed in the transaction of every write: its standing, its search text.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::error::Result;
use super::journal::Change;
use super::record::RecordKind;
use super::undo::Way;
use super::{cell, read, retag, search, standing};
use crate::domain::id::CardId;
use crate::domain::policy::Policies;
use crate::domain::standing::fold;
use crate::domain::text::searchable::searchable;

/// Fields of a card that no search looks at.
const NOT_SEARCHED: [&str; 9] =
    ["state", "batch", "party", "kind", "position", "started_in", "added_on", "created_at", "updated_at"];

/// What of that which is derived of a card a change may touch.
enum Touched<'change> {
    /// No standing rests on tags, and in the text a card is found by they are the last lines.
    Tags(&'change Change),
    Standing,
    All,
}

fn touched_by<'change>(changes: &[&'change Change]) -> Touched<'change> {
    match changes {
        [tags] if retag::is_of_tags(tags) => Touched::Tags(tags),
        _ if changes.iter().any(|change| is_searched(change)) => Touched::All,
        _ => Touched::Standing,
    }
}

fn is_searched(change: &Change) -> bool {
    match change.kind {
        RecordKind::Card => !NOT_SEARCHED.contains(&change.field.as_str()),
        RecordKind::Assertion
        | RecordKind::Move
        | RecordKind::Assessment
        | RecordKind::Score
        | RecordKind::Visit => false,
        _ => true,
    }
}

/// Works out again what is derived of cards, in the order of their rows; nothing of those that are gone.
pub(super) fn renew(
    connection: &Connection,
    cards: impl Iterator<Item = CardId>,
    today: NaiveDate,
    policies: &Policies,
) -> Result<()> {
    let mut texts = Vec::new();
    for id in cards {
        if let Some(card) = read::card(connection, id)? {
            standing::keep(connection, id, &fold(&card, today, policies))?;
            texts.push((id, searchable(&card)));
        }
    }
    // All at once: the texts of cards that follow each other stand in one row.
    let texts: Vec<_> = texts.iter().map(|(card, text)| (*card, Some(text.as_str()))).collect();
    search::keep_all(connection, &texts)
}

/// Works out again what is derived of cards of which parts have changed; nothing of those that are gone.
pub(super) fn renew_after(
    connection: &Connection,
    touched: &BTreeMap<CardId, Vec<&Change>>,
    today: NaiveDate,
    policies: &Policies,
    way: Way,
) -> Result<()> {
    let (mut whole, mut lines) = (Vec::new(), Vec::new());
    for (&id, changes) in touched {
        match touched_by(changes) {
            Touched::All => whole.push(id),
            Touched::Standing => {
                if let Some(card) = read::with_history(connection, id)? {
                    standing::keep(connection, id, &fold(&card, today, policies))?;
                }
            }
            Touched::Tags(tags) => {
                let (from, to) = match way {
                    Way::Forth => (&tags.before, &tags.after),
                    Way::Back => (&tags.after, &tags.before),
                };
                lines.push((id, retag::lines(&cell::list_of(from)?), retag::lines(&cell::list_of(to)?)));
            }
        }
    }
    let ends: Vec<search::End<'_>> =
        lines.iter().map(|(card, from, to)| (*card, from.as_str(), to.as_str())).collect();
    whole.extend(search::change_ends(connection, &ends)?);
    whole.sort_unstable();
    renew(connection, whole.into_iter(), today, policies)
}
