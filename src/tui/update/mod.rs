//! How keys and outcomes change the screen: one verb a file.

mod accept;
mod complete;
mod copy;
mod correct;
pub mod credit;
mod draft;
mod edit;
mod files;
mod filters;
mod find;
mod form;
mod history;
mod import;
pub mod letters;
pub mod marks;
mod mouse;
mod movement;
mod open;
mod outcome;
mod palette;
mod paste;
mod plan;
mod position;
mod preference;
mod replaced;
pub mod today;
mod trace;
mod views;
mod writing;

use std::time::Duration;

use crate::domain::id::CardId;
use crate::tui::action::Action;
use crate::tui::app::{App, Tab};
use crate::tui::editor::{Editor, Touched};
use crate::tui::effect::{Change, Effect};
use crate::tui::key::Key;
use crate::tui::keys::{self, Meaning};
use crate::tui::layer::line::Edited;
use crate::tui::layer::{Layer, Line, Purpose};
use crate::tui::listing::Stage;

impl App {
    /// Takes a key. `now` is the time since the program began.
    pub fn press(&mut self, key: Key, now: Duration) {
        self.now = now;
        if self.is_typed_for_lost(now) {
            return;
        }
        self.message = None;
        if !self.size.is_enough() && self.meets_a_card(key) {
            // Nothing is done to a card that cannot be seen.
            return;
        }
        let typing = matches!(self.layers.last(), Some(Layer::Line(_) | Layer::Writing(_) | Layer::Form(_)));
        let key = if typing { key } else { key.narrowed() };
        match keys::meaning(&self.contexts(), self.chord.take(), key) {
            Meaning::Begins => self.chord = Some(key),
            Meaning::Does(action) => self.act(action),
            Meaning::Nothing => {
                if self.layers.is_empty() {
                    self.record_pending();
                } else if self.offers_drafts() {
                    // An offer that was not asked for stands in nobody's way.
                    self.layers.pop();
                    self.press(key, now);
                } else {
                    self.edit_layer(key);
                }
            }
        }
    }

    /// Does what is due by itself: records what is pending, keeps what is half typed.
    pub fn tick(&mut self, now: Duration) {
        self.now = now;
        if self.pending.as_ref().is_some_and(|pending| pending.due <= now) {
            self.record_pending();
        }
        if self.typing.unsaved.is_some_and(|unsaved| unsaved.due <= now) {
            self.keep_typed();
        }
    }

    /// Does what a key or the palette asked for.
    pub fn act(&mut self, action: Action) {
        if !self.goes_on_with_pending(action) {
            self.record_pending();
        }
        let in_the_way = self.in_the_way.take();
        let added = self.destination.added.take();
        if self.layers.is_empty() && !action.leaves_all_as_it_is() && action != Action::Correct {
            self.do_something_else();
        }
        match action {
            Action::Help => self.open_help(),
            Action::HelpRange => self.change_help_range(),
            Action::FindInHelp => self.find_in_help(),
            Action::Palette => self.open_palette(),
            Action::PlaceCards => self.go_to_cards(added),
            Action::PlaceToday => self.go_to_today(),
            Action::LookAhead(horizon) => self.look_ahead(horizon),
            Action::Silent => self.list_silent(),
            Action::Commit => self.commit_proposal(),
            Action::Correct => self.open_correction(),
            Action::Complete => self.complete_word(),
            Action::Brief => self.open_brief(),
            Action::Prepare => self.prepare_visit(),
            Action::NotReached => self.log_not_reached(),
            Action::Promises => self.open_promises(),
            Action::Down => self.go_lines(1),
            Action::Up => self.go_lines(-1),
            Action::First => self.go_first(),
            Action::Last => self.go_last(),
            Action::HalfDown => self.go_half_pages(1),
            Action::HalfUp => self.go_half_pages(-1),
            Action::PageDown => self.go_half_pages(2),
            Action::PageUp => self.go_half_pages(-2),
            Action::NextPane => self.next_pane(),
            Action::PreviousPane => self.previous_pane(),
            Action::Search => self.open_search(),
            Action::Open => self.open_selected(),
            Action::PreviousCard => self.go_card(-1),
            Action::NextCard => self.go_card(1),
            Action::DayPlan => self.turn_to_plan(),
            Action::KeepPlan => self.keep_plan(),
            Action::PlanZone => self.open_zones(),
            Action::PlanNextZone => self.plan_next_zone(),
            Action::MoveVisit => self.with_visit(Purpose::MoveVisit),
            Action::DropVisit => self.with_visit(Purpose::DropVisit),
            Action::PreviousGroup => self.go_group(-1),
            Action::NextGroup => self.go_group(1),
            Action::Add => self.open_line(Purpose::Add, String::new()),
            Action::Edit if self.is_on_files() => self.edit_file(),
            Action::Edit if self.is_on_contacts() => self.open_contact_note(),
            Action::Edit if self.opened == Some(Tab::Card) => self.edit_row(),
            Action::Edit => self.open_tab(Tab::Card),
            Action::Bin => self.bin(),
            Action::Log => {
                self.with_card(|app, card| app.open_line_or_form(Purpose::Log(card), String::new()))
            }
            Action::Letter(letter) => self.press_letter(letter),
            Action::Next => self.open_next(),
            Action::AddDetail if self.is_on_files() => self.add_file(),
            Action::AddDetail => self.with_card(App::open_detail_groups),
            Action::AddField => self.open_own_field(),
            Action::Gaps => self.with_card(App::open_gaps),
            Action::Trace => self.with_card(App::ask_origin),
            Action::AllFields => self.change_field_range(),
            Action::Position => self.open_positions(),
            Action::Sort => self.open_sort(),
            Action::View => self.open_views(),
            Action::Columns => self.open_columns(),
            Action::ColumnsRight => self.scroll_columns(1),
            Action::ColumnsLeft => self.scroll_columns(-1),
            Action::ToggleColumn => self.toggle_column(),
            Action::Wider => self.widen_column(1),
            Action::Narrower => self.widen_column(-1),
            Action::ColumnEarlier => self.shift_column(-1),
            Action::ColumnLater => self.shift_column(1),
            Action::ResetColumns => self.reset_columns(),
            Action::SaveSearch => self.open_save_search(),
            Action::Import => self.open_import(),
            Action::Mark => self.mark(),
            Action::MarkRange => self.listing.mark_range(),
            Action::MarkDown => self.mark_along(1),
            Action::MarkUp => self.mark_along(-1),
            Action::MarkAll => self.listing.toggle_all(),
            Action::Marked(bulk) => self.act_on_marks(bulk),
            Action::MorePoints => self.change_points(1),
            Action::FewerPoints => self.change_points(-1),
            // What is under way would be passed over: it is no step of the journal yet.
            Action::Undo | Action::Redo if self.is_under_way() => {}
            Action::Undo => self.effects.push(in_the_way.map_or(Effect::Undo, Effect::UndoFirst)),
            Action::Redo => self.effects.push(Effect::Redo),
            Action::Copy => self.copy(),
            Action::LineHelp => self.open_line_help(),
            Action::Accept => self.accept(),
            Action::EditGroup => self.open_group_form(),
            Action::WholeForm if self.is_searching() => self.complete_word(),
            Action::WholeForm => self.open_whole_form(),
            Action::EnterForm => self.enter_form(),
            Action::UndoTyping => self.with_editor(Editor::undo),
            Action::RedoTyping => self.with_editor(Editor::redo),
            Action::SelectAll => self.with_editor(Editor::select_all),
            Action::WriteOutside => self.write_outside(),
            Action::CopyOrBack => self.copy_or_back(),
            Action::Back => self.back(),
            Action::ThrowAway => self.throw_away(),
            Action::Redraw => self.effects.push(Effect::Redraw),
            Action::Quit if self.is_under_way() => {}
            Action::Quit => self.leave(),
        }
    }

    /// Leaves, with what is half typed kept. Long work under way is taken back by the next opening.
    pub fn leave(&mut self) {
        self.keep_typed();
        self.effects.push(Effect::Quit);
    }

    /// Runs `work` with the card under the cursor, or says that there is none.
    fn with_card(&mut self, work: impl FnOnce(&mut App, CardId)) {
        match self.current().map(|shown| shown.card.id) {
            Some(card) => work(self, card),
            None => self.refuse(self.words().no_card_here()),
        }
    }

    /// Writes a change, unless another program changed meanwhile what it replaces.
    fn write(&mut self, name: String, change: Change) {
        let replaced = self.replaced(&change);
        self.effects.push(Effect::Write(name, change, replaced));
    }

    fn edit_layer(&mut self, key: Key) {
        match self.layers.last_mut() {
            Some(Layer::Line(line)) => {
                let edited = line.edit(key);
                self.after_edit(edited);
            }
            Some(Layer::Picker(_)) => self.narrow_picker(key),
            Some(Layer::Columns(columns)) => columns.edit(key),
            Some(Layer::Form(form)) => {
                let cursor = form.cursor;
                let edited = form.lines.get_mut(cursor).map_or(Edited::Nothing, |line| line.edit(key));
                self.after_edit(edited);
            }
            Some(Layer::Writing(writing)) => {
                if writing.editor.edit(key) == Touched::Text {
                    writing.refused = None;
                    self.note_typing();
                }
            }
            Some(Layer::Reading(_)) | None => {}
        }
    }

    fn after_edit(&mut self, edited: Edited) {
        if edited == Edited::Nothing {
            return;
        }
        self.note_typing();
        if let Some(Layer::Line(line)) = self.layers.last()
            && matches!(line.purpose, Purpose::Search(_))
        {
            let text = line.text().to_owned();
            self.search(text, Stage::Typed);
        }
    }

    /// Opens a line with a text to begin with, or with what was half typed into it before.
    fn open_line(&mut self, purpose: Purpose, original: String) {
        let line = match self.typing.typed_into(&purpose) {
            Some(typed) => Line::resumed(purpose, original, typed),
            None => Line::new(purpose, original),
        };
        self.open_layer(Layer::Line(Box::new(line)));
    }
}
