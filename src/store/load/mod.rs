//! Many new cards at once: everything that needs no card file is worked out beforehand, on any thread, and
//! the storing thread only binds it.

mod indexes;
mod known;
mod ready;
mod records;
mod rows;

pub(super) use known::{Keys, Known};
pub use ready::{Preparer, Ready};
pub(super) use rows::Rows;
