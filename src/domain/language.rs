//! The languages a person may read fieldcard in.

/// Declares the languages: one row each.
macro_rules! languages {
    ( $( $(#[$row:meta])* $Variant:ident = $tag:literal, $own_name:literal ; )+ ) => {
        /// A language of the screen, the messages and the names of terms.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum Language { $( $(#[$row])* $Variant, )+ }

        impl Language {
            /// Every language there is, in the order in which term tables give their names.
            pub const ALL: &'static [Language] = &[$( Language::$Variant, )+];

            /// The BCP 47 tag, as used by `--lang` and in the configuration.
            pub fn tag(self) -> &'static str {
                match self { $( Language::$Variant => $tag, )+ }
            }

            /// Its name in itself, for whoever can read no other.
            pub fn own_name(self) -> &'static str {
                match self { $( Language::$Variant => $own_name, )+ }
            }
        }
    };
}

languages! {
    /// English: also what is used when nothing is known.
    #[default]
    English = "en", "English";
    /// Chinese in simplified characters.
    Simplified = "zh-Hans", "简体中文";
    /// Chinese in traditional characters.
    Traditional = "zh-Hant", "繁體中文";
}

impl Language {
    /// Whether a word that people use beside a name is shown to who reads this language. Beside Traditional Chinese none
    /// is: the words are kept in simplified form.
    pub fn shows(self, word: &str) -> bool {
        match self {
            Language::English => word.is_ascii(),
            Language::Simplified => !word.is_ascii(),
            Language::Traditional => false,
        }
    }

    /// Reads a tag or a system locale: `en_GB.UTF-8`, `zh`, `zh-TW`, `zh_HK.Big5`, `zh-Hant-MO` …
    /// `None` for languages fieldcard does not speak.
    ///
    /// A script in the tag stands over the place: `zh-Hans-HK` is simplified.
    pub fn from_locale(locale: &str) -> Option<Language> {
        let locale = locale.trim().to_ascii_lowercase();
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = name.split(['-', '_']);
        match parts.next().unwrap_or_default() {
            "en" | "c" | "posix" => Some(Language::English),
            "zh" => Some(written_as(parts).unwrap_or(Language::Simplified)),
            _ => None,
        }
    }

    /// The tags of all languages, to be offered.
    pub fn tags() -> String {
        let tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
        tags.join(", ")
    }
}

/// The script that the parts of a Chinese tag name, else the one of their place.
fn written_as<'tag>(parts: impl Iterator<Item = &'tag str> + Clone) -> Option<Language> {
    let script = |part| match part {
        "hans" => Some(Language::Simplified),
        "hant" => Some(Language::Traditional),
        _ => None,
    };
    let place = |part| matches!(part, "tw" | "hk" | "mo").then_some(Language::Traditional);
    parts.clone().find_map(script).or_else(|| parts.clone().find_map(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_read_as_systems_write_them() {
        for (locale, expected) in [
            ("en", Some(Language::English)),
            ("en_GB.UTF-8", Some(Language::English)),
            ("C.UTF-8", Some(Language::English)),
            ("zh", Some(Language::Simplified)),
            ("zh-Hans", Some(Language::Simplified)),
            ("zh_CN.GB18030", Some(Language::Simplified)),
            ("zh-SG", Some(Language::Simplified)),
            ("zh-Hant", Some(Language::Traditional)),
            ("ZH-HANT-tw", Some(Language::Traditional)),
            ("zh-TW", Some(Language::Traditional)),
            ("zh_HK", Some(Language::Traditional)),
            ("zh_TW.Big5", Some(Language::Traditional)),
            ("zh_MO.UTF-8@variant", Some(Language::Traditional)),
            ("zh-Hans-HK", Some(Language::Simplified)),
            ("zh-Hant-CN", Some(Language::Traditional)),
            ("de_DE", None),
            ("zhuang", None),
            ("", None),
        ] {
            assert_eq!(Language::from_locale(locale), expected, "{locale}");
        }
    }

    #[test]
    fn a_tag_is_read_back() {
        for language in Language::ALL {
            assert_eq!(Language::from_locale(language.tag()), Some(*language));
        }
    }
}
