//! `journal`: every change, newest first.

use clap::Args;
use serde::Serialize;

use super::help::Help;
use super::json;
use super::session::Session;
use super::table::Table;
use crate::domain::choice::Choice;
use crate::lang::entry::named;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::JournalEntry;

/// What `journal` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long)]
    json: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "journal",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_journal(),
    arguments: &[("json", |words| words.help_json())],
};

/// One line of `journal --json`.
#[derive(Serialize)]
struct Line<'entry> {
    id: i64,
    act: &'static str,
    subject: &'entry str,
    card: Option<i64>,
    count: u64,
    at: String,
    source: &'static str,
    undone: bool,
}

/// Lists the journal.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let store = session.open_to_read()?;
    let entries = store.journal(None, usize::MAX)?;
    if arguments.json {
        for entry in &entries {
            session.out.text(&json::line(&line(entry)))?;
        }
    } else {
        let (words, language) = (session.words(), session.language());
        let own = store.own_fields()?;
        let mut table = Table::headed([
            words.column_number(),
            words.column_when(),
            words.column_by(),
            words.column_change(),
            String::new(),
        ]);
        for entry in &entries {
            let undone = if entry.undone { words.journal_undone() } else { String::new() };
            table.row([
                entry.id.to_string(),
                local_minute(entry.at),
                entry.source.name(language).to_owned(),
                named(entry, &own, words, language),
                undone,
            ]);
        }
        table.write(&mut session.out)?;
    }
    session.out.finish()?;
    Ok(Exit::Done)
}

fn line(entry: &JournalEntry) -> Line<'_> {
    Line {
        id: entry.id.0,
        act: entry.act.code(),
        subject: &entry.subject,
        card: entry.card.map(|card| card.0),
        count: entry.count,
        at: json::instant(entry.at),
        source: entry.source.code(),
        undone: entry.undone,
    }
}

/// A recording time for people, in their own time zone, to the minute.
fn local_minute(at: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at)
        .map(|instant| instant.with_timezone(&chrono::Local).format("%Y-%m-%d %H:%M").to_string())
        .unwrap_or_default()
}
