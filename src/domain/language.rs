//! The languages a person may read fieldcard in.

/// A language of the screen, the messages and the names of terms.
///
/// `zh-Hant` readers are served `zh-Hans` until their catalogue of words exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, `en`: also what is used when nothing is known.
    #[default]
    English,
    /// Chinese in simplified characters, `zh-Hans`.
    Simplified,
}

impl Language {
    /// Every language there is, in the order in which term tables give their names.
    pub const ALL: &'static [Language] = &[Language::English, Language::Simplified];

    /// The BCP 47 tag, as used by `--lang` and in the configuration.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Simplified => "zh-Hans",
        }
    }

    /// Reads a tag or a system locale: `en_GB.UTF-8`, `zh`, `zh-TW`, `zh_HK`, `zh-Hant` …
    /// `None` for languages fieldcard does not speak.
    pub fn from_locale(locale: &str) -> Option<Language> {
        let primary = locale.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        match primary.as_str() {
            "en" | "c" | "posix" => Some(Language::English),
            "zh" => Some(Language::Simplified),
            _ => None,
        }
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
            ("zh-Hans", Some(Language::Simplified)),
            ("zh_CN.GB18030", Some(Language::Simplified)),
            ("zh-TW", Some(Language::Simplified)),
            ("de_DE", None),
            ("", None),
        ] {
            assert_eq!(Language::from_locale(locale), expected, "{locale}");
        }
    }
}
