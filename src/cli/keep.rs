//! Keeps a choice of the screen in the configuration file, touching nothing else in it.

use std::io::{self, Write};
use std::path::Path;

use super::configuration;
use crate::lang::problem::ConfigurationProblem;
use crate::tui::preference::Preference;

/// Sets what was chosen in the configuration; the file is made when there is none.
///
/// What stands in the file already, comments and order included, stays as it is. It is not written where it
/// would not say exactly what it said before and the choice.
pub(super) fn keep(file: &Path, preference: Preference) -> Result<(), ConfigurationProblem> {
    let unwritable = |reason| ConfigurationProblem::Unwritable { path: file.to_owned(), reason };
    let present = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(reason) if reason.kind() == io::ErrorKind::NotFound => String::new(),
        Err(reason) => return Err(unwritable(reason)),
    };
    let text = with(&present, preference.key(), preference.code());
    let mut wanted = configuration::parse(file, &present)?;
    wanted.prefer(preference);
    if configuration::parse(file, &text)? != wanted {
        return Err(unwritable(io::ErrorKind::InvalidData.into()));
    }
    if text == present { Ok(()) } else { replace(file, &text).map_err(unwritable) }
}

/// The text with a line that sets the key: in the place of the one that does, else before everything, where
/// no table has begun yet.
fn with(text: &str, key: &str, value: &str) -> String {
    let line = format!("{key} = \"{value}\"");
    let before_tables = text.lines().take_while(|line| !line.trim_start().starts_with('['));
    match before_tables.into_iter().position(|line| sets(line, key)) {
        Some(place) => {
            let mut lines: Vec<&str> = text.lines().collect();
            lines[place] = &line;
            lines.join("\n") + "\n"
        }
        None => format!("{line}\n{text}"),
    }
}

/// Whether a line sets a key. The language has two names.
fn sets(line: &str, key: &str) -> bool {
    let Some((name, _)) = line.split_once('=') else { return false };
    let name = name.trim().trim_matches(['"', '\'']);
    name == key || (key == "language" && name == "lang")
}

/// Writes a whole new file beside the old one and puts it in its place, so that none is ever half written. A
/// link stays one.
fn replace(file: &Path, text: &str) -> io::Result<()> {
    let file = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension(format!("new-{}", std::process::id()));
    let written = std::fs::File::create(&beside)
        .and_then(|mut new| new.write_all(text.as_bytes()).and_then(|()| new.sync_all()))
        .and_then(|()| std::fs::rename(&beside, &file));
    if written.is_err() {
        // Nothing more can be done about a file that cannot be removed either.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::tui::theme::ThemeName;

    #[test]
    fn only_the_line_of_the_key_is_touched() {
        for (before, after) in [
            ("", "language = \"zh-Hant\"\n"),
            ("# mine\nfile = 'x'\n", "language = \"zh-Hant\"\n# mine\nfile = 'x'\n"),
            ("# mine\nlang='en' # old\nfile = 'x'", "# mine\nlanguage = \"zh-Hant\"\nfile = 'x'\n"),
            ("language = 'en'\n[policies.man]\n", "language = \"zh-Hant\"\n[policies.man]\n"),
            ("[policies.man]\nlang = 1\n", "language = \"zh-Hant\"\n[policies.man]\nlang = 1\n"),
        ] {
            assert_eq!(with(before, "language", "zh-Hant"), after);
        }
    }

    #[test]
    fn a_choice_is_kept_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new folder/config.toml");
        keep(&file, Preference::Language(Language::Traditional)).unwrap();
        keep(&file, Preference::Theme(ThemeName::Light)).unwrap();
        keep(&file, Preference::Language(Language::English)).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "theme = \"light\"\nlanguage = \"en\"\n");
        assert_eq!(std::fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "nothing is left beside");
    }

    #[test]
    fn a_file_that_cannot_be_read_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        for text in ["file = \"\"\"\nlang = 'en'\n\"\"\"\n", "nonsense"] {
            std::fs::write(&file, text).unwrap();
            keep(&file, Preference::Language(Language::Simplified)).unwrap_err();
            assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.toml"), folder.path().join("config.toml"));
        std::fs::write(&real, "# mine\n").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        keep(&link, Preference::Theme(ThemeName::Dark)).unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read_to_string(&real).unwrap(), "theme = \"dark\"\n# mine\n");
    }
}
