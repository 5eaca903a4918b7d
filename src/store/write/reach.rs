//! Phones, e-mails and addresses: a list is given whole, and only what differs is written.

use rusqlite::types::Value;

use crate::domain::choice::Choice;
use crate::domain::column::Part;
use crate::domain::draft::{NewEmail, NewPhone, NewReach};
use crate::domain::id::{CardId, PersonId};
use crate::domain::reach::Place;
use crate::store::cell::{Given, choice, day_text, given, optional_day, owned};
use crate::store::door::Door;
use crate::store::error::{Result, StoreError};
use crate::store::read;
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
        self.put_list(RecordKind::Phone, &kept, phones, |phone| owned(phone_fields(card, person, phone)))
    }

    /// Puts these e-mail addresses in place of the present ones of a card, or of a person on it.
    pub fn put_emails(&mut self, card: CardId, person: Option<PersonId>, emails: &[NewEmail]) -> Result<()> {
        let kept = self.entries(
            "SELECT id, kind, address FROM email WHERE card = ?1 AND person IS ?2 ORDER BY id",
            card,
            person,
            |row| Ok(NewEmail { kind: choice(&row.get::<_, String>(1)?)?, address: row.get(2)? }),
        )?;
        self.put_list(RecordKind::Email, &kept, emails, |email| owned(email_fields(card, person, email)))
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
        self.put_list(RecordKind::Address, &kept, places, |place| owned(address_fields(card, place)))
    }

    /// Puts a list in place of the present one of a card, which was read as `before`; refused when another
    /// program changed it meanwhile to something else than is wanted.
    ///
    /// # Errors
    /// [`StoreError::Crossed`] with what the other program wrote; a card that is not there.
    pub fn put_reach_from(&mut self, card: CardId, before: &[String], reach: &NewReach) -> Result<()> {
        let present = read::parts(self.connection, card, &[Part::Reach])?;
        let theirs = present.ok_or(StoreError::NoSuchCard(card))?.field_texts(reach.field());
        let ours = reach.texts();
        if theirs != before && theirs != ours {
            return Err(StoreError::Crossed { card, field: reach.field().into(), theirs, ours });
        }
        match reach {
            NewReach::Phones(phones) => self.put_phones(card, None, phones),
            NewReach::Emails(emails) => self.put_emails(card, None, emails),
            NewReach::Addresses(places) => self.put_addresses(card, places),
        }
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

    /// Makes of the kept entries the wanted ones: changed ones keep their rows, and with them their places.
    fn put_list<T: PartialEq>(
        &mut self,
        kind: RecordKind,
        kept: &[(i64, T)],
        wanted: &[T],
        fields: impl Fn(&T) -> Vec<(&'static str, Value)>,
    ) -> Result<()> {
        let Difference { changed, surplus, missing } = difference(kept, wanted);
        for (id, entry) in changed {
            for (field, value) in fields(entry) {
                self.set(kind, id, field, value)?;
            }
        }
        for id in surplus {
            self.delete(kind, id)?;
        }
        for entry in missing {
            self.insert(kind, &fields(entry))?;
        }
        Ok(())
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

/// What makes of the kept entries the wanted ones, in their order: entries stand in the order of their rows.
#[derive(Debug, PartialEq, Eq)]
struct Difference<'new, T> {
    /// Rows that get another content where they stand.
    changed: Vec<(i64, &'new T)>,
    /// Rows that go.
    surplus: Vec<i64>,
    /// Entries that come behind all rows.
    missing: &'new [T],
}

/// Entries alike at both ends stay; those between take the rows there one after the other, so that one that is
/// changed keeps its place. A new row comes last: where there are more entries than before, none at the end stays.
fn difference<'new, T: PartialEq>(kept: &[(i64, T)], wanted: &'new [T]) -> Difference<'new, T> {
    let alike = |(kept, wanted): &(&(i64, T), &T)| kept.1 == **wanted;
    let start = kept.iter().zip(wanted).take_while(alike).count();
    let (kept, wanted) = (&kept[start..], &wanted[start..]);
    let end = if wanted.len() > kept.len() {
        0
    } else {
        kept.iter().rev().zip(wanted.iter().rev()).take_while(alike).count()
    };
    let (kept, wanted) = (&kept[..kept.len() - end], &wanted[..wanted.len() - end]);
    let both = kept.len().min(wanted.len());
    let pairs = kept.iter().zip(wanted).filter(|(kept, wanted)| kept.1 != **wanted);
    Difference {
        changed: pairs.map(|(kept, wanted)| (kept.0, wanted)).collect(),
        surplus: kept[both..].iter().map(|(id, _)| *id).collect(),
        missing: &wanted[both..],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_differs_is_written() {
        for (kept, wanted, changed, surplus, missing) in [
            // One changed keeps its place.
            ("abc", "axc", vec![(1, 'x')], vec![], ""),
            ("abc", "xbc", vec![(0, 'x')], vec![], ""),
            ("abc", "xby", vec![(0, 'x'), (2, 'y')], vec![], ""),
            ("abc", "ac", vec![], vec![1], ""),
            ("abc", "bc", vec![], vec![0], ""),
            ("abc", "abcd", vec![], vec![], "d"),
            ("aa", "a", vec![], vec![1], ""),
            ("a", "aa", vec![], vec![], "a"),
            ("abc", "cba", vec![(0, 'c'), (2, 'a')], vec![], ""),
            // A new one between them: those behind move on.
            ("abc", "axbc", vec![(1, 'x'), (2, 'b')], vec![], "c"),
            ("", "", vec![], vec![], ""),
        ] {
            let kept: Vec<(i64, char)> = (0..).zip(kept.chars()).collect();
            let wanted: Vec<char> = wanted.chars().collect();
            let difference = difference(&kept, &wanted);
            let found: Vec<(i64, char)> = difference.changed.iter().map(|(id, new)| (*id, **new)).collect();
            assert_eq!(found, changed, "{kept:?} {wanted:?}");
            assert_eq!(difference.surplus, surplus, "{kept:?} {wanted:?}");
            assert_eq!(difference.missing.iter().collect::<String>(), missing, "{kept:?} {wanted:?}");
        }
    }

    proptest! {
        #[test]
        fn the_wanted_entries_stand_in_their_order(kept in "[abc]{0,6}", wanted in "[abcd]{0,6}") {
            let kept: Vec<(i64, char)> = (0..).zip(kept.chars()).collect();
            let wanted: Vec<char> = wanted.chars().collect();
            let difference = difference(&kept, &wanted);
            let mut rows = kept.clone();
            rows.retain(|(id, _)| !difference.surplus.contains(id));
            for (id, new) in &difference.changed {
                rows.iter_mut().filter(|row| row.0 == *id).for_each(|row| row.1 = **new);
            }
            rows.extend(difference.missing.iter().map(|new| (i64::MAX, *new)));
            prop_assert_eq!(rows.into_iter().map(|(_, entry)| entry).collect::<Vec<_>>(), wanted);
        }
    }
}
