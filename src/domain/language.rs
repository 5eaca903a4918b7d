//! The languages a person may read fieldcard in.

/// What is to be known of a language.
struct Row {
    tag: &'static str,
    own_name: &'static str,
    /// The system locales that mean it: a language, and a script or a place behind it where that is needed.
    locales: &'static [(&'static str, &'static str)],
    reads: Written,
    /// Its table of terms, where it has no place in their rows.
    terms: Option<&'static str>,
    top_level_domain: Option<&'static str>,
}

/// The languages, one row each: its name here, the folder of its words in `lang`, and what else is to be known of it.
/// A macro that makes something of each is handed all rows, behind what it needs beside them.
macro_rules! languages {
    ( [$($make:tt)+] $($beside:tt)* ) => {
        $($make)+! { ($($beside)*)
            /// English: also what is used when nothing is known.
            #[default]
            English in en = Row {
                tag: "en",
                own_name: "English",
                locales: &[("en", ""), ("c", ""), ("posix", "")],
                reads: Written::English,
                terms: None,
                top_level_domain: None,
            };
            /// Chinese in simplified characters.
            Simplified in zh_hans = Row {
                tag: "zh-Hans",
                own_name: "简体中文",
                locales: &[("zh", "hans"), ("zh", "")],
                reads: Written::Simplified,
                terms: None,
                top_level_domain: Some("cn"),
            };
            /// Chinese in traditional characters.
            Traditional in zh_hant = Row {
                tag: "zh-Hant",
                own_name: "繁體中文",
                locales: &[("zh", "hant"), ("zh", "tw"), ("zh", "hk"), ("zh", "mo")],
                reads: Written::Traditional,
                terms: None,
                top_level_domain: Some("tw"),
            };
        }
    };
}
pub(crate) use languages;

macro_rules! declared {
    ( () $( $(#[$attribute:meta])* $Variant:ident in $folder:ident = $row:expr ; )+ ) => {
        /// A language of the screen, the messages and the names of terms.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum Language { $( $(#[$attribute])* $Variant, )+ }

        impl Language {
            /// Every language there is.
            pub const ALL: &'static [Language] = &[$( Language::$Variant, )+];

            fn row(self) -> &'static Row {
                match self { $( Language::$Variant => &const { $row }, )+ }
            }
        }
    };
}
languages!([declared]);

/// The languages in which everything that is written side by side stands: rows of terms, names of regions, sample cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// English.
    English,
    /// Chinese in simplified characters.
    Simplified,
    /// Chinese in traditional characters.
    Traditional,
}

impl Written {
    /// How many there are.
    pub const COUNT: usize = 3;
}

impl Language {
    /// The BCP 47 tag, as used by `--lang` and in the configuration.
    pub fn tag(self) -> &'static str {
        self.row().tag
    }

    /// Its name in itself, for whoever can read no other.
    pub fn own_name(self) -> &'static str {
        self.row().own_name
    }

    /// In which of the written languages its readers find what it has no words of its own for.
    pub fn reads(self) -> Written {
        self.row().reads
    }

    /// Its table of terms, `include_str!` of `assets/terms/`, where it has no place in their rows.
    pub fn terms(self) -> Option<&'static str> {
        self.row().terms
    }

    /// What stands for its readers in a row of the written languages, in their order.
    pub fn in_row<T>(self, row: [T; Written::COUNT]) -> T {
        let [english, simplified, traditional] = row;
        match self.reads() {
            Written::English => english,
            Written::Simplified => simplified,
            Written::Traditional => traditional,
        }
    }

    /// Where most of its readers live, as an address of the net ends there: how files of old programs are encoded
    /// depends on it.
    pub fn top_level_domain(self) -> Option<&'static str> {
        self.row().top_level_domain
    }

    /// Whether codes are words of it: then they are what is offered to be typed, else the names are.
    pub fn has_words_for_codes(self) -> bool {
        self == Language::English
    }

    /// Whether a word that people use beside a name is shown to who reads this language. Only English and Simplified
    /// Chinese have such words of their own.
    pub fn shows(self, word: &str) -> bool {
        match self {
            Language::English => word.is_ascii(),
            Language::Simplified => !word.is_ascii(),
            _ => false,
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
        let language = parts.next().unwrap_or_default();
        let meant = |part: &str| {
            let mut all = Language::ALL.iter().copied();
            all.find(|known| known.row().locales.contains(&(language, part)))
        };
        parts.find_map(meant).or_else(|| meant(""))
    }

    /// The tags of all languages, to be offered.
    pub fn tags() -> String {
        let tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
        tags.join(", ")
    }
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
