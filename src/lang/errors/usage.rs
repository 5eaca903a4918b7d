//! What is wrong with the command line or the configuration, in words.

use super::{Exit, Message, system, typed};
use crate::domain::language::Language;
use crate::lang::Words;
use crate::lang::problem::{ConfigurationProblem, UsageProblem, Wanted};

pub(super) fn describe(problem: &UsageProblem, words: &Words) -> Message {
    let wrong = |line| Message::new(Exit::Usage, line);
    match problem {
        UsageProblem::UnknownOption { option, nearest } => wrong(words.error_unknown_option(option))
            .hint(nearest.as_ref().map(|nearest| words.hint_did_you_mean(nearest))),
        UsageProblem::UnknownCommand { command, nearest } => wrong(words.error_unknown_command(command))
            .hint(
                nearest
                    .as_ref()
                    .map_or_else(|| words.hint_list_commands(), |nearest| words.hint_did_you_mean(nearest)),
            ),
        UsageProblem::UnexpectedArgument { argument } => {
            wrong(words.error_unexpected_argument(argument)).hint(words.hint_quote())
        }
        UsageProblem::MissingArgument { argument, command } => {
            wrong(words.error_missing_argument(argument)).hint(words.hint_command_help(command))
        }
        UsageProblem::MissingValue { option } => wrong(words.error_missing_value(option)),
        UsageProblem::WrongValue { option, value, allowed } => wrong(words.error_wrong_value(option, value))
            .hint((!allowed.is_empty()).then(|| words.hint_one_of(&allowed.join(", ")))),
        UsageProblem::NoCount { option, value } => {
            wrong(words.error_wrong_value(option, value)).hint(words.hint_whole_number())
        }
        UsageProblem::NoAmount { option, value } => {
            wrong(words.error_wrong_value(option, value)).hint(words.move_no_amount())
        }
        UsageProblem::Conflict { option, other } => wrong(words.error_conflict(option, other)),
        UsageProblem::Twice { option } => wrong(words.error_twice(option)),
        UsageProblem::NotText => wrong(words.error_not_text()),
        UsageProblem::NoDate { value, reason } => {
            wrong(typed::day(value, *reason, words)).hint(words.hint_date())
        }
        UsageProblem::FutureDate { on, as_of } => wrong(words.error_future_date(on, as_of)),
        UsageProblem::UnknownField { field, nearest } => {
            wrong(words.error_unknown_field(field)).hint(words.hint_did_you_mean(nearest))
        }
        UsageProblem::SwitchedOff { field, sensitive } => {
            wrong(words.error_switched_off(field)).hint(words.hint_switch_on(sensitive))
        }
        UsageProblem::TooFew { option, value, least } => {
            wrong(words.error_wrong_value(option, value)).hint(words.hint_at_least(least))
        }
        UsageProblem::EmptyLine => wrong(words.error_empty_line()).hint(words.hint_log_line()),
        UsageProblem::NotAList { field } => wrong(words.error_not_a_list(field)),
        UsageProblem::NoLanguage { value } => {
            wrong(words.error_no_language(value)).hint(words.hint_one_of(&Language::tags()))
        }
        UsageProblem::Other(line) => wrong(line.clone()),
    }
}

pub(super) fn of_configuration(problem: &ConfigurationProblem, words: &Words) -> Message {
    let failed = |line| Message::new(Exit::Failed, line);
    match problem {
        ConfigurationProblem::Unreadable { path, reason } => {
            failed(words.error_file(&path.display(), &system::reason(reason, words)))
        }
        ConfigurationProblem::Malformed { path, line, found } => {
            failed(words.error_configuration(&path.display(), line, found))
                .hint(words.hint_configuration_form())
        }
        ConfigurationProblem::WrongValue { path, line, key, value, wanted } => {
            failed(words.error_configuration_value(&path.display(), line, key, value))
                .hint(what_is_wanted(key, wanted, words))
        }
        ConfigurationProblem::MissingKey { path, line, key } => {
            failed(words.error_configuration_missing(&path.display(), line, key))
                .hint(words.hint_configuration_own_table())
        }
        ConfigurationProblem::Unwritable { path, reason } => {
            failed(words.error_configuration_unwritten(&path.display(), &system::reason(reason, words)))
        }
        ConfigurationProblem::UnknownKey { path, line, key, nearest } => {
            failed(words.error_configuration_key(&path.display(), line, key))
                .hint(words.hint_did_you_mean(nearest))
        }
    }
}

/// What a key of the configuration takes.
fn what_is_wanted(key: &str, wanted: &Wanted, words: &Words) -> String {
    match wanted {
        Wanted::OneOf(known) => words.hint_one_of(known),
        Wanted::Text => words.hint_configuration_text(),
        Wanted::Number => words.hint_configuration_number(&u32::MAX),
        Wanted::Numbers(count) => words.hint_configuration_numbers(count),
        Wanted::List => words.hint_configuration_list(),
        Wanted::Table => words.hint_configuration_table(&key),
        Wanted::WordOrTable => words.hint_configuration_word_or_table(&key),
        Wanted::NameOfItsOwn => words.hint_configuration_name(),
    }
}
