//! The form a person of a card is written down with.

use crate::domain::choice::Choice;
use crate::domain::draft::NewPerson;
use crate::domain::field_parse::LIST_SEPARATORS;
use crate::domain::id::{CardId, PersonId};
use crate::domain::person::Role;
use crate::domain::spec;
use crate::domain::when;
use crate::lang::problem::Problem;
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::fields;
use crate::tui::layer::form::PersonPart;
use crate::tui::layer::{Form, Line, Purpose};
use crate::tui::typed::said;

/// The lines of the form, filled from the person as the card has it.
pub fn lines(app: &App, card: CardId, id: Option<PersonId>) -> Vec<Line> {
    let Some(shown) = app.current().filter(|shown| shown.card.id == card) else { return Vec::new() };
    let known = shown.card.people.iter().find(|person| Some(person.id) == id);
    let language = app.setting.language;
    let text = |part: PersonPart| {
        let Some(person) = known else { return String::new() };
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        match part {
            PersonPart::Name => person.name.clone(),
            PersonPart::Title => person.title.clone(),
            PersonPart::Roles => fields::roles_text(person, language),
            PersonPart::Phones => fields::phone_texts(&person.phones, language).join(fields::BETWEEN),
            PersonPart::Emails => fields::email_texts(&person.emails, language).join(fields::BETWEEN),
            PersonPart::From => day(person.from),
            PersonPart::To => day(person.to),
        }
    };
    PersonPart::ALL.iter().map(|part| Line::new(Purpose::PersonPart(card, *part), text(*part))).collect()
}

/// What stands in the lines of the form of a person who was typed in one line.
pub fn texts(app: &App, person: &NewPerson) -> Vec<String> {
    let language = app.setting.language;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let phones = person.phones.iter().map(|phone| format!("{}:{}", phone.kind.name(language), phone.number));
    let emails = person.emails.iter().map(|email| format!("{}:{}", email.kind.name(language), email.address));
    let roles = person.roles.iter().map(|role| role.name(language));
    let text = |part: &PersonPart| match part {
        PersonPart::Name => person.name.clone(),
        PersonPart::Title => person.title.clone(),
        PersonPart::Roles => roles.clone().collect::<Vec<_>>().join(&app.setting.words.between_list()),
        PersonPart::Phones => phones.clone().collect::<Vec<_>>().join(fields::BETWEEN),
        PersonPart::Emails => emails.clone().collect::<Vec<_>>().join(fields::BETWEEN),
        PersonPart::From => day(person.from),
        PersonPart::To => day(person.to),
    };
    PersonPart::ALL.iter().map(text).collect()
}

/// What a line of the form says, or why it says nothing.
pub fn check(app: &App, part: PersonPart, text: &str) -> Result<(), String> {
    take(app, &mut NewPerson::default(), part, text.trim())
}

/// The person the whole form says, or which of its lines says none, and why.
pub fn change(app: &App, card: CardId, id: Option<PersonId>, form: &Form) -> Result<Change, (usize, String)> {
    let mut person = NewPerson::default();
    for (place, line) in form.lines.iter().enumerate() {
        if let Purpose::PersonPart(_, part) = line.purpose {
            take(app, &mut person, part, line.text().trim()).map_err(|refusal| (place, refusal))?;
        }
    }
    match (person.from, person.to) {
        (Some(from), Some(to)) if to < from => {
            let problem = Problem::Spec(spec::SpecError::EndBeforeStart { from, to });
            Err((form.lines.len() - 1, said(problem, app)))
        }
        _ => Ok(Change::Person(card, id, Box::new(person))),
    }
}

/// Puts what one line says into the person.
fn take(app: &App, person: &mut NewPerson, part: PersonPart, text: &str) -> Result<(), String> {
    let words = app.setting.words;
    let entries = || text.split(LIST_SEPARATORS).map(str::trim).filter(|entry| !entry.is_empty());
    let refusal = |error| said(Problem::Spec(error), app);
    let day = || {
        let day = Some(text).filter(|text| !text.is_empty()).map(|text| when::day(text, app.setting.day));
        day.transpose().map_err(|_| words.hint_date())
    };
    match part {
        PersonPart::Name if text.is_empty() => {
            return Err(words.error_field_empty(&part.name(app.setting.language)));
        }
        PersonPart::Name => text.clone_into(&mut person.name),
        PersonPart::Title => text.clone_into(&mut person.title),
        PersonPart::Roles => {
            let role = |entry| Role::from_word(entry).ok_or_else(|| words.no_such_choice(&entry));
            person.roles = entries().map(role).collect::<Result<_, _>>()?;
        }
        PersonPart::Phones => {
            person.phones = entries().map(spec::phone).collect::<Result<_, _>>().map_err(refusal)?;
        }
        PersonPart::Emails => {
            person.emails = entries().map(spec::email).collect::<Result<_, _>>().map_err(refusal)?;
        }
        PersonPart::From => person.from = day()?,
        PersonPart::To => person.to = day()?,
    }
    Ok(())
}
