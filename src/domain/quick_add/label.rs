//! Words that stand before a value on a business card and say what it is: `Tel:`, `传真：`, `E-mail:`.

use crate::domain::reach::PhoneKind;
use crate::domain::text::fold::fold;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// A phone number; of a kind, where the label says one.
    Phone(Option<PhoneKind>),
    /// A messenger account.
    Messenger,
    /// A postal address.
    Address,
    /// The name of a company.
    Company,
    /// The name of a person.
    Name,
    /// A job title.
    Title,
    /// A department.
    Department,
    /// A post code.
    PostCode,
    /// The number under which a firm is registered or taxed.
    Registration,
    /// Something that is known by its looks.
    Known,
}

/// The labels, folded and without blanks and what stands behind them.
const LABELS: &[(Label, &[&str])] = &[
    (
        Label::Phone(None),
        &["t", "p", "tel", "telephone", "phone", "ph", "电话", "座机", "固话", "联系电话", "联络电话"],
    ),
    (
        Label::Phone(Some(PhoneKind::Mobile)),
        &["m", "mob", "mobile", "cell", "手机", "移动", "行动", "移动电话", "行动电话"],
    ),
    (Label::Phone(Some(PhoneKind::Fax)), &["f", "fax", "传真"]),
    (
        Label::Phone(Some(PhoneKind::Work)),
        &["d", "direct", "ddi", "office", "work", "办公", "办公电话", "公司电话", "直线", "专线"],
    ),
    (Label::Phone(Some(PhoneKind::Main)), &["main", "总机"]),
    (Label::Phone(Some(PhoneKind::Home)), &["home", "住宅电话", "住家电话"]),
    (
        Label::Messenger,
        &["wechat", "wechatid", "weixin", "whatsapp", "line", "lineid", "qq", "微信", "微信号"],
    ),
    (Label::Address, &["a", "add", "addr", "address", "地址"]),
    (Label::Company, &["company", "公司", "单位"]),
    (Label::Name, &["name", "contact", "姓名", "联系人", "联络人"]),
    (Label::Title, &["title", "职务", "职位", "职称"]),
    (Label::Department, &["dept", "department", "部门"]),
    (Label::PostCode, &["postcode", "zip", "zipcode", "plz", "邮编", "邮政编码", "邮递区号"]),
    (
        Label::Registration,
        &[
            "vat",
            "vatno",
            "vatid",
            "taxid",
            "ubn",
            "uscc",
            "统一社会信用代码",
            "社会信用代码",
            "信用代码",
            "税号",
            "纳税人识别号",
            "统一编号",
            "统编",
        ],
    ),
    (Label::Known, &["e", "email", "e-mail", "mail", "邮箱", "信箱", "电子邮箱", "电子邮件", "电邮"]),
    (Label::Known, &["w", "web", "website", "www", "http", "网址", "网站", "官网"]),
];

/// Second halves of labels of two words: `LINE ID`, `VAT No.`.
const SECOND_HALVES: &[&str] = &["id", "no", "number", "code"];

/// A label at the beginning of a word, and the rest of the word behind it. A colon ends a label; a Chinese one
/// needs none before letters and digits, `手机138`, and one of a phone none before `+`.
pub(super) fn at_start(word: &str) -> Option<(Label, &str)> {
    if let Some((name, rest)) = word.split_once([':', '：']) {
        // `https://…` is no label with something behind it.
        return named(name).filter(|_| !rest.starts_with("//")).map(|label| (label, rest));
    }
    let end = word.find(|letter: char| !is_chinese(letter)).filter(|end| *end > 0);
    let (name, rest) = word.split_at(end.or_else(|| word.find('+')).filter(|end| *end > 0)?);
    let begins_a_value =
        rest.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '+' | '(' | '（' | '＋'));
    let named = named(name)?;
    let needs_no_colon = match named {
        Label::Phone(_) => true,
        Label::Messenger | Label::Known | Label::PostCode | Label::Registration => end.is_some(),
        _ => false,
    };
    (begins_a_value && needs_no_colon).then_some((named, rest))
}

/// A label that is a word by itself.
pub(super) fn alone(word: &str) -> Option<Label> {
    named(word)
}

/// Whether two words are one label: `LINE ID:`, or the two characters of a Chinese one, set wide: `电 话：`.
pub(super) fn is_of_two(first: &str, second: &str) -> bool {
    let head = second.split([':', '：']).next().unwrap_or_default();
    let is_character = |word: &str| word.chars().count() == 1 && word.chars().all(is_chinese);
    let are_halves = (is_character(first) && is_character(head))
        || SECOND_HALVES.contains(&fold(head.trim_end_matches('.')).as_str());
    are_halves && named(&format!("{first}{head}")).is_some()
}

/// Whether a character is a Chinese one.
pub(super) fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn named(label: &str) -> Option<Label> {
    let known = |word: &str| {
        let folded: String = fold(word).chars().filter(|letter| !matches!(letter, ' ' | '.')).collect();
        let means_it = |words: &&[&str]| words.iter().any(|word| *word == folded);
        LABELS.iter().find(|(_, words)| means_it(words)).map(|(label, _)| *label)
    };
    // `Tel/Fax` is the first.
    known(label).or_else(|| label.split('/').next().and_then(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_says_what_follows() {
        for (word, expected) in [
            ("Tel:", Some((Label::Phone(None), ""))),
            ("传真：0571-8800", Some((Label::Phone(Some(PhoneKind::Fax)), "0571-8800"))),
            ("M:138", Some((Label::Phone(Some(PhoneKind::Mobile)), "138"))),
            ("手机13800000000", Some((Label::Phone(Some(PhoneKind::Mobile)), "13800000000"))),
            ("统编12345675", Some((Label::Registration, "12345675"))),
            ("T+44", Some((Label::Phone(None), "+44"))),
            ("行動：", Some((Label::Phone(Some(PhoneKind::Mobile)), ""))),
            ("電 話：02", Some((Label::Phone(None), "02"))),
            ("Tel/Fax:", Some((Label::Phone(None), ""))),
            ("手机店", None),
            ("+44", None),
            ("https://x.example", None),
            ("10:30", None),
            ("Ana", None),
        ] {
            assert_eq!(at_start(word), expected, "{word}");
        }
        assert_eq!(alone("Fax"), Some(Label::Phone(Some(PhoneKind::Fax))));
        assert_eq!((alone("統編"), alone("Ana")), (Some(Label::Registration), None));
        for (first, second, expected) in
            [("电", "话：0571", true), ("LINE", "ID:", true), ("Ana", "No.", false), ("王", "明", false)]
        {
            assert_eq!(is_of_two(first, second), expected, "{first} {second}");
        }
    }
}
