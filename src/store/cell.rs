//! Values as the card file keeps them: days as ISO text, choices by code, lists as JSON.

use chrono::NaiveDate;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};

use super::error::{Result, StoreError};
use crate::domain::choice::Choice;

/// The text of "for ever": the greatest day that still sorts as text.
const FOR_EVER: &str = "9999-12-31";

/// Between the codes of a list in one column.
const BETWEEN_CODES: char = ' ';

/// A day as text; days past the year 9999 are "for ever".
pub(super) fn day_text(day: NaiveDate) -> String {
    let text = day.to_string();
    if text.len() == FOR_EVER.len() { text } else { FOR_EVER.into() }
}

/// A day from its text.
pub(super) fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|_| damaged("day", text))
}

/// The end of an interval, from its text: the greatest day stands for none.
pub(super) fn end_day(text: &str) -> Result<NaiveDate> {
    if text == FOR_EVER { Ok(NaiveDate::MAX) } else { day(text) }
}

/// A day that may be missing.
pub(super) fn optional_day(text: Option<String>) -> Result<Option<NaiveDate>> {
    text.as_deref().map(day).transpose()
}

/// The choice with a code.
pub(super) fn choice<T: Choice>(code: &str) -> Result<T> {
    T::from_code(code).ok_or_else(|| damaged(std::any::type_name::<T>(), code))
}

/// A choice that may be missing.
pub(super) fn optional_choice<T: Choice>(code: Option<String>) -> Result<Option<T>> {
    code.as_deref().map(choice).transpose()
}

/// Several choices in one column.
pub(super) fn choices<T: Choice>(codes: &str) -> Result<Vec<T>> {
    codes.split(BETWEEN_CODES).filter(|code| !code.is_empty()).map(choice).collect()
}

/// Several choices as one text.
pub(super) fn choices_text<T: Choice>(choices: &[T]) -> String {
    let codes: Vec<&str> = choices.iter().map(|choice| choice.code()).collect();
    codes.join(&BETWEEN_CODES.to_string())
}

/// A list of texts as the journal keeps it; no values are no value.
pub(super) fn list(values: &[String]) -> Value {
    if values.is_empty() { Value::Null } else { Value::Text(serde_json::Value::from(values).to_string()) }
}

/// A list of texts from the journal.
pub(super) fn list_of(value: &Value) -> Result<Vec<String>> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Text(text) => serde_json::from_str(text).map_err(|_| damaged("list", text)),
        other => Err(damaged("list", &format!("{other:?}"))),
    }
}

/// A text value.
pub(super) fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

/// A code.
pub(super) fn code(choice: impl Choice) -> Value {
    text(choice.code())
}

/// A value that may be missing.
pub(super) fn optional(value: Option<impl Into<Value>>) -> Value {
    value.map_or(Value::Null, Into::into)
}

/// A value on its way into the card file: where it can be, a text is borrowed from what it is made of.
pub(super) type Given<'text> = ToSqlOutput<'text>;

/// A value that may be missing.
pub(super) fn given<'text>(value: Option<impl Into<Given<'text>>>) -> Given<'text> {
    value.map_or(ToSqlOutput::Borrowed(ValueRef::Null), Into::into)
}

/// Fields with values of their own.
pub(super) fn owned<'text>(
    fields: impl IntoIterator<Item = (&'static str, Given<'text>)>,
) -> Vec<(&'static str, Value)> {
    let own = |given| match given {
        ToSqlOutput::Owned(value) => value,
        ToSqlOutput::Borrowed(ValueRef::Integer(number)) => Value::Integer(number),
        ToSqlOutput::Borrowed(ValueRef::Real(number)) => Value::Real(number),
        ToSqlOutput::Borrowed(ValueRef::Text(text)) => text_of(text),
        ToSqlOutput::Borrowed(ValueRef::Blob(bytes)) => Value::Blob(bytes.to_vec()),
        _ => Value::Null,
    };
    fields.into_iter().map(|(field, value)| (field, own(value))).collect()
}

fn text_of(bytes: &[u8]) -> Value {
    Value::Text(String::from_utf8_lossy(bytes).into_owned())
}

/// Something in the file that cannot be.
pub(super) fn damaged(what: &str, value: &str) -> StoreError {
    StoreError::Damaged { what: format!("{what}: {}", value.chars().take(80).collect::<String>()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_end_of_an_interval_can_be_for_ever() {
        for (written, as_day, as_end) in [
            ("2026-06-30", "2026-06-30".parse().unwrap(), "2026-06-30".parse().unwrap()),
            (FOR_EVER, NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(), NaiveDate::MAX),
        ] {
            assert_eq!((day(written).unwrap(), end_day(written).unwrap()), (as_day, as_end), "{written}");
        }
        assert_eq!(day_text(NaiveDate::MAX), FOR_EVER);
    }
}
