//! The one door every write goes through: it enters the journal and keeps what is derived.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::derived;
use super::error::{Result, StoreError};
use super::journal::{self, Act, Change, Changes, Heading};
use super::read;
use super::record::{self, EXISTS, RecordKind};
use super::undo::Way;
use super::{Opening, Store};
use crate::clock;
use crate::domain::card::Card;
use crate::domain::id::{CardId, JournalId, Uid};

/// What a write left behind.
#[derive(Debug)]
pub struct Written<T> {
    /// What the work returned.
    pub value: T,
    /// The journal's entry; `None` when nothing changed.
    pub journal: Option<JournalId>,
}

/// The one door every write goes through: it enters the journal and folds the cards touched.
#[derive(Debug)]
pub struct Door<'store> {
    pub(super) connection: &'store Connection,
    pub(super) opening: &'store Opening,
    /// The instant of the whole write.
    pub(super) now: i64,
    /// The local day, for which standings are kept.
    today: NaiveDate,
    changes: Changes,
    /// Cards made by this write: their revision starts at one.
    made: BTreeSet<CardId>,
    /// The import whose cards this write makes: they are known by its batch, not value by value.
    pub(super) batch: Option<i64>,
}

impl Store {
    /// Runs `work` in one transaction and one journal entry; nothing is changed when it fails.
    ///
    /// An empty subject stands for the name of the card touched.
    pub fn write<T>(
        &mut self,
        act: Act,
        subject: &str,
        work: impl FnOnce(&mut Door<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        let path = self.path().to_path_buf();
        self.write_inside(act, subject, work).map_err(|error| error.at(&path))
    }

    fn write_inside<T>(
        &mut self,
        act: Act,
        subject: &str,
        work: impl FnOnce(&mut Door<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        let transaction = self.session.begin(&mut self.connection)?;
        let mut door = Door::new(&transaction, &self.opening, self.today);
        let value = work(&mut door)?;
        let journal = door.close(self.session.id(), act, subject)?;
        transaction.commit()?;
        Ok(Written { value, journal })
    }
}

impl<'store> Door<'store> {
    pub(super) fn new(connection: &'store Connection, opening: &'store Opening, today: NaiveDate) -> Self {
        Door {
            connection,
            opening,
            now: clock::now(),
            today,
            changes: Changes::default(),
            made: BTreeSet::new(),
            batch: None,
        }
    }

    /// A door for a part of an import.
    pub(super) fn of_batch(
        connection: &'store Connection,
        opening: &'store Opening,
        today: NaiveDate,
        batch: i64,
    ) -> Self {
        Door { batch: Some(batch), ..Door::new(connection, opening, today) }
    }

    /// Whether a card's values are left out of the journal, because the card came with its batch.
    pub(super) fn is_unjournalled(&self, card: CardId) -> bool {
        self.batch.is_some() && self.made.contains(&card)
    }

    /// Counts a card as made by this write, whose row was made otherwise.
    pub(super) fn count_as_made(&mut self, card: CardId) {
        self.made.insert(card);
    }

    /// A new identity.
    pub(super) fn new_uid(&self) -> Uid {
        new_uid(self.now)
    }

    /// Makes a record and gives its row.
    pub(super) fn insert(&mut self, kind: RecordKind, fields: &[(&'static str, Value)]) -> Result<i64> {
        let id =
            record::insert(self.connection, kind, None, fields.iter().map(|(field, value)| (*field, value)))?;
        let card = match kind {
            RecordKind::Card => Some(CardId(id)),
            _ => fields.iter().find_map(|(field, value)| match value {
                Value::Integer(card) if *field == "card" => Some(CardId(*card)),
                _ => None,
            }),
        };
        if kind == RecordKind::Card {
            self.made.insert(CardId(id));
        }
        if card.is_some_and(|card| self.is_unjournalled(card)) {
            return Ok(id);
        }
        let mut note = |field: &str, after: Value| {
            self.changes.note(Change {
                kind,
                record: id,
                card,
                field: field.into(),
                before: Value::Null,
                after,
            });
        };
        note(EXISTS, Value::Integer(1));
        for (field, value) in fields {
            note(field, value.clone());
        }
        Ok(id)
    }

    /// Writes a field of a record.
    pub(super) fn set(&mut self, kind: RecordKind, id: i64, field: &str, value: Value) -> Result<()> {
        let before = record::read(self.connection, kind, id, field)?;
        if before == value { Ok(()) } else { self.put(kind, id, field, before, value) }
    }

    /// Writes a field that was read just now and is to have another value.
    pub(super) fn put(
        &mut self,
        kind: RecordKind,
        id: i64,
        field: &str,
        before: Value,
        value: Value,
    ) -> Result<()> {
        record::write(self.connection, kind, id, field, &value)?;
        let card = record::card_of(self.connection, kind, id)?;
        if card.is_some_and(|card| self.is_unjournalled(card)) {
            return Ok(());
        }
        self.changes.note(Change { kind, record: id, card, field: field.into(), before, after: value });
        Ok(())
    }

    /// Deletes a record.
    pub(super) fn delete(&mut self, kind: RecordKind, id: i64) -> Result<()> {
        let card = record::card_of(self.connection, kind, id)?;
        let fields = record::fields(self.connection, kind, id)?;
        record::delete(self.connection, kind, id)?;
        let existence = [(EXISTS.to_owned(), Value::Integer(1))];
        for (field, before) in existence.into_iter().chain(fields) {
            self.changes.note(Change { kind, record: id, card, field, before, after: Value::Null });
        }
        Ok(())
    }

    /// A card as it stands in this write, with its history.
    ///
    /// # Errors
    /// A card that is not there.
    pub fn card(&self, card: CardId) -> Result<Card> {
        read::card(self.connection, card)?.ok_or(StoreError::NoSuchCard(card))
    }

    /// Refuses a card that is not there, or was withdrawn with its import.
    pub(super) fn must_exist(&self, card: CardId) -> Result<()> {
        let there = self
            .connection
            .prepare_cached("SELECT 1 FROM card WHERE id = ?1 AND state < 2")?
            .exists(params![card.0])?;
        if there { Ok(()) } else { Err(StoreError::NoSuchCard(card)) }
    }

    /// Works out what is derived of the cards this write made and does not journal.
    pub(super) fn derive_made(&self) -> Result<()> {
        derived::renew(self.connection, self.made.iter().copied(), self.today, &self.opening.policies)
    }

    /// Enters what was changed into an entry that is open, and gives how many values that were.
    pub(super) fn close_into(mut self, entry: JournalId) -> Result<usize> {
        let changes = std::mem::take(&mut self.changes).real();
        self.renew(&changes)?;
        journal::enter_values(self.connection, entry, &changes)?;
        Ok(changes.len())
    }

    /// Works out again what is derived of the cards changed, and gives them.
    fn renew(&self, changes: &[Change]) -> Result<BTreeSet<CardId>> {
        let touched = journal::touched(changes);
        for card in touched.keys().filter(|card| !self.made.contains(card)) {
            raise_revision(self.connection, *card, self.now)?;
        }
        let (today, policies) = (self.today, &self.opening.policies);
        derived::renew_after(self.connection, &touched, today, policies, Way::Forth)?;
        Ok(touched.into_keys().collect())
    }

    /// Enters what was changed into the journal and works out again what is derived from it.
    fn close(mut self, session: &str, act: Act, subject: &str) -> Result<Option<JournalId>> {
        let changes = std::mem::take(&mut self.changes).real();
        if changes.is_empty() {
            return Ok(None);
        }
        let touched = self.renew(&changes)?;
        let card = touched.first().copied().filter(|_| touched.len() == 1);
        let named = match card {
            Some(card) if subject.is_empty() => {
                record::read(self.connection, RecordKind::Card, card.0, "name")?
            }
            _ => Value::Text(subject.into()),
        };
        let heading = Heading {
            session,
            source: self.opening.source,
            act,
            subject: if let Value::Text(name) = &named { name } else { subject },
            card,
            count: touched.len(),
            at: self.now,
            state: "done",
        };
        let entry = journal::enter(self.connection, &heading)?;
        journal::enter_values(self.connection, entry, &changes)?;
        Ok(Some(entry))
    }
}

/// A new identity, made at an instant.
pub(super) fn new_uid(now: i64) -> Uid {
    let millis = u64::try_from(now).unwrap_or_default();
    let nanos = u32::try_from(millis % 1000).unwrap_or_default() * 1_000_000;
    Uid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, millis / 1000, nanos))
}

/// Says that something of a card was changed.
pub(super) fn raise_revision(connection: &Connection, card: CardId, now: i64) -> Result<()> {
    connection
        .prepare_cached("UPDATE card SET rev = rev + 1, updated_at = ?2 WHERE id = ?1")?
        .execute(params![card.0, now])?;
    Ok(())
}
