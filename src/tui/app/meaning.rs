//! What a key means now, and whether it would do anything.

use super::{App, Pane, Tab};
use crate::lang::line_help::Told;
use crate::tui::action::Action;
use crate::tui::key::Key;
use crate::tui::keys::{self, Binding, Chord, Context, Meaning};
use crate::tui::layer::{Layer, Purpose, Reading, Subject};
use crate::tui::listing::Listed;
use crate::tui::today::{Place, PlanState};

impl App {
    /// The contexts in which a key is looked up, the innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        if let Some(layer) = self.layers.last() {
            return layer.contexts();
        }
        self.contexts_below()
    }

    fn inner_context(&self) -> Context {
        match (self.opened, self.pane) {
            (Some(Tab::Card), _) => Context::Fields,
            (Some(Tab::Credit), _) | (None, Pane::Credit) => Context::Credit,
            (Some(Tab::Files), _) => Context::Files,
            (Some(Tab::Contacts | Tab::Positions | Tab::Referrals | Tab::Log), _)
            | (None, Pane::Man | Pane::Contacts) => Context::Card,
            (None, Pane::List) if self.listing.question.listed == Listed::Plan => Context::Plan,
            (None, Pane::List) if self.place == Place::Today => Context::Today,
            (None, Pane::List) => Context::List,
        }
    }

    /// The contexts of what lies under the top layer: those the help is about.
    pub fn contexts_below(&self) -> Vec<Context> {
        let inner = self.inner_context();
        let marked = matches!(inner, Context::List | Context::Today) && !self.listing.marks().is_empty();
        marked.then_some(Context::Marked).into_iter().chain([inner, Context::Everywhere]).collect()
    }

    /// The rows of the table of keys that hold under the top layer and would do something, the innermost first, each
    /// with those of its keys to which no context further in gives another meaning.
    pub(in crate::tui) fn offered_below(&self) -> Vec<(&'static Binding, Vec<Chord>)> {
        let contexts = self.contexts_below();
        let free = |binding: &Binding| -> Vec<Chord> {
            let means = |chord: &Chord| chord.meaning(&contexts) == Meaning::Does(binding.action);
            binding.chords.iter().copied().filter(means).collect()
        };
        let rows = contexts.iter().flat_map(|context| context.rows());
        let mut offered: Vec<(&Binding, Vec<Chord>)> = Vec::new();
        for binding in rows.filter(|binding| self.can_below(binding.action)) {
            // What a context further in tells already is not told twice.
            let is_told =
                |(inner, _): &(&Binding, _)| inner.action == binding.action && inner.chords == binding.chords;
            if !offered.iter().any(is_told) {
                offered.push((binding, free(binding)));
            }
        }
        offered
    }

    /// Whether a line or a picker takes the characters.
    pub fn is_typing(&self) -> bool {
        matches!(
            self.layers.last(),
            Some(Layer::Line(_) | Layer::Picker(_) | Layer::Columns(_) | Layer::Writing(_) | Layer::Form(_))
        )
    }

    /// Whether a key does nothing but move the cursor.
    pub fn only_moves(&self, key: Key) -> bool {
        let movement = |action| {
            matches!(
                action,
                Action::Down
                    | Action::Up
                    | Action::PageDown
                    | Action::PageUp
                    | Action::HalfDown
                    | Action::HalfUp
            ) || matches!(action, Action::First | Action::Last)
        };
        match self.meaning(key) {
            Meaning::Does(action) => movement(action),
            Meaning::Begins => true,
            Meaning::Nothing => false,
        }
    }

    /// Whether an action would do anything now.
    pub fn can(&self, action: Action) -> bool {
        if let Some(layer) = self.layers.last() {
            return match action {
                Action::WholeForm => {
                    let has_form =
                        |purpose: &Purpose| purpose.whole_form().is_some() || purpose.is_addresses();
                    matches!(layer, Layer::Line(line) if has_form(&line.purpose))
                }
                Action::ThrowAway => self.has_typed(),
                // Else it goes to the next line, which another key is named for.
                Action::EnterForm => self.form_line_is_entered(),
                Action::LineHelp => self.line_told().is_some(),
                Action::Prepare => {
                    matches!(layer, Layer::Reading(Reading { subject: Subject::Brief, .. }))
                }
                Action::HelpRange | Action::FindInHelp => {
                    matches!(layer, Layer::Reading(Reading { subject: Subject::Help(_), .. }))
                }
                _ => true,
            };
        }
        self.can_below(action)
    }

    /// Whether the footer is the place to name an action: of a file without a card it names what brings the first ones,
    /// and nothing that has no sense yet.
    pub fn is_worth_naming(&self, action: Action) -> bool {
        let is_new = self.listing.is_empty() && self.listing.question.text.is_empty();
        match action {
            Action::Import => is_new,
            Action::View | Action::Search => !is_new,
            _ => true,
        }
    }

    /// Whether an action would do anything to what lies under all layers.
    pub fn can_below(&self, action: Action) -> bool {
        match action {
            Action::Back => {
                self.opened.is_some()
                    || self.pane != Pane::List
                    || !self.listing.question.text.is_empty()
                    || !self.listing.marks().is_empty()
                    || self.under_way.is_some()
            }
            Action::NextPane | Action::PreviousPane => {
                self.opened.is_some() || (self.place == Place::Cards && !self.list_is_alone())
            }
            Action::Open if matches!(self.opened, Some(Tab::Positions | Tab::Log)) => false,
            Action::Open | Action::Edit | Action::Copy if self.opened == Some(Tab::Files) => {
                self.file_under_cursor().is_some()
            }
            Action::KeepPlan => {
                self.today.plan.state == PlanState::Proposed && !self.today.plan.proposed.is_empty()
            }
            Action::MoveVisit | Action::DropVisit => self.visit_under_cursor().is_some(),
            Action::PlanNextZone => {
                self.today.plan.state == PlanState::Proposed && self.today.plan.other_zones().next().is_some()
            }
            Action::ColumnsLeft => self.views.is_scrolled(),
            Action::ColumnsRight => {
                let width = self.list_area().width;
                self.views.placed(width).hidden > 0
            }
            // A mark is seen in a list and heeded there, not in what shows one card or the way of a day.
            Action::Mark => {
                let is_list = self.opened.is_none() && self.listing.question.listed != Listed::Plan;
                is_list && self.listing.selected().is_some()
            }
            Action::MarkRange | Action::MarkDown | Action::MarkUp | Action::MarkAll => {
                !self.listing.is_empty()
            }
            action if action.meets_a_card() => self.listing.selected().is_some(),
            _ => true,
        }
    }

    /// The line being typed, where it can be told what is typed into it.
    pub(in crate::tui) fn line_told(&self) -> Option<Told> {
        let Some(Layer::Line(line)) = self.layers.last() else { return None };
        match line.purpose {
            Purpose::Log(_) | Purpose::Correct(..) => Some(Told::Log),
            Purpose::Add => Some(Told::Add),
            Purpose::Search(_) => Some(Told::Search),
            _ => None,
        }
    }

    /// Whether a key would be done to the card under the cursor.
    pub fn meets_a_card(&self, key: Key) -> bool {
        matches!(self.meaning(key), Meaning::Does(action) if action.meets_a_card())
    }

    fn meaning(&self, key: Key) -> Meaning {
        keys::meaning(&self.contexts(), self.chord, key.narrowed())
    }
}
