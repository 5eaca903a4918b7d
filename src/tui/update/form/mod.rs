//! Forms: opened, filled in line by line, taken as one change.

mod change;
mod choose;
mod crossing;
mod lines;

use lines::begins;
use tui_input::Input;

use crate::domain::choice::Choice;
use crate::domain::field::FieldType;
use crate::domain::id::CardId;
use crate::domain::reach::Address;
use crate::tui::app::{App, Tab};
use crate::tui::effect::Change;
use crate::tui::fields::{self, FieldRow};
use crate::tui::layer::form::{ContactPart, Filling};
use crate::tui::layer::{Choosing, Form, HalfTyped, Item, Layer, Line, Pick, Picker, Purpose};
use crate::tui::{forms, reading, typed};

impl App {
    /// Opens the group of the field under the cursor as a form; where the card is not opened, what it is begun
    /// with.
    pub(in crate::tui::update) fn open_group_form(&mut self) {
        let Some(card) = self.current().map(|shown| shown.card.id) else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let row = self.field_rows().into_iter().nth(self.cursors.field);
        let row = row.filter(|_| self.opened == Some(Tab::Card));
        match row {
            Some(FieldRow::Detail(detail, group)) => {
                self.open_form(Filling::Detail(card, Some(detail), group), "");
                return;
            }
            Some(FieldRow::Person(person)) => {
                self.open_form(Filling::Person(card, Some(person)), "");
                return;
            }
            Some(FieldRow::NewPerson) => {
                self.open_form(Filling::Person(card, None), "");
                return;
            }
            Some(FieldRow::NewDetail(group)) => {
                self.open_form(Filling::Detail(card, None, group), "");
                return;
            }
            Some(FieldRow::Field(field)) if matches!(field.kind(), FieldType::Addresses) => {
                self.open_addresses(card);
                return;
            }
            _ => {}
        }
        let Some(group) = row.as_ref().map(fields::group_of) else {
            self.open_form(Filling::Beginning(card), "");
            return;
        };
        let here = match row {
            Some(FieldRow::Field(field)) => Some(field),
            _ => None,
        };
        self.open_form(Filling::Group(card, group), "");
        if let (Some(here), Some(Layer::Form(form))) = (here, self.layers.last_mut()) {
            let is_here = |line: &Line| matches!(&line.purpose, Purpose::Field(_, field) if *field == here);
            form.cursor = form.lines.iter().position(is_here).unwrap_or(0);
        }
    }

    /// Opens a line, or its whole form when that is where something was half typed.
    pub(in crate::tui::update) fn open_line_or_form(&mut self, purpose: Purpose, text: String) {
        let has_draft = |of: Option<HalfTyped>| of.is_some_and(|of| self.typing.draft_of(&of).is_some());
        match purpose.whole_form() {
            Some(form) if has_draft(Some(HalfTyped::Form(form))) && !has_draft(purpose.half_typed()) => {
                self.open_form(form, "");
            }
            _ => self.open_line(purpose, text),
        }
    }

    /// An address as a form: of several, or beside one, it is asked which.
    fn open_addresses(&mut self, card: CardId) {
        let Some(shown) = self.current() else { return };
        if shown.card.addresses.is_empty() {
            self.open_form(Filling::Address(card, None), "");
            return;
        }
        let language = self.setting.language;
        let item = |address: &Address| Item {
            label: address.place.shown(language),
            detail: address.place.kind.name(language).to_owned(),
            pick: Pick::Address(Some(address.id)),
        };
        let mut items: Vec<Item> = shown.card.addresses.iter().map(item).collect();
        let label = self.words().choice_new_address();
        items.push(Item { label, detail: String::new(), pick: Pick::Address(None) });
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Address(card), items))));
    }

    /// Goes on with a line as the whole form, with what was typed into it. What cannot be read stays in the line.
    pub(in crate::tui::update) fn open_whole_form(&mut self) {
        let Some(Layer::Line(line)) = self.layers.last() else { return };
        if let (Purpose::Field(card, _), true) = (&line.purpose, line.purpose.is_addresses()) {
            // Of several addresses one is chosen: what was typed of all of them is kept as it is.
            let (card, draft) = (*card, line.draft());
            self.layers.pop();
            draft.into_iter().for_each(|draft| self.put_away(draft));
            self.open_addresses(card);
            return;
        }
        let Some(filling) = line.purpose.whole_form() else { return };
        let (typed, is_new) = (line.text().to_owned(), line.text() != line.original);
        let half_typed = line.purpose.half_typed();
        let said = match filling {
            Filling::Person(..) if is_new && !typed.trim().is_empty() => {
                typed::person(self, &typed).map(|person| forms::person::texts(self, &person))
            }
            Filling::Detail(_, _, group) if is_new && !typed.trim().is_empty() => {
                typed::detail(self, group, &typed).map(|detail| self.detail_texts(&detail))
            }
            _ => Ok(Vec::new()),
        };
        let said = match said {
            Ok(said) => said,
            Err(refusal) => return self.refuse_layer(refusal),
        };
        self.drop_typed(half_typed);
        self.layers.pop();
        let typed = if matches!(filling, Filling::Contact(..)) { typed } else { String::new() };
        self.open_form(filling, &typed);
        if let Some(Layer::Form(form)) = self.layers.last_mut() {
            for (line, text) in form.lines.iter_mut().zip(said) {
                line.input = Input::new(text);
            }
        }
        self.note_typing();
    }

    /// Opens a form, with what was half typed into it before.
    pub(in crate::tui::update) fn open_form(&mut self, filling: Filling, typed: &str) {
        let lines = self.lines_of(filling, typed);
        if lines.is_empty() {
            self.refuse(self.words().form_empty());
            return;
        }
        let is_note = |line: &Line| matches!(line.purpose, Purpose::Part(_, ContactPart::Note));
        let cursor = match filling {
            Filling::Move(..) | Filling::MarkedMove(..) => forms::change_of_position::first(&lines),
            _ => lines.iter().position(is_note).unwrap_or(0),
        };
        let mut form = Form { filling, lines, cursor };
        if let Some(draft) = self.typing.draft_of(&HalfTyped::Form(filling))
            && typed.is_empty()
        {
            form.resume(&draft);
        }
        self.open_layer(Layer::Form(Box::new(form)));
    }

    /// The lines of a form, filled from the card as it is shown now.
    fn lines_of(&self, filling: Filling, typed: &str) -> Vec<Line> {
        match filling {
            Filling::Group(card, group) => self.field_lines(card, |field, _| field.group() == group),
            Filling::Beginning(card) => self.field_lines(card, begins),
            Filling::Contact(card, logged) => {
                let said = logged.and_then(|contact| self.present_text(&Purpose::Correct(card, contact)));
                forms::contact::lines(self, card, &said.unwrap_or_default(), typed)
            }
            Filling::Move(card, to) => forms::change_of_position::lines(self, card, to),
            Filling::MarkedMove(_, course) => forms::change_of_position::marked_lines(self, course),
            Filling::Detail(card, detail, group) => self.detail_lines(card, detail, group),
            Filling::Person(card, person) => forms::person::lines(self, card, person),
            Filling::Address(card, address) => forms::address::lines(self, card, address),
        }
    }

    pub(in crate::tui::update) fn turn_form(&mut self, by: isize) {
        if let Some(Layer::Form(form)) = self.layers.last_mut() {
            form.turn(by);
        }
    }

    /// Takes the whole form as one change, or goes to the line that cannot be taken.
    pub(in crate::tui::update) fn accept_form(&mut self) {
        let Some(Layer::Form(mut form)) = self.layers.pop() else { return };
        let Some(shown) = self.current().filter(|shown| shown.card.id == form.filling.card()) else {
            let name = self.name_of(form.filling.card());
            self.refuse(self.words().card_left(&name));
            self.layers.push(Layer::Form(form));
            return;
        };
        if let Some((place, theirs)) = self.crossed_line(&mut form) {
            form.cursor = place;
            let (what, mine) =
                (reading::title(self, &form.lines[place].purpose), form.lines[place].text().to_owned());
            self.layers.push(Layer::Form(form));
            self.ask_whose(&what, mine, theirs);
            return;
        }
        let change = match form.filling {
            Filling::Contact(card, logged) => {
                forms::contact::contact(self, &shown.card, &form).map(|said| match logged {
                    Some(contact) => self.correction(card, contact, said),
                    None => Change::Log(card, Box::new(said)),
                })
            }
            Filling::Move(card, to) => forms::change_of_position::change(self, &shown.card, to, &form)
                .map(|change| Change::Move(card, Box::new(change))),
            Filling::MarkedMove(_, course) => {
                match forms::change_of_position::marked_change(self, course, &form) {
                    Ok(change) => {
                        self.drop_typed(Some(HalfTyped::Form(form.filling)));
                        self.move_marked(change);
                        return;
                    }
                    Err(refused) => Err(refused),
                }
            }
            Filling::Group(..) | Filling::Beginning(_) => self.group_change(&form),
            Filling::Detail(card, detail, group) => self.detail_change(&form, card, detail, group),
            Filling::Person(card, person) => forms::person::change(self, card, person, &form),
            Filling::Address(card, address) => forms::address::change(self, card, address, &form),
        };
        match change {
            Ok(change) => {
                if let Change::Log(_, said) = &change {
                    self.typing.last_kind = said.contact.kind;
                }
                let card = form.filling.card();
                self.drop_typed(Some(HalfTyped::Form(form.filling)));
                self.typing.taken = Some(Layer::Form(form));
                self.write_on(card, change);
            }
            Err((place, refusal)) => {
                form.cursor = place;
                form.lines[place].refused = Some(refusal);
                self.layers.push(Layer::Form(form));
            }
        }
    }
}
