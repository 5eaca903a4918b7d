//! The standings kept in the card file: written with every change, good for the days they name.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::bounds;
use super::cell::{
    choice, choices_text, code, day, day_text, end_day, optional, optional_choice, optional_day, text,
};
use super::error::Result;
use super::value::text_sort_key;
use crate::domain::choice::Choice;
use crate::domain::id::CardId;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::man::letters::{LetterState, Letters};
use crate::domain::standing::Standing;

/// Keeps the standing of a card.
pub(super) fn keep(connection: &Connection, card: CardId, standing: &Standing) -> Result<()> {
    bounds::widen(connection, bounded(&values(standing)))?;
    keep_in(connection, "standing", card, standing)
}

/// Whether a standing says something else of a card than the one that is kept. The days for which it holds and its
/// policy are not told to anybody.
pub(super) fn is_news(connection: &Connection, card: CardId, standing: &Standing) -> Result<bool> {
    /// The first of [`values`] that somebody may be told.
    const TOLD: usize = 3;
    let values = values(standing);
    let is_other = connection
        .prepare_cached(&format!("SELECT {KEPT} FROM standing WHERE card = ?1"))?
        .query_row([card.0], |row| {
            for (place, value) in values.iter().enumerate().skip(TOLD) {
                if row.get::<_, Value>(1 + place)? != *value {
                    return Ok(true);
                }
            }
            Ok(false)
        })
        .optional()?;
    Ok(is_other.unwrap_or(true))
}

/// Keeps a standing in a table of the same form.
pub(super) fn keep_in(connection: &Connection, table: &str, card: CardId, standing: &Standing) -> Result<()> {
    let values = values(standing);
    let places = vec!["?"; 1 + values.len()].join(", ");
    let sql = format!("INSERT OR REPLACE INTO {table} ({KEPT}) VALUES ({places})");
    let card = Value::Integer(card.0);
    connection.prepare_cached(&sql)?.execute(params_from_iter(std::iter::once(&card).chain(&values)))?;
    Ok(())
}

/// The columns a standing is kept in: its card, then those of [`values`].
pub(super) const KEPT: &str =
    "card, from_day, until_day, policy, position, code, class, best, worst, best_rank,
     ask, a_from_role, stale, conflict, main_person, person_key, last_contact_on, due_on, grade, due_reason,
     thank_on, review_on, lapsed_on, last_visit_on, visits, worth";

/// How many columns follow the card.
pub(super) const WIDTH: usize = 25;

/// A standing as it is kept, without its card.
pub(super) fn values(standing: &Standing) -> [Value; WIDTH] {
    let letters = |wanted: fn(&LetterState) -> bool| {
        let found: Vec<Letter> =
            Letter::ALL.iter().copied().filter(|letter| wanted(standing.letters.get(*letter))).collect();
        text(choices_text(&found))
    };
    let main_person = standing.main_person.as_deref().unwrap_or_default();
    [
        text(day_text(standing.from)),
        text(day_text(standing.until)),
        text(standing.policy.as_str()),
        code(standing.position),
        text(standing.letters.code()),
        code(standing.class),
        code(standing.best),
        code(standing.worst),
        Value::Integer(standing.best as i64),
        standing.ask.map_or(Value::Null, code),
        Value::Integer(standing.letters.authority.from_role.into()),
        letters(|state| state.stale),
        letters(|state| state.conflict),
        text(main_person),
        text(text_sort_key(main_person)),
        optional(standing.last_contact_on.map(day_text)),
        optional(standing.due_on.map(day_text)),
        standing.grade.map_or(Value::Null, code),
        standing.due_reason.map_or(Value::Null, code),
        optional(standing.thank_on.map(day_text)),
        optional(standing.review_on.map(day_text)),
        optional(standing.lapsed_on.map(day_text)),
        optional(standing.last_visit_on.map(day_text)),
        Value::Integer(standing.visits.into()),
        Value::Integer(standing.worth.into()),
    ]
}

/// What of the values bounds all standings: the day it begins on, and its policy.
pub(super) fn bounded([from, _, policy, ..]: &[Value; WIDTH]) -> [&Value; 2] {
    [from, policy]
}

/// The columns [`of_row`] reads.
pub(super) const COLUMNS: &str = "standing.from_day, standing.until_day, standing.policy, standing.position,
    standing.code, standing.class, standing.best, standing.worst, standing.ask, standing.a_from_role,
    standing.stale, standing.conflict, standing.main_person, standing.last_contact_on, standing.due_on,
    standing.grade, standing.due_reason, standing.thank_on, standing.review_on, standing.lapsed_on,
    standing.last_visit_on, standing.visits, standing.worth";

/// A standing from a row of [`COLUMNS`] that begin at a column; `None` when the card has none that
/// serves the day under the policy.
///
/// The letters carry no evidence: lists show the answer only, and the card itself is folded whole.
pub(super) fn of_row(row: &Row<'_>, first: usize, on: NaiveDate, in_force: &str) -> Result<Option<Standing>> {
    let Some(from) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    let from = day(&from)?;
    let until = end_day(&row.get::<_, String>(first + 1)?)?;
    let policy: String = row.get(first + 2)?;
    if on < from || on >= until || policy != in_force {
        return Ok(None);
    }
    let text = |column: usize| row.get::<_, String>(first + column);
    let option = |column: usize| row.get::<_, Option<String>>(first + column);
    let (code, stale, conflict) = (text(4)?, text(10)?, text(11)?);
    let mut states = code.chars().zip(Letter::ALL).map(|(sign, letter)| LetterState {
        answer: match sign {
            '?' => Answer::Unknown,
            sign if sign.is_uppercase() => Answer::Yes,
            _ => Answer::No,
        },
        evidence: None,
        stale: stale.contains(letter.code()),
        conflict: conflict.contains(letter.code()),
        from_role: false,
    });
    let mut next = || states.next().unwrap_or(LetterState::UNKNOWN);
    let (money, authority, need) = (next(), next(), next());
    let authority = LetterState { from_role: row.get(first + 9)?, ..authority };
    Ok(Some(Standing {
        from,
        until,
        policy,
        position: choice(&text(3)?)?,
        letters: Letters { money, authority, need },
        class: choice(&text(5)?)?,
        best: choice(&text(6)?)?,
        worst: choice(&text(7)?)?,
        ask: optional_choice(option(8)?)?,
        main_person: Some(text(12)?).filter(|name| !name.is_empty()),
        last_contact_on: optional_day(option(13)?)?,
        due_on: optional_day(option(14)?)?,
        grade: optional_choice(option(15)?)?,
        due_reason: optional_choice(option(16)?)?,
        thank_on: optional_day(option(17)?)?,
        review_on: optional_day(option(18)?)?,
        lapsed_on: optional_day(option(19)?)?,
        last_visit_on: optional_day(option(20)?)?,
        visits: row.get(first + 21)?,
        worth: row.get(first + 22)?,
    }))
}
