//! What can be written, one verb a file; all of it through the [`Door`](super::Door).

mod add;
mod as_read;
mod assess;
mod bin;
mod contact;
mod correct;
mod detail;
mod field;
mod next;
mod own_field;
mod person;
mod position;
mod reach;
mod saved_filter;
mod update;

pub(super) use add::{Making, card_fields, person_fields};
pub use as_read::{AsRead, Replaced};
pub(super) use field::{must_fit, retagged};
pub use own_field::Removal;
pub(super) use reach::{address_fields, email_fields, phone_fields};
mod visit;
