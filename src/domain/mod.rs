//! The rules: pure values and functions. No I/O, no clock, no SQL, no sentences.

pub mod agenda;
pub mod card;
pub mod channel;
pub mod choice;
pub mod contact;
pub mod credit;
pub mod detail;
pub mod draft;
pub mod email;
pub mod field;
pub mod field_parse;
pub mod field_text;
pub mod followup;
pub mod id;
pub mod language;
pub mod log_line;
pub mod man;
pub mod money;
pub mod nearest;
pub mod party;
pub mod person;
pub mod phone;
pub mod policy;
pub mod position;
pub mod query;
pub mod quick_add;
pub mod reach;
pub mod reason;
pub mod spec;
#[cfg(test)]
pub(crate) mod specimen;
pub mod standing;
pub mod text;
pub mod transition;
pub mod when;
