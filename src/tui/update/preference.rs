//! Changing the language and the look while the screen runs.

use crate::lang::words;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::preference::Preference;

impl App {
    /// Takes a choice at once; everything is drawn by it from the next picture on.
    pub(super) fn prefer(&mut self, preference: Preference) {
        let setting = &mut self.setting;
        match preference {
            Preference::Language(language) => setting.words = words(language),
            Preference::Theme(name) => setting.look.name = name,
            Preference::Frames(frames) => setting.look.frames = frames,
            Preference::Mouse(mouse) => setting.mouse = mouse,
        }
        setting.language = setting.words.language();
        setting.theme = setting.look.theme();
        let name = preference.name(setting.words);
        self.effects.push(Effect::Prefer(preference));
        self.effects.push(Effect::Redraw);
        self.say(name);
    }
}
