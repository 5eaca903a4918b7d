//! Closed lists of terms: each row gives the code, the names and the synonyms of one choice.

use std::collections::HashMap;

use super::language::Language;
use super::names::Names;
use super::text::fold::fold;

/// One code of a closed list, with its names for people.
///
/// Made by [`choices!`](crate::domain::choice::choices); the code is what files, commands and JSON
/// carry and never changes, the names are what people read.
pub trait Choice: Copy + Eq + std::fmt::Debug + 'static {
    /// All choices in the order in which they are offered.
    const ALL: &'static [Self];

    /// The stable code.
    fn code(self) -> &'static str;

    /// What it is called.
    fn names(self) -> &'static Names;

    /// Further words people use for it, in any language.
    fn synonyms(self) -> &'static [&'static str];

    /// The name in one language.
    fn name(self, language: Language) -> &'static str {
        self.names().in_language(language)
    }

    /// Every word for it: its code, its names, its synonyms.
    fn said(self) -> impl Iterator<Item = &'static str> {
        let synonyms = self.synonyms().iter().copied();
        std::iter::once(self.code()).chain(self.names().all()).chain(synonyms)
    }

    /// The choice with exactly this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.code() == code)
    }

    /// Every word for a choice, [loosened](loose), and the choice meant by it.
    fn words() -> &'static HashMap<String, Self>;

    /// The choice a person means by a word: its code, its name in any language or a synonym. Case, width
    /// and traditional form do not matter; `_`, `-` and space are one.
    fn from_word(word: &str) -> Option<Self> {
        // The program itself says codes, and says them at its start, when no list of words is made yet.
        Self::from_code(word).or_else(|| Self::words().get(&loose(word)).copied())
    }
}

/// The form in which words for choices are compared.
pub(crate) fn loose(word: &str) -> String {
    fold(word).replace(['_', ' '], "-")
}

/// The words of a whole list; a word that stands in two rows belongs to the first.
pub(crate) fn word_index<T: Choice>() -> HashMap<String, T> {
    let mut index = HashMap::new();
    for choice in T::ALL {
        for word in choice.said() {
            index.entry(loose(word)).or_insert(*choice);
        }
    }
    index
}

/// Declares a closed list: `Variant = "code", ["English", "简体", "簡體"], ["synonym", …];` per row.
macro_rules! choices {
    (
        $(#[$meta:meta])*
        $vis:vis enum $Name:ident {
            $( $(#[$row:meta])* $Variant:ident = $code:literal, [$($name:literal),+] $(, [$($synonym:literal),*])? ; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the names in a row say what the choice is")]
        $vis enum $Name { $( $(#[$row])* $Variant, )+ }

        impl $crate::domain::choice::Choice for $Name {
            const ALL: &'static [Self] = &[$( Self::$Variant, )+];

            fn code(self) -> &'static str {
                match self { $( Self::$Variant => $code, )+ }
            }

            fn names(self) -> &'static $crate::domain::names::Names {
                match self { $( Self::$Variant => {
                    // Not a constant: there would be one wherever this is inlined, filled in with addresses at every start.
                    static NAMES: $crate::domain::names::Names = $crate::domain::names::Names::of([$($name),+]);
                    &NAMES
                } )+ }
            }

            fn synonyms(self) -> &'static [&'static str] {
                match self { $( Self::$Variant => &[$($($synonym),*)?], )+ }
            }

            fn words() -> &'static std::collections::HashMap<String, Self> {
                static WORDS: std::sync::LazyLock<std::collections::HashMap<String, $Name>> =
                    std::sync::LazyLock::new($crate::domain::choice::word_index);
                &WORDS
            }
        }
    };
}
pub(crate) use choices;
