//! Editing a row of an opened card: a picker for closed lists, a line for everything else.

use super::super::app::App;
use super::super::fields::{self, CardField, FieldRow};
use super::super::layer::{Choosing, Item, Layer, Pick, Picker, Purpose};
use crate::domain::field::{ChoiceList, Editing, Field, FieldType};
use crate::domain::id::CardId;

impl App {
    pub(super) fn edit_row(&mut self) {
        let Some(shown) = self.current() else { return };
        let card = &shown.card;
        let id = card.id;
        match fields::rows(card, &self.own_fields).into_iter().nth(self.cursors.field) {
            Some(FieldRow::Field(CardField::Known(field))) if field.editing == Editing::ByCommand => {
                self.open_positions();
            }
            Some(FieldRow::Field(field)) => match (field.kind(), &field) {
                (FieldType::Choice(list), CardField::Known(known)) => self.open_codes(id, known, list),
                _ => {
                    let text = fields::edit_text(card, &field);
                    self.open_line(Purpose::Field(id, field), text);
                }
            },
            Some(FieldRow::Person(person)) => {
                let found = card.people.iter().find(|known| known.id == person);
                let text = found.map(fields::person_text).unwrap_or_default();
                self.open_line(Purpose::Person(id, Some(person)), text);
            }
            Some(FieldRow::NewPerson) => self.open_line(Purpose::Person(id, None), String::new()),
            None => {}
        }
    }

    fn open_codes(&mut self, card: CardId, field: &'static Field, list: ChoiceList) {
        let mut picker = Picker::new(Choosing::Code(card, field), code_items(self, field, list));
        let present = self.current().and_then(|shown| shown.card.field_texts(field.key).into_iter().next());
        picker.select(|pick| matches!(pick, Pick::Code(code) if code.map(str::to_owned) == present));
        self.layers.push(Layer::Picker(Box::new(picker)));
    }
}

/// The codes a field may hold, and nothing where it may be empty.
pub(super) fn code_items(app: &App, field: &'static Field, list: ChoiceList) -> Vec<Item> {
    let language = app.setting.language;
    let name = |code| (list.name_of)(code, language).unwrap_or(code).to_owned();
    let mut items: Vec<Item> = (list.codes)()
        .into_iter()
        .map(|code| Item { label: name(code), detail: code.to_owned(), pick: Pick::Code(Some(code)) })
        .collect();
    if field.may_be_empty() {
        items.push(Item { label: app.words().choice_none(), detail: String::new(), pick: Pick::Code(None) });
    }
    items
}
