//! A piece of an import: its rows decided on one by one, and stored together.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::under_way::{self, UnderWay};
use super::{OnDuplicate, RowOutcome};
use crate::domain::detail::NewDetail;
use crate::domain::draft::NewCard;
use crate::domain::field::OwnField;
use crate::domain::id::CardId;
use crate::store::door::Door;
use crate::store::duplicate::Duplicate;
use crate::store::error::{Result, StoreError};
use crate::store::load::{Known, Ready, Rows};
use crate::store::open_entry::OpenEntry;
use crate::store::record::{self, RecordKind};
use crate::store::{Opening, fingerprint};

/// What is to become of a row.
#[derive(Debug)]
pub(super) enum Decision {
    /// It is decided.
    Outcome(RowOutcome),
    /// Its card is one that another import makes, which is not done yet.
    Waits(UnderWay),
}

/// A piece of an import under way.
pub(super) struct Piece<'store> {
    connection: &'store Connection,
    opening: &'store Opening,
    today: NaiveDate,
    import: OpenEntry,
    pub(super) known: Known,
    own_fields: HashSet<String>,
    /// Fields that a row may need.
    fields: &'store [OwnField],
    /// Imports of others, whose cards may be taken back.
    others: Vec<UnderWay>,
    /// Cards decided on and not in the card file yet.
    rows: Rows<'store>,
    pub(super) next_card: i64,
    fingerprints: Vec<([u8; fingerprint::HASH], CardId)>,
}

impl<'store> Piece<'store> {
    pub(super) fn new(
        connection: &'store Connection,
        opening: &'store Opening,
        today: NaiveDate,
        import: OpenEntry,
        known: Known,
        fields: &'store [OwnField],
    ) -> Result<Self> {
        let own_fields = connection
            .prepare_cached("SELECT key FROM own_field")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(Piece {
            connection,
            opening,
            today,
            import,
            known,
            own_fields,
            fields,
            others: under_way::others(connection, import.batch)?,
            rows: Rows::default(),
            next_card: record::next_row(connection, RecordKind::Card)?,
            fingerprints: Vec::new(),
        })
    }

    /// Decides on one row; nothing of a refused one is kept.
    pub(super) fn take(&mut self, ready: &'store Ready) -> Result<Decision> {
        let Some(twin) = self.twin(ready)? else { return self.add(ready).map(Decision::Outcome) };
        let outcome = match under_way::making(self.connection, &self.others, twin.card)? {
            Some(other) if other.is_before(self.import.batch) => return Ok(Decision::Waits(other)),
            Some(_) => RowOutcome::Refused(StoreError::BeingImported(twin.name)),
            None => self.meet(ready, twin)?,
        };
        Ok(Decision::Outcome(outcome))
    }

    /// Decides on a row that is only tried, for which nobody waits.
    pub(super) fn decide(&mut self, ready: &'store Ready) -> Result<RowOutcome> {
        match self.twin(ready)? {
            Some(twin) => self.meet(ready, twin),
            None => self.add(ready),
        }
    }

    /// What a row does to a card that is there.
    fn meet(&mut self, ready: &Ready, twin: Duplicate) -> Result<RowOutcome> {
        match &ready.draft {
            Some(draft) => self.update(ready, draft, twin),
            None => Ok(RowOutcome::Skipped(twin)),
        }
    }

    fn add(&mut self, ready: &'store Ready) -> Result<RowOutcome> {
        if let Some(refusal) = self.refusal(ready)? {
            return Ok(RowOutcome::Refused(refusal));
        }
        self.make_fields(ready)?;
        let card = CardId(self.next_card);
        self.next_card += 1;
        self.rows.push(card, &ready.parts);
        if !ready.details.is_empty() {
            self.add_details(card, &ready.details)?;
        }
        if Rows::are_due(self.next_card) {
            self.rows.flush(self.connection)?;
        }
        self.known.made(&ready.keys, card);
        self.fingerprints.push((ready.fingerprint, card));
        Ok(RowOutcome::Added(card))
    }

    /// Puts details on a card of this piece: they need its row, and those of its people.
    fn add_details(&mut self, card: CardId, details: &[NewDetail]) -> Result<()> {
        self.rows.flush(self.connection)?;
        let mut door = self.door();
        door.count_as_made(card);
        details.iter().try_for_each(|detail| door.add_detail(card, detail).map(drop))
    }

    fn twin(&mut self, ready: &Ready) -> Result<Option<Duplicate>> {
        let fingerprint = &ready.fingerprint;
        if ready.on_duplicate == OnDuplicate::Keep || !self.known.may_be_twin(fingerprint, &ready.keys) {
            return Ok(None);
        }
        self.rows.flush(self.connection)?;
        self.known.twin(self.connection, fingerprint, &ready.keys, ready.who())
    }

    /// Why a row that is fit to be a card cannot be one in this card file.
    fn refusal(&mut self, ready: &Ready) -> Result<Option<StoreError>> {
        let is_known =
            |key: &String| self.own_fields.contains(key) || self.fields.iter().any(|field| field.key == *key);
        if let Some(field) = ready.own_fields().iter().find(|key| !is_known(key)) {
            return Ok(Some(StoreError::NoSuchField(field.clone())));
        }
        if let Some(introducer) = ready.introducer {
            self.rows.flush(self.connection)?;
            match self.door().must_exist(introducer) {
                Err(refusal @ StoreError::NoSuchCard(_)) => return Ok(Some(refusal)),
                other => other?,
            }
        }
        let code = ready.who().code;
        if code.is_empty() || self.known.coded(code).is_none() {
            return Ok(None);
        }
        self.rows.flush(self.connection)?;
        let holder = self.known.holder(self.connection, code)?;
        Ok(holder.map(|(card, name)| StoreError::CodeTaken { code: code.to_owned(), card, name }))
    }

    /// Makes the fields of a row that are not there, and gives their keys: the first row with a value makes them, and
    /// another program may have taken them back since.
    fn make_fields(&mut self, ready: &Ready) -> Result<Vec<String>> {
        let mut made = Vec::new();
        for key in ready.own_fields() {
            if let Some(field) = self.fields.iter().find(|field| field.key == *key)
                && !self.own_fields.contains(key)
            {
                let mut door = self.door();
                door.add_own_field(field)?;
                door.close_into(self.import.journal)?;
                self.own_fields.insert(key.clone());
                made.push(key.clone());
            }
        }
        Ok(made)
    }

    fn update(&mut self, ready: &Ready, draft: &NewCard, twin: Duplicate) -> Result<RowOutcome> {
        self.connection.prepare_cached("SAVEPOINT import_row")?.execute([])?;
        let made = self.make_fields(ready)?;
        let mut door = self.door();
        let changed = door
            .update_card(twin.card, draft, ready.named)
            .and_then(|()| door.close_into(self.import.journal));
        let outcome = match changed {
            Ok(0) => RowOutcome::Skipped(twin),
            Ok(_) => {
                self.known.updated(ready.fingerprint, &ready.keys, twin.card);
                self.fingerprints.push((ready.fingerprint, twin.card));
                RowOutcome::Updated(twin.card)
            }
            Err(StoreError::Sqlite(error)) => return Err(error.into()),
            Err(refusal) => {
                self.connection.prepare_cached("ROLLBACK TO import_row")?.execute([])?;
                self.own_fields.retain(|key| !made.contains(key));
                RowOutcome::Refused(refusal)
            }
        };
        self.connection.prepare_cached("RELEASE import_row")?.execute([])?;
        Ok(outcome)
    }

    fn door(&self) -> Door<'store> {
        Door::of_batch(self.connection, self.opening, self.today, self.import.batch)
    }

    pub(super) fn close(mut self) -> Result<Known> {
        self.rows.flush(self.connection)?;
        fingerprint::keep(self.connection, self.import.batch, &self.fingerprints)?;
        Ok(self.known)
    }
}
