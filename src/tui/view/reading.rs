//! Something to read: the help, the sheet before a visit, a long text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::text::safe;
use crate::lang::{line_help, query_help};
use crate::tui::app::App;
use crate::tui::cells::{beginning, put, wrap};
use crate::tui::keys::Context;
use crate::tui::layer::{HelpRange, Reading, Subject};
use crate::tui::layout::Layout;
use crate::tui::pane::border::{self, Title};
use crate::tui::pane::brief;

/// Columns of the frame of a text that is read.
const READING_FRAME: u16 = 4;
/// Columns of the keys in the help.
const HELP_KEYS: u16 = 16;
/// Most columns something to read takes.
const READING_COLUMNS: u16 = 76;
/// Columns beside it that are worth leaving free; where there are fewer, it takes them too.
const LEAST_BESIDE: u16 = 16;

/// Where something to read stands.
pub fn reading_area(body: Rect) -> Rect {
    let columns = if body.width < READING_COLUMNS + LEAST_BESIDE { body.width } else { READING_COLUMNS };
    Rect { x: body.x + (body.width - columns) / 2, width: columns, ..body }
}

/// Draws something to read over the place below it.
pub fn draw(app: &App, reading: &Reading, layout: &Layout, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let area = reading_area(layout.body);
    let columns = area.width;
    // Lines of the text below what was broken into rows.
    let mut unbroken = 0;
    let (title, lines): (String, Vec<(String, String)>) = match &reading.subject {
        Subject::Brief => {
            let title = Title { left: app.setting.words.title_brief(), right: String::new() };
            let inner = border::window(buffer, area, &title, theme);
            let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
            let below = brief::draw_from(app, reading.top, inner, buffer);
            border::more_below(buffer, area, below, app.setting.words, theme);
            return;
        }
        Subject::Help(range) => {
            let room = usize::from(columns - READING_FRAME);
            let lines = help_lines(app, *range);
            (app.setting.words.title_help(), lines.iter().flat_map(|line| help_rows(line, room)).collect())
        }
        Subject::LineHelp(line) => {
            let room = usize::from(columns - READING_FRAME);
            let lines = line_help::lines(*line, app.setting.words, app.setting.language);
            (
                app.setting.words.title_line_help(),
                lines.iter().flat_map(|line| help_rows(line, room)).collect(),
            )
        }
        Subject::Text(title, text) => {
            let room = usize::from(columns - READING_FRAME);
            // As far as it is read, and a page more: to break a long text whole would be felt at every key.
            let read = beginning(text, (reading.top + 2 * usize::from(area.height)) * room);
            unbroken = text[read.len()..].matches('\n').count();
            let lines = wrap(&safe::lines(read), room, usize::MAX - 1);
            (title.clone(), lines.into_iter().map(|line| (String::new(), line)).collect())
        }
    };
    let inner = border::window(buffer, area, &Title { left: title, right: String::new() }, theme);
    let rows = usize::from(inner.height);
    let top = reading.top.min(lines.len().saturating_sub(rows));
    let below = lines.len().saturating_sub(top + rows) + unbroken;
    border::more_below(buffer, area, below, app.setting.words, theme);
    for (line, (key, text)) in lines.iter().enumerate().skip(top).take(rows) {
        let row = inner.y + (line - top) as u16;
        let mut column = inner.x + 1;
        if !key.is_empty() {
            put(buffer, column, row, HELP_KEYS, key, theme.accent);
            column += HELP_KEYS + 1;
        }
        let style = if key.is_empty() && matches!(reading.subject, Subject::Help(_)) {
            theme.strong
        } else {
            Style::new()
        };
        put(buffer, column, row, inner.right().saturating_sub(column), text, style);
    }
}

/// The rows of one line of the help: where keys or words are too many for one, they go on below.
fn help_rows((keys, text): &(String, String), room: usize) -> Vec<(String, String)> {
    if keys.is_empty() {
        return vec![(String::new(), text.clone())];
    }
    let wide = usize::from(HELP_KEYS);
    let keys = wrap(keys, wide, usize::MAX - 1);
    let texts = wrap(text, room.saturating_sub(wide + 1), usize::MAX - 1);
    let at = |lines: &[String], row: usize| lines.get(row).cloned();
    // A blank in place of keys tells a row that goes on from a heading.
    let row = |row| (at(&keys, row).unwrap_or_else(|| " ".to_owned()), at(&texts, row).unwrap_or_default());
    (0..keys.len().max(texts.len())).map(row).collect()
}

/// The keys of the place under the help that do something there, context by context: key and description, or a
/// heading. Those of all places are all there are, and end with what a search takes.
fn help_lines(app: &App, range: HelpRange) -> Vec<(String, String)> {
    let words = app.setting.words;
    let mut shown = app.offered_below();
    shown.retain(|(_, chords)| !chords.is_empty());
    if range == HelpRange::Everywhere {
        let below = app.contexts_below();
        let others = Context::ALL.iter().filter(|context| !below.contains(context));
        let all = below.iter().chain(others);
        let rows = all.flat_map(|context| context.rows());
        shown = rows.map(|binding| (binding, binding.chords.to_vec())).collect();
    }
    let mut lines = Vec::new();
    let mut heading = None;
    for (binding, chords) in shown {
        if heading.replace(binding.context) != Some(binding.context) {
            if !lines.is_empty() {
                lines.push((String::new(), String::new()));
            }
            lines.push((String::new(), binding.context.name(words)));
        }
        let chords: Vec<String> = chords.into_iter().map(|chord| chord.name(words)).collect();
        lines.push((chords.join("  "), (binding.name)(words)));
    }
    if range == HelpRange::Everywhere {
        lines.extend([(String::new(), String::new()), (String::new(), words.heading_query())]);
        lines.extend(query_help::lines(words));
    }
    lines
}
