//! Days named by where they lie from a day: tomorrow, in three days, on Friday, at the end of the month.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Reading;

/// `today`, `明天`, `day after tomorrow`.
pub(super) fn named_day(text: &str, today: NaiveDate) -> Reading {
    let distance = match text {
        "today" | "this morning" | "今天" | "今日" | "今早" => 0,
        "tomorrow" | "tmr" | "tmrw" | "明天" | "明日" => 1,
        "day after tomorrow" | "后天" | "后日" => 2,
        "大后天" => 3,
        "yesterday" | "last night" | "昨天" | "昨日" | "昨晚" => -1,
        "day before yesterday" | "前天" | "前日" => -2,
        "大前天" => -3,
        _ => return None,
    };
    Some(shift(today, distance, Unit::Day))
}

/// What a distance is counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
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

/// A day so many units away; `None` where the calendar has none.
pub(super) fn shift(day: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
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
pub(in crate::domain) fn ago(length: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (count, rest) = number_at_start(length)?;
    let unit = if rest.is_empty() { Unit::Day } else { unit(rest.trim_start())? };
    shift(today, -count, unit)
}

/// Endings of a distance that lies ahead; longer ones first.
const AHEAD: &[&str] = &["以后", "之后", "后", "以内", "之内", "内"];

/// `+3d`, `-2w`, `in 3 days`, `3天后`, `两周内`, `3天前`.
pub(super) fn distance(text: &str, today: NaiveDate) -> Reading {
    let (forward, text) = if let Some(rest) = text.strip_prefix('+').or_else(|| text.strip_prefix("in ")) {
        (true, rest)
    } else if let Some(rest) = text.strip_prefix('-') {
        (false, rest)
    } else if let Some(rest) = AHEAD.iter().find_map(|word| text.strip_suffix(word)) {
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

/// Whether a text is the name of a weekday and nothing else.
pub(super) fn is_weekday(text: &str) -> bool {
    weekday_named(text).is_some()
}

/// `fri` and `this fri` are the coming one; `next fri`, `下周五`, `本周五` count weeks that begin on Monday.
pub(super) fn weekday(text: &str, today: NaiveDate) -> Reading {
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

/// `月底`, `end of month`, `年底`.
pub(super) fn month_end(text: &str, today: NaiveDate) -> Reading {
    let ahead = match text {
        "月底" | "月末" | "本月底" | "这个月底" | "end of month" | "month end" | "eom" => 1,
        "下月底" | "下个月底" | "下月末" => 2,
        "年底" | "年末" | "end of year" | "year end" => 13 - i64::from(today.month()),
        _ => return None,
    };
    let last = || shift(shift(today.with_day(1)?, ahead, Unit::Month)?, -1, Unit::Day);
    Some(last())
}
