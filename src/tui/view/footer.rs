//! The two bottom rows: what was said, and what can be done here, out of the key table.

use ratatui::buffer::Buffer;

use super::layout::Layout;
use crate::domain::text::safe;
use crate::tui::app::{App, Tone};
use crate::tui::cells::{put, width};
use crate::tui::keys::KEYS;

/// Draws message and footer.
pub fn draw(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    if let Some(message) = &app.message {
        let style = match message.tone {
            Tone::Done => theme.strong,
            Tone::Refused => theme.alarm,
        };
        let area = layout.message;
        put(buffer, area.x + 1, area.y, area.width - 2, &safe::line(&message.text), style);
    }
    let area = layout.footer;
    let mut column = area.x + 1;
    for (key, label) in hints(app) {
        let columns = (width(&key) + 1 + width(&label)) as u16;
        if column + columns >= area.right() {
            break;
        }
        column += put(buffer, column, area.y, area.right() - column, &key, theme.accent) + 1;
        column += put(buffer, column, area.y, area.right() - column, &label, theme.dim) + 2;
    }
}

/// Keys and what they do here, the most useful first.
fn hints(app: &App) -> Vec<(String, String)> {
    let contexts = app.contexts();
    let mut hints: Vec<(String, String)> = Vec::new();
    for context in contexts {
        for binding in KEYS.iter().filter(|binding| binding.context == context) {
            let (Some(label), Some(chord)) = (binding.footer, binding.chords.first()) else { continue };
            hints.push((chord.to_string(), label(app.setting.words)));
        }
    }
    hints
}
