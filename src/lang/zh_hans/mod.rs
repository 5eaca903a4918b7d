//! Simplified Chinese.

mod commands;
mod errors;
mod keys;
mod screen;
mod today;
mod views;

/// The words of Simplified Chinese.
#[derive(Debug)]
pub struct Simplified;
