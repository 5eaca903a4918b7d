//! `completions`: the shell's completion script, from the command line's own definition.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::arguments::PROGRAM;
use super::help::{Help, localised};
use super::session::Session;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;

/// What `completions` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "completions",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_completions(),
    arguments: &[("shell", |words| words.help_completions_shell())],
};

/// Prints the script.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let mut command = localised(super::arguments::Arguments::command(), session.words());
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, PROGRAM, &mut script);
    session.out.bytes(&script)?;
    session.out.finish()?;
    Ok(Exit::Done)
}
