//! `list`: cards that match.

use std::collections::HashMap;

use clap::Args;

use super::help::Help;
use super::json;
use super::output::remark;
use super::session::Session;
use super::table::Table;
use super::values;
use crate::domain::column::{Column, Derived, Part, SortKey};
use crate::domain::field::OwnField;
use crate::domain::id::CardId;
use crate::domain::list_view::{self, ListView};
use crate::domain::reach::Address;
use crate::domain::zone::{Due, Sums};
use crate::exchange::cell::guarded;
use crate::exchange::json::card::{History, card_json};
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::lang::zone;
use crate::report::cell::{self, Reader};
use crate::store::{Face, Order, Sort, Store};

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
    #[arg(long, value_name = "VIEW")]
    view: Option<String>,
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    #[arg(long)]
    csv: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "list",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_list(),
    arguments: &[
        ("query", |words| words.help_query()),
        ("sort", |words| words.help_list_sort()),
        ("reverse", |words| words.help_list_reverse()),
        ("limit", |words| words.help_list_limit()),
        ("columns", |words| words.help_list_columns(&values::codes::<Derived>().join(", "))),
        ("view", |words| words.help_list_view(&values::codes::<ListView>().join(", "))),
        ("json", |words| words.help_json()),
        ("csv", |words| words.help_csv()),
    ],
};

/// Rows are fetched in pieces of this many, so that the first ones appear at once.
const PIECE: usize = 500;

/// Whole cards are fetched in pieces of this many: each may be long.
const WHOLE_PIECE: usize = 50;

/// What a list shows when nothing is asked for.
const STANDARD: [Column; 8] = [
    Column::Derived(Derived::Id),
    Column::Derived(Derived::Man),
    Column::Field("name"),
    Column::Derived(Derived::Who),
    Column::Derived(Derived::Position),
    Column::Derived(Derived::Due),
    Column::Derived(Derived::Silent),
    Column::Derived(Derived::Phone),
];

/// Prints the cards.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let query = session.query(HELP.command, arguments.query.as_deref())?;
    let mut store = session.open_to_read()?;
    let own = store.own_fields()?;
    let view: Option<ListView> =
        arguments.view.as_deref().map(|word| values::choice("--view", word)).transpose()?;
    let arranged = view.map(|view| arranged(view, &store, &own)).transpose()?;
    let (mut columns, mut sort) = arranged.unwrap_or((STANDARD.to_vec(), Sort::default()));
    if let Some(keys) = &arguments.columns {
        columns = keys.split(',').map(|key| named(key.trim(), &own)).collect::<Result<_, _>>()?;
        columns.iter().try_for_each(|column| must_be_on(column, session))?;
    }
    columns.retain(|column| column.is_on(&session.policies().privacy));
    if let Some(key) = &arguments.sort {
        let column = named(key, &own)?;
        must_be_on(&column, session)?;
        sort = Sort { key: SortKey::from(&column), reverse: false };
    }
    sort.reverse ^= arguments.reverse;
    // As while a search is typed: the first of many are the closest ones, and nobody waits for the others.
    let order = if sort == Sort::default() { Order::Closest(sort) } else { Order::By(sort) };
    let ids = store.in_order(&query, &order, session.day(), arguments.limit)?;
    let mut listing = Listing { store: &store, columns: &columns, session };
    if arguments.json {
        listing.json(&ids)?;
    } else if arguments.csv {
        listing.csv(&ids)?;
    } else {
        listing.table(&ids)?;
        if view == Some(ListView::Addresses) {
            listing.zones(&ids)?;
        }
        if ids.is_empty() && arguments.limit != Some(0) {
            let query = arguments.query.as_deref().unwrap_or_default().trim();
            let words = session.words();
            remark(&if query.is_empty() { words.list_no_cards() } else { words.list_empty_here(&query) });
        }
    }
    session.out.finish()?;
    // Nobody waits for it any more, and a file that cannot be written to has been read all the same.
    drop(store.keep_folded());
    Ok(Exit::Done)
}

/// The columns and the order of a ready view, as they were arranged on the screen.
fn arranged(view: ListView, store: &Store, own: &[OwnField]) -> Result<(Vec<Column>, Sort), Problem> {
    let kept = store.arrangements()?.into_iter().find(|kept| kept.view == view);
    let (placed, sort) = match kept {
        Some(kept) => (list_view::read(&kept.columns, own), kept.sort),
        None => (view.columns(), Sort { key: view.sort_key(), reverse: false }),
    };
    Ok((placed.into_iter().map(|placed| placed.column).collect(), sort))
}

/// The column a word means.
fn named(word: &str, own: &[OwnField]) -> Result<Column, UsageProblem> {
    Column::named(word, own).ok_or_else(|| UsageProblem::UnknownField {
        field: word.to_owned(),
        nearest: Column::nearest(word, own).to_owned(),
    })
}

/// Refuses a column that shows a sensitive field that is switched off: its order would tell of it too.
fn must_be_on(column: &Column, session: &Session) -> Result<(), UsageProblem> {
    column.field().map_or(Ok(()), |field| session.must_be_on(&field))
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

    /// What each zone comes to, below the table.
    fn zones(&mut self, ids: &[CardId]) -> Result<(), Problem> {
        let (day, words) = (self.session.day(), self.session.words());
        let mut sums = Sums::default();
        for piece in ids.chunks(PIECE) {
            let faces = self.store.faces(piece, &[Part::Reach])?;
            let due: HashMap<CardId, _> =
                self.store.rows(piece, day)?.into_iter().map(|row| (row.id, row.standing.due_on)).collect();
            for face in &faces {
                let is_due = due.get(&face.card.id).copied().flatten().is_some_and(|on| on <= day);
                let due = if is_due { Due::Now } else { Due::Later };
                let place = face.card.addresses.iter().find(|address| !address.place.zone.is_empty());
                if let Some(Address { place, .. }) = place {
                    sums.count(&place.zone, due, place.minutes);
                }
            }
        }
        self.session.out.text("\n")?;
        for (zone, totals) in sums.zones() {
            let line = zone::told(zone, &totals, words);
            self.session.out.untrusted(&format!("{line}\n"))?;
        }
        Ok(())
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
        for piece in ids.chunks(WHOLE_PIECE) {
            for card in self.store.cards(piece)? {
                let standing = self.store.standing(&card, day);
                let object = card_json(&card, &standing, day, self.session.policies(), History::Without);
                self.session.out.text(&json::line(&object))?;
            }
        }
        Ok(())
    }

    fn cells(&self, piece: &[CardId], reader: Reader) -> Result<Vec<Vec<String>>, Problem> {
        let day = self.session.day();
        let parts = list_view::parts(self.columns.iter());
        let faces = if parts.is_empty() { Vec::new() } else { self.store.faces(piece, &parts)? };
        let faces: HashMap<CardId, Face> = faces.into_iter().map(|face| (face.card.id, face)).collect();
        let rows = self.store.rows(piece, day)?;
        let cells = rows.iter().map(|row| {
            let face = faces.get(&row.id);
            self.columns.iter().map(|column| cell::text(column, row, face, day, reader)).collect()
        });
        Ok(cells.collect())
    }
}
