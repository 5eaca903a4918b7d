//! Cards that a new one is likely the twin of, found by one look into an index each.

use rusqlite::{Connection, OptionalExtension, Params, params};

use super::Store;
use super::code;
use super::door::Door;
use super::error::Result;
use super::value::{email_normal, text_sort_key};
use crate::domain::choice::choices;
use crate::domain::company;
use crate::domain::draft::{NewCard, NewEmail, NewPhone};
use crate::domain::field::{region, registration};
use crate::domain::id::CardId;
use crate::domain::phone::{self, PhoneCheck};
use crate::domain::text::fold::{fold, same};

choices! {
    /// What two cards have in common.
    pub enum DuplicateBy {
        Row = "row", ["the same row imported before", "曾导入的同一行", "曾匯入的同一列"];
        Code = "code", ["code", "客户编号", "客戶編號"];
        Registration = "registration", ["registration number", "证照号码", "登記號碼"];
        Phone = "phone", ["phone", "电话", "電話"];
        Email = "email", ["e-mail", "邮箱", "電子郵件"];
        NameAndCompany = "name-company", ["name and company", "名称与公司", "名稱與公司"];
        Name = "name", ["name", "名称", "名稱"];
        Stem = "stem", ["name without its legal form", "不计公司形式的名称", "不計公司形式的名稱"];
    }
}

/// A card a new one is likely the twin of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The card.
    pub card: CardId,
    /// Its name.
    pub name: String,
    /// What they have in common.
    pub by: DuplicateBy,
}

impl Store {
    /// Cards of the list that a new one is likely the twin of, each once, by the strongest sign. Beside what
    /// proves who somebody is, its registration number, what its people are reached by, and its name without
    /// the legal form count, of companies in one city.
    pub fn likely_duplicates(&self, new: &NewCard) -> Result<Vec<Duplicate>> {
        likely(&self.connection, new)
    }

    /// Another card of the list that has one of a card's numbers, or its people's: a house has one switchboard, and so
    /// it need not be a twin. The number as it is written here.
    pub fn on_the_same_number(&self, card: CardId) -> Result<Option<(CardId, String, String)>> {
        let sql = "SELECT card.id, card.name, own.number FROM phone AS own
                   JOIN phone AS other ON other.normal = own.normal AND other.card <> own.card
                   JOIN card ON card.id = other.card AND card.state = 0
                   WHERE own.card = ?1 AND own.normal <> '' ORDER BY own.id, card.id LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([card.0], |row| Ok((CardId(row.get(0)?), row.get(1)?, row.get(2)?)));
        Ok(found.optional()?)
    }

    /// The card that a file means by a code or a name: the one with the code, or else with the name. Of several with the
    /// name it means the one without a company, and nobody where all have one.
    pub fn card_called(&self, said: &str) -> Result<Option<CardId>> {
        if let Some((card, _)) = code::holder(&self.connection, said)? {
            return Ok(Some(card));
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT id, name, company <> '' FROM card WHERE state = 0 AND sort_key = ?1 ORDER BY company <> '', id",
        )?;
        let mut rows = statement.query([text_sort_key(said)])?;
        let mut only = None;
        while let Some(row) = rows.next()? {
            let (card, name, has_company) = (CardId(row.get(0)?), row.get::<_, String>(1)?, row.get(2)?);
            match only {
                _ if !same(&name, said) => {}
                None if has_company => only = Some(card),
                None => return Ok(Some(card)),
                Some(_) => return Ok(None),
            }
        }
        Ok(only)
    }
}

impl Door<'_> {
    /// The same within a write, so that two programs cannot make the same card at once.
    pub fn likely_duplicates(&self, new: &NewCard) -> Result<Vec<Duplicate>> {
        likely(self.connection, new)
    }
}

fn likely(connection: &Connection, new: &NewCard) -> Result<Vec<Duplicate>> {
    let mut signs: Vec<Duplicate> = twin(connection, new)?.into_iter().collect();
    signs.extend(same_registration(connection, new, |_| true)?);
    for person in &new.people {
        for number in &person.phones {
            signs.extend(by_phone(connection, new, number)?);
        }
        for email in &person.emails {
            signs.extend(by_email(connection, email)?);
        }
    }
    signs.extend(namesake(connection, new)?);
    signs.extend(same_stem(connection, new)?);
    let mut found: Vec<Duplicate> = Vec::new();
    for duplicate in signs {
        if !found.iter().any(|known| known.card == duplicate.card) {
            found.push(duplicate);
        }
    }
    Ok(found)
}

/// The key of the field with registration numbers.
pub(super) const REGISTRATION: &str = "registration";

/// A card with the same registration number, however it is written, of those that count.
fn same_registration(
    connection: &Connection,
    new: &NewCard,
    counts: impl Fn(&String) -> bool,
) -> Result<Option<Duplicate>> {
    let numbers = new.values.iter().filter(|(field, _)| field == REGISTRATION).flat_map(|(_, values)| values);
    for number in numbers.filter(|number| counts(number)) {
        let mut statement = connection.prepare_cached(
            "SELECT card.id, card.name, value.text FROM value
             JOIN card ON card.id = value.card AND card.state = 0
             WHERE value.field = ?1 AND value.seq = 0 AND value.sort_key = ?2 AND value.sort_key <> ''",
        )?;
        for written in [number.clone(), registration::plain(number)] {
            let mut rows = statement.query([REGISTRATION, &text_sort_key(&written)])?;
            while let Some(row) = rows.next()? {
                let known: String = row.get(2)?;
                if registration::plain(&known) == registration::plain(number) {
                    let (card, name) = (CardId(row.get(0)?), row.get(1)?);
                    return Ok(Some(Duplicate { card, name, by: DuplicateBy::Registration }));
                }
            }
        }
    }
    Ok(None)
}

/// Cards whose names begin with the same word are looked at up to so many.
const MOST_NAMES: i64 = 1000;

/// A company of the same name but for its legal form. In another city it is another company.
fn same_stem(connection: &Connection, new: &NewCard) -> Result<Option<Duplicate>> {
    let Some(stem) = company::stem(&new.name) else { return Ok(None) };
    let folded = fold(&new.name);
    // The first word of a latin name; a Chinese one is a word.
    let first = folded.split(' ').next().filter(|word| word.is_ascii()).unwrap_or(&stem);
    let mut statement = connection.prepare_cached(
        "SELECT id, name, company FROM card
         WHERE state = 0 AND sort_key >= ?1 AND sort_key < ?1 || char(1114111) ORDER BY sort_key, id LIMIT ?2",
    )?;
    let mut rows = statement.query(params![text_sort_key(first), MOST_NAMES])?;
    while let Some(row) = rows.next()? {
        let (card, name, company) = (CardId(row.get(0)?), row.get::<_, String>(1)?, row.get::<_, String>(2)?);
        let is_same = company::stem(&name).as_ref() == Some(&stem) && same(&company, &new.company);
        if is_same && !is_elsewhere(connection, card, new)? {
            return Ok(Some(Duplicate { card, name, by: DuplicateBy::Stem }));
        }
    }
    Ok(None)
}

/// Whether the first regions of a card and of a new one are known to be different cities.
fn is_elsewhere(connection: &Connection, card: CardId, new: &NewCard) -> Result<bool> {
    let sql = "SELECT region FROM address WHERE card = ?1 AND region <> '' ORDER BY id LIMIT 1";
    let there: Option<String> =
        connection.prepare_cached(sql)?.query_row([card.0], |row| row.get(0)).optional()?;
    let here = new.addresses.iter().map(|place| place.region.as_str()).find(|region| !region.is_empty());
    Ok(here.zip(there).is_some_and(|(here, there)| region::are_apart(here, &there)))
}

/// A card of the same name and the same company, or none on either side, however they are written. A
/// namesake in another city is somebody else.
fn namesake(connection: &Connection, new: &NewCard) -> Result<Option<Duplicate>> {
    let mut statement = connection
        .prepare_cached("SELECT id, name, company FROM card WHERE state = 0 AND sort_key = ?1 ORDER BY id")?;
    let mut rows = statement.query([text_sort_key(&new.name)])?;
    while let Some(row) = rows.next()? {
        let (card, name, company) = (CardId(row.get(0)?), row.get::<_, String>(1)?, row.get::<_, String>(2)?);
        let is_same = same(&name, &new.name) && same(&company, &new.company);
        if is_same && !is_elsewhere(connection, card, new)? {
            let by = if company.is_empty() { DuplicateBy::Name } else { DuplicateBy::NameAndCompany };
            return Ok(Some(Duplicate { card, name, by }));
        }
    }
    Ok(None)
}

/// The card that is the same party by its code, registration number, phone, e-mail, or name and company. A name alone says
/// nothing: namesakes are common.
pub(super) fn twin(connection: &Connection, new: &NewCard) -> Result<Option<Duplicate>> {
    if let Some((card, name)) = code::holder(connection, &new.code)? {
        return Ok(Some(Duplicate { card, name, by: DuplicateBy::Code }));
    }
    if let Some(found) =
        same_registration(connection, new, |number| registration::identity(number).is_some())?
    {
        return Ok(Some(found));
    }
    for number in &new.phones {
        if let Some(found) = by_phone(connection, new, number)? {
            return Ok(Some(found));
        }
    }
    for email in &new.emails {
        if let Some(found) = by_email(connection, email)? {
            return Ok(Some(found));
        }
    }
    if new.company.is_empty() {
        return Ok(None);
    }
    one(
        connection,
        "SELECT id, name FROM card WHERE state = 0 AND sort_key = ?1 AND name = ?2 AND company = ?3 LIMIT 1",
        (text_sort_key(&new.name), &new.name, &new.company),
        DuplicateBy::NameAndCompany,
    )
}

/// A mobile number is one person's. Any other may be a switchboard's, so the name must be the same too.
fn by_phone(connection: &Connection, new: &NewCard, number: &NewPhone) -> Result<Option<Duplicate>> {
    let Ok(read) = phone::read(&number.number) else { return Ok(None) };
    let any_name = "SELECT card.id, card.name FROM phone JOIN card ON card.id = phone.card AND card.state = 0
                    WHERE phone.normal = ?1 LIMIT 1";
    let same_name =
        "SELECT card.id, card.name FROM phone JOIN card ON card.id = phone.card AND card.state = 0
                     WHERE phone.normal = ?1 AND card.name = ?2 LIMIT 1";
    match read.check {
        PhoneCheck::Good => one(connection, any_name, [&read.normal], DuplicateBy::Phone),
        _ => one(connection, same_name, (&read.normal, &new.name), DuplicateBy::Phone),
    }
}

/// The card, or the one of the person, with an e-mail address.
fn by_email(connection: &Connection, email: &NewEmail) -> Result<Option<Duplicate>> {
    let sql = "SELECT card.id, card.name FROM email JOIN card ON card.id = email.card AND card.state = 0
               WHERE email.normal = ?1 AND email.normal <> '' LIMIT 1";
    one(connection, sql, [email_normal(&email.address)], DuplicateBy::Email)
}

fn one(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    by: DuplicateBy,
) -> Result<Option<Duplicate>> {
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement
        .query_row(parameters, |row| Ok(Duplicate { card: CardId(row.get(0)?), name: row.get(1)?, by }))
        .optional()?;
    Ok(found)
}
