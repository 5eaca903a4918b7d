//! Forms: opened, filled in line by line, taken as one change.

use tui_input::Input;

use super::super::app::{App, Tab};
use super::super::contact_form;
use super::super::effect::Change;
use super::super::fields::{self, FieldRow};
use super::super::layer::form::{ContactPart, Filling};
use super::super::layer::{Choosing, Form, Item, Layer, Line, Pick, Picker, Purpose, Writing, Written};
use super::super::typed;
use super::super::{move_form, reading};
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Outcome};
use crate::domain::detail::{DetailGroup, NewDetail, Whose};
use crate::domain::field::{CardField, CardView, Editing, Field, FieldType};
use crate::domain::id::{CardId, EntryId};
use crate::domain::man::assertion::Answer;
use crate::domain::move_part::MovePart;
use crate::domain::position::Position;
use crate::domain::reason::{Exclusion, LossReason};

impl App {
    /// Opens the group of the field under the cursor as a form; where the card is not opened, what it is begun
    /// with.
    pub(super) fn open_group_form(&mut self) {
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
            Some(FieldRow::NewDetail(group)) => {
                self.open_form(Filling::Detail(card, None, group), "");
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

    /// Goes on with the line of the log as a whole form.
    pub(super) fn open_contact_form(&mut self) {
        let Some(Layer::Line(line)) = self.layers.last() else { return };
        let Purpose::Log(card) = line.purpose else { return };
        let typed = line.text().to_owned();
        self.drop_typed(line.purpose.form());
        self.layers.pop();
        self.open_form(Filling::Contact(card), &typed);
        self.note_typing();
    }

    /// Opens a form, with what was half typed into it before.
    pub(super) fn open_form(&mut self, filling: Filling, typed: &str) {
        let lines = match filling {
            Filling::Group(card, group) => self.field_lines(card, |field, _| field.group() == group),
            Filling::Beginning(card) => self.field_lines(card, begins),
            Filling::Contact(card) => contact_form::lines(self, card, typed),
            Filling::Move(card, to) => move_form::lines(self, card, to),
            Filling::Detail(card, detail, group) => self.detail_lines(card, detail, group),
        };
        if lines.is_empty() {
            self.refuse(self.words().form_empty());
            return;
        }
        let is_note = |line: &Line| matches!(line.purpose, Purpose::Part(_, ContactPart::Note));
        let cursor = match filling {
            Filling::Move(..) => move_form::first(self, &lines),
            _ => lines.iter().position(is_note).unwrap_or(0),
        };
        let mut form = Form { filling, lines, cursor };
        if let Some(draft) = self.draft_of(&filling.form(), Some(filling.card()))
            && typed.is_empty()
        {
            form.resume(&draft);
        }
        self.layers.push(Layer::Form(Box::new(form)));
    }

    /// The fields of a card that are wanted, one a line.
    fn field_lines(&self, card: CardId, wanted: impl Fn(&CardField, CardView) -> bool) -> Vec<Line> {
        let Some(shown) = self.current().filter(|shown| shown.card.id == card) else { return Vec::new() };
        let view = CardView::of(shown.standing.position);
        let belongs = |field: &CardField| {
            wanted(field, view)
                && field.editing() == Editing::Free
                && field.is_for(shown.card.party)
                && !matches!(field.kind(), FieldType::People)
        };
        let is_kept = |field: &CardField| {
            field.sensitive().is_none() || !shown.card.field_texts(field.key()).is_empty()
        };
        CardField::all(&self.known.own)
            .filter(|field| belongs(field) && is_kept(field))
            .map(|field| {
                let text = form_text(self, &shown.card, &field);
                Line::new(Purpose::Field(card, field), text)
            })
            .collect()
    }

    /// The parts of a detail, one a line. What is switched off is not among them.
    fn detail_lines(&self, card: CardId, id: Option<EntryId>, group: &'static DetailGroup) -> Vec<Line> {
        let Some(shown) = self.current().filter(|shown| shown.card.id == card) else { return Vec::new() };
        let language = self.setting.language;
        let detail = id.and_then(|id| fields::detail(&shown.card, id));
        let privacy = &self.setting.policies.privacy;
        let parts = group.parts.iter().filter(|part| privacy.shows(part.sensitive));
        let line = |part: &'static Field| {
            let field = CardField::Known(part);
            let values = detail.map(|detail| detail.values(part.key)).unwrap_or_default();
            let text = match field.kind() {
                FieldType::Choice(_) => values.iter().map(|value| field.shown(value, language)).collect(),
                _ => values.join(fields::BETWEEN),
            };
            Line::new(Purpose::Field(card, field), text)
        };
        parts.map(line).collect()
    }

    /// The detail that a form says. It stays the person's whose it is.
    fn detail_change(
        &self,
        form: &Form,
        card: CardId,
        id: Option<EntryId>,
        group: &'static DetailGroup,
    ) -> Result<Change, (usize, String)> {
        let shown = self.current().filter(|shown| shown.card.id == card);
        let present = shown.and_then(|shown| fields::detail(&shown.card, id?).map(|detail| (shown, detail)));
        let person = present.and_then(|(shown, detail)| fields::detail_person(&shown.card, detail));
        let mut new = NewDetail { group, person: person.map(str::to_owned), parts: Vec::new() };
        for (place, (part, line)) in group_parts(group, form).enumerate() {
            let values = typed::field_values(self, &CardField::Known(part), line.text().trim());
            new.parts.push((part.key, values.map_err(|refusal| (place, refusal))?));
        }
        if new.head().is_empty() && group.whose != Whose::Person {
            return Err((0, self.words().error_field_empty(&group.head().name(self.setting.language))));
        }
        Ok(Change::Detail(card, id, Box::new(new)))
    }

    /// Enter in a form: a choice, a text of several lines, else the next line; the last line takes the form.
    pub(super) fn enter_form(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else { return };
        let Some(line) = form.line() else { return };
        let is_last = form.cursor + 1 == form.lines.len();
        let language = self.setting.language;
        let choosing = match &line.purpose {
            Purpose::Field(_, field) => match field.kind() {
                FieldType::Choice(_) | FieldType::OwnChoice => Some(super::edit::code_items(self, field)),
                FieldType::Note => {
                    self.open_long_line();
                    return;
                }
                _ => None,
            },
            Purpose::Part(_, ContactPart::Kind) => Some(choice_items::<ContactKind>(language)),
            Purpose::Part(_, ContactPart::Outcomes) => Some(choice_items::<Outcome>(language)),
            Purpose::Part(card, ContactPart::Person) => {
                let shown = self.current().filter(|shown| shown.card.id == *card);
                shown.map(|shown| fields::person_items(&shown.card, self.setting.day))
            }
            // What was typed is read like what is chosen.
            Purpose::MovePart(..) if !line.text().trim().is_empty() => None,
            Purpose::MovePart(_, Position::Non, MovePart::Reason) => {
                Some(choice_items::<Exclusion>(language))
            }
            Purpose::MovePart(_, _, MovePart::Reason) => Some(choice_items::<LossReason>(language)),
            Purpose::MovePart(_, _, MovePart::Recoverable) => Some(choice_items::<Answer>(language)),
            Purpose::Part(_, ContactPart::Note) => {
                self.open_long_line();
                return;
            }
            _ => None,
        };
        match choosing.filter(|items| !items.is_empty()) {
            Some(items) => {
                let title = reading::title(self, &line.purpose);
                let picker = Picker::new(Choosing::InForm(title), items);
                self.layers.push(Layer::Picker(Box::new(picker)));
            }
            None if is_last => self.accept_form(),
            None => self.turn_form(1),
        }
    }

    fn open_long_line(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else { return };
        let Some(line) = form.line() else { return };
        let (title, text) = (reading::title(self, &line.purpose), line.text().to_owned());
        let editor = self.editor_on(&text);
        let what = Written::InForm(form.filling.card(), title);
        let writing = Writing { what, editor, original: Some(text), refused: None };
        self.layers.push(Layer::Writing(Box::new(writing)));
    }

    /// Takes a text of several lines into the line of the form below it.
    pub(super) fn take_into_form(&mut self, text: &str) {
        if let Some(Layer::Form(form)) = self.layers.last_mut()
            && let Some(line) = form.lines.get_mut(form.cursor)
        {
            line.input = Input::new(text.to_owned());
            line.refused = None;
        }
        self.note_typing();
    }

    /// Takes a choice into the line of the form below it; outcomes are several.
    pub(super) fn pick_into_form(&mut self, item: &Item) {
        let (language, text) = (self.setting.language, item.label.clone());
        let Some(Layer::Form(form)) = self.layers.last_mut() else { return };
        let Some(line) = form.lines.get_mut(form.cursor) else { return };
        let text = match (&line.purpose, &item.pick) {
            (_, Pick::Code(None)) => String::new(),
            (Purpose::Part(_, ContactPart::Outcomes), _) if !line.text().trim().is_empty() => {
                format!("{}{}{text}", line.text().trim(), fields::BETWEEN)
            }
            (Purpose::Field(_, field), Pick::Code(Some(code))) => field.shown(code, language).into_owned(),
            _ => text,
        };
        line.input = Input::new(text);
        line.refused = None;
        form.turn(1);
        self.note_typing();
    }

    pub(super) fn turn_form(&mut self, by: isize) {
        if let Some(Layer::Form(form)) = self.layers.last_mut() {
            form.turn(by);
        }
    }

    /// Takes the whole form as one change, or goes to the line that cannot be taken.
    pub(super) fn accept_form(&mut self) {
        let Some(Layer::Form(mut form)) = self.layers.pop() else { return };
        let Some(shown) = self.current().filter(|shown| shown.card.id == form.filling.card()) else {
            self.refuse(self.words().no_card_here());
            self.layers.push(Layer::Form(form));
            return;
        };
        let is_group = matches!(form.filling, Filling::Group(..) | Filling::Beginning(_));
        let crosses = |line: &Line| is_group && line.text() != line.original && self.crossing(line).is_some();
        let crossed = form.lines.iter().position(crosses);
        if let Some(place) = crossed {
            form.cursor = place;
            let theirs = self.crossing(&form.lines[place]).unwrap_or_default();
            let (what, mine) =
                (reading::title(self, &form.lines[place].purpose), form.lines[place].text().to_owned());
            self.layers.push(Layer::Form(form));
            self.ask_whose(&what, mine, theirs);
            return;
        }
        let change = match form.filling {
            Filling::Contact(card) => contact_form::contact(self, &shown.card, &form)
                .map(|contact| Change::Log(card, Box::new(contact))),
            Filling::Move(card, to) => move_form::change(self, &shown.card, to, &form)
                .map(|change| Change::Move(card, Box::new(change))),
            Filling::Group(..) | Filling::Beginning(_) => self.group_change(&form),
            Filling::Detail(card, detail, group) => self.detail_change(&form, card, detail, group),
        };
        match change {
            Ok(change) => {
                if let Change::Log(_, contact) = &change {
                    self.last_kind = contact.kind;
                }
                let card = form.filling.card();
                self.drop_typed(Some((form.filling.form(), Some(card))));
                self.taken = Some(Layer::Form(form));
                self.write_on(card, change);
            }
            Err((place, refusal)) => {
                form.cursor = place;
                form.lines[place].refused = Some(refusal);
                self.layers.push(Layer::Form(form));
            }
        }
    }

    /// The changes of a group as one.
    fn group_change(&self, form: &Form) -> Result<Change, (usize, String)> {
        let card = form.filling.card();
        let changed = form.lines.iter().enumerate().filter(|(_, line)| line.text() != line.original);
        let changes = changed.filter_map(|(place, line)| match &line.purpose {
            Purpose::Field(_, field) => {
                let change = typed::field_change(self, card, field, line.text().trim());
                Some(change.map_err(|refusal| (place, refusal)))
            }
            _ => None,
        });
        Ok(Change::Many(card, changes.collect::<Result<_, _>>()?))
    }

    /// What another program made of a field while it was edited here; nothing when it stands as it was read.
    pub(super) fn crossing(&self, line: &Line) -> Option<String> {
        let Purpose::Field(card, field) = &line.purpose else { return None };
        let shown = self.current().filter(|shown| shown.card.id == *card)?;
        // A line shows the codes of a choice, a form its names.
        let present = [form_text(self, &shown.card, field), fields::edit_text(&shown.card, field)];
        let stands = |text: &str| present.iter().any(|known| known == text);
        let [theirs, _] = &present;
        (!stands(&line.original) && !stands(line.text())).then(|| theirs.clone())
    }
}

impl App {
    /// Shows what was typed here beside what another program wrote meanwhile, and lets the person choose.
    pub(super) fn ask_whose(&mut self, what: &str, mine: String, theirs: String) {
        let words = self.words();
        let items = vec![
            Item { label: mine, detail: words.crossing_mine(), pick: Pick::Mine(theirs.clone()) },
            Item { label: theirs.clone(), detail: words.crossing_theirs(), pick: Pick::Theirs(theirs) },
        ];
        let title = words.title_crossing(&what);
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Crossing(title), items))));
    }

    /// Asks the same of a field that the card file refused because it was written meanwhile. Where no line holds
    /// it, it is only said.
    pub(super) fn cross(&mut self, field: &str, theirs: &[String], refusal: String) {
        let is_of = |line: &Line| matches!(&line.purpose, Purpose::Field(_, known) if known.key() == field);
        let line = match self.layers.last_mut() {
            Some(Layer::Line(line)) if is_of(line) => Some(&**line),
            Some(Layer::Form(form)) => {
                form.cursor = form.lines.iter().position(is_of).unwrap_or(form.cursor);
                form.line().filter(|line| is_of(line))
            }
            _ => None,
        };
        match line.map(|line| (line.purpose.clone(), line.text().to_owned())) {
            Some((purpose, mine)) => {
                let what = reading::title(self, &purpose);
                self.ask_whose(&what, mine, theirs.join(fields::BETWEEN));
            }
            None => self.refuse_layer(refusal),
        }
    }

    /// Takes what is to stand: what was typed, in the place of what the other program wrote, or that.
    pub(super) fn take_whose(&mut self, pick: Pick) {
        let form_line = |layer: &mut Layer, change: &dyn Fn(&mut Line)| match layer {
            Layer::Form(form) => {
                let cursor = form.cursor;
                form.lines.get_mut(cursor).into_iter().for_each(change);
            }
            Layer::Line(line) => change(line),
            _ => {}
        };
        match (pick, self.layers.last_mut()) {
            (Pick::Mine(theirs), Some(layer)) => {
                form_line(layer, &|line| line.original.clone_from(&theirs));
                self.accept();
            }
            (Pick::Theirs(_), Some(Layer::Line(line))) => {
                let form = line.purpose.form();
                self.layers.pop();
                self.drop_typed(form);
            }
            (Pick::Theirs(theirs), Some(layer)) => form_line(layer, &|line| {
                line.original.clone_from(&theirs);
                line.input = Input::new(theirs.clone());
            }),
            _ => {}
        }
    }
}

/// Whether a card is begun with a field: it stands on a business card, or is asked for at once.
fn begins(field: &CardField, view: CardView) -> bool {
    match field {
        CardField::Known(known) => known.group.begins_a_card() && known.first.contains(&view),
        CardField::Own(_) => false,
    }
}

/// The lines of the form of a detail, each with its part.
fn group_parts<'form>(
    group: &'static DetailGroup,
    form: &'form Form,
) -> impl Iterator<Item = (&'static Field, &'form Line)> {
    form.lines.iter().filter_map(|line| match &line.purpose {
        Purpose::Field(_, field) => {
            group.parts.iter().find(|part| part.key == field.key()).map(|part| (part, line))
        }
        _ => None,
    })
}

/// A field as it is filled into a form: a choice by its name.
fn form_text(app: &App, card: &crate::domain::card::Card, field: &CardField) -> String {
    match field.kind() {
        FieldType::Choice(_) | FieldType::OwnChoice => {
            let texts = card.field_texts(field.key());
            let names: Vec<_> = texts.iter().map(|code| field.shown(code, app.setting.language)).collect();
            names.join(fields::BETWEEN)
        }
        FieldType::Note => card.field_texts(field.key()).join("\n"),
        _ => fields::edit_text(card, field),
    }
}

fn choice_items<T: Choice>(language: crate::domain::language::Language) -> Vec<Item> {
    let item = |choice: &T| Item {
        label: choice.name(language).to_owned(),
        detail: choice.code().to_owned(),
        pick: Pick::Code(Some(choice.code().to_owned())),
    };
    T::ALL.iter().map(item).collect()
}
