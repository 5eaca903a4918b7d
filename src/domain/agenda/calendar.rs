//! Days that come round every year.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::when::LAST_DAY;

/// The next day, from one on, on which it is so many whole years after `first`. Who was born on the 29th of
/// February has his day on the 28th in other years.
pub fn next_anniversary(first: NaiveDate, from: NaiveDate) -> NaiveDate {
    let in_year = |year: i32| {
        first.with_year(year).or_else(|| first.pred_opt().and_then(|before| before.with_year(year)))
    };
    let of_year = in_year(from.year()).filter(|day| *day >= from);
    of_year.or_else(|| in_year(from.year() + 1)).unwrap_or(LAST_DAY).min(LAST_DAY)
}

/// Month and day, `MM-DD`, of every first day whose [anniversary](next_anniversary) falls into a stretch of
/// days; at most a year of them.
pub fn days_of_year(from: NaiveDate, to: NaiveDate) -> Vec<String> {
    const YEAR: usize = 366;
    let mut found = Vec::new();
    let mut day = from;
    while day <= to && found.len() < YEAR {
        found.push(day.format("%m-%d").to_string());
        if (day.month(), day.day(), day.leap_year()) == (2, 28, false) {
            found.push("02-29".into());
        }
        let Some(next) = day.checked_add_days(Days::new(1)) else { break };
        day = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::specimen::day;

    #[test]
    fn a_day_comes_round_every_year() {
        for (first, from, expected) in [
            ("1988-05-21", "2026-05-20", "2026-05-21"),
            ("1988-05-21", "2026-05-21", "2026-05-21"),
            ("1988-05-21", "2026-05-22", "2027-05-21"),
            ("1988-01-02", "2026-12-30", "2027-01-02"),
            ("1988-02-29", "2026-02-01", "2026-02-28"),
            ("1988-02-29", "2028-02-01", "2028-02-29"),
        ] {
            assert_eq!(next_anniversary(day(first), day(from)), day(expected), "{first} from {from}");
        }
    }

    #[test]
    fn the_days_of_a_stretch_are_those_whose_anniversary_falls_into_it() {
        let mut first = day("1988-01-01");
        for (from, to) in
            [("2026-02-25", "2026-03-02"), ("2028-02-25", "2028-03-02"), ("2026-12-30", "2027-01-02")]
        {
            let days = days_of_year(day(from), day(to));
            while first < day("1989-01-01") {
                let falls = next_anniversary(first, day(from)) <= day(to);
                assert_eq!(days.contains(&first.format("%m-%d").to_string()), falls, "{first} {from}");
                first = first.succ_opt().unwrap();
            }
            first = day("1988-01-01");
        }
    }
}
