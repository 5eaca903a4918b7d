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
    /// The card that was opened last: its fields are found again where they were left.
    pub opened: Option<CardId>,
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
    /// A card is opened: the fields of another one are begun at their top.
    pub(in crate::tui) fn open_card(&mut self, card: CardId) {
        if self.opened.replace(card) != Some(card) {
            self.field = 0;
        }
    }

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
    /// What was done or could not be. It is cut where there is no room for it.
    pub told: String,
    /// What can be done now, which stands behind: the way back, or what to do instead. It is cut last.
    pub next: String,
    /// Whether it went well.
    pub tone: Tone,
}

impl Message {
    /// A message of one sentence or more. The last of several says what can be done now.
    pub fn of(text: &str, tone: Tone) -> Message {
        // A name may end with a full stop of its own: `Thornbury & Sons Ltd.`
        let text = text.replace(".. ", ". ");
        let ends = SENTENCE_ENDS.iter().filter_map(|end| {
            let behind = text.trim_end_matches(end.trim_end()).rfind(end)? + end.len();
            (behind < text.len()).then_some(behind)
        });
        let (told, next) = text.split_at(ends.max().unwrap_or(text.len()));
        Message { told: told.to_owned(), next: next.to_owned(), tone }
    }

    /// What could not be done, and after it what to do instead.
    pub fn refusal(whole: &str, instead: &str) -> Message {
        let told = whole.strip_suffix(instead).unwrap_or(whole);
        Message { told: told.to_owned(), next: whole[told.len()..].to_owned(), tone: Tone::Refused }
    }
}

/// What ends a sentence before another one, in all languages.
const SENTENCE_ENDS: [&str; 2] = [". ", "。"];

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
