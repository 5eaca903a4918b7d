//! A line of a form that is chosen from a list, or written as a text of several lines.

use tui_input::Input;

use crate::domain::address_part::AddressPart;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Outcome};
use crate::domain::field::FieldType;
use crate::domain::field_parse::LIST_SEPARATORS;
use crate::domain::language::Language;
use crate::domain::man::assertion::Answer;
use crate::domain::move_part::{Course, MovePart};
use crate::domain::person::Role;
use crate::domain::position::Position;
use crate::domain::reach::AddressKind;
use crate::domain::reason::{Exclusion, LossReason};
use crate::domain::reference;
use crate::tui::app::App;
use crate::tui::layer::form::{ContactPart, PersonPart};
use crate::tui::layer::{
    Choosing, Item, Layer, Line, Offered, Pick, Picker, Purpose, Tick, Writing, Written,
};
use crate::tui::update::edit;
use crate::tui::{fields, reading};

/// What Enter comes to on a line of a form.
enum Entered {
    /// Cards found by what is typed, and rows beside them.
    Finding(Vec<Item>, String),
    /// A region.
    Region,
    /// A text of several lines.
    LongText,
    /// One of these, or several.
    Choice(Vec<Offered>),
    /// It holds what is typed.
    NextLine,
}

impl App {
    /// Enter in a form: a choice, a text of several lines, else the next line; the last line takes the form.
    pub(in crate::tui::update) fn enter_form(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else { return };
        let Some(line) = form.line() else { return };
        let is_last = form.cursor + 1 == form.lines.len();
        let title = reading::title(self, &line.purpose);
        match self.entered(line) {
            Entered::Finding(items, typed) => {
                self.open_finding(Choosing::InForm(title), items, &typed);
            }
            Entered::Region => self.open_regions(title, ""),
            Entered::LongText => self.open_long_line(),
            Entered::Choice(mut items) => {
                let typed = line.text().trim();
                tick(self, line, &mut items);
                let present = items.iter().find(|offered| offered.item.label == typed);
                let present = present.map(|offered| offered.item.pick.clone());
                let mut picker = Picker::new(Choosing::InForm(title), items);
                picker.select(|pick| Some(pick) == present.as_ref());
                self.layers.push(Layer::Picker(Box::new(picker)));
            }
            Entered::NextLine if is_last => self.accept_form(),
            Entered::NextLine => self.turn_form(1),
        }
    }

    /// Whether Enter offers something for the line of the form, or leaves it only.
    pub(in crate::tui) fn form_line_is_entered(&self) -> bool {
        let Some(Layer::Form(form)) = self.layers.last() else { return false };
        form.line().is_some_and(|line| !matches!(self.entered(line), Entered::NextLine))
    }

    fn entered(&self, line: &Line) -> Entered {
        let language = self.setting.language;
        let typed = line.text().trim();
        let choosing = match &line.purpose {
            Purpose::Field(_, field) => match field.kind() {
                FieldType::Card => {
                    let typed = if typed == line.original { String::new() } else { typed.to_owned() };
                    return Entered::Finding(vec![self.no_choice()], typed);
                }
                // What was typed is a name too.
                FieldType::Name if typed.is_empty() || typed == line.original => {
                    return Entered::Finding(self.people_here(), String::new());
                }
                // What was typed is a region too.
                FieldType::Region if typed.is_empty() || typed == line.original => return Entered::Region,
                FieldType::Choice(_) | FieldType::Choices(_) | FieldType::OwnChoice => {
                    Some(edit::code_items(self, field))
                }
                FieldType::Note => return Entered::LongText,
                _ => None,
            },
            Purpose::Part(_, ContactPart::Kind) => Some(choice_items::<ContactKind>(language)),
            Purpose::Part(_, ContactPart::Outcomes) => Some(choice_items::<Outcome>(language)),
            Purpose::Part(_, ContactPart::Person) | Purpose::DetailPerson(..) => {
                Some(self.people_here().into_iter().map(Offered::from).collect())
            }
            Purpose::PersonPart(_, PersonPart::Roles) => Some(choice_items::<Role>(language)),
            Purpose::AddressPart(_, AddressPart::Kind) => Some(choice_items::<AddressKind>(language)),
            // What was typed is a region too.
            Purpose::AddressPart(_, AddressPart::Region) if typed.is_empty() || typed == line.original => {
                return Entered::Region;
            }
            // What was typed is read like what is chosen.
            Purpose::MovePart(..) if !typed.is_empty() => None,
            Purpose::MovePart(Course { to: Position::Non, .. }, MovePart::Reason) => {
                Some(choice_items::<Exclusion>(language))
            }
            Purpose::MovePart(_, MovePart::Reason | MovePart::Contributing) => {
                Some(choice_items::<LossReason>(language))
            }
            Purpose::MovePart(_, MovePart::Recoverable) => Some(choice_items::<Answer>(language)),
            Purpose::Part(_, ContactPart::Note) => return Entered::LongText,
            _ => None,
        };
        choosing.filter(|items| !items.is_empty()).map_or(Entered::NextLine, Entered::Choice)
    }

    /// The people of the card under the cursor, to choose from.
    fn people_here(&self) -> Vec<Item> {
        let people = self.current().map(|shown| fields::person_items(&shown.card, self.setting.day));
        people.unwrap_or_default()
    }

    pub(in crate::tui::update) fn open_long_line(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else { return };
        let Some(line) = form.line() else { return };
        let (title, text) = (reading::title(self, &line.purpose), line.text().to_owned());
        let editor = self.editor_on(&text);
        let what = Written::InForm(form.filling.card(), title);
        let writing = Writing { what, editor, original: Some(text), refused: None };
        self.layers.push(Layer::Writing(Box::new(writing)));
    }

    /// Takes a text of several lines into the line of the form below it.
    pub(in crate::tui::update) fn take_into_form(&mut self, text: &str) {
        if let Some(Layer::Form(form)) = self.layers.last_mut()
            && let Some(line) = form.lines.get_mut(form.cursor)
        {
            // The beginning is what is seen of it.
            line.input = Input::new(text.to_owned()).with_cursor(0);
            line.refused = None;
        }
        self.note_typing();
    }

    /// Takes a choice into the line of the form below it; outcomes and roles are several.
    pub(in crate::tui::update) fn pick_into_form(&mut self, item: &Item) {
        let (language, text) = (self.setting.language, item.label.clone());
        let several = self.with_choice(item);
        let Some(Layer::Form(form)) = self.layers.last_mut() else { return };
        let Some(line) = form.lines.get_mut(form.cursor) else { return };
        let text = match (&line.purpose, &item.pick) {
            (_, Pick::Code(None)) => String::new(),
            (_, Pick::Code(Some(_))) if several.is_some() => several.unwrap_or_default(),
            (Purpose::Field(_, field), Pick::Card(other)) if matches!(field.kind(), FieldType::Card) => {
                reference::written(*other, &text)
            }
            (Purpose::AddressPart(_, AddressPart::Region), Pick::Code(Some(code))) => code.clone(),
            (Purpose::Field(_, field), Pick::Code(Some(code)))
                if matches!(field.kind(), FieldType::Region) =>
            {
                code.clone()
            }
            (Purpose::Field(_, field), Pick::Code(Some(code))) => field.shown(code, language).into_owned(),
            _ => text,
        };
        line.input = Input::new(text);
        line.refused = None;
        form.turn(1);
        self.note_typing();
    }

    /// The line of the form with one choice more, or without it when it was said already; `None` where the line says
    /// one only.
    fn with_choice(&self, item: &Item) -> Option<String> {
        let Some(Layer::Form(form)) = self.layers.last() else { return None };
        let line = form.line().filter(|line| is_of_several(&line.purpose))?;
        let Pick::Code(Some(code)) = &item.pick else { return None };
        let is_it = |entry: &&str| code_of(self, &line.purpose, entry).as_ref() == Some(code);
        let mut others: Vec<&str> = entries(line.text()).filter(|entry| !is_it(entry)).collect();
        if others.len() == entries(line.text()).count() {
            others.push(&item.label);
        }
        Some(others.join(fields::BETWEEN))
    }
}

/// The choices of a list; each is found by its code and its names in all languages too.
fn choice_items<T: Choice>(language: Language) -> Vec<Offered> {
    let item = |choice: &T| Offered {
        item: Item {
            label: choice.name(language).to_owned(),
            detail: String::new(),
            pick: Pick::Code(Some(choice.code().to_owned())),
        },
        found_by: choice.said().collect::<Vec<_>>().join(" "),
        tick: Tick::Never,
    };
    T::ALL.iter().map(item).collect()
}

/// Ticks what a line says already, where it may say several.
fn tick(app: &App, line: &Line, items: &mut [Offered]) {
    if !is_of_several(&line.purpose) {
        return;
    }
    let said: Vec<String> =
        entries(line.text()).filter_map(|entry| code_of(app, &line.purpose, entry)).collect();
    for offered in items {
        let is_said = matches!(&offered.item.pick, Pick::Code(Some(code)) if said.contains(code));
        offered.tick = if is_said { Tick::On } else { Tick::Off };
    }
}

/// Whether a line may say several choices.
fn is_of_several(purpose: &Purpose) -> bool {
    match purpose {
        Purpose::Part(_, ContactPart::Outcomes) | Purpose::PersonPart(_, PersonPart::Roles) => true,
        Purpose::Field(_, field) => matches!(field.kind(), FieldType::Choices(_)),
        _ => false,
    }
}

/// The code that one entry of such a line means.
fn code_of(app: &App, purpose: &Purpose, entry: &str) -> Option<String> {
    match purpose {
        Purpose::Part(_, ContactPart::Outcomes) => {
            Outcome::from_word(entry).map(|known| known.code().to_owned())
        }
        Purpose::PersonPart(_, PersonPart::Roles) => {
            Role::from_word(entry).map(|known| known.code().to_owned())
        }
        Purpose::Field(_, field) => field.parse(entry, app.setting.day).ok()?.into_iter().next(),
        _ => None,
    }
}

fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.split(LIST_SEPARATORS).map(str::trim).filter(|entry| !entry.is_empty())
}
