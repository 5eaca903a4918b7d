//! Cards that a new one is likely the twin of, found by one look into an index each.

use rusqlite::{Connection, OptionalExtension, Params};

use super::Store;
use super::code;
use super::error::Result;
use super::value::{email_normal, text_sort_key};
use crate::domain::choice::choices;
use crate::domain::draft::{NewCard, NewPhone};
use crate::domain::id::CardId;
use crate::domain::phone::{self, PhoneCheck};
use crate::domain::text::fold::same;

choices! {
    /// What two cards have in common.
    pub enum DuplicateBy {
        Row = "row", ["the same row imported before", "曾导入的同一行", "曾匯入的同一列"];
        Code = "code", ["code", "客户编号", "客戶編號"];
        Phone = "phone", ["phone", "电话", "電話"];
        Email = "email", ["e-mail", "邮箱", "電子郵件"];
        NameAndCompany = "name-company", ["name and company", "名称与公司", "名稱與公司"];
        Name = "name", ["name", "名称", "名稱"];
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
    /// Cards of the list that a new one is likely the twin of, each once, by the strongest sign.
    pub fn likely_duplicates(&self, new: &NewCard) -> Result<Vec<Duplicate>> {
        let mut found: Vec<Duplicate> = Vec::new();
        let name = namesake(&self.connection, new)?;
        for duplicate in twin(&self.connection, new)?.into_iter().chain(name) {
            if !found.iter().any(|known| known.card == duplicate.card) {
                found.push(duplicate);
            }
        }
        Ok(found)
    }
}

/// A card of the same name and the same company, or none on either side, however they are written. A
/// namesake elsewhere is somebody else.
fn namesake(connection: &Connection, new: &NewCard) -> Result<Option<Duplicate>> {
    let mut statement = connection
        .prepare_cached("SELECT id, name, company FROM card WHERE state = 0 AND sort_key = ?1 ORDER BY id")?;
    let mut rows = statement.query([text_sort_key(&new.name)])?;
    while let Some(row) = rows.next()? {
        let (name, company): (String, String) = (row.get(1)?, row.get(2)?);
        if same(&name, &new.name) && same(&company, &new.company) {
            let by = if company.is_empty() { DuplicateBy::Name } else { DuplicateBy::NameAndCompany };
            return Ok(Some(Duplicate { card: CardId(row.get(0)?), name, by }));
        }
    }
    Ok(None)
}

/// The card that is the same party by its code, phone, e-mail, or name and company. A name alone says
/// nothing: namesakes are common.
pub(super) fn twin(connection: &Connection, new: &NewCard) -> Result<Option<Duplicate>> {
    if let Some((card, name)) = code::holder(connection, &new.code)? {
        return Ok(Some(Duplicate { card, name, by: DuplicateBy::Code }));
    }
    for number in &new.phones {
        if let Some(found) = by_phone(connection, new, number)? {
            return Ok(Some(found));
        }
    }
    for email in &new.emails {
        let sql = "SELECT card.id, card.name FROM email JOIN card ON card.id = email.card AND card.state = 0
                   WHERE email.normal = ?1 AND email.normal <> '' LIMIT 1";
        if let Some(found) = one(connection, sql, [email_normal(&email.address)], DuplicateBy::Email)? {
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
