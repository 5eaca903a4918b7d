//! `--set field=value`: what `add` and `edit` change, read once against the field catalogue and applied to a
//! new card or to one that is there.

use std::collections::BTreeMap;

use super::output::remark;
use super::session::Session;
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::detail::text::Assigned;
use crate::domain::detail::{GROUPS, shares_above_whole};
use crate::domain::draft::{NewCard, NewEmail, NewPerson, NewPhone, PersonChange};
use crate::domain::field::{CATALOGUE, CardField, Field, FieldType, OwnField, built_in, warning};
use crate::domain::id::CardId;
use crate::domain::nearest::nearest;
use crate::domain::person::Person;
use crate::domain::position::Position;
use crate::domain::reach::{EmailEntry, PhoneEntry, Place};
use crate::domain::spec::{self, Change};
use crate::domain::text::fold::{fold, same};
use crate::domain::{email, phone};
use crate::lang::fields;
use crate::lang::problem::{Problem, UsageProblem};
use crate::store::{Door, Store, StoreError};

/// One change to a card, read and checked.
#[derive(Debug, Clone)]
pub(super) enum Setting {
    /// A field of plain values, by its key.
    Values {
        /// The field's key.
        field: String,
        /// How it is changed.
        change: Change,
        /// Canonical values.
        values: Vec<String>,
    },
    /// Phone numbers of the card.
    Phones(Change, Vec<NewPhone>),
    /// E-mail addresses of the card.
    Emails(Change, Vec<NewEmail>),
    /// Postal addresses.
    Addresses(Change, Vec<Place>),
    /// People on the card.
    People(Change, Vec<PersonChange>),
}

/// Between several phones or e-mail addresses in one value.
const SEPARATORS: [char; 6] = [',', '，', '、', ';', '；', '\n'];

/// Reads assignments in the order typed.
pub(super) fn read(texts: &[String], session: &Session, store: &Store) -> Result<Vec<Setting>, Problem> {
    let own = store.own_fields()?;
    texts.iter().map(|text| read_one(text, &own, session, store)).collect()
}

/// Says what is odd about the values that a card was given.
pub(super) fn warn(
    settings: &[Setting],
    store: &Store,
    card: CardId,
    session: &Session,
) -> Result<(), Problem> {
    let Some(card) = store.card(card)? else { return Ok(()) };
    if shares_above_whole(&card.details) {
        remark(&session.words().warning_shares());
    }
    for setting in settings {
        match setting {
            // What is taken away is nobody's worry any more.
            Setting::Phones(Change::Take, _)
            | Setting::Emails(Change::Take, _)
            | Setting::People(Change::Take, _) => {}
            Setting::Addresses(_, places) => warn_of_places(places, session),
            Setting::Phones(_, phones) => warn_of_reach(phones, &[], session),
            Setting::Emails(_, emails) => warn_of_reach(&[], emails, session),
            Setting::People(_, people) => {
                people.iter().for_each(|change| warn_of_person(&change.person, session));
            }
            _ => {}
        }
    }
    let own = store.own_fields()?;
    let given = settings.iter().filter_map(|setting| match setting {
        Setting::Values { field, .. } => CardField::with_key(field, &own),
        _ => None,
    });
    for field in given {
        for value in card.field_texts(field.key()) {
            if let Some(odd) = warning::of(&field, &value, &card) {
                let warning = fields::warning(odd, session.words());
                remark(&session.words().warning(&field.name(session.language()), &warning));
            }
        }
    }
    Ok(())
}

/// Says what is odd about phones and e-mail addresses.
pub(super) fn warn_of_reach(phones: &[NewPhone], emails: &[NewEmail], session: &Session) {
    let phones = phones.iter().map(|phone| ("phones", FieldType::Phone, &phone.number));
    let emails = emails.iter().map(|email| ("emails", FieldType::Email, &email.address));
    for (field, kind, value) in phones.chain(emails) {
        if let Some(odd) = warning::of_kind(kind, value) {
            let name = built_in(field).map(|field| field.name(session.language())).unwrap_or_default();
            let warning = fields::warning(odd, session.words());
            remark(&session.words().warning(&format!("{name} {value}"), &warning));
        }
    }
}

/// Says what is odd about the ways in which a person is reached.
pub(super) fn warn_of_person(person: &NewPerson, session: &Session) {
    warn_of_reach(&person.phones, &person.emails, session);
}

/// Says what is odd about postal addresses.
pub(super) fn warn_of_places(places: &[Place], session: &Session) {
    for odd in places.iter().filter_map(warning::of_place) {
        let name = built_in("addresses").map(|field| field.name(session.language())).unwrap_or_default();
        remark(&session.words().warning(&name, &fields::warning(odd, session.words())));
    }
}

fn read_one(text: &str, own: &[OwnField], session: &Session, store: &Store) -> Result<Setting, Problem> {
    let assignment = spec::assignment(text)?;
    let change = assignment.change;
    let field = field_meant(assignment.field, own)?;
    session.must_be_on(&field)?;
    let each = || assignment.value.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty());
    let whole = || Some(assignment.value).filter(|value| !value.is_empty()).into_iter();
    Ok(match field.kind() {
        FieldType::Phones => Setting::Phones(change, each().map(spec::phone).collect::<Result<_, _>>()?),
        FieldType::Emails => Setting::Emails(change, each().map(spec::email).collect::<Result<_, _>>()?),
        FieldType::Addresses => Setting::Addresses(
            change,
            whole().map(|text| spec::address(text, session.day())).collect::<Result<_, _>>()?,
        ),
        FieldType::People => {
            let read = |text| spec::person(text, session.day());
            Setting::People(change, whole().map(read).collect::<Result<_, _>>()?)
        }
        FieldType::Card => {
            must_be_replaced(field.key(), change)?;
            let cards = whole().map(|text| Ok(session.card(store, text)?.id.to_string()));
            let values = cards.collect::<Result<_, Problem>>()?;
            Setting::Values { field: field.key().to_owned(), change, values }
        }
        kind => {
            if !kind.is_several() {
                must_be_replaced(field.key(), change)?;
            }
            let values = field.parse(assignment.value, session.day()).map_err(|error| Problem::Field {
                field: field.key().to_owned(),
                value: assignment.value.to_owned(),
                error,
            })?;
            Setting::Values { field: field.key().to_owned(), change, values }
        }
    })
}

/// The field a word means: one of the catalogue by its key, its singular or its name in any language, or the
/// user's own by key or name.
fn field_meant(word: &str, own: &[OwnField]) -> Result<CardField, UsageProblem> {
    match catalogue_field(word) {
        Some(field) => Ok(CardField::Known(field)),
        None => own_field(word, own).map(|field| CardField::Own(field.clone())),
    }
}

/// A field of the catalogue by its key, its singular, or its name in any language.
fn catalogue_field(word: &str) -> Option<&'static Field> {
    const SINGULARS: [(&str, &str); 5] = [
        ("phone", "phones"),
        ("email", "emails"),
        ("address", "addresses"),
        ("person", "people"),
        ("tag", "tags"),
    ];
    let word = fold(word);
    let key = SINGULARS.iter().find(|(one, _)| *one == word).map_or(word.as_str(), |(_, several)| several);
    CATALOGUE.iter().find(|field| field.key == key || field.names.hold(&word))
}

fn own_field<'own>(word: &str, own: &'own [OwnField]) -> Result<&'own OwnField, UsageProblem> {
    own.iter().find(|own| same(&own.key, word) || same(&own.name, word)).ok_or_else(|| {
        let keys = CATALOGUE.iter().map(|field| field.key).chain(own.iter().map(|own| own.key.as_str()));
        UsageProblem::UnknownField { field: word.to_owned(), nearest: nearest(word, keys).to_owned() }
    })
}

/// Only lists can be added to and taken from.
fn must_be_replaced(field: &str, change: Change) -> Result<(), UsageProblem> {
    match change {
        Change::Replace => Ok(()),
        Change::Add | Change::Take => Err(UsageProblem::NotAList { field: field.to_owned() }),
    }
}

/// What a card comes to hold when all settings are applied, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    /// Plain fields that are touched, and what they are to hold.
    values: BTreeMap<String, Vec<String>>,
    /// Phone numbers of the card.
    phones: Vec<NewPhone>,
    /// E-mail addresses of the card.
    emails: Vec<NewEmail>,
    /// Postal addresses.
    places: Vec<Place>,
    /// The people, and what is said of them in the order said: one may stand in it several times.
    people: Vec<PersonChange>,
}

impl Plan {
    /// What a card holds now.
    pub(super) fn of(card: &Card) -> Plan {
        let phone = |phone: &PhoneEntry| NewPhone { kind: phone.kind, number: phone.number.clone() };
        let email = |email: &EmailEntry| NewEmail { kind: email.kind, address: email.address.clone() };
        let named = |person: &Person| NewPerson { name: person.name.clone(), ..NewPerson::default() };
        Plan {
            phones: card.phones.iter().map(phone).collect(),
            emails: card.emails.iter().map(email).collect(),
            places: card.addresses.iter().map(|address| address.place.clone()).collect(),
            people: card.people.iter().map(named).map(said).collect(),
            ..Plan::default()
        }
    }

    /// The lists of a card about to be made; [`onto`](Self::onto) puts them back on it.
    pub(super) fn taken_from(new: &mut NewCard) -> Plan {
        Plan {
            phones: std::mem::take(&mut new.phones),
            emails: std::mem::take(&mut new.emails),
            places: std::mem::take(&mut new.addresses),
            people: std::mem::take(&mut new.people).into_iter().map(said).collect(),
            ..Plan::default()
        }
    }

    /// Takes in one more setting; `present` gives the values a plain field holds.
    pub(super) fn take(&mut self, setting: &Setting, present: impl Fn(&str) -> Vec<String>) {
        match setting {
            Setting::Values { field, change, values } => {
                let held = self.values.entry(field.clone()).or_insert_with(|| present(field));
                merge(held, *change, values, |one, other| same(one, other));
            }
            Setting::Phones(change, phones) => merge(&mut self.phones, *change, phones, same_phone),
            Setting::Emails(change, emails) => merge(&mut self.emails, *change, emails, same_email),
            Setting::Addresses(change, places) => merge(&mut self.places, *change, places, same_place),
            Setting::People(change, people) => self.take_people(*change, people),
        }
    }

    /// What is said of one more person, or once more of the same one, is added behind: it changes what it says.
    fn take_people(&mut self, change: Change, people: &[PersonChange]) {
        match change {
            Change::Take => {
                self.people.retain(|present| !people.iter().any(|named| same_person(present, named)));
            }
            Change::Add => self.people.extend_from_slice(people),
            Change::Replace => self.people = people.to_vec(),
        }
    }

    /// Puts it on a card about to be made.
    pub(super) fn onto(self, new: &mut NewCard) {
        (new.phones, new.emails, new.addresses) = (self.phones, self.emails, self.places);
        for change in self.people {
            match new.people.iter_mut().find(|known| same(&known.name, &change.person.name)) {
                Some(known) => change.apply(known),
                None => new.people.push(change.person),
            }
        }
        for (field, values) in self.values {
            let text = || values.first().cloned().unwrap_or_default();
            match field.as_str() {
                "name" => new.name = text(),
                "company" => new.company = text(),
                "code" => new.code = text(),
                "position" => new.position = Position::from_code(&text()).unwrap_or(new.position),
                _ => new.values.push((field, values)),
            }
        }
    }

    /// Changes the card it was made of, in the write in which it was read.
    pub(super) fn apply(&self, door: &mut Door<'_>, card: &Card) -> Result<(), StoreError> {
        for (field, values) in &self.values {
            door.set_field(card.id, field, values)?;
        }
        door.put_phones(card.id, None, &self.phones)?;
        door.put_emails(card.id, None, &self.emails)?;
        door.put_addresses(card.id, &self.places)?;
        let stays = |person: &Person| self.people.iter().any(|kept| same(&kept.person.name, &person.name));
        for person in card.people.iter().filter(|person| !stays(person)) {
            door.remove_person(card.id, person.id)?;
        }
        for change in &self.people {
            door.change_person(card.id, change)?;
        }
        Ok(())
    }
}

/// Puts a detail on a card, beside one of the same head, or takes it off.
pub(super) fn apply_detail(assigned: &Assigned, door: &mut Door<'_>, card: CardId) -> Result<(), StoreError> {
    let detail = &assigned.detail;
    match assigned.change {
        Change::Replace => door.put_detail(card, detail).map(drop),
        Change::Add => door.add_detail(card, detail).map(drop),
        Change::Take => match door.alike(card, detail)? {
            Some(known) => door.remove_detail(card, known),
            None => Ok(()),
        },
    }
}

/// The keys of all groups of details, to be named in a help text.
pub(super) fn detail_groups() -> String {
    GROUPS.iter().map(|group| group.key).collect::<Vec<_>>().join(", ")
}

/// Changes a list by values that count as the same when `alike` says so.
fn merge<T: Clone>(list: &mut Vec<T>, change: Change, values: &[T], alike: impl Fn(&T, &T) -> bool) {
    if change == Change::Replace {
        list.clear();
    }
    for value in values {
        match change {
            Change::Take => list.retain(|present| !alike(present, value)),
            Change::Add | Change::Replace => {
                if !list.iter().any(|present| alike(present, value)) {
                    list.push(value.clone());
                }
            }
        }
    }
}

/// The same number, however it is written; two lines for one number are not kept.
fn same_phone(one: &NewPhone, other: &NewPhone) -> bool {
    let normal = |phone: &NewPhone| phone::read(&phone.number).map(|phone| phone.normal);
    normal(one).is_ok_and(|normal_one| normal(other).is_ok_and(|normal_other| normal_one == normal_other))
}

fn same_email(one: &NewEmail, other: &NewEmail) -> bool {
    email::normal(&one.address) == email::normal(&other.address)
}

fn said(person: NewPerson) -> PersonChange {
    PersonChange { person, emptied: Vec::new() }
}

fn same_person(one: &PersonChange, other: &PersonChange) -> bool {
    same(&one.person.name, &other.person.name)
}

/// The same place: what is taken away may be named by its street alone.
fn same_place(present: &Place, named: &Place) -> bool {
    present == named || (!named.street.is_empty() && same(&present.street, &named.street))
}
