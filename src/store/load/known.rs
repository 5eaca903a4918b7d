//! The cards there are, by what a row of an import may be their twin in: in memory, because asking the card
//! file four times a row takes longer than storing the row.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

use rusqlite::{Connection, OptionalExtension, Row};

use super::ready::Who;
use crate::domain::draft::NewCard;
use crate::domain::field::registration;
use crate::domain::id::CardId;
use crate::domain::phone::{self, PhoneCheck};
use crate::domain::text::fold::{fold, same};
use crate::store::duplicate::{Duplicate, DuplicateBy, REGISTRATION};
use crate::store::error::Result;
use crate::store::fingerprint;
use crate::store::value::{self, email_normal};

/// What cards are compared by, as a hash that nobody outside can foresee. Equal hashes are equal values: among
/// five million of them two that collide by chance are one in a million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) struct Key(u64);

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
    }
}

/// Hashes what is a hash already: by itself.
#[derive(Debug, Default)]
pub(in crate::store) struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// Makes keys that compare with each other.
#[derive(Debug, Clone, Default)]
pub(in crate::store) struct Keys(RandomState);

impl Keys {
    fn of(&self, value: impl Hash) -> Key {
        Key(self.0.hash_one(&value))
    }

    fn code(&self, code: &str) -> Key {
        self.of((DuplicateBy::Code as u8, fold(code)))
    }

    /// A mobile number is one person's. Any other may be a switchboard's, so the name must be the same too.
    fn phone(&self, normal: &str, check: PhoneCheck, name: &str) -> (Key, Proof) {
        match check {
            PhoneCheck::Good => (self.of((DuplicateBy::Phone as u8, normal)), Proof::Phone),
            PhoneCheck::Doubtful => (self.of((DuplicateBy::Phone as u8, normal, name)), Proof::PhoneAndName),
        }
    }

    fn imported(&self, fingerprint: &[u8; fingerprint::HASH]) -> Key {
        self.of((DuplicateBy::Row as u8, fingerprint))
    }

    fn email(&self, normal: &str) -> Key {
        self.of((DuplicateBy::Email as u8, normal))
    }

    /// A registration number that tells whose it is, however it is written.
    fn registration(&self, number: &str) -> Option<Key> {
        registration::identity(number).map(|number| self.of((DuplicateBy::Registration as u8, number)))
    }

    fn name_and_company(&self, name: &str, company: &str) -> Key {
        self.of((DuplicateBy::NameAndCompany as u8, name, company))
    }

    /// The keys of a row, put among none.
    pub(in crate::store) fn of_row(&self, new: &NewCard, none: RowKeys) -> RowKeys {
        let mut row = none;
        if !new.code.is_empty() {
            let code = self.code(&new.code);
            row.asked.push((code, Proof::Code));
            row.made.push(code);
        }
        let registered = new.values.iter().filter(|(field, _)| field == REGISTRATION);
        for key in registered.flat_map(|(_, numbers)| numbers).filter_map(|number| self.registration(number))
        {
            row.asked.push((key, Proof::Registration));
            row.made.push(key);
        }
        for number in &new.phones {
            let Ok(read) = phone::read(&number.number) else { continue };
            let (key, proof) = self.phone(&read.normal, read.check, &new.name);
            row.asked.push((key, proof));
            row.made.push(key);
        }
        for email in &new.emails {
            let normal = email_normal(&email.address);
            if !normal.is_empty() {
                let key = self.email(&normal);
                row.asked.push((key, Proof::Email));
                row.made.push(key);
            }
        }
        if !new.company.is_empty() {
            let key = self.name_and_company(&new.name, &new.company);
            row.asked.push((key, Proof::NameAndCompany));
            row.made.push(key);
        }
        for person in &new.people {
            for phone in person.phones.iter().filter_map(|phone| phone::read(&phone.number).ok()) {
                row.made.push(self.phone(&phone.normal, phone.check, &new.name).0);
            }
            let addresses = person.emails.iter().map(|email| email_normal(&email.address));
            row.made.extend(addresses.filter(|normal| !normal.is_empty()).map(|normal| self.email(&normal)));
        }
        row
    }

    /// Makes the card of a row known by the row itself too.
    pub(in crate::store) fn know_by_row(&self, row: &mut RowKeys, fingerprint: &[u8; fingerprint::HASH]) {
        row.made.push(self.imported(fingerprint));
    }
}

/// The keys of one row.
#[derive(Debug, Clone, Default)]
pub(in crate::store) struct RowKeys {
    /// Those a twin would have, the strongest first.
    asked: Vec<(Key, Proof)>,
    /// Those its card has once it is made.
    made: Vec<Key>,
}

impl RowKeys {
    /// Leaves none, and keeps the space.
    pub(in crate::store) fn clear(&mut self) {
        self.asked.clear();
        self.made.clear();
    }

    /// Whether the same row, come again in the same import, would be known by what it says.
    pub(in crate::store) fn say_who(&self) -> bool {
        !self.asked.is_empty()
    }
}

/// What a card must still say of itself to be the twin its key made it: keys of old values are not taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    Code,
    Registration,
    Phone,
    PhoneAndName,
    Email,
    NameAndCompany,
}

/// All cards by their keys, and the rows imported by their fingerprints.
#[derive(Debug)]
pub(in crate::store) struct Known {
    keys: Keys,
    /// Those there were, by rising key: a million cards have millions of keys, and a table of them that can
    /// grow would take twice the memory.
    before: Vec<(Key, CardId)>,
    /// Those that came with the import under way, which count before the others.
    since: HashMap<Key, CardId, BuildHasherDefault<Itself>>,
    /// Another program has written since when this has changed.
    data_version: i64,
}

impl Known {
    /// Reads them all.
    pub(in crate::store) fn load(connection: &Connection, keys: Keys) -> Result<Known> {
        let data_version = data_version(connection)?;
        let mut before = Vec::new();
        let mut statement =
            connection.prepare_cached("SELECT id, state, code, name, company FROM card WHERE state < 2")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let card = CardId(row.get(0)?);
            let (code, name, company) = (text(row, 2)?, text(row, 3)?, text(row, 4)?);
            if !code.is_empty() {
                before.push((keys.code(code), card));
            }
            if !company.is_empty() && row.get::<_, i64>(1)? == 0 {
                before.push((keys.name_and_company(name, company), card));
            }
        }
        registrations(connection, |card, number| {
            before.extend(keys.registration(number).map(|key| (key, card)));
        })?;
        let mut statement = connection.prepare_cached(
            "SELECT card.id, phone.normal, card.name FROM phone JOIN card ON card.id = phone.card
             WHERE card.state = 0 AND phone.normal <> '' ORDER BY phone.id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (card, normal) = (CardId(row.get(0)?), text(row, 1)?);
            before.push((keys.phone(normal, phone::check(normal), text(row, 2)?).0, card));
        }
        let mut statement = connection.prepare_cached(
            "SELECT card.id, email.normal FROM email JOIN card ON card.id = email.card
             WHERE card.state = 0 AND email.normal <> '' ORDER BY email.id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            before.push((keys.email(text(row, 1)?), CardId(row.get(0)?)));
        }
        // Of several cards with one key the first counts, but of several a row has made or changed the last.
        let first_imported = before.len();
        fingerprint::standing(connection, |hash, card| before.push((keys.imported(&hash), card)))?;
        before[first_imported..].reverse();
        before.sort_by_key(|(key, _)| *key);
        before.dedup_by_key(|(key, _)| *key);
        before.shrink_to_fit();
        Ok(Known { keys, before, since: HashMap::default(), data_version })
    }

    /// The card that has a key.
    fn card(&self, key: Key) -> Option<CardId> {
        let before = || {
            let place = self.before.binary_search_by_key(&key, |(key, _)| *key).ok()?;
            Some(self.before[place].1)
        };
        self.since.get(&key).copied().or_else(before)
    }

    /// Whether it still is what the card file says.
    pub(in crate::store) fn is_current(&self, connection: &Connection) -> Result<bool> {
        Ok(self.data_version == data_version(connection)?)
    }

    /// What makes the keys it is asked by.
    pub(in crate::store) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The card a row has made or changed before, or else the one that is the same party. One in the bin is neither: what
    /// went into it would be seen by nobody.
    pub(in crate::store) fn twin(
        &self,
        connection: &Connection,
        fingerprint: &[u8; fingerprint::HASH],
        row: &RowKeys,
        who: Who<'_>,
    ) -> Result<Option<Duplicate>> {
        if let Some(card) = self.card(self.keys.imported(fingerprint))
            && let Some(there) = There::read(connection, card)?
            && there.in_list
        {
            return Ok(Some(Duplicate { card, name: there.name, by: DuplicateBy::Row }));
        }
        for &(key, proof) in &row.asked {
            let Some(card) = self.card(key) else { continue };
            let Some(there) = There::read(connection, card)? else { continue };
            if proof == Proof::Registration && !self.is_registered(connection, card, key)? {
                continue;
            }
            if let Some(by) = there.is_twin(who, proof) {
                return Ok(Some(Duplicate { card, name: there.name, by }));
            }
        }
        Ok(None)
    }

    /// Whether a card has a registration number of this key still.
    fn is_registered(&self, connection: &Connection, card: CardId, key: Key) -> Result<bool> {
        let numbers = value::read(connection, card, REGISTRATION)?;
        Ok(numbers.iter().any(|number| self.keys.registration(number) == Some(key)))
    }

    /// The card that may have a code.
    pub(in crate::store) fn coded(&self, code: &str) -> Option<CardId> {
        self.card(self.keys.code(code))
    }

    /// The card that has a code.
    pub(in crate::store) fn holder(
        &self,
        connection: &Connection,
        code: &str,
    ) -> Result<Option<(CardId, String)>> {
        let card =
            Some(code).filter(|code| !code.is_empty()).and_then(|code| self.card(self.keys.code(code)));
        let Some(card) = card else { return Ok(None) };
        let there = There::read(connection, card)?.filter(|there| same(&there.code, code));
        Ok(there.map(|there| (card, there.name)))
    }

    /// Whether a row can be one of these cards, so that they must stand in the card file to be asked.
    pub(in crate::store) fn may_be_twin(&self, fingerprint: &[u8; fingerprint::HASH], row: &RowKeys) -> bool {
        self.card(self.keys.imported(fingerprint)).is_some()
            || row.asked.iter().any(|(key, _)| self.card(*key).is_some())
    }

    /// The card a row is likely the twin of, whatever became of it since.
    pub(in crate::store) fn likely(
        &self,
        fingerprint: &[u8; fingerprint::HASH],
        row: &RowKeys,
    ) -> Option<CardId> {
        let by_row = || self.card(self.keys.imported(fingerprint));
        by_row().or_else(|| row.asked.iter().find_map(|(key, _)| self.card(*key)))
    }

    /// A row has made a card.
    pub(in crate::store) fn made(&mut self, row: &RowKeys, card: CardId) {
        self.since.extend(row.made.iter().map(|key| (*key, card)));
    }

    /// A row has changed a card.
    pub(in crate::store) fn updated(
        &mut self,
        fingerprint: [u8; fingerprint::HASH],
        row: &RowKeys,
        card: CardId,
    ) {
        self.since.insert(self.keys.imported(&fingerprint), card);
        for key in &row.made {
            if self.card(*key).is_none() {
                self.since.insert(*key, card);
            }
        }
    }
}

/// Hands over the registration numbers of the cards of the list.
fn registrations(connection: &Connection, mut take: impl FnMut(CardId, &str)) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT card.id, value.text FROM value JOIN card ON card.id = value.card AND card.state = 0
         WHERE value.field = ?1 AND value.text <> '' ORDER BY card.id",
    )?;
    let mut rows = statement.query([REGISTRATION])?;
    while let Some(row) = rows.next()? {
        take(CardId(row.get(0)?), text(row, 1)?);
    }
    Ok(())
}

fn text<'row>(row: &'row Row<'_>, column: usize) -> rusqlite::Result<&'row str> {
    Ok(row.get_ref(column)?.as_str()?)
}

fn data_version(connection: &Connection) -> Result<i64> {
    Ok(connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
}

/// What a card that was not withdrawn says of itself now.
struct There {
    in_list: bool,
    code: String,
    name: String,
    company: String,
}

impl There {
    fn read(connection: &Connection, card: CardId) -> Result<Option<There>> {
        let mut statement = connection
            .prepare_cached("SELECT state, code, name, company FROM card WHERE id = ?1 AND state < 2")?;
        let there = statement.query_row([card.0], |row| {
            Ok(There {
                in_list: row.get::<_, i64>(0)? == 0,
                code: row.get(1)?,
                name: row.get(2)?,
                company: row.get(3)?,
            })
        });
        Ok(there.optional()?)
    }

    fn is_twin(&self, who: Who<'_>, proof: Proof) -> Option<DuplicateBy> {
        let (holds, by) = match proof {
            Proof::Code => (self.in_list && same(&self.code, who.code), DuplicateBy::Code),
            Proof::Registration => (self.in_list, DuplicateBy::Registration),
            Proof::Phone => (self.in_list, DuplicateBy::Phone),
            Proof::PhoneAndName => (self.in_list && self.name == who.name, DuplicateBy::Phone),
            Proof::Email => (self.in_list, DuplicateBy::Email),
            Proof::NameAndCompany => (
                self.in_list && self.name == who.name && self.company == who.company,
                DuplicateBy::NameAndCompany,
            ),
        };
        holds.then_some(by)
    }
}
