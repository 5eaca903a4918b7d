//! Something to read: the help, the sheet before a visit, a long text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::app::App;
use crate::tui::cells::put;
use crate::tui::layer::{Reading, Subject};
use crate::tui::layout::Layout;
use crate::tui::page::{self, Rows, told};
use crate::tui::pane::border::{self, Title};
use crate::tui::pane::brief;

/// Draws something to read over the place below it.
pub fn draw(app: &App, reading: &Reading, layout: &Layout, buffer: &mut Buffer) {
    let (theme, words) = (&app.setting.theme, app.setting.words);
    let area = page::area(layout.body);
    let title = match &reading.subject {
        Subject::Brief => words.title_brief(),
        Subject::Help(_) => words.title_help(),
        Subject::LineHelp(_) => words.title_line_help(),
        Subject::Text(title, _) => title.clone(),
    };
    border::window(buffer, area, &Title { left: title, right: String::new() }, theme);
    let inner = page::rows_area(layout.body);
    let rows = Rows::of(app, &reading.subject, reading.top, inner);
    let top = rows.top(reading.top, inner);
    let below = rows.count().saturating_sub(top + usize::from(inner.height));
    match &rows {
        Rows::Sheet(rows) => {
            border::more_below(buffer, area, below, words, theme);
            brief::draw_rows(&rows[top..], inner, theme, buffer);
        }
        Rows::Told(rows, unbroken) => {
            border::more_below(buffer, area, below + unbroken, words, theme);
            let heading =
                if matches!(reading.subject, Subject::Help(_)) { theme.strong } else { Style::new() };
            for ((keys, text), line) in rows[top..].iter().zip(inner.y..inner.bottom()) {
                let row = Rect { y: line, height: 1, ..inner };
                if keys.is_empty() {
                    put(buffer, row.x, line, row.width, text, heading);
                } else {
                    put(buffer, row.x, line, told::KEYS, keys, theme.accent);
                    let used = told::KEYS + 1;
                    put(buffer, row.x + used, line, row.width.saturating_sub(used), text, Style::new());
                }
            }
        }
    }
}
