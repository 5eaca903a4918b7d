//! Classes: what the letters say is to be done with a prospect.

use crate::domain::choice::choices;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::man::letters::Letters;
use crate::domain::policy::ManPolicy;

choices! {
    /// The class of a prospect, best first. Declared in order of rank: ideal is 1, stop is 6.
    pub enum Class {
        Ideal = "ideal", ["ideal", "理想对象", "理想對象"], ["理想", "理想客户"];
        AwakenNeed = "awaken_need", ["awaken need", "激发需求", "激發需求"], ["awaken"];
        FindAuthority = "find_authority", ["find authority", "寻找决策人", "尋找決策人"];
        Finance = "finance", ["finance", "融资或分期", "融資或分期"], ["融资", "分期"];
        Nurture = "nurture", ["nurture", "长期培养", "長期培養"], ["培养"];
        Stop = "stop", ["stop", "停止接触", "停止接觸"], ["停止"];
        Investigate = "investigate", ["investigate", "待查", "待查"];
    }
}

impl Class {
    /// The place in the order of promise: 1 is ideal, 6 is stop. Investigate comes after all of them;
    /// lists sort an open class by its best case instead.
    pub fn rank(self) -> u8 {
        self as u8 + 1
    }
}

/// Whether anyone to speak to is known on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactPersons {
    /// The customer is an individual, or somebody at the organisation is known.
    Known,
    /// An organisation without any present person: "who buys?" is asked first.
    NoneKnown,
}

/// What the letters say is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The class when all ways to fill unknown letters agree, else investigate.
    pub class: Class,
    /// Best class over all ways to fill unknown letters.
    pub best: Class,
    /// Worst class over all ways to fill unknown letters.
    pub worst: Class,
    /// The letter to ask for next, when the class is open.
    pub ask: Option<Letter>,
}

/// Unknown letters are asked for in this order: cheapest and least delicate first.
const ASK_ORDER: [Letter; 3] = [Letter::Need, Letter::Authority, Letter::Money];

/// Classifies three letters: every way to fill the unknown ones is looked up in the policy.
///
/// Stop comes from answers only. Where a role stands in for the answer about authority, a certain
/// stop is opened again and authority asked for.
pub fn classify(letters: &Letters, persons: ContactPersons, policy: &ManPolicy) -> Verdict {
    let answers = letters.answers();
    let verdict = look_up(answers, policy);
    if verdict.class == Class::Investigate {
        return Verdict { ask: first_unknown(answers, persons), ..verdict };
    }
    if verdict.class == Class::Stop && letters.authority.from_role {
        let [money, _, need] = answers;
        let asked = look_up([money, Answer::Unknown, need], policy);
        return Verdict { class: Class::Investigate, ask: Some(Letter::Authority), ..asked };
    }
    verdict
}

fn look_up(answers: [Answer; 3], policy: &ManPolicy) -> Verdict {
    let (best, worst) = policy
        .classes(answers)
        .fold((Class::Stop, Class::Ideal), |(best, worst), class| (best.min(class), worst.max(class)));
    let class = if best == worst { best } else { Class::Investigate };
    Verdict { class, best, worst, ask: None }
}

fn first_unknown(answers: [Answer; 3], persons: ContactPersons) -> Option<Letter> {
    let [money, authority, need] = answers;
    let unknown = |letter: &Letter| {
        Answer::Unknown
            == match letter {
                Letter::Money => money,
                Letter::Authority => authority,
                Letter::Need => need,
            }
    };
    match persons {
        ContactPersons::NoneKnown if unknown(&Letter::Authority) => Some(Letter::Authority),
        _ => ASK_ORDER.into_iter().find(unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::man::letters::LetterState;
    use crate::domain::policy::COMBINATIONS;

    /// Letters from a state like `y?n`, in the places M, A, N.
    fn state(text: &str) -> Letters {
        let mut places = text.chars().map(|place| LetterState {
            answer: match place {
                'y' => Answer::Yes,
                'n' => Answer::No,
                _ => Answer::Unknown,
            },
            ..LetterState::UNKNOWN
        });
        let mut next = || places.next().unwrap();
        Letters { money: next(), authority: next(), need: next() }
    }

    fn by_role(text: &str) -> Letters {
        let letters = state(text);
        Letters { authority: LetterState { from_role: true, ..letters.authority }, ..letters }
    }

    /// A verdict as the tables below write it: the class alone when certain, else best, worst, ask.
    fn written(verdict: Verdict) -> String {
        match verdict.ask {
            None => verdict.class.code().to_owned(),
            Some(ask) => {
                assert_eq!(verdict.class, Class::Investigate);
                format!("{} {} {}", verdict.best.code(), verdict.worst.code(), ask.code())
            }
        }
    }

    /// All 27 states under the default policy.
    const NONE_ONLY: [(&str, &str); 27] = [
        ("yyy", "ideal"),
        ("yyn", "awaken_need"),
        ("yy?", "ideal awaken_need n"),
        ("yny", "find_authority"),
        ("ynn", "nurture"),
        ("yn?", "find_authority nurture n"),
        ("y?y", "ideal find_authority a"),
        ("y?n", "awaken_need nurture a"),
        ("y??", "ideal nurture n"),
        ("nyy", "finance"),
        ("nyn", "nurture"),
        ("ny?", "finance nurture n"),
        ("nny", "nurture"),
        ("nnn", "stop"),
        ("nn?", "nurture stop n"),
        ("n?y", "finance nurture a"),
        ("n?n", "nurture stop a"),
        ("n??", "finance stop n"),
        ("?yy", "ideal finance m"),
        ("?yn", "awaken_need nurture m"),
        ("?y?", "ideal nurture n"),
        ("?ny", "find_authority nurture m"),
        ("?nn", "nurture stop m"),
        ("?n?", "find_authority stop n"),
        ("??y", "ideal nurture a"),
        ("??n", "awaken_need stop a"),
        ("???", "ideal stop n"),
    ];

    /// The five states that a stop without means changes.
    const WITHOUT_MEANS: [(&str, &str); 5] = [
        ("nny", "stop"),
        ("nn?", "stop"),
        ("n?y", "finance stop a"),
        ("?ny", "find_authority stop m"),
        ("??y", "ideal stop a"),
    ];

    #[test]
    fn every_state_has_its_class() {
        let without_means = ManPolicy::stop_without_means();
        for (text, expected) in NONE_ONLY {
            let letters = state(text);
            let verdict = classify(&letters, ContactPersons::Known, &ManPolicy::default());
            assert_eq!(written(verdict), expected, "{text}");

            let changed = WITHOUT_MEANS.iter().find(|(changed, _)| *changed == text);
            let expected = changed.map_or(expected, |(_, expected)| expected);
            let verdict = classify(&letters, ContactPersons::Known, &without_means);
            assert_eq!(written(verdict), expected, "{text} without means");
        }
    }

    /// Fills unknown letters one by one, in both ways.
    fn fill(letters: Letters, policy: &ManPolicy, found: &mut Vec<Class>) {
        let with = |answer| LetterState { answer, ..LetterState::UNKNOWN };
        for answer in [Answer::Yes, Answer::No] {
            if letters.money.answer == Answer::Unknown {
                fill(Letters { money: with(answer), ..letters }, policy, found);
            } else if letters.authority.answer == Answer::Unknown {
                fill(Letters { authority: with(answer), ..letters }, policy, found);
            } else if letters.need.answer == Answer::Unknown {
                fill(Letters { need: with(answer), ..letters }, policy, found);
            } else {
                found.extend(policy.classes(letters.answers()));
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_table_is_looked_up_in_every_way(rows in proptest::array::uniform8(0_usize..6)) {
            let policy = ManPolicy::own("mine", rows.map(|row| Class::ALL[row]));
            for (text, _) in NONE_ONLY {
                let letters = state(text);
                let mut found = Vec::new();
                fill(letters, &policy, &mut found);
                let verdict = classify(&letters, ContactPersons::Known, &policy);
                assert_eq!(Some(verdict.best), found.iter().copied().min());
                assert_eq!(Some(verdict.worst), found.iter().copied().max());
                assert_eq!(verdict.class == Class::Investigate, verdict.best != verdict.worst);
                assert_eq!(verdict.ask.is_some(), verdict.class == Class::Investigate);
                if let Some(ask) = verdict.ask {
                    assert_eq!(letters.get(ask).answer, Answer::Unknown);
                }
            }
        }
    }

    #[test]
    fn silence_never_stops_a_customer() {
        for (text, _) in NONE_ONLY {
            let verdict = classify(&state(text), ContactPersons::Known, &ManPolicy::default());
            assert_eq!(verdict.class == Class::Stop, text == "nnn", "{text}");
        }
    }

    #[test]
    fn a_role_never_stops_a_customer() {
        let without_means = ManPolicy::stop_without_means();
        for (text, policy, expected) in [
            ("nnn", &ManPolicy::default(), "nurture stop a"),
            ("nnn", &without_means, "nurture stop a"),
            ("nny", &without_means, "finance stop a"),
            ("nn?", &without_means, "finance stop a"),
            ("nny", &ManPolicy::default(), "nurture"),
            ("?ny", &ManPolicy::default(), "find_authority nurture m"),
            ("?ny", &without_means, "find_authority stop m"),
        ] {
            let verdict = classify(&by_role(text), ContactPersons::Known, policy);
            assert_eq!(written(verdict), expected, "{text} under {}", policy.name());
        }
    }

    #[test]
    fn who_buys_is_asked_first_where_nobody_is_known() {
        for (text, expected) in [
            ("???", "ideal stop a"),
            ("y??", "ideal nurture a"),
            ("n??", "finance stop a"),
            ("yy?", "ideal awaken_need n"),
        ] {
            let verdict = classify(&state(text), ContactPersons::NoneKnown, &ManPolicy::default());
            assert_eq!(written(verdict), expected, "{text}");
        }
    }

    #[test]
    fn filters_look_at_certain_answers() {
        for (text, two_conditions, quasi) in
            [("yyy", true, true), ("yny", true, false), ("y?y", true, false), ("yy?", false, false)]
        {
            let letters = state(text);
            assert_eq!((letters.two_conditions(), letters.quasi()), (two_conditions, quasi), "{text}");
        }
    }

    #[test]
    fn codes_never_show_a_small_letter_for_an_unknown() {
        for combination in COMBINATIONS {
            let text: String =
                combination.iter().map(|answer| if *answer == Answer::Yes { 'y' } else { 'n' }).collect();
            assert_eq!(state(&text).code().to_lowercase(), "man");
        }
        assert_eq!(state("yn?").code(), "Ma?");
        assert_eq!(state("???").code(), "???");
    }

    #[test]
    fn ranks_go_from_ideal_to_stop() {
        let ranks: Vec<_> = Class::ALL.iter().map(|class| class.rank()).collect();
        assert_eq!(ranks, [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!((Class::Ideal.rank(), Class::Stop.rank()), (1, 6));
    }
}
