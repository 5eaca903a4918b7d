//! A letter of a card in words: the answer, and on what it rests.

use crate::domain::choice::Choice;
use crate::domain::man::assertion::Letter;
use crate::domain::man::letters::{Evidence, LetterState};
use crate::domain::text::safe;
use crate::lang::Words;
use crate::tui::app::App;
use crate::tui::shown::Shown;

/// What a letter was answered with; one that is stale was.
pub fn answer_text(state: &LetterState, words: &Words, app: &App) -> String {
    let language = app.setting.language;
    match state.evidence {
        Some(evidence) if state.stale => words.was(&evidence.answer.name(language)),
        _ => state.answer.name(language).to_owned(),
    }
}

/// What a letter is about to become, where its key was pressed.
pub fn pending_text(app: &App, shown: &Shown, letter: Letter) -> Option<String> {
    let words = app.setting.words;
    let pending = app.pending.as_ref().filter(|pending| pending.card == shown.card.id)?;
    let answer = shown.answer(pending.presses(letter)?);
    Some(match answer {
        Some(answer) => words.pending(&answer.name(app.setting.language)),
        None => words.pending_as_it_was(),
    })
}

/// What all letters are about to become whose keys were pressed, in one line; nothing while none was.
pub fn all_pending(app: &App) -> Option<String> {
    let (words, shown) = (app.setting.words, app.current()?);
    let pending = app.pending.as_ref().filter(|pending| pending.card == shown.card.id)?;
    let told = pending.letters.iter().map(|presses| {
        let answer = match shown.answer(presses) {
            Some(answer) => answer.name(app.setting.language).to_owned(),
            None => words.pending_as_it_was(),
        };
        format!("{} {answer}", presses.letter.code().to_uppercase())
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| words.pending(&told.join(&words.between_list())))
}

/// When, in what and by whom a letter was answered, and how well that is known.
pub fn evidence_text(app: &App, shown: &Shown, evidence: &Evidence) -> String {
    let language = app.setting.language;
    let person = evidence.person.and_then(|id| shown.card.people.iter().find(|person| person.id == id));
    let kind = evidence
        .contact
        .and_then(|id| shown.card.contacts.iter().find(|contact| contact.id == id))
        .map(|contact| contact.kind.name(language).to_owned());
    let parts = [
        Some(evidence.on.to_string()),
        kind,
        person.map(|person| safe::line(&person.name).into_owned()),
        Some(evidence.strength.name(language).to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// A letter in one line: the answer, then when and by whom it was given.
pub fn letter_text(app: &App, shown: &Shown, letter: Letter) -> String {
    if let Some(text) = pending_text(app, shown, letter) {
        return text;
    }
    let state = shown.standing.letters.get(letter);
    let answer = answer_text(state, app.setting.words, app);
    match &state.evidence {
        Some(evidence) => format!("{answer}  {}", evidence_text(app, shown, evidence)),
        None if state.from_role => format!("{answer}  {}", app.setting.words.by_role()),
        None => answer,
    }
}
