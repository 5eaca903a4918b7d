//! What each row of the policies is: its key, what it is by default, in which unit, and what it does. The manual and the
//! README print these rows, so that no threshold can be set that is not told of.

use std::fmt::Debug;

use crate::domain::choice::choices;
use crate::domain::language::Language;
use crate::domain::names::{self, Names};

choices! {
    /// What a row counts.
    pub enum Unit {
        Days = "days", ["days", "天", "天"];
        Minutes = "minutes", ["minutes", "分钟", "分鐘"];
        Hour = "hour", ["hour of the day", "几点", "幾點"];
        Count = "count", ["times", "次", "次"];
        Points = "points", ["points", "分", "分"];
        Percent = "percent", ["percent", "百分比", "百分比"];
        Word = "word", ["a word", "词", "詞"];
        Words = "words", ["a list of words", "词表", "詞表"];
    }
}

/// One row of a table of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its key.
    pub key: &'static str,
    /// What it is where the configuration does not say, as it would be said there.
    pub default: String,
    /// In which unit.
    pub unit: Unit,
    /// What it does.
    pub about: Names,
}

/// A table of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name there: `policies.visits`.
    pub table: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Section {
    pub(super) fn of(table: &str, rows: Vec<Row>) -> Section {
        Section { table: ["policies", table].join("."), rows }
    }
}

impl Row {
    /// What it does, in one language.
    pub fn about(&self, language: Language) -> &'static str {
        self.about.in_language(language)
    }

    /// A row that is said by a word of a list.
    pub(super) fn word(key: &'static str, default: &str, about: names::Row) -> Row {
        let about = Names::of(about);
        Row { key, default: format!("\"{default}\""), unit: Unit::Word, about }
    }
}

/// A number, or several, as the configuration says them.
pub(super) fn said(value: impl Debug) -> String {
    format!("{value:?}")
}

/// Declares a table of thresholds: `key: type = default, Unit, ["English", "简体", "簡體"];` per row, after `with` tables
/// inside it. The structure, its defaults and the rows that are told of it all come from here.
macro_rules! thresholds {
    (
        $(#[$meta:meta])*
        pub struct $Name:ident
        $( with { $( $(#[$inner_meta:meta])* $inner:ident: $Inner:ty; )+ } )? {
            $( $key:ident: $type:ty = $default:expr, $Unit:ident, [$english:literal, $simplified:literal, $traditional:literal]; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $Name {
            $( $( $(#[$inner_meta])* pub $inner: $Inner, )+ )?
            $( #[doc = $english] pub $key: $type, )+
        }

        impl Default for $Name {
            fn default() -> Self {
                $Name {
                    $( $( $inner: <$Inner>::default(), )+ )?
                    $( $key: $default, )+
                }
            }
        }

        impl $Name {
            /// Its own rows, each with what it does.
            pub(super) fn told() -> Vec<$crate::domain::policy::row::Row> {
                vec![$( $crate::domain::policy::row::Row {
                    key: stringify!($key),
                    default: $crate::domain::policy::row::said(&$default),
                    unit: $crate::domain::policy::row::Unit::$Unit,
                    about: $crate::domain::names::Names::of([$english, $simplified, $traditional]),
                }, )+]
            }
        }
    };
}
pub(super) use thresholds;
