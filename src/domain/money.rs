//! Amounts of money as people type them, kept as whole minor units so that sums stay exact.

use std::borrow::Cow;

/// Minor units (fen, cents) in one unit of the book currency.
const MINOR: i64 = 100;

/// The amount in minor units a person means: `8000`, `8,000.50`, `8，000`, `3.2万`, `1.5 亿`, `12k`, with or
/// without a currency sign. `None` for anything else, for more than two decimals of the minor unit, and for
/// what is too large to count. Never negative.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches(['¥', '￥', '$', '€', '£']).trim_end_matches(['元']).trim();
    let (number, factor) = match text.char_indices().next_back()? {
        (at, '万' | '萬') => (&text[..at], 10_000),
        (at, '亿' | '億') => (&text[..at], 100_000_000),
        (at, 'k' | 'K') => (&text[..at], 1_000),
        _ => (text, 1),
    };
    let number: String = number.trim_end().chars().filter(|letter| !matches!(letter, ',' | '，')).collect();
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) || number.ends_with('.') {
        return None;
    }
    let scale = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let exact = format!("{whole}{decimals}").parse::<i128>().ok()?.checked_mul(i128::from(factor * MINOR))?;
    if exact % scale != 0 {
        return None;
    }
    i64::try_from(exact / scale).ok()
}

/// An amount in minor units as a decimal number: `52000.00`.
pub fn format(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let minor = minor.unsigned_abs();
    let unit = MINOR.unsigned_abs();
    format!("{sign}{}.{:02}", minor / unit, minor % unit)
}

/// A count with its thousands set apart: `1,204`.
pub fn counted(count: impl std::fmt::Display) -> String {
    grouped(&count.to_string()).into_owned()
}

/// A decimal number with its thousands set apart, as all three languages do it: `52,000.00`. What is no number
/// stays as it is.
pub fn grouped(number: &str) -> Cow<'_, str> {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let whole = digits.split('.').next().unwrap_or_default();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !is_number || whole.len() <= THOUSAND {
        return Cow::Borrowed(number);
    }
    let mut grouped = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(THOUSAND) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped.push_str(&digits[whole.len()..]);
    Cow::Owned(grouped)
}

/// Digits of a group.
const THOUSAND: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_of_a_count_are_set_apart() {
        for (count, expected) in [(0, "0"), (999, "999"), (1_204, "1,204"), (1_000_000, "1,000,000")] {
            assert_eq!(counted(count), expected);
        }
    }

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, minor) in [
            ("8000", 800_000),
            ("8,000.50", 800_050),
            ("3.2万", 3_200_000),
            ("¥1.5 亿", 15_000_000_000),
            ("12k", 1_200_000),
            ("0", 0),
            ("200元", 20_000),
        ] {
            assert_eq!(parse(typed), Some(minor), "{typed}");
        }
        for wrong in
            ["", "-5", "abc", "1.234", "1.2.3", ".5", "5.", "万", "99999999999999999999", "1e5", "１２"]
        {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, shown) in [
            ("0.00", "0.00"),
            ("999.50", "999.50"),
            ("1000", "1,000"),
            ("-52000.00", "-52,000.00"),
            ("1234567.89", "1,234,567.89"),
            ("", ""),
            ("about 5000", "about 5000"),
        ] {
            assert_eq!(grouped(number), shown);
            assert!(
                shown.contains(' ') || shown.is_empty() || parse(shown.trim_start_matches('-')).is_some()
            );
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for minor in [0, 1, 99, 100, 5_200_000, i64::MAX] {
            assert_eq!(parse(&format(minor)), Some(minor));
        }
        assert_eq!(format(-150), "-1.50");
        assert_eq!(format(i64::MIN), "-92233720368547758.08");
    }
}
