//! Saved filters on the screen: keeping the present search under a name, opening one from the palette.

use crate::domain::query::{Query, SavedFilter, Strictness, filter_named};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::layer::{Item, Layer, Pick, Purpose};
use crate::tui::listing::Stage;
use crate::tui::today::Place;
use crate::tui::typed;

impl App {
    /// Asks for the name under which the present search is kept.
    pub(super) fn open_save_search(&mut self) {
        let query = self.listing.question.text.trim().to_owned();
        if query.is_empty() {
            self.refuse(self.words().nothing_to_save());
            return;
        }
        let name = self.filter_named_alone(&query).unwrap_or_default();
        self.open_line(Purpose::FilterName(query), name);
    }

    /// Keeps a search under a name; without a name, takes the saved filter away that the search is.
    pub(super) fn take_filter_name(&mut self, query: &str, name: &str) -> Result<(), String> {
        match self.filter_named_alone(query) {
            Some(present) if name.is_empty() => self.effects.push(Effect::RemoveFilter(present)),
            Some(present) if present == name => {}
            _ => self.effects.push(Effect::SaveFilter(typed::saved_filter(self, query, name)?)),
        }
        Ok(())
    }

    /// The saved filter that a search is, when it is nothing else.
    fn filter_named_alone(&self, query: &str) -> Option<String> {
        let name = query.strip_prefix(['@', '＠'])?;
        filter_named(&self.known.saved, name).map(|filter| filter.name.clone())
    }

    /// The saved filters as rows of the palette; their counts are asked for.
    pub(super) fn filter_items(&mut self) -> Vec<Item> {
        let read = |text: &str| {
            let known = self.known.vocabulary();
            Query::parse_knowing(known, text, self.setting.day, Strictness::Screen).ok()
        };
        let queries: Vec<(String, Query)> = (self.known.saved.iter())
            .filter_map(|filter| Some((filter.name.clone(), read(&filter.text)?.0)))
            .collect();
        if !queries.is_empty() {
            self.effects.push(Effect::CountFilters(queries));
        }
        let item = |filter: &SavedFilter| Item {
            label: format!("@{}", filter.name),
            detail: filter.text.clone(),
            pick: Pick::Filter(filter.name.clone()),
        };
        self.known.saved.iter().map(item).collect()
    }

    /// Writes the count of a saved filter beside it, where it is offered.
    pub(super) fn show_filter_count(&mut self, name: &str, count: usize) {
        let pick = Pick::Filter(name.to_owned());
        for layer in &mut self.layers {
            if let Layer::Picker(picker) = layer {
                picker.describe(&pick, |detail| format!("{detail}  {count}"));
            }
        }
    }

    /// Lists the cards of a saved filter.
    pub(super) fn open_filter(&mut self, name: &str) {
        self.go_to(Place::Cards);
        self.opened = None;
        self.search(format!("@{name}"), Stage::Kept);
    }
}
