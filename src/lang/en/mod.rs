//! English, the reference catalogue.

pub(super) mod commands;
pub(super) mod errors;
pub(super) mod keys;
pub(super) mod screen;
pub(super) mod today;
pub(super) mod views;

/// The words of English.
#[derive(Debug)]
pub struct English;
