//! Ways to reach a party: phones, e-mail addresses, postal addresses.

use chrono::NaiveDate;

use super::choice::{Choice, choices};
use super::id::EntryId;

choices! {
    /// What a phone number is for.
    pub enum PhoneKind {
        Mobile = "mobile", ["mobile", "手机", "手機"], ["cell", "移动电话", "移动", "行动电话", "行动"];
        Work = "work", ["work", "办公电话", "公司電話"], ["office", "business", "商务电话", "办公", "办公室", "公司", "工作", "座机", "市话", "直线"];
        Home = "home", ["home", "住宅电话", "住家電話"], ["private", "住宅", "家里", "家庭", "家", "宅电"];
        Main = "main", ["main", "总机", "總機"], ["company", "前台", "总台", "代表号"];
        Fax = "fax", ["fax", "传真", "傳真"];
        Other = "other", ["other", "其他", "其他"];
    }
}

choices! {
    /// What an e-mail address is for.
    pub enum EmailKind {
        Work = "work", ["work", "工作", "工作"], ["office", "business", "办公", "公司"];
        Home = "home", ["home", "私人", "私人"], ["private", "个人", "家庭"];
        Other = "other", ["other", "其他", "其他"];
    }
}

choices! {
    /// What a postal address is for.
    pub enum AddressKind {
        Office = "office", ["office", "办公", "辦公室"], ["work", "business"];
        Registered = "registered", ["registered", "注册", "登記"];
        Plant = "plant", ["plant", "工厂", "工廠"];
        Delivery = "delivery", ["delivery", "收货", "收貨"];
        Invoice = "invoice", ["invoice", "开票", "發票"];
        Home = "home", ["home", "住宅", "住家"];
        Other = "other", ["other", "其他", "其他"];
    }
}

/// A phone number of a card or of a person on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneEntry {
    /// Its row.
    pub id: EntryId,
    /// What it is for.
    pub kind: PhoneKind,
    /// As typed.
    pub number: String,
    /// The form in which numbers are compared: `+` and digits, see [`normal`](super::phone).
    pub normal: String,
}

/// An e-mail address of a card or of a person on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailEntry {
    /// Its row.
    pub id: EntryId,
    /// What it is for.
    pub kind: EmailKind,
    /// As typed.
    pub address: String,
}

/// A postal address without its row: what is typed or imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is for.
    pub kind: AddressKind,
    /// Province, city, district or code.
    pub region: String,
    /// Street and house.
    pub street: String,
    /// Post code.
    pub post_code: String,
    /// The user's own sales zone.
    pub zone: String,
    /// Order in the zone on the user's own route.
    pub order: Option<i64>,
    /// Minutes the way there takes.
    pub minutes: Option<i64>,
    /// The first day it holds.
    pub from: Option<NaiveDate>,
    /// The last day it holds.
    pub to: Option<NaiveDate>,
    /// Where to park, how to get in.
    pub access: String,
}

impl Place {
    /// An address of which nothing is known but what it is for.
    pub fn empty(kind: AddressKind) -> Place {
        Place {
            kind,
            region: String::new(),
            street: String::new(),
            post_code: String::new(),
            zone: String::new(),
            order: None,
            minutes: None,
            from: None,
            to: None,
            access: String::new(),
        }
    }

    /// The parts with their names, as commands and files take them back; those that say nothing left out.
    pub fn parts(&self) -> Vec<(&'static str, String)> {
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let parts = [
            ("kind", self.kind.code().to_owned()),
            ("region", self.region.clone()),
            ("street", self.street.clone()),
            ("post_code", self.post_code.clone()),
            ("zone", self.zone.clone()),
            ("order", number(self.order)),
            ("minutes", number(self.minutes)),
            ("from", day(self.from)),
            ("to", day(self.to)),
            ("note", self.access.clone()),
        ];
        parts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// A postal address of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Its row.
    pub id: EntryId,
    /// The address itself.
    pub place: Place,
}
