//! Where cards are written to: a path, replaced in one step when all is written, or standard output.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::error::{ExchangeError, Result};
use super::source::STANDARD_STREAM;
use crate::domain::text::safe;
use crate::store::is_card_file;

/// What cards are written to. Dropped without [`finish`](Target::finish) it leaves a file that was there as
/// it was.
pub struct Target {
    to: Box<dyn Write>,
    /// The file written to for now, and the one it becomes.
    replaces: Option<(PathBuf, PathBuf)>,
}

impl std::fmt::Debug for Target {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Target").field("replaces", &self.replaces).finish_non_exhaustive()
    }
}

impl Target {
    /// Opens a target beside the card file `own`; `-` is standard output, where a person who looks at it sees
    /// no live control characters.
    ///
    /// # Errors
    /// A card file, and those of the system, when there can be no such file.
    pub fn open(path: &Path, own: &Path) -> Result<Target> {
        if path.as_os_str() == STANDARD_STREAM {
            let out = io::stdout();
            let to: Box<dyn Write> =
                if out.is_terminal() { Box::new(Shown::on(out)) } else { Box::new(BufWriter::new(out)) };
            return Ok(Target { to, replaces: None });
        }
        if is_card_file(path, own) {
            return Err(ExchangeError::CardFile(path.to_owned()));
        }
        // A link stays a link: the file it leads to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match beside(&path) {
            Some(beside) => match File::create_new(&beside) {
                Ok(file) => {
                    let mut target = Target { to: Box::new(BufWriter::new(file)), replaces: None };
                    if let Ok(about) = fs::metadata(&path) {
                        fs::set_permissions(&beside, about.permissions())?;
                    }
                    target.replaces = Some((beside, path));
                    Ok(target)
                }
                // The folder may be closed to us and the file in it open.
                Err(_) => Ok(Target::straight(&path)?),
            },
            None => Ok(Target::straight(&path)?),
        }
    }

    fn straight(path: &Path) -> io::Result<Target> {
        Ok(Target { to: Box::new(BufWriter::new(File::create(path)?)), replaces: None })
    }

    /// Writes out what is held back and puts the file in its place.
    ///
    /// # Errors
    /// Those of the system; the file that was there is then still there.
    pub fn finish(mut self) -> io::Result<()> {
        self.to.flush()?;
        match self.replaces.take() {
            Some((beside, path)) => fs::rename(beside, path),
            None => Ok(()),
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Some((beside, _)) = &self.replaces {
            // Best effort: what stopped us matters more than a file left over.
            let _ = fs::remove_file(beside);
        }
    }
}

/// The file to write to before it takes its place; none for what is no plain file, as a pipe.
fn beside(path: &Path) -> Option<PathBuf> {
    if fs::metadata(path).is_ok_and(|about| !about.is_file()) {
        return None;
    }
    let mut name = OsString::from(".");
    name.push(path.file_name()?);
    name.push(format!(".{}.part", std::process::id()));
    Some(path.with_file_name(name))
}

/// A terminal: whole lines are made safe before they reach it.
struct Shown<W: Write> {
    terminal: W,
    held: Vec<u8>,
}

impl<W: Write> Shown<W> {
    fn on(terminal: W) -> Shown<W> {
        Shown { terminal, held: Vec::new() }
    }

    fn show(&mut self, bytes: usize) -> io::Result<()> {
        let line: Vec<u8> = self.held.drain(..bytes).collect();
        let line = String::from_utf8_lossy(&line);
        self.terminal.write_all(safe::lines(line.trim_start_matches(BYTE_ORDER_MARK)).as_bytes())
    }
}

const BYTE_ORDER_MARK: char = '\u{feff}';

impl<W: Write> Write for Shown<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if let Some(end) = self.held.iter().rposition(|byte| *byte == b'\n') {
            self.show(end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.show(self.held.len())?;
        self.terminal.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_when_all_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        fs::write(&path, "old").unwrap();
        let mut target = Target::open(&path, &folder.path().join("cards")).unwrap();
        target.write_all(b"half").unwrap();
        drop(target);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        let mut target = Target::open(&path, &folder.path().join("cards")).unwrap();
        target.write_all(b"whole").unwrap();
        target.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "whole");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_to_the_file_that_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("out.csv"), folder.path().join("link"));
        fs::write(&path, "old").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        let mut target = Target::open(&link, &folder.path().join("cards")).unwrap();
        target.write_all(b"new").unwrap();
        target.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[test]
    fn a_terminal_gets_no_live_control_character() {
        let mut shown = Shown::on(Vec::new());
        for piece in ["\u{feff}name\r\n\u{1b}[31m张".as_bytes(), &"伟".as_bytes()[..1], &"伟".as_bytes()[1..]]
        {
            assert_eq!(shown.write(piece).unwrap(), piece.len());
        }
        shown.flush().unwrap();
        assert_eq!(String::from_utf8(shown.terminal).unwrap(), "name\n␛[31m张伟");
    }
}
