//! The contact history, newest first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::{Contact, ContactKind};
use crate::domain::language::Language;
use crate::domain::man::assertion::{Answer, Assertion};
use crate::domain::text::safe;
use crate::lang::dates;
use crate::tui::app::{App, Pane};
use crate::tui::cells::{beginning, pad, put, width};
use crate::tui::layout::inside;
use crate::tui::layout::window_top;
use crate::tui::pane::border::{self, Focus, Title};

/// Draws the pane with its frame.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let focus = Focus::when(app.opened.is_none() && app.pane == Pane::Contacts);
    draw_inside(app, inside(area), focus, buffer);
    let title = Title { left: app.setting.words.title_contacts(), right: place(app, focus) };
    border::pane(buffer, area, &title, focus, &app.setting.theme);
}

/// Where the cursor stands among how many contacts.
pub fn place(app: &App, focus: Focus) -> String {
    let count = app.current().map_or(0, |shown| shown.card.contacts.len());
    match focus {
        Focus::Here if count > 0 => format!("{}/{count}", app.cursors.contact + 1),
        _ => count.to_string(),
    }
}

/// Draws the contacts without a frame.
pub fn draw_inside(app: &App, area: Rect, focus: Focus, buffer: &mut Buffer) {
    let Some(shown) = app.current() else { return };
    let theme = &app.setting.theme;
    if shown.card.contacts.is_empty() {
        put(buffer, area.x + 1, area.y, area.width, &app.setting.words.no_contacts(), theme.dim);
        return;
    }
    let rows = usize::from(area.height);
    let top = window_top(app.cursors.contact, rows, shown.card.contacts.len());
    let kinds = kind_columns(&shown.card, app.setting.language);
    for (line, contact) in shown.card.contacts.iter().enumerate().skip(top).take(rows) {
        let row = area.y + (line - top) as u16;
        let selected = focus == Focus::Here && line == app.cursors.contact;
        let style = if selected { theme.cursor } else { Style::new() };
        let text = contact_line(app, &shown.card, contact, kinds);
        let mark = if selected { theme.lines.cursor } else { " " };
        put(buffer, area.x, row, area.width, &pad(&format!("{mark}{text}"), usize::from(area.width)), style);
    }
}

/// Columns of the widest kind of contact that a card has, so that none is cut and none moves while one scrolls.
fn kind_columns(card: &Card, language: Language) -> usize {
    let has = |kind: &&ContactKind| card.contacts.iter().any(|contact| contact.kind == **kind);
    ContactKind::ALL.iter().filter(has).map(|kind| width(kind.name(language))).max().unwrap_or_default()
}

/// Day, kind, person, outcomes, letters, note.
fn contact_line(app: &App, card: &Card, contact: &Contact, kinds: usize) -> String {
    let language = app.setting.language;
    let person = contact.person.and_then(|id| card.people.iter().find(|person| person.id == id));
    let said: Vec<String> =
        card.assertions.iter().filter(|assertion| assertion.contact == Some(contact.id)).map(sign).collect();
    let outcomes: Vec<&str> = contact.outcomes.iter().map(|outcome| outcome.name(language)).collect();
    let promises: Vec<String> = contact
        .promises
        .iter()
        .map(|promise| {
            let due =
                promise.due_on.map(|due| dates::day(due, app.setting.day, language)).unwrap_or_default();
            format!("[{} {due}]", app.setting.words.said_of(&promise.by.name(language), &promise.text))
        })
        .collect();
    let kind = pad(contact.kind.name(language), kinds);
    let date = pad(&dates::short(contact.on, app.setting.day, language), 8);
    let parts = [
        person.map(|person| person.name.clone()).unwrap_or_default(),
        said.join(" "),
        outcomes.join(&app.setting.words.between_list()),
        beginning(&contact.note, usize::from(app.size.columns)).to_owned(),
        promises.join(" "),
    ];
    let rest = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    format!("{date} {kind}  {}", safe::line(&rest))
}

/// An assertion as it is typed: `+N`, `-A`, `?M`.
fn sign(assertion: &Assertion) -> String {
    let sign = match assertion.answer {
        Answer::Yes => '+',
        Answer::No => '-',
        Answer::Unknown => '?',
    };
    format!("{sign}{}", assertion.letter.code().to_uppercase())
}
