//! The history of a card in its JSON object.

use serde::Serialize;

use super::card::{Day, given, instant};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::id::PersonId;
use crate::domain::money;

/// What happened with a card.
#[derive(Debug, Serialize)]
pub(super) struct HistoryJson<'card> {
    contacts: Vec<ContactJson<'card>>,
    assertions: Vec<AssertionJson<'card>>,
    moves: Vec<MoveJson<'card>>,
    assessments: Vec<AssessmentJson<'card>>,
}

#[derive(Debug, Serialize)]
struct ContactJson<'card> {
    uid: String,
    on: Day,
    recorded_at: String,
    kind: &'static str,
    direction: &'static str,
    person: Option<&'card str>,
    outcomes: Vec<&'static str>,
    note: Option<&'card str>,
    promises: Vec<PromiseJson<'card>>,
}

#[derive(Debug, Serialize)]
struct PromiseJson<'card> {
    by: &'static str,
    text: &'card str,
    due_on: Option<Day>,
}

#[derive(Debug, Serialize)]
struct AssertionJson<'card> {
    letter: &'static str,
    answer: &'static str,
    on: Day,
    recorded_at: String,
    person: Option<&'card str>,
    strength: &'static str,
    note: Option<&'card str>,
}

#[derive(Debug, Serialize)]
struct MoveJson<'card> {
    from: Option<&'static str>,
    to: &'static str,
    on: Day,
    recorded_at: String,
    reason: Option<&'static str>,
    note: Option<&'card str>,
    amount: Option<String>,
    recoverable: &'static str,
    competitor: Option<&'card str>,
    offer: Option<&'card str>,
    cost: Option<String>,
}

#[derive(Debug, Serialize)]
struct AssessmentJson<'card> {
    uid: String,
    standard: &'static str,
    on: Day,
    recorded_at: String,
    scores: Vec<ScoreJson<'card>>,
    knock_out: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct ScoreJson<'card> {
    factor: &'static str,
    points: Option<u8>,
    note: Option<&'card str>,
}

impl<'card> HistoryJson<'card> {
    pub(super) fn of(card: &'card Card) -> HistoryJson<'card> {
        let name_of = |id: Option<PersonId>| {
            let person = card.people.iter().find(|person| Some(person.id) == id);
            person.map(|person| person.name.as_str())
        };
        let contacts = card.contacts.iter().map(|contact| ContactJson {
            uid: contact.uid.to_string(),
            on: Day(contact.on),
            recorded_at: instant(contact.recorded_at),
            kind: contact.kind.code(),
            direction: contact.direction.code(),
            person: name_of(contact.person),
            outcomes: contact.outcomes.iter().map(|outcome| outcome.code()).collect(),
            note: given(&contact.note),
            promises: contact
                .promises
                .iter()
                .map(|promise| PromiseJson {
                    by: promise.by.code(),
                    text: &promise.text,
                    due_on: promise.due_on.map(Day),
                })
                .collect(),
        });
        let assertions = card.assertions.iter().map(|assertion| AssertionJson {
            letter: assertion.letter.code(),
            answer: assertion.answer.code(),
            on: Day(assertion.on),
            recorded_at: instant(assertion.recorded_at),
            person: name_of(assertion.person),
            strength: assertion.strength.code(),
            note: given(&assertion.note),
        });
        let moves = card.moves.iter().map(|change| MoveJson {
            from: change.from.map(Choice::code),
            to: change.to.code(),
            on: Day(change.on),
            recorded_at: instant(change.recorded_at),
            reason: change.reason.map(|reason| reason.code()),
            note: given(&change.note),
            amount: change.amount.map(money::format),
            recoverable: change.recoverable.code(),
            competitor: given(&change.rival),
            offer: given(&change.offer),
            cost: change.cost.map(money::format),
        });
        let assessments = card.assessments.iter().map(|assessment| AssessmentJson {
            uid: assessment.uid.to_string(),
            standard: assessment.standard.code(),
            on: Day(assessment.on),
            recorded_at: instant(assessment.recorded_at),
            scores: assessment
                .scores
                .iter()
                .map(|score| ScoreJson {
                    factor: score.factor.code(),
                    points: score.points,
                    note: given(&score.note),
                })
                .collect(),
            knock_out: assessment.knock_out.map(Choice::code),
        });
        HistoryJson {
            contacts: contacts.collect(),
            assertions: assertions.collect(),
            moves: moves.collect(),
            assessments: assessments.collect(),
        }
    }
}
