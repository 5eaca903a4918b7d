//! Days as people type them. 2026-11-18 is a Wednesday.

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What has been is looked for behind today.
#[test]
fn the_day_of_what_has_been_is_the_last_one() {
    for (text, expected) in [
        ("12 nov", "2026-11-12"),
        ("11-18", "2026-11-18"),
        ("11-19", "2025-11-19"),
        ("20号", "2026-10-20"),
        ("8号", "2026-11-08"),
        ("yesterday", "2026-11-17"),
        ("2026-11-12", "2026-11-12"),
        // These lie ahead whatever is meant.
        ("tomorrow", "2026-11-19"),
        ("+3d", "2026-11-21"),
        ("this fri", "2026-11-20"),
        ("2027-01-01", "2027-01-01"),
        // A weekday is never today.
        ("fri", "2026-11-13"),
        ("周一", "2026-11-16"),
        ("wed", "2026-11-11"),
    ] {
        assert_eq!(day_gone(text, date("2026-11-18")), Ok(date(expected)), "{text}");
    }
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
    assert_eq!(day_at_end("送样品6月31日", today), None);
    assert_eq!(day_at_end("送样品2027年6月31日", today), None);
    assert_eq!(day_at_end("电话", today), None);
}

#[test]
fn a_distance_is_told_from_a_day() {
    for (text, expected) in [
        ("+3d", true),
        ("-1w", true),
        ("in 3 days", true),
        ("三天后", true),
        ("fri", false),
        ("2026-12-01", false),
        ("tomorrow", false),
        ("", false),
    ] {
        assert_eq!(is_distance(text), expected, "{text}");
    }
}

#[test]
fn days_end_with_the_year_9999() {
    assert_eq!(days_after(date("2026-11-18"), 3), date("2026-11-21"));
    for from in [LAST_DAY, date("9999-12-30"), NaiveDate::MAX] {
        assert_eq!(days_after(from, 3), LAST_DAY, "{from}");
    }
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
