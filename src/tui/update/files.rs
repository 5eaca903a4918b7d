//! The files of an opened card.

use crate::domain::detail::{Detail, DetailGroup, FILE, files};
use crate::tui::app::{App, FilesSeen, Tab};
use crate::tui::effect::Effect;
use crate::tui::fields;
use crate::tui::layer::Purpose;
use crate::tui::shown::Shown;

impl App {
    /// Whether the files are seen.
    pub(super) fn is_on_files(&self) -> bool {
        self.opened == Some(Tab::Files)
    }

    /// Looks whether the files of the card lie where they should, when that is not known.
    pub(in crate::tui) fn look_for_files(&self) -> Option<Effect> {
        let files = self.current().map(Shown::files).unwrap_or_default();
        let paths = files.into_iter().map(files::path).filter(|path| !path.is_empty());
        let paths: Vec<String> = paths.map(str::to_owned).collect();
        let known = self.seen.files.as_ref().map(|seen| seen.looked_for.as_slice()).unwrap_or_default();
        (self.is_on_files() && known != paths).then_some(Effect::LookForFiles(paths))
    }

    /// Takes which of some paths lead to nothing.
    pub(super) fn take_missing_files(&mut self, looked_for: Vec<String>, missing: Vec<String>) {
        self.seen.files = Some(FilesSeen { looked_for, missing: missing.into_iter().collect() });
    }

    fn file_under_cursor(&self) -> Option<&Detail> {
        self.current()?.files().get(self.cursors.file).copied()
    }

    /// Hands the file under the cursor to the system's opener.
    pub(super) fn open_file(&mut self) {
        let path = self.file_under_cursor().map(|file| files::path(file).to_owned());
        match path {
            Some(path) if path.is_empty() => self.refuse(self.words().file_has_no_path()),
            Some(path) => self.effects.push(Effect::OpenFile(path)),
            None => self.refuse(self.words().no_file_here()),
        }
    }

    /// The file under the cursor, in one line.
    pub(super) fn edit_file(&mut self) {
        let Some(shown) = self.current() else { return };
        match self.file_under_cursor() {
            Some(file) => {
                let (card, id, group) = (shown.card.id, file.id, file.group);
                let text = fields::detail_text(&shown.card, file);
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
    pub(super) fn file_to_copy(&self) -> String {
        self.file_under_cursor().map(|file| files::path(file).to_owned()).unwrap_or_default()
    }
}
