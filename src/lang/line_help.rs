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
        Told::Add => add(words, language),
        Told::Search => {
            let lines = query_help::lines(words).into_iter();
            lines.map(|(form, found)| (form.to_owned(), found)).collect()
        }
    }
}

fn log(words: &Words, language: Language) -> Vec<(String, String)> {
    let [day, kind, outcome, next, ours, theirs] = match language {
        Language::English => {
            ["yesterday", "call", "interested", "next fri visit", "promise X by fri", "they-promise X…"]
        }
        Language::Simplified => ["昨天", "电话", "感兴趣", "下次周五拜访", "承诺周五前…", "对方承诺…"],
        Language::Traditional => ["昨天", "電話", "有興趣", "下次週五拜訪", "承諾週五前…", "對方承諾…"],
    };
    let rows = [
        (day, words.line_day()),
        (kind, words.line_kind(&names::<ContactKind>(words, language))),
        ("@name", words.line_person()),
        (outcome, words.line_outcome(&names::<Outcome>(words, language))),
        ("+N -A ?M", words.line_letters()),
        (next, words.line_next()),
        (ours, words.line_promise()),
        (theirs, words.line_their_promise()),
        ("…", words.line_note()),
    ];
    rows.map(|(example, said)| (example.to_owned(), said)).to_vec()
}

fn add(words: &Words, language: Language) -> Vec<(String, String)> {
    let [name, company, phone, labelled] = match language {
        Language::English => ["Ana Torres", "Acme Ltd", "555-1234", "mobile 555-1234"],
        Language::Simplified => ["王小明", "星河科技有限公司", "0571-88001234", "手机 138…"],
        Language::Traditional => ["王小明", "星河科技公司", "02-2712-5566", "行動 0912…"],
    };
    let rows = [
        (name, words.line_name()),
        (company, words.line_company()),
        ("@Acme", words.line_at_company()),
        (phone, words.line_phone()),
        (labelled, words.line_labelled()),
        ("ana@acme.example", words.chip_email()),
        ("#vip", words.line_tag()),
        ("…", words.line_card_rest()),
    ];
    rows.map(|(example, said)| (example.to_owned(), said)).to_vec()
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
