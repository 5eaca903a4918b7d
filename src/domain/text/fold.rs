//! The folded form in which texts are compared and searched.
//!
//! Two texts that a reader takes for the same word fold to the same string: upper and lower case, full and
//! half width, letters with and without accents, traditional and simplified characters, kinds of dashes,
//! quotes and spaces. What nobody can see (control characters, zero-width characters, bidirectional marks,
//! private-use characters) is gone, so a folded text is one line and has no character that
//! [`searchable`](super::searchable) uses to mark its own parts.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::invisible::is_invisible;

/// The simplified form of Chinese characters.
struct Simplified {
    /// That of each common ideograph, from the first on: a look at its place takes a tenth of a search.
    common: Vec<char>,
    /// Pairs "as written, as compared" of all others, sorted by the first.
    rare: Vec<(char, char)>,
}

static SIMPLIFIED: LazyLock<Simplified> = LazyLock::new(|| {
    let pair = |line: &str| {
        let mut characters = line.chars();
        Some((characters.next()?, characters.next()?))
    };
    let pairs = include_str!("../../../assets/text/traditional.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(pair);
    let mut simplified = Simplified { common: COMMON_IDEOGRAPHS.collect(), rare: Vec::new() };
    for (written, compared) in pairs {
        match common_place(written) {
            Some(place) => simplified.common[place] = compared,
            None => simplified.rare.push((written, compared)),
        }
    }
    simplified
});

/// Chinese characters that are never taken apart and have no case.
const COMMON_IDEOGRAPHS: RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// Folds a text for comparing: see the module. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    if is_plain(text) {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii() {
            push_ascii(&mut folded, first);
            rest = &rest[first.len_utf8()..];
        } else if is_common_ideograph(first) {
            folded.push(simplified(first));
            rest = &rest[first.len_utf8()..];
        } else {
            let end = rest.find(|letter: char| letter.is_ascii() || is_common_ideograph(letter));
            let (odd, after) = rest.split_at(end.unwrap_or(rest.len()));
            push_odd(&mut folded, odd);
            rest = after;
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Whether nothing but its case has to be folded: many texts are like this, and to see it takes a fraction of
/// folding letter by letter.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has_ends = bytes.first() != Some(&b' ') && bytes.last() != Some(&b' ');
    // Every byte is looked at, whatever came before: so the processor takes many of them at once.
    let letters = bytes.iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'_' | b'a'..=b'~'));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    has_ends && letters && !pairs.fold(false, |any, (one, next)| any | (*one == b' ') & (*next == b' '))
}

/// Appends characters that may have to be taken apart: most texts have few of them.
fn push_odd(folded: &mut String, odd: &str) {
    let visible = odd.chars().filter(|character| !is_invisible(*character) || character.is_whitespace());
    for character in visible.nfkd().flat_map(char::to_lowercase).nfkd() {
        match plain_letters(character) {
            Some(letters) => folded.push_str(letters),
            None => push_plain(folded, simplified(character)),
        }
    }
}

fn is_common_ideograph(character: char) -> bool {
    COMMON_IDEOGRAPHS.contains(&character)
}

/// The place of a common ideograph among them.
fn common_place(character: char) -> Option<usize> {
    is_common_ideograph(character).then(|| character as usize - *COMMON_IDEOGRAPHS.start() as usize)
}

/// Whether two texts are the same word to a reader.
pub fn same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// The simplified form a Chinese character is compared as; any other character is itself.
fn simplified(character: char) -> char {
    const FIRST_IDEOGRAPH: char = '\u{3400}';
    if character < FIRST_IDEOGRAPH {
        return character;
    }
    let Simplified { common, rare } = &*SIMPLIFIED;
    if let Some(place) = common_place(character) {
        return common[place];
    }
    match rare.binary_search_by_key(&character, |pair| pair.0) {
        Ok(found) => rare[found].1,
        Err(_) => character,
    }
}

/// As [`push_plain`], for the characters that most texts consist of.
fn push_ascii(folded: &mut String, character: char) {
    match character {
        ' ' | '\t'..='\r' if folded.is_empty() || folded.ends_with(' ') => {}
        ' ' | '\t'..='\r' => folded.push(' '),
        '`' => folded.push('\''),
        '!'..='~' => folded.push(character.to_ascii_lowercase()),
        _ => {}
    }
}

/// Appends one decomposed lower-case character; spaces run together and lead nowhere.
fn push_plain(folded: &mut String, character: char) {
    match character {
        _ if character.is_whitespace() => {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        _ if is_invisible(character) || is_accent(character) => {}
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' => folded.push('-'),
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '`' => folded.push('\''),
        '\u{201c}'..='\u{201f}' | '\u{2033}' => folded.push('"'),
        _ => folded.push(character.to_ascii_lowercase()),
    }
}

fn is_accent(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Latin letters that Unicode does not decompose although readers type them without their stroke.
fn plain_letters(character: char) -> Option<&'static str> {
    Some(match character {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_reader_takes_for_the_same_word_is_the_same() {
        for (one, other) in [
            ("Northwind", "NORTHWIND"),
            ("ＡＢＣ　１２３", "abc 123"),
            ("Müller", "muller"),
            ("Straße", "STRASSE"),
            ("Ørsted", "orsted"),
            ("Łódź", "lodz"),
            ("José", "Jose\u{301}"),
            ("O’Brien", "o'brien"),
            ("張偉", "张伟"),
            ("臺灣銀行", "台湾银行"),
            ("鍾", "锺"),
            ("  two \t words\n", "two words"),
            ("zero\u{200b}width\u{feff}", "zerowidth"),
            ("（海虹）", "(海虹)"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn different_words_stay_different() {
        for (one, other) in [("张", "章"), ("ab", "a b"), ("1", "2"), ("", "a"), ("a-b", "ab")] {
            assert!(!same(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_closed() {
        let Simplified { common, rare } = &*SIMPLIFIED;
        let changed = COMMON_IDEOGRAPHS.zip(common).filter(|(written, compared)| written != *compared);
        assert!(changed.count() + rare.len() > 4000);
        assert!(rare.is_sorted_by(|one, next| one.0 < next.0));
        let mut compared = common.iter().chain(rare.iter().map(|(_, compared)| compared));
        assert!(compared.all(|compared| simplified(*compared) == *compared));
    }

    proptest! {
        #[test]
        fn latin_text_folds_as_it_does_among_others(text in "[ -~\t\n\u{7f}]{0,8}[ A-Za-c`]{0,4}") {
            // What folds away, but is no latin text.
            prop_assert_eq!(fold(&text), fold(&format!("{text}\u{200b}")));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*|.*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_folded_text_is_one_visible_line(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert!(!folded.contains(is_invisible), "{:?}", folded);
            prop_assert_eq!(folded.trim(), folded.as_str());
        }
    }
}
