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
            let options_known = options(command, typed);
            if argument.starts_with('-') && is_one_of(&options_known, &argument) {
                // An option of the command, typed before it.
                let behind = format!("{} {argument}", command_typed(command, typed));
                UsageProblem::UnknownOption { option: argument, nearest: Some(behind) }
            } else if argument.starts_with('-') {
                unknown_option(&argument, &options_known)
            } else {
                // A query or line takes what begins with a hyphen, so a mistyped option may have come in
                // before.
                let words = typed.iter().map(|word| word.to_string_lossy());
                match words
                    .filter(|word| word.starts_with("--"))
                    .find(|word| !is_one_of(&options_known, word))
                {
                    Some(option) => unknown_option(&option, &options_known),
                    None => UsageProblem::UnexpectedArgument { argument },
                }
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
                // `--limit <N>` is `--limit`, and `[N]` is N.
                let name = option.split(' ').next().unwrap_or(&option).trim_matches(['[', ']', '<', '>']);
                match error.kind() {
                    ErrorKind::ValueValidation => UsageProblem::NoCount { option: name.to_owned(), value },
                    _ => UsageProblem::WrongValue { option: name.to_owned(), value, allowed },
                }
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

/// An option that is none of these, with the one that looks most like it.
pub(super) fn unknown_option(option: &str, options: &[String]) -> UsageProblem {
    let name = option.split('=').next().unwrap_or(option);
    let nearest = near(name, options.iter().map(String::as_str)).map(str::to_owned);
    UsageProblem::UnknownOption { option: option.to_owned(), nearest }
}

fn is_one_of(options: &[String], word: &str) -> bool {
    word == "--" || options.iter().any(|option| word.split('=').next() == Some(option))
}

/// The options of the command typed, and those of every command.
pub(super) fn options(command: &Command, typed: &[OsString]) -> Vec<String> {
    let used = command.find_subcommand(command_typed(command, typed));
    let arguments = used.into_iter().chain([command]).flat_map(Command::get_arguments);
    arguments.filter_map(|argument| argument.get_long()).map(|name| format!("--{name}")).collect()
}

/// The command meant by what was typed.
fn command_typed(command: &Command, typed: &[OsString]) -> String {
    let known = |word: &OsString| command.get_subcommands().map(Command::get_name).find(|name| word == name);
    typed.iter().skip(1).find_map(known).unwrap_or_default().to_owned()
}
