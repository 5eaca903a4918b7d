//! The pre-visit sheet of the card under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::brief::brief;
use crate::domain::text::safe;
use crate::lang;
use crate::report::sheet::{Line, Sheet, Weight};
use crate::tui::app::App;
use crate::tui::cells::{fit, pad, put, width, wrap};
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::theme::Theme;

/// The widest a column of labels gets.
const LABEL: usize = 20;
/// Most rows a line takes.
const LINE_ROWS: usize = 3;

/// The sheet of the card under the cursor, once it has been read.
fn sheet(app: &App) -> Option<Sheet> {
    let shown = app.current()?;
    let day = app.setting.day;
    let brief = brief(&shown.card, &shown.standing, &shown.reasons, day, &app.setting.policies);
    Some(lang::brief::sheet(&brief, day, app.setting.words, app.setting.language))
}

/// Draws the sheet under a title rule, as much of it as fits.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    if let Some(sheet) = sheet(app) {
        let inner = Rect {
            x: area.x + 1,
            y: area.y + 1,
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(1),
        };
        for (line, row) in rows(&sheet, usize::from(inner.width)).iter().take(inner.height.into()).enumerate()
        {
            draw_row(row, Rect { y: inner.y + line as u16, height: 1, ..inner }, theme, buffer);
        }
    }
    let title = Title { left: app.setting.words.title_brief(), right: String::new() };
    border::pane(buffer, area, &title, Focus::Elsewhere, theme);
}

/// Draws the sheet from a row on in a place that scrolls; gives how many rows are below.
pub fn draw_from(app: &App, top: usize, area: Rect, buffer: &mut Buffer) -> usize {
    let Some(sheet) = sheet(app) else { return 0 };
    let (rows, seen) = (rows(&sheet, area.width.into()), usize::from(area.height));
    let top = top.min(rows.len().saturating_sub(seen));
    for (row, line) in rows.iter().skip(top).zip(area.y..area.bottom()) {
        draw_row(row, Rect { y: line, height: 1, ..area }, &app.setting.theme, buffer);
    }
    rows.len().saturating_sub(top + seen)
}

/// A row of the screen.
struct Row {
    label: String,
    text: String,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Title,
    Block,
    Line(Weight),
}

/// The rows of a sheet at a width: titles, labels in one column, long texts wrapped beside them.
fn rows(sheet: &Sheet, columns: usize) -> Vec<Row> {
    let lines = || sheet.blocks.iter().flat_map(|block| &block.lines);
    let widest = lines().map(|line| width(&safe::line(&line.label))).max().unwrap_or_default();
    let label = widest.min(LABEL) + 2;
    let mut rows: Vec<Row> = wrap(&safe::line(&sheet.title), columns, 2)
        .into_iter()
        .map(|text| Row { label: String::new(), text, kind: Kind::Title })
        .collect();
    for block in &sheet.blocks {
        rows.push(Row {
            label: String::new(),
            text: safe::line(&block.title).into_owned(),
            kind: Kind::Block,
        });
        rows.extend(block.lines.iter().flat_map(|line| line_rows(line, label, columns)));
    }
    rows
}

fn line_rows(line: &Line, label: usize, columns: usize) -> Vec<Row> {
    let texts = wrap(&safe::line(&line.text), columns.saturating_sub(label + 1), LINE_ROWS);
    texts
        .into_iter()
        .enumerate()
        .map(|(place, text)| {
            let own = if place == 0 { fit(&safe::line(&line.label), label - 2) } else { String::new() };
            Row { label: format!(" {}", pad(&own, label)), text, kind: Kind::Line(line.weight) }
        })
        .collect()
}

fn draw_row(row: &Row, area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let style = match row.kind {
        Kind::Title => theme.strong,
        Kind::Block => theme.accent,
        Kind::Line(Weight::Plain) => Style::new(),
        Kind::Line(Weight::Strong) => theme.strong,
        Kind::Line(Weight::Faint) => theme.dim,
        Kind::Line(Weight::Alarm) => theme.alarm,
    };
    let used = put(buffer, area.x, area.y, area.width, &row.label, theme.dim);
    put(buffer, area.x + used, area.y, area.width.saturating_sub(used), &row.text, style);
}
