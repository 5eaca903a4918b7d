//! JSON for programs that may still end up on a terminal: no control character leaves unescaped.

use serde::Serialize;

pub(super) use crate::report::cell::instant;

/// One value on one line, with its line end.
///
/// JSON itself escapes only what is below the blank. Further controls, and marks that turn or hide text,
/// stand inside strings only, so they can be escaped in the finished text.
pub(super) fn line(value: &impl Serialize) -> String {
    let plain = serde_json::to_string(value).unwrap_or_default();
    let mut text = String::with_capacity(plain.len() + 1);
    for letter in plain.chars() {
        if is_hazard(letter) {
            text.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            text.push(letter);
        }
    }
    text.push('\n');
    text
}

/// DEL, the second row of controls, line separators, and marks that change the writing direction.
fn is_hazard(letter: char) -> bool {
    matches!(letter, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_left_alive_and_nothing_is_lost() {
        let text = "a\u{1b}[31m\u{7f}\u{9b}\u{202e}客户\n\"\\";
        let line = line(&text);
        assert!(!line.trim_end().chars().any(|letter| letter.is_control() || is_hazard(letter)));
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
    }
}
