//! The list of cards, with the live MAN column.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::cell;
use crate::domain::choice::Choice;
use crate::domain::column::{Column, Derived};
use crate::domain::field::CardField;
use crate::domain::list_view::{ListView, NAME};
use crate::domain::man::assertion::Letter;
use crate::domain::text::marked::marked;
use crate::domain::text::needles::Needles;
use crate::domain::text::searchable::plain_text;
use crate::domain::witness::{WitnessPlace, witness};
use crate::lang::zone;
use crate::store::{Row, Sort};
use crate::tui::app::{App, Pane};
use crate::tui::cells::{self, pad, pad_left, put};
use crate::tui::layout::inside;
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::views::{Slot, Slots};

/// What stands before a marked card: one column in every terminal.
pub(super) const MARKED: &str = "*";

/// Draws the list.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let focus = Focus::when(app.opened.is_none() && app.pane == Pane::List);
    let theme = &app.setting.theme;
    let inner = inside(area);
    let columns = app.views.columns();
    let Slots { slots, hidden } = app.views.placed(inner.width);
    for slot in &slots {
        let column = &columns[slot.index].column;
        let head = aligned(column, &column.head(app.setting.language), slot.width);
        put(buffer, inner.x + slot.left, inner.y, slot.width, &head, theme.dim);
    }
    for (line, card) in app.listing.visible().iter().enumerate() {
        let row = inner.y + 1 + line as u16;
        if row >= inner.bottom() {
            break;
        }
        let Some(shown) = app.listing.row(*card) else { continue };
        let selected = app.listing.selected() == Some(*card);
        let area = Rect { y: row, height: 1, ..inner };
        draw_row(app, shown, &slots, area, selected.then_some(focus), buffer);
    }
    if app.listing.is_empty() {
        draw_empty(app, inner, buffer);
    }
    border::pane(buffer, area, &title(app, hidden), focus, theme);
}

/// The name of the view, and beside it why a card was found, else what is not seen of the view.
fn title(app: &App, hidden: usize) -> Title {
    let words = app.setting.words;
    let left = match app.views.present() {
        ListView::Workbench => words.place_cards(),
        view => view.name(app.setting.language).to_owned(),
    };
    let more = if hidden > 0 { words.columns_hidden(&hidden, &words.keycap_right()) } else { String::new() };
    let said = [zone_totals(app).unwrap_or_else(|| sort_name(app)), more];
    let said: Vec<&str> = said.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    Title { left, right: why_found(app).unwrap_or_else(|| said.join("  ")) }
}

/// A text in its column: numbers stand at the right.
fn aligned(column: &Column, text: &str, width: u16) -> String {
    if column.is_number() { pad_left(text, width.into()) } else { pad(text, width.into()) }
}

fn draw_row(app: &App, row: &Row, slots: &[Slot], area: Rect, cursor: Option<Focus>, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let marked = app.listing.marks().contains(row.id.0);
    let mark = match cursor {
        _ if marked => MARKED,
        Some(_) => theme.lines.cursor,
        None => " ",
    };
    let style = match cursor {
        Some(Focus::Here) => theme.cursor,
        Some(Focus::Elsewhere) => theme.strong,
        None => Style::new(),
    };
    put(buffer, area.x, area.y, area.width, &pad(mark, area.width.into()), style);
    if marked && cursor.is_none() {
        buffer.set_style(Rect::new(area.x, area.y, 1, 1), theme.accent);
    }
    for slot in slots {
        let column = &app.views.columns()[slot.index].column;
        let text = safe(&cell::shown(app, column, row));
        let place = Rect { x: area.x + slot.left, width: slot.width, ..area };
        put(buffer, place.x, place.y, place.width, &aligned(column, &text, slot.width), style);
        match column {
            Column::Derived(Derived::Man) if cursor.is_some() => underline_pending(app, row, place, buffer),
            Column::Derived(Derived::Due) if cursor.is_none() && cell::is_overdue(app, row) => {
                buffer.set_style(place, theme.alarm);
            }
            _ if column.is_number() => {}
            _ => underline_found(app, &text, place, cursor, buffer),
        }
    }
}

/// Marks the letters that are answered and not yet recorded.
pub(super) fn underline_pending(app: &App, row: &Row, area: Rect, buffer: &mut Buffer) {
    let pending = app.pending.as_ref().filter(|pending| pending.card == row.id);
    for (place, letter) in (0..area.width).zip(Letter::ALL) {
        if pending.is_some_and(|pending| pending.presses(*letter).is_some()) {
            let cell = &mut buffer[(area.x + place, area.y)];
            cell.set_style(Style::new().add_modifier(Modifier::UNDERLINED));
        }
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
    let columns = app.views.columns().iter().filter(|placed| !placed.column.is_number());
    let shown: Vec<String> = columns.map(|placed| cell::shown(app, &placed.column, row)).collect();
    let hidden = app
        .listing
        .question
        .query
        .words()
        .find(|needles| shown.iter().all(|text| marked(text, needles).is_none()))?;
    let witness = witness(card, hidden)?;
    let words = app.setting.words;
    let place = match witness.place {
        WitnessPlace::Field(key) => match CardField::with_key(key, &app.known.own) {
            Some(field) => field.name(app.setting.language).to_owned(),
            None => key.to_owned(),
        },
        WitnessPlace::Contact => words.title_contacts(),
        WitnessPlace::NextAction => words.column_next(),
    };
    Some(words.said_of(&place, &safe(&around(witness.text, hidden))))
}

/// The part of a long text in which a word stands.
fn around(text: &str, needles: &Needles) -> String {
    /// Characters that are shown before the word, and in all.
    const BEFORE: usize = 6;
    const SHOWN: usize = 24;
    let line = text.split(['\n', '\r']).find(|line| needles.found_in(&plain_text(line))).unwrap_or(text);
    if line.chars().count() <= SHOWN {
        return line.to_owned();
    }
    let start = marked(line, needles).map_or(0, |part| line[..part.start].chars().count());
    line.chars().skip(start.saturating_sub(BEFORE)).take(SHOWN).collect()
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

/// What the zone under the cursor comes to, in the table of addresses.
fn zone_totals(app: &App) -> Option<String> {
    let (zone, totals) = app.seen.zone.as_ref().filter(|_| app.views.present() == ListView::Addresses)?;
    let totals = totals.as_ref()?;
    Some(zone::told(&safe(zone), totals, app.setting.words))
}

fn sort_name(app: &App) -> String {
    let sort = &app.listing.question.sort;
    if *sort == Sort::default() {
        return String::new();
    }
    let column = Column::named(sort.key.key(), &app.known.own);
    app.setting.words.sorted_by(&column.unwrap_or(NAME).head(app.setting.language))
}

fn safe(text: &str) -> String {
    crate::domain::text::safe::line(text).into_owned()
}
