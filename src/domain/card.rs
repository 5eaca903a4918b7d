//! The customer card: everything kept about one customer, as values.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::channel::Channel;
use super::contact::{Contact, NextAction};
use super::credit::Assessment;
use super::detail::Detail;
use super::id::{CardId, Uid};
use super::man::assertion::Assertion;
use super::party::{CustomerKind, Party};
use super::person::Person;
use super::position::{Move, Position};
use super::reach::{Address, EmailEntry, PhoneEntry};
use super::text::fold::fold;

/// Whether a card stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardState {
    /// In the list.
    Live,
    /// In the bin; `undo` or an edit brings it back.
    Binned,
    /// Came with an import that was taken back; seen by nobody, kept for `redo`.
    Withdrawn,
}

/// A customer card with its history, whole.
///
/// Everything derived (letters, class, due date, grade) is folded from it for a day, see
/// [`standing`](super::standing).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its row.
    pub id: CardId,
    /// Its identity in every file.
    pub uid: Uid,
    /// Raised by every write, for edits that cross.
    pub rev: i64,
    /// Whether it stands in the list.
    pub state: CardState,
    /// The user's own number for it, unique; empty when not given.
    pub code: String,
    /// The name; never empty.
    pub name: String,
    /// What people call it for short.
    pub short_name: String,
    /// The company an individual belongs to.
    pub company: String,
    /// Individual or organisation.
    pub party: Party,
    /// Its role in trade, when known.
    pub kind: Option<CustomerKind>,
    /// The position as last recorded; for a day see [`Standing`](super::standing::Standing).
    pub position: Position,
    /// How it became known to us.
    pub channel: Option<Channel>,
    /// The card that introduced it.
    pub introducer: Option<CardId>,
    /// Free words for sorting.
    pub tags: Vec<String>,
    /// Numbers of the card itself; people have their own.
    pub phones: Vec<PhoneEntry>,
    /// E-mail addresses of the card itself.
    pub emails: Vec<EmailEntry>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// People, those who left included.
    pub people: Vec<Person>,
    /// Records of repeating groups with parts of their own, in the order in which they were put on the card.
    pub details: Vec<Detail>,
    /// What is to be done next.
    pub next_action: Option<NextAction>,
    /// The day on which that was agreed upon, where it is known.
    pub agreed_on: Option<NaiveDate>,
    /// Contact history, newest first: by day, then by recording.
    pub contacts: Vec<Contact>,
    /// Assertions about M, A and N, oldest first: by day, then by recording.
    pub assertions: Vec<Assertion>,
    /// Position changes, oldest first.
    pub moves: Vec<Move>,
    /// Credit assessments, oldest first.
    pub assessments: Vec<Assessment>,
    /// All other fields of the catalogue and the user's own, by field key, in canonical text
    /// (see [`Field`](super::field::Field)); a key without value is absent.
    pub values: BTreeMap<String, Vec<String>>,
    /// The as-of date on which it was made.
    pub added_on: NaiveDate,
    /// When it was made: UTC, milliseconds since 1970.
    pub created_at: i64,
    /// When anything of it last changed: UTC, milliseconds since 1970.
    pub updated_at: i64,
}
impl Card {
    /// The person of the card meant by a name, or by a part of one that only one has.
    pub fn person_called(&self, name: &str) -> Option<&Person> {
        if let Some(same) = self.people.iter().find(|person| person.name == name) {
            return Some(same);
        }
        let part = fold(name);
        let mut matching = self.people.iter().filter(|person| fold(&person.name).contains(&part));
        match (matching.next(), matching.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }
}
