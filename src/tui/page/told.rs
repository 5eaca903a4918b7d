//! The help and other texts, row by row.

use crate::domain::text::safe;
use crate::lang::line_help::Told;
use crate::lang::{line_help, query_help};
use crate::tui::app::App;
use crate::tui::cells::{beginning, wrap};
use crate::tui::keys::Context;
use crate::tui::layer::HelpRange;

/// Columns of the keys in the help.
pub const KEYS: u16 = 16;

/// A row: keys or a word, and what is said of them; a heading has no keys.
pub type Row = (String, String);

/// The help.
pub fn help(app: &App, range: HelpRange, columns: usize) -> Vec<Row> {
    help_lines(app, range).iter().flat_map(|line| help_rows(line, columns)).collect()
}

/// What can be typed into the line below.
pub fn of_line(app: &App, line: Told, columns: usize) -> Vec<Row> {
    let lines = line_help::lines(line, app.setting.words, app.setting.language);
    lines.iter().flat_map(|line| help_rows(line, columns)).collect()
}

/// So many rows of a text at least, as far as it has them, and how many lines there are below: to break a long text
/// whole would be felt at every key.
pub fn of_text(text: &str, rows: usize, columns: usize) -> (Vec<Row>, usize) {
    let read = beginning(text, rows.saturating_mul(columns));
    let lines = wrap(&safe::lines(read), columns, usize::MAX - 1);
    let rows = lines.into_iter().map(|line| (String::new(), line)).collect();
    (rows, text[read.len()..].matches('\n').count())
}

/// The rows of one line of the help: where keys or words are too many for one, they go on below.
fn help_rows((keys, text): &(String, String), room: usize) -> Vec<(String, String)> {
    if keys.is_empty() {
        return vec![(String::new(), text.clone())];
    }
    let wide = usize::from(KEYS);
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
