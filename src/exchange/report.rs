//! What an import came to.

use serde::{Serialize, Serializer};

use crate::domain::field::warning::Warning;
use crate::domain::field::{built_in, own_type};
use crate::domain::id::JournalId;

/// The key of the notes.
const NOTE: &str = "note";
/// What a column that is left out gives.
const LEFT_OUT: &str = "-";

/// What an import came to. Every row read is added, updated, skipped or rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// Rows of the file, without header and empty ones.
    pub read: u64,
    /// Rows that made a card.
    pub added: u64,
    /// Rows that changed a card that was there.
    pub updated: u64,
    /// Rows whose card was there and stays.
    pub skipped: u64,
    /// Rows that could not be brought in.
    pub rejected: u64,
    /// Rows with `update` that name another position than their card has, which stays: it changes by moves.
    pub positions_left: u64,
    /// Cards added in drift, since their rows name no position: no day names them until they are moved on.
    pub drift: u64,
    /// Values of added and changed cards that were taken though they look odd, by what is odd about them.
    pub odd: Vec<OddValues>,
    /// The encoding of the file: `utf-8`, `gb18030` …
    pub encoding: String,
    /// What separates its cells.
    pub delimiter: char,
    /// Headers of the file, and what each column gave.
    #[serde(serialize_with = "as_object")]
    pub mapping: Vec<(String, String)>,
    /// Fields of the user's own that were made for columns nothing else is known of, by name.
    pub own_fields: Vec<String>,
    /// The entry of the journal by which all of it can be taken back; `None` when nothing changed.
    #[serde(serialize_with = "as_number")]
    pub journal: Option<JournalId>,
}

/// Values with one thing odd about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OddValues {
    /// What is odd.
    pub warning: Warning,
    /// How many there are.
    pub count: u64,
    /// The first of them.
    pub first: Vec<OddValue>,
}

/// A value that looks odd.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OddValue {
    /// The line its row begins on, counted from 1.
    pub line: u64,
    /// The value as it stands in the file.
    pub value: String,
}

/// So many values with one thing odd about them are named.
const ODD_VALUES_NAMED: usize = 5;

impl ImportReport {
    /// Counts what is odd in the row that begins on a line.
    pub(super) fn note_odd(&mut self, line: u64, odd: Vec<(Warning, String)>) {
        for (warning, value) in odd {
            let place = match self.odd.iter().position(|known| known.warning == warning) {
                Some(place) => place,
                None => {
                    self.odd.push(OddValues { warning, count: 0, first: Vec::new() });
                    self.odd.len() - 1
                }
            };
            let values = &mut self.odd[place];
            values.count += 1;
            if values.first.len() < ODD_VALUES_NAMED {
                values.first.push(OddValue { line, value });
            }
        }
    }

    /// The names of the fields of the user's own that were made. Where the name means something else already, the key
    /// by which queries know the field stands behind it.
    pub fn own_named(&self) -> Vec<String> {
        let key_of = |name: &str| {
            let column = self.mapping.iter().find(|(header, _)| header.trim() == name);
            column.map(|(_, key)| key.as_str()).filter(|key| *key != own_type::slug(name))
        };
        let named = self.own_fields.iter().map(|name| match key_of(name) {
            Some(key) => format!("{name} ({key})"),
            None => name.clone(),
        });
        named.collect()
    }

    /// Whether a card took anything of the file.
    fn changed_cards(&self) -> bool {
        self.added + self.updated > 0
    }

    /// The columns that went to the notes.
    pub fn noted(&self) -> Vec<String> {
        if !self.changed_cards() {
            return Vec::new();
        }
        self.mapping.iter().filter(|(_, key)| key == NOTE).map(|(header, _)| header.clone()).collect()
    }
}

impl ImportReport {
    /// The columns that give a field of one value which a column before them gives already: another value goes
    /// to the notes.
    pub fn second(&self) -> Vec<String> {
        if !self.changed_cards() {
            return Vec::new();
        }
        let is_one = |key: &str| {
            built_in(key).is_none_or(|field| !field.kind.is_several() && !field.kind.is_records())
        };
        let before = |place: usize, key: &str| self.mapping[..place].iter().any(|(_, known)| known == key);
        let columns = self.mapping.iter().enumerate();
        let second = columns.filter(|(place, (_, key))| {
            key != NOTE && is_one(key) && !key.contains('.') && key != LEFT_OUT && before(*place, key)
        });
        second.map(|(_, (header, _))| header.clone()).collect()
    }
}

fn as_object<S: Serializer>(mapping: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(mapping.iter().map(|(header, key)| (header, key)))
}

#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn as_number<S: Serializer>(journal: &Option<JournalId>, serializer: S) -> Result<S::Ok, S::Error> {
    journal.map(|id| id.0).serialize(serializer)
}
