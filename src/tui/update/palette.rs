//! The palette of actions and the order of the list.

use crate::domain::choice::Choice;
use crate::domain::column::{Column, Derived, SortKey};
use crate::domain::list_view::ListView;
use crate::store::Sort;
use crate::tui::app::App;
use crate::tui::layer::{Choosing, Item, Layer, Offered, Pick, Picker};
use crate::tui::preference::Preference;

impl App {
    /// Every action that would do something here, by name.
    pub(super) fn open_palette(&mut self) {
        let mut items: Vec<Item> = Vec::new();
        for (binding, chords) in self.offered_below() {
            let pick = Pick::Action(binding.action);
            if items.iter().any(|item| item.pick == pick) {
                continue;
            }
            let detail = chords.first().map(|chord| chord.name(self.setting.words)).unwrap_or_default();
            let name = (binding.name)(self.setting.words);
            // By the word of the footer too: it is what people have seen.
            let label = match binding.footer {
                Some(word) => self.setting.words.said_of(&word(self.setting.words), &name),
                None => name,
            };
            items.push(Item { label, detail, pick });
        }
        items.extend(ListView::ALL.iter().map(|view| Item {
            label: self.setting.words.view_named(&view.name(self.setting.language)),
            detail: view.code().to_owned(),
            pick: Pick::View(*view),
        }));
        items.extend(self.filter_items());
        items.extend(Preference::all().into_iter().map(|preference| Item {
            label: preference.name(self.setting.words),
            // In English too, whatever language is read: a language must be found by whoever cannot read it.
            detail: format!("{} {}", preference.key(), preference.code()),
            pick: Pick::Preference(preference),
        }));
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Palette, items))));
    }

    /// The orders a list can have: the columns of its view, then all others.
    pub(super) fn open_sort(&mut self) {
        let language = self.setting.language;
        let mut columns: Vec<Column> =
            self.views.columns().iter().map(|placed| placed.column.clone()).collect();
        let others = Column::all(&self.known.own, &self.setting.policies.privacy);
        columns.extend(others.into_iter().filter(|column| !columns.contains(column)).collect::<Vec<_>>());
        let items = columns.iter().map(|column| {
            let sort = Sort { key: SortKey::from(column), reverse: begins_at_its_end(column) };
            Offered::coded(column.head(language), column.key(), Pick::Sort(sort))
        });
        let mut picker = Picker::new(Choosing::Sort, items.collect());
        let present = self.listing.question.sort.key.clone();
        picker.select(|pick| matches!(pick, Pick::Sort(sort) if sort.key == present));
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    pub(super) fn sort_by(&mut self, sort: Sort) {
        let present = &mut self.listing.question.sort;
        // Choosing the present order again turns it round.
        let again = present.key == sort.key;
        *present = if again { Sort { reverse: !present.reverse, ..sort } } else { sort };
        let sort = present.clone();
        self.keep_sort(sort);
        self.ask_anew();
    }
}

/// Whether the last comes first: what was changed or made lately is looked for.
fn begins_at_its_end(column: &Column) -> bool {
    matches!(column, Column::Derived(Derived::Updated | Derived::Created))
}
