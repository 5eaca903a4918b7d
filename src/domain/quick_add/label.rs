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
    /// Something that is known by its looks.
    Known,
}

/// The labels, folded and without what stands behind them.
const LABELS: &[(Label, &[&str])] = &[
    (
        Label::Phone(None),
        &["t", "p", "tel", "telephone", "phone", "ph", "电话", "電話", "联系电话", "聯絡電話"],
    ),
    (
        Label::Phone(Some(PhoneKind::Mobile)),
        &["m", "mob", "mobile", "cell", "手机", "手機", "移动电话", "行动电话", "行動電話"],
    ),
    (Label::Phone(Some(PhoneKind::Fax)), &["f", "fax", "传真", "傳真"]),
    (
        Label::Phone(Some(PhoneKind::Work)),
        &["direct", "office", "work", "办公电话", "公司電話", "直线", "專線"],
    ),
    (Label::Phone(Some(PhoneKind::Main)), &["main", "总机", "總機"]),
    (Label::Phone(Some(PhoneKind::Home)), &["home", "住宅电话", "住家電話"]),
    (Label::Messenger, &["wechat", "weixin", "whatsapp", "line", "qq", "微信", "微信号", "微信號"]),
    (Label::Address, &["a", "add", "addr", "address", "地址"]),
    (Label::Company, &["company", "公司", "单位", "單位"]),
    (Label::Name, &["name", "姓名"]),
    (Label::Title, &["title", "职务", "職務", "职位", "職稱"]),
    (Label::Department, &["dept", "department", "部门", "部門"]),
    (Label::Known, &["e", "email", "e-mail", "mail", "邮箱", "郵箱", "电子邮件", "電子郵件", "电邮"]),
    (Label::Known, &["w", "web", "website", "www", "http", "网址", "網址", "网站", "網站", "官网"]),
];

/// A label with a colon at the beginning of a word, and the rest of the word behind it.
pub(super) fn before_colon(word: &str) -> Option<(Label, &str)> {
    let (name, rest) = word.split_once([':', '：'])?;
    // `https://…` is no label with something behind it.
    let named = named(name).filter(|_| !rest.starts_with("//"))?;
    Some((named, rest))
}

/// A label that is a word by itself. It needs more than a letter: that may be an initial.
pub(super) fn alone(word: &str) -> Option<Label> {
    let is_long = word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    named(word).filter(|_| is_long)
}

fn named(word: &str) -> Option<Label> {
    let folded = fold(word.trim_end_matches('.'));
    let means_it = |words: &&[&str]| words.iter().any(|word| fold(word) == folded);
    LABELS.iter().find(|(_, words)| means_it(words)).map(|(label, _)| *label)
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
            ("https://x.example", None),
            ("10:30", None),
            ("Ana", None),
        ] {
            assert_eq!(before_colon(word), expected, "{word}");
        }
        assert_eq!(alone("Fax"), Some(Label::Phone(Some(PhoneKind::Fax))));
        assert_eq!((alone("F"), alone("Ana")), (None, None));
    }
}
