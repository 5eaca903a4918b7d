//! What is wrong with what a person typed into a field or a query, in words.

use super::{Exit, Message};
use crate::domain::field_parse::FieldError;
use crate::domain::phone::PhoneError;
use crate::domain::query::{FilterError, QueryError};
use crate::domain::spec::SpecError;
use crate::domain::when::WhenError;
use crate::lang::Words;

/// Why a text is no value of a field; `field` is its name or key.
pub(super) fn field(field: &str, value: &str, error: &FieldError, words: &Words) -> Message {
    let wrong = |line| Message::new(Exit::Usage, line);
    match error {
        FieldError::Empty => wrong(words.error_field_empty(&field)),
        FieldError::NotANumber => wrong(words.error_no_number(&field, &value)),
        FieldError::NotADay(reason) => wrong(day(value, *reason, words)).hint(words.hint_date()),
        FieldError::Future(on) => wrong(words.error_future_fact(on)),
        FieldError::UnknownChoice { nearest, allowed } => {
            wrong(words.error_wrong_value(&field, &value)).hint(meant(nearest.as_deref(), allowed, words))
        }
        FieldError::OutOfRange { least, most } => wrong(words.error_out_of_range(&field, least, most)),
        FieldError::NotAPercentage => wrong(words.error_no_percentage(&field, &value)),
        FieldError::NotAnAmount => wrong(words.error_no_amount(&field, &value)).hint(words.move_no_amount()),
        FieldError::NotACard => wrong(words.error_no_card_number(&value)),
        FieldError::NotText => wrong(words.error_field_by_command(&field)),
    }
}

/// Why a query cannot be read.
pub(super) fn query(error: &QueryError, words: &Words) -> Message {
    let wrong = |line| Message::new(Exit::Usage, line);
    match error {
        QueryError::UnknownField { field, nearest } => {
            wrong(words.error_unknown_field(field)).hint(words.hint_did_you_mean(&format!("{nearest}:")))
        }
        QueryError::MissingValue { field } => wrong(words.error_query_no_value(field)),
        QueryError::UnknownValue { field, value, nearest, allowed } => {
            let hint = meant(nearest.as_deref(), allowed, words);
            wrong(words.error_wrong_value(&format!("{field}:"), value)).hint(hint)
        }
        QueryError::WrongDay { value, reason, .. } => {
            wrong(day(value, *reason, words)).hint(words.hint_date())
        }
        QueryError::WrongNumber { field, value } => wrong(words.error_no_number(field, value)),
        QueryError::WrongLetters { value } => {
            wrong(words.error_wrong_letters(value)).hint(words.hint_letters())
        }
        QueryError::OpenQuote => wrong(words.error_open_quote()),
        QueryError::LooseOr => wrong(words.error_loose_or()),
        QueryError::ScopeInOr => wrong(words.error_scope_in_or()),
        QueryError::FilterCircle { name } => wrong(words.error_filter_circle(name)),
        QueryError::TooManyTerms { most } => wrong(words.error_too_many_terms(most)),
    }
}

/// Why a query cannot be kept under a name.
pub(super) fn filter(error: &FilterError, words: &Words) -> Message {
    let wrong = |line| Message::new(Exit::Usage, line);
    match error {
        FilterError::Name { name } => wrong(words.error_filter_name(name)).hint(words.hint_filter_name()),
        FilterError::Empty => wrong(words.error_filter_empty()),
        FilterError::Query(error) => query(error, words),
    }
}

/// Why an argument in one of the small languages (person, phone, address, next action …) cannot be read.
pub(super) fn spec(error: &SpecError, words: &Words) -> Message {
    let wrong = |line| Message::new(Exit::Usage, line);
    match error {
        SpecError::NoName => wrong(words.error_empty_name()).hint(words.hint_begin_with_name()),
        SpecError::Empty { part } => wrong(words.error_field_empty(part)),
        SpecError::UnknownPart { part, nearest } => {
            wrong(words.error_unknown_part(part)).hint(words.hint_did_you_mean(nearest))
        }
        SpecError::UnknownValue { part, value, nearest, allowed } => {
            wrong(words.error_wrong_value(part, value)).hint(meant(*nearest, allowed, words))
        }
        SpecError::WrongDay { value, reason, .. } => {
            wrong(day(value, *reason, words)).hint(words.hint_any_day())
        }
        SpecError::PastDay { on, as_of } => wrong(words.error_past_date(on, as_of)),
        SpecError::EndBeforeStart { from, to } => wrong(words.error_end_before_start(from, to)),
        SpecError::WrongPhone { value, reason: PhoneError::NoDigits } => wrong(words.error_no_phone(value)),
        SpecError::WrongPhone { value, reason: PhoneError::Scientific } => {
            wrong(words.error_scientific_phone(value))
        }
        SpecError::WrongNumber { part, value } => wrong(words.error_no_number(part, value)),
        SpecError::WrongPart { part, value, error } => field(part, value, error, words),
        SpecError::NoAssignment { text } => {
            wrong(words.error_no_assignment(text)).hint(words.hint_assignment())
        }
    }
}

/// The code probably meant, else all there are.
fn meant<T: AsRef<str>>(nearest: Option<&str>, allowed: &[T], words: &Words) -> String {
    nearest.map_or_else(
        || words.hint_one_of(&allowed.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")),
        |nearest| words.hint_did_you_mean(&nearest),
    )
}

/// Why a text is no day.
pub(super) fn day(value: &str, reason: WhenError, words: &Words) -> String {
    match reason {
        WhenError::Unreadable => words.error_no_date(&value),
        WhenError::NoSuchDay => words.error_no_such_day(&value),
    }
}
