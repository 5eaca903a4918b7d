//! The columns a list can show: what is derived, every field of the catalogue, the user's own fields.

use chrono::NaiveDate;

use crate::domain::card::Card;
use crate::domain::choice::{Choice, choices};
use crate::domain::detail::{Detail, DetailGroup};
use crate::domain::field::{CATALOGUE, CardField, Field, OwnField};
use crate::domain::language::Language;
use crate::domain::nearest::nearest;
use crate::lang::problem::UsageProblem;
use crate::store::Row;

choices! {
    /// Columns that are no field of the catalogue.
    pub(super) enum Derived {
        Id = "id", ["No.", "编号", "編號"];
        Uid = "uid", ["UID", "UID", "UID"];
        Man = "man", ["MAN", "MAN", "MAN"];
        Class = "class", ["Class", "类别", "類別"];
        Best = "best", ["Best", "最好", "最好"];
        Worst = "worst", ["Worst", "最差", "最差"];
        Ask = "ask", ["Ask", "待问", "待問"];
        Position = "position", ["Position", "定位", "定位"];
        Who = "person", ["Who", "联系人", "聯絡人"], ["who"];
        Phone = "phone", ["Phone", "电话", "電話"];
        Next = "next", ["Next", "下一步", "下一步"];
        Due = "due", ["Due", "到期", "到期"], ["due_on"];
        Overdue = "overdue", ["Overdue", "逾期天数", "逾期天數"], ["overdue_days"];
        Last = "last", ["Last contact", "最近联系", "最近聯絡"], ["last_contact_on"];
        Silent = "silent", ["Silent", "静默天数", "未聯絡天數"];
        Grade = "grade", ["Grade", "信用", "信用"];
        Created = "created", ["Created", "建卡时间", "建卡時間"], ["created_at"];
        Updated = "updated", ["Updated", "修改时间", "修改時間"], ["updated_at"];
    }
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Column {
    /// Worked out, or kept beside the fields.
    Derived(Derived),
    /// A field of the catalogue, by its key.
    Field(&'static str),
    /// A field the user added.
    Own(OwnField),
    /// What the details of a group are known by.
    Details(&'static DetailGroup),
}

/// What a list shows when nothing is asked for.
pub(super) const STANDARD: [Column; 8] = [
    Column::Derived(Derived::Id),
    Column::Derived(Derived::Man),
    Column::Field("name"),
    Column::Derived(Derived::Who),
    Column::Derived(Derived::Position),
    Column::Derived(Derived::Due),
    Column::Derived(Derived::Silent),
    Column::Derived(Derived::Phone),
];

/// For whom a cell is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reader {
    /// A person, who reads the names of terms in a language.
    Person(Language),
    /// A program, which reads codes.
    Program,
}

impl Column {
    /// The columns named in a list with commas.
    pub(super) fn list(keys: &str, own: &[OwnField]) -> Result<Vec<Column>, UsageProblem> {
        keys.split(',').map(|key| Column::named(key.trim(), own)).collect()
    }

    /// The column a word means.
    pub(super) fn named(word: &str, own: &[OwnField]) -> Result<Column, UsageProblem> {
        if let Some(derived) = Derived::from_word(word) {
            return Ok(Column::Derived(derived));
        }
        if let Some(field) = CATALOGUE.iter().find(|field| field.key.eq_ignore_ascii_case(word)) {
            return Ok(Column::Field(field.key));
        }
        if let Some(own) = own.iter().find(|own| own.key == word || own.name == word) {
            return Ok(Column::Own(own.clone()));
        }
        if let Some(group) = DetailGroup::meant(word) {
            return Ok(Column::Details(group));
        }
        let known = Derived::ALL.iter().map(|derived| derived.code());
        let known = known.chain(CATALOGUE.iter().map(|field| field.key));
        let known = known.chain(own.iter().map(|own| own.key.as_str()));
        Err(UsageProblem::UnknownField { field: word.to_owned(), nearest: nearest(word, known).to_owned() })
    }

    /// The key, as typed and as the head of a table for programs.
    pub(super) fn key(&self) -> &str {
        match self {
            Column::Derived(derived) => derived.code(),
            Column::Field(key) => key,
            Column::Own(own) => &own.key,
            Column::Details(group) => group.key,
        }
    }

    /// The head over the column, for people.
    pub(super) fn head(&self, language: Language) -> String {
        match self {
            Column::Derived(derived) => derived.name(language).to_owned(),
            Column::Field(key) => field(key).map(|field| field.name(language)).unwrap_or_default().to_owned(),
            Column::Own(own) => own.name.clone(),
            Column::Details(group) => group.name(language).to_owned(),
        }
    }

    /// Whether a row of the list is not enough to fill it.
    pub(super) fn needs_card(&self) -> bool {
        match self {
            Column::Derived(Derived::Uid | Derived::Created | Derived::Updated) => true,
            Column::Derived(_) => false,
            Column::Field(key) => !matches!(*key, "name" | "code" | "short_name" | "company"),
            Column::Own(_) | Column::Details(_) => true,
        }
    }

    /// What stands in it.
    pub(super) fn text(&self, row: &Row, card: Option<&Card>, day: NaiveDate, reader: Reader) -> String {
        match (self, card) {
            (Column::Derived(derived), _) => derived_text(*derived, row, card, day, reader),
            (Column::Field("name"), _) => row.name.clone(),
            (Column::Field("code"), _) => row.code.clone(),
            (Column::Field("short_name"), _) => row.short_name.clone(),
            (Column::Field("company"), _) => row.company.clone(),
            (Column::Field(key), Some(card)) => {
                field(key).map(|field| field_text(card, &CardField::Known(field), reader)).unwrap_or_default()
            }
            (Column::Own(own), Some(card)) => field_text(card, &CardField::Own(own.clone()), reader),
            (Column::Details(group), Some(card)) => {
                let heads = card.details.iter().filter(|detail| detail.group == *group).map(Detail::head);
                heads.collect::<Vec<_>>().join(BETWEEN)
            }
            (_, None) => String::new(),
        }
    }
}

fn field(key: &str) -> Option<&'static Field> {
    crate::domain::field::built_in(key)
}

/// What a card holds in a field; several values one after the other.
pub(super) fn field_text(card: &Card, field: &CardField, reader: Reader) -> String {
    let values = card.field_texts(field.key());
    match reader {
        Reader::Program => values.join(BETWEEN),
        Reader::Person(language) => {
            values.iter().map(|value| field.shown(value, language)).collect::<Vec<_>>().join(BETWEEN)
        }
    }
}

/// What stands between two values in one cell.
const BETWEEN: &str = "; ";

fn derived_text(derived: Derived, row: &Row, card: Option<&Card>, day: NaiveDate, reader: Reader) -> String {
    let standing = &row.standing;
    let optional_day = |on: Option<NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
    let instant = |at: Option<i64>| at.map(super::json::instant).unwrap_or_default();
    match derived {
        Derived::Id => row.id.to_string(),
        Derived::Uid => card.map(|card| card.uid.to_string()).unwrap_or_default(),
        Derived::Man => standing.letters.code(),
        Derived::Class => term(standing.class, reader),
        Derived::Best => term(standing.best, reader),
        Derived::Worst => term(standing.worst, reader),
        Derived::Ask => standing.ask.map(|letter| term(letter, reader)).unwrap_or_default(),
        Derived::Position => term(standing.position, reader),
        Derived::Who => standing.main_person.clone(),
        Derived::Phone => row.phone.clone(),
        Derived::Next => optional_day(row.next_action.as_ref().map(|next| next.on)),
        Derived::Due => optional_day(standing.due_on),
        Derived::Overdue => standing.due_on.map(|due| days(day - due)).unwrap_or_default(),
        Derived::Last => optional_day(standing.last_contact_on),
        Derived::Silent => standing.last_contact_on.map(|last| days(day - last)).unwrap_or_default(),
        Derived::Grade => standing.grade.map(|grade| term(grade, reader)).unwrap_or_default(),
        Derived::Created => instant(card.map(|card| card.created_at)),
        Derived::Updated => instant(card.map(|card| card.updated_at)),
    }
}

fn term(choice: impl Choice, reader: Reader) -> String {
    match reader {
        Reader::Person(language) => choice.name(language).to_owned(),
        Reader::Program => choice.code().to_owned(),
    }
}

/// Days that have passed; nothing where the day is still to come.
fn days(passed: chrono::TimeDelta) -> String {
    match passed.num_days() {
        to_come if to_come < 0 => String::new(),
        passed => passed.to_string(),
    }
}
