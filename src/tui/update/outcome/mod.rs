//! What came of an effect.

mod lists;
mod written;

use crate::domain::id::CardId;
use crate::lang::problem::Problem;
use crate::lang::{entry, errors};
use crate::store::{Act, JournalEntry, Nameable, StoreError, Way};
use crate::tui::app::{App, CardLog, Message};
use crate::tui::effect::{Changed, Effect, Outcome};
use crate::tui::layer::Layer;

impl App {
    /// Takes what came of an effect.
    pub fn receive(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Rows(rows, faces) => self.listing.take_rows(rows, faces),
            Outcome::Show(card, shown) => {
                if self.listing.selected() == Some(card) {
                    self.seen.card = shown;
                    self.learn_name();
                    self.learn_original();
                    self.correct_once_read(card);
                } else {
                    self.seen.keep_ahead(card, shown);
                }
            }
            Outcome::CardsFound(words, rows) => self.take_found(&words, rows),
            Outcome::FirstRows(generation, listed) => self.take_first_rows(generation, listed),
            Outcome::Listed(generation, cards) => self.take_listed(generation, cards),
            Outcome::Due(generation, due, extent) => self.take_due(generation, due, extent),
            Outcome::Planned(generation, plan) => self.take_plan(generation, *plan),
            Outcome::Reasons(reasons) => self.today.take_reasons(reasons, &self.listing),
            Outcome::DueCounted(counts, first) => {
                (self.today.counts, self.today.to_be_read) = (Some(counts), first);
            }
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
                self.say_what_was_written(act, &name, change, beside);
                self.go_on_from_write(act, card);
                if act == Act::Log && change == Changed::Something {
                    self.just_logged = Some((card, name));
                }
            }
            Outcome::GoneThrough(done) => {
                if let Some(under_way) = &mut self.under_way {
                    under_way.done = usize::try_from(done).unwrap_or(usize::MAX);
                }
            }
            Outcome::ListTried(list, tried) => self.take_tried_list(list, *tried),
            Outcome::ListBroughtIn(brought_in) => self.take_brought_in(&brought_in),
            Outcome::ManyChanged(done) => self.take_many_changed(done),
            Outcome::Exported { exported, path } => self.take_exported(exported, &path),
            Outcome::StepIsLong(step, cards) => self.begin_step(step, cards),
            Outcome::Stopped => {
                self.under_way = None;
                self.say(self.words().bulk_stopped());
                self.reread(None);
            }
            Outcome::Stepped(way, entry) => self.take_step(way, &entry),
            Outcome::NoStep { way, turned } => self.refuse_step(way, turned),
            Outcome::FileLookedFor(path, lies) => self.take_looked_for(path, lies),
            Outcome::FileOpened(path) => self.say(self.words().file_opened(&path)),
            Outcome::FileNotOpened(problem) => self.message = Some(self.told(&problem)),
            Outcome::WrittenOutside(text) => self.take_written_outside(&text),
            Outcome::Copied(text) => self.say(self.words().copied(&text)),
            Outcome::ForeignWrite => self.notice_foreign_write(),
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

    /// A problem in one line, with what to do about it.
    fn told(&self, problem: &Problem) -> Message {
        let words = self.words();
        let described = errors::describe(problem, words);
        let line = errors::as_sentence(&described.line);
        // A command names the later change by its number, of which no key of the screen knows.
        if let Problem::Store(StoreError::UndoBlocked { entry, later: Some(later) }) = problem {
            let named = entry::named(later, &self.known.own, words, self.setting.language);
            let next =
                if entry.undone { words.hint_in_the_way(&named) } else { words.hint_undo_again(&named) };
            return Message::refusal(&format!("{line}{}{next}", words.between_sentences()), &next);
        }
        let hint = described.hint.unwrap_or_default();
        let whole = if hint.is_empty() { line } else { words.said_of(&line, &hint) };
        Message::refusal(&whole, &hint)
    }

    /// The change that `u` takes back next when another one could not be for it.
    fn to_take_back_first<'problem>(&self, problem: &'problem Problem) -> Option<&'problem JournalEntry> {
        match problem {
            Problem::Store(StoreError::UndoBlocked { entry, later }) if !entry.undone => later.as_deref(),
            _ => None,
        }
    }

    /// Says what could not be done. Nothing typed is lost: a line comes back with the reason why it was not
    /// taken, or with what another program wrote beside it.
    fn fail(&mut self, problem: &Problem) {
        self.under_way = None;
        let message = self.told(problem);
        self.in_the_way = self.to_take_back_first(problem).map(|later| later.id);
        let refusal = format!("{}{}", message.told, message.next);
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
            None => self.message = Some(message),
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

    /// Takes a step of the journal that was gone.
    fn take_step(&mut self, way: Way, entry: &JournalEntry) {
        self.under_way = None;
        let words = self.words();
        let named = entry::named(entry, &self.known.own, words, self.setting.language);
        self.say(match way {
            Way::Back => words.screen_undone(&named),
            Way::Forth => words.screen_redone(&named),
        });
        self.effects.push(Effect::Vocabulary);
        self.reread_after(entry);
    }

    /// Says that there is no such step, and what there is to do instead, if anything.
    fn refuse_step(&mut self, way: Way, turned: bool) {
        self.under_way = None;
        let words = self.words();
        self.refuse(match (way, turned) {
            (Way::Back, false) => words.screen_nothing_to_undo(),
            (Way::Back, true) => words.screen_only_to_redo(),
            (Way::Forth, false) => words.screen_nothing_to_redo(),
            (Way::Forth, true) => words.screen_only_to_undo(),
        });
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
}
