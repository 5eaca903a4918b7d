//! The history of a card's positions, newest first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::choice::Choice;
use crate::domain::text::safe;
use crate::domain::transition::rule;
use crate::lang::moves;
use crate::tui::app::App;
use crate::tui::cells::{pad, put, wrap};
use crate::tui::layout::window_top;

/// Columns of the course: two positions and the arrow between them.
const COURSE: usize = 20;

/// Rows that tell one change whole.
const ROWS_BELOW: usize = 4;

/// Draws the changes without a frame: when, from where to where, which move that is and what was recorded.
pub fn draw_inside(app: &App, area: Rect, buffer: &mut Buffer) {
    let (words, language, theme) = (app.setting.words, app.setting.language, &app.setting.theme);
    let changes = app.current().map(|shown| shown.card.moves.as_slice()).unwrap_or_default();
    if changes.len() < 2 {
        put(buffer, area.x + 1, area.bottom() - 1, area.width, &words.history_empty(), theme.dim);
    }
    let rows = usize::from(area.height);
    let top = window_top(app.cursors.change, rows, changes.len());
    for (line, change) in changes.iter().rev().enumerate().skip(top).take(rows) {
        let selected = line == app.cursors.change;
        let mark = if selected { theme.lines.cursor } else { " " };
        let named = rule(change.from, change.to).map(|rule| rule.name(language)).unwrap_or_default();
        let told = moves::record(change, words, language);
        let told = [named.to_owned()].into_iter().chain(told).collect::<Vec<_>>().join("  ");
        let course = pad(&moves::course(change, language), COURSE);
        let text = format!("{mark}{}  {course} {}", change.on, safe::line(&told));
        let style = if selected { theme.cursor } else { Style::new() };
        put(buffer, area.x, area.y + (line - top) as u16, area.width, &pad(&text, area.width.into()), style);
    }
    // A row has no room for all that was recorded: that of the one under the cursor stands below.
    let below = area.y + changes.len().min(rows) as u16 + 1;
    if let Some(change) = changes.iter().rev().nth(app.cursors.change) {
        let told = moves::record(change, words, language).join(&words.between_parts());
        let told = wrap(&safe::line(&told), usize::from(area.width.saturating_sub(2)), ROWS_BELOW);
        for (row, text) in (below..area.bottom()).zip(told) {
            put(buffer, area.x + 1, row, area.width - 1, &text, Style::new());
        }
    }
}
