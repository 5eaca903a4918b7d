//! A sheet of text for people: titled blocks, labels on the left, what they stand for aligned on the right.

use unicode_width::UnicodeWidthStr;

use super::output::Output;
use crate::domain::text::safe;
use crate::lang::problem::Problem;

/// One line of a sheet.
#[derive(Debug)]
enum Line {
    /// A text across the whole width.
    Plain(String),
    /// A label with what it stands for.
    Labelled(String, String),
}

/// Lines of text in blocks. Everything put on it is made safe for a terminal.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    lines: Vec<Line>,
}

impl Sheet {
    /// A line across the whole width: a name with the end of a line in it makes no second one.
    pub(super) fn plain(&mut self, text: &str) {
        self.lines.push(Line::Plain(safe::line(text).into_owned()));
    }

    /// A blank line and a title over what follows.
    pub(super) fn title(&mut self, title: &str) {
        self.lines.push(Line::Plain(String::new()));
        self.plain(title);
    }

    /// A label with what it stands for; nothing when that is empty. Further lines stand under the first.
    pub(super) fn labelled(&mut self, label: &str, text: &str) {
        let text = safe::lines(text);
        for (count, line) in text.lines().enumerate().filter(|_| !text.trim().is_empty()) {
            let label = if count == 0 { safe::line(label).into_owned() } else { String::new() };
            self.lines.push(Line::Labelled(label, line.to_owned()));
        }
    }

    /// Writes it.
    pub(super) fn write(&self, out: &mut Output) -> Result<(), Problem> {
        let width = self.lines.iter().map(Line::label_width).max().unwrap_or_default();
        for line in &self.lines {
            match line {
                Line::Plain(text) => out.text(&format!("{}\n", text.trim_end()))?,
                Line::Labelled(label, text) => {
                    let gap = " ".repeat(width - label.width() + GAP);
                    out.text(format!("{INDENT}{label}{gap}{text}").trim_end())?;
                    out.text("\n")?;
                }
            }
        }
        Ok(())
    }
}

impl Line {
    fn label_width(&self) -> usize {
        match self {
            Line::Plain(_) => 0,
            Line::Labelled(label, _) => label.width(),
        }
    }
}

const GAP: usize = 2;
const INDENT: &str = "  ";
