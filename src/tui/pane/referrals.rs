//! The tree of introductions around a card.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::domain::text::safe;
use crate::lang::referral::{self, ASCII, DRAWN};
use crate::tui::app::App;
use crate::tui::cells::{pad, put, wrap};
use crate::tui::layout::window_top;
use crate::tui::theme::Frames;

/// Most rows of what the card has brought.
const MOST_TOLD: usize = 2;

/// Draws what the card has brought, and the tree, without a frame.
pub fn draw_inside(app: &App, area: Rect, buffer: &mut Buffer) {
    let (words, language, theme) = (app.setting.words, app.setting.language, &app.setting.theme);
    let Some(tree) = app.tree() else { return };
    for (row, line) in (area.y..).zip(told(app, area)) {
        put(buffer, area.x + 1, row, area.width - 1, &line, theme.dim);
    }
    let branches = if app.setting.look.frames == Frames::Ascii { ASCII } else { DRAWN };
    let rows = rows(app, area);
    let top = window_top(app.cursors.referral, rows.height.into(), tree.cards.len());
    for ((place, card), row) in tree.cards.iter().enumerate().skip(top).zip(rows.y..rows.bottom()) {
        let selected = place == app.cursors.referral;
        let mark = if selected { theme.lines.cursor } else { " " };
        let stem = referral::stem(tree, place, branches);
        let name = safe::line(&card.name);
        let text = format!("{mark}{stem}{name}  {}", referral::beside(tree, place, words, language));
        let style = match (selected, place == tree.own) {
            (true, _) => theme.cursor,
            (false, true) => theme.strong,
            (false, false) => Style::new(),
        };
        put(buffer, area.x, row, area.width, &pad(&text, area.width.into()), style);
    }
}

/// The card of the tree that stands at a place of the screen.
pub fn card_at(app: &App, area: Rect, place: Position) -> Option<usize> {
    let (rows, tree) = (rows(app, area), app.tree()?);
    let top = window_top(app.cursors.referral, rows.height.into(), tree.cards.len());
    let card = top + usize::from(place.y.checked_sub(rows.y)?);
    (rows.contains(place) && card < tree.cards.len()).then_some(card)
}

/// What the card has brought, row by row.
fn told(app: &App, area: Rect) -> Vec<String> {
    let said = app.tree().map(|tree| referral::brought(tree, app.setting.words)).unwrap_or_default();
    wrap(&said, usize::from(area.width.saturating_sub(1)), MOST_TOLD)
}

/// Where the tree stands: below what the card has brought and a blank row.
fn rows(app: &App, area: Rect) -> Rect {
    let head = told(app, area).len() as u16 + 1;
    Rect { y: area.y + head, height: area.height.saturating_sub(head), ..area }
}
