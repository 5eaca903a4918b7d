//! The letters with their evidence and age, the class, and what to do next.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::domain::choice::Choice;
use crate::domain::man::assertion::{Answer, Letter};
use crate::lang::advice::advice;
use crate::lang::early_warning;
use crate::tui::app::{App, Pane};
use crate::tui::cells::{pad, pad_left, put, wrap};
use crate::tui::layout::inside;
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::reading::letter::{answer_text, evidence_text, pending_text};
use crate::tui::shown::Shown;

/// Columns of the answer: `was unknown` never stands there, `was yes` does.
const ANSWER: usize = 9;
/// Rows the advice may take.
const ADVICE_ROWS: usize = 2;

/// Draws the pane with its frame.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let focus = Focus::when(app.opened.is_none() && app.pane == Pane::Man);
    if let Some(shown) = app.current() {
        draw_inside(app, shown, inside(area), buffer);
    }
    let title = Title { left: "MAN".into(), right: app.setting.words.title_letters() };
    border::pane(buffer, area, &title, focus, &app.setting.theme);
}

/// Draws letters and advice without a frame; gives the rows used.
pub fn draw_inside(app: &App, shown: &Shown, area: Rect, buffer: &mut Buffer) -> u16 {
    let theme = &app.setting.theme;
    for (line, letter) in Letter::ALL.iter().enumerate() {
        draw_letter(app, shown, *letter, Rect { y: area.y + line as u16, height: 1, ..area }, buffer);
    }
    let advice = advice(&shown.standing, app.setting.words, app.setting.language);
    let warning = warning(app, shown);
    let mut row = area.y + Letter::ALL.len() as u16;
    // Where there is no room for both, the warning takes the last row of the advice.
    let room = usize::from(area.bottom().saturating_sub(row)).saturating_sub(usize::from(warning.is_some()));
    let rows = ADVICE_ROWS.min(room);
    for text in wrap(&advice, usize::from(area.width.saturating_sub(1)), rows) {
        put(buffer, area.x + 1, row, area.width - 1, &text, theme.strong);
        row += 1;
    }
    if let Some(warning) = warning
        && row < area.bottom()
    {
        put(buffer, area.x + 1, row, area.width - 1, &warning, theme.alarm);
        row += 1;
    }
    row - area.y
}

/// Why the customer may be about to leave; how urgent it is stands beside what is due.
fn warning(app: &App, shown: &Shown) -> Option<String> {
    let signals = &shown.signals;
    let said = early_warning::said(signals, app.setting.words, app.setting.language);
    (!signals.is_empty()).then(|| format!("! {said}"))
}

fn draw_letter(app: &App, shown: &Shown, letter: Letter, area: Rect, buffer: &mut Buffer) {
    let theme = &app.setting.theme;
    let (words, language, day) = (app.setting.words, app.setting.language, app.setting.day);
    let state = shown.standing.letters.get(letter);
    let sign = letter.code().to_uppercase();
    let mut column = put(buffer, area.x + 1, area.y, 2, &format!("{sign} "), theme.accent) + area.x + 1;
    let room = |column: u16| area.right().saturating_sub(column);

    if let Some(text) = pending_text(app, shown, letter) {
        put(buffer, column, area.y, room(column), &text, theme.accent.add_modifier(Modifier::UNDERLINED));
        return;
    }
    let style = match state.answer {
        Answer::Yes => theme.strong,
        Answer::No => Style::new(),
        Answer::Unknown => theme.dim,
    };
    column += put(buffer, column, area.y, room(column), &pad(&answer_text(state, words, app), ANSWER), style);
    let Some(evidence) = state.evidence else {
        let why = if state.from_role { words.by_role() } else { letter.name(language).to_owned() };
        put(buffer, column, area.y, room(column), &why, theme.dim);
        return;
    };
    let age = words.days_short(&(day - evidence.on).num_days());
    column += put(buffer, column, area.y, room(column), &pad_left(&age, 6), Style::new()) + 2;
    let text = evidence_text(app, shown, &evidence);
    let conflict = state.conflict.then(|| words.conflict());
    if let Some(conflict) = conflict {
        column += put(buffer, column, area.y, room(column), &format!("{conflict}  "), theme.alarm);
    }
    put(buffer, column, area.y, room(column), &text, theme.dim);
}
