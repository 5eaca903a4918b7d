//! What the mouse does: the same as keys, at the place it points to.

use std::time::Duration;

use crate::tui::action::Action;
use crate::tui::app::{App, Pane, Spot, Tab};
use crate::tui::layer::{Layer, Marked};
use crate::tui::listing::Step;
use crate::tui::mouse::Gesture;

impl App {
    /// Takes a gesture at a spot. `now` is the time since the program began.
    pub fn point(&mut self, gesture: Gesture, spot: Spot, now: Duration) {
        self.now = now;
        self.message = None;
        self.chord = None;
        if self.layers.is_empty() && !matches!(spot, Spot::Does(_)) {
            // It may go to another card.
            self.do_something_else();
        }
        match gesture {
            Gesture::Click => self.click(spot),
            Gesture::Wheel(lines) => self.wheel(spot, lines),
        }
    }

    /// The first click selects, one more on what is selected opens it.
    fn click(&mut self, spot: Spot) {
        match spot {
            Spot::Does(action) => self.act(action),
            Spot::Pane(pane, row) => {
                self.record_pending();
                let opens = self.pane == pane && row.is_some() && row == self.cursor_row();
                self.pane = pane;
                match row {
                    Some(_) if opens => self.act(Action::Open),
                    Some(row) => self.go(Step::To(row)),
                    None => {}
                }
            }
            Spot::Tab(tab) => {
                self.record_pending();
                self.opened = Some(tab);
            }
            Spot::Row(row) => {
                self.record_pending();
                match self.cursor_row() {
                    Some(cursor) if cursor == row => self.act(Action::Open),
                    _ => self.go(Step::To(row)),
                }
            }
            Spot::Choice(row) if matches!(self.layers.last(), Some(Layer::Columns(_))) => {
                self.click_column(row)
            }
            Spot::Choice(row) => {
                if let Some(Layer::Picker(picker)) = self.layers.last_mut() {
                    picker.go_to(row);
                }
                self.act(Action::Accept);
            }
            Spot::Text(column) => {
                if let Some(Layer::Line(line)) = self.layers.last_mut() {
                    line.marked = Marked::Nothing;
                    line.put_cursor(column);
                }
            }
            Spot::Written(row, column) => {
                if let Some(Layer::Writing(writing)) = self.layers.last_mut() {
                    writing.editor.point(row, column);
                }
            }
            Spot::FormLine(line) => {
                if let Some(Layer::Form(form)) = self.layers.last_mut() {
                    form.cursor = line;
                }
            }
            Spot::Beside => self.act(Action::Back),
            Spot::Nothing => {}
        }
    }

    /// The first click selects a column, one more on it shows it or leaves it out.
    fn click_column(&mut self, row: usize) {
        let Some(Layer::Columns(columns)) = self.layers.last_mut() else { return };
        if columns.cursor() == row {
            self.act(Action::ToggleColumn);
        } else {
            columns.go_to(row);
        }
    }

    /// Moves the cursor of what lies under the mouse; the focus stays where it is.
    fn wheel(&mut self, spot: Spot, lines: isize) {
        match self.layers.last_mut() {
            Some(Layer::Writing(writing)) => return writing.editor.roll(lines),
            Some(_) => return self.go_lines(lines),
            None => {}
        }
        self.record_pending();
        let focus = self.pane;
        if let Spot::Pane(pane, _) = spot {
            self.pane = pane;
        }
        self.go(Step::Lines(lines));
        self.pane = focus;
    }

    /// The row under the cursor of the pane or tab that has focus.
    fn cursor_row(&self) -> Option<usize> {
        match (self.opened, self.pane) {
            (Some(Tab::Card), _) => Some(self.cursors.field),
            (Some(Tab::Contacts), _) | (None, Pane::Contacts) => Some(self.cursors.contact),
            (Some(Tab::Credit), _) | (None, Pane::Credit) => Some(self.cursors.factor),
            (Some(Tab::Files), _) => Some(self.cursors.file),
            (Some(Tab::Log), _) => Some(self.cursors.entry),
            (Some(Tab::Positions), _) => Some(self.cursors.change),
            (Some(Tab::Referrals), _) => Some(self.cursors.referral),
            (None, Pane::List) => Some(self.listing.cursor()),
            (None, Pane::Man) => None,
        }
    }
}
