//! The order of a list, by any field or derived value: read off an index where cards are many, worked out for
//! each card where they are few.

mod best_case;

use std::borrow::Cow;

use rusqlite::types::Value;

use super::error::{Result, StoreError};
use super::filter::Filter;
use super::list::Sort;
use crate::domain::choice::Choice;
use crate::domain::column::{Derived, SortKey};
use crate::domain::detail::DetailGroup;
use crate::domain::field::{FieldType, built_in};
use crate::domain::man::assertion::Letter;
use crate::domain::man::class::Class;
use crate::domain::party::{CustomerKind, Party};
use crate::domain::position::Position;

/// Which way the values of a key go when the list is not reversed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

/// What a list is sorted by.
pub(super) struct Key {
    /// The value of a card, in SQL.
    value: String,
    /// What cards of one value are sorted by, before their row.
    then: Vec<String>,
    direction: Direction,
    run: Run,
}

/// Where the cards stand in the order already.
enum Run {
    /// In an index of a table, over a column of it.
    Index { table: &'static str, column: &'static str, present: Cow<'static, str> },
    /// In one place after the other, by the rank of a code; the usual code, which most cards have, has no index
    /// and needs none.
    Ranks { table: &'static str, column: &'static str, codes: Vec<String>, usual: &'static str },
    /// In one place after the other: by the rank of the best case, the number of unknown letters, the value tier, and
    /// the name. Of most cards nothing is known: they are met by name.
    BestCases,
    /// In an index over a column with numbers, of which most cards have none, that is 0.
    Counts { table: &'static str, column: &'static str },
    /// Among the values of a field.
    Values(String),
    /// Among the notes of a field, by their beginning.
    Notes(String),
    /// Among the details of a group, by the part they are known by.
    Heads(&'static DetailGroup),
}

/// A statement that gives the cards that have a value, in order; the same card may come again.
pub(super) struct Statement {
    pub(super) sql: String,
    pub(super) parameters: Vec<String>,
    pub(super) in_passing: Option<InPassing>,
}

/// Another way to the same cards: they are met among all others, which stand in that order, instead of being fetched
/// and put in order. The first of very many come sooner so.
pub(super) struct InPassing {
    pub(super) sql: String,
    /// Gives a row for each of them.
    pub(super) each: String,
}

impl Key {
    /// The key of a sort, over a filter that knows the tables.
    ///
    /// # Errors
    /// [`StoreError::NoSuchField`].
    pub(super) fn of(sort: &Sort, filter: &mut Filter<'_>) -> Result<Key> {
        use Direction::{Down, Up};
        // The order would tell what is switched off.
        let key = if filter.shows(sort.key.key()) { sort.key.clone() } else { SortKey::default() };
        let card =
            |column, present: &'static str| Run::Index { table: "card", column, present: present.into() };
        let up = |value: &str, run| Ok(Key { value: value.to_owned(), then: Vec::new(), direction: Up, run });
        let of_standing = |filter: &mut Filter<'_>, column, direction, present: &'static str| {
            let run = Run::Index { table: "standing", column, present: present.into() };
            let value = format!("nullif({}, '')", filter.standing(column)?);
            Ok(Key { value, then: Vec::new(), direction, run })
        };
        match key {
            SortKey::Field("name") => up("card.sort_key", card("sort_key", "state = 0")),
            // Rows of cards only grow: the order in which they were made, and got their uid.
            SortKey::Derived(Derived::Id | Derived::Uid | Derived::Created) => up("card.id", card("id", "1")),
            SortKey::Field("code") => up("nullif(card.code_key, '')", card("code_key", "code_key <> ''")),
            SortKey::Field("short_name") => {
                up("nullif(card.short_key, '')", card("short_key", "short_key <> ''"))
            }
            SortKey::Field("company") => {
                up("nullif(card.company_key, '')", card("company_key", "company_key <> ''"))
            }
            SortKey::Derived(Derived::Next) => up("card.next_on", card("next_on", "next_on IS NOT NULL")),
            SortKey::Derived(Derived::Updated) => up("card.updated_at", card("updated_at", "1")),
            SortKey::Field("party") => {
                ranked::<Party>("card", "party", "card.party".into(), Party::Individual.code())
            }
            SortKey::Field("kind") => ranked::<CustomerKind>("card", "kind", "card.kind".into(), ""),
            SortKey::Derived(Derived::Position) => {
                let value = filter.standing("position")?;
                ranked::<Position>("standing", "position", value, Position::Drift.code())
            }
            // A class to be found out ranks by the best it may turn out to be.
            SortKey::Derived(Derived::Class | Derived::Best | Derived::Man) => {
                let (best, code) = (filter.standing("best")?, filter.standing("code")?);
                let (value, then) = best_case::order(&best, &code);
                Ok(Key { value, then, direction: Up, run: Run::BestCases })
            }
            SortKey::Derived(Derived::Grade) => of_standing(filter, "grade", Up, "grade IS NOT NULL"),
            // Most overdue first is by day of due date upwards, and so is the due list.
            SortKey::Derived(Derived::Due) => of_standing(filter, "due_on", Up, "due_on IS NOT NULL"),
            // What is not due yet is not overdue by less: it has no days at all.
            SortKey::Derived(Derived::Overdue) => {
                let (day, due_on) = (filter.as_of(), filter.standing("due_on")?);
                let present = format!("due_on < '{}'", filter.day()).into();
                let run = Run::Index { table: "standing", column: "due_on", present };
                Ok(Key {
                    value: format!("CASE WHEN {due_on} < {day} THEN {due_on} END"),
                    then: Vec::new(),
                    direction: Down,
                    run,
                })
            }
            SortKey::Derived(Derived::Last) => {
                of_standing(filter, "last_contact_on", Up, "last_contact_on IS NOT NULL")
            }
            // Few silent days first: the latest contact first.
            SortKey::Derived(Derived::Silent) => {
                of_standing(filter, "last_contact_on", Down, "last_contact_on IS NOT NULL")
            }
            SortKey::Derived(Derived::Who) | SortKey::Field("people") => {
                of_standing(filter, "person_key", Up, "person_key <> ''")
            }
            // A zone in the order of its route.
            SortKey::Derived(Derived::Zone) | SortKey::Field("addresses") => {
                first_of(sort, "address", ZONE_AND_ROUTE, "zone_key <> ''")
            }
            SortKey::Derived(Derived::Phone) | SortKey::Field("phones") => {
                first_of(sort, "phone", "normal", "normal <> ''")
            }
            SortKey::Field("emails") => first_of(sort, "email", "normal", "normal <> ''"),
            SortKey::Derived(Derived::Worst) => {
                let value = filter.standing("worst")?;
                ranked::<Class>("standing", "worst", value, Class::Stop.code())
            }
            SortKey::Derived(Derived::Ask) => {
                let value = filter.standing("ask")?;
                ranked::<Letter>("standing", "ask", value, Letter::Need.code())
            }
            SortKey::Derived(Derived::Region) => first_of(sort, "address", "region", "region <> ''"),
            SortKey::Derived(Derived::Route) => first_of(sort, "address", "route", "route IS NOT NULL"),
            SortKey::Derived(Derived::Travel) => first_of(sort, "address", "minutes", "minutes IS NOT NULL"),
            SortKey::Derived(Derived::LastVisit) => {
                of_standing(filter, "last_visit_on", Up, "last_visit_on IS NOT NULL")
            }
            // Most visits first. None is a number too.
            SortKey::Derived(Derived::Visits) => {
                let value = filter.standing("visits")?;
                let run = Run::Counts { table: "standing", column: "visits" };
                Ok(Key { value, then: Vec::new(), direction: Down, run })
            }
            SortKey::Details(group) => Ok(by_head(group, sort, filter)),
            SortKey::Field(key) => by_value(key, filter),
            SortKey::Own(key) => by_value(&key, filter),
        }
    }

    /// The order of SQL. What has no value comes last; equal values stand by what is said of them, then by row.
    pub(super) fn order(&self, sort: &Sort) -> String {
        let (value, way) = (&self.value, self.way(sort));
        let then: String = self.then.iter().map(|value| format!("{value} {way}, ")).collect();
        format!("({value}) {way} NULLS LAST, {then}card.id {way}")
    }

    /// The way down or up, in SQL.
    pub(super) fn way(&self, sort: &Sort) -> &'static str {
        if (self.direction == Direction::Down) != sort.reverse { "DESC" } else { "ASC" }
    }

    /// Whether the order is that of derived values.
    pub(super) fn is_of_standings(&self) -> bool {
        matches!(
            self.run,
            Run::Index { table: "standing", .. }
                | Run::Ranks { table: "standing", .. }
                | Run::Counts { table: "standing", .. }
                | Run::BestCases
        )
    }

    /// The statements that give the cards in order, those without a value left out.
    pub(super) fn statements(&self, sort: &Sort) -> Vec<Statement> {
        let way = self.way(sort);
        let plain = Statement::plain;
        match &self.run {
            Run::Index { table, column, present } => {
                let card = card_column(table);
                vec![plain(format!(
                    "SELECT {card} FROM {table} WHERE {present} ORDER BY {column} {way}, {card} {way}"
                ))]
            }
            Run::Ranks { table, column, codes, usual } => {
                let card = card_column(table);
                // An index that leaves the usual code out is used where it is said that it is not that one.
                let statement = |code: &String| {
                    let unusual =
                        if code == usual { String::new() } else { format!("AND {column} <> '{usual}'") };
                    plain(format!(
                        "SELECT {card} FROM {table} WHERE {column} = '{code}' {unusual} ORDER BY {card} {way}"
                    ))
                };
                let mut statements: Vec<Statement> = codes.iter().map(statement).collect();
                if way == "DESC" {
                    statements.reverse();
                }
                statements
            }
            Run::BestCases => {
                let mut statements = best_case::statements(way);
                if way == "DESC" {
                    statements.reverse();
                }
                statements
            }
            Run::Counts { table, column } => {
                let card = card_column(table);
                let statement = |present: &str, order: &str| {
                    plain(format!("SELECT {card} FROM {table} WHERE {present} ORDER BY {order}{card} {way}"))
                };
                let none = statement(&format!("{column} = 0"), "");
                let some = statement(&format!("{column} > 0"), &format!("{column} {way}, "));
                if way == "DESC" { vec![some, none] } else { vec![none, some] }
            }
            Run::Values(field) => vec![Statement {
                sql: format!(
                    "SELECT card FROM value WHERE field = ?1 AND seq = 0 AND sort_key <> ''
                     ORDER BY sort_key {way}, card {way}"
                ),
                parameters: vec![field.clone()],
                in_passing: None,
            }],
            Run::Notes(field) => vec![Statement {
                sql: format!(
                    "SELECT card FROM value
                     WHERE field = ?1 AND seq = 0 AND sort_key = ''
                     ORDER BY {BEGINNING} {way}, card {way}"
                ),
                parameters: vec![field.clone()],
                in_passing: None,
            }],
            Run::Heads(group) => vec![Statement {
                sql: format!(
                    "SELECT card FROM detail_value WHERE group_key = ?1 AND field = ?2 AND seq = 0
                     ORDER BY {BEGINNING} {way}, card {way}"
                ),
                parameters: vec![group.key.to_owned(), group.head().key.to_owned()],
                in_passing: None,
            }],
        }
    }
}

impl Statement {
    /// One without parameters.
    pub(super) fn plain(sql: String) -> Statement {
        Statement { sql, parameters: Vec::new(), in_passing: None }
    }
}

/// What of the text of a detail or a note its place in a list depends on. The words of the indexes.
const BEGINNING: &str = "substr(text, 1, 40)";
/// A zone, then the place on the route in it; what has no place there comes last. The words of the index.
pub(super) const ZONE_AND_ROUTE: &str = "zone_key || char(1) || printf('%09d', coalesce(route, 999999999))";

/// The column that names the card in a table.
fn card_column(table: &str) -> &'static str {
    if table == "card" { "id" } else { "card" }
}

/// By the first of several values, the last one when the list is reversed.
fn first_of(sort: &Sort, table: &'static str, column: &'static str, present: &'static str) -> Result<Key> {
    let first = if sort.reverse { "max" } else { "min" };
    let value =
        format!("SELECT {first}({column}) FROM {table} WHERE {table}.card = card.id AND {table}.{present}");
    let run = Run::Index { table, column, present: present.into() };
    Ok(Key { value, then: Vec::new(), direction: Direction::Up, run })
}

/// By the first of the details of a group, as they are known; by the last one when the list is reversed.
fn by_head(group: &'static DetailGroup, sort: &Sort, filter: &mut Filter<'_>) -> Key {
    let first = if sort.reverse { "max" } else { "min" };
    let [key, head] = [group.key, group.head().key].map(|key| filter.bind(Value::Text(key.into())));
    let value = format!(
        "SELECT {first}({BEGINNING}) FROM detail_value
         WHERE detail_value.card = card.id AND group_key = {key} AND field = {head} AND seq = 0"
    );
    Key { value, then: Vec::new(), direction: Direction::Up, run: Run::Heads(group) }
}

/// A field kept among the values: of the catalogue, or the user's own.
fn by_value(key: &str, filter: &mut Filter<'_>) -> Result<Key> {
    let kind = match built_in(key) {
        Some(field) => Some(field.kind),
        None => filter.own_field_kind(key)?,
    };
    let run = match kind {
        None | Some(FieldType::People) => return Err(StoreError::NoSuchField(key.into())),
        Some(FieldType::Note) => Run::Notes(key.to_owned()),
        _ => Run::Values(key.to_owned()),
    };
    // A note has no sort key: it goes by its text.
    let kept = match run {
        Run::Values(_) => "coalesce(nullif(sort_key, ''), text)",
        _ => BEGINNING,
    };
    let field = filter.bind(Value::Text(key.into()));
    // The first of several values, by the key of the table.
    let value = format!(
        "SELECT {kept} FROM value WHERE value.card = card.id AND value.field = {field} AND value.seq = 0"
    );
    Ok(Key { value, then: Vec::new(), direction: Direction::Up, run })
}

/// By the place of a code in its list.
fn ranked<T: Choice>(
    table: &'static str,
    column: &'static str,
    value: String,
    usual: &'static str,
) -> Result<Key> {
    let codes = T::ALL.iter().map(|choice| choice.code().to_owned()).collect();
    let run = Run::Ranks { table, column, codes, usual };
    Ok(Key { value: rank::<T>(&value), then: Vec::new(), direction: Direction::Up, run })
}

/// The place of a code in its list, in SQL.
fn rank<T: Choice>(value: &str) -> String {
    let mut cases = format!("CASE {value}");
    for (place, choice) in T::ALL.iter().enumerate() {
        // Codes are our own words, never a person's.
        cases.push_str(&format!(" WHEN '{}' THEN {place}", choice.code()));
    }
    cases + " END"
}
