//! Points and note of a credit factor, as they are typed in one line, and what all of them come to.

use crate::domain::choice::Choice;
use crate::domain::credit::{Factor, FactorScore, Standard, assessment_on};
use crate::tui::app::App;

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

/// Score, grade and what they rest on.
pub fn summary(app: &App) -> String {
    let words = app.setting.words;
    let Some(shown) = app.current() else { return String::new() };
    let Some(assessment) = assessment_on(&shown.card.assessments, Standard::FiveC, app.setting.day) else {
        return words.not_assessed();
    };
    let rating = assessment.rate(&app.setting.policies.credit);
    let score = rating.score.map_or_else(String::new, |score| {
        let tenths = score.tenths();
        format!("{}.{}", tenths / 10, tenths % 10)
    });
    match rating.grade {
        None => words.not_rated(&score, &rating.coverage),
        Some(grade) if rating.provisional => words.provisional(&score, &grade.code(), &rating.coverage),
        Some(grade) => words.rated(&score, &grade.code(), &assessment.on),
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
