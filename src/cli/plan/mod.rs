//! `plan`: the visits of a day, proposed or kept; also as a document and a calendar.

mod as_json;
mod change;

use chrono::{NaiveDate, NaiveTime};
use clap::Args;

use crate::cli::help::Help;
use crate::cli::output::remark;
use crate::cli::session::Session;
use crate::cli::table::Table;
use crate::cli::values;
use crate::clock;
use crate::domain::agenda::Horizon;
use crate::domain::card::Card;
use crate::domain::choice::{Choice, choices};
use crate::domain::id::CardId;
use crate::domain::language::Language;
use crate::domain::nearest::near;
use crate::domain::plan::{DayPlan, Frame, VisitKind, Zones};
use crate::domain::planned_visit::{Fate, PlannedVisit};
use crate::exchange::day_plan::{self, Stop};
use crate::lang::agenda;
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::{Act, Source, Store};

choices! {
    /// The forms in which a plan is printed.
    enum Form {
        Table = "table", ["table", "表格", "表格"];
        Markdown = "md", ["Markdown", "Markdown", "Markdown"], ["markdown"];
        Calendar = "ics", ["calendar", "日历", "行事曆"], ["calendar"];
    }
}

/// What `plan` takes.
#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "ZONE")]
    zone: Vec<String>,
    #[arg(long, value_name = "N")]
    visits: Option<usize>,
    #[arg(long)]
    keep: bool,
    #[arg(long = "move", value_name = "CARD", requires = "to")]
    put_off: Option<String>,
    #[arg(long, value_name = "DATE", requires = "put_off")]
    to: Option<String>,
    #[arg(long, value_name = "CARD", requires = "why", conflicts_with = "put_off")]
    drop: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "drop")]
    why: Option<String>,
    #[arg(long, value_name = "FORM")]
    format: Option<String>,
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

/// The words that explain it.
pub(in crate::cli) const HELP: Help = Help {
    command: "plan",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_plan(),
    arguments: &[
        ("on", |words| words.help_plan_on()),
        ("zone", |words| words.help_plan_zone()),
        ("visits", |words| words.help_plan_visits()),
        ("keep", |words| words.help_plan_keep()),
        ("put_off", |words| words.help_plan_move()),
        ("to", |words| words.help_plan_to()),
        ("drop", |words| words.help_plan_drop()),
        ("why", |words| words.help_plan_why()),
        ("json", |words| words.help_json()),
        ("format", |words| words.help_plan_format(&values::codes::<Form>().join(", "))),
    ],
};

/// Prints the plan: the one kept for the day, unless another one is asked for.
pub(in crate::cli) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    if arguments.visits == Some(0) {
        return Err(UsageProblem::TooFew { option: "--visits".to_owned(), value: 0, least: 1 }.into());
    }
    let day = match &arguments.on {
        Some(text) => values::day(text, session.day())?,
        None => session.day(),
    };
    let form = match &arguments.format {
        Some(text) => values::choice("--format", text)?,
        None => Form::Table,
    };
    let mut store = session.open(Source::Command)?;
    if let Some(done) = change::apply(arguments, &mut store, day, session)? {
        session.out.line(&done)?;
        session.out.finish()?;
        return Ok(Exit::Done);
    }
    let mut kept = store.planned_visits(day)?;
    let mut proposed = None;
    if kept.is_empty() || arguments.keep || !arguments.zone.is_empty() || arguments.visits.is_some() {
        let plan = propose(arguments, &store, day)?;
        kept.clear();
        if arguments.keep {
            store.write(Act::Plan, &day.to_string(), |door| door.keep_plan(day, &plan.visits))?;
            kept = store.planned_visits(day)?;
        }
        proposed = Some(plan);
    }
    let visits: Vec<Planned> = match &proposed {
        Some(plan) if kept.is_empty() => plan.visits.iter().map(Planned::of_proposal).collect(),
        _ => kept.iter().map(Planned::of_kept).collect(),
    };
    let stops = stops(&visits, &store, day, session)?;
    let title = match &proposed {
        Some(plan) if !stops.is_empty() => {
            session.words().plan_title(&day, &zone_names(plan, session.words()))
        }
        _ => day.to_string(),
    };
    if arguments.json {
        as_json::print(&visits, &stops, &store, day, session)?;
        session.out.finish()?;
        return Ok(Exit::Done);
    }
    match form {
        Form::Table => {
            let planned = visits.iter().map(|visit| visit.card).collect();
            print(&stops, &title, proposed.as_ref(), planned, &store, day, session)?;
        }
        Form::Markdown => {
            let mut text = Vec::new();
            day_plan::markdown(&mut text, &title, &stops, session.language()).map_err(Problem::Output)?;
            session.out.untrusted(&String::from_utf8_lossy(&text))?;
        }
        Form::Calendar => {
            let mut text = Vec::new();
            day_plan::calendar(&mut text, day, &stops, clock::now()).map_err(Problem::Output)?;
            session.out.untrusted(&String::from_utf8_lossy(&text))?;
        }
    }
    session.out.finish()?;
    Ok(Exit::Done)
}

fn propose(arguments: &Arguments, store: &Store, day: NaiveDate) -> Result<DayPlan, Problem> {
    let zones = match arguments.zone.as_slice() {
        [] => Zones::default(),
        zones => Zones::These(zones.to_vec()),
    };
    for zone in &arguments.zone {
        if !store.has_zone(zone)? {
            return Err(no_zone(zone, store)?);
        }
    }
    Ok(store.propose_plan(&Frame { zones, visits: arguments.visits, without: Vec::new() }, day)?)
}

/// A visit of either plan.
struct Planned {
    card: CardId,
    at: NaiveTime,
    kind: VisitKind,
    kept: Option<PlannedVisit>,
}

impl Planned {
    fn of_proposal(visit: &crate::domain::plan::Visit) -> Planned {
        Planned { card: visit.whom.card, at: visit.at, kind: visit.kind, kept: None }
    }

    fn of_kept(visit: &PlannedVisit) -> Planned {
        Planned { card: visit.card, at: visit.at, kind: visit.kind, kept: Some(visit.clone()) }
    }
}

fn stops(visits: &[Planned], store: &Store, day: NaiveDate, session: &Session) -> Result<Vec<Stop>, Problem> {
    let (words, language) = (session.words(), session.language());
    let mut stops = Vec::new();
    for visit in visits {
        let Some(card) = store.card(visit.card)? else { continue };
        let standing = store.standing(&card, day);
        let entries = store.entries_of(&card, &standing, Horizon::Today, day)?;
        let reasons = agenda::reasons(&entries, words, language);
        let fate = visit.kept.as_ref().map(|kept| kept.fate(&card.contacts));
        let dropped =
            visit.kept.as_ref().and_then(|kept| kept.dropped.clone()).filter(|_| fate == Some(Fate::Dropped));
        let moved = visit.kept.as_ref().and_then(|kept| kept.moved_to).filter(|_| fate == Some(Fate::Moved));
        let moved = moved.map(|to| words.plan_moved_to(&to));
        let usual = if reasons.is_empty() { visit.kind.name(language).to_owned() } else { reasons };
        stops.push(Stop {
            uid: card.uid,
            number: card.id.to_string(),
            at: visit.at,
            kind: visit.kind,
            minutes: session.policies().visits.length(standing.position, visit.kind),
            fate,
            who: standing.main_person.unwrap_or_default(),
            zone: card.addresses.first().map(|address| address.place.zone.clone()).unwrap_or_default(),
            place: place(&card, language),
            phone: phone(&card),
            why: dropped.or(moved).unwrap_or(usual),
            name: card.name,
        });
    }
    Ok(stops)
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
    stops: &[Stop],
    title: &str,
    proposed: Option<&DayPlan>,
    planned: Vec<CardId>,
    store: &Store,
    day: NaiveDate,
    session: &mut Session,
) -> Result<(), Problem> {
    let words = session.words();
    if stops.is_empty() {
        remark(&words.plan_nothing(&day));
    } else {
        session.out.line(title)?;
        table(stops, session).write(&mut session.out)?;
        if proposed.is_none() {
            let count = |fate: Fate| stops.iter().filter(|stop| stop.fate == Some(fate)).count();
            let (made, moved, dropped) = (count(Fate::Made), count(Fate::Moved), count(Fate::Dropped));
            session.out.line(&words.plan_tally(&made, &stops.len(), &moved, &dropped))?;
        }
    }
    let rest = match proposed {
        Some(_) => DayPlan::default(),
        None => store.propose_plan(&Frame { without: planned, ..Frame::default() }, day)?,
    };
    for (zone, count) in proposed.into_iter().flat_map(DayPlan::others).chain(rest.zones()) {
        session.out.line(&words.plan_other_zone(&count, &zone_name(zone, words)))?;
    }
    match store.due_without_address(day)? {
        0 => {}
        count => {
            let query = format!("fieldcard list \"due:..{day} no:address\"");
            session.out.line(&words.labelled(&words.plan_without_address(&count), &query))?;
        }
    }
    Ok(())
}

fn table(stops: &[Stop], session: &Session) -> Table {
    let (words, language) = (session.words(), session.language());
    let mut table = Table::headed([
        words.column_time(),
        words.column_fate(),
        words.column_number(),
        words.column_name(),
        words.column_who(),
        words.column_place_of_visit(),
        words.column_phone(),
        words.column_reason(),
    ]);
    for stop in stops {
        table.row([
            stop.at.format("%H:%M").to_string(),
            stop.fate.map(|fate| fate.name(language)).unwrap_or_default().to_owned(),
            stop.number.clone(),
            stop.name.clone(),
            stop.who.clone(),
            [stop.zone.as_str(), &stop.place].join("  ").trim().to_owned(),
            stop.phone.clone(),
            stop.why.clone(),
        ]);
    }
    table
}

fn zone_name(zone: &str, words: &crate::lang::Words) -> String {
    if zone.is_empty() { words.plan_no_zone() } else { zone.to_owned() }
}

/// The zones a plan leads through, in its order.
fn zone_names(plan: &DayPlan, words: &crate::lang::Words) -> String {
    let names: Vec<String> = plan.chosen.iter().map(|(zone, _)| zone_name(zone, words)).collect();
    names.join(&words.between_zones())
}

fn place(card: &Card, language: Language) -> String {
    card.addresses.first().map(|address| address.place.whereabouts(language)).unwrap_or_default()
}

fn phone(card: &Card) -> String {
    let people = card.people.iter().flat_map(|person| &person.phones);
    card.phones.iter().chain(people).next().map(|phone| phone.number.clone()).unwrap_or_default()
}
