//! The command line: one file a command. Arguments in, one call, output out.

mod add;
mod arguments;
mod assess;
mod assignments;
mod brief;
mod complete;
mod configuration;
mod credit;
mod demo;
mod edit;
mod export;
mod fields;
mod filters;
mod folder;
mod help;
mod history;
mod import;
mod journal;
mod json;
mod keep;
mod keys;
mod limits;
mod list;
mod log;
mod manual;
mod moving;
mod output;
mod plan;
mod policies;
mod progress;
mod reading;
mod remove;
mod screen;
mod session;
mod settings;
mod sheet;
mod show;
mod table;
mod today;
mod usage;
mod values;

use std::ffi::OsString;
use std::io::ErrorKind;

use clap::error::ErrorKind as Refusal;
use clap::{Args, CommandFactory, FromArgMatches};

use crate::exchange::error::ExchangeError;
use crate::lang::errors::{Exit, describe};
use crate::lang::problem::Problem;
use crate::lang::{Words, words};
use arguments::{Arguments, Globals, PROGRAM};
use output::Output;
use session::Session;
use settings::{Environment, Settings};

pub use help::command_table;
pub use keys::key_table;
pub use policies::policy_text;

/// Runs the program with its arguments, the program's name first, and says how it ended.
///
/// Results go to standard output. What went wrong goes to standard error in one line and, where something
/// can be done about it, a hint. A reader that closes the pipe ends the program quietly.
pub fn run(arguments: Vec<OsString>) -> Exit {
    let arguments = help::asked_for_by_word(arguments);
    limits::report_too_large_files();
    let environment = Environment::of_the_process();
    let language = settings::language_for_usage(&arguments, &environment);
    let parsed = match understood(&arguments) {
        Ok(parsed) => parsed,
        Err(_) => {
            let mut line = help::localised(Arguments::command(), words(language));
            match understood_by(&mut line, &arguments) {
                Ok(parsed) => parsed,
                Err(refusal) => return refused(&refusal, &line, &arguments, words(language)),
            }
        }
    };
    match Settings::resolve(&parsed.globals, &environment) {
        Ok(settings) => {
            let mut session = Session::new(settings, Output::standard());
            let words = session.words();
            end(arguments::dispatch(parsed.command, &mut session), words)
        }
        Err(problem) => end(Err(problem), words(language)),
    }
}

/// The arguments as the command line has them. Help is hung on it only where something is to be said about them:
/// its words cost every start as much as all else that is done with arguments. Without a command, which opens the
/// screen, the commands need not be known either.
fn understood(arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    let globals = Globals::augment_args(clap::Command::new(PROGRAM)).allow_external_subcommands(true);
    match globals.try_get_matches_from(arguments) {
        Ok(matches) if matches.subcommand().is_none() => {
            Ok(Arguments { globals: Globals::from_arg_matches(&matches)?, command: None })
        }
        _ => understood_by(&mut Arguments::command(), arguments),
    }
}

fn understood_by(line: &mut clap::Command, arguments: &[OsString]) -> Result<Arguments, clap::Error> {
    let matches = line.try_get_matches_from_mut(arguments)?;
    Arguments::from_arg_matches(&matches)
}

/// Help and version where they are asked for; else what is wrong with the arguments.
fn refused(
    refusal: &clap::Error,
    line: &clap::Command,
    arguments: &[OsString],
    words: &'static Words,
) -> Exit {
    let result = match refusal.kind() {
        Refusal::DisplayHelp | Refusal::DisplayVersion => {
            Output::standard().text(&refusal.render().to_string()).map(|()| Exit::Done)
        }
        _ => Err(usage::problem(refusal, line, arguments).into()),
    };
    end(result, words)
}

fn end(result: Result<Exit, Problem>, words: &'static Words) -> Exit {
    match result {
        Ok(exit) => exit,
        Err(Problem::Output(reason) | Problem::Exchange(ExchangeError::Io(reason)))
            if reason.kind() == ErrorKind::BrokenPipe =>
        {
            Exit::Done
        }
        Err(problem) => {
            let message = describe(&problem, words);
            output::complain(&message);
            message.exit
        }
    }
}
