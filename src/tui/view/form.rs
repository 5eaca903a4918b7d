//! Lines filled in together: each with the row below it that says how it is understood, so that nothing moves
//! when something is said.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::layers::draw_input;
use crate::domain::choice::Choice;
use crate::domain::field::FieldType;
use crate::domain::text::safe;
use crate::tui::app::App;
use crate::tui::cells::{beginning, fit_ends, pad, put, width};
use crate::tui::forms;
use crate::tui::layer::form::Filling;
use crate::tui::layer::{Form, Line, Marked, Purpose};
use crate::tui::layout::{inside, window_top, writing_window};
use crate::tui::pane::border::{self, Title};
use crate::tui::reading;

/// Most columns of the names: a third of the window.
const NAMES_PART: u16 = 3;
/// Columns of the mark before a name and of the gap behind it.
const BESIDE_NAME: u16 = 2;
/// Rows of a line: what is typed, and how it is understood.
const LINE_ROWS: u16 = 2;

/// Draws the form; gives the place of the text cursor.
pub fn draw(app: &App, form: &Form, buffer: &mut Buffer) -> Option<Position> {
    let theme = &app.setting.theme;
    let place = format!("{}/{}", form.cursor + 1, form.lines.len());
    let window = writing_window(app.size);
    border::window(buffer, window, &Title { left: title(app, form), right: place }, theme);
    let inner = inside(window);
    let (seen, top) = lines_seen(form, inner);
    border::more_below(buffer, window, form.lines.len().saturating_sub(top + seen), app.setting.words, theme);
    let mut cursor = None;
    let names = names_width(app, form, inner.width);
    for (place, line) in form.lines.iter().enumerate().skip(top).take(seen) {
        let row = inner.y + (place - top) as u16 * LINE_ROWS;
        let area = Rect { x: inner.x + 1, y: row, width: inner.width.saturating_sub(2), height: LINE_ROWS };
        let focus = if place == form.cursor { Focus::Here } else { Focus::Elsewhere };
        let column = draw_line(app, line, focus, area, names, buffer);
        if place == form.cursor {
            cursor = Some(Position::new(column, row));
        }
    }
    cursor
}

/// Columns of the names: as many as the widest of them takes, up to a third of the window.
fn names_width(app: &App, form: &Form, room: u16) -> u16 {
    let widest = form.lines.iter().map(|line| width(&reading::title(app, &line.purpose))).max();
    let wanted = u16::try_from(widest.unwrap_or_default()).unwrap_or(u16::MAX).saturating_add(BESIDE_NAME);
    wanted.min(room / NAMES_PART)
}

/// Rows of lines seen, and the first line of them.
fn lines_seen(form: &Form, inner: Rect) -> (usize, usize) {
    let seen = usize::from(inner.height / LINE_ROWS);
    (seen, window_top(form.cursor, seen, form.lines.len()))
}

/// The line that stands at a place of the screen.
pub fn line_at(app: &App, form: &Form, place: Position) -> Option<usize> {
    let inner = inside(writing_window(app.size));
    let (_, top) = lines_seen(form, inner);
    let line = top + usize::from(place.y.checked_sub(inner.y)? / LINE_ROWS);
    (inner.contains(place) && line < form.lines.len()).then_some(line)
}

/// Whether a line takes the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Focus {
    Here,
    Elsewhere,
}

fn draw_line(app: &App, line: &Line, focus: Focus, area: Rect, names: u16, buffer: &mut Buffer) -> u16 {
    let theme = &app.setting.theme;
    let name_style = match focus {
        Focus::Here => theme.accent,
        Focus::Elsewhere => theme.dim,
    };
    let mark = match focus {
        Focus::Here => theme.lines.cursor,
        Focus::Elsewhere => " ",
    };
    let name = format!(
        "{mark}{}",
        pad(&reading::title(app, &line.purpose), usize::from(names.saturating_sub(BESIDE_NAME)))
    );
    put(buffer, area.x, area.y, names, &name, name_style);
    let value = Rect { x: area.x + names, width: area.width.saturating_sub(names), height: 1, ..area };
    let column = if focus == Focus::Here {
        let marked = (line.marked == Marked::Whole).then(|| (0..line.text().len(), theme.cursor));
        draw_input(&line.input, value, buffer, marked.as_slice())
    } else {
        let text = safe::line(beginning(line.text(), value.width.into()));
        put(buffer, value.x, value.y, value.width, &text, Style::new());
        value.x
    };
    let read = reading::of(app, line);
    let (said, style) = match line.refused.as_ref().or(read.refusal.as_ref()) {
        Some(refusal) if is_choice(line) && width(refusal) > value.width.into() => {
            (app.setting.words.no_such_choice(&line.text()), theme.alarm)
        }
        Some(refusal) => (refusal.clone(), theme.alarm),
        None if focus == Focus::Here && !read.chips.is_empty() => {
            let chips = read.chips.iter().map(|chip| format!("{} {}", chip.label, chip.text));
            (chips.collect::<Vec<_>>().join("  "), theme.dim)
        }
        None if focus == Focus::Here => (hint(app, line, read.hint), theme.dim),
        None => (String::new(), theme.dim),
    };
    // There is one row: of what is longer the end is seen too, where a sentence says what to do.
    let said = fit_ends(&safe::line(&said), value.width.into());
    put(buffer, value.x, value.y + 1, value.width, &said, style);
    column
}

/// Whether a line holds one of several choices, which may be too many to be told below it.
fn is_choice(line: &Line) -> bool {
    matches!(&line.purpose, Purpose::Field(_, field) if field.is_choice())
}

/// What can be done with a line of a form, where its own hint is that of a line that stands alone.
fn hint(app: &App, line: &Line, own: Option<String>) -> String {
    let words = app.setting.words;
    match &line.purpose {
        Purpose::Field(_, field) => match field.kind() {
            FieldType::Choice(_) | FieldType::OwnChoice => words.hint_enter_chooses(),
            FieldType::Card => words.hint_enter_finds(),
            FieldType::Name if line.text() == line.original => words.hint_enter_finds(),
            FieldType::Name => words.hint_enter_takes(),
            FieldType::Note => words.hint_enter_writes(),
            // Enter goes on to the next line, whatever is typed.
            FieldType::Text => String::new(),
            _ => own.unwrap_or_default(),
        },
        _ => own.unwrap_or_default(),
    }
}

fn title(app: &App, form: &Form) -> String {
    let words = app.setting.words;
    let name = app.name_of(form.filling.card());
    match form.filling {
        Filling::Group(_, group) => words.said_of(&group.name(app.setting.language), &name),
        Filling::Beginning(_) => words.said_of(&words.tab_card(), &name),
        Filling::Contact(_, None) => words.title_log(&name),
        Filling::Contact(_, Some(_)) => words.title_correct(&name),
        Filling::Move(_, to) => match forms::change_of_position::excluded_for(app, to) {
            Some(why) => words.title_reinstate(&name, &why),
            None => words.title_move_form(&name, &to.name(app.setting.language)),
        },
        Filling::MarkedMove(_, course) => {
            words.title_marked(&app.listing.marks().len(), &course.to.name(app.setting.language))
        }
        Filling::Person(..) => words.said_of(&words.field_person(), &name),
        Filling::Address(..) => words.said_of(&words.field_address(), &name),
        Filling::Detail(_, _, group) => words.said_of(&group.name(app.setting.language), &name),
    }
}
