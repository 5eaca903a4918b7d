//! The configuration file `config.toml`: read strictly, so that a misspelt key is not silently ignored.

mod reader;

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::Error as _;
use toml::de::DeTable;

use self::reader::{Reader, Refusal, What, Wrong};
use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::domain::policy::Policies;
use crate::exchange::typed_path::at_home;
use crate::lang::problem::{ConfigurationProblem, Wanted};
use crate::tui::mouse::Mouse;
use crate::tui::preference::Preference;
use crate::tui::theme::{Frames, ThemeName};

/// What may stand in the configuration; everything may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Configuration {
    /// The card file; a relative path counts from the configuration's own folder, one with `~` from the person's.
    pub(super) file: Option<PathBuf>,
    /// The language spoken.
    pub(super) lang: Option<Language>,
    /// The colours of the screen.
    pub(super) theme: Option<ThemeName>,
    /// Frames and bars: plain ASCII is for terminals that draw box characters two columns wide.
    pub(super) frames: Option<Frames>,
    /// Whether the screen listens to the mouse.
    pub(super) mouse: Option<Mouse>,
    /// The thresholds, tables and intervals of the rules.
    pub(super) policies: Policies,
}

/// The keys there are. The language has two names.
const KEYS: &[&str] = &["file", "lang", "language", "theme", "frames", "mouse", "policies"];

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

/// Reads the text of a configuration file.
pub(super) fn parse(path: &Path, text: &str) -> Result<Configuration, ConfigurationProblem> {
    let table = DeTable::parse(text).map_err(|error| {
        let (line, found) = line_at(text, error.span().map_or(0, |span| span.start));
        ConfigurationProblem::Malformed { path: path.to_owned(), line, found }
    })?;
    read(table.get_ref()).map_err(|refusal| problem(path, text, refusal.wrong()))
}

/// The language that a text asks for, whatever else is wrong with it: what is wrong is told in it.
pub(super) fn language_in(text: &str) -> Option<Language> {
    let (table, _) = DeTable::parse_recoverable(text);
    let named = |name: &str| table.get_ref().iter().find(|(key, _)| key.get_ref() == name);
    let (_, value) = named("language").or_else(|| named("lang"))?;
    Language::from_locale(value.get_ref().as_str()?)
}

fn read(table: &DeTable<'_>) -> Result<Configuration, Refusal> {
    let mut configuration = Configuration::default();
    for (key, value) in reader::in_order(table) {
        let reader = Reader { key: key.get_ref().to_string(), value };
        match key.get_ref().as_ref() {
            "file" => configuration.file = Some(reader.text()?.into()),
            "lang" | "language" => {
                configuration.lang = Some(word(&reader, Language::from_locale, Language::tags)?)
            }
            "theme" => configuration.theme = Some(choice(&reader)?),
            "frames" => configuration.frames = Some(choice(&reader)?),
            "mouse" => configuration.mouse = Some(choice(&reader)?),
            "policies" => configuration.policies = Policies::deserialize(reader)?,
            unknown => return Err(Refusal::unknown_field(unknown, KEYS).at(unknown, &key.span())),
        }
    }
    Ok(configuration)
}

/// A word of those there are.
fn word<T>(
    reader: &Reader<'_, '_>,
    read: impl Fn(&str) -> Option<T>,
    known: impl Fn() -> String,
) -> Result<T, Refusal> {
    reader.text().ok().and_then(read).ok_or_else(|| reader.refuse(Wanted::OneOf(known())))
}

/// A code of a closed list.
fn choice<T: Choice>(reader: &Reader<'_, '_>) -> Result<T, Refusal> {
    let codes = || T::ALL.iter().map(|choice| choice.code()).collect::<Vec<_>>().join(", ");
    word(reader, T::from_word, codes)
}

fn problem(path: &Path, text: &str, wrong: Wrong) -> ConfigurationProblem {
    let (path, key) = (path.to_owned(), wrong.key);
    let (line, _) = line_at(text, wrong.span.start);
    match wrong.what {
        What::NoSuchKey(nearest) => ConfigurationProblem::UnknownKey { path, line, key, nearest },
        What::Missing(missing) => {
            ConfigurationProblem::MissingKey { path, line, key: format!("{key}.{missing}") }
        }
        What::Value(wanted) => {
            let value = text.get(wrong.span).and_then(|value| value.lines().next()).unwrap_or_default();
            ConfigurationProblem::WrongValue { path, line, key, value: value.to_owned(), wanted }
        }
    }
}

/// The line in which a byte stands: its number, from 1, and what stands in it.
fn line_at(text: &str, byte: usize) -> (usize, String) {
    let before = text.bytes().take(byte).filter(|byte| *byte == b'\n').count();
    (before + 1, text.lines().nth(before).unwrap_or_default().trim().to_owned())
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
            ("[policies.stale_limits]\nyes_neet = 30", 2, "policies.stale_limits.yes_neet", "yes_need"),
            ("policies.visits.minute = 30", 1, "policies.visits.minute", "minutes"),
            ("[policies.man]\nname = 'mine'\nrow = {}", 3, "policies.man.row", "rows"),
            ("[policies.man]\nrows = {}\nname = 'mine'\nrow = 1", 2, "policies.man.rows.MAN", ""),
        ] {
            match parse(Path::new("c"), text) {
                Err(ConfigurationProblem::UnknownKey { line, key, nearest, .. }) => {
                    assert_eq!((line, key.as_str(), nearest.as_str()), (at, wrong, right));
                }
                Err(ConfigurationProblem::MissingKey { line, key, .. }) => {
                    assert_eq!((line, key.as_str(), ""), (at, wrong, right));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_value_that_its_key_does_not_take_is_named_with_what_it_takes() {
        let one_of = |known: &str| Wanted::OneOf(known.to_owned());
        let languages = one_of(&Language::tags());
        let man = one_of("stop-none-only, stop-without-means");
        let rows = "MAN = 'ideal', MAn = 'nurture', MaN = 'nurture', Man = 'nurture', mAN = 'nurture', mAn = 'nurture', maN = 'nurture', man = 'stop'";
        let own = |name: &str, rows: &str| format!("[policies.man]\nname = '{name}'\nrows = {{ {rows} }}");
        let classes = one_of("ideal, awaken_need, find_authority, finance, nurture, stop");
        for (text, at, key, value, wanted) in [
            (
                "lang = 'en'\ntheme = 'blue'".to_owned(),
                2,
                "theme",
                "'blue'",
                one_of("auto, dark, light, plain"),
            ),
            ("theme = 'light'\nlanguage = 'xx'".to_owned(), 2, "language", "'xx'", languages.clone()),
            ("\n\nlang = 5".to_owned(), 3, "lang", "5", languages),
            ("mouse = true".to_owned(), 1, "mouse", "true", one_of("on, off")),
            ("file = []".to_owned(), 1, "file", "[]", Wanted::Text),
            ("policies = 1".to_owned(), 1, "policies", "1", Wanted::Table),
            (
                "policies.evidence = 'foo'".to_owned(),
                1,
                "policies.evidence",
                "'foo'",
                one_of("latest-wins, strongest-fresh"),
            ),
            ("policies.authority = 1".to_owned(), 1, "policies.authority", "1", one_of("narrow, wide")),
            (
                "[policies.credit]\nunknown = \"x\"".to_owned(),
                2,
                "policies.credit.unknown",
                "\"x\"",
                one_of("left-out, scores-zero"),
            ),
            ("policies.visits.minutes = -1".to_owned(), 1, "policies.visits.minutes", "-1", Wanted::Number),
            ("policies.visits.minutes = 1.5".to_owned(), 1, "policies.visits.minutes", "1.5", Wanted::Number),
            (
                "policies.visits.minutes = '45'".to_owned(),
                1,
                "policies.visits.minutes",
                "'45'",
                Wanted::Number,
            ),
            (
                "policies.visits.minutes = 4294967296".to_owned(),
                1,
                "policies.visits.minutes",
                "4294967296",
                Wanted::Number,
            ),
            ("policies.visits = []".to_owned(), 1, "policies.visits", "[]", Wanted::Table),
            (
                "policies.follow_up.retries = [1, 2]".to_owned(),
                1,
                "policies.follow_up.retries",
                "[1, 2]",
                Wanted::Numbers(3),
            ),
            (
                "policies.follow_up.retries = [\n 1, 2,\n 'x']".to_owned(),
                3,
                "policies.follow_up.retries",
                "'x'",
                Wanted::Number,
            ),
            (
                "policies.privacy.shown = 'family'".to_owned(),
                1,
                "policies.privacy.shown",
                "'family'",
                Wanted::List,
            ),
            (
                "policies.privacy.shown = ['family', 'bank']".to_owned(),
                1,
                "policies.privacy.shown",
                "'bank'",
                one_of("family, personal-life, account"),
            ),
            ("policies.man = 'stop-nobody'".to_owned(), 1, "policies.man", "'stop-nobody'", man),
            ("policies.man = 3".to_owned(), 1, "policies.man", "3", Wanted::WordOrTable),
            (own("stop-none-only", rows), 2, "policies.man.name", "'stop-none-only'", Wanted::NameOfItsOwn),
            (own("", rows), 2, "policies.man.name", "''", Wanted::NameOfItsOwn),
            (
                own("x", &rows.replace("'ideal'", "'investigate'")),
                3,
                "policies.man.rows.MAN",
                "'investigate'",
                classes.clone(),
            ),
            (own("x", &rows.replace("'stop'", "'halt'")), 3, "policies.man.rows.man", "'halt'", classes),
        ] {
            match parse(Path::new("c"), &text) {
                Err(ConfigurationProblem::WrongValue {
                    line,
                    key: told,
                    value: found,
                    wanted: takes,
                    ..
                }) => {
                    assert_eq!(
                        (line, told.as_str(), found.as_str(), takes),
                        (at, key, value, wanted),
                        "{text}"
                    );
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        let read = parse(Path::new("c"), "theme = 'Light'\nframes = 'ascii'\nmouse = 'off'").unwrap();
        assert_eq!(
            (read.theme, read.frames, read.mouse),
            (Some(ThemeName::Light), Some(Frames::Ascii), Some(Mouse::Off))
        );
        let read = parse(Path::new("c"), &own("patient", rows)).unwrap();
        assert_eq!(read.policies.man.name(), "patient");
    }

    #[test]
    fn what_is_not_written_as_a_configuration_is_named_with_its_line() {
        for (text, at, found) in [
            ("lang = 'en'\nfile =", 2, "file ="),
            ("lang = 'en'\nlang = 'en'", 2, "lang = 'en'"),
            ("theme = blue", 1, "theme = blue"),
            ("[policies", 1, "[policies"),
        ] {
            match parse(Path::new("c"), text) {
                Err(ConfigurationProblem::Malformed { line, found: told, .. }) => {
                    assert_eq!((line, told.as_str()), (at, found));
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn the_first_mistake_is_told_and_in_the_language_asked_for_beside_it() {
        let text = "theme = 'x'\nlanguage = 'zh-Hant'\nfile = 1\nnonsense";
        assert_eq!(language_in(text), Some(Language::Traditional));
        assert_eq!(language_in("lang = 5"), None);
        match parse(Path::new("c"), "theme = 'x'\nfile = 1\na = 1") {
            Err(ConfigurationProblem::WrongValue { line: 1, .. }) => {}
            other => panic!("{other:?}"),
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
