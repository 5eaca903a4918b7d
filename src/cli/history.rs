//! `undo` and `redo`: changes taken back and put back, each one named.

use clap::Args;

use super::help::Help;
use super::output;
use super::session::Session;
use crate::lang::entry::named;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::{JournalEntry, Source, Store, StoreError};

/// What `undo` and `redo` take.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// How many changes, newest first.
    #[arg(value_name = "N", default_value_t = 1, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..))]
    steps: u32,
}

/// The words that explain `undo`.
pub(super) const UNDO: Help = Help {
    command: "undo",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_undo(),
    arguments: &[("steps", |words| words.help_undo_steps())],
};

/// The words that explain `redo`.
pub(super) const REDO: Help = Help {
    command: "redo",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_redo(),
    arguments: &[("steps", |words| words.help_undo_steps())],
};

type Step = fn(&mut Store) -> Result<Option<JournalEntry>, StoreError>;

/// Takes the newest changes back.
pub(super) fn undo(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let words = session.words();
    repeat(arguments.steps, Store::undo, |name| words.done_undone(&name), Problem::NothingToUndo, session)
}

/// Puts the last ones taken back in place again.
pub(super) fn redo(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let words = session.words();
    repeat(arguments.steps, Store::redo, |name| words.done_redone(&name), Problem::NothingToRedo, session)
}

/// Stops early where nothing is left, and says so: that is done in part, and a failure when nothing at all could be
/// done.
fn repeat(
    steps: u32,
    step: Step,
    sentence: impl Fn(String) -> String,
    nothing: Problem,
    session: &mut Session,
) -> Result<Exit, Problem> {
    let mut store = session.open(Source::Command)?;
    for done in 0..steps {
        match step(&mut store)? {
            Some(entry) => {
                let name = named(&entry, &store.own_fields()?, session.words(), session.language());
                session.out.line(&sentence(name))?;
            }
            None if done == 0 => return Err(nothing),
            None => {
                session.out.finish()?;
                output::remark(&session.words().only_so_many(&done, &steps));
                return Ok(Exit::Partial);
            }
        }
    }
    session.out.finish()?;
    Ok(Exit::Done)
}
