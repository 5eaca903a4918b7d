//! The names that may stand before a colon in a query.

use crate::domain::choice::{Choice, choices};
use crate::domain::detail::{DetailGroup, GROUPS};
use crate::domain::field::{CATALOGUE, Field, OwnField};
use crate::domain::nearest::nearest;
use crate::domain::text::fold::same;

choices! {
    /// Fields of the query language that have a meaning of their own; others are those of the catalogue.
    pub enum QueryField {
        Position = "position", ["position", "定位", "定位"], ["客户定位"];
        Kind = "kind", ["kind", "类型", "類型"], ["客户类型"];
        Party = "party", ["party", "客户性质", "客戶性質"];
        Tag = "tag", ["tag", "标签", "標籤"], ["tags"];
        Channel = "channel", ["channel", "渠道", "管道"], ["来源渠道", "来源"];
        Man = "man", ["MAN", "MAN", "MAN"];
        Class = "class", ["class", "类别", "類別"];
        Best = "best", ["best case", "最好", "最好"];
        Ask = "ask", ["ask", "待问", "待問"];
        Due = "due", ["due", "到期", "到期"];
        Overdue = "overdue", ["overdue", "逾期", "逾期"];
        Silent = "silent", ["silent", "未联系", "未聯絡"];
        Last = "last", ["last contact", "最近联系", "最近聯絡"];
        Next = "next", ["next action", "下一步", "下一步"];
        Created = "created", ["created", "创建", "建立"];
        Updated = "updated", ["updated", "更新", "更新"];
        Grade = "grade", ["grade", "信用等级", "信用等級"];
        Abc = "abc", ["ABC class", "ABC分类", "ABC分類"];
        Zone = "zone", ["zone", "片区", "責任區"];
        Id = "id", ["id", "编号", "編號"];
        Code = "code", ["code", "客户编号", "客戶編號"];
        Name = "name", ["name", "名称", "名稱"], ["short_name", "简称"];
        Company = "company", ["company", "公司", "公司"];
        Person = "person", ["person", "联系人", "聯絡人"], ["people", "联系人员"];
        Phone = "phone", ["phone", "电话", "電話"], ["phones"];
        Email = "email", ["e-mail", "邮箱", "電子郵件"], ["emails", "mail"];
        Region = "region", ["region", "地区", "地區"];
        Address = "address", ["address", "地址", "地址"], ["addresses"];
        Introducer = "introducer", ["introducer", "介绍人", "介紹人"];
        Has = "has", ["has", "有", "有"];
        No = "no", ["no", "无", "無"];
        In = "in", ["in", "在", "在"];
    }
}

/// What a word before a colon is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named<'own> {
    /// A field with a meaning of its own in queries.
    Query(QueryField),
    /// Any other field of the catalogue.
    Catalogue(&'static Field),
    /// A repeating group of details.
    Detail(&'static DetailGroup),
    /// A field the user added.
    Own(&'own OwnField),
    /// A latin word that names no field; the nearest that does.
    Unknown(&'own str),
    /// No name of a field, so the colon is part of a text.
    Text,
}

/// Judges the word before a colon. A latin word is always meant as a field.
pub(super) fn named<'own>(word: &str, own: &'own [OwnField]) -> Named<'own> {
    // No name of a field is longer.
    const LONGEST: usize = 64;
    if word.is_empty() || word.len() > LONGEST {
        return Named::Text;
    }
    if let Some(field) = QueryField::from_word(word) {
        // It is not worked out: where somebody keeps it by hand, that is what they mean.
        let by_hand = || own.iter().find(|own| is_abc(&own.key) || is_abc(&own.name));
        let by_hand = if field == QueryField::Abc { by_hand() } else { None };
        return by_hand.map_or(Named::Query(field), Named::Own);
    }
    if let Some(field) = catalogue_field(word) {
        return Named::Catalogue(field);
    }
    if let Some(field) = own_field(word, own) {
        return Named::Own(field);
    }
    if let Some(group) = DetailGroup::meant(word) {
        return Named::Detail(group);
    }
    let is_latin = word.starts_with(|first: char| first.is_ascii_alphabetic())
        && word.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-'));
    if !is_latin {
        return Named::Text;
    }
    let known = QueryField::ALL.iter().map(|field| field.code());
    let known =
        known.chain(CATALOGUE.iter().map(|field| field.key)).chain(GROUPS.iter().map(|group| group.key));
    Named::Unknown(nearest(word, known.chain(own.iter().map(|field| field.key.as_str()))))
}

fn is_abc(word: &str) -> bool {
    QueryField::from_word(word) == Some(QueryField::Abc)
}

/// The user's own field with this key or name.
pub(super) fn own_field<'own>(word: &str, own: &'own [OwnField]) -> Option<&'own OwnField> {
    own.iter().find(|field| same(&field.key, word) || same(&field.name, word))
}

/// The field of the catalogue with this key or name.
pub(super) fn catalogue_field(word: &str) -> Option<&'static Field> {
    CATALOGUE.iter().find(|field| same(field.key, word) || field.names.hold(word))
}
