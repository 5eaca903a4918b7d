//! Signals that a customer may be about to leave, as far as the contacts and people of a card show them.
//! Loss is seldom announced.

use chrono::{Days, NaiveDate};

use super::card::Card;
use super::choice::choices;
use super::contact::{Contact, Exchange, Outcome};
use super::person::Role;

/// Two complaints within so many days are a signal.
const COMPLAINT_DAYS: u64 = 90;
/// So many attempts in a row that reached nobody are one.
const UNANSWERED: usize = 3;

choices! {
    /// A signal.
    pub enum Signal {
        Complaints = "complaints", ["two complaints in 90 days", "九十天内两次投诉", "九十天內兩次投訴"];
        PersonLeft = "person-left", ["decider or champion left", "决策人或支持者离开", "決策者或支持者離開"];
        Unanswered = "unanswered", ["three contacts unanswered", "连续三次没有回应", "連續三次沒有回應"];
    }
}

/// The signals of a card on a day, each with the day it began.
pub fn signals(card: &Card, day: NaiveDate) -> Vec<(Signal, NaiveDate)> {
    let mut contacts: Vec<&Contact> = card.contacts.iter().filter(|contact| contact.on <= day).collect();
    contacts.sort_by_key(|contact| contact.moment());
    let found = [
        (Signal::Complaints, complaints(&contacts, day)),
        (Signal::PersonLeft, person_left(card, day)),
        (Signal::Unanswered, unanswered(&contacts)),
    ];
    found.into_iter().filter_map(|(signal, began)| Some((signal, began?))).collect()
}

fn complaints(contacts: &[&Contact], day: NaiveDate) -> Option<NaiveDate> {
    let since = day.checked_sub_days(Days::new(COMPLAINT_DAYS))?;
    let told =
        |contact: &&&Contact| contact.on > since && contact.outcomes.contains(&Outcome::ComplaintOpened);
    contacts.iter().filter(told).nth(1).map(|second| second.on)
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

fn unanswered(contacts: &[&Contact]) -> Option<NaiveDate> {
    let last = contacts.iter().rposition(|contact| contact.exchange() == Exchange::TwoWay);
    let tail = &contacts[last.map_or(0, |last| last + 1)..];
    tail.iter().filter(|contact| contact.is_failed_attempt()).nth(UNANSWERED - 1).map(|third| third.on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::ContactKind;
    use crate::domain::party::Party;
    use crate::domain::person::Person;
    use crate::domain::specimen::{card, contact, day, person};

    fn told(contacts: &[(&str, Outcome)], on: &str) -> Vec<(Signal, String)> {
        let mut card = card(Party::Organisation, Vec::new());
        card.contacts = (1..)
            .zip(contacts)
            .map(|(id, (on, outcome))| contact(id, day(on), ContactKind::Phone, &[*outcome]))
            .collect();
        signals(&card, day(on)).into_iter().map(|(signal, began)| (signal, began.to_string())).collect()
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

    #[test]
    fn who_decided_and_left_is_a_signal_until_somebody_else_decides() {
        let left = Person { to: Some(day("2026-06-01")), ..person(1, "周立", &[Role::Decider]) };
        let mut card = card(Party::Organisation, vec![left]);
        assert_eq!(signals(&card, day("2026-06-01")), []);
        assert_eq!(signals(&card, day("2026-06-02")), [(Signal::PersonLeft, day("2026-06-01"))]);
        card.people.push(person(2, "陈敏", &[Role::Decider]));
        assert_eq!(signals(&card, day("2026-06-02")), []);
    }
}
