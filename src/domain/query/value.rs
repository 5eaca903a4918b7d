//! Values after a colon that are compared: `<=x`, `>x`, `a..b`, `x+`, `x`.

use chrono::{Days, NaiveDate};

use super::condition::Bounds;
use crate::domain::when::{self, WhenError};

/// The values meant by one word: a month is all its days. Both ends included.
pub(super) struct Reach<T> {
    pub first: T,
    pub last: T,
}

/// A value with neighbours.
pub(super) trait Step: Copy {
    fn before(self) -> Option<Self>;
    fn after(self) -> Option<Self>;
}

impl Step for NaiveDate {
    fn before(self) -> Option<Self> {
        self.pred_opt()
    }

    fn after(self) -> Option<Self> {
        self.succ_opt()
    }
}

impl Step for i64 {
    fn before(self) -> Option<Self> {
        self.checked_sub(1)
    }

    fn after(self) -> Option<Self> {
        self.checked_add(1)
    }
}

/// Reads a comparison of a folded text; `read` reads one value.
pub(super) fn bounds<T: Step, E>(
    text: &str,
    read: impl Fn(&str) -> Result<Reach<T>, E>,
) -> Result<Bounds<T>, E> {
    let text = text.trim();
    let after = |marks: &[&str]| marks.iter().find_map(|mark| text.strip_prefix(mark)).map(str::trim);
    if let Some(rest) = after(&["<=", "≤"]) {
        return Ok(Bounds { from: None, to: Some(read(rest)?.last) });
    }
    if let Some(rest) = after(&[">=", "≥"]) {
        return Ok(Bounds { from: Some(read(rest)?.first), to: None });
    }
    if let Some(rest) = after(&["<"]) {
        let first = read(rest)?.first;
        return Ok(Bounds { from: None, to: Some(first.before().unwrap_or(first)) });
    }
    if let Some(rest) = after(&[">"]) {
        let last = read(rest)?.last;
        return Ok(Bounds { from: Some(last.after().unwrap_or(last)), to: None });
    }
    if let Some((from, to)) = text.split_once("..")
        && !(from.is_empty() && to.is_empty())
    {
        let end = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(&read).transpose();
        let (from, to) = (end(from)?, end(to)?);
        return Ok(Bounds { from: from.map(|reach| reach.first), to: to.map(|reach| reach.last) });
    }
    if let Some(rest) = text.strip_suffix('+').filter(|rest| !rest.is_empty()) {
        return Ok(Bounds { from: Some(read(rest)?.first), to: None });
    }
    let reach = read(after(&["="]).unwrap_or(text))?;
    Ok(Bounds { from: Some(reach.first), to: Some(reach.last) })
}

/// A day as people type it, a month `2026-05` or a year `2026`.
pub(super) fn days(text: &str, as_of: NaiveDate) -> Result<Reach<NaiveDate>, WhenError> {
    const YEAR: usize = 4;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() == YEAR && is_digits(text) {
        let first = when::iso(&format!("{text}-01-01"))?;
        return Ok(Reach { first, last: when::iso(&format!("{text}-12-31"))? });
    }
    if let Some((year, month)) = text.split_once(['-', '/'])
        && year.len() == YEAR
        && is_digits(year)
        && is_digits(month)
        && month.len() <= 2
    {
        let first = when::iso(&format!("{year}-{month:0>2}-01"))?;
        let next = first.checked_add_months(chrono::Months::new(1)).ok_or(WhenError::NoSuchDay)?;
        return Ok(Reach { first, last: next.pred_opt().ok_or(WhenError::NoSuchDay)? });
    }
    when::day(text, as_of).map(|day| Reach { first: day, last: day })
}

/// A whole number of 0 or more.
pub(super) fn number(text: &str) -> Result<Reach<i64>, NotANumber> {
    let number = text.parse::<u32>().map_err(|_| NotANumber)?;
    Ok(Reach { first: number.into(), last: number.into() })
}

/// A length of time up to `as_of`, in days: `30`, `30d`, `2w`, `1m`.
pub(super) fn length(text: &str, as_of: NaiveDate) -> Result<Reach<i64>, NotANumber> {
    let start = when::ago(text, as_of).ok_or(NotANumber)?;
    let days = (as_of - start).num_days();
    Ok(Reach { first: days, last: days })
}

/// The days that lie so many days before `as_of`; none after it.
pub(super) fn days_ago(lengths: Bounds<i64>, as_of: NaiveDate) -> Bounds<NaiveDate> {
    let back = |days: i64| match u64::try_from(days) {
        Ok(days) => as_of.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN),
        // Less than none, as `<0` asks for: no day up to this one.
        Err(_) => as_of.succ_opt().unwrap_or(NaiveDate::MAX),
    };
    Bounds { from: lengths.to.map(back), to: Some(lengths.from.map_or(as_of, back)) }
}

/// A text is no whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotANumber;
