//! What the word being typed at the end of a query could become: a field, a value, a saved filter.

use std::ops::Range;

use super::condition::Aspect;
use super::field::{Named, QueryField, named};
use super::lexer::{TokenKind, split};
use super::{SavedFilter, Vocabulary};
use crate::domain::channel::Channel;
use crate::domain::choice::Choice;
use crate::domain::credit::Grade;
use crate::domain::field::{CATALOGUE, CardField};
use crate::domain::language::Language;
use crate::domain::man::assertion::Letter;
use crate::domain::man::class::Class;
use crate::domain::party::{CustomerKind, Party};
use crate::domain::position::Position;
use crate::domain::text::fold::fold;
use crate::domain::tier::Abc;

/// What a word could become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the query that it takes the place of: they reach to its end.
    pub replaces: Range<usize>,
    /// The words, the likeliest first; never empty.
    pub words: Vec<String>,
}

/// A name is offered once so many of its letters are there: one letter is the beginning of everything.
const FIRST_LETTERS: usize = 2;
/// No more words are offered at once.
const MOST_WORDS: usize = 12;
/// Between values of which one is enough.
const BETWEEN_VALUES: &[char] = &[',', '，', '、'];

/// What the end of a query, typed so far, could become; `tags` are those in use.
pub fn completion(
    typed: &str,
    vocabulary: Vocabulary<'_>,
    tags: &[String],
    language: Language,
) -> Option<Completion> {
    let (mut tokens, unclosed) = split(typed);
    let token = tokens.pop().filter(|token| token.span.end == typed.len() && unclosed.is_none())?;
    let (begun, mut words) = match &token.kind {
        TokenKind::Or => return None,
        TokenKind::Saved { name, .. } => (name.as_str(), beginning_with(name, saved_names(vocabulary.saved))),
        TokenKind::Term { field: None, text, .. } if text == "@" || text == "＠" => {
            ("", saved_names(vocabulary.saved))
        }
        TokenKind::Term { field: None, text, .. } => (text.as_str(), field_names(text, vocabulary, language)),
        TokenKind::Term { field: Some(field), text, .. } => {
            let begun = text.rsplit(BETWEEN_VALUES).next().unwrap_or_default();
            (begun, matching(begun, values(field, vocabulary, tags, language), language))
        }
    };
    words.truncate(MOST_WORDS);
    // Inside quotation marks the end of the query is not the end of the word.
    let start = typed.len().checked_sub(begun.len()).filter(|start| typed.get(*start..) == Some(begun))?;
    (!words.is_empty()).then_some(Completion { replaces: start..typed.len(), words })
}

fn saved_names(saved: &[SavedFilter]) -> Vec<String> {
    saved.iter().map(|filter| filter.name.clone()).collect()
}

fn beginning_with(begun: &str, words: Vec<String>) -> Vec<String> {
    let begun = fold(begun);
    words.into_iter().filter(|word| fold(word).starts_with(&begun) && fold(word) != begun).collect()
}

/// Names of fields that begin so, with their colon: those with a meaning of their own in queries first.
fn field_names(begun: &str, vocabulary: Vocabulary<'_>, language: Language) -> Vec<String> {
    let folded = fold(begun);
    let enough = if folded.is_ascii() { FIRST_LETTERS } else { 1 };
    if folded.chars().count() < enough {
        return Vec::new();
    }
    let query = QueryField::ALL.iter().map(|field| (field.code(), field.name(language)));
    let catalogue = CATALOGUE.iter().map(|field| (field.key, field.name(language)));
    let own = vocabulary.own.iter().map(|field| (field.key.as_str(), field.name.as_str()));
    let mut found: Vec<String> = Vec::new();
    for (key, name) in query.chain(catalogue).chain(own) {
        let word = if fold(key).starts_with(&folded) {
            key
        } else if fold(name).starts_with(&folded) && is_word(name) {
            name
        } else {
            continue;
        };
        let word = format!("{word}:");
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

/// Values that begin so: by code, or by name in the language.
fn matching(begun: &str, values: Vec<(String, String)>, language: Language) -> Vec<String> {
    let begun = fold(begun);
    let by_code = language.has_words_for_codes();
    let preferred = |code: String, name: String| if by_code || !is_word(&name) { code } else { name };
    let word = |(code, name): (String, String)| {
        if begun.is_empty() {
            Some(preferred(code, name))
        } else if fold(&code).starts_with(&begun) {
            (fold(&code) != begun).then_some(code)
        } else if fold(&name).starts_with(&begun) && is_word(&name) {
            (fold(&name) != begun).then_some(name)
        } else {
            None
        }
    };
    values.into_iter().filter_map(word).collect()
}

/// Whether a name can stand in a query without quotation marks.
fn is_word(name: &str) -> bool {
    !name.contains(|letter: char| letter.is_whitespace() || letter == ':' || BETWEEN_VALUES.contains(&letter))
}

/// What can stand behind the colon of a field: codes and names.
fn values(
    field: &str,
    vocabulary: Vocabulary<'_>,
    tags: &[String],
    language: Language,
) -> Vec<(String, String)> {
    match named(field, vocabulary.own) {
        Named::Query(field) => query_values(field, vocabulary, tags, language),
        Named::Catalogue(field) => CardField::Known(field).options(language),
        Named::Own(field) => CardField::Own(field.clone()).options(language),
        Named::Detail(_) | Named::Unknown(_) | Named::Text => Vec::new(),
    }
}

fn query_values(
    field: QueryField,
    vocabulary: Vocabulary<'_>,
    tags: &[String],
    language: Language,
) -> Vec<(String, String)> {
    let plain = |words: &[&str]| words.iter().map(|word| (word.to_string(), word.to_string())).collect();
    match field {
        QueryField::Position => list::<Position>(language),
        QueryField::Kind => list::<CustomerKind>(language),
        QueryField::Party => list::<Party>(language),
        QueryField::Channel => list::<Channel>(language),
        QueryField::Class | QueryField::Best => list::<Class>(language),
        QueryField::Ask => list::<Letter>(language),
        QueryField::Grade => list::<Grade>(language),
        QueryField::Abc => list::<Abc>(language),
        QueryField::Due => plain(&["overdue", "today", "<=today", "today.."]),
        QueryField::Overdue => plain(&[">0", ">7d", ">30d"]),
        QueryField::Silent => plain(&[">30d", ">90d", "<7d"]),
        QueryField::Man => plain(&["MAN", "M?N", "*?*", "MA?"]),
        QueryField::In => plain(&["bin"]),
        QueryField::Tag => tags.iter().map(|tag| (tag.clone(), tag.clone())).collect(),
        QueryField::Has | QueryField::No => {
            let keys = CATALOGUE.iter().map(|field| (field.key.to_owned(), field.name(language).to_owned()));
            let own = vocabulary.own.iter().map(|field| (field.key.clone(), field.name.clone()));
            list::<Aspect>(language).into_iter().chain(keys).chain(own).collect()
        }
        _ => Vec::new(),
    }
}

fn list<T: Choice>(language: Language) -> Vec<(String, String)> {
    T::ALL.iter().map(|choice| (choice.code().to_owned(), choice.name(language).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(typed: &str, language: Language) -> Vec<String> {
        let saved = [
            SavedFilter { name: "hot".into(), text: "tag:vip".into() },
            SavedFilter { name: "重点".into(), text: "tag:vip".into() },
        ];
        let vocabulary = Vocabulary { own: &[], saved: &saved };
        let tags = ["vip".to_owned(), "fair".to_owned()];
        let Some(completion) = completion(typed, vocabulary, &tags, language) else { return Vec::new() };
        let word = |word: &String| format!("{}{word}", &typed[..completion.replaces.start]);
        completion.words.iter().map(word).collect()
    }

    #[test]
    fn the_end_of_a_query_becomes_a_field_a_value_or_a_filter() {
        for (typed, expected) in [
            ("posi", vec!["posi", "position:"]),
            ("x -posit", vec!["x -position:"]),
            ("position:tar", vec!["position:target"]),
            ("position:target,ac", vec!["position:target,actual"]),
            ("tag:v", vec!["tag:vip"]),
            ("in:", vec!["in:bin"]),
            ("@", vec!["@hot", "@重点"]),
            ("-@h", vec!["-@hot"]),
            ("@hot", vec![]),
            ("p", vec![]),
            ("", vec![]),
            ("posi ", vec![]),
            ("position:target", vec![]),
            ("\"posi", vec![]),
        ] {
            let expected: Vec<&str> = expected.into_iter().filter(|word| *word != typed).collect();
            assert_eq!(completed(typed, Language::English), expected, "{typed}");
        }
    }

    #[test]
    fn names_are_offered_in_the_language_of_the_reader() {
        assert_eq!(completed("定", Language::Simplified)[0], "定位:");
        assert!(completed("定位:", Language::Simplified).contains(&"定位:目标".to_owned()));
        assert_eq!(completed("定位:目", Language::Simplified), ["定位:目标"].map(str::to_owned));
    }
}
