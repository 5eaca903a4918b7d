//! Regions: the provinces whose two digits begin every six-digit code of GB/T 2260, and what a typed region is.

use crate::domain::choice::{Choice, choices};
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

/// What is known of a typed region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionCheck {
    /// A six-digit code, or words that begin with the name of a province.
    In(Province),
    /// Words that name no province: the user's own, or abroad.
    Free,
    /// A six-digit code of which no province is known.
    NoSuchCode,
}

/// Judges a region as typed.
pub fn check(region: &str) -> RegionCheck {
    let region = fold(region);
    if region.len() == CODE_DIGITS && region.bytes().all(|byte| byte.is_ascii_digit()) {
        return Province::from_code(&region[..2]).map_or(RegionCheck::NoSuchCode, RegionCheck::In);
    }
    let named = |province: &&Province| province.names().iter().any(|name| region.starts_with(&fold(name)));
    Province::ALL.iter().find(named).copied().map_or(RegionCheck::Free, RegionCheck::In)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_a_code_a_name_or_the_users_own_words() {
        for (typed, expected) in [
            ("330106", RegionCheck::In(Province::Zhejiang)),
            ("３３０１０６", RegionCheck::In(Province::Zhejiang)),
            ("浙江 杭州", RegionCheck::In(Province::Zhejiang)),
            ("廣東", RegionCheck::In(Province::Guangdong)),
            ("990106", RegionCheck::NoSuchCode),
            ("Bavaria", RegionCheck::Free),
            ("12345", RegionCheck::Free),
            ("", RegionCheck::Free),
        ] {
            assert_eq!(check(typed), expected, "{typed}");
        }
    }
}
