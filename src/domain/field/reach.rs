//! Addresses and ways of contact.

use super::FieldType as T;
use super::terms::{ContactWay, SpokenLanguage};
use super::{ChoiceList, Field, Group, PC, PCF, field};

const G: Group = Group::Reach;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "phones", ["Phone", "电话", "電話"], T::Phones).first(PCF)
        .headed(&["phone number", "telephone", "telephone number", "tel", "tel.", "tel no", "tel no.",
          "phone no", "phone no.", "contact number", "contact no.", "contact phone", "联系电话", "联络电话", "连络电话",
          "电话号码", "联系方式", "联络方式", "手机/电话", "电话/手机"]),
    field(G, "emails", ["E-mail", "邮箱", "電子郵件"], T::Emails).first(PC)
        .headed(&["email", "email address", "e-mail address", "mail", "primary email", "secondary email",
          "e-mail-address", "电子邮件", "电子邮箱", "电子邮件地址", "电子邮箱地址", "邮箱地址", "邮箱号", "联系邮箱", "电邮",
          "电邮地址", "电子信箱", "信箱", "邮件", "邮件地址"]),
    field(G, "messenger", ["Messenger", "即时通讯", "即時通訊"], T::Text).first(PC)
        .headed(&["wechat", "whatsapp", "im", "微信", "微信号", "qq", "line", "wechat id", "whatsapp number",
          "line id", "微信 id", "微信id", "微信号码", "qq号", "qq号码", "微信/qq", "qq/微信"]),
    field(G, "website", ["Web site", "网站", "網站"], T::Text).first(PC)
        .headed(&["web page", "url", "web", "website 1 - value", "homepage", "网页", "网址",
          "个人网页", "公司网站", "公司网址", "主页", "官网"]),
    field(G, "addresses", ["Address", "地址", "地址"], T::Addresses).first(PCF)
        .headed(&["street address", "联系地址", "通讯地址"]),
    field(G, "contact_way", ["Preferred way", "偏好联络方式", "偏好聯絡方式"], T::Choice(ChoiceList::of::<ContactWay>())).first(PC)
        .headed(&["preferred contact", "preferred way of contact", "联络方式偏好"]),
    field(G, "contact_hours", ["Preferred hours", "偏好联络时间", "偏好聯絡時間"], T::Text).first(PC)
        .headed(&["best time", "best hours", "方便时间"]),
    field(G, "language", ["Language", "语言", "語言"], T::Open(ChoiceList::of::<SpokenLanguage>()))
        .headed(&["preferred language", "语种"]),
];
