//! Traditional Chinese.

mod commands;
mod errors;
mod keys;
mod screen;
mod today;
mod views;

/// The words of Traditional Chinese.
#[derive(Debug)]
pub struct Traditional;
