//! Help texts: each command file says which words explain it and its arguments; here they are hung on.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory};
use unicode_width::UnicodeWidthStr;

use super::arguments::Arguments;
use super::{add, edit, export, import, keys};
use super::{assess, brief, list, log, moving, plan, remove, show, today};
use super::{complete, demo, fields, filters, history, journal, manual};
use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::domain::query::QueryField;
use crate::lang::{Words, query_help};

/// A sentence of the catalogue.
pub(super) type Sentence = fn(&Words) -> String;

/// The words that explain a command.
pub(super) struct Help {
    /// The command's name.
    pub(super) command: &'static str,
    /// Hangs its arguments on it. Of the commands that were not called, they are known only where help wants them.
    pub(super) takes: fn(Command) -> Command,
    /// What it does.
    pub(super) about: Sentence,
    /// What each argument is, by the argument's id.
    pub(super) arguments: &'static [(&'static str, Sentence)],
}

const COMMANDS: &[&Help] = &[
    &add::HELP,
    &edit::HELP,
    &remove::HELP,
    &moving::HELP,
    &log::HELP,
    &assess::HELP,
    &list::HELP,
    &show::HELP,
    &brief::HELP,
    &today::HELP,
    &plan::HELP,
    &import::HELP,
    &export::HELP,
    &history::UNDO,
    &history::REDO,
    &journal::HELP,
    &demo::HELP,
    &keys::HELP,
    &fields::HELP,
    &filters::HELP,
    &complete::HELP,
    &manual::HELP,
];

const GLOBALS: &[(&str, Sentence)] = &[
    ("file", |words| words.help_file()),
    ("lang", |words| words.help_lang(&Language::tags())),
    ("as_of", |words| words.help_as_of()),
    ("passphrase_file", |words| words.help_passphrase_file()),
    ("config", |words| words.help_config()),
];

/// The command line with its help in a language.
pub(super) fn localised(command: Command, words: &Words) -> Command {
    let root = command
        .about(words.help_program())
        .help_template("{about}\n\n{usage}\n\n{all-args}\n")
        .override_usage(words.help_usage_program())
        .subcommand_help_heading(words.heading_commands())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag(words))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(words.help_version()),
        );
    let root = explained(root, &[], words);
    COMMANDS.iter().fold(root, |root, help| {
        root.mut_subcommand(help.command, |command| {
            let command = (help.takes)(command.defer(|command| command))
                .about((help.about)(words))
                .help_template(format!(
                    "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
                    words.heading_usage()
                ))
                .disable_help_flag(true)
                .arg(help_flag(words));
            let command = explained(command, help.arguments, words);
            let asks = command.get_arguments().any(|argument| argument.get_id() == QUERY);
            if asks { command.after_help(query_forms(words)) } else { command }
        })
    })
}

/// The argument that is a query.
const QUERY: &str = "query";
/// Columns of a form of query before what it finds.
const FORM_COLUMNS: usize = 18;

/// Fields of a query that stand side by side.
const FIELDS_IN_A_LINE: usize = 10;

/// What can be typed into a query, under the arguments of a command that takes one.
fn query_forms(words: &Words) -> String {
    let line = |(form, found): (String, String)| {
        let gap = " ".repeat(FORM_COLUMNS.saturating_sub(form.width()));
        format!("  {form}{gap}{found}")
    };
    let lines = query_help::lines(words).into_iter().map(line);
    let codes: Vec<&str> = QueryField::ALL.iter().map(|field| field.code()).collect();
    let codes = codes.chunks(FIELDS_IN_A_LINE).map(|codes| format!("  {}", codes.join(" ")));
    [words.heading_query().to_owned()]
        .into_iter()
        .chain(lines)
        .chain([String::new(), words.heading_query_fields().to_owned()])
        .chain(codes)
        .collect::<Vec<_>>()
        .join("\n")
}

fn help_flag(words: &Words) -> Arg {
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(words.help_help())
}

fn explained(command: Command, arguments: &[(&str, Sentence)], words: &Words) -> Command {
    command.mut_args(|argument| {
        let heading = if argument.is_positional() {
            words.heading_arguments()
        } else if GLOBALS.iter().any(|(id, _)| argument.get_id() == id) {
            words.heading_global_options()
        } else {
            words.heading_options()
        };
        let sentence = GLOBALS.iter().chain(arguments).find(|(id, _)| argument.get_id() == id);
        let argument = argument.help_heading(heading);
        match sentence {
            Some((_, sentence)) => argument.help(sentence(words)),
            None => argument,
        }
    })
}

/// Every command with its usage and what it does, for the README and other overviews.
pub fn command_table(words: &Words) -> Vec<(String, String)> {
    let mut root = localised(Arguments::command(), words);
    root.build();
    root.get_subcommands_mut()
        .map(|command| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            (usage_line(command), about)
        })
        .collect()
}

/// What is typed after the program's name: the command, its arguments, its own options.
fn usage_line(command: &Command) -> String {
    let own = |argument: &&Arg| !argument.is_global_set() && argument.get_id() != "help";
    let positional = command.get_positionals().map(ToString::to_string);
    let options = command.get_opts().chain(
        command
            .get_arguments()
            .filter(|argument| !argument.is_positional() && !argument.get_action().takes_values()),
    );
    let options = options.filter(own).map(|argument| format!("[{}]", option_name(argument)));
    std::iter::once(command.get_name().to_owned())
        .chain(positional)
        .chain(options)
        .collect::<Vec<_>>()
        .join(" ")
}

fn option_name(argument: &Arg) -> String {
    let name = argument.get_long().unwrap_or_default();
    match argument.get_value_names() {
        Some([value, ..]) if argument.get_action().takes_values() => format!("--{name} {value}"),
        _ => format!("--{name}"),
    }
}

/// `help` and `help COMMAND`, as other programs take them, said as `--help` and `COMMAND --help`.
pub(super) fn asked_for_by_word(mut arguments: Vec<OsString>) -> Vec<OsString> {
    const WORD: &str = "help";
    let is_option = |text: &OsString| text.to_string_lossy().starts_with("--");
    let takes_a_value = |text: &OsString| {
        let text = text.to_string_lossy();
        GLOBALS.iter().any(|(option, _)| text.strip_prefix("--") == Some(&option.replace('_', "-")))
    };
    let mut place = 1;
    while let Some(argument) = arguments.get(place).filter(|argument| is_option(argument)) {
        place += if takes_a_value(argument) { 2 } else { 1 };
    }
    if arguments.get(place).is_some_and(|argument| argument == WORD) {
        arguments.remove(place);
        arguments.push("--help".into());
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::words;

    #[test]
    fn every_command_and_argument_is_explained_in_every_language() {
        for language in Language::ALL {
            let mut root = localised(Arguments::command(), words(*language));
            root.build();
            for command in root.get_subcommands() {
                assert!(command.get_about().is_some(), "{}", command.get_name());
                for argument in command.get_arguments() {
                    assert!(argument.get_help().is_some(), "{} {}", command.get_name(), argument.get_id());
                }
            }
        }
    }

    /// The parser would take one for the other without a word.
    #[test]
    fn no_argument_has_the_name_of_a_global_option() {
        let root = localised(Arguments::command(), words(Language::English));
        for command in root.get_subcommands() {
            for argument in command.get_arguments() {
                let clashes = GLOBALS.iter().any(|(id, _)| argument.get_id() == id);
                assert!(!clashes, "{} {}", command.get_name(), argument.get_id());
            }
        }
    }

    #[test]
    fn no_words_are_left_over_for_arguments_that_are_gone() {
        let root = localised(Arguments::command(), words(Language::English));
        for help in COMMANDS {
            let command = root.find_subcommand(help.command).unwrap();
            for (id, _) in help.arguments {
                assert!(
                    command.get_arguments().any(|argument| argument.get_id() == id),
                    "{} {id}",
                    help.command
                );
            }
        }
    }
}
