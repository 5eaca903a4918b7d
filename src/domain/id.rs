//! Identities of records: a row number for speed inside one file, a [`Uid`] that is the same everywhere.

use std::fmt;

/// The identity that a root record keeps in every file: a UUIDv7, also the vCard `UID`.
pub type Uid = uuid::Uuid;

macro_rules! row_ids {
    ($( $(#[$meta:meta])* $Name:ident; )+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name(pub i64);

        impl fmt::Display for $Name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    )+ };
}

row_ids! {
    /// A card, in this file. What commands print and take as `CARD`.
    CardId;
    /// A person on a card.
    PersonId;
    /// A contact in a card's history.
    ContactId;
    /// A phone number, e-mail address or postal address: one entry of a repeating group.
    EntryId;
    /// A dated credit assessment.
    AssessmentId;
    /// An assertion about one letter of MAN.
    AssertionId;
    /// A promise made in a contact.
    PromiseId;
    /// A position change.
    MoveId;
    /// A planned visit.
    VisitId;
    /// An entry of the journal: one change as a person made it.
    JournalId;
}
