//! A visit of a kept plan, put off or dropped.

use chrono::NaiveDate;

use super::Arguments;
use crate::cli::session::Session;
use crate::cli::values;
use crate::domain::planned_visit::{Fate, PlannedVisit};
use crate::lang::problem::Problem;
use crate::store::{Act, Store};

/// Does what is asked with a visit of the day, and gives the line that says so; `None` when nothing is asked.
pub(super) fn apply(
    arguments: &Arguments,
    store: &mut Store,
    day: NaiveDate,
    session: &Session,
) -> Result<Option<String>, Problem> {
    let words = session.words();
    if let (Some(card), Some(to)) = (&arguments.put_off, &arguments.to) {
        let to = values::day_to_come(to, session.day())?;
        let (name, visit) = planned(card, store, day, session)?;
        store.write(Act::Plan, &name, |door| door.move_visit(visit.card, visit.id, to))?;
        return Ok(Some(words.plan_done_moved(&name, &to)));
    }
    if let (Some(card), Some(why)) = (&arguments.drop, &arguments.why) {
        let (name, visit) = planned(card, store, day, session)?;
        store.write(Act::Plan, &name, |door| door.drop_visit(visit.card, visit.id, why))?;
        return Ok(Some(words.plan_done_dropped(&name, &why)));
    }
    Ok(None)
}

/// The visit of a card that is planned for the day and of which nothing became yet.
fn planned(
    card: &str,
    store: &Store,
    day: NaiveDate,
    session: &Session,
) -> Result<(String, PlannedVisit), Problem> {
    let card = session.card(store, card)?;
    let is_open = |visit: &PlannedVisit| visit.card == card.id && visit.fate(&card.contacts) == Fate::Planned;
    let visit = store.planned_visits(day)?.into_iter().find(is_open);
    match visit {
        Some(visit) => Ok((card.name, visit)),
        None => Err(Problem::NotPlanned { name: card.name, day }),
    }
}
