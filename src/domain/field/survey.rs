//! The three survey cards: what each asks for first, in six blocks below a head. No data is moved.

use super::CardView;
use crate::domain::choice::choices;
use crate::domain::language::Language;
use crate::domain::names::{self, Names};

choices! {
    /// What a block tells that is no field: it is derived of the card, or recorded by a key of its own.
    pub enum Fact {
        Money = "m", ["M", "M", "M"];
        Authority = "a", ["A", "A", "A"];
        Need = "n", ["N", "N", "N"];
        Advice = "advice", ["Advice", "建议", "建議"];
        LastContact = "last-contact", ["Last contact", "最近联系", "最近聯絡"];
        NextAction = "next-action", ["Next", "下一步", "下一步"];
        Credit = "credit", ["Credit", "信用", "信用"];
        Left = "left", ["Left", "流失", "流失"];
    }
}

/// One thing a block holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Holds {
    /// Something that is no field.
    Fact(Fact),
    /// A field of the catalogue, by its key.
    Field(&'static str),
    /// The people.
    People,
    /// The details of a group, by its key.
    Details(&'static str),
}

/// A block of a survey card.
#[derive(Debug, PartialEq)]
pub struct Block {
    names: Names,
    /// What it holds, in its order.
    pub holds: &'static [Holds],
}

impl Block {
    /// Its name in a language.
    pub fn name(&self, language: Language) -> &'static str {
        self.names.in_language(language)
    }
}

const fn block(names: names::Row, holds: &'static [Holds]) -> Block {
    Block { names: Names::of(names), holds }
}

/// What stands above the blocks of every card: who it is, and how to reach it.
pub const HEAD: [&str; 8] = ["name", "code", "company", "title", "kind", "position", "phones", "emails"];

/// How many blocks a card has.
pub const BLOCKS: usize = 6;

use Holds::{Details, Field, People};

static PROSPECT: [Block; BLOCKS] = [
    block(
        ["Money, authority, need", "购买力、决定权、需求", "購買力、決定權、需求"],
        &[
            Holds::Fact(Fact::Money),
            Holds::Fact(Fact::Authority),
            Holds::Fact(Fact::Need),
            Holds::Fact(Fact::Advice),
        ],
    ),
    block(
        ["Source and introducer", "来源与介绍人", "來源與介紹人"],
        &[
            Field("channel"),
            Field("found_on"),
            Field("introducer"),
            Field("introduced_how"),
            Field("introducer_thanked_on"),
            Field("campaign"),
        ],
    ),
    block(["People and their roles", "联系人与角色", "聯絡人與角色"], &[People, Details("profile")]),
    block(
        ["Needs, criteria, products in use", "需求、购买标准、现用产品", "需求、購買標準、現用產品"],
        &[
            Details("need"),
            Field("criterion_price"),
            Field("criterion_quality"),
            Field("criterion_features"),
            Field("criterion_service"),
            Field("criterion_delivery"),
            Field("criterion_reputation"),
            Field("criterion_risk"),
            Field("criterion_return"),
            Field("criterion_taste"),
            Field("motive"),
            Field("motive_note"),
            Details("product"),
        ],
    ),
    block(
        ["Competitor at the customer", "客户处的竞争对手", "客戶處的競爭對手"],
        &[Details("competitor"), Field("main_competitor"), Field("our_answer")],
    ),
    block(
        ["What may come of it", "前景", "前景"],
        &[
            Field("potential"),
            Field("potential_note"),
            Field("budget"),
            Field("budget_period"),
            Field("buying_time"),
            Field("buying_certainty"),
            Field("barriers"),
        ],
    ),
];

static CURRENT: [Block; BLOCKS] = [
    block(
        ["Dealings", "往来情况", "往來情況"],
        &[
            Holds::Fact(Fact::LastContact),
            Holds::Fact(Fact::NextAction),
            Field("tier"),
            Field("cooperation"),
            Field("activity_now"),
        ],
    ),
    block(["People and their roles", "联系人与角色", "聯絡人與角色"], &[People, Details("profile")]),
    block(
        [
            "Bought from us, entitlements, wishes",
            "已购产品、到期权益、待供需求",
            "已購產品、到期權益、待供需求",
        ],
        &[Details("owned"), Details("wish")],
    ),
    block(
        ["Terms and credit", "交易条件与信用", "交易條件與信用"],
        &[Holds::Fact(Fact::Credit), Field("policy")],
    ),
    block(
        ["Satisfaction and relation", "满意度与关系", "滿意度與關係"],
        &[
            Details("complaint"),
            Field("relation_level"),
            Field("relation_phase"),
            Field("closeness"),
            Field("switching_cost"),
            Field("image"),
        ],
    ),
    block(
        ["Competitor, our share", "竞争对手与我方份额", "競爭對手與我方份額"],
        &[Details("competitor"), Field("main_competitor"), Field("yearly_demand"), Field("market_share")],
    ),
];

static FORMER: [Block; BLOCKS] = [
    block(
        ["What was", "过去的往来", "過去的往來"],
        &[Holds::Fact(Fact::LastContact), Field("tier"), Field("cooperation")],
    ),
    block(
        ["Why it left, who gained", "流失原因与去向", "流失原因與去向"],
        &[Holds::Fact(Fact::Left), Field("main_competitor"), Details("competitor")],
    ),
    block(
        ["Unsolved matters", "未解决的问题", "未解決的問題"],
        &[Details("complaint"), Field("activity_now")],
    ),
    block(["Who still speaks with us", "仍有来往的人", "仍有往來的人"], &[People, Details("relation")]),
    block(
        ["Winning back", "挽回计划", "挽回計畫"],
        &[
            Holds::Fact(Fact::Advice),
            Field("goal"),
            Field("our_answer"),
            Field("switching_cost"),
            Details("wish"),
        ],
    ),
    block(
        ["When to ask again", "何时再问", "何時再問"],
        &[Field("ask_again"), Holds::Fact(Fact::NextAction)],
    ),
];

impl CardView {
    /// The blocks of the card, in their order.
    pub fn blocks(self) -> &'static [Block; BLOCKS] {
        match self {
            CardView::Prospect => &PROSPECT,
            CardView::Current => &CURRENT,
            CardView::Former => &FORMER,
        }
    }

    /// Whether one of its blocks holds this.
    pub fn holds(self, wanted: Holds) -> bool {
        self.blocks().iter().any(|block| block.holds.contains(&wanted))
    }

    /// Whether a field stands in its head or in one of its blocks.
    pub fn asks_first(self, key: &str) -> bool {
        let is_it = |holds: &Holds| matches!(holds, Holds::Field(own) if *own == key);
        HEAD.contains(&key) || self.blocks().iter().any(|block| block.holds.iter().any(is_it))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::detail::DetailGroup;
    use crate::domain::field::built_in;

    #[test]
    fn what_a_block_holds_is_there_and_stands_in_one_block_of_its_card_only() {
        for view in CardView::ALL {
            let mut seen: Vec<&Holds> = Vec::new();
            for holds in view.blocks().iter().flat_map(|block| block.holds) {
                assert!(!seen.contains(&holds), "{view:?} {holds:?}");
                seen.push(holds);
                match holds {
                    Field(key) => assert!(built_in(key).is_some() && !HEAD.contains(key), "{key}"),
                    Details(key) => assert!(DetailGroup::with_key(key).is_some(), "{key}"),
                    Holds::Fact(_) | People => {}
                }
            }
        }
        assert!(HEAD.iter().all(|key| built_in(key).is_some()));
    }
}
