//! The people on a card: contact persons of an organisation, members of a household.

use chrono::NaiveDate;

use super::choice::choices;
use super::id::{PersonId, Uid};
use super::reach::{EmailEntry, PhoneEntry};
use super::text::fold::same;

choices! {
    /// The part a person plays in a purchase. One person may play several.
    pub enum Role {
        Initiator = "initiator", ["initiator", "发起者", "發起者"];
        User = "user", ["user", "使用者", "使用者"];
        Influencer = "influencer", ["influencer", "影响者", "影響者"];
        Decider = "decider", ["decider", "决定者", "決定者"], ["decision maker", "决策人"];
        Approver = "approver", ["approver", "批准者", "核准者"];
        Buyer = "buyer", ["buyer", "采购者", "採購者"];
        Gatekeeper = "gatekeeper", ["gatekeeper", "把关者", "把關者"];
        Champion = "champion", ["champion", "内部支持者", "內部支持者"];
    }
}

/// A person on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The row.
    pub id: PersonId,
    /// The identity in every file.
    pub uid: Uid,
    /// The name; never empty.
    pub name: String,
    /// Job title or form of address.
    pub title: String,
    /// Parts played in a purchase; empty is "not known".
    pub roles: Vec<Role>,
    /// First day at this customer; `None`: from ever.
    pub from: Option<NaiveDate>,
    /// Last day at this customer; `None`: still there.
    pub to: Option<NaiveDate>,
    /// Own numbers.
    pub phones: Vec<PhoneEntry>,
    /// Own e-mail addresses.
    pub emails: Vec<EmailEntry>,
}

/// The one of these people who bears a name: whose name is written just so, else the first whose name is the same
/// word to a reader, in small letters or in the other form of a character.
pub fn named<'people, P>(
    people: &'people [P],
    name: &str,
    name_of: impl Fn(&P) -> &str,
) -> Option<&'people P> {
    let written_so = people.iter().find(|person| name_of(person) == name);
    written_so.or_else(|| people.iter().find(|person| same(name_of(person), name)))
}

impl Person {
    /// Whether the person is at this customer on a day, first and last day included.
    pub fn present_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
