//! A key press, in one form for all terminals.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::lang::Words;

/// A key press: the key and whether Ctrl or Alt was held.
///
/// Shift is dropped from characters, since some terminals report it beside the capital letter and others
/// do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// Ctrl, Alt and, on keys that are not characters, Shift.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A plain key.
    pub const fn plain(code: KeyCode) -> Key {
        Key { code, modifiers: KeyModifiers::NONE }
    }

    /// A character.
    pub const fn character(character: char) -> Key {
        Key::plain(KeyCode::Char(character))
    }

    /// A character with Ctrl held.
    pub const fn control(character: char) -> Key {
        Key { code: KeyCode::Char(character), modifiers: KeyModifiers::CONTROL }
    }

    /// The character typed, when the key is one and neither Ctrl nor Alt is held.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(character) if self.modifiers.is_empty() => Some(character),
            _ => None,
        }
    }

    /// The key meant outside a text: a Chinese input method gives full-width punctuation for some keys.
    pub fn narrowed(self) -> Key {
        let narrow = match self.code {
            KeyCode::Char('、') => '/',
            KeyCode::Char('？') => '?',
            KeyCode::Char('：') => ':',
            KeyCode::Char('【') => '[',
            KeyCode::Char('】') => ']',
            _ => return self,
        };
        Key { code: KeyCode::Char(narrow), ..self }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Key {
        let held = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let mut modifiers = event.modifiers & held;
        match event.code {
            KeyCode::Char(_) | KeyCode::BackTab => modifiers -= KeyModifiers::SHIFT,
            _ => {}
        }
        Key { code: event.code, modifiers }
    }
}

impl Key {
    /// As it is called in a language. What stands on the keycap everywhere, `Esc` and `Tab` and `Ctrl`, stays.
    pub fn name(self, words: &Words) -> String {
        let word = match self.code {
            KeyCode::Enter => words.keycap_enter(),
            KeyCode::Char(' ') => words.keycap_space(),
            KeyCode::Up => words.keycap_up(),
            KeyCode::Down => words.keycap_down(),
            KeyCode::Left => words.keycap_left(),
            KeyCode::Right => words.keycap_right(),
            _ => return self.to_string(),
        };
        format!("{}{word}", Held(self.modifiers))
    }
}

/// What is held down with a key, as it stands before it.
struct Held(KeyModifiers);

impl fmt::Display for Held {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names =
            [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-"), (KeyModifiers::SHIFT, "Shift-")];
        let held = names.iter().filter(|(modifier, _)| self.0.contains(*modifier));
        held.map(|(_, name)| *name).try_for_each(|name| formatter.write_str(name))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Held(self.modifiers).fmt(formatter)?;
        match self.code {
            KeyCode::Char(' ') => formatter.write_str("Space"),
            KeyCode::Char(letter) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(formatter, "{}", letter.to_ascii_uppercase())
            }
            KeyCode::Char(character) => write!(formatter, "{character}"),
            KeyCode::Enter => formatter.write_str("Enter"),
            KeyCode::Esc => formatter.write_str("Esc"),
            KeyCode::Tab => formatter.write_str("Tab"),
            KeyCode::BackTab => formatter.write_str("Shift-Tab"),
            KeyCode::Up => formatter.write_str("Up"),
            KeyCode::Down => formatter.write_str("Down"),
            KeyCode::Left => formatter.write_str("Left"),
            KeyCode::Right => formatter.write_str("Right"),
            KeyCode::Home => formatter.write_str("Home"),
            KeyCode::End => formatter.write_str("End"),
            KeyCode::PageUp => formatter.write_str("PgUp"),
            KeyCode::PageDown => formatter.write_str("PgDn"),
            KeyCode::Backspace => formatter.write_str("Backspace"),
            KeyCode::Delete => formatter.write_str("Delete"),
            KeyCode::F(number) => write!(formatter, "F{number}"),
            other => write!(formatter, "{other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_is_dropped_from_characters_and_kept_elsewhere() {
        let shifted = |code| Key::from(KeyEvent::new(code, KeyModifiers::SHIFT));
        assert_eq!(shifted(KeyCode::Char('M')), Key::character('M'));
        assert_eq!(shifted(KeyCode::BackTab), Key::plain(KeyCode::BackTab));
        assert_eq!(shifted(KeyCode::Home).to_string(), "Shift-Home");
    }

    #[test]
    fn full_width_punctuation_means_its_key() {
        for (typed, meant) in [('、', '/'), ('？', '?'), ('：', ':'), ('【', '['), ('】', ']'), ('海', '海')]
        {
            assert_eq!(Key::character(typed).narrowed(), Key::character(meant));
        }
    }

    #[test]
    fn keys_are_called_as_they_are_in_a_language() {
        use crate::domain::language::Language::{English, Simplified, Traditional};
        for (key, names) in [
            (Key::plain(KeyCode::Enter), ["Enter", "回车", "Enter"]),
            (
                Key { code: KeyCode::Down, modifiers: KeyModifiers::SHIFT },
                ["Shift-Down", "Shift-下", "Shift-下"],
            ),
            (Key::character(' '), ["Space", "空格", "空白鍵"]),
            (Key::plain(KeyCode::Esc), ["Esc"; 3]),
            (Key::control('r'), ["Ctrl-R"; 3]),
        ] {
            let shown =
                [English, Simplified, Traditional].map(|language| key.name(crate::lang::words(language)));
            assert_eq!(shown, names);
        }
    }

    #[test]
    fn keys_are_written_as_people_write_them() {
        for (key, written) in [
            (Key::control('r'), "Ctrl-R"),
            (Key::character('M'), "M"),
            (Key::plain(KeyCode::Esc), "Esc"),
            (Key::plain(KeyCode::BackTab), "Shift-Tab"),
        ] {
            assert_eq!(key.to_string(), written);
        }
    }
}
