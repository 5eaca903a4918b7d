//! Credit policy: weights, bands and limits of the score.

use serde::Deserialize;

use super::row::thresholds;
use crate::domain::credit::{Factor, Grade};

thresholds! {
    /// How credit is scored and graded.
    pub struct CreditPolicy
    with {
        /// What each factor weighs.
        weights: FactorWeights;
        /// What a factor not assessed does to the score.
        unknown: UnknownFactor;
        /// Least score of each grade; below the last one it is E.
        bands: GradeBands;
        /// Days after which an assessment must be done again.
        review_days: ReviewDays;
    } {
        rated_from: u32 = 60, Percent, [
            "Least share of the weights that must be assessed for a grade.",
            "评级所需的最低评估覆盖率。",
            "評級所需的最低評估覆蓋率。"];
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

thresholds! {
    /// The weight of each factor of the 5C standard.
    #[derive(Copy)]
    pub struct FactorWeights {
        character: u32 = 30, Points, [
            "Weight of character.", "品德的权重。", "品德的權重。"];
        capacity: u32 = 25, Points, [
            "Weight of capacity.", "能力的权重。", "能力的權重。"];
        capital: u32 = 20, Points, [
            "Weight of capital.", "资本的权重。", "資本的權重。"];
        collateral: u32 = 15, Points, [
            "Weight of collateral.", "抵押的权重。", "抵押的權重。"];
        conditions: u32 = 10, Points, [
            "Weight of conditions.", "条件的权重。", "條件的權重。"];
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

thresholds! {
    /// The least score, of 100, of each grade.
    #[derive(Copy)]
    pub struct GradeBands {
        a: u32 = 80, Points, [
            "Least score, of 100, of grade A.", "A 级的最低分（满分 100）。", "A 級的最低分（滿分 100）。"];
        b: u32 = 70, Points, [
            "Least score, of 100, of grade B.", "B 级的最低分（满分 100）。", "B 級的最低分（滿分 100）。"];
        c: u32 = 60, Points, [
            "Least score, of 100, of grade C.", "C 级的最低分（满分 100）。", "C 級的最低分（滿分 100）。"];
        d: u32 = 50, Points, [
            "Least score, of 100, of grade D.", "D 级的最低分（满分 100）。", "D 級的最低分（滿分 100）。"];
    }
}

impl GradeBands {
    /// The bands, best first.
    pub fn rows(&self) -> [(Grade, u32); 4] {
        [(Grade::A, self.a), (Grade::B, self.b), (Grade::C, self.c), (Grade::D, self.d)]
    }
}

thresholds! {
    /// Days after which an assessment must be done again, by its grade.
    #[derive(Copy)]
    pub struct ReviewDays {
        a: u32 = 365, Days, [
            "An assessment of grade A is to be done again after this.", "A 级评估之后再评。", "A 級評估之後再評。"];
        b: u32 = 180, Days, [
            "An assessment of grade B is to be done again after this.", "B 级评估之后再评。", "B 級評估之後再評。"];
        c: u32 = 90, Days, [
            "An assessment of grade C is to be done again after this.", "C 级评估之后再评。", "C 級評估之後再評。"];
        d: u32 = 30, Days, [
            "An assessment of grade D is to be done again after this.", "D 级评估之后再评。", "D 級評估之後再評。"];
        e: u32 = 30, Days, [
            "An assessment of grade E is to be done again after this.", "E 级评估之后再评。", "E 級評估之後再評。"];
        x: u32 = 30, Days, [
            "An assessment of grade X is to be done again after this.", "X 级评估之后再评。", "X 級評估之後再評。"];
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
