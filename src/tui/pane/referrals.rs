//! The tree of introductions around a card.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::domain::text::safe;
use crate::lang::referral::{self, ASCII, DRAWN};
use crate::tui::app::App;
use crate::tui::cells::{pad, put};
use crate::tui::layout::window_top;
use crate::tui::theme::Frames;

/// Rows above the tree: what the card has brought, and a blank one.
const HEAD: u16 = 2;

/// Draws what the card has brought, and the tree, without a frame.
pub fn draw_inside(app: &App, area: Rect, buffer: &mut Buffer) {
    let (words, language, theme) = (app.setting.words, app.setting.language, &app.setting.theme);
    let Some(tree) = app.tree() else { return };
    put(buffer, area.x + 1, area.y, area.width - 1, &referral::brought(tree, words), theme.dim);
    let branches = if app.setting.look.frames == Frames::Ascii { ASCII } else { DRAWN };
    let rows = rows(area);
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
    let (rows, tree) = (rows(area), app.tree()?);
    let top = window_top(app.cursors.referral, rows.height.into(), tree.cards.len());
    let card = top + usize::from(place.y.checked_sub(rows.y)?);
    (rows.contains(place) && card < tree.cards.len()).then_some(card)
}

fn rows(area: Rect) -> Rect {
    Rect { y: area.y + HEAD, height: area.height.saturating_sub(HEAD), ..area }
}
