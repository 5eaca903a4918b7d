//! A card as the screen has read it.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::agenda::Entry;
use crate::domain::card::Card;
use crate::domain::credit::{FactorScore, Standard, scores_on};
use crate::domain::detail::{Detail, files};
use crate::domain::early_warning::Signal;
use crate::domain::id::CardId;
use crate::domain::man::assertion::Answer;
use crate::domain::man::keys::pending_answer;
use crate::domain::standing::Standing;
use crate::tui::pending::Presses;

/// A card with what is derived of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The card.
    pub card: Card,
    /// Its standing on the as-of date.
    pub standing: Standing,
    /// Why it is on the list of that day.
    pub reasons: Vec<Entry>,
    /// What says that the customer may be about to leave, and since when.
    pub signals: Vec<(Signal, NaiveDate)>,
    /// Names of the cards that its fields point at.
    pub named: HashMap<CardId, String>,
}

impl Shown {
    /// The scores of the five factors that count on a day.
    pub fn five_c(&self, day: NaiveDate) -> Vec<FactorScore> {
        scores_on(&self.card.assessments, Standard::FiveC, day)
    }

    /// Its files, in the order of their classes.
    pub fn files(&self) -> Vec<&Detail> {
        files::by_class(&self.card.details).into_iter().flat_map(|(_, files)| files).collect()
    }

    /// The answer that presses of a letter key have come to; `None` when it is again as it was.
    pub fn answer(&self, presses: &Presses) -> Option<Answer> {
        pending_answer(self.standing.letters.get(presses.letter), presses.count)
    }
}
