//! `fields`: the field catalogue and the user's own fields.

use clap::Args;
use serde::Serialize;

use super::help::Help;
use super::json;
use super::session::Session;
use super::table::Table;
use super::values;
use crate::domain::choice::Choice;
use crate::domain::field::CardField;
use crate::domain::field::own_type::{self, OwnType};
use crate::lang::errors::Exit;
use crate::lang::fields;
use crate::lang::problem::Problem;
use crate::store::{Act, Removal, Source};

/// What `fields` takes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "KEY;PART=VALUE", group = "own_field")]
    add: Option<String>,
    #[arg(long, value_name = "KEY;PART=VALUE", group = "own_field")]
    change: Option<String>,
    #[arg(long, value_name = "KEY", group = "own_field")]
    remove: Option<String>,
    #[arg(long, requires = "remove")]
    force: bool,
    #[arg(long, conflicts_with = "own_field")]
    json: bool,
}

/// The words that explain it.
pub(super) const HELP: Help = Help {
    command: "fields",
    takes: <Arguments as Args>::augment_args,
    about: |words| words.help_fields(),
    arguments: &[
        ("add", |words| words.help_fields_add(&values::codes::<OwnType>().join(", "))),
        ("change", |words| words.help_fields_change()),
        ("remove", |words| words.help_fields_remove()),
        ("force", |words| words.help_fields_force()),
        ("json", |words| words.help_json()),
    ],
};

/// Lists the fields, or adds, changes or removes one of the user's own.
pub(super) fn run(arguments: &Arguments, session: &mut Session) -> Result<Exit, Problem> {
    if let Some(text) = &arguments.add {
        let field = own_type::read(text)?.field()?;
        let mut store = session.open(Source::Command)?;
        store.write(Act::Field, &field.name, |door| door.new_own_field(&field))?;
        let line = session.words().done_field_added(&field.key, &field.name);
        return said(session, &line);
    }
    if let Some(text) = &arguments.change {
        let spec = own_type::read(text)?;
        let mut store = session.open(Source::Command)?;
        store.write(Act::Field, &spec.key, |door| door.change_own_field(&spec))?;
        let line = session.words().done_field_changed(&spec.key);
        return said(session, &line);
    }
    if let Some(key) = &arguments.remove {
        let removal = if arguments.force { Removal::AndItsValues } else { Removal::WhenEmpty };
        let mut store = session.open(Source::Command)?;
        store.write(Act::Field, key, |door| door.remove_own_field(key, removal))?;
        let line = session.words().done_field_removed(key);
        return said(session, &line);
    }
    if arguments.json { listed_as_json(session) } else { listed(session) }
}

fn said(session: &mut Session, line: &str) -> Result<Exit, Problem> {
    session.out.line(line)?;
    session.out.finish()?;
    Ok(Exit::Done)
}

/// A field for programs.
#[derive(Debug, Serialize)]
struct FieldJson<'field> {
    key: &'field str,
    name: &'field str,
    group: &'static str,
    own: bool,
    party: Option<&'static str>,
    sensitive: Option<&'static str>,
    options: Vec<String>,
}

fn listed_as_json(session: &mut Session) -> Result<Exit, Problem> {
    let language = session.language();
    for field in CardField::all(&session.own_fields()?) {
        let known = match &field {
            CardField::Known(known) => Some(*known),
            CardField::Own(_) => None,
        };
        let object = FieldJson {
            key: field.key(),
            name: field.name(language),
            group: field.group().code(),
            own: known.is_none(),
            party: known.and_then(|known| known.party).map(Choice::code),
            sensitive: field.sensitive().map(Choice::code),
            options: field.options(language).into_iter().map(|(code, _)| code).collect(),
        };
        session.out.text(&json::line(&object))?;
    }
    session.out.finish()?;
    Ok(Exit::Done)
}

/// What a field takes, and how it is switched on where it is off.
fn takes(field: &CardField, session: &Session) -> String {
    let words = session.words();
    let takes = fields::takes(field, words);
    match field.sensitive() {
        Some(why) if !session.policies().privacy.shows(Some(why)) => {
            format!("{takes} ({}: {})", words.switched_off(), words.hint_switch_on(&why.code()))
        }
        _ => takes,
    }
}

/// Lists every field: key, name, group, what it takes.
fn listed(session: &mut Session) -> Result<Exit, Problem> {
    let (words, language) = (session.words(), session.language());
    let mut table =
        Table::headed([words.column_key(), words.column_name(), words.column_group(), words.column_takes()]);
    let own = session.own_fields()?;
    for field in CardField::all(&own) {
        table.row([
            field.key().to_owned(),
            field.name(language).to_owned(),
            field.group().name(language).to_owned(),
            takes(&field, session),
        ]);
    }
    table.write(&mut session.out)?;
    session.out.finish()?;
    Ok(Exit::Done)
}
