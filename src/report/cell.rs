//! What stands in a cell of a list: a column of a card, for a person or for a program.

use chrono::{DateTime, NaiveDate, SecondsFormat};

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::column::{Column, Derived};
use crate::domain::detail::Detail;
use crate::domain::field::CardField;
use crate::domain::language::Language;
use crate::domain::reach::Address;
use crate::store::{Face, Row};

/// For whom a cell is written.
#[derive(Debug, Clone, Copy)]
pub enum Reader {
    /// A person, who reads the names of terms in a language.
    Person(Language),
    /// A program, which reads codes.
    Program,
}

/// What stands between two values in one cell.
pub const BETWEEN: &str = "; ";

/// What stands in a column; nothing where the face that it needs was not read.
pub fn text(column: &Column, row: &Row, face: Option<&Face>, day: NaiveDate, reader: Reader) -> String {
    let card = face.map(|face| &face.card);
    match (column, card) {
        (Column::Derived(derived), _) => derived_text(*derived, row, face, day, reader),
        (Column::Field("name"), _) => row.name.clone(),
        (Column::Field("code"), _) => row.code.clone(),
        (Column::Field("short_name"), _) => row.short_name.clone(),
        (Column::Field("company"), _) => row.company.clone(),
        (Column::Field(_) | Column::Own(_), Some(card)) => {
            column.field().map(|field| field_text(card, &field, reader)).unwrap_or_default()
        }
        (Column::Details(group), Some(card)) => {
            let heads = card.details.iter().filter(|detail| detail.group == *group).map(Detail::head);
            heads.collect::<Vec<_>>().join(BETWEEN)
        }
        (_, None) => String::new(),
    }
}

/// What a card holds in a field; several values one after the other.
fn field_text(card: &Card, field: &CardField, reader: Reader) -> String {
    let values = match reader {
        Reader::Program => card.field_texts(field.key()),
        Reader::Person(language) => card.shown_texts(field, language, |_| None),
    };
    values.join(BETWEEN)
}

fn derived_text(derived: Derived, row: &Row, face: Option<&Face>, day: NaiveDate, reader: Reader) -> String {
    let standing = &row.standing;
    let optional_day = |on: Option<NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
    let card = face.map(|face| &face.card);
    let instant = |at: Option<i64>| at.map(instant).unwrap_or_default();
    let place = |wanted: fn(&Address) -> String| {
        card.and_then(|card| card.addresses.iter().map(wanted).find(|text| !text.is_empty()))
            .unwrap_or_default()
    };
    match derived {
        Derived::Id => row.id.to_string(),
        Derived::Uid => card.map(|card| card.uid.to_string()).unwrap_or_default(),
        Derived::Man => standing.letters.code(),
        Derived::Class => term(standing.class, reader),
        Derived::Best => term(standing.best, reader),
        Derived::Worst => term(standing.worst, reader),
        Derived::Ask => standing.ask.map(|letter| term(letter, reader)).unwrap_or_default(),
        Derived::Position => term(standing.position, reader),
        Derived::Who => standing.main_person.clone().unwrap_or_default(),
        Derived::Phone => row.phone.clone(),
        Derived::Next => optional_day(row.next_action.as_ref().map(|next| next.on)),
        Derived::Due => optional_day(standing.due_on),
        // Due today is not overdue yet.
        Derived::Overdue => {
            standing.due_on.filter(|due| *due < day).map(|due| days(day - due)).unwrap_or_default()
        }
        Derived::Last => optional_day(standing.last_contact_on),
        Derived::Silent => standing.last_contact_on.map(|last| days(day - last)).unwrap_or_default(),
        Derived::Grade => standing.grade.map(|grade| term(grade, reader)).unwrap_or_default(),
        Derived::Region => {
            let region = place(|address| address.place.region.clone());
            match reader {
                Reader::Person(language) => {
                    crate::domain::field::region::shown(&region, language).into_owned()
                }
                Reader::Program => region,
            }
        }
        Derived::Zone => place(|address| address.place.zone.clone()),
        Derived::Route => {
            place(|address| address.place.order.map(|order| order.to_string()).unwrap_or_default())
        }
        Derived::Travel => {
            place(|address| address.place.minutes.map(|minutes| minutes.to_string()).unwrap_or_default())
        }
        Derived::LastVisit => optional_day(standing.last_visit_on),
        Derived::Visits => standing.visits.to_string(),
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

/// A recording time: UTC, to the millisecond; empty for what is no time.
pub fn instant(at: i64) -> String {
    DateTime::from_timestamp_millis(at)
        .map(|instant| instant.to_rfc3339_opts(SecondsFormat::Millis, true))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_utc() {
        assert_eq!(instant(0), "1970-01-01T00:00:00.000Z");
    }
}
