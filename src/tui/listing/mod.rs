//! The list of cards: which cards, in which order, which one is under the cursor, which rows are on the screen.

mod lines;
mod marks;
mod question;
mod rows;

use std::collections::HashMap;

pub use lines::ListLine;
pub use question::{Listed, Question, Stage};

use crate::domain::agenda::Horizon;
use crate::domain::card_set::CardSet;
use crate::domain::id::CardId;
use crate::store::{Count, Face, FirstCards, Row};

/// Whether the whole result is known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Only its first page: the rest is on its way.
    FirstPage,
    /// All of it.
    Whole,
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
    /// The card the cursor goes back to once all of the list is known, unless it is moved before.
    sought: Option<CardId>,
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
            sought: None,
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
        let kept = match extent {
            Extent::FirstPage => self.selected(),
            Extent::Whole => self.sought.take().or(self.selected()),
        };
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

    /// Whether all of the list is known.
    pub fn is_whole(&self) -> bool {
        self.extent == Extent::Whole
    }

    /// The same list is to come again, its first page before the rest: the cursor goes back to its card with the rest.
    pub fn seek_again(&mut self) {
        self.sought = self.selected();
    }

    /// Another list is to come in the place of this one: it is begun at its top.
    pub fn begin_anew(&mut self) {
        self.forget_all();
        // Not only cleared: a million of them take 8 MiB, which the one to come needs.
        self.ids = Vec::new();
        self.groups.clear();
        (self.cursor, self.top, self.sought) = (0, 0, None);
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
        self.sought = None;
        self.follow();
        Some(())
    }

    /// Whether the cursor is on its way to the end of a list of which only the beginning has come.
    pub fn follows_end(&self) -> bool {
        self.follows_end
    }

    /// Moves the cursor.
    pub fn go(&mut self, step: Step) {
        let last = self.ids.len().saturating_sub(1);
        self.sought = None;
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
}

impl Default for Listing {
    fn default() -> Self {
        Listing::new()
    }
}

#[cfg(test)]
mod tests;
