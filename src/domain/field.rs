//! The field catalogue: one row a field; forms, filters, columns, import, export and `fields` read it.

use super::channel::Channel;
use super::choice::Choice;
use super::language::Language;
use super::party::{CustomerKind, Party, Size};
use super::position::Position;

/// A closed list behind a field, seen through its codes.
#[derive(Debug, Clone, Copy)]
pub struct ChoiceList {
    /// All codes, in the order in which they are offered.
    pub codes: fn() -> Vec<&'static str>,
    /// The code meant by a word (code, name in any language, synonym).
    pub code_of: fn(&str) -> Option<&'static str>,
    /// The name of a code in a language.
    pub name_of: fn(&str, Language) -> Option<&'static str>,
}

impl ChoiceList {
    const fn of<T: Choice>() -> ChoiceList {
        ChoiceList {
            codes: || T::ALL.iter().map(|choice| choice.code()).collect(),
            code_of: |word| T::from_word(word).map(Choice::code),
            name_of: |code, language| T::from_code(code).map(|choice| choice.name(language)),
        }
    }
}

/// What a field holds and how it is checked.
#[derive(Debug, Clone, Copy)]
pub enum FieldType {
    /// One line of text.
    Text,
    /// Text of several lines.
    Note,
    /// A whole number, 0 or more.
    Number,
    /// A date; facts, so never in the future.
    Day,
    /// A date of which day, or day and month, may be missing: `1988-05`, `1988`, `--03-07`.
    PartialDay,
    /// One code of a closed list.
    Choice(ChoiceList),
    /// Free words, any number of them.
    Tags,
    /// Another card.
    Card,
    /// Phone numbers, each with a kind.
    Phones,
    /// E-mail addresses, each with a kind.
    Emails,
    /// Postal addresses.
    Addresses,
    /// People.
    People,
}

/// The group (pane) of the card a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Who it is.
    Identity,
    /// Addresses and ways of contact.
    Reach,
    /// People.
    People,
    /// Where it came from.
    Source,
    /// Files and notes.
    Notes,
    /// Fields the user added.
    Own,
}

/// Whether commands and forms may set a field as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editing {
    /// By `--set`, in forms and by import.
    Free,
    /// By a command of its own only (`move` for the position).
    ByCommand,
}

/// One row of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The stable key: `--set key=value`, `key:value`, column, import mapping, JSON.
    pub key: &'static str,
    /// Its name, in the order of [`Language::ALL`].
    pub names: [&'static str; Language::ALL.len()],
    /// Where it stands on the card.
    pub group: Group,
    /// What it holds.
    pub kind: FieldType,
    /// How it is changed.
    pub editing: Editing,
    /// Further column headers by which files of other programs name it, lower case.
    pub headers: &'static [&'static str],
}

/// A field the user added, by key and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnField {
    /// The stable key.
    pub key: String,
    /// Its name for people.
    pub name: String,
}

const fn field(
    key: &'static str,
    names: [&'static str; Language::ALL.len()],
    group: Group,
    kind: FieldType,
    headers: &'static [&'static str],
) -> Field {
    Field { key, names, group, kind, editing: Editing::Free, headers }
}

/// The built-in fields, in the order in which forms and `fields` show them.
#[rustfmt::skip]
pub const CATALOGUE: &[Field] = &[
    field("name", ["Name", "名称", "名稱"], Group::Identity, FieldType::Text,
        &["full name", "display name", "customer", "customer name", "client", "file as",
          "姓名", "客户", "客户名称", "客户姓名", "名字"]),
    field("code", ["Code", "客户编号", "客戶編號"], Group::Identity, FieldType::Text,
        &["customer code", "customer no", "customer number", "no.", "record id", "编号", "客户代码", "客户号"]),
    field("short_name", ["Short name", "简称", "簡稱"], Group::Identity, FieldType::Text,
        &["nickname", "alias", "short name", "客户简称", "昵称"]),
    field("party", ["Party", "客户性质", "客戶性質"], Group::Identity, FieldType::Choice(ChoiceList::of::<Party>()),
        &["party type", "个人/单位", "个人单位"]),
    field("kind", ["Kind", "客户类型", "客戶類型"], Group::Identity, FieldType::Choice(ChoiceList::of::<CustomerKind>()),
        &["customer kind", "customer type", "type", "类型"]),
    Field { editing: Editing::ByCommand,
        ..field("position", ["Position", "客户定位", "客戶定位"], Group::Identity, FieldType::Choice(ChoiceList::of::<Position>()),
        &["status", "lifecycle stage", "lead status", "定位", "状态", "客户状态"]) },
    field("company", ["Company", "公司", "公司"], Group::Identity, FieldType::Text,
        &["organization name", "organization 1 - name", "organisation", "organization", "company name",
          "associated company", "employer", "account", "单位", "工作单位", "所在公司", "企业", "公司名称", "单位名称", "企业名称"]),
    field("title", ["Title", "职务", "職稱"], Group::Identity, FieldType::Text,
        &["job title", "organization title", "organization 1 - title", "position title", "职位", "职称"]),
    field("department", ["Department", "部门", "部門"], Group::Identity, FieldType::Text,
        &["organization department", "organization 1 - department"]),
    field("size", ["Size", "规模", "規模"], Group::Identity, FieldType::Choice(ChoiceList::of::<Size>()),
        &["company size", "企业规模"]),
    field("industry", ["Industry", "所属行业", "產業"], Group::Identity, FieldType::Text,
        &["sector", "trade", "行业"]),
    field("birth_date", ["Birth date", "出生日期", "出生日期"], Group::Identity, FieldType::PartialDay,
        &["birthday", "date of birth", "生日"]),
    field("tags", ["Tags", "标签", "標籤"], Group::Identity, FieldType::Tags,
        &["labels", "categories", "group membership", "groups", "tag", "类别", "分组", "分类"]),
    field("phones", ["Phone", "电话", "電話"], Group::Reach, FieldType::Phones,
        &["phone number", "telephone", "tel", "联系电话", "电话号码"]),
    field("emails", ["E-mail", "邮箱", "電子郵件"], Group::Reach, FieldType::Emails,
        &["email", "email address", "e-mail address", "mail", "电子邮件", "电子邮箱", "电子邮件地址"]),
    field("messenger", ["Messenger", "微信", "即時通訊"], Group::Reach, FieldType::Text,
        &["wechat", "whatsapp", "im", "微信号", "qq"]),
    field("website", ["Web site", "网站", "網站"], Group::Reach, FieldType::Text,
        &["web page", "url", "web", "website 1 - value", "网页", "网址", "个人网页"]),
    field("addresses", ["Address", "地址", "地址"], Group::Reach, FieldType::Addresses,
        &["street address", "联系地址", "通讯地址"]),
    field("people", ["People", "联系人员", "聯絡人員"], Group::People, FieldType::People,
        &["contact persons", "contacts"]),
    field("channel", ["Channel", "来源渠道", "來源管道"], Group::Source, FieldType::Choice(ChoiceList::of::<Channel>()),
        &["source", "lead source", "来源", "客户来源", "渠道"]),
    field("introducer", ["Introducer", "介绍人", "介紹人"], Group::Source, FieldType::Card,
        &["introduced by", "referred by"]),
    field("introducer_thanked_on", ["Introducer thanked on", "答谢介绍人日期", "答謝介紹人日期"], Group::Source, FieldType::Day, &[]),
    field("follow_up_days", ["Follow up every, days", "跟进间隔天数", "跟進間隔天數"], Group::Source, FieldType::Number, &[]),
    field("note", ["Notes", "备注", "備註"], Group::Notes, FieldType::Note,
        &["notes", "comment", "comments", "remark", "remarks", "memo", "附注", "说明", "注释"]),
];

/// Fields are the same when their keys are: no two rows share one.
impl PartialEq for Field {
    fn eq(&self, other: &Field) -> bool {
        self.key == other.key
    }
}

/// The built-in field with this key.
pub fn built_in(key: &str) -> Option<&'static Field> {
    CATALOGUE.iter().find(|field| field.key == key)
}

impl Field {
    /// Its name in a language.
    pub fn name(&self, language: Language) -> &'static str {
        self.names[language as usize]
    }

    /// Whether its values stand in one line, so that a list can be sorted by it.
    pub fn is_one_line(&self) -> bool {
        !matches!(
            self.kind,
            FieldType::Note
                | FieldType::Phones
                | FieldType::Emails
                | FieldType::Addresses
                | FieldType::People
        )
    }

    /// Whether a card may be without it.
    pub fn may_be_empty(&self) -> bool {
        !super::field_parse::NEVER_EMPTY.contains(&self.key)
    }
}
