//! The top row: the places, where the cursor stands in the list, what is searched for, the day if it is another.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::text::safe;
use crate::tui::app::{App, DaySource};
use crate::tui::cells::{fit, put, width};

/// Draws the header.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let words = app.setting.words;
    let mut column = area.x + 1;
    column += put(buffer, column, area.y, area.width, "fieldcard", theme.strong) + 3;
    column +=
        put(buffer, column, area.y, area.width, &format!("1 {}", words.place_cards()), theme.accent) + 3;
    if app.setting.day_source == DaySource::Chosen {
        column += put(buffer, column, area.y, area.width, &words.as_of(&app.setting.day), theme.alarm) + 3;
    }
    let listing = &app.listing;
    let place = if listing.is_empty() { 0 } else { listing.cursor() + 1 };
    let total = listing.total().map_or_else(String::new, grouped);
    let query = &listing.question.text;
    let room = usize::from(area.right().saturating_sub(column + 1));
    let count = format!("{}/{total}", grouped(place));
    let text = if query.is_empty() {
        count
    } else {
        let room = room.saturating_sub(width(&count) + 5);
        format!("/ {}   {count}", fit(&safe::line(query), room))
    };
    let columns = (width(&text) as u16).min(room as u16);
    put(buffer, area.right().saturating_sub(columns + 1), area.y, columns, &text, theme.dim);
}

/// A count with its thousands set apart.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (count, expected) in [(0, "0"), (999, "999"), (1_204, "1,204"), (1_000_000, "1,000,000")] {
            assert_eq!(grouped(count), expected);
        }
    }
}
