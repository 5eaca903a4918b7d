//! What is read page by page: the help, the sheet before a visit, a long text. Where it stands, and its rows.

pub mod sheet;
pub mod told;

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::layer::Subject;
use crate::tui::layout::inside;

/// Columns inside a frame that stay free.
const MARGIN: u16 = 1;
/// Most columns something to read takes.
const MOST_COLUMNS: u16 = 76;
/// Columns beside it that are worth leaving free; where there are fewer, it takes them too.
const LEAST_BESIDE: u16 = 16;

/// Where something to read stands over the place below it, its frame too.
pub fn area(body: Rect) -> Rect {
    let columns = if body.width < MOST_COLUMNS + LEAST_BESIDE { body.width } else { MOST_COLUMNS };
    Rect { x: body.x + (body.width - columns) / 2, width: columns, ..body }
}

/// Where its rows stand.
pub fn rows_area(body: Rect) -> Rect {
    let inside = inside(area(body));
    Rect { x: inside.x + MARGIN, width: inside.width.saturating_sub(2 * MARGIN), ..inside }
}

/// What is drawn of something to read.
pub enum Rows {
    /// The help or a text, and how many of its lines stand below these.
    Told(Vec<told::Row>, usize),
    /// The sheet before a visit.
    Sheet(Vec<sheet::Row>),
}

impl Rows {
    /// Of something to read at a size: all of them, of a text those to a page behind the one that begins at `top`.
    pub fn of(app: &App, subject: &Subject, top: usize, area: Rect) -> Rows {
        let columns = usize::from(area.width);
        match subject {
            Subject::Help(range) => Rows::Told(told::help(app, *range, columns), 0),
            Subject::LineHelp(line) => Rows::Told(told::of_line(app, *line, columns), 0),
            Subject::Text(_, text) => {
                let wanted = top.saturating_add(2 * usize::from(area.height));
                let (rows, below) = told::of_text(text, wanted, columns);
                Rows::Told(rows, below)
            }
            Subject::Brief => Rows::Sheet(sheet::rows(app, columns)),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        match self {
            Rows::Told(rows, _) => rows.len(),
            Rows::Sheet(rows) => rows.len(),
        }
    }

    /// The first row that is shown when it shall be this one: the last page is a full one.
    pub fn top(&self, wanted: usize, area: Rect) -> usize {
        wanted.min(self.count().saturating_sub(area.height.into()))
    }
}
