//! One order of names in all languages, as a string that is compared byte by byte.
//!
//! Digits come before letters; latin letters compare folded; a Chinese character stands where its pinyin
//! stands, the same pinyin in the order of the characters' codes, so that one surname stays together.

use super::fold::fold;
use super::pinyin::sounds;

/// Ends a syllable: below every letter, so that `zha` comes before `zhang`.
const SYLLABLE_END: char = '\u{1}';

/// The sort key of a name or value. Equal for names that fold alike; empty only for an empty text.
pub fn sort_key(text: &str) -> String {
    if text.is_ascii() {
        return latin_key(text);
    }
    let mut key = String::with_capacity(text.len() * 2);
    for sound in sounds(text) {
        if let Some(syllable) = sound.syllable {
            key.push_str(syllable);
            key.push(SYLLABLE_END);
            key.push(sound.character);
        } else if sound.character.is_alphanumeric() || sound.character == ' ' && !key.is_empty() {
            key.push(sound.character);
        }
    }
    if key.is_empty() { fold(text) } else { key }
}

/// The key of a text in which nothing has a sound of its own.
fn latin_key(text: &str) -> String {
    let mut folded = fold(text);
    let Some(first) = folded.find(|letter: char| letter.is_ascii_alphanumeric()) else { return folded };
    folded.drain(..first);
    folded.retain(|letter| letter.is_ascii_alphanumeric() || letter == ' ');
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_order_in_all_languages() {
        let ordered = [
            "",
            "007",
            "3M",
            "Ana",
            "béa",
            "Bob",
            "陈敏",
            "海虹印刷",
            "Northwind",
            "“O'Brien”",
            "青禾包装",
            "曾伟",
            "查良镛",
            "张二",
            "张三",
            "章一",
            "zoo",
        ];
        let mut sorted = ordered;
        sorted.sort_by_key(|name| sort_key(name));
        assert_eq!(sorted, ordered);
    }

    #[test]
    fn writing_does_not_matter() {
        for (one, other) in [("ANA", "ana"), ("張偉", "张伟"), ("ＡＢ", "ab"), ("Müller", "muller")] {
            assert_eq!(sort_key(one), sort_key(other));
        }
    }

    proptest! {
        #[test]
        fn latin_text_has_the_key_it_has_among_others(text in "[ -~\t\n\u{7f}]{0,12}") {
            // What folds away, but is no latin text.
            prop_assert_eq!(sort_key(&text), sort_key(&format!("{text}\u{200b}")));
        }

        #[test]
        fn only_what_is_empty_has_no_key(text in any::<String>()) {
            prop_assert_eq!(sort_key(&text).is_empty(), fold(&text).is_empty());
            prop_assert!(!sort_key(&text).contains('\0'));
        }
    }
}
