//! Dates as the languages write them in a narrow column.

use chrono::{Datelike, NaiveDate};

use crate::domain::language::Language;

/// English month names, cut to three letters.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A date in at most eight columns, seen from a day: `Jun 24` or `06-24` in the same year, the year and
/// month in any other.
pub fn short(date: NaiveDate, seen_from: NaiveDate, language: Language) -> String {
    let same_year = date.year() == seen_from.year();
    match language {
        Language::English => {
            let month = MONTHS[date.month0() as usize];
            if same_year { format!("{month} {:02}", date.day()) } else { format!("{month} {}", date.year()) }
        }
        Language::Simplified if same_year => format!("{:02}-{:02}", date.month(), date.day()),
        Language::Simplified => format!("{}-{:02}", date.year(), date.month()),
        Language::Traditional if same_year => format!("{:02}/{:02}", date.month(), date.day()),
        Language::Traditional => format!("{}/{:02}", date.year(), date.month()),
    }
}

/// The name of a date's weekday, short.
pub fn weekday(date: NaiveDate, language: Language) -> &'static str {
    let names = match language {
        Language::English => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        Language::Simplified => ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        Language::Traditional => ["週一", "週二", "週三", "週四", "週五", "週六", "週日"],
    };
    names[date.weekday().num_days_from_monday() as usize]
}

/// An instant (UTC, milliseconds since 1970) as local date and time: `2026-06-30 14:05`.
pub fn moment(at: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at)
        .map(|instant| instant.with_timezone(&chrono::Local).format("%Y-%m-%d %H:%M").to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_stands_only_where_it_is_another() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a date");
        let today = day(2026, 6, 30);
        for (date, english, simplified, traditional) in [
            (day(2026, 6, 4), "Jun 04", "06-04", "06/04"),
            (day(2025, 12, 24), "Dec 2025", "2025-12", "2025/12"),
            (day(2027, 1, 1), "Jan 2027", "2027-01", "2027/01"),
        ] {
            assert_eq!(short(date, today, Language::English), english);
            assert_eq!(short(date, today, Language::Simplified), simplified);
            assert_eq!(short(date, today, Language::Traditional), traditional);
        }
    }
}
