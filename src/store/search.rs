//! The folded text of each card, in which the bare words of a query are looked for.

use rusqlite::{Connection, params};

use super::error::Result;
use crate::domain::card::Card;

/// Keeps the text a card is found by.
pub(super) fn keep(connection: &Connection, card: &Card) -> Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO search (card, text) VALUES (?1, ?2)")?
        .execute(params![card.id.0, text(card)])?;
    Ok(())
}

fn text(card: &Card) -> String {
    let people = card.people.iter().map(|person| person.name.as_str());
    let phones = card.phones.iter().map(|phone| phone.number.as_str());
    let notes = card.contacts.iter().map(|contact| contact.note.as_str());
    [card.name.as_str(), &card.short_name, &card.company, &card.code]
        .into_iter()
        .chain(people)
        .chain(phones)
        .chain(notes)
        .collect::<Vec<_>>()
        .join("\n")
        .to_lowercase()
}
