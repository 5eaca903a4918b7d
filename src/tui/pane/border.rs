//! Frames: thin rounded borders around what has focus, dim rules above the rest.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::text::safe;
use crate::lang::Words;
use crate::tui::cells;
use crate::tui::theme::Theme;

/// Whether a pane has focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// It takes the keys.
    Here,
    /// Another one does.
    Elsewhere,
}

impl Focus {
    /// Focus here when `here` holds.
    pub fn when(here: bool) -> Focus {
        if here { Focus::Here } else { Focus::Elsewhere }
    }
}

/// Columns from the left edge of a pane to the first letter of its title.
pub const TITLE_INDENT: usize = 3;

/// The least columns of a title that is cut.
const LEAST_TITLE: u16 = 12;

/// What stands in the title row of a pane.
#[derive(Debug, Clone, Default)]
pub struct Title {
    /// At the left.
    pub left: String,
    /// At the right.
    pub right: String,
}

/// Says in the lower border of a window how much of its content stands below what is seen.
pub fn more_below(buffer: &mut Buffer, area: Rect, count: usize, words: &Words, theme: &Theme) {
    if count > 0 && area.height > 1 {
        let text = format!(" {} ", words.more_below(&count));
        let columns = (cells::width(&text) as u16).min(area.width.saturating_sub(4));
        let column = area.right().saturating_sub(columns + 2);
        cells::put(buffer, column, area.bottom() - 1, columns, &text, theme.dim);
    }
}

/// Draws the title rule of a pane, and its whole border when it has focus. The lower border goes onto the
/// area's last row without covering the title that stands there.
pub fn pane(buffer: &mut Buffer, area: Rect, title: &Title, focus: Focus, theme: &Theme) {
    if area.width < 4 || area.height < 2 {
        return;
    }
    let lines = theme.lines;
    let style = match focus {
        Focus::Here => theme.accent,
        Focus::Elsewhere => theme.dim,
    };
    let (left, right, top, bottom) = (area.left(), area.right() - 1, area.top(), area.bottom() - 1);
    for column in left..=right {
        buffer[(column, top)].set_symbol(lines.horizontal).set_style(style);
    }
    let room = area.width - 4;
    // Safe before it is measured: the picture of a control character takes a column.
    let (left_title, right_title) = (safe::line(&title.left), safe::line(&title.right));
    let used = label(buffer, left + 2, top, room, &left_title, focus, theme);
    let free = room.saturating_sub(used + 1);
    let whole = cells::width(&right_title) as u16 + 2;
    let is_title = buffer[(left + 1, bottom)].symbol() == lines.horizontal;
    // What does not fit beside the left one stands in the lower border of a pane with focus; elsewhere it is cut,
    // unless too little of it would be left.
    let below = whole > free && focus == Focus::Here && !is_title;
    let wide = whole.min(free);
    if !right_title.is_empty() && !below && (wide >= LEAST_TITLE || wide == whole) {
        label(buffer, right - 1 - wide, top, wide, &right_title, Focus::Elsewhere, theme);
    }
    if focus == Focus::Elsewhere {
        return;
    }
    for row in top + 1..bottom {
        buffer[(left, row)].set_symbol(lines.vertical).set_style(style);
        buffer[(right, row)].set_symbol(lines.vertical).set_style(style);
    }
    for column in left + 1..right {
        let cell = &mut buffer[(column, bottom)];
        if cell.symbol() == lines.horizontal || !is_title {
            cell.set_symbol(lines.horizontal).set_style(style);
        }
    }
    let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
    for (place, symbol) in corners.into_iter().zip(lines.corners) {
        buffer[place].set_symbol(symbol).set_style(style);
    }
    if below {
        label(buffer, left + 2, bottom, room, &right_title, Focus::Elsewhere, theme);
    }
}

fn label(
    buffer: &mut Buffer,
    column: u16,
    row: u16,
    room: u16,
    text: &str,
    focus: Focus,
    theme: &Theme,
) -> u16 {
    if text.is_empty() || room < 3 {
        return 0;
    }
    let style = match focus {
        Focus::Here => theme.strong,
        Focus::Elsewhere => theme.dim,
    };
    cells::put(buffer, column, row, room, &format!(" {} ", cells::fit(text, usize::from(room) - 2)), style)
}

/// Clears an area and draws a full border around it: a layer over the workbench.
pub fn window(buffer: &mut Buffer, area: Rect, title: &Title, theme: &Theme) -> Rect {
    cells::clear(buffer, area);
    pane(buffer, area, title, Focus::Here, theme);
    crate::tui::layout::inside(area)
}
