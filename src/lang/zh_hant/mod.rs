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

impl super::Words for Traditional {
    fn language(&self) -> crate::domain::language::Language {
        crate::domain::language::Language::Traditional
    }
}
