//! A row with everything worked out that needs no card file.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rusqlite::types::{Value, ValueRef};

use super::known::{Keys, RowKeys};
use super::records::{Record, Records};
use crate::domain::choice::Choice;
use crate::domain::detail::NewDetail;
use crate::domain::draft::{NewCard, NewEmail, NewPhone};
use crate::domain::field::{FieldType, built_in, key};
use crate::domain::id::{CardId, Uid};
use crate::domain::standing::{Standing, fold};
use crate::domain::text::searchable::searchable_in;
use crate::store::error::{Result, StoreError};
use crate::store::import::{ImportRow, NameSource, OnDuplicate};
use crate::store::record::{self, RecordKind};
use crate::store::value::{self, ValueRow};
use crate::store::write::{
    Making, address_fields, card_fields, email_fields, must_fit, person_fields, phone_fields,
};
use crate::store::{Opening, fingerprint, new_card, standing};

/// Stands for the row of the card until it has one.
const NO_CARD: CardId = CardId(0);

/// The longest folded text whose memory is kept for other rows, in bytes.
const LONGEST_SPARE_TEXT: usize = 1 << 10;

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
    /// What rows that were stored have left for the next ones.
    pub(in crate::store) spare: Vec<Spare>,
}

/// The memory of a row that was stored, empty: to ask for that of a row and to give it back takes longer than to
/// fill it.
#[derive(Debug, Default)]
pub(in crate::store) struct Spare {
    records: Records,
    people: Vec<Record>,
    phones: Vec<(Record, Option<usize>)>,
    emails: Vec<(Record, Option<usize>)>,
    addresses: Vec<Record>,
    values: Vec<Record>,
    search: String,
    keys: RowKeys,
}

/// A standing as it is kept, without its card.
type StandingRow = Arc<[Value; standing::WIDTH]>;

/// A row of an import with everything worked out that needs no card file.
#[derive(Debug)]
pub struct Ready {
    pub(in crate::store) fingerprint: [u8; fingerprint::HASH],
    pub(in crate::store) on_duplicate: OnDuplicate,
    pub(in crate::store) named: NameSource,
    pub(in crate::store) introducer: Option<CardId>,
    pub(in crate::store) details: Vec<NewDetail>,
    /// The card as the row has it, where it may change one that is there. Else it is given up as soon as its
    /// parts are made: many small pieces of memory, kept for another thread, cost more than all else.
    pub(in crate::store) draft: Option<Box<NewCard>>,
    pub(in crate::store) keys: RowKeys,
    /// Its card in the making.
    pub(in crate::store) parts: Parts,
    /// Keys of its fields that are not of the catalogue.
    own_fields: Vec<String>,
    /// Why it can be no card, whatever there is in the card file.
    pub(in crate::store) refusal: Option<StoreError>,
}

/// The records of a card in the making.
#[derive(Debug)]
pub(in crate::store) struct Parts {
    pub(super) records: Records,
    pub(super) card: Record,
    pub(super) people: Vec<Record>,
    /// Those of people with the place of the person on the card.
    pub(super) phones: Vec<(Record, Option<usize>)>,
    /// Likewise.
    pub(super) emails: Vec<(Record, Option<usize>)>,
    pub(super) addresses: Vec<Record>,
    /// In the order of the table, without the card.
    pub(super) values: Vec<Record>,
    pub(super) search: String,
    pub(super) standing: StandingRow,
}

/// What of a row tells whose card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct Who<'row> {
    pub(in crate::store) code: &'row str,
    pub(in crate::store) name: &'row str,
    pub(in crate::store) company: &'row str,
}

impl Preparer {
    /// Works everything out.
    ///
    /// # Errors
    /// None that a row can cause: a row that can be no card is told when it is brought in.
    pub fn ready(&mut self, row: ImportRow) -> Result<Ready> {
        let ImportRow { card, named, fingerprint, on_duplicate } = row;
        let refusal = must_be_a_card(&card, &self.own).err();
        let fields = card.values.iter().map(|(field, _)| field);
        let own_fields = fields.filter(|field| built_in(field).is_none()).cloned().collect();
        let mut spare = self.spare.pop().unwrap_or_default();
        let mut keys = self.keys.of_row(&card, std::mem::take(&mut spare.keys));
        if !keys.say_who() {
            self.keys.know_by_row(&mut keys, &fingerprint);
        }
        let introducer = card.introducer;
        let details = card.details.clone();
        let draft = (on_duplicate == OnDuplicate::Update).then(|| Box::new(card.clone()));
        let parts = self.parts(card, spare)?;
        Ok(Ready {
            fingerprint,
            on_duplicate,
            named,
            introducer,
            details,
            draft,
            keys,
            parts,
            own_fields,
            refusal,
        })
    }

    /// Takes the memory of a row that was stored for another one. That of an unusually long one is given up: it
    /// would be kept for short ones.
    pub fn reuse(&mut self, ready: Ready) {
        let Ready { mut keys, parts, .. } = ready;
        let Parts { mut records, mut people, mut phones, mut emails, .. } = parts;
        let Parts { mut addresses, mut values, mut search, .. } = parts;
        if !records.is_usual() || search.capacity() > LONGEST_SPARE_TEXT {
            return;
        }
        keys.clear();
        records.clear();
        people.clear();
        phones.clear();
        emails.clear();
        addresses.clear();
        values.clear();
        search.clear();
        self.spare.push(Spare { records, people, phones, emails, addresses, values, search, keys });
    }

    fn parts(&mut self, new: NewCard, spare: Spare) -> Result<Parts> {
        let Spare { mut records, mut people, mut phones, mut emails, .. } = spare;
        let Spare { mut addresses, mut values, search, .. } = spare;
        let making =
            Making { uid: self.uid(), batch: Some(self.batch), day: self.opening.day, now: self.now };
        let card = records.add(RecordKind::Card, card_fields(&new, &making));
        let mut reach = |records: &mut Records, person, numbers: &[NewPhone], addresses: &[NewEmail]| {
            for phone in numbers {
                phones.push((records.add(RecordKind::Phone, phone_fields(NO_CARD, None, phone)), person));
            }
            for email in addresses {
                emails.push((records.add(RecordKind::Email, email_fields(NO_CARD, None, email)), person));
            }
        };
        reach(&mut records, None, &new.phones, &new.emails);
        for (place, person) in new.people.iter().enumerate() {
            let uid = self.uid();
            people.push(records.add(RecordKind::Person, person_fields(NO_CARD, person, &uid)));
            reach(&mut records, Some(place), &person.phones, &person.emails);
        }
        for place in &new.addresses {
            addresses.push(records.add(RecordKind::Address, address_fields(NO_CARD, place)));
        }
        add_values(&mut records, &mut values, &new, &self.own);
        let whole = new_card::as_card(NO_CARD, new, self.opening.day, self.now);
        let standing = self.standing(fold(&whole, self.today, &self.opening.policies));
        let search = searchable_in(&whole, search);
        Ok(Parts { records, card, people, phones, emails, addresses, values, search, standing })
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

impl Ready {
    /// Keys of its fields that are not of the catalogue.
    pub fn own_fields(&self) -> &[String] {
        &self.own_fields
    }

    pub(in crate::store) fn who(&self) -> Who<'_> {
        let text = |place| self.parts.records.text(&self.parts.card, place);
        let [code, name, company] = card_places().map(text);
        Who { code, name, company }
    }

    /// The folded text its card is found by.
    pub(in crate::store) fn search_text(&self) -> &str {
        &self.parts.search
    }

    /// Says who introduced the card.
    pub fn introduce(&mut self, introducer: CardId) {
        self.introducer = Some(introducer);
        if let Some(draft) = &mut self.draft {
            draft.introducer = Some(introducer);
        }
        let Parts { records, values, .. } = &mut self.parts;
        values.retain(|value| records.text(value, 0) != key::INTRODUCER);
        let place = values.partition_point(|value| records.text(value, 0) < key::INTRODUCER);
        let said = [introducer.to_string()];
        let row = value::rows_of(key::INTRODUCER, value::kind_of(key::INTRODUCER), &said);
        let added: Vec<Record> = row.map(|row| records.add_cells(without_card(&row))).collect();
        values.splice(place..place, added);
    }
}

/// Types of the fields the user added, by key.
pub(in crate::store) type OwnKinds = Arc<HashMap<String, FieldType>>;

/// The places of code, name and company among the parameters of a card.
fn card_places() -> [usize; 3] {
    static PLACES: OnceLock<[usize; 3]> = OnceLock::new();
    *PLACES.get_or_init(|| {
        // Its row stands before them. All three are fields of a card.
        ["code", "name", "company"]
            .map(|field| record::offset(RecordKind::Card, field).map_or(0, |offset| offset - 1))
    })
}

/// Adds the values of a card in the making, in the order of their table.
fn add_values(records: &mut Records, made: &mut Vec<Record>, new: &NewCard, own: &OwnKinds) {
    let channel = new.channel.map(|channel| [channel.code().to_owned()]);
    let introducer = new.introducer.map(|introducer| [introducer.to_string()]);
    let mut fields: Vec<(&str, &[String])> = Vec::with_capacity(new.values.len() + 3);
    fields.extend(channel.iter().map(|channel| (key::CHANNEL, channel.as_slice())));
    fields.extend(introducer.iter().map(|introducer| (key::INTRODUCER, introducer.as_slice())));
    fields.push((key::TAGS, &new.tags));
    fields.extend(new.values.iter().map(|(field, values)| (field.as_str(), values.as_slice())));
    // A stable sort: the values of one field stay in their order.
    fields.sort_by_key(|(field, _)| *field);
    let rows = fields.into_iter().flat_map(|(field, values)| {
        value::rows_of(field, value::kind_of(field).or_else(|| own.get(field).copied()), values)
    });
    made.extend(rows.map(|row| records.add_cells(without_card(&row))));
}

/// The parameters of a value that are known before its card has a row.
fn without_card<'row>(row: &'row ValueRow<'_>) -> impl Iterator<Item = ValueRef<'row>> {
    row.cells(NO_CARD).into_iter().skip(1)
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
