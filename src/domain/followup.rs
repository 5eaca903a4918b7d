//! Follow-up: when a card is due, and why.

use chrono::NaiveDate;

use super::choice::choices;
use super::contact::{Contact, ContactKind, Exchange, NextAction, Outcome};
use super::dormancy::dormant_from;
use super::man::assertion::Answer;
use super::man::class::Class;
use super::policy::FollowUpPolicy;
use super::position::{Position, move_on};
use super::standing::{Facts, Introduction};
use super::when::days_after;

choices! {
    /// Why a card is due on its day.
    pub enum DueReason {
        NextAction = "next-action", ["next action", "下一步", "下一步"];
        Appointment = "appointment", ["appointment", "约定会面", "約定會面"];
        Enquiry = "enquiry", ["enquiry to answer", "咨询待复", "諮詢待回覆"];
        Retry = "retry", ["try again", "再次联系", "再次聯絡"];
        NeverContacted = "never-contacted", ["never contacted", "从未联系", "從未聯絡"];
        ClassInterval = "class-interval", ["follow-up by class", "按类别跟进", "按類別跟進"];
        CustomerInterval = "customer-interval", ["customer care", "客户维护", "客戶維護"];
        Dormant = "dormant", ["no order for long", "久未下单", "久未下單"];
        WinBack = "win-back", ["win back", "挽回", "挽回"];
    }
}

/// The day on which a card is due, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub on: NaiveDate,
    /// Why then.
    pub reason: DueReason,
}

/// The latest contact until a day in which both sides were heard.
pub fn last_two_way(contacts: &[Contact], day: NaiveDate) -> Option<&Contact> {
    contacts
        .iter()
        .filter(|contact| contact.on <= day && contact.exchange() == Exchange::TwoWay)
        .max_by_key(|contact| contact.moment())
}

/// When and why the card is due, as known on a day; `None`: never.
///
/// Never due are drift and non-customers, class stop, and who asked not to be contacted and was not
/// heard since. Else the next action agreed upon counts; without one, an interval from the last
/// two-way contact: the card's own, where it has one. Attempts that reached nobody put it off, each row of them a little further; when
/// all retries are used up, the interval counts from the last attempt.
pub fn due(
    facts: &Facts<'_>,
    position: Position,
    class: Class,
    day: NaiveDate,
    policy: &FollowUpPolicy,
) -> Option<Due> {
    let last = last_two_way(facts.contacts, day);
    let unwanted = last.is_some_and(|contact| contact.outcomes.contains(&Outcome::DoNotContact));
    if class == Class::Stop || unwanted {
        return None;
    }
    let agreed = facts.next_action.map(|next| Due { on: next.on, reason: agreed_reason(next) });
    let rhythm = match position {
        Position::Drift | Position::Non => return None,
        Position::Potential | Position::Target => {
            policy.by_class.days(class).map(|days| (days, DueReason::ClassInterval))
        }
        Position::Actual => {
            let dormant =
                dormant_from(facts.contacts, facts.moves, day, policy).is_some_and(|from| from <= day);
            let as_customer = if dormant {
                (policy.dormant, DueReason::Dormant)
            } else {
                let days = facts.tier.map_or(policy.customer, |tier| policy.by_tier.days(tier));
                (days, DueReason::CustomerInterval)
            };
            let as_prospect = in_sight(class, policy).map(|days| (days, DueReason::ClassInterval));
            Some(as_prospect.filter(|(days, _)| *days < as_customer.0).unwrap_or(as_customer))
        }
        Position::Lost => recoverable(facts, day).then_some((policy.lost_recoverable, DueReason::WinBack)),
    };
    let Some((usual, reason)) = rhythm else { return agreed };
    let interval = facts.cadence.unwrap_or(usual);

    let attempts = failed_attempts(facts.contacts, last, day);
    if let Some((count, latest)) = attempts {
        let put_off = match count.checked_sub(1).and_then(|row| policy.retries.get(row)) {
            Some(&days) => Due { on: days_after(latest, days), reason: DueReason::Retry },
            None => Due { on: days_after(latest, interval), reason },
        };
        let retries_left = put_off.reason == DueReason::Retry;
        return Some(match agreed {
            Some(agreed) if retries_left && agreed.on > put_off.on => agreed,
            Some(agreed) if !retries_left && agreed.on > latest => agreed,
            _ => put_off,
        });
    }
    agreed.or_else(|| enquiry(facts, position, day, policy)).or_else(|| {
        Some(match last {
            Some(contact) => Due { on: days_after(contact.on, interval), reason },
            None => Due {
                on: days_after(facts.added_on, policy.never_contacted),
                reason: DueReason::NeverContacted,
            },
        })
    })
}

/// The interval of a class in which a next order of a customer is in sight: it can be asked for, or one step is
/// missing.
fn in_sight(class: Class, policy: &FollowUpPolicy) -> Option<u32> {
    match class {
        Class::Ideal | Class::FindAuthority | Class::AwakenNeed => policy.by_class.days(class),
        Class::Finance | Class::Nurture | Class::Stop | Class::Investigate => None,
    }
}

/// Whether a next action is an appointment, or something we do for ourselves.
fn agreed_reason(next: &NextAction) -> DueReason {
    match next.kind {
        Some(kind) if kind.is_meeting() => DueReason::Appointment,
        _ => DueReason::NextAction,
    }
}

/// When a card that is never due is to be looked at again: a long time after the last thing that happened
/// with it. `None` for cards that are due by a rule, or in no relation to us.
pub fn review(
    facts: &Facts<'_>,
    position: Position,
    due: Option<Due>,
    day: NaiveDate,
    policy: &FollowUpPolicy,
) -> Option<NaiveDate> {
    let of_interest = matches!(position, Position::Potential | Position::Target | Position::Actual);
    if due.is_some() || !of_interest {
        return None;
    }
    let contacts = facts.contacts.iter().map(|contact| contact.on);
    let assertions = facts.assertions.iter().map(|assertion| assertion.on);
    let last = contacts.chain(assertions).filter(|on| *on <= day).max().unwrap_or(facts.added_on);
    Some(days_after(last, policy.review))
}

/// How many attempts in a row reached nobody, as known on a day.
pub fn attempts_in_vain(contacts: &[Contact], day: NaiveDate) -> usize {
    failed_attempts(contacts, last_two_way(contacts, day), day).map_or(0, |(count, _)| count)
}

/// By when the introducer is to be told and thanked: soon after the first meeting with who was introduced.
/// `None` when nobody introduced the card, when thanks were given, or before any meeting.
pub fn thanks(facts: &Facts<'_>, day: NaiveDate, policy: &FollowUpPolicy) -> Option<NaiveDate> {
    if facts.introduction != Introduction::Unthanked {
        return None;
    }
    let met = facts.contacts.iter().filter(|contact| {
        contact.on <= day && contact.kind.is_meeting() && contact.exchange() == Exchange::TwoWay
    });
    Some(days_after(met.map(|contact| contact.on).min()?, policy.thanks))
}

/// A lost customer can be won back unless it was said that he cannot.
fn recoverable(facts: &Facts<'_>, day: NaiveDate) -> bool {
    move_on(facts.moves, day).is_none_or(|change| change.recoverable != Answer::No)
}

/// How many attempts in a row reached nobody since the last two-way contact, and the day of the latest.
fn failed_attempts(
    contacts: &[Contact],
    last: Option<&Contact>,
    day: NaiveDate,
) -> Option<(usize, NaiveDate)> {
    let since = |contact: &&Contact| {
        contact.on <= day
            && contact.is_failed_attempt()
            && last.is_none_or(|last| last.moment() < contact.moment())
    };
    let attempts = contacts.iter().filter(since);
    let latest = attempts.clone().map(|contact| contact.on).max()?;
    Some((attempts.count(), latest))
}

/// A prospect's enquiry that nothing followed yet is to be answered at once: one that was logged, or the way in which
/// it became known to us.
fn enquiry(facts: &Facts<'_>, position: Position, day: NaiveDate, policy: &FollowUpPolicy) -> Option<Due> {
    if !matches!(position, Position::Potential | Position::Target) {
        return None;
    }
    let made = facts.contacts.iter().filter(|contact| contact.on <= day);
    let asked_on = match made.max_by_key(|contact| contact.moment()) {
        Some(latest) => {
            matches!(latest.kind, ContactKind::Enquiry | ContactKind::PhoneIn).then_some(latest.on)
        }
        None => facts.channel.filter(|channel| channel.is_enquiry()).map(|_| facts.added_on),
    };
    Some(Due { on: days_after(asked_on?, policy.enquiry), reason: DueReason::Enquiry })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::channel::Channel;
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
            let facts = Facts {
                contacts: &self.contacts,
                next_action: self.next.as_ref(),
                moves,
                ..unknown_prospect()
            };
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
            let case = prospect(Class::Ideal).talked(50).at(Position::Lost);
            assert_eq!(case.due_with(&lost), expected, "{recoverable:?}");
            let agreed = case.agreed(120);
            assert_eq!(agreed.due_with(&lost), Some((120, DueReason::NextAction)), "{recoverable:?}");
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
}
