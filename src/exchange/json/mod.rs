//! JSON: one card, one object, one line.

pub mod card;
mod details;
mod history;
pub mod referrals;
mod written;
