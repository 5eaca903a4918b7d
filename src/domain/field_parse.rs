//! From what people type into a field to its canonical text.

use chrono::{Datelike, NaiveDate};

use super::field::{ChoiceList, Field, FieldType, Sign, Time};
use super::money;
use super::nearest::near;
use super::text::fold::fold;
use super::when::{self, WhenError};

/// Why a text is no value of a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// The field must have a value.
    #[error("empty")]
    Empty,
    /// Not a whole number of 0 or more.
    #[error("not a whole number")]
    NotANumber,
    /// Not a date, or no such day.
    #[error("{0}")]
    NotADay(#[from] WhenError),
    /// A fact cannot lie in the future.
    #[error("in the future: {0}")]
    Future(NaiveDate),
    /// Not a code, name or synonym of the list.
    #[error("unknown choice")]
    UnknownChoice {
        /// The code that was probably meant.
        nearest: Option<String>,
        /// All codes of the list.
        allowed: Vec<String>,
    },
    /// A number outside the range of the field, both ends included.
    #[error("not between {least} and {most}")]
    OutOfRange {
        /// The least number possible.
        least: i8,
        /// The greatest.
        most: i8,
    },
    /// Not a share of a hundred with at most two decimals.
    #[error("not a percentage")]
    NotAPercentage,
    /// Not an amount of money, or one that this field cannot hold.
    #[error("not an amount")]
    NotAnAmount,
    /// Not the id of a card.
    #[error("not the id of a card")]
    NotACard,
    /// A repeating group, which is not set as text.
    #[error("a repeating group")]
    NotText,
}

type Values = Result<Vec<String>, FieldError>;

/// Fields that every card must have.
pub(super) const NEVER_EMPTY: &[&str] = &["name", "party", "position"];

/// What separates tags.
pub const LIST_SEPARATORS: [char; 6] = [',', '，', '、', ';', '；', '\n'];

impl Field {
    /// The values meant by a text, in canonical form; none when the text is empty. Only lists give several.
    ///
    /// # Errors
    /// A text that is no value, and an empty one where there must be a value.
    pub fn parse(&self, text: &str, as_of: NaiveDate) -> Values {
        if !self.may_be_empty() && fold(text).is_empty() {
            return Err(FieldError::Empty);
        }
        parse(self.kind, text, as_of)
    }
}

/// The values of a type meant by a text, in canonical form; none when the text is empty.
///
/// Canonical are: codes of choices, `YYYY-MM-DD` for days, digits for numbers, two decimals for money; text
/// is trimmed and else kept as typed. Relative dates count from `as_of`, and no fact lies after it.
///
/// # Errors
/// A text that is no value of the type. An own choice is read by its [field](super::field::OwnField::parse).
pub fn parse(kind: FieldType, text: &str, as_of: NaiveDate) -> Values {
    let trimmed = text.trim();
    if fold(trimmed).is_empty() {
        return Ok(Vec::new());
    }
    let value = match kind {
        FieldType::Text
        | FieldType::Name
        | FieldType::Note
        | FieldType::OwnChoice
        | FieldType::Region
        | FieldType::Registration
        | FieldType::Phone
        | FieldType::Email => trimmed.to_owned(),
        FieldType::Number => whole_number(trimmed)?,
        FieldType::Score(least, most) => score(trimmed, least, most)?,
        FieldType::Percent => percentage(trimmed)?,
        FieldType::Money(sign) => amount(trimmed, sign)?,
        FieldType::Day(time) => day(trimmed, time, as_of)?.to_string(),
        FieldType::PartialDay(time) => partial_day(trimmed, time, as_of)?,
        FieldType::Choice(list) => choice(list, trimmed)?.to_owned(),
        FieldType::Open(list) => (list.code_of)(trimmed).unwrap_or(trimmed).to_owned(),
        FieldType::Choices(list) => return choices(list, trimmed),
        FieldType::Tags => return Ok(tags(trimmed)),
        FieldType::Card => whole_number(trimmed).map_err(|_| FieldError::NotACard)?,
        FieldType::Phones | FieldType::Emails | FieldType::Addresses | FieldType::People => {
            return Err(FieldError::NotText);
        }
    };
    Ok(vec![value])
}

/// Splits a text into tags, without doubles; of tags that fold alike the first stays.
pub fn tags(text: &str) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    text.split(LIST_SEPARATORS)
        .map(str::trim)
        .filter(|tag| !fold(tag).is_empty() && seen.insert(fold(tag)))
        .map(str::to_owned)
        .collect()
}

fn whole_number(text: &str) -> Result<String, FieldError> {
    let digits = fold(text).replace([',', ' '], "");
    let number: u64 = digits.parse().map_err(|_| FieldError::NotANumber)?;
    i64::try_from(number).map(|number| number.to_string()).map_err(|_| FieldError::NotANumber)
}

fn score(text: &str, least: i8, most: i8) -> Result<String, FieldError> {
    let points = fold(text).parse::<i8>().ok().filter(|points| (least..=most).contains(points));
    points.map(|points| points.to_string()).ok_or(FieldError::OutOfRange { least, most })
}

/// `40`, `40.5`, `40 %`, `７％`.
fn percentage(text: &str) -> Result<String, FieldError> {
    const WHOLE: i64 = 100 * 100;
    let folded = fold(text);
    // Hundredths of a percent are read as minor units are.
    let number = folded.trim_end_matches('%').trim_end();
    let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let hundredths = money::parse(number).filter(|hundredths| plain && (0..=WHOLE).contains(hundredths));
    let text = money::format(hundredths.ok_or(FieldError::NotAPercentage)?);
    Ok(text.trim_end_matches('0').trim_end_matches('.').to_owned())
}

fn amount(text: &str, sign: Sign) -> Result<String, FieldError> {
    let folded = fold(text);
    let (negative, amount) = match folded.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, folded.as_str()),
    };
    let amount = money::parse(amount).ok_or(FieldError::NotAnAmount)?;
    match (negative, sign) {
        (true, Sign::Positive) if amount > 0 => Err(FieldError::NotAnAmount),
        (true, _) => Ok(money::format(-amount)),
        (false, _) => Ok(money::format(amount)),
    }
}

fn day(text: &str, time: Time, as_of: NaiveDate) -> Result<NaiveDate, FieldError> {
    let read = if time == Time::Past { when::day_gone(text, as_of) } else { when::day(text, as_of) };
    in_time(read?, time, as_of)
}

fn in_time(day: NaiveDate, time: Time, as_of: NaiveDate) -> Result<NaiveDate, FieldError> {
    if time == Time::Past && day > as_of { Err(FieldError::Future(day)) } else { Ok(day) }
}

/// `1988-03-07`, `1988-05`, `1988`, `--03-07` in any of their usual writings; `03-07` is of no year.
fn partial_day(text: &str, time: Time, as_of: NaiveDate) -> Result<String, FieldError> {
    let folded = fold(text);
    let plain = folded.trim_end_matches(['日', '号', '月', '年']).replace(['年', '月', '/', '.'], "-");
    let parts: Vec<&str> = plain.trim_start_matches("--").split('-').collect();
    let number =
        |part: &str| part.parse::<u32>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_year = |part: &str| part.len() == "YYYY".len() && number(part).is_some();
    match parts.as_slice() {
        [year] if is_year(year) => {
            in_time(first_of(year, 1)?, time, as_of).map(|day| format!("{:04}", day.year()))
        }
        [year, month] if is_year(year) => {
            let month = number(month).ok_or(WhenError::Unreadable)?;
            in_time(first_of(year, month)?, time, as_of).map(|day| day.format("%Y-%m").to_string())
        }
        [month, day] if number(month).is_some() && number(day).is_some() => {
            const ANY_LEAP_YEAR: i32 = 2000;
            let (month, day) = (number(month).unwrap_or_default(), number(day).unwrap_or_default());
            let day = NaiveDate::from_ymd_opt(ANY_LEAP_YEAR, month, day).ok_or(WhenError::NoSuchDay)?;
            Ok(day.format("--%m-%d").to_string())
        }
        _ => self::day(text, time, as_of).map(|day| day.to_string()),
    }
}

fn first_of(year: &str, month: u32) -> Result<NaiveDate, WhenError> {
    when::iso(&format!("{year}-{month:02}-01"))
}

fn choice(list: ChoiceList, text: &str) -> Result<&'static str, FieldError> {
    (list.code_of)(text).ok_or_else(|| unknown_choice(text, (list.codes)()))
}

/// Codes in the order typed, each once.
fn choices(list: ChoiceList, text: &str) -> Values {
    let mut codes: Vec<String> = Vec::new();
    for word in text.split(LIST_SEPARATORS).map(str::trim).filter(|word| !word.is_empty()) {
        let code = choice(list, word)?;
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    Ok(codes)
}

/// Why a word is none of these codes.
pub(super) fn unknown_choice(word: &str, codes: Vec<impl Into<String> + AsRef<str>>) -> FieldError {
    FieldError::UnknownChoice {
        nearest: near(word, codes.iter().map(AsRef::as_ref)).map(str::to_owned),
        allowed: codes.into_iter().map(Into::into).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::field::{CATALOGUE, built_in};
    use crate::domain::party::CustomerKind;
    use proptest::prelude::*;

    fn as_of() -> NaiveDate {
        "2026-06-30".parse().unwrap()
    }

    fn parse(key: &str, text: &str) -> Values {
        built_in(key).unwrap().parse(text, as_of())
    }

    fn own(kind: FieldType) -> impl Fn(&str) -> Values {
        move |text| super::parse(kind, text, as_of())
    }

    #[test]
    fn values_become_canonical() {
        for (key, text, expected) in [
            ("title", " 采购经理 ", &["采购经理"][..]),
            ("title", "  ", &[]),
            ("kind", "Enterprise", &["enterprise"]),
            ("kind", "企业客户", &["enterprise"]),
            ("kind", "wholesaler", &["wholesaler1"]),
            ("channel", "展会", &["fair"]),
            ("channel", "door to door", &["door"]),
            ("tags", "vip, 老客户；VIP、 ", &["vip", "老客户"]),
            ("introducer", "12", &["12"]),
            ("birth_date", "1988", &["1988"]),
            ("birth_date", "1988-5", &["1988-05"]),
            ("birth_date", "1988年5月", &["1988-05"]),
            ("birth_date", "1988/3/7", &["1988-03-07"]),
            ("birth_date", "1988年3月7日", &["1988-03-07"]),
            ("birth_date", "--03-07", &["--03-07"]),
            ("birth_date", "3月7日", &["--03-07"]),
            ("birth_date", "02-29", &["--02-29"]),
        ] {
            let expected: Vec<String> = expected.iter().map(|value| (*value).to_owned()).collect();
            assert_eq!(parse(key, text), Ok(expected), "{key}={text}");
        }
        assert_eq!(own(FieldType::Number)("1,200"), Ok(vec!["1200".into()]));
        for (kind, text, value) in [
            (FieldType::Day(Time::Past), "yesterday", "2026-06-29"),
            (FieldType::Day(Time::Past), "12 nov", "2025-11-12"),
            (FieldType::Day(Time::Any), "tomorrow", "2026-07-01"),
            (FieldType::PartialDay(Time::Any), "2026年9月", "2026-09"),
            (FieldType::Score(1, 5), "４", "4"),
            (FieldType::Percent, "40 %", "40"),
            (FieldType::Percent, "37.50", "37.5"),
            (FieldType::Percent, "100", "100"),
            (FieldType::Money(Sign::Positive), "3.2万", "32000.00"),
            (FieldType::Money(Sign::Either), "-1,200", "-1200.00"),
        ] {
            assert_eq!(own(kind)(text), Ok(vec![value.into()]), "{text}");
        }
    }

    #[test]
    fn what_is_no_value_says_why() {
        let future = |day: &str| FieldError::Future(day.parse().unwrap());
        let kinds = || CustomerKind::ALL.iter().map(|kind| kind.code().to_owned()).collect();
        let unknown = |nearest: Option<&str>| FieldError::UnknownChoice {
            nearest: nearest.map(str::to_owned),
            allowed: kinds(),
        };
        for (key, text, error) in [
            ("name", " \u{200b}", FieldError::Empty),
            ("kind", "enterprize", unknown(Some("enterprise"))),
            ("kind", "zzz", unknown(None)),
            ("birth_date", "2027", future("2027-01-01")),
            ("birth_date", "2026-07", future("2026-07-01")),
            ("birth_date", "2026-07-01", future("2026-07-01")),
            ("birth_date", "1988-02-30", FieldError::NotADay(WhenError::NoSuchDay)),
            ("birth_date", "02-30", FieldError::NotADay(WhenError::NoSuchDay)),
            ("birth_date", "1988-13", FieldError::NotADay(WhenError::NoSuchDay)),
            ("birth_date", "long ago", FieldError::NotADay(WhenError::Unreadable)),
            ("introducer", "周立", FieldError::NotACard),
            ("phones", "138", FieldError::NotText),
        ] {
            assert_eq!(parse(key, text), Err(error), "{key}={text}");
        }
        assert_eq!(own(FieldType::Number)("-1"), Err(FieldError::NotANumber));
        for (kind, text, error) in [
            (FieldType::Day(Time::Past), "tomorrow", future("2026-07-01")),
            (FieldType::Score(1, 5), "6", FieldError::OutOfRange { least: 1, most: 5 }),
            (FieldType::Score(1, 5), "good", FieldError::OutOfRange { least: 1, most: 5 }),
            (FieldType::Percent, "101", FieldError::NotAPercentage),
            (FieldType::Percent, "3万", FieldError::NotAPercentage),
            (FieldType::Money(Sign::Positive), "-5", FieldError::NotAnAmount),
            (FieldType::Money(Sign::Either), "much", FieldError::NotAnAmount),
        ] {
            assert_eq!(own(kind)(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn canonical_text_is_its_own_canonical_text(text in "[0-9年月日/-]{0,10}|.*") {
            for key in CATALOGUE.iter().map(|field| field.key) {
                if let Ok(values) = parse(key, &text) {
                    for value in values {
                        prop_assert_eq!(parse(key, &value), Ok(vec![value]), "{}", key);
                    }
                }
            }
        }
    }
}
