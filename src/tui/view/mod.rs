//! Drawing: a picture of the state, and nothing else.

pub mod columns;
pub mod footer;
pub mod form;
pub mod header;
pub mod layers;
pub mod reading;
pub mod spot;
pub mod writing;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::domain::agenda::Horizon;
use crate::domain::text::safe;
use crate::tui::app::{App, Pane, Tab};
use crate::tui::cells::{self, put};
use crate::tui::layout::{Layout, SMALLEST, inside, split};
use crate::tui::listing::Listed;
use crate::tui::pane;
use crate::tui::pane::border::{self, Focus, Title};
use crate::tui::reading::score;
use crate::tui::today::Place;

/// What stands between the names of tabs.
const NAME_GAP: &str = "  ";

/// Draws the screen; gives the place of the text cursor, where there is one.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    if !app.size.is_enough() {
        draw_too_small(app, buffer);
        return None;
    }
    let layout = Layout::of(app.size);
    header::draw(app, layout.header, buffer);
    match app.opened {
        Some(tab) => draw_opened(app, tab, &layout, buffer),
        None if app.place == Place::Today => draw_today(app, &layout, buffer),
        None if app.list_is_alone() => pane::list::draw(app, layout.body, buffer),
        None if app.size.is_wide() => draw_wide(app, &layout, buffer),
        None => draw_narrow(app, &layout, buffer),
    }
    footer::draw(app, &layout, buffer);
    let cursor = layers::draw(app, &layout, buffer);
    cells::mark_covered(buffer);
    cursor
}

fn draw_too_small(app: &App, buffer: &mut Buffer) {
    let text = app.setting.words.too_small(&SMALLEST.columns, &SMALLEST.rows);
    let area = buffer.area;
    for (row, line) in cells::wrap(&text, area.width.into(), area.height.into()).iter().enumerate() {
        put(buffer, area.x, area.y + row as u16, area.width, line, Style::new());
    }
}

type Draw = fn(&App, Rect, &mut Buffer);

/// The list of the day, and beside or below it what to know of the card under the cursor.
fn draw_today(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let (list, beside) = layout.day(app.size);
    if app.listing.question.listed == Listed::Due(Horizon::Month) {
        draw_month(app, beside, buffer);
    } else {
        pane::brief::draw(app, beside, buffer);
    }
    if app.listing.question.listed == Listed::Plan {
        pane::plan::draw(app, list, buffer);
    } else {
        pane::today::draw(app, list, buffer);
    }
}

/// The grid of the days ahead, and the sheet below it where there is room for both.
fn draw_month(app: &App, area: Rect, buffer: &mut Buffer) {
    /// Fewer rows of a sheet say too little.
    const SHEET_ROWS: u16 = 8;
    let (grid, rest) = split(area, pane::month::rows(app));
    if rest.height < SHEET_ROWS {
        pane::month::draw(app, area, buffer);
        return;
    }
    pane::month::draw(app, grid, buffer);
    pane::brief::draw(app, rest, buffer);
}

fn draw_wide(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let wide = layout.wide();
    pane::head::draw(app, wide.head, buffer);
    let panes: [(Pane, Draw, Rect); 4] = [
        (Pane::List, pane::list::draw, wide.list),
        (Pane::Man, pane::man::draw, wide.man),
        (Pane::Contacts, pane::contacts::draw, wide.contacts),
        (Pane::Credit, pane::credit::draw, wide.credit),
    ];
    // The one with focus last: its border lies over the title rule of the pane below.
    for (_, draw, area) in panes.iter().filter(|(which, ..)| *which != app.pane) {
        draw(app, *area, buffer);
    }
    for (_, draw, area) in panes.iter().filter(|(which, ..)| *which == app.pane) {
        draw(app, *area, buffer);
    }
}

/// The pane that is seen below the list on a narrow screen.
fn narrow_tab(app: &App) -> Pane {
    if app.pane == Pane::List { Pane::Man } else { app.pane }
}

/// The panes that are tabs on a narrow screen, by name, the one that is seen in brackets.
fn pane_names(app: &App, seen: Pane) -> [(Pane, String); 3] {
    let words = app.setting.words;
    let names = [
        (Pane::Man, "MAN".to_owned()),
        (Pane::Contacts, words.title_contacts()),
        (Pane::Credit, words.title_credit()),
    ];
    names.map(|(pane, name)| if pane == seen { (pane, format!("[{name}]")) } else { (pane, name) })
}

/// Names in the title row of a pane, each with its columns.
fn name_columns<T: Copy, const N: usize>(
    pane: Rect,
    names: &[(T, String); N],
) -> impl Iterator<Item = (T, Range<usize>)> {
    let mut left = usize::from(pane.x) + border::TITLE_INDENT;
    names.iter().map(move |(what, name)| {
        let columns = left..left + cells::width(name);
        left = columns.end + NAME_GAP.len();
        (*what, columns)
    })
}

/// Leaves the weight of a title to the tab that is seen: where all are strong, none is.
fn quieten_others<T: Copy + PartialEq, const N: usize>(
    buffer: &mut Buffer,
    pane: Rect,
    names: &[(T, String); N],
    seen: T,
    quiet: Style,
) {
    let last = usize::from(pane.right()).saturating_sub(2);
    for column in name_columns(pane, names).filter(|(what, _)| *what != seen).flat_map(|(_, columns)| columns)
    {
        if column < last {
            buffer[(column as u16, pane.y)].set_style(Style::reset().patch(quiet));
        }
    }
}

/// The tabs of an opened card by name, the one that is seen in brackets.
fn tab_names(app: &App, seen: Tab) -> [(Tab, String); 7] {
    let words = app.setting.words;
    let names = [
        (Tab::Card, words.tab_card()),
        (Tab::Contacts, words.title_contacts()),
        (Tab::Credit, words.title_credit()),
        (Tab::Files, words.tab_files()),
        (Tab::Positions, words.tab_positions()),
        (Tab::Referrals, words.tab_referrals()),
        (Tab::Log, words.tab_log()),
    ];
    names.map(|(tab, name)| if tab == seen { (tab, format!("[{name}]")) } else { (tab, name) })
}

fn draw_narrow(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let narrow = layout.narrow();
    let tab = narrow_tab(app);
    let focus = Focus::when(app.pane != Pane::List);
    if focus == Focus::Here {
        pane::list::draw(app, narrow.list, buffer);
    }
    draw_tab(app, tab, narrow.tab, focus, buffer);
    if focus == Focus::Elsewhere {
        pane::list::draw(app, narrow.list, buffer);
    }
}

fn draw_tab(app: &App, tab: Pane, area: Rect, focus: Focus, buffer: &mut Buffer) {
    let inner = inside(area);
    match tab {
        Pane::List | Pane::Man => {
            if let Some(shown) = app.current() {
                let (head, below) = split(inner, 3);
                pane::head::draw(app, Rect { x: head.x - 1, width: head.width + 1, ..head }, buffer);
                let used = pane::man::draw_inside(app, shown, below, buffer);
                let (_, last) = split(below, used);
                pane::contacts::draw_inside(app, last, Focus::Elsewhere, buffer);
            }
        }
        Pane::Contacts => pane::contacts::draw_inside(app, inner, focus, buffer),
        Pane::Credit => pane::credit::draw_inside(app, inner, focus, buffer),
    }
    let names = pane_names(app, tab);
    let right = match tab {
        Pane::List | Pane::Man => String::new(),
        Pane::Contacts => pane::contacts::place(app, focus),
        Pane::Credit => score::summary(app),
    };
    let theme = &app.setting.theme;
    border::pane(buffer, area, &Title { left: joined(&names), right }, focus, theme);
    quieten_others(buffer, area, &names, tab, theme.dim);
}

/// The names of tabs as a title.
fn joined<T, const N: usize>(names: &[(T, String); N]) -> String {
    names.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(NAME_GAP)
}

/// Columns of the card's name where more stands beside it: the survey card, and what stands below.
const NAME_COLUMNS: usize = 24;

fn draw_opened(app: &App, tab: Tab, layout: &Layout, buffer: &mut Buffer) {
    let names = tab_names(app, tab);
    let name = app.current().map(|shown| safe::line(&shown.card.name).into_owned()).unwrap_or_default();
    let name = match tab {
        // Beside it stands the name already.
        Tab::Card if app.size.is_wide() => pane::card::view(app),
        Tab::Card => format!("{}  {}", cells::fit(&name, NAME_COLUMNS), pane::card::view(app)),
        Tab::Contacts | Tab::Credit | Tab::Files | Tab::Positions | Tab::Referrals | Tab::Log => name,
    };
    let (left, right) = layout.opened(app.size);
    match tab {
        Tab::Card => pane::card::draw_inside(app, inside(left), buffer),
        Tab::Contacts => pane::contacts::draw_inside(app, inside(left), Focus::Here, buffer),
        Tab::Credit => pane::credit::draw_inside(app, inside(left), Focus::Here, buffer),
        Tab::Files => pane::files::draw_inside(app, inside(left), buffer),
        Tab::Positions => pane::positions::draw_inside(app, inside(left), buffer),
        Tab::Referrals => pane::referrals::draw_inside(app, inside(left), buffer),
        Tab::Log => pane::journal::draw_inside(app, inside(left), buffer),
    }
    let theme = &app.setting.theme;
    border::pane(buffer, left, &Title { left: joined(&names), right: name }, Focus::Here, theme);
    quieten_others(buffer, left, &names, tab, theme.dim);
    if tab == Tab::Card {
        let below = pane::card::rows_below(app, inside(left));
        border::more_below(buffer, left, below, app.setting.words, theme);
    }
    if let Some(right) = right {
        let (head, below) = split(right, 4);
        pane::head::draw(app, Rect { y: head.y + 1, height: 3, ..head }, buffer);
        let (man, contacts) = split(below, 7);
        pane::man::draw(app, man, buffer);
        if tab != Tab::Contacts {
            pane::contacts::draw(app, contacts, buffer);
        }
    }
}

/// Inside the tab of an opened card.
pub fn opened_inside(app: &App) -> Rect {
    inside(Layout::of(app.size).opened(app.size).0)
}
