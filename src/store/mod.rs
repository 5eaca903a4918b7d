//! The card file: the only place that knows SQL.

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::card::Card;
use crate::domain::choice::choices;
use crate::domain::contact::NextAction;
use crate::domain::draft::{NewAssertion, NewAssessment, NewCard, NewContact, NewMove, NewPerson};
use crate::domain::id::{AssessmentId, CardId, ContactId, JournalId, PersonId};
use crate::domain::policy::Policies;
use crate::domain::query::Query;
use crate::domain::standing::Standing;

choices! {
    /// What kind of program part made a change.
    pub enum Source {
        Screen = "screen", ["screen", "屏幕"];
        Command = "command", ["command", "命令"];
        Import = "import", ["import", "导入"];
    }
}

choices! {
    /// What a journal entry did, for people; with its subject it names the entry.
    pub enum Act {
        Add = "add", ["added", "添加"];
        Edit = "edit", ["edited", "修改"];
        Remove = "remove", ["moved to bin", "移入回收站"];
        Restore = "restore", ["taken out of the bin", "移出回收站"];
        Move = "move", ["moved", "变更定位"];
        Log = "log", ["logged a contact with", "记录联系"];
        Assert = "assert", ["MAN letter of", "判定"];
        Next = "next", ["next action of", "下一步"];
        Assess = "assess", ["assessed credit of", "信用评估"];
        Import = "import", ["imported", "导入"];
        Field = "field", ["own field", "自定义字段"];
    }
}

/// Everything that can go wrong with a card file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite's own.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
}

/// How a card file is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Who will write.
    pub source: Source,
    /// The policies standings are folded with.
    pub policies: Policies,
    /// The as-of date: the day of every default date and derived value.
    pub day: NaiveDate,
}

/// An open card file.
#[derive(Debug)]
pub struct Store {}

/// What a write left behind.
#[derive(Debug)]
pub struct Written<T> {
    /// What the work returned.
    pub value: T,
    /// The journal's entry; `None` when nothing changed.
    pub journal: Option<JournalId>,
}

/// The one door every write goes through: it enters the journal and folds the cards touched.
#[derive(Debug)]
pub struct Door<'store> {
    _store: &'store mut Store,
}

/// What a list shows of one card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The card.
    pub id: CardId,
    /// The user's own number for it.
    pub code: String,
    /// The name.
    pub name: String,
    /// What people call it for short.
    pub short_name: String,
    /// The company of an individual.
    pub company: String,
    /// First phone number, as typed.
    pub phone: String,
    /// What is to be done next.
    pub next_action: Option<NextAction>,
    /// Everything derived.
    pub standing: Standing,
}

/// By what a list is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sort {
    /// Key of a field or of a derived column; `None`: by name.
    pub key: Option<String>,
    /// Last first.
    pub reverse: bool,
}

/// An entry of the journal, as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Its number.
    pub id: JournalId,
    /// What it did.
    pub act: Act,
    /// To what: the card's name at the time, a file name.
    pub subject: String,
    /// The card, when it was one.
    pub card: Option<CardId>,
    /// How many cards.
    pub count: u64,
    /// When: UTC, milliseconds since 1970.
    pub at: i64,
    /// Who wrote.
    pub source: Source,
    /// Whether it has been taken back.
    pub undone: bool,
}

/// Half-typed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form it was typed into: `log`, `add`, `note` …
    pub form: String,
    /// For which card; `None` for a form without one.
    pub card: Option<CardId>,
    /// What was typed.
    pub text: String,
}

type Result<T> = std::result::Result<T, StoreError>;

impl Store {
    /// Opens a card file, making it and its folder when it is missing.
    pub fn open(_path: &Path, _opening: Opening) -> Result<Store> {
        todo!()
    }

    /// A second connection to the same file, for a worker.
    pub fn another(&self) -> Result<Store> {
        todo!()
    }

    /// A card, whole; `None` when there is none or it was withdrawn.
    pub fn card(&self, _id: CardId) -> Result<Option<Card>> {
        todo!()
    }

    /// The standing of a card on a day.
    pub fn standing(&self, _card: &Card, _day: NaiveDate) -> Standing {
        todo!()
    }

    /// Cards that match, in order, at most `limit`.
    pub fn list(
        &self,
        _query: &Query,
        _sort: &Sort,
        _day: NaiveDate,
        _limit: Option<usize>,
    ) -> Result<Vec<CardId>> {
        todo!()
    }

    /// What a list shows of these cards, in the same order; cards that are gone are left out.
    pub fn rows(&self, _ids: &[CardId], _day: NaiveDate) -> Result<Vec<Row>> {
        todo!()
    }

    /// Changes when another connection has written.
    pub fn data_version(&self) -> Result<i64> {
        todo!()
    }

    /// Runs `work` in one transaction and one journal entry; nothing is changed when it fails.
    pub fn write<T>(
        &mut self,
        _act: Act,
        _subject: &str,
        _work: impl FnOnce(&mut Door<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        todo!()
    }

    /// Takes back this run's newest entry, else the file's newest; `None` when there is nothing to take back.
    pub fn undo(&mut self) -> Result<Option<JournalEntry>> {
        todo!()
    }

    /// Puts back what was taken back last; `None` when there is nothing.
    pub fn redo(&mut self) -> Result<Option<JournalEntry>> {
        todo!()
    }

    /// The journal, newest first; of one card when one is named.
    pub fn journal(&self, _card: Option<CardId>, _limit: usize) -> Result<Vec<JournalEntry>> {
        todo!()
    }

    /// Keeps half-typed text; an empty text drops it.
    pub fn keep_draft(&mut self, _draft: &Draft) -> Result<()> {
        todo!()
    }

    /// Drafts of sessions that are dead; taking them makes them this session's.
    pub fn adopt_drafts(&mut self) -> Result<Vec<Draft>> {
        todo!()
    }
}

impl Door<'_> {
    /// Makes a card and all that hangs on it.
    pub fn add_card(&mut self, _new: &NewCard) -> Result<CardId> {
        todo!()
    }

    /// Sets a field to these values (canonical text); none empties it. Repeating groups have doors of their own.
    pub fn set_field(&mut self, _card: CardId, _field: &str, _values: &[String]) -> Result<()> {
        todo!()
    }

    /// Puts a person on a card; one of the same name is changed instead.
    pub fn put_person(&mut self, _card: CardId, _person: &NewPerson) -> Result<PersonId> {
        todo!()
    }

    /// Logs a contact with its assertions, promises and next action.
    pub fn log(&mut self, _card: CardId, _contact: &NewContact) -> Result<ContactId> {
        todo!()
    }

    /// Records an assertion.
    pub fn assert(&mut self, _card: CardId, _assertion: &NewAssertion) -> Result<()> {
        todo!()
    }

    /// Records a position change; refused when it is not legal.
    pub fn move_to(&mut self, _card: CardId, _change: &NewMove) -> Result<()> {
        todo!()
    }

    /// Records a credit assessment.
    pub fn assess(&mut self, _card: CardId, _assessment: &NewAssessment) -> Result<AssessmentId> {
        todo!()
    }

    /// Sets or clears the next action.
    pub fn set_next(&mut self, _card: CardId, _next: Option<&NextAction>) -> Result<()> {
        todo!()
    }

    /// Moves a card to the bin.
    pub fn bin(&mut self, _card: CardId) -> Result<()> {
        todo!()
    }
}
