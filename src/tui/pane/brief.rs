//! The pre-visit sheet of the card under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::report::sheet::Weight;
use crate::tui::app::App;
use crate::tui::cells::put;
use crate::tui::page::sheet::{self, Kind, Row};
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::theme::Theme;

/// Draws the sheet under a title rule, as much of it as fits.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let inner = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    };
    draw_rows(&sheet::rows(app, inner.width.into()), inner, theme, buffer);
    let title = Title { left: app.setting.words.title_brief(), right: String::new() };
    border::pane(buffer, area, &title, Focus::Elsewhere, theme);
}

/// Draws rows of a sheet, as many as fit.
pub fn draw_rows(rows: &[Row], area: Rect, theme: &Theme, buffer: &mut Buffer) {
    for (row, line) in rows.iter().zip(area.y..area.bottom()) {
        draw_row(row, Rect { y: line, height: 1, ..area }, theme, buffer);
    }
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
