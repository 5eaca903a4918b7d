//! Choosing a view of the list, its columns and its order.

use crate::domain::choice::Choice;
use crate::domain::column::Column;
use crate::domain::list_view::{ListView, PlacedColumn, Room};
use crate::store::{Arrangement, Sort};
use crate::tui::app::{App, Pane};
use crate::tui::effect::Effect;
use crate::tui::layer::{Choosing, Columns, Layer, Offered, Pick, Picker};
use crate::tui::listing::Extent;
use crate::tui::today::Place;

impl App {
    /// Takes how the views were arranged, and asks for the cards in the order of the first one.
    pub(super) fn take_arrangements(&mut self, kept: Vec<Arrangement>) {
        self.views.take(kept, &self.known.own, &self.setting.policies.privacy);
        self.listing.question.sort = self.views.sort().clone();
        for extent in [Extent::FirstPage, Extent::Whole] {
            self.effects.push(Effect::List(self.asked_list.newest(), self.listing.question.clone(), extent));
        }
    }

    /// Whether the list has the whole width: there are no panes beside it.
    pub fn list_is_alone(&self) -> bool {
        self.place == Place::Cards && self.views.present().room() == Room::Whole
    }

    /// The views there are.
    pub(super) fn open_views(&mut self) {
        let language = self.setting.language;
        let items = ListView::ALL
            .iter()
            .map(|view| Offered::coded(view.name(language).to_owned(), view.code(), Pick::View(*view)));
        let mut picker = Picker::new(Choosing::View, items.collect());
        let present = self.views.present();
        picker.select(|pick| *pick == Pick::View(present));
        self.layers.push(Layer::Picker(Box::new(picker)));
    }

    /// Shows a view of the list of cards.
    pub(super) fn turn_to(&mut self, view: ListView) {
        self.go_to(Place::Cards);
        self.opened = None;
        self.pane = Pane::List;
        self.views.turn_to(view);
        self.fit_list();
        self.listing.question.sort = self.views.sort().clone();
        self.listing.forget_all();
        self.ask_anew();
        self.say(self.words().view_named(&view.name(self.setting.language)));
    }

    /// The columns of the view that is seen, to be arranged.
    pub(super) fn open_columns(&mut self) {
        let all = Column::all(&self.known.own, &self.setting.policies.privacy);
        let columns = Columns::new(self.views.columns().to_vec(), all, self.setting.language);
        self.layers.push(Layer::Columns(Box::new(columns)));
    }

    /// Shows the column under the cursor, or leaves it out.
    pub(super) fn toggle_column(&mut self) {
        let refusal = self.words().column_name_stays();
        self.with_columns(|columns, _| {
            if !columns.toggle() {
                columns.refused = Some(refusal);
            }
        });
    }

    /// Makes the column under the cursor wider, or narrower by a negative number.
    pub(super) fn widen_column(&mut self, by: i16) {
        self.with_columns(|columns, seen| columns.widen(by, seen));
    }

    /// Moves the column under the cursor.
    pub(super) fn shift_column(&mut self, by: isize) {
        self.with_columns(|columns, _| columns.shift(by));
    }

    /// Gives the view its columns back as it came.
    pub(super) fn reset_columns(&mut self) {
        let ready: Vec<PlacedColumn> = self.views.present().columns();
        self.with_columns(|columns, _| columns.set_chosen(ready));
    }

    /// Changes the columns being arranged; the list shows it at once, and the card file keeps it.
    fn with_columns(&mut self, change: impl FnOnce(&mut Columns, &dyn Fn(usize) -> Option<u16>)) {
        let slots = self.views.placed(self.list_area().width).slots;
        let seen = |index| slots.iter().find(|slot| slot.index == index).map(|slot| slot.width);
        let Some(Layer::Columns(columns)) = self.layers.last_mut() else { return };
        columns.refused = None;
        change(columns, &seen);
        if columns.chosen() != self.views.columns() {
            let parts = self.views.parts();
            self.views.set_columns(columns.chosen().to_vec());
            self.effects.push(Effect::Arrange(self.views.arrangement()));
            if self.views.parts() != parts {
                self.listing.forget_all();
            }
        }
    }

    /// Shows columns that found no room at the right, or goes back to the left by a negative number.
    pub(super) fn scroll_columns(&mut self, by: isize) {
        let width = self.list_area().width;
        self.views.scroll(by, width);
    }

    /// Keeps the order of the view that is seen.
    pub(super) fn keep_sort(&mut self, sort: Sort) {
        self.views.set_sort(sort);
        self.effects.push(Effect::Arrange(self.views.arrangement()));
    }
}
