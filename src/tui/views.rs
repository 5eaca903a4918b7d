//! The views of the list as their user has arranged them, and where their columns stand on the screen.

use std::collections::HashMap;

use crate::domain::column::{Column, Part, Width};
use crate::domain::field::OwnField;
use crate::domain::list_view::{self, ListView, NAME, PlacedColumn};
use crate::domain::policy::PrivacyPolicy;
use crate::store::{Arrangement, Sort};

/// The columns of a view and its order.
#[derive(Debug, Clone, PartialEq)]
struct Arranged {
    columns: Vec<PlacedColumn>,
    sort: Sort,
}

impl Arranged {
    fn ready(view: ListView) -> Arranged {
        let sort = Sort { key: view.sort_key(), reverse: false };
        Arranged { columns: view.columns(), sort }
    }
}

/// The views of the list.
#[derive(Debug)]
pub struct Views {
    present: ListView,
    arranged: HashMap<ListView, Arranged>,
    shown: Arranged,
    /// How many columns to the left are out of sight; the name always stays.
    skipped: usize,
}

impl Default for Views {
    fn default() -> Self {
        let view = ListView::Workbench;
        Views { present: view, arranged: HashMap::new(), shown: Arranged::ready(view), skipped: 0 }
    }
}

impl Views {
    /// The view that is seen.
    pub fn present(&self) -> ListView {
        self.present
    }

    /// Its columns.
    pub fn columns(&self) -> &[PlacedColumn] {
        &self.shown.columns
    }

    /// By what it is sorted.
    pub fn sort(&self) -> &Sort {
        &self.shown.sort
    }

    /// What must be read of a card for it.
    pub fn parts(&self) -> Vec<Part> {
        list_view::parts(self.shown.columns.iter().map(|placed| &placed.column))
    }

    /// Takes what the card file keeps of the views.
    pub fn take(&mut self, kept: Vec<Arrangement>, own: &[OwnField], privacy: &PrivacyPolicy) {
        for Arrangement { view, columns, sort } in kept {
            let mut columns = list_view::read(&columns, own);
            columns.retain(|placed| placed.column.is_on(privacy));
            self.arranged.insert(view, Arranged { columns, sort });
        }
        self.turn_to(self.present);
    }

    /// Takes the user's own fields as they are now: columns of those that are gone go too.
    pub fn take_own(&mut self, own: &[OwnField]) {
        let known = |column: &Column| match column {
            Column::Own(field) => own.iter().find(|known| known.key == field.key).cloned().map(Column::Own),
            other => Some(other.clone()),
        };
        for arranged in self.arranged.values_mut().chain([&mut self.shown]) {
            let placed = std::mem::take(&mut arranged.columns).into_iter();
            let kept =
                placed.filter_map(|placed| Some(PlacedColumn { column: known(&placed.column)?, ..placed }));
            arranged.columns = kept.collect();
        }
    }

    /// Shows a view.
    pub fn turn_to(&mut self, view: ListView) {
        self.present = view;
        self.shown = self.arranged.get(&view).cloned().unwrap_or_else(|| Arranged::ready(view));
        self.skipped = 0;
    }

    /// Gives the view that is seen other columns.
    pub fn set_columns(&mut self, columns: Vec<PlacedColumn>) {
        self.shown.columns = columns;
        self.skipped = 0;
        self.keep();
    }

    /// Gives the view that is seen another order.
    pub fn set_sort(&mut self, sort: Sort) {
        self.shown.sort = sort;
        self.keep();
    }

    fn keep(&mut self) {
        self.arranged.insert(self.present, self.shown.clone());
    }

    /// The view that is seen, to be kept.
    pub fn arrangement(&self) -> Arrangement {
        let Arranged { columns, sort } = &self.shown;
        Arrangement { view: self.present, columns: list_view::written(columns), sort: sort.clone() }
    }

    /// Goes over the columns to the right, or to the left by a negative number, on a list of this width.
    pub fn scroll(&mut self, by: isize, width: u16) {
        if by < 0 || self.placed(width).hidden > 0 {
            self.skipped = self.skipped.saturating_add_signed(by);
        }
    }

    /// Whether columns are passed over at the left.
    pub fn is_scrolled(&self) -> bool {
        self.skipped > 0
    }

    /// Where the columns stand on a list of this width.
    pub fn placed(&self, width: u16) -> Slots {
        place(&self.shown.columns, self.skipped, width)
    }
}

/// A column on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Its place among the columns of the view.
    pub index: usize,
    /// Columns of the terminal before it.
    pub left: u16,
    /// Columns of the terminal it takes.
    pub width: u16,
}

/// The columns that are seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots {
    /// From left to right.
    pub slots: Vec<Slot>,
    /// How many find no room at the right.
    pub hidden: usize,
}

/// What stands before the first column: the mark of the cursor.
const MARK: u16 = 1;
/// Between two columns.
const GAP: u16 = 1;
/// The least room of a column that takes what others leave.
const LEAST_FREE: u16 = 10;

/// Puts columns side by side: as many as find room, those that take what is left made as wide as they can be.
fn place(columns: &[PlacedColumn], skipped: usize, width: u16) -> Slots {
    let least = |placed: &PlacedColumn| match placed.width() {
        Width::Fixed(columns) => columns,
        Width::Free(_) => LEAST_FREE,
    };
    let others =
        columns.iter().enumerate().filter(|(_, placed)| placed.column != NAME).map(|(index, _)| index);
    let out_of_sight: Vec<usize> = others.take(skipped).collect();
    let in_sight = columns.iter().enumerate().filter(|(index, _)| !out_of_sight.contains(index));
    let name = columns.iter().find(|placed| placed.column == NAME).map_or(0, |placed| least(placed) + GAP);
    // The name has its room before any other.
    let mut room = width.saturating_sub(MARK + name);
    let (mut seen, mut hidden) = (Vec::new(), 0);
    for (index, placed) in in_sight {
        if placed.column == NAME {
            seen.push((index, placed));
        } else if hidden == 0 && least(placed) + GAP <= room + GAP * u16::from(name == 0 && seen.is_empty()) {
            room = room.saturating_sub(least(placed) + GAP);
            seen.push((index, placed));
        } else {
            hidden += 1;
        }
    }
    Slots { slots: spread(&seen, width), hidden }
}

/// Gives the columns that are seen their widths.
fn spread(seen: &[(usize, &PlacedColumn)], width: u16) -> Vec<Slot> {
    let parts = |placed: &PlacedColumn| match placed.width() {
        Width::Fixed(_) => 0,
        Width::Free(parts) => parts,
    };
    let fixed: u16 = seen
        .iter()
        .map(|(_, placed)| match placed.width() {
            Width::Fixed(columns) => columns,
            Width::Free(_) => 0,
        })
        .sum();
    let gaps = GAP * (seen.len() as u16).saturating_sub(1);
    let free = width.saturating_sub(MARK + gaps + fixed);
    let all: u16 = seen.iter().map(|(_, placed)| parts(placed)).sum();
    let share = |parts: u16| (u32::from(free) * u32::from(parts) / u32::from(all.max(1))) as u16;
    // What the division leaves goes to the first that can take it.
    let mut rest = free - seen.iter().map(|(_, placed)| share(parts(placed))).sum::<u16>();
    let mut left = MARK;
    let mut slots = Vec::with_capacity(seen.len());
    for (index, placed) in seen {
        let columns = match placed.width() {
            Width::Fixed(columns) => columns,
            Width::Free(parts) => share(parts) + std::mem::take(&mut rest),
        };
        let columns = columns.min(width.saturating_sub(left));
        slots.push(Slot { index: *index, left, width: columns });
        left += columns + GAP;
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;

    fn seen(columns: &[PlacedColumn], skipped: usize, width: u16) -> (Vec<(&str, u16)>, usize) {
        let Slots { slots, hidden } = place(columns, skipped, width);
        (slots.iter().map(|slot| (columns[slot.index].column.key(), slot.width)).collect(), hidden)
    }

    #[test]
    fn what_is_free_is_shared_and_columns_never_run_over() {
        let columns = ListView::Workbench.columns();
        let widths = seen(&columns, 0, 50);
        assert_eq!(widths, (vec![("man", 3), ("name", 18), ("person", 9), ("due", 9), ("silent", 6)], 0));
        for view in ListView::ALL {
            for width in 20..200 {
                for skipped in 0..12 {
                    let Slots { slots, hidden } = place(&view.columns(), skipped, width);
                    let last = slots.last().unwrap();
                    assert!(last.left + last.width <= width, "{view:?} {width} {slots:?}");
                    assert!(slots.iter().any(|slot| view.columns()[slot.index].column == NAME), "{width}");
                    assert!(slots.is_sorted_by_key(|slot| slot.left));
                    assert_eq!(
                        slots.len() + hidden + skipped.min(view.columns().len() - 1),
                        view.columns().len()
                    );
                }
            }
        }
    }

    #[test]
    fn the_name_stays_while_others_go_by() {
        let columns = ListView::Customers.columns();
        let keys = |skipped| seen(&columns, skipped, 60).0.iter().map(|(key, _)| *key).collect::<Vec<_>>();
        assert_eq!(keys(0), ["code", "name", "kind", "position", "grade"]);
        assert_eq!(keys(2), ["name", "position", "grade", "region", "person"]);
        assert_eq!(keys(99), ["name"]);
    }

    #[test]
    fn an_own_field_that_is_gone_takes_its_column_with_it() {
        let own = [OwnField::text("colour", "Colour")];
        let mut views = Views::default();
        let mut columns = views.columns().to_vec();
        columns.push(PlacedColumn::usual(Column::Own(own[0].clone())));
        views.set_columns(columns);
        views.take_own(&[OwnField::text("colour", "Color")]);
        assert_eq!(views.columns().last().map(|p| p.column.key()), Some("colour"));
        views.take_own(&[]);
        assert_eq!(views.columns().last().map(|p| p.column.key()), Some("silent"));
    }
}
