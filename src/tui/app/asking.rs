//! What the screen asks for because it lacks it.

use super::{App, Tab};
use crate::domain::agenda::Horizon;
use crate::domain::id::CardId;
use crate::domain::list_view::ListView;
use crate::tui::effect::{Effect, Outcome};
use crate::tui::listing::Extent;
use crate::tui::listing::Listed;
use crate::tui::today::Place;

/// Rows that are read in one go while nothing happens: those of four pages.
const ROWS_AHEAD: usize = 1_000;
/// The same where each is read with its reasons, from the whole history of the card: a key that comes meanwhile
/// waits for them.
const REASONS_AHEAD: usize = 6;

impl App {
    /// What is to be done now: what keys asked for, then what the list lacks, then all else the screen lacks.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        let effects = self.take_list_effects();
        if effects.is_empty() { self.ask_beside_the_list() } else { effects }
    }

    /// What is to be done before the list is seen: what keys asked for, then what the list lacks.
    pub fn take_list_effects(&mut self) -> Vec<Effect> {
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
        effects
    }

    fn ask_beside_the_list(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        let selected = self.listing.selected();
        let seen = &mut self.seen;
        if selected.is_some() && selected != seen.cursors_of {
            seen.cursors_of = selected;
            self.cursors.leave_card();
        }
        if selected != seen.asked_for {
            let left = seen.asked_for.and(seen.card.take());
            seen.ahead.extend(left.map(|shown| (shown.card.id, Some(shown))));
            seen.asked_for = selected;
            if let Some(card) = selected {
                match seen.ahead.remove(&card) {
                    Some(shown) => self.receive(Outcome::Show(card, shown)),
                    None => effects.push(Effect::Show(card)),
                }
            }
        }
        effects.extend(self.look_for_files());
        effects.extend(self.count_zone());
        if self.opened == Some(Tab::Log)
            && let Some(card) = selected
            && self.seen.log.as_ref().is_none_or(|log| log.card != card)
        {
            effects.push(Effect::Journal(card));
        }
        if self.opened == Some(Tab::Referrals)
            && let Some(card) = selected
            && self.seen.referrals.as_ref().is_none_or(|(known, _)| *known != card)
        {
            effects.push(Effect::Referrals(card));
        }
        effects
    }

    /// Asks what the zone under the cursor comes to, in the table of addresses.
    fn count_zone(&mut self) -> Option<Effect> {
        let is_shown = self.place == Place::Cards && self.views.present() == ListView::Addresses;
        let face = self.listing.selected().and_then(|card| self.listing.face(card)).filter(|_| is_shown)?;
        let zones = face.card.addresses.iter().map(|address| &address.place.zone);
        let zone = zones.into_iter().find(|zone| !zone.is_empty()).cloned().unwrap_or_default();
        if self.seen.zone.as_ref().is_some_and(|(known, _)| *known == zone) {
            return None;
        }
        self.seen.zone = Some((zone.clone(), None));
        (!zone.is_empty()).then_some(Effect::CountZone(zone))
    }

    /// What is worth reading when nothing else is to be done, so that it is there at once: the rows and then the
    /// cards that one key can bring to the screen. Nothing when all is there.
    pub fn read_ahead(&mut self) -> Vec<Effect> {
        let listed = self.listing.question.listed;
        let most = match listed {
            Listed::Cards => ROWS_AHEAD,
            Listed::Due(_) => REASONS_AHEAD,
            Listed::Plan => 0,
        };
        let rows = self.listing.ask_rows_ahead(most);
        match listed {
            _ if rows.is_empty() => {}
            Listed::Due(horizon) => {
                return vec![Effect::Reasons(rows.clone(), horizon), Effect::Rows(rows, Vec::new())];
            }
            Listed::Cards | Listed::Plan => return vec![Effect::Rows(rows, self.views.parts())],
        }
        let near = self.listing.a_key_away();
        let ahead = &mut self.seen.ahead;
        ahead.retain(|card, _| near.contains(card));
        let near = near.into_iter().find(|card| !ahead.contains_key(card));
        near.map(Effect::Show).or_else(|| self.read_today_ahead()).into_iter().collect()
    }

    /// Reads what Today will begin with, for no other reason than that the card file has it at hand when somebody goes
    /// there: read for the first time, it takes most of a frame.
    fn read_today_ahead(&mut self) -> Option<Effect> {
        let unread = &mut self.today.to_be_read;
        let cards: Vec<CardId> = unread.drain(..unread.len().min(REASONS_AHEAD)).collect();
        (!cards.is_empty()).then_some(Effect::Reasons(cards, Horizon::Today))
    }

    /// Whether a list was asked for by a key and has not come yet.
    pub fn awaits_list(&self) -> bool {
        self.asked_list.is_awaited()
    }

    /// Whether keys have asked for something that is not done yet.
    pub fn has_asked(&self) -> bool {
        !self.effects.is_empty() || self.destination.to_correct.is_some()
    }

    /// Asks the list again, after a write or for another question.
    pub(in crate::tui) fn ask_again(&mut self) {
        let generation = self.asked_list.ask_another();
        self.effects.push(Effect::List(generation, self.listing.question.clone(), Extent::Whole));
    }

    /// Asks the list a new question; the next key waits for its first cards.
    pub(in crate::tui) fn ask_anew(&mut self) {
        let generation = self.asked_list.ask_another();
        for extent in [Extent::FirstPage, Extent::Whole] {
            self.effects.push(Effect::List(generation, self.listing.question.clone(), extent));
        }
        self.await_list();
    }

    /// Lets the next key wait for the list asked for last: its cursor is to stand on another card then.
    pub(in crate::tui) fn await_list(&mut self) {
        self.asked_list.make_wait();
    }
}
