//! From a text table to cards, row by row.

use std::collections::VecDeque;
use std::io::{Chain, Cursor, Read};

use super::cells::Cells;
use super::records::{LineEnds, Record, Records};
use super::{Reject, delimiter};
use crate::domain::field::OwnField;
use crate::domain::language::Language;
use crate::domain::position::Position;
use crate::exchange::encoding::{Charset, Decoded};
use crate::exchange::error::{ExchangeError, Result};
use crate::exchange::fingerprint::Fingerprint;
use crate::exchange::mapping::{Mapping, Overrides};
use crate::exchange::row::{self, RowCard};

/// How much text is looked at to find the separator, in bytes.
const SAMPLE: u64 = 64 << 10;

/// The line by which Excel names the separator of a file.
const SEPARATOR_LINE: &str = "sep=";

/// Further down nothing is taken for a title.
const LAST_TITLE: u64 = 10;

/// How a table is read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The encoding, where the user says it.
    pub charset: Option<Charset>,
    /// The language, for what the bytes do not prove.
    pub language: Language,
    /// What the user says of columns.
    pub overrides: Overrides,
    /// The user's own fields there are already.
    pub own: Vec<OwnField>,
    /// The position of a card that no column gives one.
    pub position: Position,
}

/// A row as a card.
#[derive(Debug, Clone)]
pub struct Row {
    /// The line it begins on, counted from 1.
    pub line: u64,
    /// Its cells as they stand in the file.
    pub cells: Cells,
    /// By what the row is known again.
    pub fingerprint: Fingerprint,
    /// The card.
    pub card: RowCard,
}

/// A text table, opened.
#[derive(Debug)]
pub struct Rows<R> {
    records: Records<Chain<Cursor<Vec<u8>>, Decoded<R>>>,
    ahead: VecDeque<std::result::Result<Record, Reject>>,
    header: Fingerprint,
    position: Position,
    charset: Charset,
    delimiter: char,
    mapping: Mapping,
}

impl<R: Read> Rows<R> {
    /// Finds encoding, separator and the meaning of the columns.
    pub fn open(bytes: R, reading: &Reading) -> Result<Rows<R>> {
        let mut text = Decoded::new(bytes, reading.charset, reading.language)?;
        let charset = text.charset();
        let mut sample = Vec::new();
        text.by_ref().take(SAMPLE).read_to_end(&mut sample)?;
        let line_ends = LineEnds::of(&sample);
        line_ends.make_usual(&mut sample);
        let named = separator_line(&sample);
        let delimiter = named
            .map_or_else(|| delimiter::detect(&String::from_utf8_lossy(&sample)), |(delimiter, _)| delimiter);
        let mut sample = Cursor::new(sample);
        sample.set_position(named.map_or(0, |(_, length)| length));
        let mut records = Records::new(sample.chain(text), delimiter, line_ends);
        let (header, mapping) = header(&mut records, reading)?;
        records.expect_width(header.cells.count());
        let first = records.next_record()?.ok_or(ExchangeError::HeaderOnly)?;
        Ok(Rows {
            records,
            ahead: VecDeque::from([first]),
            header: Fingerprint::of_header(header.cells.iter()),
            position: reading.position,
            charset,
            delimiter,
            mapping,
        })
    }

    /// The encoding found or given.
    pub fn charset(&self) -> Charset {
        self.charset
    }

    /// The separator found.
    pub fn delimiter(&self) -> char {
        self.delimiter
    }

    /// What each column gives.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// Bytes of the file read so far.
    pub fn consumed(&self) -> u64 {
        self.records.source().get_ref().1.consumed()
    }

    /// Takes the memory of cells that are not needed any more for the next row.
    pub fn reuse(&mut self, cells: Cells) {
        self.records.reuse(cells);
    }

    /// The next row; `None` at the end. A row that is no card is rejected, and reading goes on.
    pub fn next_row(&mut self) -> Result<Option<std::result::Result<Row, Reject>>> {
        let next = match self.ahead.pop_front() {
            Some(record) => Some(record),
            None => self.records.next_record()?,
        };
        Ok(next.map(|record| record.and_then(|record| self.card(record))))
    }

    fn card(&self, record: Record) -> std::result::Result<Row, Reject> {
        let Record { line, cells } = record;
        match row::read(&self.mapping, cells.iter(), self.position) {
            Ok(card) => Ok(Row { line, fingerprint: self.header.of_row(cells.iter()), cells, card }),
            Err(reason) => Err(Reject { line, reason, cells: cells.to_vec() }),
        }
    }
}

/// The header row and what its columns mean. A title may stand above it, in a row of which no other cell is filled.
fn header<R: Read>(records: &mut Records<R>, reading: &Reading) -> Result<(Record, Mapping)> {
    let mut refused = None;
    loop {
        let header = match records.next_record()? {
            None => return Err(refused.unwrap_or(ExchangeError::Empty)),
            Some(Err(reject)) => return Err(refused.unwrap_or(ExchangeError::BadHeader(reject.reason))),
            Some(Ok(header)) => header,
        };
        let cells = header.cells.to_vec();
        match Mapping::new(&cells, &reading.own, &reading.overrides) {
            Ok(mapping) => return Ok((header, mapping)),
            Err(error) if header.line <= LAST_TITLE && is_title(&cells) => {
                refused.get_or_insert(error);
            }
            Err(error) => return Err(refused.unwrap_or(error)),
        }
    }
}

fn is_title(cells: &[String]) -> bool {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count() == 1
}

/// The separator a file names in its first line, and the length of that line.
fn separator_line(sample: &[u8]) -> Option<(char, u64)> {
    let end = sample.iter().position(|byte| *byte == b'\n')?;
    let line = std::str::from_utf8(&sample[..end]).ok()?.trim_end_matches('\r');
    let mut named = line.strip_prefix(SEPARATOR_LINE)?.chars();
    let delimiter = named.next().filter(|character| delimiter::DELIMITERS.contains(character))?;
    named.next().is_none().then_some((delimiter, end as u64 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading() -> Reading {
        Reading {
            charset: None,
            language: Language::Simplified,
            overrides: Overrides::new(),
            own: Vec::new(),
            position: Position::Drift,
        }
    }

    fn names(text: &str) -> Result<Vec<String>> {
        let mut rows = Rows::open(text.as_bytes(), &reading())?;
        let mut names = Vec::new();
        while let Some(row) = rows.next_row()? {
            names.push(match row {
                Ok(row) => row.card.card.name,
                Err(reject) => format!("{}!{}", reject.line, reject.reason),
            });
        }
        Ok(names)
    }

    #[test]
    fn lines_may_end_as_on_old_macs() {
        let read = names("name;phone;note\rAna;1;\"a\rb\"\r\rBob;2;x").unwrap();
        assert_eq!(read, ["Ana", "Bob"]);
        assert_eq!(names("name,note\nAna,a\rb\n").unwrap(), ["Ana"]);
    }

    #[test]
    fn a_title_above_the_header_is_passed_over() {
        for text in [
            "客户名单 2026年;;\n\n姓名;手机;地址\n陈敏;13800000000;\n",
            "客户名单,,\n更新：五月,,\n姓名,手机,地址\n陈敏,,\n",
            "My list\nname,phone\n陈敏,1\n",
        ] {
            assert_eq!(names(text).unwrap(), ["陈敏"], "{text}");
        }
        let error = names("colour\nred\n").unwrap_err();
        assert!(matches!(error, ExchangeError::NoNameColumn(header) if header == ["colour"]));
        assert!(matches!(names("list;;\nred;blue\n"), Err(ExchangeError::NoNameColumn(_))));
    }

    #[test]
    fn a_table_gives_its_cards_and_rejects() {
        assert_eq!(
            names("姓名;手机\n陈敏;13800000000\n周立;1.38E+10\n;\n林薇;\n;x\n").unwrap(),
            ["陈敏", "3!phone damaged by a spreadsheet: 1.38E+10", "林薇", "6!no name"],
        );
        assert_eq!(names("sep=;\r\nname;note\r\nAna;a,b,c\r\n").unwrap(), ["Ana"]);
    }

    #[test]
    fn a_file_without_rows_is_an_error() {
        assert!(matches!(names(""), Err(ExchangeError::Empty)));
        assert!(matches!(names("\n\n"), Err(ExchangeError::Empty)));
        assert!(matches!(names("name,phone\n\n"), Err(ExchangeError::HeaderOnly)));
        assert!(matches!(names("\"name,phone\n"), Err(ExchangeError::BadHeader(_))));
        assert!(matches!(names("colour,taste\nred,sweet\n"), Err(ExchangeError::NoNameColumn(_))));
    }
}
