//! Points: what stands first among what is due, and where a day of visits leads.

use super::row::thresholds;
use crate::domain::man::class::Class;
use crate::domain::position::Position;
use crate::domain::tier::Tier;

thresholds! {
    /// Points of a contact with a card: those with more come first.
    pub struct PointsPolicy {
        prospect: u32 = 100, Points, [
            "A prospect has these, less those of the next row for its class.",
            "潜在客户的起点分，再按类别扣下一行的分。",
            "潛在客戶的起點分，再按類別扣下一列的分。"];
        class_step: u32 = 10, Points, [
            "Taken off once for the best class it can still come to be, twice for the second, and so on.",
            "可能达到的最佳类别排第一扣一次，第二扣两次，依此类推。",
            "可能達到的最佳類別排第一扣一次，第二扣兩次，依此類推。"];
        key: u32 = 90, Points, ["Key customers.", "关键客户。", "關鍵客戶。"];
        develop: u32 = 70, Points, ["Customers to develop.", "发展客户。", "發展客戶。"];
        maintain: u32 = 40, Points, [
            "Customers to maintain, and those without a value tier.",
            "维持客户，以及未定价值分组的客户。",
            "維持客戶，以及未定價值分組的客戶。"];
        opportunity: u32 = 20, Points, ["Opportunities.", "机会客户。", "機會客戶。"];
        others: u32 = 20, Points, ["Everybody else.", "其他客户。", "其他客戶。"];
        overdue: u32 = 30, Points, [
            "Each overdue day is one point more, up to these.",
            "每逾期一天加一分，最多加这么多。",
            "每逾期一天加一分，最多加這麼多。"];
    }
}

impl PointsPolicy {
    /// What a contact with a card is worth on the day it is due: of a prospect by the best class it can come to, of an
    /// actual customer by its value tier.
    pub fn worth(&self, position: Position, best: Class, tier: Option<Tier>) -> u32 {
        match position {
            Position::Potential | Position::Target => {
                self.prospect.saturating_sub(self.class_step.saturating_mul(best.rank().into()))
            }
            Position::Actual => match tier {
                Some(Tier::Key) => self.key,
                Some(Tier::Develop) => self.develop,
                Some(Tier::Maintain) | None => self.maintain,
                Some(Tier::Opportunity) => self.opportunity,
            },
            Position::Drift | Position::Lost | Position::Non => self.others,
        }
    }

    /// What it is worth so many days later; ahead of the day no less.
    pub fn after(&self, worth: u32, overdue_days: i64) -> u32 {
        let more = u32::try_from(overdue_days.max(0)).unwrap_or(u32::MAX);
        worth.saturating_add(more.min(self.overdue))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_worth_more_has_more_points() {
        let policy = PointsPolicy::default();
        for (position, best, tier, overdue, expected) in [
            (Position::Potential, Class::Ideal, None, 14, 104),
            (Position::Potential, Class::Ideal, Some(Tier::Opportunity), 0, 90),
            (Position::Target, Class::Nurture, None, 0, 50),
            (Position::Actual, Class::Nurture, None, 400, 70),
            (Position::Actual, Class::Nurture, Some(Tier::Key), 0, 90),
            (Position::Actual, Class::Ideal, Some(Tier::Opportunity), 0, 20),
            (Position::Lost, Class::Ideal, None, 1, 21),
            (Position::Lost, Class::Ideal, Some(Tier::Key), -3, 20),
        ] {
            let points = policy.after(policy.worth(position, best, tier), overdue);
            assert_eq!(points, expected, "{position:?} {best:?} {tier:?} {overdue}");
        }
    }
}
