//! What the words of a business card look like: titles, web sites, Chinese addresses.

use crate::domain::text::fold::fold;

/// Words that are a title by themselves.
const TITLES: &[&str] = &[
    "manager",
    "director",
    "buyer",
    "purchaser",
    "owner",
    "founder",
    "president",
    "chairman",
    "ceo",
    "cfo",
    "cto",
    "coo",
    "engineer",
    "accountant",
    "secretary",
    "assistant",
    "supervisor",
    "representative",
    "consultant",
    "officer",
    "executive",
    "partner",
    "designer",
    "architect",
    "specialist",
    "coordinator",
    "technician",
    "principal",
    "proprietor",
];

/// Words that stand before a title and belong to it.
const QUALIFIERS: &[&str] = &[
    "general",
    "managing",
    "deputy",
    "vice",
    "assistant",
    "senior",
    "chief",
    "head",
    "sales",
    "purchasing",
    "procurement",
    "marketing",
    "finance",
    "financial",
    "technical",
    "production",
    "plant",
    "project",
    "product",
    "office",
    "store",
    "regional",
    "operations",
    "logistics",
    "quality",
    "account",
    "business",
    "development",
    "r&d",
    "hr",
    "it",
];

/// What the name of a department ends with.
const DEPARTMENTS: &[&str] = &["department", "dept", "division"];

/// Endings of the name of a Chinese department.
const DEPARTMENT_ENDINGS: &[&str] = &["部", "部门", "部門", "事业群", "办公室", "辦公室"];

/// Words of which an address in the West has one, folded and without a dot.
const STREETS_OF_THE_WEST: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "dr",
    "boulevard",
    "blvd",
    "way",
    "square",
    "sq",
    "court",
    "ct",
    "place",
    "quay",
    "floor",
    "suite",
    "unit",
    "building",
    "rue",
    "via",
    "platz",
    "weg",
];

/// What a street in German ends with.
const STREET_ENDINGS: &[&str] = &["straße", "strasse", "str.", "gasse", "allee"];

/// The ends of web sites that are known without `www`.
const DOMAINS: &[&str] = &[
    "com", "net", "org", "io", "co", "biz", "info", "cn", "tw", "hk", "uk", "de", "at", "ch", "fr", "it",
    "es", "nl", "eu", "us", "ca", "au", "sg", "jp", "kr", "in",
];

/// Endings of a Chinese title.
const TITLE_ENDINGS: &[&str] = &[
    "经理",
    "經理",
    "副理",
    "协理",
    "協理",
    "专员",
    "專員",
    "顾问",
    "顧問",
    "组长",
    "組長",
    "课长",
    "課長",
    "代表",
    "总监",
    "總監",
    "主管",
    "主任",
    "采购",
    "採購",
    "采购员",
    "採購員",
    "厂长",
    "廠長",
    "老板",
    "老闆",
    "店长",
    "店長",
    "董事长",
    "董事長",
    "总裁",
    "總裁",
    "部长",
    "部長",
    "科长",
    "科長",
    "处长",
    "處長",
    "会计",
    "會計",
    "工程师",
    "工程師",
    "助理",
    "董事",
    "负责人",
    "負責人",
    "业务员",
    "業務員",
];

/// Divisions of the country, one of which a Chinese address has.
const DIVISIONS: &[char] = &['省', '市', '区', '區', '县', '縣', '镇', '鎮', '乡', '鄉'];

/// What a Chinese address ends with, or has before a house number.
const STREETS: &[&str] = &[
    "路", "街", "道", "巷", "弄", "号", "號", "楼", "樓", "室", "层", "層", "村", "园", "園", "大厦", "大廈",
];

/// Whether a word is a web site: it says so itself, or ends like one.
pub(super) fn is_website(word: &str) -> bool {
    let word = fold(word);
    let says_so = ["www.", "http://", "https://"]
        .iter()
        .any(|start| word.strip_prefix(start).is_some_and(|rest| !rest.is_empty()));
    says_so || ends_like_a_website(&word)
}

fn ends_like_a_website(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or_default();
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    let is_plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-.".contains(letter);
    // `J.Co` is somebody's name.
    let is_name = name.len() > 1
        && name.chars().all(is_plain)
        && name.starts_with(|first: char| first.is_ascii_alphanumeric());
    is_name && DOMAINS.contains(&end)
}

/// Whether a word is one of those of which an address in the West has one.
pub(super) fn is_street(word: &str) -> bool {
    let word = fold(word);
    let plain = word.trim_end_matches('.');
    STREETS_OF_THE_WEST.contains(&plain) || STREET_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word behind an address is its post code.
pub(super) fn is_post_code(word: &str) -> bool {
    (3..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether words between commas are a title that nobody could list whole: `supply chain manager`, `head of
/// purchasing`.
pub(super) fn is_whole_title(words: &[&str]) -> bool {
    let is_title = |word: &&str| TITLES.contains(&fold(word).as_str());
    let leads = |word: &&str| is_title(word) || QUALIFIERS.contains(&fold(word).as_str());
    let is_of_something =
        words.get(1).is_some_and(|word| fold(word) == "of") && words.first().is_some_and(leads);
    words.last().is_some_and(is_title) || is_of_something
}

/// How many of these words, from the first on, are a department: `purchasing department`, `生产部`.
pub(super) fn department_words<'line>(words: impl Iterator<Item = &'line str>) -> Option<usize> {
    for (at, word) in words.enumerate() {
        let folded = fold(word);
        let plain = folded.trim_end_matches('.');
        let is_chinese =
            word.chars().count() > 2 && DEPARTMENT_ENDINGS.iter().any(|ending| word.ends_with(ending));
        if DEPARTMENTS.contains(&plain) || is_chinese {
            return Some(at + 1);
        }
        if !QUALIFIERS.contains(&plain) {
            return None;
        }
    }
    None
}

/// Whether a word is a Chinese postal address: a division of the country with a street or house behind it.
pub(super) fn is_address(word: &str) -> bool {
    word.find(DIVISIONS).is_some_and(|at| at > 0 && STREETS.iter().any(|street| word[at..].contains(street)))
}

/// How many of these words, from the first on, are a title: `manager`, `purchasing manager`, `采购经理`.
pub(super) fn title_words<'line>(words: impl Iterator<Item = &'line str>) -> Option<usize> {
    for (at, word) in words.enumerate() {
        let folded = fold(word);
        if TITLES.contains(&folded.as_str()) || TITLE_ENDINGS.iter().any(|ending| word.ends_with(ending)) {
            return Some(at + 1);
        }
        if !QUALIFIERS.contains(&folded.as_str()) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_their_looks() {
        for (word, website, address) in [
            ("www.x.example", true, false),
            ("HTTPS://x.example/a", true, false),
            ("www.", false, false),
            ("x.example", false, false),
            ("haihong.com.cn", true, false),
            ("acme-tools.de/en", true, false),
            ("J.Co", false, false),
            ("Dr.Ana", false, false),
            ("12.50", false, false),
            ("杭州市西湖区文三路12号", false, true),
            ("臺北市中山區南京東路三段5號", false, true),
            ("区路", false, false),
            ("市场路", false, false),
            ("林", false, false),
        ] {
            assert_eq!((is_website(word), is_address(word)), (website, address), "{word}");
        }
    }

    #[test]
    fn a_title_may_have_words_before_it() {
        for (line, count) in [
            ("Manager", Some(1)),
            ("purchasing manager Ana", Some(2)),
            ("general", None),
            ("Ana manager", None),
            ("采购经理", Some(1)),
            ("經理", Some(1)),
            ("经理人", None),
            ("", None),
        ] {
            assert_eq!(title_words(line.split_whitespace()), count, "{line}");
        }
    }
}
