//! What is derived of a card for a day: MAN, credit, value.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::credit::{Score, Standard, assessment_on};
use crate::domain::man::assertion::Letter;
use crate::domain::man::class::Class;
use crate::domain::man::letters::LetterState;
use crate::domain::money;
use crate::domain::policy::Policies;
use crate::domain::standing::{Standing, tier};

#[derive(Debug, Serialize)]
pub(super) struct ManJson<'card> {
    code: String,
    m: &'static str,
    a: &'static str,
    n: &'static str,
    /// `role` when the answer about authority comes from roles alone.
    a_from: Option<&'static str>,
    class: &'static str,
    /// The two ends of what is possible; none where the class is certain.
    best: Option<&'static str>,
    worst: Option<&'static str>,
    ask: Option<&'static str>,
    stale: Vec<&'static str>,
    conflict: Vec<&'static str>,
    policy: &'card str,
}

impl<'card> ManJson<'card> {
    pub(super) fn of(standing: &'card Standing) -> ManJson<'card> {
        let letters = &standing.letters;
        let which = |holds: fn(&LetterState) -> bool| {
            let letters = Letter::ALL.iter().filter(|letter| holds(letters.get(**letter)));
            letters.map(|letter| letter.code()).collect()
        };
        let open = |end: Class| (standing.class == Class::Investigate).then(|| end.code());
        ManJson {
            code: letters.code(),
            m: letters.money.answer.code(),
            a: letters.authority.answer.code(),
            n: letters.need.answer.code(),
            a_from: letters.authority.from_role.then_some("role"),
            class: standing.class.code(),
            best: open(standing.best),
            worst: open(standing.worst),
            ask: standing.ask.map(Choice::code),
            stale: which(|letter| letter.stale),
            conflict: which(|letter| letter.conflict),
            policy: &standing.policy,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct CreditJson {
    standard: &'static str,
    score: Option<String>,
    grade: Option<&'static str>,
    /// Percent of the weights that was assessed.
    coverage: u32,
    provisional: bool,
    limit: Option<String>,
    exposure: String,
    available: Option<String>,
    light: Option<&'static str>,
}

impl CreditJson {
    /// No limits and no dealings are kept yet, so nothing is owed and the light is off.
    pub(super) fn of(card: &Card, day: NaiveDate, policies: &Policies) -> CreditJson {
        let assessment = assessment_on(&card.assessments, Standard::FiveC, day);
        let rating = assessment.map(|assessment| assessment.rate(&policies.credit));
        let score = rating.and_then(|rating| rating.score).map(Score::tenths);
        CreditJson {
            standard: Standard::FiveC.code(),
            score: score.map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)),
            grade: rating.and_then(|rating| rating.grade).map(Choice::code),
            coverage: rating.map_or(0, |rating| rating.coverage),
            provisional: rating.is_some_and(|rating| rating.provisional),
            limit: None,
            exposure: money::format(0),
            available: None,
            light: None,
        }
    }
}

/// What a customer is worth: the tier as its user judges, nothing else is known without dealings.
#[derive(Debug, Default, Serialize)]
pub(super) struct ValueJson {
    abc: Option<&'static str>,
    tier: Option<&'static str>,
    contribution_12m: Option<String>,
    historic: Option<String>,
    current: Option<String>,
    potential: Option<String>,
    lifetime: Option<String>,
}

impl ValueJson {
    pub(super) fn of(card: &Card) -> ValueJson {
        ValueJson { tier: tier(card).map(Choice::code), ..ValueJson::default() }
    }
}
