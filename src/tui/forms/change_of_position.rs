//! The form a position change is written down with: what that move must record, line by line.

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::draft::NewMove;
use crate::domain::id::{CardId, ContactId};
use crate::domain::man::assertion::Answer;
use crate::domain::money;
use crate::domain::move_part::{Course, MovePart, is_needed, parts};
use crate::domain::position::{Position, move_on};
use crate::domain::proposal::{ProposedBy, proposal};
use crate::domain::reason::{Exclusion, LossReason, Reason};
use crate::domain::transition::{MoveRefusal, Requirement, Rule, Supplied, judge, rule};
use crate::domain::when;
use crate::tui::app::App;
use crate::tui::layer::{Form, Line, Purpose};
use crate::tui::typed;

/// The lines of the form; none where there is no such move.
pub fn lines(app: &App, card: CardId, to: Position) -> Vec<Line> {
    let Some(shown) = app.current().filter(|shown| shown.card.id == card) else { return Vec::new() };
    let policy = &app.setting.policies.follow_up;
    let suggested =
        proposal(&shown.card, &shown.standing, app.setting.day, policy).filter(|found| found.to == to);
    // An order that was logged says what the move is about.
    let by_order = suggested.filter(|found| found.by == ProposedBy::Order);
    let (day, language) = (app.setting.day, app.setting.language);
    let said = by_order.map(|found| found.change(&shown.card, day, language));
    let text = |part: MovePart| match (part, &said) {
        (MovePart::Day, _) => app.setting.day.to_string(),
        (MovePart::Note, Some(said)) => said.note.clone(),
        (MovePart::Offer, Some(said)) => said.offer.clone(),
        _ => String::new(),
    };
    let course = Course { from: shown.card.position, to };
    let parts = parts(course.from, to).into_iter();
    parts.map(|part| Line::new(Purpose::MovePart(course, part), text(part))).collect()
}

/// The lines of the form for all marked cards: nothing of one of them stands in it.
pub fn marked_lines(app: &App, course: Course) -> Vec<Line> {
    let text = |part: MovePart| match part {
        MovePart::Day => app.setting.day.to_string(),
        _ => String::new(),
    };
    let parts = parts(course.from, course.to).into_iter();
    parts.map(|part| Line::new(Purpose::MovePart(course, part), text(part))).collect()
}

/// Why the card is excluded, where the move would make a customer of it all the same: that is a question.
pub fn excluded_for(app: &App, to: Position) -> Option<String> {
    let card = &app.current()?.card;
    let asked = rule(Some(card.position), to) == Some(Rule::ReinstatementByOrder);
    let excluded = move_on(&card.moves, app.setting.day).filter(|_| asked)?;
    Some(match excluded.reason {
        Some(reason) => reason.name(app.setting.language).to_owned(),
        None => excluded.note.clone(),
    })
}

/// The line that is to be filled in first.
pub fn first(lines: &[Line]) -> usize {
    let open = |line: &Line| needs(&line.purpose) && line.text().is_empty();
    let empty = |line: &Line| line.text().is_empty();
    lines.iter().position(open).or_else(|| lines.iter().position(empty)).unwrap_or(0)
}

/// Whether the move cannot be recorded without the line.
pub fn needs(purpose: &Purpose) -> bool {
    matches!(*purpose, Purpose::MovePart(course, part) if is_needed(course.from, course.to, part))
}

/// What a line of the form says, or why it says nothing.
pub fn check(app: &App, to: Position, part: MovePart, text: &str) -> Result<(), String> {
    take(app, &mut NewMove::to(to, app.setting.day), part, text.trim())
}

/// The move of a card that the whole form says, or which of its lines says none, and why.
pub fn change(app: &App, card: &Card, to: Position, form: &Form) -> Result<NewMove, (usize, String)> {
    let newest = |change: &NewMove| card.contacts.iter().find(|contact| contact.on <= change.on);
    said(app, Course { from: card.position, to }, form, |change| newest(change).map(|contact| contact.id))
}

/// The same for all marked cards: what each has as evidence is its own.
pub fn marked_change(app: &App, course: Course, form: &Form) -> Result<NewMove, (usize, String)> {
    said(app, course, form, |_| None)
}

fn said(
    app: &App,
    Course { from, to }: Course,
    form: &Form,
    evidence: impl Fn(&NewMove) -> Option<ContactId>,
) -> Result<NewMove, (usize, String)> {
    let mut change = NewMove::to(to, app.setting.day);
    for (place, line) in form.lines.iter().enumerate() {
        if let Purpose::MovePart(_, part) = line.purpose {
            take(app, &mut change, part, line.text().trim()).map_err(|refusal| (place, refusal))?;
        }
    }
    let evidence = evidence(&change);
    match judge(Some(from), to, &Supplied::by(&change, evidence)) {
        Err(MoveRefusal::Missing { missing, .. }) => {
            let place = missing.first().map_or(0, |missing| place_of(form, *missing));
            let told: Vec<&str> = missing.iter().map(|what| what.name(app.setting.language)).collect();
            Err((place, told.join(&app.setting.words.between_parts())))
        }
        // What else is wrong with it the card file says.
        Ok(_) | Err(_) => Ok(change),
    }
}

/// The line that says what is missing.
fn place_of(form: &Form, missing: Requirement) -> usize {
    let part = match missing {
        Requirement::LossReason | Requirement::ExclusionCode => MovePart::Reason,
        Requirement::Order => MovePart::Amount,
        Requirement::NextDate => MovePart::Next,
        Requirement::Offer => MovePart::Offer,
        Requirement::Evidence | Requirement::Words | Requirement::Plan | Requirement::NewEvidence => {
            MovePart::Note
        }
    };
    let says = |line: &Line| matches!(line.purpose, Purpose::MovePart(_, own) if own == part);
    form.lines.iter().position(says).unwrap_or(0)
}

/// Puts what one line says into the move.
fn take(app: &App, change: &mut NewMove, part: MovePart, text: &str) -> Result<(), String> {
    let (words, day) = (app.setting.words, app.setting.day);
    if text.is_empty() {
        return Ok(());
    }
    let amount = || money::parse(text).ok_or_else(|| words.move_no_amount());
    let unknown = || words.no_such_choice(&text);
    match part {
        MovePart::Day => change.on = when::day(text, day).map_err(|_| words.hint_date())?,
        MovePart::Reason => change.reason = Some(reason(change.to, text).ok_or_else(unknown)?),
        MovePart::Amount => change.amount = Some(amount()?),
        MovePart::Cost => change.cost = Some(amount()?),
        MovePart::HistoricValue => change.parting.historic_value = Some(amount()?),
        MovePart::Receivables => change.parting.receivables = Some(amount()?),
        MovePart::SecondLife => change.parting.second_life = Some(amount()?),
        MovePart::Contributing => {
            change.parting.contributing =
                LossReason::several(text).map_err(|wrong| words.no_such_choice(&wrong))?;
        }
        MovePart::Product => text.clone_into(&mut change.product),
        MovePart::Note => text.clone_into(&mut change.note),
        MovePart::Rival => text.clone_into(&mut change.rival),
        MovePart::Offer => text.clone_into(&mut change.offer),
        MovePart::Recoverable => change.recoverable = Answer::from_word(text).ok_or_else(unknown)?,
        MovePart::Next => change.next_on = Some(typed::day_to_come(app, text)?),
    }
    Ok(())
}

/// A reason from the list that the position asks for.
fn reason(to: Position, text: &str) -> Option<Reason> {
    match to {
        Position::Non => Exclusion::from_word(text).map(Reason::Exclusion),
        _ => LossReason::from_word(text).map(Reason::Loss),
    }
}
