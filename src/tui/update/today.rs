//! The place Today, and what a salesperson does there card after card.

use crate::domain::agenda::Horizon;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Kept, Outcome};
use crate::domain::draft::NewContact;
use crate::domain::field::Group;
use crate::domain::id::CardId;
use crate::domain::log_line::Recordable;
use crate::lang::dates;
use crate::tui::app::{App, Onward, Pane};
use crate::tui::effect::{Change, Effect};
use crate::tui::layer::form::Filling;
use crate::tui::layer::{Choosing, Item, Layer, Pick, Picker, Reading, Subject};
use crate::tui::listing::Listed;
use crate::tui::listing::{Extent, Stage};
use crate::tui::today::Place;

impl App {
    /// Goes to a place, to the card it was left on; its list is asked for anew. All cards are seen as they were until
    /// that comes. What is due may have been done elsewhere: its first page comes at once.
    pub(super) fn go_to(&mut self, place: Place) {
        self.layers.clear();
        self.opened = None;
        if place == self.place {
            return;
        }
        self.place = place;
        self.pane = Pane::List;
        std::mem::swap(&mut self.listing, &mut self.resting);
        self.fit_list();
        self.listing.forget_all();
        self.seen.look_again();
        if place == Place::Cards && self.listing.is_whole() {
            self.ask_again();
            if self.destination.card.is_some() {
                self.await_list();
            }
            return;
        }
        self.listing.seek_again();
        self.ask_first_page();
    }

    /// Goes to the list of cards, and there to the one that was just added elsewhere.
    pub(super) fn go_to_cards(&mut self, added: Option<CardId>) {
        self.destination.card = added.or(self.destination.card.take());
        self.go_to(Place::Cards);
    }

    /// The cards due today, or the days ahead; the same days again are today.
    pub(super) fn look_ahead(&mut self, horizon: Horizon) {
        let asked = Listed::Due(horizon);
        let turned = if self.listing.question.listed == asked { Listed::Due(Horizon::Today) } else { asked };
        self.listing.question.listed = turned;
        self.listing.begin_anew();
        self.ask_first_page();
    }

    /// The place Today as it was first: what is due today.
    pub(super) fn go_to_today(&mut self) {
        self.resting.question.listed = match self.place {
            Place::Cards => Listed::Due(Horizon::Today),
            Place::Today => self.resting.question.listed,
        };
        if self.place == Place::Today && self.listing.question.listed != Listed::Due(Horizon::Today) {
            self.look_ahead(Horizon::Today);
        }
        self.go_to(Place::Today);
    }

    /// Customers not heard of for long, in the list of cards.
    pub(super) fn list_silent(&mut self) {
        let days = self.setting.policies.follow_up.silent;
        self.go_to(Place::Cards);
        self.search(format!("silent:>{days}d"), Stage::Kept);
    }

    fn ask_first_page(&mut self) {
        let generation = self.asked_list.ask_another();
        let question = &self.listing.question;
        self.effects.push(Effect::List(generation, question.clone(), Extent::FirstPage));
        self.effects.push(Effect::List(generation, question.clone(), Extent::Whole));
        self.await_list();
    }

    /// What is due, in one line: how much, and of what.
    pub fn title(&self) -> String {
        let counts = self.today.counts.clone().unwrap_or_default();
        let language = self.setting.language;
        let parts: Vec<String> =
            counts.0.iter().map(|(matter, count)| format!("{} {count}", matter.name(language))).collect();
        let title = self.words().title_due(&counts.total());
        if parts.is_empty() { title } else { format!("{title} ({})", parts.join(", ")) }
    }

    /// The pre-visit sheet to be read whole.
    pub(super) fn open_brief(&mut self) {
        match self.current() {
            Some(_) => self.layers.push(Layer::Reading(Reading::of(Subject::Brief))),
            None => self.refuse(self.words().no_card_here()),
        }
    }

    /// The own lines of the sheet that is read, as a form over it.
    pub(super) fn prepare_visit(&mut self) {
        let is_read =
            matches!(self.layers.last(), Some(Layer::Reading(Reading { subject: Subject::Brief, .. })));
        if is_read && let Some(card) = self.current().map(|shown| shown.card.id) {
            self.open_form(Filling::Group(card, Group::Visit), "");
        }
    }

    /// Logs that nobody was reached, in the way that was planned, and goes on to the next card.
    pub(super) fn log_not_reached(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let (card, name) = (shown.card.id, shown.card.name.clone());
        let planned = shown.card.next_action.as_ref().and_then(|next| next.kind);
        let kind = planned.unwrap_or(ContactKind::Phone);
        let tried = NewContact {
            on: self.setting.day,
            kind,
            direction: kind.usual_direction(),
            person: None,
            outcomes: vec![Outcome::NotReached],
            note: String::new(),
            promises: Vec::new(),
            assertions: Vec::new(),
            next_action: None,
        };
        self.destination.onward = Onward::GoOn;
        let tried = Recordable { contact: tried, left_out: Vec::new() };
        self.write(name, Change::Log(card, Box::new(tried)));
    }

    /// Offers the open promises of the card, ours first, to be settled.
    pub(super) fn open_promises(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let (day, language, words) = (self.setting.day, self.setting.language, self.setting.words);
        let mut open: Vec<_> = shown
            .card
            .contacts
            .iter()
            .flat_map(|contact| &contact.promises)
            .filter_map(|promise| Some((promise.id?, promise)))
            .filter(|(_, promise)| promise.is_open(day))
            .collect();
        open.sort_by_key(|(_, promise)| (promise.by as usize, promise.due_on));
        let items: Vec<Item> = open
            .into_iter()
            .flat_map(|(id, promise)| {
                Kept::ALL.iter().map(move |kept| Item {
                    label: words.said_of(&kept.name(language), &promise.text),
                    detail: format!(
                        "{} {}",
                        promise.by.name(language),
                        promise.due_on.map(|due| dates::day(due, day, language)).unwrap_or_default()
                    ),
                    pick: Pick::Promise { promise: id, kept: *kept },
                })
            })
            .collect();
        if items.is_empty() {
            self.refuse(self.words().no_open_promise());
            return;
        }
        let card = shown.card.id;
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Promise(card), items))));
    }

    /// On Today work goes from card to card: what was done to one is followed by the next.
    pub(super) fn goes_on_after_write(&self) -> bool {
        self.destination.onward == Onward::GoOn || self.place == Place::Today
    }

    /// After a write that deals with a card: the next card of the list is wanted under the cursor.
    pub(super) fn go_on_to_next(&mut self, card: CardId) {
        self.destination.onward = Onward::Stay;
        if self.listing.selected() != Some(card) {
            return;
        }
        match self.place {
            Place::Cards => self.go_card(1),
            Place::Today => {
                // An opened card that another one takes the place of would be taken for the one just logged.
                self.opened = None;
                self.destination.card = self.listing.following();
                self.await_list();
            }
        }
    }
}
