//! `fields`: the field catalogue and the user's own fields.

use clap::Args;

use super::help::Help;
use super::session::Session;
use super::table::Table;
use crate::domain::field::{CATALOGUE, FieldType};
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;

/// What `fields` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {}

/// The words that explain it.
pub(super) const HELP: Help = Help { command: "fields", about: |words| words.help_fields(), arguments: &[] };

/// Lists every field: key, name, what it takes.
pub(super) fn run(_arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let (words, language) = (session.words(), session.language());
    let mut table = Table::headed([words.column_key(), words.column_name(), words.column_takes()]);
    for field in CATALOGUE {
        let takes = match field.kind {
            FieldType::Text => words.takes_text(),
            FieldType::Note => words.takes_note(),
            FieldType::Number => words.takes_number(),
            FieldType::Day => words.takes_day(),
            FieldType::PartialDay => words.takes_partial_day(),
            FieldType::Choice(list) => (list.codes)().join(" "),
            FieldType::Tags => words.takes_tags(),
            FieldType::Card => words.takes_card(),
            FieldType::Phones => words.takes_phones(),
            FieldType::Emails => words.takes_emails(),
            FieldType::Addresses => words.takes_addresses(),
            FieldType::People => words.takes_people(),
        };
        table.row([field.key.to_owned(), field.name(language).to_owned(), takes]);
    }
    for own in session.own_fields()? {
        table.row([own.key, own.name, words.takes_text()]);
    }
    table.write(&mut session.out)?;
    session.out.finish()?;
    Ok(Exit::Done)
}
