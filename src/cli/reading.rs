//! What was understood of a contact, in words: shown after `log` and in a card's history.

use crate::domain::choice::Choice;
use crate::domain::contact::{NextAction, Promise, PromiseBy};
use crate::domain::draft::NewContact;
use crate::domain::language::Language;
use crate::domain::man::assertion::{Answer, Letter};
use crate::lang::Words;

/// An assertion as it is typed: `+M`, `-A`, `?N`.
pub(super) fn assertion(letter: Letter, answer: Answer) -> String {
    let sign = match answer {
        Answer::Yes => '+',
        Answer::No => '-',
        Answer::Unknown => '?',
    };
    let letter = match letter {
        Letter::Money => 'M',
        Letter::Authority => 'A',
        Letter::Need => 'N',
    };
    format!("{sign}{letter}")
}

/// A promise with who made it and the day by which.
pub(super) fn promise(promise: &Promise, words: &Words) -> String {
    let due = promise.due_on.map(|day| words.reading_due(&day)).unwrap_or_default();
    match promise.by {
        PromiseBy::Us => words.reading_our_promise(&promise.text, &due),
        PromiseBy::Them => words.reading_their_promise(&promise.text, &due),
    }
}

/// A contact as it was understood, in one line: what was not understood is in the note.
pub(super) fn contact(card: &str, contact: &NewContact, words: &Words, language: Language) -> String {
    let letters = contact.assertions.iter().map(|(letter, answer)| assertion(*letter, *answer));
    let outcomes: Vec<_> = contact.outcomes.iter().map(|outcome| outcome.name(language)).collect();
    let promises = contact.promises.iter().map(|made| promise(made, words));
    let next = contact.next_action.as_ref().map(|next| words.reading_next(&next_action(next, language)));
    let mut parts = vec![card.to_owned(), contact.on.to_string(), contact.kind.name(language).to_owned()];
    parts.push(letters.collect::<Vec<_>>().join(" "));
    parts.push(outcomes.join(", "));
    parts.push(contact.note.clone());
    parts.extend(promises);
    parts.extend(next);
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// A next action: the day, the kind, the note.
pub(super) fn next_action(next: &NextAction, language: Language) -> String {
    let kind = next.kind.map(|kind| kind.name(language)).unwrap_or_default();
    format!("{} {kind} {}", next.on, next.note)
        .split(' ')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
