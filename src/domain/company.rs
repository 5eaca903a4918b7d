//! Words by which a company is known without a mark: its legal form, its trade form; and its name without them.

use crate::domain::text::fold::fold;

/// Legal forms written behind a name, folded and without dots.
const LEGAL_FORMS: &[&str] = &[
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "mbh",
    "ohg",
    "kgaa",
    "sarl",
    "srl",
    "pty",
    "pte",
    "sdn",
    "bhd",
    "oyj",
    "aps",
    "holdings",
    "ltda",
    "pvt",
    "pllc",
    "sro",
    "doo",
    "kft",
    "eurl",
    "jsc",
];

/// Legal forms of few letters: only as they are written, since small they are words of many languages.
const SHORT_FORMS: &[&str] = &[
    "AG", "KG", "SE", "SA", "AB", "NV", "BV", "AS", "OY", "UG", "KK", "SAS", "SpA", "SL", "LP", "GbR", "eK",
];

/// What the name of a Chinese or Japanese company or shop ends with, folded.
const ENDINGS: &[&str] = &[
    "公司",
    "集团",
    "商行",
    "车行",
    "银行",
    "五金行",
    "厂",
    "厂商",
    "店",
    "商场",
    "药房",
    "门市部",
    "幼儿园",
    "协会",
    "商会",
    "基金会",
    "酒楼",
    "馆",
    "坊",
    "餐厅",
    "诊所",
    "医院",
    "学校",
    "超市",
    "事务所",
    "工作室",
    "经营部",
    "合作社",
    "企业社",
    "出版社",
    "旅行社",
    "研究所",
    "研究院",
    "设计院",
    "株式会社",
    "有限合伙",
];

/// Endings of shops that given names end with too: `大同行` may be a person, `永順發行` is none.
const ENDINGS_OF_LONG_NAMES: &[&str] = &["行", "社", "大学", "学院", "中学", "小学", "中心", "企业", "实业"];

/// What stands before `中心` where it is a department of a firm: `研发中心`.
const OF_DEPARTMENTS: &[&str] = &[
    "研发", "技术", "采购", "销售", "营销", "市场", "客服", "运营", "财务", "行政", "生产", "质量", "品质",
    "物流", "信息", "数据", "人力", "培训", "服务", "设计", "工程", "检测",
];
/// What departments and firms of their own are both called.
const CENTRE: &str = "中心";

/// Legal forms that stand behind the name of a Chinese company, maybe after a blank, folded, the longest first.
const CHINESE_FORMS: &[&str] = &["有限责任公司", "股份有限公司", "有限公司"];
/// What else stands behind a name and is no name by itself.
const GROUP: &str = "集团";
/// What people leave out of a name beside its legal form.
const COMPANY: &str = "公司";

/// A name of two characters is a person's rather than a company's: `王厂`.
const SHORTEST_CHINESE: usize = 3;
/// A name of so many characters that ends like a shop is no person's.
const LONG_CHINESE: usize = 4;

/// Whether a word behind others makes them the name of a company: `Ltd`, `GmbH`, `Co.`, `AG`.
pub fn is_legal_form(word: &str) -> bool {
    let plain: String = word.chars().filter(|letter| *letter != '.').collect();
    SHORT_FORMS.contains(&plain.as_str()) || LEGAL_FORMS.contains(&fold(&plain).as_str())
}

/// Whether a word is the name of a company by itself: `海虹印刷有限公司`, `晨光烘焙坊`.
pub fn is_company(word: &str) -> bool {
    let folded = fold(word);
    let length = folded.chars().count();
    let ends_with = |ending: &&str| folded.ends_with(ending);
    if is_centre_of_a_firm(&folded) {
        return false;
    }
    (length >= SHORTEST_CHINESE && ENDINGS.iter().any(ends_with))
        || (length >= LONG_CHINESE && ENDINGS_OF_LONG_NAMES.iter().any(ends_with))
}

/// Whether a whole name is a company's, by what it ends with: `海虹印刷有限公司`, `Acme Foods Ltd`.
pub fn is_company_name(name: &str) -> bool {
    let name = name.trim();
    let has_form = || name.rsplit_once([' ', ',']).is_some_and(|(_, last)| is_legal_form(last));
    (!name.is_ascii() && is_company(name)) || has_form()
}

/// Whether a word is a department that is called a centre: `研发中心`.
pub fn is_centre_of_a_firm(word: &str) -> bool {
    let folded = fold(word);
    folded.strip_suffix(CENTRE).is_some_and(|what| OF_DEPARTMENTS.contains(&what))
}

/// Whether a word is the legal form of the Chinese company before it.
pub fn is_chinese_form(word: &str) -> bool {
    let folded = fold(word);
    folded == GROUP || CHINESE_FORMS.contains(&folded.as_str())
}

/// A name as companies are compared: folded, without its legal form, spaces and dots. `None` when nothing else
/// stands in it.
pub fn stem(name: &str) -> Option<String> {
    let folded = fold(name);
    let stem: String = words_of(&folded).concat().chars().filter(|letter| *letter != '.').collect();
    (!stem.is_empty()).then_some(stem)
}

/// A name as people say it: folded, without its legal form. `None` when nothing else stands in it.
pub fn said(name: &str) -> Option<String> {
    let folded = fold(name);
    Some(words_of(&folded).join(" ")).filter(|said| !said.is_empty())
}

/// The words of a folded name before its legal form.
fn words_of(folded: &str) -> Vec<&str> {
    let mut left_out = CHINESE_FORMS.iter().chain([&COMPANY]);
    let plain = left_out.find_map(|form| folded.strip_suffix(form)).unwrap_or(folded);
    let mut words: Vec<&str> = plain.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    while let Some(last) = words.last() {
        let is_form = words.len() > 1
            && (is_legal_form(last) || SHORT_FORMS.iter().any(|form| form.eq_ignore_ascii_case(last)));
        if !is_form {
            break;
        }
        words.pop();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_the_same_with_and_without_its_legal_form() {
        for (name, other) in [
            ("海虹印刷有限公司", "海虹印刷"),
            ("海虹印刷股份有限公司", "海虹 印刷"),
            ("海虹印刷有限責任公司", "海虹印刷有限公司"),
            ("Northwind Foods Ltd.", "NORTHWIND FOODS"),
            ("Müller Bau GmbH", "muller bau"),
            ("Northwind, Inc.", "Northwind AG"),
        ] {
            assert_eq!(stem(name), stem(other), "{name} {other}");
        }
        for (name, other) in [("海虹印刷", "海虹包装"), ("Ltd", "Inc"), ("Acme Foods", "Acme")] {
            assert_ne!(stem(name), stem(other), "{name} {other}");
        }
        assert_eq!(said("Grand Paper Co., Ltd.").as_deref(), Some("grand paper"));
        assert_eq!(said("红星造纸有限公司").as_deref(), Some("红星造纸"));
        assert_eq!(stem("有限公司"), None);
        assert_eq!(stem(""), None);
    }

    #[test]
    fn forms_of_companies_are_known_and_words_are_not() {
        for word in ["Ltd", "ltd.", "L.L.C.", "GmbH", "Co.", "AG", "PLC", "Inc", "Corp."] {
            assert!(is_legal_form(word), "{word}");
        }
        for word in ["ag", "as", "Acme", "", ".", "se", "manager"] {
            assert!(!is_legal_form(word), "{word}");
        }
        for word in [
            "海虹印刷有限公司",
            "青禾集團",
            "红星厂",
            "立信会计师事务所",
            "晨光烘焙坊",
            "永順發行",
            "小王五金行",
        ] {
            assert!(is_company(word), "{word}");
        }
        for word in ["王厂", "厂长", "周立", "公司", "王知行"] {
            assert!(!is_company(word), "{word}");
        }
        for name in ["Acme Foods Ltd.", "Grand Paper Co.,Ltd", "海虹 印刷 有限公司 "] {
            assert!(is_company_name(name), "{name}");
        }
        for name in ["Ltd", "Ana Torres", "周立", "Anna se"] {
            assert!(!is_company_name(name), "{name}");
        }
    }
}
