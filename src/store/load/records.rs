//! Records ready to be made.

use std::ops::Range;

use rusqlite::types::ValueRef;

use crate::store::cell::Given;
use crate::store::table::{RecordKind, table};

/// Records ready to be made, of any tables: every parameter of their rows but the rows' numbers, in the order of
/// their tables, with what is computed from them.
///
/// Their texts stand one after the other in one piece: many records are made at a time, and asking for memory
/// for each text takes longer than copying it.
#[derive(Debug, Clone)]
pub(in crate::store) struct Records {
    bytes: Vec<u8>,
    cells: Vec<Cell>,
}

/// Where one of them stands.
#[derive(Debug, Clone)]
pub(in crate::store) struct Record {
    cells: Range<usize>,
}

/// A parameter of a record.
#[derive(Debug, Clone, Copy)]
enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text(Span),
    Bytes(Span),
}

/// Where a text stands. Those of one card are never as long as four bytes can count: SQLite takes no such row.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: u32,
    length: u32,
}

impl Default for Records {
    /// None yet, with space for those of a usual card.
    fn default() -> Records {
        Records { bytes: Vec::with_capacity(USUAL_BYTES), cells: Vec::with_capacity(USUAL_CELLS) }
    }
}

/// What the records of a usual card take.
const USUAL_BYTES: usize = 512;
const USUAL_CELLS: usize = 64;

impl Records {
    /// Whether they take little more than those of a usual card do: kept for others, the memory of some long ones
    /// would in time become that of all.
    pub(in crate::store) fn is_usual(&self) -> bool {
        const TIMES: usize = 2;
        self.bytes.capacity() <= TIMES * USUAL_BYTES && self.cells.capacity() <= TIMES * USUAL_CELLS
    }

    /// Leaves none, and keeps the space.
    pub(in crate::store) fn clear(&mut self) {
        self.bytes.clear();
        self.cells.clear();
    }

    /// Adds one of the same fields as [`record::insert`] takes, all of them and in the order of the table. That it is
    /// this order is not looked at for every row of a list, only while the program is tested.
    pub(in crate::store) fn add<'text>(
        &mut self,
        kind: RecordKind,
        fields: impl IntoIterator<Item = (&'static str, Given<'text>)>,
    ) -> Record {
        let first = self.cells.len();
        for ((field, value), column) in fields.into_iter().zip(table(kind).columns) {
            debug_assert_eq!(column.field, field, "{kind:?}");
            let value = match &value {
                Given::Borrowed(value) => *value,
                Given::Owned(value) => ValueRef::from(value),
                _ => ValueRef::Null,
            };
            self.push(value);
            if let Some(derived) = &column.derived {
                match value {
                    ValueRef::Text(text) => {
                        let text = std::str::from_utf8(text).unwrap_or_default();
                        self.push(ValueRef::Text((derived.of)(text).as_bytes()));
                    }
                    _ => self.push(ValueRef::Null),
                }
            }
        }
        Record { cells: first..self.cells.len() }
    }

    /// Adds one by its parameters.
    pub(in crate::store) fn add_cells<'cell>(
        &mut self,
        cells: impl IntoIterator<Item = ValueRef<'cell>>,
    ) -> Record {
        let first = self.cells.len();
        cells.into_iter().for_each(|cell| self.push(cell));
        Record { cells: first..self.cells.len() }
    }

    fn push(&mut self, value: ValueRef<'_>) {
        let cell = match value {
            ValueRef::Null => Cell::Null,
            ValueRef::Integer(number) => Cell::Integer(number),
            ValueRef::Real(number) => Cell::Real(number),
            ValueRef::Text(text) => Cell::Text(self.push_bytes(text)),
            ValueRef::Blob(bytes) => Cell::Bytes(self.push_bytes(bytes)),
        };
        self.cells.push(cell);
    }

    fn push_bytes(&mut self, bytes: &[u8]) -> Span {
        let counted = |length| u32::try_from(length).unwrap_or(u32::MAX);
        let start = counted(self.bytes.len());
        self.bytes.extend_from_slice(bytes);
        Span { start, length: counted(bytes.len()) }
    }

    /// How many parameters one has.
    pub(in crate::store) fn width(&self, record: &Record) -> usize {
        record.cells.len()
    }

    /// A parameter of one, counted from 0 in the order of its table.
    pub(in crate::store) fn value(&self, record: &Record, place: usize) -> ValueRef<'_> {
        match self.cells[record.cells.start + place] {
            Cell::Null => ValueRef::Null,
            Cell::Integer(number) => ValueRef::Integer(number),
            Cell::Real(number) => ValueRef::Real(number),
            Cell::Text(span) => ValueRef::Text(self.at(span)),
            Cell::Bytes(span) => ValueRef::Blob(self.at(span)),
        }
    }

    fn at(&self, Span { start, length }: Span) -> &[u8] {
        self.bytes.get(start as usize..).and_then(|rest| rest.get(..length as usize)).unwrap_or_default()
    }

    /// Whether one has the same parameter at a place as one of others, counted likewise.
    pub(in crate::store) fn agree(
        &self,
        record: &Record,
        others: &Records,
        other: &Record,
        place: usize,
    ) -> bool {
        match (self.cells[record.cells.start + place], others.cells[other.cells.start + place]) {
            (Cell::Null, Cell::Null) => true,
            (Cell::Integer(one), Cell::Integer(other)) => one == other,
            // Nearly all that agree are empty: nothing to read.
            (Cell::Text(one), Cell::Text(other)) => {
                one.length == other.length && (one.length == 0 || self.at(one) == others.at(other))
            }
            _ => self.value(record, place) == others.value(other, place),
        }
    }

    /// A parameter that is a text, counted from 0.
    pub(in crate::store) fn text(&self, record: &Record, place: usize) -> &str {
        self.value(record, place).as_str().unwrap_or_default()
    }
}
