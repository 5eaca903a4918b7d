//! Text made safe to show: what could move the cursor, recolour the screen, turn the writing direction or
//! hide itself is shown as a harmless visible character instead.

use std::borrow::Cow;

use super::invisible::is_format;

/// Shown for what has no picture of its own.
const STAND_IN: char = '\u{fffd}';
/// Shown for the end of a line inside one line.
const LINE_END: char = '\u{23ce}';
/// The picture of control character 0; those of 1 to 31 follow it.
const FIRST_PICTURE: u32 = 0x2400;
/// The picture of DEL.
const DELETE_PICTURE: char = '\u{2421}';
/// Combining marks kept on one character; more would be drawn over the lines above and below.
const MOST_MARKS: usize = 4;

/// Whether ends of lines stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    One,
    Many,
}

/// Safe for one line: ends of lines are shown as a mark.
pub fn line(text: &str) -> Cow<'_, str> {
    safe(text, Lines::One)
}

/// Safe for several lines: `\n` stays, `\r\n` and `\r` become `\n`.
pub fn lines(text: &str) -> Cow<'_, str> {
    safe(text, Lines::Many)
}

/// Safe to be pasted elsewhere, into a shell too: without what cannot be seen, but for ends of
/// lines and tabs.
pub fn to_paste(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| matches!(letter, '\n' | '\t') || !is_hidden(*letter)).collect()
}

/// Control characters and those that take no place, but for the joiner of pictures and scripts.
fn is_hidden(letter: char) -> bool {
    letter.is_control() || (is_format(letter) && !matches!(letter, '\u{200c}' | '\u{200d}'))
}

fn safe(text: &str, lines: Lines) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut previous = None;
    let mut marks = 0;
    for character in text.chars() {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        let after = previous.replace(character);
        match (character, lines) {
            ('\n', _) if after == Some('\r') => {}
            ('\n' | '\r', Lines::Many) => shown.push('\n'),
            ('\n' | '\r', Lines::One) => shown.push(LINE_END),
            ('\t', _) => shown.push(' '),
            ('\u{7f}', _) => shown.push(DELETE_PICTURE),
            ('\0'..='\x1f', _) => {
                shown.push(char::from_u32(FIRST_PICTURE + u32::from(character)).unwrap_or(STAND_IN));
            }
            ('\u{200d}', _) if after.is_some_and(is_pictograph) => shown.push(character),
            _ if character.is_control() || is_format(character) => shown.push(STAND_IN),
            _ if marks > MOST_MARKS => {}
            _ => shown.push(character),
        }
    }
    if shown == text { Cow::Borrowed(text) } else { Cow::Owned(shown) }
}

/// Pictures that a zero-width joiner may join into one, as in families.
fn is_pictograph(character: char) -> bool {
    matches!(character, '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

fn is_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn harmless_text_is_not_copied() {
        for text in ["", "Ana", "海虹印刷", "👨‍👩‍👧", "café", "नमस्ते"] {
            assert!(matches!(line(text), Cow::Borrowed(shown) if shown == text), "{text}");
        }
    }

    #[test]
    fn what_could_do_harm_is_shown_instead() {
        for (text, shown) in [
            ("\x1b[31mred", "␛[31mred"),
            ("a\0b", "a␀b"),
            ("a\u{7f}", "a␡"),
            ("a\u{9b}31m", "a\u{fffd}31m"),
            ("gpj.\u{202e}exe", "gpj.\u{fffd}exe"),
            ("zero\u{200b}width", "zero\u{fffd}width"),
            ("a\u{200d}b", "a\u{fffd}b"),
            ("one\r\ntwo\nthree\rfour", "one⏎two⏎three⏎four"),
            ("a\tb", "a b"),
            ("a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "a\u{301}\u{301}\u{301}\u{301}"),
        ] {
            assert_eq!(line(text), shown, "{text:?}");
        }
        assert_eq!(lines("one\r\ntwo\rthree\x07\n"), "one\ntwo\nthree␇\n");
    }

    #[test]
    fn what_is_copied_can_be_pasted_into_a_shell() {
        for (text, copied) in [
            ("138 0000 0001", "138 0000 0001"),
            ("\u{202a}138 0000\u{202c}", "138 0000"),
            ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree\tfour"),
            ("\x1b[201~rm\u{9b}31m\0", "[201~rm31m"),
            ("👨‍👩‍👧 क्‍ष", "👨‍👩‍👧 क्‍ष"),
        ] {
            assert_eq!(to_paste(text), copied, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_alive_is_left(text in any::<String>()) {
            prop_assert!(!line(&text).chars().any(char::is_control));
            prop_assert!(!lines(&text).chars().any(|shown| shown.is_control() && shown != '\n'));
            let once = line(&text);
            prop_assert_eq!(line(&once), once.as_ref());
        }
    }
}
