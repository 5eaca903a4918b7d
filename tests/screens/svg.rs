//! A screen as a picture for the README: the program's own cells, drawn as SVG.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

const CELL_WIDTH: f32 = 8.4;
const CELL_HEIGHT: f32 = 18.0;
const BASELINE: f32 = 13.5;
const MARGIN: f32 = 10.0;

/// The paper a picture is drawn on, and the ink of text that has no colour of its own.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    paper: &'static str,
    ink: &'static str,
}

/// A dark terminal.
pub const DARK: Paper = Paper { paper: "#16181d", ink: "#d5d8de" };
/// A light terminal.
pub const LIGHT: Paper = Paper { paper: "#fbfbf8", ink: "#23262b" };

/// Draws the cells of a screen in true colours.
pub fn draw(buffer: &Buffer, paper: Paper) -> String {
    let area = buffer.area;
    let (width, height) = (
        f32::from(area.width) * CELL_WIDTH + 2.0 * MARGIN,
        f32::from(area.height) * CELL_HEIGHT + 2.0 * MARGIN,
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n",
        paper.paper
    );
    for row in area.rows() {
        let top = f32::from(row.y) * CELL_HEIGHT + MARGIN;
        let mut column = row.left();
        while column < row.right() {
            let cell = &buffer[(column, row.y)];
            let end = run_end(buffer, column, row.y, row.right());
            let text: String = (column..end).map(|at| buffer[(at, row.y)].symbol()).collect();
            let columns = if end > column + 1 { end - column } else { cell.symbol().width().max(1) as u16 };
            svg.push_str(&run(cell, text.trim_end(), column, columns, top, paper));
            column += columns;
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// The end of the run of narrow cells that look alike, from a column on; a wide cell is a run of its own,
/// so that it stands where the terminal puts it.
fn run_end(buffer: &Buffer, start: u16, row: u16, limit: u16) -> u16 {
    let first = &buffer[(start, row)];
    let narrow = |cell: &Cell| cell.symbol().width() == 1;
    let mut end = start + 1;
    while narrow(first) && end < limit {
        let cell = &buffer[(end, row)];
        if !narrow(cell) || cell.style() != first.style() {
            break;
        }
        end += 1;
    }
    end
}

/// A colour as SVG writes it; none for the terminal's own.
fn code(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(red, green, blue) => Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        _ => None,
    }
}

fn run(cell: &Cell, text: &str, column: u16, columns: u16, top: f32, paper: Paper) -> String {
    let left = f32::from(column) * CELL_WIDTH + MARGIN;
    let width = f32::from(columns) * CELL_WIDTH;
    let ink = code(cell.fg).unwrap_or_else(|| paper.ink.to_owned());
    let mut drawn = String::new();
    if let Some(ground) = code(cell.bg) {
        drawn.push_str(&format!(
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{CELL_HEIGHT}\" fill=\"{ground}\"/>\n"
        ));
    }
    if text.trim().is_empty() {
        return drawn;
    }
    let bold = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let line =
        if cell.modifier.contains(Modifier::UNDERLINED) { " text-decoration=\"underline\"" } else { "" };
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let taken = text.replace("&amp;", "&").replace("&lt;", "<").width() as f32 * CELL_WIDTH;
    drawn.push_str(&format!(
        "<text x=\"{left:.1}\" y=\"{:.1}\" fill=\"{ink}\"{bold}{line} textLength=\"{taken:.1}\" \
         lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{text}</text>\n",
        top + BASELINE
    ));
    drawn
}
