//! One run of a command: the settings that hold, the card file when it is needed, and the output.

use std::cell::Cell;
use std::path::Path;

use chrono::NaiveDate;

use super::output::{Output, remark};
use super::settings::Settings;
use super::values;
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::field::{CardField, OwnField, built_in};
use crate::domain::language::Language;
use crate::domain::policy::Policies;
use crate::domain::query::{Query, Strictness};
use crate::lang::problem::{Problem, UsageProblem};
use crate::lang::{Words, words};
use crate::store::{self, Nameable, Opening, Resolution, Source, Store, StoreError};
use crate::tui::Setting;

/// One run of a command.
#[derive(Debug)]
pub(super) struct Session {
    settings: Settings,
    /// Where results go.
    pub(super) out: Output,
    /// Whether it was looked at how long the card file takes to open.
    is_looked_at: Cell<bool>,
}

impl Session {
    /// With these settings, results going there.
    pub(super) fn new(settings: Settings, out: Output) -> Session {
        Session { settings, out, is_looked_at: Cell::default() }
    }

    /// The language spoken.
    pub(super) fn language(&self) -> Language {
        self.settings.language
    }

    /// The words of that language.
    pub(super) fn words(&self) -> &'static Words {
        words(self.settings.language)
    }

    /// The as-of date.
    pub(super) fn day(&self) -> NaiveDate {
        self.settings.day
    }

    /// The policies in force.
    pub(super) fn policies(&self) -> &Policies {
        &self.settings.policies
    }

    /// The card a person means: by its number, its code, or words that match it alone.
    pub(super) fn card(&self, store: &Store, text: &str) -> Result<Card, Problem> {
        let found = match store.resolve(text)? {
            Resolution::One(id) => store.card(id)?,
            Resolution::Several { first, count } => {
                return Err(Problem::SeveralCards { text: text.to_owned(), first, count });
            }
            Resolution::None => None,
        };
        found.ok_or_else(|| Problem::NoSuchCard { text: text.to_owned() })
    }

    /// Refuses a sensitive field that is switched off.
    pub(super) fn must_be_on(&self, field: &CardField) -> Result<(), UsageProblem> {
        match field.sensitive() {
            Some(why) if !self.policies().privacy.shows(Some(why)) => {
                Err(UsageProblem::SwitchedOff { field: field.key().to_owned(), sensitive: why.code() })
            }
            _ => Ok(()),
        }
    }

    /// A query as typed for a command; nothing typed finds every card.
    pub(super) fn query(&self, command: &str, text: Option<&str>) -> Result<Query, Problem> {
        let text = text.unwrap_or_default();
        values::no_option(command, text)?;
        // Only what stands before a colon can be a field of the user's own, only what stands behind @ a filter.
        let known = if text.contains([':', '：', '@', '＠']) { self.known()? } else { Nameable::default() };
        let (query, _) = Query::parse_knowing(known.vocabulary(), text, self.day(), Strictness::Command)?;
        for field in query.fields().into_iter().filter_map(built_in) {
            self.must_be_on(&CardField::Known(field))?;
        }
        Ok(query)
    }

    /// Opens the card file for changes made by this kind of program part.
    pub(super) fn open(&self, source: Source) -> Result<Store, Problem> {
        Ok(self.opener(source)()?)
    }

    /// Opens the card file to be read only, and says so where there was none: the path may be a slip.
    pub(super) fn open_to_read(&self) -> Result<Store, Problem> {
        let file = &self.settings.file;
        let is_new = !file.exists();
        let store = self.open(Source::Command)?;
        if is_new {
            remark(&self.words().file_was_made(&file.display()));
        }
        Ok(store)
    }

    /// Says that opening the card file takes long, where it does; before it is opened first.
    fn expect(&self) {
        if !self.is_looked_at.replace(true) && store::opens_slowly(&self.settings.file) {
            remark(&self.words().file_is_renewed());
        }
    }

    /// Opens the card file when there is one.
    pub(super) fn open_existing(&self, source: Source) -> Result<Option<Store>, Problem> {
        self.expect();
        match Store::open_existing(&self.settings.file, self.opening(source)) {
            Err(StoreError::Missing { .. }) => Ok(None),
            opened => Ok(Some(opened?)),
        }
    }

    /// Opens another card file than the one in force.
    pub(super) fn open_at(&self, path: &Path, source: Source) -> Result<Store, Problem> {
        Ok(Store::open(path, self.opening(source))?)
    }

    /// Opens the card file for changes made by this kind of program part, wherever it is called.
    pub(super) fn opener(&self, source: Source) -> impl FnOnce() -> Result<Store, StoreError> + use<'_> {
        self.expect();
        let (opening, file) = (self.opening(source), &self.settings.file);
        move || Store::open(file, opening)
    }

    /// The user's own fields; none while there is no card file, which is not made for this.
    pub(super) fn own_fields(&self) -> Result<Vec<OwnField>, Problem> {
        Ok(self.known()?.own)
    }

    /// What queries can name in the card file; nothing while there is none, which is not made for this.
    pub(super) fn known(&self) -> Result<Nameable, Problem> {
        self.expect();
        match Store::open_existing(&self.settings.file, self.opening(Source::Command)) {
            Err(StoreError::Missing { .. }) => Ok(Nameable::default()),
            opened => Ok(opened?.nameable()?),
        }
    }

    /// What the screen is to know of the settings.
    pub(super) fn screen_setting(&self) -> Setting {
        Setting {
            language: self.settings.language,
            words: self.words(),
            day: self.settings.day,
            day_source: self.settings.day_source,
            look: self.settings.look,
            theme: self.settings.look.theme(),
            mouse: self.settings.mouse,
            policies: self.settings.policies.clone(),
        }
    }

    /// The card file.
    pub(super) fn card_file(&self) -> &Path {
        &self.settings.file
    }

    /// The configuration file: the one read, or the one that would be.
    pub(super) fn configuration_file(&self) -> Option<&Path> {
        self.settings.configuration_file.as_deref()
    }

    /// How card files are opened in this run.
    pub(super) fn opening(&self, source: Source) -> Opening {
        Opening { source, policies: self.settings.policies.clone(), day: self.settings.day }
    }
}
