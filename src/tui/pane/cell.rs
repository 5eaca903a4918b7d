//! What stands in a cell of the list on the screen: shorter than in a file, and live.

use chrono::NaiveDate;

use crate::domain::column::{Column, Derived};
use crate::lang::dates;
use crate::report::cell::{Reader, text};
use crate::store::Row;
use crate::tui::app::App;

/// The text of a column for a card.
pub fn shown(app: &App, column: &Column, row: &Row) -> String {
    let (words, day, standing) = (app.setting.words, app.setting.day, &row.standing);
    let short = |on: NaiveDate| dates::short(on, day, app.setting.language);
    let face = app.listing.face(row.id);
    match column {
        Column::Derived(Derived::Man) => letters(app, row),
        Column::Derived(Derived::Who) if standing.main_person.is_none() => row.company.clone(),
        Column::Derived(Derived::Due) => match standing.due_on {
            Some(due) if due == day => words.today(),
            Some(due) => format!("{}{}", if is_overdue(app, row) { "! " } else { "" }, short(due)),
            None => String::new(),
        },
        Column::Derived(Derived::Silent) => {
            let last = standing.last_contact_on;
            last.map(|last| words.days_short(&(day - last).num_days())).unwrap_or_default()
        }
        Column::Derived(Derived::Last) => standing.last_contact_on.map(short).unwrap_or_default(),
        Column::Derived(Derived::Next) => {
            row.next_action.as_ref().map(|next| short(next.on)).unwrap_or_default()
        }
        Column::Derived(Derived::LastVisit) => standing.last_visit_on.map(short).unwrap_or_default(),
        Column::Derived(Derived::Created) => {
            face.map(|face| dates::moment(face.card.created_at)).unwrap_or_default()
        }
        Column::Derived(Derived::Updated) => {
            face.map(|face| dates::moment(face.card.updated_at)).unwrap_or_default()
        }
        other => text(other, row, face, day, Reader::Person(app.setting.language)),
    }
}

/// Whether a card is due since before today.
pub fn is_overdue(app: &App, row: &Row) -> bool {
    row.standing.due_on.is_some_and(|due| due < app.setting.day)
}

/// The three letters, with those that are pending as they will be.
pub(super) fn letters(app: &App, row: &Row) -> String {
    let pending = app.pending.as_ref().filter(|pending| pending.card == row.id);
    let (Some(pending), Some(shown)) = (pending, app.current()) else { return row.standing.letters.code() };
    let mut letters = row.standing.letters;
    for presses in &pending.letters {
        if let Some(answer) = shown.answer(presses) {
            letters.answer(presses.letter, answer);
        }
    }
    letters.code()
}
