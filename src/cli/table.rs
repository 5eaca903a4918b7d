//! A table of text for people: columns aligned by display width, two blanks apart.

use unicode_width::UnicodeWidthStr;

use super::output::Output;
use crate::domain::text::safe;
use crate::lang::problem::Problem;

/// Rows under a head, all with the same number of cells.
#[derive(Debug)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these column heads.
    pub(super) fn headed(heads: impl IntoIterator<Item = String>) -> Table {
        Table { rows: vec![heads.into_iter().collect()] }
    }

    /// One more row.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| safe::line(&cell).into_owned()).collect());
    }

    /// Writes it, head first; no blanks stand at the end of a line.
    pub(super) fn write(&self, out: &mut Output) -> Result<(), Problem> {
        let widths = self.widths();
        for row in &self.rows {
            let padded = row.iter().zip(&widths).map(|(cell, width)| {
                let blanks = width.saturating_sub(cell.width()) + GAP;
                format!("{cell}{}", " ".repeat(blanks))
            });
            let line: String = padded.collect();
            out.text(&format!("{}\n", line.trim_end()))?;
        }
        Ok(())
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.rows.first().map_or(0, Vec::len);
        (0..columns)
            .map(|column| self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max())
            .map(|widest| widest.unwrap_or_default().min(WIDEST))
            .collect()
    }
}

const GAP: usize = 2;

/// Columns are not made wider than this: one endless name would push all others off the screen.
const WIDEST: usize = 60;
