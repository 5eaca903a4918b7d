//! Whether a text is Chinese: Chinese names and addresses are put together without spaces, largest part first.

/// Whether the text has a Chinese character.
pub fn has_chinese(text: &str) -> bool {
    text.chars().any(|character| {
        matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
    })
}
