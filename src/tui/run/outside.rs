//! A text written in the editor its user has chosen: the one `VISUAL` or `EDITOR` names.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use crate::lang::problem::Problem;

/// The environment variables that name an editor, the first one set counts.
const NAMED_BY: [&str; 2] = ["VISUAL", "EDITOR"];

/// Has a text written, and gives what came of it. The terminal must be the editor's meanwhile.
///
/// The text stands in a file of its user's own beside the card file, where it is as private, and is deleted
/// afterwards.
pub(super) fn write(text: &str, card_file: &Path) -> Result<String, Problem> {
    let named =
        NAMED_BY.iter().find_map(|name| std::env::var(name).ok().filter(|named| !named.trim().is_empty()));
    let editor = named.ok_or(Problem::NoEditor)?;
    let path = card_file.with_extension(format!("{}.txt", std::process::id()));
    let written = write_with(&editor, text, &path);
    // A file that was not made, or cannot be deleted, is said by what failed before.
    let _ = fs::remove_file(&path);
    written.map_err(|reason| Problem::Editor { editor, reason })
}

fn write_with(editor: &str, text: &str, path: &Path) -> io::Result<String> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())?;
    // An editor may be named with its options: `code --wait`.
    let mut words = editor.split_whitespace();
    let status = Command::new(words.next().unwrap_or_default()).args(words).arg(path).status()?;
    if !status.success() {
        return Err(io::Error::other(status.to_string()));
    }
    Ok(String::from_utf8_lossy(&fs::read(path)?).into_owned())
}
