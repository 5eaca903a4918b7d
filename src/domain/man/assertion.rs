//! What is known about the three letters, and since when: dated statements with a strength.

use chrono::NaiveDate;

use crate::domain::choice::choices;
use crate::domain::id::{AssertionId, ContactId, PersonId};

choices! {
    /// One of the three tests of a prospect.
    pub enum Letter {
        Money = "m", ["money", "购买力", "購買力"], ["资金"];
        Authority = "a", ["authority", "决定权", "決定權"], ["购买决定权"];
        Need = "n", ["need", "需求", "需求"];
    }
}

choices! {
    /// Three-valued truth. Unknown is the start value and never counts as no.
    pub enum Answer {
        Yes = "yes", ["yes", "是", "是"];
        No = "no", ["no", "否", "否"];
        Unknown = "unknown", ["unknown", "未知", "未知"];
    }
}

choices! {
    /// How good the evidence is, weakest first.
    pub enum Strength {
        Hearsay = "hearsay", ["hearsay", "传闻", "傳聞"];
        Said = "said", ["said", "客户所说", "客戶所說"];
        Document = "document", ["document", "文件或付款", "文件或付款"];
    }
}

/// A dated statement about one letter. [`Answer::Unknown`] withdraws what was said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assertion {
    /// Its row; later rows were recorded later.
    pub id: AssertionId,
    /// Which letter.
    pub letter: Letter,
    /// What is said of it.
    pub answer: Answer,
    /// The day from which it holds (effective date).
    pub on: NaiveDate,
    /// When it was written down: UTC, milliseconds since 1970.
    pub recorded_at: i64,
    /// Whose authority, or who said it.
    pub person: Option<PersonId>,
    /// How good the evidence is.
    pub strength: Strength,
    /// The contact it came from.
    pub contact: Option<ContactId>,
    /// Free words.
    pub note: String,
}
