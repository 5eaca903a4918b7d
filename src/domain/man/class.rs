//! Classes: what the letters say is to be done with a prospect.

use crate::domain::choice::choices;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::man::letters::Letters;
use crate::domain::policy::ManPolicy;

choices! {
    /// The class of a prospect, best first. Declared in order of rank: ideal is 1, stop is 6.
    pub enum Class {
        Ideal = "ideal", ["ideal", "理想对象"];
        AwakenNeed = "awaken_need", ["awaken need", "激发需求"], ["awaken"];
        FindAuthority = "find_authority", ["find authority", "寻找决策人"];
        Finance = "finance", ["finance", "融资或分期"];
        Nurture = "nurture", ["nurture", "长期培养"];
        Stop = "stop", ["stop", "停止接触"];
        Investigate = "investigate", ["investigate", "待查"];
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
