//! The columns of a view, chosen and arranged.

use tui_input::Input;

use super::line::Edited;
use super::narrow;

use crate::domain::column::Column;
use crate::domain::language::Language;
use crate::domain::list_view::{NAME, PlacedColumn};
use crate::domain::text::needles::Needles;
use crate::domain::text::searchable::name_text;
use crate::tui::key::Key;

/// A column that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    /// The column, and how wide it is.
    pub placed: PlacedColumn,
    /// Its place in the view, from 1; none while it is left out.
    pub place: Option<usize>,
}

/// The columns of a view and all others there are.
#[derive(Debug)]
pub struct Columns {
    /// What was typed to narrow the list.
    pub input: Input,
    /// Said below the list until the next key.
    pub refused: Option<String>,
    chosen: Vec<PlacedColumn>,
    others: Vec<Column>,
    cursor: usize,
    language: Language,
}

impl Columns {
    /// The columns of a view, among all there are.
    pub fn new(chosen: Vec<PlacedColumn>, all: Vec<Column>, language: Language) -> Columns {
        let mut columns = Columns {
            input: Input::default(),
            refused: None,
            chosen: Vec::new(),
            others: all,
            cursor: 0,
            language,
        };
        columns.set_chosen(chosen);
        columns
    }

    /// The columns chosen, in their order.
    pub fn chosen(&self) -> &[PlacedColumn] {
        &self.chosen
    }

    /// Takes other columns for those chosen.
    pub fn set_chosen(&mut self, chosen: Vec<PlacedColumn>) {
        self.chosen = chosen;
    }

    /// The rows that match what was typed: those chosen first, in their order.
    pub fn rows(&self) -> Vec<Offered> {
        let typed = self.input.value().trim().to_lowercase();
        let needles = if typed.is_empty() { None } else { Needles::of(&typed) };
        let matches = |column: &Column| {
            let name = column.head(self.language);
            typed.is_empty()
                || name.to_lowercase().contains(&typed)
                || column.key().starts_with(&typed)
                || needles.as_ref().is_some_and(|needles| needles.found_in(&name_text(&name)))
        };
        let chosen = self.chosen.iter().zip(1..);
        let chosen = chosen.map(|(placed, place)| Offered { placed: placed.clone(), place: Some(place) });
        let is_chosen = |column: &Column| self.chosen.iter().any(|placed| placed.column == *column);
        let others = self.others.iter().filter(|column| !is_chosen(column));
        let others =
            others.map(|column| Offered { placed: PlacedColumn::usual(column.clone()), place: None });
        chosen.chain(others).filter(|offered| matches(&offered.placed.column)).collect()
    }

    /// The row under the cursor, counted in [`Columns::rows`].
    pub fn cursor(&self) -> usize {
        self.cursor.min(self.rows().len().saturating_sub(1))
    }

    /// Moves the cursor down, or up when negative.
    pub fn go(&mut self, lines: isize) {
        self.cursor = self.cursor().saturating_add_signed(lines);
    }

    /// Puts the cursor on a row.
    pub fn go_to(&mut self, row: usize) {
        self.cursor = row;
    }

    /// The column under the cursor.
    pub fn under_cursor(&self) -> Option<Offered> {
        self.rows().into_iter().nth(self.cursor())
    }

    /// Shows the column under the cursor as the last one, or leaves it out; whether that can be: the name is in
    /// every view.
    pub fn toggle(&mut self) -> bool {
        let Some(Offered { placed, place }) = self.under_cursor() else { return true };
        match place {
            Some(_) if placed.column == NAME => return false,
            Some(place) => drop(self.chosen.remove(place - 1)),
            None => self.chosen.push(placed),
        }
        true
    }

    /// Moves the column under the cursor in the view, to the right or by a negative number to the left; the
    /// cursor goes with it.
    pub fn shift(&mut self, by: isize) {
        let Some(Offered { placed, place: Some(place) }) = self.under_cursor() else { return };
        let (from, last) = (place - 1, self.chosen.len() - 1);
        let to = from.saturating_add_signed(by).min(last);
        let moved = self.chosen.remove(from);
        self.chosen.insert(to, moved);
        let row = self.rows().iter().position(|offered| offered.placed.column == placed.column);
        self.cursor = row.unwrap_or(self.cursor);
    }

    /// Makes the column under the cursor wider, or narrower by a negative number. `seen` says how wide a column
    /// is on the screen, by its place in the view.
    pub fn widen(&mut self, by: i16, seen: impl Fn(usize) -> Option<u16>) {
        let Some(Offered { place: Some(place), .. }) = self.under_cursor() else { return };
        let index = place - 1;
        let width = self.chosen[index].chosen.or_else(|| seen(index)).unwrap_or_default();
        self.chosen[index].widen(by, width);
    }

    /// Takes a key that narrows the list.
    pub fn edit(&mut self, key: Key) {
        if narrow::edit(&mut self.input, key) == Edited::Text {
            self.cursor = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::list_view::ListView;
    use crate::domain::policy::PrivacyPolicy;

    fn columns() -> Columns {
        let all = Column::all(&[], &PrivacyPolicy::default());
        Columns::new(ListView::Workbench.columns(), all, Language::Simplified)
    }

    fn chosen(columns: &Columns) -> Vec<&str> {
        columns.chosen().iter().map(|placed| placed.column.key()).collect()
    }

    #[test]
    fn columns_are_put_in_taken_out_and_moved() {
        let mut columns = columns();
        columns.go(1);
        assert!(!columns.toggle(), "the name stays");
        columns.shift(-1);
        columns.go(4);
        assert!(columns.toggle());
        assert_eq!(chosen(&columns), ["name", "man", "person", "due"]);
        "pq".chars().for_each(|letter| columns.edit(Key::character(letter)));
        assert_eq!(columns.rows()[0].placed.column.key(), "zone", "by the initials of 片区");
        columns.toggle();
        columns.shift(-9);
        columns.shift(1);
        assert_eq!(chosen(&columns), ["name", "zone", "man", "person", "due"]);
    }

    #[test]
    fn a_column_is_made_wider_from_what_is_seen() {
        let mut columns = columns();
        columns.go(1);
        columns.widen(1, |_| Some(20));
        columns.widen(1, |_| None);
        assert_eq!(columns.chosen()[1].chosen, Some(22));
        columns.widen(-100, |_| None);
        assert_eq!(columns.chosen()[1].chosen, Some(3), "never narrower than can be read");
    }
}
