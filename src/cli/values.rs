//! Values typed on the command line: dates, terms of a closed list, `name=value` pairs.

use std::ffi::OsString;

use chrono::NaiveDate;
use clap::CommandFactory;

use super::arguments::Arguments;
use super::usage;
use crate::domain::choice::Choice;
use crate::domain::spec;
use crate::domain::when;
use crate::lang::problem::{Problem, UsageProblem};

/// A day as people type it, counted from the as-of date.
pub(super) fn day(text: &str, as_of: NaiveDate) -> Result<NaiveDate, UsageProblem> {
    when::day(text, as_of).map_err(|reason| UsageProblem::NoDate { value: text.to_owned(), reason })
}

/// A day on which something is to be done.
pub(super) fn day_to_come(text: &str, as_of: NaiveDate) -> Result<NaiveDate, Problem> {
    Ok(spec::to_come(day(text, as_of)?, as_of)?)
}

/// The day on which something took place: the as-of date when none is named, and never after it. A
/// date without its year is the last one there was.
pub(super) fn past_day(text: Option<&str>, as_of: NaiveDate) -> Result<NaiveDate, UsageProblem> {
    let Some(text) = text else { return Ok(as_of) };
    let on = when::day_gone(text, as_of)
        .map_err(|reason| UsageProblem::NoDate { value: text.to_owned(), reason })?;
    if on > as_of { Err(UsageProblem::FutureDate { on, as_of }) } else { Ok(on) }
}

/// A term of a closed list: its code, its name in any language, or another word for it.
pub(super) fn choice<T: Choice>(argument: &str, text: &str) -> Result<T, UsageProblem> {
    T::from_word(text).ok_or_else(|| UsageProblem::WrongValue {
        option: argument.to_owned(),
        value: text.to_owned(),
        allowed: codes::<T>(),
    })
}

/// All codes of a closed list.
pub(super) fn codes<T: Choice>() -> Vec<String> {
    T::ALL.iter().map(|choice| choice.code().to_owned()).collect()
}

/// Refuses a line or query that begins like a long option: it is a slip far more often than a text.
pub(super) fn no_option(command: &str, text: &str) -> Result<(), UsageProblem> {
    if text.starts_with("--") {
        let mut line = Arguments::command();
        line.build();
        let options = usage::options(&line, &[OsString::new(), command.into()]);
        if options.iter().any(|option| option == text) {
            // It stands behind the `--` that ends the options.
            let nearest = Some(format!("{command} {text}"));
            return Err(UsageProblem::UnknownOption { option: text.to_owned(), nearest });
        }
        return Err(usage::unknown_option(text, &options));
    }
    Ok(())
}

/// The two sides of `name=value`.
pub(super) fn pair<'text>(
    argument: &str,
    text: &'text str,
) -> Result<(&'text str, &'text str), UsageProblem> {
    text.split_once(['=', '＝']).map(|(name, value)| (name.trim(), value.trim())).ok_or_else(|| {
        UsageProblem::WrongValue { option: argument.to_owned(), value: text.to_owned(), allowed: Vec::new() }
    })
}
