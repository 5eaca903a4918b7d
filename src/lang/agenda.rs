//! Why a card is on the list of a day, in words.

use chrono::NaiveDate;

use super::Words;
use crate::domain::agenda::{About, Entry, Matter};
use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::field::built_in;
use crate::domain::language::Language;

/// The reason: its matter, and what it is about. Text of the card stands in it as typed.
pub fn reason(entry: &Entry, words: &dyn Words, language: Language) -> String {
    let matter = entry.matter.name(language);
    let about = match &entry.about {
        About::Promise(text) => text.clone(),
        // What was agreed upon says more than that it was.
        About::Next(next) => match next_action(next, language) {
            said if said.is_empty() => said,
            said => return said,
        },
        // The rule says more than that it is a follow-up.
        About::Rule(rule) => return rule.name(language).to_owned(),
        About::Introduced(name) => words.today_introduced(name),
        About::Letters(letters) => {
            let names: Vec<&str> = letters.iter().map(|letter| letter.name(language)).collect();
            names.join(", ")
        }
        About::Field(field, day) => {
            let name = built_in(field).map_or(*field, |field| field.name(language));
            words.today_field(&name, day)
        }
        About::Nothing => String::new(),
    };
    if about.is_empty() { matter.to_owned() } else { words.today_reason(&matter, &about) }
}

/// All reasons of a card in one line, the foremost first.
pub fn reasons(entries: &[Entry], words: &dyn Words, language: Language) -> String {
    let said: Vec<String> = entries.iter().map(|entry| reason(entry, words, language)).collect();
    said.join("; ")
}

/// How an entry's day lies to the day of the list: overdue, today, ahead. What only grew old is not overdue.
pub fn when(matter: Matter, on: NaiveDate, day: NaiveDate, words: &dyn Words) -> String {
    match ((day - on).num_days(), matter) {
        (0, _) => words.today(),
        (days @ 1.., Matter::Lapsed | Matter::Review) => words.today_since(&days),
        (days @ 1.., _) => words.today_overdue(&days),
        (days, _) => words.today_in_days(&-days),
    }
}

fn next_action(next: &NextAction, language: Language) -> String {
    let kind = next.kind.map(|kind| kind.name(language)).unwrap_or_default();
    format!("{kind} {}", next.note).trim().to_owned()
}
