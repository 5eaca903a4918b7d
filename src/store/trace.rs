//! Where the values of a card come from: the journal knows who wrote each, when, and what stood there before.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};

use super::Store;
use super::alike::block_of;
use super::cell::list_of;
use super::error::Result;
use super::journal::{self, ENTRY_COLUMNS, JournalEntry, entry_of};
use super::record::{EXISTS, RecordKind};
use crate::domain::choice::Choice;
use crate::domain::detail::DetailGroup;
use crate::domain::id::{CardId, EntryId, JournalId, PersonId};

/// What is asked about on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Traced {
    /// A field, by its key.
    Field(String),
    /// Its records of one kind: phones, e-mails, addresses.
    Records(RecordKind),
    /// A person on it.
    Person(PersonId),
    /// A detail of it.
    Detail(EntryId),
}

/// One change of what was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The entry of the journal.
    pub entry: JournalEntry,
    /// What it wrote; empty for an import that brought the whole card.
    pub wrote: Vec<Wrote>,
}

/// A value that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrote {
    /// The key of the field, or of the part of the record.
    pub field: String,
    /// What stood there before; empty: nothing did.
    pub before: Vec<String>,
    /// What stood there from then on; empty: nothing did.
    pub after: Vec<String>,
}

/// Values that are looked at at most.
const VALUES: i64 = 500;

impl Store {
    /// The changes of a value that stand, newest first. What the privacy policy switches off has none.
    pub fn trace(&self, card: CardId, traced: &Traced) -> Result<Vec<Origin>> {
        self.in_one_read(|| {
            let mut origins = self.journalled(card, traced)?;
            let begun =
                origins.last().is_some_and(|first| first.wrote.iter().all(|wrote| wrote.before.is_empty()));
            if !begun && let Some(entry) = self.import_of(card)? {
                origins.push(Origin { entry, wrote: Vec::new() });
            }
            Ok(origins)
        })
    }

    fn journalled(&self, card: CardId, traced: &Traced) -> Result<Vec<Origin>> {
        let (kind, column, row, field) = match traced {
            Traced::Field(field) => (RecordKind::Card, "record", card.0, Some(field.as_str())),
            Traced::Records(kind) => (*kind, "card", card.0, None),
            Traced::Person(person) => (RecordKind::Person, "record", person.0, None),
            Traced::Detail(detail) => (RecordKind::Detail, "record", detail.0, None),
        };
        let entry: Vec<String> =
            ENTRY_COLUMNS.split(", ").map(|column| format!("journal.{column}")).collect();
        let sql = format!(
            "SELECT {}, value.field, value.before_value, value.after_value
             FROM (SELECT journal, seq, field, before_value, after_value
                   FROM journal_value WHERE record_kind = ?1 AND {column} = ?2
                   UNION ALL
                   SELECT journal, seq, field, before_value, after_value
                   FROM journal_alike_value WHERE block = ?4 AND record_kind = ?1 AND {column} = ?2) AS value
             JOIN journal ON journal.id = value.journal
             WHERE (?3 IS NULL OR value.field = ?3) AND journal.state = 'done'
             ORDER BY journal.id DESC, value.seq LIMIT {VALUES}",
            entry.join(", ")
        );
        let (width, group) = (entry.len(), self.group_of(traced)?);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![kind.code(), row, field, block_of(card)])?;
        let mut origins: Vec<Origin> = Vec::new();
        while let Some(row) = rows.next()? {
            let field: String = row.get(width)?;
            if is_our_own(&field) || !self.is_told(group, &field) {
                continue;
            }
            let (before, after) = (row.get(width + 1)?, row.get(width + 2)?);
            let (entry, wrote) =
                (entry_of(row)?, Wrote { field, before: texts(&before)?, after: texts(&after)? });
            match origins.last_mut() {
                Some(last) if last.entry.id == entry.id => last.wrote.push(wrote),
                _ => origins.push(Origin { entry, wrote: vec![wrote] }),
            }
        }
        Ok(origins)
    }

    /// The group of a detail.
    fn group_of(&self, traced: &Traced) -> Result<Option<&'static DetailGroup>> {
        let Traced::Detail(detail) = traced else { return Ok(None) };
        let key: Option<String> = self
            .connection
            .prepare_cached("SELECT group_key FROM detail WHERE id = ?1")?
            .query_row([detail.0], |row| row.get(0))
            .optional()?;
        Ok(key.and_then(|key| DetailGroup::with_key(&key)))
    }

    /// Whether the privacy policy has a field, or a part of a detail, switched on.
    fn is_told(&self, group: Option<&DetailGroup>, field: &str) -> bool {
        let privacy = &self.opening.policies.privacy;
        match group {
            Some(group) => group.part(field).is_none_or(|part| privacy.shows(part.sensitive)),
            None => privacy.shows_field(field),
        }
    }

    /// The import that brought a card.
    fn import_of(&self, card: CardId) -> Result<Option<JournalEntry>> {
        let sql = "SELECT batch.journal FROM card JOIN batch ON batch.id = card.batch WHERE card.id = ?1";
        let found: Option<i64> =
            self.connection.prepare_cached(sql)?.query_row([card.0], |row| row.get(0)).optional()?;
        found.map(|id| journal::entry(&self.connection, JournalId(id))).transpose()
    }
}

/// What the program keeps of a record for itself.
fn is_our_own(field: &str) -> bool {
    matches!(field, EXISTS | "uid" | "card" | "person" | "group_key" | "group")
}

/// A value as texts: a list as kept, anything else as one text.
fn texts(value: &Value) -> Result<Vec<String>> {
    Ok(match value {
        Value::Null => Vec::new(),
        Value::Text(text) if text.is_empty() => Vec::new(),
        Value::Text(text) if text.starts_with('[') => list_of(value).unwrap_or_else(|_| vec![text.clone()]),
        Value::Text(text) => vec![text.clone()],
        Value::Integer(number) => vec![number.to_string()],
        Value::Real(number) => vec![number.to_string()],
        Value::Blob(_) => Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{NewCard, NewPhone};
    use crate::domain::reach::PhoneKind;
    use crate::store::journal::Act;
    use crate::store::tests::Place;
    use crate::store::{ImportRow, NameSource, OnDuplicate};

    #[test]
    fn every_value_knows_who_wrote_it_and_what_stood_there_before() {
        let place = Place::new();
        let mut store = place.open();
        let card = store.write(Act::Add, "", |door| door.add_card(&NewCard::named("Ana"))).unwrap().value;
        let set = |store: &mut Store, texts: &[&str]| {
            let values: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            store.write(Act::Edit, "", |door| door.set_field(card, "industry", &values)).unwrap();
        };
        set(&mut store, &["print"]);
        set(&mut store, &["paper"]);
        set(&mut store, &["glue"]);
        store.undo().unwrap();
        let industry = Traced::Field("industry".into());
        let origins = store.trace(card, &industry).unwrap();
        let told: Vec<(Act, &[String], &[String])> = origins
            .iter()
            .map(|origin| (origin.entry.act, &origin.wrote[0].before[..], &origin.wrote[0].after[..]))
            .collect();
        let (print, paper) = (["print".to_owned()], ["paper".to_owned()]);
        assert_eq!(
            told,
            [(Act::Edit, &print[..], &paper[..]), (Act::Edit, &[], &print[..])],
            "not what was undone"
        );
        let name = store.trace(card, &Traced::Field("name".into())).unwrap();
        assert_eq!((name.len(), name[0].entry.act, name[0].wrote[0].after[0].as_str()), (1, Act::Add, "Ana"));
        assert_eq!(store.trace(card, &Traced::Field("title".into())).unwrap(), []);

        let phone = NewPhone { kind: PhoneKind::Mobile, number: "138".into() };
        store.write(Act::Edit, "", |door| door.put_phones(card, None, &[phone])).unwrap();
        let phones = store.trace(card, &Traced::Records(RecordKind::Phone)).unwrap();
        let written: Vec<&str> = phones[0].wrote.iter().map(|wrote| wrote.field.as_str()).collect();
        assert_eq!(written, ["kind", "number"], "nothing that is our own");
    }

    #[test]
    fn what_an_import_brought_is_known_by_it_and_what_is_switched_off_is_not_told() {
        let place = Place::new();
        let mut store = place.open();
        let import = store.begin_import("list.csv").unwrap();
        let row = ImportRow {
            card: NewCard::named("Ana"),
            named: NameSource::Name,
            fingerprint: [1; 16],
            on_duplicate: OnDuplicate::Skip,
        };
        let ready = store.preparer(import).unwrap().ready(row).unwrap();
        store.import_piece(import, &[], &mut [ready], &|| false).unwrap();
        store.finish_import(import).unwrap();
        let card = CardId(1);
        let name = store.trace(card, &Traced::Field("name".into())).unwrap();
        assert_eq!((name[0].entry.act, name[0].entry.subject.as_str()), (Act::Import, "list.csv"));
        assert_eq!(name[0].wrote, []);

        store.write(Act::Edit, "", |door| door.set_field(card, "family", &["two sons".into()])).unwrap();
        let told = store.trace(card, &Traced::Field("family".into())).unwrap();
        assert!(told.iter().all(|origin| origin.wrote.is_empty()), "{told:?}");
    }
}
