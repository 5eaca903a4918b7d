//! The one table that says in which column a field of a record is kept.

use super::value;
use crate::domain::choice::{Choice, choices};
use crate::domain::text::fold::fold;

choices! {
    /// What a record is.
    pub enum RecordKind {
        Card = "card", ["card", "客户卡", "客戶卡"];
        Person = "person", ["person", "人员", "人員"];
        Phone = "phone", ["phone", "电话", "電話"];
        Email = "email", ["e-mail", "邮箱", "電子郵件"];
        Address = "address", ["address", "地址", "地址"];
        Contact = "contact", ["contact", "联系", "聯絡"];
        Promise = "promise", ["promise", "承诺", "承諾"];
        Assertion = "assertion", ["MAN letter", "判定", "判定"];
        Move = "move", ["position change", "定位变更", "定位變更"];
        Assessment = "assessment", ["assessment", "信用评估", "信用評估"];
        Score = "score", ["score", "评分", "評分"];
        Detail = "detail", ["detail", "明细", "明細"];
        Visit = "visit", ["planned visit", "计划拜访", "計畫拜訪"];
        OwnField = "own_field", ["own field", "自定义字段", "自訂欄位"];
        SavedFilter = "saved_filter", ["saved filter", "保存的筛选", "已存篩選"];
    }
}

/// A field kept in a column.
pub(super) struct Column {
    pub(super) field: &'static str,
    pub(super) column: &'static str,
    pub(super) derived: Option<Derived>,
}

/// A column computed from another.
pub(super) struct Derived {
    pub(super) column: &'static str,
    pub(super) of: fn(&str) -> String,
}

/// How a kind is kept.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: &'static [Column],
}

const fn same(field: &'static str) -> Column {
    Column { field, column: field, derived: None }
}

const fn with(field: &'static str, derived: &'static str, of: fn(&str) -> String) -> Column {
    Column { field, column: field, derived: Some(Derived { column: derived, of }) }
}

const fn named(field: &'static str, column: &'static str) -> Column {
    Column { field, column, derived: None }
}

pub(super) fn table(kind: RecordKind) -> &'static Table {
    match kind {
        RecordKind::Card => {
            const {
                &Table {
                    name: "card",
                    columns: &[
                        same("uid"),
                        same("state"),
                        same("batch"),
                        with("code", "code_key", value::text_sort_key),
                        with("name", "sort_key", value::text_sort_key),
                        with("short_name", "short_key", value::text_sort_key),
                        with("company", "company_key", value::text_sort_key),
                        same("party"),
                        same("kind"),
                        same("started_in"),
                        same("position"),
                        same("next_on"),
                        same("next_kind"),
                        same("next_note"),
                        same("next_set_on"),
                        same("added_on"),
                        same("created_at"),
                        same("updated_at"),
                    ],
                }
            }
        }
        RecordKind::Person => {
            const {
                &Table {
                    name: "person",
                    columns: &[
                        same("uid"),
                        same("card"),
                        same("name"),
                        same("title"),
                        same("roles"),
                        named("from", "from_day"),
                        named("to", "to_day"),
                    ],
                }
            }
        }
        RecordKind::Phone => {
            const {
                &Table {
                    name: "phone",
                    columns: &[
                        same("card"),
                        same("person"),
                        same("kind"),
                        with("number", "normal", value::phone_normal),
                    ],
                }
            }
        }
        RecordKind::Email => {
            const {
                &Table {
                    name: "email",
                    columns: &[
                        same("card"),
                        same("person"),
                        same("kind"),
                        with("address", "normal", value::email_normal),
                    ],
                }
            }
        }
        RecordKind::Address => {
            const {
                &Table {
                    name: "address",
                    columns: &[
                        same("card"),
                        same("kind"),
                        same("region"),
                        same("street"),
                        same("post_code"),
                        with("zone", "zone_key", value::text_sort_key),
                        named("order", "route"),
                        same("minutes"),
                        named("from", "from_day"),
                        named("to", "to_day"),
                        same("access"),
                    ],
                }
            }
        }
        RecordKind::Contact => {
            const {
                &Table {
                    name: "contact",
                    columns: &[
                        same("uid"),
                        same("card"),
                        same("person"),
                        named("on", "day"),
                        same("recorded_at"),
                        same("kind"),
                        same("direction"),
                        same("outcomes"),
                        same("note"),
                    ],
                }
            }
        }
        RecordKind::Promise => {
            const {
                &Table {
                    name: "promise",
                    columns: &[
                        same("contact"),
                        same("card"),
                        named("by", "owed_by"),
                        same("text"),
                        same("due_on"),
                        same("settled_on"),
                        same("settled_as"),
                    ],
                }
            }
        }
        RecordKind::Assertion => {
            const {
                &Table {
                    name: "assertion",
                    columns: &[
                        same("card"),
                        same("letter"),
                        same("answer"),
                        named("on", "day"),
                        same("recorded_at"),
                        same("person"),
                        same("strength"),
                        same("contact"),
                        same("note"),
                    ],
                }
            }
        }
        RecordKind::Move => {
            const {
                &Table {
                    name: "move",
                    columns: &[
                        same("card"),
                        named("from", "from_position"),
                        named("to", "to_position"),
                        named("on", "day"),
                        same("recorded_at"),
                        same("reason"),
                        same("note"),
                        same("contact"),
                        same("amount"),
                        same("recoverable"),
                        same("rival"),
                        same("offer"),
                        same("cost"),
                        same("letters"),
                        same("class"),
                        same("policy"),
                        same("channel"),
                        same("introducer"),
                        same("first_contact_on"),
                        same("contacts"),
                        same("last_order_on"),
                        same("product"),
                        same("contributing"),
                        same("historic_value"),
                        same("receivables"),
                        same("second_life"),
                    ],
                }
            }
        }
        RecordKind::Assessment => {
            const {
                &Table {
                    name: "assessment",
                    columns: &[
                        same("uid"),
                        same("card"),
                        same("standard"),
                        named("on", "day"),
                        same("recorded_at"),
                        same("knock_out"),
                    ],
                }
            }
        }
        RecordKind::Score => {
            const {
                &Table {
                    name: "score",
                    columns: &[
                        same("assessment"),
                        same("card"),
                        same("factor"),
                        same("points"),
                        same("note"),
                    ],
                }
            }
        }
        RecordKind::Detail => {
            const {
                &Table {
                    name: "detail",
                    columns: &[same("uid"), same("card"), same("person"), named("group", "group_key")],
                }
            }
        }
        RecordKind::Visit => {
            const {
                &Table {
                    name: "planned_visit",
                    columns: &[
                        same("card"),
                        named("on", "day"),
                        same("at"),
                        same("kind"),
                        same("moved_to"),
                        same("dropped"),
                    ],
                }
            }
        }
        RecordKind::OwnField => {
            const {
                &Table {
                    name: "own_field",
                    columns: &[same("key"), same("name"), same("type"), same("options")],
                }
            }
        }
        RecordKind::SavedFilter => {
            const { &Table { name: "saved_filter", columns: &[with("name", "name_key", fold), same("query")] } }
        }
    }
}

/// The tables beside those of records whose rows belong to a card: its standing, its values, those of its details.
pub(super) const BESIDE_RECORDS: [&str; 3] = ["standing", "value", "detail_value"];

/// All tables whose rows belong to a card, what points at others first: a kind stands behind those it points at.
pub(super) fn of_a_card() -> impl Iterator<Item = &'static str> {
    let kinds = RecordKind::ALL.iter().rev();
    let kinds = kinds.filter(|kind| **kind != RecordKind::Card && kind.is_of_a_card());
    BESIDE_RECORDS.into_iter().chain(kinds.map(|kind| table(*kind).name))
}

impl RecordKind {
    /// Whether records of the kind carry a revision that every write raises. A card's is raised once a
    /// write, by the door.
    pub(super) fn has_revision(self) -> bool {
        matches!(self, RecordKind::Person | RecordKind::Contact | RecordKind::Assessment | RecordKind::Detail)
    }

    /// Whether records of the kind are known by the same identity in every file.
    pub(super) fn has_uid(self) -> bool {
        self == RecordKind::Card || self.has_revision()
    }

    /// Whether records of the kind belong to a card, and not to the file as a whole.
    pub(super) fn is_of_a_card(self) -> bool {
        !matches!(self, RecordKind::OwnField | RecordKind::SavedFilter)
    }

    /// Fields of other kinds that point at records of this kind.
    pub(super) fn pointers(self) -> &'static [(RecordKind, &'static str)] {
        match self {
            RecordKind::Person => &[
                (RecordKind::Phone, "person"),
                (RecordKind::Email, "person"),
                (RecordKind::Detail, "person"),
                (RecordKind::Contact, "person"),
                (RecordKind::Assertion, "person"),
            ],
            RecordKind::Contact => &[
                (RecordKind::Promise, "contact"),
                (RecordKind::Assertion, "contact"),
                (RecordKind::Move, "contact"),
            ],
            RecordKind::Assessment => &[(RecordKind::Score, "assessment")],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::tests::Place;

    #[test]
    fn all_tables_that_point_at_a_card_are_those_of_a_card() {
        let store = Place::new().open();
        let sql = "SELECT DISTINCT known.name FROM sqlite_schema AS known, pragma_foreign_key_list(known.name) AS key
                   WHERE known.type = 'table' AND key.\"table\" = 'card'";
        let mut statement = store.connection.prepare(sql).unwrap();
        let pointing = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let pointing: BTreeSet<String> = pointing.collect::<rusqlite::Result<_>>().unwrap();
        let known: BTreeSet<String> = of_a_card().map(str::to_owned).collect();
        assert_eq!(known, pointing);
    }
}
