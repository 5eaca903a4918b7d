//! The history of a card in its JSON object.

use chrono::NaiveDate;
use serde::Serialize;

use super::written::{Day, given, instant};
use crate::domain::card::Card;
use crate::domain::choice::Choice;
use crate::domain::early_warning::{Level, signals};
use crate::domain::id::PersonId;
use crate::domain::money;
use crate::domain::policy::Policies;
use crate::domain::position::Move;

/// What happened with a card.
#[derive(Debug, Serialize)]
pub(super) struct HistoryJson<'card> {
    contacts: Vec<ContactJson<'card>>,
    assertions: Vec<AssertionJson<'card>>,
    moves: Vec<MoveJson<'card>>,
    assessments: Vec<AssessmentJson<'card>>,
    warning: Option<WarningJson>,
}

/// That the customer may be about to leave.
#[derive(Debug, Serialize)]
struct WarningJson {
    level: &'static str,
    signals: Vec<SignalJson>,
}

#[derive(Debug, Serialize)]
struct SignalJson {
    signal: &'static str,
    since: Day,
}

impl WarningJson {
    fn of(card: &Card, day: NaiveDate, policies: &Policies) -> Option<WarningJson> {
        let signals = signals(card, day, policies);
        let level = Level::of(signals.len())?.code();
        let told =
            signals.iter().map(|(signal, since)| SignalJson { signal: signal.code(), since: Day(*since) });
        Some(WarningJson { level, signals: told.collect() })
    }
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
    settled_on: Option<Day>,
    settled_as: Option<&'static str>,
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
    product: Option<&'card str>,
    contributing: Vec<&'static str>,
    historic_value: Option<String>,
    open_receivables: Option<String>,
    second_lifetime_value: Option<String>,
    recoverable: &'static str,
    competitor: Option<&'card str>,
    offer: Option<&'card str>,
    cost: Option<String>,
    #[serde(flatten)]
    circumstances: CircumstancesJson<'card>,
}

/// What was known of the card on the day of a move; `null` each in moves recorded before this was kept.
#[derive(Debug, Serialize, Default)]
struct CircumstancesJson<'card> {
    man: Option<&'card str>,
    class: Option<&'static str>,
    policy: Option<&'card str>,
    channel: Option<&'static str>,
    introducer: Option<i64>,
    contacts: Option<u32>,
    days_since_first_contact: Option<i64>,
    last_order_on: Option<Day>,
}

impl<'card> CircumstancesJson<'card> {
    fn of(change: &'card Move) -> CircumstancesJson<'card> {
        let Some(known) = &change.circumstances else { return CircumstancesJson::default() };
        CircumstancesJson {
            man: Some(&known.letters),
            class: Some(known.class.code()),
            policy: Some(&known.policy),
            channel: known.channel.map(Choice::code),
            introducer: known.introducer.map(|introducer| introducer.0),
            contacts: Some(known.contacts),
            days_since_first_contact: known.days_since_first_contact(change.on),
            last_order_on: known.last_order_on.map(Day),
        }
    }
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
    /// What had happened by a day.
    pub(super) fn of(card: &'card Card, day: NaiveDate, policies: &Policies) -> HistoryJson<'card> {
        let name_of = |id: Option<PersonId>| {
            let person = card.people.iter().find(|person| Some(person.id) == id);
            person.map(|person| person.name.as_str())
        };
        let contacts = card.contacts.iter().filter(|contact| contact.on <= day).map(|contact| ContactJson {
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
                    settled_on: promise.settled.map(|settled| Day(settled.on)),
                    settled_as: promise.settled.map(|settled| settled.kept.code()),
                })
                .collect(),
        });
        let assertions =
            card.assertions.iter().filter(|assertion| assertion.on <= day).map(|assertion| AssertionJson {
                letter: assertion.letter.code(),
                answer: assertion.answer.code(),
                on: Day(assertion.on),
                recorded_at: instant(assertion.recorded_at),
                person: name_of(assertion.person),
                strength: assertion.strength.code(),
                note: given(&assertion.note),
            });
        let moves = card.moves.iter().filter(|change| change.on <= day).map(|change| MoveJson {
            from: change.from.map(Choice::code),
            to: change.to.code(),
            on: Day(change.on),
            recorded_at: instant(change.recorded_at),
            reason: change.reason.map(|reason| reason.code()),
            note: given(&change.note),
            amount: change.amount.map(money::format),
            product: given(&change.product),
            contributing: change.parting.contributing.iter().map(|reason| reason.code()).collect(),
            historic_value: change.parting.historic_value.map(money::format),
            open_receivables: change.parting.receivables.map(money::format),
            second_lifetime_value: change.parting.second_life.map(money::format),
            recoverable: change.recoverable.code(),
            competitor: given(&change.rival),
            offer: given(&change.offer),
            cost: change.cost.map(money::format),
            circumstances: CircumstancesJson::of(change),
        });
        let assessments =
            card.assessments.iter().filter(|assessment| assessment.on <= day).map(|assessment| {
                AssessmentJson {
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
                }
            });
        HistoryJson {
            contacts: contacts.collect(),
            assertions: assertions.collect(),
            moves: moves.collect(),
            assessments: assessments.collect(),
            warning: WarningJson::of(card, day, policies),
        }
    }
}
