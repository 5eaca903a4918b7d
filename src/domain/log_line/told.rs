//! A contact told as the line that would log it, so that it can be corrected where it was typed.

use super::{LogReading, read};
use crate::domain::choice::Choice;
use crate::domain::contact::{NextAction, Promise, PromiseBy};
use crate::domain::language::{Language, Written};
use crate::domain::man::assertion::{Answer, Letter};

impl LogReading {
    /// The line, with the name of the person it was with. Read again it says the same: what is understood comes first, and a comma keeps the note from
    /// being read into it. A promise without a day cannot be said in a line and is left out; so is one whose text would be read as its day.
    pub fn told(&self, person: Option<&str>, language: Language) -> String {
        let kind = self.kind.map(|kind| word(kind, language));
        // A name of several words is one word in a line.
        let person = person.map(|name| format!("@{}", name.replace(' ', "-")));
        let mut clauses: Vec<String> = person.into_iter().collect();
        clauses.extend(self.outcomes.iter().map(|outcome| word(*outcome, language)));
        let letters: Vec<String> = self.assertions.iter().map(|said| assertion(*said)).collect();
        if !letters.is_empty() {
            clauses.push(letters.join(" "));
        }
        clauses.extend(self.next.as_ref().map(|next| next_action(next, language)));
        clauses.extend(self.promises.iter().filter_map(|made| promise(made, language)));
        if !self.note.is_empty() {
            clauses.push(self.note.clone());
        }
        let told = clauses.join(", ");
        let parts = [self.on.map(|on| on.to_string()), kind, Some(told)];
        let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }
}

/// The name, when it is one word that is read back; else the code, which always is.
fn word<T: Choice>(choice: T, language: Language) -> String {
    let name = choice.name(language);
    let is_word = !name.contains([' ', ',', '、', '，']) && T::from_word(name) == Some(choice);
    if is_word { name.to_owned() } else { choice.code().to_owned() }
}

fn assertion((letter, answer): (Letter, Answer)) -> String {
    let sign = match answer {
        Answer::Yes => '+',
        Answer::No => '-',
        Answer::Unknown => '?',
    };
    format!("{sign}{}", letter.code().to_uppercase())
}

fn next_action(next: &NextAction, language: Language) -> String {
    let opening = language.in_row(["next", "下次", "下次"]);
    let kind = next.kind.map(|kind| format!(" {}", word(kind, language))).unwrap_or_default();
    let time = if next.note.is_empty() { String::new() } else { format!(" {}", next.note) };
    format!("{opening} {}{kind}{time}", next.on)
}

/// A promise in the words of the language, or of another when its own text would be read as their day; nothing
/// when neither says it.
fn promise(promise: &Promise, language: Language) -> Option<String> {
    let due = promise.due_on?;
    let opening = |language: Language| match promise.by {
        PromiseBy::Us => language.in_row(["promise", "承诺", "承諾"]),
        PromiseBy::Them => language.in_row(["they-promise", "对方承诺", "對方承諾"]),
    };
    let meant = Promise { id: None, settled: None, ..promise.clone() };
    let mut forms =
        by_its_day(promise, language).map(|(form, language)| format!("{} {form}", opening(language)));
    forms.find(|form| read(form, due).promises == [meant.clone()])
}

/// What was promised, and by when, in the words of the language: as it stands behind the word for a promise.
pub fn promised(promise: &Promise, language: Language) -> String {
    let said = by_its_day(promise, language).map(|(form, _)| form).next();
    said.unwrap_or_else(|| promise.text.clone())
}

/// A promise with its day as one says it, in the language first, then in the others; nothing without a day.
fn by_its_day(promise: &Promise, language: Language) -> impl Iterator<Item = (String, Language)> {
    let other = if language.reads() == Written::English { Language::Simplified } else { Language::English };
    promise.due_on.into_iter().flat_map(move |due| {
        [language, other].map(|language| {
            let text = &promise.text;
            (
                language.in_row([
                    format!("{text} by {due}"),
                    format!("{text} {due}前"),
                    format!("{text} {due}前"),
                ]),
                language,
            )
        })
    })
}
