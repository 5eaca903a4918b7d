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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::contact::{ContactKind, Outcome};
    use crate::domain::credit::{Factor, FactorScore};
    use crate::domain::id::{AssessmentId, Uid};
    use crate::domain::man::assertion::Answer;
    use crate::domain::specimen::{
        PrintingHouse, change, contact, day, next_action, nth_day, person, said, unknown_prospect,
    };

    fn assessment(id: i64, on: NaiveDate, points: u8) -> Assessment {
        let score = |&factor| FactorScore { factor, points: Some(points), note: String::new() };
        Assessment {
            id: AssessmentId(id),
            uid: Uid::nil(),
            standard: Standard::FiveC,
            on,
            recorded_at: id,
            scores: Factor::ALL.iter().map(score).collect(),
            knock_out: None,
        }
    }

    #[test]
    fn a_printing_house_on_the_last_of_june() {
        let house = PrintingHouse::new();
        let standing = fold(house.facts(), day("2026-06-30"), &Policies::default());
        assert_eq!(standing.letters.code(), "MAN");
        assert_eq!(
            (standing.class, standing.best, standing.worst),
            (Class::Ideal, Class::Ideal, Class::Ideal)
        );
        assert_eq!(standing.main_person, "周立");
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

    /// Two standings that differ in nothing but the days for which they hold.
    fn same(one: &Standing, other: &Standing) -> bool {
        Standing { from: one.from, until: one.until, ..other.clone() } == *one
    }

    mod property {
        use proptest::collection::vec;
        use proptest::prelude::*;

        use super::*;

        const DAYS: u64 = 700;

        #[derive(Debug, Clone)]
        struct History {
            party: Party,
            people: Vec<Person>,
            contacts: Vec<Contact>,
            assertions: Vec<Assertion>,
            moves: Vec<Move>,
            assessments: Vec<Assessment>,
            next: Option<NextAction>,
        }

        impl History {
            fn facts(&self) -> Facts<'_> {
                Facts {
                    party: self.party,
                    people: &self.people,
                    contacts: &self.contacts,
                    assertions: &self.assertions,
                    moves: &self.moves,
                    assessments: &self.assessments,
                    next_action: self.next.as_ref(),
                    ..unknown_prospect()
                }
            }

            /// Every day on which something starts, ends or grows too old, told apart from the fold.
            fn has_boundary_on(&self, on: NaiveDate, policies: &Policies) -> bool {
                let starts = |day: NaiveDate| day == on;
                let aged = |assertion: &Assertion| {
                    let limit = policies.stale_limits.limit(assertion.letter, assertion.answer);
                    limit.is_some_and(|limit| (on - assertion.on).num_days() == i64::from(limit) + 1)
                };
                self.people.iter().any(|person| {
                    person.from.is_some_and(starts) || person.to.is_some_and(|to| (on - to).num_days() == 1)
                }) || self.contacts.iter().any(|contact| starts(contact.on))
                    || self.assertions.iter().any(|assertion| starts(assertion.on) || aged(assertion))
                    || self.moves.iter().any(|change| starts(change.on))
                    || self.assessments.iter().any(|assessment| starts(assessment.on))
            }
        }

        fn any_of<T: Choice>() -> impl Strategy<Value = T> {
            (0..T::ALL.len()).prop_map(|index| T::ALL[index])
        }

        fn some_day() -> impl Strategy<Value = NaiveDate> {
            (0..DAYS).prop_map(nth_day)
        }

        prop_compose! {
            fn some_person()(
                roles in vec(any_of::<Role>(), 0..3),
                from in proptest::option::of(some_day()),
                to in proptest::option::of(some_day()),
            ) -> Person {
                Person { from, to, ..person(0, "x", &roles) }
            }
        }

        prop_compose! {
            fn some_contact()(
                on in some_day(),
                kind in any_of::<ContactKind>(),
                outcomes in vec(any_of::<Outcome>(), 0..2),
            ) -> Contact {
                contact(0, on, kind, &outcomes)
            }
        }

        prop_compose! {
            fn some_assertion()(
                on in some_day(),
                letter in any_of::<Letter>(),
                answer in any_of::<Answer>(),
                strength in any_of(),
                person in proptest::option::of(1_i64..4),
            ) -> Assertion {
                Assertion { strength, ..said(0, on, letter, answer, person) }
            }
        }

        prop_compose! {
            fn history()(
                party in any_of::<Party>(),
                mut people in vec(some_person(), 0..4),
                mut contacts in vec(some_contact(), 0..6),
                mut assertions in vec(some_assertion(), 0..8),
                moves in vec((some_day(), any_of::<Position>()), 0..3),
                assessments in vec((some_day(), 1_u8..=5), 0..3),
                next in proptest::option::of(some_day()),
            ) -> History {
                for (id, person) in (1..).zip(&mut people) {
                    *person = Person { id: crate::domain::id::PersonId(id), ..person.clone() };
                }
                for (id, contact) in (1..).zip(&mut contacts) {
                    (contact.id.0, contact.recorded_at) = (id, id);
                }
                for (id, assertion) in (1..).zip(&mut assertions) {
                    (assertion.id.0, assertion.recorded_at) = (id, id);
                }
                History {
                    party,
                    people,
                    contacts,
                    assertions,
                    moves: (1..).zip(moves).map(|(id, (on, to))| change(id, on, to)).collect(),
                    assessments:
                        (1..).zip(assessments).map(|(id, (on, points))| assessment(id, on, points)).collect(),
                    next: next.map(next_action),
                }
            }
        }

        proptest! {
            #![proptest_config(ProptestConfig::with_cases(60))]

            /// Walks through every day, with the standing folded anew for each.
            #[test]
            fn a_standing_holds_exactly_in_its_interval(history in history()) {
                let policies = Policies::default();
                let mut kept = fold(history.facts(), nth_day(0), &policies);
                for day in (0..DAYS + 400).map(nth_day) {
                    let fresh = fold(history.facts(), day, &policies);
                    prop_assert!(fresh.from <= day && day < fresh.until);
                    if day < kept.until {
                        prop_assert_eq!(&fresh, &kept, "on {}", day);
                    } else {
                        prop_assert_eq!(fresh.from, kept.until);
                        prop_assert!(
                            !same(&fresh, &kept) || history.has_boundary_on(day, &policies),
                            "nothing happens on {}", day
                        );
                        kept = fresh;
                    }
                }
            }

            #[test]
            fn the_order_in_which_records_are_listed_does_not_matter(history in history(), days in 0..DAYS) {
                let policies = Policies::default();
                let mut turned = history.clone();
                turned.contacts.reverse();
                turned.assertions.reverse();
                turned.moves.reverse();
                turned.assessments.reverse();
                let day = nth_day(days);
                prop_assert_eq!(
                    fold(history.facts(), day, &policies),
                    fold(turned.facts(), day, &policies)
                );
            }

            /// What takes effect later, or was too late to be known, leaves the day alone.
            #[test]
            fn the_future_does_not_matter(history in history(), days in 0..DAYS) {
                let policies = Policies::default();
                let day = nth_day(days);
                let mut past = history.clone();
                past.contacts.retain(|contact| contact.on <= day);
                past.assertions.retain(|assertion| assertion.on <= day);
                past.assessments.retain(|assessment| assessment.on <= day);
                let (known, whole) = (fold(past.facts(), day, &policies), fold(history.facts(), day, &policies));
                prop_assert!(same(&known, &whole), "{known:?} {whole:?}");
            }
        }
    }
}
