//! The window in which the columns of a view are arranged.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layers::draw_input;
use crate::domain::choice::Choice;
use crate::domain::column::Width;
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::cells::{pad, pad_left, put};
use crate::tui::layer::Columns;
use crate::tui::layer::columns::Offered;
use crate::tui::layout::{Layout, inside, window_top};
use crate::tui::pane::border::{self, Title};

/// Columns of the window: it stands at the right, so that the list is seen beside it.
const COLUMNS: u16 = 44;
/// Columns of the place in the view, and of the width.
const PLACE: usize = 2;
const WIDTH: usize = 5;

/// Where the window stands.
pub struct Areas {
    /// All of it.
    pub window: Rect,
    /// Its rows.
    pub rows: Rect,
    /// The first row seen.
    pub top: usize,
}

impl Areas {
    /// At the right of the body, of its whole height, so that nothing jumps while it is narrowed.
    pub fn of(columns: &Columns, body: Rect) -> Areas {
        let window =
            Rect { x: body.right() - COLUMNS.min(body.width), width: COLUMNS.min(body.width), ..body };
        let inner = inside(window);
        // The line that is typed in stands above, what was refused below.
        let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
        Areas { window, rows, top: window_top(columns.cursor(), rows.height.into(), columns.rows().len()) }
    }
}

/// Draws the window; gives the place of the text cursor.
pub fn draw(app: &App, columns: &Columns, layout: &Layout, buffer: &mut Buffer) -> Position {
    let (theme, words) = (&app.setting.theme, app.setting.words);
    let Areas { window, rows: below, top } = Areas::of(columns, layout.body);
    let view = app.views.present().name(app.setting.language);
    let inner = border::window(
        buffer,
        window,
        &Title { left: words.title_columns(&view), right: String::new() },
        theme,
    );
    put(buffer, inner.x + 1, inner.y, 2, "> ", theme.accent);
    let typed = Rect { x: inner.x + 3, width: inner.width - 4, ..inner };
    let cursor = Position::new(draw_input(&columns.input, typed, buffer, &[]), inner.y);
    let rows = columns.rows();
    border::more_below(
        buffer,
        window,
        rows.len().saturating_sub(top + usize::from(below.height)),
        words,
        theme,
    );
    for (line, offered) in rows.iter().enumerate().skip(top).take(below.height.into()) {
        let row = below.y + (line - top) as u16;
        let selected = line == columns.cursor();
        let mark = if selected { theme.lines.cursor } else { " " };
        let style = match (selected, offered.place) {
            (true, _) => theme.cursor,
            (false, Some(_)) => theme.strong,
            (false, None) => Style::new(),
        };
        let text = row_text(app, offered, usize::from(inner.width) - 1);
        put(buffer, inner.x, row, inner.width, &format!("{mark}{text}"), style);
    }
    if rows.is_empty() {
        put(buffer, inner.x + 1, below.y, inner.width - 1, &words.picker_nothing(), theme.dim);
    }
    if let Some(refused) = &columns.refused {
        put(buffer, inner.x + 1, inner.bottom() - 1, inner.width - 1, refused, theme.alarm);
    }
    cursor
}

/// The place in the view, the name, the group it is of, and the width.
fn row_text(app: &App, offered: &Offered, columns: usize) -> String {
    let language = app.setting.language;
    let column = &offered.placed.column;
    let place = offered.place.map(|place| place.to_string()).unwrap_or_default();
    let (group, width) = match (offered.place, offered.placed.width()) {
        (Some(_), Width::Fixed(width)) => (String::new(), width.to_string()),
        (Some(_), Width::Free(_)) => (String::new(), app.setting.words.column_free()),
        (None, _) => {
            (column.group().map(|group| group.name(language).to_owned()).unwrap_or_default(), String::new())
        }
    };
    let right = if group.is_empty() { pad_left(&width, WIDTH) } else { group };
    let room = columns.saturating_sub(PLACE + 2 + crate::tui::cells::width(&right));
    format!("{} {} {right}", pad_left(&place, PLACE), pad(&safe::line(&column.head(language)), room))
}
