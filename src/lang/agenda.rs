//! Why a card is on the list of a day, in words.

use chrono::NaiveDate;

use super::Words;
use crate::domain::agenda::{About, AboutDetail, Entry, Matter};
use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::draft::PlanAfter;
use crate::domain::field::built_in;
use crate::domain::language::Language;

/// The reason: its matter, and what it is about. Text of the card stands in it as typed.
pub fn reason(entry: &Entry, words: &Words, language: Language) -> String {
    let matter = match &entry.about {
        // A task, a wish, a complaint: its group says more than that it is to be followed up.
        About::Detail(detail) if entry.matter == Matter::FollowUp => detail.group.name(language),
        _ => entry.matter.name(language),
    };
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
            names.join(&words.between_list())
        }
        About::Field(field, day) => {
            let name = built_in(field).map_or(*field, |field| field.name(language));
            words.today_field(&name, &day_as_read(day))
        }
        About::Detail(detail) => about_detail(detail, words, language),
        About::Grade(grade) => words.today_grade(&grade.name(language)),
        About::Nothing => String::new(),
    };
    if about.is_empty() { matter.to_owned() } else { words.today_reason(&matter, &about) }
}

/// The heading of the cards that stand on the list for a matter.
pub fn heading(matter: Matter, language: Language) -> String {
    let name = matter.name(language);
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// All reasons of a card in one line, the foremost first.
pub fn reasons(entries: &[Entry], words: &Words, language: Language) -> String {
    let said: Vec<String> = entries.iter().map(|entry| reason(entry, words, language)).collect();
    said.join(&words.between_parts())
}

/// How an entry's day lies to the day of the list: overdue, today, ahead. What only grew old is not overdue.
pub fn when(matter: Matter, on: NaiveDate, day: NaiveDate, words: &Words) -> String {
    match ((day - on).num_days(), matter) {
        (0, _) => words.today(),
        (days @ 1.., Matter::Lapsed | Matter::Review) => words.today_since(&days),
        (days @ 1.., _) => words.today_overdue(&days),
        (days, _) => words.today_in_days(&-days),
    }
}

/// Whose, what, and the day in it: `林薇 birthday 07-02`, `trade licence until 2026-08-01`.
fn about_detail(detail: &AboutDetail, words: &Words, language: Language) -> String {
    let head = if detail.head.is_empty() { detail.group.name(language) } else { &detail.head };
    // That a day is a date says nothing.
    let part = detail.group.part(detail.part).filter(|part| part.key != "date");
    let part = part.map_or("", |part| part.name(language));
    let told: Vec<&str> =
        [detail.whose.as_str(), head, part].into_iter().filter(|word| !word.is_empty()).collect();
    words.today_field(&told.join(" "), &day_as_read(&detail.day))
}

/// What a contact makes of what was to be done next.
pub fn plan_after(after: PlanAfter, planned: &str, words: &Words) -> String {
    match after {
        PlanAfter::Done => words.plan_done(&planned),
        PlanAfter::Closed => words.plan_closed(&planned),
        PlanAfter::Replaced => words.plan_replaced(&planned),
    }
}

/// A day as it is read: one without a year loses the sign for that.
fn day_as_read(day: &str) -> &str {
    day.trim_start_matches('-')
}

/// What is to be done next: how, and what for.
pub fn next_action(next: &NextAction, language: Language) -> String {
    let kind = next.kind.map(|kind| kind.name(language)).unwrap_or_default();
    format!("{kind} {}", next.note).trim().to_owned()
}
