//! `list`: cards that match.

use clap::Args;

use super::columns::{Column, Derived, Reader, STANDARD};
use super::help::Help;
use super::json;
use super::output::remark;
use super::session::Session;
use super::table::Table;
use super::values;
use crate::domain::field::{CardField, OwnField, built_in};
use crate::domain::id::CardId;
use crate::exchange::cell::guarded;
use crate::exchange::json::card::{History, card_json};
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::{Sort, Source, Store};

/// What `list` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    query: Option<String>,
    #[arg(long, value_name = "KEY")]
    sort: Option<String>,
    #[arg(long)]
    reverse: bool,
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[arg(long, value_name = "a,b")]
    columns: Option<String>,
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    #[arg(long)]
    csv: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "list",
    about: |words| words.help_list(),
    arguments: &[
        ("query", |words| words.help_query()),
        ("sort", |words| words.help_list_sort()),
        ("reverse", |words| words.help_list_reverse()),
        ("limit", |words| words.help_list_limit()),
        ("columns", |words| words.help_list_columns(&values::codes::<Derived>().join(", "))),
        ("json", |words| words.help_json()),
        ("csv", |words| words.help_csv()),
    ],
};

/// Rows are fetched in pieces of this many, so that the first ones appear at once.
const PIECE: usize = 500;

/// Prints the cards.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let query = session.query(HELP.command, arguments.query.as_deref())?;
    let store = session.open(Source::Command)?;
    let own = store.own_fields()?;
    let columns = match &arguments.columns {
        Some(keys) => {
            let columns = Column::list(keys, &own)?;
            let known = columns.iter().filter_map(|column| built_in(column.key()));
            known.into_iter().try_for_each(|field| session.must_be_on(&CardField::Known(field)))?;
            columns
        }
        None => STANDARD.to_vec(),
    };
    let sort = Sort {
        key: arguments.sort.as_deref().map(|key| sort_key(key, &own)).transpose()?,
        reverse: arguments.reverse,
    };
    let ids = store.list(&query, &sort, session.day(), arguments.limit)?;
    let mut listing = Listing { store: &store, columns: &columns, session };
    if arguments.json {
        listing.json(&ids)?;
    } else if arguments.csv {
        listing.csv(&ids)?;
    } else {
        listing.table(&ids)?;
        if ids.is_empty() {
            remark(&session.words().list_empty_here(&arguments.query.as_deref().unwrap_or_default()));
        }
    }
    session.out.finish()?;
    Ok(Exit::Done)
}

/// The key of a column by which the store can sort.
fn sort_key(word: &str, own: &[OwnField]) -> Result<String, UsageProblem> {
    Column::named(word, own).map(|column| column.key().to_owned())
}

/// Cards about to be printed.
struct Listing<'run> {
    store: &'run Store,
    columns: &'run [Column],
    session: &'run mut Session,
}

impl Listing<'_> {
    fn table(&mut self, ids: &[CardId]) -> Result<(), Problem> {
        let language = self.session.language();
        let mut table = Table::headed(self.columns.iter().map(|column| column.head(language)));
        for piece in ids.chunks(PIECE) {
            for cells in self.cells(piece, Reader::Person(language))? {
                table.row(cells);
            }
        }
        table.write(&mut self.session.out)
    }

    fn csv(&mut self, ids: &[CardId]) -> Result<(), Problem> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let output = |error: csv::Error| Problem::Output(error.into());
        writer.write_record(self.columns.iter().map(Column::key)).map_err(output)?;
        for piece in ids.chunks(PIECE) {
            for cells in self.cells(piece, Reader::Program)? {
                writer.write_record(cells.iter().map(|cell| guarded(cell))).map_err(output)?;
            }
            let done = writer.into_inner().map_err(|error| Problem::Output(error.into_error()))?;
            self.session.out.untrusted(&String::from_utf8_lossy(&done))?;
            writer = csv::Writer::from_writer(Vec::new());
        }
        let rest = writer.into_inner().map_err(|error| Problem::Output(error.into_error()))?;
        self.session.out.bytes(&rest)
    }

    fn json(&mut self, ids: &[CardId]) -> Result<(), Problem> {
        let day = self.session.day();
        for id in ids {
            if let Some(card) = self.store.card(*id)? {
                let standing = self.store.standing(&card, day);
                let object = card_json(&card, &standing, day, self.session.policies(), History::Without);
                self.session.out.text(&json::line(&object))?;
            }
        }
        Ok(())
    }

    fn cells(&self, piece: &[CardId], reader: Reader) -> Result<Vec<Vec<String>>, Problem> {
        let day = self.session.day();
        let whole = self.columns.iter().any(Column::needs_card);
        let mut table = Vec::with_capacity(piece.len());
        for row in self.store.rows(piece, day)? {
            let card = if whole { self.store.card(row.id)? } else { None };
            let cells = self.columns.iter().map(|column| column.text(&row, card.as_ref(), day, reader));
            table.push(cells.collect());
        }
        Ok(table)
    }
}
