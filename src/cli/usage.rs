//! What the command line's parser refuses, as problems that can be told in any language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::domain::nearest::near;
use crate::lang::problem::UsageProblem;

/// A parser's refusal as a problem.
pub(super) fn problem(error: &Error, command: &Command, typed: &[OsString]) -> UsageProblem {
    let text = |kind| {
        error.get(kind).map(|value| match value {
            ContextValue::Strings(texts) => texts.join(" "),
            other => other.to_string(),
        })
    };
    let named = |kind| text(kind).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let command_typed = named(ContextKind::InvalidSubcommand);
            let names = command.get_subcommands().map(Command::get_name);
            let nearest = near(&command_typed, names).map(str::to_owned);
            UsageProblem::UnknownCommand { command: command_typed, nearest }
        }
        ErrorKind::UnknownArgument => {
            let argument = named(ContextKind::InvalidArg);
            if argument.starts_with('-') {
                UsageProblem::UnknownOption { option: argument, nearest: text(ContextKind::SuggestedArg) }
            } else {
                UsageProblem::UnexpectedArgument { argument }
            }
        }
        ErrorKind::MissingRequiredArgument => UsageProblem::MissingArgument {
            argument: named(ContextKind::InvalidArg),
            command: command_typed(command, typed),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (option, value) = (named(ContextKind::InvalidArg), named(ContextKind::InvalidValue));
            if value.is_empty() && error.kind() == ErrorKind::InvalidValue {
                UsageProblem::MissingValue { option }
            } else {
                let allowed = match error.get(ContextKind::ValidValue) {
                    Some(ContextValue::Strings(allowed)) => allowed.clone(),
                    _ => Vec::new(),
                };
                UsageProblem::WrongValue { option, value, allowed }
            }
        }
        ErrorKind::ArgumentConflict => {
            let (option, other) = (named(ContextKind::InvalidArg), named(ContextKind::PriorArg));
            if option == other {
                UsageProblem::Twice { option }
            } else {
                UsageProblem::Conflict { option, other }
            }
        }
        ErrorKind::InvalidUtf8 => UsageProblem::NotText,
        _ => UsageProblem::Other(error.to_string().lines().next().unwrap_or_default().to_owned()),
    }
}

/// The command meant by what was typed.
fn command_typed(command: &Command, typed: &[OsString]) -> String {
    let known = |word: &OsString| command.get_subcommands().map(Command::get_name).find(|name| word == name);
    typed.iter().skip(1).find_map(known).unwrap_or_default().to_owned()
}
