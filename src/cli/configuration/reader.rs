//! Hands the values of a configuration file on to what is made of them, and says of a wrong one what it is, where it
//! stands and what would be right: a reader's own error, of which nothing has to be guessed from a library's sentence.

use std::fmt::Display;
use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::domain::nearest::nearest;
use crate::lang::problem::Wanted;

type Key<'text> = Spanned<DeString<'text>>;
type Value<'text> = Spanned<DeValue<'text>>;

/// What is wrong with a value or a key, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The key with the tables it is in: `policies.visits.minutes`.
    pub(super) key: String,
    /// Its bytes in the file: those of the value, or those of the key where that is wrong.
    pub(super) span: Range<usize>,
    /// What is wrong.
    pub(super) what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// There is no such key; the one most like it.
    NoSuchKey(String),
    /// The table lacks this key.
    Missing(String),
    /// The value is none of those that can be.
    Value(Wanted),
}

/// An error that has not been told its place yet: what is made of a value does not know where it stands.
#[derive(Debug)]
pub(super) struct Refusal {
    what: What,
    place: Option<(String, Range<usize>)>,
}

impl Refusal {
    fn of(what: What) -> Refusal {
        Refusal { what, place: None }
    }

    /// At a place, unless it has one.
    pub(super) fn at(mut self, key: &str, span: &Range<usize>) -> Refusal {
        self.place.get_or_insert_with(|| (key.to_owned(), span.clone()));
        self
    }

    /// With its place, which each value gives that is read by a [`Reader`].
    pub(super) fn wrong(self) -> Wrong {
        let (key, span) = self.place.unwrap_or_default();
        Wrong { key, span, what: self.what }
    }
}

impl Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:?}", self.what)
    }
}

impl std::error::Error for Refusal {}

impl de::Error for Refusal {
    fn custom<T: Display>(wanted: T) -> Refusal {
        Refusal::of(What::Value(Wanted::OneOf(wanted.to_string())))
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Refusal {
        Refusal::of(What::Value(Wanted::NameOfItsOwn))
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Refusal {
        Refusal::of(What::Value(Wanted::OneOf(known.join(", "))))
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Refusal {
        Refusal::of(What::NoSuchKey(nearest(field, known.iter().copied()).to_owned()))
    }

    fn missing_field(field: &'static str) -> Refusal {
        Refusal::of(What::Missing(field.to_owned()))
    }
}

/// A value of the file with the key at which it stands.
pub(super) struct Reader<'value, 'text> {
    /// The key with its tables.
    pub(super) key: String,
    /// What stands there.
    pub(super) value: &'value Value<'text>,
}

impl Reader<'_, '_> {
    /// That something else is wanted here.
    pub(super) fn refuse(&self, wanted: Wanted) -> Refusal {
        Refusal::of(What::Value(wanted)).at(&self.key, &self.value.span())
    }

    /// A text, as the file and the languages are given.
    pub(super) fn text(&self) -> Result<&str, Refusal> {
        match self.value.get_ref() {
            DeValue::String(text) => Ok(text),
            _ => Err(self.refuse(Wanted::Text)),
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'_, '_> {
    type Error = Refusal;

    /// A value that may be of more than one kind: a word or a table.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.value.get_ref() {
            DeValue::Table(table) => visitor.visit_map(Entries::of(&self.key, table)),
            DeValue::String(text) => visitor.visit_str(text),
            _ => Err(self.refuse(Wanted::WordOrTable)),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let number = match self.value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        visitor.visit_u32(number.ok_or_else(|| self.refuse(Wanted::Number))?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        self.deserialize_str(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        let wanted = || self.refuse(Wanted::OneOf(known.join(", ")));
        let word = self.text().map_err(|_| wanted())?;
        visitor.visit_enum(StrDeserializer::<Refusal>::new(word)).map_err(|_| wanted())
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Refusal> {
        match self.value.get_ref() {
            DeValue::Array(items) if items.len() == length => self.deserialize_seq(visitor),
            _ => Err(self.refuse(Wanted::Numbers(length))),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.value.get_ref() {
            DeValue::Array(items) => visitor.visit_seq(Items { key: &self.key, items: items.iter() }),
            _ => Err(self.refuse(Wanted::List)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self.value.get_ref() {
            DeValue::Table(table) => visitor.visit_map(Entries::of(&self.key, table)),
            _ => Err(self.refuse(Wanted::Table)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf option unit unit_struct newtype_struct
        tuple_struct map identifier ignored_any
    }
}

/// The items of a list.
struct Items<'value, 'text> {
    key: &'value str,
    items: std::slice::Iter<'value, Value<'text>>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Refusal;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refusal> {
        self.items.next().map(|value| read(self.key.to_owned(), value, seed)).transpose()
    }
}

/// Reads what stands at a key. What is made of it does not know where it stands, and is told here.
fn read<'de, S: DeserializeSeed<'de>>(key: String, value: &Value<'_>, seed: S) -> Result<S::Value, Refusal> {
    let place = key.clone();
    seed.deserialize(Reader { key, value }).map_err(|refusal| refusal.at(&place, &value.span()))
}

/// The keys of a table with their values, in the order of the file.
struct Entries<'value, 'text> {
    table: &'value str,
    entries: std::vec::IntoIter<(&'value Key<'text>, &'value Value<'text>)>,
    begun: Option<(String, &'value Value<'text>)>,
}

impl<'value, 'text> Entries<'value, 'text> {
    fn of(table: &'value str, entries: &'value DeTable<'text>) -> Self {
        Entries { table, entries: in_order(entries).into_iter(), begun: None }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Refusal;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refusal> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        let name = format!("{}.{}", self.table, key.get_ref());
        let known = seed.deserialize(StrDeserializer::new(key.get_ref()));
        let known = known.map_err(|refusal: Refusal| refusal.at(&name, &key.span()))?;
        self.begun = Some((name, value));
        Ok(Some(known))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refusal> {
        let (key, value) = self.begun.take().ok_or_else(|| Refusal::of(What::Value(Wanted::Table)))?;
        read(key, value, seed)
    }
}

/// The entries of a table as they stand in the file, so that the first mistake is the one that is told.
pub(super) fn in_order<'value, 'text>(
    table: &'value DeTable<'text>,
) -> Vec<(&'value Key<'text>, &'value Value<'text>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}
