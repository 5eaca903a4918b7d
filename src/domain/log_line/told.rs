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
    let (english, chinese) = match promise.by {
        PromiseBy::Us => ("promise", "承诺"),
        PromiseBy::Them => ("they-promise", "对方承诺"),
    };
    let mut forms =
        [format!("{english} {} by {due}", promise.text), format!("{chinese} {} {due}前", promise.text)];
    if language.reads() != Written::English {
        forms.reverse();
    }
    let meant = Promise { id: None, settled: None, ..promise.clone() };
    forms.into_iter().find(|form| read(form, due).promises == [meant.clone()])
}
