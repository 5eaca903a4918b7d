//! From dated statements to the letters of a day.

use chrono::NaiveDate;

use super::assertion::{Answer, Assertion, Letter};
use super::letters::{Evidence, LetterState, Letters};
use crate::domain::id::AssertionId;
use crate::domain::party::Party;
use crate::domain::person::{Person, Role};
use crate::domain::policy::{AuthorityReading, EvidencePolicy, Policies};

/// The letters of a card on a day.
///
/// Money and need rest on all statements, whoever made them and wherever he is now. Authority is that
/// of the people who are there on the day, see [`organisation_authority`] and [`household_authority`].
/// The order of `assertions` does not matter.
pub fn letters(
    party: Party,
    people: &[Person],
    assertions: &[Assertion],
    day: NaiveDate,
    policies: &Policies,
) -> Letters {
    let about = |letter| {
        let statements = assertions.iter().filter(move |assertion| assertion.letter == letter);
        letter_state(statements, day, policies)
    };
    let authority = match party {
        Party::Organisation => organisation_authority(people, assertions, day, policies),
        Party::Individual => household_authority(people, assertions, day, policies),
    };
    Letters { money: about(Letter::Money), authority, need: about(Letter::Need) }
}

/// An organisation's authority: yes if anyone present has it; else unknown while nobody is known, or
/// someone who may have it has not answered; else no. Who plays only roles without authority and was
/// not asked counts as no, by his role. A statement about nobody in particular counts like that of a
/// person of unknown role.
fn organisation_authority(
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
fn household_authority(
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

/// When a statement was made: later by effective date, then by recording.
type Moment = (NaiveDate, i64, AssertionId);

fn moment(assertion: &Assertion) -> Moment {
    (assertion.on, assertion.recorded_at, assertion.id)
}

fn is_fresh(assertion: &Assertion, day: NaiveDate, policies: &Policies) -> bool {
    let age = (day - assertion.on).num_days();
    let limit = policies.stale_limits.limit(assertion.letter, assertion.answer);
    limit.is_none_or(|limit| age <= i64::from(limit))
}

/// The state that statements about one letter, by one person or by all, come to.
fn letter_state<'a>(
    statements: impl Iterator<Item = &'a Assertion> + Clone,
    day: NaiveDate,
    policies: &Policies,
) -> LetterState {
    let made = statements.filter(|assertion| assertion.on <= day);
    let withdrawn = made.clone().filter(|assertion| assertion.answer == Answer::Unknown).map(moment).max();
    let said = made.filter(|assertion| withdrawn.is_none_or(|withdrawn| withdrawn < moment(assertion)));
    let Some(latest) = said.clone().max_by_key(|assertion| moment(assertion)) else {
        return LetterState::UNKNOWN;
    };
    let counted = match policies.evidence {
        EvidencePolicy::LatestWins => latest,
        EvidencePolicy::StrongestFresh => said
            .clone()
            .filter(|assertion| is_fresh(assertion, day, policies))
            .max_by_key(|assertion| (assertion.strength, moment(assertion)))
            .unwrap_or(latest),
    };
    let evidence = Some(Evidence {
        answer: counted.answer,
        on: counted.on,
        strength: counted.strength,
        person: counted.person,
        contact: counted.contact,
    });
    if !is_fresh(counted, day, policies) {
        return LetterState { evidence, stale: true, ..LetterState::UNKNOWN };
    }
    let contradicts = |other: &Assertion| {
        other.answer != counted.answer && other.strength > counted.strength && is_fresh(other, day, policies)
    };
    LetterState {
        answer: counted.answer,
        evidence,
        stale: false,
        conflict: said.clone().any(contradicts),
        from_role: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::man::assertion::Strength;
    use crate::domain::man::class::{Class, ContactPersons, classify};
    use crate::domain::policy::ManPolicy;
    use crate::domain::specimen::{PrintingHouse, day, nth_day, person, said};

    fn letters_of(house: &PrintingHouse, on: &str, policies: &Policies) -> Letters {
        letters(Party::Organisation, &house.people, &house.assertions, day(on), policies)
    }

    /// Letters and class as the tables write them: `?aN find_authority nurture m`.
    fn written(letters: &Letters, policy: &ManPolicy) -> String {
        let verdict = classify(letters, ContactPersons::Known, policy);
        let class = match verdict.ask {
            None => verdict.class.code().to_owned(),
            Some(ask) => format!("{} {} {}", verdict.best.code(), verdict.worst.code(), ask.code()),
        };
        format!("{} {class}", letters.code())
    }

    #[test]
    fn half_a_year_of_a_printing_house() {
        let policies = Policies::default();
        let house = PrintingHouse::new();
        for (on, expected) in [
            ("2026-01-15", "?aN find_authority nurture m"),
            ("2026-02-10", "?aN find_authority nurture m"),
            ("2026-03-20", "MAN ideal"),
            ("2026-04-15", "MA? ideal awaken_need n"),
            ("2026-04-30", "MAn awaken_need"),
            ("2026-06-30", "MAN ideal"),
            ("2026-09-20", "?A? ideal nurture n"),
        ] {
            assert_eq!(written(&letters_of(&house, on, &policies), &policies.man), expected, "{on}");
        }
    }

    #[test]
    fn who_leaves_takes_his_authority_but_not_what_he_said() {
        let policies = Policies::default();
        let mut house = PrintingHouse::new();
        house.people[1].to = Some(day("2026-07-15"));
        for (on, expected) in [("2026-07-15", "MAN ideal"), ("2026-07-20", "MaN find_authority")] {
            assert_eq!(written(&letters_of(&house, on, &policies), &policies.man), expected, "{on}");
        }
    }

    #[test]
    fn the_worst_case_without_means_is_stop() {
        let policies = Policies { man: ManPolicy::stop_without_means(), ..Policies::default() };
        for on in ["2026-01-15", "2026-02-10"] {
            let letters = letters_of(&PrintingHouse::new(), on, &policies);
            assert_eq!(written(&letters, &policies.man), "?aN find_authority stop m", "{on}");
        }
    }

    #[test]
    fn a_role_that_holds_authority_leaves_the_letter_open() {
        let policies = Policies::default();
        for (roles, expected) in [
            (vec![], "??N ideal nurture a"),
            (vec![Role::Buyer], "??N ideal nurture a"),
            (vec![Role::User, Role::Approver], "??N ideal nurture a"),
            (vec![Role::User, Role::Champion], "?aN find_authority nurture m"),
        ] {
            let mut house = PrintingHouse::new();
            house.people[0].roles = roles.clone();
            let letters = letters_of(&house, "2026-01-15", &policies);
            assert_eq!(written(&letters, &policies.man), expected, "{roles:?}");
        }
    }

    #[test]
    fn the_letter_says_when_a_role_stands_in_for_an_answer() {
        let policies = Policies::default();
        let house = PrintingHouse::new();
        for (on, from_role) in [("2026-01-15", true), ("2026-02-10", false), ("2026-03-20", false)] {
            assert_eq!(letters_of(&house, on, &policies).authority.from_role, from_role, "{on}");
        }
        // Her own no, but another user was never asked.
        let mut house = PrintingHouse::new();
        house.people.push(person(3, "王五", &[Role::User]));
        let authority = letters_of(&house, "2026-02-10", &policies).authority;
        assert_eq!((authority.answer, authority.from_role), (Answer::No, true));
        assert_eq!(authority.evidence.map(|evidence| evidence.on), Some(day("2026-02-03")));
    }

    #[test]
    fn advisers_count_under_the_wide_reading() {
        let wide = Policies { authority: AuthorityReading::Wide, ..Policies::default() };
        for (role, narrow_code, wide_code) in [
            (Role::Influencer, "?aN", "??N"),
            (Role::Champion, "?aN", "??N"),
            (Role::Gatekeeper, "?aN", "??N"),
            (Role::User, "?aN", "?aN"),
            (Role::Decider, "??N", "??N"),
        ] {
            let mut house = PrintingHouse::new();
            house.people[0].roles = vec![role];
            assert_eq!(
                letters_of(&house, "2026-01-15", &Policies::default()).code(),
                narrow_code,
                "{role:?}"
            );
            assert_eq!(letters_of(&house, "2026-01-15", &wide).code(), wide_code, "{role:?}");
        }
    }

    #[test]
    fn an_organisation_without_people_has_no_known_authority() {
        let policies = Policies::default();
        for (answer, expected) in
            [(Answer::Yes, Answer::Yes), (Answer::No, Answer::Unknown), (Answer::Unknown, Answer::Unknown)]
        {
            let about_nobody = [said(1, day("2026-01-01"), Letter::Authority, answer, None)];
            let letters = letters(Party::Organisation, &[], &about_nobody, day("2026-01-02"), &policies);
            assert_eq!(letters.authority.answer, expected, "{answer:?}");
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
            let letters = letters(Party::Individual, &people, &assertions, on, &policies);
            assert_eq!(letters.authority.answer, expected, "{roles:?} {assertions:?}");
        }
    }

    fn need(assertions: &[Assertion], on: NaiveDate, policies: &Policies) -> LetterState {
        letters(Party::Individual, &[], assertions, on, policies).need
    }

    fn strong(strength: Strength, assertion: Assertion) -> Assertion {
        Assertion { strength, ..assertion }
    }

    #[test]
    fn statements_last_until_their_limit() {
        for (letter, answer, limit) in [
            (Letter::Money, Answer::Yes, 180),
            (Letter::Authority, Answer::Yes, 365),
            (Letter::Need, Answer::Yes, 90),
            (Letter::Money, Answer::No, 365),
            (Letter::Authority, Answer::No, 365),
            (Letter::Need, Answer::No, 365),
        ] {
            let statement = [said(1, nth_day(0), letter, answer, None)];
            let on = |days| {
                *letters(Party::Individual, &[], &statement, nth_day(days), &Policies::default()).get(letter)
            };
            assert_eq!((on(limit).answer, on(limit).stale), (answer, false), "{letter:?} {answer:?}");
            assert_eq!((on(limit + 1).answer, on(limit + 1).stale), (Answer::Unknown, true), "{letter:?}");
            assert_eq!(on(limit + 1).evidence.map(|evidence| evidence.answer), Some(answer));
        }
    }

    #[test]
    fn later_statements_win_and_withdrawals_end_what_was_said() {
        let policies = Policies::default();
        let yes = said(1, nth_day(10), Letter::Need, Answer::Yes, None);
        let no = said(2, nth_day(10), Letter::Need, Answer::No, None);
        let withdrawn = said(3, nth_day(12), Letter::Need, Answer::Unknown, None);
        let all = [withdrawn, no, yes];
        for (days, expected) in [(9, Answer::Unknown), (10, Answer::No), (12, Answer::Unknown)] {
            assert_eq!(need(&all, nth_day(days), &policies).answer, expected, "day {days}");
        }
        assert_eq!(need(&all, nth_day(12), &policies), LetterState::UNKNOWN);
    }

    #[test]
    fn a_stronger_opposite_that_is_still_fresh_is_a_conflict() {
        let policies = Policies::default();
        let document = strong(Strength::Document, said(1, nth_day(0), Letter::Need, Answer::Yes, None));
        let word = said(2, nth_day(30), Letter::Need, Answer::No, None);
        let all = [document.clone(), word.clone()];
        for (days, answer, conflict) in [
            (29, Answer::Yes, false),
            (30, Answer::No, true),
            (90, Answer::No, true),
            (91, Answer::No, false),
        ] {
            let state = need(&all, nth_day(days), &policies);
            assert_eq!((state.answer, state.conflict), (answer, conflict), "day {days}");
        }
        let withdrawn = said(3, nth_day(20), Letter::Need, Answer::Unknown, None);
        assert!(!need(&[document, word, withdrawn], nth_day(30), &policies).conflict);
    }

    #[test]
    fn the_strongest_fresh_statement_may_count_instead() {
        let policies = Policies { evidence: EvidencePolicy::StrongestFresh, ..Policies::default() };
        let document = strong(Strength::Document, said(1, nth_day(0), Letter::Need, Answer::Yes, None));
        let word = said(2, nth_day(30), Letter::Need, Answer::No, None);
        let later_word = said(3, nth_day(40), Letter::Need, Answer::Yes, None);
        for (statements, days, expected) in [
            (vec![document.clone(), word.clone()], 90, Answer::Yes),
            (vec![document.clone(), word.clone()], 91, Answer::No),
            (vec![word.clone(), later_word], 50, Answer::Yes),
            (vec![document, said(4, nth_day(1), Letter::Need, Answer::Unknown, None), word], 31, Answer::No),
        ] {
            let state = need(&statements, nth_day(days), &policies);
            assert_eq!((state.answer, state.conflict), (expected, false), "{statements:?}");
        }
    }

    proptest::proptest! {
        /// Only statements recorded at the same instant of the same day could depend on their order,
        /// and even those are told apart by their rows.
        #[test]
        fn the_order_of_statements_does_not_matter(
            rows in proptest::collection::vec((0_u64..200, 0_usize..3, 0_usize..3, 0_usize..3), 0..8),
            days in 0_u64..600,
        ) {
            let statement = |(id, (on, letter, answer, strength)): (usize, &(u64, usize, usize, usize))| {
                let letter = Letter::ALL[*letter];
                strong(
                    Strength::ALL[*strength],
                    said(id as i64, nth_day(*on), letter, Answer::ALL[*answer], None),
                )
            };
            let forwards: Vec<_> = rows.iter().enumerate().map(statement).collect();
            let backwards: Vec<_> = forwards.iter().rev().cloned().collect();
            for evidence in [EvidencePolicy::LatestWins, EvidencePolicy::StrongestFresh] {
                let policies = Policies { evidence, ..Policies::default() };
                let fold = |statements: &[Assertion]| {
                    letters(Party::Individual, &[], statements, nth_day(days), &policies)
                };
                assert_eq!(fold(&forwards), fold(&backwards));
            }
        }

        #[test]
        fn nothing_is_stopped_without_three_answers(
            rows in proptest::collection::vec((0_u64..400, 0_usize..3, 0_usize..3, 0_i64..4), 0..12),
            roles in proptest::collection::vec(proptest::collection::vec(0_usize..8, 0..3), 0..3),
            days in 0_u64..800,
        ) {
            let policies = Policies::default();
            let people: Vec<_> = roles
                .iter()
                .zip(1..)
                .map(|(roles, id)| {
                    let roles: Vec<_> = roles.iter().map(|role| Role::ALL[*role]).collect();
                    person(id, "x", &roles)
                })
                .collect();
            let assertions: Vec<_> = rows
                .iter()
                .zip(0..)
                .map(|(&(on, letter, answer, person), id)| {
                    let person = Some(person).filter(|person| *person > 0);
                    said(id, nth_day(on), Letter::ALL[letter], Answer::ALL[answer], person)
                })
                .collect();
            for &party in Party::ALL {
                let letters = letters(party, &people, &assertions, nth_day(days), &policies);
                let verdict = classify(&letters, ContactPersons::Known, &policies.man);
                if verdict.class == Class::Stop {
                    for &letter in Letter::ALL {
                        let evidence = letters.get(letter).evidence.map(|evidence| evidence.answer);
                        assert_eq!(evidence, Some(Answer::No), "{letter:?}");
                    }
                }
            }
        }
    }
}
