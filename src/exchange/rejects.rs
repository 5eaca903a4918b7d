//! The file that rows go to which could not be brought in: mended, it can be imported itself.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::cell::guarded;
use super::csv::Reject;
use super::csv::write::{BYTE_ORDER_MARK, into_io};
use super::error::{ExchangeError, Result};
use crate::store::{is_card_file, is_same_file};

/// What stands before the file's own headers.
pub const HEADERS: [&str; 2] = ["line", "reason"];

/// A rejects file; made with the first reject.
#[derive(Debug)]
pub struct RejectsFile {
    path: PathBuf,
    rows: Option<csv::Writer<File>>,
}

impl RejectsFile {
    /// The file at this path, not made yet, for what is read from `source` into the card file `own`.
    ///
    /// # Errors
    /// A card file, and the file that is read.
    pub fn new(path: &Path, source: &Path, own: &Path) -> Result<RejectsFile> {
        if is_card_file(path, own) {
            return Err(ExchangeError::CardFile(path.to_owned()));
        }
        if is_same_file(path, source) {
            return Err(ExchangeError::ReadAndWritten(path.to_owned()));
        }
        Ok(RejectsFile { path: path.to_owned(), rows: None })
    }

    /// Writes a row: its line, why in words, and its cells under the headers of the file it came from.
    pub fn write(&mut self, headers: &[String], reject: &Reject, why: &str) -> Result<()> {
        let rows = match &mut self.rows {
            Some(rows) => rows,
            place @ None => place.insert(begun(&self.path, headers)?),
        };
        let line = reject.line.to_string();
        let cells = [line, guarded(why)].into_iter().chain(reject.cells.iter().map(|cell| guarded(cell)));
        Ok(rows.write_record(cells).map_err(into_io)?)
    }

    /// Writes out what is still held back; the path, when there were rejects.
    pub fn finish(self) -> Result<Option<PathBuf>> {
        let Some(mut rows) = self.rows else { return Ok(None) };
        rows.flush()?;
        Ok(Some(self.path))
    }
}

fn begun(path: &Path, headers: &[String]) -> Result<csv::Writer<File>> {
    let mut file = File::create(path)?;
    std::io::Write::write_all(&mut file, BYTE_ORDER_MARK)?;
    let mut rows = csv::WriterBuilder::new().flexible(true).from_writer(file);
    let names = HEADERS.into_iter().map(str::to_owned).chain(headers.iter().map(|header| guarded(header)));
    rows.write_record(names).map_err(into_io)?;
    Ok(rows)
}
