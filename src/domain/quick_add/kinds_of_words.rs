//! What the words of a business card look like: titles, web sites, Chinese addresses.

use super::label::is_chinese;
use crate::domain::company::is_centre_of_a_firm;
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

/// Words of which the name of a building in the West has one, folded.
const HOUSES_OF_THE_WEST: &[&str] = &[
    "house",
    "tower",
    "towers",
    "plaza",
    "centre",
    "center",
    "park",
    "estate",
    "block",
    "mall",
    "hall",
    "wing",
    "works",
    "mill",
    "yard",
    "industrial",
    "campus",
    "room",
    "level",
    "gate",
    "hof",
    "haus",
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

/// Further Chinese titles.
const FURTHER_TITLE_ENDINGS: &[&str] =
    &["会计师", "律师", "设计师", "建筑师", "执行长", "店主", "院长", "所长", "校长", "创始人", "合伙人"];

/// What stands before a Chinese title and belongs to it.
const CHINESE_QUALIFIERS: &[&str] = &[
    "总", "副", "采购", "销售", "业务", "市场", "项目", "技术", "财务", "行政", "生产", "大区", "区域",
    "客户", "高级", "资深", "执行",
];

/// What parts of a Chinese address end with.
const PLACE_ENDINGS: &[char] = &[
    '段', '路', '街', '道', '巷', '弄', '号', '號', '楼', '樓', '室', '层', '層', '村', '园', '園', '座',
    '幢', '栋', '棟', '厦', '廈', '区', '區', '元',
];

/// A part of a Chinese address that ends like a street and is shorter may be a name: `陈路`.
const SHORTEST_PLACE: usize = 3;

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

/// Whether a word is one of those of which the name of a building in the West has one.
pub(super) fn is_house(word: &str) -> bool {
    HOUSES_OF_THE_WEST.contains(&fold(word).trim_end_matches('.'))
}

/// Whether a word goes on with a Chinese address: `二段`, `998号`, `號`, `A座`, `创新大厦`.
pub(super) fn goes_on_with_place(word: &str) -> bool {
    let begins_with_number =
        |first: char| first.is_ascii_alphanumeric() || "一二三四五六七八九十之".contains(first);
    let is_unit = word.starts_with(PLACE_ENDINGS) && word.chars().count() < SHORTEST_PLACE;
    let is_floor = word.starts_with(|first: char| first.is_ascii_digit()) && word.ends_with(['F', 'f']);
    let ends_like_one = word.ends_with(PLACE_ENDINGS)
        && (word.starts_with(begins_with_number) || word.chars().count() >= SHORTEST_PLACE);
    is_unit || is_floor || ends_like_one
}

/// Whether a word names a part of the country before a street: `浙江省杭州市`.
pub(super) fn is_region(word: &str) -> bool {
    word.ends_with(DIVISIONS) && word.chars().count() >= SHORTEST_PLACE && word.chars().all(is_chinese)
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
        let ends_like_one = word.chars().count() > 2
            && DEPARTMENT_ENDINGS.iter().any(|ending| word.ends_with(ending))
            || is_centre_of_a_firm(word);
        if DEPARTMENTS.contains(&plain) || ends_like_one {
            return Some(at + 1);
        }
        if !QUALIFIERS.contains(&plain) {
            return None;
        }
    }
    None
}

/// Whether a word stands behind the name of a department: `Maintenance Dept.`
pub(super) fn is_department_mark(word: &str) -> bool {
    DEPARTMENTS.contains(&fold(word).trim_end_matches('.'))
}

/// Whether a word is a Chinese postal address: a division of the country with a street or house behind it.
pub(super) fn is_address(word: &str) -> bool {
    word.find(DIVISIONS).is_some_and(|at| at > 0 && STREETS.iter().any(|street| word[at..].contains(street)))
}

/// How many of these words, from the first on, are a title: `manager`, `purchasing manager`, `采购经理`.
pub(super) fn title_words<'line>(words: impl Iterator<Item = &'line str>) -> Option<usize> {
    for (at, word) in words.enumerate() {
        let folded = fold(word);
        if TITLES.contains(&folded.as_str()) || title_ending(&folded).is_some() {
            return Some(at + 1);
        }
        if !QUALIFIERS.contains(&folded.as_str()) {
            return None;
        }
    }
    None
}

/// The Chinese title that a folded word ends with.
fn title_ending(folded: &str) -> Option<&'static str> {
    let endings = TITLE_ENDINGS.iter().chain(FURTHER_TITLE_ENDINGS);
    endings.filter(|ending| folded.ends_with(*ending)).max_by_key(|ending| ending.len()).copied()
}

/// Whether a word is a title and nothing else, so that a name may follow it: `總經理`, `负责人`, but not `周立经理`.
pub(super) fn is_bare_title(word: &str) -> bool {
    let folded = fold(word);
    let Some(ending) = title_ending(&folded) else { return TITLES.contains(&folded.as_str()) };
    let mut before = folded.strip_suffix(ending).unwrap_or_default();
    while let Some(rest) = CHINESE_QUALIFIERS.iter().find_map(|qualifier| before.strip_prefix(qualifier)) {
        before = rest;
    }
    before.is_empty()
}

/// Where in a Chinese word the department ends and the title begins: `销售部总经理`.
pub(super) fn department_before_title(word: &str) -> Option<usize> {
    let ends = DEPARTMENT_ENDINGS.iter().filter_map(|ending| Some(word.find(ending)? + ending.len()));
    ends.filter(|end| word[..*end].chars().count() > 2).find(|end| is_bare_title(&word[*end..]))
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

    #[test]
    fn a_department_and_a_title_may_be_one_word() {
        for (word, expected) in [
            ("销售部总经理", Some(("销售部", "总经理"))),
            ("業務部副理", Some(("業務部", "副理"))),
            ("采购部长", None),
            ("总经理", None),
            ("销售部", None),
        ] {
            assert_eq!(department_before_title(word).map(|end| word.split_at(end)), expected, "{word}");
        }
        for (word, is_bare) in [("負責人", true), ("副总经理", true), ("周立经理", false), ("周立", false)]
        {
            assert_eq!(is_bare_title(word), is_bare, "{word}");
        }
    }
}
