//! Follow-up policy: after how many days a card is due again.

use serde::Deserialize;

use crate::domain::man::class::Class;

/// Intervals in days.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FollowUpPolicy {
    /// Prospects, from the last two-way contact.
    pub by_class: ClassIntervals,
    /// Actual customers, from the last two-way contact.
    pub customer: u32,
    /// Actual customers who have stopped ordering, from the last two-way contact.
    pub dormant: u32,
    /// A customer of one or two orders has stopped ordering after so many days.
    pub dormant_after: u32,
    /// One of more orders after twice its usual gap, though never before so many days.
    pub dormant_least: u32,
    /// Lost customers that can be won back, from the last two-way contact.
    pub lost_recoverable: u32,
    /// Cards without any two-way contact, from the day they were made.
    pub never_contacted: u32,
    /// Prospects whose latest contact is an enquiry of theirs, from that day.
    pub enquiry: u32,
    /// After the first, second and third attempt in a row that reached nobody.
    pub retries: [u32; 3],
    /// Cards that are never due, from the last thing that happened: a look whether that is still right.
    pub review: u32,
    /// From the first meeting with somebody introduced to the thanks to who introduced him.
    pub thanks: u32,
    /// Before an anniversary.
    pub anniversary_ahead: u32,
    /// Before something ends: a contract, a permit.
    pub ending_ahead: u32,
    /// Before what the customer has from us ends: a warranty, a subscription.
    pub entitlement_ahead: u32,
}

impl Default for FollowUpPolicy {
    fn default() -> Self {
        FollowUpPolicy {
            by_class: ClassIntervals::default(),
            customer: 60,
            dormant: 14,
            dormant_after: 180,
            dormant_least: 90,
            lost_recoverable: 90,
            never_contacted: 3,
            enquiry: 0,
            retries: [3, 7, 14],
            review: 365,
            thanks: 3,
            anniversary_ahead: 7,
            ending_ahead: 60,
            entitlement_ahead: 30,
        }
    }
}

/// Intervals in days for prospects, by class. Class stop has none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of the classes")]
pub struct ClassIntervals {
    pub ideal: u32,
    pub find_authority: u32,
    pub investigate: u32,
    pub awaken_need: u32,
    pub finance: u32,
    pub nurture: u32,
}

impl Default for ClassIntervals {
    fn default() -> Self {
        ClassIntervals {
            ideal: 7,
            find_authority: 14,
            investigate: 14,
            awaken_need: 21,
            finance: 30,
            nurture: 60,
        }
    }
}

impl ClassIntervals {
    /// The interval of a class; `None` for stop.
    pub fn days(&self, class: Class) -> Option<u32> {
        match class {
            Class::Ideal => Some(self.ideal),
            Class::FindAuthority => Some(self.find_authority),
            Class::Investigate => Some(self.investigate),
            Class::AwakenNeed => Some(self.awaken_need),
            Class::Finance => Some(self.finance),
            Class::Nurture => Some(self.nurture),
            Class::Stop => None,
        }
    }
}
