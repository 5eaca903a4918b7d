//! Cards as a text table that spreadsheets read rightly and our own import reads back without loss.
//!
//! UTF-8 with a byte order mark, without which Excel garbles Chinese. Headers are field keys. Phones carry
//! their kind in front, so that no spreadsheet takes them for numbers, and no cell can be run as a formula.

use std::io::Write;

use super::super::cell::{ENTRY_JOINT, escaped, guarded};
use super::super::error::Result;
use super::super::headers::recognise;
use super::super::row::NO_KIND;
use super::super::{details, people, places};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::detail::GROUPS;
use crate::domain::field::{CATALOGUE, Field, FieldType, OwnField};
use crate::domain::id::CardId;

/// Begins a file that Excel is to read as UTF-8.
pub(in crate::exchange) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The header of the next action.
const NEXT: &str = "next";

/// Writes cards, one a row.
#[derive(Debug)]
pub struct CardTable<W: Write> {
    rows: csv::Writer<W>,
    own: Vec<OwnField>,
}

impl<W: Write> CardTable<W> {
    /// Begins the table with its header: all fields of the catalogue, the next action, the groups of details,
    /// the user's own fields.
    pub fn new(mut out: W, own: Vec<OwnField>) -> Result<CardTable<W>> {
        out.write_all(BYTE_ORDER_MARK)?;
        let mut rows = csv::Writer::from_writer(out);
        // A name that means something else by itself would not be read back as this field.
        let own_header = |field: &OwnField| match recognise(&field.name) {
            None => field.name.clone(),
            Some(_) => field.key.clone(),
        };
        let keys = CATALOGUE.iter().map(|field| field.key.to_owned());
        let groups = GROUPS.iter().map(details::header);
        let headers = keys.chain([NEXT.to_owned()]).chain(groups).chain(own.iter().map(own_header));
        rows.write_record(headers.map(|header| guarded(&header))).map_err(into_io)?;
        Ok(CardTable { rows, own })
    }

    /// Writes a card; `name_of` gives the code or name of another card that a field of it names.
    pub fn write(&mut self, card: &Card, mut name_of: impl FnMut(CardId) -> Result<String>) -> Result<()> {
        let known = CATALOGUE.iter().map(|field| cell(card, field, &mut name_of));
        let known = known.collect::<Result<Vec<_>>>()?.into_iter();
        let next = card.next_action.as_ref().map(next_cell).unwrap_or_default();
        let own = self.own.iter().map(|field| own_cell(card, field));
        let groups = GROUPS.iter().map(|group| details::written(card, group));
        let cells = known.chain([next]).chain(groups).chain(own).map(|cell| guarded(&cell));
        self.rows.write_record(cells).map_err(into_io)?;
        Ok(())
    }

    /// Writes out what is still held back.
    pub fn finish(mut self) -> Result<()> {
        Ok(self.rows.flush()?)
    }
}

fn cell(card: &Card, field: &Field, name_of: impl FnMut(CardId) -> Result<String>) -> Result<String> {
    let kinded = |kind: &str, text: &str| format!("{kind}:{}", escaped(text));
    let joined = |entries: Vec<String>| entries.join(ENTRY_JOINT);
    Ok(match field.kind {
        FieldType::Card => {
            let others = card.field_texts(field.key);
            let ids = others.iter().filter_map(|id| id.parse().ok()).map(CardId);
            joined(ids.map(name_of).collect::<Result<_>>()?)
        }
        FieldType::Tags | FieldType::Choices(_) => {
            joined(card.field_texts(field.key).iter().map(|value| escaped(value)).collect())
        }
        FieldType::Phones => {
            joined(card.phones.iter().map(|phone| kinded(phone.kind.code(), &phone.number)).collect())
        }
        FieldType::Emails => {
            joined(card.emails.iter().map(|email| kinded(email.kind.code(), &email.address)).collect())
        }
        FieldType::Addresses => places::written(&card.addresses),
        FieldType::People => people::written(&card.people),
        _ => texts(card, field.key),
    })
}

fn own_cell(card: &Card, field: &OwnField) -> String {
    let values = card.field_texts(&field.key);
    if !field.kind().is_several() {
        return values.concat();
    }
    values.iter().map(|value| escaped(value)).collect::<Vec<_>>().join(ENTRY_JOINT)
}

fn texts(card: &Card, key: &str) -> String {
    card.field_texts(key).concat()
}

fn next_cell(next: &NextAction) -> String {
    let kind = next.kind.map_or(NO_KIND, Choice::code);
    format!("{} {kind} {}", next.on, next.note).trim_end().to_owned()
}

pub(in crate::exchange) fn into_io(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}
