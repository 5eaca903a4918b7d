//! The standings kept in the card file: written with every change, good for the days they name.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::cell::{choice, choices_text, day, day_text, optional_choice, optional_day};
use super::error::Result;
use crate::domain::choice::Choice;
use crate::domain::id::CardId;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::man::letters::{LetterState, Letters};
use crate::domain::standing::Standing;

/// Keeps the standing of a card.
pub(super) fn keep(connection: &Connection, card: CardId, standing: &Standing) -> Result<()> {
    keep_in(connection, "standing", card, standing)
}

/// Keeps a standing in a table of the same form.
pub(super) fn keep_in(connection: &Connection, table: &str, card: CardId, standing: &Standing) -> Result<()> {
    let letters = |wanted: fn(&LetterState) -> bool| {
        let found: Vec<Letter> =
            Letter::ALL.iter().copied().filter(|letter| wanted(standing.letters.get(*letter))).collect();
        choices_text(&found)
    };
    connection
        .prepare_cached(&format!(
            "INSERT OR REPLACE INTO {table}
                 (card, from_day, until_day, policy, position, code, class, best, worst, best_rank, ask,
                  a_from_role, stale, conflict, main_person, last_contact_on, due_on, grade,
                  due_reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"
        ))?
        .execute(params![
            card.0,
            day_text(standing.from),
            day_text(standing.until),
            standing.policy,
            standing.position.code(),
            standing.letters.code(),
            standing.class.code(),
            standing.best.code(),
            standing.worst.code(),
            standing.best as i64,
            standing.ask.map(Choice::code),
            standing.letters.authority.from_role,
            letters(|state| state.stale),
            letters(|state| state.conflict),
            standing.main_person,
            standing.last_contact_on.map(day_text),
            standing.due_on.map(day_text),
            standing.grade.map(Choice::code),
            standing.due_reason.map(Choice::code),
        ])?;
    Ok(())
}

/// The columns [`of_row`] reads.
pub(super) const COLUMNS: &str = "standing.from_day, standing.until_day, standing.policy, standing.position,
    standing.code, standing.class, standing.best, standing.worst, standing.ask, standing.a_from_role,
    standing.stale, standing.conflict, standing.main_person, standing.last_contact_on, standing.due_on,
    standing.grade, standing.due_reason";

/// A standing from a row of [`COLUMNS`] that begin at a column; `None` when the card has none that
/// serves the day under the policy.
///
/// The letters carry no evidence: lists show the answer only, and the card itself is folded whole.
pub(super) fn of_row(row: &Row<'_>, first: usize, on: NaiveDate, in_force: &str) -> Result<Option<Standing>> {
    let Some(from) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    let from = day(&from)?;
    let until = day(&row.get::<_, String>(first + 1)?)?;
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
        main_person: text(12)?,
        last_contact_on: optional_day(option(13)?)?,
        due_on: optional_day(option(14)?)?,
        grade: optional_choice(option(15)?)?,
        due_reason: optional_choice(option(16)?)?,
    }))
}
