//! The state of the screen. It changes by keys and outcomes only, and asks for I/O as [`Effect`]s.

mod asked_list;
mod asking;
mod destination;
mod meaning;
mod parts;
mod seen;
mod setting;
mod spot;
pub(in crate::tui) mod typing;

use std::time::Duration;

use chrono::NaiveDate;
pub use parts::{Afterwards, CardLog, Cursors, Message, Pane, Tab, Tone, UnderWay};
use ratatui::layout::Rect;
pub use seen::{FilesSeen, Seen};
pub use setting::{DaySource, Setting};
pub use spot::Spot;

use self::asked_list::AskedList;
use self::destination::Destination;
pub(in crate::tui) use self::destination::Onward;
use self::typing::Typing;
use crate::domain::id::{CardId, JournalId};
use crate::lang::Words;
use crate::store::Nameable;
use crate::tui::effect::Effect;
use crate::tui::fields::FieldRange;
use crate::tui::key::Key;
use crate::tui::layer::Layer;
use crate::tui::layout::{Layout, Size, inside, writing_inside};
use crate::tui::listing::Listing;
use crate::tui::pending::Pending;
use crate::tui::shown::Shown;
use crate::tui::today::{Place, Today};
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
    /// What was read of the card under the cursor.
    pub seen: Seen,
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
    /// What is half typed.
    pub(in crate::tui) typing: Typing,
    /// Where the cursor is to stand when the list has come anew.
    pub(in crate::tui) destination: Destination,
    /// The list asked for last.
    pub(in crate::tui) asked_list: AskedList,
    /// What is asked for and not yet taken to be done.
    pub(in crate::tui) effects: Vec<Effect>,
    /// Since the program began.
    pub(in crate::tui) now: Duration,
    /// The first key of two.
    pub(in crate::tui) chord: Option<Key>,
    /// The change that stood in the way of the last undo: another one straight after takes it back.
    pub(in crate::tui) in_the_way: Option<JournalId>,
    /// The card of the contact that was logged just now, and its name: nothing else was done since.
    pub(in crate::tui) just_logged: Option<(CardId, String)>,
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
            seen: Seen::default(),
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
            typing: Typing::default(),
            destination: Destination::default(),
            asked_list: AskedList::default(),
            effects: Vec::new(),
            now: Duration::ZERO,
            chord: None,
            in_the_way: None,
            just_logged: None,
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
        let area = writing_inside(size);
        for layer in &mut self.layers {
            if let Layer::Writing(writing) = layer {
                writing.editor.resize(area.width, area.height);
            }
        }
    }

    /// Where the list of the present place stands, without its border.
    pub(in crate::tui) fn list_area(&self) -> Rect {
        let layout = Layout::of(self.size);
        inside(match self.place {
            Place::Today => layout.day(self.size).0,
            Place::Cards if self.list_is_alone() => layout.body,
            Place::Cards if self.size.is_wide() => layout.wide().list,
            Place::Cards => layout.narrow().list,
        })
    }

    /// Gives the list as many rows as its place on the screen has.
    pub(in crate::tui) fn fit_list(&mut self) {
        // The names of the columns stand above the cards.
        let rows = self.list_area().height.saturating_sub(1);
        self.listing.set_height(rows.into());
    }

    /// The card under the cursor, when it has been read.
    pub fn current(&self) -> Option<&Shown> {
        self.seen.card.as_deref().filter(|shown| Some(shown.card.id) == self.listing.selected())
    }

    /// Whether there are no cards at all, as far as the list of cards told when it was last seen.
    pub(in crate::tui) fn file_is_empty(&self) -> bool {
        let cards = if self.place == Place::Cards { &self.listing } else { &self.resting };
        cards.question.text.is_empty() && cards.is_empty()
    }

    /// Whether the card under the cursor was taken away by another program since the last key.
    pub fn notice_lost_card(&mut self) -> bool {
        std::mem::take(&mut self.destination.lost_card)
    }

    /// Goes over to another day: everything derived is folded anew.
    pub fn turn_day(&mut self, day: NaiveDate) {
        self.setting.day = day;
        self.listing.forget_all();
        self.seen.look_again();
        self.ask_again();
    }

    /// How long the screen may sleep before something is due by itself.
    pub fn due(&self) -> Option<Duration> {
        let pending = self.pending.as_ref().map(|pending| pending.due);
        [pending, self.typing.unsaved.map(|unsaved| unsaved.due)].into_iter().flatten().min()
    }

    pub(in crate::tui) fn say(&mut self, text: String) {
        self.message = Some(Message::of(&text, Tone::Done));
    }

    pub(in crate::tui) fn refuse(&mut self, text: String) {
        self.message = Some(Message::of(&text, Tone::Refused));
    }

    pub(in crate::tui) fn words(&self) -> &'static Words {
        self.setting.words
    }
}
