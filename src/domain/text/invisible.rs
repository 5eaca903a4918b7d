//! Characters that take no place on a line or change how others are shown.

/// Whether a character is a control character, a zero-width one, a mark that turns the direction of
/// writing, or for private use. The ordinary space is none of these.
pub fn is_invisible(character: char) -> bool {
    character.is_control() || is_format(character) || is_private(character)
}

/// Zero-width and direction characters, line separators, fillers, tags.
pub(super) fn is_format(character: char) -> bool {
    matches!(character,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Private use: no meaning outside the program that made it.
fn is_private(character: char) -> bool {
    matches!(character,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}
