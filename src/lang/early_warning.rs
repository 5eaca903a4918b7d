//! The signals that a customer may be about to leave, in words.

use chrono::NaiveDate;

use super::Words;
use crate::domain::choice::Choice;
use crate::domain::early_warning::Signal;
use crate::domain::language::Language;

/// Every signal, in one line.
pub fn said(signals: &[(Signal, NaiveDate)], words: &Words, language: Language) -> String {
    let names: Vec<&str> = signals.iter().map(|(signal, _)| signal.name(language)).collect();
    names.join(&words.between_list())
}

/// Every signal with the day it began.
pub fn dated(signals: &[(Signal, NaiveDate)], words: &Words, language: Language) -> String {
    let told: Vec<String> = signals
        .iter()
        .map(|(signal, began)| format!("{} {}", signal.name(language), words.show_from(began)))
        .collect();
    told.join(&words.between_list())
}
