//! Choosing another card: found while its name is typed.

use crate::domain::choice::Choice;
use crate::domain::field::CardField;
use crate::domain::field::region::{self, Region};
use crate::domain::id::CardId;
use crate::domain::language::Language;
use crate::store::Row;
use crate::tui::app::App;
use crate::tui::effect::{Change, Effect};
use crate::tui::key::Key;
use crate::tui::layer::{Choosing, Item, Layer, Pick, Picker};

impl App {
    /// Asks for the card that a field names.
    pub(super) fn open_cards(&mut self, card: CardId, field: CardField) {
        let items = vec![self.no_choice()];
        self.open_finding(Choosing::Card(card, field), items, "");
    }

    /// The row of a picker that leaves a field empty.
    pub(super) fn no_choice(&self) -> Item {
        Item { label: self.words().choice_none(), detail: String::new(), pick: Pick::Code(None) }
    }

    /// Opens a picker that offers cards too.
    pub(super) fn open_finding(&mut self, choosing: Choosing, items: Vec<Item>, typed: &str) {
        self.layers.push(Layer::Picker(Box::new(Picker::of_cards(choosing, items, typed))));
        self.effects.push(Effect::FindCards(typed.trim().to_owned()));
    }

    /// Asks for the region of a line of a form.
    pub(super) fn open_regions(&mut self, title: String, typed: &str) {
        let mut picker = Picker::of_cards(Choosing::Region(title), vec![self.no_choice()], typed);
        picker.take_found(regions(typed, self.setting.language));
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    /// Takes a key that narrows a picker; cards that it offers are found anew.
    pub(super) fn narrow_picker(&mut self, key: Key) {
        let Some(Layer::Picker(picker)) = self.layers.last_mut() else { return };
        let before = picker.wanted().map(str::to_owned);
        picker.edit(key);
        let wanted = picker.wanted().map(str::to_owned);
        if wanted == before {
            return;
        }
        match picker.choosing {
            Choosing::Region(_) => {
                picker.take_found(regions(&wanted.unwrap_or_default(), self.setting.language))
            }
            _ => self.effects.extend(wanted.map(Effect::FindCards)),
        }
    }

    /// Takes the cards found for the picker, unless something else is typed by now. A card does not name itself.
    pub(super) fn take_found(&mut self, words: &str, rows: Vec<Row>) {
        let own = self.current().map(|shown| shown.card.id);
        let language = self.setting.language;
        let Some(Layer::Picker(picker)) = self.layers.last_mut() else { return };
        if picker.wanted() != Some(words) {
            return;
        }
        let others = rows.into_iter().filter(|row| Some(row.id) != own);
        let item = |row: Row| {
            let position = row.standing.position.name(language).to_owned();
            let beside = [row.code, row.company, position];
            let beside: Vec<String> = beside.into_iter().filter(|text| !text.is_empty()).collect();
            Item { label: row.name, detail: beside.join("  "), pick: Pick::Card(row.id) }
        };
        picker.take_found(others.map(item).collect());
    }

    /// Lets a field of a card name another one, or none.
    pub(super) fn name_card(&mut self, card: CardId, field: &CardField, other: Option<CardId>) {
        let text = other.map(|other| other.to_string()).unwrap_or_default();
        self.write_on(card, Change::Reference { card, field: field.key().to_owned(), text });
    }
}

/// The regions that words mean, as rows of a picker.
fn regions(words: &str, language: Language) -> Vec<Item> {
    /// More are not looked through: who wants another types on.
    const MOST: usize = 100;
    let item = |region: Region| Item {
        label: region.full_name(language),
        detail: region.code.to_owned(),
        pick: Pick::Code(Some(region.code.to_owned())),
    };
    region::matching(words, MOST).into_iter().map(item).collect()
}
