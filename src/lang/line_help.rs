//! What can be typed into a line, by example: each example is read by what reads the line, and the lists are its own.

use super::{Words, query_help};
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Outcome};
use crate::domain::language::Language;

/// A line that tells what can be typed into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The line of a contact.
    Log,
    /// The line of a new card.
    Add,
    /// The search.
    Search,
}

/// An example and what it says. No example is wider than the keys beside which it stands in the help.
pub fn lines(line: Told, words: &Words, language: Language) -> Vec<(String, String)> {
    match line {
        Told::Log => log(words, language),
        Told::Add => add(words),
        Told::Search => query_help::lines(words),
    }
}

fn log(words: &Words, language: Language) -> Vec<(String, String)> {
    vec![
        (words.example_day(), words.line_day()),
        (words.example_kind(), words.line_kind(&names::<ContactKind>(words, language))),
        ("@name".to_owned(), words.line_person()),
        (words.example_outcome(), words.line_outcome(&names::<Outcome>(words, language))),
        ("+N -A ?M".to_owned(), words.line_letters()),
        (words.example_next(), words.line_next()),
        (words.example_promise(), words.line_promise()),
        (words.example_their_promise(), words.line_their_promise()),
        ("…".to_owned(), words.line_note()),
    ]
}

fn add(words: &Words) -> Vec<(String, String)> {
    vec![
        (words.example_name(), words.line_name()),
        (words.example_company(), words.line_company()),
        ("@Acme".to_owned(), words.line_at_company()),
        (words.example_phone(), words.line_phone()),
        (words.example_labelled(), words.line_labelled()),
        ("ana@acme.example".to_owned(), words.chip_email()),
        ("#vip".to_owned(), words.line_tag()),
        ("…".to_owned(), words.line_card_rest()),
    ]
}

fn names<T: Choice>(words: &Words, language: Language) -> String {
    let names: Vec<&str> = T::ALL.iter().map(|choice| choice.name(language)).collect();
    names.join(&words.between_list())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::log_line::{SpanKind, read};
    use crate::lang::words;

    #[test]
    fn every_example_of_the_log_is_read_as_it_is_said_to_be() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
        for language in Language::ALL {
            let examples = lines(Told::Log, words(*language), *language);
            let kinds = [
                (0, SpanKind::Day),
                (1, SpanKind::Kind),
                (3, SpanKind::Outcome),
                (4, SpanKind::Assertion),
                (5, SpanKind::Next),
                (6, SpanKind::Promise),
            ];
            for (row, kind) in kinds {
                let example = examples[row].0.replace('…', "X");
                let spans = read(&example, today).spans;
                assert!(spans.iter().any(|(_, known)| *known == kind), "{example}: {spans:?}");
            }
        }
    }
}
