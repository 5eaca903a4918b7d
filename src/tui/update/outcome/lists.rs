//! A list that has come, and where the cursor stands in it.

use crate::domain::id::CardId;
use crate::store::{FirstCards, Freshness};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Generation};
use crate::tui::listing::{Extent, Stage};
use crate::tui::today::{DueList, ShownPlan};

impl App {
    pub(super) fn take_first_rows(&mut self, generation: Generation, listed: FirstCards) {
        if generation != self.asked_list.newest() {
            return;
        }
        self.show_what_is_meant();
        self.listing.take_first(listed);
    }

    /// What the next key is meant for is seen now; the rest of the list may take its time.
    fn show_what_is_meant(&mut self) {
        if self.destination.card.is_none() && self.destination.watched.is_none() {
            self.asked_list.wait_no_longer();
        }
    }

    pub(super) fn take_listed(&mut self, generation: Generation, cards: Vec<CardId>) {
        self.asked_list.has_come(generation);
        if generation == self.asked_list.newest() {
            self.take_list(cards, Extent::Whole);
        }
    }

    pub(super) fn take_due(&mut self, generation: Generation, due: DueList, extent: Extent) {
        if extent == Extent::Whole {
            self.asked_list.has_come(generation);
        }
        if generation == self.asked_list.newest() {
            if due.freshness == Freshness::Exact && !due.cards.is_empty() {
                self.show_what_is_meant();
            }
            let groups = due.groups.iter().map(|group| group.first).collect();
            (self.today.offer, self.today.groups) = (due.offer, due.groups);
            self.take_list(due.cards, extent);
            self.listing.take_groups(groups);
        }
    }

    pub(super) fn take_plan(&mut self, generation: Generation, plan: ShownPlan) {
        self.asked_list.has_come(generation);
        if generation == self.asked_list.newest() {
            let cards = plan.stops.iter().map(|stop| stop.card).collect();
            self.today.plan = plan;
            self.today.groups = Vec::new();
            self.listing.take_groups(Vec::new());
            self.take_list(cards, Extent::Whole);
        }
    }

    /// Another program has written: the card under the cursor may be gone with the next list.
    pub(super) fn notice_foreign_write(&mut self) {
        // What goes away by our own long work is no surprise.
        let watched = self
            .current()
            .filter(|_| self.under_way.is_none())
            .map(|shown| (shown.card.id, shown.card.name.clone()));
        self.destination.watched = watched.or(self.destination.watched.take());
        self.effects.push(Effect::Vocabulary);
        self.reread(None);
    }

    fn take_list(&mut self, ids: Vec<CardId>, extent: Extent) {
        self.listing.take(ids, extent);
        if extent == Extent::Whole
            && let Some((card, line)) = self.destination.line.take()
        {
            self.listing.hold_line(card, line);
        }
        if let Some(wanted) = self.destination.card
            && self.listing.select(wanted).is_none()
            && !self.listing.question.text.is_empty()
        {
            // The new card does not answer the query: the whole list shows it.
            self.search(String::new(), Stage::Kept);
            return;
        }
        if extent == Extent::Whole {
            let wanted = self.destination.card.take();
            self.miss_watched();
            if wanted.is_some_and(|wanted| Some(wanted) != self.listing.selected()) {
                self.miss_the_corrected();
            }
        }
    }

    /// Says so when the card under the cursor went away by another program, and goes back to the list.
    fn miss_watched(&mut self) {
        let Some((card, name)) = self.destination.watched.take() else { return };
        if self.listing.selected() != Some(card) {
            self.opened = None;
            self.pending = None;
            self.destination.lost_card = true;
            self.refuse(self.words().card_gone(&name));
        }
    }
}
