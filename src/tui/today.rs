//! The place Today: what its list holds beyond the cards themselves.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::agenda::{Entry, Horizon, Matter};
use crate::domain::id::{CardId, VisitId};
use crate::domain::plan::{Visit, VisitKind};
use crate::domain::planned_visit::{Fate, PlannedVisit};
use crate::domain::reach;
use crate::store::{DueCard, Freshness};

use crate::tui::listing::{Extent, Listing};

/// A place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The list of cards.
    #[default]
    Cards,
    /// What is due.
    Today,
}

/// What the list of a day offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offer {
    /// The cards that are due.
    #[default]
    Due,
    /// Nothing is due: the best prospects.
    Prospects,
    /// Nothing is due, and there are no prospects: cards in drift, out of which prospects are made.
    Drift,
}

/// What the cards of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Their foremost matter.
    Matter(Matter),
    /// The day of it.
    Day(NaiveDate),
}

/// Cards of the list that stand below one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub heading: Heading,
    /// The place of the first one, from 0.
    pub first: usize,
    /// How many; `None` while the end of the list is not known.
    pub count: Option<usize>,
}

/// The list of a day as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueList {
    /// Its cards.
    pub cards: Vec<CardId>,
    /// Their groups, in order; none for cards that are only offered.
    pub groups: Vec<Group>,
    /// What it offers.
    pub offer: Offer,
    /// Whether it is sure to be the list of that day, or only what was kept of days before.
    pub freshness: Freshness,
}

impl DueList {
    /// Cards that are due: by matter today, by day in the days ahead. `extent` says whether these are all.
    pub fn of(due: &[DueCard], horizon: Horizon, extent: Extent, freshness: Freshness) -> DueList {
        let heading = |due: &DueCard| match horizon {
            Horizon::Today => Heading::Matter(due.matter),
            Horizon::Week | Horizon::Month => Heading::Day(due.on),
        };
        let mut groups: Vec<Group> = Vec::new();
        let mut first = 0;
        for cards in due.chunk_by(|one, other| heading(one) == heading(other)) {
            groups.push(Group { heading: heading(&cards[0]), first, count: Some(cards.len()) });
            first += cards.len();
        }
        if let (Extent::FirstPage, Some(last)) = (extent, groups.last_mut()) {
            last.count = None;
        }
        DueList { cards: due.iter().map(|due| due.card).collect(), groups, offer: Offer::Due, freshness }
    }

    /// What is offered while nothing is due.
    pub fn offered(cards: Vec<CardId>, offer: Offer) -> DueList {
        DueList { cards, groups: Vec::new(), offer, freshness: Freshness::Exact }
    }
}

/// How many cards are due, by their foremost matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DueCounts(pub Vec<(Matter, usize)>);

impl DueCounts {
    /// All of them.
    pub fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

/// What is known of the list of a day beside its cards.
#[derive(Debug, Default)]
pub struct Today {
    /// What the list offers.
    pub offer: Offer,
    /// The groups of its cards.
    pub groups: Vec<Group>,
    /// The visits of the day.
    pub plan: ShownPlan,
    /// How many cards are due; `None` until they were counted.
    pub counts: Option<DueCounts>,
    /// Cards that the list will begin with, which nobody has read yet.
    pub(in crate::tui) to_be_read: Vec<CardId>,
    reasons: HashMap<CardId, Vec<Entry>>,
}

impl Today {
    /// Why a card is on the list, when that was read; nothing for one that is only offered.
    pub fn reasons(&self, card: CardId) -> &[Entry] {
        self.reasons.get(&card).map(Vec::as_slice).unwrap_or_default()
    }

    /// Takes reasons that were read. They are asked for with the rows, and so kept as long as these.
    pub fn take_reasons(&mut self, reasons: Vec<(CardId, Vec<Entry>)>, listing: &Listing) {
        self.reasons.retain(|card, _| listing.row(*card).is_some());
        self.reasons.extend(reasons);
    }
}

/// Whether the plan on the screen was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlanState {
    /// It is the one that is best now, and changes with what is due.
    #[default]
    Proposed,
    /// It is kept: what becomes of its visits is seen.
    Kept,
}

/// A visit on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Whom.
    pub card: CardId,
    /// The visit as it was kept.
    pub kept: Option<PlannedVisit>,
    /// When it begins.
    pub at: NaiveTime,
    /// Why it is in the plan.
    pub kind: VisitKind,
    /// What became of it.
    pub fate: Fate,
    /// Where.
    pub place: Option<reach::Place>,
}

/// The visits of a day on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShownPlan {
    /// Whether they were kept.
    pub state: PlanState,
    /// The zones of a plan that is only proposed, in the order in which it goes through them.
    pub chosen: Vec<String>,
    /// In the order in which one goes.
    pub stops: Vec<Stop>,
    /// The visits that are kept for the day already, whatever is shown.
    pub known: Vec<VisitId>,
    /// The visits as they would be kept.
    pub proposed: Vec<Visit>,
    /// Zones with something due, and how much; beside a plan that was kept, what is not in it.
    pub zones: Vec<(String, usize)>,
    /// How many cards are due and have no address.
    pub without_address: usize,
}

impl ShownPlan {
    /// Zones with something due that is not in the plan, and how much.
    pub fn other_zones(&self) -> impl Iterator<Item = &(String, usize)> {
        self.zones.iter().filter(|(zone, _)| !self.leads_through(zone))
    }

    /// Whether the plan is proposed and leads through a zone.
    pub fn leads_through(&self, zone: &str) -> bool {
        self.state == PlanState::Proposed && self.chosen.iter().any(|chosen| chosen == zone)
    }

    /// How many visits came to this.
    pub fn count(&self, fate: Fate) -> usize {
        self.stops.iter().filter(|stop| stop.fate == fate).count()
    }
}
