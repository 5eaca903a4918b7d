//! The changes of one card, newest first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::choice::Choice;
use crate::domain::text::safe;
use crate::lang::dates;
use crate::tui::app::App;
use crate::tui::cells::{pad, put};
use crate::tui::layout::window_top;

/// Draws the entries without a frame.
pub fn draw_inside(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let words = app.setting.words;
    let entries = app.seen.log.as_ref().filter(|log| Some(log.card) == app.listing.selected());
    let entries = entries.map(|log| log.entries.as_slice()).unwrap_or_default();
    if entries.is_empty() {
        put(buffer, area.x + 1, area.y, area.width, &words.no_entries(), theme.dim);
        return;
    }
    let rows = usize::from(area.height);
    let top = window_top(app.cursors.entry, rows, entries.len());
    for (line, entry) in entries.iter().enumerate().skip(top).take(rows) {
        let selected = line == app.cursors.entry;
        let mark = if selected { theme.lines.cursor } else { " " };
        let state = if entry.undone { words.journal_undone() } else { String::new() };
        let named = crate::lang::entry::named(entry, &app.known.own, words, app.setting.language);
        let source = entry.source.name(app.setting.language);
        let text =
            format!("{mark}{}  {} {}  {state}", dates::moment(entry.at), pad(source, 8), safe::line(&named));
        let style = match (selected, entry.undone) {
            (true, _) => theme.cursor,
            (false, true) => theme.dim,
            (false, false) => Style::new(),
        };
        put(buffer, area.x, area.y + (line - top) as u16, area.width, &pad(&text, area.width.into()), style);
    }
}
