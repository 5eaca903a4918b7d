//! What one term of a query tests, as plain values.

use chrono::NaiveDate;

use super::Clause;
use crate::domain::channel::Channel;
use crate::domain::choice::choices;
use crate::domain::credit::Grade;
use crate::domain::id::CardId;
use crate::domain::man::assertion::{Answer, Letter};
use crate::domain::man::class::Class;
use crate::domain::party::{CustomerKind, Party};
use crate::domain::position::Position;
use crate::domain::text::needles::Needles;
use crate::domain::tier::Abc;

/// A range with both ends included; `None` is open. `from` may stand after `to`: then nothing lies in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds<T> {
    /// First value in it.
    pub from: Option<T>,
    /// Last value in it.
    pub to: Option<T>,
}

choices! {
    /// What `has:` and `no:` ask for: whether a card has any of it.
    pub enum Aspect {
        Phone = "phone", ["phone", "电话", "電話"], ["phones"];
        Email = "email", ["e-mail", "邮箱", "電子郵件"], ["emails", "mail", "邮件"];
        Address = "address", ["address", "地址", "地址"], ["addresses"];
        Zone = "zone", ["zone", "片区", "責任區"];
        Person = "person", ["person", "联系人", "聯絡人"], ["people", "persons", "联系人员"];
        Tag = "tag", ["tag", "标签", "標籤"], ["tags"];
        Next = "next", ["next action", "下一步", "下一步"];
        Due = "due", ["due date", "到期", "到期"];
        LastContact = "last", ["last contact", "最近联系", "最近聯絡"], ["contact", "contacts", "联系"];
        Grade = "grade", ["credit grade", "信用等级", "信用等級"], ["credit"];
        Promise = "promise", ["promise", "承诺", "承諾"], ["promises"];
    }
}

/// Another card, as a query names it: by its number or its code, and by a part of its name where no card has
/// that number or code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The number, when it can be one.
    pub number: Option<CardId>,
    /// The code, [folded](crate::domain::text::fold::fold).
    pub code: String,
    /// What is found in the name.
    pub name: Needles,
}

/// One condition on a card.
///
/// Conditions on derived values speak of the standing on the as-of date. A card that lacks the value
/// never meets the condition. Where several values are given, one of them must be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Bare words: one of the needles is in the card's searchable text.
    Anywhere(Needles),
    /// Row of the card.
    Id(Bounds<CardId>),
    /// Position on the as-of date.
    Position(Vec<Position>),
    /// Role in trade.
    Kind(Vec<CustomerKind>),
    /// Individual or organisation.
    Party(Vec<Party>),
    /// Source channel.
    Channel(Vec<Channel>),
    /// One of the card's tags, [folded](crate::domain::text::fold::fold), is one of these.
    Tag(Vec<String>),
    /// The zone of one of the card's addresses, folded, is one of these.
    Zone(Vec<String>),
    /// The user's own number for the card, folded, is one of these.
    Code(Vec<String>),
    /// The letters M, A, N in this order; `None` is any answer.
    Man([Option<Answer>; 3]),
    /// Class of the letters.
    Class(Vec<Class>),
    /// Best class over all ways to fill unknown letters; a certain class is its own best.
    Best(Vec<Class>),
    /// The letter to ask for next.
    Ask(Vec<Letter>),
    /// Credit grade.
    Grade(Vec<Grade>),
    /// Class by contribution.
    Abc(Vec<Abc>),
    /// The day on which the card is due.
    Due(Bounds<NaiveDate>),
    /// The day of the last two-way contact; silent days are counted from it.
    LastContact(Bounds<NaiveDate>),
    /// The day of the next action.
    Next(Bounds<NaiveDate>),
    /// The local day on which the card was made, by the clock: what the card's `created_at` says. The as-of date is
    /// only what such days are counted from; when a card came to be there for it, its first move says.
    Created(Bounds<NaiveDate>),
    /// The local day on which the card last changed, by the clock: what its `updated_at` says.
    Updated(Bounds<NaiveDate>),
    /// A field that names another card, as its introducer, names one that is meant.
    Link {
        /// The field's key.
        field: String,
        /// Which card is meant.
        to: Named,
    },
    /// The card, or a person on it, has a phone number in which a needle is found
    /// (text of each by [`phone_text`](crate::domain::text::searchable::phone_text)).
    Phone(Needles),
    /// The card, or a person on it, has an e-mail address in which a needle is found
    /// (text of each by [`plain_text`](crate::domain::text::searchable::plain_text)).
    Email(Needles),
    /// A name is found: the card's name or short name
    /// (text of each by [`name_text`](crate::domain::text::searchable::name_text)).
    Name(Needles),
    /// The company of an individual (text by `name_text`).
    Company(Needles),
    /// A person on the card (text of each name by `name_text`).
    Person(Needles),
    /// An address: region, street, post code, zone or how to get in (text of each by `plain_text`).
    Address(Needles),
    /// The region of an address is this one, or lies in it.
    Region(RegionWanted),
    /// A value of another field of the catalogue, or of a field of the user's own (text of each by
    /// `plain_text`).
    Value {
        /// The field's key.
        field: String,
        /// What is found in it.
        needles: Needles,
    },
    /// A choice field of the catalogue that is not named above, or of the user's own, has one of these codes.
    Choice {
        /// The field's key.
        field: String,
        /// The codes.
        codes: Vec<String>,
    },
    /// A field of the catalogue or of the user's own that holds a number, in the units in which it is kept: hundredths for money and
    /// percent.
    Numbers {
        /// The field's key.
        field: String,
        /// The numbers.
        bounds: Bounds<i64>,
    },
    /// A field of the catalogue or of the user's own that holds a day, or a month or year as a whole.
    Days {
        /// The field's key.
        field: String,
        /// The days.
        bounds: Bounds<NaiveDate>,
    },
    /// All of these hold: a saved filter inside a query.
    All(Vec<Clause>),
    /// The card has any of it.
    Has(Aspect),
    /// The card has a value in a field of the catalogue or of the user's own (or a name in that column).
    HasField(String),
}

/// Which regions are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegionWanted {
    /// Those whose code begins with these digits.
    Code(String),
    /// Those in whose name, or in the name of one they lie in, a needle is found
    /// (text of each by [`found_by`](crate::domain::field::region::found_by)).
    Words(Needles),
}
