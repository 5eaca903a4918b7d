//! Cards in the making, put into the card file table by table.

use std::ops::Range;
use std::sync::Arc;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Statement};

use super::ready::Parts;
use super::records::{Record, Records};
use crate::domain::id::CardId;
use crate::store::bounds;
use crate::store::error::Result;
use crate::store::record::{self, RecordKind};
use crate::store::{search, standing, value};

/// How many rows one statement takes: more gain nothing.
const AT_ONCE: usize = 40;

/// After every so many cards those decided on are put into the card file: all that is known of them is near the
/// processor still. They fill whole rows of search texts, and whole statements.
const CARDS_AT_ONCE: i64 = 12 * AT_ONCE as i64;

/// Cards that are decided on and not in the card file yet.
#[derive(Debug, Default)]
pub(in crate::store) struct Rows<'ready> {
    cards: Vec<(CardId, &'ready Parts)>,
    shapes: Shapes,
}

/// What is the same in all rows of each table so far.
#[derive(Debug, Default)]
struct Shapes {
    cards: Shape,
    people: Shape,
    phones: Shape,
    emails: Shape,
    addresses: Shape,
    values: Shape,
}

/// A row of a table, by its parameters.
trait Cells<'ready> {
    fn width(&self) -> usize;
    fn cell(&self, place: usize) -> ValueRef<'ready>;
    /// Whether another row of the table has the same at these places.
    fn agrees(&self, other: &Self, places: Range<usize>) -> bool;
}

/// A record with the rows it gets and points at.
struct Line<'ready> {
    id: i64,
    records: &'ready Records,
    record: &'ready Record,
    card: i64,
    person: Option<i64>,
    pointers: Pointers,
}

/// Where the parameters of a kind stand that are other rows.
#[derive(Clone, Copy)]
struct Pointers {
    card: Option<usize>,
    person: Option<usize>,
}

impl Pointers {
    fn of(kind: RecordKind) -> Result<Pointers> {
        let card = if kind == RecordKind::Card { None } else { Some(record::offset(kind, "card")?) };
        let person = match kind {
            RecordKind::Phone | RecordKind::Email => Some(record::offset(kind, "person")?),
            _ => None,
        };
        Ok(Pointers { card, person })
    }
}

impl<'ready> Cells<'ready> for Line<'ready> {
    fn width(&self) -> usize {
        1 + self.records.width(self.record)
    }

    fn cell(&self, place: usize) -> ValueRef<'ready> {
        match place.checked_sub(1) {
            None => ValueRef::Integer(self.id),
            Some(_) if Some(place) == self.pointers.card => ValueRef::Integer(self.card),
            Some(_) if Some(place) == self.pointers.person => {
                self.person.map_or(ValueRef::Null, ValueRef::Integer)
            }
            Some(before) => self.records.value(self.record, before),
        }
    }

    fn agrees(&self, other: &Self, places: Range<usize>) -> bool {
        // What points at other rows is nothing yet in the records.
        let pointers = [Some(0), self.pointers.card, self.pointers.person];
        let mut among = pointers.into_iter().flatten().filter(|place| places.contains(place));
        among.all(|place| self.cell(place) == other.cell(place))
            && self.records.agree(self.record, other.records, other.record, before(&places))
    }
}

/// A value of a card.
struct ValueLine<'ready> {
    card: i64,
    records: &'ready Records,
    record: &'ready Record,
}

impl<'ready> Cells<'ready> for ValueLine<'ready> {
    fn width(&self) -> usize {
        1 + self.records.width(self.record)
    }

    fn cell(&self, place: usize) -> ValueRef<'ready> {
        match place.checked_sub(1) {
            None => ValueRef::Integer(self.card),
            Some(before) => self.records.value(self.record, before),
        }
    }

    fn agrees(&self, other: &Self, places: Range<usize>) -> bool {
        (places.start > 0 || self.card == other.card)
            && self.records.agree(self.record, other.records, other.record, before(&places))
    }
}

/// The places of a record that are these of its row, whose number comes first.
fn before(places: &Range<usize>) -> Range<usize> {
    places.start.saturating_sub(1)..places.end - 1
}

impl<'ready> Rows<'ready> {
    pub(in crate::store) fn push(&mut self, card: CardId, parts: &'ready Parts) {
        self.cards.push((card, parts));
    }

    /// Whether it is time to [flush](Rows::flush), the next card being this one.
    pub(in crate::store) fn are_due(next: i64) -> bool {
        next % CARDS_AT_ONCE == 0
    }

    /// Puts them into the card file.
    pub(in crate::store) fn flush(&mut self, connection: &Connection) -> Result<()> {
        if self.cards.is_empty() {
            return Ok(());
        }
        let cards = std::mem::take(&mut self.cards);
        let pointers = Pointers::of(RecordKind::Card)?;
        let lines: Vec<Line<'_>> = cards
            .iter()
            .map(|(id, parts)| Line {
                id: id.0,
                records: &parts.records,
                record: &parts.card,
                card: id.0,
                person: None,
                pointers,
            })
            .collect();
        let shapes = &mut self.shapes;
        insert(connection, RecordKind::Card, &lines, &mut shapes.cards)?;

        let mut people = Numbering::begin(connection, RecordKind::Person)?;
        let mut phones = Numbering::begin(connection, RecordKind::Phone)?;
        let mut emails = Numbering::begin(connection, RecordKind::Email)?;
        let mut addresses = Numbering::begin(connection, RecordKind::Address)?;
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
        insert(connection, RecordKind::Person, &people.lines, &mut shapes.people)?;
        insert(connection, RecordKind::Phone, &phones.lines, &mut shapes.phones)?;
        insert(connection, RecordKind::Email, &emails.lines, &mut shapes.emails)?;
        insert(connection, RecordKind::Address, &addresses.lines, &mut shapes.addresses)?;

        let values: Vec<_> = cards
            .iter()
            .flat_map(|(card, parts)| {
                parts.values.iter().map(|record| ValueLine { card: card.0, records: &parts.records, record })
            })
            .collect();
        all(connection, value::COLUMNS, &values, &mut shapes.values)?;
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
    let values = || parts.standing.iter().map(ValueRef::from);
    let places: Vec<&str> = values().map(|value| if is_empty(value) { EMPTY } else { "?" }).collect();
    let sql = format!(
        "INSERT OR FAIL INTO standing ({}) SELECT id, {} FROM card WHERE id BETWEEN ? AND ?",
        standing::KEPT,
        places.join(", ")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let ends = [first.0, last.0].map(ValueRef::Integer);
    bind(&mut statement, 1, values().filter(|value| !is_empty(*value)).chain(ends))?;
    statement.raw_execute()?;
    Ok(())
}

/// Records of one kind, numbered as they come.
struct Numbering<'ready> {
    next: i64,
    pointers: Pointers,
    lines: Vec<Line<'ready>>,
}

impl<'ready> Numbering<'ready> {
    fn begin(connection: &Connection, kind: RecordKind) -> Result<Self> {
        let next = record::next_row(connection, kind)?;
        Ok(Numbering { next, pointers: Pointers::of(kind)?, lines: Vec::new() })
    }

    fn extend(
        &mut self,
        card: CardId,
        records: &'ready Records,
        own: impl Iterator<Item = (&'ready Record, Option<i64>)>,
    ) {
        for (record, person) in own {
            let (id, pointers) = (self.next, self.pointers);
            self.lines.push(Line { id, records, record, card: card.0, person, pointers });
            self.next += 1;
        }
    }
}

fn insert(connection: &Connection, kind: RecordKind, lines: &[Line<'_>], shape: &mut Shape) -> Result<()> {
    if lines.is_empty() { Ok(()) } else { all(connection, &record::columns(kind), lines, shape) }
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

/// A text without signs, as it stands in a statement.
///
/// Where many rows have it in common it is written there: bound, it gets an address that nothing is kept at, and for
/// that newer processors take longer than for all else of a comparison. Every condition of an index is one.
const EMPTY: &str = "''";

fn is_empty(value: ValueRef<'_>) -> bool {
    value == ValueRef::Text(b"")
}

/// Makes all rows of a table, several at once: what a statement costs beside its rows is as much as several
/// rows. Whatever fails ends the piece, so no statement keeps a journal of its own to be taken back by.
fn all<'ready>(
    connection: &Connection,
    columns: &str,
    rows: &[impl Cells<'ready>],
    shape: &mut Shape,
) -> Result<()> {
    let (many, few) = rows.as_chunks::<AT_ONCE>();
    if let [chunk, ..] = many {
        let shared = shape.fit(columns, &rows[..chunk.len() * many.len()]);
        let mut statement = connection.prepare_cached(&shape.statement)?;
        let first_own = 1 + shared.len();
        bind(&mut statement, 1, shared.into_iter())?;
        for rows in many {
            let values = rows.iter().flat_map(|row| shape.own.iter().map(|place| row.cell(*place)));
            bind(&mut statement, first_own, values)?;
            statement.raw_execute()?;
        }
    }
    let [first, ..] = few else { return Ok(()) };
    let places = vec!["?"; first.width()].join(", ");
    let sql = format!("INSERT OR FAIL INTO {columns} VALUES ({places})");
    let mut statement = connection.prepare_cached(&sql)?;
    for row in few {
        bind(&mut statement, 1, (0..row.width()).map(|place| row.cell(place)))?;
        statement.raw_execute()?;
    }
    Ok(())
}

/// Which columns of a table have the same value in all rows: they are bound once for all of them. Most columns of
/// a list are the same in every row, or empty. One that once was not is not looked at again: what follows is
/// likely made by the same statement.
#[derive(Debug, Default)]
struct Shape {
    /// The places of the columns that differ.
    own: Vec<usize>,
    /// The places of the columns that are empty in all rows.
    empty: Vec<usize>,
    /// The statement that makes [`AT_ONCE`] rows.
    statement: String,
}

/// Rising places, as the ranges they make.
fn runs_of(places: &[usize]) -> Vec<Range<usize>> {
    places.chunk_by(|one, next| one + 1 == *next).map(|run| run[0]..run[0] + run.len()).collect()
}

impl Shape {
    /// Fits it to more rows; the values these have in common, but for those that are [`EMPTY`].
    fn fit<'ready>(&mut self, columns: &str, rows: &[impl Cells<'ready>]) -> Vec<ValueRef<'ready>> {
        let Some((first, others)) = rows.split_first() else { return Vec::new() };
        let mut shared: Vec<usize> = (0..first.width()).filter(|place| !self.own.contains(place)).collect();
        let mut runs = runs_of(&shared);
        for row in others {
            if !runs.iter().all(|run| row.agrees(first, run.clone())) {
                shared.retain(|place| row.agrees(first, *place..*place + 1));
                runs = runs_of(&shared);
            }
        }
        let (empty, filled): (Vec<usize>, Vec<usize>) =
            shared.iter().partition(|place| is_empty(first.cell(**place)));
        if self.statement.is_empty() || empty != self.empty || shared.len() + self.own.len() < first.width() {
            self.own = (0..first.width()).filter(|place| !shared.contains(place)).collect();
            self.empty = empty;
            self.statement = self.statement_of(columns, first.width());
        }
        filled.into_iter().map(|place| first.cell(place)).collect()
    }

    /// First come the parameters shared, then those of each row.
    fn statement_of(&self, columns: &str, width: usize) -> String {
        let mut own = width - self.own.len() - self.empty.len();
        let rows = (0..AT_ONCE).map(|_| {
            let mut shared = 0;
            let places = (0..width).map(|place| {
                if self.empty.contains(&place) {
                    return EMPTY.to_owned();
                }
                let next = if self.own.contains(&place) { &mut own } else { &mut shared };
                *next += 1;
                format!("?{next}")
            });
            format!("({})", places.collect::<Vec<_>>().join(", "))
        });
        format!("INSERT OR FAIL INTO {columns} VALUES {}", rows.collect::<Vec<_>>().join(", "))
    }
}
