//! The fields of an opened card, each edited where it stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::choice::Choice;
use crate::domain::field::survey::Fact;
use crate::domain::field::{CardView, gaps};
use crate::domain::language::Language;
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::cells::{beginning, pad, put, width, wrap};
use crate::tui::fields::{FieldRow, Heading};
use crate::tui::layout::window_top;
use crate::tui::reading::row::{letter_of, text_of};

/// Columns of the field names, where none of them needs more.
const NAMES: usize = 22;
/// Most columns of the field names: a third of the pane.
const NAMES_PART: usize = 3;

/// Rows the advice may take.
const ADVICE_ROWS: usize = 3;

/// A line of the pane.
enum PaneLine {
    /// What stands above some fields.
    Heading(Heading),
    /// A field, by its place among the rows.
    Row(usize),
    /// What did not fit into the line of the field above.
    Rest(String),
}

/// The lines of the pane, and what they show.
struct Lines {
    lines: Vec<PaneLine>,
    rows: Vec<FieldRow>,
    /// Columns of the names.
    names: usize,
}

/// The lines of a pane of this width.
fn pane_lines(app: &App, columns: u16) -> Lines {
    let sections = app.field_sections();
    let all = || sections.iter().flat_map(|section| &section.rows);
    let widest = all().map(|row| width(&name_of(app, row))).max().unwrap_or_default();
    let names = widest.min(usize::from(columns) / NAMES_PART).max(NAMES);
    let room = usize::from(columns).saturating_sub(names + 2);
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    for section in sections {
        lines.extend(section.heading.map(PaneLine::Heading));
        for row in section.rows {
            let rest = rest_of(app, &row, room);
            lines.push(PaneLine::Row(rows.len()));
            lines.extend(rest.into_iter().map(PaneLine::Rest));
            rows.push(row);
        }
    }
    Lines { lines, rows, names }
}

/// The further lines of a row: the advice is read whole.
fn rest_of(app: &App, row: &FieldRow, room: usize) -> Vec<String> {
    match (row, app.current()) {
        (FieldRow::Fact(Fact::Advice), Some(shown)) => {
            wrap(&text_of(app, shown, row), room, ADVICE_ROWS).into_iter().skip(1).collect()
        }
        _ => Vec::new(),
    }
}

/// What a heading says.
fn heading_text(heading: Heading, language: Language) -> String {
    match heading {
        Heading::Block(place, block) => format!("{place} {}", block.name(language)),
        Heading::Group(group) => group.name(language).to_owned(),
    }
}

/// The line on which the field under the cursor stands, and the first line shown.
fn window(lines: &[PaneLine], cursor: usize, rows: usize) -> (usize, usize) {
    let at = |line: &PaneLine| matches!(line, PaneLine::Row(place) if *place == cursor);
    let line = lines.iter().position(at).unwrap_or_default();
    (line, window_top(line, rows, lines.len()))
}

/// How many fields stand below those seen.
pub fn rows_below(app: &App, area: Rect) -> usize {
    let Lines { lines, .. } = pane_lines(app, area.width);
    let rows = usize::from(area.height);
    let (_, top) = window(&lines, app.cursors.field, rows);
    lines.iter().skip(top + rows).filter(|line| matches!(line, PaneLine::Row(_))).count()
}

/// Draws the fields without a frame.
pub fn draw_inside(app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(shown) = app.current() else { return };
    let theme = &app.setting.theme;
    let Lines { lines, rows: all, names } = pane_lines(app, area.width);
    let (_, top) = window(&lines, app.cursors.field, area.height.into());
    for (row, line) in (area.y..area.bottom()).zip(lines.iter().skip(top)) {
        let place = match line {
            PaneLine::Heading(heading) => {
                let name = heading_text(*heading, app.setting.language);
                put(buffer, area.x + 1, row, area.width.saturating_sub(1), &name, theme.accent);
                continue;
            }
            PaneLine::Rest(text) => {
                let before = names as u16 + 2;
                put(buffer, area.x + before, row, area.width.saturating_sub(before), text, Style::new());
                continue;
            }
            PaneLine::Row(place) => *place,
        };
        let selected = place == app.cursors.field;
        let mark = if selected { theme.lines.cursor } else { " " };
        let (name, text) = (name_of(app, &all[place]), text_of(app, shown, &all[place]));
        let style = if selected { theme.cursor } else { Style::new() };
        let text = match lines.get(usize::from(row - area.y) + top + 1) {
            Some(PaneLine::Rest(_)) => {
                let room = usize::from(area.width).saturating_sub(names + 2);
                wrap(&text, room, ADVICE_ROWS).into_iter().next().unwrap_or_default()
            }
            _ => text,
        };
        let text = safe::line(beginning(&text, area.width.into()));
        let text = format!("{mark}{} {text}", pad(&name, names));
        put(buffer, area.x, row, area.width, &pad(&text, area.width.into()), style);
        if !selected {
            buffer.set_style(Rect::new(area.x, row, (names as u16 + 1).min(area.width), 1), theme.dim);
        }
    }
}

/// Which survey card is shown, and how complete it is.
pub fn view(app: &App) -> String {
    let Some(shown) = app.current() else { return String::new() };
    let view = CardView::of(shown.standing.position);
    let completeness = gaps::completeness(&shown.card, view, &app.setting.policies.privacy);
    app.setting.words.card_view(&view.name(app.setting.language), &completeness.percent())
}

/// The row of the screen on which the field under the cursor stands.
pub fn cursor_row(app: &App, area: Rect) -> Option<u16> {
    app.current()?;
    let (line, top) = window(&pane_lines(app, area.width).lines, app.cursors.field, area.height.into());
    u16::try_from(line - top).ok().map(|line| area.y + line)
}

/// The field that stands on a row of the screen, by its place among the rows.
pub fn field_at(app: &App, area: Rect, row: u16) -> Option<usize> {
    let Lines { lines, .. } = pane_lines(app, area.width);
    let (_, top) = window(&lines, app.cursors.field, area.height.into());
    match lines.get(top + usize::from(row.checked_sub(area.y)?))? {
        PaneLine::Row(place) => Some(*place),
        PaneLine::Heading(_) | PaneLine::Rest(_) => None,
    }
}

/// What a row is called.
fn name_of(app: &App, row: &FieldRow) -> String {
    let language = app.setting.language;
    match row {
        FieldRow::Fact(fact) => fact_name(*fact, language),
        FieldRow::Field(field) => field.name(language).to_owned(),
        FieldRow::NewDetail(group) | FieldRow::Detail(_, group) => group.name(language).to_owned(),
        FieldRow::NewPerson | FieldRow::Person(_) => app.setting.words.field_person(),
    }
}

/// What a fact is called: a letter by what it asks.
fn fact_name(fact: Fact, language: Language) -> String {
    match letter_of(fact) {
        Some(letter) => format!("{} {}", fact.name(language), letter.name(language)),
        None => fact.name(language).to_owned(),
    }
}
