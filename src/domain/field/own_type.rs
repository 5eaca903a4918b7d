//! Own fields as a person names them: `KEY;type=choice;name=…;options=hot,warm:温`.

use super::own::{OwnField, OwnOption};
use super::{ChoiceList, FieldType, Sign, Time};
use crate::domain::choice::{Choice, choices};
use crate::domain::column::Derived;
use crate::domain::detail::DetailGroup;
use crate::domain::language::Language;
use crate::domain::man::assertion::Answer;
use crate::domain::names::Names;
use crate::domain::nearest::{near, nearest};
use crate::domain::query::QueryField;
use crate::domain::spec::SpecError;
use crate::domain::text::fold::{fold, same};

choices! {
    /// What an own field can hold.
    pub enum OwnType {
        Text = "text", ["text", "文字", "文字"];
        Note = "note", ["text of several lines", "多行文字", "多行文字"], ["notes"];
        Number = "number", ["whole number", "整数", "整數"], ["integer"];
        Points = "points", ["points 1 to 5", "1 到 5 分", "1 到 5 分"], ["score"];
        Percent = "percent", ["percent", "百分数", "百分比"];
        Money = "money", ["amount", "金额", "金額"], ["amount"];
        SignedMoney = "signed-money", ["amount, also below 0", "可为负的金额", "可為負的金額"];
        Day = "date", ["date", "日期", "日期"], ["day"];
        PastDay = "past-date", ["date that has been", "过去的日期", "過去的日期"];
        PartialDay = "partial-date", ["date, also without day", "可缺日的日期", "可缺日的日期"], ["month"];
        Choice = "choice", ["one of a list", "单选", "單選"], ["list", "选项"];
        YesNo = "yes-no", ["yes or no", "是否", "是否"], ["bool", "yes/no"];
        Words = "words", ["words", "标签", "標籤"], ["tags"];
        Phone = "phone", ["phone number", "电话", "電話"];
        Email = "email", ["e-mail address", "邮箱", "電子郵件"];
        Region = "region", ["region", "地区", "地區"];
        Registration = "registration", ["registration number", "证照号码", "登記號碼"];
        Card = "card", ["another card", "另一张卡", "另一張卡"];
    }
}

impl OwnType {
    /// What a field of this type holds.
    pub fn kind(self) -> FieldType {
        match self {
            OwnType::Text => FieldType::Text,
            OwnType::Note => FieldType::Note,
            OwnType::Number => FieldType::Number,
            OwnType::Points => FieldType::Score(1, 5),
            OwnType::Percent => FieldType::Percent,
            OwnType::Money => FieldType::Money(Sign::Positive),
            OwnType::SignedMoney => FieldType::Money(Sign::Either),
            OwnType::Day => FieldType::Day(Time::Any),
            OwnType::PastDay => FieldType::Day(Time::Past),
            OwnType::PartialDay => FieldType::PartialDay(Time::Any),
            OwnType::Choice => FieldType::OwnChoice,
            OwnType::YesNo => FieldType::Choice(ChoiceList::of::<Answer>()),
            OwnType::Words => FieldType::Tags,
            OwnType::Phone => FieldType::Phone,
            OwnType::Email => FieldType::Email,
            OwnType::Region => FieldType::Region,
            OwnType::Registration => FieldType::Registration,
            OwnType::Card => FieldType::Card,
        }
    }
}

/// The parts of an own field.
const TYPE: Names = Names::of(["type", "类型", "類型"]);
const NAME: Names = Names::of(["name", "名称", "名稱"]);
const OPTIONS: Names = Names::of(["options", "选项", "選項"]);
const BETWEEN_OPTIONS: [char; 3] = [',', '，', '、'];

/// What is said of an own field; what is not said is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFieldSpec {
    /// Its key.
    pub key: String,
    /// The key as it was typed: the name of a new field that is given no other.
    pub typed: String,
    /// Its name for people.
    pub name: Option<String>,
    /// What it holds.
    pub kind: Option<OwnType>,
    /// The list of a choice.
    pub options: Option<Vec<OwnOption>>,
}

/// Reads `KEY;type=…;name=…;options=a,b:B`.
///
/// # Errors
/// No key, no such part, no such type.
pub fn read(text: &str) -> Result<OwnFieldSpec, SpecError> {
    let mut pieces = text.split([';', '；']).map(str::trim);
    let typed = pieces.next().unwrap_or_default().to_owned();
    let key = slug(&typed);
    if key.is_empty() {
        return Err(SpecError::Empty { part: "key" });
    }
    let mut spec = OwnFieldSpec { key, typed, name: None, kind: None, options: None };
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        let (word, value) = piece.split_once(['=', '＝']).unwrap_or((piece, ""));
        let value = value.trim();
        match word {
            _ if TYPE.hold(word) => spec.kind = Some(own_type(value)?),
            _ if NAME.hold(word) => spec.name = Some(value.to_owned()).filter(|name| !fold(name).is_empty()),
            _ if OPTIONS.hold(word) => spec.options = Some(options(value)),
            _ => {
                let part = fold(word);
                let nearest = nearest(&part, [TYPE, NAME, OPTIONS].map(|part| part.english()));
                return Err(SpecError::UnknownPart { part, nearest });
            }
        }
    }
    Ok(spec)
}

impl OwnFieldSpec {
    /// The field it says, as a new one: a text named as its key was typed, unless it says otherwise. A list makes it a
    /// choice.
    ///
    /// # Errors
    /// A choice without a list.
    pub fn field(self) -> Result<OwnField, SpecError> {
        let options = self.options.unwrap_or_default();
        let by_options = if options.is_empty() { OwnType::Text } else { OwnType::Choice };
        let own_type = self.kind.unwrap_or(by_options);
        if own_type == OwnType::Choice && options.is_empty() {
            return Err(SpecError::Empty { part: "options" });
        }
        let name = self.name.unwrap_or(self.typed);
        let options = if own_type == OwnType::Choice { options } else { Vec::new() };
        Ok(OwnField { key: self.key, name, own_type, options })
    }
}

/// A field as [`read`] takes it, in the words of a language.
pub fn written(field: &OwnField, language: Language) -> String {
    let OwnField { key, name, own_type, options } = field;
    let options: Vec<String> = options
        .iter()
        .map(|option| match option.code == option.name {
            true => option.code.clone(),
            false => format!("{}:{}", option.code, option.name),
        })
        .collect();
    let [of_type, of_name, of_options] = [TYPE, NAME, OPTIONS].map(|part| part.in_language(language));
    let list =
        if options.is_empty() { String::new() } else { format!(";{of_options}={}", options.join(",")) };
    format!("{key};{of_type}={};{of_name}={name}{list}", type_word(*own_type, language))
}

/// The key or name of a new field that means something already, and what it means.
pub fn taken(field: &OwnField, own: &[OwnField]) -> Option<(String, String)> {
    let meaning = |word: &String| Some((word.clone(), taken_by(word, own)?));
    [&field.key, &field.name].into_iter().find_map(meaning)
}

/// Why a key or name cannot be an own field's: what it means already.
pub fn taken_by(word: &str, own: &[OwnField]) -> Option<String> {
    let field = super::CATALOGUE
        .iter()
        .find(|field| same(field.key, word) || field.names.hold(word))
        .map(|field| field.key.to_owned());
    let own = || {
        let own = own.iter().find(|field| same(&field.key, word) || same(&field.name, word));
        own.map(|field| field.key.clone())
    };
    let query = || QueryField::from_word(word).map(|field| field.code().to_owned());
    let column = || Derived::from_word(word).map(|column| column.code().to_owned());
    let group = || DetailGroup::meant(word).map(|group| group.key.to_owned());
    field.or_else(own).or_else(query).or_else(column).or_else(group)
}

/// What a type is called where it is typed.
pub fn type_word(own_type: OwnType, language: Language) -> &'static str {
    if language.has_words_for_codes() { own_type.code() } else { own_type.name(language) }
}

fn own_type(word: &str) -> Result<OwnType, SpecError> {
    let codes = || OwnType::ALL.iter().map(|own_type| own_type.code());
    OwnType::from_word(word).ok_or_else(|| SpecError::UnknownValue {
        part: "type",
        value: word.to_owned(),
        nearest: near(word, codes()),
        allowed: codes().collect(),
    })
}

/// `hot,warm:温,cold`: codes, each with a name behind a colon where it has one. The first of two alike stays.
fn options(text: &str) -> Vec<OwnOption> {
    let mut options: Vec<OwnOption> = Vec::new();
    for piece in text.split(BETWEEN_OPTIONS).map(str::trim) {
        let (code, name) = piece.split_once([':', '：']).unwrap_or((piece, piece));
        let (code, name) = (code.trim(), name.trim());
        if !fold(code).is_empty() && !options.iter().any(|known| same(&known.code, code)) {
            let name = if name.is_empty() { code } else { name };
            options.push(OwnOption { code: code.to_owned(), name: name.to_owned() });
        }
    }
    options
}

/// A field key: letters and digits of any script in lower case, the rest `_`.
pub fn slug(text: &str) -> String {
    let letters = |character: char| if character.is_alphanumeric() { character } else { ' ' };
    let text: String = text.to_lowercase().chars().map(letters).collect();
    text.split_whitespace().collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn option(code: &str, name: &str) -> OwnOption {
        OwnOption { code: code.into(), name: name.into() }
    }

    #[test]
    fn a_field_is_a_key_and_what_is_said_of_it() {
        let field = |text: &str| read(text).and_then(OwnFieldSpec::field);
        assert_eq!(field("colour"), Ok(OwnField::text("colour", "colour")));
        assert_eq!(field("Shoe size"), Ok(OwnField::text("shoe_size", "Shoe size")));
        assert_eq!(
            field("Heat level; name=热度；options=hot:热, warm ,HOT"),
            Ok(OwnField {
                key: "heat_level".into(),
                name: "热度".into(),
                own_type: OwnType::Choice,
                options: vec![option("hot", "热"), option("warm", "warm")],
            })
        );
        assert_eq!(field("budget 2;type=金额").map(|field| field.own_type), Ok(OwnType::Money));
        for (text, error) in [
            ("", SpecError::Empty { part: "key" }),
            ("x;type=choice", SpecError::Empty { part: "options" }),
            ("x;nam=y", SpecError::UnknownPart { part: "nam".into(), nearest: "name" }),
        ] {
            assert_eq!(field(text), Err(error), "{text}");
        }
        assert!(matches!(
            field("x;type=chioce"),
            Err(SpecError::UnknownValue { nearest: Some("choice"), .. })
        ));
    }

    #[test]
    fn a_field_is_edited_in_the_words_of_the_language_and_read_back_in_any() {
        let options = vec![option("hot", "热"), option("warm", "warm")];
        let heat = OwnField { key: "heat".into(), name: "热度".into(), own_type: OwnType::Choice, options };
        for (language, expected) in [
            (Language::English, "heat;type=choice;name=热度;options=hot:热,warm"),
            (Language::Simplified, "heat;类型=单选;名称=热度;选项=hot:热,warm"),
            (Language::Traditional, "heat;類型=單選;名稱=热度;選項=hot:热,warm"),
        ] {
            assert_eq!(written(&heat, language), expected);
            assert_eq!(read(expected).and_then(OwnFieldSpec::field), Ok(heat.clone()));
        }
    }

    #[test]
    fn a_key_or_name_that_means_something_is_taken() {
        let own = [OwnField::text("colour", "颜色")];
        for (word, taken) in [
            ("Name", Some("name")),
            ("产业", Some("industry")),
            ("所属行业", Some("industry")),
            ("due", Some("due")),
            ("competitor", Some("competitor")),
            ("visits", Some("visits")),
            ("路程", Some("travel")),
            ("颜色", Some("colour")),
            ("shade", None),
        ] {
            assert_eq!(taken_by(word, &own).as_deref(), taken, "{word}");
        }
    }
}
