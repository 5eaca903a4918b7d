//! What lies at a place of the screen: drawing read backwards, for the mouse.

use ratatui::layout::{Position, Rect};

use super::{columns, footer, form, header, layers, tab_names};
use crate::domain::choice::Choice;
use crate::domain::credit::Factor;
use crate::tui::action::Action;
use crate::tui::app::{App, Pane, Spot, Tab};
use crate::tui::layer::Layer;
use crate::tui::layout::{Layout, inside, window_top, writing_inside};
use crate::tui::listing::ListLine;
use crate::tui::page;
use crate::tui::pane;
use crate::tui::today::Place;

/// What lies at this place of the picture last drawn.
pub fn at(app: &App, place: Position) -> Spot {
    if !app.size.is_enough() {
        return Spot::Nothing;
    }
    let layout = Layout::of(app.size);
    if layout.footer.contains(place) {
        return footer::action_at(app, &layout, place.x).map_or(Spot::Nothing, Spot::Does);
    }
    if let Some(layer) = app.layers.last() {
        return in_layer(app, layer, &layout, place);
    }
    if layout.header.contains(place) {
        return header::action_at(app, layout.header, place.x).map_or(Spot::Nothing, Spot::Does);
    }
    match app.opened {
        Some(tab) => in_opened(app, tab, &layout, place),
        None if app.place == Place::Today => in_today(app, &layout, place),
        None if app.list_is_alone() => Spot::Pane(Pane::List, row_of(app, Pane::List, layout.body, place)),
        None if app.size.is_wide() => in_wide(app, &layout, place),
        None => in_narrow(app, &layout, place),
    }
}

fn in_layer(app: &App, layer: &Layer, layout: &Layout, place: Position) -> Spot {
    match layer {
        Layer::Line(line) => match layers::input_area(app, line, layout) {
            area if area.contains(place) => {
                Spot::Text(usize::from(place.x - area.x) + layers::scrolled(&line.input, area))
            }
            _ => Spot::Nothing,
        },
        Layer::Picker(picker) => {
            let areas = layers::PickerAreas::of(picker, layout.body);
            match row_in(areas.rows, areas.top, place) {
                Some(row) if row < picker.rows().len() => Spot::Choice(row),
                _ if areas.window.contains(place) => Spot::Nothing,
                _ => Spot::Beside,
            }
        }
        Layer::Columns(chooser) => {
            let areas = columns::Areas::of(chooser, layout.body);
            match row_in(areas.rows, areas.top, place) {
                Some(row) if row < chooser.rows().len() => Spot::Choice(row),
                _ if areas.window.contains(place) => Spot::Nothing,
                _ => Spot::Beside,
            }
        }
        Layer::Reading(_) if page::area(layout.body).contains(place) => Spot::Nothing,
        Layer::Reading(_) => Spot::Beside,
        Layer::Form(form) => form::line_at(app, form, place).map_or(Spot::Nothing, Spot::FormLine),
        Layer::Writing(_) => {
            let inner = writing_inside(app.size);
            match inner.contains(place) {
                true => Spot::Written((place.y - inner.y).into(), (place.x - inner.x).into()),
                false => Spot::Nothing,
            }
        }
    }
}

fn in_opened(app: &App, tab: Tab, layout: &Layout, place: Position) -> Spot {
    let (left, _) = layout.opened(app.size);
    if let Some(name) = name_at(left, tab_names(app, tab).map(|(tab, name)| (tab, name)), place) {
        return Spot::Tab(name);
    }
    let Some(shown) = app.current() else { return Spot::Nothing };
    let inner = inside(left);
    let (cursor, count) = match tab {
        Tab::Card if inner.contains(place) => {
            return pane::card::field_at(app, inner, place.y).map_or(Spot::Nothing, Spot::Row);
        }
        Tab::Files if inner.contains(place) => {
            return pane::files::file_at(app, inner, place.y).map_or(Spot::Nothing, Spot::Row);
        }
        Tab::Card | Tab::Files => return Spot::Nothing,
        Tab::Contacts => (app.cursors.contact, shown.card.contacts.len()),
        Tab::Credit => (0, Factor::ALL.len()),
        Tab::Positions => (app.cursors.change, shown.card.moves.len()),
        Tab::Referrals => {
            return pane::referrals::card_at(app, inner, place).map_or(Spot::Nothing, Spot::Row);
        }
        Tab::Log => (app.cursors.entry, app.seen.log.as_ref().map_or(0, |log| log.entries.len())),
    };
    let top = window_top(cursor, inner.height.into(), count);
    match row_in(inner, top, place) {
        Some(row) if row < count => Spot::Row(row),
        _ => Spot::Nothing,
    }
}

/// A click on the sheet beside the list reads it whole.
fn in_today(app: &App, layout: &Layout, place: Position) -> Spot {
    let (list, brief) = layout.day(app.size);
    if !list.contains(place) {
        let is_read = brief.contains(place) && app.current().is_some();
        return if is_read { Spot::Does(Action::Brief) } else { Spot::Nothing };
    }
    let lines = app.listing.lines();
    let card = row_in(cards_in(list), 0, place).and_then(|line| match lines.get(line)? {
        ListLine::Card(card) => Some(*card),
        ListLine::Heading(_) => None,
    });
    Spot::Pane(Pane::List, card)
}

/// The rows of a list: the names of the columns stand above them.
fn cards_in(list: Rect) -> Rect {
    let inner = inside(list);
    Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner }
}

fn in_wide(app: &App, layout: &Layout, place: Position) -> Spot {
    let wide = layout.wide();
    let panes = [
        (Pane::List, wide.list),
        (Pane::Man, wide.man),
        (Pane::Contacts, wide.contacts),
        (Pane::Credit, wide.credit),
    ];
    // A pane's last row is the title of the one below.
    let meant = panes.iter().rev().find(|(_, area)| area.contains(place));
    meant.map_or(Spot::Nothing, |(pane, area)| Spot::Pane(*pane, row_of(app, *pane, *area, place)))
}

fn in_narrow(app: &App, layout: &Layout, place: Position) -> Spot {
    let narrow = layout.narrow();
    if !narrow.tab.contains(place) {
        return Spot::Pane(Pane::List, row_of(app, Pane::List, narrow.list, place));
    }
    let tab = super::narrow_tab(app);
    if let Some(pane) = name_at(narrow.tab, super::pane_names(app, tab), place) {
        return Spot::Pane(pane, None);
    }
    Spot::Pane(tab, row_of(app, tab, narrow.tab, place))
}

/// The row of a pane's list at a place.
fn row_of(app: &App, pane: Pane, area: Rect, place: Position) -> Option<usize> {
    let inner = inside(area);
    let count = app.current().map_or(0, |shown| shown.card.contacts.len());
    let (top, rows, count) = match pane {
        Pane::List => (app.listing.top(), cards_in(area), app.listing.known()),
        Pane::Contacts => (window_top(app.cursors.contact, inner.height.into(), count), inner, count),
        Pane::Credit => (0, inner, Factor::ALL.len()),
        Pane::Man => return None,
    };
    row_in(rows, top, place).filter(|row| *row < count)
}

fn row_in(rows: Rect, top: usize, place: Position) -> Option<usize> {
    rows.contains(place).then(|| top + usize::from(place.y - rows.y))
}

/// Which of the names in a pane's title row lies at a place.
fn name_at<T: Copy, const N: usize>(pane: Rect, names: [(T, String); N], place: Position) -> Option<T> {
    if place.y != pane.y {
        return None;
    }
    let mut columns = super::name_columns(pane, &names);
    columns.find(|(_, columns)| columns.contains(&usize::from(place.x))).map(|(what, _)| what)
}
