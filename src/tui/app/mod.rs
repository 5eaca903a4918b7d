//! The state of the screen. It changes by keys and outcomes only, and asks for I/O as [`Effect`]s.

mod asking;
mod meaning;
mod parts;
mod setting;

use std::collections::HashMap;
use std::time::Duration;

use chrono::NaiveDate;
pub use parts::{Afterwards, CardLog, Cursors, Message, Pane, Tab, Tone, UnderWay};
pub use setting::{DaySource, SMALLEST, Setting, Size, WIDE};

use crate::domain::contact::ContactKind;
use crate::domain::id::CardId;
use crate::domain::referral::ReferralTree;
use crate::domain::zone::ZoneTotals;
use crate::lang::Words;
use crate::store::{Draft, Nameable};
use crate::tui::effect::{Effect, Generation, Shown};
use crate::tui::fields::FieldRange;
use crate::tui::key::Key;
use crate::tui::layer::{HalfTyped, Layer};
use crate::tui::listing::Listing;
use crate::tui::pane::files::FilesSeen;
use crate::tui::pending::Pending;
use crate::tui::today::{Place, Today};
use crate::tui::update::today::Afterwards as Onward;
use crate::tui::views::Views;

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
    pub(in crate::tui) resting: Listing,
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
    /// The zone whose sums the table of addresses shows, and what they are once they were counted.
    pub zone: Option<(String, Option<ZoneTotals>)>,
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
    pub(in crate::tui) tags: Vec<String>,
    /// Which fields of an opened card are shown.
    pub field_range: FieldRange,
    pub(in crate::tui) effects: Vec<Effect>,
    pub(in crate::tui) now: Duration,
    pub(in crate::tui) generation: Generation,
    pub(in crate::tui) awaited: Option<Generation>,
    pub(in crate::tui) looked_at: Option<CardId>,
    /// Cards that were read before the cursor came to them, or when it left them.
    pub(in crate::tui) ahead: HashMap<CardId, Option<Box<Shown>>>,
    pub(in crate::tui) wanted: Option<CardId>,
    pub(in crate::tui) chord: Option<Key>,
    pub(in crate::tui) drafts: HashMap<(String, Option<CardId>), String>,
    pub(in crate::tui) unsaved: Option<Duration>,
    pub(in crate::tui) last_kind: ContactKind,
    /// The line or text that was taken last, until the card file has taken it too.
    pub(in crate::tui) taken: Option<Layer>,
    /// The card under the cursor when another program wrote, until it is known whether it is still there.
    pub(in crate::tui) watched: Option<(CardId, String)>,
    pub(in crate::tui) lost_card: bool,
    pub(in crate::tui) afterwards: Onward,
    /// The card dealt with on Today and its line: the cursor stays on the line when the card goes elsewhere.
    pub(in crate::tui) line_held: Option<(CardId, usize)>,
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
            zone: None,
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
            ahead: HashMap::new(),
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
    pub(in crate::tui) fn fit_list(&mut self) {
        let inner = super::view::layout::inside(super::view::list_area(self));
        // The names of the columns stand above the cards.
        self.listing.set_height(inner.height.saturating_sub(1).into());
    }

    /// The card under the cursor, when it has been read.
    pub fn current(&self) -> Option<&Shown> {
        self.shown.as_deref().filter(|shown| Some(shown.card.id) == self.listing.selected())
    }

    /// Whether the card under the cursor was taken away by another program since the last key.
    pub fn notice_lost_card(&mut self) -> bool {
        std::mem::take(&mut self.lost_card)
    }

    /// Goes over to another day: everything derived is folded anew.
    pub fn turn_day(&mut self, day: NaiveDate) {
        self.setting.day = day;
        self.listing.forget_all();
        self.look_again();
        self.ask_again();
    }

    /// How long the screen may sleep before something is due by itself.
    pub fn due(&self) -> Option<Duration> {
        let pending = self.pending.as_ref().map(|pending| pending.due);
        [pending, self.unsaved].into_iter().flatten().min()
    }

    pub(in crate::tui) fn say(&mut self, text: String) {
        self.message = Some(Message { text, tone: Tone::Done });
    }

    pub(in crate::tui) fn refuse(&mut self, text: String) {
        self.message = Some(Message { text, tone: Tone::Refused });
    }

    pub(in crate::tui) fn words(&self) -> &'static Words {
        self.setting.words
    }

    pub(in crate::tui) fn draft_of(&self, half_typed: &HalfTyped) -> Option<String> {
        self.drafts.get(&(half_typed.name(), half_typed.card())).cloned()
    }

    pub(in crate::tui) fn remember(&mut self, draft: Draft) {
        let key = (draft.form, draft.card);
        if draft.text.is_empty() {
            self.drafts.remove(&key);
        } else {
            self.drafts.insert(key, draft.text);
        }
    }
}
