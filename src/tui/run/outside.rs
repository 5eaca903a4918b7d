//! A text written in the editor its user has chosen: the one `VISUAL` or `EDITOR` names.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::domain::language::Language;
use crate::exchange::encoding::whole_text;
use crate::lang::problem::Problem;

/// The environment variables that name an editor, the first one set counts.
const NAMED_BY: [&str; 2] = ["VISUAL", "EDITOR"];

/// Has a text written, and gives what came of it. The terminal must be the editor's meanwhile.
///
/// The text stands in a file of its user's own beside the card file, where it is as private. The file is deleted
/// afterwards, unless it holds what was written and could not be taken over.
pub(super) fn write(text: &str, card_file: &Path, language: Language) -> Result<String, Problem> {
    let named =
        NAMED_BY.iter().find_map(|name| std::env::var(name).ok().filter(|named| !named.trim().is_empty()));
    write_with(&named.ok_or(Problem::NoEditor)?, text, card_file, language)
}

fn write_with(editor: &str, text: &str, card_file: &Path, language: Language) -> Result<String, Problem> {
    let failed = |reason, kept| Problem::Editor { editor: editor.to_owned(), reason, kept };
    let path = set_down(text, card_file).map_err(|reason| failed(reason, None))?;
    let written = edit(editor, &path).and_then(|()| read(&path, language));
    // An editor may have deleted the file, too.
    let is_lost = written.is_err() && fs::read(&path).is_ok_and(|left| left != text.as_bytes());
    if !is_lost {
        // A file that cannot be deleted holds nothing that is not known.
        let _ = fs::remove_file(&path);
    }
    written.map_err(|reason| failed(reason, is_lost.then_some(path)))
}

/// Writes the text into a file that was not there: one kept from before stays.
fn set_down(text: &str, card_file: &Path) -> io::Result<PathBuf> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut number = 0;
    loop {
        let path = card_file.with_extension(format!("{}-{number}.txt", std::process::id()));
        match options.open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

fn edit(editor: &str, path: &Path) -> io::Result<()> {
    // An editor may be named with its options: `code --wait`.
    let mut words = editor.split_whitespace();
    let status = Command::new(words.next().unwrap_or_default()).args(words).arg(path).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(status.to_string())) }
}

/// What was written. An editor may save in an encoding of its own; bytes that mean nothing in it are refused, since
/// the text would be kept without them.
fn read(path: &Path, language: Language) -> io::Result<String> {
    let written = String::from_utf8(fs::read(path)?);
    let read = match &written {
        Ok(text) => Some(text.trim_start_matches(BYTE_ORDER_MARK).to_owned()),
        Err(other) => whole_text(other.as_bytes(), language),
    };
    read.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))
}

/// Some editors write it before the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    /// What comes of a text with an editor that is a script, and the files left beside the card file.
    fn written(script: &str) -> (Result<String, Problem>, Vec<Vec<u8>>) {
        let folder = tempfile::tempdir().unwrap();
        let (editor, cards) = (folder.path().join("editor.sh"), folder.path().join("cards"));
        fs::write(&editor, script).unwrap();
        fs::create_dir(&cards).unwrap();
        let editor = format!("sh {}", editor.display());
        let result = write_with(&editor, "before", &cards.join("box.fieldcard"), Language::Simplified);
        let left = fs::read_dir(&cards).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
        (result, left.collect())
    }

    #[test]
    fn a_text_is_taken_over_in_any_encoding_and_its_file_is_deleted() {
        for (script, expected) in [
            ("printf 'after' > \"$1\"", "after"),
            ("printf '\\357\\273\\277after' > \"$1\"", "after"),
            ("printf '\\261\\250\\274\\333' > \"$1\"", "报价"),
            ("printf '\\377\\376\\245\\142' > \"$1\"", "报"),
        ] {
            let (result, left) = written(script);
            assert_eq!(result.unwrap(), expected, "{script}");
            assert!(left.is_empty(), "{script}: {left:?}");
        }
    }

    #[test]
    fn what_was_written_and_cannot_be_taken_over_is_kept() {
        for (script, expected) in [
            ("printf 'saved' > \"$1\"; exit 1", Some(b"saved".as_slice())),
            ("printf '\\377\\376\\377' > \"$1\"", Some(b"\xff\xfe\xff".as_slice())),
            ("exit 1", None),
            ("rm \"$1\"", None),
        ] {
            let (result, left) = written(script);
            let Err(Problem::Editor { kept, .. }) = result else { panic!("{script}: {result:?}") };
            assert_eq!(left.first().map(Vec::as_slice), expected, "{script}");
            assert_eq!(kept.is_some(), expected.is_some(), "{script}");
        }
    }
}
