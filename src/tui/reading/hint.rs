//! What can be typed into a line, said while it is empty.

use crate::domain::address_part::AddressPart;
use crate::domain::choice::Choice;
use crate::domain::detail::{DetailGroup, Whose};
use crate::domain::field::FieldType;
use crate::domain::field::own_type::{OwnType, type_word};
use crate::domain::move_part::{MovePart, may_tell};
use crate::tui::app::App;
use crate::tui::forms;
use crate::tui::layer::form::{ContactPart, PersonPart};
use crate::tui::layer::{MarkedLine, Purpose};

/// What can be typed into a line that is empty.
pub(super) fn empty(app: &App, purpose: &Purpose) -> String {
    let words = app.setting.words;
    match purpose {
        Purpose::Search(_) => words.hint_search(),
        Purpose::Add => words.hint_add(),
        Purpose::Log(_) | Purpose::Correct(..) => words.hint_log(),
        Purpose::Next(_) => words.hint_next(),
        Purpose::MoveVisit(..) => words.hint_day_to_come(),
        Purpose::Field(_, field) => match field.kind() {
            FieldType::Phones => words.hint_phones(),
            FieldType::Emails => words.hint_emails(),
            FieldType::Addresses => words.hint_addresses(),
            FieldType::Tags => words.hint_tags(),
            FieldType::Card => words.hint_card_meant(),
            FieldType::Day(_) | FieldType::PartialDay(_) => words.hint_day(),
            FieldType::Text | FieldType::Note => words.hint_empties(),
            _ => crate::lang::fields::takes(field, words),
        },
        Purpose::FilterName(query) if query.starts_with(['@', '＠']) => words.hint_filter_removed(),
        Purpose::FilterName(_) => words.hint_filter_name(),
        Purpose::OwnField(None) => words.hint_add_field(&type_words(app)),
        Purpose::OwnField(Some(_)) => words.hint_own_field_removed(),
        Purpose::Detail(_, Some(_), _) => words.hint_detail_removed(),
        Purpose::Detail(_, None, group) => of_detail(app, group),
        Purpose::Person(_, None) => words.hint_person(),
        Purpose::Person(_, Some(_)) => words.hint_person_removed(),
        Purpose::Factor(..) => words.hint_factor(),
        Purpose::DropVisit(..) => words.visit_needs_words(),
        Purpose::MovePart(_, MovePart::Next) => words.hint_day_to_come(),
        Purpose::MovePart(_, MovePart::Recoverable) => words.hint_yes_no(),
        Purpose::MovePart(..) if forms::change_of_position::needs(purpose) => words.hint_needed(),
        Purpose::MovePart(course, part) => match may_tell(course.from, course.to, *part) {
            Some(told) => told.name(app.setting.language).to_owned(),
            None => words.hint_optional(),
        },
        Purpose::Part(_, part) => of_part(app, *part),
        Purpose::DetailPerson(..) => words.hint_enter_chooses(),
        Purpose::PersonPart(_, part) => of_person_part(app, *part),
        Purpose::AddressPart(_, part) => of_address_part(app, *part),
        Purpose::Marked(MarkedLine::Tags) => words.hint_marked_tags(),
        Purpose::Marked(MarkedLine::Next) => words.hint_next(),
        Purpose::Marked(MarkedLine::Field(_)) => words.hint_empties(),
        Purpose::Marked(MarkedLine::Export) => words.hint_marked_export(),
        Purpose::Import => words.hint_import(),
    }
}

/// What can be typed into a line of the contact form.
pub(super) fn of_part(app: &App, part: ContactPart) -> String {
    let words = app.setting.words;
    match part {
        ContactPart::Day => words.hint_day(),
        ContactPart::Kind | ContactPart::Person | ContactPart::Outcomes => words.hint_enter_chooses(),
        ContactPart::Note => words.hint_enter_writes(),
        ContactPart::Letters => words.hint_letters_line(),
        ContactPart::Promise | ContactPart::TheirPromise => words.hint_promise(),
        ContactPart::Next => words.hint_next(),
    }
}

/// What can be typed into a line of the form of a person.
pub(super) fn of_person_part(app: &App, part: PersonPart) -> String {
    let words = app.setting.words;
    match part {
        PersonPart::Name => words.hint_needed(),
        PersonPart::Title => words.hint_optional(),
        PersonPart::Roles => words.hint_enter_chooses(),
        PersonPart::Phones => words.hint_phones(),
        PersonPart::Emails => words.hint_emails(),
        PersonPart::From | PersonPart::To => words.hint_day(),
    }
}

/// What can be typed into a line of the form of an address.
pub(super) fn of_address_part(app: &App, part: AddressPart) -> String {
    let words = app.setting.words;
    match part {
        AddressPart::Kind | AddressPart::Region => words.hint_enter_chooses(),
        AddressPart::From | AddressPart::To => words.hint_day(),
        AddressPart::Street
        | AddressPart::PostCode
        | AddressPart::Zone
        | AddressPart::Order
        | AddressPart::Minutes
        | AddressPart::Note => words.hint_optional(),
    }
}

fn type_words(app: &App) -> String {
    let language = app.setting.language;
    let words = OwnType::ALL.iter().map(|own_type| type_word(*own_type, language));
    words.collect::<Vec<_>>().join(" ")
}

/// The parts a detail of a group can have, as they are typed.
fn of_detail(app: &App, group: &DetailGroup) -> String {
    let language = app.setting.language;
    let mut names = group.parts.iter().map(|part| part.name(language));
    let head = names.next().unwrap_or_default();
    let further = names.map(|name| format!(";{name}=...")).collect::<String>();
    let person = if group.whose == Whose::Card {
        String::new()
    } else {
        format!(";{}=...", app.setting.words.field_person())
    };
    format!("{head}{further}{person}")
}
