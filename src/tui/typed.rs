//! What a typed line makes of the card file: the change it asks for, or why it asks for none, in words.

use chrono::NaiveDate;

use crate::domain::contact::NextAction;
use crate::domain::detail::{self, DetailGroup, NewDetail, Whose};
use crate::domain::draft::{NewCard, NewPerson, NewReach};
use crate::domain::field::own_type::{self, OwnFieldSpec};
use crate::domain::field::region;
use crate::domain::field::{CardField, FieldType, OwnField};
use crate::domain::field_parse::LIST_SEPARATORS;
use crate::domain::id::CardId;
use crate::domain::query::{Query, QueryError, SavedFilter, Strictness};
use crate::domain::reach::Place;
use crate::domain::spec::SpecError;
use crate::domain::{quick_add, spec};
use crate::lang::errors::{self, Message};
use crate::lang::problem::Problem;
use crate::tui::app::App;
use crate::tui::effect::Change;

/// Sees that all of a query is read, or says why it cannot be kept: something typed to narrow it is not.
pub fn whole_query(app: &App, text: &str) -> Result<(), String> {
    let read = Query::parse_knowing(app.known.vocabulary(), text, app.setting.day, Strictness::Screen);
    let problem = match read {
        Ok((_, hints)) => hints.into_iter().map(|hint| hint.problem).find(QueryError::leaves_out),
        Err(problem) => Some(problem),
    };
    problem.map_or(Ok(()), |problem| Err(said(Problem::Query(problem), app)))
}

/// The query of a line kept under a name, or why it cannot be.
pub fn saved_filter(app: &App, query: &str, name: &str) -> Result<SavedFilter, String> {
    SavedFilter::checked(name, query, app.known.vocabulary(), app.setting.day)
        .map_err(|error| said(Problem::Filter(error), app))
}

/// A problem in one line, its hint behind it.
pub(super) fn said(problem: Problem, app: &App) -> String {
    in_a_line(errors::describe(&problem, app.setting.words), app)
}

/// A message with its hint.
fn in_a_line(message: Message, app: &App) -> String {
    match message.hint {
        Some(hint) => app.setting.words.said_of(&message.line, &hint),
        None => message.line,
    }
}

/// The card a line says, or why it says none.
pub fn new_card(app: &App, text: &str) -> Result<NewCard, String> {
    quick_add::read(text).card.ok_or_else(|| said(Problem::Spec(SpecError::NoName), app))
}

/// The next action a line says, or why it says none.
pub fn next_action(app: &App, text: &str) -> Result<NextAction, String> {
    spec::next(text, app.setting.day).map_err(|error| said(Problem::Spec(error), app))
}

/// The day to come that a line says, and nothing else, or why it says none.
pub fn day_to_come(app: &App, text: &str) -> Result<NaiveDate, String> {
    spec::day_to_come(text, app.setting.day).map_err(|error| said(Problem::Spec(error), app))
}

/// The next action a line says of many cards, or why it says none.
pub fn next_of_many(app: &App, text: &str) -> Result<NextAction, String> {
    spec::next_of_many(text, app.setting.day).map_err(|error| said(Problem::Spec(error), app))
}

/// What a line makes of the next action of a card, or why it makes nothing of it.
pub fn put_off(app: &App, card: CardId, text: &str) -> Result<NextAction, String> {
    spec::put_off(app.present_next(card), text, app.setting.day)
        .map_err(|error| said(Problem::Spec(error), app))
}

/// The own field a line says, or why it says none.
pub fn own_field(app: &App, text: &str) -> Result<OwnField, String> {
    own_type::read(text).and_then(OwnFieldSpec::field).map_err(|error| said(Problem::Spec(error), app))
}

/// The new own field a line says, or why it says none: its key or name may be taken.
pub fn new_own_field(app: &App, text: &str) -> Result<OwnField, String> {
    let field = own_field(app, text)?;
    match own_type::taken(&field, &app.known.own) {
        Some((word, by)) => Err(in_a_line(errors::field_taken(&word, &by, app.setting.words), app)),
        None => Ok(field),
    }
}

/// The detail a line says, or why it says none.
pub fn detail(app: &App, group: &'static DetailGroup, text: &str) -> Result<NewDetail, String> {
    let new = detail::text::read(group, text, app.setting.day);
    let new = new.map_err(|error| said(Problem::Spec(error.naming(group, app.setting.language)), app))?;
    let of_nobody = group.whose == Whose::Person && new.person.is_none();
    if of_nobody { Err(app.setting.words.hint_detail_person()) } else { Ok(new) }
}

/// What a line says of a field of the user's own, or why it says nothing.
pub fn own_field_spec(app: &App, text: &str) -> Result<OwnFieldSpec, String> {
    own_type::read(text).map_err(|error| said(Problem::Spec(error), app))
}

/// The person a line says, or why it says none.
pub fn person(app: &App, text: &str) -> Result<NewPerson, String> {
    spec::person(text, app.setting.day)
        .map(|change| change.person)
        .map_err(|error| said(Problem::Spec(error), app))
}

/// What a line makes of a field, or why it cannot.
pub fn field_change(app: &App, card: CardId, field: &CardField, text: &str) -> Result<Change, String> {
    let entries = || text.split(LIST_SEPARATORS).map(str::trim).filter(|entry| !entry.is_empty());
    let spec_refusal = |error| said(Problem::Spec(error), app);
    Ok(match field.kind() {
        FieldType::Phones => {
            let phones = entries().map(spec::phone).collect::<Result<_, _>>().map_err(spec_refusal)?;
            set_reach(app, card, NewReach::Phones(phones))
        }
        FieldType::Emails => {
            let emails = entries().map(spec::email).collect::<Result<_, _>>().map_err(spec_refusal)?;
            set_reach(app, card, NewReach::Emails(emails))
        }
        FieldType::Addresses => {
            let mut places = spec::addresses(text, app.setting.day).map_err(spec_refusal)?;
            places.iter_mut().for_each(|place| with_code_of_region(app, card, place));
            set_reach(app, card, NewReach::Addresses(places))
        }
        FieldType::Card => {
            Change::Reference { card, field: field.key().to_owned(), text: text.trim().to_owned() }
        }
        _ => set_field(app, card, field.key(), field_values(app, field, text)?),
    })
}

/// A region with a code is edited by its names: those of one that the card has mean its code again.
fn with_code_of_region(app: &App, card: CardId, place: &mut Place) {
    let Some(shown) = app.current().filter(|shown| shown.card.id == card) else { return };
    let mut known = shown.card.addresses.iter().map(|address| &address.place.region);
    if let Some(code) = known.find(|known| region::shown(known, app.setting.language) == place.region) {
        place.region.clone_from(code);
    }
}

/// The values a line says for a field, or why it says none.
pub fn field_values(app: &App, field: &CardField, text: &str) -> Result<Vec<String>, String> {
    field.parse(text, app.setting.day).map_err(|error| {
        let (field, value) = (field.name(app.setting.language).to_owned(), text.to_owned());
        said(Problem::Field { field, value, error }, app)
    })
}

/// Setting a field to these values, from those the screen shows.
pub fn set_field(app: &App, card: CardId, key: &str, values: Vec<String>) -> Change {
    Change::Field { card, field: key.to_owned(), before: shown_texts(app, card, key), values }
}

/// Putting this list in place of the one the screen shows.
pub fn set_reach(app: &App, card: CardId, reach: NewReach) -> Change {
    Change::Reach { card, before: shown_texts(app, card, reach.field()), reach }
}

/// What the screen shows of a field of the card under the cursor, in canonical text.
fn shown_texts(app: &App, card: CardId, key: &str) -> Vec<String> {
    let shown = app.current().filter(|shown| shown.card.id == card);
    shown.map(|shown| shown.card.field_texts(key)).unwrap_or_default()
}
