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
