//! Where a file is read from: a path or standard input.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::error::{ExchangeError, Result};

/// The path that stands for standard input (reading) and standard output (writing).
pub const STANDARD_STREAM: &str = "-";

/// Bytes to be read, and how many there are where that is known (not for pipes).
pub struct Source {
    /// The bytes.
    pub bytes: Box<dyn Read + Send>,
    /// Their number.
    pub length: Option<u64>,
}

impl std::fmt::Debug for Source {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Source").field("length", &self.length).finish_non_exhaustive()
    }
}

/// Opens a file for reading; `-` is standard input.
pub fn open(path: &Path) -> Result<Source> {
    if path.as_os_str() == STANDARD_STREAM {
        return Ok(Source { bytes: Box::new(io::stdin()), length: None });
    }
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => ExchangeError::Missing(path.to_owned()),
        _ => error.into(),
    })?;
    if about.is_dir() {
        return Err(ExchangeError::Directory(path.to_owned()));
    }
    let length = about.is_file().then_some(about.len());
    Ok(Source { bytes: Box::new(File::open(path)?), length })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_and_a_missing_file_are_named() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(open(folder.path()), Err(ExchangeError::Directory(path)) if path == folder.path()));
        let missing = folder.path().join("no.csv");
        assert!(matches!(open(&missing), Err(ExchangeError::Missing(path)) if path == missing));
    }
}
