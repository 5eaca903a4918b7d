//! The form a contact is written down with: filled from the line typed so far, and read into the contact.
//!
//! Each of its lines is read by the rule of the one-line log for that part, so that what was learnt there holds
//! here too.

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Outcome, Promise, PromiseBy};
use crate::domain::draft::NewContact;
use crate::domain::field_parse::LIST_SEPARATORS;
use crate::domain::id::CardId;
use crate::domain::log_line::{self, Recordable};
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::when;
use crate::tui::app::App;
use crate::tui::fields;
use crate::tui::layer::form::ContactPart;
use crate::tui::layer::{Form, Line, Purpose};
use crate::tui::typed;

/// Stands between the promises of one side.
const BETWEEN_PROMISES: &str = "; ";

/// The lines of the form, filled from what was typed into the one-line log, and where nothing was, from what it had
/// said before. What was typed there is half typed: it is kept as the rest is.
pub fn lines(app: &App, card: CardId, said: &str, typed: &str) -> Vec<Line> {
    let filled = texts(app, card, if typed.is_empty() { said } else { typed });
    let line = |((part, said), filled): ((&ContactPart, String), String)| {
        Line::resumed(Purpose::Part(card, *part), said, filled)
    };
    ContactPart::ALL.iter().zip(texts(app, card, said)).zip(filled).map(line).collect()
}

/// What stands in the lines of the form when this was typed into the one-line log.
fn texts(app: &App, card: CardId, typed: &str) -> Vec<String> {
    let language = app.setting.language;
    let people = app.current().filter(|shown| shown.card.id == card);
    let people = people.map(|shown| shown.card.people.as_slice()).unwrap_or_default();
    let read = log_line::read_among(people, typed, app.setting.day, log_line::DayTold::InLine);
    let person = people.iter().find(|person| Some(person.id) == read.person);
    let promises = |by: PromiseBy| {
        let made = read.promises.iter().filter(|promise| promise.by == by);
        let made = made.map(|promise| log_line::promised(promise, language));
        made.collect::<Vec<_>>().join(BETWEEN_PROMISES)
    };
    let text = |part: ContactPart| match part {
        ContactPart::Day => read.on.unwrap_or(app.setting.day).to_string(),
        ContactPart::Kind => read.kind.unwrap_or(app.typing.last_kind).name(language).to_owned(),
        ContactPart::Person => person.map(|person| person.name.clone()).unwrap_or_default(),
        ContactPart::Outcomes => read
            .outcomes
            .iter()
            .map(|outcome| outcome.name(language))
            .collect::<Vec<_>>()
            .join(fields::BETWEEN),
        ContactPart::Note => read.note.clone(),
        ContactPart::Letters => read.assertions.iter().map(sign).collect::<Vec<_>>().join(" "),
        ContactPart::Promise => promises(PromiseBy::Us),
        ContactPart::TheirPromise => promises(PromiseBy::Them),
        ContactPart::Next => {
            read.next.as_ref().map(|next| fields::next_action_text(next, language)).unwrap_or_default()
        }
    };
    ContactPart::ALL.iter().map(|part| text(*part)).collect()
}

fn sign((letter, answer): &(Letter, Answer)) -> String {
    let sign = match answer {
        Answer::Yes => '+',
        Answer::No => '-',
        Answer::Unknown => '?',
    };
    format!("{sign}{}", letter.code().to_uppercase())
}

/// What a line of the form says, or why it says nothing.
pub fn check(app: &App, card: CardId, part: ContactPart, text: &str) -> Result<(), String> {
    let Some(shown) = app.current().filter(|shown| shown.card.id == card) else { return Ok(()) };
    let mut contact = empty(app);
    take(app, &shown.card, &mut contact, part, text.trim())
}

/// The contact the whole form says, or which of its lines says none, and why.
pub fn contact(app: &App, card: &Card, form: &Form) -> Result<Recordable, (usize, String)> {
    let mut contact = empty(app);
    for (place, line) in form.lines.iter().enumerate() {
        if let Purpose::Part(_, part) = line.purpose {
            take(app, card, &mut contact, part, line.text().trim()).map_err(|refusal| (place, refusal))?;
        }
    }
    contact.direction = contact.kind.usual_direction();
    Ok(Recordable::of(contact, card))
}

fn empty(app: &App) -> NewContact {
    let kind = ContactKind::Other;
    NewContact {
        on: app.setting.day,
        kind,
        direction: kind.usual_direction(),
        person: None,
        outcomes: Vec::new(),
        note: String::new(),
        promises: Vec::new(),
        assertions: Vec::new(),
        next_action: None,
    }
}

/// Puts what one line says into the contact.
fn take(
    app: &App,
    card: &Card,
    contact: &mut NewContact,
    part: ContactPart,
    text: &str,
) -> Result<(), String> {
    let (words, day) = (app.setting.words, app.setting.day);
    let entries = || text.split(LIST_SEPARATORS).map(str::trim).filter(|entry| !entry.is_empty());
    match part {
        ContactPart::Day if text.is_empty() => {}
        ContactPart::Day => {
            contact.on = when::day_gone(text, day).map_err(|_| words.hint_date())?;
            if contact.on > day {
                return Err(words.error_future_fact(&contact.on));
            }
        }
        ContactPart::Kind if text.is_empty() => {}
        ContactPart::Kind => {
            contact.kind = ContactKind::from_word(text).ok_or_else(|| words.no_such_choice(&text))?;
        }
        ContactPart::Person if text.is_empty() => {}
        ContactPart::Person => {
            let person = card.person_called(text).ok_or_else(|| words.no_such_choice(&text))?;
            contact.person = Some(person.id);
        }
        ContactPart::Outcomes => {
            let outcome = |entry| Outcome::from_word(entry).ok_or_else(|| words.no_such_choice(&entry));
            contact.outcomes = entries().map(outcome).collect::<Result<_, _>>()?;
        }
        ContactPart::Note => text.clone_into(&mut contact.note),
        ContactPart::Letters => {
            let read = log_line::read(text, day);
            if !read.note.is_empty() || read.kind.is_some() {
                return Err(words.hint_letters_line());
            }
            contact.assertions = read.assertions;
        }
        ContactPart::Promise => contact.promises.extend(promises(text, PromiseBy::Us, app)),
        ContactPart::TheirPromise => contact.promises.extend(promises(text, PromiseBy::Them, app)),
        ContactPart::Next if text.is_empty() => {}
        ContactPart::Next => contact.next_action = Some(typed::next_action(app, text)?),
    }
    Ok(())
}

/// What one side promised, one promise after the other.
fn promises(text: &str, by: PromiseBy, app: &App) -> Vec<Promise> {
    let word = match by {
        PromiseBy::Us => "promise",
        PromiseBy::Them => "they-promise",
    };
    let said = text.split([';', '；']).map(str::trim).filter(|said| !said.is_empty());
    said.map(|said| {
        let read = log_line::read(&format!("{word} {said}"), app.setting.day);
        read.promises.into_iter().next().unwrap_or_else(|| Promise::open(by, said, None))
    })
    .collect()
}
