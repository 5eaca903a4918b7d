//! The visits of the day: seen, kept, put off, dropped.

use super::super::app::App;
use super::super::effect::Change;
use super::super::layer::{Choosing, Item, Layer, Pick, Picker, Purpose};
use super::super::today::{Listed, PlanState};
use crate::domain::agenda::Horizon;
use crate::domain::id::{CardId, VisitId};

impl App {
    /// The visits of the day in the place of what is due, or the way back.
    pub(super) fn turn_to_plan(&mut self) {
        let question = &mut self.listing.question;
        question.listed = match question.listed {
            Listed::Plan => Listed::Due(Horizon::Today),
            Listed::Due(_) | Listed::Cards => Listed::Plan,
        };
        question.zone = None;
        self.listing.forget_all();
        self.ask_anew();
    }

    /// Keeps the visits that are proposed.
    pub(super) fn keep_plan(&mut self) {
        let plan = &self.today.plan;
        if plan.state == PlanState::Kept {
            self.refuse(self.words().plan_kept_already());
            return;
        }
        if plan.proposed.is_empty() {
            self.refuse(self.words().plan_empty());
            return;
        }
        let change = Change::KeepPlan(self.setting.day, plan.proposed.clone());
        self.listing.question.zone = None;
        self.write(String::new(), change);
    }

    /// Offers the zones with something due.
    pub(super) fn open_zones(&mut self) {
        let words = self.words();
        let others = self.today.plan.others.iter().filter(|(zone, _)| !zone.is_empty());
        let items: Vec<Item> = others
            .map(|(zone, count)| Item {
                label: zone.clone(),
                detail: words.plan_due_in_zone(count),
                pick: Pick::Zone(zone.clone()),
            })
            .collect();
        if items.is_empty() {
            self.refuse(words.plan_no_other_zone());
            return;
        }
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Zone, items))));
    }

    /// Asks for the visits of a zone.
    pub(super) fn plan_zone(&mut self, zone: String) {
        self.listing.question.zone = Some(zone);
        self.ask_anew();
    }

    /// Opens a line about the visit under the cursor, when the plan was kept.
    pub(super) fn with_visit(&mut self, purpose: fn(CardId, VisitId) -> Purpose) {
        let stop = self.today.plan.stops.get(self.listing.cursor());
        match stop.map(|stop| (stop.card, stop.kept.as_ref().map(|kept| kept.id))) {
            Some((card, Some(visit))) => self.open_line(purpose(card, visit), String::new()),
            Some((_, None)) => self.refuse(self.words().plan_keep_first()),
            None => self.refuse(self.words().no_card_here()),
        }
    }
}
