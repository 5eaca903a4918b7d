//! What came of an effect.

use chrono::NaiveDate;

use super::super::app::{App, CardLog};
use super::super::cells::beginning;
use super::super::effect::{Beside, Changed, Effect, Outcome};
use super::super::fields;
use super::super::layer::form::Filling;
use super::super::layer::{Choosing, Form, HalfTyped, Item, Layer, Pick, Picker};
use super::super::listing::{Extent, Stage};
use super::super::today::Place;
use crate::domain::choice::Choice;
use crate::domain::contact::NextAction;
use crate::domain::draft::PlanAfter;
use crate::domain::field::CardField;
use crate::domain::followup::{Due, DueReason};
use crate::domain::id::CardId;
use crate::domain::move_part::Course;
use crate::lang::errors;
use crate::lang::problem::Problem;
use crate::lang::{dates, entry};
use crate::store::{Act, Draft, JournalEntry, Nameable, StoreError};

impl App {
    /// Takes what came of an effect.
    pub fn receive(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Rows(rows, faces) => self.listing.take_rows(rows, faces),
            Outcome::Show(card, shown) => {
                if self.listing.selected() == Some(card) {
                    self.seen.card = shown;
                    self.learn_original();
                } else {
                    self.seen.keep_ahead(card, shown);
                }
            }
            Outcome::CardsFound(words, rows) => self.take_found(&words, rows),
            Outcome::FirstRows(generation, listed) => {
                if generation == self.asked_list.newest() {
                    // What the next key is meant for is seen now; the rest may take its time.
                    if self.destination.card.is_none() && self.destination.watched.is_none() {
                        self.asked_list.wait_no_longer();
                    }
                    self.listing.take_first(listed);
                }
            }
            Outcome::Listed(generation, ids) => {
                self.asked_list.has_come(generation);
                if generation == self.asked_list.newest() {
                    self.take_list(ids, Extent::Whole);
                }
            }
            Outcome::Due(generation, due, extent) => {
                if extent == Extent::Whole {
                    self.asked_list.has_come(generation);
                }
                if generation == self.asked_list.newest() {
                    let groups = due.groups.iter().map(|group| group.first).collect();
                    (self.today.offer, self.today.groups) = (due.offer, due.groups);
                    self.take_list(due.cards, extent);
                    self.listing.take_groups(groups);
                }
            }
            Outcome::Planned(generation, plan) => {
                self.asked_list.has_come(generation);
                if generation == self.asked_list.newest() {
                    let cards = plan.stops.iter().map(|stop| stop.card).collect();
                    self.today.plan = *plan;
                    self.today.groups = Vec::new();
                    self.listing.take_groups(Vec::new());
                    self.take_list(cards, Extent::Whole);
                }
            }
            Outcome::Reasons(reasons) => self.today.take_reasons(reasons, &self.listing),
            Outcome::DueCounted(counts) => self.today.counts = Some(counts),
            Outcome::Arrangements(kept) => self.take_arrangements(kept),
            Outcome::Vocabulary(known) => {
                self.views.take_own(&known.own);
                self.known = known;
            }
            Outcome::Tags(tags) => self.tags = tags,
            Outcome::FilterSaved(known, name) => {
                self.typing.taken = None;
                self.known = known;
                self.say(self.words().screen_filter_saved(&name));
            }
            Outcome::FilterRemoved(known, name) => {
                self.typing.taken = None;
                self.known = known;
                self.say(self.words().screen_filter_removed(&name));
            }
            Outcome::FilterCounted(name, count) => self.show_filter_count(&name, count),
            Outcome::ZoneCounted(zone, totals) => {
                if let Some((_, known)) = self.seen.zone.as_mut().filter(|(known, _)| *known == zone) {
                    *known = Some(totals);
                }
            }
            Outcome::FieldAdded(known, name) => {
                self.typing.taken = None;
                self.known = known;
                self.say(self.words().screen_field_added(&name));
            }
            Outcome::FieldChanged(known, key) => {
                self.take_fields(known);
                self.say(self.words().screen_field_changed(&key));
            }
            Outcome::FieldRemoved(known, key) => {
                self.take_fields(known);
                self.say(self.words().screen_field_removed(&key));
            }
            Outcome::Traced(traced, name, origins) => self.read_origin(&traced, name, &origins),
            Outcome::Referrals(card, tree) => {
                self.cursors.referral = tree.own;
                self.seen.referrals = Some((card, tree));
            }
            Outcome::Journal(card, entries) => self.seen.log = Some(CardLog { card, entries }),
            Outcome::Written { act, name, card, change, beside } => {
                self.typing.taken = None;
                match beside {
                    Some(Beside::Twin(twin)) => self.refuse(self.words().screen_added_twin(&name, &twin)),
                    Some(Beside::TriedAgain { due, attempts, planned }) => {
                        self.say_tried_again(&name, due, attempts, planned);
                    }
                    Some(Beside::Plan(after, planned)) => self.say_plan_after(&name, after, &planned),
                    None if change == Changed::Something => self.say_written(act, &name),
                    None => {}
                }
                self.reread(Some(card));
                if act == Act::Add {
                    self.destination.card = Some(card);
                }
                if act == Act::Log && self.goes_on_after_write() {
                    self.go_on_to_next(card);
                }
                if self.place == Place::Today && act != Act::Log {
                    self.destination.line = Some((card, self.listing.cursor()));
                }
                if self.place == Place::Today {
                    // The card may be due no more: the next key is meant for the one that takes its line.
                    self.await_list();
                }
                if matches!(act, Act::Add | Act::Remove) {
                    self.await_list();
                }
            }
            Outcome::GoneThrough(done) => {
                if let Some(under_way) = &mut self.under_way {
                    under_way.done = usize::try_from(done).unwrap_or(usize::MAX);
                }
            }
            Outcome::ManyChanged(done) => self.take_many_changed(done),
            Outcome::Exported { exported, path } => self.take_exported(exported, &path),
            Outcome::StepIsLong(way, cards) => self.begin_step(way, cards),
            Outcome::StepStopped => {
                self.under_way = None;
                self.say(self.words().bulk_stopped());
                self.reread(None);
            }
            Outcome::Undone(Some(entry)) => {
                self.under_way = None;
                let named = entry::named(&entry, self.setting.words, self.setting.language);
                self.say(self.words().screen_undone(&named));
                self.effects.push(Effect::Vocabulary);
                self.reread_after(&entry);
            }
            Outcome::Undone(None) => {
                self.under_way = None;
                self.refuse(self.words().error_nothing_to_undo());
            }
            Outcome::Redone(Some(entry)) => {
                self.under_way = None;
                let named = entry::named(&entry, self.setting.words, self.setting.language);
                self.say(self.words().screen_redone(&named));
                self.effects.push(Effect::Vocabulary);
                self.reread_after(&entry);
            }
            Outcome::Redone(None) => {
                self.under_way = None;
                self.refuse(self.words().error_nothing_to_redo());
            }
            Outcome::FilesLookedFor(paths, missing) => self.take_missing_files(paths, missing),
            Outcome::FileOpened(path) => self.say(self.words().file_opened(&path)),
            Outcome::WrittenOutside(text) => self.take_written_outside(&text),
            Outcome::Copied(text) => self.say(self.words().copied(&text)),
            Outcome::ForeignWrite => {
                // What goes away by our own long work is no surprise.
                let watched = self
                    .current()
                    .filter(|_| self.under_way.is_none())
                    .map(|shown| (shown.card.id, shown.card.name.clone()));
                self.destination.watched = watched.or(self.destination.watched.take());
                self.effects.push(Effect::Vocabulary);
                self.reread(None);
            }
            Outcome::Failed(problem) => self.fail(&problem),
        }
    }

    /// Takes the fields of the user's own as they are now.
    fn take_fields(&mut self, known: Nameable) {
        self.typing.taken = None;
        self.views.take_own(&known.own);
        self.known = known;
        self.listing.forget_all();
    }

    /// Says what could not be done. Nothing typed is lost: a line comes back with the reason why it was not
    /// taken, or with what another program wrote beside it.
    fn fail(&mut self, problem: &Problem) {
        self.under_way = None;
        let message = errors::describe(problem, self.setting.words);
        let hint = message.hint.map(|hint| format!(": {hint}")).unwrap_or_default();
        let refusal = message.line + &hint;
        match self.typing.taken.take() {
            Some(layer) => {
                self.layers.push(layer);
                self.note_typing();
                match problem {
                    Problem::Store(StoreError::Crossed { field, theirs, .. }) => {
                        self.cross(field, theirs, refusal)
                    }
                    _ => self.refuse_layer(refusal),
                }
            }
            None => self.refuse(refusal),
        }
        self.reread(None);
    }

    /// Says in the top layer why it was not taken.
    pub(super) fn refuse_layer(&mut self, refusal: String) {
        match self.layers.last_mut() {
            Some(Layer::Line(line)) => line.refused = Some(refusal),
            Some(Layer::Writing(writing)) => writing.refused = Some(refusal),
            Some(Layer::Form(form)) => {
                let cursor = form.cursor;
                form.lines.get_mut(cursor).into_iter().for_each(|line| line.refused = Some(refusal.clone()));
            }
            Some(Layer::Picker(_) | Layer::Columns(_) | Layer::Reading(_)) | None => {}
        }
    }

    /// Offers half-typed text of sessions that died.
    pub fn offer_drafts(&mut self, drafts: Vec<(Draft, String)>) {
        let mut items = Vec::new();
        for (draft, name) in drafts {
            self.typing.remember(draft.clone());
            let half_typed = HalfTyped::of(&draft);
            let form = self.form_name(&half_typed);
            let detail = if name.is_empty() { form } else { format!("{form} {name}") };
            let in_form = matches!(half_typed, HalfTyped::Form(_)).then(|| Form::summary(&draft.text));
            let typed = in_form.flatten().unwrap_or_else(|| draft.text.clone());
            let label = typed.trim_start().lines().next().unwrap_or_default();
            let label = beginning(label, usize::from(self.size.columns)).to_owned();
            items.push(Item { label, detail, pick: Pick::Draft(draft) });
        }
        if !items.is_empty() {
            self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Draft, items))));
        }
    }

    /// Whether half-typed text of a session that died is on offer.
    pub(super) fn offers_drafts(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Picker(picker)) if picker.choosing == Choosing::Draft)
    }

    /// What half-typed text was typed into, for people.
    fn form_name(&self, half_typed: &HalfTyped) -> String {
        let (words, language) = (self.words(), self.setting.language);
        match half_typed {
            HalfTyped::Add => words.footer_add(),
            HalfTyped::Log(_) | HalfTyped::Correct(..) | HalfTyped::Form(Filling::Contact(_)) => {
                words.footer_log()
            }
            HalfTyped::Next(_) => words.footer_next(),
            HalfTyped::Field(_, key) => match CardField::with_key(key, &self.known.own) {
                Some(field) => field.name(language).to_owned(),
                None => key.clone(),
            },
            HalfTyped::Person(..) | HalfTyped::Form(Filling::Person(..)) => words.field_person(),
            HalfTyped::Detail(_, _, group) | HalfTyped::Form(Filling::Detail(_, _, group)) => {
                group.name(language).to_owned()
            }
            HalfTyped::Factor(_, factor) => factor.name(language).to_owned(),
            HalfTyped::ContactNote(..) => words.chip_note(),
            HalfTyped::Form(Filling::Group(_, group)) => group.name(language).to_owned(),
            HalfTyped::Form(Filling::Beginning(_)) => words.tab_card(),
            HalfTyped::Form(Filling::Address(..)) => words.field_address(),
            HalfTyped::Form(Filling::Move(_, to) | Filling::MarkedMove(_, Course { to, .. })) => {
                words.title_move(&to.name(language))
            }
        }
    }

    fn take_list(&mut self, ids: Vec<CardId>, extent: Extent) {
        self.listing.take(ids, extent);
        if extent == Extent::Whole
            && let Some((card, line)) = self.destination.line.take()
        {
            self.listing.hold_line(card, line);
        }
        if let Some(wanted) = self.destination.card
            && self.listing.select(wanted).is_none()
            && !self.listing.question.text.is_empty()
        {
            // The new card does not answer the query: the whole list shows it.
            self.search(String::new(), Stage::Kept);
            return;
        }
        if extent == Extent::Whole {
            self.destination.card = None;
            self.miss_watched();
        }
    }

    /// Says so when the card under the cursor went away by another program, and goes back to the list.
    fn miss_watched(&mut self) {
        let Some((card, name)) = self.destination.watched.take() else { return };
        if self.listing.selected() != Some(card) {
            self.opened = None;
            self.pending = None;
            self.destination.lost_card = true;
            self.refuse(self.words().card_gone(&name));
        }
    }

    fn reread_after(&mut self, entry: &JournalEntry) {
        self.reread(entry.card);
        self.destination.card = entry.card;
        self.await_list();
    }

    /// Reads again what the screen shows: of one card when only that was written, else everything.
    pub(super) fn reread(&mut self, card: Option<CardId>) {
        match card {
            Some(card) => self.listing.forget(card),
            None => self.listing.forget_all(),
        }
        self.seen.look_again();
        self.seen.forget_beside();
        self.ask_again();
    }

    /// That nobody was reached, when it is tried again, and why then.
    fn say_tried_again(&mut self, name: &str, due: Due, attempts: usize, planned: Option<NaiveDate>) {
        let (words, day, language) = (self.words(), self.setting.day, self.setting.language);
        let told =
            |on: NaiveDate| format!("{} {}", dates::weekday(on, language), dates::short(on, day, language));
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
        let told = crate::lang::agenda::plan_after(after, &planned, words);
        self.say(words.screen_logged_plan(&name, &told));
    }

    fn say_written(&mut self, act: Act, name: &str) {
        let words = self.words();
        self.say(match act {
            Act::Add => words.screen_added(&name),
            Act::Log => words.screen_logged(&name),
            Act::Assert => words.screen_asserted(&name),
            Act::Next => words.screen_next_set(&name),
            Act::Move => words.screen_moved(&name),
            Act::Assess => words.screen_assessed(&name),
            Act::Remove => words.screen_binned(&name),
            Act::Plan if name.is_empty() => words.screen_planned(),
            Act::Plan => words.screen_visit_changed(&name),
            _ => words.screen_changed(&name),
        });
    }
}
