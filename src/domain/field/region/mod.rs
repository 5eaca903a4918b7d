//! Regions: the divisions of China by their six-digit codes of GB/T 2260, and what a typed region is.

mod find;
mod leading;
mod table;

use std::borrow::Cow;

pub use find::matching;
pub use leading::{Leading, leading};
pub use table::Region;

use crate::domain::choice::choices;
use crate::domain::language::Language;
use crate::domain::text::fold::fold;

choices! {
    /// A province, autonomous region, municipality or special region, by the first two digits of its codes.
    pub enum Province {
        Beijing = "11", ["Beijing", "北京", "北京"], ["北京市"];
        Tianjin = "12", ["Tianjin", "天津", "天津"], ["天津市"];
        Hebei = "13", ["Hebei", "河北", "河北"], ["河北省"];
        Shanxi = "14", ["Shanxi", "山西", "山西"], ["山西省"];
        InnerMongolia = "15", ["Inner Mongolia", "内蒙古", "內蒙古"], ["内蒙古自治区"];
        Liaoning = "21", ["Liaoning", "辽宁", "遼寧"], ["辽宁省"];
        Jilin = "22", ["Jilin", "吉林", "吉林"], ["吉林省"];
        Heilongjiang = "23", ["Heilongjiang", "黑龙江", "黑龍江"], ["黑龙江省"];
        Shanghai = "31", ["Shanghai", "上海", "上海"], ["上海市"];
        Jiangsu = "32", ["Jiangsu", "江苏", "江蘇"], ["江苏省"];
        Zhejiang = "33", ["Zhejiang", "浙江", "浙江"], ["浙江省"];
        Anhui = "34", ["Anhui", "安徽", "安徽"], ["安徽省"];
        Fujian = "35", ["Fujian", "福建", "福建"], ["福建省"];
        Jiangxi = "36", ["Jiangxi", "江西", "江西"], ["江西省"];
        Shandong = "37", ["Shandong", "山东", "山東"], ["山东省"];
        Henan = "41", ["Henan", "河南", "河南"], ["河南省"];
        Hubei = "42", ["Hubei", "湖北", "湖北"], ["湖北省"];
        Hunan = "43", ["Hunan", "湖南", "湖南"], ["湖南省"];
        Guangdong = "44", ["Guangdong", "广东", "廣東"], ["广东省"];
        Guangxi = "45", ["Guangxi", "广西", "廣西"], ["广西壮族自治区"];
        Hainan = "46", ["Hainan", "海南", "海南"], ["海南省"];
        Chongqing = "50", ["Chongqing", "重庆", "重慶"], ["重庆市"];
        Sichuan = "51", ["Sichuan", "四川", "四川"], ["四川省"];
        Guizhou = "52", ["Guizhou", "贵州", "貴州"], ["贵州省"];
        Yunnan = "53", ["Yunnan", "云南", "雲南"], ["云南省"];
        Tibet = "54", ["Tibet", "西藏", "西藏"], ["西藏自治区"];
        Shaanxi = "61", ["Shaanxi", "陕西", "陝西"], ["陕西省"];
        Gansu = "62", ["Gansu", "甘肃", "甘肅"], ["甘肃省"];
        Qinghai = "63", ["Qinghai", "青海", "青海"], ["青海省"];
        Ningxia = "64", ["Ningxia", "宁夏", "寧夏"], ["宁夏回族自治区"];
        Xinjiang = "65", ["Xinjiang", "新疆", "新疆"], ["新疆维吾尔自治区"];
        Taiwan = "71", ["Taiwan", "台湾", "臺灣"], ["台湾省"];
        HongKong = "81", ["Hong Kong", "香港", "香港"], ["香港特别行政区"];
        Macau = "82", ["Macau", "澳门", "澳門"], ["澳门特别行政区"];
    }
}

/// Digits of a whole code: province, prefecture, county, two each.
const CODE_DIGITS: usize = 6;

/// Digits by which a prefecture is told from others.
const PREFECTURE_DIGITS: usize = 4;

/// What is known of a typed region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionCheck {
    /// A code there is.
    Coded(Region),
    /// Words: a name, the user's own, or abroad.
    Words,
    /// Six digits that are no code.
    NoSuchCode,
}

/// Judges a region as typed.
pub fn check(region: &str) -> RegionCheck {
    let region = fold(region);
    if region.len() == CODE_DIGITS && is_digits(&region) {
        return Region::with_code(&region).map_or(RegionCheck::NoSuchCode, RegionCheck::Coded);
    }
    RegionCheck::Words
}

/// A region as it is read: a code by its names, anything else as it was typed.
pub fn shown(region: &str, language: Language) -> Cow<'_, str> {
    match check(region) {
        RegionCheck::Coded(known) => Cow::Owned(known.full_name(language)),
        RegionCheck::Words | RegionCheck::NoSuchCode => Cow::Borrowed(region),
    }
}

/// A region as it is found: a code with its names behind it.
pub fn found_by(region: &str) -> Cow<'_, str> {
    match check(region) {
        RegionCheck::Coded(known) => {
            Cow::Owned(format!("{} {}", known.code, known.full_name(Language::Simplified)))
        }
        RegionCheck::Words | RegionCheck::NoSuchCode => Cow::Borrowed(region),
    }
}

/// The region of a code with those whose code begins with the same digits.
pub fn is_below(region: &str, digits: &str) -> bool {
    let region = fold(region);
    region.len() == CODE_DIGITS && is_digits(&region) && region.starts_with(digits)
}

/// Whether two regions with codes lie in different prefectures. Of words nothing is known.
pub fn are_apart(one: &str, other: &str) -> bool {
    match (check(one), check(other)) {
        (RegionCheck::Coded(one), RegionCheck::Coded(other)) => {
            one.code[..PREFECTURE_DIGITS] != other.code[..PREFECTURE_DIGITS]
        }
        _ => false,
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_a_code_or_words() {
        for (typed, expected) in [
            ("330106", Some("西湖区")),
            ("３３０１０６", Some("西湖区")),
            ("330000", Some("浙江省")),
            ("330199", None),
            ("990106", None),
        ] {
            match (check(typed), expected) {
                (RegionCheck::Coded(region), Some(name)) => assert_eq!(region.simplified, name),
                (other, expected) => {
                    assert_eq!((other, expected), (RegionCheck::NoSuchCode, None), "{typed}");
                }
            }
        }
        for typed in ["浙江 杭州", "廣東", "Bavaria", "12345", ""] {
            assert_eq!(check(typed), RegionCheck::Words, "{typed}");
        }
    }

    #[test]
    fn a_code_is_read_by_its_names_and_words_stay() {
        for (typed, read, found) in [
            ("330106", "Xihu, Hangzhou, Zhejiang", "330106 浙江省 杭州市 西湖区"),
            ("浙江 杭州", "浙江 杭州", "浙江 杭州"),
            ("990106", "990106", "990106"),
        ] {
            assert_eq!((shown(typed, Language::English), found_by(typed)), (read.into(), found.into()));
        }
    }
}
