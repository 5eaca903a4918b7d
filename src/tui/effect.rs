//! What the screen asks to be done, and what comes of it: plain data, so that updates need no I/O.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::agenda::{Entry, Horizon};
use crate::domain::column::Part;
use crate::domain::contact::{Kept, NextAction};
use crate::domain::detail::NewDetail;
use crate::domain::draft::{
    NewAssertion, NewAssessment, NewCard, NewMove, NewPerson, NewReach, NextChange, PlanAfter,
};
use crate::domain::field::OwnField;
use crate::domain::field::own_type::OwnFieldSpec;
use crate::domain::followup::Due;
use crate::domain::id::{CardId, ContactId, EntryId, JournalId, PersonId, PromiseId, VisitId};
use crate::domain::log_line::{LeftOut, Recordable};
use crate::domain::plan::Visit;
use crate::domain::position::Position;
use crate::domain::proposal::Proposal;
use crate::domain::query::{Query, SavedFilter};
use crate::domain::referral::ReferralTree;
use crate::domain::zone::ZoneTotals;
use crate::exchange::export::Exported;
use crate::exchange::list_file::{BroughtIn, ListFile, TriedOut};
use crate::lang::problem::Problem;
use crate::store::{
    Act, Arrangement, BulkDone, Draft, Face, FirstCards, JournalEntry, Nameable, Origin, Replaced, Row, Step,
    Traced, Way,
};

use crate::tui::listing::{Extent, Question};
use crate::tui::long_work::LongWork;
use crate::tui::preference::Preference;
use crate::tui::shown::Shown;
use crate::tui::today::{DueCounts, DueList, ShownPlan};

/// Counts the questions put to the list, so that an answer that comes too late is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Generation(pub u64);

/// A change of the card file.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Make a card.
    Add(Box<NewCard>),
    /// Log a contact.
    Log(CardId, Box<Recordable>),
    /// Record letters of MAN.
    Letters(CardId, Vec<NewAssertion>),
    /// Set or clear the next action.
    Next(CardId, Option<NextAction>),
    /// Set a field; refused when another program changed it since it was read.
    Field {
        /// The card.
        card: CardId,
        /// The key of the field.
        field: String,
        /// The values it was read with.
        before: Vec<String>,
        /// The values it is to have.
        values: Vec<String>,
    },
    /// Set a field that names another card, by number, code or words; an empty text takes it away.
    Reference {
        /// The card.
        card: CardId,
        /// The key of the field.
        field: String,
        /// What was typed.
        text: String,
    },
    /// Several changes of this card as one.
    Many(CardId, Vec<Change>),
    /// Replace the phones, e-mail or postal addresses of the card; refused when another program changed them
    /// since they were read.
    Reach {
        /// The card.
        card: CardId,
        /// The list it was read with, in canonical text.
        before: Vec<String>,
        /// The list it is to have.
        reach: NewReach,
    },
    /// Change what was said in a contact; refused when another program changed it since it was read.
    ContactNote {
        /// The card.
        card: CardId,
        /// The contact.
        contact: ContactId,
        /// The note it was read with.
        before: String,
        /// The note it is to have.
        note: String,
    },
    /// Change a person of the card, or put a new one on it.
    Person(CardId, Option<PersonId>, Box<NewPerson>),
    /// Take a person off the card.
    RemovePerson(CardId, PersonId),
    /// Change a detail of the card, or put a new one on it.
    Detail(CardId, Option<EntryId>, Box<NewDetail>),
    /// Take a detail off the card.
    RemoveDetail(CardId, EntryId),
    /// Correct a contact logged before.
    Correct(CardId, ContactId, Box<Recordable>, NextChange),
    /// Settle a promise.
    Settle(CardId, PromiseId, Kept),
    /// Keep the visits of a day in the place of these.
    KeepPlan(NaiveDate, Vec<VisitId>, Vec<Visit>),
    /// Put a planned visit off to another day.
    MoveVisit(CardId, VisitId, NaiveDate),
    /// Drop a planned visit, and why.
    DropVisit(CardId, VisitId, String),
    /// Change the position.
    Move(CardId, Box<NewMove>),
    /// Record a credit assessment.
    Assess(CardId, NewAssessment),
    /// Move the card to the bin.
    Bin(CardId),
    /// Take the card out of the bin.
    Unbin(CardId),
}

/// Something only the card file or the terminal can do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read these rows of the list, and these parts of their cards.
    Rows(Vec<CardId>, Vec<Part>),
    /// Read why these cards are on the list of a day.
    Reasons(Vec<CardId>, Horizon),
    /// Read a card whole.
    Show(CardId),
    /// Find the cards that a picker offers for these words.
    FindCards(String),
    /// Find the first cards that answer a question, or all.
    List(Generation, Question, Extent),
    /// Read where a value of a card comes from; with what it is called.
    Trace(CardId, Traced, String),
    /// Read the journal of a card.
    Journal(CardId),
    /// Read the tree of introductions around a card.
    Referrals(CardId),
    /// Read how the views of the list were arranged.
    Arrangements,
    /// Keep how a view of the list was arranged.
    Arrange(Arrangement),
    /// Read what queries can name: the user's own fields and saved filters.
    Vocabulary,
    /// Read the tags in use.
    Tags,
    /// Keep a query under a name.
    SaveFilter(SavedFilter),
    /// Take a saved filter away, by name.
    RemoveFilter(String),
    /// Count the cards that saved filters find, by name.
    CountFilters(Vec<(String, Query)>),
    /// Count what a zone comes to.
    CountZone(String),
    /// Add a field of the user's own.
    AddField(OwnField),
    /// Change a field of the user's own.
    ChangeField(OwnFieldSpec),
    /// Remove the field of the user's own with this key, unless cards have values in it.
    RemoveField(String),
    /// Change the card file; the name is that of the card, for the journal. What the change replaces must stand as it
    /// was read.
    Write(String, Change, Option<Replaced>),
    /// Do something that takes its time.
    Long(LongWork),
    /// Stop what takes its time, and take back what it did.
    StopLong,
    /// Take back the last change.
    Undo,
    /// Take back this change, which stood in the way of another.
    UndoFirst(JournalId),
    /// Put back what was taken back.
    Redo,
    /// Look whether files lie where these paths lead. What is found is told of one by one, and may never come of a
    /// place that does not answer.
    LookForFiles(Vec<String>),
    /// Open a file with the program the system has for it.
    OpenFile(String),
    /// Keep half-typed text.
    KeepDraft(Draft),
    /// Have a text written in the editor the user has chosen outside.
    WriteOutside(String),
    /// Copy a text to the clipboard of the terminal.
    Copy(String),
    /// Heed what was chosen of language and look, and keep it.
    Prefer(Preference),
    /// Draw the whole screen anew, whatever the terminal shows.
    Redraw,
    /// Leave the program.
    Quit,
}

/// What came of an effect.
#[derive(Debug)]
pub enum Outcome {
    /// Rows of the list, and what its columns show beyond them.
    Rows(Vec<Row>, Vec<Face>),
    /// The cards found by these words, the closest first.
    CardsFound(String, Vec<Row>),
    /// A card; `None` when it is gone.
    Show(CardId, Option<Box<Shown>>),
    /// The list of a day.
    Due(Generation, DueList, Extent),
    /// The visits of the day.
    Planned(Generation, Box<ShownPlan>),
    /// Why cards are on the list of a day.
    Reasons(Vec<(CardId, Vec<Entry>)>),
    /// How much is due today, and which cards first.
    DueCounted(DueCounts, Vec<CardId>),
    /// The first cards that answer a question.
    FirstRows(Generation, FirstCards),
    /// All cards that answer a question.
    Listed(Generation, Vec<CardId>),
    /// Where a value comes from; what it was asked about, and what that is called.
    Traced(Traced, String, Vec<Origin>),
    /// The journal of a card.
    Journal(CardId, Vec<JournalEntry>),
    /// The tree of introductions around a card.
    Referrals(CardId, ReferralTree),
    /// The views of the list as they were arranged.
    Arrangements(Vec<Arrangement>),
    /// What queries can name.
    Vocabulary(Nameable),
    /// Tags in use.
    Tags(Vec<String>),
    /// A query is kept under this name; what queries can name now.
    FilterSaved(Nameable, String),
    /// The saved filter of this name is gone; what queries can name now.
    FilterRemoved(Nameable, String),
    /// So many cards are found by the saved filter of this name.
    FilterCounted(String, usize),
    /// What a zone comes to.
    ZoneCounted(String, ZoneTotals),
    /// A field of the user's own was added; what queries can name now, and its name.
    FieldAdded(Nameable, String),
    /// A field of the user's own was changed; what queries can name now, and its key.
    FieldChanged(Nameable, String),
    /// A field of the user's own was removed; what queries can name now, and its key.
    FieldRemoved(Nameable, String),
    /// The card file was written.
    Written {
        /// What was done.
        act: Act,
        /// The name of the card.
        name: String,
        /// The card.
        card: CardId,
        /// Whether that changed anything.
        change: Changed,
        /// What is to be known of it besides.
        beside: Option<Beside>,
    },
    /// So many cards of long work are done.
    GoneThrough(u64),
    /// Many cards were changed, or it was stopped.
    ManyChanged(BulkDone),
    /// So many cards were written to a file; `None`: it was stopped, and there is no file.
    Exported {
        /// How much.
        exported: Option<Exported>,
        /// Where to.
        path: PathBuf,
    },
    /// What would become of the rows of a list.
    ListTried(ListFile, Box<TriedOut>),
    /// A list was brought in.
    ListBroughtIn(Box<BroughtIn>),
    /// What is to be taken back or put back goes through so many cards that it is long work.
    StepIsLong(Step, u64),
    /// Long work was stopped, and all is as it was.
    Stopped,
    /// A change was taken back or put back.
    Stepped(Way, JournalEntry),
    /// There is no change to take back, or to put back.
    NoStep {
        /// Which of both.
        way: Way,
        /// Whether there is one to go through the other way.
        turned: bool,
    },
    /// It was looked what lies where a path leads.
    FileLookedFor(String, Lies),
    /// A file was handed to the system.
    FileOpened(String),
    /// A file was not handed to the system, and why.
    FileNotOpened(Problem),
    /// A text comes back from the editor outside.
    WrittenOutside(String),
    /// A text was copied.
    Copied(String),
    /// Another program has written.
    ForeignWrite,
    /// It could not be done.
    Failed(Problem),
}

/// What lies where a path leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// Something.
    Something,
    /// Nothing.
    Nothing,
}

/// What is to be known of a write beside that it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beside {
    /// A new card is likely the twin of another one, by name.
    Twin(String),
    /// Nobody was reached.
    TriedAgain {
        /// When it is tried again, and why then.
        due: Due,
        /// Attempts in a row that reached nobody.
        attempts: usize,
        /// The day that was planned.
        planned: Option<NaiveDate>,
    },
    /// A contact had to do with what was to be done next.
    Plan(PlanAfter, NextAction),
    /// Something was said with a contact and not recorded.
    LeftOut(LeftOut),
    /// A contact suggests a position the card does not have.
    Proposed(Proposal),
    /// What it came to, which the act alone does not say.
    CameTo(CameTo),
}

/// What a change came to, as far as a word of it is worth more than that something was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CameTo {
    /// The card stands in this position.
    Position(Position),
    /// This is to be done next; nothing any more.
    Next(Option<NextAction>),
    /// A promise was kept, or not.
    Promise(Kept),
    /// A visit is put off to this day.
    VisitOn(NaiveDate),
    /// A visit is dropped.
    NoVisit,
    /// The card is out of the bin.
    OutOfBin,
}

impl CameTo {
    /// What a change comes to once it is written.
    pub fn of(change: &Change) -> Option<CameTo> {
        match change {
            Change::Move(_, new) => Some(CameTo::Position(new.to)),
            Change::Next(_, next) => Some(CameTo::Next(next.clone())),
            Change::Settle(_, _, kept) => Some(CameTo::Promise(*kept)),
            Change::MoveVisit(_, _, on) => Some(CameTo::VisitOn(*on)),
            Change::DropVisit(..) => Some(CameTo::NoVisit),
            Change::Unbin(_) => Some(CameTo::OutOfBin),
            _ => None,
        }
    }
}

/// Whether a write changed anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It did; there is something to take back.
    Something,
    /// Everything was so already.
    Nothing,
}
