//! The visits of a day for programs: one object a line.

use chrono::NaiveDate;
use serde::Serialize;

use super::Planned;
use crate::cli::json;
use crate::cli::session::Session;
use crate::domain::choice::Choice;
use crate::exchange::day_plan::Stop;
use crate::exchange::json::card::{CardJson, History, card_json};
use crate::lang::problem::Problem;
use crate::store::Store;

#[derive(Serialize)]
struct VisitJson<'card> {
    on: String,
    at: String,
    minutes: u32,
    kind: &'static str,
    /// `null` while the plan is only proposed.
    state: Option<&'static str>,
    moved_to: Option<String>,
    dropped: Option<String>,
    zone: &'card str,
    place: &'card str,
    card: CardJson<'card>,
}

/// Prints the visits.
pub(super) fn print(
    visits: &[Planned],
    stops: &[Stop],
    store: &Store,
    day: NaiveDate,
    session: &mut Session,
) -> Result<(), Problem> {
    for stop in stops {
        let Some(visit) = visits.iter().find(|visit| visit.card.to_string() == stop.number) else { continue };
        let Some(card) = store.card(visit.card)? else { continue };
        let standing = store.standing(&card, day);
        let kept = visit.kept.as_ref();
        let object = VisitJson {
            on: day.to_string(),
            at: stop.at.format("%H:%M").to_string(),
            minutes: stop.minutes,
            kind: stop.kind.code(),
            state: stop.fate.map(Choice::code),
            moved_to: kept.and_then(|kept| kept.moved_to).map(|to| to.to_string()),
            dropped: kept.and_then(|kept| kept.dropped.clone()),
            zone: &stop.zone,
            place: &stop.place,
            card: card_json(&card, &standing, day, session.policies(), History::Without),
        };
        session.out.text(&json::line(&object))?;
    }
    Ok(())
}
