//! The top row: the places, where the cursor stands in the list, what is searched for, the day if it is another.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::money::counted;
use crate::domain::text::safe;
use crate::store::Count;
use crate::tui::action::Action;
use crate::tui::app::{App, DaySource};
use crate::tui::cells::{fit, put, width};
use crate::tui::today::{DueCounts, Place};

/// What the top row begins with.
const NAME: &str = env!("CARGO_PKG_NAME");
/// Columns between two things in it.
const GAP: u16 = 3;

/// The places with their names, and how much is due.
fn places(app: &App) -> [(Place, String); 2] {
    let words = app.setting.words;
    let due = match app.today.counts.as_ref().map(DueCounts::total) {
        Some(count) if count > 0 => {
            let mark = app.setting.theme.lines.count;
            format!("2 {} {mark}{}", words.place_today(), counted(count))
        }
        _ => format!("2 {}", words.place_today()),
    };
    [(Place::Cards, format!("1 {}", words.place_cards())), (Place::Today, due)]
}

/// What the header's text at a column does.
pub fn action_at(app: &App, area: Rect, column: u16) -> Option<Action> {
    let mut left = area.x + 1 + NAME.len() as u16 + GAP;
    for (place, name) in places(app) {
        let right = left + width(&name) as u16;
        if (left..right).contains(&column) {
            return Some(match place {
                Place::Cards => Action::PlaceCards,
                Place::Today => Action::PlaceToday,
            });
        }
        left = right + GAP;
    }
    None
}

/// Draws the header.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let words = app.setting.words;
    let mut column = area.x + 1;
    column += put(buffer, column, area.y, area.width, NAME, theme.strong) + GAP;
    for (place, name) in places(app) {
        let style = if place == app.place { theme.accent } else { theme.dim };
        column += put(buffer, column, area.y, area.width, &name, style) + GAP;
    }
    if app.setting.day_source == DaySource::Chosen {
        column += put(buffer, column, area.y, area.width, &words.as_of(&app.setting.day), theme.alarm) + 3;
    }
    let listing = &app.listing;
    let place = if listing.is_empty() { 0 } else { listing.cursor() + 1 };
    let total = match listing.count() {
        Some(Count::Exact(count)) => counted(count),
        Some(Count::About(count)) => format!("≈{}", counted(count)),
        None => String::new(),
    };
    let query = &listing.question.text;
    let room = usize::from(area.right().saturating_sub(column + 1));
    let count = format!("{}/{total}", counted(place));
    let text = if query.is_empty() {
        count
    } else {
        let room = room.saturating_sub(width(&count) + 5);
        format!("/ {}   {count}", fit(&safe::line(query), room))
    };
    let columns = (width(&text) as u16).min(room as u16);
    put(buffer, area.right().saturating_sub(columns + 1), area.y, columns, &text, theme.dim);
}
