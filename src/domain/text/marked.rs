//! Which part of a text a reader sees is what a word was found by.

use std::ops::Range;

use super::fold::fold;
use super::needles::Needles;
use super::pinyin::sounds;

/// No word longer than this is looked for: the whole text would be marked anyway.
const LONGEST: usize = 64;

/// The first part of a text, in bytes, by which a word is found there: as written, or by its sounds.
pub fn marked(text: &str, needles: &Needles) -> Option<Range<usize>> {
    let needle = needles.any.first().filter(|needle| needle.chars().count() <= LONGEST)?;
    written(text, needle).or_else(|| sounding(text, needle))
}

/// The shortest piece that folds to the needle.
fn written(text: &str, needle: &str) -> Option<Range<usize>> {
    if !fold(text).contains(needle) {
        return None;
    }
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let starts = places.iter().enumerate().filter(|(_, at)| {
        let first = text[**at..].chars().next();
        first.is_some_and(|first| !first.is_whitespace())
    });
    for (place, &start) in starts {
        for &end in &places[place + 1..] {
            let folded = fold(&text[start..end]);
            if folded == needle {
                return Some(start..end);
            }
            if !needle.starts_with(folded.as_str()) {
                break;
            }
        }
    }
    None
}

/// The characters whose pinyin begins with the needle, or whose initials it is.
fn sounding(text: &str, needle: &str) -> Option<Range<usize>> {
    if !needle.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return None;
    }
    let sounds = sounds(text);
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    if sounds.len() + 1 != places.len() {
        // Folding has made more or fewer characters of it.
        return None;
    }
    (0..sounds.len()).find_map(|first| {
        let (mut whole, mut initials) = (String::new(), String::new());
        for (sound, end) in sounds[first..].iter().zip(&places[first + 1..]) {
            let syllable = sound.syllable?;
            whole.push_str(syllable);
            initials.extend(syllable.chars().next());
            if whole.starts_with(needle) || initials == needle {
                return Some(places[first]..*end);
            }
            if !needle.starts_with(whole.as_str()) && !needle.starts_with(initials.as_str()) {
                return None;
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_part_a_word_was_found_by_is_marked() {
        for (text, word, part) in [
            ("海虹印刷有限公司", "印刷", Some("印刷")),
            ("海虹印刷", "hh", Some("海虹")),
            ("海虹印刷", "yins", Some("印刷")),
            ("海虹印刷", "zw", None),
            ("NORTHwind Ltd", "wind", Some("wind")),
            ("Ｎorthwind", "nor", Some("Ｎor")),
            ("José Müller", "muller", Some("Müller")),
            ("Straße 5", "strasse", Some("Straße")),
            ("张伟", "", None),
            ("周立", "李", None),
        ] {
            let found = Needles::of(word).and_then(|needles| marked(text, &needles));
            assert_eq!(found.map(|range| &text[range]), part, "{word} in {text}");
        }
    }

    proptest! {
        #[test]
        fn a_mark_never_cuts_a_character(text in any::<String>(), word in any::<String>()) {
            if let Some(range) = Needles::of(&word).and_then(|needles| marked(&text, &needles)) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
