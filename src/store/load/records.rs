//! Records ready to be made.

use std::ops::Range;

use rusqlite::types::ValueRef;

use crate::store::cell::Given;
use crate::store::table::{RecordKind, table};

/// Records ready to be made, of any tables: every parameter of their rows but the rows' numbers, in the order of
/// their tables, with what is computed from them.
///
/// They stand one after the other in one piece: many records are made at a time, and asking for memory for each
/// text takes longer than copying it. A parameter is a byte that says what it is, and what it is made of.
#[derive(Debug, Clone)]
pub(in crate::store) struct Records {
    bytes: Vec<u8>,
    /// Where each parameter begins, and where the last one ends. Those of one card are never as long as four bytes
    /// can count: SQLite takes no such row.
    starts: Vec<u32>,
}

/// Where one of them stands.
#[derive(Debug, Clone)]
pub(in crate::store) struct Record {
    cells: Range<usize>,
}

/// What a parameter is, as its first byte says.
mod kind {
    pub(super) const NULL: u8 = 0;
    pub(super) const INTEGER: u8 = 1;
    pub(super) const REAL: u8 = 2;
    pub(super) const TEXT: u8 = 3;
    pub(super) const BLOB: u8 = 4;
}

impl Default for Records {
    /// None yet, with space for those of a usual card.
    fn default() -> Records {
        let mut starts = Vec::with_capacity(USUAL_CELLS);
        starts.push(0);
        Records { bytes: Vec::with_capacity(USUAL_BYTES), starts }
    }
}

/// What the records of a usual card take.
const USUAL_BYTES: usize = 768;
const USUAL_CELLS: usize = 96;

impl Records {
    /// Whether they take little more than those of a usual card do: kept for others, the memory of some long ones
    /// would in time become that of all.
    pub(in crate::store) fn is_usual(&self) -> bool {
        const TIMES: usize = 2;
        self.bytes.capacity() <= TIMES * USUAL_BYTES && self.starts.capacity() <= TIMES * USUAL_CELLS
    }

    /// Leaves none, and keeps the space.
    pub(in crate::store) fn clear(&mut self) {
        self.bytes.clear();
        self.starts.truncate(1);
    }

    /// Adds one of the same fields as [`record::insert`] takes, all of them and in the order of the table. That it is
    /// this order is not looked at for every row of a list, only while the program is tested.
    pub(in crate::store) fn add<'text>(
        &mut self,
        kind: RecordKind,
        fields: impl IntoIterator<Item = (&'static str, Given<'text>)>,
    ) -> Record {
        let first = self.count();
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
        Record { cells: first..self.count() }
    }

    /// Adds one by its parameters.
    pub(in crate::store) fn add_cells<'cell>(
        &mut self,
        cells: impl IntoIterator<Item = ValueRef<'cell>>,
    ) -> Record {
        let first = self.count();
        cells.into_iter().for_each(|cell| self.push(cell));
        Record { cells: first..self.count() }
    }

    /// Parameters of all of them.
    fn count(&self) -> usize {
        self.starts.len() - 1
    }

    fn push(&mut self, value: ValueRef<'_>) {
        let number;
        let (kind, bytes): (u8, &[u8]) = match value {
            ValueRef::Null => (kind::NULL, &[]),
            ValueRef::Integer(value) => {
                number = value.to_le_bytes();
                (kind::INTEGER, &number)
            }
            ValueRef::Real(value) => {
                number = value.to_le_bytes();
                (kind::REAL, &number)
            }
            ValueRef::Text(text) => (kind::TEXT, text),
            ValueRef::Blob(bytes) => (kind::BLOB, bytes),
        };
        self.bytes.push(kind);
        self.bytes.extend_from_slice(bytes);
        self.starts.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// How many parameters one has.
    pub(in crate::store) fn width(&self, record: &Record) -> usize {
        record.cells.len()
    }

    /// A parameter of one, counted from 0 in the order of its table.
    pub(in crate::store) fn value(&self, record: &Record, place: usize) -> ValueRef<'_> {
        let place = record.cells.start + place;
        let Some((kind, bytes)) = self.bytes_of(place..place + 1).split_first() else {
            return ValueRef::Null;
        };
        let number = || bytes.try_into().unwrap_or_default();
        match *kind {
            kind::INTEGER => ValueRef::Integer(i64::from_le_bytes(number())),
            kind::REAL => ValueRef::Real(f64::from_le_bytes(number())),
            kind::TEXT => ValueRef::Text(bytes),
            kind::BLOB => ValueRef::Blob(bytes),
            _ => ValueRef::Null,
        }
    }

    fn bytes_of(&self, cells: Range<usize>) -> &[u8] {
        let start = |cell: usize| self.starts[cell] as usize;
        self.bytes.get(start(cells.start)..start(cells.end)).unwrap_or_default()
    }

    /// Whether one has the same parameters at some places as one of others, counted likewise.
    pub(in crate::store) fn agree(
        &self,
        record: &Record,
        others: &Records,
        other: &Record,
        places: Range<usize>,
    ) -> bool {
        let of = |record: &Record| record.cells.start + places.start..record.cells.start + places.end;
        let (ours, theirs) = (of(record), of(other));
        if self.bytes_of(ours.clone()) != others.bytes_of(theirs.clone()) {
            return false;
        }
        // Equal bytes are equal parameters where they are cut alike.
        let (first, other_first) = (self.starts[ours.start], others.starts[theirs.start]);
        let cuts = self.starts[ours].iter().zip(&others.starts[theirs]);
        cuts.fold(true, |all, (cut, other)| all & (cut - first == other - other_first))
    }

    /// A parameter that is a text, counted from 0.
    pub(in crate::store) fn text(&self, record: &Record, place: usize) -> &str {
        self.value(record, place).as_str().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rusqlite::types::Value;

    fn values() -> impl Strategy<Value = Vec<Value>> {
        let value = prop_oneof![
            Just(Value::Null),
            (0_i64..3).prop_map(Value::Integer),
            Just(Value::Real(1.5)),
            "[a\u{1}\u{3}]{0,2}".prop_map(Value::Text),
            "[a\u{1}\u{3}]{0,2}".prop_map(|text| Value::Blob(text.into_bytes())),
        ];
        prop::collection::vec(value, 4)
    }

    proptest! {
        #[test]
        fn records_hold_what_they_were_given_and_tell_where_they_agree(
            before in values(), one in values(), other in values(), start in 0_usize..5, length in 0_usize..5,
        ) {
            let (mut ours, mut theirs) = (Records::default(), Records::default());
            ours.add_cells(before.iter().map(ValueRef::from));
            let our = ours.add_cells(one.iter().map(ValueRef::from));
            let their = theirs.add_cells(other.iter().map(ValueRef::from));
            for (place, value) in one.iter().enumerate() {
                prop_assert_eq!(ours.value(&our, place), ValueRef::from(value));
            }
            let places = start.min(4)..(start + length).min(4);
            prop_assert_eq!(ours.agree(&our, &theirs, &their, places.clone()), one[places.clone()] == other[places]);
        }
    }
}
