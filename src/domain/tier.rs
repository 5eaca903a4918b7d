//! What a customer is worth to us beside the others: the four groups by which one divides one's time, and the share
//! of the whole.

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

choices! {
    /// The class of a customer by the share of those who contribute more. It follows from dealings, of which none are
    /// kept: no card has one yet.
    pub enum Abc {
        A = "A", ["A", "A", "A"];
        B = "B", ["B", "B", "B"];
        C = "C", ["C", "C", "C"];
        Loss = "L", ["L, loss", "L，亏损", "L，虧損"], ["loss", "亏损"];
    }
}
