//! Credit factors, scored where they are seen.

use super::super::app::App;
use super::super::effect::Change;
use super::super::layer::Purpose;
use super::super::pending::{PATIENCE, Pending};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::credit::{Factor, FactorScore, Standard, assessment_on};
use crate::domain::draft::NewAssessment;
use crate::domain::id::CardId;

/// The points a factor begins with when it had none: the middle of the scale.
const FIRST_POINTS: u8 = 3;

/// The scores that count on a card on a day, one for each factor.
pub fn scores(card: &Card, day: chrono::NaiveDate) -> Vec<FactorScore> {
    let present = assessment_on(&card.assessments, Standard::FiveC, day);
    let of = |factor: &Factor| {
        present
            .and_then(|assessment| assessment.scores.iter().find(|score| score.factor == *factor))
            .cloned()
            .unwrap_or(FactorScore { factor: *factor, points: None, note: String::new() })
    };
    Factor::ALL.iter().map(of).collect()
}

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

/// A score as it is edited in a line: points, then the note.
pub fn score_text(score: &FactorScore) -> String {
    let points = score.points.map(|points| points.to_string()).unwrap_or_default();
    format!("{points} {}", score.note).trim().to_owned()
}

/// Reads points and note: `4 always on time`, `4`, or a note alone. Points are 1 to 5.
pub fn read_score(factor: Factor, text: &str) -> Result<FactorScore, String> {
    let text = text.trim();
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    if first.is_empty() || !first.chars().all(|character| character.is_ascii_digit()) {
        return Ok(FactorScore { factor, points: None, note: text.to_owned() });
    }
    match first.parse::<u8>() {
        Ok(points @ 1..=5) => Ok(FactorScore { factor, points: Some(points), note: rest.trim().to_owned() }),
        _ => Err(first.to_owned()),
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
        let present = scores(&shown.card, day);
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
        let scores = scores(&shown.card, self.setting.day);
        if let Some(score) = scores.get(self.cursors.factor) {
            let (purpose, text) = (Purpose::Factor(shown.card.id, score.factor), score_text(score));
            self.open_line(purpose, text);
        }
    }

    /// Records one factor anew, the others as they were.
    pub(super) fn assess_factor(&mut self, card: CardId, score: FactorScore) {
        let Some(shown) = self.current().filter(|shown| shown.card.id == card) else { return };
        let (name, day) = (shown.card.name.clone(), self.setting.day);
        let mut all = scores(&shown.card, day);
        if let Some(place) = all.iter_mut().find(|known| known.factor == score.factor) {
            *place = score;
        }
        let assessment = new_assessment(&shown.card, day, all);
        self.write(name, Change::Assess(card, assessment));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_note_stand_in_one_line() {
        for (text, points, note) in [
            ("4 always on time", Some(4), "always on time"),
            ("4", Some(4), ""),
            ("按时付款", None, "按时付款"),
            ("", None, ""),
            ("3  a  b ", Some(3), "a  b"),
        ] {
            let expected = FactorScore { factor: Factor::Capital, points, note: note.into() };
            assert_eq!(read_score(Factor::Capital, text), Ok(expected.clone()), "{text}");
            assert_eq!(read_score(Factor::Capital, &score_text(&expected)), Ok(expected));
        }
        assert_eq!(read_score(Factor::Capital, "6 much"), Err("6".into()));
        assert_eq!(read_score(Factor::Capital, "0"), Err("0".into()));
    }
}
