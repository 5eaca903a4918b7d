//! A write that was done: what is said of it, and where the cursor goes.

use chrono::NaiveDate;

use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::draft::PlanAfter;
use crate::domain::followup::{Due, DueReason};
use crate::domain::id::CardId;
use crate::domain::proposal::Proposal;
use crate::lang::{agenda, dates, doubt};
use crate::store::Act;
use crate::tui::app::App;
use crate::tui::effect::{Beside, CameTo, Changed};
use crate::tui::fields;
use crate::tui::today::Place;

impl App {
    pub(super) fn say_what_was_written(
        &mut self,
        act: Act,
        name: &str,
        change: Changed,
        beside: Option<Beside>,
    ) {
        match beside {
            Some(Beside::Twin(twin)) => self.refuse(self.words().screen_added_twin(&name, &twin)),
            Some(Beside::TriedAgain { due, attempts, planned }) => {
                self.say_tried_again(name, due, attempts, planned);
            }
            Some(Beside::Plan(after, planned)) => self.say_plan_after(name, after, &planned),
            Some(Beside::Proposed(Proposal { to, by })) => {
                let (words, language) = (self.words(), self.setting.language);
                let told = words.log_suggests(&to.name(language), &by.name(language));
                self.say(words.screen_logged_plan(&name, &told));
            }
            Some(Beside::LeftOut(left_out)) => {
                let told = doubt::left_out(left_out, self.words());
                self.refuse(self.words().screen_logged_plan(&name, &told));
            }
            Some(Beside::CameTo(came_to)) if change == Changed::Something => self.say_came_to(name, came_to),
            None if change == Changed::Something => self.say_written(act, name),
            Some(Beside::CameTo(_)) | None => {}
        }
    }

    /// Reads the card again, and takes the cursor where the next key is wanted.
    pub(super) fn go_on_from_write(&mut self, act: Act, card: CardId) {
        self.reread(Some(card));
        if act == Act::Add {
            self.destination.card = Some(card);
            self.destination.added = Some(card).filter(|_| self.place == Place::Today);
        }
        if act == Act::Log && self.goes_on_after_write() {
            self.go_on_to_next(card);
        }
        if self.place == Place::Today && act != Act::Log {
            self.destination.line = Some((card, self.listing.cursor()));
        }
        // On Today the card may be due no more: the next key is meant for the one that takes its line.
        if self.place == Place::Today || matches!(act, Act::Add | Act::Remove) {
            self.await_list();
        }
    }

    /// That nobody was reached, when it is tried again, and why then.
    fn say_tried_again(&mut self, name: &str, due: Due, attempts: usize, planned: Option<NaiveDate>) {
        let (words, day, language) = (self.words(), self.setting.day, self.setting.language);
        let told = |on: NaiveDate| dates::on(on, day, language);
        let days = (due.on - day).num_days();
        let why = match (due.reason, planned) {
            (DueReason::Retry, Some(planned)) if planned < due.on => {
                words.tried_past_plan(&days, &attempts, &told(planned))
            }
            (DueReason::Retry, _) => words.tried_by_rule(&days, &attempts),
            (DueReason::NextAction | DueReason::Appointment, _) => words.tried_as_planned(),
            (reason, _) => reason.name(language).to_owned(),
        };
        self.say(words.screen_not_reached(&name, &told(due.on), &why));
    }

    /// Says what became of the plan with a contact that was logged.
    fn say_plan_after(&mut self, name: &str, after: PlanAfter, planned: &NextAction) {
        let (words, setting) = (self.words(), &self.setting);
        let planned = fields::next_action_text(planned, setting.language);
        let told = agenda::plan_after(after, &planned, words);
        self.say(words.screen_logged_plan(&name, &told));
    }

    /// Says what a change came to: what was understood of it is seen where it is confirmed.
    fn say_came_to(&mut self, name: &str, came_to: CameTo) {
        let (words, day, language) = (self.words(), self.setting.day, self.setting.language);
        self.say(match came_to {
            CameTo::Position(position) => words.screen_moved(&name, &position.name(language)),
            CameTo::Next(Some(next)) => {
                let what = agenda::next_action(&next, language);
                let next = format!("{} {what}", dates::on(next.on, day, language));
                words.screen_next_set(&name, &next.trim_end())
            }
            CameTo::Next(None) => words.screen_next_cleared(&name),
            CameTo::Promise(kept) => words.screen_settled(&name, &kept.name(language)),
            CameTo::VisitOn(on) => words.screen_visit_moved(&name, &dates::on(on, day, language)),
            CameTo::NoVisit => words.screen_visit_dropped(&name),
            CameTo::OutOfBin => words.screen_out_of_bin(&name),
        });
    }

    fn say_written(&mut self, act: Act, name: &str) {
        let words = self.words();
        self.say(match act {
            // There the cursor stays on another card, which is the one that a key would meet.
            Act::Add if self.place == Place::Today => words.screen_added_elsewhere(&name),
            Act::Add => words.screen_added(&name),
            Act::Log => words.screen_logged(&name),
            Act::Assert => words.screen_asserted(&name),
            Act::Assess => words.screen_assessed(&name),
            Act::Remove => words.screen_binned(&name),
            Act::Plan => words.screen_planned(),
            _ => words.screen_changed(&name),
        });
    }
}
