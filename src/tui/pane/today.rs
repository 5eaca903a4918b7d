//! The list of a day: since when, who, and why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::agenda::{Entry, Horizon, Matter};
use crate::domain::text::safe;
use crate::lang::advice::advice;
use crate::lang::{agenda, dates};
use crate::store::Row;
use crate::tui::app::{App, Pane};
use crate::tui::cells::{pad, put, wrap};
use crate::tui::layout::inside;
use crate::tui::listing::ListLine;
use crate::tui::listing::Listed;
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::pane::cell;
use crate::tui::pane::list::{MARKED, underline_pending};
use crate::tui::today::{Heading, Offer};

/// Columns of what has a fixed width.
const WHEN: usize = 12;
const MAN: usize = 4;
/// Columns of the rule before the name of a heading.
const HEADING_INDENT: u16 = 2;
/// The name takes one part in so many of what is free, but no less than this where a half is enough for it.
const NAME_SHARE: usize = 3;
const NAME: usize = 20;

/// Draws the list.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let focus = Focus::when(app.opened.is_none() && app.pane == Pane::List);
    let (words, theme) = (app.setting.words, &app.setting.theme);
    let inner = inside(area);
    let columns = Columns::of(usize::from(inner.width), horizon(app));
    let heads = [words.column_due_when(), words.column_man(), words.column_name(), words.column_reason()];
    let header = columns.line(heads.each_ref().map(String::as_str), " ");
    put(buffer, inner.x, inner.y, inner.width, &header, theme.dim);
    for (line, row) in app.listing.lines().into_iter().zip(inner.y + 1..inner.bottom()) {
        let area = Rect { y: row, height: 1, ..inner };
        match line {
            ListLine::Heading(group) => draw_heading(app, group, area, buffer),
            ListLine::Card(place) => {
                let Some(shown) = app.listing.card_at(place).and_then(|card| app.listing.row(card)) else {
                    continue;
                };
                let cursor = (app.listing.cursor() == place).then_some(focus);
                draw_row(app, shown, &columns, area, cursor, buffer);
            }
        }
    }
    if app.listing.is_empty() {
        let has_cards = !app.file_is_empty();
        let text = if has_cards { words.today_nothing() } else { words.today_no_cards() };
        for (line, text) in wrap(&text, usize::from(inner.width.saturating_sub(2)), 3).iter().enumerate() {
            put(buffer, inner.x + 1, inner.y + 2 + line as u16, inner.width - 1, text, theme.dim);
        }
    }
    border::pane(buffer, area, &Title { left: title(app), right: String::new() }, focus, theme);
}

/// The heading of a group: what its cards have in common, how many they are, a rule to the end of the line.
fn draw_heading(app: &App, group: usize, area: Rect, buffer: &mut Buffer) {
    let Some(group) = app.today.groups.get(group) else { return };
    let (language, day, theme) = (app.setting.language, app.setting.day, &app.setting.theme);
    let name = match group.heading {
        Heading::Matter(matter) => agenda::heading(matter, language),
        Heading::Day(on) => {
            let ahead = app.setting.words.today_in_days(&(on - day).num_days());
            format!("{}  {ahead}", dates::on(on, day, language))
        }
    };
    let count = group.count.map(|count| format!(" {} {count} ", theme.lines.count)).unwrap_or_default();
    let rule = theme.lines.horizontal.repeat(area.width.into());
    put(buffer, area.x, area.y, area.width, &rule, theme.dim);
    let mut column = area.x + HEADING_INDENT;
    for (text, style) in [(format!(" {name} "), theme.strong), (count, theme.dim)] {
        column += put(buffer, column, area.y, area.right().saturating_sub(column), &text, style);
    }
}

fn title(app: &App) -> String {
    let words = app.setting.words;
    match (app.today.offer, app.listing.question.listed) {
        (Offer::Prospects, _) => words.today_instead(&words.today_nothing(), &words.today_prospects()),
        (Offer::Drift, _) => words.today_instead(&words.today_nothing(), &words.today_drift()),
        (_, Listed::Due(Horizon::Week)) => words.today_week(),
        (_, Listed::Due(Horizon::Month)) => words.today_month(),
        _ => words.place_today(),
    }
}

/// Widths of the columns.
struct Columns {
    when: usize,
    name: usize,
    reason: usize,
}

impl Columns {
    /// In the days ahead the headings say when.
    fn of(width: usize, horizon: Horizon) -> Columns {
        let when = if horizon == Horizon::Today { WHEN + 1 } else { 0 };
        let free = width.saturating_sub(1 + when + MAN + 1);
        let name = (free / NAME_SHARE).max(NAME.min(free / 2));
        Columns { when, name, reason: free - name }
    }

    fn line(&self, [when, man, name, reason]: [&str; 4], cursor: &str) -> String {
        format!(
            "{cursor}{}{}{} {}",
            pad(when, self.when),
            pad(man, MAN),
            pad(name, self.name),
            pad(reason, self.reason)
        )
    }
}

fn draw_row(app: &App, row: &Row, columns: &Columns, area: Rect, cursor: Option<Focus>, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let (words, language, day) = (app.setting.words, app.setting.language, app.setting.day);
    let entries = app.today.reasons(row.id);
    let when = match entries.first() {
        Some(entry) => when(app, entry),
        None => row.standing.due_on.map(|on| dates::short(on, day, language)).unwrap_or_default(),
    };
    let reasons = match app.today.offer {
        Offer::Due => agenda::reasons(entries, words, language),
        // Nothing is due: what a contact would be about.
        Offer::Prospects | Offer::Drift => advice(&row.standing, words, language),
    };
    let marked = app.listing.marks().contains(row.id.0);
    let mark = match cursor {
        _ if marked => MARKED,
        Some(_) => theme.lines.cursor,
        None => " ",
    };
    let cells = [when.as_str(), &cell::letters(app, row), &safe::line(&row.name), &safe::line(&reasons)];
    let line = columns.line(cells, mark);
    let style = match cursor {
        Some(Focus::Here) => theme.cursor,
        Some(Focus::Elsewhere) => theme.strong,
        None => Style::new(),
    };
    put(buffer, area.x, area.y, area.width, &line, style);
    if cursor.is_some() {
        let letters = Rect { x: area.x + 1 + columns.when as u16, width: MAN as u16, ..area };
        underline_pending(app, row, letters, buffer);
    } else if marked {
        buffer.set_style(Rect::new(area.x, area.y, 1, 1), theme.accent);
    }
    let overdue = entries.first().is_some_and(|entry| is_overdue(entry, app));
    if cursor.is_none() && overdue {
        buffer.set_style(Rect::new(area.x + 1, area.y, columns.when as u16, 1), theme.alarm);
    }
}

fn is_overdue(entry: &Entry, app: &App) -> bool {
    entry.on < app.setting.day && !matches!(entry.matter, Matter::Lapsed | Matter::Review)
}

/// How the day lies to today, in few columns.
fn when(app: &App, entry: &Entry) -> String {
    let words = app.setting.words;
    match entry.overdue_days(app.setting.day) {
        0 => words.today(),
        days if is_overdue(entry, app) => words.today_overdue_short(&days),
        days @ 1.. => words.days_short(&days),
        days => words.today_ahead_short(&-days),
    }
}

/// The days the list is about.
fn horizon(app: &App) -> Horizon {
    match app.listing.question.listed {
        Listed::Due(horizon) => horizon,
        Listed::Cards | Listed::Plan => Horizon::Today,
    }
}
