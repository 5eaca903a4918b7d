//! Conditions on the text of one field: found over the whole text of a card first, then looked at closely.
//!
//! The search text of a card holds the text of all its fields. So a card where a needle is not found there
//! need not be looked at, and the few left are read and compared by the same rules as the whole.

use rusqlite::{Connection, Row};

use super::Store;
use super::error::{Result, StoreError};
use super::search::{Found, Stop, Word};
use crate::domain::card_set::CardSet;
use crate::domain::detail::DetailGroup;
use crate::domain::field::built_in;
use crate::domain::field::region::is_below;
use crate::domain::query::{Condition, RegionWanted};
use crate::domain::text::fold::fold;
use crate::domain::text::needles::Needles;
use crate::domain::text::searchable::{is_words, name_text, phone_text, plain_text, region_text};

/// The cards that meet a condition on the text of a field.
pub(super) fn cards(store: &Store, condition: &Condition, stop: Stop<'_>) -> Result<CardSet> {
    let name: Text = |row| Ok(name_text(row.get_ref(1)?.as_str().unwrap_or_default()));
    let plain: Text = |row| Ok(plain_text(row.get_ref(1)?.as_str().unwrap_or_default()));
    let region: Text = |row| Ok(region_text(row.get_ref(1)?.as_str().unwrap_or_default()));
    let phone: Text = |row| {
        Ok(phone_text(
            row.get_ref(1)?.as_str().unwrap_or_default(),
            row.get_ref(2)?.as_str().unwrap_or_default(),
        ))
    };
    let connection = &store.connection;
    let all_holding = |sources: &[Source<'_>], among: &Among, needles: &Needles, text: Text| {
        let mut found = CardSet::default();
        for source in sources {
            let mut look = |row: &Row<'_>| {
                if needles.found_in(&text(row)?) {
                    found.insert(row.get(0)?);
                }
                Ok(())
            };
            source.each(connection, among, stop, &mut look)?;
        }
        Ok(found)
    };
    let holding = |sources: &[Source<'_>], needles: &Needles, text: Text| {
        let likely = Word::look_up(connection, needles)?;
        let mut all = likely.sure();
        all.or(&likely.likely());
        let among = all.few().map_or(Among::Found, Among::Few);
        store.found.put(vec![all]);
        all_holding(sources, &among, needles, text)
    };
    match condition {
        Condition::Zone(zones) => equal(connection, "SELECT card, zone FROM address WHERE zone <> ''", zones),
        Condition::Code(codes) => equal(connection, "SELECT id, code FROM card WHERE code <> ''", codes),
        Condition::Phone(needles) => holding(&[Source::of("phone", "number, normal")], needles, phone),
        Condition::Email(needles) => holding(&[Source::of("email", "address")], needles, plain),
        Condition::Name(needles) => {
            holding(&[Source::of("card", "name"), Source::of("card", "short_name")], needles, name)
        }
        Condition::Company(needles) => holding(&[Source::of("card", "company")], needles, name),
        Condition::Person(needles) => holding(&[Source::of("person", "name")], needles, name),
        Condition::Address(needles) => {
            let parts = ["street", "post_code", "zone", "access"];
            let mut found = holding(&parts.map(|part| Source::of("address", part)), needles, plain)?;
            found.or(&holding(&[Source::of("address", "region")], needles, region)?);
            Ok(found)
        }
        Condition::Region(wanted) => match wanted {
            RegionWanted::Words(needles) => holding(&[Source::of("address", "region")], needles, region),
            RegionWanted::Code(digits) => {
                let mut found = CardSet::default();
                let mut look = |row: &Row<'_>| {
                    if is_below(row.get_ref(1)?.as_str()?, digits) {
                        found.insert(row.get(0)?);
                    }
                    Ok(())
                };
                Source::of("address", "region").each(connection, &Among::All, stop, &mut look)?;
                Ok(found)
            }
        },
        Condition::Value { field, needles } if DetailGroup::with_key(field).is_some() => {
            let privacy = &store.opening.policies.privacy;
            let group = DetailGroup::with_key(field);
            let part = |key: &str| group.and_then(|group| group.part(key));
            let shows = |key: &str| part(key).is_none_or(|part| privacy.shows(part.sensitive));
            let mut found = CardSet::default();
            let mut look = |row: &Row<'_>| {
                if shows(row.get_ref(2)?.as_str()?) && needles.found_in(&plain(row)?) {
                    found.insert(row.get(0)?);
                }
                Ok(())
            };
            let source = Source::of("detail_value", "text, field");
            Source { key: "group_key", field: Some(field), ..source }.each(
                connection,
                &Among::All,
                stop,
                &mut look,
            )?;
            Ok(found)
        }
        Condition::Value { field, needles } if !is_words(field) => {
            let source = Source { field: Some(field), ..Source::of("value", "text") };
            all_holding(&[source], &Among::All, needles, plain)
        }
        // What is sensitive is not in the search text: its few values are looked at themselves.
        Condition::Value { field, needles }
            if built_in(field).is_some_and(|field| field.sensitive.is_some()) =>
        {
            let mut statement = connection.prepare_cached("SELECT card, text FROM value WHERE field = ?1")?;
            let mut rows = statement.query([field])?;
            let mut found = CardSet::default();
            while let Some(row) = rows.next()? {
                if needles.found_in(&plain(row)?) {
                    found.insert(row.get(0)?);
                }
            }
            Ok(found)
        }
        Condition::Value { field, needles } => {
            holding(&[Source { field: Some(field), ..Source::of("value", "text") }], needles, plain)
        }
        // All others are conditions of SQL.
        _ => Ok(CardSet::default()),
    }
}

/// The searchable text of a row: of the columns after the card.
type Text = fn(&Row<'_>) -> rusqlite::Result<String>;

/// Which cards are looked at.
enum Among {
    /// These few, as a list that SQL reads.
    Few(String),
    /// Those of the set last put.
    Found,
    /// All: the search text does not hold the field.
    All,
}

/// Where a text is read from.
struct Source<'field> {
    table: &'static str,
    columns: &'static str,
    /// Of a table of values: in which column the key stands.
    key: &'static str,
    /// The key.
    field: Option<&'field str>,
}

impl Source<'_> {
    fn of(table: &'static str, columns: &'static str) -> Source<'static> {
        Source { table, columns, key: "field", field: None }
    }

    /// Reads the rows of the cards last put, which may be few.
    fn each(
        &self,
        connection: &Connection,
        among: &Among,
        stop: Stop<'_>,
        look: &mut dyn FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        /// After so many rows it is asked whether somebody still waits.
        const ASKED_EVERY: usize = 1024;
        let Source { table, columns, key, field } = self;
        let card = if *table == "card" { "card.id".to_owned() } else { format!("{table}.card") };
        let from = match among {
            Among::Few(_) => {
                format!("json_each(?1) AS few CROSS JOIN {table} ON {card} = few.value WHERE ?1 <> ''")
            }
            Among::Found => format!("{table} WHERE {} AND ?1 = ''", Found::condition(0, &card)),
            Among::All => format!("{table} WHERE ?1 = ''"),
        };
        let few = if let Among::Few(few) = among { few.as_str() } else { "" };
        let of_field = if field.is_some() { format!("AND {key} = ?2") } else { "AND ?2 = ''".to_owned() };
        let sql = format!("SELECT {card}, {columns} FROM {from} {of_field}");
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([few, field.unwrap_or_default()])?;
        let mut number = 0_usize;
        while let Some(row) = rows.next()? {
            number += 1;
            if number.is_multiple_of(ASKED_EVERY) && stop() {
                return Err(StoreError::Stopped);
            }
            look(row)?;
        }
        Ok(())
    }
}

/// Cards with a text that folds to one of these.
fn equal(connection: &Connection, sql: &str, folded: &[String]) -> Result<CardSet> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut cards = CardSet::default();
    while let Some(row) = rows.next()? {
        if folded.contains(&fold(row.get_ref(1)?.as_str().unwrap_or_default())) {
            cards.insert(row.get(0)?);
        }
    }
    Ok(cards)
}
