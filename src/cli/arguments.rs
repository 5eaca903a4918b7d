//! What the command line takes: the global options and the list of commands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::session::Session;
use super::{
    add, assess, brief, complete, demo, edit, export, fields, filters, history, import, journal, keys, list,
    log, manual, moving, plan, remove, screen, show, today,
};
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;

/// What the program is called.
pub(super) const PROGRAM: &str = env!("CARGO_PKG_NAME");

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = PROGRAM, version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) globals: Globals,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Options that stand before or after any command.
#[derive(Debug, Args, Default)]
pub(super) struct Globals {
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(super) as_of: Option<String>,
    #[arg(long, global = true, value_name = "PATH", hide = true)]
    pub(super) passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) config: Option<PathBuf>,
}

/// The commands, in the order in which help lists them. The arguments of one are made when it is called: those of all
/// cost every start a good part of a millisecond.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(super) enum Command {
    Add(add::Arguments),
    Edit(edit::Arguments),
    Remove(remove::Arguments),
    Move(moving::Arguments),
    Log(log::Arguments),
    Assess(assess::Arguments),
    List(list::Arguments),
    Show(show::Arguments),
    Brief(brief::Arguments),
    Today(today::Arguments),
    Plan(plan::Arguments),
    Import(import::Arguments),
    Filters(filters::Arguments),
    Export(export::Arguments),
    Undo(history::Arguments),
    Redo(history::Arguments),
    Journal(journal::Arguments),
    Demo(demo::Arguments),
    Keys(keys::Arguments),
    Fields(fields::Arguments),
    Completions(complete::Arguments),
    Manual(manual::Arguments),
}

/// Runs the command named; without one, opens the screen.
pub(super) fn dispatch(command: Option<Command>, session: &mut Session) -> Result<Exit, Problem> {
    match command {
        None => screen::run(session),
        Some(Command::Add(arguments)) => add::run(&arguments, session),
        Some(Command::Edit(arguments)) => edit::run(&arguments, session),
        Some(Command::Remove(arguments)) => remove::run(&arguments, session),
        Some(Command::Move(arguments)) => moving::run(&arguments, session),
        Some(Command::Log(arguments)) => log::run(&arguments, session),
        Some(Command::Assess(arguments)) => assess::run(&arguments, session),
        Some(Command::List(arguments)) => list::run(&arguments, session),
        Some(Command::Show(arguments)) => show::run(&arguments, session),
        Some(Command::Brief(arguments)) => brief::run(&arguments, session),
        Some(Command::Today(arguments)) => today::run(&arguments, session),
        Some(Command::Plan(arguments)) => plan::run(&arguments, session),
        Some(Command::Import(arguments)) => import::run(&arguments, session),
        Some(Command::Filters(arguments)) => filters::run(&arguments, session),
        Some(Command::Export(arguments)) => export::run(&arguments, session),
        Some(Command::Undo(arguments)) => history::undo(&arguments, session),
        Some(Command::Redo(arguments)) => history::redo(&arguments, session),
        Some(Command::Journal(arguments)) => journal::run(&arguments, session),
        Some(Command::Demo(arguments)) => demo::run(&arguments, session),
        Some(Command::Keys(arguments)) => keys::run(&arguments, session),
        Some(Command::Fields(arguments)) => fields::run(&arguments, session),
        Some(Command::Completions(arguments)) => complete::run(&arguments, session),
        Some(Command::Manual(arguments)) => manual::run(&arguments, session),
    }
}
