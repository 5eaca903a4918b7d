//! `edit`: changes a card's fields, people and next action.

use clap::Args;

use super::assignments::{self, Plan};
use super::help::Help;
use super::session::Session;
use crate::domain::card::CardState;
use crate::domain::detail;
use crate::domain::spec;
use crate::lang::errors::Exit;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::{Act, Source};

/// What `edit` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "CARD")]
    card: String,
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<String>,
    #[arg(long, value_name = "GROUP=DETAIL")]
    detail: Vec<String>,
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,
    #[arg(long, value_name = "'DATE KIND NOTE'")]
    next: Option<String>,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "edit",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_edit(),
    arguments: &[
        ("card", |words| words.help_card()),
        ("set", |words| words.help_set()),
        ("detail", |words| words.help_detail(&assignments::detail_groups())),
        ("person", |words| words.help_person()),
        ("next", |words| words.help_edit_next()),
    ],
};

/// Makes all changes in one entry of the journal and says whether there were any. A card in the bin comes
/// out of it.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let changes_lists = !arguments.person.is_empty() || !arguments.detail.is_empty();
    if arguments.set.is_empty() && !changes_lists && arguments.next.is_none() {
        let (argument, command) = ("--set FIELD=VALUE".to_owned(), "edit".to_owned());
        return Err(UsageProblem::MissingArgument { argument, command }.into());
    }
    let people: Vec<_> =
        arguments.person.iter().map(|text| spec::person(text, session.day())).collect::<Result<_, _>>()?;
    let details = arguments.detail.iter().map(|text| detail::text::assigned(text, session.day()));
    let details: Vec<_> = details.collect::<Result<_, _>>()?;
    let next = match arguments.next.as_deref() {
        None => None,
        Some(text) if text.trim().is_empty() => Some(None),
        Some(text) => Some(Some(spec::next(text, session.day())?)),
    };
    let mut store = session.open(Source::Command)?;
    let card = session.card(&store, &arguments.card)?;
    let settings = assignments::read(&arguments.set, session, &store)?;
    let written = store.write(Act::Edit, &card.name, |door| {
        // Read again inside the write: what another program has written meanwhile stays, and is added to.
        let present = door.card(card.id)?;
        if present.state == CardState::Binned {
            door.unbin(card.id)?;
        }
        let mut plan = Plan::of(&present);
        for setting in &settings {
            plan.take(setting, |field| present.field_texts(field));
        }
        plan.apply(door, &present)?;
        for person in &people {
            door.change_person(card.id, person)?;
        }
        for assigned in &details {
            assignments::apply_detail(assigned, door, card.id)?;
        }
        if let Some(next) = &next {
            door.set_next(card.id, next.as_ref())?;
        }
        Ok(())
    })?;
    let words = session.words();
    let line = match written.journal {
        Some(_) if card.state == CardState::Binned => words.done_edited_unbinned(&card.id, &card.name),
        Some(_) => words.done_edited(&card.id, &card.name),
        None => words.done_nothing(&card.id, &card.name),
    };
    session.out.line(&line)?;
    session.out.finish()?;
    people.iter().for_each(|change| assignments::warn_of_person(&change.person, session));
    assignments::warn(&settings, &store, card.id, session)?;
    Ok(Exit::Done)
}
