//! `fields`: the field catalogue and the user's own fields.

use clap::Args;

use super::help::Help;
use super::session::Session;
use super::table::Table;
use crate::domain::choice::Choice;
use crate::domain::field::CardField;
use crate::lang::errors::Exit;
use crate::lang::fields;
use crate::lang::problem::Problem;

/// What `fields` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {}

/// The words that explain it.
pub(super) const HELP: Help = Help { command: "fields", about: |words| words.help_fields(), arguments: &[] };

/// Lists every field: key, name, what it takes.
pub(super) fn run(_arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let (words, language) = (session.words(), session.language());
    let mut table =
        Table::headed([words.column_key(), words.column_name(), words.column_group(), words.column_takes()]);
    let own = session.own_fields()?;
    for field in CardField::all(&own) {
        table.row([
            field.key().to_owned(),
            field.name(language).to_owned(),
            field.group().name(language).to_owned(),
            fields::takes(&field, words),
        ]);
    }
    table.write(&mut session.out)?;
    session.out.finish()?;
    Ok(Exit::Done)
}
