//! Cutting text into rows and cells, a broken row costing one line and never the rest of the file.
//!
//! The usual readers take an unclosed quotation mark as the beginning of a cell that holds all the rest of
//! the file. In a salesperson's list that is thousands of customers gone for one stray `"`; so this reader
//! gives up the line with the stray mark and goes on with the next.

use std::io::{self, Read};

use super::cells::{Cells, Cutting};
use super::{Reject, RejectReason};

/// How much is read at a time, in bytes.
const PIECE: usize = 64 << 10;

/// The longest row, in bytes: a quotation mark not closed within it is taken as never closed.
const LONGEST_ROW: usize = 32 << 20;

/// How the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnds {
    /// With a line feed, maybe after a return.
    Usual,
    /// With a return alone, as Excel's "CSV (Macintosh)" has it.
    Returns,
}

impl LineEnds {
    /// Of a text that begins so.
    pub fn of(sample: &[u8]) -> LineEnds {
        let returns_only = sample.contains(&b'\r') && !sample.contains(&b'\n');
        if returns_only { LineEnds::Returns } else { LineEnds::Usual }
    }

    /// Ends the lines as usual.
    pub fn make_usual(self, text: &mut [u8]) {
        if self == LineEnds::Returns {
            text.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
        }
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The line it begins on, counted from 1.
    pub line: u64,
    /// Its cells, quotation marks taken off.
    pub cells: Cells,
}

/// Reads rows from UTF-8 text. Rows without any content are passed over.
#[derive(Debug)]
pub struct Records<R> {
    text: R,
    delimiter: u8,
    line_ends: LineEnds,
    /// Cells of the header, once known: every row must have as many.
    width: Option<usize>,
    window: Vec<u8>,
    at: usize,
    end: End,
    line: u64,
    /// Memory for the cells of the next rows.
    spare: Vec<Cutting>,
}

/// Whether there is more text than is in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// There may be.
    Ahead,
    /// There is none.
    Reached,
}

/// What one attempt to cut a row out of the window gave.
enum Attempt {
    /// A row, its length in bytes with its line end, and the line ends inside it.
    Row { cells: Cells, length: usize, lines: u64 },
    /// A quotation mark of its first line is not closed.
    Unclosed,
    /// The window ends inside the row.
    MoreNeeded,
}

impl<R: Read> Records<R> {
    /// Starts reading rows, cells separated by `delimiter` (an ASCII character).
    pub fn new(text: R, delimiter: char, line_ends: LineEnds) -> Records<R> {
        let delimiter = u8::try_from(delimiter).unwrap_or(b',');
        let (window, spare) = (Vec::new(), Vec::new());
        Records { text, delimiter, line_ends, width: None, window, at: 0, end: End::Ahead, line: 1, spare }
    }

    /// From here on rows with another number of cells are rejected. Empty cells too many are dropped.
    pub fn expect_width(&mut self, width: usize) {
        self.width = Some(width);
    }

    /// Takes the memory of cells for those of another row.
    pub fn reuse(&mut self, cells: Cells) {
        self.spare.extend(Cutting::in_place_of(cells));
    }

    /// What the text is read from.
    pub fn source(&self) -> &R {
        &self.text
    }

    /// The next row, good or rejected; `None` at the end.
    pub fn next_record(&mut self) -> io::Result<Option<Result<Record, Reject>>> {
        loop {
            let rest = &self.window[self.at..];
            if rest.is_empty() && self.end == End::Reached {
                return Ok(None);
            }
            let line = self.line;
            let cells = self.spare.pop().unwrap_or_default();
            let checked = match cut(rest, self.delimiter, self.end, cells) {
                Attempt::MoreNeeded if rest.len() < LONGEST_ROW => {
                    self.fill()?;
                    continue;
                }
                Attempt::Row { cells, length, lines } => {
                    self.at += length;
                    self.line += lines;
                    if cells.iter().all(|cell| cell.trim_start().is_empty()) {
                        continue;
                    }
                    self.check(line, cells)
                }
                Attempt::Unclosed | Attempt::MoreNeeded => {
                    let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
                    let whole = String::from_utf8_lossy(&rest[..end]).trim_end().to_owned();
                    self.at += end;
                    self.line += 1;
                    Err(Reject { line, reason: RejectReason::UnclosedQuote, cells: vec![whole] })
                }
            };
            return Ok(Some(checked));
        }
    }

    fn check(&self, line: u64, mut cells: Cells) -> Result<Record, Reject> {
        if let Some(expected) = self.width {
            while cells.count() > expected && cells.drop_empty_end() {}
            if cells.count() != expected {
                let reason = RejectReason::CellCount { expected, found: cells.count() };
                return Err(Reject { line, reason, cells: cells.to_vec() });
            }
        }
        if cells.iter().any(|cell| cell.as_bytes().contains(&0)) {
            return Err(Reject { line, reason: RejectReason::ZeroByte, cells: cells.to_vec() });
        }
        Ok(Record { line, cells })
    }

    /// Doubles what is in the window, so that a long row is looked at only a few times.
    fn fill(&mut self) -> io::Result<()> {
        self.window.drain(..self.at);
        self.at = 0;
        let wanted = self.window.len().max(PIECE) as u64;
        let known = self.window.len();
        let got = self.text.by_ref().take(wanted).read_to_end(&mut self.window)?;
        self.line_ends.make_usual(&mut self.window[known..]);
        if got == 0 {
            self.end = End::Reached;
        }
        Ok(())
    }
}

/// Where in a cell the cutting stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Plain,
    Quoted,
}

fn cut(rest: &[u8], delimiter: u8, end: End, no_cells: Cutting) -> Attempt {
    let mut cells = no_cells;
    let mut place = Place::Start;
    let mut lines = 0;
    let mut at = 0;
    while let Some(&byte) = rest.get(at) {
        if place == Place::Quoted {
            let run =
                rest[at..].iter().position(|byte| matches!(byte, b'"' | b'\n')).unwrap_or(rest.len() - at);
            cells.push(&rest[at..at + run]);
            at += run;
            match (rest.get(at), rest.get(at + 1)) {
                (None, _) => break,
                (Some(b'\n'), _) => {
                    lines += 1;
                    cells.push(b"\n");
                }
                (Some(_), Some(b'"')) => {
                    at += 1;
                    cells.push(b"\"");
                }
                (Some(_), None) if end == End::Ahead => return Attempt::MoreNeeded,
                (Some(_), None | Some(b'\n' | b'\r')) => place = Place::Plain,
                (Some(_), Some(next)) if *next == delimiter => place = Place::Plain,
                // A mark inside the text of a cell, as hand-made files have it: `"5" pipe"`.
                (Some(_), Some(_)) if lines == 0 => cells.push(b"\""),
                (Some(_), Some(_)) => return Attempt::Unclosed,
            }
            at += 1;
            continue;
        }
        match byte {
            b'"' if place == Place::Start => place = Place::Quoted,
            b'\n' => {
                cells.drop_return();
                cells.end_cell();
                return Attempt::Row { cells: cells.finish(), length: at + 1, lines: lines + 1 };
            }
            _ if byte == delimiter => {
                cells.end_cell();
                place = Place::Start;
            }
            _ => {
                let run = rest[at..].iter().position(|byte| *byte == delimiter || *byte == b'\n');
                let run = run.unwrap_or(rest.len() - at);
                cells.push(&rest[at..at + run]);
                at += run;
                place = Place::Plain;
                continue;
            }
        }
        at += 1;
    }
    match (end, place) {
        (End::Ahead, _) => Attempt::MoreNeeded,
        (End::Reached, Place::Quoted) => Attempt::Unclosed,
        (End::Reached, _) => {
            cells.end_cell();
            Attempt::Row { cells: cells.finish(), length: rest.len(), lines: lines + 1 }
        }
    }
}

/// The cells of one line, looked at alone; for samples.
pub(super) fn split_line(line: &str, delimiter: char) -> Vec<String> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    match cut(line.as_bytes(), delimiter, End::Reached, Cutting::default()) {
        Attempt::Row { cells, .. } => cells.to_vec(),
        Attempt::Unclosed | Attempt::MoreNeeded => vec![line.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as `line:cell|cell`, rejects as `line!reason`.
    fn rows(text: &str) -> Vec<String> {
        let mut records = Records::new(text.as_bytes(), ',', LineEnds::Usual);
        let mut rows = Vec::new();
        while let Some(record) = records.next_record().unwrap() {
            rows.push(match record {
                Ok(record) => {
                    if rows.is_empty() {
                        records.expect_width(record.cells.count());
                    }
                    format!("{}:{}", record.line, record.cells.to_vec().join("|"))
                }
                Err(reject) => format!("{}!{}", reject.line, reject.reason),
            });
        }
        rows
    }

    #[test]
    fn rows_are_cut_as_spreadsheets_write_them() {
        for (text, expected) in [
            ("a,b\n1,2\n", vec!["1:a|b", "2:1|2"]),
            ("a,b\r\n1,2", vec!["1:a|b", "2:1|2"]),
            ("a,b\n\n , \n1,2\n", vec!["1:a|b", "4:1|2"]),
            ("a,b\n\"1,\n2\",3\n4,5\n", vec!["1:a|b", "2:1,\n2|3", "4:4|5"]),
            ("a,b\n\"say \"\"hi\"\"\",2\n", vec!["1:a|b", "2:say \"hi\"|2"]),
            ("a,b\n5\" pipe,2\n\"5\" pipe\",2\n", vec!["1:a|b", "2:5\" pipe|2", "3:5\" pipe|2"]),
            ("a,b\n1,2,,\n", vec!["1:a|b", "2:1|2"]),
            ("a,b\n\"\",2\n", vec!["1:a|b", "2:|2"]),
        ] {
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn a_broken_row_costs_one_line() {
        for (text, expected) in [
            ("a,b\n1\n2,3\n", vec!["1:a|b", "2!1 cells, 2 expected", "3:2|3"]),
            ("a,b\n1,2,3\n4,5\n", vec!["1:a|b", "2!3 cells, 2 expected", "3:4|5"]),
            ("a,b\n\"1,2\n3,4\n5,6\n", vec!["1:a|b", "2!unclosed quotation mark", "3:3|4", "4:5|6"]),
            ("a,b\n\"1,2\n\"3\",4\n5,6\n", vec!["1:a|b", "2!unclosed quotation mark", "3:3|4", "4:5|6"]),
            ("a,b\n1\0,2\n3,4\n", vec!["1:a|b", "2!zero byte", "3:3|4"]),
        ] {
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn a_row_longer_than_any_piece_is_whole() {
        let note = "很长的备注\n".repeat(PIECE / 4);
        let text = format!("name,note\nAna,\"{note}\"\nBob,x\n");
        let read = rows(&text);
        assert_eq!(read[1], format!("2:Ana|{note}"));
        assert!(read[2].ends_with(":Bob|x"));
    }

    proptest::proptest! {
        #[test]
        fn what_the_csv_crate_writes_is_read_back(
            table in proptest::collection::vec(proptest::collection::vec("[a-z\",;\n 海虹]{1,6}x", 3), 1..8)
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            let mut records = Records::new(&bytes[..], ',', LineEnds::Usual);
            let mut read = Vec::new();
            while let Some(record) = records.next_record().unwrap() {
                read.push(record.unwrap().cells.to_vec());
            }
            proptest::prop_assert_eq!(read, table);
        }
    }
}
