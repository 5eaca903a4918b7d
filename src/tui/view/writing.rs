//! A text of several lines being written.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::money::counted;
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::cells::{put, wrap};
use crate::tui::editor::{Place, SeenRow, shown_width};
use crate::tui::layer::{Writing, Written};
use crate::tui::layout::{writing_inside, writing_window};
use crate::tui::pane::border::{self, Title};

/// Draws the window; gives the place of the text cursor.
pub fn draw(app: &App, writing: &Writing, buffer: &mut Buffer) -> Position {
    let theme = &app.setting.theme;
    let text = &writing.editor.text;
    let place = format!("{}/{}", counted(text.cursor().line + 1), counted(text.lines().len()));
    let title = Title { left: title(app, &writing.what), right: place };
    border::window(buffer, writing_window(app.size), &title, theme);
    let inner = writing_inside(app.size);
    for (row, seen) in (inner.y..inner.bottom()).zip(writing.editor.seen()) {
        draw_row(app, writing, &seen, (inner.x, row), buffer);
    }
    if let Some(refused) = &writing.refused {
        let line = wrap(&safe::line(refused), inner.width.into(), 1);
        put(buffer, inner.x, inner.bottom(), inner.width, &line.concat(), theme.alarm);
    }
    let (row, column) = writing.editor.cursor_seen();
    let column = (column as u16).min(inner.width);
    Position::new(inner.x + column, inner.y + (row as u16).min(inner.height.saturating_sub(1)))
}

fn draw_row(
    app: &App,
    writing: &Writing,
    seen: &SeenRow,
    (mut column, row): (u16, u16),
    buffer: &mut Buffer,
) {
    let selection = writing.editor.text.selection();
    let start = seen.bytes.start;
    let end = writing_inside(app.size).right();
    for (offset, cluster) in writing.editor.text.lines()[seen.line][seen.bytes.clone()].grapheme_indices(true)
    {
        let place = Place { line: seen.line, at: start + offset };
        let selected = selection.is_some_and(|(from, to)| from <= place && place < to);
        let style = if selected { app.setting.theme.cursor } else { Style::new() };
        let wide = shown_width(cluster) as u16;
        if column + wide > end {
            break;
        }
        put(buffer, column, row, wide, &safe::line(cluster), style);
        column += wide;
    }
}

fn title(app: &App, what: &Written) -> String {
    match what {
        Written::InForm(_, name) => name.clone(),
        Written::Field(_, field) => field.name(app.setting.language).to_owned(),
        Written::ContactNote(_, contact) => {
            let shown = app.current();
            let contact =
                shown.and_then(|shown| shown.card.contacts.iter().find(|known| known.id == *contact));
            contact
                .map(|contact| crate::tui::fields::contact_title(contact, app.setting.language))
                .unwrap_or_default()
        }
    }
}
