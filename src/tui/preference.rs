//! What a person may change of the screen while it runs, and how it is kept in the configuration.

use crate::domain::choice::Choice;
use crate::domain::language::Language;
use crate::lang::Words;
use crate::tui::mouse::Mouse;
use crate::tui::theme::{Frames, ThemeName};

/// One thing chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// The language.
    Language(Language),
    /// The colours.
    Theme(ThemeName),
    /// The frames.
    Frames(Frames),
    /// The mouse.
    Mouse(Mouse),
}

impl Preference {
    /// Everything that can be chosen, in the order in which it is offered.
    pub fn all() -> Vec<Preference> {
        let languages = Language::ALL.iter().copied().map(Preference::Language);
        let themes = ThemeName::ALL.iter().copied().map(Preference::Theme);
        let frames = Frames::ALL.iter().copied().map(Preference::Frames);
        let mouse = Mouse::ALL.iter().copied().map(Preference::Mouse);
        languages.chain(themes).chain(frames).chain(mouse).collect()
    }

    /// The key of the configuration.
    pub fn key(self) -> &'static str {
        match self {
            Preference::Language(_) => "language",
            Preference::Theme(_) => "theme",
            Preference::Frames(_) => "frames",
            Preference::Mouse(_) => "mouse",
        }
    }

    /// Its value in the configuration.
    pub fn code(self) -> &'static str {
        match self {
            Preference::Language(language) => language.tag(),
            Preference::Theme(theme) => theme.code(),
            Preference::Frames(frames) => frames.code(),
            Preference::Mouse(mouse) => mouse.code(),
        }
    }

    /// What it is called: a language by its own name, so that whoever can read no other finds it.
    pub fn name(self, words: &Words) -> String {
        let language = words.language();
        match self {
            Preference::Language(chosen) => words.preference_language(&chosen.own_name()),
            Preference::Theme(theme) => words.preference_theme(&theme.name(language)),
            Preference::Frames(frames) => words.preference_frames(&frames.name(language)),
            Preference::Mouse(mouse) => words.preference_mouse(&mouse.name(language)),
        }
    }
}
