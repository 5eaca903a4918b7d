//! Cards in the making, put into the card file table by table.

use std::sync::Arc;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Statement};

use super::ready::Parts;
use crate::domain::id::CardId;
use crate::store::bounds;
use crate::store::error::Result;
use crate::store::record::{self, Record, RecordKind, Records};
use crate::store::{search, standing, value};

/// How many rows one statement takes: more gain nothing.
const AT_ONCE: usize = 40;

/// Cards that are decided on and not in the card file yet.
#[derive(Debug, Default)]
pub(in crate::store) struct Rows<'ready> {
    cards: Vec<(CardId, &'ready Parts)>,
}

/// A record with the rows it gets and points at.
struct Line<'ready> {
    id: i64,
    records: &'ready Records,
    record: &'ready Record,
    card: i64,
    person: Option<i64>,
}

impl<'ready> Rows<'ready> {
    pub(in crate::store) fn push(&mut self, card: CardId, parts: &'ready Parts) {
        self.cards.push((card, parts));
    }

    /// Puts them into the card file.
    pub(in crate::store) fn flush(&mut self, connection: &Connection) -> Result<()> {
        if self.cards.is_empty() {
            return Ok(());
        }
        let cards = std::mem::take(&mut self.cards);
        let lines: Vec<Line<'_>> = cards
            .iter()
            .map(|(id, parts)| Line {
                id: id.0,
                records: &parts.records,
                record: &parts.card,
                card: id.0,
                person: None,
            })
            .collect();
        insert(connection, RecordKind::Card, &lines)?;

        let first_person = record::next_row(connection, RecordKind::Person)?;
        let mut people = Numbering::from(first_person);
        let mut phones = Numbering::from(record::next_row(connection, RecordKind::Phone)?);
        let mut emails = Numbering::from(record::next_row(connection, RecordKind::Email)?);
        let mut addresses = Numbering::from(record::next_row(connection, RecordKind::Address)?);
        for (card, parts) in &cards {
            let first = people.next;
            let of = |place: &Option<usize>| place.map(|place| first + place as i64);
            people.extend(*card, &parts.records, parts.people.iter().map(|record| (record, None)));
            phones.extend(
                *card,
                &parts.records,
                parts.phones.iter().map(|(record, person)| (record, of(person))),
            );
            emails.extend(
                *card,
                &parts.records,
                parts.emails.iter().map(|(record, person)| (record, of(person))),
            );
            addresses.extend(*card, &parts.records, parts.addresses.iter().map(|record| (record, None)));
        }
        insert(connection, RecordKind::Person, &people.lines)?;
        insert(connection, RecordKind::Phone, &phones.lines)?;
        insert(connection, RecordKind::Email, &emails.lines)?;
        insert(connection, RecordKind::Address, &addresses.lines)?;

        let values: Vec<_> = cards
            .iter()
            .flat_map(|(card, parts)| parts.values.iter().map(|value| (card.0, &parts.records, value)))
            .collect();
        all(connection, value::COLUMNS, &values, |(card, records, value)| {
            std::iter::once(ValueRef::Integer(*card)).chain(records.values(value))
        })?;
        for cards in cards.chunk_by(|(_, one), (_, next)| Arc::ptr_eq(&one.standing, &next.standing)) {
            keep_standings(connection, cards)?;
        }
        let texts: Vec<_> = cards.iter().map(|(card, parts)| (*card, Some(parts.search.as_str()))).collect();
        search::keep_all(connection, &texts)
    }
}

/// Keeps one standing for all of these cards, whose rows follow each other.
fn keep_standings(connection: &Connection, cards: &[(CardId, &Parts)]) -> Result<()> {
    let ([(first, parts), ..], [.., (last, _)]) = (cards, cards) else { return Ok(()) };
    bounds::widen(connection, standing::bounded(&parts.standing))?;
    let places = vec!["?"; standing::WIDTH].join(", ");
    let sql = format!(
        "INSERT OR FAIL INTO standing ({}) SELECT id, {places} FROM card WHERE id BETWEEN ? AND ?",
        standing::KEPT
    );
    let mut statement = connection.prepare_cached(&sql)?;
    bind(&mut statement, 1, parts.standing.iter().map(ValueRef::from))?;
    statement.raw_bind_parameter(standing::WIDTH + 1, first.0)?;
    statement.raw_bind_parameter(standing::WIDTH + 2, last.0)?;
    statement.raw_execute()?;
    Ok(())
}

/// Records of one kind, numbered as they come.
struct Numbering<'ready> {
    next: i64,
    lines: Vec<Line<'ready>>,
}

impl<'ready> Numbering<'ready> {
    fn from(next: i64) -> Self {
        Numbering { next, lines: Vec::new() }
    }

    fn extend(
        &mut self,
        card: CardId,
        records: &'ready Records,
        own: impl Iterator<Item = (&'ready Record, Option<i64>)>,
    ) {
        for (record, person) in own {
            self.lines.push(Line { id: self.next, records, record, card: card.0, person });
            self.next += 1;
        }
    }
}

fn insert(connection: &Connection, kind: RecordKind, lines: &[Line<'_>]) -> Result<()> {
    let card = if kind == RecordKind::Card { None } else { Some(record::offset(kind, "card")?) };
    let person = match kind {
        RecordKind::Phone | RecordKind::Email => Some(record::offset(kind, "person")?),
        _ => None,
    };
    all(connection, &record::columns(kind), lines, |line| {
        let fields =
            line.records.values(line.record).zip(1..).map(move |(value, offset)| match Some(offset) {
                offset if offset == card => ValueRef::Integer(line.card),
                offset if offset == person => line.person.map_or(ValueRef::Null, ValueRef::Integer),
                _ => value,
            });
        std::iter::once(ValueRef::Integer(line.id)).chain(fields)
    })
}

fn bind<'value>(
    statement: &mut Statement<'_>,
    first: usize,
    values: impl Iterator<Item = ValueRef<'value>>,
) -> rusqlite::Result<()> {
    (first..)
        .zip(values)
        .try_for_each(|(place, value)| statement.raw_bind_parameter(place, ToSqlOutput::Borrowed(value)))
}

/// Makes all rows of a table, several at once: what a statement costs beside its rows is as much as several
/// rows. Whatever fails ends the piece, so no statement keeps a journal of its own to be taken back by.
fn all<'row, R, C>(
    connection: &Connection,
    columns: &str,
    rows: &'row [R],
    cells: impl Fn(&'row R) -> C,
) -> Result<()>
where
    C: IntoIterator<Item = ValueRef<'row>>,
{
    let (many, few) = rows.as_chunks::<AT_ONCE>();
    if let [chunk, ..] = many {
        let shared = Shared::by(chunk.len() * many.len(), rows, &cells);
        let mut statement = connection.prepare_cached(&shared.statement(columns))?;
        bind(&mut statement, 1, shared.values.iter().flatten().copied())?;
        let own = |row| cells(row).into_iter().zip(&shared.values).filter(|(_, shared)| shared.is_none());
        for rows in many {
            let values = rows.iter().flat_map(own).map(|(value, _)| value);
            bind(&mut statement, 1 + shared.values.iter().flatten().count(), values)?;
            statement.raw_execute()?;
        }
    }
    let [first, ..] = few else { return Ok(()) };
    let places = vec!["?"; cells(first).into_iter().count()].join(", ");
    let sql = format!("INSERT OR FAIL INTO {columns} VALUES ({places})");
    let mut statement = connection.prepare_cached(&sql)?;
    for row in few {
        bind(&mut statement, 1, cells(row).into_iter())?;
        statement.raw_execute()?;
    }
    Ok(())
}

/// The values that all rows have in common, column by column: they are bound once for all of them. Most
/// columns of a list are the same in every row, or empty.
struct Shared<'row> {
    values: Vec<Option<ValueRef<'row>>>,
}

impl<'row> Shared<'row> {
    fn by<R, C>(count: usize, rows: &'row [R], cells: impl Fn(&'row R) -> C) -> Self
    where
        C: IntoIterator<Item = ValueRef<'row>>,
    {
        let mut values: Vec<Option<ValueRef<'row>>> =
            rows.first().map(|row| cells(row).into_iter().map(Some).collect()).unwrap_or_default();
        for row in rows.iter().take(count).skip(1) {
            for (shared, value) in values.iter_mut().zip(cells(row)) {
                if shared.is_some_and(|shared| shared != value) {
                    *shared = None;
                }
            }
        }
        Shared { values }
    }

    /// Makes [`AT_ONCE`] rows: first come the parameters shared, then those of each row.
    fn statement(&self, columns: &str) -> String {
        let mut own = self.values.iter().flatten().count();
        let rows = (0..AT_ONCE).map(|_| {
            let mut shared = 0;
            let places = self.values.iter().map(|value| {
                let next = if value.is_some() { &mut shared } else { &mut own };
                *next += 1;
                format!("?{next}")
            });
            format!("({})", places.collect::<Vec<_>>().join(", "))
        });
        format!("INSERT OR FAIL INTO {columns} VALUES {}", rows.collect::<Vec<_>>().join(", "))
    }
}
