//! Opening and closing: cards, tabs, search, help, long texts; going back.

use crate::domain::card::CardState;
use crate::domain::plan::Zones;
use crate::domain::query::{Query, Strictness};
use crate::tui::app::{App, Pane, Tab};
use crate::tui::effect::{Change, Effect};
use crate::tui::fields;
use crate::tui::layer::{HelpRange, Layer, Line, Marked, Purpose, Reading, Subject, Written};
use crate::tui::listing::Listed;
use crate::tui::listing::{Question, Stage};
use crate::tui::today::Place;

impl App {
    /// Enter: opens the card, or what is under the cursor of a pane of it.
    pub(super) fn open_selected(&mut self) {
        let Some(card) = self.current().map(|shown| shown.card.id) else {
            self.refuse(self.words().no_card_here());
            return;
        };
        match (self.opened, self.pane) {
            (Some(Tab::Card), _) => self.edit_row(),
            (Some(Tab::Credit), _) | (None, Pane::Credit) => self.open_factor(),
            (Some(Tab::Contacts), _) | (None, Pane::Contacts) => self.read_contact(),
            (Some(Tab::Files), _) => self.open_file(),
            (Some(Tab::Referrals), _) => self.walk_to_referral(),
            (Some(Tab::Positions | Tab::Log), _) => {}
            (None, Pane::List | Pane::Man) => {
                self.cursors.open_card(card);
                self.opened = Some(Tab::Card);
            }
        }
    }

    pub(super) fn open_tab(&mut self, tab: Tab) {
        self.with_card(|app, _| app.opened = Some(tab));
    }

    /// Goes to the card under the cursor of the tree, and shows the tree around that one.
    fn walk_to_referral(&mut self) {
        let meant = self.tree().and_then(|tree| tree.cards.get(self.cursors.referral)).map(|card| card.card);
        let Some(card) = meant.filter(|card| Some(*card) != self.listing.selected()) else { return };
        if self.listing.select(card).is_none() {
            self.go_to(Place::Cards);
            self.destination.card = Some(card);
            self.search(String::new(), Stage::Kept);
            self.opened = Some(Tab::Referrals);
        }
    }

    pub(super) fn is_on_contacts(&self) -> bool {
        matches!((self.opened, self.pane), (Some(Tab::Contacts), _) | (None, Pane::Contacts))
    }

    pub(super) fn open_help(&mut self) {
        self.layers.push(Layer::Reading(Reading::of(Subject::Help(HelpRange::Here))));
    }

    /// Shows the keys of all places in the help, or those of this place again.
    pub(super) fn change_help_range(&mut self) {
        if let Some(Layer::Reading(reading)) = self.layers.last_mut()
            && let Subject::Help(range) = reading.subject
        {
            let other = match range {
                HelpRange::Here => HelpRange::Everywhere,
                HelpRange::Everywhere => HelpRange::Here,
            };
            *reading = Reading::of(Subject::Help(other));
        }
    }

    /// From the help to the actions of the place below it, found by what is typed.
    pub(super) fn find_in_help(&mut self) {
        if matches!(self.layers.last(), Some(Layer::Reading(Reading { subject: Subject::Help(_), .. }))) {
            self.layers.pop();
            self.open_palette();
        }
    }

    pub(super) fn open_line_help(&mut self) {
        if let Some(line) = self.line_told() {
            self.layers.push(Layer::Reading(Reading::of(Subject::LineHelp(line))));
        }
    }

    pub(super) fn open_search(&mut self) {
        self.go_to(Place::Cards);
        let text = self.listing.question.text.clone();
        self.opened = None;
        self.pane = Pane::List;
        self.effects.push(Effect::Tags);
        self.layers.push(Layer::Line(Box::new(Line::new(Purpose::Search(text.clone()), text))));
    }

    /// Asks the list for a query. What cannot be read yet leaves the list as it is.
    pub(super) fn search(&mut self, text: String, stage: Stage) {
        let Ok((query, _)) =
            Query::parse_knowing(self.known.vocabulary(), &text, self.setting.day, Strictness::Screen)
        else {
            return;
        };
        let sort = self.listing.question.sort.clone();
        let zones = Zones::default();
        self.listing.question = Question { text, query, sort, stage, listed: Listed::Cards, zones };
        self.ask_anew();
    }

    /// The query is typed: a chosen order holds again.
    pub(super) fn keep_search(&mut self) {
        let before = self.listing.question.order();
        self.listing.question.stage = Stage::Kept;
        if self.listing.question.order() != before {
            self.ask_anew();
        }
    }

    pub(super) fn open_next(&mut self) {
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let purpose = Purpose::Next(shown.card.id);
        let language = self.setting.language;
        let next = shown.card.next_action.as_ref();
        let text = next.map(|next| fields::next_action_text(next, language)).unwrap_or_default();
        self.open_line(purpose, text);
        // A plan is mostly replaced; half-typed text goes on where it was left.
        if let Some(Layer::Line(line)) = self.layers.last_mut()
            && line.text() == line.original
        {
            line.marked = Marked::Whole;
        }
    }

    pub(super) fn bin(&mut self) {
        if let Some(shown) = self.current() {
            let (name, card, state) = (shown.card.name.clone(), shown.card.id, shown.card.state);
            self.opened = None;
            let change = if state == CardState::Binned { Change::Unbin(card) } else { Change::Bin(card) };
            self.write(name, change);
        } else {
            self.refuse(self.words().no_card_here());
        }
    }

    /// Esc: closes the layer, else the opened card, else drops the query, else goes back to the list.
    pub(super) fn back(&mut self) {
        match self.layers.pop() {
            Some(Layer::Line(line)) => match &line.purpose {
                Purpose::Search(before) => {
                    let before = before.clone();
                    if line.text() != before {
                        self.search(before, Stage::Kept);
                    }
                }
                _ => self.put_line_away(&line),
            },
            // What was written for a line of a form stands in that line.
            Some(Layer::Writing(writing)) if matches!(writing.what, Written::InForm(..)) => {
                self.take_into_form(&writing.editor.text.whole());
            }
            Some(Layer::Writing(writing)) => {
                writing.draft().into_iter().for_each(|draft| self.put_away(draft))
            }
            Some(Layer::Form(form)) => self.put_away(form.draft()),
            Some(_) => {}
            None if self.under_way.is_some() => self.effects.push(Effect::StopLong),
            None if self.opened.is_some() => self.opened = None,
            None if self.pane != Pane::List => self.pane = Pane::List,
            None if !self.listing.question.text.is_empty() => self.search(String::new(), Stage::Kept),
            None => self.listing.unmark_all(),
        }
    }
}
