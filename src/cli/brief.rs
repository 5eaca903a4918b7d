//! `brief`: the pre-visit sheet of a card.

use clap::Args;

use super::help::Help;
use super::session::Session;
use super::sheet::Sheet;
use crate::domain::agenda::Horizon;
use crate::domain::brief::brief;
use crate::lang;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;

/// What `brief` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "CARD")]
    card: String,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "brief",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_brief(),
    arguments: &[("card", |words| words.help_card())],
};

/// Prints the sheet.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let store = session.open_to_read()?;
    let card = session.card(&store, &arguments.card)?;
    let day = session.day();
    let standing = store.standing(&card, day);
    let reasons = store.entries(&card, Horizon::Today, day)?;
    let brief = brief(&card, &standing, &reasons, day, session.policies());
    let said = lang::brief::sheet(&brief, day, session.words(), session.language());
    let mut sheet = Sheet::default();
    sheet.plain(&said.title);
    for block in &said.blocks {
        sheet.title(&block.title);
        for line in &block.lines {
            sheet.labelled(&line.label, &line.text);
        }
    }
    sheet.write(&mut session.out)?;
    session.out.finish()?;
    Ok(Exit::Done)
}
