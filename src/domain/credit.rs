//! Credit: dated assessments by factor, with points and a note for each.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use super::choice::{Choice, choices};
use super::id::{AssessmentId, Uid};
use super::policy::{CreditPolicy, UnknownFactor};

choices! {
    /// A set of factors by which credit is judged.
    pub enum Standard {
        FiveC = "5c", ["5C", "5C"];
    }
}

choices! {
    /// The factors of the 5C standard, in the order in which they are asked.
    pub enum Factor {
        Character = "character", ["Character", "品格"];
        Capacity = "capacity", ["Capacity", "能力"];
        Capital = "capital", ["Capital", "资本"];
        Collateral = "collateral", ["Collateral", "担保品"];
        Conditions = "conditions", ["Conditions", "环境状况"];
    }
}

choices! {
    /// The credit grade, best first; X is knocked out whatever the score.
    pub enum Grade {
        A = "A", ["A", "A"];
        B = "B", ["B", "B"];
        C = "C", ["C", "C"];
        D = "D", ["D", "D"];
        E = "E", ["E", "E"];
        X = "X", ["X", "X"];
    }
}

choices! {
    /// A fact that rules out credit whatever the score.
    pub enum KnockOut {
        Bankrupt = "bankrupt", ["bankrupt or struck off", "破产或注销"];
        BadPayer = "bad-payer", ["on a public bad-payer list", "列入失信名单"];
        DebtDenied = "debt-denied", ["refused to confirm a due debt", "拒绝确认到期债务"];
        NoCapacity = "no-capacity", ["no legal capacity", "无民事行为能力"];
        OwnBlock = "own-block", ["own block", "自行封锁"];
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
        Some(self.on.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX))
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
