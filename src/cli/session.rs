//! One run of a command: the settings that hold, the card file when it is needed, and the output.

use super::output::Output;
use super::settings::Settings;
use crate::domain::language::Language;
use crate::lang::problem::Problem;
use crate::lang::{Words, words};
use crate::store::{Opening, Source, Store};

/// One run of a command.
#[derive(Debug)]
pub(super) struct Session {
    settings: Settings,
    /// Where results go.
    pub(super) out: Output,
}

impl Session {
    /// With these settings, results going there.
    pub(super) fn new(settings: Settings, out: Output) -> Session {
        Session { settings, out }
    }

    /// The language spoken.
    pub(super) fn language(&self) -> Language {
        self.settings.language
    }

    /// The words of that language.
    pub(super) fn words(&self) -> &'static dyn Words {
        words(self.settings.language)
    }

    /// Opens the card file for changes made by this kind of program part.
    pub(super) fn open(&self, source: Source) -> Result<Store, Problem> {
        Ok(Store::open(&self.settings.file, self.opening(source))?)
    }

    /// How card files are opened in this run.
    pub(super) fn opening(&self, source: Source) -> Opening {
        Opening { source, policies: self.settings.policies.clone(), day: self.settings.day }
    }
}
