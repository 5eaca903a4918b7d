//! The text a card is found by, and the needles a query word is turned into.
//!
//! A searchable text is made of folded lines, one a value, so that nothing is found across two values. A
//! Chinese name adds the ways it is typed in latin letters. Digits of phone numbers are written in an
//! alphabet of their own, so that a word of digits finds a number whatever its separators, and `2026-06`
//! does not find the number 20 2606.

use super::fold::fold;
use super::pinyin::spellings;
use crate::domain::card::Card;
use crate::domain::field::{FieldType, built_in};
use crate::domain::phone;
use crate::domain::reach::{EmailEntry, PhoneEntry, Place};

/// What a query word is looked for as: found when one of these stands in a searchable text.
///
/// Both sides are folded, so a plain byte search (`instr`) answers. Never empty, and no needle is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needles {
    /// The alternatives.
    pub any: Vec<String>,
}

/// Stands for the digit 0 of a phone number, those of 1 to 9 follow. For private use: folding removes
/// these characters from everything people type.
const PHONE_ZERO: u32 = 0xe000;
/// Shorter words of digits are not read as whole phone numbers with their country.
const SHORTEST_WHOLE_NUMBER: usize = 7;

impl Needles {
    /// The needles of a bare word or quoted phrase; `None` when nothing of it can be seen.
    pub fn of(word: &str) -> Option<Needles> {
        let folded = fold(word);
        if folded.is_empty() {
            return None;
        }
        let mut any = Vec::new();
        if folded.contains('\'')
            && folded.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '\'')
        {
            any.extend(Some(folded.replace('\'', "")).filter(|joined| !joined.is_empty()));
        }
        any.extend(phone_needles(&folded));
        any.insert(0, folded);
        any.dedup();
        Some(Needles { any })
    }

    /// Whether one of the needles stands in a searchable text.
    pub fn found_in(&self, searchable: &str) -> bool {
        self.any.iter().any(|needle| searchable.contains(needle.as_str()))
    }
}

/// The text of a whole card.
pub fn searchable(card: &Card) -> String {
    let mut text = Lines::default();
    text.plain(&card.code);
    for name in [&card.name, &card.short_name, &card.company] {
        text.name(name);
    }
    text.reach(&card.phones, &card.emails);
    for person in &card.people {
        text.name(&person.name);
        text.plain(&person.title);
        text.reach(&person.phones, &person.emails);
    }
    for address in &card.addresses {
        text.place(&address.place);
    }
    for tag in &card.tags {
        text.plain(tag);
    }
    for (field, values) in &card.values {
        let is_words = !matches!(
            built_in(field).map(|field| field.kind),
            Some(FieldType::Choice(_) | FieldType::Card | FieldType::Day)
        );
        for value in values.iter().filter(|_| is_words) {
            text.plain(value);
        }
    }
    if let Some(next) = &card.next_action {
        text.plain(&next.note);
    }
    for contact in &card.contacts {
        text.plain(&contact.note);
        for promise in &contact.promises {
            text.plain(&promise.text);
        }
    }
    text.0
}

/// The text of one name: as written, and as it is typed in latin letters.
pub fn name_text(name: &str) -> String {
    let mut text = Lines::default();
    text.name(name);
    text.0
}

/// The text of one phone number, from the form typed and the normal form.
pub fn phone_text(number: &str, normal: &str) -> String {
    let mut text = Lines::default();
    text.phone(number, normal);
    text.0
}

/// The text of any other value.
pub fn plain_text(value: &str) -> String {
    let mut text = Lines::default();
    text.plain(value);
    text.0
}

/// Lines that each begin and end with a line feed.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, folded: &str) {
        if folded.is_empty() {
            return;
        }
        if self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(folded);
        self.0.push('\n');
    }

    fn plain(&mut self, value: &str) {
        self.line(&fold(value));
    }

    fn name(&mut self, name: &str) {
        self.plain(name);
        for spelling in spellings(name) {
            self.line(&spelling);
        }
    }

    fn phone(&mut self, number: &str, normal: &str) {
        self.plain(number);
        let (typed, normal) = (phone::digits(number), phone::digits(normal));
        if !normal.contains(&typed) {
            self.line(&in_phone_alphabet(&typed));
        }
        self.line(&in_phone_alphabet(&normal));
    }

    fn reach(&mut self, phones: &[PhoneEntry], emails: &[EmailEntry]) {
        for phone in phones {
            self.phone(&phone.number, &phone.normal);
        }
        for email in emails {
            self.plain(&email.address);
        }
    }

    fn place(&mut self, place: &Place) {
        for part in [&place.region, &place.street, &place.post_code, &place.zone] {
            self.plain(part);
        }
    }
}

fn in_phone_alphabet(digits: &str) -> String {
    let digit = |character: char| char::from_u32(PHONE_ZERO + character.to_digit(10)?);
    digits.chars().filter_map(digit).collect()
}

/// The digits of a word that is nothing but digits and what people put between them.
fn phone_needles(folded: &str) -> Vec<String> {
    let is_number =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '(' | ')' | ' ' | '.' | '/');
    let typed = phone::digits(folded);
    if typed.is_empty() || !folded.chars().all(is_number) {
        return Vec::new();
    }
    let mut needles = vec![in_phone_alphabet(&typed)];
    if typed.len() >= SHORTEST_WHOLE_NUMBER
        && let Ok(read) = phone::read(folded)
        && phone::digits(&read.normal) != typed
    {
        needles.push(in_phone_alphabet(&phone::digits(&read.normal)));
    }
    needles
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finds(word: &str, text: &str) -> bool {
        Needles::of(word).is_some_and(|needles| needles.found_in(text))
    }

    #[test]
    fn names_are_found_as_people_type_them() {
        for (word, name) in [
            ("张", "张伟"),
            ("伟", "张伟"),
            ("张伟", "張偉"),
            ("張偉", "张伟"),
            ("zw", "张伟"),
            ("ZW", "张伟"),
            ("zhangwei", "张伟"),
            ("zhang wei", "张伟"),
            ("Zhang", "张伟"),
            ("wei", "张伟"),
            ("xi'an", "西安印刷"),
            ("lubu", "吕布"),
            ("lv", "吕布"),
            ("lü", "吕布"),
            ("north", "ＮＯＲＴＨwind"),
            ("muller", "Müller"),
            ("智云", "杭州智云科技"),
        ] {
            assert!(finds(word, &name_text(name)), "{word} {name}");
        }
        for (word, name) in [("zhangwe1", "张伟"), ("wz", "张伟"), ("章", "张伟"), ("", "张伟")] {
            assert!(!finds(word, &name_text(name)), "{word} {name}");
        }
    }

    #[test]
    fn phones_are_found_whatever_stands_between_the_digits() {
        let text = phone_text("138 0000-1234", "+8613800001234");
        for word in [
            "13800001234",
            "138-0000-1234",
            "1234",
            "+86 138 0000 1234",
            "0086-13800001234",
            "00001234",
            "(138)",
        ] {
            assert!(finds(word, &text), "{word}");
        }
        for word in ["13900001234", "1234a", "12a34"] {
            assert!(!finds(word, &text), "{word}");
        }
        assert!(finds("0912345678", &phone_text("0912-345-678", "+886912345678")));
        assert!(finds("886912345678", &phone_text("0912-345-678", "+886912345678")));
    }

    #[test]
    fn nothing_is_found_across_values_or_in_the_wrong_kind_of_value() {
        let mut text = Lines::default();
        text.name("张伟");
        text.name("李雷");
        text.plain("2026 0609");
        text.phone("110", "110");
        for word in ["zwll", "weili", "伟李", "伟 李", "20260609", "0609110", "2026-0609"] {
            assert!(!finds(word, &text.0), "{word}");
        }
    }

    proptest! {
        #[test]
        fn every_word_is_found_in_itself(value in any::<String>()) {
            let visible = Needles::of(&value).is_some();
            prop_assert_eq!(finds(&value, &plain_text(&value)), visible);
            prop_assert_eq!(finds(&value, &name_text(&value)), visible);
        }
    }
}
