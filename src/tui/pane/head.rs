//! The block that names the card: who it is, how to reach it, what is due, whether it may be about to leave.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::agenda::{Horizon, Matter, entries};
use crate::domain::card::CardState;
use crate::domain::choice::Choice;
use crate::domain::early_warning::Level;
use crate::domain::followup;
use crate::domain::standing::Facts;
use crate::domain::text::safe;
use crate::lang::advice::never_due;
use crate::lang::agenda;
use crate::tui::app::App;
use crate::tui::cells::{put, width};
use crate::tui::fields;

/// Draws the block.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(shown) = app.current() else { return };
    let theme = &app.setting.theme;
    let (card, language) = (&shown.card, app.setting.language);
    let left = area.x + 2;
    let room = area.width.saturating_sub(3);

    let position = shown.standing.position.name(language);
    let right = if card.code.is_empty() {
        position.to_owned()
    } else {
        format!("{}  {position}", safe::line(&card.code))
    };
    let right_width = (width(&right) as u16).min(room);
    let name_room = room.saturating_sub(right_width + 1);
    let used = put(buffer, left, area.y, name_room, &safe::line(&card.name), theme.strong);
    let beside = if card.company.is_empty() { &card.short_name } else { &card.company };
    if !beside.is_empty() {
        put(
            buffer,
            left + used + 2,
            area.y,
            name_room.saturating_sub(used + 2),
            &safe::line(beside),
            theme.dim,
        );
    }
    put(buffer, left + room - right_width, area.y, right_width, &right, theme.accent);

    let zone = card.addresses.first().map(|address| {
        let order = address.place.order.map(|order| order.to_string()).unwrap_or_default();
        format!("{} {order}", address.place.zone).trim().to_owned()
    });
    let facts = [
        card.kind.map(|kind| kind.name(language).to_owned()),
        card.values.get("industry").and_then(|texts| texts.first()).cloned(),
        zone,
        card.channel.map(|channel| channel.name(language).to_owned()),
        Some(fields::first_phone(card)),
        (!card.tags.is_empty())
            .then(|| card.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")),
    ];
    let line = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join("  ");
    put(buffer, left, area.y + 1, room, &safe::line(&line), theme.dim);

    let (due, tone) = binned(app).or_else(|| promised(app)).unwrap_or_else(|| due_line(app));
    let used = put(buffer, left, area.y + 2, room, &safe::line(&due), tone);
    // What is due comes first; why there is a warning stands with the letters in any case.
    let level = Level::of(shown.signals.len()).map(|level| level.name(language)).unwrap_or_default();
    let level_width = width(level) as u16;
    if used + 1 + level_width <= room {
        put(buffer, left + room - level_width, area.y + 2, level_width, level, theme.alarm);
    }
}

/// That the card is in the bin, and how it comes out: nothing is due of it there.
fn binned(app: &App) -> Option<(String, Style)> {
    let is_binned = app.current().is_some_and(|shown| shown.card.state == CardState::Binned);
    is_binned.then(|| (app.setting.words.in_the_bin(), app.setting.theme.strong))
}

/// What the card stands on the list of the day for when that is not the follow-up: a promise comes before it.
fn promised(app: &App) -> Option<(String, Style)> {
    let (words, language, day) = (app.setting.words, app.setting.language, app.setting.day);
    let shown = app.current()?;
    let entries = entries(&shown.card, &shown.standing, &[], Horizon::Today, day, &app.setting.policies);
    let first =
        entries.first().filter(|entry| matches!(entry.matter, Matter::OurPromise | Matter::TheirPromise))?;
    let when = agenda::when(first.matter, first.on, day, words);
    let follow_up = shown.standing.due_on.map(|on| words.due_later(&on, &"")).unwrap_or_default();
    let said = format!("{when}  {}   {follow_up}", agenda::reason(first, words, language));
    Some((said.trim_end().to_owned(), if first.on < day { app.setting.theme.alarm } else { Style::new() }))
}

/// What is due, since when and why.
fn due_line(app: &App) -> (String, Style) {
    let theme = &app.setting.theme;
    let words = app.setting.words;
    let Some(shown) = app.current() else { return (String::new(), theme.dim) };
    let (day, language) = (app.setting.day, app.setting.language);
    let facts = Facts::from(&shown.card);
    let standing = &shown.standing;
    let due = followup::due(&facts, standing.position, standing.class, day, &app.setting.policies.follow_up);
    let Some(due) = due else { return (never_due(standing, words), theme.dim) };
    let why = match &shown.card.next_action {
        Some(next) if next.on == due.on => agenda::next_action(next, language),
        _ => due.reason.name(language).to_owned(),
    };
    let days = (day - due.on).num_days();
    let text = match days {
        0 => words.due_today(&why),
        1.. => words.due_overdue(&due.on, &days, &why),
        _ => words.due_later(&due.on, &why),
    };
    (text, if days > 0 { theme.alarm } else { Style::new() })
}
