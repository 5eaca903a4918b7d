//! What is planned to be bought and when, beside the letters of MAN, and what is planned for the customer.

use super::FieldType as T;
use super::terms::Certainty;
use super::{CF, ChoiceList, Field, Group, P, PCF, Sign, Time, field};
use crate::domain::reason::LossReason;
use crate::domain::tier::Tier;

const G: Group = Group::Qualification;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "budget", ["Budget", "预算", "預算"], T::Money(Sign::Positive)).first(P)
        .headed(&["deal value", "预算金额"]),
    field(G, "budget_period", ["Budget period", "预算期间", "預算期間"], T::Text).first(P),
    field(G, "funding", ["Funding", "资金来源", "資金來源"], T::Text).first(P),
    field(G, "buying_time", ["Buying time", "购买时机", "購買時機"], T::PartialDay(Time::Any)).first(P)
        .headed(&["close date", "expected close date", "预计成交日期"]),
    field(G, "buying_certainty", ["Buying time, how sure", "购买时机确定性", "購買時機確定性"], T::Choice(ChoiceList::of::<Certainty>())).first(P),
    field(G, "barriers", ["Not converted because", "未转化原因", "未轉化原因"], T::Choices(ChoiceList::of::<LossReason>())).first(P),
    field(G, "goal", ["Goal", "客户目标", "客戶目標"], T::Text).first(PCF),
    field(G, "goal_amount", ["Goal, amount", "目标金额", "目標金額"], T::Money(Sign::Positive)),
    field(G, "goal_date", ["Goal, date", "目标日期", "目標日期"], T::Day(Time::Any)),
    field(G, "follow_up_days", ["Follow up every, days", "跟进间隔天数", "跟進間隔天數"], T::Number),
    field(G, "tier", ["Value tier", "价值分组", "價值分組"], T::Choice(ChoiceList::of::<Tier>())).first(CF),
    field(G, "ask_again", ["Ask again on", "再次询问日期", "再次詢問日期"], T::Day(Time::Any)).first(&[super::CardView::Former]),
];
