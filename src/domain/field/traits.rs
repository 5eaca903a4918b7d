//! Traits of the customer: what they can do, think and want.

use super::FieldType as T;
use super::terms::{Band, BuyingWay, Closeness, Motive, Play, RelationLevel, RelationPhase};
use super::{C, CF, ChoiceList, Field, Group, P, PC, field};

const G: Group = Group::Traits;

/// Points from weakest to strongest.
const POINTS: T = T::Score(1, 5);
/// A weight; 0 says that it does not count.
const WEIGHT: T = T::Score(0, 5);

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "market_area", ["Market area", "市场区域", "市場區域"], T::Tags).of_organisations().first(PC)
        .headed(&["markets", "销售市场"]),
    field(G, "selling_ability", ["Selling ability", "销售能力", "銷售能力"], POINTS).of_organisations().first(PC),
    field(G, "selling_ability_note", ["Selling ability, why", "销售能力说明", "銷售能力說明"], T::Text).of_organisations(),
    field(G, "potential", ["Development potential", "发展潜力", "發展潛力"], POINTS).first(PC),
    field(G, "potential_note", ["Potential, why", "发展潜力说明", "發展潛力說明"], T::Text),
    field(G, "business_ideas", ["Business ideas", "经营观念", "經營觀念"], T::Text).of_organisations().first(C),
    field(G, "direction", ["Direction", "经营方向", "經營方向"], T::Text).of_organisations().first(C),
    field(G, "policy", ["Policy", "经营政策", "經營政策"], T::Text).of_organisations().first(C)
        .headed(&["price policy"]),
    field(G, "operation", ["Features of operation", "经营特点", "經營特點"], T::Text).of_organisations().first(C),
    field(G, "criterion_features", ["Criterion: features", "购买标准：性能", "購買標準：性能"], WEIGHT).first(P),
    field(G, "criterion_price", ["Criterion: price", "购买标准：价格", "購買標準：價格"], WEIGHT).first(P),
    field(G, "criterion_quality", ["Criterion: quality", "购买标准：质量", "購買標準：品質"], WEIGHT).first(P),
    field(G, "criterion_reputation", ["Criterion: reputation", "购买标准：信誉", "購買標準：信譽"], WEIGHT).first(P),
    field(G, "criterion_risk", ["Criterion: risk", "购买标准：风险", "購買標準：風險"], WEIGHT).first(P),
    field(G, "criterion_return", ["Criterion: return", "购买标准：收益", "購買標準：收益"], WEIGHT).first(P),
    field(G, "criterion_taste", ["Criterion: taste", "购买标准：喜好", "購買標準：喜好"], WEIGHT).first(P),
    field(G, "criterion_service", ["Criterion: service", "购买标准：服务", "購買標準：服務"], WEIGHT).first(P),
    field(G, "criterion_delivery", ["Criterion: delivery", "购买标准：交期", "購買標準：交期"], WEIGHT).first(P),
    field(G, "motive", ["Buying motive", "购买动机", "購買動機"], T::Open(ChoiceList::of::<Motive>())).first(PC)
        .headed(&["motive", "动机"]),
    field(G, "motive_note", ["Motive, in words", "购买动机说明", "購買動機說明"], T::Text),
    field(G, "buying_frequency", ["Purchases a year", "年购买次数", "年購買次數"], T::Number).first(PC)
        .headed(&["buying frequency", "购买频率"]),
    field(G, "buying_way", ["Buys how", "购买渠道", "購買管道"], T::Choice(ChoiceList::of::<BuyingWay>())).first(PC)
        .headed(&["buying channel", "采购方式"]),
    field(G, "decision_steps", ["Decision steps", "决策过程", "決策過程"], T::Text).first(PC),
    field(G, "spending_share", ["Share of income spent", "支出占收入比", "支出占收入比"], T::Percent).of_individuals(),
    field(G, "lifestyle", ["Lifestyle, values", "心理特征、阶层", "心理特徵、階層"], T::Text).of_individuals(),
    field(G, "relation_level", ["Relation level", "关系层次", "關係層次"], T::Choice(ChoiceList::of::<RelationLevel>())).first(C),
    field(G, "relation_phase", ["Relation phase", "关系阶段", "關係階段"], T::Choice(ChoiceList::of::<RelationPhase>())).first(C),
    field(G, "closeness", ["Closeness", "密切策略", "密切策略"], T::Choice(ChoiceList::of::<Closeness>())).first(C),
    field(G, "play", ["Play", "转化打法", "轉化打法"], T::Choice(ChoiceList::of::<Play>())),
    field(G, "switching_cost", ["Switching cost", "转换成本", "轉換成本"], T::Choice(ChoiceList::of::<Band>())).first(CF),
    field(G, "switching_cost_note", ["Switching cost, why", "转换成本说明", "轉換成本說明"], T::Text),
    field(G, "influence", ["Influence centre", "中心人物", "中心人物"], T::Score(0, 5)).first(PC),
    field(G, "influence_circle", ["Circle of influence", "影响圈子", "影響圈子"], T::Text).first(PC),
];
