//! Credit: dated assessments by factor, with points and a note for each.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::choice::{Choice, choices};
use super::id::{AssessmentId, Uid};
use super::policy::{CreditPolicy, UnknownFactor};
use super::when::days_after;

choices! {
    /// A set of factors by which credit is judged.
    pub enum Standard {
        FiveC = "5c", ["5C", "5C", "5C"];
    }
}

choices! {
    /// The factors of the 5C standard, in the order in which they are asked.
    pub enum Factor {
        Character = "character", ["Character", "品格", "品格"];
        Capacity = "capacity", ["Capacity", "能力", "能力"];
        Capital = "capital", ["Capital", "资本", "資本"];
        Collateral = "collateral", ["Collateral", "担保品", "擔保品"];
        Conditions = "conditions", ["Conditions", "环境状况", "環境狀況"];
    }
}

choices! {
    /// The credit grade, best first; X is knocked out whatever the score.
    pub enum Grade {
        A = "A", ["A", "A", "A"];
        B = "B", ["B", "B", "B"];
        C = "C", ["C", "C", "C"];
        D = "D", ["D", "D", "D"];
        E = "E", ["E", "E", "E"];
        X = "X", ["X", "X", "X"];
    }
}

choices! {
    /// A fact that rules out credit whatever the score.
    pub enum KnockOut {
        Bankrupt = "bankrupt", ["bankrupt or struck off", "破产或注销", "破產或註銷"];
        BadPayer = "bad-payer", ["on a public bad-payer list", "列入失信名单", "列入信用不良名單"];
        DebtDenied = "debt-denied", ["refused to confirm a due debt", "拒绝确认到期债务", "拒絕承認到期債務"];
        NoCapacity = "no-capacity", ["no legal capacity", "无民事行为能力", "無行為能力"];
        OwnBlock = "own-block", ["own block", "自行封锁", "自行封鎖"];
    }
}

/// The points a factor can be given: 1 is weakest, 5 strongest.
pub const POINTS: RangeInclusive<u8> = 1..=5;

/// What one factor was given in an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactorScore {
    /// Which factor.
    pub factor: Factor,
    /// Points, 1 (weakest) to 5 (strongest); `None` is not assessed.
    pub points: Option<u8>,
    /// Why, as typed.
    pub note: String,
}

/// A dated assessment. Factors not listed are not assessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Its row; later rows were recorded later.
    pub id: AssessmentId,
    /// Its identity in every file.
    pub uid: Uid,
    /// The standard used.
    pub standard: Standard,
    /// The day of the judgement (effective date).
    pub on: NaiveDate,
    /// When it was written down: UTC, milliseconds since 1970.
    pub recorded_at: i64,
    /// Points and notes.
    pub scores: Vec<FactorScore>,
    /// What rules out credit, when something does.
    pub knock_out: Option<KnockOut>,
}

/// A score of 20 to 100, exact. Two equal scores may have different terms; compare with
/// [`Score::at_least`].
#[derive(Debug, Clone, Copy)]
pub struct Score {
    /// 20 × Σ(weight × points).
    weighted: u64,
    /// Σ(weight) of the factors that count; not 0.
    weight: u64,
}

impl Score {
    /// The score in tenths, rounded half up: 729 is 72.9. For showing only.
    pub fn tenths(self) -> u64 {
        (self.weighted * 10 * 2 + self.weight) / (self.weight * 2)
    }

    /// Whether the exact score reaches a band.
    pub fn at_least(self, band: u32) -> bool {
        self.weighted >= u64::from(band) * self.weight
    }
}

/// What an assessment comes to.
#[derive(Debug, Clone, Copy)]
pub struct Rating {
    /// The score; `None` when nothing was assessed.
    pub score: Option<Score>,
    /// Share of the weights that was assessed, in percent, rounded down: 100 only when all were.
    pub coverage: u32,
    /// The grade; `None` when too little was assessed to rate.
    pub grade: Option<Grade>,
    /// Whether the grade rests on some factors only.
    pub provisional: bool,
}

/// Points to score: a factor with 5 points in all weights scores 100.
const SCORE_PER_POINT: u64 = 20;

impl Assessment {
    /// Score, coverage and grade. Points outside 1 to 5 count as not assessed; of several rows for one
    /// factor the last counts.
    pub fn rate(&self, policy: &CreditPolicy) -> Rating {
        let (mut weighted, mut assessed, mut total) = (0, 0, 0);
        for &factor in Factor::ALL {
            let weight = u64::from(policy.weights.of(factor));
            total += weight;
            if let Some(points) = self.points(factor) {
                weighted += SCORE_PER_POINT * weight * u64::from(points);
                assessed += weight;
            }
        }
        let weight = match policy.unknown {
            UnknownFactor::LeftOut => assessed,
            UnknownFactor::ScoresZero => total,
        };
        let score = (assessed > 0).then_some(Score { weighted, weight });
        let coverage = (100 * assessed).checked_div(total).unwrap_or(0) as u32;
        let graded = score.filter(|_| 100 * assessed >= u64::from(policy.rated_from) * total);
        let grade = match self.knock_out {
            Some(_) => Some(Grade::X),
            None => graded.map(|score| grade(score, policy)),
        };
        Rating {
            score,
            coverage,
            grade,
            provisional: grade.is_some() && self.knock_out.is_none() && assessed < total,
        }
    }

    /// The points of a factor, 1 to 5; `None` when it was not assessed.
    pub fn points(&self, factor: Factor) -> Option<u8> {
        let row = self.scores.iter().rev().find(|score| score.factor == factor);
        row.and_then(|row| row.points).filter(|points| POINTS.contains(points))
    }

    /// The last day on which the grade is up to date; after it the assessment must be done again.
    /// `None` when it is not rated.
    pub fn review_due_on(&self, policy: &CreditPolicy) -> Option<NaiveDate> {
        let days = policy.review_days.of(self.rate(policy).grade?);
        Some(days_after(self.on, days))
    }
}

fn grade(score: Score, policy: &CreditPolicy) -> Grade {
    let reached = |(_, least): &(Grade, u32)| score.at_least(*least);
    policy.bands.rows().into_iter().find(reached).map_or(Grade::E, |(grade, _)| grade)
}

/// The assessment of a standard that counts on a day: the latest by effective date, then by recording.
pub fn assessment_on(assessments: &[Assessment], standard: Standard, day: NaiveDate) -> Option<&Assessment> {
    assessments
        .iter()
        .filter(|assessment| assessment.standard == standard && assessment.on <= day)
        .max_by_key(|assessment| (assessment.on, assessment.recorded_at, assessment.id))
}

/// The scores of a standard that count on a day, one for each factor in the order of the factors; one without
/// points and note where none was given.
pub fn scores_on(assessments: &[Assessment], standard: Standard, day: NaiveDate) -> Vec<FactorScore> {
    let present = assessment_on(assessments, standard, day);
    let of = |factor: &Factor| {
        present
            .and_then(|assessment| assessment.scores.iter().find(|score| score.factor == *factor))
            .cloned()
            .unwrap_or(FactorScore { factor: *factor, points: None, note: String::new() })
    };
    Factor::ALL.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assessment(points: [Option<u8>; 5]) -> Assessment {
        let row = |(&factor, points)| FactorScore { factor, points, note: String::new() };
        Assessment {
            id: AssessmentId(1),
            uid: Uid::nil(),
            standard: Standard::FiveC,
            on: "2026-06-30".parse().unwrap(),
            recorded_at: 0,
            scores: Factor::ALL.iter().zip(points).map(row).collect(),
            knock_out: None,
        }
    }

    /// A rating as people read it: score, grade, coverage, provisional mark.
    fn written(rating: &Rating) -> String {
        let score = rating.score.map_or("-".to_owned(), |score| {
            let tenths = score.tenths();
            format!("{}.{}", tenths / 10, tenths % 10)
        });
        let grade = rating.grade.map_or("-", Grade::code);
        let mark = if rating.provisional { " provisional" } else { "" };
        format!("{score} {grade} {}%{mark}", rating.coverage)
    }

    #[test]
    fn scores_and_grades() {
        let left_out = CreditPolicy::default();
        let scores_zero = CreditPolicy { unknown: UnknownFactor::ScoresZero, ..CreditPolicy::default() };
        for (points, policy, expected) in [
            ([Some(4), Some(4), Some(3), Some(2), Some(3)], &left_out, "68.0 C 100%"),
            ([Some(4), Some(4), Some(3), None, Some(3)], &left_out, "72.9 B 85% provisional"),
            ([Some(4), Some(4), Some(3), None, Some(3)], &scores_zero, "62.0 C 85% provisional"),
            ([Some(5); 5], &left_out, "100.0 A 100%"),
            ([Some(1); 5], &left_out, "20.0 E 100%"),
            ([None; 5], &left_out, "- - 0%"),
            // 55 percent are assessed, then 60.
            ([Some(5), Some(5), None, None, None], &left_out, "100.0 - 55%"),
            ([None, Some(5), Some(5), Some(5), None], &left_out, "100.0 A 60% provisional"),
            // Points that no factor can have.
            ([Some(4), Some(4), Some(3), Some(0), Some(3)], &left_out, "72.9 B 85% provisional"),
            ([Some(4), Some(4), Some(3), Some(6), Some(3)], &left_out, "72.9 B 85% provisional"),
        ] {
            assert_eq!(written(&assessment(points).rate(policy)), expected, "{points:?}");
        }
    }

    #[test]
    fn bands_compare_the_exact_score_not_the_rounded_one() {
        let policy = CreditPolicy::default();
        for (weighted, weight, expected) in [
            (80 * 100, 100, Grade::A),
            (79_999, 1000, Grade::B),
            (70 * 85, 85, Grade::B),
            (69_999, 1000, Grade::C),
            (60 * 100, 100, Grade::C),
            (59_999, 1000, Grade::D),
            (50 * 100, 100, Grade::D),
            (49_999, 1000, Grade::E),
        ] {
            assert_eq!(grade(Score { weighted, weight }, &policy), expected, "{weighted}/{weight}");
        }
    }

    #[test]
    fn tenths_round_half_up() {
        for (weighted, weight, expected) in [(6200, 85, 729), (6995, 100, 700), (6994, 100, 699), (1, 3, 3)] {
            assert_eq!(Score { weighted, weight }.tenths(), expected, "{weighted}/{weight}");
        }
    }

    #[test]
    fn a_knock_out_is_x_whatever_the_score() {
        for points in [[Some(5); 5], [None; 5]] {
            let out = Assessment { knock_out: Some(KnockOut::Bankrupt), ..assessment(points) };
            let rating = out.rate(&CreditPolicy::default());
            assert_eq!((rating.grade, rating.provisional), (Some(Grade::X), false));
        }
    }

    #[test]
    fn better_grades_are_reviewed_later() {
        let policy = CreditPolicy::default();
        for (points, expected) in [
            ([Some(5); 5], Some("2027-06-30")),
            ([Some(4), Some(4), Some(3), None, Some(3)], Some("2026-12-27")),
            ([Some(4), Some(4), Some(3), Some(2), Some(3)], Some("2026-09-28")),
            ([Some(1); 5], Some("2026-07-30")),
            ([None; 5], None),
        ] {
            let due = assessment(points).review_due_on(&policy).map(|day| day.to_string());
            assert_eq!(due.as_deref(), expected, "{points:?}");
        }
    }

    #[test]
    fn the_latest_assessment_until_the_day_counts() {
        let on = |id, day: &str, recorded_at| Assessment {
            id: AssessmentId(id),
            on: day.parse().unwrap(),
            recorded_at,
            ..assessment([Some(3); 5])
        };
        let all = [on(3, "2026-02-01", 30), on(1, "2026-01-01", 40), on(2, "2026-02-01", 20)];
        for (day, expected) in [("2025-12-31", None), ("2026-01-31", Some(1)), ("2026-02-01", Some(3))] {
            let counts = assessment_on(&all, Standard::FiveC, day.parse().unwrap());
            assert_eq!(counts.map(|assessment| assessment.id.0), expected, "{day}");
        }
    }
}
