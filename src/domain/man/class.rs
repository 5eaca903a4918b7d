//! Classes: what the letters say is to be done with a prospect.

use crate::domain::choice::choices;

choices! {
    /// The class of a prospect, best first. Declared in order of rank: ideal is 1, stop is 6.
    pub enum Class {
        Ideal = "ideal", ["ideal", "理想对象"];
        AwakenNeed = "awaken_need", ["awaken need", "激发需求"], ["awaken"];
        FindAuthority = "find_authority", ["find authority", "寻找决策人"];
        Finance = "finance", ["finance", "融资或分期"];
        Nurture = "nurture", ["nurture", "长期培养"];
        Stop = "stop", ["stop", "停止接触"];
        Investigate = "investigate", ["investigate", "待查"];
    }
}
