//! The visits of the day: when, whom, where, and what became of each.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::choice::Choice;
use crate::domain::planned_visit::Fate;
use crate::domain::text::safe;
use crate::lang::{agenda, dates};
use crate::tui::app::{App, Pane};
use crate::tui::cells::{pad, put, width, wrap};
use crate::tui::layout::inside;
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::today::{PlanState, Stop};

/// Columns of what has a fixed width.
const TIME: usize = 6;
const FATE: usize = 13;
/// The name takes one part in so many of what is free, and more where the names are longer.
const NAME_SHARE: usize = 3;
/// So much is left for the place: the sheet beside or the card says it whole, and a visit goes by its name.
const SHORTEST_PLACE: usize = 8;

/// Draws the visits, and below them what else is due.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let focus = Focus::when(app.opened.is_none() && app.pane == Pane::List);
    let (words, theme, plan) = (app.setting.words, &app.setting.theme, &app.today.plan);
    let inner = inside(area);
    let heads =
        [words.column_time(), words.column_fate(), words.column_name(), words.column_place_of_visit()];
    put(
        buffer,
        inner.x,
        inner.y,
        inner.width,
        &line(app, heads.each_ref().map(String::as_str), " ", inner),
        theme.dim,
    );
    let mut row = inner.y + 1;
    let seen = app.listing.top()..app.listing.top() + app.listing.visible().len();
    for (place, stop) in plan.stops.iter().enumerate().skip(seen.start).take(seen.len()) {
        let cursor = (app.listing.cursor() == place).then_some(focus);
        draw_stop(app, stop, cursor, Rect { y: row, height: 1, ..inner }, buffer);
        row += 1;
    }
    row += 1;
    for text in below(app) {
        for text in wrap(&safe::line(&text), usize::from(inner.width.saturating_sub(2)), 2) {
            if row < inner.bottom() {
                put(buffer, inner.x + 1, row, inner.width - 1, &text, theme.dim);
            }
            row += 1;
        }
    }
    border::pane(buffer, area, &title(app), focus, theme);
}

/// What is not in the plan: that nothing is, other zones, cards without an address.
fn below(app: &App) -> Vec<String> {
    let (words, plan) = (app.setting.words, &app.today.plan);
    let mut lines = Vec::new();
    if plan.stops.is_empty() {
        lines.push(words.plan_empty());
    }
    for (place, (zone, count)) in plan.other_zones().enumerate() {
        let zone = if zone.is_empty() { words.plan_no_zone() } else { zone.clone() };
        lines.push(match (plan.state, place) {
            (PlanState::Proposed, 0) => words.plan_next_zone(count, &zone),
            _ => words.plan_other_zone(count, &zone),
        });
    }
    if plan.without_address > 0 {
        lines.push(words.plan_without_address_here(&plan.without_address));
    }
    lines
}

fn title(app: &App) -> Title {
    let (words, plan) = (app.setting.words, &app.today.plan);
    match plan.state {
        PlanState::Proposed if plan.stops.is_empty() => {
            Title { left: words.title_plan_kept(), right: String::new() }
        }
        PlanState::Proposed => {
            let name = |zone: &String| if zone.is_empty() { words.plan_no_zone() } else { zone.clone() };
            let zones: Vec<String> = plan.chosen.iter().map(name).collect();
            let left = words.title_plan(&zones.join(&words.between_zones()));
            Title { left, right: words.plan_proposed() }
        }
        PlanState::Kept => {
            let count = |fate| plan.count(fate);
            let tally = words.plan_tally(
                &count(Fate::Made),
                &plan.stops.len(),
                &count(Fate::Moved),
                &count(Fate::Dropped),
            );
            Title { left: words.title_plan_kept(), right: tally }
        }
    }
}

fn line(app: &App, [time, fate, name, place]: [&str; 4], cursor: &str, area: Rect) -> String {
    let free = usize::from(area.width).saturating_sub(1 + TIME + FATE + 1);
    let rows = app.today.plan.stops.iter().filter_map(|stop| app.listing.row(stop.card));
    let widest = rows.map(|row| width(&safe::line(&row.name))).max().unwrap_or_default();
    let names = (free / NAME_SHARE).max(widest.min(free.saturating_sub(SHORTEST_PLACE)));
    format!("{cursor}{}{}{} {}", pad(time, TIME), pad(fate, FATE), pad(name, names), pad(place, free - names))
}

fn draw_stop(app: &App, stop: &Stop, cursor: Option<Focus>, area: Rect, buffer: &mut Buffer) {
    let (language, theme) = (app.setting.language, &app.setting.theme);
    let Some(row) = app.listing.row(stop.card) else { return };
    let fate = match (app.today.plan.state, stop.fate) {
        // Until it is kept it matters why it is proposed.
        (PlanState::Proposed, _) => stop.kind.name(language),
        (PlanState::Kept, fate) => fate.name(language),
    };
    let mark = if cursor.is_some() { theme.lines.cursor } else { " " };
    let (at, told) = (stop.at.format("%H:%M").to_string(), told(app, stop));
    let cells = [at.as_str(), fate, &safe::line(&row.name), &safe::line(&told)];
    let style = match cursor {
        Some(Focus::Here) => theme.cursor,
        Some(Focus::Elsewhere) => theme.strong,
        None if stop.fate == Fate::Planned => Style::new(),
        None => theme.dim,
    };
    put(buffer, area.x, area.y, area.width, &line(app, cells, mark, area), style);
}

/// Where it is and why, or what became of it instead.
fn told(app: &App, stop: &Stop) -> String {
    let (words, language, day) = (app.setting.words, app.setting.language, app.setting.day);
    let kept = stop.kept.as_ref();
    match stop.fate {
        Fate::Dropped => kept.and_then(|kept| kept.dropped.clone()).unwrap_or_default(),
        Fate::Moved => {
            let to = kept.and_then(|kept| kept.moved_to);
            to.map(|to| words.plan_moved_to(&dates::day(to, day, language))).unwrap_or_default()
        }
        Fate::Planned | Fate::Made => {
            let reasons = agenda::reasons(app.today.reasons(stop.card), words, language);
            let place = stop.place.as_ref().map(|place| place.shown(language)).unwrap_or_default();
            [place.as_str(), &reasons].join("  ").trim().to_owned()
        }
    }
}
