//! The list of cards: which cards, in which order, which one is under the cursor, which rows are on the screen.

use std::collections::HashMap;

use super::today::Listed;
use crate::domain::agenda::Horizon;
use crate::domain::card_set::CardSet;
use crate::domain::id::CardId;
use crate::domain::query::Query;
use crate::store::{Count, Face, FirstCards, Order, Row, Sort};

/// Whether the whole result is known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Only its first page: the rest is on its way.
    FirstPage,
    /// All of it.
    Whole,
}

/// Whether a query is still being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// It is: the closest cards come first.
    Typed,
    /// It was kept: a chosen order holds again.
    #[default]
    Kept,
}

/// What the list was asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Question {
    /// The query as typed.
    pub text: String,
    /// The query as read.
    pub query: Query,
    /// The order chosen.
    pub sort: Sort,
    /// What it is about.
    pub listed: Listed,
    /// Whether the query is still being typed.
    pub stage: Stage,
    /// The zone the visits of a day are asked for; `None`: the one most worth it.
    pub zone: Option<String>,
}

impl Question {
    /// The order in which its cards are listed: the closest first while it is typed, and after that unless
    /// another order was chosen.
    pub fn order(&self) -> Order {
        if self.stage == Stage::Typed || self.sort == Sort::default() {
            Order::Closest(self.sort.clone())
        } else {
            Order::By(self.sort.clone())
        }
    }
}

/// How far the cursor goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Lines down, or up when negative.
    Lines(isize),
    /// Pages down, or up when negative, in halves: 2 is one page.
    HalfPages(isize),
    /// To a line, counted from 0.
    To(usize),
    /// To the first line.
    First,
    /// To the last line.
    Last,
}

/// The list as the screen has it. Rows are kept for the cards that were on the screen lately only.
#[derive(Debug)]
pub struct Listing {
    /// What is listed.
    pub question: Question,
    ids: Vec<CardId>,
    extent: Extent,
    /// How many there will be once the whole result is known.
    count: Option<Count>,
    /// The cursor was sent to the end before all of the list was known.
    follows_end: bool,
    cursor: usize,
    top: usize,
    height: usize,
    rows: HashMap<CardId, Row>,
    faces: HashMap<CardId, Face>,
    asked: Vec<CardId>,
    asked_ahead: Vec<CardId>,
    marks: CardSet,
    /// The card marked last: a range begins there.
    anchor: Option<CardId>,
    /// The places of the cards with which a group begins; empty for a list without groups.
    groups: Vec<usize>,
}

/// A line of the list on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLine {
    /// The heading of a group, by its number from 0. The one the screen begins in always stands on top.
    Heading(usize),
    /// A card, by its place in the list.
    Card(usize),
}

/// Rows kept before those not on the screen are dropped.
const ROWS_KEPT: usize = 1_000;

impl Listing {
    /// An empty list of what is due, of which nothing is known yet.
    pub fn of_due() -> Listing {
        let question = Question { listed: Listed::Due(Horizon::Today), ..Question::default() };
        Listing { question, ..Listing::new() }
    }

    /// An empty list of which nothing is known yet.
    pub fn new() -> Listing {
        Listing {
            question: Question::default(),
            ids: Vec::new(),
            extent: Extent::FirstPage,
            count: None,
            follows_end: false,
            cursor: 0,
            top: 0,
            height: 1,
            rows: HashMap::new(),
            faces: HashMap::new(),
            asked: Vec::new(),
            asked_ahead: Vec::new(),
            marks: CardSet::default(),
            anchor: None,
            groups: Vec::new(),
        }
    }

    /// The cards marked, in this result or not.
    pub fn marks(&self) -> &CardSet {
        &self.marks
    }

    /// Marks the card under the cursor, or takes its mark off.
    pub fn toggle_mark(&mut self) {
        match self.selected() {
            Some(card) if self.marks.contains(card.0) => self.marks.remove(card.0),
            _ => self.mark_here(),
        }
    }

    /// Marks the card under the cursor.
    pub fn mark_here(&mut self) {
        if let Some(card) = self.selected() {
            self.marks.insert(card.0);
            self.anchor = Some(card);
        }
    }

    /// Marks all from the card marked last to the cursor, where that card is in this result.
    pub fn mark_range(&mut self) {
        let anchor = self.anchor.and_then(|anchor| self.ids.iter().position(|card| *card == anchor));
        let from = anchor.unwrap_or(self.cursor);
        let (first, last) = (from.min(self.cursor), from.max(self.cursor));
        for card in self.ids.iter().skip(first).take(last - first + 1) {
            self.marks.insert(card.0);
        }
        self.anchor = self.selected();
    }

    /// Marks all of this result; takes these marks off when all are marked already.
    pub fn toggle_all(&mut self) {
        let all = self.ids.iter().all(|card| self.marks.contains(card.0));
        for card in &self.ids {
            if all {
                self.marks.remove(card.0);
            } else {
                self.marks.insert(card.0);
            }
        }
    }

    /// Marks a card.
    pub fn mark_card(&mut self, card: CardId) {
        self.marks.insert(card.0);
    }

    /// Takes all marks off.
    pub fn unmark_all(&mut self) {
        self.marks = CardSet::default();
        self.anchor = None;
    }

    /// How many rows the screen shows; the cursor stays on the screen.
    pub fn set_height(&mut self, height: usize) {
        self.height = height.max(1);
        self.follow();
    }

    /// How many rows the screen shows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// How many cards, where that is known.
    pub fn count(&self) -> Option<Count> {
        match self.extent {
            Extent::Whole => Some(Count::Exact(self.ids.len())),
            Extent::FirstPage => self.count,
        }
    }

    /// How many cards, where that is known for certain.
    pub fn total(&self) -> Option<usize> {
        match self.count() {
            Some(Count::Exact(count)) => Some(count),
            Some(Count::About(_)) | None => None,
        }
    }

    /// Whether the result is known to be empty.
    pub fn is_empty(&self) -> bool {
        self.total() == Some(0)
    }

    /// The place of the cursor, from 0.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The place of the first card on the screen, from 0.
    pub fn top(&self) -> usize {
        self.top
    }

    /// How many cards are known to answer by now.
    pub fn known(&self) -> usize {
        self.ids.len()
    }

    /// The card under the cursor.
    pub fn selected(&self) -> Option<CardId> {
        self.ids.get(self.cursor).copied()
    }

    /// The card at a place, from 0.
    pub fn card_at(&self, place: usize) -> Option<CardId> {
        self.ids.get(place).copied()
    }

    /// The card after the one under the cursor.
    pub fn following(&self) -> Option<CardId> {
        self.ids.get(self.cursor + 1).copied()
    }

    /// The cards on the screen, from the top.
    pub fn visible(&self) -> &[CardId] {
        self.ids.get(self.top..self.end_from(self.top)).unwrap_or_default()
    }

    /// The lines on the screen, from the top.
    pub fn lines(&self) -> Vec<ListLine> {
        let mut lines = Vec::with_capacity(self.height);
        for place in self.top..self.end_from(self.top) {
            if place == self.top || self.begins_group(place) {
                lines.extend(self.group_of(place).map(ListLine::Heading));
            }
            lines.push(ListLine::Card(place));
        }
        lines
    }

    /// The group a card stands in, by its place; `None` in a list without groups.
    pub fn group_of(&self, place: usize) -> Option<usize> {
        self.groups.partition_point(|first| *first <= place).checked_sub(1)
    }

    /// The place of the first card of a group, by its number.
    pub fn first_of_group(&self, group: usize) -> Option<usize> {
        self.groups.get(group).copied()
    }

    fn begins_group(&self, place: usize) -> bool {
        self.groups.binary_search(&place).is_ok()
    }

    /// The place after the last card that the screen shows when it begins with one.
    fn end_from(&self, top: usize) -> usize {
        let mut free = self.height;
        let mut end = top;
        while end < self.ids.len() {
            let headed = !self.groups.is_empty() && (end == top || self.begins_group(end));
            let Some(left) = free.checked_sub(1 + usize::from(headed)) else { break };
            free = left;
            end += 1;
        }
        end
    }

    /// The row of a card, when it has been read.
    pub fn row(&self, card: CardId) -> Option<&Row> {
        self.rows.get(&card)
    }

    /// What the columns show of a card beyond its row, where they show more.
    pub fn face(&self, card: CardId) -> Option<&Face> {
        self.faces.get(&card)
    }

    /// Cards on the screen whose rows are not there and have not been asked for; asked for from now on.
    pub fn ask_missing_rows(&mut self) -> Vec<CardId> {
        let absent = |card: &CardId| !self.rows.contains_key(card);
        let missing: Vec<CardId> = self.visible().iter().copied().filter(absent).collect();
        if missing == self.asked {
            return Vec::new();
        }
        self.asked.clone_from(&missing);
        missing
    }

    /// The cards of the next page and of the one before whose rows are not there; those asked for last are not
    /// asked for again.
    pub fn ask_rows_ahead(&mut self) -> Vec<CardId> {
        let visible = self.top..self.end_from(self.top);
        let after = visible.end..(visible.end + self.height).min(self.ids.len());
        let before = visible.start.saturating_sub(self.height)..visible.start;
        let beside = [after, before].map(|places| self.ids.get(places).unwrap_or_default());
        let absent = |card: &CardId| !self.rows.contains_key(card);
        let missing: Vec<CardId> = beside.concat().into_iter().filter(absent).collect();
        if missing == self.asked_ahead {
            return Vec::new();
        }
        self.asked_ahead.clone_from(&missing);
        missing
    }

    /// Takes rows that were read.
    pub fn take_rows(&mut self, rows: Vec<Row>, faces: Vec<Face>) {
        if self.rows.len() > ROWS_KEPT {
            self.rows.clear();
            self.faces.clear();
        }
        self.rows.extend(rows.into_iter().map(|row| (row.id, row)));
        self.faces.extend(faces.into_iter().map(|face| (face.card.id, face)));
    }

    /// Forgets the row of a card that was written.
    pub fn forget(&mut self, card: CardId) {
        self.rows.remove(&card);
        self.asked.clear();
    }

    /// Forgets all rows.
    pub fn forget_all(&mut self) {
        self.rows.clear();
        self.faces.clear();
        self.asked.clear();
        self.asked_ahead.clear();
    }

    /// Takes the first cards of the answer to a new question. The cursor goes to the closest of them while the
    /// query is typed; else it stays on its card when that is among them.
    pub fn take_first(&mut self, listed: FirstCards) {
        self.count = listed.count;
        self.take(listed.ids, Extent::FirstPage);
        if self.question.stage == Stage::Typed {
            self.go(Step::First);
        }
    }

    /// Takes a result. The cursor stays on its card, or on its line when the card is gone.
    pub fn take(&mut self, ids: Vec<CardId>, extent: Extent) {
        let kept = self.selected();
        self.ids = ids;
        self.extent = extent;
        if extent == Extent::Whole && std::mem::take(&mut self.follows_end) {
            self.go(Step::Last);
            return;
        }
        match kept {
            Some(card) if self.ids.get(self.cursor) == Some(&card) => {}
            Some(card) => {
                self.select(card);
            }
            None => {}
        }
        self.follow();
    }

    /// Takes the places of the cards with which groups begin, in their order; the first one is 0.
    pub fn take_groups(&mut self, groups: Vec<usize>) {
        self.groups = groups;
        self.follow();
    }

    /// A card that went to another line leaves the cursor where it was.
    pub fn hold_line(&mut self, card: CardId, line: usize) {
        if self.selected() == Some(card) && self.cursor != line {
            self.cursor = line;
            self.follow();
        }
    }

    /// Puts the cursor on a card, when it is in the list.
    pub fn select(&mut self, card: CardId) -> Option<()> {
        self.cursor = self.ids.iter().position(|id| *id == card)?;
        self.follow();
        Some(())
    }

    /// Moves the cursor.
    pub fn go(&mut self, step: Step) {
        let last = self.ids.len().saturating_sub(1);
        self.follows_end = step == Step::Last && self.extent == Extent::FirstPage;
        self.cursor = match step {
            Step::Lines(lines) => self.cursor.saturating_add_signed(lines).min(last),
            Step::HalfPages(halves) => {
                let rows = isize::try_from(self.height).unwrap_or(isize::MAX);
                self.cursor.saturating_add_signed(halves.saturating_mul(rows) / 2).min(last)
            }
            Step::To(line) => line.min(last),
            Step::First => 0,
            Step::Last => last,
        };
        self.follow();
    }

    /// Brings the cursor onto the screen with the least scrolling; the end of the list leaves no line empty that
    /// a card could take.
    fn follow(&mut self) {
        let count = self.ids.len();
        self.cursor = self.cursor.min(count.saturating_sub(1));
        self.top = self.top.clamp((self.cursor + 1).saturating_sub(self.height), self.cursor);
        while self.top < self.cursor && self.end_from(self.top) <= self.cursor {
            self.top += 1;
        }
        while self.top > 0 && self.end_from(self.top) == count && self.end_from(self.top - 1) == count {
            self.top -= 1;
        }
    }
}

impl Default for Listing {
    fn default() -> Self {
        Listing::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(cards: i64, height: usize) -> Listing {
        let mut listing = Listing::new();
        listing.set_height(height);
        listing.take((1..=cards).map(CardId).collect(), Extent::Whole);
        listing
    }

    fn screen(listing: &Listing) -> (i64, Vec<i64>) {
        (listing.selected().map_or(0, |card| card.0), listing.visible().iter().map(|card| card.0).collect())
    }

    #[test]
    fn the_cursor_moves_and_the_screen_follows() {
        let mut list = listing(10, 4);
        for (step, selected, visible) in [
            (Step::Lines(1), 2, [1, 2, 3, 4]),
            (Step::Lines(3), 5, [2, 3, 4, 5]),
            (Step::HalfPages(2), 9, [6, 7, 8, 9]),
            (Step::HalfPages(1), 10, [7, 8, 9, 10]),
            (Step::Lines(-2), 8, [7, 8, 9, 10]),
            (Step::First, 1, [1, 2, 3, 4]),
            (Step::Lines(-5), 1, [1, 2, 3, 4]),
            (Step::Last, 10, [7, 8, 9, 10]),
        ] {
            list.go(step);
            assert_eq!(screen(&list), (selected, visible.to_vec()), "{step:?}");
        }
    }

    #[test]
    fn the_pages_beside_the_screen_are_asked_for_once() {
        let mut list = listing(10, 3);
        list.go(Step::To(4));
        assert_eq!(list.visible(), [3, 4, 5].map(CardId));
        assert_eq!(list.ask_rows_ahead(), [6, 7, 8, 1, 2].map(CardId));
        assert!(list.ask_rows_ahead().is_empty());
        list.go(Step::Last);
        assert_eq!(list.ask_rows_ahead(), [5, 6, 7].map(CardId));
    }

    #[test]
    fn a_new_result_keeps_the_card_under_the_cursor() {
        let mut list = listing(10, 4);
        list.go(Step::Lines(4));
        list.take([9, 5, 7].map(CardId).to_vec(), Extent::Whole);
        assert_eq!(screen(&list), (5, vec![9, 5, 7]));
        list.take([1, 2].map(CardId).to_vec(), Extent::Whole);
        assert_eq!(screen(&list), (2, vec![1, 2]), "gone: the line stays");
        list.take(Vec::new(), Extent::Whole);
        assert_eq!((list.selected(), list.is_empty()), (None, true));
        list.go(Step::Last);
        assert_eq!(list.selected(), None);
    }

    #[test]
    fn headings_take_lines_and_the_cursor_passes_over_them() {
        use ListLine::{Card, Heading};
        let mut list = listing(7, 5);
        list.take_groups(vec![0, 2, 6]);
        assert_eq!(list.lines(), [Heading(0), Card(0), Card(1), Heading(1), Card(2)]);
        list.go(Step::Lines(2));
        assert_eq!(screen(&list), (3, vec![1, 2, 3]));
        list.go(Step::Lines(1));
        assert_eq!(list.lines(), [Heading(0), Card(1), Heading(1), Card(2), Card(3)]);
        list.go(Step::Last);
        assert_eq!(list.lines(), [Heading(1), Card(4), Card(5), Heading(2), Card(6)]);
        list.go(Step::Lines(-3));
        assert_eq!(
            list.lines(),
            [Heading(1), Card(3), Card(4), Card(5)],
            "a heading without a card is left out"
        );
        list.go(Step::First);
        assert_eq!(screen(&list), (1, vec![1, 2, 3]));
        assert_eq!((list.group_of(5), list.group_of(6), list.first_of_group(1)), (Some(1), Some(2), Some(2)));
    }

    proptest::proptest! {
        #[test]
        fn the_cursor_is_always_on_a_line_of_the_screen(
            cards in 1_i64..40,
            height in 2_usize..12,
            sizes in proptest::collection::vec(1_usize..6, 0..12),
            steps in proptest::collection::vec(-9_isize..10, 0..20),
        ) {
            let mut list = listing(cards, height);
            let starts = sizes.iter().scan(0, |at, size| { let start = *at; *at += size; Some(start) });
            list.take_groups(starts.filter(|start| (*start as i64) < cards).collect());
            for step in steps {
                list.go(Step::Lines(step));
                let lines = list.lines();
                proptest::prop_assert!(lines.len() <= height);
                proptest::prop_assert!(lines.contains(&ListLine::Card(list.cursor())));
                let cards = lines.iter().filter(|line| matches!(line, ListLine::Card(_))).count();
                proptest::prop_assert_eq!(cards, list.visible().len());
            }
        }
    }

    #[test]
    fn a_lower_screen_keeps_the_cursor_in_sight() {
        let mut list = listing(10, 8);
        list.go(Step::Lines(7));
        list.set_height(3);
        assert_eq!(screen(&list), (8, vec![6, 7, 8]));
    }
}
