//! Phones and e-mail addresses in cells, with the kinds that columns and labels give them.

use std::collections::BTreeMap;

use super::cell::{entries, parts, unescaped};
use crate::domain::choice::Choice;
use crate::domain::draft::{NewEmail, NewPhone};
use crate::domain::phone::{self, PhoneCheck, PhoneError};
use crate::domain::reach::{EmailKind, PhoneKind};

/// Why a piece of a phone cell is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPhone {
    /// A spreadsheet has shortened it.
    Damaged(String),
    /// It is some other text.
    Text(String),
}

/// Shortest number that may stand in a list of several, in digits: shorter ones are extensions.
const SHORTEST_IN_LIST: usize = 7;

/// The numbers of a cell. Each may begin with its kind (`mobile:138…`); else it has the column's, else it is
/// a mobile number when it looks like one, else one at work.
pub fn phones(kind: Option<PhoneKind>, cell: &str) -> Vec<Result<NewPhone, NoPhone>> {
    let pieces = entries(cell).flat_map(|entry| {
        let pieces = parts(entry, |sign| matches!(sign, ';' | '；' | ',' | '，' | '、' | '/' | '\n'));
        let all_whole = pieces.iter().all(|piece| phone::digits(piece).len() >= SHORTEST_IN_LIST);
        if all_whole { pieces } else { vec![entry] }
    });
    pieces.map(|piece| one_phone(kind, piece)).collect()
}

fn one_phone(column: Option<PhoneKind>, piece: &str) -> Result<NewPhone, NoPhone> {
    let (said, number) = with_kind::<PhoneKind>(piece);
    let number = unescaped(number);
    match phone::read(&number) {
        Err(PhoneError::Scientific) => Err(NoPhone::Damaged(number)),
        Err(PhoneError::NoDigits) => Err(NoPhone::Text(number)),
        Ok(read) => {
            let by_form = if read.check == PhoneCheck::Good { PhoneKind::Mobile } else { PhoneKind::Work };
            Ok(NewPhone { kind: said.or(column).unwrap_or(by_form), number })
        }
    }
}

/// The addresses of a cell, as [`phones`]; what is no address comes back as text. Outlook's `/o=…` names
/// of mailboxes inside a company reach nobody from outside and are dropped.
pub fn emails(kind: Option<EmailKind>, cell: &str) -> Vec<Result<NewEmail, String>> {
    let pieces = entries(cell)
        .flat_map(|entry| parts(entry, |sign| matches!(sign, ';' | '；' | ',' | '，' | '、' | ' ' | '\n')));
    let reachable = pieces.filter(|piece| !piece.to_ascii_lowercase().starts_with("/o="));
    reachable.map(|piece| one_email(kind, piece)).collect()
}

fn one_email(column: Option<EmailKind>, piece: &str) -> Result<NewEmail, String> {
    let (said, address) = with_kind::<EmailKind>(piece);
    let address = unescaped(address.trim_matches(['<', '>']));
    match address.split_once('@') {
        Some((user, domain)) if !user.is_empty() && !domain.is_empty() && !domain.contains('@') => {
            Ok(NewEmail { kind: said.or(column).unwrap_or(EmailKind::Work), address })
        }
        _ => Err(address),
    }
}

fn with_kind<T: Choice>(piece: &str) -> (Option<T>, &str) {
    let said = piece.split_once(':').and_then(|(word, rest)| T::from_word(word).map(|kind| (kind, rest)));
    said.map_or((None, piece), |(kind, rest)| (Some(kind), rest.trim()))
}

/// Columns that come in twos: a label, and the values it is for.
#[derive(Debug, Default)]
pub struct Labelled(BTreeMap<u8, LabelledCell>);

#[derive(Debug, Default)]
struct LabelledCell {
    label: String,
    header: String,
    value: String,
}

impl Labelled {
    /// The label with this number.
    pub fn label(&mut self, number: u8, label: &str) {
        self.0.entry(number).or_default().label = label.to_owned();
    }

    /// The values with this number. Values that follow earlier ones (`phone 2`, twice) are joined to them.
    pub fn value(&mut self, number: u8, header: &str, value: &str) {
        let cell = self.0.entry(number).or_default();
        header.clone_into(&mut cell.header);
        if !cell.value.is_empty() {
            cell.value.push_str(super::cell::ENTRY_JOINT);
        }
        cell.value.push_str(value);
    }

    /// Kind, header and cell of each. A label that names no kind gives none.
    pub fn read<T: Choice>(self) -> Vec<(Option<T>, String, String)> {
        let cells = self.0.into_values().filter(|cell| !cell.value.is_empty());
        cells.map(|cell| (kind_of_label(&cell.label), cell.header, cell.value)).collect()
    }
}

/// Google marks the first of several with `* `.
pub(super) fn kind_of_label<T: Choice>(label: &str) -> Option<T> {
    let word = label.trim().trim_start_matches("* ");
    let fax = word.to_lowercase().ends_with("fax").then(|| T::from_word("fax")).flatten();
    fax.or_else(|| T::from_word(word))
}
