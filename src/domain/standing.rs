//! Standing: everything derived about a card on a day that does not change with the next day alone.

use chrono::{Days, NaiveDate};

use super::card::Card;
use super::contact::{Contact, NextAction};
use super::credit::{Assessment, Grade, Standard, assessment_on};
use super::followup::{self, Due, DueReason};
use super::man::assertion::{Assertion, Letter};
use super::man::class::{Class, ContactPersons, classify};
use super::man::fold::letters;
use super::man::letters::Letters;
use super::party::Party;
use super::person::{Person, Role};
use super::policy::Policies;
use super::position::{Move, Position, position_on};

/// The standard whose grade stands for the card.
const LEADING_STANDARD: Standard = Standard::FiveC;

/// The pieces of a card from which its standing is folded. Lists may be in any order.
///
/// Notes, promises, phones, e-mails and identities of the records are not looked at: who folds many
/// cards need not load them.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Individual or organisation.
    pub party: Party,
    /// The position of a card without recorded moves.
    pub position: Position,
    /// The as-of date on which the card was made.
    pub added_on: NaiveDate,
    /// What is to be done next.
    pub next_action: Option<&'a NextAction>,
    /// People, in the order of the card, those who left included.
    pub people: &'a [Person],
    /// Contact history.
    pub contacts: &'a [Contact],
    /// Assertions about M, A and N.
    pub assertions: &'a [Assertion],
    /// Position changes.
    pub moves: &'a [Move],
    /// Credit assessments.
    pub assessments: &'a [Assessment],
}

impl<'a> From<&'a Card> for Facts<'a> {
    fn from(card: &'a Card) -> Self {
        Facts {
            party: card.party,
            position: card.position,
            added_on: card.added_on,
            next_action: card.next_action.as_ref(),
            people: &card.people,
            contacts: &card.contacts,
            assertions: &card.assertions,
            moves: &card.moves,
            assessments: &card.assessments,
        }
    }
}

/// What is folded from a card for a day, and the days for which it holds.
///
/// Numbers that change daily (age of a letter, silent days, overdue days) are not in it: they are
/// differences between a date in it and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// First day of the interval in which nothing of this changes by the passing of time.
    pub from: NaiveDate,
    /// Day after the last one of that interval; [`NaiveDate::MAX`] when it never ends by itself.
    pub until: NaiveDate,
    /// The policy it was folded with.
    pub policy: String,
    /// The position on that day.
    pub position: Position,
    /// The three letters.
    pub letters: Letters,
    /// The class the letters give.
    pub class: Class,
    /// Best class over all ways to fill unknown letters; the class itself when it is certain.
    pub best: Class,
    /// Worst class over all ways to fill unknown letters.
    pub worst: Class,
    /// The letter to ask for next, when the class is open.
    pub ask: Option<Letter>,
    /// Name of the person to speak to; empty when nobody is known.
    pub main_person: String,
    /// Last two-way contact.
    pub last_contact_on: Option<NaiveDate>,
    /// The day on which the card is due; `None`: never.
    pub due_on: Option<NaiveDate>,
    /// Why it is due then; set exactly when `due_on` is.
    pub due_reason: Option<DueReason>,
    /// Credit grade of the leading standard; `None` when not rated.
    pub grade: Option<Grade>,
}

/// Folds the standing of a card for a day, with the days around it for which it holds.
pub fn fold<'a>(facts: impl Into<Facts<'a>>, day: NaiveDate, policies: &Policies) -> Standing {
    let facts = facts.into();
    let position = position_on(facts.moves, day).unwrap_or(facts.position);
    let letters = letters(facts.party, facts.people, facts.assertions, day, policies);
    let verdict = classify(&letters, contact_persons(&facts, day), &policies.man);
    let due = followup::due(&facts, position, verdict.class, day, &policies.follow_up);
    let assessment = assessment_on(facts.assessments, LEADING_STANDARD, day);
    let Span { from, until } = Span::around(day, &facts, policies);
    Standing {
        from,
        until,
        policy: policies.name(),
        position,
        letters,
        class: verdict.class,
        best: verdict.best,
        worst: verdict.worst,
        ask: verdict.ask,
        main_person: main_person(facts.people, day).map(|person| person.name.clone()).unwrap_or_default(),
        last_contact_on: followup::last_two_way(facts.contacts, day).map(|contact| contact.on),
        due_on: due.map(|Due { on, .. }| on),
        due_reason: due.map(|Due { reason, .. }| reason),
        grade: assessment.and_then(|assessment| assessment.rate(&policies.credit).grade),
    }
}

fn contact_persons(facts: &Facts<'_>, day: NaiveDate) -> ContactPersons {
    let someone = || facts.people.iter().any(|person| person.present_on(day));
    match facts.party {
        Party::Organisation if !someone() => ContactPersons::NoneKnown,
        Party::Organisation | Party::Individual => ContactPersons::Known,
    }
}

/// Whom to speak to first, by role. Others come after them, in the order of the card.
const MAIN_ROLES: [Role; 4] = [Role::Decider, Role::Approver, Role::Buyer, Role::Champion];

/// The person to speak to: of those present the one with the weightiest role, the first listed among equals.
pub fn main_person(people: &[Person], day: NaiveDate) -> Option<&Person> {
    let place = |person: &&Person| {
        let weight = MAIN_ROLES.iter().position(|role| person.roles.contains(role));
        weight.unwrap_or(MAIN_ROLES.len())
    };
    people.iter().filter(|person| person.present_on(day)).min_by_key(place)
}

/// The days around one in which nothing changes by the passing of time: `from` included, `until` not.
struct Span {
    from: NaiveDate,
    until: NaiveDate,
}

impl Span {
    fn around(day: NaiveDate, facts: &Facts<'_>, policies: &Policies) -> Span {
        let mut span = Span { from: NaiveDate::MIN, until: NaiveDate::MAX };
        for assertion in facts.assertions {
            span.cut(day, Some(assertion.on));
            let limit = policies.stale_limits.limit(assertion.letter, assertion.answer);
            span.cut(day, limit.and_then(|limit| days_after(assertion.on, u64::from(limit) + 1)));
        }
        for person in facts.people {
            span.cut(day, person.from);
            span.cut(day, person.to.and_then(|to| days_after(to, 1)));
        }
        facts.contacts.iter().for_each(|contact| span.cut(day, Some(contact.on)));
        facts.moves.iter().for_each(|change| span.cut(day, Some(change.on)));
        facts.assessments.iter().for_each(|assessment| span.cut(day, Some(assessment.on)));
        span
    }

    /// Something changes at the start of `boundary`.
    fn cut(&mut self, day: NaiveDate, boundary: Option<NaiveDate>) {
        match boundary {
            Some(boundary) if boundary <= day => self.from = self.from.max(boundary),
            Some(boundary) => self.until = self.until.min(boundary),
            None => {}
        }
    }
}

/// `None` after the end of the calendar: never reached.
fn days_after(day: NaiveDate, days: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days))
}
