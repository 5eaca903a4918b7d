//! When cards are due, told in tables.

use super::*;
use crate::domain::channel::Channel;
use crate::domain::contact::Contact;
use crate::domain::position::Move;
use crate::domain::specimen::{change, contact, day, next_action, nth_day, unknown_prospect};
use crate::domain::tier::Tier;
use crate::domain::when::LAST_DAY;

/// A card as the tables below draw it: contacts by day of the year, on day 100.
struct Case {
    position: Position,
    class: Class,
    contacts: Vec<Contact>,
    next: Option<NextAction>,
}

fn prospect(class: Class) -> Case {
    Case { position: Position::Potential, class, contacts: Vec::new(), next: None }
}

impl Case {
    fn talked(mut self, days: u64) -> Case {
        self.contacts.push(contact(self.next_id(), nth_day(days), ContactKind::Phone, &[]));
        self
    }

    fn missed(mut self, days: u64) -> Case {
        let outcomes = [Outcome::NotReached];
        self.contacts.push(contact(self.next_id(), nth_day(days), ContactKind::Phone, &outcomes));
        self
    }

    fn had(mut self, days: u64, kind: ContactKind, outcomes: &[Outcome]) -> Case {
        self.contacts.push(contact(self.next_id(), nth_day(days), kind, outcomes));
        self
    }

    fn agreed(self, days: u64) -> Case {
        Case { next: Some(next_action(nth_day(days))), ..self }
    }

    fn at(self, position: Position) -> Case {
        Case { position, ..self }
    }

    fn next_id(&self) -> i64 {
        self.contacts.len() as i64
    }

    /// Day of the year on which it is due, and why.
    fn due(&self) -> Option<(i64, DueReason)> {
        self.due_with(&[])
    }

    fn due_with(&self, moves: &[Move]) -> Option<(i64, DueReason)> {
        let facts =
            Facts { contacts: &self.contacts, next_action: self.next.as_ref(), moves, ..unknown_prospect() };
        let policy = FollowUpPolicy::default();
        let due = due(&facts, self.position, self.class, nth_day(100), &policy)?;
        Some(((due.on - nth_day(0)).num_days(), due.reason))
    }
}

#[test]
fn each_class_has_its_interval() {
    for (class, expected) in [
        (Class::Ideal, Some(57)),
        (Class::FindAuthority, Some(64)),
        (Class::Investigate, Some(64)),
        (Class::AwakenNeed, Some(71)),
        (Class::Finance, Some(80)),
        (Class::Nurture, Some(110)),
        (Class::Stop, None),
    ] {
        let expected = expected.map(|days| (days, DueReason::ClassInterval));
        assert_eq!(prospect(class).talked(50).due(), expected, "{class:?}");
    }
}

#[test]
fn each_position_has_its_rhythm() {
    for (position, expected) in [
        (Position::Drift, None),
        (Position::Potential, Some((57, DueReason::ClassInterval))),
        (Position::Target, Some((57, DueReason::ClassInterval))),
        (Position::Actual, Some((57, DueReason::ClassInterval))),
        (Position::Lost, Some((140, DueReason::WinBack))),
        (Position::Non, None),
    ] {
        assert_eq!(prospect(Class::Ideal).talked(50).at(position).due(), expected, "{position:?}");
    }
}

#[test]
fn a_customer_whose_next_order_is_in_sight_is_due_by_the_shorter_interval() {
    let contacts = prospect(Class::Ideal).talked(50).contacts;
    for (class, tier, expected) in [
        (Class::Ideal, Some(Tier::Key), (57, DueReason::ClassInterval)),
        (Class::FindAuthority, Some(Tier::Key), (64, DueReason::CustomerInterval)),
        (Class::FindAuthority, Some(Tier::Develop), (64, DueReason::ClassInterval)),
        (Class::AwakenNeed, Some(Tier::Key), (64, DueReason::CustomerInterval)),
        (Class::AwakenNeed, None, (71, DueReason::ClassInterval)),
        (Class::Finance, Some(Tier::Opportunity), (170, DueReason::CustomerInterval)),
        (Class::Investigate, Some(Tier::Maintain), (110, DueReason::CustomerInterval)),
        (Class::Nurture, Some(Tier::Opportunity), (170, DueReason::CustomerInterval)),
    ] {
        let facts = Facts { contacts: &contacts, tier, ..unknown_prospect() };
        let due = due(&facts, Position::Actual, class, nth_day(100), &FollowUpPolicy::default());
        let told = due.map(|due| ((due.on - nth_day(0)).num_days(), due.reason));
        assert_eq!(told, Some(expected), "{class:?} {tier:?}");
    }
}

#[test]
fn a_customer_worth_more_is_due_sooner() {
    let contacts = prospect(Class::Nurture).talked(50).contacts;
    for (tier, cadence, expected) in [
        (None, None, 110),
        (Some(Tier::Key), None, 64),
        (Some(Tier::Develop), None, 80),
        (Some(Tier::Maintain), None, 110),
        (Some(Tier::Opportunity), None, 170),
        // The card's own interval comes before that of its tier.
        (Some(Tier::Key), Some(5), 55),
    ] {
        let facts = Facts { contacts: &contacts, tier, cadence, ..unknown_prospect() };
        let due = due(&facts, Position::Actual, Class::Nurture, nth_day(100), &FollowUpPolicy::default());
        assert_eq!(due.map(|due| due.on), Some(nth_day(expected)), "{tier:?} {cadence:?}");
    }
}

#[test]
fn who_is_lost_for_good_is_due_by_agreement_only() {
    for (recoverable, expected) in [
        (Answer::Yes, Some((140, DueReason::WinBack))),
        (Answer::Unknown, Some((140, DueReason::WinBack))),
        (Answer::No, None),
    ] {
        let lost = [Move { recoverable, ..change(1, nth_day(60), Position::Lost) }];
        let case = || prospect(Class::Ideal).talked(50).at(Position::Lost);
        assert_eq!(case().due_with(&lost), expected, "{recoverable:?}");
        let agreed = case().agreed(120);
        assert_eq!(agreed.due_with(&lost), Some((120, DueReason::NextAction)), "{recoverable:?}");
        // Who was not reached is tried again, whatever was agreed upon before.
        let missed = case().agreed(88).missed(90);
        assert_eq!(missed.due_with(&lost), Some((93, DueReason::Retry)), "{recoverable:?}");
    }
    let lost = [Move { recoverable: Answer::No, ..change(1, nth_day(60), Position::Lost) }];
    let case = || prospect(Class::Ideal).talked(50).at(Position::Lost);
    for (case, expected) in [
        (case().missed(60), None),
        (case().agreed(66).missed(60), Some((66, DueReason::NextAction))),
        (case().missed(60).missed(63).missed(70).missed(84), None),
        (case().agreed(55).missed(60).missed(63).missed(70).missed(84), Some((55, DueReason::NextAction))),
    ] {
        assert_eq!(case.due_with(&lost), expected);
    }
}

#[test]
fn an_agreed_next_action_comes_before_any_interval() {
    let ideal = || prospect(Class::Ideal);
    for (case, expected) in [
        (ideal().talked(50).agreed(183), Some((183, DueReason::NextAction))),
        (ideal().agreed(20), Some((20, DueReason::NextAction))),
        (ideal().agreed(20).at(Position::Drift), None),
        (prospect(Class::Stop).agreed(20), None),
    ] {
        assert_eq!(case.due(), expected);
    }
}

#[test]
fn a_card_without_a_word_from_the_customer_is_due_after_three_days() {
    for case in [
        prospect(Class::Investigate),
        prospect(Class::Investigate).had(50, ContactKind::Mail, &[]),
        prospect(Class::Investigate).had(50, ContactKind::Phone, &[Outcome::WrongPerson]),
        prospect(Class::Investigate).talked(101),
    ] {
        assert_eq!(case.due(), Some((3, DueReason::NeverContacted)));
    }
}

#[test]
fn attempts_put_the_day_off_further_each_time() {
    let ideal = || prospect(Class::Ideal).talked(20);
    for (case, expected) in [
        (ideal().missed(30), (33, DueReason::Retry)),
        (ideal().missed(30).missed(33), (40, DueReason::Retry)),
        (ideal().missed(30).missed(33).missed(40), (54, DueReason::Retry)),
        (ideal().missed(30).missed(33).missed(40).missed(54), (61, DueReason::ClassInterval)),
        // A word from the customer ends the row.
        (ideal().missed(30).missed(33).talked(40), (47, DueReason::ClassInterval)),
        (ideal().missed(30).talked(40).missed(45), (48, DueReason::Retry)),
        // Mail in between neither counts nor ends it.
        (ideal().missed(30).had(31, ContactKind::Mail, &[]).missed(33), (40, DueReason::Retry)),
        // The later of the next action and the retry.
        (ideal().agreed(29).missed(30), (33, DueReason::Retry)),
        (ideal().agreed(50).missed(30), (50, DueReason::NextAction)),
        (ideal().agreed(33).missed(30), (33, DueReason::Retry)),
        // All retries used up: only a next action still ahead of the last attempt counts.
        (ideal().agreed(29).missed(30).missed(33).missed(40).missed(54), (61, DueReason::ClassInterval)),
        (ideal().agreed(56).missed(30).missed(33).missed(40).missed(54), (56, DueReason::NextAction)),
    ] {
        assert_eq!(case.due(), Some(expected));
    }
}

#[test]
fn nobody_is_due_who_asked_not_to_be_contacted() {
    let refused = || prospect(Class::Ideal).had(50, ContactKind::Phone, &[Outcome::DoNotContact]);
    for (case, expected) in [
        (refused(), None),
        (refused().agreed(60), None),
        (refused().missed(60), None),
        (refused().had(60, ContactKind::Mail, &[]), None),
        (refused().talked(60), Some((67, DueReason::ClassInterval))),
    ] {
        assert_eq!(case.due(), expected);
    }
}

#[test]
fn a_prospects_enquiry_is_due_at_once() {
    let asked = |kind| prospect(Class::Ideal).talked(20).had(50, kind, &[]);
    for (case, expected) in [
        (asked(ContactKind::Enquiry), (50, DueReason::Enquiry)),
        (asked(ContactKind::PhoneIn), (50, DueReason::Enquiry)),
        (asked(ContactKind::Phone), (57, DueReason::ClassInterval)),
        (asked(ContactKind::Enquiry).at(Position::Actual), (57, DueReason::ClassInterval)),
        (asked(ContactKind::Enquiry).agreed(55), (55, DueReason::NextAction)),
        (asked(ContactKind::Enquiry).had(51, ContactKind::Mail, &[]), (57, DueReason::ClassInterval)),
        (asked(ContactKind::Enquiry).missed(51), (54, DueReason::Retry)),
    ] {
        assert_eq!(case.due(), Some(expected));
    }
}

#[test]
fn who_came_by_an_enquiry_is_due_at_once_until_it_is_answered() {
    let answered = [contact(1, nth_day(2), ContactKind::Mail, &[])];
    for (channel, contacts, position, expected) in [
        (Channel::Web, &[][..], Position::Potential, (0, DueReason::Enquiry)),
        (Channel::Advert, &[], Position::Target, (0, DueReason::Enquiry)),
        (Channel::Web, &answered, Position::Potential, (3, DueReason::NeverContacted)),
        (Channel::Web, &[], Position::Actual, (3, DueReason::NeverContacted)),
        (Channel::Phone, &[], Position::Potential, (3, DueReason::NeverContacted)),
        (Channel::Shop, &[], Position::Potential, (3, DueReason::NeverContacted)),
    ] {
        let facts = Facts { channel: Some(channel), contacts, ..unknown_prospect() };
        let due = due(&facts, position, Class::Investigate, nth_day(100), &FollowUpPolicy::default());
        let told = due.map(|due| ((due.on - nth_day(0)).num_days(), due.reason));
        assert_eq!(told, Some(expected), "{channel:?} {position:?}");
    }
}

#[test]
fn the_end_of_the_calendar_is_no_fault() {
    let last = contact(1, day("9999-12-20"), ContactKind::Visit, &[]);
    let facts = Facts { contacts: &[last], ..unknown_prospect() };
    let due = due(&facts, Position::Actual, Class::Nurture, LAST_DAY, &FollowUpPolicy::default());
    assert_eq!(due.map(|due| due.on), Some(LAST_DAY));
    assert_eq!(last_two_way(facts.contacts, day("2026-01-01")), None);
}
