//! Credit policy: weights, bands and limits of the score.

use serde::Deserialize;

use crate::domain::credit::{Factor, Grade};

/// How credit is scored and graded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CreditPolicy {
    /// What each factor weighs.
    pub weights: FactorWeights,
    /// What a factor not assessed does to the score.
    pub unknown: UnknownFactor,
    /// Least coverage in percent with which an assessment is rated at all.
    pub rated_from: u32,
    /// Least score of each grade; below the last one it is E.
    pub bands: GradeBands,
    /// Days after which an assessment must be done again.
    pub review_days: ReviewDays,
}

impl Default for CreditPolicy {
    fn default() -> Self {
        CreditPolicy {
            weights: FactorWeights::default(),
            unknown: UnknownFactor::LeftOut,
            rated_from: 60,
            bands: GradeBands::default(),
            review_days: ReviewDays::default(),
        }
    }
}

/// What a factor not assessed does to the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnknownFactor {
    /// Its weight is left out, and the grade is provisional.
    #[default]
    LeftOut,
    /// It counts as no points.
    ScoresZero,
}

/// The weight of each factor of the 5C standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of the factors")]
pub struct FactorWeights {
    pub character: u32,
    pub capacity: u32,
    pub capital: u32,
    pub collateral: u32,
    pub conditions: u32,
}

impl Default for FactorWeights {
    fn default() -> Self {
        FactorWeights { character: 30, capacity: 25, capital: 20, collateral: 15, conditions: 10 }
    }
}

impl FactorWeights {
    /// The weight of one factor.
    pub fn of(&self, factor: Factor) -> u32 {
        match factor {
            Factor::Character => self.character,
            Factor::Capacity => self.capacity,
            Factor::Capital => self.capital,
            Factor::Collateral => self.collateral,
            Factor::Conditions => self.conditions,
        }
    }
}

/// The least score, of 100, of each grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of the grades")]
pub struct GradeBands {
    pub a: u32,
    pub b: u32,
    pub c: u32,
    pub d: u32,
}

impl Default for GradeBands {
    fn default() -> Self {
        GradeBands { a: 80, b: 70, c: 60, d: 50 }
    }
}

impl GradeBands {
    /// The bands, best first.
    pub fn rows(&self) -> [(Grade, u32); 4] {
        [(Grade::A, self.a), (Grade::B, self.b), (Grade::C, self.c), (Grade::D, self.d)]
    }
}

/// Days after which an assessment must be done again, by its grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of the grades")]
pub struct ReviewDays {
    pub a: u32,
    pub b: u32,
    pub c: u32,
    pub d: u32,
    pub e: u32,
    pub x: u32,
}

impl Default for ReviewDays {
    fn default() -> Self {
        ReviewDays { a: 365, b: 180, c: 90, d: 30, e: 30, x: 30 }
    }
}

impl ReviewDays {
    /// The days for a grade.
    pub fn of(&self, grade: Grade) -> u32 {
        match grade {
            Grade::A => self.a,
            Grade::B => self.b,
            Grade::C => self.c,
            Grade::D => self.d,
            Grade::E => self.e,
            Grade::X => self.x,
        }
    }
}
