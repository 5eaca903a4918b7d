//! From dated statements to the letters of a day.

use chrono::NaiveDate;

use super::assertion::{Assertion, Letter};
use super::authority::{household_authority, organisation_authority};
use super::evidence::letter_state;
use super::letters::Letters;
use crate::domain::party::Party;
use crate::domain::person::Person;
use crate::domain::policy::Policies;

/// The letters of a card on a day.
///
/// Money and need rest on all statements, whoever made them and wherever he is now. Authority is that
/// of the people who are there on the day: an individual's household, an organisation's staff.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::man::assertion::Answer;
    use crate::domain::man::class::{Class, ContactPersons, classify};
    use crate::domain::person::Role;
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

    proptest::proptest! {
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
