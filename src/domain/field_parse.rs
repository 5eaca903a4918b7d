//! From what people type into a field to its canonical text.

use chrono::{Datelike, NaiveDate};

use super::field::{ChoiceList, Field, FieldType};
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
        nearest: Option<&'static str>,
        /// All codes of the list.
        allowed: Vec<&'static str>,
    },
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
    /// The values meant by a text, in canonical form; none when the text is empty. Only tags give several.
    ///
    /// Canonical are: codes of choices, `YYYY-MM-DD` for days, digits for numbers; text is trimmed and else
    /// kept as typed. Relative dates count from `as_of`, and no fact lies after it.
    pub fn parse(&self, text: &str, as_of: NaiveDate) -> Values {
        let trimmed = text.trim();
        if fold(trimmed).is_empty() {
            return if NEVER_EMPTY.contains(&self.key) { Err(FieldError::Empty) } else { Ok(Vec::new()) };
        }
        let value = match self.kind {
            FieldType::Text | FieldType::Note => trimmed.to_owned(),
            FieldType::Number => whole_number(trimmed)?,
            FieldType::Day => past_day(trimmed, as_of)?.to_string(),
            FieldType::PartialDay => partial_day(trimmed, as_of)?,
            FieldType::Choice(list) => choice(list, trimmed)?.to_owned(),
            FieldType::Tags => return Ok(tags(trimmed)),
            FieldType::Card => whole_number(trimmed).map_err(|_| FieldError::NotACard)?,
            FieldType::Phones | FieldType::Emails | FieldType::Addresses | FieldType::People => {
                return Err(FieldError::NotText);
            }
        };
        Ok(vec![value])
    }
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

fn past_day(text: &str, as_of: NaiveDate) -> Result<NaiveDate, FieldError> {
    let day = when::day(text, as_of)?;
    if day > as_of { Err(FieldError::Future(day)) } else { Ok(day) }
}

/// `1988-03-07`, `1988-05`, `1988`, `--03-07` in any of their usual writings; `03-07` is of no year.
fn partial_day(text: &str, as_of: NaiveDate) -> Result<String, FieldError> {
    let folded = fold(text);
    let plain = folded.trim_end_matches(['日', '号', '月', '年']).replace(['年', '月', '/', '.'], "-");
    let parts: Vec<&str> = plain.trim_start_matches("--").split('-').collect();
    let number =
        |part: &str| part.parse::<u32>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_year = |part: &str| part.len() == "YYYY".len() && number(part).is_some();
    match parts.as_slice() {
        [year] if is_year(year) => {
            not_after(first_of(year, 1)?, as_of).map(|day| format!("{:04}", day.year()))
        }
        [year, month] if is_year(year) => {
            let month = number(month).ok_or(WhenError::Unreadable)?;
            not_after(first_of(year, month)?, as_of).map(|day| day.format("%Y-%m").to_string())
        }
        [month, day] if number(month).is_some() && number(day).is_some() => {
            const ANY_LEAP_YEAR: i32 = 2000;
            let (month, day) = (number(month).unwrap_or_default(), number(day).unwrap_or_default());
            let day = NaiveDate::from_ymd_opt(ANY_LEAP_YEAR, month, day).ok_or(WhenError::NoSuchDay)?;
            Ok(day.format("--%m-%d").to_string())
        }
        _ => past_day(text, as_of).map(|day| day.to_string()),
    }
}

fn first_of(year: &str, month: u32) -> Result<NaiveDate, WhenError> {
    when::iso(&format!("{year}-{month:02}-01"))
}

fn not_after(day: NaiveDate, as_of: NaiveDate) -> Result<NaiveDate, FieldError> {
    if day > as_of { Err(FieldError::Future(day)) } else { Ok(day) }
}

fn choice(list: ChoiceList, text: &str) -> Result<&'static str, FieldError> {
    (list.code_of)(text).ok_or_else(|| FieldError::UnknownChoice {
        nearest: near(text, (list.codes)()),
        allowed: (list.codes)(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::field::{Editing, Group, built_in};
    use crate::domain::party::CustomerKind;
    use proptest::prelude::*;

    fn as_of() -> NaiveDate {
        "2026-06-30".parse().unwrap()
    }

    fn parse(key: &str, text: &str) -> Values {
        built_in(key).unwrap().parse(text, as_of())
    }

    fn own(kind: FieldType) -> Field {
        let names = built_in("note").unwrap().names;
        Field { key: "own", names, group: Group::Own, kind, editing: Editing::Free, headers: &[] }
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
        assert_eq!(own(FieldType::Number).parse("1,200", as_of()), Ok(vec!["1200".into()]));
        assert_eq!(own(FieldType::Day).parse("yesterday", as_of()), Ok(vec!["2026-06-29".into()]));
    }

    #[test]
    fn what_is_no_value_says_why() {
        let future = |day: &str| FieldError::Future(day.parse().unwrap());
        let kinds = || CustomerKind::ALL.iter().map(|kind| kind.code()).collect();
        let unknown = |nearest| FieldError::UnknownChoice { nearest, allowed: kinds() };
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
        assert_eq!(own(FieldType::Number).parse("-1", as_of()), Err(FieldError::NotANumber));
        assert_eq!(own(FieldType::Day).parse("tomorrow", as_of()), Err(future("2026-07-01")));
    }

    proptest! {
        #[test]
        fn canonical_text_is_its_own_canonical_text(text in "[0-9年月日/-]{0,10}|.*") {
            for key in ["title", "kind", "birth_date", "introducer", "tags"] {
                if let Ok(values) = parse(key, &text) {
                    for value in values {
                        prop_assert_eq!(parse(key, &value), Ok(vec![value]), "{}", key);
                    }
                }
            }
        }
    }
}
