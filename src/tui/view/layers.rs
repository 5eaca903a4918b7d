//! Layers over the workbench: the line being typed, lists of choices, help and long texts.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::opened_inside;
use crate::domain::text::safe;
use crate::tui::app::{App, Tab, Tone};
use crate::tui::cells::{self, pad, put, width, wrap};
use crate::tui::layer::{Choosing, Item, Layer, Line, Marked, Picker, Purpose, Tick};
use crate::tui::layout::{Layout, inside, window_top};
use crate::tui::pane::border::{self, Title};
use crate::tui::reading::{self, Chip, Understood};

/// Rows of a line's window: border, line, two rows of reading, border.
const LINE_ROWS: u16 = 5;
/// The same where more is to be told: for a new card, since a business card says more, and for an own field.
const ADD_ROWS: u16 = 9;
/// Most columns a window takes.
const WINDOW_COLUMNS: u16 = 100;
/// Most rows that what is wrong with a search takes above it.
const ROWS_ABOVE: usize = 2;
/// Most rows a picker shows.
const PICKER_ROWS: usize = 14;

/// Most columns a picker takes.
const PICKER_COLUMNS: u16 = 64;

/// Draws all layers, the top one last; gives the place of the text cursor.
pub fn draw(app: &App, layout: &Layout, buffer: &mut Buffer) -> Option<Position> {
    let mut cursor = None;
    for layer in &app.layers {
        // A line is typed with the card beside it in sight; all else stands over what rests meanwhile.
        if !matches!(layer, Layer::Line(_)) {
            cells::subdue(buffer, layout.body, app.setting.theme.dim);
        }
        cursor = match layer {
            Layer::Line(line) if matches!(line.purpose, Purpose::Search(_)) => {
                Some(draw_search(app, line, layout, buffer))
            }
            Layer::Line(line) => Some(draw_line(app, line, layout, buffer)),
            Layer::Picker(picker) => Some(draw_picker(app, picker, layout, buffer)),
            Layer::Columns(columns) => Some(super::columns::draw(app, columns, layout, buffer)),
            Layer::Form(form) => super::form::draw(app, form, buffer),
            Layer::Writing(writing) => Some(super::writing::draw(app, writing, buffer)),
            Layer::Reading(reading) => {
                super::reading::draw(app, reading, layout, buffer);
                None
            }
        };
    }
    cursor
}

/// The text of a line scrolled so that its cursor is in sight; gives the column of the cursor.
pub fn draw_input(
    input: &tui_input::Input,
    area: Rect,
    buffer: &mut Buffer,
    styles: &[(std::ops::Range<usize>, Style)],
) -> u16 {
    let columns = usize::from(area.width.saturating_sub(1));
    let scroll = scrolled(input, area);
    let (mut column, mut skipped) = (0usize, 0usize);
    for (at, cluster) in unicode_segmentation::UnicodeSegmentation::grapheme_indices(input.value(), true) {
        let shown = safe::line(cluster);
        let wide = width(&shown);
        if skipped < scroll {
            skipped += wide;
            continue;
        }
        if column + wide > columns {
            break;
        }
        let style =
            styles.iter().find(|(range, _)| range.contains(&at)).map_or(Style::new(), |(_, style)| *style);
        put(buffer, area.x + column as u16, area.y, wide as u16, &shown, style);
        column += wide;
    }
    area.x + (input.visual_cursor().max(scroll) - scroll) as u16
}

/// Columns of a line's text that are out of sight to the left.
pub fn scrolled(input: &tui_input::Input, area: Rect) -> usize {
    input.visual_scroll(usize::from(area.width.saturating_sub(1)))
}

/// Where the text of a line stands.
pub fn input_area(app: &App, line: &Line, layout: &Layout) -> Rect {
    if matches!(line.purpose, Purpose::Search(_)) {
        let area = layout.message;
        let beside = search_note(app, line, area).columns_beside();
        return Rect { x: area.x + 3, width: area.width.saturating_sub(5 + beside), ..area };
    }
    let inner = inside(line_area(app, line, layout.body));
    Rect { x: inner.x + 1, width: inner.width - 1, height: 1, ..inner }
}

/// What is said of a search that is being typed.
struct SearchNote {
    lines: Vec<String>,
    tone: Tone,
    stands: Stands,
}

/// Where it is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// Beside what is typed.
    Beside,
    /// In the rows above, over the lower end of a pane: what is typed leaves no room for it.
    Above,
}

impl SearchNote {
    /// Columns that it takes from what is typed.
    fn columns_beside(&self) -> u16 {
        match self.stands {
            Stands::Beside => self.lines.iter().map(|line| width(line) as u16).sum(),
            Stands::Above => 0,
        }
    }
}

fn search_note(app: &App, line: &Line, area: Rect) -> SearchNote {
    let reading = reading::of(app, line);
    let refusal = line.refused.clone().or(reading.refusal);
    let tone = if refusal.is_some() { Tone::Refused } else { Tone::Done };
    let problem = refusal.or(reading.doubt);
    let may_be_cut = problem.is_none();
    let note = problem.or(reading.hint).unwrap_or_default();
    // What was typed is seen first; half the row is the least that stays for it once it is long.
    let typed = width(line.text()).min(usize::from(area.width / 2));
    let room = usize::from(area.width).saturating_sub(typed + 8);
    let note = safe::line(&note);
    if !may_be_cut && width(&note) > room {
        let lines = wrap(&note, usize::from(area.width.saturating_sub(2)), ROWS_ABOVE);
        return SearchNote { lines, tone, stands: Stands::Above };
    }
    SearchNote { lines: vec![cells::fit(&note, room)], tone, stands: Stands::Beside }
}

fn draw_search(app: &App, line: &Line, layout: &Layout, buffer: &mut Buffer) -> Position {
    let area = layout.message;
    cells::clear(buffer, area);
    let theme = &app.setting.theme;
    put(buffer, area.x + 1, area.y, 2, "/ ", theme.accent);
    let note = search_note(app, line, area);
    let column = draw_input(&line.input, input_area(app, line, layout), buffer, &[]);
    let style = match note.tone {
        Tone::Refused => theme.alarm,
        Tone::Done => theme.dim,
    };
    let (left, top) = match note.stands {
        Stands::Beside => (area.right().saturating_sub(note.columns_beside() + 1), area.y),
        Stands::Above => {
            let rows = note.lines.len() as u16;
            let above = Rect { y: area.y - rows, height: rows, ..area };
            cells::clear(buffer, above);
            (area.x + 1, above.y)
        }
    };
    for (line, row) in note.lines.iter().zip(top..) {
        put(buffer, left, row, area.width, line, style);
    }
    Position::new(column, area.y)
}

fn draw_line(app: &App, line: &Line, layout: &Layout, buffer: &mut Buffer) -> Position {
    let theme = &app.setting.theme;
    let body = layout.body;
    let area = line_area(app, line, body);
    let inner = border::window(
        buffer,
        area,
        &Title { left: reading::title(app, &line.purpose), right: String::new() },
        theme,
    );
    let reading = reading::of(app, line);
    let styles: Vec<_> = match line.marked {
        Marked::Whole => vec![(0..line.text().len(), theme.cursor)],
        Marked::Nothing => reading.spans.iter().map(|span| (span.clone(), theme.accent)).collect(),
    };
    let column = draw_input(&line.input, input_area(app, line, layout), buffer, &styles);
    let refused = line.refused.as_ref().or(reading.refusal.as_ref());
    match refused {
        Some(refusal) => {
            put_wrapped(inner, &safe::line(refusal), theme.alarm, buffer);
        }
        None => draw_chips(app, &reading.chips, reading.hint.as_deref(), inner, buffer),
    }
    Position::new(column, inner.y)
}

/// Writes a sentence into the rows below a line.
fn put_wrapped(inner: Rect, text: &str, style: Style, buffer: &mut Buffer) {
    let rows = usize::from(inner.height.saturating_sub(1));
    for (row, text) in wrap(text, usize::from(inner.width - 1), rows).iter().enumerate() {
        put(buffer, inner.x + 1, inner.y + 1 + row as u16, inner.width - 1, text, style);
    }
}

fn draw_chips(app: &App, chips: &[Chip], hint: Option<&str>, inner: Rect, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    if chips.is_empty() {
        put_wrapped(inner, hint.unwrap_or_default(), theme.dim, buffer);
        return;
    }
    let (mut column, mut row) = (inner.x + 1, inner.y + 1);
    for chip in chips {
        let label = format!("{} ", chip.label);
        let text = safe::line(&chip.text);
        let needed = (width(&label) + width(&text)) as u16;
        if column > inner.x + 1 && column + needed > inner.right() {
            (column, row) = (inner.x + 1, row + 1);
        }
        if row >= inner.bottom() {
            break;
        }
        column += put(buffer, column, row, inner.right().saturating_sub(column), &label, theme.dim);
        let style = match chip.understood {
            Understood::Yes => theme.accent,
            Understood::AsNote => Style::new(),
            Understood::No => theme.alarm,
        };
        column += put(buffer, column, row, inner.right().saturating_sub(column), &text, style) + 2;
    }
}

/// A line of a field stands where the field is seen; every other line at the foot of the body.
fn line_area(app: &App, line: &Line, body: Rect) -> Rect {
    let tells_much = matches!(line.purpose, Purpose::Add | Purpose::OwnField(_));
    let rows = if tells_much { ADD_ROWS } else { LINE_ROWS };
    let foot = Rect {
        y: body.bottom().saturating_sub(rows),
        height: rows,
        width: body.width.min(WINDOW_COLUMNS),
        ..body
    };
    let in_place = matches!(line.purpose, Purpose::Field(..) | Purpose::Person(..) | Purpose::Detail(..));
    if !in_place || app.opened != Some(Tab::Card) {
        return foot;
    }
    let tab = opened_inside(app);
    let row = crate::tui::pane::card::cursor_row(app, tab);
    let top = row.map_or(foot.y, |row| row.saturating_sub(1)).min(foot.y).max(body.y);
    Rect { y: top, width: (tab.width + 2).min(WINDOW_COLUMNS), ..foot }
}

/// Where a picker stands.
pub struct PickerAreas {
    /// All of it.
    pub window: Rect,
    /// Its rows.
    pub rows: Rect,
    /// The first row seen.
    pub top: usize,
}

impl PickerAreas {
    /// Over the upper part of the body.
    pub fn of(picker: &Picker, body: Rect) -> PickerAreas {
        let count = picker.rows().len();
        let shown = count.clamp(1, PICKER_ROWS.min(usize::from(body.height.saturating_sub(4))));
        let most = match picker.choosing {
            // Sentences stand in it.
            Choosing::Import(..) => WINDOW_COLUMNS,
            _ => PICKER_COLUMNS,
        };
        let columns = body.width.min(most);
        let left = body.x + (body.width - columns) / 2;
        let window = Rect::new(left, body.y + 1, columns, shown as u16 + 3);
        let inner = inside(window);
        let rows = Rect { y: inner.y + 1, height: shown as u16, ..inner };
        PickerAreas { window, rows, top: window_top(picker.cursor(), shown, count) }
    }
}

fn draw_picker(app: &App, picker: &Picker, layout: &Layout, buffer: &mut Buffer) -> Position {
    let theme = &app.setting.theme;
    let rows = picker.rows();
    let PickerAreas { window, rows: below, top } = PickerAreas::of(picker, layout.body);
    let title = Title { left: reading::picker_title(app, &picker.choosing), right: String::new() };
    let inner = border::window(buffer, window, &title, theme);
    let shown = top + usize::from(below.height);
    border::more_below(buffer, window, rows.len().saturating_sub(shown), app.setting.words, theme);
    put(buffer, inner.x + 1, inner.y, 2, "> ", theme.accent);
    let column =
        draw_input(&picker.input, Rect { x: inner.x + 3, width: inner.width - 4, ..inner }, buffer, &[]);
    let cursor = Position::new(column, inner.y);
    if rows.is_empty() {
        put(
            buffer,
            inner.x + 1,
            inner.y + 1,
            inner.width - 1,
            &app.setting.words.picker_nothing(),
            theme.dim,
        );
        return cursor;
    }
    for (line, item) in rows.iter().enumerate().skip(top).take(below.height.into()) {
        let row = below.y + (line - top) as u16;
        let selected = line == picker.cursor();
        let mark = if selected { theme.lines.cursor } else { " " };
        let tick = match item.tick {
            Tick::Never => String::new(),
            Tick::On => format!("{} ", theme.lines.tick),
            Tick::Off => "  ".to_owned(),
        };
        let Item { label, detail, .. } = &item.item;
        let detail = cells::fit(&safe::line(detail), usize::from(inner.width / 2));
        let room = usize::from(inner.width).saturating_sub(width(&detail) + 3);
        let label = pad(&format!("{tick}{}", safe::line(label)), room);
        let style = if selected { theme.cursor } else { Style::new() };
        put(buffer, inner.x, row, inner.width, &format!("{mark}{label} {detail} "), style);
    }
    cursor
}
