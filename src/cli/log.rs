//! `log`: a contact from one line.

use clap::Args;

use super::help::Help;
use super::output::remark;
use super::reading;
use super::session::Session;
use super::values;
use crate::domain::card::Card;
use crate::domain::contact::ContactKind;
use crate::domain::id::PersonId;
use crate::domain::log_line::{self, DayTold, LeftOut, Recordable};
use crate::domain::person;
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::lang::{agenda, doubt};
use crate::store::{Act, Source, StoreError};

/// What `log` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "CARD")]
    card: String,
    #[arg(value_name = "LINE", allow_hyphen_values = true)]
    line: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "NAME")]
    person: Option<String>,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "log",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_log(),
    arguments: &[
        ("card", |words| words.help_card()),
        ("line", |words| words.help_log_line()),
        ("on", |words| words.help_on()),
        ("person", |words| words.help_log_person()),
    ],
};

/// Records the contact and says what was understood.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    values::no_option(HELP.command, &arguments.line)?;
    let on = values::past_day(arguments.on.as_deref(), session.day())?;
    if arguments.line.trim().is_empty() {
        return Err(UsageProblem::EmptyLine.into());
    }
    let mut store = session.open(Source::Command)?;
    let card = session.card(&store, &arguments.card)?;
    let said = log_line::read_among(&card.people, &arguments.line, session.day(), DayTold::Beside);
    let doubts = said.doubts.clone();
    let person = arguments.person.as_deref().map(|name| person_on(&card, name)).transpose()?;
    let Recordable { contact, left_out } = said.contact(&card, on, person, ContactKind::Other);
    // Nobody looks at what is understood before it is written, as on the screen: half of it is no answer.
    match left_out.first() {
        Some(LeftOut::NobodysAuthority(_)) => return Err(StoreError::NobodysAuthority(card.id).into()),
        None => {}
    }
    store.write(Act::Log, &card.name, |door| door.log(card.id, &contact))?;
    let line = reading::contact(&card.name, &contact, session.words(), session.language());
    session.out.line(&line)?;
    if let Some((after, planned)) = contact.plan_after(&card) {
        let planned = reading::next_action(planned, session.language());
        session.out.line(&agenda::plan_after(after, &planned, session.words()))?;
    }
    for (span, reason) in &doubts {
        let reason = doubt::said(*reason, session.words());
        remark(&session.words().log_doubt(&&arguments.line[span.clone()], &reason));
    }
    session.out.finish()?;
    Ok(Exit::Done)
}

/// The person on the card with this name, however it is written.
fn person_on(card: &Card, name: &str) -> Result<PersonId, Problem> {
    let found = person::named(&card.people, name, |person| &person.name);
    found.map(|person| person.id).ok_or_else(|| Problem::NoSuchPerson {
        name: name.to_owned(),
        card: card.id,
        known: card.people.iter().map(|person| person.name.clone()).collect(),
    })
}
