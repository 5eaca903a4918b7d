//! What was known of a card on the day it was moved to another position.
//!
//! It is kept with the move: the card's own fields may change later and events be entered late, and what won and lost
//! customers are to be told by would change with them.

use chrono::NaiveDate;

use super::card::Card;
use super::channel::Channel;
use super::dormancy::is_order;
use super::id::CardId;
use super::man::class::Class;
use super::policy::Policies;
use super::standing::fold;

/// The circumstances of a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circumstances {
    /// The three letters as a code, `Ma?`.
    pub letters: String,
    /// The class they gave.
    pub class: Class,
    /// The policy by which they did.
    pub policy: String,
    /// How the card became known to us.
    pub channel: Option<Channel>,
    /// The card that introduced it.
    pub introducer: Option<CardId>,
    /// The first contact.
    pub first_contact_on: Option<NaiveDate>,
    /// How many contacts there were.
    pub contacts: u32,
    /// The last order.
    pub last_order_on: Option<NaiveDate>,
}

impl Circumstances {
    /// Those of a card on a day.
    pub fn of(card: &Card, day: NaiveDate, policies: &Policies) -> Circumstances {
        let standing = fold(card, day, policies);
        let contacts = || card.contacts.iter().filter(|contact| contact.on <= day);
        Circumstances {
            letters: standing.letters.code(),
            class: standing.class,
            policy: standing.policy,
            channel: card.channel,
            introducer: card.introducer,
            first_contact_on: contacts().map(|contact| contact.on).min(),
            contacts: u32::try_from(contacts().count()).unwrap_or(u32::MAX),
            last_order_on: contacts().filter(|contact| is_order(contact)).map(|contact| contact.on).max(),
        }
    }

    /// How many days after the first contact a day is; `None` without any contact.
    pub fn days_since_first_contact(&self, day: NaiveDate) -> Option<i64> {
        self.first_contact_on.map(|first| (day - first).num_days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::{ContactKind, Outcome};
    use crate::domain::party::Party;
    use crate::domain::specimen;
    use crate::domain::specimen::{contact, day};

    #[test]
    fn only_what_was_known_on_the_day_counts() {
        let mut card = specimen::card(Party::Individual, Vec::new());
        card.channel = Some(Channel::Fair);
        card.contacts = vec![
            contact(1, day("2026-03-01"), ContactKind::Fair, &[]),
            contact(2, day("2026-04-01"), ContactKind::Visit, &[Outcome::Order]),
            contact(3, day("2026-06-01"), ContactKind::Visit, &[Outcome::Order]),
        ];
        for (on, contacts, days, last_order) in [
            ("2026-02-01", 0, None, None),
            ("2026-04-01", 2, Some(31), Some("2026-04-01")),
            ("2026-07-01", 3, Some(122), Some("2026-06-01")),
        ] {
            let known = Circumstances::of(&card, day(on), &Policies::default());
            assert_eq!((known.contacts, known.days_since_first_contact(day(on))), (contacts, days), "{on}");
            assert_eq!(known.last_order_on, last_order.map(day), "{on}");
            assert_eq!((known.letters.as_str(), known.channel), ("???", Some(Channel::Fair)));
        }
    }
}
