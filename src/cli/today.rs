//! `today`: what is due, and why.

use clap::Args;
use serde::Serialize;

use super::help::Help;
use super::json;
use super::output::remark;
use super::session::Session;
use super::table::Table;
use crate::domain::agenda::{About, Entry, Horizon};
use crate::domain::choice::Choice;
use crate::domain::id::CardId;
use crate::domain::query::Query;
use crate::exchange::json::card::{CardJson, History, card_json};
use crate::lang::advice::advice;
use crate::lang::agenda;
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::{DueCard, Freshness, Sort, Store};

/// What `today` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[arg(long)]
    json: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "today",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_today(),
    arguments: &[("limit", |words| words.help_today_limit()), ("json", |words| words.help_json())],
};

/// How many prospects are offered when nothing is due.
const PROSPECTS: usize = 10;

/// Cards read in one go, so that the file's locks are not taken for each.
const READ_AT_ONCE: usize = 100;

/// Prints the list.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let mut store = session.open_to_read()?;
    let due = store.due_cards(Horizon::Today, session.day(), Freshness::Exact, arguments.limit)?;
    if arguments.json {
        print_json(&due, &store, session)?;
    } else if due.is_empty() && arguments.limit != Some(0) {
        offer_prospects(arguments.limit.unwrap_or(PROSPECTS), &store, session)?;
    } else {
        let mut table = headed(session);
        for card in &due {
            add_row(card.card, &mut table, &store, session)?;
        }
        table.write(&mut session.out)?;
    }
    session.out.finish()?;
    // Nobody waits for it any more, and a file that cannot be written to has been read all the same.
    drop(store.keep_folded());
    Ok(Exit::Done)
}

fn headed(session: &Session) -> Table {
    let words = session.words();
    Table::headed([
        words.column_due_when(),
        words.column_number(),
        words.column_man(),
        words.column_name(),
        words.column_who(),
        words.column_reason(),
    ])
}

fn add_row(id: CardId, table: &mut Table, store: &Store, session: &Session) -> Result<(), Problem> {
    let (words, language, day) = (session.words(), session.language(), session.day());
    let Some((card, standing, entries)) = store.due_card(id, Horizon::Today, day)? else { return Ok(()) };
    let when = entries.first().map(|entry| agenda::when(entry.matter, entry.on, day, words));
    let why = if entries.is_empty() {
        // It is only offered: what a contact would be about.
        advice(&standing, words, language)
    } else {
        agenda::reasons(&entries, words, language)
    };
    table.row([
        when.or_else(|| standing.due_on.map(|on| on.to_string())).unwrap_or_default(),
        id.to_string(),
        standing.letters.code(),
        card.name.clone(),
        standing.main_person.unwrap_or_default(),
        why,
    ]);
    Ok(())
}

/// Nothing is due: says so where a person reads it, and lists whom a contact would be worth most.
fn offer_prospects(limit: usize, store: &Store, session: &mut Session) -> Result<(), Problem> {
    let (words, day) = (session.words(), session.day());
    remark(&words.today_nothing());
    let prospects = store.best_prospects(day, limit)?;
    let offered = if prospects.is_empty() { store.drifting(day, limit)? } else { prospects.clone() };
    if offered.is_empty() {
        if store.list(&Query::default(), &Sort::default(), day, Some(1))?.is_empty() {
            remark(&words.list_no_cards());
        }
        return Ok(());
    }
    remark(&if prospects.is_empty() { words.today_drift_by_command() } else { words.today_prospects() });
    let mut table = headed(session);
    for id in offered {
        add_row(id, &mut table, store, session)?;
    }
    table.write(&mut session.out)
}

/// A card on the list, with the reasons why.
#[derive(Serialize)]
struct DueJson<'card> {
    #[serde(flatten)]
    card: CardJson<'card>,
    reasons: Vec<ReasonJson>,
}

#[derive(Serialize)]
struct ReasonJson {
    matter: &'static str,
    on: String,
    overdue_days: Option<i64>,
    rule: Option<&'static str>,
    about: Option<String>,
}

impl ReasonJson {
    fn of(entry: &Entry, day: chrono::NaiveDate) -> ReasonJson {
        let (rule, about) = match &entry.about {
            About::Promise(text) | About::Introduced(text) => (None, Some(text.clone())),
            About::Next(next) => {
                (Some("next-action"), Some(next.note.clone()).filter(|note| !note.is_empty()))
            }
            About::Rule(rule) => (Some(rule.code()), None),
            About::Letters(letters) => (None, Some(letters.iter().map(|letter| letter.code()).collect())),
            About::Field(field, _) => (None, Some((*field).to_owned())),
            About::Detail(detail) => {
                (Some(detail.group.key), Some(format!("{} {}", detail.whose, detail.head).trim().to_owned()))
            }
            About::Grade(grade) => (Some("credit-review"), Some(grade.code().to_owned())),
            About::Nothing => (None, None),
        };
        let overdue_days = Some(entry.overdue_days(day)).filter(|days| *days > 0);
        ReasonJson { matter: entry.matter.code(), on: entry.on.to_string(), overdue_days, rule, about }
    }
}

fn print_json(due: &[DueCard], store: &Store, session: &mut Session) -> Result<(), Problem> {
    let day = session.day();
    let cards: Vec<CardId> = due.iter().map(|due| due.card).collect();
    for cards in cards.chunks(READ_AT_ONCE) {
        for (card, standing, entries) in store.due_whole(cards, Horizon::Today, day)? {
            let object = DueJson {
                card: card_json(&card, &standing, day, session.policies(), History::Without),
                reasons: entries.iter().map(|entry| ReasonJson::of(entry, day)).collect(),
            };
            session.out.text(&json::line(&object))?;
        }
    }
    Ok(())
}
