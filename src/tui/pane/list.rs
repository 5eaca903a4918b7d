//! The list of cards, with the live MAN column.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::domain::choice::Choice;
use crate::domain::field::CardField;
use crate::domain::man::assertion::Letter;
use crate::domain::text::marked::marked;
use crate::domain::text::searchable::{Needles, plain_text};
use crate::domain::witness::{WitnessPlace, witness};
use crate::lang::dates;
use crate::store::Row;
use crate::tui::app::{App, Pane};
use crate::tui::cells::{self, pad, pad_left, put};
use crate::tui::update::letters::answer_pending;
use crate::tui::view::border::{self, Focus, Title};
use crate::tui::view::layout::inside;

/// Columns of what has a fixed width.
const MAN: usize = 4;
/// What stands before a marked card: one column in every terminal.
const MARKED: &str = "*";
const NEXT: usize = 9;
const SILENT: usize = 6;
/// The person takes one part in so many of what is free.
const WHO_SHARE: usize = 3;

/// Draws the list.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let focus = Focus::when(app.opened.is_none() && app.pane == Pane::List);
    let words = app.setting.words;
    let theme = &app.setting.theme;
    let title = Title { left: words.place_cards(), right: why_found(app).unwrap_or_else(|| sort_name(app)) };
    let inner = inside(area);
    let columns = Columns::of(usize::from(inner.width));
    let heads = [
        words.column_man(),
        words.column_name(),
        words.column_who(),
        words.column_next(),
        words.column_silent(),
    ];
    let header = columns.line(heads.each_ref().map(String::as_str), " ");
    put(buffer, inner.x, inner.y, inner.width, &header, theme.dim);
    for (line, card) in app.listing.visible().iter().enumerate() {
        let row = inner.y + 1 + line as u16;
        if row >= inner.bottom() {
            break;
        }
        let Some(shown) = app.listing.row(*card) else { continue };
        let selected = app.listing.selected() == Some(*card);
        draw_row(
            app,
            shown,
            &columns,
            Rect { y: row, height: 1, ..inner },
            selected.then_some(focus),
            buffer,
        );
    }
    if app.listing.is_empty() {
        draw_empty(app, inner, buffer);
    }
    border::pane(buffer, area, &title, focus, theme);
}

/// Widths of the columns that are not fixed.
struct Columns {
    name: usize,
    who: usize,
}

impl Columns {
    fn of(width: usize) -> Columns {
        let free = width.saturating_sub(1 + MAN + NEXT + SILENT + 3);
        let who = free / WHO_SHARE;
        Columns { name: free - who, who }
    }

    fn line(&self, [man, name, who, next, silent]: [&str; 5], cursor: &str) -> String {
        format!(
            "{cursor}{}{} {} {} {}",
            pad(man, MAN),
            pad(name, self.name),
            pad(who, self.who),
            pad_left(next, NEXT),
            pad_left(silent, SILENT)
        )
    }
}

fn draw_row(app: &App, row: &Row, columns: &Columns, area: Rect, cursor: Option<Focus>, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let day = app.setting.day;
    let marked = app.listing.marks().has(row.id);
    let mark = match cursor {
        _ if marked => MARKED,
        Some(_) => theme.lines.cursor,
        None => " ",
    };
    let code = letters(app, row);
    let overdue = row.standing.due_on.is_some_and(|due| due < day);
    let next = match row.standing.due_on {
        Some(due) if due == day => app.setting.words.today(),
        Some(due) => {
            let mark = if overdue { "! " } else { "" };
            format!("{mark}{}", dates::short(due, day, app.setting.language))
        }
        None => String::new(),
    };
    let silent =
        row.standing.last_contact_on.map(|last| app.setting.words.days_short(&(day - last).num_days()));
    let name = safe(&row.name);
    let who = if row.standing.main_person.is_empty() {
        safe(&row.company)
    } else {
        safe(&row.standing.main_person)
    };
    let line = columns.line([&code, &name, &who, &next, &silent.unwrap_or_default()], mark);
    let style = match cursor {
        Some(Focus::Here) => theme.cursor,
        Some(Focus::Elsewhere) => theme.strong,
        None => Style::new(),
    };
    put(buffer, area.x, area.y, area.width, &line, style);
    let mut start = area.x + (1 + MAN) as u16;
    for (text, columns) in [(&name, columns.name), (&who, columns.who)] {
        underline_found(app, text, Rect { x: start, width: columns as u16, ..area }, cursor, buffer);
        start += columns as u16 + 1;
    }
    if marked && cursor.is_none() {
        buffer.set_style(Rect::new(area.x, area.y, 1, 1), theme.accent);
    }
    if cursor.is_some() {
        let pending = app.pending.as_ref().filter(|pending| pending.card == row.id);
        for (place, letter) in Letter::ALL.iter().enumerate() {
            if pending.is_some_and(|pending| pending.presses(*letter).is_some()) {
                let cell = &mut buffer[(area.x + 1 + place as u16, area.y)];
                cell.set_style(Style::new().add_modifier(Modifier::UNDERLINED));
            }
        }
    } else if overdue {
        let start = area.x + (1 + MAN + columns.name + 1 + columns.who + 1) as u16;
        buffer.set_style(Rect::new(start, area.y, NEXT as u16, 1), theme.alarm);
    }
}

/// Marks the part of a text that a word of the query was found by.
fn underline_found(app: &App, text: &str, area: Rect, cursor: Option<Focus>, buffer: &mut Buffer) {
    for needles in app.listing.question.query.words() {
        let Some(part) = marked(text, needles) else { continue };
        let (before, long) = (cells::width(&text[..part.start]), cells::width(&text[part]));
        let seen = long.min(usize::from(area.width).saturating_sub(before));
        if seen > 0 {
            let part = Rect { x: area.x + before as u16, width: seen as u16, ..area };
            let style = if cursor.is_some() { Style::new() } else { app.setting.theme.accent };
            buffer.set_style(part, style.add_modifier(Modifier::UNDERLINED));
        }
    }
}

/// Why the card under the cursor was found, where its row does not show it.
fn why_found(app: &App) -> Option<String> {
    let card = &app.current()?.card;
    let row = app.listing.row(card.id)?;
    let who = if row.standing.main_person.is_empty() { &row.company } else { &row.standing.main_person };
    let hidden = app
        .listing
        .question
        .query
        .words()
        .find(|needles| [&row.name, who].into_iter().all(|text| marked(text, needles).is_none()))?;
    let witness = witness(card, hidden)?;
    let words = app.setting.words;
    let place = match witness.place {
        WitnessPlace::Field(key) => match CardField::with_key(key, &app.own_fields) {
            Some(field) => field.name(app.setting.language).to_owned(),
            None => key.to_owned(),
        },
        WitnessPlace::Contact => words.title_contacts(),
        WitnessPlace::NextAction => words.column_next(),
    };
    Some(format!("{place}: {}", safe(&around(witness.text, hidden))))
}

/// The part of a long text in which a word stands.
fn around(text: &str, needles: &Needles) -> String {
    /// Characters that are shown before the word, and in all.
    const BEFORE: usize = 6;
    const SHOWN: usize = 24;
    let line = text.split(['\n', '\r']).find(|line| needles.found_in(&plain_text(line))).unwrap_or(text);
    let start = marked(line, needles).map_or(0, |part| line[..part.start].chars().count());
    line.chars().skip(start.saturating_sub(BEFORE)).take(SHOWN).collect()
}

/// The three letters, with those that are pending as they will be.
fn letters(app: &App, row: &Row) -> String {
    let pending = app.pending.as_ref().filter(|pending| pending.card == row.id);
    let (Some(pending), Some(shown)) = (pending, app.current()) else { return row.standing.letters.code() };
    let mut letters = row.standing.letters;
    for presses in &pending.letters {
        if let Some(answer) = answer_pending(shown, presses) {
            letters.answer(presses.letter, answer);
        }
    }
    letters.code()
}

fn draw_empty(app: &App, inner: Rect, buffer: &mut Buffer) {
    let words = app.setting.words;
    let text = if app.listing.question.text.is_empty() {
        words.list_empty()
    } else {
        words.list_nothing_found(&safe(&app.listing.question.text))
    };
    for (line, text) in cells::wrap(&text, usize::from(inner.width.saturating_sub(2)), 6).iter().enumerate() {
        put(buffer, inner.x + 1, inner.y + 2 + line as u16, inner.width - 1, text, app.setting.theme.dim);
    }
}

fn sort_name(app: &App) -> String {
    let sort = &app.listing.question.sort;
    match &sort.key {
        None if !sort.reverse => String::new(),
        key => app.setting.words.sorted_by(&key.clone().unwrap_or_else(|| "name".into())),
    }
}

fn safe(text: &str) -> String {
    crate::domain::text::safe::line(text).into_owned()
}
