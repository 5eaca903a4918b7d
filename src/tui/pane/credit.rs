//! The credit factors with points and notes, edited in place.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::domain::choice::Choice;
use crate::domain::credit::FactorScore;
use crate::domain::text::safe;
use crate::tui::app::{App, Pane, Tab};
use crate::tui::cells::{pad, put, wrap};
use crate::tui::layout::inside;
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::reading::score;

/// Most points a factor can have.
const MOST: u8 = 5;

/// Most rows for what the points mean.
const SCALE_ROWS: usize = 2;

/// Draws the pane with its frame.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let focus = Focus::when(app.opened.is_none() && app.pane == Pane::Credit);
    draw_inside(app, inside(area), focus, buffer);
    let title = Title { left: app.setting.words.title_credit(), right: score::summary(app) };
    border::pane(buffer, area, &title, focus, &app.setting.theme);
}

/// Draws summary and factors without a frame.
pub fn draw_inside(app: &App, area: Rect, focus: Focus, buffer: &mut Buffer) {
    let Some(shown) = app.current() else { return };
    let theme = &app.setting.theme;
    let language = app.setting.language;
    let pending =
        app.pending.as_ref().filter(|pending| pending.card == shown.card.id && !pending.scores.is_empty());
    let present = shown.five_c(app.setting.day);
    for (line, recorded) in present.iter().enumerate() {
        let row = area.y + line as u16;
        if row >= area.bottom() {
            break;
        }
        let score = pending.and_then(|pending| pending.score(recorded.factor)).unwrap_or(recorded);
        let selected = focus == Focus::Here && line == app.cursors.factor;
        let mark = if selected { theme.lines.cursor } else { " " };
        let mut style = if selected { theme.cursor } else { Style::new() };
        if score != recorded {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        let text = format!("{mark}{} {}", pad(score.factor.name(language), 11), score_line(app, score));
        put(buffer, area.x, row, area.width, &pad(&text, usize::from(area.width)), style);
    }
    if app.opened == Some(Tab::Credit) {
        let row = area.y + present.len() as u16 + 1;
        put(buffer, area.x + 1, row, area.width, &score::summary(app), theme.strong);
        let room = area.width.saturating_sub(1);
        let scale = wrap(&app.setting.words.credit_scale(), room.into(), SCALE_ROWS);
        for (line, row) in scale.iter().zip(row + 1..area.bottom()) {
            put(buffer, area.x + 1, row, room, line, theme.dim);
        }
    }
}

fn score_line(app: &App, score: &FactorScore) -> String {
    let [full, empty] = app.setting.theme.lines.bar;
    let points = score.points.unwrap_or(0);
    let bar = full.repeat(points.into()) + &empty.repeat(MOST.saturating_sub(points).into());
    let number = score.points.map_or_else(|| "-".to_owned(), |points| points.to_string());
    format!("{bar} {number}  {}", safe::line(&score.note))
}
