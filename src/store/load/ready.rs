//! A row with everything worked out that needs no card file.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::types::Value;

use super::known::{Keys, RowKeys};
use crate::domain::choice::Choice;
use crate::domain::draft::{NewCard, NewEmail, NewPhone};
use crate::domain::field::{FieldType, built_in};
use crate::domain::id::{CardId, PersonId, Uid};
use crate::domain::standing::{Standing, fold};
use crate::domain::text::searchable::searchable;
use crate::store::error::{Result, StoreError};
use crate::store::import::ImportRow;
use crate::store::record::{self, Record, RecordKind};
use crate::store::value::{self, ValueRow};
use crate::store::write::{
    Making, address_fields, card_fields, email_fields, must_fit, person_fields, phone_fields,
};
use crate::store::{Opening, new_card, standing};

/// Stands for the row of the card until it has one.
const NO_CARD: CardId = CardId(0);

/// Makes rows ready for an import, on any thread.
#[derive(Debug)]
pub struct Preparer {
    pub(in crate::store) keys: Keys,
    pub(in crate::store) opening: Opening,
    /// The local day, for which standings are kept.
    pub(in crate::store) today: chrono::NaiveDate,
    pub(in crate::store) batch: i64,
    /// The instant of the whole import.
    pub(in crate::store) now: i64,
    /// The identity of the next card or person.
    pub(in crate::store) next_uid: Uid,
    /// Types of the fields the user added before the import.
    pub(in crate::store) own: OwnKinds,
    /// The last standing, as it is kept: most cards of an import have the same.
    pub(in crate::store) last: Option<(Standing, StandingRow)>,
}

/// A standing as it is kept, without its card.
type StandingRow = Arc<[Value; standing::WIDTH]>;

/// A row of an import with everything worked out that needs no card file.
#[derive(Debug)]
pub struct Ready {
    pub(super) row: ImportRow,
    pub(in crate::store) keys: RowKeys,
    /// Its card in the making.
    pub(in crate::store) parts: Parts,
    /// Keys of its fields that are not of the catalogue.
    pub(in crate::store) own_fields: Vec<String>,
    /// Why it can be no card, whatever there is in the card file.
    pub(in crate::store) refusal: Option<StoreError>,
}

/// The records of a card in the making.
#[derive(Debug)]
pub(in crate::store) struct Parts {
    pub(super) card: Record,
    pub(super) people: Vec<Record>,
    /// Those of people with the place of the person on the card.
    pub(super) phones: Vec<(Record, Option<usize>)>,
    /// Likewise.
    pub(super) emails: Vec<(Record, Option<usize>)>,
    pub(super) addresses: Vec<Record>,
    /// In the order of the table.
    pub(super) values: Vec<ValueRow>,
    pub(super) search: String,
    pub(super) standing: StandingRow,
}

impl Preparer {
    /// Works everything out.
    ///
    /// # Errors
    /// None that a row can cause: a row that can be no card is told when it is brought in.
    pub fn ready(&mut self, row: ImportRow) -> Result<Ready> {
        let refusal = must_be_a_card(&row.card, &self.own).err();
        let fields = row.card.values.iter().map(|(field, _)| field);
        let own_fields = fields.filter(|field| built_in(field).is_none()).cloned().collect();
        let mut keys = self.keys.of_row(&row.card);
        if !keys.say_who() {
            self.keys.know_by_row(&mut keys, &row.fingerprint);
        }
        Ok(Ready { keys, parts: self.parts(&row.card)?, own_fields, refusal, row })
    }

    /// Prepares for the same row to come again, with what is still missing of it.
    pub fn expect_again(&self, ready: &mut Ready) {
        self.keys.know_by_row(&mut ready.keys, &ready.row.fingerprint);
    }

    fn parts(&mut self, new: &NewCard) -> Result<Parts> {
        let card = new_card::as_card(NO_CARD, new, self.opening.day, self.now);
        let standing = self.standing(fold(&card, self.today, &self.opening.policies));
        let making =
            Making { uid: self.uid(), batch: Some(self.batch), day: self.opening.day, now: self.now };
        let mut parts = Parts {
            card: Record::of(RecordKind::Card, card_fields(new, &making))?,
            people: Vec::with_capacity(new.people.len()),
            phones: Vec::with_capacity(new.phones.len()),
            emails: Vec::with_capacity(new.emails.len()),
            addresses: Vec::with_capacity(new.addresses.len()),
            values: values(new, &self.own),
            search: searchable(&card),
            standing,
        };
        parts.reach(None, &new.phones, &new.emails)?;
        for place in &new.addresses {
            parts.addresses.push(Record::of(RecordKind::Address, address_fields(NO_CARD, place))?);
        }
        for (place, person) in new.people.iter().enumerate() {
            let uid = self.uid();
            parts.people.push(Record::of(RecordKind::Person, person_fields(NO_CARD, person, &uid))?);
            parts.reach(Some(place), &person.phones, &person.emails)?;
        }
        Ok(parts)
    }

    /// One after the other from a random one on: asking the system for chance takes longer than a row.
    fn uid(&mut self) -> Uid {
        let uid = self.next_uid;
        self.next_uid = Uid::from_u128(uid.as_u128() + 1);
        uid
    }

    fn standing(&mut self, standing: Standing) -> StandingRow {
        if let Some((last, row)) = &self.last
            && *last == standing
        {
            return Arc::clone(row);
        }
        let row = Arc::new(standing::values(&standing));
        self.last = Some((standing, Arc::clone(&row)));
        row
    }
}

impl Parts {
    fn reach(&mut self, person: Option<usize>, phones: &[NewPhone], emails: &[NewEmail]) -> Result<()> {
        let nobody: Option<PersonId> = None;
        for phone in phones {
            let record = Record::of(RecordKind::Phone, phone_fields(NO_CARD, nobody, phone))?;
            self.phones.push((record, person));
        }
        for email in emails {
            let record = Record::of(RecordKind::Email, email_fields(NO_CARD, nobody, email))?;
            self.emails.push((record, person));
        }
        Ok(())
    }
}

impl Ready {
    /// The row itself.
    pub fn row(&self) -> &ImportRow {
        &self.row
    }

    /// Gives the folded text away: the card stands in the file.
    pub(in crate::store) fn take_search_text(&mut self) -> String {
        std::mem::take(&mut self.parts.search)
    }

    /// Says who introduced the card.
    pub fn introduce(&mut self, introducer: CardId) {
        self.row.card.introducer = Some(introducer);
        let rows = &mut self.parts.values;
        rows.retain(|row| row.field != INTRODUCER);
        rows.extend(introduction(introducer));
        rows.sort_by(|one, other| one.field.cmp(&other.field));
    }
}

/// The key of the field with the card that introduced one.
const INTRODUCER: &str = "introducer";

/// Types of the fields the user added, by key.
pub(in crate::store) type OwnKinds = Arc<HashMap<String, FieldType>>;

fn introduction(introducer: CardId) -> Vec<ValueRow> {
    value::rows_of(INTRODUCER, value::kind_of(INTRODUCER), &[introducer.to_string()]).collect()
}

/// The values of a card in the making, in the order of their table.
fn values(new: &NewCard, own: &OwnKinds) -> Vec<ValueRow> {
    let channel = new.channel.map(|channel| vec![channel.code().to_owned()]);
    let mut rows: Vec<ValueRow> = Vec::with_capacity(new.tags.len() + new.values.len() + 2);
    rows.extend(
        channel.iter().flat_map(|values| value::rows_of("channel", value::kind_of("channel"), values)),
    );
    rows.extend(new.introducer.into_iter().flat_map(introduction));
    rows.extend(value::rows_of("tags", value::kind_of("tags"), &new.tags));
    rows.extend(new.values.iter().flat_map(|(field, values)| {
        value::rows_of(field, value::kind_of(field).or_else(|| own.get(field).copied()), values)
    }));
    // A stable sort: the values of one field stay in their order.
    rows.sort_by(|one, other| one.field.cmp(&other.field));
    rows
}

/// Refuses what can be no card in any card file.
fn must_be_a_card(new: &NewCard, own: &OwnKinds) -> Result<()> {
    let mut names = std::iter::once(&new.name).chain(new.people.iter().map(|person| &person.name));
    if names.any(|name| name.trim().is_empty()) {
        return Err(StoreError::EmptyName);
    }
    for (field, values) in &new.values {
        if record::is_card_column(field) {
            return Err(StoreError::FieldHasItsOwnDoor(field.clone()));
        }
        // A column that is known by no field becomes one of text.
        let kind = value::kind_of(field).or_else(|| own.get(field).copied()).unwrap_or(FieldType::Text);
        must_fit(field, kind, values)?;
    }
    Ok(())
}
