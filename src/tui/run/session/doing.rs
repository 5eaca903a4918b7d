//! Doing what the screen asks for.

use super::Session;
use crate::lang::problem::Problem;
use crate::tui::effect::{Effect, Outcome};
use crate::tui::listing::Extent;
use crate::tui::preference::Preference;
use crate::tui::run::Happening;
use crate::tui::run::long::Running;
use crate::tui::run::opener;
use crate::tui::run::outside;
use crate::tui::run::panics;
use crate::tui::run::perform::perform;
use crate::tui::run::worker::ListJob;

impl Session {
    pub(super) fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Quit => self.left = true,
            Effect::Redraw => {
                // A terminal that cannot be wiped is drawn over.
                let _ = self.screen.wipe();
            }
            Effect::Prefer(preference) => {
                if let Preference::Mouse(mouse) = preference {
                    // A terminal that knows no mouse goes on without.
                    let _ = self.screen.heed(mouse);
                }
                self.preferences.push(preference);
            }
            Effect::WriteOutside(text) => {
                let outcome = self.write_outside(&text);
                self.app.receive(outcome);
            }
            Effect::Copy(text) => {
                if self.screen.copy(&text).is_ok() {
                    self.app.receive(Outcome::Copied(text));
                }
            }
            Effect::Long(work) => {
                let day = self.app.setting.day;
                self.running = Some(Running::start(work, self.store.opener(), day, self.teller()));
            }
            Effect::StopLong => {
                if let Some(running) = &self.running {
                    running.stop();
                }
            }
            Effect::List(_, _, Extent::Whole) if self.worker.is_none() => self.held_back = Some(effect),
            Effect::List(generation, question, extent) if let Some(worker) = &self.worker => {
                let (day, rows) = (self.app.setting.day, self.app.listing.height());
                worker.ask(ListJob { generation, question, extent, day, rows });
            }
            Effect::CountFilters(queries) if let Some(worker) = &self.worker => {
                worker.count(queries, self.app.setting.day);
            }
            Effect::CountZone(zone) if let Some(worker) = &self.worker => {
                worker.count_zone(zone, self.app.setting.day);
            }
            Effect::LookForFiles(paths) => {
                let card_file = self.store.path().to_owned();
                self.beside(move |tell| opener::look(paths, &card_file, tell));
            }
            Effect::OpenFile(path) => {
                let card_file = self.store.path().to_owned();
                self.beside(move |tell| tell(opener::hand_over(path, &card_file)));
            }
            effect => {
                let (day, rows) = (self.app.setting.day, self.app.listing.height());
                if let Some(outcome) = perform(effect, &mut self.store, day, rows) {
                    self.app.receive(outcome);
                }
            }
        }
    }

    /// Does something of which nobody knows whether it ever ends, as looking at a folder on another machine that
    /// does not answer: on a thread nobody waits for.
    fn beside(&self, work: impl FnOnce(&dyn Fn(Outcome)) + Send + 'static) {
        let told = self.teller();
        std::thread::spawn(move || panics::watched(|| work(&told), &told));
    }

    /// Tells the screen, from any thread, what came of something.
    pub(super) fn teller(&self) -> impl Fn(Outcome) + Clone + Send + 'static {
        let tell = self.tell.clone();
        // The screen may be gone when an answer comes: then nobody is left to be told.
        move |outcome| drop(tell.send(Happening::Told(outcome)))
    }

    /// Lends the terminal to an editor outside.
    pub(super) fn write_outside(&mut self, text: &str) -> Outcome {
        let (screen, path, mouse) = (&mut self.screen, self.store.path(), self.app.setting.mouse);
        let language = self.app.setting.language;
        let written = self.listener.resting(|| {
            screen.lend();
            let written = outside::write(text, path, language);
            (written, screen.take_back(mouse))
        });
        match written {
            (Ok(text), Ok(())) => Outcome::WrittenOutside(text),
            (Err(problem), _) => Outcome::Failed(problem),
            (_, Err(reason)) => Outcome::Failed(Problem::Terminal(reason)),
        }
    }
}
