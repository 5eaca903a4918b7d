//! Properties of standings over random histories.

use chrono::{Months, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{Facts, Standing, fold};
use crate::domain::choice::Choice;
use crate::domain::contact::{Contact, ContactKind, NextAction, Outcome};
use crate::domain::credit::{Assessment, Factor, FactorScore, Standard};
use crate::domain::dormancy::dormant_from;
use crate::domain::id::{AssessmentId, PersonId, Uid};
use crate::domain::man::assertion::{Answer, Assertion, Letter};
use crate::domain::party::Party;
use crate::domain::person::{Person, Role};
use crate::domain::policy::{AuthorityReading, EvidencePolicy, Policies};
use crate::domain::position::{Move, Position};
use crate::domain::specimen::{change, contact, next_action, nth_day, person, said, unknown_prospect};

/// Two standings that differ in nothing but the days for which they hold.
fn same(one: &Standing, other: &Standing) -> bool {
    Standing { from: one.from, until: one.until, ..other.clone() } == *one
}

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
            || self.contacts.iter().any(|contact| {
                contact.kind == ContactKind::Visit
                    && contact.on.checked_add_months(Months::new(12)).is_some_and(starts)
            })
            || self.assertions.iter().any(|assertion| starts(assertion.on) || aged(assertion))
            || self.moves.iter().any(|change| starts(change.on))
            || dormant_from(&self.contacts, &self.moves, on, &policies.follow_up).is_some_and(starts)
            || self.assessments.iter().any(|assessment| starts(assessment.on))
    }
}

fn any_of<T: Choice>() -> impl Strategy<Value = T> {
    (0..T::ALL.len()).prop_map(|index| T::ALL[index])
}

/// The policies that change what is folded from when.
fn policies() -> impl Strategy<Value = Policies> {
    let other = Policies {
        authority: AuthorityReading::Wide,
        evidence: EvidencePolicy::StrongestFresh,
        ..Policies::default()
    };
    prop_oneof![Just(Policies::default()), Just(other)]
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
            person.id = PersonId(id);
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
    fn a_standing_holds_exactly_in_its_interval(history in history(), policies in policies()) {
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

    /// What takes effect later leaves the day alone.
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
