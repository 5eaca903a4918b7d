//! Days that stand in fields and details of cards, told in SQL.

use chrono::{Days, NaiveDate};
use rusqlite::types::Value;

use super::source::Source;
use crate::domain::agenda::{Dated, Held, Recurrence, Stretch, Unless, days_of_year};
use crate::domain::policy::FollowUpPolicy;
use crate::store::cell::day_text;

/// Values that are a whole day; those that end in a day of the year, with a year or without; those that begin
/// with a year. The indexes over days hold these only.
const WHOLE_DAY: &str = "held.text GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";
const DAY_OF_YEAR: &str = "held.text GLOB '*-[0-9][0-9]-[0-9][0-9]'";
const WITH_YEAR: &str = "held.text GLOB '[0-9][0-9][0-9][0-9]*'";

impl Source {
    pub(super) fn dated(&mut self, dated: &Dated, days: Stretch, today: NaiveDate, policy: &FollowUpPolicy) {
        let delay_days = dated.delay_days(policy);
        let delay = Days::new(delay_days.into());
        let earlier = |day: NaiveDate| day.checked_sub_days(delay).unwrap_or(NaiveDate::MIN);
        let (from, to) = (earlier(days.from), earlier(days.to));
        let (values, place) = match dated.held {
            Held::Field(field) => ("value", format!("held.field = {}", self.bind_text(field))),
            Held::Part(group, part) => {
                let (group, part) = (self.bind_text(group), self.bind_text(part));
                ("detail_value", format!("held.group_key = {group} AND held.field = {part}"))
            }
        };
        let (on_day, condition) = match (dated.recurrence, dated.held) {
            (Recurrence::Once, Held::Field(_)) => {
                ("held.text".to_owned(), format!("{} AND {WHOLE_DAY}", self.between("held.text", (from, to))))
            }
            (Recurrence::Once, Held::Part(..)) => {
                const FIRST_DAY: &str = "substr(held.text || '-01-01', 1, 10)";
                (FIRST_DAY.to_owned(), format!("{} AND {WITH_YEAR}", self.between(FIRST_DAY, (from, to))))
            }
            (Recurrence::Yearly, _) => {
                let days = days_of_year(from, to);
                let places: Vec<String> = days.into_iter().map(|day| self.bind(Value::Text(day))).collect();
                let start = self.bind(Value::Text(day_text(from)));
                let days = places.join(", ");
                (this_years_day(&start), format!("substr(held.text, -5) IN ({days}) AND {DAY_OF_YEAR}"))
            }
        };
        let on_day = match delay_days {
            0 => on_day,
            days => format!("date({on_day}, '+{days} days')"),
        };
        let gone = match dated.held {
            Held::Field(_) => String::new(),
            Held::Part(..) => {
                let today = self.bind(Value::Text(day_text(today)));
                format!(
                    "AND NOT EXISTS (SELECT 1 FROM detail JOIN person ON person.id = detail.person
                                     WHERE detail.id = held.detail AND person.to_day < {today})"
                )
            }
        };
        let off: String = dated.unless.iter().map(|unless| self.unless(dated.held, *unless)).collect();
        self.parts.push(format!(
            "SELECT held.card AS card, {on_day} AS on_day, standing.worth AS worth
             FROM {values} AS held CROSS JOIN {} AS standing ON standing.card = held.card
             WHERE {place} AND {condition} {off} {gone}",
            self.standing,
        ));
    }

    fn unless(&mut self, held: Held, unless: Unless) -> String {
        let other = match held {
            Held::Field(_) => "FROM value AS other WHERE other.card = held.card",
            Held::Part(..) => {
                "FROM detail_value AS other WHERE other.card = held.card AND other.detail = held.detail"
            }
        };
        let said = match unless {
            Unless::Said(key) => format!("other.field = {}", self.bind_text(key)),
            Unless::Is(key, value) => {
                format!("other.field = {} AND other.text = {}", self.bind_text(key), self.bind_text(value))
            }
        };
        format!("AND NOT EXISTS (SELECT 1 {other} AND {said})")
    }

    fn bind_text(&mut self, text: &str) -> String {
        self.bind(Value::Text(text.to_owned()))
    }
}

/// [`next_anniversary`](crate::domain::agenda::next_anniversary) of a value, told in SQL.
fn this_years_day(start: &str) -> String {
    let in_year = |years: u8| {
        let day = format!(
            "substr(date({start}, '+{years} years', 'start of year'), 1, 5) || substr(held.text, -5)"
        );
        // SQLite takes a 29th of February that does not exist for the first of March.
        format!(
            "CASE WHEN substr(held.text, -5) = '02-29' AND date({day}) <> {day}
                  THEN date({day}, '-1 day') ELSE {day} END"
        )
    };
    let (this, next) = (in_year(0), in_year(1));
    format!("CASE WHEN ({this}) >= {start} THEN ({this}) ELSE ({next}) END")
}
