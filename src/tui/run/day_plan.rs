//! The visits of the day, read for the screen.

use chrono::NaiveDate;

use crate::domain::plan::{Frame, Zones};
use crate::domain::planned_visit::Fate;
use crate::store::{Store, StoreError};
use crate::tui::today::{PlanState, ShownPlan, Stop};

/// The visits kept for a day; those proposed where none were, or where other zones are asked for.
pub fn read(store: &Store, zones: &Zones, day: NaiveDate) -> Result<ShownPlan, StoreError> {
    let kept = store.planned_visits(day)?;
    let is_proposed = kept.is_empty() || *zones != Zones::default();
    // Beside a plan that is kept stands what else is due.
    let without = if is_proposed { Vec::new() } else { kept.iter().map(|visit| visit.card).collect() };
    let frame = Frame { zones: zones.clone(), without, visits: None };
    let proposal = store.propose_plan(&frame, day)?;
    let mut plan = ShownPlan {
        state: if is_proposed { PlanState::Proposed } else { PlanState::Kept },
        zones: proposal.zones().map(|(zone, count)| (zone.to_owned(), count)).collect(),
        chosen: proposal.chosen.into_iter().map(|(zone, _)| zone).collect(),
        without_address: store.due_without_address(day)?,
        known: kept.iter().map(|visit| visit.id).collect(),
        ..ShownPlan::default()
    };
    if is_proposed {
        for visit in &proposal.visits {
            let Some(card) = store.card(visit.whom.card)? else { continue };
            let place = card.addresses.first().map(|address| address.place.clone());
            let (at, kind) = (visit.at, visit.kind);
            plan.stops.push(Stop { card: card.id, kept: None, at, kind, fate: Fate::Planned, place });
        }
        plan.proposed = proposal.visits;
        return Ok(plan);
    }
    for visit in kept {
        let Some(card) = store.card(visit.card)? else { continue };
        let place = card.addresses.first().map(|address| address.place.clone());
        let (at, kind, fate) = (visit.at, visit.kind, visit.fate(&card.contacts));
        plan.stops.push(Stop { card: card.id, kept: Some(visit), at, kind, fate, place });
    }
    Ok(plan)
}
