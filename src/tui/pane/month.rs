//! The days ahead as a grid, a week a row: how many cards are due on each day.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::agenda::Horizon;
use crate::lang::dates;
use crate::tui::app::App;
use crate::tui::cells::{pad, put};
use crate::tui::layout::inside;
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::today::{Group, Heading};

/// Days of a week: columns of the grid.
const WEEK: u64 = 7;
/// Rows of a week: the day, and what is due on it.
const WEEK_ROWS: u16 = 2;
/// Rows beside the weeks: the title, the names of the days, the lower border.
const OTHER_ROWS: u16 = 3;

/// Rows the grid takes where there is room for all of it.
pub fn rows(app: &App) -> u16 {
    let weeks = u16::try_from(days(app).len() as u64 / WEEK).unwrap_or(u16::MAX);
    weeks.saturating_mul(WEEK_ROWS) + OTHER_ROWS
}

/// Draws the grid, as many weeks of it as fit; in a low area a day and its count share a row.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let (language, theme) = (app.setting.language, &app.setting.theme);
    let inner = inside(area);
    let days = days(app);
    let columns = usize::from(inner.width) / WEEK as usize;
    let weeks = (days.len() as u64 / WEEK) as u16;
    let low = inner.height < weeks * WEEK_ROWS + 1;
    let rows = if low { 1 } else { WEEK_ROWS };
    let cursor = app.listing.group_of(app.listing.cursor()).and_then(|group| app.today.groups.get(group));
    for (place, day) in (0_u16..).zip(&days) {
        let (week, column) = (place / WEEK as u16, place % WEEK as u16);
        let x = inner.x + column * columns as u16;
        if week == 0 {
            let name = dates::weekday(*day, language);
            put(buffer, x, inner.y, columns as u16, &pad(&format!(" {name}"), columns), theme.dim);
        }
        let y = inner.y + 1 + week * rows;
        if y + rows > inner.bottom() {
            break;
        }
        let here = cursor.is_some_and(|group| group.heading == Heading::Day(*day));
        let style = if here { theme.cursor } else { style(app, *day) };
        let date = match place {
            _ if *day == app.setting.day => app.setting.words.today(),
            place if place == 0 || day.day() == 1 => dates::short(*day, *day, language),
            _ => day.day().to_string(),
        };
        let count = count(app, *day);
        let told = if low {
            vec![pad(&format!(" {date} {count}"), columns)]
        } else {
            vec![pad(&format!(" {date}"), columns), pad(&format!(" {count}"), columns)]
        };
        for (line, text) in (y..).zip(&told) {
            put(buffer, x, line, columns as u16, text, style);
        }
    }
    let title = Title { left: app.setting.words.title_month(), right: String::new() };
    border::pane(buffer, area, &title, Focus::Elsewhere, theme);
}

/// The days of the grid: whole weeks from that of today to that of the last day ahead.
fn days(app: &App) -> Vec<NaiveDate> {
    let today = app.setting.day;
    let first = today - Days::new(today.weekday().num_days_from_monday().into());
    let last = last_day(app);
    let count = (last - first).num_days().unsigned_abs() + 1;
    first.iter_days().take((count.div_ceil(WEEK) * WEEK) as usize).collect()
}

fn last_day(app: &App) -> NaiveDate {
    Horizon::Month.last_day(app.setting.day)
}

/// What lies outside the days ahead stands back; today stands out.
fn style(app: &App, day: NaiveDate) -> Style {
    let (today, theme) = (app.setting.day, &app.setting.theme);
    if day == today {
        theme.strong
    } else if day < today || day > last_day(app) {
        theme.dim
    } else {
        Style::new()
    }
}

/// How much is due on a day; today all that is due.
fn count(app: &App, day: NaiveDate) -> String {
    let of_day = |group: &&Group| group.heading == Heading::Day(day);
    let count = if day == app.setting.day {
        app.today.counts.as_ref().map(|counts| counts.total())
    } else {
        app.today.groups.iter().find(of_day).and_then(|group| group.count)
    };
    count.map(|count| format!("{}{count}", app.setting.theme.lines.count)).unwrap_or_default()
}
