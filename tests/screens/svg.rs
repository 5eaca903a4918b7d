//! A screen as a picture for the README: the program's own cells, drawn as SVG.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

const CELL_WIDTH: f32 = 8.4;
const CELL_HEIGHT: f32 = 18.0;
const BASELINE: f32 = 13.5;
const MARGIN: f32 = 10.0;

const PAPER: &str = "#16181d";
const INK: &str = "#d5d8de";
const DIM: &str = "#757b86";
const ACCENT: &str = "#56b6c2";
const ALARM: &str = "#e06c75";

/// Draws the cells.
pub fn draw(buffer: &Buffer) -> String {
    let area = buffer.area;
    let (width, height) = (
        f32::from(area.width) * CELL_WIDTH + 2.0 * MARGIN,
        f32::from(area.height) * CELL_HEIGHT + 2.0 * MARGIN,
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAPER}\"/>\n"
    );
    for row in area.rows() {
        let top = f32::from(row.y) * CELL_HEIGHT + MARGIN;
        let mut column = row.left();
        while column < row.right() {
            let cell = &buffer[(column, row.y)];
            let end = run_end(buffer, column, row.y, row.right());
            let text: String = (column..end).map(|at| buffer[(at, row.y)].symbol()).collect();
            let columns = if end > column + 1 { end - column } else { cell.symbol().width().max(1) as u16 };
            svg.push_str(&run(cell, text.trim_end(), column, columns, top));
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

fn run(cell: &Cell, text: &str, column: u16, columns: u16, top: f32) -> String {
    let left = f32::from(column) * CELL_WIDTH + MARGIN;
    let width = f32::from(columns) * CELL_WIDTH;
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let mut ink = match cell.fg {
        Color::Cyan => ACCENT,
        Color::Red => ALARM,
        _ if cell.modifier.contains(Modifier::DIM) => DIM,
        _ => INK,
    };
    let mut drawn = String::new();
    if reversed {
        drawn.push_str(&format!(
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{CELL_HEIGHT}\" fill=\"{INK}\"/>\n"
        ));
        ink = PAPER;
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
