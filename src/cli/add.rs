//! `add`: makes a card and prints its id.

use clap::Args;

use super::assignments::{self, Plan};
use super::help::Help;
use super::output::remark;
use super::session::Session;
use super::values;
use crate::domain::channel::Channel;
use crate::domain::detail;
use crate::domain::draft::NewCard;
use crate::domain::spec;
use crate::domain::transition::{self, Supplied};
use crate::lang::errors::Exit;
use crate::lang::problem::Problem;
use crate::store::{Act, DuplicateBy, Source, StoreError};

/// What `add` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "KIND:NUMBER")]
    phone: Vec<String>,
    #[arg(long, value_name = "KIND:ADDRESS")]
    email: Vec<String>,
    #[arg(long, value_name = "COMPANY")]
    company: Option<String>,
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,
    #[arg(long, value_name = "ADDRESS")]
    address: Vec<String>,
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<String>,
    #[arg(long, value_name = "GROUP=DETAIL")]
    detail: Vec<String>,
    #[arg(long)]
    force: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "add",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_add(),
    arguments: &[
        ("name", |words| words.help_add_name()),
        ("phone", |words| words.help_add_phone()),
        ("email", |words| words.help_add_email()),
        ("company", |words| words.help_add_company()),
        ("channel", |words| words.help_add_channel()),
        ("person", |words| words.help_person()),
        ("address", |words| words.help_add_address()),
        ("set", |words| words.help_set()),
        ("detail", |words| words.help_detail(&assignments::detail_groups())),
        ("force", |words| words.help_add_force()),
    ],
};

/// Makes the card; nothing is made when it looks like one that is there, unless forced.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    let mut new = new_card(arguments, session)?;
    let mut store = session.open(Source::Command)?;
    let typed = new.clone();
    let settings = assignments::read(&arguments.set, session, &store)?;
    let mut plan = Plan::taken_from(&mut new);
    for setting in &settings {
        plan.take(setting, |_| Vec::new());
    }
    plan.onto(&mut new);
    if new.name.trim().is_empty() {
        return Err(StoreError::EmptyName.into());
    }
    transition::judge(None, new.position, &Supplied::default()).map_err(StoreError::Move)?;
    let made = store.write(Act::Add, &new.name, |door| {
        let twins = if arguments.force { Vec::new() } else { door.likely_duplicates(&new)? };
        // A code that is taken is refused by the door, by name: forcing would not help.
        let is_coded = twins.iter().any(|twin| twin.by == DuplicateBy::Code);
        if twins.is_empty() || is_coded { door.add_card(&new).map(Ok) } else { Ok(Err(twins)) }
    })?;
    let card = match made.value {
        Ok(card) => card,
        Err(found) => return Err(Problem::LikelyDuplicates { name: new.name, found }),
    };
    session.out.line(&card.to_string())?;
    session.out.finish()?;
    assignments::warn_of_places(&typed.addresses, session);
    assignments::warn_of_reach(&typed.phones, &typed.emails, session);
    typed.people.iter().for_each(|person| assignments::warn_of_person(person, session));
    if !arguments.force
        && let Some((other, name, number)) = store.on_the_same_number(card)?
    {
        remark(&session.words().added_on_the_same_number(&number, &name, &other));
    }
    assignments::warn(&settings, &store, card, session)?;
    Ok(Exit::Done)
}

fn new_card(arguments: &Arguments, session: &Session) -> Result<NewCard, Problem> {
    let mut new = NewCard::named(arguments.name.trim());
    new.company = arguments.company.as_deref().unwrap_or_default().trim().to_owned();
    new.channel =
        arguments.channel.as_deref().map(|text| values::choice::<Channel>("--channel", text)).transpose()?;
    new.phones = arguments.phone.iter().map(|text| spec::phone(text)).collect::<Result<_, _>>()?;
    new.emails = arguments.email.iter().map(|text| spec::email(text)).collect::<Result<_, _>>()?;
    let addresses = arguments.address.iter().map(|text| spec::address(text, session.day()));
    new.addresses = addresses.collect::<Result<_, _>>()?;
    let people = arguments.person.iter().map(|text| spec::person(text, session.day()));
    let people = people.map(|said| said.map(|change| change.person));
    new.people = people.collect::<Result<_, _>>()?;
    let details = arguments.detail.iter().map(|text| detail::text::assigned(text, session.day()));
    let details = details.map(|assigned| assigned.map(|assigned| assigned.detail));
    new.details = details.collect::<Result<_, _>>()?;
    Ok(new)
}
