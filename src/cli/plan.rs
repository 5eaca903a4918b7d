//! `plan`: the visits of a day.

use clap::Args;

use super::help::Help;
use super::output::remark;
use super::session::Session;
use super::table::Table;
use super::values;
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::nearest::near;
use crate::domain::plan::{DayPlan, Frame};
use crate::lang::agenda;
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::{Source, Store};

/// What `plan` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    #[arg(long, value_name = "N")]
    visits: Option<usize>,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "plan",
    about: |words| words.help_plan(),
    arguments: &[
        ("on", |words| words.help_plan_on()),
        ("zone", |words| words.help_plan_zone()),
        ("visits", |words| words.help_plan_visits()),
    ],
};

/// Prints the plan.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    if arguments.visits == Some(0) {
        return Err(UsageProblem::TooFew { option: "--visits".to_owned(), value: 0, least: 1 }.into());
    }
    let day = match &arguments.on {
        Some(text) => values::day(text, session.day())?,
        None => session.day(),
    };
    let store = session.open(Source::Command)?;
    let frame = Frame { zone: arguments.zone.clone(), visits: arguments.visits };
    let chosen = store.propose_plan(&frame, day)?;
    if let Some(zone) = &arguments.zone
        && chosen.visits.is_empty()
        && !store.has_zone(zone)?
    {
        return Err(no_zone(zone, &store)?);
    }
    print(&chosen, &store, day, session)?;
    session.out.finish()?;
    Ok(Exit::Done)
}

/// The nearest zones are named, the one that looks most like it first.
fn no_zone(zone: &str, store: &Store) -> Result<Problem, Problem> {
    let mut known = store.zones()?;
    if let Some(near) = near(zone, known.iter().map(String::as_str)).map(str::to_owned) {
        known = vec![near];
    }
    known.truncate(ZONES_NAMED);
    Ok(Problem::NoSuchZone { zone: zone.to_owned(), known })
}

/// So many zones are named where none looks like the one typed.
const ZONES_NAMED: usize = 8;

fn print(
    plan: &DayPlan,
    store: &Store,
    day: chrono::NaiveDate,
    session: &mut Session,
) -> Result<(), Problem> {
    let words = session.words();
    if plan.visits.is_empty() {
        remark(&words.plan_nothing(&day));
    } else {
        print_visits(plan, store, day, session)?;
    }
    match store.due_without_address(day)? {
        0 => {}
        count => session.out.line(&words.plan_without_address(&count))?,
    }
    Ok(())
}

fn print_visits(
    plan: &DayPlan,
    store: &Store,
    day: chrono::NaiveDate,
    session: &mut Session,
) -> Result<(), Problem> {
    let (words, language) = (session.words(), session.language());
    session.out.line(&words.plan_title(&day, &zone_name(&plan.zone, words)))?;
    let mut table = Table::headed([
        words.column_time(),
        words.column_number(),
        words.column_name(),
        words.column_who(),
        words.column_place_of_visit(),
        words.column_phone(),
        words.column_reason(),
    ]);
    for visit in &plan.visits {
        let Some(card) = store.card(visit.whom.card)? else { continue };
        let standing = store.standing(&card, day);
        let entries = store.entries(&card, crate::domain::agenda::Horizon::Today, day)?;
        let reasons = agenda::reasons(&entries, words, language);
        let why = if reasons.is_empty() { visit.kind.name(language).to_owned() } else { reasons };
        table.row([
            visit.at.format("%H:%M").to_string(),
            card.id.to_string(),
            card.name.clone(),
            standing.main_person,
            place(&card),
            phone(&card),
            why,
        ]);
    }
    table.write(&mut session.out)?;
    for (zone, count, _) in &plan.others {
        session.out.line(&words.plan_other_zone(count, &zone_name(zone, words)))?;
    }
    Ok(())
}

fn zone_name(zone: &str, words: &dyn crate::lang::Words) -> String {
    if zone.is_empty() { words.plan_no_zone() } else { zone.to_owned() }
}

fn place(card: &Card) -> String {
    let Some(address) = card.addresses.first() else { return String::new() };
    let place = &address.place;
    let given = [&place.region, &place.street].into_iter().filter(|part| !part.is_empty());
    given.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn phone(card: &Card) -> String {
    let people = card.people.iter().flat_map(|person| &person.phones);
    card.phones.iter().chain(people).next().map(|phone| phone.number.clone()).unwrap_or_default()
}
