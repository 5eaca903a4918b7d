//! The fields of an opened card, each edited where it stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::card::Card;
use crate::domain::field::FieldType;
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::cells::{pad, put};
use crate::tui::fields::{self, FieldRow};
use crate::tui::view::window_top;

/// Columns of the field names.
const NAMES: usize = 14;

/// Draws the fields without a frame.
pub fn draw_inside(app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(shown) = app.current() else { return };
    let theme = &app.setting.theme;
    let all = fields::rows(&shown.card, &app.own_fields);
    let rows = usize::from(area.height);
    let top = window_top(app.cursors.field, rows, all.len());
    for (line, field) in all.iter().enumerate().skip(top).take(rows) {
        let selected = line == app.cursors.field;
        let mark = if selected { theme.lines.cursor } else { " " };
        let (name, text) = line_of(app, &shown.card, field);
        let row = area.y + (line - top) as u16;
        let style = if selected { theme.cursor } else { Style::new() };
        let text = format!("{mark}{} {}", pad(&name, NAMES), safe::line(&text));
        put(buffer, area.x, row, area.width, &pad(&text, area.width.into()), style);
        if !selected {
            buffer.set_style(Rect::new(area.x, row, (NAMES as u16 + 1).min(area.width), 1), theme.dim);
        }
    }
}

/// The row of the screen on which the field under the cursor stands.
pub fn cursor_row(app: &App, area: Rect) -> Option<u16> {
    let shown = app.current()?;
    let top =
        window_top(app.cursors.field, area.height.into(), fields::rows(&shown.card, &app.own_fields).len());
    u16::try_from(app.cursors.field - top).ok().map(|line| area.y + line)
}

fn line_of(app: &App, card: &Card, row: &FieldRow) -> (String, String) {
    let language = app.setting.language;
    let words = app.setting.words;
    match row {
        FieldRow::Field(field) if matches!(field.kind(), FieldType::Card) => {
            let introducer = app.current().and_then(|shown| shown.introducer.clone());
            (field.name(language).to_owned(), introducer.unwrap_or_default())
        }
        FieldRow::Field(field) => {
            (field.name(language).to_owned(), fields::shown_text(card, field, language))
        }
        FieldRow::NewPerson => (words.field_person(), words.field_new_person()),
        FieldRow::Person(id) => {
            let Some(person) = card.people.iter().find(|person| person.id == *id) else {
                return (words.field_person(), String::new());
            };
            let phone = person.phones.first().map(|phone| phone.number.clone()).unwrap_or_default();
            let left = person.to.filter(|to| *to < app.setting.day).map(|to| words.left_on(&to));
            let parts = [
                person.name.clone(),
                person.title.clone(),
                fields::roles_text(person, language),
                phone,
                left.unwrap_or_default(),
            ];
            let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
            (words.field_person(), text)
        }
    }
}
