//! A card from one line: `周立 138 0000 0000 @海虹印刷 #vip`.

mod kinds_of_words;

use std::ops::Range;

use super::draft::{NewCard, NewPerson};
use super::email::{EmailCheck, check};
use super::party::Party;
use super::phone::{self, PhoneCheck};
use super::spec;
use super::text::fold::{fold, same};
use kinds_of_words::{is_address, is_website, title_words};

/// What a part of the line was understood as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Of the name.
    Name,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// The company.
    Company,
    /// A tag.
    Tag,
    /// What the person is there.
    Title,
    /// The web site.
    Website,
    /// A postal address.
    Address,
}

/// A line that names a card, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickAdd {
    /// The card; nothing while the line names neither a person nor a company.
    pub card: Option<NewCard>,
    /// Which bytes of the line were understood as what, in order, without overlap.
    pub spans: Vec<(Range<usize>, PartKind)>,
}

/// Shorter numbers are part of a name: `Hotel 1898`.
const SHORTEST_PHONE: usize = 5;
/// No phone number in the world has more digits.
const LONGEST_PHONE: usize = 15;

/// Reads a line.
///
/// A number is the phone, `#word` a tag, what looks like an e-mail address, a web site or a Chinese postal
/// address is one, a title behind the name is the title, other words are the name. `@company` makes the card an organisation of that name, and the name a person on it with the phone
/// and the e-mail address. The company is one word when it comes first, else all words up to the next mark.
pub fn read(line: &str) -> QuickAdd {
    let words = split(line);
    let mut parts = Parts::default();
    let mut spans = Vec::new();
    let mut in_company = false;
    let mut at = 0;
    while at < words.len() {
        let text = &line[words[at].clone()];
        let mut end = at + 1;
        let kind = if let Some(tag) = text.strip_prefix(['#', '＃']).filter(|tag| !fold(tag).is_empty()) {
            parts.tag(tag);
            PartKind::Tag
        } else if let Some(company) = text.strip_prefix(['@', '＠']).filter(|name| !fold(name).is_empty()) {
            in_company = !parts.name.is_empty();
            parts.company = company.to_owned();
            PartKind::Company
        } else if check(text) == EmailCheck::Good {
            parts.emails.push(text);
            PartKind::Email
        } else if let Some(after) = phone_at(line, &words, at) {
            end = after;
            parts.phones.push(&line[words[at].start..words[after - 1].end]);
            PartKind::Phone
        } else if parts.website.is_none() && is_website(text) {
            parts.website = Some(text);
            PartKind::Website
        } else if is_address(text) {
            parts.addresses.push(text);
            PartKind::Address
        } else if let Some(count) = parts.title_at(words[at..].iter().map(|word| &line[word.clone()])) {
            end = at + count;
            parts.title = Some(&line[words[at].start..words[end - 1].end]);
            PartKind::Title
        } else if in_company {
            parts.company.push(' ');
            parts.company.push_str(text);
            PartKind::Company
        } else {
            parts.name.push(text);
            PartKind::Name
        };
        in_company &= kind == PartKind::Company;
        spans.push((words[at].start..words[end - 1].end, kind));
        at = end;
    }
    QuickAdd { card: parts.card(), spans }
}

/// The places of the words: what stands between spaces and commas.
fn split(line: &str) -> Vec<Range<usize>> {
    let separates = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '，' | '、' | ';' | '；');
    let mut words = Vec::new();
    let mut start = 0;
    for (at, mark) in line.match_indices(separates).chain([(line.len(), "")]) {
        if start < at && !fold(&line[start..at]).is_empty() {
            words.push(start..at);
        }
        start = at + mark.len();
    }
    words
}

/// The place after a phone number that begins at a word; groups of digits belong together until they make
/// a whole mobile number.
fn phone_at(line: &str, words: &[Range<usize>], at: usize) -> Option<usize> {
    let mut end = at;
    let mut digits = 0;
    while let Some(count) = words.get(end).and_then(|word| digits_of_number(&line[word.clone()])) {
        let whole = &line[words[at].start..words[end].end];
        if digits + count > LONGEST_PHONE && digits > 0 {
            break;
        }
        digits += count;
        end += 1;
        if phone::read(whole).is_ok_and(|read| read.check == PhoneCheck::Good) {
            break;
        }
    }
    (digits >= SHORTEST_PHONE).then_some(end)
}

/// How many digits a word has that is nothing but digits and their separators, perhaps after a kind of phone.
fn digits_of_number(word: &str) -> Option<usize> {
    let number = match word.split_once([':', '：']) {
        Some((_, number)) if spec::phone(word).is_ok_and(|read| read.number == number) => number,
        _ => word,
    };
    let digits = phone::digits(number).len();
    let plain = fold(number).chars().all(|letter| letter.is_ascii_digit() || "+-().".contains(letter));
    (plain && digits > 0).then_some(digits)
}

/// What a line says, in parts.
#[derive(Default)]
struct Parts<'line> {
    name: Vec<&'line str>,
    company: String,
    phones: Vec<&'line str>,
    emails: Vec<&'line str>,
    tags: Vec<String>,
    title: Option<&'line str>,
    website: Option<&'line str>,
    addresses: Vec<&'line str>,
}

impl<'line> Parts<'line> {
    /// How many of these words are the title of the person named before them.
    fn title_at(&self, words: impl Iterator<Item = &'line str>) -> Option<usize> {
        let may_come = !self.name.is_empty() && self.title.is_none();
        may_come.then(|| title_words(words)).flatten()
    }

    fn tag(&mut self, tag: &str) {
        if !self.tags.iter().any(|known| same(known, tag)) {
            self.tags.push(tag.to_owned());
        }
    }

    fn card(self) -> Option<NewCard> {
        let name = self.name.join(" ");
        let phones = self.phones.iter().filter_map(|phone| spec::phone(phone).ok()).collect();
        let emails = self.emails.iter().filter_map(|email| spec::email(email).ok()).collect();
        let mut values = Vec::new();
        values.extend(self.website.map(|website| ("website".to_owned(), vec![website.to_owned()])));
        let title = self.title.unwrap_or_default();
        let mut card = match (name.is_empty(), self.company.is_empty()) {
            (true, true) => return None,
            (false, true) => {
                values.extend(self.title.map(|title| ("title".to_owned(), vec![title.to_owned()])));
                NewCard { phones, emails, ..NewCard::named(name) }
            }
            (true, false) => {
                NewCard { party: Party::Organisation, phones, emails, ..NewCard::named(self.company) }
            }
            (false, false) => {
                let person =
                    NewPerson { name, title: title.to_owned(), phones, emails, ..NewPerson::default() };
                NewCard { party: Party::Organisation, people: vec![person], ..NewCard::named(self.company) }
            }
        };
        card.tags = self.tags;
        card.values = values;
        card.addresses = self.addresses.iter().filter_map(|address| spec::address(address).ok()).collect();
        Some(card)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{NewEmail, NewPhone};
    use crate::domain::reach::{EmailKind, PhoneKind};
    use proptest::prelude::*;

    fn mobile(number: &str) -> NewPhone {
        NewPhone { kind: PhoneKind::Mobile, number: number.into() }
    }

    #[test]
    fn a_name_is_enough() {
        for (line, name) in
            [("Ana Torres", "Ana Torres"), (" 周立 ", "周立"), ("Hotel 1898", "Hotel 1898"), ("3M", "3M")]
        {
            assert_eq!(read(line).card, Some(NewCard::named(name)), "{line}");
        }
        for line in ["", "  ", "13800000000", "#vip", "@"] {
            let named = read(line).card.map(|card| card.name);
            assert!(named.is_none() || line == "@", "{line} {named:?}");
        }
    }

    #[test]
    fn marks_are_understood() {
        let email = NewEmail { kind: EmailKind::Work, address: "ana@x.example".into() };
        let card = read("Ana Torres 138 0000 0000 ana@x.example #vip #VIP").card.unwrap();
        assert_eq!(card.name, "Ana Torres");
        assert_eq!(card.party, Party::Individual);
        assert_eq!(card.phones, [mobile("138 0000 0000")]);
        assert_eq!(card.emails, std::slice::from_ref(&email));
        assert_eq!(card.tags, ["vip"]);
        let two = read("Ana 13800000000 13900000000 work:010-62345678").card.unwrap();
        let work = NewPhone { kind: PhoneKind::Work, number: "010-62345678".into() };
        assert_eq!(two.phones, [mobile("13800000000"), mobile("13900000000"), work]);
    }

    #[test]
    fn a_company_makes_an_organisation_with_that_person() {
        for (line, company, person) in [
            ("周立 13800000000 @海虹印刷", "海虹印刷", Some("周立")),
            ("@海虹印刷 周立 13800000000", "海虹印刷", Some("周立")),
            ("周立，13800000000，＠海虹印刷", "海虹印刷", Some("周立")),
            ("Ana Torres @Northwind Foods 13800000000", "Northwind Foods", Some("Ana Torres")),
            ("@海虹印刷 13800000000", "海虹印刷", None),
        ] {
            let card = read(line).card.unwrap();
            assert_eq!((card.name.as_str(), card.party), (company, Party::Organisation), "{line}");
            let phones = [mobile("13800000000")];
            match person {
                Some(name) => {
                    assert_eq!(card.people[0].name, name, "{line}");
                    assert_eq!(card.people[0].phones, phones, "{line}");
                    assert_eq!(card.phones, [], "{line}");
                }
                None => assert_eq!((card.people, card.phones.as_slice()), (vec![], &phones[..]), "{line}"),
            }
        }
    }

    #[test]
    fn a_business_card_is_one_line() {
        let line = "王小明 采购经理 @星河科技 13800000000 www.x.example 杭州市西湖区文三路12号";
        let card = read(line).card.unwrap();
        assert_eq!((card.name.as_str(), card.people[0].name.as_str()), ("星河科技", "王小明"));
        assert_eq!(card.people[0].title, "采购经理");
        assert_eq!(card.values, [("website".to_owned(), vec!["www.x.example".to_owned()])]);
        assert_eq!(card.addresses[0].street, "杭州市西湖区文三路12号");
        let card = read("Ana Torres purchasing manager @Northwind Foods 13800000000").card.unwrap();
        assert_eq!(
            (card.name.as_str(), card.people[0].title.as_str()),
            ("Northwind Foods", "purchasing manager")
        );
        assert_eq!(card.people[0].name, "Ana Torres");
        let alone = read("周立 厂长").card.unwrap();
        assert_eq!((alone.name.as_str(), &alone.values[0].1[0][..]), ("周立", "厂长"));
        for named in ["Manager", "General Foods", "经理"] {
            assert_eq!(read(named).card.unwrap().name, named);
        }
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_line_in_order(line in prop_oneof![any::<String>(), "[a@#1-9 ,:+]{0,30}"]) {
            let mut end = 0;
            for (span, _) in read(&line).spans {
                prop_assert!(end <= span.start && span.start < span.end);
                prop_assert!(line.get(span.clone()).is_some());
                end = span.end;
            }
        }

        #[test]
        fn a_card_has_a_name(line in prop_oneof![any::<String>(), "[a@#1-9 ,:+]{0,30}"]) {
            if let Some(card) = read(&line).card {
                prop_assert!(!fold(&card.name).is_empty());
                prop_assert!(card.people.iter().all(|person| !fold(&person.name).is_empty()));
            }
        }
    }
}
