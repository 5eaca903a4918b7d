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

impl super::Words for Simplified {
    fn language(&self) -> crate::domain::language::Language {
        crate::domain::language::Language::Simplified
    }
}
