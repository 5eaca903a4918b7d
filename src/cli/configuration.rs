//! The configuration file `config.toml`: read strictly, so that a misspelt key is not silently ignored.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::domain::nearest::nearest;
use crate::domain::policy::Policies;
use crate::exchange::typed_path::at_home;
use crate::lang::problem::ConfigurationProblem;
use crate::tui::mouse::Mouse;
use crate::tui::preference::Preference;
use crate::tui::theme::{Frames, ThemeName};

/// What a sentence about a wrong word begins with; the codes there are and the word follow.
const NO_CHOICE: &str = "no choice: ";

/// What may stand in the configuration; everything may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Configuration {
    /// The card file; a relative path counts from the configuration's own folder, one with `~` from the person's.
    pub(super) file: Option<PathBuf>,
    /// The language spoken.
    #[serde(alias = "language", deserialize_with = "language")]
    pub(super) lang: Option<Language>,
    /// The colours of the screen.
    #[serde(deserialize_with = "choice")]
    pub(super) theme: Option<ThemeName>,
    /// Frames and bars: plain ASCII is for terminals that draw box characters two columns wide.
    #[serde(deserialize_with = "choice")]
    pub(super) frames: Option<Frames>,
    /// Whether the screen listens to the mouse.
    #[serde(deserialize_with = "choice")]
    pub(super) mouse: Option<Mouse>,
    /// The thresholds, tables and intervals of the rules.
    pub(super) policies: Policies,
}

impl Configuration {
    /// Reads a configuration file of a person with this folder of their own.
    pub(super) fn read(path: &Path, home: Option<&Path>) -> Result<Configuration, ConfigurationProblem> {
        let text = std::fs::read_to_string(path)
            .map_err(|reason| ConfigurationProblem::Unreadable { path: path.to_owned(), reason })?;
        let mut configuration = parse(path, &text)?;
        if let (Some(file), Some(folder)) = (&mut configuration.file, path.parent()) {
            *file = folder.join(at_home(file, home));
        }
        Ok(configuration)
    }

    /// Takes what was chosen on the screen.
    pub(super) fn prefer(&mut self, preference: Preference) {
        match preference {
            Preference::Language(language) => self.lang = Some(language),
            Preference::Theme(theme) => self.theme = Some(theme),
            Preference::Frames(frames) => self.frames = Some(frames),
            Preference::Mouse(mouse) => self.mouse = Some(mouse),
        }
    }
}

/// A code of a closed list.
fn choice<'de, T: Choice, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    let word = String::deserialize(deserializer)?;
    T::from_word(&word).map(Some).ok_or_else(|| {
        let codes: Vec<&str> = T::ALL.iter().map(|choice| choice.code()).collect();
        D::Error::custom(format!("{NO_CHOICE}{}: {word}", codes.join(", ")))
    })
}

/// A language, however a system names it.
fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Language>, D::Error> {
    let word = String::deserialize(deserializer)?;
    Language::from_locale(&word)
        .map(Some)
        .ok_or_else(|| D::Error::custom(format!("{NO_CHOICE}{}: {word}", Language::tags())))
}

pub(super) fn parse(path: &Path, text: &str) -> Result<Configuration, ConfigurationProblem> {
    toml::from_str(text).map_err(|error| {
        let path = path.to_owned();
        let line = line_at(text, error.span().map_or(0, |span| span.start));
        if let Some((value, allowed)) = wrong_choice(error.message()) {
            return ConfigurationProblem::WrongValue { path, line, value, allowed };
        }
        match unknown_key(error.message()) {
            Some((key, nearest)) => ConfigurationProblem::UnknownKey { path, line, key, nearest },
            None => {
                let reason = error.message().lines().next().unwrap_or_default().to_owned();
                ConfigurationProblem::Malformed { path, line, reason }
            }
        }
    })
}

/// The unknown key and the known one nearest to it, out of serde's sentence
/// ``unknown field `a`, expected one of `b`, `c` ``. The sentence is all that serde hands on of them.
fn unknown_key(message: &str) -> Option<(String, String)> {
    let mut quoted = message.strip_prefix("unknown field ")?.split('`').skip(1).step_by(2);
    let key = quoted.next()?;
    Some((key.to_owned(), nearest(key, quoted).to_owned()))
}

/// The word that is no choice and those that are, out of the sentence made by [`choice`].
fn wrong_choice(message: &str) -> Option<(String, String)> {
    let (allowed, value) = message.strip_prefix(NO_CHOICE)?.split_once(": ")?;
    Some((value.to_owned(), allowed.to_owned()))
}

/// The line, from 1, in which a byte stands.
fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_keys_are_read() {
        let configuration = parse(Path::new("c"), "file = 'a/b'\nlang = 'zh-Hans'").unwrap();
        assert_eq!(configuration.file.as_deref(), Some(Path::new("a/b")));
        assert_eq!(configuration.lang, Some(Language::Simplified));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_the_nearest_known_key() {
        for (text, at, wrong, right) in [
            ("lang = 'en'\n\nfiel = 'x'", 3, "fiel", "file"),
            ("[langs]\nlang = 'en'", 1, "langs", "lang"),
            ("[policies.stale_limits]\nyes_neet = 30", 2, "yes_neet", "yes_need"),
            ("[policies.man]\nname = 'mine'\nrow = {}", 3, "row", "rows"),
        ] {
            match parse(Path::new("c"), text) {
                Err(ConfigurationProblem::UnknownKey { line, key, nearest, .. }) => {
                    assert_eq!((line, key.as_str(), nearest.as_str()), (at, wrong, right));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_look_there_is_not_is_named_with_those_there_are() {
        match parse(Path::new("c"), "lang = 'en'\ntheme = 'blue'") {
            Err(ConfigurationProblem::WrongValue { line, value, allowed, .. }) => {
                assert_eq!((line, value.as_str()), (2, "blue"));
                assert_eq!(allowed, "auto, dark, light, plain");
            }
            other => panic!("{other:?}"),
        }
        match parse(Path::new("c"), "theme = 'light'\nlanguage = 'xx'") {
            Err(ConfigurationProblem::WrongValue { line, value, allowed, .. }) => {
                assert_eq!((line, value.as_str()), (2, "xx"));
                assert_eq!(allowed, Language::tags());
            }
            other => panic!("{other:?}"),
        }
        let read = parse(Path::new("c"), "theme = 'Light'\nframes = 'ascii'\nmouse = 'off'").unwrap();
        assert_eq!(
            (read.theme, read.frames, read.mouse),
            (Some(ThemeName::Light), Some(Frames::Ascii), Some(Mouse::Off))
        );
    }

    #[test]
    fn what_is_no_toml_is_named_with_its_line() {
        for (text, at) in [("lang = 'en'\nfile =", 2), ("\n\nlang = 5", 3)] {
            match parse(Path::new("c"), text) {
                Err(ConfigurationProblem::Malformed { line, .. }) => assert_eq!(line, at, "{text}"),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_relative_card_file_stands_beside_the_configuration() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        std::fs::write(&path, "file = 'cards'").unwrap();
        let file = |home: Option<&Path>| Configuration::read(&path, home).unwrap().file;
        assert_eq!(file(None), Some(folder.path().join("cards")));
        std::fs::write(&path, "file = '~/crm/cards'").unwrap();
        assert_eq!(file(Some(Path::new("/home/ana"))), Some(PathBuf::from("/home/ana/crm/cards")));
        std::fs::write(&path, "file = '~ana'").unwrap();
        assert_eq!(file(Some(Path::new("/home/ana"))), Some(folder.path().join("~ana")));
    }
}
