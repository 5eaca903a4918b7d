//! Standing: everything derived about a card on a day that does not change with the next day alone.

use chrono::NaiveDate;

use super::credit::Grade;
use super::man::assertion::Letter;
use super::man::class::Class;
use super::man::letters::Letters;
use super::position::Position;

/// What is folded from a card for a day, and the days for which it holds.
///
/// Numbers that change daily (age of a letter, silent days, overdue days) are not in it: they are
/// differences between a date in it and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// First day of the interval in which nothing of this changes by the passing of time.
    pub from: NaiveDate,
    /// Day after the last one of that interval; [`NaiveDate::MAX`] when it never ends by itself.
    pub until: NaiveDate,
    /// The policy it was folded with.
    pub policy: String,
    /// The position on that day.
    pub position: Position,
    /// The three letters.
    pub letters: Letters,
    /// The class the letters give.
    pub class: Class,
    /// Best class over all ways to fill unknown letters; the class itself when it is certain.
    pub best: Class,
    /// Worst class over all ways to fill unknown letters.
    pub worst: Class,
    /// The letter to ask for next, when the class is open.
    pub ask: Option<Letter>,
    /// Name of the person to speak to; empty when nobody is known.
    pub main_person: String,
    /// Last two-way contact.
    pub last_contact_on: Option<NaiveDate>,
    /// The day on which the card is due; `None`: never.
    pub due_on: Option<NaiveDate>,
    /// Credit grade of the leading standard; `None` when not rated.
    pub grade: Option<Grade>,
}
