//! Signals that a customer may be about to leave, as far as the contacts and people of a card show them.
//! Loss is seldom announced.

use chrono::{Days, NaiveDate};

use super::card::Card;
use super::choice::choices;
use super::company;
use super::contact::{Contact, ContactKind, Exchange, Outcome};
use super::detail::Detail;
use super::dormancy::dormant_from;
use super::person::Role;
use super::policy::{Policies, WarningPolicy};
use super::position::{Position, position_on};
use super::text::fold::fold;

choices! {
    /// How urgent it is, by the number of signals.
    pub enum Level {
        Watch = "watch", ["warning: watch", "预警：留意", "預警：留意"];
        Act = "act", ["warning: act", "预警：行动", "預警：行動"];
        Urgent = "urgent", ["warning: urgent", "预警：紧急", "預警：緊急"];
    }
}

impl Level {
    /// None without a signal; one asks to watch, two to act, more are urgent.
    pub fn of(signals: usize) -> Option<Level> {
        match signals {
            0 => None,
            1 => Some(Level::Watch),
            2 => Some(Level::Act),
            _ => Some(Level::Urgent),
        }
    }
}

choices! {
    /// A signal.
    pub enum Signal {
        Dormant = "dormant", ["no order for long", "久未下单", "久未下單"];
        Complaints = "complaints", ["one complaint after another", "接连投诉", "接連投訴"];
        PersonLeft = "person-left", ["decider or champion left", "决策人或支持者离开", "決策者或支持者離開"];
        Unsatisfied = "unsatisfied", ["not satisfied with what was done", "对处理不满意", "對處理不滿意"];
        ContractEnds = "contract-ends", ["contract about to end", "合同即将到期", "合約即將到期"];
        Rival = "rival", ["in touch with a competitor", "与竞争对手有接触", "與競爭對手有接觸"];
        Unanswered = "unanswered", ["no answer again and again", "一再没有回应", "一再沒有回應"];
    }
}

/// The signals of a card on a day, each with the day it began.
pub fn signals(card: &Card, day: NaiveDate, policies: &Policies) -> Vec<(Signal, NaiveDate)> {
    let policy = &policies.warning;
    let mut contacts: Vec<&Contact> = card.contacts.iter().filter(|contact| contact.on <= day).collect();
    contacts.sort_by_key(|contact| contact.moment());
    let found = [
        (Signal::Dormant, dormant(card, day, policies)),
        (Signal::Complaints, complaints(card, &contacts, day, policy)),
        (Signal::PersonLeft, person_left(card, day)),
        (Signal::Unsatisfied, unsatisfied(card, day, policy)),
        (Signal::ContractEnds, contract_ends(card, day, policy)),
        (Signal::Rival, rival(card, &contacts, day, policy)),
        (Signal::Unanswered, unanswered(&contacts, policy)),
    ];
    found.into_iter().filter_map(|(signal, began)| Some((signal, began?))).collect()
}

fn dormant(card: &Card, day: NaiveDate, policies: &Policies) -> Option<NaiveDate> {
    let is_customer = position_on(&card.moves, day).unwrap_or(card.position) == Position::Actual;
    dormant_from(&card.contacts, &card.moves, day, &policies.follow_up)
        .filter(|from| is_customer && *from <= day)
}

/// Complaints are told in contacts and kept as records; one of both on a day is one complaint.
fn complaints(
    card: &Card,
    contacts: &[&Contact],
    day: NaiveDate,
    policy: &WarningPolicy,
) -> Option<NaiveDate> {
    let since = day.checked_sub_days(Days::new(policy.complaint_days.into()))?;
    let is_told = |contact: &&&Contact| {
        let outcomes = &contact.outcomes;
        outcomes.contains(&Outcome::ComplaintOpened)
            || contact.kind == ContactKind::Complaint && !outcomes.contains(&Outcome::ComplaintSolved)
    };
    let mut days: Vec<NaiveDate> = contacts.iter().filter(is_told).map(|contact| contact.on).collect();
    let kept: Vec<NaiveDate> = complaint_records(card).filter_map(|record| of_part(record, "date")).collect();
    days.extend(kept.into_iter().filter(|on| !days.contains(on)).collect::<Vec<_>>());
    days.retain(|on| *on > since && *on <= day);
    days.sort_unstable();
    days.get(before_last(policy.complaints)).copied()
}

/// How many of a kind come before the one that makes the signal.
fn before_last(needed: u32) -> usize {
    needed.saturating_sub(1) as usize
}

/// The latest complaint that was settled left the customer little satisfied.
fn unsatisfied(card: &Card, day: NaiveDate, policy: &WarningPolicy) -> Option<NaiveDate> {
    let judged = complaint_records(card).filter_map(|record| {
        let points: u32 = record.text("satisfied").parse().ok()?;
        let on = of_part(record, "solved").or_else(|| of_part(record, "date")).filter(|on| *on <= day)?;
        Some((on, points))
    });
    judged.max().filter(|(_, points)| *points <= policy.unsatisfied).map(|(on, _)| on)
}

/// What a customer of ours has subscribed to ends soon; the first day of that notice.
fn contract_ends(card: &Card, day: NaiveDate, policy: &WarningPolicy) -> Option<NaiveDate> {
    let is_customer = position_on(&card.moves, day).unwrap_or(card.position) == Position::Actual;
    let notice = Days::new(policy.contract_ahead.into());
    let owned = card.details.iter().filter(|detail| is_customer && detail.group.key == "owned");
    let ends = owned.filter_map(|detail| of_part(detail, "subscription")).filter(|end| *end >= day);
    ends.filter_map(|end| end.checked_sub_days(notice)).filter(|from| *from <= day).min()
}

fn complaint_records(card: &Card) -> impl Iterator<Item = &Detail> {
    card.details.iter().filter(|detail| detail.group.key == "complaint")
}

fn of_part(record: &Detail, part: &str) -> Option<NaiveDate> {
    record.text(part).parse().ok()
}

/// Somebody who counted has left and nobody of that role is there.
fn person_left(card: &Card, day: NaiveDate) -> Option<NaiveDate> {
    let counts = |role: Role| {
        let there = card.people.iter().any(|person| person.roles.contains(&role) && person.present_on(day));
        let gone = card.people.iter().filter(|person| person.roles.contains(&role));
        let last = gone.filter_map(|person| person.to.filter(|to| *to < day)).max();
        last.filter(|_| !there)
    };
    [Role::Decider, Role::Champion].into_iter().filter_map(counts).min()
}

/// A contact of late with a customer of ours told of a competitor: that was said to have come of it, or what was said
/// names one of those that are recorded on the card.
fn rival(card: &Card, contacts: &[&Contact], day: NaiveDate, policy: &WarningPolicy) -> Option<NaiveDate> {
    if position_on(&card.moves, day).unwrap_or(card.position) != Position::Actual {
        return None;
    }
    let since = day.checked_sub_days(Days::new(policy.rival_days.into()))?;
    let rivals = rivals(card);
    let tells = |contact: &&&Contact| {
        contact.outcomes.contains(&Outcome::RivalInTalks)
            || !rivals.is_empty() && names_one(&contact.note, &rivals)
    };
    contacts.iter().filter(|contact| contact.on > since).find(tells).map(|contact| contact.on)
}

/// The competitors recorded on a card, by the names people say.
fn rivals(card: &Card) -> Vec<String> {
    let records = card.details.iter().filter(|detail| detail.group.key == "competitor");
    let names = records.flat_map(|record| record.values("name"));
    let said = names.chain(card.values.get("main_competitor").into_iter().flatten());
    said.filter_map(|name| company::said(name)).filter(|name| name.chars().nth(1).is_some()).collect()
}

/// What is longer is looked through up to here: bytes of a note.
const MOST_READ: usize = 1 << 14;

/// Whether one of some names stands in a note, as words of its own where they are written with blanks between them.
fn names_one(note: &str, names: &[String]) -> bool {
    let end = (0..=MOST_READ.min(note.len())).rev().find(|end| note.is_char_boundary(*end));
    let folded = fold(&note[..end.unwrap_or_default()]);
    names.iter().any(|name| folded.match_indices(name.as_str()).any(|(at, name)| is_apart(&folded, at, name)))
}

/// Whether no latin letter or digit goes on before or behind a piece of a text.
fn is_apart(text: &str, at: usize, piece: &str) -> bool {
    let goes_on = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let (before, after) = (text[..at].chars().next_back(), text[at + piece.len()..].chars().next());
    let (first, last) = (piece.chars().next(), piece.chars().next_back());
    let is_inside_a_word = |one, next| goes_on(one) && goes_on(next);
    !is_inside_a_word(before, first) && !is_inside_a_word(last, after)
}

fn unanswered(contacts: &[&Contact], policy: &WarningPolicy) -> Option<NaiveDate> {
    let last = contacts.iter().rposition(|contact| contact.exchange() == Exchange::TwoWay);
    let tail = &contacts[last.map_or(0, |last| last + 1)..];
    let mut tries = tail.iter().filter(|contact| contact.is_failed_attempt());
    tries.nth(before_last(policy.unanswered)).map(|last| last.on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::detail::DetailGroup;
    use crate::domain::id::{EntryId, Uid};
    use crate::domain::party::Party;
    use crate::domain::person::Person;
    use crate::domain::specimen::{card, contact, day, person};

    fn told(contacts: &[(&str, Outcome)], on: &str) -> Vec<(Signal, String)> {
        let mut card = card(Party::Organisation, Vec::new());
        card.contacts = (1..)
            .zip(contacts)
            .map(|(id, (on, outcome))| contact(id, day(on), ContactKind::Phone, &[*outcome]))
            .collect();
        signals(&card, day(on), &Policies::default())
            .into_iter()
            .map(|(signal, began)| (signal, began.to_string()))
            .collect()
    }

    #[test]
    fn complaints_and_silence_are_signals_from_the_day_they_add_up() {
        use Outcome::{ComplaintOpened, Interested, NotReached};
        for (contacts, on, expected) in [
            (vec![("2026-05-01", ComplaintOpened)], "2026-06-30", vec![]),
            (
                vec![("2026-05-01", ComplaintOpened), ("2026-06-01", ComplaintOpened)],
                "2026-06-30",
                vec![(Signal::Complaints, "2026-06-01".to_owned())],
            ),
            (vec![("2026-05-01", ComplaintOpened), ("2026-06-01", ComplaintOpened)], "2026-08-01", vec![]),
            (vec![("2026-05-01", NotReached), ("2026-05-02", NotReached)], "2026-06-30", vec![]),
            (
                vec![("2026-05-01", NotReached), ("2026-05-02", NotReached), ("2026-05-03", NotReached)],
                "2026-06-30",
                vec![(Signal::Unanswered, "2026-05-03".to_owned())],
            ),
            (
                vec![
                    ("2026-05-01", NotReached),
                    ("2026-05-02", NotReached),
                    ("2026-05-03", NotReached),
                    ("2026-05-04", Interested),
                ],
                "2026-06-30",
                vec![],
            ),
        ] {
            assert_eq!(told(&contacts, on), expected, "{contacts:?} {on}");
        }
    }

    fn at(on: &str, card: &Card) -> Vec<(Signal, NaiveDate)> {
        super::signals(card, day(on), &Policies::default())
    }

    #[test]
    fn a_complaint_of_two_kinds_on_a_day_is_one_and_how_it_was_settled_counts() {
        let mut card = card(Party::Individual, Vec::new());
        card.contacts = vec![contact(1, day("2026-06-01"), ContactKind::Complaint, &[])];
        let record = |on: &str, satisfied: &str| Detail {
            id: EntryId(1),
            uid: Uid::nil(),
            group: DetailGroup::with_key("complaint").unwrap(),
            person: None,
            parts: [("date", on), ("satisfied", satisfied)]
                .map(|(part, text)| (part.to_owned(), vec![text.to_owned()]))
                .into(),
        };
        card.details = vec![record("2026-06-01", "4")];
        assert_eq!(at("2026-06-30", &card), []);
        card.details.push(record("2026-06-10", "2"));
        let expected = [(Signal::Complaints, day("2026-06-10")), (Signal::Unsatisfied, day("2026-06-10"))];
        assert_eq!(at("2026-06-30", &card), expected);
    }

    #[test]
    fn a_contract_about_to_end_is_a_signal_while_it_runs() {
        let mut card = card(Party::Individual, Vec::new());
        card.details = vec![Detail {
            id: EntryId(1),
            uid: Uid::nil(),
            group: DetailGroup::with_key("owned").unwrap(),
            person: None,
            parts: [("subscription".to_owned(), vec!["2026-08-29".to_owned()])].into(),
        }];
        assert_eq!(at("2026-07-01", &card), [], "no customer of ours");
        card.position = Position::Actual;
        let signal = [(Signal::ContractEnds, day("2026-06-30"))];
        for (on, expected) in
            [("2026-06-29", &[][..]), ("2026-06-30", &signal), ("2026-08-29", &signal), ("2026-08-30", &[])]
        {
            assert_eq!(at(on, &card), expected, "{on}");
        }
    }

    #[test]
    fn a_customer_who_stopped_ordering_is_a_signal() {
        let mut card = card(Party::Individual, Vec::new());
        card.contacts = vec![contact(1, day("2026-01-01"), ContactKind::Phone, &[Outcome::Order])];
        assert_eq!(at("2026-07-01", &card), [], "no customer of ours");
        card.position = Position::Actual;
        assert_eq!(at("2026-06-30", &card), []);
        assert_eq!(at("2026-07-01", &card), [(Signal::Dormant, day("2026-07-01"))]);
    }

    #[test]
    fn a_contact_of_late_that_tells_of_a_competitor_is_a_signal_of_a_customer() {
        let mut card = card(Party::Organisation, Vec::new());
        let record = |name: &str| Detail {
            id: EntryId(1),
            uid: Uid::nil(),
            group: DetailGroup::with_key("competitor").unwrap(),
            person: None,
            parts: [("name".to_owned(), vec![name.to_owned()])].into(),
        };
        card.details = vec![record("HP Paper Ltd"), record("红星造纸有限公司")];
        let mut told = |note: &str, outcomes: &[Outcome], position: Position, on: &str| {
            card.position = position;
            card.contacts = vec![Contact {
                note: note.to_owned(),
                ..contact(1, day("2026-06-01"), ContactKind::Phone, outcomes)
            }];
            at(on, &card)
        };
        let signal = [(Signal::Rival, day("2026-06-01"))];
        let actual = Position::Actual;
        for (note, outcomes, expected) in [
            ("they asked hp paper, 5 % less", &[][..], &signal[..]),
            ("红星造纸来过，便宜", &[], &signal),
            ("needs a graph paper", &[], &[]),
            ("shp papers", &[], &[]),
            ("", &[Outcome::RivalInTalks], &signal),
        ] {
            assert_eq!(told(note, outcomes, actual, "2026-06-30"), expected, "{note}");
        }
        assert_eq!(told("红星造纸", &[], Position::Target, "2026-06-30"), [], "no customer of ours");
        assert_eq!(told("红星造纸", &[], actual, "2026-08-29"), signal);
        assert_eq!(told("红星造纸", &[], actual, "2026-08-30"), []);
        let long = format!("{}红星造纸", "字".repeat(MOST_READ));
        assert_eq!(told(&long, &[], actual, "2026-06-30"), [], "read up to a bound");
    }

    #[test]
    fn more_signals_are_more_urgent() {
        let levels = [0, 1, 2, 3, 4].map(Level::of);
        let urgent = Some(Level::Urgent);
        assert_eq!(levels, [None, Some(Level::Watch), Some(Level::Act), urgent, urgent]);
    }

    #[test]
    fn who_decided_and_left_is_a_signal_until_somebody_else_decides() {
        let left = Person { to: Some(day("2026-06-01")), ..person(1, "周立", &[Role::Decider]) };
        let mut card = card(Party::Organisation, vec![left]);
        assert_eq!(at("2026-06-01", &card), []);
        assert_eq!(at("2026-06-02", &card), [(Signal::PersonLeft, day("2026-06-01"))]);
        card.people.push(person(2, "陈敏", &[Role::Decider]));
        assert_eq!(at("2026-06-02", &card), []);
    }
}
