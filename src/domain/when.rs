//! Dates as people type them, in English and Chinese, relative to a day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::text::fold::fold;

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

/// The last year a card file can hold: days are compared as text of four-digit years.
const LAST_YEAR: i32 = 9999;
/// Within so many years there is a 29 February.
const LEAP_YEARS_APART: i32 = 8;
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

/// The longest beginning of a text that is a date, and what follows: for Chinese, which is written
/// without spaces. No number is cut in two.
pub fn day_at_start(text: &str, today: NaiveDate) -> Option<(NaiveDate, &str)> {
    let ends = text.char_indices().take(MOST_WRITTEN).map(|(at, letter)| at + letter.len_utf8());
    let ends: Vec<usize> = ends.filter(|end| !is_inside_word(text, *end)).collect();
    ends.into_iter().rev().find_map(|end| Some((day(&text[..end], today).ok()?, &text[end..])))
}

/// The longest ending of a text that is a date, and what goes before. No number is cut in two.
pub fn day_at_end(text: &str, today: NaiveDate) -> Option<(&str, NaiveDate)> {
    let starts = text.char_indices().rev().take(MOST_WRITTEN).map(|(at, _)| at);
    let starts: Vec<usize> = starts.filter(|start| !is_inside_word(text, *start)).collect();
    starts.into_iter().rev().find_map(|start| Some((&text[..start], day(&text[start..], today).ok()?)))
}

/// No date written without spaces has more characters.
const MOST_WRITTEN: usize = 12;

/// Whether a cut would part digits or latin letters that stand together.
pub(super) fn is_inside_word(text: &str, at: usize) -> bool {
    let is_latin = |letter: char| letter.is_ascii_alphanumeric();
    text[..at].ends_with(is_latin) && text[at..].starts_with(is_latin)
}

fn in_years(day: NaiveDate) -> bool {
    (1..=LAST_YEAR).contains(&day.year())
}

/// What a reader says: `None`, it is not written in this way; `Some(None)`, it is, but there is no such day.
type Reading = Option<Option<NaiveDate>>;

fn named_day(text: &str, today: NaiveDate) -> Reading {
    let distance = match text {
        "today" | "今天" | "今日" => 0,
        "tomorrow" | "tmr" | "tmrw" | "明天" | "明日" => 1,
        "day after tomorrow" | "后天" | "后日" => 2,
        "大后天" => 3,
        "yesterday" | "昨天" | "昨日" => -1,
        "前天" => -2,
        _ => return None,
    };
    Some(shift(today, distance, Unit::Day))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "d" | "day" | "days" | "天" | "日" => Unit::Day,
        "w" | "week" | "weeks" | "周" | "星期" | "个星期" | "礼拜" | "个礼拜" => Unit::Week,
        "m" | "month" | "months" | "个月" => Unit::Month,
        "y" | "year" | "years" | "年" => Unit::Year,
        _ => return None,
    })
}

fn shift(day: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
    let size = count.unsigned_abs();
    match unit {
        Unit::Day | Unit::Week => {
            let days = Days::new(size.checked_mul(if unit == Unit::Week { 7 } else { 1 })?);
            if count < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
        }
        Unit::Month | Unit::Year => {
            let months = size.checked_mul(if unit == Unit::Year { 12 } else { 1 })?;
            let months = Months::new(u32::try_from(months).ok()?);
            if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
        }
    }
}

/// A length of time as typed, `30d`, `2w`, `1m`, `1y` or a bare number of days, counted back from a day.
pub(super) fn ago(length: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (count, rest) = number_at_start(length)?;
    let unit = if rest.is_empty() { Unit::Day } else { unit(rest.trim_start())? };
    shift(today, -count, unit)
}

/// `+3d`, `-2w`, `in 3 days`, `3天后`, `两周后`, `3天前`.
fn distance(text: &str, today: NaiveDate) -> Reading {
    let (forward, text) = if let Some(rest) = text.strip_prefix('+').or_else(|| text.strip_prefix("in ")) {
        (true, rest)
    } else if let Some(rest) = text.strip_prefix('-') {
        (false, rest)
    } else if let Some(rest) = ["以后", "之后", "后"].iter().find_map(|word| text.strip_suffix(word)) {
        (true, rest)
    } else if let Some(rest) = text.strip_suffix("前").or_else(|| text.strip_suffix(" ago")) {
        (false, rest)
    } else {
        return None;
    };
    let (count, rest) = number_at_start(text)?;
    let unit = unit(rest.trim_start())?;
    Some(shift(today, if forward { count } else { -count }, unit))
}

/// A whole number in digits or, up to ten, in Chinese.
fn number_at_start(text: &str) -> Option<(i64, &str)> {
    const CHINESE: &str = "零一二三四五六七八九十";
    let first = text.chars().next()?;
    if first.is_ascii_digit() {
        let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
        return Some((text[..end].parse().ok()?, &text[end..]));
    }
    let first = if first == '两' { '二' } else { first };
    let count = CHINESE.chars().position(|digit| digit == first)?;
    Some((i64::try_from(count).ok()?, &text[first.len_utf8()..]))
}

fn weekday_named(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" => Weekday::Mon,
        "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wed" | "weds" | "wednesday" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fri" | "friday" => Weekday::Fri,
        "sat" | "saturday" => Weekday::Sat,
        "sun" | "sunday" => Weekday::Sun,
        _ => {
            let day = ["周", "星期", "礼拜"].iter().find_map(|week| word.strip_prefix(week))?;
            match day {
                "一" | "1" => Weekday::Mon,
                "二" | "2" => Weekday::Tue,
                "三" | "3" => Weekday::Wed,
                "四" | "4" => Weekday::Thu,
                "五" | "5" => Weekday::Fri,
                "六" | "6" => Weekday::Sat,
                "日" | "天" | "7" => Weekday::Sun,
                _ => return None,
            }
        }
    })
}

/// `fri` is the coming one; `next fri`, `下周五`, `this fri`, `本周五` count weeks that begin on Monday.
fn weekday(text: &str, today: NaiveDate) -> Reading {
    const WEEKS: &[(&str, i64)] = &[
        ("next ", 1),
        ("last ", -1),
        ("下下个", 2),
        ("下下", 2),
        ("下个", 1),
        ("下", 1),
        ("上个", -1),
        ("上", -1),
        ("本", 0),
        ("这个", 0),
        ("这", 0),
    ];
    if let Some(named) = weekday_named(text.strip_prefix("this ").unwrap_or(text)) {
        let ahead = days_after_monday(named) - days_after_monday(today.weekday());
        return Some(shift(today, if ahead > 0 { ahead } else { ahead + 7 }, Unit::Day));
    }
    let (word, weeks) = WEEKS.iter().find(|(word, _)| text.starts_with(word))?;
    let named = weekday_named(&text[word.len()..])?;
    let ahead = weeks * 7 + days_after_monday(named) - days_after_monday(today.weekday());
    Some(shift(today, ahead, Unit::Day))
}

fn days_after_monday(day: Weekday) -> i64 {
    i64::from(day.num_days_from_monday())
}

fn month_end(text: &str, today: NaiveDate) -> Reading {
    let ahead = match text {
        "月底" | "月末" | "本月底" | "这个月底" | "end of month" | "month end" | "eom" => 1,
        "下月底" | "下个月底" | "下月末" => 2,
        "年底" | "年末" | "end of year" | "year end" => 13 - i64::from(today.month()),
        _ => return None,
    };
    let last = || shift(shift(today.with_day(1)?, ahead, Unit::Month)?, -1, Unit::Day);
    Some(last())
}

/// Year, month and day, or what of them was typed.
fn calendar_day(text: &str, today: NaiveDate) -> Reading {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// 2026-11-18 is a Wednesday.
    #[test]
    fn dates_are_read_as_people_type_them() {
        for (text, expected) in [
            ("2026-12-01", "2026-12-01"),
            ("2026/12/1", "2026-12-01"),
            ("2026.12.1", "2026-12-01"),
            ("2026年12月1日", "2026-12-01"),
            ("２０２６－１２－０１", "2026-12-01"),
            ("12-01", "2026-12-01"),
            ("12/1", "2026-12-01"),
            ("11-18", "2026-11-18"),
            ("11-17", "2027-11-17"),
            ("02-29", "2028-02-29"),
            ("12月1日", "2026-12-01"),
            ("3月7号", "2027-03-07"),
            ("20号", "2026-11-20"),
            ("8号", "2026-12-08"),
            ("31日", "2026-12-31"),
            ("1 Dec", "2026-12-01"),
            ("dec 1", "2026-12-01"),
            ("December 1st 2027", "2027-12-01"),
            ("today", "2026-11-18"),
            ("Tomorrow", "2026-11-19"),
            ("yesterday", "2026-11-17"),
            ("今天", "2026-11-18"),
            ("明天", "2026-11-19"),
            ("后天", "2026-11-20"),
            ("後天", "2026-11-20"),
            ("昨天", "2026-11-17"),
            ("+3d", "2026-11-21"),
            ("+2w", "2026-12-02"),
            ("+1m", "2026-12-18"),
            ("+1y", "2027-11-18"),
            ("-3d", "2026-11-15"),
            ("in 3 days", "2026-11-21"),
            ("3天后", "2026-11-21"),
            ("两周后", "2026-12-02"),
            ("一个月后", "2026-12-18"),
            ("fri", "2026-11-20"),
            ("Friday", "2026-11-20"),
            ("周五", "2026-11-20"),
            ("星期五", "2026-11-20"),
            ("礼拜五", "2026-11-20"),
            ("禮拜天", "2026-11-22"),
            ("wed", "2026-11-25"),
            ("周三", "2026-11-25"),
            ("mon", "2026-11-23"),
            ("next wed", "2026-11-25"),
            ("next fri", "2026-11-27"),
            ("下周一", "2026-11-23"),
            ("下周三", "2026-11-25"),
            ("下周五", "2026-11-27"),
            ("下星期日", "2026-11-29"),
            ("下週三", "2026-11-25"),
            ("下下周五", "2026-12-04"),
            ("本周五", "2026-11-20"),
            ("上周五", "2026-11-13"),
            ("月底", "2026-11-30"),
            ("下月底", "2026-12-31"),
            ("年底", "2026-12-31"),
            ("end of month", "2026-11-30"),
        ] {
            assert_eq!(day(text, date("2026-11-18")), Ok(date(expected)), "{text}");
        }
    }

    #[test]
    fn months_end_where_they_end() {
        for (today, text, expected) in [
            ("2026-01-31", "+1m", "2026-02-28"),
            ("2026-01-31", "下月底", "2026-02-28"),
            ("2026-12-31", "月底", "2026-12-31"),
            ("2026-02-10", "30号", "2026-03-30"),
        ] {
            assert_eq!(day(text, date(today)), Ok(date(expected)), "{text} on {today}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        use WhenError::{NoSuchDay, Unreadable};
        for (text, error) in [
            ("", Unreadable),
            ("soon", Unreadable),
            ("10:30", Unreadable),
            ("3.2", Unreadable),
            ("8000", Unreadable),
            ("26-12-01", Unreadable),
            ("周八", Unreadable),
            ("next week", Unreadable),
            ("+3x", Unreadable),
            ("31 June", NoSuchDay),
            ("June 31", NoSuchDay),
            ("2026-06-31", NoSuchDay),
            ("06-31", NoSuchDay),
            ("2026-02-29", NoSuchDay),
            ("13-01", NoSuchDay),
            ("6月31日", NoSuchDay),
            ("32号", NoSuchDay),
            ("+99999999999d", NoSuchDay),
            ("+9000y", NoSuchDay),
            ("0000-01-01", NoSuchDay),
        ] {
            assert_eq!(day(text, date("2026-11-18")), Err(error), "{text}");
        }
    }

    #[test]
    fn the_strict_form_is_one_form() {
        assert_eq!(iso("2026-06-30"), Ok(date("2026-06-30")));
        for text in ["2026-6-30", "today", "", "2026-06-30 ", "+026-06-30", "２０２６-06-30"] {
            assert_eq!(iso(text), Err(WhenError::Unreadable), "{text}");
        }
        for text in ["2026-06-31", "2026-13-01", "0000-01-01"] {
            assert_eq!(iso(text), Err(WhenError::NoSuchDay), "{text}");
        }
    }

    #[test]
    fn dates_are_found_at_the_ends_of_chinese_text() {
        let today = date("2026-11-18");
        assert_eq!(day_at_start("周三电话", today), Some((date("2026-11-25"), "电话")));
        assert_eq!(day_at_start("12月1日送样", today), Some((date("2026-12-01"), "送样")));
        assert_eq!(day_at_end("送样品下周五", today), Some(("送样品", date("2026-11-27"))));
        assert_eq!(day_at_start("电话", today), None);
        assert_eq!(day_at_start("2026-06-31", today), None);
        assert_eq!(day_at_end("送样品41号", today), None);
        assert_eq!(day_at_end("电话", today), None);
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in ".*|[0-9年月日号周下+/. -]{0,12}") {
            let _ = (iso(&text), day(&text, date("2026-11-18")));
            let _ = (day_at_start(&text, date("2026-11-18")), day_at_end(&text, date("2026-11-18")));
        }

        #[test]
        fn a_written_day_is_read_back(days in 0u64..3_000_000) {
            let day_meant = date("0001-01-01") + Days::new(days);
            prop_assert_eq!(iso(&day_meant.to_string()), Ok(day_meant));
            prop_assert_eq!(day(&day_meant.to_string(), date("2026-11-18")), Ok(day_meant));
        }
    }
}
