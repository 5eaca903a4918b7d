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
];

/// Endings of a Chinese title.
const TITLE_ENDINGS: &[&str] = &[
    "经理",
    "經理",
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

/// Whether a word is a web site: it says so itself.
pub(super) fn is_website(word: &str) -> bool {
    let word = fold(word);
    ["www.", "http://", "https://"]
        .iter()
        .any(|start| word.strip_prefix(start).is_some_and(|rest| !rest.is_empty()))
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
