//! What holds for this run: card file, language, as-of date; from options, environment and configuration.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::arguments::{Globals, PROGRAM};
use super::configuration::{self, Configuration};
use crate::clock;
use crate::domain::language::Language;
use crate::domain::policy::Policies;
use crate::domain::when;
use crate::exchange::typed_path;
use crate::lang::problem::{ConfigurationProblem, Problem, UsageProblem};
use crate::tui::DaySource;
use crate::tui::mouse::Mouse;
use crate::tui::theme::{Colours, Frames, Ground, Look, Palette, ThemeName};

const CARD_FILE: &str = "cards.fieldcard";
const CONFIGURATION_FILE: &str = "config.toml";

/// What the surroundings say: the variables fieldcard reads and the platform's folders.
#[derive(Debug, Default)]
pub(super) struct Environment {
    /// `FIELDCARD_FILE`.
    pub(super) file: Option<PathBuf>,
    /// `FIELDCARD_CONFIG`.
    pub(super) config: Option<PathBuf>,
    /// `FIELDCARD_LANG`.
    pub(super) lang: Option<String>,
    /// `FIELDCARD_AS_OF`.
    pub(super) as_of: Option<String>,
    /// Whether `NO_COLOR` is set and not empty.
    pub(super) no_color: bool,
    /// `COLORTERM`: `truecolor` where any colour can be shown.
    pub(super) colorterm: Option<String>,
    /// `COLORFGBG`: the colours of letters and ground, from terminals that say them.
    pub(super) colorfgbg: Option<String>,
    /// The language the system is set to.
    pub(super) locale: Option<String>,
    /// The person's own folder.
    pub(super) home: Option<PathBuf>,
    /// The platform's folder for data.
    pub(super) data_folder: Option<PathBuf>,
    /// The platform's folder for configuration.
    pub(super) configuration_folder: Option<PathBuf>,
}

impl Environment {
    /// That of this process. An empty variable is as good as none.
    pub(super) fn of_the_process() -> Environment {
        let path = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let text = |name| path(name).map(|value| value.to_string_lossy().into_owned());
        let folders = directories::ProjectDirs::from("", "", PROGRAM);
        Environment {
            file: path("FIELDCARD_FILE").map(PathBuf::from),
            config: path("FIELDCARD_CONFIG").map(PathBuf::from),
            lang: text("FIELDCARD_LANG"),
            as_of: text("FIELDCARD_AS_OF"),
            no_color: path("NO_COLOR").is_some(),
            colorterm: text("COLORTERM"),
            colorfgbg: text("COLORFGBG"),
            locale: sys_locale::get_locale(),
            home: typed_path::home(),
            data_folder: folders.as_ref().map(|folders| folders.data_dir().to_owned()),
            configuration_folder: folders.as_ref().map(|folders| folders.config_dir().to_owned()),
        }
    }
}

/// What holds for this run.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Settings {
    /// The card file.
    pub(super) file: PathBuf,
    /// The language spoken.
    pub(super) language: Language,
    /// The as-of date.
    pub(super) day: NaiveDate,
    /// Whether the as-of date was chosen or is the calendar's.
    pub(super) day_source: DaySource,
    /// The policies in force.
    pub(super) policies: Policies,
    /// How the screen looks.
    pub(super) look: Look,
    /// Whether the screen listens to the mouse.
    pub(super) mouse: Mouse,
    /// The configuration file: the one read, or the one that would be.
    pub(super) configuration_file: Option<PathBuf>,
}

impl Settings {
    /// Options come before the environment, that before the configuration, that before the system.
    pub(super) fn resolve(globals: &Globals, environment: &Environment) -> Result<Settings, Problem> {
        // Whoever names a passphrase believes the file to be encrypted: it would be wrong to go on without.
        if globals.passphrase_file.is_some() {
            return Err(Problem::NoEncryption);
        }
        let configuration = configuration(globals.config.as_deref(), environment)?;
        let named = globals.file.clone().or(environment.file.clone()).or(configuration.file.clone());
        let standard = || environment.data_folder.as_ref().map(|folder| folder.join(CARD_FILE));
        let language = match globals.lang.as_ref().or(environment.lang.as_ref()) {
            Some(lang) => {
                Language::from_locale(lang).ok_or_else(|| UsageProblem::NoLanguage { value: lang.clone() })?
            }
            None => configuration.lang.unwrap_or_else(|| system_language(environment)),
        };
        let (day, day_source) = match globals.as_of.as_ref().or(environment.as_of.as_ref()) {
            Some(day) => (calendar_day(day)?, DaySource::Chosen),
            None => (clock::today(), DaySource::Calendar),
        };
        let look = Look {
            name: configuration.theme.unwrap_or(ThemeName::Auto),
            frames: configuration.frames.unwrap_or(Frames::Drawn),
            palette: palette(environment),
        };
        Ok(Settings {
            file: named.or_else(standard).ok_or(Problem::NoDataFolder)?,
            language,
            day,
            day_source,
            policies: configuration.policies,
            look,
            mouse: configuration.mouse.unwrap_or(Mouse::On),
            configuration_file: configuration_file(globals.config.as_deref(), environment),
        })
    }
}

/// A date as settings take it: `YYYY-MM-DD`, nothing else.
fn calendar_day(value: &str) -> Result<NaiveDate, UsageProblem> {
    when::iso(value).map_err(|reason| UsageProblem::NoDate { value: value.to_owned(), reason })
}

/// The language in which help and a wrong command line are answered, found before the line is parsed and
/// whatever else is wrong with it.
pub(super) fn language_for_usage(arguments: &[OsString], environment: &Environment) -> Language {
    let option = |name: &str| {
        let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
        let prefix = format!("{name}=");
        let apart = texts.iter().zip(texts.iter().skip(1)).find(|(text, _)| *text == name);
        let joined = || texts.iter().find_map(|text| text.strip_prefix(&prefix));
        apart.map(|(_, value)| value.to_string()).or_else(|| joined().map(str::to_owned))
    };
    let configured = || {
        let named = option("--config").map(PathBuf::from);
        let file = configuration_file(named.as_deref(), environment)?;
        configuration::language_in(&std::fs::read_to_string(file).ok()?)
    };
    let spoken = |lang: Option<String>| lang.and_then(|lang| Language::from_locale(&lang));
    spoken(option("--lang"))
        .or_else(|| spoken(environment.lang.clone()))
        .or_else(configured)
        .unwrap_or_else(|| system_language(environment))
}

fn system_language(environment: &Environment) -> Language {
    environment.locale.as_deref().and_then(Language::from_locale).unwrap_or_default()
}

/// The configuration: the file named must be there, the platform's own need not.
fn configuration(
    option: Option<&Path>,
    environment: &Environment,
) -> Result<Configuration, ConfigurationProblem> {
    let is_named = option.is_some() || environment.config.is_some();
    match configuration_file(option, environment) {
        Some(file) if is_named || file.exists() => Configuration::read(&file, environment.home.as_deref()),
        _ => Ok(Configuration::default()),
    }
}

/// Where the configuration is, or would be.
fn configuration_file(option: Option<&Path>, environment: &Environment) -> Option<PathBuf> {
    let named = option.map(Path::to_owned).or_else(|| environment.config.clone());
    named.or_else(|| Some(environment.configuration_folder.as_ref()?.join(CONFIGURATION_FILE)))
}

/// What the terminal can show, by what it says of itself.
fn palette(environment: &Environment) -> Palette {
    let all =
        environment.colorterm.as_deref().is_some_and(|colours| matches!(colours, "truecolor" | "24bit"));
    let colours = match all {
        _ if environment.no_color => Colours::None,
        true => Colours::True,
        false => Colours::Sixteen,
    };
    Palette { colours, ground: environment.colorfgbg.as_deref().and_then(Ground::of_variable) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globals(file: Option<&str>, lang: Option<&str>, as_of: Option<&str>) -> Globals {
        Globals {
            file: file.map(PathBuf::from),
            lang: lang.map(str::to_owned),
            as_of: as_of.map(str::to_owned),
            ..Globals::default()
        }
    }

    #[test]
    fn the_card_file_is_looked_for_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config.toml");
        std::fs::write(&config, "file = '/configured'").unwrap();
        let mut environment = Environment {
            file: Some("/environment".into()),
            config: Some(config),
            data_folder: Some("/data".into()),
            ..Environment::default()
        };
        let file = |globals: &Globals, environment: &Environment| {
            Settings::resolve(globals, environment).unwrap().file
        };
        assert_eq!(file(&globals(Some("/option"), None, None), &environment), Path::new("/option"));
        assert_eq!(file(&Globals::default(), &environment), Path::new("/environment"));
        environment.file = None;
        assert_eq!(file(&Globals::default(), &environment), Path::new("/configured"));
        environment.config = None;
        assert_eq!(file(&Globals::default(), &environment), Path::new("/data/cards.fieldcard"));
        environment.data_folder = None;
        assert!(matches!(Settings::resolve(&Globals::default(), &environment), Err(Problem::NoDataFolder)));
    }

    #[test]
    fn the_language_is_looked_for_in_order() {
        for (option, variable, locale, expected) in [
            (Some("en"), Some("zh-Hans"), Some("zh_CN"), Language::English),
            (None, Some("zh-TW"), Some("en_US"), Language::Traditional),
            (None, None, Some("zh_HK.UTF-8"), Language::Traditional),
            (None, None, Some("de_DE"), Language::English),
            (None, None, None, Language::English),
        ] {
            let environment = Environment {
                file: Some("/file".into()),
                lang: variable.map(str::to_owned),
                locale: locale.map(str::to_owned),
                ..Environment::default()
            };
            let settings = Settings::resolve(&globals(None, option, None), &environment).unwrap();
            assert_eq!(settings.language, expected, "{option:?} {variable:?} {locale:?}");
        }
    }

    #[test]
    fn a_wrong_command_line_is_answered_in_the_language_it_asks_for() {
        let arguments = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let environment = Environment { locale: Some("en".into()), ..Environment::default() };
        for (line, expected) in [
            ("fieldcard --lang zh-Hans --nonsense", Language::Simplified),
            ("fieldcard nonsense --lang=zh-Hans", Language::Simplified),
            ("fieldcard nonsense", Language::English),
            ("fieldcard --lang", Language::English),
        ] {
            assert_eq!(language_for_usage(&arguments(line), &environment), expected, "{line}");
        }
    }

    #[test]
    fn only_whole_dates_are_dates() {
        assert_eq!(calendar_day("2024-02-29"), Ok(NaiveDate::from_ymd_opt(2024, 2, 29).unwrap()));
        for wrong in ["2026-02-30", "2026-2-3", "today", "", "2026-06-30T10:00", "２０２６-06-30"] {
            assert!(
                matches!(calendar_day(wrong), Err(UsageProblem::NoDate { value, .. }) if value == wrong),
                "{wrong}"
            );
        }
    }
}
