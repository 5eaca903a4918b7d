//! What a customer is worth to us beside the others: the four groups by which one divides one's time.

use super::choice::choices;

choices! {
    /// A value tier, the most valuable first.
    pub enum Tier {
        Key = "key", ["key customer", "关键客户", "關鍵客戶"], ["关键", "钻石级", "a-customer"];
        Develop = "develop", ["to develop", "发展客户", "發展客戶"], ["发展", "重点客户"];
        Maintain = "maintain", ["to maintain", "维持客户", "維持客戶"], ["维持"];
        Opportunity = "opportunity", ["opportunity", "机会客户", "機會客戶"], ["机会"];
    }
}
