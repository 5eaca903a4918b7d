//! Whose word counts about power over the purchase: the people who are there on the day.

use chrono::NaiveDate;

use super::assertion::{Answer, Assertion, Letter};
use super::evidence::letter_state;
use super::letters::LetterState;
use crate::domain::person::{Person, Role};
use crate::domain::policy::{AuthorityReading, Policies};

/// An organisation's authority: yes if anyone present has it; else unknown while nobody is known, or
/// someone who may have it has not answered; else no. Who plays only roles without authority and was
/// not asked counts as no, by his role. A statement about nobody in particular counts like that of a
/// person of unknown role.
pub(super) fn organisation_authority(
    people: &[Person],
    assertions: &[Assertion],
    day: NaiveDate,
    policies: &Policies,
) -> LetterState {
    let mut tally = Tally::default();
    let mut anyone = false;
    for person in people.iter().filter(|person| person.present_on(day)) {
        anyone = true;
        let may_hold = person.roles.is_empty() || holds_authority(&person.roles, policies.authority);
        let silence = if may_hold { Silence::Open } else { Silence::No };
        tally.add(authority_of(Some(person), assertions, day, policies), silence);
    }
    let unnamed = authority_of(None, assertions, day, policies);
    if unnamed.evidence.is_some() {
        tally.add(unnamed, Silence::Open);
    }
    if !anyone {
        tally.open.get_or_insert(LetterState { answer: Answer::Unknown, ..unnamed });
    }
    tally.conclude()
}

/// An individual's authority: his own, or that of another decider in the household. Others on the
/// card count once they were asked, or when their role holds authority.
pub(super) fn household_authority(
    people: &[Person],
    assertions: &[Assertion],
    day: NaiveDate,
    policies: &Policies,
) -> LetterState {
    let mut tally = Tally::default();
    tally.add(authority_of(None, assertions, day, policies), Silence::Open);
    for person in people.iter().filter(|person| person.present_on(day)) {
        let state = authority_of(Some(person), assertions, day, policies);
        if state.evidence.is_some() || holds_authority(&person.roles, policies.authority) {
            tally.add(state, Silence::Open);
        }
    }
    tally.conclude()
}

/// What one person's own answers say of his authority; with `None`, answers about nobody in particular.
/// His role is not looked at.
pub fn authority_of(
    person: Option<&Person>,
    assertions: &[Assertion],
    day: NaiveDate,
    policies: &Policies,
) -> LetterState {
    let person = person.map(|person| person.id);
    let own = assertions
        .iter()
        .filter(move |assertion| assertion.letter == Letter::Authority && assertion.person == person);
    letter_state(own, day, policies)
}

/// Whether one of the roles may hold power over the purchase.
fn holds_authority(roles: &[Role], reading: AuthorityReading) -> bool {
    roles.iter().any(|role| match role {
        Role::Decider | Role::Approver | Role::Buyer => true,
        Role::Influencer | Role::Gatekeeper | Role::Champion => reading == AuthorityReading::Wide,
        Role::Initiator | Role::User => false,
    })
}

/// What it means that someone gave no answer that counts.
#[derive(Clone, Copy)]
enum Silence {
    /// He may have authority: the letter is open.
    Open,
    /// His role has none.
    No,
}

/// What several people's answers come to.
#[derive(Default)]
struct Tally {
    yes: Option<LetterState>,
    open: Option<LetterState>,
    no: Option<LetterState>,
    silent_by_role: bool,
}

impl Tally {
    fn add(&mut self, state: LetterState, silence: Silence) {
        let place = match (state.answer, silence) {
            (Answer::Yes, _) => &mut self.yes,
            (Answer::No, _) => &mut self.no,
            (Answer::Unknown, Silence::Open) => &mut self.open,
            (Answer::Unknown, Silence::No) => {
                self.silent_by_role = true;
                return;
            }
        };
        let said_on = |state: &LetterState| state.evidence.map(|evidence| evidence.on);
        if place.as_ref().is_none_or(|present| said_on(present) < said_on(&state)) {
            *place = Some(state);
        }
    }

    fn conclude(self) -> LetterState {
        let by_role = LetterState { answer: Answer::No, ..LetterState::UNKNOWN };
        let no = || LetterState { from_role: self.silent_by_role, ..self.no.unwrap_or(by_role) };
        self.yes.or(self.open).unwrap_or_else(no)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::specimen::{PrintingHouse, day, person, said};

    fn authority_in(house: &PrintingHouse, on: &str, policies: &Policies) -> LetterState {
        organisation_authority(&house.people, &house.assertions, day(on), policies)
    }

    #[test]
    fn a_role_that_holds_authority_leaves_the_letter_open() {
        for (roles, expected) in [
            (vec![], Answer::Unknown),
            (vec![Role::Buyer], Answer::Unknown),
            (vec![Role::User, Role::Approver], Answer::Unknown),
            (vec![Role::User, Role::Champion], Answer::No),
        ] {
            let mut house = PrintingHouse::new();
            house.people[0].roles = roles.clone();
            let authority = authority_in(&house, "2026-01-15", &Policies::default());
            assert_eq!(authority.answer, expected, "{roles:?}");
        }
    }

    #[test]
    fn the_letter_says_when_a_role_stands_in_for_an_answer() {
        let policies = Policies::default();
        let house = PrintingHouse::new();
        for (on, from_role) in [("2026-01-15", true), ("2026-02-10", false), ("2026-03-20", false)] {
            assert_eq!(authority_in(&house, on, &policies).from_role, from_role, "{on}");
        }
        // Her own no, but another user was never asked.
        let mut house = PrintingHouse::new();
        house.people.push(person(3, "王五", &[Role::User]));
        let authority = authority_in(&house, "2026-02-10", &policies);
        assert_eq!((authority.answer, authority.from_role), (Answer::No, true));
        assert_eq!(authority.evidence.map(|evidence| evidence.on), Some(day("2026-02-03")));
    }

    #[test]
    fn advisers_count_under_the_wide_reading() {
        let wide = Policies { authority: AuthorityReading::Wide, ..Policies::default() };
        for (role, by_narrow, by_wide) in [
            (Role::Influencer, Answer::No, Answer::Unknown),
            (Role::Champion, Answer::No, Answer::Unknown),
            (Role::Gatekeeper, Answer::No, Answer::Unknown),
            (Role::User, Answer::No, Answer::No),
            (Role::Decider, Answer::Unknown, Answer::Unknown),
        ] {
            let mut house = PrintingHouse::new();
            house.people[0].roles = vec![role];
            let answer = |policies: &Policies| authority_in(&house, "2026-01-15", policies).answer;
            assert_eq!(answer(&Policies::default()), by_narrow, "{role:?}");
            assert_eq!(answer(&wide), by_wide, "{role:?}");
        }
    }

    #[test]
    fn an_organisation_without_people_has_no_known_authority() {
        let policies = Policies::default();
        for (answer, expected) in
            [(Answer::Yes, Answer::Yes), (Answer::No, Answer::Unknown), (Answer::Unknown, Answer::Unknown)]
        {
            let about_nobody = [said(1, day("2026-01-01"), Letter::Authority, answer, None)];
            let authority = organisation_authority(&[], &about_nobody, day("2026-01-02"), &policies);
            assert_eq!(authority.answer, expected, "{answer:?}");
        }
    }

    #[test]
    fn a_household_may_have_another_decider() {
        let policies = Policies::default();
        let on = day("2026-01-01");
        let own = |answer| said(1, on, Letter::Authority, answer, None);
        let spouse = |answer| said(2, on, Letter::Authority, answer, Some(9));
        for (roles, assertions, expected) in [
            (vec![], vec![], Answer::Unknown),
            (vec![], vec![own(Answer::No)], Answer::No),
            (vec![Role::Decider], vec![own(Answer::No)], Answer::Unknown),
            (vec![], vec![own(Answer::No), spouse(Answer::Yes)], Answer::Yes),
            (vec![], vec![own(Answer::No), spouse(Answer::No)], Answer::No),
            (vec![], vec![spouse(Answer::No)], Answer::Unknown),
        ] {
            let people = [person(9, "林芳", &roles)];
            let authority = household_authority(&people, &assertions, on, &policies);
            assert_eq!(authority.answer, expected, "{roles:?} {assertions:?}");
        }
    }

    #[test]
    fn the_letter_rests_on_the_latest_answer_that_decides_it() {
        let people = [person(1, "陈敏", &[]), person(2, "周立", &[])];
        let says = |id, on: &str, answer, who| said(id, day(on), Letter::Authority, answer, Some(who));
        for (first, second, expected) in [
            (Answer::Yes, Answer::Yes, "2026-01-20"),
            (Answer::No, Answer::No, "2026-01-20"),
            (Answer::Yes, Answer::No, "2026-01-10"),
            (Answer::No, Answer::Yes, "2026-01-20"),
        ] {
            let answers = [says(1, "2026-01-10", first, 1), says(2, "2026-01-20", second, 2)];
            let authority =
                organisation_authority(&people, &answers, day("2026-02-01"), &Policies::default());
            assert_eq!(
                authority.evidence.map(|evidence| evidence.on),
                Some(day(expected)),
                "{first:?} {second:?}"
            );
        }
    }
}
