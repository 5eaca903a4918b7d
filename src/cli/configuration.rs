//! The configuration file `config.toml`: read strictly, so that a misspelt key is not silently ignored.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::domain::nearest::nearest;
use crate::lang::problem::ConfigurationProblem;

/// What may stand in the configuration; everything may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Configuration {
    /// The card file; a relative path counts from the configuration's own folder.
    pub(super) file: Option<PathBuf>,
    /// The language spoken.
    pub(super) lang: Option<String>,
    /// The MAN policy.
    pub(super) man_policy: Option<String>,
}

const KEYS: [&str; 3] = ["file", "lang", "man_policy"];

impl Configuration {
    /// Reads a configuration file.
    pub(super) fn read(path: &Path) -> Result<Configuration, ConfigurationProblem> {
        let text = std::fs::read_to_string(path)
            .map_err(|reason| ConfigurationProblem::Unreadable { path: path.to_owned(), reason })?;
        let mut configuration = parse(path, &text)?;
        if let (Some(file), Some(folder)) = (&mut configuration.file, path.parent()) {
            *file = folder.join(&file);
        }
        Ok(configuration)
    }
}

fn parse(path: &Path, text: &str) -> Result<Configuration, ConfigurationProblem> {
    let malformed = |error: toml::de::Error| ConfigurationProblem::Malformed {
        path: path.to_owned(),
        line: line_at(text, error.span().map_or(0, |span| span.start)),
        reason: error.message().lines().next().unwrap_or_default().to_owned(),
    };
    let table = toml::de::DeTable::parse(text).map_err(malformed)?;
    let unknown = table.get_ref().keys().filter(|key| !KEYS.contains(&key.get_ref().as_ref()));
    if let Some(key) = unknown.min_by_key(|key| key.span().start) {
        return Err(ConfigurationProblem::UnknownKey {
            path: path.to_owned(),
            line: line_at(text, key.span().start),
            key: key.get_ref().to_string(),
            nearest: nearest(key.get_ref(), KEYS).to_owned(),
        });
    }
    toml::from_str(text).map_err(malformed)
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
        assert_eq!(configuration.lang.as_deref(), Some("zh-Hans"));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_the_nearest_known_key() {
        for (text, at, wrong, right) in
            [("lang = 'en'\n\nfiel = 'x'", 3, "fiel", "file"), ("[langs]\nlang = 'en'", 1, "langs", "lang")]
        {
            match parse(Path::new("c"), text) {
                Err(ConfigurationProblem::UnknownKey { line, key, nearest, .. }) => {
                    assert_eq!((line, key.as_str(), nearest.as_str()), (at, wrong, right));
                }
                other => panic!("{other:?}"),
            }
        }
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
        assert_eq!(Configuration::read(&path).unwrap().file, Some(folder.path().join("cards")));
    }
}
