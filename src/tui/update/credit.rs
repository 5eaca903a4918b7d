//! Credit factors, scored where they are seen.

use crate::domain::card::Card;
use crate::domain::credit::{FactorScore, Standard, assessment_on};
use crate::domain::draft::NewAssessment;
use crate::domain::id::CardId;
use crate::tui::app::App;
use crate::tui::effect::Change;
use crate::tui::layer::Purpose;
use crate::tui::pending::{PATIENCE, Pending};
use crate::tui::reading::score;

/// The points a factor begins with when it had none: the middle of the scale.
const FIRST_POINTS: u8 = 3;

/// An assessment of today with these scores; a knock-out that counts goes on counting.
pub fn new_assessment(card: &Card, day: chrono::NaiveDate, scores: Vec<FactorScore>) -> NewAssessment {
    let present = assessment_on(&card.assessments, Standard::FiveC, day);
    let scored = |score: &FactorScore| score.points.is_some() || !score.note.is_empty();
    NewAssessment {
        standard: Standard::FiveC,
        on: day,
        knock_out: present.and_then(|assessment| assessment.knock_out),
        scores: scores.into_iter().filter(scored).collect(),
    }
}

impl App {
    pub(super) fn change_points(&mut self, by: i8) {
        let day = self.setting.day;
        let Some(shown) = self.current() else {
            self.refuse(self.words().no_card_here());
            return;
        };
        let card = shown.card.id;
        let present = shown.five_c(day);
        if self.pending.as_ref().is_some_and(|pending| pending.card != card) {
            self.record_pending();
        }
        let (now, row) = (self.now, self.cursors.factor);
        let pending = self.pending.get_or_insert_with(|| Pending::on(card, now));
        pending.due = now + PATIENCE;
        if pending.scores.is_empty() {
            pending.scores = present;
        }
        if let Some(score) = pending.scores.get_mut(row) {
            score.points = match score.points {
                None => Some(FIRST_POINTS),
                Some(1) if by < 0 => None,
                Some(points) => Some(points.saturating_add_signed(by).min(5)),
            };
        }
    }

    pub(super) fn open_factor(&mut self) {
        self.record_pending();
        let Some(shown) = self.current() else { return };
        let scores = shown.five_c(self.setting.day);
        if let Some(score) = scores.get(self.cursors.factor) {
            let (purpose, text) = (Purpose::Factor(shown.card.id, score.factor), score::score_text(score));
            self.open_line(purpose, text);
        }
    }

    /// Records one factor anew, the others as they were.
    pub(super) fn assess_factor(&mut self, card: CardId, score: FactorScore) {
        let Some(shown) = self.current().filter(|shown| shown.card.id == card) else { return };
        let (name, day) = (shown.card.name.clone(), self.setting.day);
        let mut all = shown.five_c(day);
        if let Some(place) = all.iter_mut().find(|known| known.factor == score.factor) {
            *place = score;
        }
        let assessment = new_assessment(&shown.card, day, all);
        self.write(name, Change::Assess(card, assessment));
    }
}
