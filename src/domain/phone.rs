//! Phone numbers: the form in which they are compared, and whether they look right.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;

/// The country code of mainland China.
const MAINLAND: &str = "86";
/// The country code of Taiwan.
const TAIWAN: &str = "886";
/// Words after which an extension follows.
const EXTENSIONS: &[&str] = &["ext", "extension", "x", "#", "转", "轉", "分机", "分機", "内线", "內線"];

/// How many digits an extension behind a dash has.
const EXTENSION_DIGITS: RangeInclusive<usize> = 2..=5;
/// Says that a zero is dialled before the area where the country is not.
const TRUNK_ZERO: &str = "(0)";

/// The areas of Taiwan, with how many digits a number there has behind them.
const TAIWAN_AREAS: &[(&str, RangeInclusive<usize>)] = &[
    ("02", 8..=8),
    ("03", 7..=7),
    ("037", 6..=6),
    ("04", 7..=8),
    ("049", 7..=7),
    ("05", 7..=7),
    ("06", 7..=7),
    ("07", 7..=7),
    ("08", 7..=7),
    ("082", 6..=6),
    ("0826", 5..=5),
    ("0836", 5..=5),
    ("089", 6..=6),
];

/// Whether a number has a form that is known to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneCheck {
    /// A mobile number of mainland China (11 digits, first 1, second 3 to 9) or Taiwan (10 digits from 09).
    Good,
    /// Accepted, with a mild warning: nothing is known about its form.
    Doubtful,
}

/// A phone number that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Digits, after `+` when the country is known; without extension. A landline of the mainland or of Taiwan has its
    /// zero and no country, however it is written.
    pub normal: String,
    /// Whether it looks right.
    pub check: PhoneCheck,
}

/// Why a text is no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// It has no digits.
    #[error("no digits")]
    NoDigits,
    /// A spreadsheet has turned the number into `1.38E+10`: digits are lost.
    #[error("number in scientific notation")]
    Scientific,
}

/// Reads a number as people and files write it: any spaces, dashes, brackets, full-width digits, `+86`,
/// `0086`, `ext`.
pub fn read(number: &str) -> Result<Phone, PhoneError> {
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        // Most numbers of a list: nothing else is to be looked for.
        return Ok(Phone::of_normal(dialled(number)));
    }
    let plain: Cow<'_, str> = if !number.is_ascii() {
        number.nfkc().flat_map(char::to_lowercase).collect()
    } else if number.bytes().any(|byte| byte.is_ascii_uppercase()) {
        number.to_ascii_lowercase().into()
    } else {
        number.into()
    };
    let plain = without_decimals(plain.trim());
    if is_scientific(plain) {
        return Err(PhoneError::Scientific);
    }
    let main = without_dashed_extension(without_extension(plain));
    normal(main).map(Phone::of_normal).ok_or(PhoneError::NoDigits)
}

impl Phone {
    fn of_normal(normal: String) -> Phone {
        let check = check(&normal);
        Phone { normal, check }
    }
}

/// The normal form of a number without extension; `None` when it has no digits.
fn normal(main: &str) -> Option<String> {
    let abroad = main.trim_start_matches(|character: char| !is_lead(character)).starts_with('+');
    let digits = match main.split_once(TRUNK_ZERO) {
        Some((country, area)) => {
            let country = ascii_digits(country);
            // Nobody dials it behind a country; where none is written, it is the zero of the area.
            let zero = if country.is_empty() { "0" } else { "" };
            format!("{country}{zero}{}", ascii_digits(area))
        }
        None => ascii_digits(main),
    };
    match abroad {
        _ if digits.is_empty() => None,
        true => Some(international(digits.trim_start_matches('0'))),
        false => Some(dialled(&digits)),
    }
}

/// The normal form of digits as they are dialled.
fn dialled(digits: &str) -> String {
    match digits.strip_prefix("00") {
        Some(rest) if rest.len() > TAIWAN.len() => international(rest),
        _ => national(digits),
    }
}

/// Whether a number in its normal form looks right.
pub fn check(normal: &str) -> PhoneCheck {
    if is_known_mobile(normal) { PhoneCheck::Good } else { PhoneCheck::Doubtful }
}

/// Whether a text holds nothing but what numbers are written with: digits, the signs between them, an extension.
pub fn is_only_a_number(text: &str) -> bool {
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let number = without_extension(plain.trim());
    let behind = &plain.trim()[number.len()..];
    let word = EXTENSIONS.iter().filter(|word| behind.starts_with(**word)).map(|word| word.len()).max();
    let extension = &behind[word.unwrap_or_default()..];
    let is_sign =
        |sign: char| sign.is_ascii_digit() || matches!(sign, ' ' | '+' | '-' | '(' | ')' | '.' | '/');
    number.chars().chain(extension.chars()).all(is_sign)
}

/// The digits of a text, in ASCII, whatever their width.
pub fn digits(text: &str) -> String {
    if text.is_ascii() { ascii_digits(text) } else { text.nfkc().filter(char::is_ascii_digit).collect() }
}

fn ascii_digits(text: &str) -> String {
    let mut digits = String::with_capacity(text.len());
    digits.extend(text.chars().filter(char::is_ascii_digit));
    digits
}

fn is_lead(character: char) -> bool {
    character == '+' || character.is_ascii_digit()
}

fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once('e') else { return false };
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(exponent) && mantissa.split('.').all(is_digits) && mantissa.split('.').count() <= 2
}

/// A number that a spreadsheet or script took for one and wrote as `13800000000.0`, without the decimals.
fn without_decimals(text: &str) -> &str {
    let is_number =
        |whole: &&str| whole.len() > MAINLAND.len() && whole.bytes().all(|byte| byte.is_ascii_digit());
    match text.rsplit_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => {
            Some(whole).filter(is_number).unwrap_or(text)
        }
        _ => text,
    }
}

/// What stands before the word for an extension; the whole text when no digits stand before it.
fn without_extension(text: &str) -> &str {
    let is_separator = |byte: u8| matches!(byte, b' ' | b'+' | b'-' | b'(' | b')' | b'.' | b'/');
    if text.bytes().all(|byte| byte.is_ascii_digit() || is_separator(byte)) {
        // Most numbers: no word in them.
        return text;
    }
    EXTENSIONS
        .iter()
        .filter_map(|word| text.find(word))
        .map(|at| &text[..at])
        .filter(|main| main.contains(|character: char| character.is_ascii_digit()))
        .min_by_key(|main| main.len())
        .unwrap_or(text)
}

/// What stands before a last group that can only be an extension, since a landline of the mainland or of Taiwan is whole
/// without it: `0571-88001234-802`, `02-2712-5566-12`.
fn without_dashed_extension(text: &str) -> &str {
    let Some((main, last)) = text.rsplit_once('-') else { return text };
    let last = last.trim();
    let is_extension =
        EXTENSION_DIGITS.contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = |main: &str| {
        normal(main).is_some_and(|normal| {
            is_toll_free(&normal) || normal.strip_prefix('0').is_some_and(is_mainland_landline)
        })
    };
    if is_extension && (is_whole_in_taiwan(main) || is_whole(main)) { main } else { text }
}

/// Whether a number is a landline of Taiwan, whole: its first group is an area, and as many digits follow as numbers
/// there have.
fn is_whole_in_taiwan(number: &str) -> bool {
    let lead = number.trim_start_matches(['(', ' ']);
    let abroad = lead.strip_prefix('+').or_else(|| lead.strip_prefix("00")).unwrap_or(lead);
    let inland = match abroad.strip_prefix(TAIWAN) {
        Some(rest) => Cow::Owned(format!("0{}", rest.trim_start_matches(['-', ' ', '(', '0', ')']))),
        None => Cow::Borrowed(lead),
    };
    let area_end = inland.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(inland.len());
    let (area, rest) = inland.split_at(area_end);
    let count = rest.bytes().filter(u8::is_ascii_digit).count();
    TAIWAN_AREAS.iter().any(|(known, digits)| *known == area && digits.contains(&count))
}

/// A number whose first digits are the country's; the trunk zero after the two countries known is dropped before a
/// mobile number, and is what a landline there begins with.
fn international(digits: &str) -> String {
    for country in [TAIWAN, MAINLAND] {
        if let Some(rest) = digits.strip_prefix(country) {
            let rest = rest.trim_start_matches('0');
            return match country {
                MAINLAND if is_toll_free(rest) => rest.to_owned(),
                MAINLAND if is_mainland_landline(rest) => format!("0{rest}"),
                TAIWAN if is_taiwan_landline(rest) => format!("0{rest}"),
                _ => ["+", country, rest].concat(),
            };
        }
    }
    ["+", digits].concat()
}

/// The digits of a landline as they are with its country, from its normal form; `None` of any other number.
pub fn with_country(normal: &str) -> Option<String> {
    let country = match normal.strip_prefix('0') {
        None if is_toll_free(normal) => MAINLAND,
        Some(rest) if is_mainland_landline(rest) => MAINLAND,
        Some(rest) if is_taiwan_landline(rest) => TAIWAN,
        _ => return None,
    };
    Some(format!("{country}{}", normal.trim_start_matches('0')))
}

/// What follows the country in a normal form that has one of the two known: how the number may be kept without it,
/// whole or as far as it is typed.
pub fn inland(normal: &str) -> Option<String> {
    let digits = normal.strip_prefix('+')?;
    let rest = [TAIWAN, MAINLAND].iter().find_map(|country| digits.strip_prefix(country))?;
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// Without the trunk zero: an area of two or three digits, none of which begins with 1 but Peking's, and 7 or 8 digits.
fn is_mainland_landline(digits: &str) -> bool {
    match digits.as_bytes() {
        [b'1', b'0', number @ ..] => number.len() == 8,
        [b'2'..=b'9', rest @ ..] => matches!(rest.len(), 9 | 10),
        _ => false,
    }
}

/// A number of the mainland that costs its caller nothing or little; nobody dials a zero before it.
fn is_toll_free(digits: &str) -> bool {
    digits.len() == 10 && ["400", "800"].iter().any(|prefix| digits.starts_with(prefix))
}

/// Without the trunk zero.
fn is_taiwan_landline(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'2'..=b'8', rest @ ..] if matches!(rest.len(), 7 | 8))
}

/// A number whose first digits need not be a country's: they are when what follows is a whole number there.
fn national(digits: &str) -> String {
    let with_country = [TAIWAN, MAINLAND].iter().any(|country| {
        digits.strip_prefix(country).is_some_and(|rest| match *country {
            TAIWAN => is_taiwan_mobile(rest) || is_taiwan_landline(rest),
            _ => is_mainland_mobile(rest) || is_toll_free(rest) || is_mainland_landline(rest),
        })
    });
    let taiwan = digits.strip_prefix('0').filter(|rest| is_taiwan_mobile(rest));
    match taiwan {
        _ if with_country => international(digits),
        Some(rest) => ["+", TAIWAN, rest].concat(),
        None if is_mainland_mobile(digits) => ["+", MAINLAND, digits].concat(),
        None => digits.to_owned(),
    }
}

fn is_known_mobile(normal: &str) -> bool {
    let after = |country: &str| normal.strip_prefix('+').and_then(|digits| digits.strip_prefix(country));
    after(MAINLAND).is_some_and(is_mainland_mobile) || after(TAIWAN).is_some_and(is_taiwan_mobile)
}

fn is_mainland_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9)
}

/// Without the trunk zero.
fn is_taiwan_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'9', rest @ ..] if rest.len() == 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_compare_in_one_form() {
        use PhoneCheck::{Doubtful, Good};
        for (number, normal, check) in [
            ("13800000000", "+8613800000000", Good),
            ("138 0000 0000", "+8613800000000", Good),
            ("+86 138-0000-0000", "+8613800000000", Good),
            ("0086 13800000000", "+8613800000000", Good),
            ("13800000000.0", "+8613800000000", Good),
            ("010.00", "010", Doubtful),
            ("8613800000000", "+8613800000000", Good),
            ("(+86) 13800000000", "+8613800000000", Good),
            ("１３８００００００００", "+8613800000000", Good),
            ("0912-345-678", "+886912345678", Good),
            ("+886 (0)912 345678", "+886912345678", Good),
            ("12800000000", "12800000000", Doubtful),
            ("010-62345678 转 12", "01062345678", Doubtful),
            ("010-62345678 ext. 12", "01062345678", Doubtful),
            ("0571-8800 1234-802", "057188001234", Doubtful),
            ("+86-571-88001234-802", "057188001234", Doubtful),
            ("+86 571 8800 1234", "057188001234", Doubtful),
            ("0086 (0)10 6234 5678", "01062345678", Doubtful),
            ("+86 400 820 8820", "4008208820", Doubtful),
            ("400-820-8820", "4008208820", Doubtful),
            ("+86 12345", "+8612345", Doubtful),
            ("+886 800 012 345", "0800012345", Doubtful),
            ("02-2712-5566-12", "0227125566", Doubtful),
            ("(02)27125566-123", "0227125566", Doubtful),
            ("02-2712-5566 #12", "0227125566", Doubtful),
            ("02-2712-5566轉12", "0227125566", Doubtful),
            ("+886-2-2712-5566-12", "0227125566", Doubtful),
            ("037-123456-12", "037123456", Doubtful),
            // No area of Taiwan, or the number is not whole before the dash.
            ("030-1234567-12", "030123456712", Doubtful),
            ("02-2712-5566", "0227125566", Doubtful),
            ("0571-8800-1234", "057188001234", Doubtful),
            ("0131-555-0142", "01315550142", Doubtful),
            ("02-2712-5566#12", "0227125566", Doubtful),
            ("+44 131 555 0142 ext 7", "+441315550142", Doubtful),
            ("+44 (0)20 7946 0000", "+442079460000", Doubtful),
            ("0044 20 7946 0000", "+442079460000", Doubtful),
            // The country without its plus, and the zero of the area in brackets.
            ("86 571 8800 1234", "057188001234", Doubtful),
            ("8657188001234", "057188001234", Doubtful),
            ("86-10-62345678", "01062345678", Doubtful),
            ("86(0)571-88001234", "057188001234", Doubtful),
            ("86 400 820 8820", "4008208820", Doubtful),
            ("886 912 345 678", "+886912345678", Good),
            ("886-2-2712-5566", "0227125566", Doubtful),
            ("(0)571-88001234", "057188001234", Doubtful),
            ("（0）571-88001234", "057188001234", Doubtful),
            ("8612 3456", "86123456", Doubtful),
            ("886 1234", "8861234", Doubtful),
            // Extensions behind a dash, however the country is written.
            ("0086-571-88001234-802", "057188001234", Doubtful),
            ("0086 (0)571-88001234-802", "057188001234", Doubtful),
            ("86-571-88001234-802", "057188001234", Doubtful),
            ("(0)571-88001234-802", "057188001234", Doubtful),
            ("00886-2-2712-5566-12", "0227125566", Doubtful),
            ("886-2-2712-5566-12", "0227125566", Doubtful),
            ("400-820-8820-123", "4008208820", Doubtful),
            ("0086-571-8800-1234", "057188001234", Doubtful),
            ("86-571-8800-1234", "057188001234", Doubtful),
            ("110", "110", Doubtful),
            ("1-800-FLOWERS", "1800", Doubtful),
        ] {
            assert_eq!(read(number), Ok(Phone { normal: normal.into(), check }), "{number}");
        }
    }

    #[test]
    fn a_number_with_other_text_in_it_is_not_only_a_number() {
        for (text, only) in [
            ("138 0000 0000", true),
            ("+44 (0)20 7946 0000 ext. 7", true),
            ("010-62345678 转 12", true),
            ("１３８００００００００", true),
            ("12-abc", false),
            ("1-800-FLOWERS", false),
            ("0571-88001234 王", false),
            ("010-62345678 转 销售部", false),
        ] {
            assert_eq!(is_only_a_number(text), only, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for (number, error) in [
            ("", PhoneError::NoDigits),
            ("call me", PhoneError::NoDigits),
            ("+", PhoneError::NoDigits),
            ("1.38E+10", PhoneError::Scientific),
            ("1.38000000001E+10", PhoneError::Scientific),
            ("138E8", PhoneError::Scientific),
        ] {
            assert_eq!(read(number), Err(error), "{number}");
        }
    }

    #[test]
    fn a_landline_is_known_with_its_country_too() {
        for (normal, expected) in [
            ("057188001234", Some("8657188001234")),
            ("01062345678", Some("861062345678")),
            ("4008208820", Some("864008208820")),
            ("0227125566", Some("886227125566")),
            ("+8613800000000", None),
            ("05718800", None),
            ("01315550142", None),
        ] {
            assert_eq!(with_country(normal).as_deref(), expected, "{normal}");
        }
    }

    proptest! {
        #[test]
        fn digits_alone_are_read_as_among_other_signs(number in "(00|0|86|886)?[0-9]{1,12}") {
            prop_assert_eq!(read(&number), read(&format!(" {number} ")));
        }

        #[test]
        fn the_normal_form_is_its_own(number in "[+0-9 ()-]{0,20}|.*") {
            if let Ok(phone) = read(&number) {
                let digits = phone.normal.strip_prefix('+').unwrap_or(&phone.normal);
                prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()));
                if phone.check == PhoneCheck::Good {
                    prop_assert_eq!(read(&phone.normal), Ok(phone));
                }
            }
        }
    }
}
