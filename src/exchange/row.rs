//! From one row of a table to a card. A wrong cell loses nothing: what a field cannot hold goes to the note,
//! under its header.

use std::collections::BTreeMap;

use super::cell::{parts, unguarded, words};
use super::csv::RejectReason;
use super::day;
use super::headers::Part;
use super::mapping::{Column, Mapping};
use super::people;
use super::places::Places;
use super::reaches::{self, Labelled};
use super::script::has_chinese;
use crate::domain::channel::Channel;
use crate::domain::choice::Choice;
use crate::domain::contact::{ContactKind, NextAction};
use crate::domain::draft::{NewCard, NewEmail, NewPerson, NewPhone};
use crate::domain::field::{Field, FieldType};
use crate::domain::party::{CustomerKind, Party};
use crate::domain::position::Position;
use crate::domain::reach::{EmailKind, PhoneKind};

/// A card as a row gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowCard {
    /// The card.
    pub card: NewCard,
    /// Name or code of the card that introduced it, where the row names one.
    pub introducer: String,
}

/// The key of the field that keeps what no other field can hold.
const NOTE: &str = "note";
/// What stands for the kind of a next action that has none.
pub(super) const NO_KIND: &str = "-";
/// The key of the field with the job title.
const TITLE: &str = "title";

/// Reads a row. A position starts as `position` where no cell gives one.
pub fn read(mapping: &Mapping, cells: &[String], position: Position) -> Result<RowCard, RejectReason> {
    let mut gathering = Gathering::default();
    for ((header, column), cell) in mapping.headers.iter().zip(&mapping.columns).zip(cells) {
        let cell = unguarded(cell.trim());
        if !cell.is_empty() {
            gathering.take(header, column, cell)?;
        }
    }
    gathering.card(position)
}

/// What has been found in a row so far.
#[derive(Debug, Default)]
struct Gathering {
    single: BTreeMap<&'static str, String>,
    given: Vec<(String, String)>,
    family: Option<(String, String)>,
    contact_person: Option<(String, String)>,
    party: Option<Party>,
    kind: Option<CustomerKind>,
    position: Option<Position>,
    channel: Option<Channel>,
    tags: Vec<String>,
    phones: Vec<NewPhone>,
    emails: Vec<NewEmail>,
    labelled_phones: Labelled,
    labelled_emails: Labelled,
    places: Places,
    people: Vec<NewPerson>,
    next_action: Option<NextAction>,
    values: BTreeMap<String, Vec<String>>,
    /// `header: value` of what no field could hold.
    kept: Vec<String>,
}

impl Gathering {
    fn take(&mut self, header: &str, column: &Column, cell: &str) -> Result<(), RejectReason> {
        let part = match column {
            Column::LeftOut => return Ok(()),
            Column::Own(key) => {
                if self.take_value(key, cell.to_owned()).is_none() {
                    self.keep(header, cell);
                }
                return Ok(());
            }
            Column::Part(part) => part,
        };
        let pair = || (header.to_owned(), cell.to_owned());
        match part {
            Part::Field(field) => return self.take_field(header, field, cell),
            Part::GivenName | Part::MiddleName => self.given.push(pair()),
            Part::FamilyName => self.family = Some(pair()),
            Part::ContactPerson => self.contact_person = Some(pair()),
            Part::Phone(kind) => return self.take_phones(header, Some(*kind), cell),
            Part::PhoneLabel(number) => self.labelled_phones.label(*number, cell),
            Part::PhoneValue(number) => self.labelled_phones.value(*number, header, cell),
            Part::Email(kind) => self.take_emails(header, Some(*kind), cell),
            Part::EmailLabel(number) => self.labelled_emails.label(*number, cell),
            Part::EmailValue(number) => self.labelled_emails.value(*number, header, cell),
            Part::Address(columns, line) => self.places.line(*columns, *line, cell),
            Part::NextAction => match next_action(cell) {
                Some(next) => self.next_action = Some(next),
                None => self.keep(header, cell),
            },
        }
        Ok(())
    }

    fn take_field(&mut self, header: &str, field: &'static Field, cell: &str) -> Result<(), RejectReason> {
        match field.key {
            "party" => choose(&mut self.party, cell).then_some(()),
            "kind" => choose(&mut self.kind, cell).then_some(()),
            "position" => choose(&mut self.position, cell).then_some(()),
            "channel" => choose(&mut self.channel, cell).then_some(()),
            "phones" => return self.take_phones(header, None, cell),
            "emails" => {
                self.take_emails(header, None, cell);
                Some(())
            }
            "tags" => {
                self.take_tags(cell);
                Some(())
            }
            "addresses" => {
                self.places.cell(cell);
                Some(())
            }
            "people" => {
                self.people.extend(people::read(cell));
                Some(())
            }
            NOTE => {
                self.values.entry(NOTE.to_owned()).or_default().push(cell.to_owned());
                Some(())
            }
            "name" | "code" | "short_name" | "company" | "introducer" => self.take_single(field.key, cell),
            key => canonical(field.kind, cell).and_then(|value| self.take_value(key, value)),
        }
        .unwrap_or_else(|| {
            if !day::is_no_date(cell) {
                self.keep(header, cell);
            }
        });
        Ok(())
    }

    /// The first column of a field with one value gives it; another value in a further column does not fit.
    fn take_single(&mut self, key: &'static str, cell: &str) -> Option<()> {
        let present = self.single.entry(key).or_default();
        if present.is_empty() {
            *present = cell.to_owned();
        }
        (present == cell).then_some(())
    }

    /// As [`Self::take_single`], for fields that are no columns of the card.
    fn take_value(&mut self, key: &str, value: String) -> Option<()> {
        match self.values.get(key) {
            Some(present) => present.contains(&value).then_some(()),
            None => {
                self.values.insert(key.to_owned(), vec![value]);
                Some(())
            }
        }
    }

    fn take_phones(&mut self, header: &str, kind: Option<PhoneKind>, cell: &str) -> Result<(), RejectReason> {
        for read in reaches::phones(kind, cell) {
            match read {
                Ok(phone) if self.phones.contains(&phone) => {}
                Ok(phone) => self.phones.push(phone),
                Err(reaches::NoPhone::Damaged(number)) => return Err(RejectReason::DamagedPhone(number)),
                Err(reaches::NoPhone::Text(text)) => self.keep(header, &text),
            }
        }
        Ok(())
    }

    fn take_emails(&mut self, header: &str, kind: Option<EmailKind>, cell: &str) {
        for read in reaches::emails(kind, cell) {
            match read {
                Ok(email) if self.emails.contains(&email) => {}
                Ok(email) => self.emails.push(email),
                Err(text) => self.keep(header, &text),
            }
        }
    }

    /// Google marks its own labels with `* `; everybody is in `myContacts`.
    fn take_tags(&mut self, cell: &str) {
        for word in words(cell) {
            let tag = word.strip_prefix("* ").unwrap_or(&word);
            if tag != "myContacts" && !self.tags.iter().any(|present| present == tag) {
                self.tags.push(tag.to_owned());
            }
        }
    }

    fn keep(&mut self, header: &str, cell: &str) {
        self.kept.push(format!("{}: {cell}", header.trim()));
    }

    fn card(mut self, position: Position) -> Result<RowCard, RejectReason> {
        for (kind, header, cell) in std::mem::take(&mut self.labelled_phones).read() {
            self.take_phones(&header, kind, &cell)?;
        }
        for (kind, header, cell) in std::mem::take(&mut self.labelled_emails).read() {
            self.take_emails(&header, kind, &cell);
        }
        let (name, party) = self.name_and_party()?;
        let mut single = std::mem::take(&mut self.single);
        let mut take = |key: &str| single.remove(key).unwrap_or_default();
        let mut card = NewCard::named(name);
        card.code = take("code");
        card.short_name = take("short_name");
        card.company = take("company");
        card.party = party;
        card.kind = self.kind;
        card.position = self.position.unwrap_or(position);
        card.channel = self.channel;
        card.tags = self.tags;
        card.phones = self.phones;
        card.emails = self.emails;
        card.addresses = self.places.read();
        card.people = self.people;
        card.next_action = self.next_action;
        if party == Party::Organisation && card.company == card.name {
            card.company.clear();
        }
        if !self.kept.is_empty() {
            self.values.entry(NOTE.to_owned()).or_default().append(&mut self.kept);
        }
        if let Some(note) = self.values.get_mut(NOTE) {
            *note = vec![note.join("\n")];
        }
        card.values = self.values.into_iter().collect();
        Ok(RowCard { card, introducer: take("introducer") })
    }

    /// The name is the first there is of: name, given and family name, contact person, company, short name,
    /// person, phone, e-mail. A card named after its company is an organisation, and so is one with people on it.
    fn name_and_party(&mut self) -> Result<(String, Party), RejectReason> {
        let single = |key: &str| self.single.get(key).filter(|text| !text.is_empty()).cloned();
        let full = single("name");
        let composed = self.composed_name();
        let contact = self.contact_person.take();
        let own_name = full.clone().or(composed);
        if let Some(full) = &full {
            let parts = self.given.iter().chain(&self.family);
            let missing: Vec<_> = parts.filter(|(_, part)| !full.contains(part.as_str())).cloned().collect();
            missing.iter().for_each(|(header, part)| self.keep(header, part));
        }
        let company = self.single.get("company").filter(|text| !text.is_empty()).cloned();
        let (name, is_company) = match (own_name, contact) {
            (Some(name), Some((_, person))) if person != name => {
                self.add_contact_person(&person);
                (Some(name), false)
            }
            (Some(name), _) => (Some(name), false),
            (None, Some((_, person))) => (Some(person), false),
            (None, None) => (company.clone(), company.is_some()),
        };
        let fallback = || {
            let short_name = self.single.get("short_name").filter(|text| !text.is_empty()).cloned();
            short_name
                .or_else(|| self.people.first().map(|person| person.name.clone()))
                .or_else(|| self.phones.first().map(|phone| phone.number.clone()))
                .or_else(|| self.emails.first().map(|email| email.address.clone()))
        };
        let name = name.or_else(fallback).ok_or(RejectReason::NoName)?;
        let organisation = is_company || !self.people.is_empty();
        let derived = if organisation { Party::Organisation } else { Party::Individual };
        Ok((name, self.party.unwrap_or(derived)))
    }

    /// The job title of a row with a contact person is that person's.
    fn add_contact_person(&mut self, name: &str) {
        let title = self.values.remove(TITLE).map(|titles| titles.join(", ")).unwrap_or_default();
        for name in parts(name, &['、', ';', '；', '\n']) {
            if !self.people.iter().any(|person| person.name == name) {
                let title = title.clone();
                self.people.push(NewPerson { name: name.to_owned(), title, ..NewPerson::default() });
            }
        }
    }

    /// Chinese names stand family name first and without a space.
    fn composed_name(&self) -> Option<String> {
        let given = self.given.iter().map(|(_, name)| name.as_str());
        let family = self.family.iter().map(|(_, name)| name.as_str());
        let chinese = given.clone().chain(family.clone()).any(has_chinese);
        let name = if chinese {
            family.chain(given).collect::<String>()
        } else {
            given.chain(family).collect::<Vec<_>>().join(" ")
        };
        (!name.is_empty()).then_some(name)
    }
}

/// Puts the choice a word means into its place; `false` when it means none, or another stands there.
fn choose<T: Choice>(place: &mut Option<T>, word: &str) -> bool {
    let Some(choice) = T::from_word(word) else { return false };
    *place.get_or_insert(choice) == choice
}

/// The canonical value of a cell for a field of this type; `None` when it cannot hold it.
fn canonical(kind: FieldType, cell: &str) -> Option<String> {
    match kind {
        FieldType::Choice(list) => (list.code_of)(cell).map(str::to_owned),
        FieldType::Day => day::day(cell).map(|day| day.to_string()),
        FieldType::PartialDay => day::partial_day(cell),
        FieldType::Number => cell.parse::<u64>().ok().map(|number| number.to_string()),
        FieldType::Text | FieldType::Note => Some(cell.to_owned()),
        FieldType::Card
        | FieldType::Tags
        | FieldType::Phones
        | FieldType::Emails
        | FieldType::Addresses
        | FieldType::People => None,
    }
}

/// Reads `DAY`, `DAY kind`, `DAY kind note`; `-` stands for no kind.
fn next_action(cell: &str) -> Option<NextAction> {
    let (date, rest) = cell.split_once(' ').unwrap_or((cell, ""));
    let on = day::day(date)?;
    let (word, behind) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
    let kind = ContactKind::from_word(word);
    let note = if kind.is_some() || word == NO_KIND { behind } else { rest };
    Some(NextAction { on, kind, note: note.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::mapping::Overrides;

    fn read_row(headers: &[&str], cells: &[&str]) -> Result<RowCard, RejectReason> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let mapping = Mapping::new(&owned(headers), &[], &Overrides::new()).unwrap();
        read(&mapping, &owned(cells), Position::Drift)
    }

    fn card(cells: &[(&str, &str)]) -> NewCard {
        let (headers, cells): (Vec<&str>, Vec<&str>) = cells.iter().copied().unzip();
        read_row(&headers, &cells).unwrap().card
    }

    fn phones(card: &NewCard) -> Vec<String> {
        card.phones.iter().map(|phone| format!("{}:{}", phone.kind.code(), phone.number)).collect()
    }

    fn emails(card: &NewCard) -> Vec<String> {
        card.emails.iter().map(|email| format!("{}:{}", email.kind.code(), email.address)).collect()
    }

    fn value<'card>(card: &'card NewCard, key: &str) -> &'card str {
        card.values.iter().find(|(known, _)| known == key).map_or("", |(_, values)| values[0].as_str())
    }

    #[test]
    fn a_row_of_google() {
        let card = card(&[
            ("First Name", "Ana"),
            ("Middle Name", "M."),
            ("Last Name", "Tam"),
            ("Organization Name", "Northwind Foods"),
            ("Organization Title", "Buyer"),
            ("Birthday", "--03-07"),
            ("Labels", "* myContacts ::: Fair ::: VIP"),
            ("E-mail 1 - Label", "* Work"),
            ("E-mail 1 - Value", "ana@northwind.example ::: tam@northwind.example"),
            ("Phone 1 - Label", "Mobile"),
            ("Phone 1 - Value", "+44 7700 900001"),
            ("Phone 2 - Label", "Work Fax"),
            ("Phone 2 - Value", "+44 20 7946 0001"),
            ("Address 1 - Label", "Home"),
            ("Address 1 - Formatted", "1 High St, Leeds"),
            ("Address 1 - Street", "1 High St"),
            ("Address 1 - City", "Leeds"),
            ("Address 1 - Country", "UK"),
            ("Phonetic First Name", ""),
            ("Custom Field 1 - Value", "blue"),
        ]);
        assert_eq!((card.name.as_str(), card.company.as_str()), ("Ana M. Tam", "Northwind Foods"));
        assert_eq!(card.party, Party::Individual);
        assert_eq!(card.tags, ["Fair", "VIP"]);
        assert_eq!(emails(&card), ["work:ana@northwind.example", "work:tam@northwind.example"]);
        assert_eq!(phones(&card), ["mobile:+44 7700 900001", "fax:+44 20 7946 0001"]);
        assert_eq!((value(&card, "birth_date"), value(&card, "title")), ("--03-07", "Buyer"));
        assert_eq!(value(&card, "custom_field_1_value"), "blue");
        let [place] = &card.addresses[..] else { panic!("one address: {:?}", card.addresses) };
        assert_eq!(
            (place.kind.code(), place.street.as_str(), place.region.as_str()),
            ("home", "1 High St", "Leeds, UK")
        );
    }

    #[test]
    fn a_row_of_outlook_in_chinese() {
        let card = card(&[
            ("名", "薇"),
            ("姓", "林"),
            ("中文称谓", "女士"),
            ("单位", "青禾包装有限公司"),
            ("职务", "采购经理"),
            ("商务地址 街道", "科技路 8 号"),
            ("商务地址 市/县", "杭州"),
            ("商务地址 省/市/自治区", "浙江"),
            ("商务电话", "0571-88880000"),
            ("移动电话", "13900000000"),
            ("电子邮件地址", "/o=ExchangeLabs/cn=lin"),
            ("电子邮件 2 地址", "lin@qinghe.example"),
            ("生日", "0/0/00"),
            ("类别", "重点;老客户"),
        ]);
        assert_eq!((card.name.as_str(), card.company.as_str()), ("林薇", "青禾包装有限公司"));
        assert_eq!(phones(&card), ["work:0571-88880000", "mobile:13900000000"]);
        assert_eq!(emails(&card), ["work:lin@qinghe.example"]);
        assert_eq!(card.tags, ["重点", "老客户"]);
        assert_eq!(
            (card.addresses[0].region.as_str(), card.addresses[0].street.as_str()),
            ("浙江杭州", "科技路 8 号")
        );
        assert_eq!((value(&card, "note"), value(&card, "birth_date")), ("", ""));
        assert_eq!(value(&card, "中文称谓"), "女士");
    }

    #[test]
    fn a_row_of_hubspot() {
        let card = card(&[
            ("Record ID", "901"),
            ("First Name", "Ben"),
            ("Last Name", "Okafor"),
            ("Email", "ben@harbour.example"),
            ("Phone Number", "+44 20 7946 0009"),
            ("Associated Company", "Harbour Print"),
            ("Lifecycle Stage", "customer"),
            ("Lead Status", "Attempted to contact"),
        ]);
        assert_eq!((card.name.as_str(), card.code.as_str()), ("Ben Okafor", "901"));
        assert_eq!(card.position, Position::Actual);
        assert_eq!(value(&card, "note"), "Lead Status: Attempted to contact");
    }

    #[test]
    fn who_the_card_is_and_whether_an_organisation() {
        for (cells, name, company, party, people) in [
            (vec![("公司", "海虹印刷")], "海虹印刷", "", Party::Organisation, 0),
            (vec![("姓名", "陈敏"), ("公司", "海虹印刷")], "陈敏", "海虹印刷", Party::Individual, 0),
            (vec![("公司", "海虹印刷"), ("联系人", "周立")], "周立", "海虹印刷", Party::Individual, 0),
            (
                vec![("客户名称", "海虹印刷"), ("联系人", "周立、陈敏")],
                "海虹印刷",
                "",
                Party::Organisation,
                2,
            ),
            (vec![("name", "海虹印刷"), ("party", "单位")], "海虹印刷", "", Party::Organisation, 0),
            (vec![("name", ""), ("short_name", "老陈")], "老陈", "", Party::Individual, 0),
            (vec![("name", ""), ("phone", "13800000000")], "13800000000", "", Party::Individual, 0),
            (vec![("name", " "), ("email", "a@b.example")], "a@b.example", "", Party::Individual, 0),
        ] {
            let card = card(&cells);
            assert_eq!((card.name.as_str(), card.company.as_str()), (name, company), "{cells:?}");
            assert_eq!((card.party, card.people.len()), (party, people), "{cells:?}");
        }
        assert_eq!(read_row(&["name", "note"], &["", "x"]), Err(RejectReason::NoName));
    }

    #[test]
    fn what_a_field_cannot_hold_goes_to_the_note() {
        let card = card(&[
            ("name", "Ana"),
            ("position", "undecided"),
            ("birthday", "in May, 30th?"),
            ("phone", "ask Ben"),
            ("email", "none"),
            ("备注", "old friend"),
            ("company", "One"),
            ("organization", "Two"),
        ]);
        assert_eq!(
            value(&card, "note"),
            "old friend\nposition: undecided\nbirthday: in May, 30th?\nphone: ask Ben\nemail: none\norganization: Two"
        );
        assert_eq!((card.position, card.company.as_str()), (Position::Drift, "One"));
    }

    #[test]
    fn a_phone_shortened_by_a_spreadsheet_rejects_its_row() {
        let damaged = RejectReason::DamagedPhone("1.38E+10".into());
        assert_eq!(read_row(&["name", "手机"], &["Ana", "1.38E+10"]), Err(damaged));
    }

    #[test]
    fn several_numbers_in_a_cell() {
        for (cell, expected) in [
            ("13800000000/13900000000", vec!["mobile:13800000000", "mobile:13900000000"]),
            ("0571-88880000、13900000000", vec!["work:0571-88880000", "mobile:13900000000"]),
            ("0571-88880000/01", vec!["work:0571-88880000/01"]),
            (
                "home:0571-88880000 ::: '+86 138 0000 0000",
                vec!["home:0571-88880000", "mobile:'+86 138 0000 0000"],
            ),
        ] {
            assert_eq!(phones(&card(&[("name", "x"), ("电话", cell)])), expected, "{cell}");
        }
    }

    #[test]
    fn people_addresses_and_next_action_in_fieldcards_own_form() {
        let card = card(&[
            ("name", "海虹印刷"),
            (
                "people",
                r"周立;title=经理\;厂长;role=decider,buyer;phone=mobile:13800000000;from=2024-01-01 ::: 陈敏",
            ),
            ("addresses", "kind=plant;region=西区;street=工业路 3 号;zone=西区;order=4"),
            ("next", "2026-07-01 visit 带样品"),
        ]);
        assert_eq!(card.people.len(), 2);
        assert_eq!((card.people[0].title.as_str(), card.people[0].roles.len()), ("经理;厂长", 2));
        assert_eq!(card.people[0].phones[0].number, "13800000000");
        assert_eq!((card.addresses[0].kind.code(), card.addresses[0].order), ("plant", Some(4)));
        let next = card.next_action.unwrap();
        assert_eq!(
            (next.on.to_string().as_str(), next.kind, next.note.as_str()),
            ("2026-07-01", Some(ContactKind::Visit), "带样品")
        );
    }
}
