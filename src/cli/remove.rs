//! `remove`: a card moved to the bin.

use clap::Args;

use super::help::Help;
use super::session::Session;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::{Act, Source};

/// What `remove` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "CARD")]
    card: String,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "remove",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_remove(),
    arguments: &[("card", |words| words.help_card())],
};

/// Moves the card to the bin and names it, so that a wrong one is seen at once.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let mut store = session.open(Source::Command)?;
    let card = session.card(&store, &arguments.card)?;
    let written = store.write(Act::Remove, &card.name, |door| door.bin(card.id))?;
    let line = match written.journal {
        Some(_) => session.words().done_removed(&card.id, &card.name),
        None => session.words().done_binned_before(&card.id, &card.name),
    };
    session.out.line(&line)?;
    session.out.finish()?;
    Ok(Exit::Done)
}
