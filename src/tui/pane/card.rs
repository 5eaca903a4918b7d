//! The fields of an opened card, each edited where it stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::choice::Choice;
use crate::domain::field::{CardView, FieldType, Group, gaps};
use crate::domain::id::CardId;
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::cells::{beginning, pad, put};
use crate::tui::effect::Shown;
use crate::tui::fields::{self, FieldRow};
use crate::tui::view::window_top;

/// Columns of the field names.
const NAMES: usize = 22;

/// A line of the pane.
enum PaneLine {
    /// The name of a group over its fields.
    Heading(Group),
    /// A field, by its place among the rows.
    Row(usize),
}

/// The lines of the pane: every group is headed by its name.
fn pane_lines(rows: &[FieldRow]) -> Vec<PaneLine> {
    let mut lines = Vec::with_capacity(rows.len() + Group::ALL.len());
    let mut group = None;
    for (place, row) in rows.iter().enumerate() {
        let own = fields::group_of(row);
        if group.replace(own) != Some(own) {
            lines.push(PaneLine::Heading(own));
        }
        lines.push(PaneLine::Row(place));
    }
    lines
}

/// The line on which the field under the cursor stands, and the first line shown.
fn window(lines: &[PaneLine], cursor: usize, rows: usize) -> (usize, usize) {
    let at = |line: &PaneLine| matches!(line, PaneLine::Row(place) if *place == cursor);
    let line = lines.iter().position(at).unwrap_or_default();
    (line, window_top(line, rows, lines.len()))
}

/// How many fields stand below those seen.
pub fn rows_below(app: &App, area: Rect) -> usize {
    let all = app.field_rows();
    let lines = pane_lines(&all);
    let rows = usize::from(area.height);
    let (_, top) = window(&lines, app.cursors.field, rows);
    lines.iter().skip(top + rows).filter(|line| matches!(line, PaneLine::Row(_))).count()
}

/// Draws the fields without a frame.
pub fn draw_inside(app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(shown) = app.current() else { return };
    let theme = &app.setting.theme;
    let all = app.field_rows();
    let lines = pane_lines(&all);
    let (_, top) = window(&lines, app.cursors.field, area.height.into());
    for (row, line) in (area.y..area.bottom()).zip(lines.iter().skip(top)) {
        let place = match line {
            PaneLine::Heading(group) => {
                let name = group.name(app.setting.language);
                put(buffer, area.x + 1, row, area.width.saturating_sub(1), name, theme.accent);
                continue;
            }
            PaneLine::Row(place) => *place,
        };
        let selected = place == app.cursors.field;
        let mark = if selected { theme.lines.cursor } else { " " };
        let (name, text) = line_of(app, shown, &all[place]);
        let style = if selected { theme.cursor } else { Style::new() };
        let text = safe::line(beginning(&text, area.width.into()));
        let text = format!("{mark}{} {text}", pad(&name, NAMES));
        put(buffer, area.x, row, area.width, &pad(&text, area.width.into()), style);
        if !selected {
            buffer.set_style(Rect::new(area.x, row, (NAMES as u16 + 1).min(area.width), 1), theme.dim);
        }
    }
}

/// Which survey card is shown, and how complete it is.
pub fn view(app: &App) -> String {
    let Some(shown) = app.current() else { return String::new() };
    let view = CardView::of(shown.standing.position);
    let completeness = gaps::completeness(&shown.card, view, &app.setting.policies.privacy);
    app.setting.words.card_view(&view.name(app.setting.language), &completeness.percent())
}

/// The row of the screen on which the field under the cursor stands.
pub fn cursor_row(app: &App, area: Rect) -> Option<u16> {
    app.current()?;
    let (line, top) = window(&pane_lines(&app.field_rows()), app.cursors.field, area.height.into());
    u16::try_from(line - top).ok().map(|line| area.y + line)
}

/// The field that stands on a row of the screen, by its place among the rows.
pub fn field_at(app: &App, area: Rect, row: u16) -> Option<usize> {
    let lines = pane_lines(&app.field_rows());
    let (_, top) = window(&lines, app.cursors.field, area.height.into());
    match lines.get(top + usize::from(row.checked_sub(area.y)?))? {
        PaneLine::Row(place) => Some(*place),
        PaneLine::Heading(_) => None,
    }
}

fn line_of(app: &App, shown: &Shown, row: &FieldRow) -> (String, String) {
    let language = app.setting.language;
    let words = app.setting.words;
    let card = &shown.card;
    match row {
        FieldRow::Field(field) if matches!(field.kind(), FieldType::Card) => {
            let others = card.field_texts(field.key());
            let named = others.iter().filter_map(|id| shown.named.get(&CardId(id.parse().ok()?)));
            let names: Vec<&str> = named.map(String::as_str).collect();
            (field.name(language).to_owned(), names.join(fields::BETWEEN))
        }
        FieldRow::Field(field) => {
            (field.name(language).to_owned(), fields::shown_text(card, field, language))
        }
        FieldRow::NewDetail(group) => (group.name(language).to_owned(), words.field_new_detail()),
        FieldRow::Detail(id, group) => {
            let detail = fields::detail(card, *id);
            let text = detail.map(|detail| {
                let person = fields::detail_person(card, detail).unwrap_or_default();
                format!("{person}  {}", detail.shown(language, &app.setting.policies.privacy.shown))
                    .trim()
                    .to_owned()
            });
            (group.name(language).to_owned(), text.unwrap_or_default())
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
