//! Dates as the languages write them in a narrow column.

use chrono::{Datelike, NaiveDate, Weekday};

use super::words;
use crate::domain::language::Language;

/// A date in at most eight columns, seen from a day: `Jun 24` or `06-24` in the same year, the year and
/// month in any other.
pub fn short(date: NaiveDate, seen_from: NaiveDate, language: Language) -> String {
    let words = words(language);
    let same_year = date.year() == seen_from.year();
    let form = if same_year { words.date_this_year() } else { words.date_other_year() };
    // A form that chrono cannot read would panic here; the test reads those of every language.
    date.format(&form).to_string()
}

/// A date to the day, seen from a day: `Nov 26`, of another year `2027-01-15`. Where columns are few, [`short`] leaves
/// the day of another year out.
pub fn day(date: NaiveDate, seen_from: NaiveDate, language: Language) -> String {
    if date.year() == seen_from.year() { short(date, seen_from, language) } else { date.to_string() }
}

/// A date to the day with its weekday: `Thu Nov 26`.
pub fn on(date: NaiveDate, seen_from: NaiveDate, language: Language) -> String {
    format!("{} {}", weekday(date, language), day(date, seen_from, language))
}

/// The name of a date's weekday, short.
pub fn weekday(date: NaiveDate, language: Language) -> String {
    let words = words(language);
    match date.weekday() {
        Weekday::Mon => words.monday(),
        Weekday::Tue => words.tuesday(),
        Weekday::Wed => words.wednesday(),
        Weekday::Thu => words.thursday(),
        Weekday::Fri => words.friday(),
        Weekday::Sat => words.saturday(),
        Weekday::Sun => words.sunday(),
    }
}

/// An instant (UTC, milliseconds since 1970) as local date and time: `2026-06-30 14:05`.
pub fn moment(at: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at)
        .map(|instant| instant.with_timezone(&chrono::Local).format("%Y-%m-%d %H:%M").to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn a_day_of_another_year_is_told_to_the_day() {
        let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let today = date("2026-12-30");
        for (ahead, english, traditional) in
            [("2026-12-31", "Thu Dec 31", "週四 12/31"), ("2027-01-01", "Fri 2027-01-01", "週五 2027-01-01")]
        {
            assert_eq!(on(date(ahead), today, Language::English), english);
            assert_eq!(on(date(ahead), today, Language::Traditional), traditional);
        }
    }

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

    #[test]
    fn every_language_has_forms_for_a_narrow_column() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 24).expect("a date");
        for language in Language::ALL {
            for seen_from in [day, day - chrono::Days::new(365)] {
                let width = short(day, seen_from, *language).width();
                assert!((1..=8).contains(&width), "{language:?}");
            }
            let week: HashSet<String> = day.iter_days().take(7).map(|day| weekday(day, *language)).collect();
            assert_eq!(week.len(), 7, "{language:?}");
        }
    }
}
