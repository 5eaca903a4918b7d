//! Follow-up policy: after how many days a card is due again.

use super::row::thresholds;
use crate::domain::man::class::Class;
use crate::domain::tier::Tier;

thresholds! {
    /// Intervals in days, and what they count from.
    pub struct FollowUpPolicy
    with {
        /// Prospects, from the last two-way contact.
        by_class: ClassIntervals;
        /// Actual customers of a tier, from the last two-way contact.
        by_tier: TierIntervals;
    } {
        customer: u32 = 60, Days, [
            "Actual customers without a value tier are due so long after the last two-way contact.",
            "未定价值分组的现实客户：上次双向联系之后。",
            "未定價值分組的現實客戶：上次雙向聯絡之後。"];
        dormant: u32 = 14, Days, [
            "Actual customers who have stopped ordering are due so long after the last two-way contact.",
            "久未下单的客户：上次双向联系之后。",
            "久未下單的客戶：上次雙向聯絡之後。"];
        dormant_after: u32 = 180, Days, [
            "A customer of few orders has stopped ordering after so long without one.",
            "订单少的客户：这么久没有下单即为休眠。",
            "訂單少的客戶：這麼久沒有下單即為休眠。"];
        dormant_orders: u32 = 3, Count, [
            "From so many orders on, the usual gap between them says when a customer has stopped ordering.",
            "订单达到这么多次，按惯常间隔判断休眠。",
            "訂單達到這麼多次，按慣常間隔判斷休眠。"];
        dormant_gaps: u32 = 2, Count, [
            "So many usual gaps without an order are too many.",
            "超过惯常间隔这么多倍没有下单即为休眠。",
            "超過慣常間隔這麼多倍沒有下單即為休眠。"];
        dormant_least: u32 = 90, Days, [
            "Though never before so long without an order.",
            "但至少这么久没有下单才算休眠。",
            "但至少這麼久沒有下單才算休眠。"];
        lost_after: u32 = 365, Days, [
            "A customer who has not ordered for longer is proposed as lost.",
            "超过这么久没有下单，建议定为流失。",
            "超過這麼久沒有下單，建議定為流失。"];
        lost_recoverable: u32 = 90, Days, [
            "Lost customers who can be won back are due so long after the last two-way contact.",
            "可挽回的流失客户：上次双向联系之后。",
            "可挽回的流失客戶：上次雙向聯絡之後。"];
        never_contacted: u32 = 3, Days, [
            "Cards without any two-way contact are due so long after they were made.",
            "从未双向联系的客户：建卡之后。",
            "從未雙向聯絡的客戶：建檔之後。"];
        enquiry: u32 = 0, Days, [
            "Prospects are due so long after an enquiry of theirs.",
            "潜在客户来询之后。",
            "潛在客戶來詢之後。"];
        retries: [u32; 3] = [3, 7, 14], Days, [
            "After the first, second and third attempt in a row that reached nobody.",
            "连续第一、二、三次联系不上之后。",
            "連續第一、二、三次聯絡不上之後。"];
        review: u32 = 365, Days, [
            "Cards that are never due are looked at again so long after the last thing that happened.",
            "从不到期的客户：最后一次动态之后复核。",
            "從不到期的客戶：最後一次動態之後複核。"];
        thanks: u32 = 3, Days, [
            "Who introduced somebody is thanked so long after the first meeting with them.",
            "与被介绍人首次见面之后答谢介绍人。",
            "與被介紹人首次見面之後答謝介紹人。"];
        silent: u32 = 30, Days, [
            "Customers not heard from for longer are listed as silent.",
            "超过这么久没有联系即列为久未联系。",
            "超過這麼久沒有聯絡即列為久未聯絡。"];
        complaint_open: u32 = 7, Days, [
            "A complaint not solved is asked about so long after it was made.",
            "投诉未解决：这么久之后提醒。",
            "投訴未解決：這麼久之後提醒。"];
        anniversary_ahead: u32 = 7, Days, [
            "An anniversary is told of so long ahead.",
            "纪念日提前提醒。",
            "紀念日提前提醒。"];
        ending_ahead: u32 = 60, Days, [
            "The end of a contract or a permit is told of so long ahead.",
            "合同、许可到期提前提醒。",
            "合約、許可到期提前提醒。"];
        entitlement_ahead: u32 = 30, Days, [
            "The end of a warranty or a subscription of theirs is told of so long ahead.",
            "保修、订阅到期提前提醒。",
            "保固、訂閱到期提前提醒。"];
    }
}

thresholds! {
    /// Intervals in days for prospects, by class, from the last two-way contact. Class stop has none.
    pub struct ClassIntervals {
        ideal: u32 = 7, Days, [
            "All three letters yes: propose and ask for the order.", "三项皆备：提案、促成下单。", "三項皆備：提案、促成下單。"];
        find_authority: u32 = 14, Days, [
            "Who may decide is to be found.", "待找到决策人。", "待找到決策者。"];
        investigate: u32 = 14, Days, [
            "A letter is unknown.", "有待了解的项目。", "有待了解的項目。"];
        awaken_need: u32 = 21, Days, [
            "The need is to be awakened.", "待唤起需求。", "待喚起需求。"];
        finance: u32 = 30, Days, [
            "A way to pay is to be found.", "待解决资金。", "待解決資金。"];
        nurture: u32 = 60, Days, [
            "Kept warm until things change.", "保持往来，等待变化。", "保持往來，等待變化。"];
    }
}

thresholds! {
    /// Intervals in days for actual customers, by value tier, from the last two-way contact.
    pub struct TierIntervals {
        key: u32 = 14, Days, ["Key customers.", "关键客户。", "關鍵客戶。"];
        develop: u32 = 30, Days, ["Customers to develop.", "发展客户。", "發展客戶。"];
        maintain: u32 = 60, Days, ["Customers to maintain.", "维持客户。", "維持客戶。"];
        opportunity: u32 = 120, Days, ["Opportunities.", "机会客户。", "機會客戶。"];
    }
}

impl TierIntervals {
    /// The interval of a tier.
    pub fn days(&self, tier: Tier) -> u32 {
        match tier {
            Tier::Key => self.key,
            Tier::Develop => self.develop,
            Tier::Maintain => self.maintain,
            Tier::Opportunity => self.opportunity,
        }
    }
}

impl ClassIntervals {
    /// The interval of a class; `None` for stop.
    pub fn days(&self, class: Class) -> Option<u32> {
        match class {
            Class::Ideal => Some(self.ideal),
            Class::FindAuthority => Some(self.find_authority),
            Class::Investigate => Some(self.investigate),
            Class::AwakenNeed => Some(self.awaken_need),
            Class::Finance => Some(self.finance),
            Class::Nurture => Some(self.nurture),
            Class::Stop => None,
        }
    }
}
