//! Pasted text.

use std::time::Duration;

use crate::tui::app::App;
use crate::tui::layer::line::Edited;
use crate::tui::layer::{Layer, Purpose};

/// Bytes that a line takes at once: it is read anew with every key. Some 100,000 Chinese characters.
const LONGEST: usize = 400_000;

impl App {
    /// Takes pasted text: into the line or text being typed, nowhere else.
    ///
    /// Several lines are a text of their own: pasted into a line of the log or into the line of a form that is
    /// written as a text, they are opened as that.
    pub fn paste(&mut self, text: &str, now: Duration) {
        self.now = now;
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = lines.trim_end_matches('\n');
        let is_text = lines.contains('\n');
        if is_text && self.paste_as_text(lines) {
            return;
        }
        let into_a_line = matches!(self.layers.last(), Some(Layer::Line(_) | Layer::Form(_)));
        if into_a_line && text.len() > LONGEST {
            let refusal = self.words().paste_too_long(&text.chars().count());
            self.refuse_layer(refusal);
            return;
        }
        match self.layers.last_mut() {
            Some(Layer::Line(line)) => {
                let edited = line.paste(text);
                self.after_edit(edited);
            }
            Some(Layer::Writing(_)) => self.with_editor(|editor| editor.paste(text)),
            Some(Layer::Form(form)) => {
                let cursor = form.cursor;
                let edited = form.lines.get_mut(cursor).map_or(Edited::Nothing, |line| line.paste(text));
                self.after_edit(edited);
            }
            _ => {}
        }
    }

    /// Opens pasted lines as the text they are for, behind what was typed; whether there is such a text here.
    fn paste_as_text(&mut self, lines: &str) -> bool {
        if matches!(self.layers.last(), Some(Layer::Line(line)) if matches!(line.purpose, Purpose::Log(_))) {
            self.open_whole_form();
        }
        let is_text = match self.layers.last() {
            Some(Layer::Form(form)) => form.line().is_some_and(|line| line.purpose.is_text()),
            _ => false,
        };
        if is_text {
            self.open_long_line();
            self.with_editor(|editor| {
                if !editor.text.whole().is_empty() {
                    editor.paste("\n");
                }
                editor.paste(lines);
            });
        }
        is_text
    }
}
