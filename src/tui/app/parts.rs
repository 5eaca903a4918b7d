//! The parts of the screen's state: panes, tabs, cursors, messages, work under way.

use crate::domain::id::CardId;
use crate::store::JournalEntry;

/// A pane of the workbench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of cards.
    List,
    /// The letters with evidence, age and advice.
    Man,
    /// The contact history.
    Contacts,
    /// The credit factors.
    Credit,
}

/// A tab of an opened card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Its fields.
    Card,
    /// The contact history.
    Contacts,
    /// Credit.
    Credit,
    /// Its file: attachments, class by class.
    Files,
    /// The history of its positions.
    Positions,
    /// Who introduced whom.
    Referrals,
    /// Every change.
    Log,
}

impl Tab {
    /// All tabs in their order.
    pub const ALL: [Tab; 7] =
        [Tab::Card, Tab::Contacts, Tab::Credit, Tab::Files, Tab::Positions, Tab::Referrals, Tab::Log];
}

/// Where the cursor stands inside the panes of the card shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursors {
    /// Row of the fields.
    pub field: usize,
    /// Contact, newest first.
    pub contact: usize,
    /// Credit factor.
    pub factor: usize,
    /// Journal entry, newest first.
    pub entry: usize,
    /// Position change, newest first.
    pub change: usize,
    /// Card of the tree of introductions.
    pub referral: usize,
    /// File, in the order of the classes.
    pub file: usize,
}

impl Cursors {
    /// Goes back to the first row of all that is of one card; another card has other rows.
    pub(super) fn leave_card(&mut self) {
        (self.contact, self.entry, self.change, self.file) = (0, 0, 0, 0);
    }
}

/// Long work under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnderWay {
    /// How many cards are done.
    pub done: usize,
    /// Of how many, where that is known.
    pub of: Option<usize>,
    /// What becomes of the marks.
    pub afterwards: Afterwards,
}

/// What becomes of the marks when the work on them is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Afterwards {
    /// They stay, for more work on the same cards.
    Marked,
    /// They are taken off.
    Unmarked,
}

/// Something said at the foot of the screen until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// Whether it went well.
    pub tone: Tone,
}

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It was done.
    Done,
    /// It could not be done.
    Refused,
}

/// The journal of the card shown.
#[derive(Debug)]
pub struct CardLog {
    /// The card.
    pub card: CardId,
    /// Its entries, newest first.
    pub entries: Vec<JournalEntry>,
}
