//! From dated statements about one letter to its state on a day.

use chrono::NaiveDate;

use super::assertion::{Answer, Assertion};
use super::letters::{Evidence, LetterState};
use crate::domain::id::AssertionId;
use crate::domain::policy::{EvidencePolicy, Policies};

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
pub(super) fn letter_state<'a>(
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
    use crate::domain::man::assertion::{Letter, Strength};
    use crate::domain::specimen::{nth_day, said};

    fn need(assertions: &[Assertion], on: NaiveDate, policies: &Policies) -> LetterState {
        letter_state(assertions.iter(), on, policies)
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
            let on = |days| letter_state(statement.iter(), nth_day(days), &Policies::default());
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
                let fold = |statements: &[Assertion], letter: Letter| {
                    letter_state(
                        statements.iter().filter(|statement| statement.letter == letter),
                        nth_day(days),
                        &policies,
                    )
                };
                for &letter in Letter::ALL {
                    assert_eq!(fold(&forwards, letter), fold(&backwards, letter));
                }
            }
        }
    }
}
