//! The pre-visit sheet: what to know and what to ask before speaking to a customer again.
//!
//! It selects; how it is said and laid out is another matter.

use chrono::NaiveDate;

use super::agenda::{Entry, Matter};
use super::card::Card;
use super::choice::choices;
use super::contact::{Contact, Exchange, Outcome, Promise};
use super::detail::Detail;
use super::early_warning::{Signal, signals};
use super::field::{CATALOGUE, CardView, Field, built_in};
use super::man::assertion::{Answer, Letter};
use super::person::Person;
use super::policy::Policies;
use super::proposal::{Proposal, proposal};
use super::standing::{Standing, main_person};

/// How many contacts are shown.
const LAST_CONTACTS: usize = 3;

/// Fields by the block they stand in, where the card has them.
pub const BUSINESS: &[&str] = &[
    "motive",
    "yearly_demand",
    "yearly_quantity",
    "buying_frequency",
    "buying_way",
    "suppliers",
    "goal",
    "goal_date",
];
/// Records of the business: what they need and use, have from us and wait for.
pub const BUSINESS_RECORDS: &[&str] = &["need", "product", "owned", "wish"];
/// Money that is known.
pub const MONEY: &[&str] = &["budget", "budget_period", "funding", "goal_amount"];
/// What is known of the rival.
pub const RIVAL: &[&str] = &["main_competitor", "rival_relation", "our_answer"];

/// Records of the rival.
pub const RIVAL_RECORDS: &[&str] = &["competitor"];

/// The lines one writes oneself before a visit; fields of the card.
pub const PREPARED: &[&str] =
    &["visit_objective", "visit_minimum", "visit_questions", "visit_objections", "visit_bring"];

choices! {
    /// What a first, second, later visit is usually for: knowing somebody takes its time. A hint only.
    pub enum Step {
        GetKnown = "get-known", ["get known, ask for the need", "先认识，问需求", "先認識，問需求"];
        NeedsAndRoles = "needs-and-roles", ["needs, and who plays which part", "问清需求和各人角色", "問清需求和各人角色"];
        Demonstrate = "demonstrate", ["demonstrate, ask how it is paid for", "演示，问资金", "演示，問資金"];
        Propose = "propose", ["propose", "提方案", "提方案"];
    }
}

impl Step {
    /// By the number of earlier two-way contacts.
    pub fn after(two_way: usize) -> Step {
        match two_way {
            0 => Step::GetKnown,
            1 | 2 => Step::NeedsAndRoles,
            3 | 4 => Step::Demonstrate,
            _ => Step::Propose,
        }
    }
}

/// A question about a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The letter.
    pub letter: Letter,
    /// What was said before it grew too old to count; `None`: never said.
    pub said: Option<(Answer, NaiveDate)>,
}

/// The sheet of a card for a day.
#[derive(Debug, Clone)]
pub struct Brief<'card> {
    /// The card.
    pub card: &'card Card,
    /// Its standing on the day.
    pub standing: &'card Standing,
    /// Why it is on the list of the day.
    pub reasons: &'card [Entry],
    /// Who is there, the one to speak to first.
    pub people: Vec<&'card Person>,
    /// The last contacts, newest first.
    pub last: Vec<&'card Contact>,
    /// Promises that are open, the earliest due first.
    pub promises: Vec<&'card Promise>,
    /// Complaints that were opened and not solved since.
    pub complaints: Vec<&'card Contact>,
    /// What is to be asked: every letter that is unknown or too old to count.
    pub questions: Vec<Question>,
    /// The position its history suggests.
    pub proposal: Option<Proposal>,
    /// Signals that the customer may be about to leave, each with the day it began.
    pub signals: Vec<(Signal, NaiveDate)>,
    /// What the next visit is usually for.
    pub step: Step,
    /// Fields the card is begun with that are still empty, the most telling first.
    pub gaps: Vec<&'static Field>,
    /// How much is ready: own lines written and first fields filled, in percent.
    pub readiness: u8,
}

/// The sheet of a card for a day.
pub fn brief<'card>(
    card: &'card Card,
    standing: &'card Standing,
    reasons: &'card [Entry],
    day: NaiveDate,
    policies: &Policies,
) -> Brief<'card> {
    let past: Vec<&Contact> = card.contacts.iter().filter(|contact| contact.on <= day).collect();
    let mut promises: Vec<&Promise> =
        past.iter().flat_map(|contact| &contact.promises).filter(|promise| promise.is_open(day)).collect();
    promises.sort_by_key(|promise| promise.due_on.unwrap_or(NaiveDate::MAX));
    let two_way = past.iter().filter(|contact| contact.exchange() == Exchange::TwoWay).count();
    let first: Vec<&'static Field> = first_fields(card, standing).collect();
    let mut gaps: Vec<&'static Field> =
        first.iter().copied().filter(|field| card.field_texts(field.key).is_empty()).collect();
    let order = CardView::of(standing.position).order();
    // A stable sort: inside a group the order of the table stays.
    gaps.sort_by_key(|field| order.iter().position(|group| *group == field.group));
    let written = PREPARED.iter().filter(|key| card.values.contains_key(**key)).count();
    Brief {
        card,
        standing,
        reasons,
        people: people(card, day),
        complaints: unsolved(&past),
        last: newest(&past).into_iter().take(LAST_CONTACTS).collect(),
        promises,
        questions: questions(standing),
        proposal: proposal(card, standing, day, &policies.follow_up),
        signals: signals(card, day, policies),
        step: Step::after(two_way),
        readiness: percent(written + first.len() - gaps.len(), PREPARED.len() + first.len()),
        gaps,
    }
}

impl Brief<'_> {
    /// The value of an own line; empty while it is not written.
    pub fn prepared(&self, key: &str) -> String {
        self.card.field_texts(key).join("\n")
    }

    /// Anniversaries near, out of the reasons.
    pub fn anniversaries(&self) -> impl Iterator<Item = &Entry> {
        self.reasons.iter().filter(|entry| entry.matter == Matter::Anniversary)
    }

    /// Records of a block.
    pub fn records(&self, groups: &'static [&'static str]) -> impl Iterator<Item = &Detail> {
        let of =
            |group: &'static str| self.card.details.iter().filter(move |detail| detail.group.key == group);
        groups.iter().copied().flat_map(of)
    }

    /// Fields of a block that have a value.
    pub fn fields(&self, keys: &'static [&'static str]) -> impl Iterator<Item = &'static Field> {
        keys.iter().filter(|key| !self.card.field_texts(key).is_empty()).filter_map(|key| built_in(key))
    }
}

/// The fields that the card's view shows first, for its party.
fn first_fields<'a>(card: &'a Card, standing: &Standing) -> impl Iterator<Item = &'static Field> + 'a {
    let view = CardView::of(standing.position);
    CATALOGUE.iter().filter(move |field| {
        field.first.contains(&view)
            && field.party.is_none_or(|party| party == card.party)
            && field.sensitive.is_none()
    })
}

fn people(card: &Card, day: NaiveDate) -> Vec<&Person> {
    let main = main_person(&card.people, day);
    let others = card.people.iter().filter(|person| person.present_on(day));
    let others = others.filter(|person| main.is_none_or(|main| main.id != person.id));
    main.into_iter().chain(others).collect()
}

fn newest<'card>(contacts: &[&'card Contact]) -> Vec<&'card Contact> {
    let mut newest = contacts.to_vec();
    newest.sort_by_key(|contact| std::cmp::Reverse(contact.moment()));
    newest
}

/// Complaints opened after the last one was solved, oldest first.
fn unsolved<'card>(contacts: &[&'card Contact]) -> Vec<&'card Contact> {
    let told = |outcome: Outcome| {
        contacts.iter().copied().filter(move |contact| contact.outcomes.contains(&outcome))
    };
    let solved = told(Outcome::ComplaintSolved).map(Contact::moment).max();
    let mut open: Vec<&Contact> = told(Outcome::ComplaintOpened)
        .filter(|contact| solved.is_none_or(|solved| contact.moment() > solved))
        .collect();
    open.sort_by_key(|contact| contact.moment());
    open
}

/// The letter to ask for first, then the others in their order.
fn questions(standing: &Standing) -> Vec<Question> {
    let mut open: Vec<Question> = [Letter::Money, Letter::Authority, Letter::Need]
        .into_iter()
        .filter_map(|letter| {
            let state = standing.letters.get(letter);
            let said = state.evidence.filter(|_| state.stale).map(|evidence| (evidence.answer, evidence.on));
            (state.answer == Answer::Unknown || state.stale).then_some(Question { letter, said })
        })
        .collect();
    open.sort_by_key(|question| standing.ask != Some(question.letter));
    open
}

fn percent(part: usize, whole: usize) -> u8 {
    u8::try_from(part * 100 / whole.max(1)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::{ContactKind, PromiseBy};
    use crate::domain::party::Party;
    use crate::domain::specimen::{PrintingHouse, card, contact, day};
    use crate::domain::standing::fold;

    fn printing_house() -> Card {
        let PrintingHouse { people, assertions, contacts } = PrintingHouse::new();
        Card { assertions, contacts, ..card(Party::Organisation, people) }
    }

    fn on<T>(card: &Card, on: &str, look: impl FnOnce(&Brief<'_>) -> T) -> T {
        let standing = fold(card, day(on), &Policies::default());
        look(&brief(card, &standing, &[], day(on), &Policies::default()))
    }

    #[test]
    fn who_decides_is_named_first_and_the_last_three_contacts_are_shown() {
        let house = printing_house();
        on(&house, "2026-06-30", |brief| {
            let names: Vec<&str> = brief.people.iter().map(|person| person.name.as_str()).collect();
            assert_eq!(names, ["周立", "陈敏"]);
            let days: Vec<String> = brief.last.iter().map(|contact| contact.on.to_string()).collect();
            assert_eq!(days, ["2026-06-09", "2026-04-22", "2026-03-18"]);
        });
    }

    #[test]
    fn every_unknown_or_old_letter_is_a_question_the_most_telling_first() {
        let house = printing_house();
        for (day, expected) in [("2026-06-30", ""), ("2026-01-15", "m"), ("2026-09-20", "nm")] {
            let letters: String = on(&house, day, |brief| {
                brief
                    .questions
                    .iter()
                    .map(|question| crate::domain::choice::Choice::code(question.letter))
                    .collect()
            });
            assert_eq!(letters, expected, "{day}");
        }
        let said = on(&house, "2026-09-20", |brief| brief.questions[0].said);
        assert_eq!(said, Some((Answer::Yes, day("2026-06-09"))));
    }

    #[test]
    fn a_visit_goes_one_step_further_than_the_one_before() {
        for (contacts, expected) in [
            (0, Step::GetKnown),
            (1, Step::NeedsAndRoles),
            (2, Step::NeedsAndRoles),
            (3, Step::Demonstrate),
            (4, Step::Demonstrate),
            (5, Step::Propose),
            (50, Step::Propose),
        ] {
            assert_eq!(Step::after(contacts), expected, "{contacts}");
        }
    }

    #[test]
    fn open_promises_and_unsolved_complaints_are_named() {
        let mut house = printing_house();
        let complaint = |id, on: &str, outcome| contact(id, day(on), ContactKind::Complaint, &[outcome]);
        house.contacts.push(complaint(6, "2026-05-01", Outcome::ComplaintOpened));
        house.contacts.push(complaint(7, "2026-05-03", Outcome::ComplaintSolved));
        house.contacts.push(complaint(8, "2026-06-01", Outcome::ComplaintOpened));
        house.contacts[4].promises = vec![
            Promise::open(PromiseBy::Us, "later", None),
            Promise::open(PromiseBy::Them, "sooner", Some(day("2026-07-01"))),
        ];
        on(&house, "2026-06-30", |brief| {
            let ids: Vec<i64> = brief.complaints.iter().map(|contact| contact.id.0).collect();
            assert_eq!(ids, [8]);
            let texts: Vec<&str> = brief.promises.iter().map(|promise| promise.text.as_str()).collect();
            assert_eq!(texts, ["sooner", "later"]);
        });
        on(&house, "2026-06-08", |brief| assert_eq!(brief.promises.len(), 0, "not promised yet"));
    }

    #[test]
    fn what_is_written_and_filled_makes_it_ready() {
        let mut house = printing_house();
        let before = on(&house, "2026-06-30", |brief| (brief.readiness, brief.gaps.len()));
        house.values.insert("visit_objective".into(), vec!["ask for the order".into()]);
        house.code = "HH-001".into();
        let after = on(&house, "2026-06-30", |brief| (brief.readiness, brief.gaps.len()));
        assert!(after.0 > before.0 && after.0 < 100, "{before:?} {after:?}");
    }
}
