//! `filters`: queries kept under a name, used as `@name` in any other query.

use clap::Args;
use serde::Serialize;

use super::help::Help;
use super::json;
use super::session::Session;
use super::table::Table;
use super::values;
use crate::domain::query::{Query, SavedFilter, Strictness};
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::{Act, Source};

/// What `filters` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "NAME", group = "change", requires = "query")]
    save: Option<String>,
    #[arg(value_name = "QUERY", requires = "save", allow_hyphen_values = true)]
    query: Option<String>,
    #[arg(long, value_name = "NAME", group = "change")]
    remove: Option<String>,
    #[arg(long, conflicts_with = "change")]
    json: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "filters",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_filters(),
    arguments: &[
        ("save", |words| words.help_filters_save()),
        ("query", |words| words.help_query()),
        ("remove", |words| words.help_filters_remove()),
        ("json", |words| words.help_json()),
    ],
};

/// Lists the saved filters with how many cards each finds, keeps one, or takes one away.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let line = if let (Some(name), Some(query)) = (&arguments.save, &arguments.query) {
        save(name, query, session)?
    } else if let Some(name) = &arguments.remove {
        let name = name.trim_start_matches(['@', '＠']);
        let mut store = session.open(Source::Command)?;
        store.write(Act::Filter, name, |door| door.remove_filter(name))?;
        session.words().done_filter_removed(&name)
    } else {
        list(arguments, session)?;
        return Ok(Exit::Done);
    };
    session.out.line(&line)?;
    session.out.finish()?;
    Ok(Exit::Done)
}

fn save(name: &str, query: &str, session: &mut Session) -> Result<String, Problem> {
    values::no_option(HELP.command, query)?;
    // A sensitive field that is switched off is refused as in any query.
    session.query(HELP.command, Some(query))?;
    let known = session.known()?;
    let filter = SavedFilter::checked(name, query, known.vocabulary(), session.day())?;
    let mut store = session.open(Source::Command)?;
    store.write(Act::Filter, &filter.name, |door| door.save_filter(&filter))?;
    Ok(session.words().done_filter_saved(&filter.name))
}

/// A saved filter for programs.
#[derive(Debug, Serialize)]
struct FilterJson<'filter> {
    name: &'filter str,
    query: &'filter str,
    count: usize,
}

fn list(arguments: &Arguments, session: &mut Session) -> Result<(), Problem> {
    let known = session.known()?;
    let words = session.words();
    let mut table = Table::headed([words.column_name(), words.column_query(), words.column_count()]);
    if !known.saved.is_empty() {
        let store = session.open(Source::Command)?;
        for filter in &known.saved {
            let (query, _) =
                Query::parse_knowing(known.vocabulary(), &filter.text, session.day(), Strictness::Screen)?;
            let count = store.count(&query, session.day())?;
            if arguments.json {
                let object = FilterJson { name: &filter.name, query: &filter.text, count };
                session.out.text(&json::line(&object))?;
            } else {
                table.row([format!("@{}", filter.name), filter.text.clone(), count.to_string()]);
            }
        }
    }
    if !arguments.json {
        table.write(&mut session.out)?;
    }
    session.out.finish()
}
