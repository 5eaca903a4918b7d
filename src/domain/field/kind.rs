//! What a field can hold.

use crate::domain::choice::Choice;
use crate::domain::language::Language;

/// A closed list behind a field, seen through its codes.
#[derive(Debug, Clone, Copy)]
pub struct ChoiceList {
    /// All codes, in the order in which they are offered.
    pub codes: fn() -> Vec<&'static str>,
    /// The code meant by a word (code, name in any language, synonym).
    pub code_of: fn(&str) -> Option<&'static str>,
    /// The name of a code in a language.
    pub name_of: fn(&str, Language) -> Option<&'static str>,
    /// Further words people use for a code.
    pub synonyms_of: fn(&str) -> &'static [&'static str],
}

impl ChoiceList {
    pub(in crate::domain) const fn of<T: Choice>() -> ChoiceList {
        ChoiceList {
            codes: || T::ALL.iter().map(|choice| choice.code()).collect(),
            code_of: |word| T::from_word(word).map(Choice::code),
            name_of: |code, language| T::from_code(code).map(|choice| choice.name(language)),
            synonyms_of: |code| T::from_code(code).map(Choice::synonyms).unwrap_or_default(),
        }
    }
}

/// Whether a date is of something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// A fact: never in the future.
    Past,
    /// Any day, as of a plan or an end.
    Any,
}

/// Which amounts of money are possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// 0 and more.
    Positive,
    /// Also less than 0, as of a loss.
    Either,
}

/// What a field holds and how it is checked.
#[derive(Debug, Clone, Copy)]
pub enum FieldType {
    /// One line of text.
    Text,
    /// The name of somebody on the card, or of another card; other words are taken as they are.
    Name,
    /// Text of several lines.
    Note,
    /// A whole number, 0 or more.
    Number,
    /// A whole number between these two, both included.
    Score(i8, i8),
    /// A share of a hundred, 0 to 100, with at most two decimals.
    Percent,
    /// An amount of the book currency, canonically with two decimals: `52000.00`.
    Money(Sign),
    /// A date.
    Day(Time),
    /// A date of which day, or day and month, may be missing: `1988-05`, `1988`, `--03-07`.
    PartialDay(Time),
    /// One code of a closed list.
    Choice(ChoiceList),
    /// Several codes of a closed list.
    Choices(ChoiceList),
    /// A code of a list, or any other words.
    Open(ChoiceList),
    /// One code of the list that the user gave with the field.
    OwnChoice,
    /// A region: a six-digit code, or words.
    Region,
    /// A registration number, whose check digit is checked.
    Registration,
    /// One phone number.
    Phone,
    /// One e-mail address.
    Email,
    /// Free words, any number of them.
    Tags,
    /// Another card.
    Card,
    /// Phone numbers, each with a kind.
    Phones,
    /// E-mail addresses, each with a kind.
    Emails,
    /// Postal addresses.
    Addresses,
    /// People.
    People,
}

impl FieldType {
    /// The closed or open list behind it.
    pub fn list(self) -> Option<ChoiceList> {
        match self {
            FieldType::Choice(list) | FieldType::Choices(list) | FieldType::Open(list) => Some(list),
            _ => None,
        }
    }

    /// Whether it holds any number of values in one place.
    pub fn is_several(self) -> bool {
        matches!(self, FieldType::Tags | FieldType::Choices(_))
    }

    /// Whether its values are records with parts of their own.
    pub fn is_records(self) -> bool {
        matches!(self, FieldType::Phones | FieldType::Emails | FieldType::Addresses | FieldType::People)
    }
}
