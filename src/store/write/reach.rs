//! Phones, e-mails and addresses: a list is given whole, and only what differs is written.

use crate::domain::choice::Choice;
use crate::domain::draft::{NewEmail, NewPhone};
use crate::domain::id::{CardId, PersonId};
use crate::domain::reach::Place;
use crate::store::cell::{Given, choice, day_text, given, optional_day, owned};
use crate::store::door::Door;
use crate::store::error::Result;
use crate::store::record::RecordKind;

impl Door<'_> {
    /// Puts these numbers in place of the present ones of a card, or of a person on it.
    pub fn put_phones(&mut self, card: CardId, person: Option<PersonId>, phones: &[NewPhone]) -> Result<()> {
        let kept = self.entries(
            "SELECT id, kind, number FROM phone WHERE card = ?1 AND person IS ?2 ORDER BY id",
            card,
            person,
            |row| Ok(NewPhone { kind: choice(&row.get::<_, String>(1)?)?, number: row.get(2)? }),
        )?;
        let (surplus, missing) = difference(kept, phones);
        for id in surplus {
            self.delete(RecordKind::Phone, id)?;
        }
        for phone in missing {
            self.insert_phone(card, person, phone)?;
        }
        Ok(())
    }

    /// Puts these e-mail addresses in place of the present ones of a card, or of a person on it.
    pub fn put_emails(&mut self, card: CardId, person: Option<PersonId>, emails: &[NewEmail]) -> Result<()> {
        let kept = self.entries(
            "SELECT id, kind, address FROM email WHERE card = ?1 AND person IS ?2 ORDER BY id",
            card,
            person,
            |row| Ok(NewEmail { kind: choice(&row.get::<_, String>(1)?)?, address: row.get(2)? }),
        )?;
        let (surplus, missing) = difference(kept, emails);
        for id in surplus {
            self.delete(RecordKind::Email, id)?;
        }
        for email in missing {
            self.insert_email(card, person, email)?;
        }
        Ok(())
    }

    /// Puts these postal addresses in place of the present ones of a card.
    pub fn put_addresses(&mut self, card: CardId, places: &[Place]) -> Result<()> {
        let kept = self.entries(
            "SELECT id, kind, region, street, post_code, zone, route, minutes, from_day, to_day, access FROM address
             WHERE card = ?1 AND ?2 IS NULL ORDER BY id",
            card,
            None,
            |row| {
                Ok(Place {
                    kind: choice(&row.get::<_, String>(1)?)?,
                    region: row.get(2)?,
                    street: row.get(3)?,
                    post_code: row.get(4)?,
                    zone: row.get(5)?,
                    order: row.get(6)?,
                    minutes: row.get(7)?,
                    from: optional_day(row.get(8)?)?,
                    to: optional_day(row.get(9)?)?,
                    access: row.get(10)?,
                })
            },
        )?;
        let (surplus, missing) = difference(kept, places);
        for id in surplus {
            self.delete(RecordKind::Address, id)?;
        }
        for place in missing {
            self.insert_address(card, place)?;
        }
        Ok(())
    }

    pub(super) fn insert_phone(
        &mut self,
        card: CardId,
        person: Option<PersonId>,
        phone: &NewPhone,
    ) -> Result<i64> {
        self.insert(RecordKind::Phone, &owned(phone_fields(card, person, phone)))
    }

    pub(super) fn insert_email(
        &mut self,
        card: CardId,
        person: Option<PersonId>,
        email: &NewEmail,
    ) -> Result<i64> {
        self.insert(RecordKind::Email, &owned(email_fields(card, person, email)))
    }

    pub(super) fn insert_address(&mut self, card: CardId, place: &Place) -> Result<i64> {
        self.insert(RecordKind::Address, &owned(address_fields(card, place)))
    }

    fn entries<T>(
        &self,
        sql: &str,
        card: CardId,
        person: Option<PersonId>,
        make: impl Fn(&rusqlite::Row<'_>) -> Result<T>,
    ) -> Result<Vec<(i64, T)>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params![card.0, person.map(|person| person.0)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((row.get(0)?, make(row)?));
        }
        Ok(found)
    }
}

/// The columns of a phone number in the making.
pub(in crate::store) fn phone_fields<'new>(
    card: CardId,
    person: Option<PersonId>,
    phone: &'new NewPhone,
) -> [(&'static str, Given<'new>); 4] {
    [
        ("card", card.0.into()),
        ("person", given(person.map(|person| person.0))),
        ("kind", phone.kind.code().into()),
        ("number", phone.number.as_str().into()),
    ]
}

/// The columns of an e-mail address in the making.
pub(in crate::store) fn email_fields<'new>(
    card: CardId,
    person: Option<PersonId>,
    email: &'new NewEmail,
) -> [(&'static str, Given<'new>); 4] {
    [
        ("card", card.0.into()),
        ("person", given(person.map(|person| person.0))),
        ("kind", email.kind.code().into()),
        ("address", email.address.as_str().into()),
    ]
}

/// The columns of a postal address in the making.
pub(in crate::store) fn address_fields(card: CardId, place: &Place) -> [(&'static str, Given<'_>); 11] {
    [
        ("card", card.0.into()),
        ("kind", place.kind.code().into()),
        ("region", place.region.as_str().into()),
        ("street", place.street.as_str().into()),
        ("post_code", place.post_code.as_str().into()),
        ("zone", place.zone.as_str().into()),
        ("order", given(place.order)),
        ("minutes", given(place.minutes)),
        ("from", given(place.from.map(day_text))),
        ("to", given(place.to.map(day_text))),
        ("access", place.access.as_str().into()),
    ]
}

/// What is kept but not wanted (its rows), and what is wanted but not kept. Equal entries pair off one by
/// one, so that a list with a number twice keeps it twice.
fn difference<T: PartialEq>(mut kept: Vec<(i64, T)>, wanted: &[T]) -> (Vec<i64>, Vec<&T>) {
    let mut missing = Vec::new();
    for entry in wanted {
        match kept.iter().position(|(_, present)| present == entry) {
            Some(place) => drop(kept.remove(place)),
            None => missing.push(entry),
        }
    }
    (kept.into_iter().map(|(id, _)| id).collect(), missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written() {
        for (kept, wanted, surplus, missing) in [
            (vec![(1, 'a'), (2, 'b')], vec!['b', 'c'], vec![1], vec!['c']),
            (vec![(1, 'a'), (2, 'a')], vec!['a'], vec![2], vec![]),
            (vec![(1, 'a')], vec!['a', 'a'], vec![], vec!['a']),
            (vec![], vec![], vec![], vec![]),
        ] {
            let (away, new) = difference(kept, &wanted);
            assert_eq!(away, surplus);
            assert_eq!(new.into_iter().copied().collect::<Vec<_>>(), missing);
        }
    }
}
