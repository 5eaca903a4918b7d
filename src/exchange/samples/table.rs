//! The table of sample cards as it stands in the program's assets.

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use crate::domain::channel::Channel;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, Outcome};
use crate::domain::credit::KnockOut;
use crate::domain::language::{Language, Written};
use crate::domain::man::assertion::{Answer, Letter, Strength};
use crate::domain::party::{CustomerKind, Party, Size};
use crate::domain::position::Position;
use crate::domain::reason::Reason;
use crate::exchange::error::{ExchangeError, Result};

const TABLE: &str = include_str!("../../../assets/samples/cards.toml");

/// Reads the table.
pub(super) fn samples() -> Result<Vec<SampleCard>> {
    let table: Table = toml::from_str(TABLE).map_err(|error| ExchangeError::Samples(error.to_string()))?;
    Ok(table.card)
}

#[derive(Debug, Deserialize)]
struct Table {
    card: Vec<SampleCard>,
}

/// A text in each of the written languages.
#[derive(Debug, Deserialize)]
pub(super) struct Text([String; Written::COUNT]);

impl Text {
    pub(super) fn in_language(&self, language: Language) -> &str {
        language.in_row(self.0.each_ref().map(String::as_str))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleCard {
    pub(super) code: String,
    pub(super) name: Text,
    pub(super) short_name: Option<Text>,
    pub(super) company: Option<Text>,
    #[serde(deserialize_with = "choice")]
    pub(super) party: Party,
    #[serde(default, deserialize_with = "some_choice")]
    pub(super) kind: Option<CustomerKind>,
    #[serde(default, deserialize_with = "some_choice")]
    pub(super) size: Option<Size>,
    #[serde(deserialize_with = "choice")]
    pub(super) channel: Channel,
    /// The code of an earlier card.
    pub(super) introducer: Option<String>,
    /// The position without moves; with moves it says where they end.
    #[serde(deserialize_with = "choice")]
    pub(super) position: Position,
    pub(super) zone: Option<Text>,
    pub(super) street: Option<Text>,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
    #[serde(default)]
    pub(super) tags: Vec<Text>,
    #[serde(default)]
    pub(super) people: Vec<Text>,
    /// Who has left.
    #[serde(default)]
    pub(super) gone: Vec<Gone>,
    /// Days since the card was made.
    pub(super) added: i64,
    #[serde(default)]
    pub(super) moves: Vec<MoveRow>,
    #[serde(default)]
    pub(super) letters: Vec<LetterRow>,
    #[serde(default)]
    pub(super) contacts: Vec<ContactRow>,
    pub(super) next: Option<NextRow>,
    pub(super) credit: Option<CreditRow>,
    pub(super) note: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gone {
    pub(super) by: usize,
    pub(super) ago: i64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MoveRow {
    #[serde(deserialize_with = "choice")]
    pub(super) to: Position,
    pub(super) ago: i64,
    pub(super) note: Text,
    #[serde(default, deserialize_with = "some_reason")]
    pub(super) reason: Option<Reason>,
    pub(super) amount: Option<i64>,
    #[serde(default, deserialize_with = "some_choice")]
    pub(super) recoverable: Option<Answer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LetterRow {
    pub(super) is: Said,
    pub(super) ago: i64,
    pub(super) by: Option<usize>,
    #[serde(default = "said", deserialize_with = "choice")]
    pub(super) strength: Strength,
}

fn said() -> Strength {
    Strength::Said
}

/// A letter with its answer: capital for yes, small for no.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) letter: Letter,
    pub(super) answer: Answer,
}

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let small = text.to_lowercase();
        let letter =
            Letter::from_code(&small).ok_or_else(|| D::Error::custom(format!("no letter: {text}")))?;
        Ok(Said { letter, answer: if text == small { Answer::No } else { Answer::Yes } })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactRow {
    pub(super) ago: i64,
    #[serde(deserialize_with = "choice")]
    pub(super) kind: ContactKind,
    pub(super) by: Option<usize>,
    #[serde(default, deserialize_with = "choices")]
    pub(super) outcomes: Vec<Outcome>,
    pub(super) note: Option<Text>,
    pub(super) promise: Option<Text>,
    pub(super) they_promise: Option<Text>,
    pub(super) promise_in: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NextRow {
    #[serde(rename = "in")]
    pub(super) days: i64,
    #[serde(deserialize_with = "choice")]
    pub(super) kind: ContactKind,
    pub(super) note: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CreditRow {
    pub(super) ago: i64,
    /// Points of the five factors in their order; 0 is not assessed.
    pub(super) points: [u8; 5],
    pub(super) note: Option<Text>,
    #[serde(default, deserialize_with = "some_choice")]
    pub(super) knock_out: Option<KnockOut>,
}

fn coded<T: Choice, E: Error>(code: &str) -> std::result::Result<T, E> {
    T::from_code(code).ok_or_else(|| E::custom(format!("no code: {code}")))
}

fn choice<'de, T: Choice, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<T, D::Error> {
    coded(&String::deserialize(deserializer)?)
}

fn some_choice<'de, T: Choice, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Option<T>, D::Error> {
    choice(deserializer).map(Some)
}

fn choices<'de, T: Choice, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Vec<T>, D::Error> {
    Vec::<String>::deserialize(deserializer)?.iter().map(|code| coded(code)).collect()
}

fn some_reason<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Option<Reason>, D::Error> {
    let code = String::deserialize(deserializer)?;
    Reason::from_code(&code).map(Some).ok_or_else(|| D::Error::custom(format!("no reason: {code}")))
}
