//! What is odd about a value that is kept all the same: the salesperson may have nothing better.

use super::region::{self, RegionCheck};
use super::registration::{self, NumberCheck};
use super::{CardField, FieldType};
use crate::domain::card::Card;
use crate::domain::email::{self, EmailCheck};
use crate::domain::money;
use crate::domain::phone::{self, PhoneCheck};
use crate::domain::reach::Place;
use crate::domain::text::fold::fold;

/// Something to look at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// No mobile number of the mainland or Taiwan, and no whole landline there.
    DoubtfulPhone,
    /// Letters or signs stand in it that no phone number has.
    NotOnlyAPhone,
    /// Not of the form of an e-mail address.
    DoubtfulEmail,
    /// A registration number whose check digit does not fit.
    WrongCheckDigit,
    /// A registration number of no known form.
    UnknownNumberForm,
    /// Six digits that are no code of a region.
    NoSuchRegion,
    /// More was paid in than is registered.
    PaidInAboveRegistered,
    /// It looks like the number of an identity card, which is not to be kept.
    IdentityNumber,
    /// It looks like the number of a bank card, which is not to be kept.
    BankCardNumber,
    /// The field cannot hold it: it stands in the note.
    KeptInNote,
}

/// Key of the field that paid-in capital is compared with.
const REGISTERED: &str = "registered_capital";
/// Key of the field with paid-in capital.
const PAID_IN: &str = "paid_in_capital";

/// What is odd about a value of a field, on a card that holds other values.
pub fn of(field: &CardField, value: &str, card: &Card) -> Option<Warning> {
    let held = |key: &str| card.values.get(key).and_then(|values| values.first()).map(String::as_str);
    match field.key() {
        PAID_IN => return exceeds(Some(value), held(REGISTERED)),
        REGISTERED => return exceeds(held(PAID_IN), Some(value)),
        _ => {}
    }
    of_kind(field.kind(), value)
}

/// What is odd about a postal address.
pub fn of_place(place: &Place) -> Option<Warning> {
    of_kind(FieldType::Region, &place.region)
}

/// What is odd about a value by itself.
pub fn of_kind(kind: FieldType, value: &str) -> Option<Warning> {
    match kind {
        FieldType::Phone => match phone::read(value) {
            // A landline that is whole, with area, needs no second look either.
            Ok(phone) if phone.check == PhoneCheck::Good || phone::with_country(&phone.normal).is_some() => {
                None
            }
            _ if !phone::is_only_a_number(value) => Some(Warning::NotOnlyAPhone),
            _ => Some(Warning::DoubtfulPhone),
        },
        FieldType::Email => (email::check(value) == EmailCheck::Doubtful).then_some(Warning::DoubtfulEmail),
        FieldType::Registration => match registration::check(value) {
            NumberCheck::Good => None,
            NumberCheck::WrongCheckDigit => Some(Warning::WrongCheckDigit),
            NumberCheck::UnknownForm => Some(Warning::UnknownNumberForm),
        },
        FieldType::Region => {
            (region::check(value) == RegionCheck::NoSuchCode).then_some(Warning::NoSuchRegion)
        }
        FieldType::Text | FieldType::Name | FieldType::Note | FieldType::Tags => personal_number(value),
        _ => None,
    }
}

fn exceeds(paid_in: Option<&str>, registered: Option<&str>) -> Option<Warning> {
    let (paid_in, registered) = (money::parse(paid_in?)?, money::parse(registered?)?);
    (paid_in > registered).then_some(Warning::PaidInAboveRegistered)
}

/// Lengths of mainland identity numbers and of bank card numbers.
const IDENTITY_DIGITS: usize = 18;
const BANK_CARD_DIGITS: std::ops::RangeInclusive<usize> = 16..=19;
/// Texts are looked through up to here: a number further down is not worth a slow key.
const LOOKED_THROUGH: usize = 20_000;

/// A run of digits in free text that may be nobody's business.
fn personal_number(text: &str) -> Option<Warning> {
    // Most texts have too few digits for either.
    text.chars().filter(|sign| sign.is_numeric()).nth(*BANK_CARD_DIGITS.start() - 1)?;
    let mut end = text.len().min(LOOKED_THROUGH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = fold(&text[..end]);
    let runs = text.split(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, ' ' | '-')));
    runs.flat_map(|run| run.split(|sign: char| sign.is_ascii_alphabetic() && sign != 'x')).find_map(|run| {
        let digits: String = run.chars().filter(|sign| sign.is_ascii_digit() || *sign == 'x').collect();
        if is_identity_number(&digits) {
            Some(Warning::IdentityNumber)
        } else {
            (BANK_CARD_DIGITS.contains(&digits.len()) && passes_luhn(&digits))
                .then_some(Warning::BankCardNumber)
        }
    })
}

/// An identity number of the mainland (GB 11643): 17 digits and a check sign.
fn is_identity_number(number: &str) -> bool {
    const MODULUS: u32 = 11;
    let Some((body, last)) = number.split_at_checked(IDENTITY_DIGITS - 1) else { return false };
    let digits: Option<Vec<u32>> = body.chars().map(|digit| digit.to_digit(10)).collect();
    let (Some(digits), 1) = (digits, last.len()) else { return false };
    // The weight of a place is 2 to the power of the places behind it, modulo 11.
    let weights = (1..IDENTITY_DIGITS as u32).rev().map(|power| 2_u32.pow(power) % MODULUS);
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    let check = (MODULUS + 1 - sum % MODULUS) % MODULUS;
    match last {
        "x" => check == 10,
        digit => digit.parse() == Ok(check),
    }
}

/// The check of bank card numbers: every second digit from the right doubled, the digits of all add up to tens.
fn passes_luhn(number: &str) -> bool {
    const TEN: u32 = 10;
    let digits: Option<Vec<u32>> = number.chars().rev().map(|digit| digit.to_digit(10)).collect();
    let sum = |digits: Vec<u32>| -> u32 {
        let value = |(place, digit): (usize, &u32)| if place % 2 == 1 { digit * 2 } else { *digit };
        digits.iter().enumerate().map(value).map(|value| value / TEN + value % TEN).sum()
    };
    digits.is_some_and(|digits| sum(digits).is_multiple_of(TEN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::CardField;
    use crate::domain::field::built_in;
    use crate::domain::party::Party;
    use crate::domain::specimen;

    #[test]
    fn what_is_odd_is_named() {
        for (kind, value, expected) in [
            (FieldType::Phone, "138 0000 0000", None),
            (FieldType::Phone, "1234", Some(Warning::DoubtfulPhone)),
            (FieldType::Phone, "12-abc", Some(Warning::NotOnlyAPhone)),
            (FieldType::Email, "ana@x.example", None),
            (FieldType::Email, "ana", Some(Warning::DoubtfulEmail)),
            (FieldType::Registration, "91350100M000100Y43", None),
            (FieldType::Registration, "91350100M000100Y44", Some(Warning::WrongCheckDigit)),
            (FieldType::Registration, "HRB 1", Some(Warning::UnknownNumberForm)),
            (FieldType::Region, "990101", Some(Warning::NoSuchRegion)),
            (FieldType::Region, "330106", None),
            (FieldType::Region, "330199", Some(Warning::NoSuchRegion)),
            (FieldType::Region, "浙江", None),
            (FieldType::Note, "身份证 11010519491231002X", Some(Warning::IdentityNumber)),
            (FieldType::Note, "card 4111 1111 1111 1111", Some(Warning::BankCardNumber)),
            (FieldType::Note, "call 138 0000 0000, order 2026-11-22", None),
            (FieldType::Text, "", None),
        ] {
            assert_eq!(of_kind(kind, value), expected, "{value}");
        }
    }

    #[test]
    fn more_paid_in_than_registered_is_odd_on_either_field() {
        let mut card = specimen::card(Party::Organisation, Vec::new());
        card.values.insert(REGISTERED.into(), vec!["5000000.00".into()]);
        let field = |key| CardField::Known(built_in(key).unwrap());
        assert_eq!(of(&field(PAID_IN), "2000000.00", &card), None);
        assert_eq!(of(&field(PAID_IN), "6000000.00", &card), Some(Warning::PaidInAboveRegistered));
        card.values.insert(PAID_IN.into(), vec!["2000000.00".into()]);
        assert_eq!(of(&field(REGISTERED), "1000000.00", &card), Some(Warning::PaidInAboveRegistered));
    }
}
