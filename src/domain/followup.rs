//! Follow-up: when a card is due, and why.

use chrono::{Days, NaiveDate};

use super::choice::choices;
use super::contact::{Contact, ContactKind, Direction, Outcome};
use super::id::ContactId;
use super::man::assertion::Answer;
use super::man::class::Class;
use super::policy::FollowUpPolicy;
use super::position::{Position, move_on};
use super::standing::Facts;

choices! {
    /// Why a card is due on its day.
    pub enum DueReason {
        NextAction = "next-action", ["next action", "下一步"];
        Enquiry = "enquiry", ["enquiry to answer", "咨询待复"];
        Retry = "retry", ["try again", "再次联系"];
        NeverContacted = "never-contacted", ["never contacted", "从未联系"];
        ClassInterval = "class-interval", ["follow-up by class", "按类别跟进"];
        CustomerInterval = "customer-interval", ["customer care", "客户维护"];
        WinBack = "win-back", ["win back", "挽回"];
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

/// Whether the customer's answer came through in a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    /// Both sides were heard.
    TwoWay,
    /// Only we spoke, or spoke to nobody who matters.
    OneWay,
}

impl Contact {
    /// Whether both sides were heard: by what came of it where that was noted, else by its kind.
    /// What only leaves our house (mail, letters, gifts, quotations, goods) is one-way.
    pub fn exchange(&self) -> Exchange {
        let heard = |outcome: &Outcome| {
            !matches!(outcome, Outcome::NotReached | Outcome::WrongPerson | Outcome::CallBack)
        };
        let two_way = if self.outcomes.is_empty() {
            self.direction == Direction::In || !is_sent(self.kind)
        } else {
            self.outcomes.iter().any(heard)
        };
        if two_way { Exchange::TwoWay } else { Exchange::OneWay }
    }

    /// An attempt that reached nobody.
    fn is_failed_attempt(&self) -> bool {
        self.exchange() == Exchange::OneWay && self.outcomes.contains(&Outcome::NotReached)
    }

    /// Later by the day it took place, then by recording.
    fn moment(&self) -> (NaiveDate, i64, ContactId) {
        (self.on, self.recorded_at, self.id)
    }
}

fn is_sent(kind: ContactKind) -> bool {
    match kind {
        ContactKind::Mail
        | ContactKind::Letter
        | ContactKind::Gift
        | ContactKind::Sample
        | ContactKind::Quotation
        | ContactKind::Tender
        | ContactKind::Delivery => true,
        ContactKind::Visit
        | ContactKind::VisitIn
        | ContactKind::DropIn
        | ContactKind::Phone
        | ContactKind::PhoneIn
        | ContactKind::Messenger
        | ContactKind::Enquiry
        | ContactKind::Fair
        | ContactKind::Meeting
        | ContactKind::Demonstration
        | ContactKind::Service
        | ContactKind::Complaint
        | ContactKind::Collection
        | ContactKind::Survey
        | ContactKind::ReferralGiven
        | ContactKind::Social
        | ContactKind::Other => false,
    }
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
/// two-way contact. Attempts that reached nobody put it off, each row of them a little further; when
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
    let rhythm = match position {
        Position::Drift | Position::Non => return None,
        Position::Potential | Position::Target => {
            policy.by_class.days(class).map(|days| (days, DueReason::ClassInterval))
        }
        Position::Actual => Some((policy.customer, DueReason::CustomerInterval)),
        Position::Lost => recoverable(facts, day).then_some((policy.lost_recoverable, DueReason::WinBack)),
    };
    let agreed = facts.next_action.map(|next| Due { on: next.on, reason: DueReason::NextAction });
    let Some((interval, reason)) = rhythm else { return agreed };

    let attempts = failed_attempts(facts.contacts, last, day);
    if let Some((count, latest)) = attempts {
        let put_off = match count.checked_sub(1).and_then(|row| policy.retries.get(row)) {
            Some(&days) => Due { on: after(latest, days), reason: DueReason::Retry },
            None => Due { on: after(latest, interval), reason },
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
            Some(contact) => Due { on: after(contact.on, interval), reason },
            None => {
                Due { on: after(facts.added_on, policy.never_contacted), reason: DueReason::NeverContacted }
            }
        })
    })
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

/// A prospect's enquiry that nothing followed yet is to be answered at once.
fn enquiry(facts: &Facts<'_>, position: Position, day: NaiveDate, policy: &FollowUpPolicy) -> Option<Due> {
    if !matches!(position, Position::Potential | Position::Target) {
        return None;
    }
    let made = facts.contacts.iter().filter(|contact| contact.on <= day);
    let latest = made.max_by_key(|contact| contact.moment())?;
    let asked = matches!(latest.kind, ContactKind::Enquiry | ContactKind::PhoneIn);
    asked.then(|| Due { on: after(latest.on, policy.enquiry), reason: DueReason::Enquiry })
}

fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}
