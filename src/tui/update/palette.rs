//! The palette of actions and the order of the list.

use super::super::app::App;
use super::super::keys::KEYS;
use super::super::layer::{Choosing, Item, Layer, Pick, Picker};
use super::super::preference::Preference;
use crate::domain::field::CATALOGUE;
use crate::store::Sort;

impl App {
    /// Every action that has a meaning here, by name.
    pub(super) fn open_palette(&mut self) {
        let contexts = self.contexts();
        let mut items: Vec<Item> = Vec::new();
        for context in &contexts {
            for binding in KEYS.iter().filter(|binding| binding.context == *context) {
                let pick = Pick::Action(binding.action);
                if items.iter().any(|item| item.pick == pick) {
                    continue;
                }
                let detail = binding.chords.first().map(ToString::to_string).unwrap_or_default();
                let name = (binding.name)(self.setting.words);
                // By the word of the footer too: it is what people have seen.
                let label = match binding.footer {
                    Some(word) => format!("{}: {name}", word(self.setting.words)),
                    None => name,
                };
                items.push(Item { label, detail, pick });
            }
        }
        items.extend(Preference::all().into_iter().map(|preference| Item {
            label: preference.name(self.setting.words),
            // In English too, whatever language is read: a language must be found by whoever cannot read it.
            detail: format!("{} {}", preference.key(), preference.code()),
            pick: Pick::Preference(preference),
        }));
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Palette, items))));
    }

    /// The orders a list can have: the derived columns, then the fields.
    pub(super) fn open_sort(&mut self) {
        let language = self.setting.language;
        let words = self.words();
        let derived = [
            ("due", words.column_due()),
            ("last", words.column_last()),
            ("class", words.column_class()),
            ("updated", words.column_updated()),
        ];
        let by = |key: Option<&str>, label: String, reverse| Item {
            label,
            detail: key.unwrap_or("name").to_owned(),
            pick: Pick::Sort(Sort { key: key.map(str::to_owned), reverse }),
        };
        let mut items = vec![by(None, words.column_name(), false)];
        items.extend(derived.map(|(key, label)| by(Some(key), label, key == "updated")));
        let sortable = CATALOGUE.iter().filter(|field| field.key != "name" && field.is_one_line());
        items.extend(sortable.map(|field| by(Some(field.key), field.name(language).to_owned(), false)));
        let present = self.listing.question.sort.clone();
        let mut picker = Picker::new(Choosing::Sort, items);
        picker.select(|pick| *pick == Pick::Sort(present.clone()));
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    pub(super) fn sort_by(&mut self, sort: Sort) {
        let present = &mut self.listing.question.sort;
        // Choosing the present order again turns it round.
        let again = present.key == sort.key;
        *present = if again { Sort { reverse: !present.reverse, ..sort } } else { sort };
        self.ask_anew();
    }
}
