//! `keys`: the key table of the screen.

use clap::Args;

use super::help::Help;
use super::session::Session;
use super::table::Table;
use crate::lang::Words;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::tui::keys::{Chord, Context};

/// What `keys` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "keys",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_keys(),
    arguments: &[],
};

/// Prints the table, place by place.
pub(super) fn run(_arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let words = session.words();
    let mut table = Table::headed([words.column_place(), words.column_keys(), words.column_does()]);
    for (place, keys, does) in key_table(words) {
        table.row([place, keys, does]);
    }
    table.write(&mut session.out)?;
    session.out.finish()?;
    Ok(Exit::Done)
}

/// Every key: where it holds, how it is written, what it does.
pub fn key_table(words: &Words) -> Vec<(String, String, String)> {
    let written =
        |chords: &[Chord]| chords.iter().map(|chord| chord.name(words)).collect::<Vec<_>>().join("  ");
    Context::ALL
        .iter()
        .flat_map(|context| context.rows())
        .map(|binding| (binding.context.name(words), written(binding.chords), (binding.name)(words)))
        .collect()
}
