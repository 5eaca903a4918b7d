//! The text a card is found by.
//!
//! A searchable text is made of folded lines, one a value, so that nothing is found across two values. A
//! Chinese name adds the ways it is typed in latin letters, and in one where it is written with blanks. Digits of phone numbers are written in an
//! alphabet of their own, so that a word of digits finds a number whatever its separators, and `2026-06`
//! does not find the number 20 2606. Lines of names say by a first character which [part](Part) they are of.

use super::closeness::Part;
use super::fold::fold;
use super::pinyin::{is_ideograph, spellings, spellings_of_folded};
use crate::domain::card::Card;
use crate::domain::field::region::{self, RegionCheck};
use crate::domain::field::{Field, FieldType, built_in};
use crate::domain::language::Language;
use crate::domain::phone;
use crate::domain::reach::{EmailEntry, PhoneEntry, Place};

/// Stands for the digit 0 of a phone number, those of 1 to 9 follow. For private use: folding removes
/// these characters from everything people type.
const PHONE_ZERO: u32 = 0xe000;
/// Bytes of the text of a usual card: space asked for once.
const USUAL_LENGTH: usize = 256;

/// The text of a whole card.
pub fn searchable(card: &Card) -> String {
    searchable_in(card, String::with_capacity(USUAL_LENGTH))
}

/// As [`searchable`], in the memory of an empty text.
pub fn searchable_in(card: &Card, empty: String) -> String {
    let mut text = Lines(empty);
    text.plain(&card.code);
    for name in [&card.name, &card.short_name] {
        text.name(Part::Name, name);
    }
    text.name(Part::Company, &card.company);
    text.reach(&card.phones, &card.emails);
    for person in &card.people {
        text.name(Part::Person, &person.name);
        text.plain(&person.title);
        text.reach(&person.phones, &person.emails);
    }
    for address in &card.addresses {
        text.place(&address.place);
    }
    for (field, values) in &card.values {
        for value in values.iter().filter(|_| is_words(field)) {
            text.plain(value);
        }
    }
    for detail in &card.details {
        let words = detail.group.parts.iter().filter(|part| holds_words(part));
        for value in words.flat_map(|part| detail.values(part.key)) {
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
    // Last, so that a new tag is a new line at the end.
    for tag in &card.tags {
        text.plain(tag);
    }
    text.0
}

/// Whether the values of a field are words that a card may be found by. What is sensitive is not, whether it
/// is switched on or not.
pub fn is_words(field: &str) -> bool {
    built_in(field).is_none_or(holds_words)
}

fn holds_words(field: &Field) -> bool {
    let is_words = matches!(
        field.kind,
        FieldType::Text
            | FieldType::Name
            | FieldType::Note
            | FieldType::Open(_)
            | FieldType::PartialDay(_)
            | FieldType::Region
            | FieldType::Registration
            | FieldType::Phone
            | FieldType::Email
            | FieldType::Tags
    );
    is_words && field.sensitive.is_none()
}

/// The text of one name: as written, and as it is typed in latin letters.
pub fn name_text(name: &str) -> String {
    let mut text = Lines::default();
    text.name(Part::Name, name);
    text.0
}

/// The text of one region: as written, and the names of a code.
pub fn region_text(region: &str) -> String {
    let mut text = Lines::default();
    text.region(region);
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
    fn line(&mut self, part: Part, folded: &str) {
        if folded.is_empty() {
            return;
        }
        if self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.extend(part.mark());
        self.0.push_str(folded);
        self.0.push('\n');
    }

    fn plain(&mut self, value: &str) {
        self.line(Part::Rest, &fold(value));
    }

    fn name(&mut self, part: Part, name: &str) {
        let folded = fold(name);
        self.line(part, &folded);
        if let Some(joined) = without_gaps(&folded) {
            self.line(part, &joined);
        }
        for spelling in spellings_of_folded(&folded) {
            self.line(part, &spelling);
        }
    }

    fn phone(&mut self, number: &str, normal: &str) {
        self.plain(number);
        let (typed, normal) = (phone::digits(number), phone::digits(normal));
        if !normal.contains(&typed) {
            self.line(Part::Rest, &in_phone_alphabet(&typed));
        }
        self.line(Part::Rest, &in_phone_alphabet(&normal));
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
        self.region(&place.region);
        for part in [&place.street, &place.post_code, &place.zone, &place.access] {
            self.plain(part);
        }
    }

    /// A region with a code is found by its names too, and by their sound.
    fn region(&mut self, region: &str) {
        self.plain(&region::found_by(region));
        if let RegionCheck::Coded(known) = region::check(region) {
            self.plain(&known.full_name(Language::English));
            for part in known.path() {
                spellings(part.simplified).iter().for_each(|spelling| self.plain(spelling));
            }
        }
    }
}

/// A folded name without the blanks between Chinese characters, `李 伟`, with which lists make short names as long as
/// others; nothing where there are none.
fn without_gaps(folded: &str) -> Option<String> {
    if folded.is_ascii() || !folded.contains(' ') {
        return None;
    }
    let mut joined = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_between = letter == ' '
            && joined.chars().next_back().is_some_and(is_ideograph)
            && letters.peek().is_some_and(|next| is_ideograph(*next));
        if !is_between {
            joined.push(letter);
        }
    }
    (joined.len() < folded.len()).then_some(joined)
}

/// The digit a letter of the phone alphabet stands for.
pub fn phone_digit(letter: char) -> Option<u32> {
    u32::from(letter).checked_sub(PHONE_ZERO).filter(|digit| *digit < 10)
}

/// Digits in the alphabet of phone numbers.
pub(super) fn in_phone_alphabet(digits: &str) -> String {
    /// Bytes of a letter of the alphabet.
    const WIDTH: usize = 3;
    let digit = |character: char| char::from_u32(PHONE_ZERO + character.to_digit(10)?);
    let mut letters = String::with_capacity(WIDTH * digits.len());
    letters.extend(digits.chars().filter_map(digit));
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::closeness::Closeness;
    use crate::domain::text::needles::Needles;
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
            ("zhang伟", "张伟"),
            ("z伟", "张伟"),
            ("张w", "张伟"),
            ("zeng国", "曾国藩"),
            ("李伟", "李　伟"),
            ("李 伟", "李　伟"),
            ("liwei", "李　伟"),
            ("王小明", "王 小 明"),
            ("海虹印刷", "ABC 海虹 印刷 Ltd"),
        ] {
            assert!(finds(word, &name_text(name)), "{word} {name}");
        }
        for (word, name) in [
            ("zhangwe1", "张伟"),
            ("wz", "张伟"),
            ("章", "张伟"),
            ("", "张伟"),
            ("li伟", "张伟"),
            ("zhang维", "张伟"),
            ("ab", "a b"),
        ] {
            assert!(!finds(word, &name_text(name)), "{word} {name}");
        }
    }

    #[test]
    fn a_name_lies_closer_than_a_company_and_a_start_closer_than_the_inside() {
        let mut text = Lines::default();
        text.name(Part::Name, "海虹印刷");
        text.name(Part::Company, "Northwind 海运");
        text.name(Part::Person, "周立");
        text.plain("north by phone");
        for (word, closest) in [
            ("海", Some(Closeness::NameStart)),
            ("hh", Some(Closeness::NameStart)),
            ("haihong", Some(Closeness::NameStart)),
            ("虹", Some(Closeness::Name)),
            ("hai虹", Some(Closeness::NameStart)),
            ("north", Some(Closeness::CompanyStart)),
            ("wind", Some(Closeness::Company)),
            ("运", Some(Closeness::Company)),
            ("zhouli", Some(Closeness::PersonStart)),
            ("立", Some(Closeness::Person)),
            ("by", Some(Closeness::Rest)),
            ("zhou虹", None),
            ("south", None),
        ] {
            assert_eq!(Needles::of(word).unwrap().closest_in(&text.0), closest, "{word}");
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
        // A landline with its country and without, in texts of now and of before both had one form.
        for (kept, normal) in [
            ("0571-8888 0001", "057188880001"),
            ("+86 571 8888 0001", "057188880001"),
            ("+86 571 8888 0001", "+8657188880001"),
        ] {
            for typed in ["0571-88880001", "+86 571 88880001", "+86-571-8888-0001", "8888 0001"] {
                assert!(finds(typed, &phone_text(kept, normal)), "{typed} {kept}");
            }
        }
    }

    #[test]
    fn nothing_is_found_across_values_or_in_the_wrong_kind_of_value() {
        let mut text = Lines::default();
        text.name(Part::Name, "张伟");
        text.name(Part::Person, "李雷");
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
