//! Dates as people type them, in English and Chinese, relative to a day.

mod calendar;
mod ending;
mod relative;
#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use self::calendar::calendar_day;
use self::relative::{distance, month_end, named_day, weekday};
use super::text::fold::fold;

pub(super) use self::ending::{DEADLINE_ENDINGS, after_ending, day_or_by, is_within};
pub(super) use self::relative::ago;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// It is not written as any date.
    #[error("not a date")]
    Unreadable,
    /// It is written as a date that does not exist, or lies outside the years 1 to 9999.
    #[error("no such day")]
    NoSuchDay,
}

type Result<T> = std::result::Result<T, WhenError>;

/// The last day a card file can hold: days are compared as text of four-digit years.
pub const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};
/// No date is longer; longer texts are not even looked at.
const LONGEST: usize = 64;

/// Reads `YYYY-MM-DD` and nothing else.
pub fn iso(text: &str) -> Result<NaiveDate> {
    let is_digit = |at: usize| text.as_bytes()[at].is_ascii_digit();
    let shaped = text.len() == "YYYY-MM-DD".len()
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { is_digit(at) });
    if !shaped {
        return Err(WhenError::Unreadable);
    }
    text.parse().ok().filter(|day| in_years(*day)).ok_or(WhenError::NoSuchDay)
}

/// Reads a date as people type it, relative to `today`.
///
/// `2026-12-01`, `2026/12/1`, `2026年12月1日`; `12-01`, `12月1日`, `1 dec`, `8号` (the coming one, today
/// included); `today`, `tomorrow`, `yesterday`, `今天`, `明天`, `后天`, `昨天`; `+3d`, `-2w`, `+1m`,
/// `in 3 days`, `3天后`; `fri`, `周五` (the coming one, never today); `next fri`, `下周五` (of next week,
/// weeks begin on Monday); `月底`, `end of month`.
pub fn day(text: &str, today: NaiveDate) -> Result<NaiveDate> {
    if text.len() > LONGEST {
        return Err(WhenError::Unreadable);
    }
    let folded = fold(text);
    let readers = [named_day, distance, weekday, month_end, calendar_day];
    let read = readers.iter().find_map(|reader| reader(&folded, today)).ok_or(WhenError::Unreadable)?;
    read.filter(|day| in_years(*day)).ok_or(WhenError::NoSuchDay)
}

/// Reads the date of something that has been: one without a year, or without a month, is the last one there was,
/// today included; a weekday is the last one, never today. What lies ahead all the same is given as it was said.
pub fn day_gone(text: &str, today: NaiveDate) -> Result<NaiveDate> {
    let coming = day(text, today)?;
    let folded = fold(text);
    if relative::is_weekday(&folded) {
        let weeks = if coming - today < WEEK { 1 } else { 2 };
        return Ok(coming - WEEK * weeks);
    }
    if coming <= today || calendar_day(&folded, today).is_none() {
        return Ok(coming);
    }
    let earlier = (1..=MONTHS_OF_A_YEAR).filter_map(|months| today.checked_sub_months(Months::new(months)));
    let gone = earlier.filter_map(|from| day(text, from).ok()).find(|day| *day <= today);
    Ok(gone.unwrap_or(coming))
}

const MONTHS_OF_A_YEAR: u32 = 12;
const WEEK: TimeDelta = TimeDelta::days(7);

/// How surely words mean a day that has been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Been {
    /// They can mean nothing else: `yesterday`, `上周五`, `2 days ago`, `11月16日`, a date with its year.
    Surely,
    /// They may be no date: `11-16`, `may 5`, `8号`.
    Date,
    /// They may mean the coming one: `fri`.
    Weekday,
}

/// The day that has been which a text says, today included, and how surely. A date without a year is the last one,
/// unless the coming one is nearer: then it is none that has been.
pub fn been(text: &str, today: NaiveDate) -> Option<(NaiveDate, Been)> {
    let on = day_gone(text, today).ok().filter(|on| *on <= today)?;
    let folded = fold(text);
    if relative::is_weekday(&folded) {
        return Some((on, Been::Weekday));
    }
    if month_end(&folded, today).is_some() {
        return None;
    }
    if calendar_day(&folded, today).is_none() {
        return Some((on, Been::Surely));
    }
    let coming = day(text, today).ok()?;
    if coming > today && coming - today < today - on {
        return None;
    }
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let has_year = folded.as_bytes().windows("YYYY".len()).any(|bytes| bytes.iter().all(is_digit));
    Some((on, if has_year || folded.contains('月') { Been::Surely } else { Been::Date }))
}

/// The longest beginning of a text that is a day that has been, and what follows: see [`day_at_start`].
pub fn been_at_start(text: &str, today: NaiveDate) -> Option<(NaiveDate, Been, &str)> {
    ends_of_written(text).find_map(|end| been(&text[..end], today).map(|(on, kind)| (on, kind, &text[end..])))
}

/// Whether a text is the name of a weekday and nothing else.
pub(super) fn is_weekday(text: &str) -> bool {
    text.len() <= LONGEST && relative::is_weekday(&fold(text))
}

/// Whether a text is written as a distance, `+3d`, `in 2 weeks`, `三天后`: such a one can be counted from any day.
pub fn is_distance(text: &str) -> bool {
    text.len() <= LONGEST && distance(&fold(text), NaiveDate::default()).is_some()
}

/// The day so many days after another, or the last one a card file can hold where that lies behind it.
pub fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    day_after(day, days.into()).unwrap_or(LAST_DAY)
}

/// The day so many days after another; `None` where that lies behind the last one a card file can hold.
pub fn day_after(day: NaiveDate, days: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days)).filter(|day| *day <= LAST_DAY)
}

/// The longest beginning of a text that is a date, and what follows: for Chinese, which is written
/// without spaces. No number is cut in two.
pub fn day_at_start(text: &str, today: NaiveDate) -> Option<(NaiveDate, &str)> {
    written_at_start(text, today).and_then(|(on, rest)| Some((on.ok()?, rest)))
}

/// The longest beginning of a text that is written as a date, the day it is, and what follows: `6月31日拜访` begins
/// with one that does not exist.
pub(super) fn written_at_start(text: &str, today: NaiveDate) -> Option<(Result<NaiveDate>, &str)> {
    ends_of_written(text).find_map(|end| Some((written(&text[..end], today)?, &text[end..])))
}

/// Where a date at the start of a text may end, the last first.
fn ends_of_written(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().take(MOST_WRITTEN).map(|(at, letter)| at + letter.len_utf8());
    let ends: Vec<usize> = ends.filter(|end| !is_inside_word(text, *end)).collect();
    ends.into_iter().rev()
}

/// The day that a text is written as; `None`: it is not written as any.
fn written(text: &str, today: NaiveDate) -> Option<Result<NaiveDate>> {
    Some(day(text, today)).filter(|on| *on != Err(WhenError::Unreadable))
}

/// The longest ending of a text that is written as a date, and what goes before; `None` where it is one that does not
/// exist: `样品6月31日` does not end with the 31st of this month. No number is cut in two.
pub fn day_at_end(text: &str, today: NaiveDate) -> Option<(&str, NaiveDate)> {
    let starts = text.char_indices().rev().take(MOST_WRITTEN).map(|(at, _)| at);
    let starts: Vec<usize> = starts.filter(|start| !is_inside_word(text, *start)).collect();
    let (start, on) =
        starts.into_iter().rev().find_map(|start| Some((start, written(&text[start..], today)?)))?;
    Some((&text[..start], on.ok()?))
}

/// No date written without spaces has more characters.
const MOST_WRITTEN: usize = 12;

/// Whether a cut would part digits or latin letters that stand together.
pub(super) fn is_inside_word(text: &str, at: usize) -> bool {
    let is_latin = |letter: char| letter.is_ascii_alphanumeric();
    text[..at].ends_with(is_latin) && text[at..].starts_with(is_latin)
}

fn in_years(day: NaiveDate) -> bool {
    (1..=LAST_DAY.year()).contains(&day.year())
}

/// What a reader says: `None`, it is not written in this way; `Some(None)`, it is, but there is no such day.
type Reading = Option<Option<NaiveDate>>;
