//! Marking cards, and what is done to all that are marked.

use std::path::Path;
use std::sync::Arc;

use crate::domain::choice::Choice;
use crate::domain::draft::NewMove;
use crate::domain::field::{CardField, FieldType};
use crate::domain::id::CardId;
use crate::domain::money::counted;
use crate::domain::move_part::Course;
use crate::domain::position::Position;
use crate::domain::text::safe;
use crate::domain::transition::requirements;
use crate::exchange::export::Exported;
use crate::lang::entry;
use crate::lang::errors;
use crate::store::{BulkChange, BulkDone, Going, Step as Taken};
use crate::tui::action::{Action, Bulk};
use crate::tui::app::{Afterwards, App, UnderWay};
use crate::tui::effect::Effect;
use crate::tui::fields;
use crate::tui::layer::form::Filling;
use crate::tui::layer::{Choosing, Layer, MarkedChoice, MarkedLine, Offered, Pick, Picker, Purpose};
use crate::tui::listing::Step;
use crate::tui::long_work::LongWork;
use crate::tui::reading::marked_line::{Wanted, tags_of, wanted_export};
use crate::tui::typed;

impl App {
    /// Marks the card under the cursor or takes its mark off; in the list it goes on to the next.
    pub(super) fn mark(&mut self) {
        if self.listing.selected().is_some() && !self.can(Action::Mark) {
            self.refuse(self.words().marked_in_list());
            return;
        }
        self.listing.toggle_mark();
        if self.pane_is_list() {
            self.listing.go(Step::Lines(1));
        }
    }

    /// Marks the card under the cursor and the one above or below it, and goes there.
    pub(super) fn mark_along(&mut self, lines: isize) {
        self.listing.mark_here();
        self.listing.go(Step::Lines(lines));
        self.listing.mark_here();
    }

    /// Does something to all marked cards: most of it asks for a line or a choice first.
    pub(super) fn act_on_marks(&mut self, bulk: Bulk) {
        if self.listing.marks().is_empty() {
            self.refuse(self.words().nothing_marked());
            return;
        }
        if self.is_under_way() {
            return;
        }
        match bulk {
            Bulk::Tags => self.open_marked_line(MarkedLine::Tags),
            Bulk::Next => self.open_marked_line(MarkedLine::Next),
            Bulk::Export => self.open_marked_line(MarkedLine::Export),
            Bulk::Position => self.open_marked_positions(),
            Bulk::Field => self.open_marked_fields(),
            Bulk::Bin => self.change_marked(String::new(), BulkChange::Bin),
        }
    }

    /// Whether long work is under way, and says so.
    pub(super) fn is_under_way(&mut self) -> bool {
        let under_way = self.under_way.is_some();
        if under_way {
            self.refuse(self.words().still_at_work());
        }
        under_way
    }

    fn open_marked_line(&mut self, line: MarkedLine) {
        self.open_line(Purpose::Marked(line), String::new());
    }

    fn open_marked_picker(&mut self, choice: MarkedChoice, items: Vec<impl Into<Offered>>) {
        self.layers.push(Layer::Picker(Box::new(Picker::new(Choosing::Marked(choice), items))));
    }

    fn open_marked_positions(&mut self) {
        let language = self.setting.language;
        let items = Position::ALL.iter().map(|position| {
            Offered::coded(position.name(language).to_owned(), position.code(), Pick::Position(*position))
        });
        self.open_marked_picker(MarkedChoice::Position, items.collect::<Vec<_>>());
        // The card under the cursor stands for all here too.
        if let Some(from) = self.current().map(|shown| shown.card.position) {
            self.point_onward(from);
        }
    }

    fn open_marked_fields(&mut self) {
        let language = self.setting.language;
        let items = fields::for_many(&self.known.own).map(|field| {
            let (name, key) = (field.name(language).to_owned(), field.key().to_owned());
            Offered::coded(name, &key, Pick::Field(field))
        });
        let items = items.collect::<Vec<_>>();
        self.open_marked_picker(MarkedChoice::Field, items);
    }

    /// Takes a choice made for all marked cards.
    pub(super) fn accept_marked_pick(&mut self, choice: MarkedChoice, pick: Pick) {
        match (choice, pick) {
            (MarkedChoice::Position, Pick::Position(to)) => {
                self.open_marked_move(to);
            }
            (MarkedChoice::Field, Pick::Field(field)) => match field.kind() {
                FieldType::Choice(_) | FieldType::OwnChoice => self.open_marked_codes(field),
                _ => self.open_marked_line(MarkedLine::Field(field)),
            },
            (MarkedChoice::Code(field), Pick::Code(code)) => {
                self.set_marked_field(&field, code.into_iter().collect());
            }
            _ => {}
        }
    }

    fn open_marked_codes(&mut self, field: CardField) {
        let items = super::edit::code_items(self, &field);
        self.open_marked_picker(MarkedChoice::Code(field), items);
    }

    /// Takes a line typed for all marked cards, or says why not.
    pub(super) fn take_marked_line(&mut self, line: &MarkedLine, text: &str) -> Result<(), String> {
        match line {
            MarkedLine::Tags => {
                let (add, take) = tags_of(text);
                if add.is_empty() && take.is_empty() {
                    return Err(self.words().hint_marked_tags());
                }
                self.change_marked(text.to_owned(), BulkChange::Tags { add, take });
            }
            MarkedLine::Next => {
                if !text.is_empty() {
                    typed::next_of_many(self, text)?;
                }
                self.change_marked(text.to_owned(), BulkChange::Next(text.to_owned()));
            }
            MarkedLine::Field(field) => {
                let values = typed::field_values(self, field, text)?;
                self.set_marked_field(field, values);
            }
            MarkedLine::Export => {
                let wanted = wanted_export(text).ok_or_else(|| self.words().hint_marked_export())?;
                let cards: Arc<[_]> = self.listing.marks().iter().collect();
                let policies = Box::new(self.setting.policies.clone());
                let Wanted { path, format, occasion } = wanted;
                let work = LongWork::Export {
                    path,
                    format,
                    occasion,
                    cards,
                    policies,
                    language: self.setting.language,
                };
                self.begin(work, Afterwards::Marked);
            }
        }
        Ok(())
    }

    fn set_marked_field(&mut self, field: &CardField, values: Vec<String>) {
        let name = field.name(self.setting.language);
        // The journal names the change to everybody: what is sensitive is not told there.
        let subject = match field.sensitive() {
            Some(_) => name.to_owned(),
            None => self.words().said_of(&name, &values.join(fields::BETWEEN)),
        };
        self.change_marked(subject, BulkChange::Field { field: field.key().to_owned(), values });
    }

    /// Asks for what the move of all marked cards must record, in the form of a single move. What that is depends on
    /// where a card comes from: the card under the cursor stands for all; those that need more refuse and say so.
    fn open_marked_move(&mut self, to: Position) {
        let here = self.current().map(|shown| (shown.card.id, shown.card.position));
        let starts = here.map(|(_, position)| position).into_iter().chain(Position::ALL.iter().copied());
        let needed = |from: Position| requirements(Some(from), to).map(|needed| (from, needed.is_empty()));
        match (here, starts.filter_map(needed).next()) {
            (Some((card, _)), Some((from, false))) => {
                self.open_form(Filling::MarkedMove(card, Course { from, to }), "");
            }
            _ => self.move_marked(NewMove::to(to, self.setting.day)),
        }
    }

    /// Moves all marked cards.
    pub(super) fn move_marked(&mut self, change: NewMove) {
        let subject = change.to.name(self.setting.language).to_owned();
        self.change_marked(subject, BulkChange::Position(Box::new(change)));
    }

    fn change_marked(&mut self, subject: String, change: BulkChange) {
        let cards: Arc<[_]> = self.listing.marks().iter().collect();
        let afterwards = if change == BulkChange::Bin { Afterwards::Unmarked } else { Afterwards::Marked };
        self.begin(LongWork::Bulk { subject, change, cards }, afterwards);
    }

    /// Takes back or puts back what goes through many cards.
    pub(super) fn begin_step(&mut self, step: Taken, cards: u64) {
        let cards = usize::try_from(cards).unwrap_or(usize::MAX);
        self.begin(LongWork::Step { step, cards }, Afterwards::Marked);
    }

    /// Begins long work.
    pub(super) fn begin(&mut self, work: LongWork, afterwards: Afterwards) {
        self.under_way = Some(UnderWay { done: 0, of: work.extent(), afterwards });
        self.effects.push(Effect::Long(work));
    }

    /// Takes what came of a change of many cards: those that refused stay marked.
    pub(super) fn take_many_changed(&mut self, done: BulkDone) {
        let afterwards = self.under_way.take().map(|work| work.afterwards);
        let words = self.words();
        let refused: Vec<CardId> = done.refused.iter().map(|(card, _)| *card).collect();
        if done.going == Going::Back {
            self.say(words.bulk_stopped());
        } else if let Some((_, reason)) = done.refused.into_iter().next() {
            let reason = errors::describe(&reason.into(), words).line;
            self.refuse(words.bulk_refused(&counted(refused.len()), &counted(done.taken), &reason));
            self.listing.unmark_all();
            refused.into_iter().for_each(|card| self.listing.mark_card(card));
        } else {
            let gone = (afterwards == Some(Afterwards::Unmarked)).then(|| self.told_of_marks());
            if gone.is_some() {
                self.listing.unmark_all();
            }
            match done.journal {
                Some(_) if let Some((names, unseen)) = gone => {
                    self.say(self.words().bulk_binned(&counted(done.taken), &names, &counted(unseen)));
                }
                Some(_) => self.say(words.bulk_done(&counted(done.taken))),
                None => self.say(words.bulk_nothing()),
            }
        }
        self.reread(None);
        self.await_list();
    }

    /// The first of the marked cards by name, and how many of all stand in no line of the screen.
    fn told_of_marks(&self) -> (String, usize) {
        const NAMED: usize = 3;
        let marks = self.listing.marks();
        let seen = self.listing.visible().iter().filter(|card| marks.contains(card.0)).count();
        let rows = marks.iter().filter_map(|card| self.listing.row(card));
        let mut names: Vec<&str> = rows.map(|row| row.name.as_str()).take(NAMED).collect();
        if names.len() < marks.len() {
            names.push("...");
        }
        (safe::line(&names.join(", ")).into_owned(), marks.len() - seen)
    }

    /// Takes what came of an export; `None`: it was stopped.
    pub(super) fn take_exported(&mut self, exported: Option<Exported>, path: &Path) {
        self.under_way = None;
        match exported {
            Some(exported) => self.say(entry::exported(exported, path, self.words())),
            None => self.say(self.words().bulk_stopped()),
        }
    }
}
