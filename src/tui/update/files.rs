//! The files of an opened card.

use std::collections::HashMap;

use crate::domain::detail::{Detail, DetailGroup, FILE, files};
use crate::tui::app::{App, FilesSeen, Tab};
use crate::tui::effect::{Effect, Lies};
use crate::tui::fields;
use crate::tui::layer::Purpose;
use crate::tui::shown::Shown;

impl App {
    /// Whether the files are seen.
    pub(super) fn is_on_files(&self) -> bool {
        self.opened == Some(Tab::Files)
    }

    /// Looks whether the files of the card lie where they should, when that was not asked yet.
    pub(in crate::tui) fn look_for_files(&mut self) -> Option<Effect> {
        if !self.is_on_files() {
            return None;
        }
        let files = self.current().map(Shown::files).unwrap_or_default();
        let paths = files.into_iter().map(files::path).filter(|path| !path.is_empty());
        let paths: Vec<String> = paths.map(str::to_owned).collect();
        let known = self.seen.files.as_ref().map(|seen| seen.looked_for.as_slice()).unwrap_or_default();
        if known == paths {
            return None;
        }
        self.seen.files = Some(FilesSeen { looked_for: paths.clone(), found: HashMap::new() });
        Some(Effect::LookForFiles(paths))
    }

    /// Takes what lies where a path leads, unless another card is looked at by now.
    pub(super) fn take_looked_for(&mut self, path: String, lies: Lies) {
        if let Some(seen) = self.seen.files.as_mut().filter(|seen| seen.looked_for.contains(&path)) {
            seen.found.insert(path, lies);
        }
    }

    pub(in crate::tui) fn file_under_cursor(&self) -> Option<&Detail> {
        self.current()?.files().get(self.cursors.file).copied()
    }

    /// Hands the file under the cursor to the system's opener.
    pub(super) fn open_file(&mut self) {
        match self.file_to_copy() {
            Some(path) if path.is_empty() => self.refuse(self.words().file_has_no_path()),
            Some(path) => {
                self.say(self.words().file_is_opened(&path));
                self.effects.push(Effect::OpenFile(path));
            }
            None => self.refuse(self.words().no_file_here()),
        }
    }

    /// The file under the cursor, in one line.
    pub(super) fn edit_file(&mut self) {
        let Some(shown) = self.current() else { return };
        match self.file_under_cursor() {
            Some(file) => {
                let (card, id, group) = (shown.card.id, file.id, file.group);
                let text = fields::detail_text(&shown.card, file, self.setting.language, self.setting.day);
                self.open_line(Purpose::Detail(card, Some(id), group), text);
            }
            None => self.refuse(self.words().no_file_here()),
        }
    }

    /// One more file.
    pub(super) fn add_file(&mut self) {
        let group = DetailGroup::with_key(FILE);
        if let Some((card, group)) = self.current().map(|shown| shown.card.id).zip(group) {
            self.open_line(Purpose::Detail(card, None, group), String::new());
        }
    }

    /// The path of the file under the cursor.
    pub(super) fn file_to_copy(&self) -> Option<String> {
        self.file_under_cursor().map(|file| files::path(file).to_owned())
    }
}
