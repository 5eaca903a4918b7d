//! The state of the screen. It changes by keys and outcomes only, and asks for I/O as [`Effect`]s.

use std::collections::HashMap;
use std::time::Duration;

use chrono::NaiveDate;

use super::action::Action;
use super::effect::{Effect, Generation, Shown};
use super::fields::FieldRange;
use super::key::Key;
use super::keys::{self, Context, Meaning};
use super::layer::{Layer, Purpose};
use super::listing::{Extent, Listing};
use super::mouse::Mouse;
use super::pane::files::FilesSeen;
use super::pending::Pending;
use super::theme::{Look, Theme};
use super::today::{Listed, Place, Today};
use super::update::today::Afterwards as Onward;
use super::views::Views;
use crate::domain::agenda::Horizon;
use crate::domain::contact::ContactKind;
use crate::domain::id::CardId;
use crate::domain::language::Language;
use crate::domain::policy::Policies;
use crate::domain::referral::ReferralTree;
use crate::lang::Words;
use crate::store::{Draft, JournalEntry, Nameable};

/// What holds while the screen runs, until its user chooses otherwise.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The language read.
    pub language: Language,
    /// Its words.
    pub words: &'static Words,
    /// The as-of date.
    pub day: NaiveDate,
    /// Whether the day was chosen or is the calendar's.
    pub day_source: DaySource,
    /// The look asked for.
    pub look: Look,
    /// The styles and lines of that look.
    pub theme: Theme,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
    /// The policies by which everything is derived.
    pub policies: Policies,
}

/// Where the as-of date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaySource {
    /// The calendar: midnight moves it on.
    Calendar,
    /// Chosen: it stays, and the header says so.
    Chosen,
}

/// The size of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// Columns from which all panes are seen at once.
pub const WIDE: u16 = 120;
/// The smallest terminal fieldcard draws on.
pub const SMALLEST: Size = Size { columns: 80, rows: 24 };

impl Size {
    /// Whether all panes are seen at once.
    pub fn is_wide(self) -> bool {
        self.columns >= WIDE
    }

    /// Whether there is room enough to draw.
    pub fn is_enough(self) -> bool {
        self.columns >= SMALLEST.columns && self.rows >= SMALLEST.rows
    }
}

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

/// Long work under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnderWay {
    /// How many cards are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
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

/// The state of the screen.
#[derive(Debug)]
pub struct App {
    /// What was asked for.
    pub setting: Setting,
    /// The size of the terminal.
    pub size: Size,
    /// The place.
    pub place: Place,
    /// The list of the place.
    pub listing: Listing,
    /// The list of the place that is not seen.
    pub(super) resting: Listing,
    /// The views of the list of cards.
    pub views: Views,
    /// What is known of the day.
    pub today: Today,
    /// The card under the cursor, once it has been read.
    pub shown: Option<Box<Shown>>,
    /// Its journal, once the tab has asked for it.
    pub log: Option<CardLog>,
    /// The tree of introductions around it, once the tab has asked for it.
    pub referrals: Option<(CardId, ReferralTree)>,
    /// What is known of the files of the card shown.
    pub files: Option<FilesSeen>,
    /// The pane that has focus.
    pub pane: Pane,
    /// The tab, when a card is opened.
    pub opened: Option<Tab>,
    /// Cursors inside the panes.
    pub cursors: Cursors,
    /// Layers over the workbench; the last one gets the key.
    pub layers: Vec<Layer>,
    /// What is said at the foot.
    pub message: Option<Message>,
    /// Letters and points not yet recorded.
    pub pending: Option<Pending>,
    /// Long work under way.
    pub under_way: Option<UnderWay>,
    /// What queries can name in the card file.
    pub known: Nameable,
    /// Tags in use, for completion.
    pub(super) tags: Vec<String>,
    /// Which fields of an opened card are shown.
    pub field_range: FieldRange,
    pub(super) effects: Vec<Effect>,
    pub(super) now: Duration,
    pub(super) generation: Generation,
    pub(super) awaited: Option<Generation>,
    pub(super) looked_at: Option<CardId>,
    pub(super) wanted: Option<CardId>,
    pub(super) chord: Option<Key>,
    pub(super) drafts: HashMap<(String, Option<CardId>), String>,
    pub(super) unsaved: Option<Duration>,
    pub(super) last_kind: ContactKind,
    /// The line or text that was taken last, until the card file has taken it too.
    pub(super) taken: Option<Layer>,
    /// The card under the cursor when another program wrote, until it is known whether it is still there.
    pub(super) watched: Option<(CardId, String)>,
    pub(super) lost_card: bool,
    pub(super) afterwards: Onward,
    /// The card dealt with on Today and its line: the cursor stays on the line when the card goes elsewhere.
    pub(super) line_held: Option<(CardId, usize)>,
}

impl App {
    /// A screen that is about to ask for its first cards.
    pub fn new(setting: Setting, size: Size) -> App {
        let mut app = App {
            setting,
            size,
            place: Place::default(),
            listing: Listing::new(),
            resting: Listing::of_due(),
            views: Views::default(),
            today: Today::default(),
            shown: None,
            log: None,
            referrals: None,
            files: None,
            pane: Pane::List,
            opened: None,
            cursors: Cursors::default(),
            layers: Vec::new(),
            message: None,
            pending: None,
            under_way: None,
            known: Nameable::default(),
            tags: Vec::new(),
            field_range: FieldRange::default(),
            effects: Vec::new(),
            now: Duration::ZERO,
            generation: Generation::default(),
            awaited: Some(Generation::default()),
            looked_at: None,
            wanted: None,
            chord: None,
            drafts: HashMap::new(),
            unsaved: None,
            last_kind: ContactKind::Other,
            taken: None,
            watched: None,
            lost_card: false,
            afterwards: Onward::default(),
            line_held: None,
        };
        app.resize(size);
        // The list is asked for once it is known by what it is sorted.
        app.effects.extend([Effect::Vocabulary, Effect::Arrangements]);
        app
    }

    /// What is to be done now: what keys asked for, then what the screen lacks.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        let mut effects = std::mem::take(&mut self.effects);
        if !effects.is_empty() {
            return effects;
        }
        let missing = self.listing.ask_missing_rows();
        if !missing.is_empty() {
            match self.listing.question.listed {
                Listed::Due(horizon) => effects.push(Effect::Reasons(missing.clone(), horizon)),
                Listed::Plan => effects.push(Effect::Reasons(missing.clone(), Horizon::Today)),
                Listed::Cards => {}
            }
            let parts = match self.place {
                Place::Cards => self.views.parts(),
                Place::Today => Vec::new(),
            };
            effects.push(Effect::Rows(missing, parts));
        }
        let selected = self.listing.selected();
        if selected != self.looked_at {
            self.looked_at = selected;
            match selected {
                Some(card) => effects.push(Effect::Show(card)),
                None => self.shown = None,
            }
        }
        effects.extend(self.look_for_files());
        if self.opened == Some(Tab::Log)
            && let Some(card) = selected
            && self.log.as_ref().is_none_or(|log| log.card != card)
        {
            effects.push(Effect::Journal(card));
        }
        if self.opened == Some(Tab::Referrals)
            && let Some(card) = selected
            && self.referrals.as_ref().is_none_or(|(known, _)| *known != card)
        {
            effects.push(Effect::Referrals(card));
        }
        effects
    }

    /// What is worth reading when nothing else is to be done: the rows beside those on the screen, so that the
    /// next page is there at once.
    pub fn read_ahead(&mut self) -> Option<Effect> {
        if self.place != Place::Cards {
            return None;
        }
        let ahead = self.listing.ask_rows_ahead();
        (!ahead.is_empty()).then(|| Effect::Rows(ahead, self.views.parts()))
    }

    /// Takes a new size of the terminal.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.fit_list();
        let area = super::view::layout::writing_inside(size);
        for layer in &mut self.layers {
            if let Layer::Writing(writing) = layer {
                writing.editor.resize(area.width, area.height);
            }
        }
    }

    /// Gives the list as many rows as its place on the screen has.
    pub(super) fn fit_list(&mut self) {
        let inner = super::view::layout::inside(super::view::list_area(self));
        // The names of the columns stand above the cards.
        self.listing.set_height(inner.height.saturating_sub(1).into());
    }

    /// The contexts in which a key is looked up, the innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        if let Some(layer) = self.layers.last() {
            return vec![layer.context()];
        }
        self.contexts_below()
    }

    fn inner_context(&self) -> Context {
        match (self.opened, self.pane) {
            (Some(Tab::Card), _) => Context::Fields,
            (Some(Tab::Credit), _) | (None, Pane::Credit) => Context::Credit,
            (Some(Tab::Files), _) => Context::Files,
            (Some(Tab::Contacts | Tab::Positions | Tab::Referrals | Tab::Log), _)
            | (None, Pane::Man | Pane::Contacts) => Context::Card,
            (None, Pane::List) if self.listing.question.listed == Listed::Plan => Context::Plan,
            (None, Pane::List) if self.place == Place::Today => Context::Today,
            (None, Pane::List) => Context::List,
        }
    }

    /// The card under the cursor, when it has been read.
    pub fn current(&self) -> Option<&Shown> {
        self.shown.as_deref().filter(|shown| Some(shown.card.id) == self.listing.selected())
    }

    /// The contexts of what lies under the top layer: those the help is about.
    pub fn contexts_below(&self) -> Vec<Context> {
        let inner = self.inner_context();
        let marked = inner == Context::List && !self.listing.marks().is_empty();
        marked.then_some(Context::Marked).into_iter().chain([inner, Context::Everywhere]).collect()
    }

    /// Whether a line or a picker takes the characters.
    pub fn is_typing(&self) -> bool {
        matches!(
            self.layers.last(),
            Some(Layer::Line(_) | Layer::Picker(_) | Layer::Columns(_) | Layer::Writing(_) | Layer::Form(_))
        )
    }

    /// Whether a list was asked for by a key and has not come yet.
    pub fn awaits_list(&self) -> bool {
        self.awaited.is_some()
    }

    /// Whether keys have asked for something that is not done yet.
    pub fn has_asked(&self) -> bool {
        !self.effects.is_empty()
    }

    /// Whether the card under the cursor was taken away by another program since the last key.
    pub fn notice_lost_card(&mut self) -> bool {
        std::mem::take(&mut self.lost_card)
    }

    /// Whether a key does nothing but move the cursor.
    pub fn only_moves(&self, key: Key) -> bool {
        let movement = |action| {
            matches!(
                action,
                Action::Down
                    | Action::Up
                    | Action::PageDown
                    | Action::PageUp
                    | Action::HalfDown
                    | Action::HalfUp
            ) || matches!(action, Action::First | Action::Last)
        };
        match self.meaning(key) {
            Meaning::Does(action) => movement(action),
            Meaning::Begins => true,
            Meaning::Nothing => false,
        }
    }

    /// Whether an action would do anything now.
    pub fn can(&self, action: Action) -> bool {
        if let Some(layer) = self.layers.last() {
            let is_log = matches!(layer, Layer::Line(line) if matches!(line.purpose, Purpose::Log(_)));
            return action != Action::WholeForm || is_log;
        }
        match action {
            Action::Back => {
                self.opened.is_some()
                    || self.pane != Pane::List
                    || !self.listing.question.text.is_empty()
                    || !self.listing.marks().is_empty()
                    || self.under_way.is_some()
            }
            Action::NextPane | Action::PreviousPane => !(self.list_is_alone() && self.opened.is_none()),
            Action::ColumnsRight => {
                let width = super::view::layout::inside(super::view::list_area(self)).width;
                self.views.placed(width).hidden > 0
            }
            action if action.meets_a_card() => self.listing.selected().is_some(),
            _ => true,
        }
    }

    /// Whether a key would be done to the card under the cursor.
    pub fn meets_a_card(&self, key: Key) -> bool {
        matches!(self.meaning(key), Meaning::Does(action) if action.meets_a_card())
    }

    fn meaning(&self, key: Key) -> Meaning {
        keys::meaning(&self.contexts(), self.chord, key.narrowed())
    }

    /// Goes over to another day: everything derived is folded anew.
    pub fn turn_day(&mut self, day: NaiveDate) {
        self.setting.day = day;
        self.listing.forget_all();
        self.looked_at = None;
        self.ask_again();
    }

    /// How long the screen may sleep before something is due by itself.
    pub fn due(&self) -> Option<Duration> {
        let pending = self.pending.as_ref().map(|pending| pending.due);
        [pending, self.unsaved].into_iter().flatten().min()
    }

    pub(super) fn say(&mut self, text: String) {
        self.message = Some(Message { text, tone: Tone::Done });
    }

    pub(super) fn refuse(&mut self, text: String) {
        self.message = Some(Message { text, tone: Tone::Refused });
    }

    pub(super) fn words(&self) -> &'static Words {
        self.setting.words
    }

    /// Asks the list again, after a write or for another question.
    pub(super) fn ask_again(&mut self) {
        self.generation.0 += 1;
        self.effects.push(Effect::List(self.generation, self.listing.question.clone(), Extent::Whole));
    }

    /// Asks the list a new question; the next key waits for its first cards.
    pub(super) fn ask_anew(&mut self) {
        self.generation.0 += 1;
        for extent in [Extent::FirstPage, Extent::Whole] {
            self.effects.push(Effect::List(self.generation, self.listing.question.clone(), extent));
        }
        self.await_list();
    }

    /// Lets the next key wait for the list asked for last: its cursor is to stand on another card then.
    pub(super) fn await_list(&mut self) {
        self.awaited = Some(self.generation);
    }

    pub(super) fn draft_of(&self, form: &str, card: Option<CardId>) -> Option<String> {
        self.drafts.get(&(form.to_owned(), card)).cloned()
    }

    pub(super) fn remember(&mut self, draft: Draft) {
        let key = (draft.form, draft.card);
        if draft.text.is_empty() {
            self.drafts.remove(&key);
        } else {
            self.drafts.insert(key, draft.text);
        }
    }
}
