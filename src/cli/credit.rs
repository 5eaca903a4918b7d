//! What a card's credit comes to, in one line.

use super::session::Session;
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::credit::{Standard, assessment_on};

/// `Credit 5C · 68.0 · C · 2026-06-01`; `None` without an assessment until the as-of date.
pub(super) fn summary(card: &Card, session: &Session) -> Option<String> {
    let words = session.words();
    let assessment = assessment_on(&card.assessments, Standard::FiveC, session.day())?;
    let rating = assessment.rate(&session.policies().credit);
    let mut parts = vec![words.show_credit()];
    parts.extend(rating.score.map(|score| format!("{}.{}", score.tenths() / 10, score.tenths() % 10)));
    parts.push(rating.grade.map_or_else(|| words.show_not_rated(), |grade| grade.code().to_owned()));
    if rating.provisional {
        parts.push(words.show_provisional(&rating.coverage));
    }
    parts.extend(assessment.knock_out.map(|fact| fact.name(session.language()).to_owned()));
    parts.push(assessment.on.to_string());
    Some(parts.join(" · "))
}
