//! Follow-up: when a card is due, and why.

mod attempts;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use self::attempts::failed_attempts;
pub use self::attempts::{attempts_in_vain, last_two_way};
use crate::domain::choice::choices;
use crate::domain::contact::{ContactKind, Exchange, NextAction, Outcome};
use crate::domain::dormancy::dormant_from;
use crate::domain::man::assertion::Answer;
use crate::domain::man::class::Class;
use crate::domain::policy::FollowUpPolicy;
use crate::domain::position::{Position, move_on};
use crate::domain::standing::{Facts, Introduction};
use crate::domain::when::days_after;

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
    let rhythm = rhythm.map(|(usual, reason)| (facts.cadence.unwrap_or(usual), reason));
    if let Some((count, latest)) = failed_attempts(facts.contacts, last, day) {
        let retry = count.checked_sub(1).and_then(|row| policy.retries.get(row));
        let retry = retry.map(|&days| Due { on: days_after(latest, days), reason: DueReason::Retry });
        let again = rhythm.map(|(days, reason)| Due { on: days_after(latest, days), reason });
        return match (agreed, retry) {
            (Some(agreed), Some(retry)) => Some(if agreed.on > retry.on { agreed } else { retry }),
            (Some(agreed), None) if agreed.on > latest => Some(agreed),
            (_, None) => again.or(agreed),
            // Who is due by agreement only is not tried again where nothing is agreed upon.
            (None, Some(retry)) => again.map(|_| retry),
        };
    }
    let Some((interval, reason)) = rhythm else { return agreed };
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
