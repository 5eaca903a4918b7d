//! Enter in a layer: takes the line, or the row of a picker.

use crate::domain::contact::NextAction;
use crate::domain::field::{CardField, FieldType};
use crate::domain::id::CardId;
use crate::domain::log_line::{self, Recordable};
use crate::domain::man::assertion::Letter;
use crate::store::Draft;
use crate::tui::app::App;
use crate::tui::effect::{Change, Effect};
use crate::tui::layer::form::Filling;
use crate::tui::layer::{Choosing, HalfTyped, Layer, Line, Pick, Picker, Purpose, Written};
use crate::tui::listing::Stage;
use crate::tui::reading;
use crate::tui::typed;

impl App {
    pub(super) fn accept(&mut self) {
        match self.layers.pop() {
            Some(Layer::Line(line)) => self.accept_line(line),
            Some(Layer::Picker(picker)) => self.accept_pick(*picker),
            Some(Layer::Writing(writing)) => self.accept_writing(writing),
            Some(form @ Layer::Form(_)) => {
                self.layers.push(form);
                self.accept_form();
            }
            Some(Layer::Reading(_) | Layer::Columns(_)) | None => {}
        }
    }

    /// Takes a line, or puts it back with the reason why not.
    fn accept_line(&mut self, mut line: Box<Line>) {
        if let Some(name) = self.left_list(line.purpose.card()) {
            line.refused = Some(self.words().card_left(&name));
            self.layers.push(Layer::Line(line));
            return;
        }
        if let Some(theirs) = self.crossing(&line) {
            let (what, mine) = (reading::title(self, &line.purpose), line.text().to_owned());
            self.layers.push(Layer::Line(line));
            self.ask_whose(&what, mine, theirs);
            return;
        }
        match self.take_line(&line) {
            Ok(()) => {
                self.drop_line(&line.purpose);
                if !matches!(line.purpose, Purpose::Search(_)) {
                    self.typing.taken = Some(Layer::Line(line));
                }
            }
            Err(refusal) => {
                line.refused = Some(refusal);
                self.layers.push(Layer::Line(line));
            }
        }
    }

    fn take_line(&mut self, line: &Line) -> Result<(), String> {
        let text = line.text().trim();
        match &line.purpose {
            Purpose::Search(_) => {
                typed::whole_query(self, text)?;
                self.keep_search();
            }
            Purpose::Import => self.try_list(text),
            Purpose::Add => {
                let new = typed::new_card(self, text)?;
                self.write(new.name.clone(), Change::Add(Box::new(new)));
            }
            Purpose::Log(card) => {
                if text.is_empty() {
                    return Err(self.words().log_empty());
                }
                let contact = self.contact(*card, text).ok_or_else(|| self.words().no_card_here())?;
                self.typing.last_kind = contact.contact.kind;
                self.write_on(*card, Change::Log(*card, Box::new(contact)));
            }
            Purpose::Correct(card, contact) => {
                if text.is_empty() {
                    return Err(self.words().log_empty());
                }
                let said = self.contact(*card, text).ok_or_else(|| self.words().no_card_here())?;
                self.write_on(*card, self.correction(*card, *contact, said));
            }
            Purpose::Next(card) => {
                let next = match text {
                    "" => None,
                    text => Some(typed::put_off(self, *card, text)?),
                };
                self.write_on(*card, Change::Next(*card, next));
            }
            Purpose::Field(card, field) => {
                let change = typed::field_change(self, *card, field, text)?;
                self.write_on(*card, change);
            }
            Purpose::OwnField(None) => {
                let field = typed::new_own_field(self, text)?;
                self.effects.push(Effect::AddField(field));
            }
            Purpose::OwnField(Some(key)) if text.is_empty() => {
                self.effects.push(Effect::RemoveField(key.clone()));
            }
            Purpose::OwnField(Some(key)) => {
                let spec = typed::own_field_spec(self, text)?;
                if spec.key != *key {
                    return Err(self.words().own_key_stays(key));
                }
                self.effects.push(Effect::ChangeField(spec));
            }
            Purpose::FilterName(query) => self.take_filter_name(query, text)?,
            Purpose::Detail(card, Some(detail), _) if text.is_empty() => {
                self.write_on(*card, Change::RemoveDetail(*card, *detail));
            }
            Purpose::Detail(card, detail, group) => {
                let new = typed::detail(self, group, text)?;
                self.write_on(*card, Change::Detail(*card, *detail, Box::new(new)));
            }
            Purpose::Person(card, Some(person)) if text.is_empty() => {
                self.write_on(*card, Change::RemovePerson(*card, *person));
            }
            Purpose::Person(card, person) => {
                let new = typed::person(self, text)?;
                self.write_on(*card, Change::Person(*card, *person, Box::new(new)));
            }
            Purpose::Factor(card, factor) => {
                let score = crate::tui::reading::score::read_score(*factor, text)
                    .map_err(|points| self.words().points_out_of_range(&points))?;
                self.assess_factor(*card, score);
            }
            Purpose::MoveVisit(card, visit) => {
                let to = typed::day_to_come(self, text)?;
                self.write_on(*card, Change::MoveVisit(*card, *visit, to));
            }
            Purpose::DropVisit(card, visit) => {
                if text.is_empty() {
                    return Err(self.words().visit_needs_words());
                }
                self.write_on(*card, Change::DropVisit(*card, *visit, text.to_owned()));
            }
            Purpose::Marked(line) => self.take_marked_line(line, text)?,
            // A line of a form is taken with it.
            Purpose::Part(..)
            | Purpose::MovePart(..)
            | Purpose::DetailPerson(..)
            | Purpose::PersonPart(..)
            | Purpose::AddressPart(..) => {}
        }
        Ok(())
    }

    /// What is to be done next with a card on the screen.
    pub(in crate::tui) fn present_next(&self, card: CardId) -> Option<&NextAction> {
        self.current().filter(|shown| shown.card.id == card)?.card.next_action.as_ref()
    }

    pub(super) fn write_on(&mut self, card: CardId, change: Change) {
        self.write(self.name_of(card).to_owned(), change);
    }

    /// The contact a log line says; its kind, where none is named, is the one used last.
    pub(in crate::tui) fn contact(&self, card: CardId, text: &str) -> Option<Recordable> {
        let card = &self.current().filter(|shown| shown.card.id == card)?.card;
        let read = log_line::read_among(&card.people, text, self.setting.day, log_line::DayTold::InLine);
        Some(read.contact(card, self.setting.day, None, self.typing.last_kind))
    }

    fn accept_pick(&mut self, picker: Picker) {
        let Some(pick) = picker.chosen().filter(|pick| !matches!(pick, Pick::Told | Pick::Remark)) else {
            if picker.chosen() == Some(Pick::Told) {
                self.refuse(self.words().import_mapped_by_command());
            }
            self.layers.push(Layer::Picker(Box::new(picker)));
            return;
        };
        if let (Choosing::InForm(_) | Choosing::Region(_), Some(item)) =
            (&picker.choosing, picker.chosen_item().cloned())
        {
            self.pick_into_form(&item);
            return;
        }
        if picker.choosing.card().is_some_and(|card| self.current().is_none_or(|shown| shown.card.id != card))
        {
            self.refuse(self.words().chosen_for_none());
            return;
        }
        match (picker.choosing, pick) {
            (Choosing::Crossing(_), pick) => self.take_whose(pick),
            (_, Pick::Action(action)) => self.act(action),
            (Choosing::Authority(card), Pick::Person(person)) => {
                self.count_press(card, Letter::Authority, Some(person));
            }
            (Choosing::AnswerFor(card), Pick::Person(person)) => {
                self.ask_answer(card, Letter::Authority, Some(person));
            }
            (Choosing::Answer(card, letter, person), Pick::Answer(answer)) => {
                self.record_answer(card, letter, person, answer);
            }
            (Choosing::Position(card), Pick::Position(position)) => self.move_to(card, position),
            (Choosing::Promise(card), Pick::Promise { promise, kept }) => {
                self.write_on(card, Change::Settle(card, promise, kept));
            }
            (_, Pick::Zones(zones)) => self.plan_zones(zones),
            (_, Pick::Unaddressed) => self.list_unaddressed(),
            (_, Pick::Sort(sort)) => self.sort_by(sort),
            (_, Pick::View(view)) => self.turn_to(view),
            (Choosing::Code(card, field), Pick::Code(code)) => {
                let values = code.into_iter().collect();
                self.write_on(card, typed::set_field(self, card, field.key(), values));
            }
            (Choosing::Card(card, field), Pick::Card(other)) => self.name_card(card, &field, Some(other)),
            (Choosing::Card(card, field), Pick::Code(None)) => self.name_card(card, &field, None),
            (Choosing::Address(card), Pick::Address(address)) => {
                self.open_form(Filling::Address(card, address), "");
            }
            (Choosing::Gap(_), Pick::Gap(gap)) => self.fill(&gap),
            (Choosing::DetailGroup(card), Pick::DetailGroup(group)) => {
                self.open_line(Purpose::Detail(card, None, group), String::new());
            }
            (_, Pick::Draft(draft)) => self.resume(&draft),
            (Choosing::Marked(choice), pick) => self.accept_marked_pick(choice, pick),
            (Choosing::Import(list, report), Pick::OnDuplicate(on_duplicate)) => {
                self.bring_in(list, &report, on_duplicate);
            }
            (_, Pick::Filter(name)) => self.open_filter(&name),
            (_, Pick::Preference(preference)) => self.prefer(preference),
            _ => {}
        }
    }

    /// Opens again what a half-typed text was typed into.
    fn resume(&mut self, draft: &Draft) {
        if let Some(card) = draft.card
            && self.listing.select(card).is_none()
        {
            self.destination.card = Some(card);
            self.search(String::new(), Stage::Kept);
        }
        let purpose = match HalfTyped::of(draft) {
            HalfTyped::Add => Purpose::Add,
            HalfTyped::Import => Purpose::Import,
            HalfTyped::Log(card) => Purpose::Log(card),
            HalfTyped::Correct(card, contact) => Purpose::Correct(card, contact),
            HalfTyped::Next(card) => Purpose::Next(card),
            HalfTyped::Person(card, person) => Purpose::Person(card, person),
            HalfTyped::Detail(card, detail, group) => Purpose::Detail(card, detail, group),
            HalfTyped::Factor(card, factor) => Purpose::Factor(card, factor),
            HalfTyped::ContactNote(card, contact) => {
                self.open_writing(Written::ContactNote(card, contact));
                return;
            }
            HalfTyped::Form(filling) => {
                self.open_form(filling, "");
                return;
            }
            HalfTyped::Field(card, key) => match CardField::with_key(&key, &self.known.own) {
                Some(field) if matches!(field.kind(), FieldType::Note) => {
                    self.open_writing(Written::Field(card, field));
                    return;
                }
                Some(field) => Purpose::Field(card, field),
                // The field is gone: what was typed can still be said.
                None => {
                    self.typing.remember(HalfTyped::Log(card).draft(draft.text.clone()));
                    Purpose::Log(card)
                }
            },
        };
        let present = self.present_text(&purpose).unwrap_or_default();
        self.open_line(purpose, present);
    }
}
