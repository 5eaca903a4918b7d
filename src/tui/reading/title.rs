//! What stands above a line, a form's line and a picker.

use crate::domain::choice::Choice;
use crate::domain::field::{built_in, key};
use crate::domain::language::Language;
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::layer::{Choosing, MarkedChoice, MarkedLine, Purpose};

/// What stands above a line.
pub fn title(app: &App, purpose: &Purpose) -> String {
    let words = app.setting.words;
    let language = app.setting.language;
    // Not of the card under the cursor: it may be another one by now.
    let name = purpose.card().map(|card| app.name_of(card)).unwrap_or_default();
    match purpose {
        Purpose::Search(_) => words.key_search(),
        Purpose::FilterName(query) => words.title_filter_name(query),
        Purpose::Add => words.title_add(),
        Purpose::Log(_) => words.title_log(&name),
        Purpose::Correct(..) => words.title_correct(&name),
        Purpose::Next(_) => words.title_next(&name),
        Purpose::Field(_, field) => field.name(language).to_owned(),
        Purpose::Person(..) => words.field_person(),
        Purpose::Detail(_, _, group) => group.name(language).to_owned(),
        Purpose::OwnField(None) => words.title_new_own_field(),
        Purpose::OwnField(Some(key)) => words.title_own_field(key),
        Purpose::Factor(_, factor) => factor.name(language).to_owned(),
        Purpose::MovePart(_, part) => part.name(language).to_owned(),
        Purpose::MoveVisit(..) => words.title_move_visit(),
        Purpose::DropVisit(..) => words.title_drop_visit(),
        Purpose::Part(_, part) => part.name(language).to_owned(),
        Purpose::DetailPerson(..) => words.field_person(),
        Purpose::PersonPart(_, part) => part.name(language).to_owned(),
        Purpose::AddressPart(_, part) => part.name(language).to_owned(),
        Purpose::Import => words.title_import_list(),
        Purpose::Marked(line) => {
            let what = match line {
                MarkedLine::Tags => field_name(key::TAGS, language),
                MarkedLine::Next => words.column_next(),
                MarkedLine::Field(field) => field.name(language).to_owned(),
                MarkedLine::Export => words.title_export(),
            };
            words.title_marked(&app.listing.marks().len(), &what)
        }
    }
}

/// What stands above a picker.
pub fn picker_title(app: &App, choosing: &Choosing) -> String {
    let words = app.setting.words;
    let language = app.setting.language;
    match choosing {
        Choosing::Palette => words.title_palette(),
        Choosing::Authority(_) | Choosing::AnswerFor(_) => words.title_whose_authority(),
        Choosing::Answer(_, letter, _) => letter.name(language).to_owned(),
        Choosing::Position(_) => words.title_position(),
        Choosing::Promise(_) => words.title_promises(),
        Choosing::Zone => words.title_zone(),
        Choosing::Sort => words.title_sort(),
        Choosing::View => words.title_views(),
        Choosing::Code(_, field) | Choosing::Card(_, field) => field.name(language).to_owned(),
        Choosing::DetailGroup(_) => words.title_add_detail(),
        Choosing::Gap(_) => words.title_gaps(),
        Choosing::Draft => words.title_drafts(),
        Choosing::Import(list, report) => {
            words.title_import(&report.read, &safe::line(&list.name()), &report.encoding)
        }
        Choosing::InForm(title) | Choosing::Region(title) | Choosing::Crossing(title) => title.clone(),
        Choosing::Address(_) => words.field_address(),
        Choosing::Marked(choice) => {
            let what = match choice {
                MarkedChoice::Position => field_name("position", language),
                MarkedChoice::Field => words.title_field(),
                MarkedChoice::Code(field) => field.name(language).to_owned(),
            };
            words.title_marked(&app.listing.marks().len(), &what)
        }
    }
}

/// What a field of the catalogue is called.
fn field_name(key: &str, language: Language) -> String {
    built_in(key).map_or(key, |field| field.name(language)).to_owned()
}
