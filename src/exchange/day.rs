//! Dates as files of other programs write them.

use chrono::NaiveDate;

/// Reads a date: `2026-06-30`, `2026/6/30`, `2026.6.30`, `2026年6月30日`, `20260630`, `6/30/2026`, `30.6.2026`;
/// a time behind it is left away. Month and day both possible as either are read month first with strokes,
/// day first with dots.
pub fn day(text: &str) -> Option<NaiveDate> {
    let date = text.trim().split([' ', 'T']).next().unwrap_or_default();
    let numbers = numbers(date);
    match numbers[..] {
        [(whole, 8)] => NaiveDate::from_ymd_opt((whole / 10_000) as i32, whole / 100 % 100, whole % 100),
        [(year, 4), (month, _), (day, _)] => NaiveDate::from_ymd_opt(year as i32, month, day),
        [(first, _), (second, _), (year, 4)] => {
            let month_first = NaiveDate::from_ymd_opt(year as i32, first, second);
            let day_first = NaiveDate::from_ymd_opt(year as i32, second, first);
            if date.contains('.') { day_first.or(month_first) } else { month_first.or(day_first) }
        }
        _ => None,
    }
}

/// Reads a date of which parts may be missing, into `1988-05-07`, `1988-05`, `1988` or `--05-07`.
pub fn partial_day(text: &str) -> Option<String> {
    if let Some(day) = day(text) {
        return Some(day.to_string());
    }
    let text = text.trim();
    let possible = |month: u32, day: u32| NaiveDate::from_ymd_opt(LEAP_YEAR, month, day).is_some();
    match numbers(text)[..] {
        [(year, 4)] if year > 0 => Some(format!("{year:04}")),
        [(year, 4), (month, _)] if year > 0 && possible(month, 1) => Some(format!("{year:04}-{month:02}")),
        [(month, 1 | 2), (day, 1 | 2)] if possible(month, day) => Some(format!("--{month:02}-{day:02}")),
        _ => None,
    }
}

/// A year in which every day of the calendar exists.
const LEAP_YEAR: i32 = 2000;

/// Whether a cell is how Outlook writes "no date".
pub fn is_no_date(text: &str) -> bool {
    let numbers = numbers(text);
    numbers.len() == 3 && numbers.iter().all(|(number, _)| *number == 0)
}

/// The numbers of a date with their lengths; none when it holds anything that no date does.
fn numbers(text: &str) -> Vec<(u32, usize)> {
    let separator = |character: char| "-/.年月日".contains(character);
    if !text.chars().all(|character| character.is_ascii_digit() || separator(character)) {
        return Vec::new();
    }
    let digits = text.split(separator).filter(|digits| !digits.is_empty());
    digits.map(|digits| (digits.parse().unwrap_or(u32::MAX), digits.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_files_write_them() {
        for (text, expected) in [
            ("2026-06-30", Some("2026-06-30")),
            ("2026/6/3", Some("2026-06-03")),
            ("2026年6月30日", Some("2026-06-30")),
            ("20260630", Some("2026-06-30")),
            ("6/30/2026", Some("2026-06-30")),
            ("30/6/2026", Some("2026-06-30")),
            ("3.6.2026", Some("2026-06-03")),
            ("2026-06-30 00:00:00", Some("2026-06-30")),
            ("2026-02-30", None),
            ("1988-05", None),
            ("soon", None),
            ("99999999999999999999", None),
            ("", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn parts_of_a_date_may_be_missing() {
        for (text, expected) in [
            ("1988-05-07", Some("1988-05-07")),
            ("1988-05", Some("1988-05")),
            ("1988年5月", Some("1988-05")),
            ("1988", Some("1988")),
            ("--03-07", Some("--03-07")),
            ("3月7日", Some("--03-07")),
            ("02-29", Some("--02-29")),
            ("02-30", None),
            ("1988-13", None),
            ("0/0/00", None),
        ] {
            assert_eq!(partial_day(text).as_deref(), expected, "{text}");
        }
        assert!(is_no_date("0/0/00"));
        assert!(!is_no_date("1/0/00"));
    }
}
