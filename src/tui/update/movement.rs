//! Moving: the cursor of the pane or layer that has it, and the focus.

use crate::domain::choice::Choice;
use crate::domain::credit::Factor;
use crate::domain::referral::ReferralTree;
use crate::tui::app::{App, Pane, Tab};
use crate::tui::layer::Layer;
use crate::tui::layout::{Layout, inside};
use crate::tui::listing::Step;
use crate::tui::page::{self, Rows};
use crate::tui::today::Place;

/// Panes in the order in which Tab goes through them.
const PANES: [Pane; 4] = [Pane::List, Pane::Man, Pane::Contacts, Pane::Credit];

/// The cursor moved, and the number of rows it moves over.
enum Target<'app> {
    List,
    Rows(&'app mut usize, usize),
}

impl App {
    pub(super) fn pane_is_list(&self) -> bool {
        self.opened.is_none() && matches!(self.pane, Pane::List | Pane::Man)
    }

    fn target(&mut self) -> Target<'_> {
        let rows = self.cursor_rows();
        match (self.opened, self.pane) {
            (Some(Tab::Card), _) => Target::Rows(&mut self.cursors.field, rows),
            (Some(Tab::Contacts), _) | (None, Pane::Contacts) => {
                Target::Rows(&mut self.cursors.contact, rows)
            }
            (Some(Tab::Credit), _) | (None, Pane::Credit) => Target::Rows(&mut self.cursors.factor, rows),
            (Some(Tab::Files), _) => Target::Rows(&mut self.cursors.file, rows),
            (Some(Tab::Log), _) => Target::Rows(&mut self.cursors.entry, rows),
            (Some(Tab::Positions), _) => Target::Rows(&mut self.cursors.change, rows),
            (Some(Tab::Referrals), _) => Target::Rows(&mut self.cursors.referral, rows),
            (None, Pane::List | Pane::Man) => Target::List,
        }
    }

    fn cursor_rows(&self) -> usize {
        let Some(shown) = self.current() else { return 0 };
        match (self.opened, self.pane) {
            (Some(Tab::Card), _) => self.field_rows().len(),
            (Some(Tab::Contacts), _) | (None, Pane::Contacts) => shown.card.contacts.len(),
            (Some(Tab::Credit), _) | (None, Pane::Credit) => Factor::ALL.len(),
            (Some(Tab::Files), _) => shown.files().len(),
            (Some(Tab::Log), _) => self.seen.log.as_ref().map_or(0, |log| log.entries.len()),
            (Some(Tab::Positions), _) => shown.card.moves.len(),
            (Some(Tab::Referrals), _) => self.tree().map_or(0, |tree| tree.cards.len()),
            (None, Pane::List | Pane::Man) => 0,
        }
    }

    pub(super) fn go(&mut self, step: Step) {
        let page = isize::try_from(self.page()).unwrap_or(isize::MAX);
        let by_page = |halves: isize| halves.saturating_mul(page) / 2;
        // Headings stand between the fields: a page is as many lines of the screen, not as many fields.
        let field = match step {
            Step::HalfPages(halves) if self.opened == Some(Tab::Card) => {
                Some(self.field_from(by_page(halves)))
            }
            _ => None,
        };
        match self.target() {
            Target::List => {
                self.listing.go(step);
                if self.listing.follows_end() {
                    self.await_list();
                }
            }
            Target::Rows(cursor, rows) => {
                let last = rows.saturating_sub(1);
                *cursor = match step {
                    Step::Lines(lines) => cursor.saturating_add_signed(lines),
                    Step::HalfPages(halves) => {
                        field.unwrap_or_else(|| cursor.saturating_add_signed(by_page(halves)))
                    }
                    Step::To(line) => line,
                    Step::First => 0,
                    Step::Last => last,
                }
                .min(last);
            }
        }
    }

    /// How many lines of what has the cursor are seen.
    fn page(&self) -> usize {
        let layout = Layout::of(self.size);
        let area = match (self.opened, self.pane) {
            (Some(_), _) => layout.opened(self.size).0,
            (None, Pane::List | Pane::Man) => return self.listing.height(),
            (None, _) if !self.size.is_wide() => layout.narrow().tab,
            (None, Pane::Contacts) => layout.wide().contacts,
            (None, Pane::Credit) => layout.wide().credit,
        };
        inside(area).height.into()
    }

    /// The field so many lines below the one under the cursor, above when negative; the next one where a heading
    /// stands.
    fn field_from(&self, by: isize) -> usize {
        let mut lines: Vec<Option<usize>> = Vec::new();
        let mut fields = 0;
        for section in self.field_sections() {
            lines.extend(section.heading.map(|_| None));
            lines.extend((fields..fields + section.rows.len()).map(Some));
            fields += section.rows.len();
        }
        let at = lines.iter().position(|line| *line == Some(self.cursors.field)).unwrap_or_default();
        let (before, behind) = lines.split_at(at.saturating_add_signed(by).min(lines.len()));
        let field = behind.iter().flatten().next().or_else(|| before.iter().rev().flatten().next());
        field.copied().unwrap_or_default()
    }

    pub(super) fn go_lines(&mut self, lines: isize) {
        match self.layers.last_mut() {
            Some(Layer::Picker(picker)) => picker.go(lines),
            Some(Layer::Columns(columns)) => columns.go(lines),
            Some(Layer::Reading(reading)) => {
                let top = reading.top.saturating_add_signed(lines);
                self.read_from(top);
            }
            Some(Layer::Form(_)) => self.turn_form(lines),
            Some(Layer::Line(_) | Layer::Writing(_)) => {}
            None => self.go(Step::Lines(lines)),
        }
    }

    pub(super) fn go_half_pages(&mut self, halves: isize) {
        match self.layers.last_mut() {
            Some(Layer::Reading(reading)) => {
                let rows =
                    isize::try_from(page::rows_area(Layout::of(self.size).body).height).unwrap_or(isize::MAX);
                let top = reading.top.saturating_add_signed(halves * rows / 2);
                self.read_from(top);
            }
            Some(_) => {}
            None => self.go(Step::HalfPages(halves)),
        }
    }

    pub(super) fn go_first(&mut self) {
        match self.layers.last() {
            Some(_) => self.read_from(0),
            None => self.go(Step::First),
        }
    }

    pub(super) fn go_last(&mut self) {
        match self.layers.last() {
            Some(_) => self.read_from(usize::MAX),
            None => self.go(Step::Last),
        }
    }

    /// Shows what is being read from a row on, or its last page where that is further.
    fn read_from(&mut self, wanted: usize) {
        let area = page::rows_area(Layout::of(self.size).body);
        let Some(Layer::Reading(reading)) = self.layers.last() else { return };
        let top = Rows::of(self, &reading.subject, wanted, area).top(wanted, area);
        if let Some(Layer::Reading(reading)) = self.layers.last_mut() {
            reading.top = top;
        }
    }

    /// The previous or next card of the list, whatever pane has focus.
    pub(super) fn go_card(&mut self, cards: isize) {
        self.listing.go(Step::Lines(cards));
    }

    /// The tree of introductions around the card under the cursor, once it has been read.
    pub fn tree(&self) -> Option<&ReferralTree> {
        let (card, tree) = self.seen.referrals.as_ref()?;
        (Some(*card) == self.listing.selected()).then_some(tree)
    }

    /// The first card below the next heading; backwards first to that below the present one.
    pub(super) fn go_group(&mut self, by: isize) {
        let cursor = self.listing.cursor();
        let Some(group) = self.listing.group_of(cursor) else { return };
        let inside = self.listing.first_of_group(group).is_some_and(|first| first < cursor);
        let meant = if by < 0 && inside { Some(group) } else { group.checked_add_signed(by) };
        if let Some(first) = meant.and_then(|group| self.listing.first_of_group(group)) {
            self.listing.go(Step::To(first));
        }
    }

    pub(super) fn next_pane(&mut self) {
        self.turn(1);
    }

    pub(super) fn previous_pane(&mut self) {
        self.turn(-1);
    }

    fn turn(&mut self, by: isize) {
        let around = |at: usize, of: usize| {
            usize::try_from(isize::try_from(at + of).unwrap_or(0) + by).unwrap_or(0) % of.max(1)
        };
        if let Some(tab) = self.opened {
            let at = Tab::ALL.iter().position(|known| *known == tab).unwrap_or(0);
            self.opened = Some(Tab::ALL[around(at, Tab::ALL.len())]);
        } else if self.place == Place::Cards && !self.list_is_alone() {
            let at = PANES.iter().position(|known| *known == self.pane).unwrap_or(0);
            self.pane = PANES[around(at, PANES.len())];
        }
    }
}
