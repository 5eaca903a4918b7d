//! What contacts say of reaching a customer: when both sides were heard last, and attempts that reached nobody.

use chrono::NaiveDate;

use crate::domain::contact::{Contact, Exchange};

/// The latest contact until a day in which both sides were heard.
pub fn last_two_way(contacts: &[Contact], day: NaiveDate) -> Option<&Contact> {
    contacts
        .iter()
        .filter(|contact| contact.on <= day && contact.exchange() == Exchange::TwoWay)
        .max_by_key(|contact| contact.moment())
}

/// How many attempts in a row reached nobody, as known on a day.
pub fn attempts_in_vain(contacts: &[Contact], day: NaiveDate) -> usize {
    failed_attempts(contacts, last_two_way(contacts, day), day).map_or(0, |(count, _)| count)
}

/// How many attempts in a row reached nobody since the last two-way contact, and the day of the latest.
pub(super) fn failed_attempts(
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
