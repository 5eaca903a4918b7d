//! From one row of a table to a card. A wrong cell loses nothing: what a field cannot hold goes to the note,
//! under its header.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cell::{parts, unguarded, words};
use super::csv::RejectReason;
use super::day;
use super::details;
use super::headers::Part;
use super::mapping::{Column, Mapping};
use super::people;
use super::places::Places;
use super::reaches::{self, Labelled};
use super::script::has_chinese;
use crate::domain::channel::Channel;
use crate::domain::choice::Choice;
use crate::domain::company::is_company_name;
use crate::domain::contact::{ContactKind, NextAction};
use crate::domain::detail::{NewDetail, Whose};
use crate::domain::draft::{NewCard, NewEmail, NewPerson, NewPhone};
use crate::domain::field::own_type::OwnType;
use crate::domain::field::warning::{self, Warning};
use crate::domain::field::{Field, FieldType, key};
use crate::domain::field_parse;
use crate::domain::party::{CustomerKind, Party};
use crate::domain::position::Position;
use crate::domain::reach::{EmailKind, PhoneKind};
use crate::domain::text::fold::{fold, same};
use crate::store::NameSource;

/// A card as a row gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowCard {
    /// The card.
    pub card: NewCard,
    /// What its name is.
    pub named: NameSource,
    /// Name or code of the card that introduced it, where the row names one.
    pub introducer: String,
    /// Its position, where the row names one.
    pub position: Option<Position>,
    /// Values that were taken though they look odd.
    pub odd: Vec<(Warning, String)>,
}

/// The key of the field that keeps what no other field can hold.
const NOTE: &str = "note";
/// What stands for the kind of a next action that has none.
pub(super) const NO_KIND: &str = "-";
/// The key of the field with the job title.
const TITLE: &str = "title";

/// The key of the field with the sex.
const SEX: &str = "sex";
/// How Outlook writes that the sex is not said.
const UNSAID: &str = "unspecified";
/// Forms of address that say the sex and nothing else, folded and without a dot; beside each the sex.
const FORMS_OF_ADDRESS: &[(&str, &[&str])] = &[
    ("female", &["ms", "mrs", "miss", "mme", "mlle", "frau", "女士", "小姐", "太太", "夫人"]),
    ("male", &["mr", "herr", "monsieur", "m", "先生"]),
];

/// Reads a row. A position starts as `position` where no cell gives one.
pub fn read<'row>(
    mapping: &Mapping,
    cells: impl IntoIterator<Item = &'row str>,
    position: Position,
) -> Result<RowCard, RejectReason> {
    let mut gathering = Gathering { asks_for_name: mapping.asks_for_names, ..Gathering::default() };
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
    /// Whether a phone number or an e-mail address cannot stand in for a name.
    asks_for_name: bool,
    single: BTreeMap<&'static str, String>,
    given: Vec<(String, String)>,
    family: Option<(String, String)>,
    contact_person: Option<(String, String)>,
    form_of_address: Option<(String, String)>,
    /// What the labels of pairs of columns say, which stand before their values.
    pair_labels: BTreeMap<(&'static str, u8), String>,
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
    /// With the header they stood under.
    details: Vec<(String, NewDetail)>,
    values: BTreeMap<String, Vec<String>>,
    /// `header: value` of what no field could hold.
    kept: Vec<String>,
    odd: Vec<(Warning, String)>,
}

impl Gathering {
    fn take(&mut self, header: &str, column: &Column, cell: &str) -> Result<(), RejectReason> {
        let part = match column {
            Column::LeftOut => return Ok(()),
            Column::Own(_) if day::is_no_date(cell) => return Ok(()),
            Column::Own(field) => {
                let values = match field.own_type {
                    OwnType::Choice => field.parse(cell, NaiveDate::MAX).ok(),
                    _ => canonical(field.kind(), cell),
                };
                if values.and_then(|values| self.take_values(&field.key, values)).is_none() {
                    self.keep_unread(header, cell);
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
            Part::FormOfAddress => self.form_of_address = Some(pair()),
            Part::PairLabel(name, number) => {
                self.pair_labels.insert((name, *number), cell.to_owned());
            }
            Part::PairValue(name, number) => {
                let label = self.pair_labels.get(&(*name, *number)).cloned();
                self.keep(label.as_deref().unwrap_or(header), cell);
            }
            Part::Phone(kind) => return self.take_phones(header, Some(*kind), cell),
            Part::PhoneLabel(number) => self.labelled_phones.label(*number, cell),
            Part::PhoneValue(number) => self.labelled_phones.value(*number, header, cell),
            Part::Email(kind) => self.take_emails(header, Some(*kind), cell),
            Part::EmailLabel(number) => self.labelled_emails.label(*number, cell),
            Part::EmailValue(number) => self.labelled_emails.value(*number, header, cell),
            Part::Address(columns, line) => self.places.line(*columns, *line, cell),
            Part::NextAction => match next_action(cell) {
                Some(next) => self.next_action = Some(next),
                None => self.keep_unread(header, cell),
            },
            Part::Details(group) => {
                for read in details::read(group, cell) {
                    match read {
                        Ok(detail) => self.details.push((header.to_owned(), detail)),
                        Err(text) => self.keep_unread(header, &text),
                    }
                }
            }
        }
        Ok(())
    }

    fn take_field(&mut self, header: &str, field: &'static Field, cell: &str) -> Result<(), RejectReason> {
        match field.key {
            "party" => choose(&mut self.party, cell).then_some(()),
            "kind" => choose(&mut self.kind, cell).then_some(()),
            "position" => choose(&mut self.position, cell).then_some(()),
            key::CHANNEL => choose(&mut self.channel, cell).then_some(()),
            "phones" => return self.take_phones(header, None, cell),
            "emails" => {
                self.take_emails(header, None, cell);
                Some(())
            }
            key::TAGS => {
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
                self.look_at(field.kind, cell);
                self.values.entry(NOTE.to_owned()).or_default().push(cell.to_owned());
                Some(())
            }
            "name" | "code" | "short_name" | "company" | key::INTRODUCER => self.take_single(field.key, cell),
            key => canonical(field.kind, cell).and_then(|values| {
                values.iter().for_each(|value| self.look_at(field.kind, value));
                self.take_values(key, values)
            }),
        }
        .unwrap_or_else(|| {
            let is_unsaid = field.key == SEX && same(cell, UNSAID);
            if !is_unsaid && !day::is_no_date(cell) {
                self.keep_unread(header, cell);
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
    fn take_values(&mut self, key: &str, values: Vec<String>) -> Option<()> {
        match self.values.get(key) {
            Some(present) => values.iter().all(|value| present.contains(value)).then_some(()),
            None => {
                self.values.insert(key.to_owned(), values);
                Some(())
            }
        }
    }

    fn take_phones(&mut self, header: &str, kind: Option<PhoneKind>, cell: &str) -> Result<(), RejectReason> {
        for read in reaches::phones(kind, cell) {
            match read {
                Ok(phone) if self.phones.iter().any(|known| phone.is_told_by(&known.number)) => {}
                Ok(phone) => {
                    self.look_at(FieldType::Phone, &phone.number);
                    self.phones.push(phone);
                }
                Err(reaches::NoPhone::Damaged(number)) => return Err(RejectReason::DamagedPhone(number)),
                Err(reaches::NoPhone::Text(text)) => self.keep_unread(header, &text),
            }
        }
        Ok(())
    }

    fn take_emails(&mut self, header: &str, kind: Option<EmailKind>, cell: &str) {
        for read in reaches::emails(kind, cell) {
            match read {
                Ok(email) if self.emails.iter().any(|known| email.is_told_by(&known.address)) => {}
                Ok(email) => {
                    self.look_at(FieldType::Email, &email.address);
                    self.emails.push(email);
                }
                Err(text) => self.keep_unread(header, &text),
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

    /// A form of address that says no more than the sex gives it, where no other column does.
    fn take_form_of_address(&mut self) {
        let Some((header, form)) = self.form_of_address.take() else { return };
        let folded = fold(&form);
        let plain = folded.trim_end_matches('.');
        match FORMS_OF_ADDRESS.iter().find(|(_, forms)| forms.contains(&plain)) {
            Some((sex, _)) => drop(self.take_values(SEX, vec![(*sex).to_owned()])),
            None => self.keep(&header, &form),
        }
    }

    /// What is odd about a value is told: it is kept all the same.
    fn look_at(&mut self, kind: FieldType, value: &str) {
        if let Some(warning) = warning::of_kind(kind, value) {
            self.odd.push((warning, value.to_owned()));
        }
    }

    /// Keeps a value that its field cannot hold, and tells of it.
    fn keep_unread(&mut self, header: &str, cell: &str) {
        self.odd.push((Warning::KeptInNote, cell.to_owned()));
        self.keep(header, cell);
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
        self.take_form_of_address();
        let (name, named, party) = self.name_and_party()?;
        let details = self.details_of_known_people();
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
        card.details = details;
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
        Ok(RowCard { card, named, introducer: take(key::INTRODUCER), position: self.position, odd: self.odd })
    }

    /// The details; one of a person whom the row does not have goes to the note.
    fn details_of_known_people(&mut self) -> Vec<NewDetail> {
        let (mut known, mut others) = (Vec::new(), Vec::new());
        for (header, detail) in std::mem::take(&mut self.details) {
            let is_known = match &detail.person {
                Some(name) => self.people.iter().any(|person| same(&person.name, name)),
                None => detail.group.whose != Whose::Person,
            };
            if is_known { known.push(detail) } else { others.push((header, detail)) }
        }
        for (header, detail) in others {
            let said = detail.parts.iter().map(|(part, values)| format!("{part}={}", values.join(", ")));
            let person = detail.person.clone().into_iter();
            let text = person.chain(said).collect::<Vec<_>>().join("; ");
            self.keep(&header, &text);
        }
        known
    }

    /// The name is the first there is of: name, given and family name, contact person, company, short name,
    /// person; phone and e-mail only in an address book. A card named after its company is an organisation, and so
    /// is one with people on it, or whose name ends like a company's.
    fn name_and_party(&mut self) -> Result<(String, NameSource, Party), RejectReason> {
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
        let has_company = company.is_some();
        let (name, named) = match (own_name, contact) {
            (Some(name), Some((_, person))) if person != name => {
                self.add_contact_person(&person);
                (Some(name), NameSource::Name)
            }
            (Some(name), _) => (Some(name), NameSource::Name),
            (None, Some((_, person))) => (Some(person), NameSource::Name),
            (None, None) if company.is_some() => (company, NameSource::Company),
            (None, None) => (None, NameSource::StandIn),
        };
        let fallback = || {
            let short_name = self.single.get("short_name").filter(|text| !text.is_empty()).cloned();
            let stand_in = || {
                let phone = self.phones.first().map(|phone| phone.number.clone());
                phone.or_else(|| self.emails.first().map(|email| email.address.clone()))
            };
            short_name
                .or_else(|| self.people.first().map(|person| person.name.clone()))
                .or_else(|| stand_in().filter(|_| !self.asks_for_name))
        };
        let name = name.or_else(fallback).ok_or(RejectReason::NoName)?;
        let is_company = || full.is_some() && !has_company && is_company_name(&name);
        let organisation = named == NameSource::Company || !self.people.is_empty() || is_company();
        let derived = if organisation { Party::Organisation } else { Party::Individual };
        Ok((name, named, self.party.unwrap_or(derived)))
    }

    /// The job title of a row with a contact person is that person's.
    fn add_contact_person(&mut self, name: &str) {
        let title = self.values.remove(TITLE).map(|titles| titles.join(", ")).unwrap_or_default();
        for name in parts(name, |sign| matches!(sign, '、' | ';' | '；' | '\n')) {
            if !self.people.iter().any(|person| same(&person.name, name)) {
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

/// The canonical values of a cell for a field of this type; `None` when it cannot hold it.
fn canonical(kind: FieldType, cell: &str) -> Option<Vec<String>> {
    let one = |value: String| vec![value];
    match kind {
        FieldType::Choice(list) => (list.code_of)(cell).map(|code| one(code.to_owned())),
        FieldType::Open(list) => Some(one((list.code_of)(cell).unwrap_or(cell).to_owned())),
        FieldType::Day(_) => day::day(cell).map(|day| one(day.to_string())),
        FieldType::PartialDay(_) => day::partial_day(cell).map(one),
        FieldType::Choices(_) => field_parse::parse(kind, &words(cell).join(","), NaiveDate::MAX).ok(),
        FieldType::Tags => Some(words(cell)),
        FieldType::Card | FieldType::OwnChoice => None,
        FieldType::Phones | FieldType::Emails | FieldType::Addresses | FieldType::People => None,
        // Days are dealt with above: nothing else depends on the date.
        _ => field_parse::parse(kind, cell, NaiveDate::MAX).ok(),
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
mod tests;
