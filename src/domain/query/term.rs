//! From a field and a value, as typed, to the condition they mean.

use chrono::NaiveDate;

use super::condition::{Aspect, Bounds, Condition, Named, RegionWanted};
use super::error::QueryError;
use super::field::{QueryField, catalogue_field, own_field};
use super::value::{Reach, bounds, days, days_ago, length, number};
use super::{Scope, Sign};
use crate::domain::choice::Choice;
use crate::domain::credit::Grade;
use crate::domain::detail::DetailGroup;
use crate::domain::field::own_type::OwnType;
use crate::domain::field::{Field, FieldType, OwnField};
use crate::domain::id::CardId;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::money;
use crate::domain::nearest::near;
use crate::domain::text::fold::fold;
use crate::domain::text::needles::Needles;

type Result<T> = std::result::Result<T, QueryError>;

/// What a term says.
pub(super) enum Said {
    /// A condition on a card, and whether it must hold.
    Condition(Sign, Condition),
    /// Where the whole query looks.
    Scope(Scope),
}

/// Reads the value of a field with a meaning of its own.
pub(super) fn query_field(
    field: QueryField,
    value: &str,
    as_of: NaiveDate,
    own: &[OwnField],
) -> Result<Said> {
    let folded = fold(value);
    if folded.is_empty() {
        return Err(missing(field.code()));
    }
    let day_range = || {
        bounds(&folded, |text| days(text, as_of)).map_err(|reason| QueryError::WrongDay {
            field: field.code().to_owned(),
            value: value.to_owned(),
            reason,
        })
    };
    let wrong_number =
        |_| QueryError::WrongNumber { field: field.code().to_owned(), value: value.to_owned() };
    let days_back = || {
        let lengths = bounds(&folded, |text| length(text, as_of)).map_err(wrong_number)?;
        Ok(days_ago(lengths, as_of))
    };
    let needles = || Needles::of(value).ok_or_else(|| missing(field.code()));
    let condition = match field {
        QueryField::Position => Condition::Position(choices(field, value)?),
        QueryField::Kind => Condition::Kind(choices(field, value)?),
        QueryField::Party => Condition::Party(choices(field, value)?),
        QueryField::Channel => Condition::Channel(choices(field, value)?),
        QueryField::Class => Condition::Class(choices(field, value)?),
        QueryField::Best => Condition::Best(choices(field, value)?),
        QueryField::Ask => Condition::Ask(choices(field, value)?),
        QueryField::Grade => Condition::Grade(grades(field, value)?),
        QueryField::Abc => Condition::Abc(choices(field, value)?),
        QueryField::Tag => Condition::Tag(words(field, value)?),
        QueryField::Zone => Condition::Zone(words(field, value)?),
        QueryField::Code => Condition::Code(words(field, value)?),
        QueryField::Man => Condition::Man(letters(value)?),
        QueryField::Due => match is_overdue(&folded) {
            true => Condition::Due(Bounds { from: None, to: as_of.pred_opt() }),
            false => Condition::Due(day_range()?),
        },
        QueryField::Overdue => Condition::Due(days_back()?),
        QueryField::Silent => Condition::LastContact(days_back()?),
        QueryField::Last => Condition::LastContact(day_range()?),
        QueryField::Next => Condition::Next(day_range()?),
        QueryField::Created => Condition::Created(day_range()?),
        QueryField::Updated => Condition::Updated(day_range()?),
        QueryField::Id => {
            let range = bounds(&folded, number).map_err(wrong_number)?;
            Condition::Id(Bounds { from: range.from.map(CardId), to: range.to.map(CardId) })
        }
        QueryField::Introducer => link(field.code(), value)?,
        QueryField::Name => Condition::Name(needles()?),
        QueryField::Company => Condition::Company(needles()?),
        QueryField::Person => Condition::Person(needles()?),
        QueryField::Phone => Condition::Phone(needles()?),
        QueryField::Email => Condition::Email(needles()?),
        QueryField::Address => Condition::Address(needles()?),
        QueryField::Has => return Ok(Said::Condition(Sign::Holds, presence(field, value, own)?)),
        QueryField::No => return Ok(Said::Condition(Sign::Fails, presence(field, value, own)?)),
        QueryField::Region => region(value, needles()?),
        QueryField::In => match scope(&folded) {
            Some(scope) => return Ok(Said::Scope(scope)),
            // A latin word is meant to be one of those: a region by its sound is asked for as `region:`.
            None if folded.bytes().any(|byte| byte.is_ascii_alphabetic()) => {
                return Err(unknown_value(field.code(), value, vec!["bin", "list"]));
            }
            None => region(value, needles()?),
        },
    };
    Ok(Said::Condition(Sign::Holds, condition))
}

/// Reads the value of any other field of the catalogue.
pub(super) fn catalogue(field: &'static Field, value: &str, as_of: NaiveDate) -> Result<Condition> {
    typed(field.key, field.kind, value, as_of)
}

/// Reads the value of a field of the user's own.
pub(super) fn own_value(field: &OwnField, value: &str, as_of: NaiveDate) -> Result<Condition> {
    if field.own_type != OwnType::Choice {
        return typed(&field.key, field.kind(), value, as_of);
    }
    let codes = || field.options.iter().map(|option| option.code.as_str()).collect();
    one_of(&field.key, value, |word| field.code_meant(word), codes)
}

/// Reads the value of a field of a type.
fn typed(key: &str, kind: FieldType, value: &str, as_of: NaiveDate) -> Result<Condition> {
    let list = match kind {
        FieldType::Choice(list) | FieldType::Choices(list) => list,
        FieldType::Open(list) if parts(value).all(|word| (list.code_of)(word).is_some()) => list,
        FieldType::Number | FieldType::Score(..) | FieldType::Percent | FieldType::Money(_) => {
            return numbers(key, kind, value);
        }
        FieldType::Day(_) | FieldType::PartialDay(_) => {
            let (field, value) = (key.to_owned(), value.to_owned());
            let bounds = bounds(&given(key, &value)?, |text| days(text, as_of));
            return match bounds {
                Ok(bounds) => Ok(Condition::Days { field, bounds }),
                Err(reason) => Err(QueryError::WrongDay { field, value, reason }),
            };
        }
        FieldType::Card => return link(key, value),
        _ => return value_of(key, value),
    };
    one_of(key, value, |word| (list.code_of)(word), list.codes)
}

/// A field that has one of a list of codes.
fn one_of<'code>(
    key: &str,
    value: &str,
    code_of: impl Fn(&str) -> Option<&'code str>,
    codes: impl Fn() -> Vec<&'code str>,
) -> Result<Condition> {
    let code = |word| code_of(word).map(str::to_owned).ok_or_else(|| unknown_value(key, word, codes()));
    let codes = parts(value).map(code).collect::<Result<Vec<_>>>()?;
    if codes.is_empty() { Err(missing(key)) } else { Ok(Condition::Choice { field: key.to_owned(), codes }) }
}

/// A field that names another card: which one is meant.
pub(super) fn link(field: &str, value: &str) -> Result<Condition> {
    let folded = given(field, value)?;
    let name = Needles::of(value).ok_or_else(|| missing(field))?;
    let number = number(&folded).ok().map(|number| CardId(number.first));
    Ok(Condition::Link { field: field.to_owned(), to: Named { number, code: folded, name } })
}

/// A comparison of numbers, in the units in which the field is kept.
fn numbers(key: &str, kind: FieldType, value: &str) -> Result<Condition> {
    let is_hundredths = matches!(kind, FieldType::Money(_) | FieldType::Percent);
    let read = |text: &str| {
        let plain = text.trim_end_matches('%');
        let (sign, plain) = plain.strip_prefix('-').map_or((1, plain), |rest| (-1, rest));
        let number =
            if is_hundredths { money::parse(plain) } else { plain.parse::<u32>().ok().map(i64::from) };
        number.map(|number| Reach { first: sign * number, last: sign * number }).ok_or(())
    };
    let wrong = |()| QueryError::WrongNumber { field: key.to_owned(), value: value.to_owned() };
    let bounds = bounds(&given(key, value)?, read).map_err(wrong)?;
    Ok(Condition::Numbers { field: key.to_owned(), bounds })
}

/// A value folded, which must be there.
fn given(field: &str, value: &str) -> Result<String> {
    Some(fold(value)).filter(|folded| !folded.is_empty()).ok_or_else(|| missing(field))
}

/// A text found in the values of a field of the catalogue or of the user's own.
pub(super) fn value_of(field: &str, value: &str) -> Result<Condition> {
    let needles = Needles::of(value).ok_or_else(|| missing(field))?;
    Ok(Condition::Value { field: field.to_owned(), needles })
}

fn missing(field: &str) -> QueryError {
    QueryError::MissingValue { field: field.to_owned() }
}

/// The parts of a list of values, of which one must be met.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    value.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty())
}

fn unknown_value(field: &str, value: &str, allowed: Vec<&str>) -> QueryError {
    let nearest = near(value, allowed.iter().copied()).map(str::to_owned);
    let allowed = allowed.into_iter().map(str::to_owned).collect();
    QueryError::UnknownValue { field: field.to_owned(), value: value.to_owned(), nearest, allowed }
}

fn codes<T: Choice>() -> Vec<&'static str> {
    T::ALL.iter().map(|choice| choice.code()).collect()
}

fn one<T: Choice>(field: QueryField, word: &str) -> Result<T> {
    T::from_word(word).ok_or_else(|| unknown_value(field.code(), word, codes::<T>()))
}

fn choices<T: Choice>(field: QueryField, value: &str) -> Result<Vec<T>> {
    let choices = parts(value).map(|word| one(field, word)).collect::<Result<Vec<_>>>()?;
    if choices.is_empty() { Err(missing(field.code())) } else { Ok(choices) }
}

/// `C`, `A,B`, `A..C`.
fn grades(field: QueryField, value: &str) -> Result<Vec<Grade>> {
    let Some((from, to)) = value.split_once("..") else { return choices(field, value) };
    let end = |word: &str| {
        Some(word.trim()).filter(|word| !word.is_empty()).map(|word| one(field, word)).transpose()
    };
    let (from, to): (Option<Grade>, Option<Grade>) = (end(from)?, end(to)?);
    let inside = |grade: &Grade| from.is_none_or(|from| from <= *grade) && to.is_none_or(|to| *grade <= to);
    Ok(Grade::ALL.iter().copied().filter(inside).collect())
}

fn words(field: QueryField, value: &str) -> Result<Vec<String>> {
    let words: Vec<String> = parts(value).map(fold).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { Err(missing(field.code())) } else { Ok(words) }
}

fn is_overdue(folded: &str) -> bool {
    matches!(folded, "overdue" | "逾期" | "过期")
}

/// Three characters in the places M, A, N: capital is yes, small is no, `?` is unknown, `*` is any.
fn letters(value: &str) -> Result<[Option<Answer>; 3]> {
    use unicode_normalization::UnicodeNormalization;
    let wrong = || QueryError::WrongLetters { value: value.to_owned() };
    let mut places = [None; 3];
    let mut typed = value.nfkc();
    for (place, letter) in places.iter_mut().zip(Letter::ALL) {
        let small = letter.code().chars().next();
        *place = match typed.next().ok_or_else(wrong)? {
            '*' => None,
            '?' => Some(Answer::Unknown),
            one if Some(one) == small => Some(Answer::No),
            one if Some(one.to_ascii_lowercase()) == small => Some(Answer::Yes),
            _ => return Err(wrong()),
        };
    }
    if typed.next().is_some() { Err(wrong()) } else { Ok(places) }
}

/// What `has:` and `no:` ask for.
fn presence(field: QueryField, value: &str, own: &[OwnField]) -> Result<Condition> {
    if let Some(aspect) = Aspect::from_word(value) {
        return Ok(Condition::Has(aspect));
    }
    if let Some(own) = own_field(value, own) {
        return Ok(Condition::HasField(own.key.clone()));
    }
    if let Some(group) = DetailGroup::meant(value).filter(|_| catalogue_field(value).is_none()) {
        return Ok(Condition::HasField(group.key.to_owned()));
    }
    let field =
        catalogue_field(value).ok_or_else(|| unknown_value(field.code(), value, codes::<Aspect>()))?;
    Ok(Condition::HasField(field.key.to_owned()))
}

fn scope(folded: &str) -> Option<Scope> {
    match folded {
        "bin" | "trash" | "回收站" | "回收筒" => Some(Scope::Bin),
        "list" | "列表" => Some(Scope::Live),
        _ => None,
    }
}

/// A region by its name, or by the digits its code begins with.
fn region(value: &str, needles: Needles) -> Condition {
    let folded = fold(value);
    let is_code = folded.bytes().all(|byte| byte.is_ascii_digit());
    Condition::Region(if is_code { RegionWanted::Code(folded) } else { RegionWanted::Words(needles) })
}
