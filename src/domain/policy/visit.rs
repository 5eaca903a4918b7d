//! Visit policy: how long visits take, and how long a day is.

use serde::Deserialize;

/// Minutes of any visit, unless it is said otherwise.
const LENGTH: u32 = 45;

/// Minutes and hours of a day on the road.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct VisitPolicy {
    /// Minutes of a visit to a prospect.
    pub minutes: u32,
    /// Minutes of a visit to an actual customer.
    pub customer_minutes: u32,
    /// Minutes of a drop-in call.
    pub drop_in_minutes: u32,
    /// Minutes of the way between two visits of a zone.
    pub travel_minutes: u32,
    /// Minutes of a day that are there for visits and ways.
    pub day_minutes: u32,
    /// The hour at which the first visit begins, 0 to 23.
    pub first_hour: u32,
}

impl Default for VisitPolicy {
    fn default() -> Self {
        VisitPolicy {
            minutes: LENGTH,
            customer_minutes: LENGTH,
            drop_in_minutes: LENGTH,
            travel_minutes: 15,
            day_minutes: 480,
            first_hour: 9,
        }
    }
}
