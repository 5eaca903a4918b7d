//! The visits of the day: seen, kept, put off, dropped.

use crate::domain::agenda::Horizon;
use crate::domain::id::{CardId, VisitId};
use crate::domain::plan::Zones;
use crate::domain::planned_visit::Fate;
use crate::lang::errors;
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::layer::{Choosing, Item, Layer, Line, Pick, Picker, Purpose};
use crate::tui::listing::Listed;
use crate::tui::listing::Stage;
use crate::tui::today::{Place, PlanState};

/// Who is due and cannot be visited.
const DUE_WITHOUT_ADDRESS: &str = "due:..today no:address";

impl App {
    /// The visits of the day in the place of what is due, or the way back.
    pub(super) fn turn_to_plan(&mut self) {
        let question = &mut self.listing.question;
        question.listed = match question.listed {
            Listed::Plan => Listed::Due(Horizon::Today),
            Listed::Due(_) | Listed::Cards => Listed::Plan,
        };
        question.zones = Zones::default();
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
        let change = Change::KeepPlan(self.setting.day, plan.known.clone(), plan.proposed.clone());
        self.listing.question.zones = Zones::default();
        self.write(String::new(), change);
    }

    /// Offers the zones with something due, the way back to the plan of the day from the zone that was asked for, and
    /// who cannot be visited.
    pub(super) fn open_zones(&mut self) {
        let (words, plan) = (self.words(), &self.today.plan);
        let is_shown = |zone: &str| plan.leads_through(zone);
        // Where one is already comes last: Enter goes elsewhere.
        let mut zones: Vec<&(String, usize)> = plan.zones.iter().collect();
        zones.sort_by_key(|(zone, _)| is_shown(zone));
        let zones = zones.into_iter().map(|(zone, count)| {
            let due = words.plan_due_in_zone(count);
            Item {
                label: if zone.is_empty() { words.plan_no_zone() } else { zone.clone() },
                detail: if is_shown(zone) { words.plan_shown(&due) } else { due },
                pick: Pick::Zones(Zones::These(vec![zone.clone()])),
            }
        });
        let is_asked = self.listing.question.zones != Zones::default();
        let back = is_asked.then(|| Item {
            label: words.plan_of_the_day(),
            detail: String::new(),
            pick: Pick::Zones(Zones::default()),
        });
        let unaddressed = (plan.without_address > 0).then(|| Item {
            label: words.plan_no_address(),
            detail: words.plan_due_in_zone(&plan.without_address),
            pick: Pick::Unaddressed,
        });
        let items: Vec<Item> = zones.chain(unaddressed).chain(back).collect();
        if items.is_empty() {
            self.refuse(words.plan_no_other_zone());
            return;
        }
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Zone, items))));
    }

    /// Asks for the visits of other zones.
    pub(super) fn plan_zones(&mut self, zones: Zones) {
        self.listing.question.zones = zones;
        self.ask_anew();
    }

    /// Goes on to one zone more: the one most worth it of those the plan does not lead through yet.
    pub(super) fn plan_next_zone(&mut self) {
        let plan = &self.today.plan;
        if plan.state == PlanState::Kept {
            self.refuse(self.words().plan_is_kept());
            return;
        }
        let Some((next, _)) = plan.other_zones().next() else {
            self.refuse(self.words().plan_no_other_zone());
            return;
        };
        let zones = match &self.listing.question.zones {
            Zones::Best(count) => Zones::Best(count + 1),
            Zones::These(zones) => Zones::These([zones.as_slice(), std::slice::from_ref(next)].concat()),
        };
        self.plan_zones(zones);
    }

    /// Cards that are due and have no address, in the list of cards.
    pub(super) fn list_unaddressed(&mut self) {
        self.go_to(Place::Cards);
        self.search(DUE_WITHOUT_ADDRESS.to_owned(), Stage::Kept);
    }

    /// The visit under the cursor, when the plan was kept and nothing became of it yet.
    pub(in crate::tui) fn visit_under_cursor(&self) -> Option<(CardId, VisitId)> {
        let stop = self.today.plan.stops.get(self.listing.cursor())?;
        let visit = stop.kept.as_ref().filter(|_| stop.fate == Fate::Planned)?;
        Some((stop.card, visit.id))
    }

    /// Opens a line about the visit under the cursor, when the plan was kept.
    pub(super) fn with_visit(&mut self, purpose: fn(CardId, VisitId) -> Purpose) {
        match self.visit_under_cursor() {
            Some((card, visit)) => {
                let purpose = purpose(card, visit);
                // Nothing of it is typed again: it is what the line is compared with when it is taken.
                let present = self.present_text(&purpose).unwrap_or_default();
                let typed = self.typing.typed_into(&purpose).unwrap_or_default();
                self.open_layer(Layer::Line(Box::new(Line::resumed(purpose, present, typed))));
            }
            None if self.today.plan.stops.is_empty() => self.refuse(self.words().no_card_here()),
            None if self.today.plan.state == PlanState::Proposed => {
                self.refuse(self.words().plan_keep_first())
            }
            None => {
                let name = self.current().map(|shown| shown.card.name.clone()).unwrap_or_default();
                let told = self.words().error_not_planned(&name, &self.setting.day);
                self.refuse(errors::as_sentence(&told));
            }
        }
    }
}
