//! Effects on the card file: the only place where the screen touches it.

use chrono::NaiveDate;

use crate::domain::agenda::{Horizon, Matter};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::column::Part;
use crate::domain::contact::Outcome as ContactOutcome;
use crate::domain::early_warning::signals;
use crate::domain::field::OwnField;
use crate::domain::field::own_type::OwnFieldSpec;
use crate::domain::followup::attempts_in_vain;
use crate::domain::id::CardId;
use crate::domain::proposal::proposal;
use crate::domain::query::{Query, SavedFilter};
use crate::domain::reference;
use crate::domain::text::fold::same;
use crate::exchange::progress::Unwatched;
use crate::lang::problem::Problem;
use crate::store::{
    Act, Door, Freshness, Order, Removal, Replaced, Resolution, Sort, Step, Stop, Store, StoreError, Way,
};
use crate::tui::effect::{Beside, CameTo, Change, Changed, Effect, Generation, Outcome};
use crate::tui::listing::Listed;
use crate::tui::listing::{Extent, Question};
use crate::tui::run::day_plan;
use crate::tui::run::long;
use crate::tui::shown::Shown;
use crate::tui::today::{DueCounts, DueList, Offer};

/// Tags that are offered while a query is typed.
const MOST_TAGS: usize = 200;
/// Entries of a card's journal that are read at once.
const ENTRIES: usize = 500;

/// Does one effect for a screen of this many rows; `None` when it leaves nothing to be told.
///
/// What belongs to the terminal or to other files, not to the card file, gives nothing here.
pub fn perform(effect: Effect, store: &mut Store, day: chrono::NaiveDate, rows: usize) -> Option<Outcome> {
    let outcome = match effect {
        Effect::Rows(ids, parts) => rows_of(store, &ids, &parts, day),
        Effect::Reasons(ids, horizon) => store.reasons(&ids, horizon, day).map(Outcome::Reasons),
        Effect::Show(card) => show(store, card, day),
        Effect::FindCards(words) => find_cards(store, words, day),
        Effect::List(generation, question, extent) => {
            list(store, generation, &question, extent, day, rows, &|| false)
        }
        Effect::Trace(card, traced, name) => {
            store.trace(card, &traced).map(|origins| Outcome::Traced(traced, name, origins))
        }
        Effect::Journal(card) => {
            store.journal(Some(card), ENTRIES).map(|entries| Outcome::Journal(card, entries))
        }
        Effect::CountZone(zone) => {
            store.zone_totals(&zone, day).map(|totals| Outcome::ZoneCounted(zone, totals))
        }
        Effect::Referrals(card) => store.referrals(card, day).map(|tree| Outcome::Referrals(card, tree)),
        Effect::AddField(field) => add_field(store, &field),
        Effect::ChangeField(spec) => change_field(store, &spec),
        Effect::RemoveField(key) => remove_field(store, key),
        Effect::Arrangements => store.arrangements().map(Outcome::Arrangements),
        Effect::Arrange(arrangement) => match store.arrange(&arrangement) {
            Ok(()) => return None,
            Err(error) => Err(error),
        },
        Effect::Vocabulary => store.nameable().map(Outcome::Vocabulary),
        Effect::Tags => store.tags(MOST_TAGS).map(Outcome::Tags),
        Effect::SaveFilter(filter) => save_filter(store, filter),
        Effect::RemoveFilter(name) => remove_filter(store, name),
        Effect::Write(name, change, replaced) => {
            return Some(write(store, name, change, replaced, day).unwrap_or_else(Outcome::Failed));
        }
        Effect::Long(work) => return Some(long::perform(work, store, day, &Unwatched)),
        Effect::Undo => take_step(store, Way::Back.into()),
        Effect::UndoFirst(entry) => take_step(store, Step { way: Way::Back, entry: Some(entry) }),
        Effect::Redo => take_step(store, Way::Forth.into()),
        Effect::KeepDraft(draft) => match store.keep_draft(&draft) {
            Ok(()) => return None,
            Err(error) => Err(error),
        },
        // Whoever has a worker has it count, and no file is waited for here.
        Effect::CountFilters(_)
        | Effect::LookForFiles(_)
        | Effect::OpenFile(_)
        | Effect::Copy(_)
        | Effect::WriteOutside(_)
        | Effect::Prefer(_)
        | Effect::Redraw
        | Effect::StopLong
        | Effect::Quit => return None,
    };
    Some(outcome.unwrap_or_else(|error| Outcome::Failed(error.into())))
}

/// Rows of the list, and the parts of their cards that its columns show.
fn rows_of(
    store: &Store,
    ids: &[CardId],
    parts: &[Part],
    day: chrono::NaiveDate,
) -> Result<Outcome, StoreError> {
    let faces = if parts.is_empty() { Vec::new() } else { store.faces(ids, parts)? };
    Ok(Outcome::Rows(store.rows(ids, day)?, faces))
}

/// How many cards are offered when nothing is due.
const OFFERED: usize = 20;

/// The list of a day; what is worth a contact where the whole of it is empty.
fn due(
    store: &Store,
    generation: Generation,
    horizon: Horizon,
    (extent, limit): (Extent, Option<usize>),
    day: chrono::NaiveDate,
) -> Result<Outcome, StoreError> {
    let freshness = match extent {
        Extent::FirstPage if !store.has_standings_of(day)? => Freshness::AsKept,
        Extent::FirstPage | Extent::Whole => Freshness::Exact,
    };
    let cards = store.due_cards(horizon, day, freshness, limit)?;
    if cards.is_empty() && extent == Extent::Whole && horizon == Horizon::Today {
        return Ok(Outcome::Due(generation, offered(store, day)?, extent));
    }
    Ok(Outcome::Due(generation, DueList::of(&cards, horizon, extent, freshness), extent))
}

/// What is worth a contact while nothing is due.
fn offered(store: &Store, day: chrono::NaiveDate) -> Result<DueList, StoreError> {
    let prospects = store.best_prospects(day, OFFERED)?;
    if !prospects.is_empty() {
        return Ok(DueList::offered(prospects, Offer::Prospects));
    }
    let drifting = store.drifting(day, OFFERED)?;
    let offer = if drifting.is_empty() { Offer::Due } else { Offer::Drift };
    Ok(DueList::offered(drifting, offer))
}

/// Takes back or puts back at once, or says that it is long work.
fn take_step(store: &mut Store, step: Step) -> Result<Outcome, StoreError> {
    match store.long_step(step)? {
        Some(cards) => Ok(Outcome::StepIsLong(step, cards)),
        None => long::step(store, step, &Unwatched),
    }
}

/// How much is due today, by the standings the file keeps, and the cards of the first page.
pub fn count_due(store: &Store, day: chrono::NaiveDate, rows: usize) -> Result<Outcome, StoreError> {
    let due = store.due_cards(Horizon::Today, day, Freshness::AsKept, None)?;
    let count = |matter: &Matter| due.iter().filter(|card| card.matter == *matter).count();
    let counts = Matter::ALL.iter().map(|matter| (*matter, count(matter)));
    let counts = DueCounts(counts.filter(|(_, count)| *count > 0).collect());
    Ok(Outcome::DueCounted(counts, due.iter().take(rows).map(|due| due.card).collect()))
}

/// Finds the cards that answer a question, unless nobody waits for them any more.
pub(super) fn list(
    store: &Store,
    generation: Generation,
    question: &Question,
    extent: Extent,
    day: chrono::NaiveDate,
    rows: usize,
    stop: Stop<'_>,
) -> Result<Outcome, StoreError> {
    if question.listed == Listed::Plan {
        let plan = day_plan::read(store, &question.zones, day)?;
        return Ok(Outcome::Planned(generation, Box::new(plan)));
    }
    if let Listed::Due(horizon) = question.listed {
        let limit = (extent == Extent::FirstPage).then_some(rows);
        return due(store, generation, horizon, (extent, limit), day);
    }
    let (query, order) = (&question.query, question.order());
    match extent {
        Extent::FirstPage => {
            let listed = store.first_page(query, &order, day, rows, stop)?;
            Ok(Outcome::FirstRows(generation, listed))
        }
        Extent::Whole => {
            let ids = store.whole_list(query, &order, day, stop)?;
            Ok(Outcome::Listed(generation, ids))
        }
    }
}

/// How many cards a picker offers.
const CARDS_OFFERED: usize = 20;

fn find_cards(store: &Store, words: String, day: chrono::NaiveDate) -> Result<Outcome, StoreError> {
    let closest = Order::Closest(Sort::default());
    let first = store.first_page(&Query::of_words(&words), &closest, day, CARDS_OFFERED, &|| false)?;
    let cards = first.ids.get(..CARDS_OFFERED).unwrap_or(&first.ids);
    Ok(Outcome::CardsFound(words, store.rows(cards, day)?))
}

fn show(store: &Store, id: CardId, day: chrono::NaiveDate) -> Result<Outcome, StoreError> {
    let Some((card, standing, reasons)) = store.due_card(id, Horizon::Today, day)? else {
        return Ok(Outcome::Show(id, None));
    };
    let named = store.names_on(&card)?;
    let signals = signals(&card, day, store.policies());
    Ok(Outcome::Show(id, Some(Box::new(Shown { card, standing, reasons, signals, named }))))
}

fn add_field(store: &mut Store, field: &OwnField) -> Result<Outcome, StoreError> {
    store.write(Act::Field, &field.name, |door| door.new_own_field(field))?;
    Ok(Outcome::FieldAdded(store.nameable()?, field.name.clone()))
}

fn change_field(store: &mut Store, spec: &OwnFieldSpec) -> Result<Outcome, StoreError> {
    store.write(Act::Field, &spec.key, |door| door.change_own_field(spec))?;
    Ok(Outcome::FieldChanged(store.nameable()?, spec.key.clone()))
}

fn remove_field(store: &mut Store, key: String) -> Result<Outcome, StoreError> {
    store.write(Act::Field, &key, |door| door.remove_own_field(&key, Removal::WhenEmpty))?;
    Ok(Outcome::FieldRemoved(store.nameable()?, key))
}

fn save_filter(store: &mut Store, filter: SavedFilter) -> Result<Outcome, StoreError> {
    store.write(Act::Filter, &filter.name, |door| door.save_filter(&filter))?;
    Ok(Outcome::FilterSaved(store.nameable()?, filter.name))
}

fn remove_filter(store: &mut Store, name: String) -> Result<Outcome, StoreError> {
    store.write(Act::Filter, &name, |door| door.remove_filter(&name))?;
    Ok(Outcome::FilterRemoved(store.nameable()?, name))
}

fn write(
    store: &mut Store,
    name: String,
    change: Change,
    replaced: Option<Replaced>,
    day: chrono::NaiveDate,
) -> Result<Outcome, Problem> {
    let change = settle(store, change)?;
    let act = act(&change);
    let missed =
        matches!(&change, Change::Log(_, said) if said.contact.outcomes == [ContactOutcome::NotReached]);
    let twin = match &change {
        Change::Add(new) => store.likely_duplicates(new)?.into_iter().next().map(|twin| twin.name),
        _ => None,
    };
    let planned = match &change {
        Change::Log(card, said) => store.card(*card)?.and_then(|card| {
            said.contact.plan_after(&card).map(|(after, planned)| Beside::Plan(after, planned.clone()))
        }),
        _ => None,
    };
    let may_suggest = matches!(&change, Change::Log(_, said)
        if !said.contact.assertions.is_empty() || said.contact.outcomes.contains(&ContactOutcome::Order));
    let left_out = match &change {
        Change::Log(_, said) | Change::Correct(_, _, said, _) => said.left_out.first().copied(),
        _ => None,
    };
    let came_to = CameTo::of(&change);
    let written = store.write(act, &name, |door| {
        replaced.as_ref().map_or(Ok(()), |replaced| door.must_stand(replaced))?;
        apply(door, change)
    })?;
    let change = if written.journal.is_some() { Changed::Something } else { Changed::Nothing };
    let card = written.value;
    let again = if missed { store.card(card)?.and_then(|card| tried_again(store, &card, day)) } else { None };
    let suggested =
        if may_suggest { store.card(card)?.and_then(|card| suggested(store, &card, day)) } else { None };
    let of_contact = left_out.map(Beside::LeftOut).or(again).or(suggested).or(planned);
    let beside = twin.map(Beside::Twin).or(of_contact).or(came_to.map(Beside::CameTo));
    Ok(Outcome::Written { act, name, card, change, beside })
}

/// When a card of which nobody was reached is tried again.
fn tried_again(store: &Store, card: &Card, day: NaiveDate) -> Option<Beside> {
    let due = store.standing(card, day).due()?;
    let attempts = attempts_in_vain(&card.contacts, day);
    Some(Beside::TriedAgain { due, attempts, planned: card.next_action.as_ref().map(|next| next.on) })
}

/// The position a card is proposed for now.
fn suggested(store: &Store, card: &Card, day: NaiveDate) -> Option<Beside> {
    proposal(card, &store.standing(card, day), day, &store.policies().follow_up).map(Beside::Proposed)
}

/// A change with every card it names by words found.
fn settle(store: &Store, change: Change) -> Result<Change, Problem> {
    match change {
        Change::Many(card, changes) => {
            let settled: Result<Vec<Change>, Problem> =
                changes.into_iter().map(|change| settle(store, change)).collect();
            Ok(Change::Many(card, settled?))
        }
        change => settle_reference(store, change),
    }
}

/// The card a person means in a field that names one, by its number.
fn settle_reference(store: &Store, change: Change) -> Result<Change, Problem> {
    let Change::Reference { card, field, text } = change else { return Ok(change) };
    let meant = match text.as_str() {
        "" => None,
        named if let Some(other) = reference::number(named) => Some(other.to_string()),
        words => match store.resolve(words)? {
            Resolution::Several { first, count } => {
                let others = || first.iter().filter(|(other, _)| *other != card);
                let mut called = others().filter(|(_, name)| same(name, words));
                let all = first.len() == count;
                match (called.next(), called.next(), others().nth(1)) {
                    // Who says the whole name means that card; and no card means itself.
                    (Some((other, _)), None, _) => Some(other.to_string()),
                    (None, _, None) if all => others().next().map(|(other, _)| other.to_string()),
                    _ => return Err(Problem::SeveralCards { text, first, count }),
                }
            }
            Resolution::One(other) if other == card => return Err(Problem::NoSuchCard { text }),
            Resolution::One(other) => Some(other.to_string()),
            Resolution::None => return Err(Problem::NoSuchCard { text }),
        },
    };
    let before = store.card(card)?.map(|card| card.field_texts(&field)).unwrap_or_default();
    Ok(Change::Field { card, field, before, values: meant.into_iter().collect() })
}

/// What the journal calls a change.
fn act(change: &Change) -> Act {
    match change {
        Change::Add(_) => Act::Add,
        Change::Log(..) => Act::Log,
        Change::Letters(..) => Act::Assert,
        Change::Next(..) => Act::Next,
        Change::Correct(..) => Act::Correct,
        Change::Settle(..) => Act::Settle,
        Change::KeepPlan(..) | Change::MoveVisit(..) | Change::DropVisit(..) => Act::Plan,
        Change::Move(..) => Act::Move,
        Change::Assess(..) => Act::Assess,
        Change::Bin(_) => Act::Remove,
        Change::Unbin(_) => Act::Restore,
        Change::Field { .. }
        | Change::Reference { .. }
        | Change::Many(..)
        | Change::Reach { .. }
        | Change::ContactNote { .. }
        | Change::Person(..)
        | Change::RemovePerson(..)
        | Change::Detail(..)
        | Change::RemoveDetail(..) => Act::Edit,
    }
}

fn apply(door: &mut Door<'_>, change: Change) -> Result<CardId, StoreError> {
    match change {
        Change::Add(new) => door.add_card(&new),
        Change::Log(card, said) => door.log(card, &said.contact).map(|_| card),
        Change::Letters(card, assertions) => {
            assertions.iter().try_for_each(|assertion| door.assert(card, assertion))?;
            Ok(card)
        }
        Change::Many(card, changes) => {
            changes.into_iter().try_for_each(|change| apply(door, change).map(drop))?;
            Ok(card)
        }
        Change::Next(card, next) => door.set_next(card, next.as_ref()).map(|()| card),
        Change::Field { card, field, before, values } => {
            door.set_field_from(card, &field, &before, &values).map(|()| card)
        }
        // Settled before the door was opened. One that still says words names no card, and changes nothing.
        Change::Reference { card, .. } => Ok(card),
        Change::Reach { card, before, reach } => door.put_reach_from(card, &before, &reach).map(|()| card),
        Change::ContactNote { card, contact, before, note } => {
            door.set_contact_note(card, contact, &before, &note).map(|()| card)
        }
        Change::Person(card, None, person) => door.put_person(card, &person).map(|_| card),
        Change::Person(card, Some(id), person) => door.edit_person(card, id, &person).map(|()| card),
        Change::Detail(card, None, detail) => door.add_detail(card, &detail).map(|_| card),
        Change::Detail(card, Some(id), detail) => door.edit_detail(card, id, &detail).map(|()| card),
        Change::RemoveDetail(card, id) => door.remove_detail(card, id).map(|()| card),
        Change::RemovePerson(card, person) => door.remove_person(card, person).map(|()| card),
        Change::Correct(card, id, said, next) => door.correct(card, id, &said.contact, &next).map(|()| card),
        Change::Settle(card, promise, kept) => door.settle_promise(card, promise, kept).map(|()| card),
        Change::KeepPlan(day, before, visits) => {
            door.keep_plan_from(day, &before, &visits)?;
            Ok(visits.first().map_or(CardId(0), |visit| visit.whom.card))
        }
        Change::MoveVisit(card, visit, to) => door.move_visit(card, visit, to).map(|()| card),
        Change::DropVisit(card, visit, why) => door.drop_visit(card, visit, &why).map(|()| card),
        Change::Move(card, change) => door.move_to(card, &change).map(|()| card),
        Change::Assess(card, assessment) => door.assess(card, &assessment).map(|_| card),
        Change::Bin(card) => door.bin(card).map(|()| card),
        Change::Unbin(card) => door.unbin(card).map(|()| card),
    }
}
