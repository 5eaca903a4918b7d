//! Days named by year, month and day, or by what of them was typed.

use chrono::{Datelike, NaiveDate};

use super::Reading;
use super::relative::{Unit, shift};

/// Within so many years there is a 29 February.
const LEAP_YEARS_APART: i32 = 8;

/// Year, month and day, or what of them was typed.
pub(super) fn calendar_day(text: &str, today: NaiveDate) -> Reading {
    if let Some(day) = text.strip_suffix(['号', '日']).filter(|day| is_number(day, 2)) {
        return Some(coming_day_of_month(number(day)?, today));
    }
    if let Some(day) = english_day(text, today) {
        return Some(day);
    }
    let chinese = text.contains('月');
    let text = if chinese {
        let text = text.strip_suffix(['日', '号'])?;
        text.replacen('年', "-", 1).replacen('月', "-", 1)
    } else {
        text.to_owned()
    };
    let separator =
        if chinese { '-' } else { text.chars().find(|character| matches!(character, '-' | '/' | '.'))? };
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    match parts.as_slice() {
        [year, month, day]
            if is_number(year, 4) && year.len() == 4 && is_number(month, 2) && is_number(day, 2) =>
        {
            let year = i32::try_from(number(year)?).ok()?;
            Some(NaiveDate::from_ymd_opt(year, number(month)?, number(day)?))
        }
        [month, day] if separator != '.' && is_number(month, 2) && is_number(day, 2) => {
            Some(coming(number(month)?, number(day)?, today))
        }
        _ => None,
    }
}

/// `1 dec`, `dec 1`, `1 december 2026`, `dec 1 2026`. A word with a month but no possible day is no such day.
fn english_day(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let words: Vec<&str> = text.split(' ').collect();
    let (month, day, year) = match words.as_slice() {
        [one, other] => (one, other, None),
        [one, other, year] => (one, other, Some(year)),
        _ => return None,
    };
    let (month, day) =
        month_named(month).map(|month| (month, day)).or_else(|| Some((month_named(day)?, month)))?;
    let day = ["st", "nd", "rd", "th"].iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day);
    let day = number(day).filter(|_| is_number(day, 2))?;
    match year {
        None => Some(coming(month, day, today)),
        Some(year) if year.len() == 4 && is_number(year, 4) => {
            Some(NaiveDate::from_ymd_opt(i32::try_from(number(year)?).ok()?, month, day))
        }
        Some(_) => None,
    }
}

fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const SHORTEST: usize = 3;
    let word = word.trim_end_matches('.');
    let is_month = |month: &&str| {
        word.len() >= SHORTEST && (month.starts_with(word) || word == "sept" && month.starts_with("sep"))
    };
    let at = MONTHS.iter().position(is_month)?;
    u32::try_from(at + 1).ok()
}

fn is_number(text: &str, most_digits: usize) -> bool {
    (1..=most_digits).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

/// The next day with this month and day, today included.
fn coming(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..=LEAP_YEARS_APART)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .find(|found| *found >= today)
}

/// The next day of this number in its month, today included.
fn coming_day_of_month(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    (0..=12)
        .filter_map(|months| shift(first, months, Unit::Month)?.with_day(day))
        .find(|found| *found >= today)
}
