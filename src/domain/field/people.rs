//! The people on a card, and what is personal about an individual who is the card.

use super::FieldType as T;
use super::terms::Temper;
use super::{ChoiceList, Field, Group, PCF, Sensitive, field};

const G: Group = Group::People;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "people", ["People", "联系人员", "聯絡人員"], T::People).first(PCF)
        .headed(&["contact persons", "contacts"]),
    field(G, "interests", ["Special interests", "特殊兴趣", "特殊興趣"], T::Tags).of_individuals()
        .headed(&["hobbies", "hobby", "interest", "爱好", "兴趣"]),
    field(G, "avoid", ["Topics to avoid", "忌谈话题", "忌談話題"], T::Text).of_individuals(),
    field(G, "temper", ["Character", "性格", "性格"], T::Open(ChoiceList::of::<Temper>())).of_individuals(),
    field(G, "abilities", ["Abilities, experience", "能力、经历", "能力、經歷"], T::Text).of_individuals(),
    field(G, "family", ["Family", "家庭情况", "家庭情況"], T::Note).of_individuals().sensitive(Sensitive::Family),
    field(G, "personal_life", ["Personal life", "个人生活", "個人生活"], T::Note).of_individuals()
        .sensitive(Sensitive::PersonalLife),
    field(G, "other_reference", ["Other reference", "其他参考资料", "其他參考資料"], T::Note),
];
