//! The two bottom rows: what was said, and what can be done here, out of the key table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::money::counted;
use crate::domain::text::safe;
use crate::tui::action::Action;
use crate::tui::app::{App, Message, Tone, UnderWay};
use crate::tui::cells::{self, fit_ends, put, width, wrap};
use crate::tui::keys::Context;
use crate::tui::layout::Layout;
use crate::tui::reading::letter;
use crate::tui::today::Place;

/// Columns between two hints.
const GAP: u16 = 2;

/// Draws message and footer.
pub fn draw(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    match (&app.message, &app.under_way) {
        // It stands until the next key, and the work goes on without being watched.
        (Some(message), _) => draw_message(app, message, layout, buffer),
        (None, Some(under_way)) => {
            let area = layout.message;
            put(buffer, area.x + 1, area.y, area.width - 2, &progress(app, under_way), theme.accent);
        }
        (None, None) => {
            // The pane of the letters says it where it is seen.
            let unseen = app.opened.is_some() || app.place == Place::Today;
            if let Some(text) = letter::all_pending(app).filter(|_| unseen) {
                let area = layout.message;
                put(buffer, area.x + 1, area.y, area.width - 2, &text, theme.strong);
            }
        }
    }
    let area = layout.footer;
    if let Some(text) = marked(app) {
        put(buffer, area.x + 1, area.y, area.width - 2, &text, theme.strong);
    }
    for (mut column, hint) in placed(app, layout) {
        column += put(buffer, column, area.y, area.right() - column, &hint.key, theme.accent) + 1;
        put(buffer, column, area.y, area.right() - column, &hint.label, theme.dim);
    }
}

/// How far long work is, and what stops it. Over a layer it is the layer that Esc closes.
fn progress(app: &App, under_way: &UnderWay) -> String {
    let (words, done) = (app.setting.words, counted(under_way.done));
    let done = match under_way.of {
        Some(of) => words.under_way(&done, &counted(of)),
        None => words.under_way_so_far(&done),
    };
    if app.layers.is_empty() { format!("{done}   {}", words.under_way_stops()) } else { done }
}

/// Draws a message in its row. One that is longer takes the row above too, where the lower border of a pane stands, so
/// that nothing moves.
fn draw_message(app: &App, message: &Message, layout: &Layout, buffer: &mut Buffer) {
    let style = match message.tone {
        Tone::Done => app.setting.theme.strong,
        Tone::Refused => app.setting.theme.alarm,
    };
    let area = layout.message;
    // What lies over the panes may stand in the row above.
    let rows = if app.layers.is_empty() { 2 } else { 1 };
    let lines = message_lines(message, usize::from(area.width - 2), rows);
    let above = lines.len().saturating_sub(1) as u16;
    let taken = Rect { y: area.y - above, height: above + 1, ..area };
    cells::clear(buffer, taken);
    for (line, row) in lines.iter().zip(taken.top()..) {
        put(buffer, area.x + 1, row, area.width - 2, line, style);
    }
}

/// A message in at most so many rows. What is told gives way to what can be done now.
fn message_lines(message: &Message, columns: usize, rows: usize) -> Vec<String> {
    let (told, next) = (safe::line(&message.told), safe::line(&message.next));
    let whole = format!("{told}{next}");
    if width(&whole) <= columns {
        return vec![whole];
    }
    let next = fit_ends(&next, columns);
    if rows == 1 {
        return vec![format!("{}{next}", fit_ends(&told, columns - width(&next)))];
    }
    let lines = wrap(&whole, columns, rows + 1);
    if lines.len() <= rows && (next.is_empty() || width(&told) > columns) {
        return lines;
    }
    [fit_ends(told.trim_end(), columns), next].into_iter().filter(|line| !line.is_empty()).collect()
}

/// What the footer's text at a column does.
pub fn action_at(app: &App, layout: &Layout, column: u16) -> Option<Action> {
    let hints = placed(app, layout);
    let at = |(left, hint): &&(u16, Hint)| (*left..left + hint.columns() as u16 - GAP).contains(&column);
    hints.iter().find(at).map(|(_, hint)| hint.action)
}

/// How many cards are marked, where keys are meant for them.
fn marked(app: &App) -> Option<String> {
    let marked = app.listing.marks().len();
    app.contexts().contains(&Context::Marked).then(|| app.setting.words.marked(&counted(marked)))
}

/// The hints that are seen, and the column at which each begins.
fn placed(app: &App, layout: &Layout) -> Vec<(u16, Hint)> {
    let area = layout.footer;
    let mut column = area.x + 1 + marked(app).map_or(0, |text| width(&text) as u16 + GAP);
    let room = usize::from((area.right() - 1).saturating_sub(column));
    let place = |hint: Hint| {
        let left = column;
        column += hint.columns() as u16;
        (left, hint)
    };
    that_fit(hints(app), room, app.opened.is_some()).into_iter().map(place).collect()
}

/// A key and what it does here.
struct Hint {
    action: Action,
    key: String,
    label: String,
}

impl Hint {
    /// Columns it takes with the gap behind it.
    fn columns(&self) -> usize {
        width(&self.key) + 1 + width(&self.label) + usize::from(GAP)
    }
}

/// Keys and what they do here, the most useful first.
fn hints(app: &App) -> Vec<Hint> {
    let contexts = app.contexts();
    let mut hints = Vec::new();
    for context in contexts {
        for binding in context.rows().filter(|binding| app.is_worth_naming(binding.action)) {
            let (Some(label), Some(chord)) = (binding.footer, binding.chords.first()) else { continue };
            // A key means what the innermost context says of it.
            let key = chord.name(app.setting.words);
            let is_there = |hint: &Hint| hint.action == binding.action || hint.key == key;
            if hints.iter().any(is_there) || !app.can(binding.action) {
                continue;
            }
            hints.push(Hint { action: binding.action, key, label: label(app.setting.words) });
        }
    }
    hints
}

/// The hints that fit, in their order. The way back and the help, which tells all others, are always among
/// them, and the way to the other tabs where there are some.
fn that_fit(hints: Vec<Hint>, columns: usize, has_tabs: bool) -> Vec<Hint> {
    let is_kept = |hint: &Hint| match hint.action {
        Action::Help | Action::Back => true,
        Action::NextPane => has_tabs,
        _ => false,
    };
    let mut room = columns.saturating_sub(hints.iter().filter(|hint| is_kept(hint)).map(Hint::columns).sum());
    let mut full = false;
    let fits = |hint: &Hint| {
        if is_kept(hint) {
            return true;
        }
        full = full || hint.columns() > room + 2;
        if !full {
            room = room.saturating_sub(hint.columns());
        }
        !full
    };
    hints.into_iter().filter(fits).collect()
}
