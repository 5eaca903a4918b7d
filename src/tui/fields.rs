//! The rows of an opened card: which fields in which order, and their text in a line.

use chrono::NaiveDate;

use crate::domain::address_part::AddressPart;
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::contact::{Contact, ContactKind, NextAction};
use crate::domain::detail::{Detail, DetailGroup, GROUPS, text};
use crate::domain::draft::PersonPart;
use crate::domain::field::region;
use crate::domain::field::survey::{Block, Fact, HEAD, Holds};
use crate::domain::field::{CardField, CardView, Editing, FieldType, Group, OwnField, key};
use crate::domain::id::{EntryId, PersonId};
use crate::domain::language::Language;
use crate::domain::person::{Person, Role};
use crate::domain::policy::PrivacyPolicy;
use crate::domain::reach::{EmailEntry, PhoneEntry, Place};
use crate::domain::spec::person_part;
use crate::lang::words;
use crate::tui::layer::{Item, Pick};
use crate::tui::shown::Shown;

/// A row of an opened card.
#[derive(Debug, Clone)]
pub enum FieldRow {
    /// Something that is no field.
    Fact(Fact),
    /// A field.
    Field(CardField),
    /// A person on the card.
    Person(PersonId),
    /// Room for one more person.
    NewPerson,
    /// A detail of a repeating group.
    Detail(EntryId, &'static DetailGroup),
    /// Room for one more detail.
    NewDetail(&'static DetailGroup),
}

/// Which fields of a card are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FieldRange {
    /// Those with a value, and those with which a card in its position is begun.
    #[default]
    Usual,
    /// All that a card of its party can have.
    Whole,
}

/// What stands above some rows of a card.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Heading {
    /// A block of its survey card, and its place among the blocks, from 1.
    Block(usize, &'static Block),
    /// A group of fields.
    Group(Group),
}

/// Rows of a card that belong together.
#[derive(Debug, Clone)]
pub struct Section {
    /// What stands above them; nothing above the head of the card.
    pub heading: Option<Heading>,
    /// The rows.
    pub rows: Vec<FieldRow>,
}

/// The rows of a card: its head, the six blocks of its survey card, then group by group what stands in none of
/// them.
pub fn sections(shown: &Shown, own: &[OwnField], range: FieldRange, privacy: &PrivacyPolicy) -> Vec<Section> {
    let view = CardView::of(shown.standing.position);
    let reader = Reader { card: &shown.card, view, range };
    let fields: Vec<CardField> =
        CardField::all(own).filter(|field| privacy.shows(field.sensitive())).collect();
    let with_key = |key: &str| fields.iter().find(|field| field.key() == key);
    let head = HEAD.iter().filter_map(|key| with_key(key)).filter(|field| reader.is_asked_or_held(field));
    let mut sections = vec![Section { heading: None, rows: head.cloned().map(FieldRow::Field).collect() }];
    for (block, place) in view.blocks().iter().zip(1..) {
        let rows = reader.block_rows(block, &with_key);
        sections.push(Section { heading: Some(Heading::Block(place, block)), rows });
    }
    for group in view.order() {
        let own = fields.iter().filter(|field| field.group() == *group);
        let mut rows = Vec::new();
        for field in own {
            if matches!(field.kind(), FieldType::People) {
                if !view.holds(Holds::People) {
                    rows.extend(reader.people_rows());
                }
            } else if !view.asks_first(field.key()) && reader.is_shown(field) {
                rows.push(FieldRow::Field(field.clone()));
            }
        }
        for details in GROUPS.iter().filter(|details| details.group == *group) {
            if !view.holds(Holds::Details(details.key)) {
                rows.extend(reader.detail_rows(details));
            }
        }
        if !rows.is_empty() {
            sections.push(Section { heading: Some(Heading::Group(*group)), rows });
        }
    }
    sections
}

/// Tells which rows of a card are shown.
struct Reader<'card> {
    card: &'card Card,
    view: CardView,
    range: FieldRange,
}

impl Reader<'_> {
    /// The rows of a block. One of which nothing is known yet offers what it asks for first.
    fn block_rows<'field>(
        &self,
        block: &Block,
        with_key: &impl Fn(&str) -> Option<&'field CardField>,
    ) -> Vec<FieldRow> {
        let mut rows = Vec::new();
        for holds in block.holds {
            match holds {
                Holds::Fact(fact) => rows.push(FieldRow::Fact(*fact)),
                Holds::People => rows.extend(self.people_rows()),
                Holds::Field(key) => {
                    let field = with_key(key).filter(|field| self.is_shown(field));
                    rows.extend(field.cloned().map(FieldRow::Field));
                }
                Holds::Details(key) => {
                    rows.extend(
                        DetailGroup::with_key(key).into_iter().flat_map(|group| self.detail_rows(group)),
                    );
                }
            }
        }
        if rows.iter().all(|row| matches!(row, FieldRow::Fact(_))) {
            rows.extend(block.holds.iter().find_map(|holds| match holds {
                Holds::Field(key) => {
                    with_key(key).filter(|field| self.is_asked_or_held(field)).cloned().map(FieldRow::Field)
                }
                Holds::Details(key) => DetailGroup::with_key(key).map(FieldRow::NewDetail),
                Holds::Fact(_) | Holds::People => None,
            }));
        }
        rows
    }

    fn people_rows(&self) -> Vec<FieldRow> {
        let people = self.card.people.iter().map(|person| FieldRow::Person(person.id));
        people.chain([FieldRow::NewPerson]).collect()
    }

    /// The details of a group, and room for one more where all is shown.
    fn detail_rows(&self, group: &'static DetailGroup) -> Vec<FieldRow> {
        let held = self.card.details.iter().filter(|detail| detail.group == group);
        let room = self.range == FieldRange::Whole && group.is_for(self.card.party);
        let held = held.map(|detail| FieldRow::Detail(detail.id, group));
        held.chain(room.then_some(FieldRow::NewDetail(group))).collect()
    }

    /// Whether a card of its party is asked for a field, or has it all the same.
    fn is_asked_or_held(&self, field: &CardField) -> bool {
        field.is_for(self.card.party) || !self.card.field_texts(field.key()).is_empty()
    }

    fn is_shown(&self, field: &CardField) -> bool {
        let CardField::Known(known) = field else { return true };
        let wanted = match self.range {
            FieldRange::Usual => known.group.begins_a_card() && known.first.contains(&self.view),
            FieldRange::Whole => true,
        };
        (wanted && known.is_for(self.card.party)) || !self.card.field_texts(known.key).is_empty()
    }
}

/// The group a row stands in.
pub fn group_of(row: &FieldRow) -> Group {
    match row {
        FieldRow::Field(field) => field.group(),
        FieldRow::Person(_) | FieldRow::NewPerson => Group::People,
        FieldRow::Fact(_) => Group::Qualification,
        FieldRow::Detail(_, group) | FieldRow::NewDetail(group) => group.group,
    }
}

/// What stands between the values of one field in a line.
pub const BETWEEN: &str = ", ";

/// A field as it is edited in a line: canonical values, separated by commas; what phones and e-mails are for is said
/// in the language.
pub fn edit_text(card: &Card, field: &CardField, language: Language) -> String {
    let texts = match field.kind() {
        FieldType::Phones => phone_texts(&card.phones, language),
        FieldType::Emails => email_texts(&card.emails, language),
        FieldType::Addresses => {
            card.addresses.iter().map(|address| place_text(&address.place, language)).collect()
        }
        _ => card.field_texts(field.key()),
    };
    texts.join(BETWEEN)
}

/// Numbers as they are edited: `mobile:138…`, `手机:138…`.
pub fn phone_texts(phones: &[PhoneEntry], language: Language) -> Vec<String> {
    phones.iter().map(|phone| format!("{}:{}", phone.kind.name(language), phone.number)).collect()
}

/// E-mail addresses as they are edited: `work:ana@x.example`, `工作:ana@x.example`.
pub fn email_texts(emails: &[EmailEntry], language: Language) -> Vec<String> {
    emails.iter().map(|email| format!("{}:{}", email.kind.name(language), email.address)).collect()
}

/// An address as it is edited in a line: `kind=office;street=…`, `用途=办公;街道门牌=…`.
fn place_text(place: &Place, language: Language) -> String {
    let parts = place.parts().into_iter().map(|(code, text)| {
        let Some(part) = AddressPart::from_code(code).filter(|_| !language.has_words_for_codes()) else {
            return format!("{code}={text}");
        };
        let text = match part {
            AddressPart::Kind => place.kind.name(language).to_owned(),
            AddressPart::Region => region::shown(&text, language).into_owned(),
            _ => text,
        };
        format!("{}={text}", part.name(language))
    });
    parts.collect::<Vec<_>>().join(";")
}

/// A field as it is read.
pub fn shown_text(card: &Card, field: &CardField, language: Language) -> String {
    let own = card.shown_texts(field, language, |_| None);
    let texts = if own.is_empty() { reached_by(card, field.kind()) } else { own };
    texts.join(&words(language).between_list())
}

/// By what the people of a card are reached, with whose it is: shown where the card has nothing of its own.
fn reached_by(card: &Card, kind: FieldType) -> Vec<String> {
    let of_people = card.people.iter().flat_map(|person| {
        let texts: Vec<&str> = match kind {
            FieldType::Phones => person.phones.iter().map(|phone| phone.number.as_str()).collect(),
            FieldType::Emails => person.emails.iter().map(|email| email.address.as_str()).collect(),
            _ => Vec::new(),
        };
        texts.into_iter().map(|text| format!("{text} {}", person.name)).collect::<Vec<_>>()
    });
    of_people.collect()
}

/// Whose phones or e-mails stand in a field of a card that has none of its own: they are edited with that person.
pub fn reached_through(card: &Card, kind: FieldType) -> Option<PersonId> {
    let is_reached = |person: &&Person| match kind {
        FieldType::Phones => card.phones.is_empty() && !person.phones.is_empty(),
        FieldType::Emails => card.emails.is_empty() && !person.emails.is_empty(),
        _ => false,
    };
    card.people.iter().find(is_reached).map(|person| person.id)
}

/// The number to call: the card's first one, else the first one of its people.
pub fn first_phone(card: &Card) -> String {
    let people = card.people.iter().flat_map(|person| &person.phones);
    card.phones.iter().chain(people).next().map(|phone| phone.number.clone()).unwrap_or_default()
}

/// The address to write to: the card's first one, else the first one of its people.
pub fn first_email(card: &Card) -> String {
    let people = card.people.iter().flat_map(|person| &person.emails);
    card.emails.iter().chain(people).next().map(|email| email.address.clone()).unwrap_or_default()
}

/// The number or e-mail address by which a person is reached.
pub fn person_phone(card: &Card, person: PersonId) -> String {
    let person = card.people.iter().find(|known| known.id == person);
    let phone = person.and_then(|person| person.phones.first()).map(|phone| phone.number.clone());
    let email = || person.and_then(|person| person.emails.first()).map(|email| email.address.clone());
    phone.or_else(email).unwrap_or_default()
}

/// A person as it is edited in a line: `NAME;title=…;role=…;phone=…`, `姓名;职务=…;角色=…;电话=…`.
pub fn person_text(person: &Person, language: Language) -> String {
    let roles = if language.has_words_for_codes() {
        person.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(",")
    } else {
        roles_text(person, language)
    };
    let mut text = person.name.clone();
    let mut say = |part: PersonPart, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!(";{}={value}", person_part(part, language)));
        }
    };
    say(PersonPart::Title, &person.title);
    say(PersonPart::Roles, &roles);
    for phone in phone_texts(&person.phones, language) {
        say(PersonPart::Phones, &phone);
    }
    for email in email_texts(&person.emails, language) {
        say(PersonPart::Emails, &email);
    }
    say(PersonPart::From, &person.from.map(|day| day.to_string()).unwrap_or_default());
    say(PersonPart::To, &person.to.map(|day| day.to_string()).unwrap_or_default());
    text
}

/// The detail of a card in this row.
pub fn detail(card: &Card, id: EntryId) -> Option<&Detail> {
    card.details.iter().find(|detail| detail.id == id)
}

/// The name of the person a detail is of.
pub fn detail_person<'card>(card: &'card Card, detail: &Detail) -> Option<&'card str> {
    let person = card.people.iter().find(|person| Some(person.id) == detail.person);
    person.map(|person| person.name.as_str())
}

/// A detail as it is edited in a line: `HEAD;part=value;…`, in the words of the language.
pub fn detail_text(card: &Card, detail: &Detail, language: Language, day: NaiveDate) -> String {
    text::typed(detail, detail_person(card, detail), language, day)
}

/// The parts a person plays, by name.
pub fn roles_text(person: &Person, language: Language) -> String {
    person
        .roles
        .iter()
        .map(|role| role.name(language))
        .collect::<Vec<_>>()
        .join(&words(language).between_list())
}

/// The next action as it is edited in a line.
pub fn next_action_text(next: &NextAction, language: Language) -> String {
    // A name of two words would be read as kind and note.
    let word = |kind: ContactKind| {
        Some(kind.name(language)).filter(|name| !name.contains(' ')).unwrap_or(kind.code())
    };
    let kind = next.kind.map(word).unwrap_or_default();
    [next.on.to_string().as_str(), kind, &next.note]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a person's part in a purchase lets them speak for the organisation.
pub fn speaks_for(person: &Person) -> bool {
    person.roles.iter().any(|role| matches!(role, Role::Decider | Role::Approver | Role::Buyer))
}

/// The people who are there on a day, as rows of a picker.
pub fn person_items(card: &Card, day: NaiveDate) -> Vec<Item> {
    let present = card.people.iter().filter(|person| person.present_on(day));
    present
        .map(|person| Item {
            label: person.name.clone(),
            detail: person.title.clone(),
            pick: Pick::Person(person.id),
        })
        .collect()
}

/// The fields that many cards may be given at once: what is one card's own, its name and its code, is not
/// among them.
pub fn for_many(own: &[OwnField]) -> impl Iterator<Item = CardField> {
    CardField::all(own).filter(|field| {
        field.editing() == Editing::Free
            && field.is_one_line()
            && !matches!(field.kind(), FieldType::Card)
            && !matches!(field.key(), "name" | "code" | key::TAGS)
    })
}

/// A contact in a title: its day and kind.
pub fn contact_title(contact: &Contact, language: Language) -> String {
    format!("{} {}", contact.on, contact.kind.name(language))
}
