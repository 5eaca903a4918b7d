//! `export`: takes cards out and writes down that they left.

use std::path::PathBuf;

use clap::Args;

use super::help::Help;
use super::progress::{Bar, Results};
use super::session::Session;
use super::values;
use crate::exchange::error::ExchangeError;
use crate::exchange::export::{Export, Format, Occasion};
use crate::exchange::source::STANDARD_STREAM;
use crate::lang::entry;
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::Sort;

/// What `export` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "FILE")]
    target_file: PathBuf,
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    query: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    #[arg(long, value_name = "WHOM", requires = "purpose")]
    to: Option<String>,
    #[arg(long, value_name = "WHY", requires = "to")]
    purpose: Option<String>,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "export",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_export(),
    arguments: &[
        ("target_file", |words| words.help_export_file()),
        ("query", |words| words.help_query()),
        ("format", |words| words.help_export_format(&values::codes::<Format>().join(", "))),
        ("to", |words| words.help_export_to()),
        ("purpose", |words| words.help_export_purpose()),
    ],
};

/// Writes the cards that match; into a file it says how many.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let format = format(arguments)?;
    let query = session.query(HELP.command, arguments.query.as_deref())?;
    let mut store = session.open_to_read()?;
    let cards = store.list(&query, &Sort::default(), session.day(), None)?;
    let export = Export {
        cards: &cards,
        format,
        day: session.day(),
        policies: session.policies(),
        language: session.language(),
    };
    let to_standard_output = arguments.target_file.as_os_str() == STANDARD_STREAM;
    let bar = Bar::begin(if to_standard_output { Results::ForPrograms } else { Results::ForPeople });
    let refused = |reason| match to_standard_output {
        true => Problem::Output(reason),
        false => Problem::File { path: arguments.target_file.clone(), reason },
    };
    let occasion = Occasion {
        whom: arguments.to.clone().unwrap_or_default(),
        purpose: arguments.purpose.clone().unwrap_or_default(),
        query: arguments.query.clone().unwrap_or_default(),
    };
    let taken = export.take_out(&mut store, &arguments.target_file, occasion, &bar);
    bar.end();
    let exported = taken.map_err(|error| match error {
        ExchangeError::Io(reason) => refused(reason),
        error => error.into(),
    })?;
    // Stopped: there is no file.
    let exported = exported.ok_or(ExchangeError::Cancelled)?;
    if !to_standard_output {
        let line = entry::exported(exported, &arguments.target_file, session.words());
        session.out.line(&line)?;
        session.out.finish()?;
    }
    Ok(Exit::Done)
}

/// The format named, else the one the file's name ends in, else a text table.
fn format(arguments: &Arguments) -> Result<Format, UsageProblem> {
    if let Some(text) = &arguments.format {
        return values::choice("--format", text);
    }
    match arguments.target_file.extension() {
        Some(extension) => values::choice("FILE", &extension.to_string_lossy()),
        None => Ok(Format::Csv),
    }
}
