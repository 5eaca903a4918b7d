//! Standing: everything derived about a card on a day that does not change with the next day alone.

#[cfg(test)]
mod properties;
mod span;
mod visit;

use chrono::NaiveDate;

use self::span::Span;

use super::card::Card;
use super::channel::Channel;
use super::choice::Choice;
use super::contact::{Contact, NextAction};
use super::credit::{Assessment, Grade, Standard, assessment_on};
use super::followup::{self, Due, DueReason};
use super::man::assertion::{Answer, Assertion, Letter};
use super::man::class::{Class, ContactPersons, classify};
use super::man::fold::letters;
use super::man::letters::Letters;
use super::party::Party;
use super::person::{Person, Role};
use super::policy::Policies;
use super::position::{Move, Position, position_on};
use super::tier::Tier;
use super::when::day_after;

/// The standard whose grade stands for the card.
const LEADING_STANDARD: Standard = Standard::FiveC;

/// The pieces of a card from which its standing is folded. Lists may be in any order.
///
/// Notes, promises, phones, e-mails and uids are not looked at: who folds many cards need not load them.
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
    /// How it became known to us.
    pub channel: Option<Channel>,
    /// Whether somebody is to be thanked for this customer.
    pub introduction: Introduction,
    /// The card's own interval between contacts in days, in place of that of its class.
    pub cadence: Option<u32>,
    /// What a customer is worth beside the others, as its user judges.
    pub tier: Option<Tier>,
}

/// Whether a customer was introduced, and whether thanks were given for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Introduction {
    /// Nobody introduced it.
    None,
    /// Somebody did, and was not thanked yet.
    Unthanked,
    /// Somebody did, and was thanked.
    Thanked,
}

/// The field that says when the introducer was thanked.
pub const THANKED_ON: &str = "introducer_thanked_on";
/// The field with the card's own interval between contacts, in days.
pub const CADENCE: &str = "follow_up_days";
/// The field with the value tier.
pub const TIER: &str = "tier";

impl Introduction {
    fn of(card: &Card) -> Introduction {
        match (card.introducer, card.values.contains_key(THANKED_ON)) {
            (None, _) => Introduction::None,
            (Some(_), false) => Introduction::Unthanked,
            (Some(_), true) => Introduction::Thanked,
        }
    }
}

/// The value tier of a card, where its user has judged that.
pub fn tier(card: &Card) -> Option<Tier> {
    card.values.get(TIER).and_then(|texts| Tier::from_code(texts.first()?))
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
            channel: card.channel,
            introduction: Introduction::of(card),
            cadence: card.values.get(CADENCE).and_then(|texts| texts.first()?.parse().ok()),
            tier: tier(card),
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
    /// Name of the person to speak to; `None` when nobody is known.
    pub main_person: Option<String>,
    /// Last two-way contact.
    pub last_contact_on: Option<NaiveDate>,
    /// The day on which the card is due; `None`: never.
    pub due_on: Option<NaiveDate>,
    /// Why it is due then; set exactly when `due_on` is.
    pub due_reason: Option<DueReason>,
    /// Credit grade of the leading standard; `None` when not rated.
    pub grade: Option<Grade>,
    /// By when the introducer is to be thanked.
    pub thank_on: Option<NaiveDate>,
    /// When the card is to be looked at again: one that is never due, or one whose credit grade is out of date.
    pub review_on: Option<NaiveDate>,
    /// Since when one of three letters that were all yes is too old to count.
    pub lapsed_on: Option<NaiveDate>,
    /// When we last visited.
    pub last_visit_on: Option<NaiveDate>,
    /// How often we visited in the twelve months before.
    pub visits: u32,
    /// Points of a contact with the card on the day it is due.
    pub worth: u32,
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
        main_person: main_person(facts.people, day).map(|person| person.name.clone()),
        last_contact_on: followup::last_two_way(facts.contacts, day).map(|contact| contact.on),
        due_on: due.map(|Due { on, .. }| on),
        due_reason: due.map(|Due { reason, .. }| reason),
        grade: assessment.and_then(|assessment| assessment.rate(&policies.credit).grade),
        thank_on: followup::thanks(&facts, day, &policies.follow_up),
        review_on: review(&facts, position, due, day, policies),
        // Whom nobody is to contact is not asked either.
        lapsed_on: due.and_then(|_| lapsed(position, &letters, policies)),
        last_visit_on: visit::last(facts.contacts, day),
        visits: visit::lately(facts.contacts, day),
        worth: policies.points.worth(position, verdict.best, facts.tier),
    }
}

/// By when the card's credit must be judged again, and the grade it has until then; `None` when it is not rated.
pub fn credit_review(
    assessments: &[Assessment],
    day: NaiveDate,
    policies: &Policies,
) -> Option<(NaiveDate, Grade)> {
    let assessment = assessment_on(assessments, LEADING_STANDARD, day)?;
    Some((assessment.review_due_on(&policies.credit)?, assessment.rate(&policies.credit).grade?))
}

/// When the card is to be looked at again: of one that is due some time its credit, where it was judged; of one
/// that never is, whether that is still right.
fn review(
    facts: &Facts<'_>,
    position: Position,
    due: Option<Due>,
    day: NaiveDate,
    policies: &Policies,
) -> Option<NaiveDate> {
    match due {
        Some(_) => credit_review(facts.assessments, day, policies).map(|(on, _)| on),
        None => followup::review(facts, position, due, day, &policies.follow_up),
    }
}

/// The first day on which one of three letters, all of them yes when last heard, was too old to count.
fn lapsed(position: Position, letters: &Letters, policies: &Policies) -> Option<NaiveDate> {
    if !matches!(position, Position::Potential | Position::Target | Position::Actual) {
        return None;
    }
    let mut first = None;
    for letter in Letter::ALL {
        let state = letters.get(*letter);
        let evidence = state.evidence.filter(|evidence| evidence.answer == Answer::Yes)?;
        if state.stale {
            let limit = policies.stale_limits.limit(*letter, Answer::Yes)?;
            let since = day_after(evidence.on, u64::from(limit) + 1)?;
            first = Some(first.map_or(since, |first: NaiveDate| first.min(since)));
        }
    }
    first
}

fn contact_persons(facts: &Facts<'_>, day: NaiveDate) -> ContactPersons {
    let someone = || facts.people.iter().any(|person| person.present_on(day));
    match facts.party {
        Party::Organisation if !someone() => ContactPersons::NoneKnown,
        Party::Organisation | Party::Individual => ContactPersons::Known,
    }
}

impl Standing {
    /// When and why the card is due; `None`: never.
    pub fn due(&self) -> Option<Due> {
        self.due_on.zip(self.due_reason).map(|(on, reason)| Due { on, reason })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::specimen::{PrintingHouse, day, next_action, person, unknown_prospect};

    #[test]
    fn a_printing_house_on_the_last_of_june() {
        let house = PrintingHouse::new();
        let standing = fold(house.facts(), day("2026-06-30"), &Policies::default());
        assert_eq!(standing.letters.code(), "MAN");
        assert_eq!(
            (standing.class, standing.best, standing.worst),
            (Class::Ideal, Class::Ideal, Class::Ideal)
        );
        assert_eq!(standing.main_person.as_deref(), Some("周立"));
        assert_eq!(standing.last_contact_on, Some(day("2026-06-09")));
        assert_eq!(standing.due_on, Some(day("2026-06-16")));
        assert_eq!(standing.due_reason, Some(DueReason::ClassInterval));
        assert_eq!(standing.policy, "stop-none-only");
        // Since the visit, until the need is 91 days old.
        assert_eq!((standing.from, standing.until), (day("2026-06-09"), day("2026-09-08")));

        let next = next_action(day("2026-07-03"));
        let agreed = Facts { next_action: Some(&next), ..house.facts() };
        assert_eq!(fold(agreed, day("2026-06-30"), &Policies::default()).due_on, Some(day("2026-07-03")));
    }

    #[test]
    fn nothing_known_holds_for_ever() {
        let standing = fold(unknown_prospect(), day("2026-06-30"), &Policies::default());
        assert_eq!((standing.from, standing.until), (NaiveDate::MIN, NaiveDate::MAX));
        assert_eq!((standing.class, standing.ask), (Class::Investigate, Some(Letter::Need)));
        assert_eq!(standing.due_on, Some(day("2026-01-04")));
    }

    #[test]
    fn an_organisation_without_anyone_present_is_asked_who_buys() {
        let mut left = person(1, "陈敏", &[Role::User]);
        left.to = Some(day("2026-03-01"));
        let facts = Facts { party: Party::Organisation, people: &[left], ..unknown_prospect() };
        for (on, expected) in [("2026-03-01", Letter::Need), ("2026-03-02", Letter::Authority)] {
            assert_eq!(fold(facts, day(on), &Policies::default()).ask, Some(expected), "{on}");
        }
    }

    #[test]
    fn the_weightiest_role_is_spoken_to() {
        let mut gone = person(1, "gone", &[Role::Decider]);
        gone.to = Some(day("2026-01-31"));
        let user = person(2, "user", &[Role::User]);
        let blank = person(3, "blank", &[]);
        let champion = person(4, "champion", &[Role::Champion]);
        let buyer = person(5, "buyer", &[Role::User, Role::Buyer]);
        let decider = person(6, "decider", &[Role::Decider]);
        for (people, expected) in [
            (vec![&gone], None),
            (vec![&gone, &user, &blank], Some("user")),
            (vec![&blank, &user, &champion], Some("champion")),
            (vec![&champion, &buyer], Some("buyer")),
            (vec![&buyer, &decider], Some("decider")),
        ] {
            let people: Vec<Person> = people.into_iter().cloned().collect();
            let name = main_person(&people, day("2026-02-01")).map(|person| person.name.as_str());
            assert_eq!(name, expected);
        }
    }
}
