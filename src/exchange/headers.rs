//! What a column header means, also where several columns make up one field, as other programs write them.
//!
//! The rows here are the headers of Google's, Outlook's (English and Chinese) and HubSpot's files and of
//! hand-made lists, beyond the keys, names and synonyms of the field catalogue.

use super::details;
use crate::domain::choice::Choice;
use crate::domain::detail::DetailGroup;
use crate::domain::field::{CATALOGUE, Field};
use crate::domain::reach::{AddressKind, EmailKind, PhoneKind};
use crate::domain::text::fold::fold;

/// What a column gives to a card.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// A field of the catalogue, whole.
    Field(&'static Field),
    /// Given name.
    GivenName,
    /// Further given names.
    MiddleName,
    /// Family name.
    FamilyName,
    /// The person spoken to; the card's own name where no other column gives one.
    ContactPerson,
    /// How somebody is addressed: `Dr.`, `Ms.`
    FormOfAddress,
    /// What the value is that stands in the pair of columns of this name and number.
    PairLabel(&'static str, u8),
    /// A value that only its label says the meaning of.
    PairValue(&'static str, u8),
    /// Phone numbers of one kind.
    Phone(PhoneKind),
    /// Label of the numbered phone column.
    PhoneLabel(u8),
    /// Phone numbers whose kind stands in the label column of the same number.
    PhoneValue(u8),
    /// E-mail addresses of one kind.
    Email(EmailKind),
    /// Label of the numbered e-mail column.
    EmailLabel(u8),
    /// E-mail addresses whose kind stands in the label column of the same number.
    EmailValue(u8),
    /// One line of a postal address.
    Address(AddressColumns, AddressPart),
    /// The next action: day, kind, note.
    NextAction,
    /// The details of a group.
    Details(&'static DetailGroup),
}

/// Which columns make up one postal address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AddressColumns {
    /// Columns without further name: `City`, `Postal code` …
    Plain,
    /// Columns named after the use of the address: `Business Street` …
    Of(AddressKind),
    /// Numbered columns with a label column: `Address 1 - Street` …
    Numbered(u8),
}

/// One line of a postal address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressPart {
    /// What the address is for.
    Label,
    /// Street and house, also further lines of them.
    Street,
    /// Box at the post office.
    PostBox,
    /// Town.
    City,
    /// Province or state.
    Province,
    /// Post code.
    PostCode,
    /// Country.
    Country,
    /// District or county within the town.
    District,
    /// Region, as far down as it is known: any of those above in one text.
    Region,
    /// All of it in one text: used when the other lines are empty.
    Whole,
    /// The user's own sales zone.
    Zone,
}

/// Headers of one meaning; `#` stands for a number.
#[rustfmt::skip]
const COMPOSITE: &[(Part, &[&str])] = &[
    (Part::GivenName, &["first name", "given name", "forename", "名"]),
    (Part::MiddleName, &["middle name", "additional name", "中间名"]),
    (Part::FamilyName, &["last name", "family name", "surname", "姓", "姓氏"]),
    (Part::FormOfAddress, &["name prefix", "salutation", "称谓", "称呼"]),
    (Part::ContactPerson, &["contact", "contact name", "contact person", "联系人", "主要联系人", "联系人姓名", "对接人", "联络人", "联络人姓名",
        "contact full name"]),

    (Part::Phone(PhoneKind::Mobile), &["mobile", "mobile #", "mobile phone", "mobile phone #", "mobile phone number",
        "mobile number", "cell", "cell phone", "cellphone", "移动电话", "移动电话 #", "行动电话", "手机", "手机#", "手机号", "手机号码",
        "行动电话 #", "联系手机", "mobile no", "mobile no.", "handphone", "cell phone number"]),
    (Part::Phone(PhoneKind::Work), &["business phone", "business phone #", "work phone", "work phone #", "office phone",
        "商务电话", "商务电话 #", "办公电话", "单位电话", "工作电话", "公司电话", "座机", "座机号码", "固定电话", "固话",
        "办公室电话", "work number", "work tel", "direct phone"]),
    (Part::Phone(PhoneKind::Home), &["home phone", "home phone #", "住宅电话", "住宅电话 #", "家庭电话", "宅电",
        "住家电话", "住家电话 #", "家里电话"]),
    (Part::Phone(PhoneKind::Main), &["company main phone", "company phone", "main phone", "单位主要电话", "总机"]),
    (Part::Phone(PhoneKind::Fax), &["fax", "fax number", "fax no.", "传真号", "business fax", "home fax", "other fax", "传真", "传真号码",
        "商务传真", "住宅传真", "其他传真"]),
    (Part::Phone(PhoneKind::Other), &["other phone", "primary phone", "car phone", "pager", "assistant's phone",
        "其他电话", "主要电话", "车载电话", "助理的电话", "寻呼机"]),
    (Part::PhoneLabel(0), &["phone # - label", "phone # - type"]),
    (Part::PhoneValue(0), &["phone # - value", "phone #", "phone#", "phone number #", "电话#", "电话 #", "联系电话#", "联系电话 #"]),

    (Part::Email(EmailKind::Work), &["work email", "work e-mail", "business email", "工作邮箱", "公司邮箱"]),
    (Part::Email(EmailKind::Home), &["home email", "home e-mail", "personal email", "私人邮箱", "个人邮箱", "个人电子邮件"]),
    (Part::EmailLabel(0), &["e-mail # - label", "e-mail # - type", "email # - label", "email # - type"]),
    (Part::EmailValue(0), &["e-mail # - value", "email # - value", "e-mail # address", "e-mail address #", "e-mail #",
        "email #", "email#", "email address #", "电子邮件 # 地址", "电子邮件#地址", "电子邮件 #", "邮箱#", "邮箱 #"]),

    (Part::PairLabel("event", 0), &["event # - label", "event # - type"]),
    (Part::PairValue("event", 0), &["event # - value"]),
    (Part::PairLabel("relation", 0), &["relation # - label", "relation # - type"]),
    (Part::PairValue("relation", 0), &["relation # - value"]),
    (Part::PairLabel("custom", 0), &["custom field # - label", "custom field # - type"]),
    (Part::PairValue("custom", 0), &["custom field # - value"]),

    (Part::NextAction, &["next", "next action", "next_action", "next step", "下一步", "下次联系", "下次跟进",
        "下次联系时间", "下次联系日期", "下次跟进时间", "下次跟进日期", "下次拜访", "下次拜访时间", "下次拜访日期", "下次回访时间",
        "next contact", "next contact date", "next follow up", "next follow-up", "follow-up date"]),
];

/// How columns of an address begin that is named after its use.
#[rustfmt::skip]
const ADDRESS_USES: &[(AddressKind, &[&str])] = &[
    (AddressKind::Office, &["business", "work", "office", "mailing", "商务地址", "商务", "办公地址", "公司地址", "单位地址"]),
    (AddressKind::Home, &["home", "住宅地址", "住家地址", "住家", "家庭地址", "家庭住址", "居住地址", "住址"]),
    (AddressKind::Delivery, &["shipping", "delivery", "收货地址", "送货地址"]),
    (AddressKind::Invoice, &["billing", "invoice"]),
    (AddressKind::Other, &["other", "其他地址"]),
];

/// The lines of an address, standing alone or after its use or number.
#[rustfmt::skip]
const ADDRESS_LINES: &[(AddressPart, &[&str])] = &[
    (AddressPart::Street, &["street", "street #", "street address", "address", "address line #", "extended address",
        "街道", "街道 #", "街", "地址", "联系地址", "联络地址", "通讯地址", "详细地址", "邮寄地址", "寄件地址", "营业地址",
        "mailing address", "postal address", "address #"]),
    (AddressPart::PostBox, &["po box", "address po box", "邮政信箱"]),
    (AddressPart::City, &["city", "town", "市/县", "市/镇", "县市", "城市", "所在城市", "市"]),
    (AddressPart::Province, &["state", "region", "province", "state/region", "省/市/自治区", "省/自治区", "省份", "所在省份", "省",
        "state/province"]),
    (AddressPart::PostCode, &["postal code", "post code", "postcode", "zip", "zip code", "zip/postal code", "邮政编码", "邮递区号", "邮编"]),
    (AddressPart::Country, &["country", "country/region", "国家/地区", "国家"]),
    (AddressPart::District, &["district", "区县", "区/县", "县区", "县/区", "区", "县", "所在区县", "行政区", "乡镇市区"]),
    (AddressPart::Region, &["地区", "所在地区", "省市区", "省/市/区", "省市", "省市县", "所在地", "所在省市"]),
    (AddressPart::Whole, &["formatted"]),
    (AddressPart::Label, &["label", "type"]),
    (AddressPart::Zone, &["zone", "sales zone", "territory", "片区", "区域", "销售区域"]),
];

/// Headers of columns that say nothing of a customer, whatever file they stand in.
#[rustfmt::skip]
const EMPTY_TALK: &[&str] = &[
    "e-mail type", "e-mail # type", "e-mail display name", "e-mail # display name", "website # - label", "website # - type",
    "电子邮件类型", "电子邮件 # 类型", "电子邮件显示名称", "电子邮件 # 显示名称",
];

/// A header by which a file is known as Outlook's.
const OUTLOOK: &[&str] = &["sensitivity", "敏感度"];

/// Headers of columns that say nothing of a customer in a file of Outlook's, and may in others.
#[rustfmt::skip]
const EMPTY_TALK_OF_OUTLOOK: &[&str] = &[
    "sensitivity", "priority", "private", "initials", "internet free busy", "directory server",
    "敏感度", "优先级", "私有", "缩写", "internet 忙闲", "目录服务器",
];

/// Which of the folded headers of a file stand over columns that say nothing of a customer.
pub fn empty_talk(headers: &[String]) -> Vec<bool> {
    let is_outlooks = headers.iter().any(|header| OUTLOOK.contains(&header.as_str()));
    let is_empty = |header: &String| {
        EMPTY_TALK.contains(&numbered(header).0.as_str())
            || (is_outlooks && EMPTY_TALK_OF_OUTLOOK.contains(&header.as_str()))
    };
    headers.iter().map(is_empty).collect()
}

/// What a header means; `None` when it is not known.
pub fn recognise(header: &str) -> Option<Part> {
    let header = folded(header);
    details::of_header(&header)
        .map(Part::Details)
        .or_else(|| by_key_or_name(&header))
        .or_else(|| composite(&header))
        .or_else(|| address_line(&header))
        .or_else(|| by_synonym(&header))
}

/// How headers are compared: as all texts are, and without the marks some programs put around them.
pub fn folded(header: &str) -> String {
    fold(header).trim_matches([' ', '*', ':']).to_owned()
}

fn by_key_or_name(header: &str) -> Option<Part> {
    let means = |field: &&Field| {
        field.key.replace('_', " ") == header
            || field.key == header
            || field.names.all().any(|name| folded(name) == *header)
    };
    CATALOGUE.iter().find(means).map(Part::Field)
}

fn by_synonym(header: &str) -> Option<Part> {
    CATALOGUE.iter().find(|field| field.headers.contains(&header)).map(Part::Field)
}

fn composite(header: &str) -> Option<Part> {
    let (pattern, number) = numbered(header);
    let row = COMPOSITE.iter().find(|(_, headers)| headers.contains(&pattern.as_str()));
    row.map(|(part, _)| part.with_number(number))
}

/// The part of a field that the mapping names so, see [`Part::key`].
pub fn part_named(key: &str) -> Option<Part> {
    let (_, number) = numbered(key);
    let parts = COMPOSITE.iter().map(|(part, _)| part.with_number(number));
    let lines = ADDRESS_LINES.iter().flat_map(|(line, _)| {
        let named = AddressKind::ALL.iter().map(|kind| AddressColumns::Of(*kind));
        let all = named.chain([AddressColumns::Plain, AddressColumns::Numbered(number)]);
        all.map(|columns| Part::Address(columns, *line))
    });
    parts.chain(lines).find(|part| part.key() == key)
}

fn address_line(header: &str) -> Option<Part> {
    let (pattern, number) = numbered(header);
    if let Some(line) = pattern.strip_prefix("address # - ") {
        return line_named(line).map(|part| Part::Address(AddressColumns::Numbered(number), part));
    }
    for (kind, prefixes) in ADDRESS_USES {
        for prefix in *prefixes {
            let rest = pattern.strip_prefix(prefix).map(|rest| rest.trim_matches([' ', '-']));
            let part = match rest {
                Some("") if !prefix.is_ascii() => Some(AddressPart::Street),
                Some(line) => line_named(line).filter(|part| *part != AddressPart::Label),
                None => None,
            };
            if let Some(part) = part {
                return Some(Part::Address(AddressColumns::Of(*kind), part));
            }
        }
    }
    let alone = line_named(&pattern)?;
    let clear = !matches!(alone, AddressPart::Label | AddressPart::Whole);
    clear.then_some(Part::Address(AddressColumns::Plain, alone))
}

fn line_named(line: &str) -> Option<AddressPart> {
    ADDRESS_LINES.iter().find(|(_, lines)| lines.contains(&line)).map(|(part, _)| *part)
}

/// The header with its first number as `#`, and the number (0 without one).
fn numbered(header: &str) -> (String, u8) {
    let Some(start) = header.find(|character: char| character.is_ascii_digit()) else {
        return (header.to_owned(), 0);
    };
    let rest = &header[start..];
    let end = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
    match rest[..end].parse() {
        Ok(number) => (format!("{}#{}", &header[..start], &rest[end..]), number),
        Err(_) => (header.to_owned(), 0),
    }
}

impl Part {
    /// The same of a column with this number.
    fn with_number(self, number: u8) -> Part {
        match self {
            Part::PhoneLabel(_) => Part::PhoneLabel(number),
            Part::PhoneValue(_) => Part::PhoneValue(number),
            Part::EmailLabel(_) => Part::EmailLabel(number),
            Part::EmailValue(_) => Part::EmailValue(number),
            Part::PairLabel(name, _) => Part::PairLabel(name, number),
            Part::PairValue(name, _) => Part::PairValue(name, number),
            other => other,
        }
    }

    /// How the mapping names it, in `--map` and in the report of an import.
    pub fn key(self) -> String {
        match self {
            Part::Field(field) => field.key.to_owned(),
            Part::GivenName => "name.given".to_owned(),
            Part::MiddleName => "name.middle".to_owned(),
            Part::FamilyName => "name.family".to_owned(),
            Part::ContactPerson => "people.name".to_owned(),
            Part::FormOfAddress => "name.prefix".to_owned(),
            Part::PairLabel(..) | Part::PairValue(..) => "note".to_owned(),
            Part::Phone(kind) => format!("phones.{}", kind.code()),
            Part::PhoneLabel(number) => format!("phones.{number}.kind"),
            Part::PhoneValue(number) => format!("phones.{number}"),
            Part::Email(kind) => format!("emails.{}", kind.code()),
            Part::EmailLabel(number) => format!("emails.{number}.kind"),
            Part::EmailValue(number) => format!("emails.{number}"),
            Part::Address(columns, part) => {
                let part = format!("{part:?}").to_lowercase();
                match columns {
                    AddressColumns::Plain => format!("addresses.{part}"),
                    AddressColumns::Of(kind) => format!("addresses.{}.{part}", kind.code()),
                    AddressColumns::Numbered(number) => format!("addresses.{number}.{part}"),
                }
            }
            Part::NextAction => "next".to_owned(),
            Part::Details(group) => details::header(group),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_many_programs_are_known() {
        for (header, expected) in [
            ("name", "name"),
            ("Short name", "short_name"),
            ("short_name", "short_name"),
            ("客户名称", "name"),
            ("公司名称", "company"),
            ("  ＮＡＭＥ ", "name"),
            ("手机", "phones.mobile"),
            ("电话", "phones"),
            ("電話", "phones"),
            ("行動電話", "phones.mobile"),
            ("電子郵件地址", "emails"),
            ("聯絡人", "people.name"),
            ("客戶名稱", "name"),
            ("備註：", "note"),
            ("商務地址 郵遞區號", "addresses.office.postcode"),
            ("来源渠道", "channel"),
            ("First Name", "name.given"),
            ("Family Name", "name.family"),
            ("Phone 1 - Label", "phones.1.kind"),
            ("Phone 12 - Value", "phones.12"),
            ("E-mail 2 - Value", "emails.2"),
            ("Address 1 - Postal Code", "addresses.1.postcode"),
            ("Address 1 - Formatted", "addresses.1.whole"),
            ("Organization Name", "company"),
            ("Organization Title", "title"),
            ("Labels", "tags"),
            ("Business Street 2", "addresses.office.street"),
            ("Business Phone 2", "phones.work"),
            ("Business Country/Region", "addresses.office.country"),
            ("E-mail 2 Address", "emails.2"),
            ("Categories", "tags"),
            ("单位", "company"),
            ("姓", "name.family"),
            ("商务地址 街道", "addresses.office.street"),
            ("住宅地址 邮政编码", "addresses.home.postcode"),
            ("商务电话 2", "phones.work"),
            ("电子邮件 2 地址", "emails.2"),
            ("电子邮件地址", "emails"),
            ("附注", "note"),
            ("Lead Status", "position"),
            ("City", "addresses.city"),
            ("Street Address", "addresses.street"),
            ("邮箱地址", "emails"),
            ("電郵", "emails"),
            ("電子信箱", "emails"),
            ("Email1", "emails.1"),
            ("聯絡電話", "phones"),
            ("联系方式", "phones"),
            ("Tel.", "phones"),
            ("Mobile No.", "phones.mobile"),
            ("行動電話 2", "phones.mobile"),
            ("全称", "name"),
            ("聯絡人姓名", "people.name"),
            ("Account Name", "company"),
            ("所属公司", "company"),
            ("公司地址", "addresses.office.street"),
            ("Mailing State/Province", "addresses.office.province"),
            ("Billing Zip/Postal Code", "addresses.invoice.postcode"),
            ("商務 - 市/鎮", "addresses.office.city"),
            ("家庭住址", "addresses.home.street"),
            ("下次跟进时间", "next"),
            ("片区", "addresses.zone"),
            ("区县", "addresses.district"),
            ("鄉鎮市區", "addresses.district"),
            ("Shipping District", "addresses.delivery.district"),
            ("地區", "addresses.region"),
            ("省市区", "addresses.region"),
            ("法人", "legal_representative"),
            ("法定代表人", "legal_representative"),
            ("法人姓名", "legal_representative"),
            ("下次跟进", "next"),
            ("details.need", "details.need"),
            ("Details.竞争对手", "details.competitor"),
        ] {
            assert_eq!(recognise(header).map(Part::key).as_deref(), Some(expected), "{header}");
            // What the report of an import calls it can be said in `--map`.
            let said = recognise(expected).or_else(|| part_named(expected));
            assert_eq!(said.map(Part::key).as_deref(), Some(expected), "{header}");
        }
        for header in ["", "Photo", "Phonetic First Name", "E-mail 2 Display Name", "Label", "宠物"] {
            assert!(recognise(header).is_none(), "{header}");
        }
        // What one program means by them is not what the next one does: they stay as they are called.
        for header in [
            "负责人",
            "負責人",
            "销售负责人",
            "客户等级",
            "客户级别",
            "阶段",
            "销售阶段",
            "分机",
            "钉钉",
            "Telegram",
            "Skype",
        ] {
            assert!(recognise(header).is_none(), "{header}");
        }
    }

    #[test]
    fn every_known_header_stands_here_as_it_is_compared() {
        let composite = COMPOSITE.iter().flat_map(|(_, headers)| headers.iter());
        let empty = [EMPTY_TALK, OUTLOOK, EMPTY_TALK_OF_OUTLOOK].into_iter().flatten();
        let uses = ADDRESS_USES.iter().flat_map(|(_, prefixes)| prefixes.iter());
        let lines = ADDRESS_LINES.iter().flat_map(|(_, lines)| lines.iter());
        let synonyms = CATALOGUE.iter().flat_map(|field| field.headers.iter());
        for header in composite.chain(empty).chain(uses).chain(lines).chain(synonyms) {
            assert_eq!(folded(header), *header);
        }
    }

    #[test]
    fn every_field_is_known_by_its_own_key_and_names() {
        for field in CATALOGUE {
            for header in std::iter::once(field.key).chain(field.names.all()) {
                assert_eq!(recognise(header).map(Part::key).as_deref(), Some(field.key), "{header}");
            }
        }
    }
}
