//! Records about to be made: what a form, a command line or an imported row says, checked, without identities.

use chrono::NaiveDate;

use super::card::Card;
use super::channel::Channel;
use super::contact::{ContactKind, Direction, Exchange, NextAction, Outcome, Promise, exchange};
use super::credit::{FactorScore, KnockOut, Standard};
use super::detail::NewDetail;
use super::email;
use super::field_text;
use super::id::{CardId, ContactId, PersonId};
use super::man::assertion::{Answer, Letter, Strength};
use super::party::{CustomerKind, Party};
use super::person::Role;
use super::phone;
use super::position::{Parting, Position};
use super::reach::{EmailKind, PhoneKind, Place};
use super::reason::Reason;

/// A phone number with its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPhone {
    /// What it is for.
    pub kind: PhoneKind,
    /// As typed.
    pub number: String,
}

impl NewPhone {
    /// Whether a number that is known says all that this one does, however each is written: the same number, and no
    /// extension that the other lacks.
    pub fn is_told_by(&self, known: &str) -> bool {
        let (Ok(new), Ok(old)) = (phone::read(&self.number), phone::read(known)) else {
            return self.number == known;
        };
        let digits = phone::digits(&self.number);
        new.normal == old.normal && (digits.ends_with(end_of(&new.normal)) || digits == phone::digits(known))
    }
}

/// The last digits of a number in its normal form: where a country and an area may be left out, they are not.
fn end_of(normal: &str) -> &str {
    const DIGITS: usize = 6;
    &normal[normal.len().saturating_sub(DIGITS)..]
}

/// An e-mail address with its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEmail {
    /// What it is for.
    pub kind: EmailKind,
    /// As typed.
    pub address: String,
}

impl NewEmail {
    /// Whether an address that is known is this one, however each is written.
    pub fn is_told_by(&self, known: &str) -> bool {
        email::normal(&self.address) == email::normal(known)
    }
}

/// One list of ways to reach a card, to be put in place of the present one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewReach {
    /// Its phone numbers.
    Phones(Vec<NewPhone>),
    /// Its e-mail addresses.
    Emails(Vec<NewEmail>),
    /// Its postal addresses.
    Addresses(Vec<Place>),
}

impl NewReach {
    /// The key of the field it is the list of.
    pub fn field(&self) -> &'static str {
        match self {
            NewReach::Phones(_) => "phones",
            NewReach::Emails(_) => "emails",
            NewReach::Addresses(_) => "addresses",
        }
    }

    /// The list in canonical text, as [`Card::field_texts`](super::card::Card::field_texts) gives it of a card.
    pub fn texts(&self) -> Vec<String> {
        match self {
            NewReach::Phones(phones) => {
                phones.iter().map(|phone| field_text::phone(phone.kind, &phone.number)).collect()
            }
            NewReach::Emails(emails) => {
                emails.iter().map(|email| field_text::email(email.kind, &email.address)).collect()
            }
            NewReach::Addresses(places) => places.iter().map(field_text::place).collect(),
        }
    }
}

/// A person to be put on a card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewPerson {
    /// The name; not empty.
    pub name: String,
    /// Job title or form of address.
    pub title: String,
    /// Parts played in a purchase.
    pub roles: Vec<Role>,
    /// First day at this customer.
    pub from: Option<NaiveDate>,
    /// Last day at this customer.
    pub to: Option<NaiveDate>,
    /// Own numbers.
    pub phones: Vec<NewPhone>,
    /// Own e-mail addresses.
    pub emails: Vec<NewEmail>,
}

/// What is said of a person: some parts anew, some to be emptied; what is not said stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonChange {
    /// The person, with what is said anew.
    pub person: NewPerson,
    /// What is to be emptied.
    pub emptied: Vec<PersonPart>,
}

impl PersonChange {
    /// Changes a person who is not on a card yet.
    pub fn apply(self, person: &mut NewPerson) {
        for part in self.emptied {
            match part {
                PersonPart::Title => person.title.clear(),
                PersonPart::Roles => person.roles.clear(),
                PersonPart::Phones => person.phones.clear(),
                PersonPart::Emails => person.emails.clear(),
                PersonPart::From => person.from = None,
                PersonPart::To => person.to = None,
            }
        }
        let said = self.person;
        if !said.title.is_empty() {
            person.title = said.title;
        }
        if !said.roles.is_empty() {
            person.roles = said.roles;
        }
        if !said.phones.is_empty() {
            person.phones = said.phones;
        }
        if !said.emails.is_empty() {
            person.emails = said.emails;
        }
        person.from = said.from.or(person.from);
        person.to = said.to.or(person.to);
    }
}

/// A part of a person that can be emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonPart {
    /// Job title.
    Title,
    /// Parts played in a purchase.
    Roles,
    /// Own numbers.
    Phones,
    /// Own e-mail addresses.
    Emails,
    /// First day at this customer.
    From,
    /// Last day at this customer.
    To,
}

/// A card to be made. Only the name must be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCard {
    /// The name; not empty.
    pub name: String,
    /// The user's own number for it, unique.
    pub code: String,
    /// What people call it for short.
    pub short_name: String,
    /// The company an individual belongs to.
    pub company: String,
    /// Individual or organisation.
    pub party: Party,
    /// Its role in trade, when known.
    pub kind: Option<CustomerKind>,
    /// The position it starts with.
    pub position: Position,
    /// How it became known to us.
    pub channel: Option<Channel>,
    /// The card that introduced it.
    pub introducer: Option<CardId>,
    /// Free words for sorting.
    pub tags: Vec<String>,
    /// Numbers of the card itself.
    pub phones: Vec<NewPhone>,
    /// E-mail addresses of the card itself.
    pub emails: Vec<NewEmail>,
    /// Postal addresses.
    pub addresses: Vec<Place>,
    /// People on it.
    pub people: Vec<NewPerson>,
    /// Details of repeating groups; those of people name one of the people.
    pub details: Vec<NewDetail>,
    /// What is to be done next.
    pub next_action: Option<NextAction>,
    /// All other fields, by key, in canonical text.
    pub values: Vec<(String, Vec<String>)>,
}

impl NewCard {
    /// A card with a name and nothing else: an individual in position potential.
    pub fn named(name: impl Into<String>) -> NewCard {
        NewCard {
            name: name.into(),
            code: String::new(),
            short_name: String::new(),
            company: String::new(),
            party: Party::Individual,
            kind: None,
            position: Position::Potential,
            channel: None,
            introducer: None,
            tags: Vec::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            addresses: Vec::new(),
            people: Vec::new(),
            details: Vec::new(),
            next_action: None,
            values: Vec::new(),
        }
    }
}

/// What becomes of the next action when a contact is corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextChange {
    /// It stays.
    Keep,
    /// This one takes its place.
    Set(NextAction),
    /// There is none.
    Clear,
}

/// An assertion to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAssertion {
    /// Which letter.
    pub letter: Letter,
    /// What is said of it; unknown withdraws.
    pub answer: Answer,
    /// The day from which it holds.
    pub on: NaiveDate,
    /// Whose authority, or who said it.
    pub person: Option<PersonId>,
    /// How good the evidence is.
    pub strength: Strength,
    /// The contact it came from.
    pub contact: Option<ContactId>,
    /// Free words.
    pub note: String,
}

/// What a contact makes of what was to be done next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanAfter {
    /// It is done with this.
    Done,
    /// It is closed: an appointment ahead, and this was no meeting.
    Closed,
    /// It was an appointment ahead, and something else is to be done in its place.
    Replaced,
}

/// A contact to be logged. Its assertions are recorded with it; a next action replaces the present one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// The day it took place.
    pub on: NaiveDate,
    /// The way it took place.
    pub kind: ContactKind,
    /// Who came to whom.
    pub direction: Direction,
    /// With whom.
    pub person: Option<PersonId>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// What was said.
    pub note: String,
    /// What was promised.
    pub promises: Vec<Promise>,
    /// What it showed of the letters.
    pub assertions: Vec<(Letter, Answer)>,
    /// What was agreed to be done next.
    pub next_action: Option<NextAction>,
}

impl NewContact {
    /// Whether both sides were heard, see [`exchange`].
    pub fn exchange(&self) -> Exchange {
        exchange(self.kind, self.direction, &self.outcomes)
    }

    /// What this contact makes of what was to be done next with its card; `None` where it has nothing to do with it:
    /// nothing was to be done, only one side was heard, a later two-way contact is known, or it was agreed upon only after the
    /// day of the contact, which is written down late.
    pub fn plan_after<'card>(&self, card: &'card Card) -> Option<(PlanAfter, &'card NextAction)> {
        let planned = card.next_action.as_ref()?;
        if let Some(next) = &self.next_action {
            let is_lost = next != planned && !planned.is_done_by(self.kind, self.on);
            return is_lost.then_some((PlanAfter::Replaced, planned));
        }
        let mut heard = card.contacts.iter().filter(|known| known.exchange() == Exchange::TwoWay);
        let is_latest = heard.all(|known| known.on <= self.on);
        let is_agreed_since = card.agreed_on.is_some_and(|agreed| agreed > self.on);
        let may_be_it = is_latest && !is_agreed_since && self.exchange() == Exchange::TwoWay;
        may_be_it.then(|| match planned.is_done_by(self.kind, self.on) {
            true => (PlanAfter::Done, planned),
            false => (PlanAfter::Closed, planned),
        })
    }
}

/// A position change to be recorded; its legality is judged by [`transition`](super::transition).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMove {
    /// The position to take.
    pub to: Position,
    /// The day from which it holds.
    pub on: NaiveDate,
    /// Why, from one of the lists.
    pub reason: Option<Reason>,
    /// Why, as typed.
    pub note: String,
    /// Amount of the order, in minor units of the book currency.
    pub amount: Option<i64>,
    /// What was ordered, or is no longer bought; empty when not said.
    pub product: String,
    /// What goes with a customer who leaves.
    pub parting: Parting,
    /// Whether a lost customer can be won back.
    pub recoverable: Answer,
    /// The day of the next action a win-back needs.
    pub next_on: Option<NaiveDate>,
    /// The competitor a lost customer went to; empty when not said.
    pub rival: String,
    /// What was offered to win the customer back; empty when not said.
    pub offer: String,
    /// What that cost, in minor units of the book currency.
    pub cost: Option<i64>,
}

impl NewMove {
    /// A move that says nothing but where to and when.
    pub fn to(to: Position, on: NaiveDate) -> NewMove {
        NewMove {
            to,
            on,
            reason: None,
            note: String::new(),
            amount: None,
            product: String::new(),
            parting: Parting::default(),
            recoverable: Answer::Unknown,
            next_on: None,
            rival: String::new(),
            offer: String::new(),
            cost: None,
        }
    }
}

/// A credit assessment to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAssessment {
    /// The standard used.
    pub standard: Standard,
    /// The day of the judgement.
    pub on: NaiveDate,
    /// Points and notes.
    pub scores: Vec<FactorScore>,
    /// What rules out credit, when something does.
    pub knock_out: Option<KnockOut>,
}
