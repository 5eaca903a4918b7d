//! Credit: dated assessments by factor, with points and a note for each.

use chrono::NaiveDate;

use super::choice::choices;
use super::id::{AssessmentId, Uid};

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
}
