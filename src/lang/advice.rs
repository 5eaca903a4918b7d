//! What is to be done with a card, in words: its class, and what to ask where that is open.

use super::Words;
use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::domain::man::assertion::Letter;
use crate::domain::man::class::Class;
use crate::domain::position::Position;
use crate::domain::standing::Standing;

/// Class and advice; with an open class what to ask, and what it can come to.
pub fn advice(standing: &Standing, words: &Words, language: Language) -> String {
    let class = standing.class.name(language);
    let text = match standing.class {
        Class::Ideal => words.advice_ideal(),
        Class::AwakenNeed => words.advice_awaken_need(),
        Class::FindAuthority => words.advice_find_authority(),
        Class::Finance => words.advice_finance(),
        Class::Nurture => words.advice_nurture(),
        Class::Stop => words.advice_stop(),
        Class::Investigate => {
            let question = question(standing.ask.unwrap_or(Letter::Need), words);
            words.advice_investigate(&question, &standing.best.name(language), &standing.worst.name(language))
        }
    };
    words.class_and_advice(&class, &text)
}

/// Why no day names a card, and what would change that.
pub fn never_due(standing: &Standing, words: &Words) -> String {
    match standing.position {
        Position::Drift => words.never_due_drift(),
        Position::Non => words.never_due_non(),
        _ => words.never_due(),
    }
}

/// The question that settles a letter.
pub fn question(letter: Letter, words: &Words) -> String {
    match letter {
        Letter::Money => words.ask_money(),
        Letter::Authority => words.ask_authority(),
        Letter::Need => words.ask_need(),
    }
}
