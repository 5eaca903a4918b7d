//! What a field takes, and what is odd about a value, in words.

use super::Words;
use crate::domain::choice::Choice;
use crate::domain::column::Derived;
use crate::domain::detail::DetailGroup;
use crate::domain::field::warning::Warning;
use crate::domain::field::{CardField, FieldType, Sign, Time, built_in};
use crate::domain::language::Language;
use crate::domain::query::QueryField;

/// What a word of the program means to a person: the name of a field, of a column or of a group of details; a word
/// that means none of them as it is.
pub fn called(key: &str, words: &Words) -> String {
    let language = words.language();
    let field = built_in(key).map(|field| field.name(language));
    let column = || Derived::from_code(key).map(|column| column.name(language));
    let asked = || QueryField::from_code(key).map(|field| field.name(language));
    let group = || DetailGroup::with_key(key).map(|group| group.name(language));
    field.or_else(column).or_else(asked).or_else(group).unwrap_or(key).to_owned()
}

/// What is typed into a field.
pub fn takes(field: &CardField, words: &Words) -> String {
    let codes = || {
        let options = field.options(Language::English);
        options.into_iter().map(|(code, _)| code).collect::<Vec<_>>().join(" ")
    };
    match field.kind() {
        FieldType::Text => words.takes_text(),
        FieldType::Name => words.takes_name(),
        FieldType::Note => words.takes_note(),
        FieldType::Number => words.takes_number(),
        FieldType::Score(least, most) => words.takes_score(&least, &most),
        FieldType::Percent => words.takes_percent(),
        FieldType::Money(Sign::Positive) => words.takes_money(),
        FieldType::Money(Sign::Either) => words.takes_any_money(),
        FieldType::Day(Time::Past) => words.takes_day(),
        FieldType::Day(Time::Any) => words.takes_any_day(),
        FieldType::PartialDay(_) => words.takes_partial_day(),
        FieldType::Choice(_) | FieldType::OwnChoice => codes(),
        FieldType::Choices(_) => words.takes_several(&codes()),
        FieldType::Open(_) => words.takes_open(&codes()),
        FieldType::Region => words.takes_region(),
        FieldType::Registration => words.takes_registration(),
        FieldType::Phone => words.takes_phone(),
        FieldType::Email => words.takes_email(),
        FieldType::Tags => words.takes_tags(),
        FieldType::Card => words.takes_card(),
        FieldType::Phones => words.takes_phones(),
        FieldType::Emails => words.takes_emails(),
        FieldType::Addresses => words.takes_addresses(),
        FieldType::People => words.takes_people(),
    }
}

/// What is odd about a value.
pub fn warning(warning: Warning, words: &Words) -> String {
    match warning {
        Warning::DoubtfulPhone => words.warning_phone(),
        Warning::NotOnlyAPhone => words.warning_not_only_a_phone(),
        Warning::DoubtfulEmail => words.warning_email(),
        Warning::WrongCheckDigit => words.warning_check_digit(),
        Warning::UnknownNumberForm => words.warning_number_form(),
        Warning::NoSuchRegion => words.warning_region(),
        Warning::PaidInAboveRegistered => words.warning_paid_in(),
        Warning::IdentityNumber => words.warning_identity_number(),
        Warning::BankCardNumber => words.warning_bank_card(),
        Warning::KeptInNote => words.warning_kept_in_note(),
    }
}
