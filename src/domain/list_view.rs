//! The ready views of the list: which columns, in which order, sorted by what. To add one, add its row.

use super::choice::choices;
use super::column::{Column, Part, SortKey, Width};
use super::field::OwnField;

choices! {
    /// A ready view of the list.
    pub enum ListView {
        Workbench = "workbench", ["Workbench", "工作台", "工作台"];
        Customers = "customers", ["Customer list", "客户名册", "客戶名冊"], ["交易伙伴名册"];
        Addresses = "addresses", ["Addresses by zone", "客户地址分类表", "客戶地址分類表"];
        Grades = "grades", ["Customers by grade", "客户等级分类卡", "客戶等級分類卡"];
    }
}

/// What a view shares the screen with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// The panes of the card under the cursor.
    BesideCard,
    /// Nothing: its columns need the whole width.
    Whole,
}

/// What a view shows before its user changes it.
struct Ready {
    columns: &'static [&'static str],
    sort: Option<&'static str>,
    room: Room,
}

impl ListView {
    const fn ready(self) -> Ready {
        match self {
            ListView::Workbench => Ready {
                columns: &["man", "name", "person", "due", "silent"],
                sort: None,
                room: Room::BesideCard,
            },
            // The plain list of everyone we deal with.
            ListView::Customers => Ready {
                columns: &[
                    "code", "name", "kind", "position", "grade", "region", "person", "phone", "last", "next",
                ],
                sort: None,
                room: Room::Whole,
            },
            // By zone, then by the order of the route in it: what a journey is planned by.
            ListView::Addresses => Ready {
                columns: &[
                    "zone",
                    "route",
                    "code",
                    "name",
                    "kind",
                    "grade",
                    "addresses",
                    "travel",
                    "contact_hours",
                    "last_visit",
                    "due",
                    "note",
                ],
                sort: Some("zone"),
                room: Room::Whole,
            },
            ListView::Grades => Ready {
                columns: &[
                    "grade",
                    "code",
                    "name",
                    "tier",
                    "position",
                    "man",
                    "class",
                    "visits",
                    "last_visit",
                    "last",
                    "due",
                ],
                sort: Some("grade"),
                room: Room::Whole,
            },
        }
    }

    /// Its columns before its user changes them.
    pub fn columns(self) -> Vec<PlacedColumn> {
        let named = self.ready().columns.iter().filter_map(|key| Column::named(key, &[]));
        named.map(PlacedColumn::usual).collect()
    }

    /// By which column it is sorted.
    pub fn sort_key(self) -> SortKey {
        self.ready().sort.map_or_else(SortKey::default, SortKey::of)
    }

    /// What it shares the screen with.
    pub fn room(self) -> Room {
        self.ready().room
    }
}

/// A column in its place in a view.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedColumn {
    /// The column.
    pub column: Column,
    /// Columns of the terminal, once it was made wider or narrower.
    pub chosen: Option<u16>,
}

/// The narrowest and the widest a column can be made.
const NARROWEST: u16 = 3;
const WIDEST: u16 = 60;

impl PlacedColumn {
    /// As wide as it usually is.
    pub fn usual(column: Column) -> PlacedColumn {
        PlacedColumn { column, chosen: None }
    }

    /// How wide it is.
    pub fn width(&self) -> Width {
        self.chosen.map_or(self.column.usual_width(), Width::Fixed)
    }

    /// Makes it wider, or narrower by a negative number. `seen` is how wide it is on the screen now.
    pub fn widen(&mut self, by: i16, seen: u16) {
        self.chosen = Some(seen.saturating_add_signed(by).clamp(NARROWEST, WIDEST));
    }
}

/// Between a key and the width chosen for it.
const BETWEEN: char = '=';

/// Columns as the card file keeps them, one a line: `zone`, or `name=24` where a width was chosen.
pub fn written(columns: &[PlacedColumn]) -> String {
    let line = |placed: &PlacedColumn| match placed.chosen {
        Some(width) => format!("{}{BETWEEN}{width}", placed.column.key()),
        None => placed.column.key().to_owned(),
    };
    columns.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Columns from what the card file keeps. Those there are no more, as of an own field that was removed, are left
/// out, and so is what comes twice; the name is always among them.
pub fn read(text: &str, own: &[OwnField]) -> Vec<PlacedColumn> {
    let mut columns: Vec<PlacedColumn> = Vec::new();
    for line in text.lines() {
        let (key, width) = line.split_once(BETWEEN).unwrap_or((line, ""));
        let chosen = width.parse().ok().map(|width: u16| width.clamp(NARROWEST, WIDEST));
        let Some(column) = Column::named(key, own) else { continue };
        if columns.iter().all(|placed| placed.column != column) {
            columns.push(PlacedColumn { column, chosen });
        }
    }
    if columns.iter().all(|placed| placed.column != NAME) {
        columns.insert(0, PlacedColumn::usual(NAME));
    }
    columns
}

/// What must be read of a card for some columns.
pub fn parts<'list>(columns: impl IntoIterator<Item = &'list Column>) -> Vec<Part> {
    let mut parts = Vec::new();
    for part in columns.into_iter().filter_map(Column::part) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// The column every view has.
pub const NAME: Column = Column::Field("name");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::language::Language;

    #[test]
    fn every_key_of_a_ready_view_is_a_column_and_the_name_is_there() {
        for view in ListView::ALL {
            let columns = view.columns();
            assert_eq!(columns.len(), view.ready().columns.len(), "{view:?}");
            assert!(columns.iter().any(|placed| placed.column == NAME), "{view:?}");
            assert!(Column::named(view.sort_key().key(), &[]).is_some(), "{view:?}");
            assert!(columns.iter().all(|placed| !placed.column.head(Language::Simplified).is_empty()));
        }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let own = [OwnField::text("colour", "Colour")];
        let mut columns = ListView::Addresses.columns();
        columns.push(PlacedColumn::usual(Column::Own(own[0].clone())));
        columns[3].widen(4, 20);
        assert_eq!(read(&written(&columns), &own), columns);
        assert_eq!(columns[3].chosen, Some(24));
        // The field was removed: the rest stays.
        columns.pop();
        assert_eq!(read(&written(&read(&written(&columns), &own)), &[]), columns);
    }

    #[test]
    fn what_makes_no_sense_is_left_out_and_the_name_is_always_there() {
        for (text, keys) in [
            ("", &["name"][..]),
            ("nonsense\nzone=x\nzone=9\n=3", &["name", "zone"]),
            ("grade=1\nname=9999", &["grade", "name"]),
        ] {
            let read = read(text, &[]);
            assert_eq!(read.iter().map(|placed| placed.column.key()).collect::<Vec<_>>(), keys, "{text}");
            assert!(read.iter().filter_map(|placed| placed.chosen).all(|width| (3..=60).contains(&width)));
        }
    }
}
