//! The pre-visit sheet of the card under the cursor, row by row.

use crate::domain::brief::brief;
use crate::domain::text::safe;
use crate::lang;
use crate::report::sheet::{Line, Sheet, Weight};
use crate::tui::app::App;
use crate::tui::cells::{fit, pad, width, wrap};

/// The widest a column of labels gets.
const LABEL: usize = 20;
/// Most rows a line takes.
const LINE_ROWS: usize = 3;

/// The rows of the sheet of the card under the cursor at a width: titles, labels in one column, long texts wrapped
/// beside them. None before the card has been read.
pub fn rows(app: &App, columns: usize) -> Vec<Row> {
    let Some(shown) = app.current() else { return Vec::new() };
    let day = app.setting.day;
    let brief = brief(&shown.card, &shown.standing, &shown.reasons, day, &app.setting.policies);
    rows_of(&lang::brief::sheet(&brief, day, app.setting.words, app.setting.language), columns)
}

/// A row of the screen.
pub struct Row {
    /// What its label says, padded; empty where it has none.
    pub label: String,
    /// What stands beside the label.
    pub text: String,
    /// What it is.
    pub kind: Kind,
}

/// What a row is.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Of whom the sheet tells.
    Title,
    /// The heading of a block.
    Block,
    /// A line of a block.
    Line(Weight),
}

fn rows_of(sheet: &Sheet, columns: usize) -> Vec<Row> {
    let lines = || sheet.blocks.iter().flat_map(|block| &block.lines);
    let widest = lines().map(|line| width(&safe::line(&line.label))).max().unwrap_or_default();
    let label = widest.min(LABEL) + 2;
    let mut rows: Vec<Row> = wrap(&safe::line(&sheet.title), columns, 2)
        .into_iter()
        .map(|text| Row { label: String::new(), text, kind: Kind::Title })
        .collect();
    for block in &sheet.blocks {
        rows.push(Row {
            label: String::new(),
            text: safe::line(&block.title).into_owned(),
            kind: Kind::Block,
        });
        rows.extend(block.lines.iter().flat_map(|line| line_rows(line, label, columns)));
    }
    rows
}

fn line_rows(line: &Line, label: usize, columns: usize) -> Vec<Row> {
    let texts = wrap(&safe::line(&line.text), columns.saturating_sub(label + 1), LINE_ROWS);
    texts
        .into_iter()
        .enumerate()
        .map(|(place, text)| {
            let own = if place == 0 { fit(&safe::line(&line.label), label - 2) } else { String::new() };
            Row { label: format!(" {}", pad(&own, label)), text, kind: Kind::Line(line.weight) }
        })
        .collect()
}
