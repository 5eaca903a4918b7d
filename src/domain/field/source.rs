//! Where the customer came from.

use super::FieldType as T;
use super::{ChoiceList, Field, Group, P, PCF, Sign, Time, field, key};
use crate::domain::channel::Channel;

const G: Group = Group::Source;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, key::CHANNEL, ["Channel", "来源渠道", "來源管道"], T::Choice(ChoiceList::of::<Channel>())).first(PCF)
        .headed(&["source", "lead source", "来源", "客户来源", "渠道"]),
    field(G, "found_on", ["Known since", "首次获知日期", "首次獲知日期"], T::PartialDay(Time::Past)).first(P)
        .headed(&["first seen", "来源日期"]),
    field(G, "further_channels", ["Assisting channels", "辅助渠道", "輔助管道"], T::Choices(ChoiceList::of::<Channel>())),
    field(G, key::INTRODUCER, ["Introducer", "介绍人", "介紹人"], T::Card).first(PCF)
        .headed(&["introduced by", "referred by", "referrer", "推荐人", "转介人", "引荐人"]),
    field(G, "introduced_how", ["Introduced how", "介绍方式", "介紹方式"], T::Text),
    field(G, "introducer_thanked_on", ["Introducer thanked on", "答谢介绍人日期", "答謝介紹人日期"], T::Day(Time::Past)),
    field(G, "introducer_reward", ["Introducer's reward", "介绍报酬", "介紹報酬"], T::Money(Sign::Positive)),
    field(G, "campaign", ["Campaign", "市场活动", "市場活動"], T::Tags)
        .headed(&["campaigns", "活动"]),
];
