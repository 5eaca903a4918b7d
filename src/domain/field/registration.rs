//! Registration numbers of organisations with their check digits. A wrong one is only worth a warning: there
//! may be no better copy.

use crate::domain::text::fold::fold;

/// What is known of a registration number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberCheck {
    /// Its form and check digit are right.
    Good,
    /// The form of a known kind, but the check digit does not fit.
    WrongCheckDigit,
    /// Of no known kind: a number of another country, an old one, or a bad copy.
    UnknownForm,
}

/// The 31 signs of a unified social credit code: no I, O, S, V, Z.
const CREDIT_CODE_SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_CODE_LENGTH: usize = 18;
/// The weight of a place is this to the power of the places before it.
const CREDIT_CODE_BASE: usize = 3;

/// A number as it is compared: in capitals, without spaces and dashes.
pub fn plain(number: &str) -> String {
    fold(number).to_uppercase().chars().filter(|sign| !matches!(sign, ' ' | '-')).collect()
}

/// A number that tells alone whose it is, as it is compared: one whose check digit is right. Of others there are
/// too many that lists put in a number's place, as `none` or zeros.
pub fn identity(number: &str) -> Option<String> {
    let plain = plain(number);
    let says_something = plain.chars().any(|sign| sign != '0');
    (says_something && check(&plain) == NumberCheck::Good).then_some(plain)
}

/// Judges a number as typed; spaces, dashes and width do not matter.
pub fn check(number: &str) -> NumberCheck {
    let plain = plain(number);
    if plain.chars().count() == CREDIT_CODE_LENGTH {
        return credit_code(&plain);
    }
    if plain.len() == BUSINESS_WEIGHTS.len() && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return business_number(&plain);
    }
    NumberCheck::UnknownForm
}

/// The unified social credit code of the mainland (GB 32100): the last sign makes the weighted sum of all
/// signs a multiple of 31.
fn credit_code(code: &str) -> NumberCheck {
    let modulus = CREDIT_CODE_SIGNS.len();
    let values: Option<Vec<usize>> = code.chars().map(|sign| CREDIT_CODE_SIGNS.find(sign)).collect();
    let Some(values) = values else { return NumberCheck::UnknownForm };
    let Some((last, body)) = values.split_last() else { return NumberCheck::UnknownForm };
    let mut weight = 1;
    let mut sum = 0;
    for value in body {
        sum += value * weight;
        weight = weight * CREDIT_CODE_BASE % modulus;
    }
    if (modulus - sum % modulus) % modulus == *last {
        NumberCheck::Good
    } else {
        NumberCheck::WrongCheckDigit
    }
}

/// Weights of the eight digits of a Taiwan business number.
const BUSINESS_WEIGHTS: [u32; 8] = [1, 2, 1, 2, 1, 2, 4, 1];
/// The sum of the products' digits is a multiple of this, by the rule of 2023.
const BUSINESS_MODULUS: u32 = 5;
/// A seven in the seventh place makes a product of 28, whose digits add up to 10: it counts as 0 or 1.
const DOUBTFUL_PLACE: usize = 6;
const DOUBTFUL_DIGIT: u32 = 7;

/// The business number of Taiwan.
fn business_number(number: &str) -> NumberCheck {
    let digits: Vec<u32> = number.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let doubtful = digits.get(DOUBTFUL_PLACE) == Some(&DOUBTFUL_DIGIT);
    let products = digits.iter().zip(BUSINESS_WEIGHTS).enumerate();
    let sum: u32 = products
        .filter(|(place, _)| !(doubtful && *place == DOUBTFUL_PLACE))
        .map(|(_, (digit, weight))| digit * weight)
        .map(|product| product / 10 + product % 10)
        .sum();
    let fits = |sum: u32| sum.is_multiple_of(BUSINESS_MODULUS);
    if fits(sum) || (doubtful && fits(sum + 1)) { NumberCheck::Good } else { NumberCheck::WrongCheckDigit }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn check_digits_are_checked() {
        for (number, expected) in [
            ("91350100M000100Y43", NumberCheck::Good),
            ("91350100m000100y43", NumberCheck::Good),
            ("9135 0100 M000 100Y 43", NumberCheck::Good),
            ("91350100M000100Y4Z", NumberCheck::UnknownForm),
            ("91350100M000100Y44", NumberCheck::WrongCheckDigit),
            ("04595257", NumberCheck::Good),
            ("10458575", NumberCheck::Good),
            ("10458576", NumberCheck::WrongCheckDigit),
            ("04595258", NumberCheck::WrongCheckDigit),
            ("HRB 12345", NumberCheck::UnknownForm),
            ("", NumberCheck::UnknownForm),
        ] {
            assert_eq!(check(number), expected, "{number}");
        }
    }

    proptest! {
        /// Of the 31 signs exactly one fits in the last place.
        #[test]
        fn one_sign_completes_a_code(body in "[0-9A-HJ-NPQRTUWXY]{17}") {
            let fitting = CREDIT_CODE_SIGNS.chars().filter(|last| check(&format!("{body}{last}")) == NumberCheck::Good);
            prop_assert_eq!(fitting.count(), 1);
        }
    }
}
